/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-typed-value.h"

#include "anc-amount.h"

static const AncColumn *
get_column (AncTableId id,
            const char *name)
{
  const AncTable *table = anc_table_get (id);

  return &table->columns[anc_table_find_column (table, name)];
}

static const struct
{
  AncTableId table;
  const char *column;
  const char *text;
  const char *written; /* what it is shown as afterwards; NULL: refused */
  const char *says;    /* the note, or the problem */
} cases[] = {
  { ANC_TABLE_JOBS, "start", "mars 2025", "1 March 2025", "1 March 2025" },
  { ANC_TABLE_JOBS, "end", "mars 2025", "31 March 2025", "31 March 2025" },
  { ANC_TABLE_CASES, "birth_date", "mars 1985", NULL, "Write the day too, such as 21/11/2026." },
  { ANC_TABLE_JOBS, "start", "31/12/2024", "31 December 2024", "31 December 2024" },
  { ANC_TABLE_JOBS, "start", " 1.2.2024 ", "1 February 2024", "1 February 2024" },
  { ANC_TABLE_JOBS, "start", "31 12 2024", "31 December 2024", "31 December 2024" },
  { ANC_TABLE_JOBS, "start", "31/02/2025", NULL, "February 2025 has 28 days." },
  { ANC_TABLE_JOBS, "start", "  ", "", NULL },
  { ANC_TABLE_PAYSLIPS, "month", "2025-03", "March 2025", "March 2025" },
  { ANC_TABLE_PAYSLIPS, "month", "15/3/2025", "March 2025", "March 2025" },
  { ANC_TABLE_PAYSLIPS, "month", "2025", NULL, "Write a month such as 11/2026, November 2026 or 2026-11." },
  { ANC_TABLE_PAYSLIPS, "hours", "37,915", "37.915", NULL },
  { ANC_TABLE_PAYSLIPS, "hours", "35 h", "35", NULL },
  { ANC_TABLE_PAYSLIPS, "gross", "1 823,03 €", "1823.03", NULL },
  { ANC_TABLE_PAYSLIPS, "gross", "1\u202f823,03\u00a0€", "1823.03", NULL },
  { ANC_TABLE_PAYSLIPS, "gross", "1,823.03", "1823.03", NULL },
  { ANC_TABLE_PAYSLIPS, "gross", "1.823,03", "1823.03", NULL },
  { ANC_TABLE_PAYSLIPS, "gross", "1.001.823,03", "1001823.03", NULL },
  { ANC_TABLE_PAYSLIPS, "gross", "1.82,3", NULL, "Write a number such as 35 or 1 823,03." },
  { ANC_TABLE_PAYSLIPS, "gross", "18.5,5", NULL, "Write a number such as 35 or 1 823,03." },
  { ANC_TABLE_PAYSLIPS, "gross", "1823.823,5", NULL, "Write a number such as 35 or 1 823,03." },
  { ANC_TABLE_PAYSLIPS, "gross", ".823,03", NULL, "Write a number such as 35 or 1 823,03." },
  { ANC_TABLE_PAYSLIPS, "gross", "1.823,03,5", NULL, "Write a number such as 35 or 1 823,03." },
  { ANC_TABLE_PAYSLIPS, "gross", "€", NULL, "Write a number such as 35 or 1 823,03." },
  { ANC_TABLE_PAYSLIPS, "gross", "-5", NULL, "Write a number such as 35 or 1 823,03." },
  { ANC_TABLE_PAYSLIPS, "gross", "beaucoup", NULL, "Write a number such as 35 or 1 823,03." },
  { ANC_TABLE_OFFERS, "duration_months", "12", "12", NULL },
  { ANC_TABLE_OFFERS, "duration_months", "12,5", NULL, "Write a whole number such as 12." },
  { ANC_TABLE_OFFERS, "duration_months", "99999999999999999999", NULL, "Write a whole number such as 12." },
  { ANC_TABLE_JOBS, "occupation_rome", " g 1602", "G1602", NULL },
  { ANC_TABLE_JOBS, "department", "2a", "2A", NULL },
  { ANC_TABLE_CASES, "family_name", " N’DIAYE\u2011FICTIF ", "N’DIAYE\u2011FICTIF", NULL },
  { ANC_TABLE_CASES, "family_name", "خيالي 👩🏽‍🍳", "خيالي 👩🏽‍🍳", NULL },
  { ANC_TABLE_CASES, "family_name", "FICTIF\r\nDOUCOURÉ\n", "FICTIF DOUCOURÉ", "The line breaks became spaces." },
  { ANC_TABLE_CASES, "notes", "two\nlines", "two\nlines", NULL },
};

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AncColumn *column = get_column (cases[i].table, cases[i].column);
      g_auto (AncValue) value = { 0 };
      g_auto (AncValue) again = { 0 };
      g_autofree char *note = NULL;
      g_autofree char *problem = NULL;
      g_autofree char *written = NULL;
      g_autofree char *note_again = NULL;
      g_autofree char *problem_again = NULL;
      gboolean taken;

      g_test_message ("%s: %s", cases[i].column, cases[i].text);
      taken = anc_typed_value_read (column, cases[i].text, anc_date_new (2026, 11, 21), &value, &note, &problem);
      g_assert_cmpint (taken, ==, cases[i].written != NULL);
      g_assert_cmpstr (taken ? note : problem, ==, cases[i].says);
      if (!taken)
        continue;

      g_assert_null (problem);
      written = anc_typed_value_write (column, &value);
      g_assert_cmpstr (written, ==, cases[i].written);
      g_assert_true (anc_typed_value_read (column, written, anc_date_new (2026, 11, 21), &again, &note_again, &problem_again));
      g_assert_true (anc_value_equal (&value, &again));
      g_assert_null (problem_again);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/words/typed-value/read", test_read);

  return g_test_run ();
}
