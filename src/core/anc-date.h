/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * AncDate:
 *
 * A civil date of the Gregorian calendar, without time zone: the number of days since 1970-01-01.
 * Dates compare and subtract as integers.
 *
 * What people record lies between %ANC_DATE_MIN and %ANC_DATE_MAX, both included; a computed date
 * (a deadline, the start of a window) may lie a few decades outside.
 */
typedef gint32 AncDate;

/**
 * AncMonth:
 *
 * A civil month: the number of months since January of the year 0. Months compare and subtract as
 * integers.
 */
typedef gint32 AncMonth;

#define ANC_DATE_NONE G_MININT32
#define ANC_MONTH_NONE G_MININT32

#define ANC_DATE_MIN ((AncDate) -25567) /* 1900-01-01 */
#define ANC_DATE_MAX ((AncDate) 84005)  /* 2199-12-31 */

/* The buffer that holds a written date ("2025-03-31") or month ("2025-03"). */
#define ANC_DATE_BUFFER_SIZE 16

/**
 * AncRounding:
 * @ANC_ROUNDING_DOWN: the last day of the month
 * @ANC_ROUNDING_UP: the first day of the next month
 *
 * The two readings of "n months later" when that month has no such day.
 */
typedef enum
{
  ANC_ROUNDING_DOWN,
  ANC_ROUNDING_UP,
} AncRounding;

AncDate anc_date_new (int year,
                      int month,
                      int day);
gboolean anc_date_parse (const char *text,
                         AncDate *date);

void anc_date_get_ymd (AncDate date,
                       int *year,
                       int *month,
                       int *day);
int anc_date_get_year (AncDate date);
AncMonth anc_date_get_month (AncDate date);

AncDate anc_date_add_months (AncDate date,
                             int months,
                             AncRounding rounding);
const char *anc_date_format (AncDate date,
                             char buffer[ANC_DATE_BUFFER_SIZE]);

AncMonth anc_month_new (int year,
                        int month);
gboolean anc_month_parse (const char *text,
                          AncMonth *month);

int anc_month_get_year (AncMonth month);
int anc_month_get_number (AncMonth month);
AncDate anc_month_get_first_day (AncMonth month);
AncDate anc_month_get_last_day (AncMonth month);
const char *anc_month_format (AncMonth month,
                              char buffer[ANC_DATE_BUFFER_SIZE]);
