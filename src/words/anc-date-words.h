/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-date.h"

/* How the session's language writes days and months. */

/**
 * AncMonthName:
 *
 * How much of the name of a month there is room for.
 */
typedef enum
{
  ANC_MONTH_NAME_INITIAL,
  ANC_MONTH_NAME_SHORT,
  ANC_MONTH_NAME_LONG,
} AncMonthName;

const char *anc_words_month_name (AncMonth month,
                                  AncMonthName name);
char *anc_words_month (AncMonth month);
char *anc_words_months (const AncMonth *months,
                        guint n_months);
char *anc_words_quarter (AncDate date);
char *anc_words_date (AncDate date);
char *anc_words_short_date (AncDate date);
