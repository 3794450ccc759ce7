/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-flow.h"

gboolean anc_spelt_date_read (const AncFlow *flow,
                              guint index,
                              guint *last,
                              AncDate *date);
