/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-layout.h"

gboolean anc_reading_add_months (const AncPageText *text,
                                 const AncLayout *whole,
                                 const AncLabelTable *labels,
                                 GPtrArray *layouts);
