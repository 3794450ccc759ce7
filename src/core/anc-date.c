/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-date.h"

#include <string.h>

/* The calendar repeats every 400 years, which have this many days. */
#define DAYS_PER_ERA 146097

/* From 0000-03-01, where the count below starts, to 1970-01-01. */
#define EPOCH_OFFSET 719468

#define FIRST_YEAR 1900
#define LAST_YEAR 2199

static int
floor_div (int value,
           int divisor)
{
  return value / divisor - (value % divisor < 0);
}

/* Years are counted from 1 March, so that the leap day is the last of its year. */
static AncDate
count_days (int year,
            int month,
            int day)
{
  int march_year = month > 2 ? year : year - 1;
  int era = floor_div (march_year, 400);
  int year_of_era = march_year - era * 400;
  int months_since_march = month > 2 ? month - 3 : month + 9;
  int day_of_year = (153 * months_since_march + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_PER_ERA + day_of_era - EPOCH_OFFSET;
}

static int
days_in_month (int year,
               int month)
{
  static const guint8 lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

  return lengths[month - 1] + (month == 2 && leap);
}

/* Reads @n_digits ASCII digits; returns -1 where one is missing. */
static int
read_digits (const char *text,
             int n_digits)
{
  int value = 0;

  for (int i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }

  return value;
}

static gboolean
read_year_and_month (const char *text,
                     int *year,
                     int *month)
{
  *year = read_digits (text, 4);
  if (*year < FIRST_YEAR || *year > LAST_YEAR || text[4] != '-')
    return FALSE;

  *month = read_digits (text + 5, 2);
  return *month >= 1 && *month <= 12;
}

static char *
write_digits (char *end,
              int value,
              int n_digits)
{
  for (int i = 0; i < n_digits; i++)
    {
      *--end = (char) ('0' + value % 10);
      value /= 10;
    }

  return end;
}

/**
 * anc_date_new:
 * @year: a year, 0 or later
 * @month: 1 to 12
 * @day: 1 to the last day of that month
 *
 * Returns: the date
 */
AncDate
anc_date_new (int year,
              int month,
              int day)
{
  g_return_val_if_fail (month >= 1 && month <= 12, ANC_DATE_NONE);
  g_return_val_if_fail (day >= 1 && day <= days_in_month (year, month), ANC_DATE_NONE);

  return count_days (year, month, day);
}

/**
 * anc_date_parse:
 * @text: a date written `2025-03-31`, nothing before or after
 * @date: (out): the date; untouched on failure
 *
 * Returns: whether @text is a date that exists, between 1900-01-01 and 2199-12-31
 */
gboolean
anc_date_parse (const char *text,
                AncDate *date)
{
  int year, month, day;

  g_return_val_if_fail (text != NULL, FALSE);

  if (strlen (text) != 10 || !read_year_and_month (text, &year, &month) || text[7] != '-')
    return FALSE;

  day = read_digits (text + 8, 2);
  if (day < 1 || day > days_in_month (year, month))
    return FALSE;

  *date = count_days (year, month, day);
  return TRUE;
}

/**
 * anc_date_get_ymd:
 * @date: a date
 * @year: (out) (optional): its year
 * @month: (out) (optional): its month, 1 to 12
 * @day: (out) (optional): its day, 1 to 31
 */
void
anc_date_get_ymd (AncDate date,
                  int *year,
                  int *month,
                  int *day)
{
  int days = date + EPOCH_OFFSET;
  int era = floor_div (days, DAYS_PER_ERA);
  int day_of_era = days - era * DAYS_PER_ERA;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int months_since_march = (5 * day_of_year + 2) / 153;
  int civil_month = months_since_march < 10 ? months_since_march + 3 : months_since_march - 9;

  if (year != NULL)
    *year = era * 400 + year_of_era + (civil_month <= 2);
  if (month != NULL)
    *month = civil_month;
  if (day != NULL)
    *day = day_of_year - (153 * months_since_march + 2) / 5 + 1;
}

int
anc_date_get_year (AncDate date)
{
  int year;

  anc_date_get_ymd (date, &year, NULL, NULL);
  return year;
}

AncMonth
anc_date_get_month (AncDate date)
{
  int year, month;

  anc_date_get_ymd (date, &year, &month, NULL);
  return anc_month_new (year, month);
}

/**
 * anc_date_add_months:
 * @date: a date
 * @months: how many months later, or earlier if negative
 * @rounding: which reading holds when that month has no such day
 *
 * Returns: the date @months civil months away
 */
AncDate
anc_date_add_months (AncDate date,
                     int months,
                     AncRounding rounding)
{
  int year, month, day;
  AncMonth target;
  AncDate last;

  anc_date_get_ymd (date, &year, &month, &day);
  target = anc_month_new (year, month) + months;
  last = anc_month_get_last_day (target);

  if (anc_month_get_first_day (target) + day - 1 <= last)
    return anc_month_get_first_day (target) + day - 1;

  return rounding == ANC_ROUNDING_DOWN ? last : last + 1;
}

/**
 * anc_date_format:
 * @date: a date
 * @buffer: where to write it
 *
 * Returns: (transfer none): @buffer, which holds the date as `2025-03-31`
 */
const char *
anc_date_format (AncDate date,
                 char buffer[ANC_DATE_BUFFER_SIZE])
{
  int year, month, day;

  anc_date_get_ymd (date, &year, &month, &day);
  write_digits (buffer + 4, year, 4);
  buffer[4] = '-';
  write_digits (buffer + 7, month, 2);
  buffer[7] = '-';
  write_digits (buffer + 10, day, 2);
  buffer[10] = '\0';

  return buffer;
}

/**
 * anc_month_new:
 * @year: a year
 * @month: 1 to 12
 *
 * Returns: the month
 */
AncMonth
anc_month_new (int year,
               int month)
{
  return year * 12 + month - 1;
}

/**
 * anc_month_parse:
 * @text: a month written `2025-03`, nothing before or after
 * @month: (out): the month; untouched on failure
 *
 * Returns: whether @text is a month between 1900-01 and 2199-12
 */
gboolean
anc_month_parse (const char *text,
                 AncMonth *month)
{
  int year, number;

  g_return_val_if_fail (text != NULL, FALSE);

  if (strlen (text) != 7 || !read_year_and_month (text, &year, &number))
    return FALSE;

  *month = anc_month_new (year, number);
  return TRUE;
}

int
anc_month_get_year (AncMonth month)
{
  return floor_div (month, 12);
}

/**
 * anc_month_get_number:
 * @month: a month
 *
 * Returns: its place in the year, 1 to 12
 */
int
anc_month_get_number (AncMonth month)
{
  return month - anc_month_get_year (month) * 12 + 1;
}

AncDate
anc_month_get_first_day (AncMonth month)
{
  return count_days (anc_month_get_year (month), anc_month_get_number (month), 1);
}

AncDate
anc_month_get_last_day (AncMonth month)
{
  return anc_month_get_first_day (month + 1) - 1;
}

/**
 * anc_month_format:
 * @month: a month
 * @buffer: where to write it
 *
 * Returns: (transfer none): @buffer, which holds the month as `2025-03`
 */
const char *
anc_month_format (AncMonth month,
                  char buffer[ANC_DATE_BUFFER_SIZE])
{
  write_digits (buffer + 4, anc_month_get_year (month), 4);
  buffer[4] = '-';
  write_digits (buffer + 7, anc_month_get_number (month), 2);
  buffer[7] = '\0';

  return buffer;
}
