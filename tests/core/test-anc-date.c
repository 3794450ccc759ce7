/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-date.h"

#include <string.h>

/* An independent calendar: a day after the other, by the rule of leap years alone. */
typedef struct
{
  int year;
  int month;
  int day;
} Civil;

static int
last_day (int year,
          int month)
{
  if (month == 2)
    return (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)) ? 29 : 28;

  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

static void
go_on (Civil *civil)
{
  if (civil->day < last_day (civil->year, civil->month))
    civil->day++;
  else
    {
      civil->day = 1;
      civil->month = civil->month % 12 + 1;
      civil->year += civil->month == 1;
    }
}

static void
test_every_day (void)
{
  Civil civil = { 1900, 1, 1 };

  for (AncDate date = ANC_DATE_MIN; date <= ANC_DATE_MAX; date++, go_on (&civil))
    {
      g_autofree char *expected = g_strdup_printf ("%04d-%02d-%02d", civil.year, civil.month, civil.day);
      char text[ANC_DATE_BUFFER_SIZE];
      AncDate parsed;
      int year, month, day;

      anc_date_get_ymd (date, &year, &month, &day);
      g_assert_cmpint (year, ==, civil.year);
      g_assert_cmpint (month, ==, civil.month);
      g_assert_cmpint (day, ==, civil.day);
      g_assert_cmpint (anc_date_new (year, month, day), ==, date);
      g_assert_cmpstr (anc_date_format (date, text), ==, expected);
      g_assert_true (anc_date_parse (expected, &parsed));
      g_assert_cmpint (parsed, ==, date);
    }

  g_assert_cmpint (civil.year, ==, 2200);
  g_assert_cmpint (civil.month, ==, 1);
  g_assert_cmpint (civil.day, ==, 1);
}

/* GLib's own calendar, by another method, agrees on every day. */
static void
test_julian_days (void)
{
  const int offset = 719163; /* days from 0001-01-01 to 1970-01-01, the first being day 1 */

  for (AncDate date = ANC_DATE_MIN; date <= ANC_DATE_MAX; date++)
    {
      GDate other;
      int year, month, day;

      g_date_clear (&other, 1);
      g_date_set_julian (&other, (guint32) (date + offset));
      anc_date_get_ymd (date, &year, &month, &day);
      g_assert_cmpint (g_date_get_year (&other), ==, year);
      g_assert_cmpint ((int) g_date_get_month (&other), ==, month);
      g_assert_cmpint (g_date_get_day (&other), ==, day);
    }
}

/* Months later and earlier, counted one by one from the civil day. */
static AncDate
add_slowly (AncDate date,
            int months,
            AncRounding rounding)
{
  int year, month, day;

  anc_date_get_ymd (date, &year, &month, &day);
  for (; months > 0; months--)
    {
      month = month % 12 + 1;
      year += month == 1;
    }
  for (; months < 0; months++)
    {
      month = (month + 10) % 12 + 1;
      year -= month == 12;
    }

  if (day <= last_day (year, month))
    return anc_date_new (year, month, day);

  return anc_date_new (year, month, last_day (year, month)) + (rounding == ANC_ROUNDING_UP);
}

static void
test_add_months (void)
{
  AncDate first = anc_date_new (1990, 1, 1);
  AncDate last = anc_date_new (2050, 12, 31);

  for (AncDate date = first; date <= last; date++)
    for (int months = -60; months <= 60; months += months >= -12 && months < 12 ? 1 : 6)
      {
        AncDate down = anc_date_add_months (date, months, ANC_ROUNDING_DOWN);
        AncDate up = anc_date_add_months (date, months, ANC_ROUNDING_UP);

        g_assert_cmpint (down, ==, add_slowly (date, months, ANC_ROUNDING_DOWN));
        g_assert_cmpint (up, ==, add_slowly (date, months, ANC_ROUNDING_UP));
        g_assert_cmpint (up - down, <=, 1);
      }
}

static void
test_roundings (void)
{
  static const struct
  {
    const char *from;
    int months;
    const char *down;
    const char *up;
    const char *why;
  } rows[] = {
    { "2024-01-31", 1, "2024-02-29", "2024-03-01", "leap year" },
    { "2023-01-31", 1, "2023-02-28", "2023-03-01", "common year" },
    { "2023-01-28", 1, "2023-02-28", "2023-02-28", "the day exists" },
    { "2010-08-31", -6, "2010-02-28", "2010-03-01", "backwards into February" },
    { "2024-02-29", 12, "2025-02-28", "2025-03-01", "a year after a leap day" },
    { "2024-02-29", 48, "2028-02-29", "2028-02-29", "four years after a leap day" },
    { "2026-12-31", -1, "2026-11-30", "2026-12-01", "a month of thirty days" },
    { "2026-01-15", -1, "2025-12-15", "2025-12-15", "over the new year" },
    { "2096-02-29", 48, "2100-02-28", "2100-03-01", "2100 is no leap year" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AncDate from, down, up;

      g_test_message ("%s", rows[i].why);
      g_assert_true (anc_date_parse (rows[i].from, &from));
      g_assert_true (anc_date_parse (rows[i].down, &down));
      g_assert_true (anc_date_parse (rows[i].up, &up));
      g_assert_cmpint (anc_date_add_months (from, rows[i].months, ANC_ROUNDING_DOWN), ==, down);
      g_assert_cmpint (anc_date_add_months (from, rows[i].months, ANC_ROUNDING_UP), ==, up);
    }
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "", "2024", "2024-02", "2024-02-30", "2023-02-29", "2100-02-29", "2024-13-01", "2024-00-10", "2024-01-00", "2024-1-01", "2024-01-1", "2024/01/01", "2024-01-01 ", " 2024-01-01", "1899-12-31", "2200-01-01", "2024-04-31", "24-01-01", "2024-01-0a", "٢٠٢٤-٠١-٠١", "+024-01-01", "2024-01-01T00"
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      AncDate date = 42;

      g_assert_false (anc_date_parse (texts[i], &date));
      g_assert_cmpint (date, ==, 42);
    }
}

static void
test_months (void)
{
  static const char *const wrong[] = { "", "2024", "2024-13", "2024-00", "2024-1", "2024-01-01", "1899-12", "2200-01" };

  for (int year = 1900; year < 2200; year++)
    for (int number = 1; number <= 12; number++)
      {
        AncMonth month = anc_month_new (year, number);
        g_autofree char *expected = g_strdup_printf ("%04d-%02d", year, number);
        char text[ANC_DATE_BUFFER_SIZE];
        AncMonth parsed;

        g_assert_cmpint (anc_month_get_year (month), ==, year);
        g_assert_cmpint (anc_month_get_number (month), ==, number);
        g_assert_cmpint (anc_month_get_first_day (month), ==, anc_date_new (year, number, 1));
        g_assert_cmpint (anc_month_get_last_day (month), ==, anc_date_new (year, number, last_day (year, number)));
        g_assert_cmpint (anc_date_get_month (anc_month_get_last_day (month)), ==, month);
        g_assert_cmpstr (anc_month_format (month, text), ==, expected);
        g_assert_true (anc_month_parse (expected, &parsed));
        g_assert_cmpint (parsed, ==, month);
      }

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      AncMonth month = 42;

      g_assert_false (anc_month_parse (wrong[i], &month));
      g_assert_cmpint (month, ==, 42);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/date/every-day", test_every_day);
  g_test_add_func ("/core/date/julian-days", test_julian_days);
  g_test_add_func ("/core/date/add-months", test_add_months);
  g_test_add_func ("/core/date/roundings", test_roundings);
  g_test_add_func ("/core/date/refused", test_refused);
  g_test_add_func ("/core/date/months", test_months);

  return g_test_run ();
}
