/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-journal-words.h"

#include "anc-case-edits.h"
#include "anc-cases-fixture.h"

#define CASE "'employers':[{'id':'e1','name':'Phare','kind':'company'}]," \
             "'jobs':[{'id':'j1','employer':'e1','start':'2025-01-10','contract':'permanent'}]"

static AncRules *rules;

/* ---- Changes -------------------------------------------------------------------------------- */

static void
committed_cb (AncCase *a_case,
              AncChangeSet *changes,
              gpointer user_data)
{
  const AncFactCatalogue *catalogue = anc_rules_get_fact_catalogue (rules);
  g_autoptr (AncCountries) countries = anc_countries_new ("/nowhere");
  GString *text = user_data;

  for (guint i = 0; i < anc_change_set_get_count (changes); i++)
    {
      g_autofree char *change = anc_journal_describe_change (anc_change_set_get (changes, i), a_case, catalogue, countries);

      g_string_append_printf (text, "%s\n", change);
    }
}

static void
test_describes_changes (void)
{
  g_autoptr (AncCaseRows) rows = anc_cases_fixture_case (rules, CASE);
  g_autoptr (AncCase) a_case = anc_case_new_from_rows (rows);
  g_autoptr (GString) text = g_string_new (NULL);
  AncRecord *job = anc_record_list_get (anc_case_get_list (a_case, ANC_TABLE_JOBS), 0);

  g_signal_connect (a_case, "committed", G_CALLBACK (committed_cb), text);
  anc_case_edit_set_span (a_case, job, anc_date_new (2025, 1, 10), anc_date_new (2025, 6, 30));
  anc_case_edit_set_span (a_case, job, anc_date_new (2025, 1, 10), anc_date_new (2025, 7, 31));
  anc_case_edit_set_fact (a_case, "polygamy", "false");
  anc_case_edit_add_payslip (a_case, job, anc_month_new (2025, 3));
  anc_case_edit_delete (a_case, anc_record_list_get (anc_case_get_list (a_case, ANC_TABLE_PAYSLIPS), 0));
  g_assert_cmpstr (text->str,
                   ==,
                   "Job “10 January 2025”\nUntil: not recorded → 30 June 2025\n"
                   "Job “10 January 2025”\nUntil: 30 June 2025 → 31 July 2025\n"
                   "Fact “Lives in polygamy in France”: added\nFact: Lives in polygamy in France\nAnswer: no\n"
                   "Payslip “March 2025”: added\nJob: ⁨Phare⁩\nMonth: March 2025\n"
                   "Payslip “March 2025”: deleted\nJob: ⁨Phare⁩\nMonth: March 2025\n");
}

/* ---- Going back ----------------------------------------------------------------------------- */

/* Entries by number: `e` an edit, `u4` the undo of 4, `r5` the redo that takes 5 back. */
static GPtrArray *
make_journal (const char *const *entries)
{
  GPtrArray *journal = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_transaction_free);

  for (guint i = 0; entries[i] != NULL; i++)
    {
      AncTransaction *transaction = g_new0 (AncTransaction, 1);

      transaction->id = i + 1;
      transaction->kind = entries[i][0] == 'e' ? ANC_TRANSACTION_EDIT : entries[i][0] == 'u' ? ANC_TRANSACTION_UNDO
                                                                                             : ANC_TRANSACTION_REDO;
      transaction->reverts = g_ascii_strtoll (entries[i] + 1, NULL, 10);
      g_ptr_array_insert (journal, 0, transaction);
    }

  return journal;
}

static const struct
{
  const char *entries[8];
  gint64 before;
  guint n_undos;
} journals[] = {
  { { "e", "e", "e" }, 1, 3 },
  { { "e", "e", "e" }, 3, 1 },
  { { "e", "e", "e", "u3" }, 2, 1 }, /* 3 no longer stands */
  { { "e", "e", "e", "u3" }, 3, 0 },
  { { "e", "e", "e", "u3", "r4" }, 3, 1 }, /* and stands again */
  { { "e", "e", "e", "u3", "r4", "u5" }, 3, 0 },
  { { "e", "e", "u2", "e" }, 2, 1 }, /* 4 came after 2 was taken back */
  { { "e", "e", "u2", "u1" }, 1, 0 },
};

static void
test_counts_undos (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (journals); i++)
    {
      g_autoptr (GPtrArray) journal = make_journal (journals[i].entries);

      g_test_message ("row %u", i);
      g_assert_cmpuint (anc_journal_count_undos (journal, journals[i].before), ==, journals[i].n_undos);
    }
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  rules = anc_cases_fixture_load ();

  g_test_add_func ("/app/journal-words/describes-changes", test_describes_changes);
  g_test_add_func ("/app/journal-words/counts-undos", test_counts_undos);

  status = g_test_run ();
  anc_rules_unref (rules);
  return status;
}
