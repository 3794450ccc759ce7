/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-field-row.h"

#include "anc-case-edits.h"
#include "anc-cases-fixture.h"
#include "anc-date-entry.h"
#include "anc-fact-row.h"
#include "anc-record-group.h"
#include "anc-record-window.h"

#include <string.h>

#define CASE "'employers':[{'id':'e1','name':'Phare','kind':'company'},{'id':'e2','name':'Mirage','kind':'company'}]," \
             "'jobs':[{'id':'j1','employer':'e1','start':'2025-01-10','end':'2025-06-30','contract':'permanent'}]"

static AncRules *rules;

typedef struct
{
  AncCase *a_case;
  AncDesk *desk;
  GtkSizeGroup *editors;
  GtkWidget *window;
} Fixture;

static AncDate
date (const char *text)
{
  AncDate value;

  g_assert_true (anc_date_parse (text, &value));
  return value;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (AncCaseRows) rows = anc_cases_fixture_case (rules, CASE);

  fixture->a_case = anc_case_new_from_rows (rows);
  fixture->desk = anc_desk_new (fixture->a_case, rules, date ("2026-11-21"));
  fixture->editors = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  fixture->window = gtk_window_new ();
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_clear_object (&fixture->editors);
  g_assert_finalize_object (fixture->desk);
  g_assert_finalize_object (fixture->a_case);
}

/* ---- Finding -------------------------------------------------------------------------------- */

static GtkWidget *
find (GtkWidget *widget,
      GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
add_row (Fixture *fixture,
         AncRecord *record,
         const char *column)
{
  const guint index = anc_table_find_column (anc_record_get_table (record), column);
  GtkWidget *row = anc_field_row_new (fixture->desk, record, index, fixture->editors);

  gtk_window_set_child (GTK_WINDOW (fixture->window), row);
  return row;
}

static AncRecord *
get_job (Fixture *fixture)
{
  return anc_record_list_get (anc_case_get_list (fixture->a_case, ANC_TABLE_JOBS), 0);
}

static void
type (GtkWidget *row,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (row, GTK_TYPE_ENTRY)), text);
  settle ();
}

static const char *
get_typed (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (find (row, GTK_TYPE_ENTRY)));
}

static void
assert_remark (GtkWidget *row,
               const char *remark,
               gboolean is_error)
{
  const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));

  g_assert_cmpstr (subtitle != NULL ? subtitle : "", ==, remark);
  g_assert_cmpint (gtk_widget_has_css_class (row, "error"), ==, is_error);
}

static gint64
get_date (AncRecord *record,
          const char *column)
{
  return anc_record_get_integer (record, column, ANC_DATE_NONE);
}

static void
undo (Fixture *fixture,
      AncChangeSet *changes)
{
  g_autoptr (AncChangeSet) inverse = anc_change_set_new_inverse (changes);

  anc_case_apply (fixture->a_case, inverse);
  settle ();
}

/* ---- Fields --------------------------------------------------------------------------------- */

static void
test_validates_while_typing (Fixture *fixture,
                             gconstpointer data)
{
  AncRecord *job = get_job (fixture);
  GtkWidget *row = add_row (fixture, job, "start");

  g_assert_cmpstr (get_typed (row), ==, "10 January 2025");
  assert_remark (row, "", FALSE);
  type (row, "31/02/2025");
  assert_remark (row, "February 2025 has 28 days.", TRUE);
  type (row, "1.3.25");
  assert_remark (row, "1 March 2025", FALSE);
  g_assert_cmpint (get_date (job, "start"), ==, date ("2025-03-01"));
  type (row, "mars 2025");
  assert_remark (row, "1 March 2025", FALSE);
  type (row, "");
  g_assert_cmpint (get_date (job, "start"), ==, ANC_DATE_NONE);
}

/* A date half typed is another date: what was there comes back until it is one. */
static void
test_keeps_the_value_while_it_is_none (Fixture *fixture,
                                       gconstpointer data)
{
  AncRecord *job = get_job (fixture);
  GtkWidget *row = add_row (fixture, job, "start");

  type (row, "1/3/20");
  g_assert_cmpint (get_date (job, "start"), ==, date ("2020-03-01"));
  type (row, "1/3/202");
  g_assert_cmpint (get_date (job, "start"), ==, date ("2025-01-10"));
  g_assert_cmpstr (get_typed (row), ==, "1/3/202");
}

static void
test_loses_nothing_typed (Fixture *fixture,
                          gconstpointer data)
{
  AncRecord *job = get_job (fixture);
  GtkWidget *row = add_row (fixture, job, "start");

  type (row, "31/02/2025");
  row = add_row (fixture, job, "start"); /* the form was closed and opened again */
  g_assert_cmpstr (get_typed (row), ==, "31/02/2025");
  assert_remark (row, "February 2025 has 28 days.", TRUE);
  type (row, "28/02/2025");
  row = add_row (fixture, job, "start");
  g_assert_cmpstr (get_typed (row), ==, "28 February 2025");
}

static void
test_end_before_start (Fixture *fixture,
                       gconstpointer data)
{
  AncRecord *job = get_job (fixture);
  GtkWidget *row = add_row (fixture, job, "end");

  type (row, "1/1/2025");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), !=, "");
  g_assert_cmpint (get_date (job, "end"), ==, date ("2025-01-01")); /* kept: the start may be what is wrong */
  type (row, "1/2/2025");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
}

static void
test_names_of_all_kinds (Fixture *fixture,
                         gconstpointer data)
{
  g_autofree char *long_name = g_strnfill (300, 'x');
  const char *const names[] = { long_name, "خيالي بن وهم", "Zoé 👩🏽‍🍳 D’Œuvre", "a<b>&c" };
  AncRecord *head = anc_case_get_head (fixture->a_case);
  GtkWidget *row = add_row (fixture, head, "family_name");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      type (row, names[i]);
      g_assert_cmpstr (anc_record_get_text (head, "family_name"), ==, names[i]);
      g_assert_cmpstr (get_typed (row), ==, names[i]);
    }
  type (row, "FICTIF\nDEUX");
  g_assert_cmpstr (anc_record_get_text (head, "family_name"), ==, "FICTIF DEUX");
  assert_remark (row, "The line breaks became spaces.", FALSE);
}

/* Notes keep their lines; Tab leaves them, and what was typed is one edit. */
static void
test_long_text (Fixture *fixture,
                gconstpointer data)
{
  AncRecord *head = anc_case_get_head (fixture->a_case);
  GtkWidget *row = add_row (fixture, head, "notes");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (row, GTK_TYPE_TEXT_VIEW)));
  g_autofree char *shown = NULL;

  g_assert_false (gtk_text_view_get_accepts_tab (GTK_TEXT_VIEW (find (row, GTK_TYPE_TEXT_VIEW))));
  gtk_text_buffer_set_text (buffer, "Rappeler lundi.\nVu le contrat : 35 h.", -1);
  settle ();
  g_assert_cmpstr (anc_record_get_text (head, "notes"), ==, "Rappeler lundi.\nVu le contrat : 35 h.");
  assert_remark (row, "", FALSE);

  anc_record_set_text (head, "notes", "Autre chose");
  settle ();
  g_object_get (buffer, "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, "Autre chose");
}

static void
test_a_country_is_found_by_typing (Fixture *fixture,
                                   gconstpointer data)
{
  AncRecord *head = anc_case_get_head (fixture->a_case);
  GtkWidget *row = add_row (fixture, head, "nationality");
  GtkWidget *search = find (row, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (search), "tunis");
  settle ();
  g_signal_emit_by_name (search, "activate");
  settle ();
  g_assert_cmpstr (anc_record_get_text (head, "nationality"), ==, "TUN");

  gtk_editable_set_text (GTK_EDITABLE (search), "nowhere at all");
  settle ();
  g_signal_emit_by_name (search, "activate");
  settle ();
  g_assert_cmpstr (anc_record_get_text (head, "nationality"), ==, "TUN");
}

static void
test_follows_undo (Fixture *fixture,
                   gconstpointer data)
{
  AncRecord *job = get_job (fixture);
  GtkWidget *row = add_row (fixture, job, "start");
  g_autoptr (AncChangeSet) changes = NULL;

  type (row, "2");
  type (row, "2/2/2025");
  type (row, "2/2/2024");
  changes = anc_case_commit (fixture->a_case);
  g_assert_cmpuint (anc_change_set_get_count (changes), ==, 1); /* one burst of typing, one edit */
  undo (fixture, changes);
  g_assert_cmpstr (get_typed (row), ==, "10 January 2025");
}

static void
test_drop_downs (Fixture *fixture,
                 gconstpointer data)
{
  AncRecord *job = get_job (fixture);
  GtkWidget *row = add_row (fixture, job, "employer");
  GtkDropDown *drop_down = GTK_DROP_DOWN (find (row, GTK_TYPE_DROP_DOWN));
  AncRecord *employer = anc_record_list_get (anc_case_get_list (fixture->a_case, ANC_TABLE_EMPLOYERS), 0);

  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 1);
  gtk_drop_down_set_selected (drop_down, 2);
  g_assert_cmpstr (anc_record_get_text (job, "employer"), ==, "e2");
  gtk_drop_down_set_selected (drop_down, 0);
  g_assert_null (anc_record_get_text (job, "employer"));

  anc_case_edit_delete (fixture->a_case, employer); /* the choices follow the case */
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (drop_down)), ==, 2);
}

/* What the case holds is shown even where it ought not to be there. */
static void
test_dangling_reference (Fixture *fixture,
                         gconstpointer data)
{
  AncRecord *job = get_job (fixture);
  GtkWidget *row;
  GtkDropDown *drop_down;
  g_autoptr (GtkStringObject) shown = NULL;

  anc_record_set_text (job, "employer", "e9");
  row = add_row (fixture, job, "employer");
  drop_down = GTK_DROP_DOWN (find (row, GTK_TYPE_DROP_DOWN));
  shown = g_object_ref (gtk_drop_down_get_selected_item (drop_down));
  g_assert_cmpstr (gtk_string_object_get_string (shown), ==, "e9");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpstr (anc_record_get_text (job, "employer"), ==, "e9");
}

/* ---- Facts ---------------------------------------------------------------------------------- */

static void
toggle (GtkWidget *row,
        const char *label)
{
  for (GtkWidget *button = gtk_widget_get_first_child (gtk_widget_get_parent (find (row, GTK_TYPE_TOGGLE_BUTTON)));
       button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  settle ();
}

static const char *
get_fact (Fixture *fixture,
          const char *name)
{
  AncRecord *fact = anc_case_find_fact (fixture->a_case, name);

  return fact != NULL ? anc_record_get_text (fact, "value") : NULL;
}

static void
test_three_states (Fixture *fixture,
                   gconstpointer data)
{
  const AncFactDefinition *fact = anc_fact_catalogue_find (anc_rules_get_fact_catalogue (rules), "polygamy");
  GtkWidget *row = anc_fact_row_new (fixture->desk, fact);

  gtk_window_set_child (GTK_WINDOW (fixture->window), row);
  g_assert_null (get_fact (fixture, "polygamy"));
  toggle (row, "No");
  g_assert_cmpstr (get_fact (fixture, "polygamy"), ==, "false");
  toggle (row, "Yes");
  g_assert_cmpstr (get_fact (fixture, "polygamy"), ==, "true");
  toggle (row, "Not recorded");
  g_assert_null (get_fact (fixture, "polygamy"));
}

static void
test_number_fact (Fixture *fixture,
                  gconstpointer data)
{
  const AncFactDefinition *fact = anc_fact_catalogue_find (anc_rules_get_fact_catalogue (rules), "talent_years");
  GtkWidget *row = anc_fact_row_new (fixture->desk, fact);

  gtk_window_set_child (GTK_WINDOW (fixture->window), row);
  type (row, "beaucoup");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_signal_emit_by_name (find (row, GTK_TYPE_ENTRY), "activate");
  g_assert_null (get_fact (fixture, "talent_years"));
  g_assert_cmpstr (get_typed (row), ==, "beaucoup");
  type (row, "2,5");
  g_signal_emit_by_name (find (row, GTK_TYPE_ENTRY), "activate");
  g_assert_cmpstr (get_fact (fixture, "talent_years"), ==, "2.5");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
}

/* ---- Lists ---------------------------------------------------------------------------------- */

static guint
count_rows (GtkWidget *group)
{
  GtkWidget *list = find (group, GTK_TYPE_LIST_BOX);
  guint n = 0;

  for (int i = 0; gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i) != NULL; i++)
    n += gtk_widget_get_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)));

  return n;
}

static void
test_list_follows (Fixture *fixture,
                   gconstpointer data)
{
  GtkWidget *group = anc_record_group_new (fixture->desk, ANC_TABLE_JOBS, NULL);
  AncRecord *job;

  gtk_window_set_child (GTK_WINDOW (fixture->window), group);
  g_assert_cmpuint (count_rows (group), ==, 1);
  job = anc_case_edit_add_job (fixture->a_case, NULL, date ("2024-01-01"), ANC_DATE_NONE);
  settle ();
  g_assert_cmpuint (count_rows (group), ==, 2);
  anc_case_edit_delete (fixture->a_case, job);
  settle ();
  g_assert_cmpuint (count_rows (group), ==, 1);
}

/* An empty list and one nobody looked into are not the same. */
static void
test_list_recorded_as_empty (Fixture *fixture,
                             gconstpointer data)
{
  GtkWidget *group = anc_record_group_new (fixture->desk, ANC_TABLE_MEASURES, NULL);
  GtkWidget *none;

  gtk_window_set_child (GTK_WINDOW (fixture->window), group);
  none = find (group, GTK_TYPE_SWITCH);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (none)));
  g_assert_false (anc_case_review_get_facts (anc_evaluator_get_review (anc_desk_get_evaluator (fixture->desk)))->has_measures);
  gtk_switch_set_active (GTK_SWITCH (none), TRUE);
  settle ();
  g_assert_true (anc_case_review_get_facts (anc_evaluator_get_review (anc_desk_get_evaluator (fixture->desk)))->has_measures);
  anc_case_edit_add (fixture->a_case, ANC_TABLE_MEASURES);
  settle ();
  g_assert_cmpuint (count_rows (group), ==, 1); /* the question is gone, the measure is there */
}

static void
test_form_closes_with_its_record (Fixture *fixture,
                                  gconstpointer data)
{
  AncRecord *job = get_job (fixture);
  AncRecordWindow *form = anc_record_window_new (fixture->desk, job);
  gpointer form_pointer = form;

  g_object_add_weak_pointer (G_OBJECT (form), &form_pointer);
  gtk_window_present (GTK_WINDOW (form));
  settle ();
  anc_case_edit_delete (fixture->a_case, job);
  settle ();
  g_assert_null (form_pointer);
}

/* ---- The filing date ------------------------------------------------------------------------ */

static void
test_date_entry (Fixture *fixture,
                 gconstpointer data)
{
  GtkWidget *entry = anc_date_entry_new ("Filing date", date ("2026-11-21"), date ("2026-11-21"));
  GtkWidget *field = find (entry, GTK_TYPE_ENTRY);

  gtk_window_set_child (GTK_WINDOW (fixture->window), entry);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_cmpstr (get_typed (entry), ==, "21 November 2026");

  type (entry, "31/02/2025");
  g_signal_emit_by_name (field, "activate");
  g_assert_true (gtk_widget_has_css_class (field, "error"));
  g_assert_cmpstr (get_typed (entry), ==, "31/02/2025");
  g_assert_cmpint (anc_date_entry_get_date (ANC_DATE_ENTRY (entry)), ==, date ("2026-11-21"));

  type (entry, "mars 2025"); /* of a filing, the day matters */
  g_signal_emit_by_name (field, "activate");
  g_assert_true (gtk_widget_has_css_class (field, "error"));

  type (entry, "1.3.25");
  g_assert_false (gtk_widget_has_css_class (field, "error")); /* right again while it is typed */
  g_signal_emit_by_name (field, "activate");
  g_assert_cmpint (anc_date_entry_get_date (ANC_DATE_ENTRY (entry)), ==, date ("2025-03-01"));
  g_assert_cmpstr (get_typed (entry), ==, "1 March 2025");
}

int
main (int argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture,
                  gconstpointer data);
  } tests[] = {
    { "/app/field-row/validates-while-typing", test_validates_while_typing },
    { "/app/field-row/keeps-the-value-while-it-is-none", test_keeps_the_value_while_it_is_none },
    { "/app/field-row/loses-nothing-typed", test_loses_nothing_typed },
    { "/app/field-row/end-before-start", test_end_before_start },
    { "/app/field-row/names-of-all-kinds", test_names_of_all_kinds },
    { "/app/field-row/long-text", test_long_text },
    { "/app/field-row/country-found-by-typing", test_a_country_is_found_by_typing },
    { "/app/field-row/follows-undo", test_follows_undo },
    { "/app/field-row/drop-downs", test_drop_downs },
    { "/app/field-row/dangling-reference", test_dangling_reference },
    { "/app/fact-row/three-states", test_three_states },
    { "/app/fact-row/number", test_number_fact },
    { "/app/record-group/follows", test_list_follows },
    { "/app/record-group/recorded-as-empty", test_list_recorded_as_empty },
    { "/app/record-window/closes-with-its-record", test_form_closes_with_its_record },
    { "/app/date-entry/types", test_date_entry },
  };
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  rules = anc_cases_fixture_load ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  status = g_test_run ();
  anc_rules_unref (rules);
  return status;
}
