/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-bundle-list-model.h"
#include "anc-cases-fixture.h"
#include "anc-presence-words.h"

#define DOCUMENTS                                                           \
  "'entry_date':'2023-02-01',"                                              \
  "'documents':[{'id':'a','title':'Alpha','kind':'passport'},"              \
  "{'id':'b','title':'Beta','kind':'tax_notice','date':'2023-08-30'},"      \
  "{'id':'c','title':'Gamma','kind':'bank_statement','date':'2024-02-01'}," \
  "{'id':'d','title':'Delta','kind':'bank_statement','date':'2024-03-01'}]"

static AncRules *rules;
static AncExhibitRules *exhibit_rules;

typedef struct
{
  AncCase *live;
  AncBundleListModel *model;
  GString *log; /* of items-changed: "1-1+2 " */
  guint n_changed;
} Fixture;

static void
log_cb (GListModel *model,
        guint position,
        guint removed,
        guint added,
        Fixture *fixture)
{
  g_string_append_printf (fixture->log, "%u-%u+%u ", position, removed, added);
}

static void
count_cb (AncBundleListModel *model,
          Fixture *fixture)
{
  fixture->n_changed++;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (AncCaseRows) rows = anc_cases_fixture_case (rules, DOCUMENTS);

  fixture->live = anc_case_new_from_rows (rows);
  fixture->model = anc_bundle_list_model_new (fixture->live, exhibit_rules);
  fixture->log = g_string_new (NULL);
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (log_cb), fixture);
  g_signal_connect (fixture->model, "changed", G_CALLBACK (count_cb), fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->model);
  g_object_unref (fixture->live);
  g_string_free (fixture->log, TRUE);
}

static gint64
get_key (Fixture *fixture,
         guint place)
{
  g_autoptr (AncBundleEntry) entry = g_list_model_get_item (G_LIST_MODEL (fixture->model), place);

  return anc_bundle_entry_get_key (entry);
}

/* "1 Alpha, 2 Beta" */
static void
assert_entries (Fixture *fixture,
                const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->model)); i++)
    {
      g_autoptr (AncBundleEntry) entry = g_list_model_get_item (G_LIST_MODEL (fixture->model), i);

      g_string_append_printf (text, "%s%u %s", i > 0 ? ", " : "", anc_bundle_entry_get_number (entry), anc_bundle_entry_get_title (entry));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* What stays as it was is not told: rows keep their focus. */
static void
test_tells_what_changed (Fixture *fixture,
                         gconstpointer data)
{
  assert_entries (fixture, "1 Alpha, 2 Beta, 3 Gamma, 4 Delta");
  anc_bundle_list_model_move (fixture->model, get_key (fixture, 3), 2);
  assert_entries (fixture, "1 Alpha, 2 Beta, 3 Delta, 4 Gamma");
  g_assert_cmpstr (fixture->log->str, ==, "2-2+2 ");
  anc_bundle_list_model_set_title (fixture->model, get_key (fixture, 0), "Passeport");
  g_assert_cmpstr (fixture->log->str, ==, "2-2+2 0-1+1 ");
  anc_bundle_list_model_leave_out (fixture->model, get_key (fixture, 3));
  g_assert_cmpstr (fixture->log->str, ==, "2-2+2 0-1+1 3-1+0 ");
  assert_entries (fixture, "1 Passeport, 2 Beta, 3 Delta");
  g_assert_cmpuint (fixture->n_changed, ==, 3);
}

static void
test_edits_of_others (Fixture *fixture,
                      gconstpointer data)
{
  anc_record_set_text (anc_record_list_get (anc_case_get_list (fixture->live, ANC_TABLE_DOCUMENTS), 1), "title", "Avis");
  assert_entries (fixture, "1 Alpha, 2 Avis, 3 Gamma, 4 Delta");
  g_assert_cmpstr (fixture->log->str, ==, "1-1+1 ");
  anc_record_set_text (anc_case_get_head (fixture->live), "phone", "1");
  g_assert_cmpstr (fixture->log->str, ==, "1-1+1 ");
}

static void
test_groups (Fixture *fixture,
             gconstpointer data)
{
  guint place;
  gint64 last = get_key (fixture, 3);

  anc_bundle_list_model_group_with_previous (fixture->model, get_key (fixture, 0)); /* there is none above */
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  anc_bundle_list_model_group_with_previous (fixture->model, last);
  assert_entries (fixture, "1 Alpha, 2 Beta, 3 Gamma");
  g_assert_true (anc_bundle_list_model_find (fixture->model, last, &place)); /* wherever it went */
  g_assert_cmpuint (place, ==, 2);
  anc_bundle_list_model_ungroup (fixture->model, last);
  assert_entries (fixture, "1 Alpha, 2 Beta, 3 Gamma, 4 Delta");
}

static void
assert_documents (Fixture *fixture,
                  guint place,
                  const char *expected)
{
  const AncExhibit *exhibit = g_ptr_array_index (anc_bundle_list_model_get_order (fixture->model)->exhibits, place);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < exhibit->documents->len; i++)
    g_string_append (text, anc_row_get_text (g_ptr_array_index (exhibit->documents, i), "id"));
  g_assert_cmpstr (text->str, ==, expected);
}

/* Whatever stands between them: the exhibit keeps its place. */
static void
test_documents_of_a_group (Fixture *fixture,
                           gconstpointer data)
{
  const gint64 a = get_key (fixture, 0), b = get_key (fixture, 1), d = get_key (fixture, 3);

  anc_bundle_list_model_move_document (fixture->model, a, 0); /* alone */
  g_assert_false (anc_bundle_list_model_can_order (fixture->model, a));
  anc_bundle_list_model_group_with_previous (fixture->model, b);
  anc_bundle_list_model_move (fixture->model, get_key (fixture, 1), 0); /* Gamma */
  anc_bundle_list_model_move (fixture->model, d, 1);
  anc_record_set_text (anc_case_find (fixture->live, d), "exhibit", anc_record_get_text (anc_case_find (fixture->live, a), "exhibit"));
  assert_entries (fixture, "1 Gamma, 2 Delta");
  assert_documents (fixture, 1, "dab");
  g_assert_true (anc_bundle_list_model_can_order (fixture->model, a));
  anc_bundle_list_model_move_document (fixture->model, d, 2);
  assert_documents (fixture, 1, "abd");
  anc_bundle_list_model_move (fixture->model, get_key (fixture, 0), 1); /* Gamma last */
  anc_bundle_list_model_move_document (fixture->model, d, 0);
  assert_documents (fixture, 0, "dab");
  anc_bundle_list_model_move_document (fixture->model, d, 1);
  assert_documents (fixture, 0, "adb");
  assert_entries (fixture, "1 Alpha, 2 Gamma");
  anc_bundle_list_model_move_document (fixture->model, d, 3); /* there are no four */
  assert_documents (fixture, 0, "adb");
}

static void
test_payslips_stand_by_month (Fixture *fixture,
                              gconstpointer data)
{
  AncRecordList *documents = anc_case_get_list (fixture->live, ANC_TABLE_DOCUMENTS);
  const gint64 c = get_key (fixture, 2), d = get_key (fixture, 3);

  anc_record_set_text (anc_record_list_get (documents, 2), "kind", "payslip");
  anc_record_set_text (anc_record_list_get (documents, 3), "kind", "payslip");
  anc_bundle_list_model_group_with_previous (fixture->model, d);
  assert_documents (fixture, 2, "cd");
  g_assert_false (anc_bundle_list_model_can_order (fixture->model, c));
  anc_bundle_list_model_move_document (fixture->model, d, 0);
  assert_documents (fixture, 2, "cd");
}

static void
test_options (Fixture *fixture,
              gconstpointer data)
{
  const AncBundleOptions options = { .first_number = 7 };

  anc_bundle_list_model_set_options (fixture->model, &options);
  assert_entries (fixture, "7 Alpha, 8 Beta, 9 Gamma, 10 Delta");
}

/* ---- Presence ------------------------------------------------------------------------------ */

static void
test_sentences (Fixture *fixture,
                gconstpointer data)
{
  static const char *const expected[] = {
    "first half of 2023: no proof",
    "second half of 2023: certain, by Tax notice",
    "first half of 2024: real value, by Bank statement with movements (2)",
    "second half of 2024: nothing to prove",
  };
  g_autoptr (AncCaseRows) rows = anc_case_dup_rows (fixture->live);
  g_autoptr (AncPresenceMatrix) matrix = anc_presence_matrix_new (rows, exhibit_rules, anc_date_new (2024, 5, 1));
  g_autofree char *summary = anc_presence_words_summary (matrix);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *sentence = anc_presence_words_cell (anc_presence_matrix_get (matrix, i / 2, i % 2), 2023 + (int) i / 2, i % 2);

      g_assert_cmpstr (sentence, ==, expected[i]);
    }
  g_assert_cmpstr (summary, ==, "2 of 3 half-years have a proof");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc,
      char **argv)
{
  g_autoptr (AncProblems) problems = anc_problems_new ();
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  rules = anc_cases_fixture_load ();
  exhibit_rules = anc_exhibit_rules_load (NULL, NULL, problems);

  ADD ("/app/bundle-list/tells-what-changed", test_tells_what_changed);
  ADD ("/app/bundle-list/edits-of-others", test_edits_of_others);
  ADD ("/app/bundle-list/groups", test_groups);
  ADD ("/app/bundle-list/documents-of-a-group", test_documents_of_a_group);
  ADD ("/app/bundle-list/payslips-stand-by-month", test_payslips_stand_by_month);
  ADD ("/app/bundle-list/options", test_options);
  ADD ("/app/presence/sentences", test_sentences);

  status = g_test_run ();
  anc_exhibit_rules_unref (exhibit_rules);
  anc_rules_unref (rules);

  return status;
}
