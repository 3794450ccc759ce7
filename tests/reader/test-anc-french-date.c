/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-french-date.h"

static void
test_days (void)
{
  static const struct
  {
    const char *text;
    const char *date; /* NULL: no day */
  } rows[] = {
    { "31/03/2026", "2026-03-31" },
    { "1/3/2026", "2026-03-01" },
    { "31.03.26", "2026-03-31" },
    { "31-03-2026", "2026-03-31" },
    { "2026-03-31", "2026-03-31" },
    { "(28/02/2025).", "2025-02-28" },
    { "29/02/2025", NULL },
    { "29/02/2024", "2024-02-29" },
    { "31/04/2026", NULL },
    { "32/01/2026", NULL },
    { "01/13/2026", NULL },
    { "01/03-2026", NULL },
    { "03/2026", NULL },
    { "1.801,80", NULL },
    { "12/1234567/2026", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char buffer[ANC_DATE_BUFFER_SIZE];
      AncDate date = ANC_DATE_NONE;

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (anc_french_day_parse (rows[i].text, &date), ==, rows[i].date != NULL);
      g_assert_cmpstr (date != ANC_DATE_NONE ? anc_date_format (date, buffer) : NULL, ==, rows[i].date);
    }
}

static void
test_months (void)
{
  AncMonth month;

  g_assert_true (anc_french_month_parse ("03/2026", &month));
  g_assert_cmpint (month, ==, anc_month_new (2026, 3));
  g_assert_true (anc_french_month_parse ("2026-03", &month));
  g_assert_cmpint (month, ==, anc_month_new (2026, 3));
  g_assert_true (anc_french_month_parse ("03.2026", &month));
  g_assert_cmpint (month, ==, anc_month_new (2026, 3));
  g_assert_false (anc_french_month_parse ("2072.10", &month));
  g_assert_false (anc_french_month_parse ("13/2026", &month));
  g_assert_false (anc_french_month_parse ("03/26", &month));
  g_assert_true (anc_french_short_month_parse ("03/26", &month));
  g_assert_cmpint (month, ==, anc_month_new (2026, 3));
  g_assert_false (anc_french_short_month_parse ("13/26", &month));
  g_assert_false (anc_french_short_month_parse ("1/2", &month));

  g_assert_cmpint (anc_french_month_number ("fevrier", FALSE), ==, 2);
  g_assert_cmpint (anc_french_month_number ("aout", FALSE), ==, 8);
  g_assert_cmpint (anc_french_month_number ("sept", FALSE), ==, 9);
  g_assert_cmpint (anc_french_month_number ("decernbre", FALSE), ==, 0);
  g_assert_cmpint (anc_french_month_number ("decernbre", TRUE), ==, 12);
  g_assert_cmpint (anc_french_month_number ("mais", TRUE), ==, 0);
  g_assert_cmpint (anc_french_month_number ("lundi", TRUE), ==, 0);
}

static void
test_edit_distance (void)
{
  g_assert_cmpuint (anc_edit_distance ("salaire", "salaire", 2), ==, 0);
  g_assert_cmpuint (anc_edit_distance ("salaire", "sa1aire", 2), ==, 1);
  g_assert_cmpuint (anc_edit_distance ("salaire", "saliare", 2), ==, 2);
  g_assert_cmpuint (anc_edit_distance ("net", "brut", 1), ==, 2);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/french-date/days", test_days);
  g_test_add_func ("/reader/french-date/months", test_months);
  g_test_add_func ("/reader/french-date/edit-distance", test_edit_distance);
  return g_test_run ();
}
