/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case.h"

#include "anc-amount.h"
#include "anc-date.h"

/* ---- Bookkeeping ----------------------------------------------------------------------------- */

static void
append_cb (AncCase *self,
           AncChangeSet *changes,
           GPtrArray *sets)
{
  g_ptr_array_add (sets, anc_change_set_ref (changes));
}

/* Every set that @self commits. */
static GPtrArray *
watch (AncCase *self)
{
  GPtrArray *sets = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_change_set_unref);

  g_signal_connect_data (self, "committed", G_CALLBACK (append_cb), g_ptr_array_ref (sets), (GClosureNotify) (void (*) (void)) g_ptr_array_unref, 0);
  return sets;
}

static void
assert_rows (AncCase *self,
             AncCaseRows *expected)
{
  g_autoptr (AncCaseRows) rows = anc_case_dup_rows (self);

  g_assert_true (anc_case_rows_equal (rows, expected));
}

static void
count_cb (AncCase *self,
          guint *n)
{
  (*n)++;
}

/* ---- Edits ----------------------------------------------------------------------------------- */

static void
test_one_edit_is_one_set (void)
{
  g_autoptr (AncCase) self = anc_case_new ("2026-001");
  g_autoptr (GPtrArray) sets = watch (self);
  g_autoptr (AncChangeSet) changes = NULL;
  AncRecord *job;
  guint n_changed = 0;

  g_signal_connect (self, "changed", G_CALLBACK (count_cb), &n_changed);

  anc_case_begin (self, "Add a job");
  job = anc_case_insert (self, ANC_TABLE_JOBS, G_MAXUINT);
  anc_record_set_text (job, "id", "j1");
  anc_record_set_integer (job, "start", 20000);
  anc_record_set_integer (job, "start", 20001);
  g_assert_cmpuint (sets->len, ==, 0);
  g_assert_cmpuint (n_changed, ==, 0);
  changes = anc_case_commit (self);

  g_assert_cmpuint (sets->len, ==, 1);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_true (g_ptr_array_index (sets, 0) == changes);
  g_assert_cmpstr (anc_change_set_get_label (changes), ==, "Add a job");
  g_assert_cmpuint (anc_change_set_get_count (changes), ==, 1);
  g_assert_cmpint (anc_change_get_operation (anc_change_set_get (changes, 0)), ==, ANC_CHANGE_INSERT);
  g_assert_cmpint (anc_row_get_integer (anc_change_set_get (changes, 0)->after, "start", 0), ==, 20001);
}

static void
test_typing_is_one_set (void)
{
  g_autoptr (AncCase) self = anc_case_new ("2026-001");
  g_autoptr (GPtrArray) sets = watch (self);
  g_autoptr (AncChangeSet) last = NULL;
  AncRecord *head = anc_case_get_head (self);

  g_object_set (head, "family-name", "F", NULL);
  g_object_set (head, "family-name", "FI", NULL);
  g_object_set (head, "family-name", "FICTIF", NULL);
  g_assert_cmpuint (sets->len, ==, 0);
  g_object_set (head, "given-names", "Ada", NULL); /* another field: another edit */
  g_assert_cmpuint (sets->len, ==, 1);
  last = anc_case_commit (self);
  g_assert_cmpuint (sets->len, ==, 2);
  g_assert_null (anc_row_get_text (anc_change_set_get (last, 0)->before, "given_names"));
  g_assert_cmpstr (anc_row_get_text (anc_change_set_get (last, 0)->after, "family_name"), ==, "FICTIF");
  g_assert_false (anc_case_is_editing (self));
}

static void
test_nested_edits_are_one (void)
{
  g_autoptr (AncCase) self = anc_case_new ("2026-001");
  g_autoptr (GPtrArray) sets = watch (self);

  anc_case_begin (self, "Outer");
  anc_case_begin (self, "Inner");
  anc_case_insert (self, ANC_TABLE_STAYS, 0);
  g_assert_null (anc_case_commit (self));
  anc_case_insert (self, ANC_TABLE_STAYS, 0);
  anc_change_set_unref (anc_case_commit (self));

  g_assert_cmpuint (sets->len, ==, 1);
  g_assert_cmpstr (anc_change_set_get_label (g_ptr_array_index (sets, 0)), ==, "Outer");
  g_assert_cmpuint (anc_change_set_get_count (g_ptr_array_index (sets, 0)), ==, 2);
}

static void
test_cancel (void)
{
  g_autoptr (AncCase) self = anc_case_new ("2026-001");
  g_autoptr (GPtrArray) sets = watch (self);
  g_autoptr (AncCaseRows) before = NULL;
  AncRecord *kept = anc_case_insert (self, ANC_TABLE_JOBS, 0);

  before = anc_case_dup_rows (self);
  anc_case_begin (self, "Regretted");
  anc_record_set_text (kept, "id", "j9");
  anc_case_insert (self, ANC_TABLE_JOBS, 0);
  anc_case_remove (self, kept);
  anc_case_cancel (self);

  assert_rows (self, before);
  g_assert_cmpuint (sets->len, ==, 1); /* the one that inserted */
}

static void
test_nothing_is_no_edit (void)
{
  g_autoptr (AncCase) self = anc_case_new ("2026-001");
  g_autoptr (GPtrArray) sets = watch (self);

  anc_case_begin (self, "Nothing");
  g_object_set (anc_case_get_head (self), "reference", "2026-002", NULL);
  g_object_set (anc_case_get_head (self), "reference", "2026-001", NULL);
  g_assert_null (anc_case_commit (self));
  g_assert_null (anc_case_commit (self));
  g_assert_cmpuint (sets->len, ==, 0);
}

/* "None" is said of an empty list; a record takes that back, and undoing it brings it back. */
static void
test_recorded_none (void)
{
  g_autoptr (AncCase) self = anc_case_new ("2026-001");
  AncRecord *head = anc_case_get_head (self);
  AncRecord *measure;
  gboolean none;

  g_object_set (head, "measures-recorded", TRUE, NULL);
  measure = anc_case_insert (self, ANC_TABLE_MEASURES, 0);
  g_object_get (head, "measures-recorded", &none, NULL);
  g_assert_false (none);

  anc_case_remove (self, measure);
  g_object_get (head, "measures-recorded", &none, NULL);
  g_assert_false (none); /* not recorded: what was deleted by mistake must not count as "none" */

  g_object_set (head, "measures-recorded", FALSE, NULL);
  g_assert_false (anc_case_is_editing (self)); /* it was so already */
}

/* ---- Objects --------------------------------------------------------------------------------- */

static void
test_properties (void)
{
  g_autoptr (AncCase) self = anc_case_new ("2026-001");
  AncRecord *head = anc_case_get_head (self);
  AncRecord *job = anc_case_insert (self, ANC_TABLE_JOBS, 0);
  AncRecord *measure = anc_case_insert (self, ANC_TABLE_MEASURES, 0);
  g_autofree char *name = NULL;
  gint64 gross;
  int start;
  gboolean executed;

  g_object_get (job, "start", &start, "monthly-gross", &gross, NULL);
  g_assert_cmpint (start, ==, ANC_DATE_NONE);
  g_assert_cmpint (gross, ==, ANC_AMOUNT_NONE);

  g_object_set (job, "start", 20000, "monthly-gross", 1801 * ANC_AMOUNT_UNIT, NULL);
  g_object_set (measure, "executed", TRUE, NULL);
  g_object_set (head, "family-name", "", NULL); /* an emptied entry records nothing */
  g_object_get (job, "start", &start, "monthly-gross", &gross, NULL);
  g_object_get (measure, "executed", &executed, NULL);
  g_object_get (head, "family-name", &name, NULL);
  g_assert_cmpint (start, ==, 20000);
  g_assert_cmpint (gross, ==, 1801 * ANC_AMOUNT_UNIT);
  g_assert_true (executed);
  g_assert_null (name);

  g_object_set (job, "start", ANC_DATE_NONE, NULL);
  g_assert_cmpint (anc_record_get_integer (job, "start", -5), ==, -5);
}

static void
notify_cb (GObject *object,
           GParamSpec *pspec,
           GString *log)
{
  g_string_append_printf (log, "%s ", pspec->name);
}

static void
test_notifies_what_changed (void)
{
  g_autoptr (AncCase) self = anc_case_new ("2026-001");
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (AncChangeSet) changes = NULL;
  g_autoptr (AncChangeSet) inverse = NULL;
  AncRecord *head = anc_case_get_head (self);

  g_signal_connect (head, "notify", G_CALLBACK (notify_cb), log);
  anc_case_begin (self, "Name");
  g_object_set (head, "family-name", "FICTIF", "reference", "2026-001", NULL);
  changes = anc_case_commit (self);
  inverse = anc_change_set_new_inverse (changes);
  anc_case_apply (self, inverse);

  g_assert_cmpstr (log->str, ==, "family-name family-name ");
}

static void
test_removed_record_is_inert (void)
{
  g_autoptr (AncCase) self = anc_case_new ("2026-001");
  g_autoptr (AncRecord) job = g_object_ref (anc_case_insert (self, ANC_TABLE_JOBS, 0));

  anc_case_remove (self, job);
  anc_record_set_text (job, "id", "j1");
  g_assert_null (anc_record_get_text (job, "id"));
  g_assert_false (anc_case_is_editing (self));
}

static void
test_records_outlive_their_case (void)
{
  AncCase *self = anc_case_new ("2026-001");
  g_autoptr (AncRecord) head = g_object_ref (anc_case_get_head (self));

  g_assert_finalize_object (self);
  anc_record_set_text (head, "reference", "2026-002");
  g_assert_cmpstr (anc_record_get_text (head, "reference"), ==, "2026-001");
}

/* ---- Order ----------------------------------------------------------------------------------- */

static char *
describe_list (AncCase *self,
               AncTableId table)
{
  AncRecordList *list = anc_case_get_list (self, table);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < anc_record_list_get_count (list); i++)
    g_string_append (text, anc_record_get_text (anc_record_list_get (list, i), "id"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static AncRecord *
insert_named (AncCase *self,
              const char *id,
              guint index)
{
  AncRecord *record;

  anc_case_begin (self, "Add a job");
  record = anc_case_insert (self, ANC_TABLE_JOBS, index);
  anc_record_set_text (record, "id", id);
  anc_change_set_unref (anc_case_commit (self));

  return record;
}

static void
test_places (void)
{
  const struct
  {
    guint from, to;
    const char *after;
  } moves[] = {
    { 0, 0, "abcde" },
    { 0, 1, "bacde" },
    { 0, 4, "bcdea" },
    { 0, 99, "bcdea" },
    { 4, 0, "eabcd" },
    { 2, 3, "abdce" },
    { 3, 1, "adbce" },
    { 4, 4, "abcde" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (AncCase) self = anc_case_new ("2026-001");
      g_autofree char *after = NULL;
      AncRecordList *jobs = anc_case_get_list (self, ANC_TABLE_JOBS);

      insert_named (self, "c", 0);
      insert_named (self, "a", 0);
      insert_named (self, "e", 99);
      insert_named (self, "b", 1);
      insert_named (self, "d", 3);
      anc_case_move (self, anc_record_list_get (jobs, moves[i].from), moves[i].to);
      after = describe_list (self, ANC_TABLE_JOBS);
      g_assert_cmpstr (after, ==, moves[i].after);
    }
}

/* A move changes one record, until the room between two is used up and all get new places. */
static void
test_room_runs_out (void)
{
  g_autoptr (AncCase) self = anc_case_new ("2026-001");
  g_autoptr (GPtrArray) sets = watch (self);
  AncRecordList *jobs = anc_case_get_list (self, ANC_TABLE_JOBS);
  guint n_renumbered = 0;

  insert_named (self, "a", 0);
  insert_named (self, "b", 1);
  insert_named (self, "c", 2);
  g_ptr_array_set_size (sets, 0);

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *order = NULL;

      anc_case_move (self, anc_record_list_get (jobs, 2), 1);
      order = describe_list (self, ANC_TABLE_JOBS);
      g_assert_cmpstr (order, ==, i % 2 == 0 ? "acb" : "abc");
    }

  g_assert_cmpuint (sets->len, ==, 200);
  for (guint i = 0; i < sets->len; i++)
    n_renumbered += anc_change_set_get_count (g_ptr_array_index (sets, i)) > 1;
  g_assert_cmpuint (n_renumbered, >, 0);
  g_assert_cmpuint (n_renumbered, <, 20);
}

/* A list model as a view would keep it, from what it is told alone. */
static void
items_changed_cb (GListModel *model,
                  guint index,
                  guint n_removed,
                  guint n_added,
                  GPtrArray *mirror)
{
  g_ptr_array_remove_range (mirror, index, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (mirror, (int) (index + i), g_list_model_get_item (model, index + i));

  g_assert_cmpuint (mirror->len, ==, g_list_model_get_n_items (model));
}

/* ---- Do, undo, redo -------------------------------------------------------------------------- */

static void
set_at_random (AncRecord *record,
               GRand *rand)
{
  const AncTable *table = anc_record_get_table (record);
  const guint column = (guint) g_rand_int_range (rand, 0, (int) table->n_columns);
  g_auto (AncValue) value = { 0 };

  if (g_rand_int_range (rand, 0, 5) == 0)
    ; /* not recorded */
  else if (table->columns[column].type == ANC_VALUE_INTEGER)
    anc_value_set_integer (&value, g_rand_int_range (rand, 0, 4));
  else
    anc_value_set_text (&value, (const char *[]){ "", "a", "été", "fictif" }[g_rand_int_range (rand, 0, 4)], -1);

  anc_record_set_value (record, column, &value);
}

static void
step_at_random (AncCase *self,
                GRand *rand)
{
  const AncTableId table = (AncTableId) g_rand_int_range (rand, 1, ANC_N_TABLES);
  AncRecordList *list = anc_case_get_list (self, table);
  const guint n = anc_record_list_get_count (list);
  AncRecord *some = n > 0 ? anc_record_list_get (list, (guint) g_rand_int_range (rand, 0, (int) n)) : NULL;

  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
    case 1:
      set_at_random (anc_case_insert (self, table, (guint) g_rand_int_range (rand, 0, (int) n + 2)), rand);
      break;
    case 2:
      if (some != NULL)
        anc_case_remove (self, some);
      break;
    case 3:
      if (some != NULL)
        anc_case_move (self, some, (guint) g_rand_int_range (rand, 0, (int) n + 1));
      break;
    case 4:
      set_at_random (anc_case_get_head (self), rand);
      break;
    default:
      if (some != NULL)
        set_at_random (some, rand);
      break;
    }
}

static void
edit_at_random (AncCase *self,
                GRand *rand)
{
  const int n_steps = g_rand_int_range (rand, 1, 6);

  if (n_steps > 1)
    anc_case_begin (self, "Edit");
  for (int i = 0; i < n_steps; i++)
    step_at_random (self, rand);
  g_clear_pointer (&(AncChangeSet *){ anc_case_commit (self) }, anc_change_set_unref);
}

static void
test_do_undo_redo (void)
{
  for (guint32 seed = 1; seed <= 30; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (AncCase) self = anc_case_new ("2026-001");
      g_autoptr (AncCaseRows) at_first = anc_case_dup_rows (self);
      g_autoptr (AncCase) other = anc_case_new_from_rows (at_first); /* another window on the same case */
      g_autoptr (GPtrArray) sets = watch (self);
      g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_case_rows_unref);
      g_autoptr (GPtrArray) mirror = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (AncChangeSet) whole = anc_change_set_new (anc_case_get_key (self), "All of it");
      AncRecordList *jobs = anc_case_get_list (self, ANC_TABLE_JOBS);

      g_signal_connect (jobs, "items-changed", G_CALLBACK (items_changed_cb), mirror);
      g_ptr_array_add (states, anc_case_rows_ref (at_first));

      while (sets->len < 60)
        {
          const guint before = sets->len;

          edit_at_random (self, rand);
          /* One step outside an edit may settle a burst and then make an edit: both are told. */
          for (guint i = before; i < sets->len; i++)
            {
              g_autoptr (AncCaseRows) now = NULL;

              anc_case_apply (other, g_ptr_array_index (sets, i));
              now = anc_case_dup_rows (other);
              g_ptr_array_add (states, g_steal_pointer (&now));
              anc_change_set_merge (whole, g_ptr_array_index (sets, i));
            }
          assert_rows (self, g_ptr_array_index (states, states->len - 1));
        }

      for (guint i = sets->len; i > 0; i--)
        {
          g_autoptr (AncChangeSet) inverse = anc_change_set_new_inverse (g_ptr_array_index (sets, i - 1));

          anc_case_apply (self, inverse);
          assert_rows (self, g_ptr_array_index (states, i - 1));
        }
      for (guint i = 0; i < sets->len; i++)
        {
          anc_case_apply (self, g_ptr_array_index (sets, i));
          assert_rows (self, g_ptr_array_index (states, i + 1));
        }

      for (guint i = 0; i < mirror->len; i++)
        g_assert_true (g_ptr_array_index (mirror, i) == anc_record_list_get (jobs, i));

      /* All of it as one set, as a merged burst would be. */
      {
        g_autoptr (AncCase) fresh = anc_case_new_from_rows (at_first);
        g_autoptr (AncChangeSet) back = anc_change_set_new_inverse (whole);

        anc_case_apply (fresh, whole);
        assert_rows (fresh, g_ptr_array_index (states, states->len - 1));
        anc_case_apply (fresh, back);
        assert_rows (fresh, at_first);
      }
    }
}

/* A set from elsewhere changes what it names and leaves what was typed beside it. */
static void
test_apply_beside_other_edits (void)
{
  g_autoptr (AncCase) self = anc_case_new ("2026-001");
  g_autoptr (AncCaseRows) rows = anc_case_dup_rows (self);
  g_autoptr (AncCase) other = anc_case_new_from_rows (rows);
  g_autoptr (AncChangeSet) changes = NULL;

  g_object_set (anc_case_get_head (self), "family-name", "FICTIF", NULL);
  changes = anc_case_commit (self);
  g_object_set (anc_case_get_head (other), "given-names", "Ada", NULL);
  anc_case_apply (other, changes);

  g_assert_cmpstr (anc_record_get_text (anc_case_get_head (other), "family_name"), ==, "FICTIF");
  g_assert_cmpstr (anc_record_get_text (anc_case_get_head (other), "given_names"), ==, "Ada");
}

static void
test_creation (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (AncCase) self = anc_case_new ("2026-001");
  g_autoptr (AncCaseRows) rows = NULL;
  g_autoptr (AncChangeSet) creation = NULL;
  g_autoptr (GPtrArray) inserted = g_ptr_array_new ();
  g_autoptr (AncCaseRows) again = NULL;

  for (guint i = 0; i < 40; i++)
    edit_at_random (self, rand);
  rows = anc_case_dup_rows (self);
  creation = anc_case_rows_dup_creation (rows, "New case");

  for (guint i = 0; i < anc_change_set_get_count (creation); i++)
    {
      g_assert_null (anc_change_set_get (creation, i)->before);
      g_ptr_array_add (inserted, anc_change_set_get (creation, i)->after);
    }
  again = anc_case_rows_new (inserted);
  g_assert_true (anc_case_rows_equal (rows, again));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cases/case/one-edit-is-one-set", test_one_edit_is_one_set);
  g_test_add_func ("/cases/case/typing-is-one-set", test_typing_is_one_set);
  g_test_add_func ("/cases/case/nested-edits-are-one", test_nested_edits_are_one);
  g_test_add_func ("/cases/case/cancel", test_cancel);
  g_test_add_func ("/cases/case/nothing-is-no-edit", test_nothing_is_no_edit);
  g_test_add_func ("/cases/case/recorded-none", test_recorded_none);
  g_test_add_func ("/cases/case/properties", test_properties);
  g_test_add_func ("/cases/case/notifies-what-changed", test_notifies_what_changed);
  g_test_add_func ("/cases/case/removed-record-is-inert", test_removed_record_is_inert);
  g_test_add_func ("/cases/case/records-outlive-their-case", test_records_outlive_their_case);
  g_test_add_func ("/cases/case/places", test_places);
  g_test_add_func ("/cases/case/room-runs-out", test_room_runs_out);
  g_test_add_func ("/cases/case/do-undo-redo", test_do_undo_redo);
  g_test_add_func ("/cases/case/apply-beside-other-edits", test_apply_beside_other_edits);
  g_test_add_func ("/cases/case/creation", test_creation);

  return g_test_run ();
}
