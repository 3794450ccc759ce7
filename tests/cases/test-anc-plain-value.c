/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-plain-value.h"

static const AncColumn *
get_column (AncTableId table,
            const char *name)
{
  return &anc_table_get (table)->columns[anc_table_find_column (anc_table_get (table), name)];
}

static void
test_read (void)
{
  const struct
  {
    AncTableId table;
    const char *column;
    const char *text;
    gboolean is_read; /* and then written the same */
  } rows[] = {
    { ANC_TABLE_JOBS, "start", "2024-12-31", TRUE },
    { ANC_TABLE_JOBS, "start", "2024-02-31", FALSE },
    { ANC_TABLE_JOBS, "start", "31/12/2024", FALSE },
    { ANC_TABLE_JOBS, "start", "2024-12", FALSE },
    { ANC_TABLE_JOBS, "start", "demain", FALSE },
    { ANC_TABLE_JOBS, "start", "", TRUE },
    { ANC_TABLE_PAYSLIPS, "month", "2025-03", TRUE },
    { ANC_TABLE_PAYSLIPS, "month", "2025-13", FALSE },
    { ANC_TABLE_PAYSLIPS, "gross", "1801.8", TRUE },
    { ANC_TABLE_PAYSLIPS, "gross", "1801,8", FALSE },
    { ANC_TABLE_PAYSLIPS, "gross", "1.801,80", FALSE },
    { ANC_TABLE_PAYSLIPS, "gross", "-5", FALSE },
    { ANC_TABLE_OFFERS, "duration_months", "12", TRUE },
    { ANC_TABLE_OFFERS, "duration_months", "1.5", FALSE },
    { ANC_TABLE_JOBS, "contract", "permanent", TRUE },
    { ANC_TABLE_JOBS, "contract", "cdi", FALSE },
    { ANC_TABLE_CASES, "family_name", "D’Exemple", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const AncColumn *column = get_column (rows[i].table, rows[i].column);
      g_auto (AncValue) value = { 0 };
      g_autofree char *written = NULL;

      g_test_message ("%s: %s", rows[i].column, rows[i].text);
      g_assert_cmpint (anc_plain_value_read (column, rows[i].text, &value), ==, rows[i].is_read);
      written = anc_plain_value_write (column, &value);
      g_assert_cmpstr (written, ==, rows[i].is_read ? rows[i].text : "");
    }
}

static void
test_refusal_leaves_the_value (void)
{
  const AncColumn *column = get_column (ANC_TABLE_JOBS, "start");
  g_auto (AncValue) value = { 0 };

  anc_value_set_integer (&value, 5);
  g_assert_false (anc_plain_value_read (column, "x", &value));
  g_assert_cmpint (value.integer, ==, 5);
  g_assert_true (anc_plain_value_read (column, "", &value));
  g_assert_cmpint (value.type, ==, ANC_VALUE_NONE);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cases/plain-value/read", test_read);
  g_test_add_func ("/cases/plain-value/refusal-leaves-the-value", test_refusal_leaves_the_value);

  return g_test_run ();
}
