/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-record-words.h"

#include <string.h>

static gboolean
is_internal (const AncTable *table)
{
  return table->id == ANC_TABLE_CITATIONS;
}

/* A new field of a case must not reach people under its name in the file. */
static void
test_every_column_has_a_title (void)
{
  for (guint id = 0; id < ANC_N_TABLES; id++)
    {
      const AncTable *table = anc_table_get (id);

      g_assert_cmpstr (anc_words_table (id), !=, NULL);
      g_assert_cmpstr (anc_words_record_kind (id), !=, NULL);
      for (guint i = 0; i < table->n_columns && !is_internal (table); i++)
        {
          g_test_message ("%s.%s", table->name, table->columns[i].name);
          g_assert_true (anc_words_column (table, &table->columns[i]) != table->columns[i].name);
        }
    }
}

static void
test_every_choice_has_words (void)
{
  for (guint id = 0; id < ANC_N_TABLES; id++)
    {
      const AncTable *table = anc_table_get (id);

      for (guint i = 0; i < table->n_columns && !is_internal (table); i++)
        {
          const char *const *choices = table->columns[i].field->choices;

          for (guint j = 0; choices != NULL && choices[j] != NULL; j++)
            {
              g_test_message ("%s.%s: %s", table->name, table->columns[i].name, choices[j]);
              g_assert_true (anc_words_choice (table, &table->columns[i], choices[j]) != choices[j]);
            }
        }
    }
}

static void
test_dates (void)
{
  const AncDate start = anc_date_new (2025, 3, 1);
  const AncDate end = anc_date_new (2026, 1, 31);
  g_autofree char *both = anc_words_dates (start, end);
  g_autofree char *from = anc_words_dates (start, ANC_DATE_NONE);
  g_autofree char *until = anc_words_dates (ANC_DATE_NONE, end);
  g_autofree char *none = anc_words_dates (ANC_DATE_NONE, ANC_DATE_NONE);

  g_assert_cmpstr (both, ==, "1 March 2025 to 31 January 2026");
  g_assert_cmpstr (from, ==, "since 1 March 2025");
  g_assert_cmpstr (until, ==, "until 31 January 2026");
  g_assert_cmpstr (none, ==, "no dates yet");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/words/record-words/every-column-has-a-title", test_every_column_has_a_title);
  g_test_add_func ("/words/record-words/every-choice-has-words", test_every_choice_has_words);
  g_test_add_func ("/words/record-words/dates", test_dates);

  return g_test_run ();
}
