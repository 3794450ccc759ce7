/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-layout.h"

void anc_reading_add_parts (const AncPageText *text,
                            guint page,
                            const AncLabelTable *labels,
                            GPtrArray *layouts);
gboolean anc_reading_stands_alone (const AncLayout *layout);
