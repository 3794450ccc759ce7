/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-comparison.h"
#include "anc-case.h"

/* ---- Two offices with one case --------------------------------------------------------------- */

static AncRecord *
add_job (AncCase *edited,
         const char *id)
{
  AncRecord *job;

  anc_case_begin (edited, "Add a job");
  job = anc_case_insert (edited, ANC_TABLE_JOBS, G_MAXUINT);
  anc_record_set_text (job, "id", id);
  anc_record_set_text (job, "contract", "permanent");
  anc_case_end (edited);

  return job;
}

static AncRecord *
get_job (AncCase *edited,
         guint index)
{
  return anc_record_list_get (anc_case_get_list (edited, ANC_TABLE_JOBS), index);
}

/* The same case twice, then edited apart. */
static void
part (AncCase **ours,
      AncCase **theirs)
{
  g_autoptr (AncCaseRows) rows = NULL;

  *ours = anc_case_new ("2026-001");
  add_job (*ours, "j1");
  add_job (*ours, "j2");
  add_job (*ours, "j3");
  rows = anc_case_dup_rows (*ours);
  *theirs = anc_case_new_from_rows (rows);

  anc_record_set_text (get_job (*theirs, 0), "contract", "seasonal");
  anc_record_set_integer (get_job (*theirs, 0), "start", 20000);
  add_job (*theirs, "j4");
  anc_case_move (*theirs, get_job (*theirs, 1), 0);
  g_object_set (anc_case_get_head (*theirs), "family-name", "Exemple", NULL);

  anc_case_remove (*theirs, get_job (*theirs, 2)); /* j3 */
  g_object_set (anc_case_get_head (*ours), "notes", "ours", NULL);
}

static AncCaseComparison *
compare (AncCase *ours,
         AncCase *theirs)
{
  g_autoptr (AncCaseRows) our_rows = ours != NULL ? anc_case_dup_rows (ours) : NULL;
  g_autoptr (AncCaseRows) their_rows = anc_case_dup_rows (theirs);

  return anc_case_comparison_new (our_rows, their_rows);
}

static char *
describe (const AncCaseComparison *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < anc_case_comparison_get_count (self); i++)
    {
      const AncComparisonItem *item = anc_case_comparison_get (self, i);
      g_autofree char *path = anc_case_comparison_dup_path (self, item, ANC_COLUMN_NONE);

      g_string_append_printf (text, "%c %s", "=+~-"[item->kind], path);
      for (guint j = 0; item->kind == ANC_COMPARISON_DIFFERENT && j < item->theirs->table->n_columns; j++)
        if (anc_comparison_item_differs (item, j))
          g_string_append_printf (text, " %s", item->theirs->table->columns[j].name);
      g_string_append_c (text, '\n');
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_compare (void)
{
  g_autoptr (AncCase) ours = NULL;
  g_autoptr (AncCase) theirs = NULL;
  g_autoptr (AncCaseComparison) self = NULL;
  g_autofree char *description = NULL;

  part (&ours, &theirs);
  self = compare (ours, theirs);
  description = describe (self);
  g_assert_cmpstr (description, ==, "~  family_name notes\n"
                                    "= jobs[0]\n"
                                    "~ jobs[1] start contract\n"
                                    "+ jobs[2]\n"
                                    "- jobs[2]\n");
  g_assert_cmpuint (anc_case_comparison_count_kind (self, ANC_COMPARISON_DIFFERENT), ==, 2);
}

/* What is taken once is not offered twice, and nothing of ours goes. */
static void
test_take_all_twice (void)
{
  g_autoptr (AncCase) ours = NULL;
  g_autoptr (AncCase) theirs = NULL;
  g_autoptr (AncCaseComparison) first = NULL;
  g_autoptr (AncCaseComparison) second = NULL;
  g_autoptr (AncChangeSet) changes = NULL;
  g_autoptr (AncChangeSet) again = NULL;

  part (&ours, &theirs);
  first = compare (ours, theirs);
  changes = anc_case_comparison_take (first, "Import", NULL, NULL);
  anc_case_apply (ours, changes);

  g_assert_cmpstr (anc_record_get_text (anc_case_get_head (ours), "family_name"), ==, "Exemple");
  g_assert_null (anc_record_get_text (anc_case_get_head (ours), "notes"));
  g_assert_cmpuint (anc_record_list_get_count (anc_case_get_list (ours, ANC_TABLE_JOBS)), ==, 4);

  second = compare (ours, theirs);
  g_assert_cmpuint (anc_case_comparison_count_kind (second, ANC_COMPARISON_NEW), ==, 0);
  g_assert_cmpuint (anc_case_comparison_count_kind (second, ANC_COMPARISON_DIFFERENT), ==, 0);
  again = anc_case_comparison_take (second, "Import", NULL, NULL);
  g_assert_cmpuint (anc_change_set_get_count (again), ==, 0);
}

static gboolean
choose_cb (const AncComparisonItem *item,
           guint column,
           gpointer user_data)
{
  return column == anc_table_find_column (item->theirs->table, user_data);
}

static gboolean
refuse_cb (const AncComparisonItem *item,
           guint column,
           gpointer user_data)
{
  return FALSE;
}

static void
test_take_some (void)
{
  g_autoptr (AncCase) ours = NULL;
  g_autoptr (AncCase) theirs = NULL;
  g_autoptr (AncCaseComparison) self = NULL;
  g_autoptr (AncChangeSet) none = NULL;
  g_autoptr (AncChangeSet) start = NULL;

  part (&ours, &theirs);
  self = compare (ours, theirs);

  none = anc_case_comparison_take (self, "Import", refuse_cb, NULL);
  g_assert_cmpuint (anc_change_set_get_count (none), ==, 0);

  start = anc_case_comparison_take (self, "Import", choose_cb, (gpointer) "start");
  g_assert_cmpuint (anc_change_set_get_count (start), ==, 1);
  g_assert_cmpint (anc_row_get_integer (anc_change_set_get (start, 0)->after, "start", 0), ==, 20000);
  g_assert_cmpstr (anc_row_get_text (anc_change_set_get (start, 0)->after, "contract"), ==, "permanent");
}

/* Of a case that we do not have, what is not chosen stays out; the case itself is there. */
static void
test_new_case (void)
{
  g_autoptr (AncCase) ours = NULL;
  g_autoptr (AncCase) theirs = NULL;
  g_autoptr (AncCaseComparison) self = NULL;
  g_autoptr (AncCaseRows) rows = NULL;
  g_autoptr (AncCaseRows) made = NULL;
  g_autoptr (AncChangeSet) all = NULL;
  g_autoptr (AncChangeSet) head = NULL;
  g_autoptr (GPtrArray) inserted = g_ptr_array_new ();

  part (&ours, &theirs);
  self = compare (NULL, theirs);
  all = anc_case_comparison_take (self, "Import", NULL, NULL);
  for (guint i = 0; i < anc_change_set_get_count (all); i++)
    g_ptr_array_add (inserted, anc_change_set_get (all, i)->after);
  made = anc_case_rows_new (inserted);
  rows = anc_case_dup_rows (theirs);
  g_assert_true (anc_case_rows_equal (made, rows));

  head = anc_case_comparison_take (self, "Import", refuse_cb, NULL);
  g_assert_cmpuint (anc_change_set_get_count (head), ==, 1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cases/case-comparison/compare", test_compare);
  g_test_add_func ("/cases/case-comparison/take-all-twice", test_take_all_twice);
  g_test_add_func ("/cases/case-comparison/take-some", test_take_some);
  g_test_add_func ("/cases/case-comparison/new-case", test_new_case);

  return g_test_run ();
}
