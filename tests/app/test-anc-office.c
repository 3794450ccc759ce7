/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-list.h"
#include "anc-law.h"
#include "anc-office.h"
#include "anc-store-trash.h"
#include "anc-test-wait.h"

#include <signal.h>
#include <sys/resource.h>

#define N_CASES 130

typedef struct
{
  AncRules *rules;
  AncOffice *office;
  GAsyncResult *result;
  GError *failure;
  gboolean failure_kept;
  guint n_changed;
} Fixture;

/* ---- Waiting --------------------------------------------------------------------------------- */

static void
result_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_set_object (&((Fixture *) user_data)->result, result);
}

static GAsyncResult *
wait_for_result (Fixture *fixture)
{
  anc_test_wait_for (fixture->result != NULL);

  return g_steal_pointer (&fixture->result);
}

/* ---- Fixture --------------------------------------------------------------------------------- */

static void
failed_cb (AncOffice *office,
           GError *error,
           gboolean kept,
           Fixture *fixture)
{
  g_clear_error (&fixture->failure);
  fixture->failure = g_error_copy (error);
  fixture->failure_kept = kept;
}

static void
changed_cb (AncOffice *office,
            gint64 key,
            Fixture *fixture)
{
  fixture->n_changed++;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (AncRulesBuilder) builder = anc_rules_builder_new ();
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "test.ancrage", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AncStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  anc_law_add_shipped (builder);
  fixture->rules = anc_rules_builder_end (builder);
  anc_store_create_async (path, NULL, NULL, result_cb, fixture);
  result = wait_for_result (fixture);
  store = anc_store_create_finish (result, &error);
  g_assert_no_error (error);
  fixture->office = anc_office_new (store, fixture->rules);
  anc_office_set_today (fixture->office, anc_date_new (2026, 11, 21));
  g_signal_connect (fixture->office, "failed", G_CALLBACK (failed_cb), fixture);
  g_signal_connect (fixture->office, "case-changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;

  anc_office_close_async (fixture->office, result_cb, fixture);
  result = wait_for_result (fixture);
  g_assert_true (anc_office_close_finish (fixture->office, result, NULL));
  g_clear_object (&result);
  g_assert_finalize_object (fixture->office);
  anc_rules_unref (fixture->rules);
  g_clear_error (&fixture->failure);
}

static AncCase *
add_case (Fixture *fixture,
          const char *reference,
          const char *family,
          const char *state)
{
  AncCase *a_case = anc_case_new (reference);

  anc_case_begin (a_case, "Change");
  anc_record_set_text (anc_case_get_head (a_case), "family_name", family);
  anc_record_set_text (anc_case_get_head (a_case), "state", state);
  anc_case_end (a_case);
  anc_office_add_case (fixture->office, a_case);

  return a_case;
}

static void
rename_case (AncCase *a_case,
             const char *family)
{

  anc_case_begin (a_case, "Rename");
  anc_record_set_text (anc_case_get_head (a_case), "family_name", family);
  anc_case_end (a_case);
}

static const char *
get_family (AncCase *a_case)
{
  return anc_record_get_text (anc_case_get_head (a_case), "family_name");
}

/* ---- Edits ----------------------------------------------------------------------------------- */

static void
test_undo_redo (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (AncCase) a_case = add_case (fixture, "2026-001", "AVANT", "open");
  g_autoptr (AncCaseRows) before = anc_case_dup_rows (a_case);
  g_autoptr (AncCaseRows) after = NULL;

  rename_case (a_case, "APRÈS");
  after = anc_case_dup_rows (a_case);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AncCaseRows) undone = NULL;
      g_autoptr (AncCaseRows) redone = NULL;
      g_autoptr (GAsyncResult) undo_result = NULL;
      g_autoptr (GAsyncResult) redo_result = NULL;

      anc_office_undo_async (fixture->office, a_case, NULL, result_cb, fixture);
      undo_result = wait_for_result (fixture);
      g_assert_true (anc_office_undo_finish (fixture->office, undo_result, NULL));
      undone = anc_case_dup_rows (a_case);
      g_assert_true (anc_case_rows_equal (undone, before));

      anc_office_redo_async (fixture->office, a_case, NULL, result_cb, fixture);
      redo_result = wait_for_result (fixture);
      g_assert_true (anc_office_undo_finish (fixture->office, redo_result, NULL));
      redone = anc_case_dup_rows (a_case);
      g_assert_true (anc_case_rows_equal (redone, after));
    }
}

static void
test_one_live_case (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (AncCase) a_case = add_case (fixture, "2026-001", "UN", "open");
  g_autoptr (AncCase) again = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  anc_office_load_case_async (fixture->office, anc_case_get_key (a_case), NULL, result_cb, fixture);
  result = wait_for_result (fixture);
  again = anc_office_load_case_finish (fixture->office, result, NULL);
  g_assert_true (again == a_case);
}

/* What the store refuses is taken back from the live case, and said. */
static void
test_refused (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (AncCase) a_case = add_case (fixture, "2026-001", "AVANT", "open");
  AncStore *store = anc_office_get_store (fixture->office);
  g_autoptr (GAsyncResult) result = NULL;

  anc_test_wait_for (fixture->n_changed == 1);
  anc_store_delete_case_async (store, anc_case_get_key (a_case), NULL, result_cb, fixture);
  result = wait_for_result (fixture);
  g_assert_true (anc_store_delete_case_finish (store, result, NULL));

  rename_case (a_case, "APRÈS");
  g_assert_cmpstr (get_family (a_case), ==, "APRÈS");
  anc_test_wait_for (fixture->failure != NULL);
  g_assert_false (fixture->failure_kept);
  g_assert_cmpstr (get_family (a_case), ==, "AVANT");
  g_assert_cmpuint (anc_office_get_n_unsaved (fixture->office), ==, 0);
}

/* On a full disk what was typed stays on screen, in order, and is written once there is room. */
static void
test_full_disk (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (AncCase) a_case = add_case (fixture, "2026-001", "AVANT", "open");
  g_autoptr (AncCaseRows) typed = NULL;
  g_autoptr (AncCaseRows) written = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  struct rlimit before, none;

  anc_test_wait_for (fixture->n_changed == 1);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  none = before;
  none.rlim_cur = 4096;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &none), ==, 0);
  rename_case (a_case, "PENDANT");
  rename_case (a_case, "APRÈS");
  anc_test_wait_for (fixture->failure != NULL);
  g_assert_true (fixture->failure_kept);
  g_assert_cmpstr (get_family (a_case), ==, "APRÈS");
  g_assert_cmpuint (anc_office_get_n_unsaved (fixture->office), ==, 2);

  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  anc_office_retry (fixture->office);
  anc_test_wait_for (fixture->n_changed == 3);
  g_assert_cmpuint (anc_office_get_n_unsaved (fixture->office), ==, 0);

  typed = anc_case_dup_rows (a_case);
  anc_store_load_case_async (anc_office_get_store (fixture->office), anc_case_get_key (a_case), NULL, result_cb, fixture);
  result = wait_for_result (fixture);
  written = anc_store_load_case_finish (anc_office_get_store (fixture->office), result, NULL);
  g_assert_true (anc_case_rows_equal (typed, written));
}

/* ---- The list -------------------------------------------------------------------------------- */

static void
items_changed_cb (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  GString *log)
{
  g_string_append_printf (log, "%s%u-%u+%u", log->len > 0 ? " " : "", position, removed, added);
}

static const char *
get_name (AncCaseList *list,
          guint position)
{
  g_autoptr (AncCaseItem) item = g_list_model_get_item (G_LIST_MODEL (list), position);

  anc_test_wait_for (anc_case_item_is_loaded (item));

  return anc_case_item_get_name (item); /* the list holds the item */
}

static void
test_list (Fixture *fixture,
           gconstpointer data)
{
  static const char *const states[] = { "intake", "open", "archived" };
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AncOutcomeIndex) outcomes = NULL;
  g_autoptr (AncCaseList) list = NULL;
  g_autoptr (GString) log = g_string_new (NULL);
  g_autofree char *reference = NULL;
  GListModel *model;

  for (guint i = 0; i < N_CASES; i++)
    {
      g_autofree char *name = g_strdup_printf ("NOM%03u", i);
      g_autofree char *number = g_strdup_printf ("2026-%03u", i);

      g_ptr_array_add (cases, add_case (fixture, number, name, states[i % 3]));
    }
  anc_test_wait_for (fixture->n_changed == N_CASES);

  outcomes = anc_outcome_index_new (fixture->office);
  list = anc_case_list_new (fixture->office, outcomes);
  model = G_LIST_MODEL (list);
  anc_case_list_set_filter (list, ANC_CASE_LIST_ANY_STATE, ANC_CASE_LIST_ANY_OUTCOME);
  anc_test_wait_for (anc_case_list_get_n_cases (list) == N_CASES);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, N_CASES);
  g_assert_cmpstr (get_name (list, 0), ==, "NOM000");
  g_assert_cmpstr (get_name (list, N_CASES - 1), ==, "NOM129");

  /* One that is renamed moves alone; one that is only edited moves nothing. */
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), log);
  rename_case (g_ptr_array_index (cases, 129), "AAA");
  anc_test_wait_for (g_strcmp0 (get_name (list, 0), "AAA") == 0);
  g_assert_cmpstr (log->str, ==, "0-130+130");

  /* Of the states that go on, archived ones are left out unless they are asked for. */
  anc_case_list_set_filter (list, ANC_CASE_LIST_NOT_ARCHIVED, ANC_CASE_LIST_ANY_OUTCOME);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 87);
  anc_case_list_set_filter (list, 4, ANC_CASE_LIST_ANY_OUTCOME);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 43);

  /* What is looked for is found whatever its state, the words incomplete. */
  anc_case_list_set_filter (list, ANC_CASE_LIST_NOT_ARCHIVED, ANC_CASE_LIST_ANY_OUTCOME);
  anc_case_list_set_words (list, "nom00");
  anc_test_wait_for (g_list_model_get_n_items (model) == 10);
  anc_case_list_set_words (list, "");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 87);

  reference = anc_case_list_dup_next_reference (list);
  g_assert_cmpstr (reference, ==, "2026-130");
}

/* Outcomes come for all cases; those of a case that was not edited are not worked out again. */
static void
index_changed_cb (AncOutcomeIndex *outcomes,
                  gint64 key,
                  guint *count)
{
  (*count)++;
}

static void
test_outcomes (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (AncCase) first = add_case (fixture, "2026-001", "UN", "open");
  g_autoptr (AncCase) second = add_case (fixture, "2026-002", "DEUX", "open");
  g_autoptr (AncOutcomeIndex) outcomes = NULL;
  AncOutcome outcome;
  AncDate earliest;
  guint count = 0;

  anc_test_wait_for (fixture->n_changed == 2);
  outcomes = anc_outcome_index_new (fixture->office);
  g_signal_connect (outcomes, "changed", G_CALLBACK (index_changed_cb), &count);
  anc_outcome_index_want (outcomes, anc_case_get_key (first));
  anc_outcome_index_want_later (outcomes, anc_case_get_key (second));
  anc_test_wait_for (anc_outcome_index_get_n_waiting (outcomes) == 0);
  g_assert_cmpuint (count, ==, 2);
  g_assert_true (anc_outcome_index_look_up (outcomes, anc_case_get_key (first), &outcome, &earliest));
  g_assert_cmpint (outcome, ==, ANC_OUTCOME_UNKNOWN);

  anc_outcome_index_want (outcomes, anc_case_get_key (first));
  anc_outcome_index_want (outcomes, anc_case_get_key (second));
  g_assert_cmpuint (anc_outcome_index_get_n_waiting (outcomes), ==, 0);

  rename_case (second, "TROIS");
  anc_test_wait_for (fixture->n_changed == 3 && anc_outcome_index_get_n_waiting (outcomes) == 0);
  g_assert_cmpuint (count, ==, 3);

  anc_office_set_today (fixture->office, anc_date_new (2026, 11, 22));
  anc_test_wait_for (anc_outcome_index_get_n_waiting (outcomes) == 0);
  g_assert_cmpuint (count, ==, 5);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/app/office/undo-redo", test_undo_redo);
  ADD ("/app/office/one-live-case", test_one_live_case);
  ADD ("/app/office/refused", test_refused);
  ADD ("/app/office/full-disk", test_full_disk);
  ADD ("/app/case-list/pages-filters-search", test_list);
  ADD ("/app/outcome-index/only-what-changed", test_outcomes);
#undef ADD

  return g_test_run ();
}
