/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-typed-date.h"

static const struct
{
  const char *text;
  const char *first;
  const char *last;
} dates[] = {
  { "01/03/2025", "2025-03-01", "2025-03-01" },
  { "1/3/2025", "2025-03-01", "2025-03-01" },
  { "1.3.25", "2025-03-01", "2025-03-01" },
  { "1-3-25", "2025-03-01", "2025-03-01" },
  { "1 3 2025", "2025-03-01", "2025-03-01" },
  { "2025-03-01", "2025-03-01", "2025-03-01" },
  { "2025/3/1", "2025-03-01", "2025-03-01" },
  { "1er mars 2025", "2025-03-01", "2025-03-01" },
  { "  1er  MARS 2025 ", "2025-03-01", "2025-03-01" },
  { "le 5 août 2025", "2025-08-05", "2025-08-05" },
  { "5 aout 25", "2025-08-05", "2025-08-05" },
  { "5 févr. 2025", "2025-02-05", "2025-02-05" },
  { "5 déc 2025", "2025-12-05", "2025-12-05" },
  { "21 November 2026", "2026-11-21", "2026-11-21" },
  { "March 1st, 2025", "2025-03-01", "2025-03-01" },
  { "1st of March 2025", "2025-03-01", "2025-03-01" },
  { "29/02/2024", "2024-02-29", "2024-02-29" },
  { "30.9.84", "1984-09-30", "1984-09-30" }, /* more than ten years ahead: the century before */
  { "30.9.36", "2036-09-30", "2036-09-30" }, /* ten years ahead */
  { "30.9.37", "1937-09-30", "1937-09-30" },
  { "1/1/1900", "1900-01-01", "1900-01-01" },
  { "31/12/2199", "2199-12-31", "2199-12-31" },
  { "mars 2025", "2025-03-01", "2025-03-31" },
  { "03/2025", "2025-03-01", "2025-03-31" },
  { "3.2025", "2025-03-01", "2025-03-31" },
  { "2025-02", "2025-02-01", "2025-02-28" },
  { "sept 2025", "2025-09-01", "2025-09-30" },
};

static const struct
{
  const char *text;
  const char *problem;
} refused[] = {
  { "31/02/2025", "February 2025 has 28 days." },
  { "29 February 2025", "February 2025 has 28 days." },
  { "0/1/2025", "January 2025 has 31 days." },
  { "12/13/2025", "There is no month 13: write the day, then the month." },
  { "13/2025", "There is no month 13: write the day, then the month." },
  { "1/3/1899", "The year must lie between 1900 and 2199." },
  { "1/3/2200", "The year must lie between 1900 and 2199." },
  { "1/3", "Write the year too, such as 21/11/2026." },
  { "1 mars", "Write the year too, such as 21/11/2026." },
  { "", "Write a date such as 21/11/2026, 21 November 2026 or 2026-11-21." },
  { "2025", "Write a date such as 21/11/2026, 21 November 2026 or 2026-11-21." },
  { "1/3/225", "Write a date such as 21/11/2026, 21 November 2026 or 2026-11-21." },
  { "jui 2025", "Write a date such as 21/11/2026, 21 November 2026 or 2026-11-21." }, /* June or July? */
  { "hier", "Write a date such as 21/11/2026, 21 November 2026 or 2026-11-21." },
  { "1/3/2025/4/5", "Write a date such as 21/11/2026, 21 November 2026 or 2026-11-21." },
  { "99999999999999999999/3/2025", "Write a date such as 21/11/2026, 21 November 2026 or 2026-11-21." },
  { "1\n3\n2025x", "Write a date such as 21/11/2026, 21 November 2026 or 2026-11-21." },
};

static AncDate
get_today (void)
{
  return anc_date_new (2026, 11, 21);
}

static void
test_understood (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *problem = NULL;
      AncTypedDate typed;
      char first[ANC_DATE_BUFFER_SIZE], last[ANC_DATE_BUFFER_SIZE];

      g_test_message ("%s", dates[i].text);
      g_assert_true (anc_typed_date_read (dates[i].text, get_today (), &typed, &problem));
      g_assert_null (problem);
      g_assert_cmpstr (anc_date_format (typed.first, first), ==, dates[i].first);
      g_assert_cmpstr (anc_date_format (typed.last, last), ==, dates[i].last);
    }
}

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *problem = NULL;
      AncTypedDate typed = { 1, 2 };

      g_test_message ("%s", refused[i].text);
      g_assert_false (anc_typed_date_read (refused[i].text, get_today (), &typed, &problem));
      g_assert_cmpstr (problem, ==, refused[i].problem);
      g_assert_cmpint (typed.first, ==, 1);
      g_assert_cmpint (typed.last, ==, 2);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/words/typed-date/understood", test_understood);
  g_test_add_func ("/words/typed-date/refused", test_refused);

  return g_test_run ();
}
