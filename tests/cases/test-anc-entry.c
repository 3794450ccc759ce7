/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-entry.h"

static const AncColumn *
get_column (AncTableId table,
            const char *name)
{
  return &anc_table_get (table)->columns[anc_table_find_column (anc_table_get (table), name)];
}

static void
test_parse (void)
{
  const struct
  {
    AncTableId table;
    const char *column;
    const char *typed;
    const char *read; /* or NULL where it is refused */
  } rows[] = {
    { ANC_TABLE_JOBS, "start", "31/12/2024", "2024-12-31" },
    { ANC_TABLE_JOBS, "start", " 1.2.2024 ", "2024-02-01" },
    { ANC_TABLE_JOBS, "start", "2024-12-31", "2024-12-31" },
    { ANC_TABLE_JOBS, "start", "31 12 2024", "2024-12-31" },
    { ANC_TABLE_JOBS, "start", "31/02/2024", NULL },
    { ANC_TABLE_JOBS, "start", "31/12/24", NULL },
    { ANC_TABLE_JOBS, "start", "12/2024", NULL },
    { ANC_TABLE_JOBS, "start", "31/12/2024/", NULL },
    { ANC_TABLE_JOBS, "start", "31//12/2024", NULL },
    { ANC_TABLE_JOBS, "start", "1/1/1/2024", NULL },
    { ANC_TABLE_JOBS, "start", "demain", NULL },
    { ANC_TABLE_JOBS, "start", "", "" },
    { ANC_TABLE_PAYSLIPS, "month", "3/2025", "2025-03" },
    { ANC_TABLE_PAYSLIPS, "month", "2025-03", "2025-03" },
    { ANC_TABLE_PAYSLIPS, "month", "13/2025", NULL },
    { ANC_TABLE_PAYSLIPS, "gross", "1 801,80 €", "1801.8" },
    { ANC_TABLE_PAYSLIPS, "gross", "1\u202f801,80\u00a0€", "1801.8" },
    { ANC_TABLE_PAYSLIPS, "gross", "1801.80", "1801.8" },
    { ANC_TABLE_PAYSLIPS, "gross", "1.801,80", NULL },
    { ANC_TABLE_PAYSLIPS, "gross", "-5", NULL },
    { ANC_TABLE_PAYSLIPS, "gross", "€", NULL },
    { ANC_TABLE_OFFERS, "duration_months", "12", "12" },
    { ANC_TABLE_OFFERS, "duration_months", "1,5", NULL },
    { ANC_TABLE_JOBS, "contract", "permanent", "permanent" },
    { ANC_TABLE_JOBS, "contract", "cdi", NULL },
    { ANC_TABLE_CASES, "family_name", "  D’Exemple ", "D’Exemple" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const AncColumn *column = get_column (rows[i].table, rows[i].column);
      g_auto (AncValue) value = { 0 };
      const char *problem;
      g_autofree char *read = NULL;

      g_test_message ("%s: %s", rows[i].column, rows[i].typed);
      g_assert_cmpint (anc_entry_parse (column, rows[i].typed, &value, &problem), ==, rows[i].read != NULL);
      g_assert_cmpint (problem == NULL, ==, rows[i].read != NULL);
      read = anc_entry_format (column, &value);
      g_assert_cmpstr (read, ==, rows[i].read != NULL ? rows[i].read : "");
    }
}

static void
test_refusal_leaves_the_value (void)
{
  const AncColumn *column = get_column (ANC_TABLE_JOBS, "start");
  g_auto (AncValue) value = { 0 };
  const char *problem;

  anc_value_set_integer (&value, 5);
  g_assert_false (anc_entry_parse (column, "x", &value, &problem));
  g_assert_cmpint (value.integer, ==, 5);
  g_assert_true (anc_entry_parse (column, " ", &value, &problem));
  g_assert_cmpint (value.type, ==, ANC_VALUE_NONE);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cases/entry/parse", test_parse);
  g_test_add_func ("/cases/entry/refusal-leaves-the-value", test_refusal_leaves_the_value);

  return g_test_run ();
}
