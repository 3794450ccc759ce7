/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-date.h"

int anc_french_month_number (const char *folded,
                             gboolean lenient);
gboolean anc_french_year_parse (const char *text,
                                int *year);
gboolean anc_french_day_parse (const char *text,
                               AncDate *date);
gboolean anc_french_month_parse (const char *text,
                                 AncMonth *month);
gboolean anc_french_short_month_parse (const char *text,
                                       AncMonth *month);
gboolean anc_french_date_make (int year,
                               int month,
                               int day,
                               AncDate *date);
guint anc_edit_distance (const char *a,
                         const char *b,
                         guint limit);
