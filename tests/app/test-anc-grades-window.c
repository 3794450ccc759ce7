/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-grades-window.h"
#include "anc-law.h"
#include "anc-office.h"
#include "anc-store-fixture.h"
#include "anc-test-wait.h"

#include <string.h>

typedef struct
{
  AncRules *rules;
  AncOffice *office;
  GAsyncResult *result;
  guint n_changed;
  char *folder;
} Fixture;

/* ---- Waiting ------------------------------------------------------------------------------- */

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

static void
changed_cb (AncExhibitLibrary *library,
            Fixture *fixture)
{
  fixture->n_changed++;
}

/* ---- Fixture ------------------------------------------------------------------------------- */

static void
open_office (Fixture *fixture,
             gboolean is_new)
{
  g_autofree char *path = g_build_filename (fixture->folder, "test.ancrage", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AncStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (is_new)
    anc_store_create_async (path, NULL, NULL, result_cb, fixture);
  else
    anc_store_open_async (path, NULL, 0, NULL, result_cb, fixture);
  result = wait_for_result (fixture);
  store = is_new ? anc_store_create_finish (result, &error) : anc_store_open_finish (result, &error);
  g_assert_no_error (error);
  fixture->office = anc_office_new (store, fixture->rules);
  g_signal_connect (anc_office_get_exhibits (fixture->office), "changed", G_CALLBACK (changed_cb), fixture);
}

static void
close_office (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  anc_office_close_async (fixture->office, result_cb, fixture);
  result = wait_for_result (fixture);
  g_assert_true (anc_office_close_finish (fixture->office, result, &error));
  g_assert_no_error (error);
  g_clear_object (&fixture->office);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (AncRulesBuilder) builder = anc_rules_builder_new ();

  fixture->folder = g_dir_make_tmp ("ancrage-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  anc_law_add_shipped (builder);
  fixture->rules = anc_rules_builder_end (builder);
  open_office (fixture, TRUE);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  close_office (fixture);
  anc_rules_unref (fixture->rules);
  anc_fixture_remove_folder (fixture->folder);
}

static AncGrade
get_grade (Fixture *fixture,
           const char *kind)
{
  return anc_exhibit_rules_find_kind (anc_exhibit_library_get_rules (anc_office_get_exhibits (fixture->office)), kind)->grade;
}

/* The row of a kind of documents, by its title. */
static AdwComboRow *
find_row (GtkWidget *top,
          const char *title)
{
  if (ADW_IS_COMBO_ROW (top) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (top)), title) == 0)
    return ADW_COMBO_ROW (top);

  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      AdwComboRow *row = find_row (child, title);

      if (row != NULL)
        return row;
    }

  return NULL;
}

/* ---- Tests --------------------------------------------------------------------------------- */

/* What someone chooses is what all who open the store have, and what counts as a proof. */
static void
test_a_choice_is_kept (Fixture *fixture,
                       gconstpointer data)
{
  AncGradesWindow *window = anc_grades_window_new (NULL, anc_office_get_exhibits (fixture->office));
  AdwComboRow *row = find_row (GTK_WIDGET (window), "Bank statement with movements");
  const char *subtitle;

  g_assert_nonnull (row);
  subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
  g_assert_nonnull (strstr (subtitle, "real value: assouevam.fr")); /* who says so, and who does not */
  g_assert_nonnull (strstr (subtitle, "limited: Heaume avocat"));
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 1);

  adw_combo_row_set_selected (row, 2);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpint (get_grade (fixture, "bank_statement"), ==, ANC_GRADE_LIMITED);
  g_assert_false (g_strv_contains (anc_exhibit_library_get_proofs (anc_office_get_exhibits (fixture->office)), "bank_statement"));
  gtk_window_destroy (GTK_WINDOW (window));

  close_office (fixture);
  fixture->n_changed = 0;
  open_office (fixture, FALSE);
  anc_test_wait_for (fixture->n_changed > 0);
  g_assert_cmpint (get_grade (fixture, "bank_statement"), ==, ANC_GRADE_LIMITED);
  g_assert_cmpint (get_grade (fixture, "payslip"), ==, ANC_GRADE_REAL);
}

/* A grade that another window chose shows, and is not chosen again. */
static void
test_follows (Fixture *fixture,
              gconstpointer data)
{
  AncExhibitLibrary *library = anc_office_get_exhibits (fixture->office);
  AncGradesWindow *window = anc_grades_window_new (NULL, library);
  AdwComboRow *row = find_row (GTK_WIDGET (window), "Passport");

  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 3);
  anc_exhibit_library_set_grade (library, "passport", ANC_GRADE_CERTAIN);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/app/grades/a-choice-is-kept", Fixture, NULL, set_up, test_a_choice_is_kept, tear_down);
  g_test_add ("/app/grades/follows", Fixture, NULL, set_up, test_follows, tear_down);

  return g_test_run ();
}
