/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case.h"

#include "anc-record-list-private.h"
#include "anc-record-private.h"

#include <glib/gi18n.h>

/**
 * AncCase.edit:
 *
 * The edit that is open, if any. @depth counts anc_case_begin() without their commit; at 0 the edit is a
 * typing burst in one field, @burst_key and @burst_column.
 */
struct _AncCase
{
  GObject parent_instance;

  AncRecord *head;
  AncRecordList *lists[ANC_N_TABLES]; /* without one for the head */
  GHashTable *records;                /* from key to AncRecord */

  AncChangeSet *edit;
  guint depth;
  gint64 burst_key;
  guint burst_column;
};

enum
{
  SIGNAL_COMMITTED,
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AncCase, anc_case, G_TYPE_OBJECT)

static void edit_record_cb (gpointer owner,
                            AncRecord *record,
                            AncRow *row);

/* ---- Live objects ---------------------------------------------------------------------------- */

static void
adopt (AncCase *self,
       AncRecord *record)
{
  const gint64 key = anc_record_get_key (record);

  anc_record_set_owner (record, self, edit_record_cb);
  g_hash_table_insert (self->records, g_memdup2 (&key, sizeof key), g_object_ref (record));
}

static void
show_insert (AncCase *self,
             AncRow *row)
{
  g_autoptr (AncRecord) record = anc_record_new (row);

  adopt (self, record);
  anc_record_list_add (self->lists[row->table->id], record);
}

static void
show_update (AncCase *self,
             AncRecord *record,
             AncRow *row)
{
  if (anc_record_get_row (record)->position != row->position)
    anc_record_list_move (self->lists[row->table->id], record, row);
  else
    anc_record_set_row (record, row);
}

static void
show_delete (AncCase *self,
             AncRecord *record)
{
  const gint64 key = anc_record_get_key (record);

  anc_record_set_owner (record, NULL, NULL);
  anc_record_list_remove (self->lists[anc_record_get_table (record)->id], record);
  g_hash_table_remove (self->records, &key);
}

/* What a record is after a change, which may know less of it than we do: only what differs is taken. */
static AncRow *
take_differences (AncRow *current,
                  const AncChange *change)
{
  AncRow *row;

  if (change->before == NULL || anc_row_equal (current, change->before))
    return anc_row_ref (change->after);

  row = anc_row_copy (current);
  if (change->after->position != change->before->position)
    row->position = change->after->position;
  for (guint i = 0; i < row->table->n_columns; i++)
    if (!anc_value_equal (&change->before->values[i], &change->after->values[i]))
      anc_value_copy (&row->values[i], &change->after->values[i]);

  return row;
}

static void
show_change (AncCase *self,
             const AncChange *change)
{
  const AncRow *named = anc_change_get_row (change);
  AncRecord *record = g_hash_table_lookup (self->records, &named->key);

  if (change->after != NULL && record != NULL)
    {
      g_autoptr (AncRow) row = take_differences (anc_record_get_row (record), change);

      show_update (self, record, row);
    }
  else if (change->after != NULL)
    show_insert (self, change->after);
  else if (record != NULL && record != self->head) /* a case that is gone is for the one who shows it */
    show_delete (self, record);
}

static void
show_changes (AncCase *self,
              const AncChangeSet *changes)
{
  for (guint i = 0; i < anc_change_set_get_count (changes); i++)
    show_change (self, anc_change_set_get (changes, i));
}

/* ---- Edits ----------------------------------------------------------------------------------- */

static void
open_edit (AncCase *self,
           const char *label)
{
  g_assert (self->edit == NULL);

  self->edit = anc_change_set_new (anc_case_get_key (self), label);
}

static AncChangeSet *
close_edit (AncCase *self)
{
  g_autoptr (AncChangeSet) edit = g_steal_pointer (&self->edit);

  if (anc_change_set_get_count (edit) == 0)
    return NULL;

  g_signal_emit (self, signals[SIGNAL_COMMITTED], 0, edit);
  return g_steal_pointer (&edit);
}

static void
drop (AncChangeSet *changes)
{
  g_clear_pointer (&changes, anc_change_set_unref);
}

static void
settle_burst (AncCase *self)
{
  if (self->edit != NULL && self->depth == 0)
    drop (close_edit (self));
}

static guint
find_difference (const AncRow *row,
                 const AncRow *other)
{
  for (guint i = 0; i < row->table->n_columns; i++)
    if (!anc_value_equal (&row->values[i], &other->values[i]))
      return i;

  return ANC_COLUMN_NONE;
}

static void
edit_record_cb (gpointer owner,
                AncRecord *record,
                AncRow *row)
{
  g_autoptr (AncCase) self = g_object_ref (owner);
  g_autoptr (AncRow) after = row;
  AncRow *before = anc_record_get_row (record);

  if (self->depth == 0)
    {
      const guint column = find_difference (before, after);

      if (self->burst_key != row->key || self->burst_column != column)
        settle_burst (self);
      if (self->edit == NULL)
        open_edit (self, N_ ("Change a field"));
      self->burst_key = row->key;
      self->burst_column = column;
    }

  anc_change_set_add (self->edit, before, after);
  show_update (self, record, after);
  if (self->depth == 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ---- Places in lists ------------------------------------------------------------------------- */

/* Whether there is a position for @index among the records of @list but @moving. */
static gboolean
find_position (AncRecordList *list,
               AncRecord *moving,
               guint index,
               gint64 *position)
{
  AncRecord *previous, *next;
  guint from = G_MAXUINT;
  guint n = anc_record_list_get_count (list);

  if (moving != NULL && anc_record_list_find (list, moving, &from))
    n--;
  index = MIN (index, n);
  previous = index > 0 ? anc_record_list_get (list, index - 1 < from ? index - 1 : index) : NULL;
  next = index < n ? anc_record_list_get (list, index < from ? index : index + 1) : NULL;

  if (previous != NULL && next != NULL)
    {
      const gint64 low = anc_record_get_row (previous)->position;
      const gint64 high = anc_record_get_row (next)->position;

      *position = low / 2 + high / 2 + (low % 2 + high % 2) / 2;
      return low < *position && *position < high;
    }
  if (previous != NULL)
    return !__builtin_add_overflow (anc_record_get_row (previous)->position, ANC_ROW_GAP, position);
  if (next != NULL)
    return !__builtin_sub_overflow (anc_record_get_row (next)->position, ANC_ROW_GAP, position);

  *position = ANC_ROW_GAP;
  return TRUE;
}

static void
set_position (AncCase *self,
              AncRecord *record,
              gint64 position)
{
  AncRow *row = anc_row_copy (anc_record_get_row (record));

  row->position = position;
  edit_record_cb (self, record, row);
}

/* Makes gaps again. On the way there the order may be another; at the end it is the same. */
static void
renumber (AncCase *self,
          AncRecordList *list)
{
  const guint n = anc_record_list_get_count (list);
  g_autoptr (GPtrArray) records = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (records, g_object_ref (anc_record_list_get (list, i)));
  for (guint i = 0; i < n; i++)
    set_position (self, g_ptr_array_index (records, i), ANC_ROW_GAP * (gint64) (i + 1));
}

static gint64
make_position (AncCase *self,
               AncRecordList *list,
               AncRecord *moving,
               guint index)
{
  gint64 position;

  if (find_position (list, moving, index, &position))
    return position;

  renumber (self, list);
  if (!find_position (list, moving, index, &position))
    g_assert_not_reached ();
  return position;
}

/* ---- Object ---------------------------------------------------------------------------------- */

static void
anc_case_dispose (GObject *object)
{
  AncCase *self = ANC_CASE (object);
  GHashTableIter iter;
  gpointer record;

  if (self->records != NULL)
    {
      g_hash_table_iter_init (&iter, self->records);
      while (g_hash_table_iter_next (&iter, NULL, &record))
        anc_record_set_owner (record, NULL, NULL);
    }
  g_clear_pointer (&self->records, g_hash_table_unref);
  g_clear_object (&self->head);
  for (guint i = 0; i < ANC_N_TABLES; i++)
    g_clear_object (&self->lists[i]);
  g_clear_pointer (&self->edit, anc_change_set_unref);

  G_OBJECT_CLASS (anc_case_parent_class)->dispose (object);
}

static void
anc_case_class_init (AncCaseClass *class)
{
  G_OBJECT_CLASS (class)->dispose = anc_case_dispose;

  /**
   * AncCase::committed:
   * @changes: what an edit did, never empty
   */
  signals[SIGNAL_COMMITTED] = g_signal_new ("committed",
                                            ANC_TYPE_CASE,
                                            G_SIGNAL_RUN_LAST,
                                            0,
                                            NULL,
                                            NULL,
                                            NULL,
                                            G_TYPE_NONE,
                                            1,
                                            ANC_TYPE_CHANGE_SET);

  /**
   * AncCase::changed:
   *
   * Something in the case is other than it was, and all of it is right again.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          ANC_TYPE_CASE,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          0);
}

static void
anc_case_init (AncCase *self)
{
  self->records = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  for (guint i = ANC_TABLE_CASES + 1; i < ANC_N_TABLES; i++)
    self->lists[i] = anc_record_list_new (i);
}

/* ---- Public ---------------------------------------------------------------------------------- */

/**
 * anc_case_new:
 * @reference: the office's own number
 *
 * Returns: (transfer full): a case in which nothing else is recorded yet, in the state of intake
 */
AncCase *
anc_case_new (const char *reference)
{
  const gint64 key = anc_row_make_key ();
  g_autoptr (AncRow) head = anc_row_new (ANC_TABLE_CASES, key, key, 0);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (AncCaseRows) rows = NULL;

  g_return_val_if_fail (reference != NULL, NULL);

  anc_value_set_text (&head->values[anc_table_find_column (head->table, "reference")], reference, -1);
  anc_value_set_text (&head->values[anc_table_find_column (head->table, "state")], anc_case_state_names[0], -1);
  g_ptr_array_add (all, head);
  rows = anc_case_rows_new (all);

  return anc_case_new_from_rows (rows);
}

/**
 * anc_case_new_from_rows:
 * @rows: what the case holds
 *
 * Returns: (transfer full): the case
 */
AncCase *
anc_case_new_from_rows (AncCaseRows *rows)
{
  AncCase *self = g_object_new (ANC_TYPE_CASE, NULL);

  self->head = anc_record_new ((AncRow *) anc_case_rows_get_head (rows));
  adopt (self, self->head);

  for (guint i = ANC_TABLE_CASES + 1; i < ANC_N_TABLES; i++)
    {
      g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint j = 0; j < anc_case_rows_get_count (rows, i); j++)
        {
          AncRecord *record = anc_record_new ((AncRow *) anc_case_rows_get (rows, i, j));

          adopt (self, record);
          g_ptr_array_add (records, record);
        }
      anc_record_list_append_all (self->lists[i], records);
    }

  return self;
}

gint64
anc_case_get_key (AncCase *self)
{
  g_return_val_if_fail (ANC_IS_CASE (self), 0);

  return anc_record_get_key (self->head);
}

/**
 * anc_case_get_head:
 *
 * Returns: (transfer none): the record of the case's own fields and the person's
 */
AncRecord *
anc_case_get_head (AncCase *self)
{
  g_return_val_if_fail (ANC_IS_CASE (self), NULL);

  return self->head;
}

/**
 * anc_case_get_list:
 * @self: a case
 * @table: any table but %ANC_TABLE_CASES
 *
 * Returns: (transfer none): its records
 */
AncRecordList *
anc_case_get_list (AncCase *self,
                   AncTableId table)
{
  g_return_val_if_fail (ANC_IS_CASE (self), NULL);
  g_return_val_if_fail (table > ANC_TABLE_CASES && table < ANC_N_TABLES, NULL);

  return self->lists[table];
}

/**
 * anc_case_find:
 *
 * Returns: (transfer none) (nullable): the record of this key, the head included
 */
AncRecord *
anc_case_find (AncCase *self,
               gint64 key)
{
  g_return_val_if_fail (ANC_IS_CASE (self), NULL);

  return g_hash_table_lookup (self->records, &key);
}

/**
 * anc_case_dup_rows:
 *
 * Returns: (transfer full): the case as it stands, an open edit included
 */
AncCaseRows *
anc_case_dup_rows (AncCase *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  g_return_val_if_fail (ANC_IS_CASE (self), NULL);

  g_ptr_array_add (rows, anc_record_get_row (self->head));
  for (guint i = ANC_TABLE_CASES + 1; i < ANC_N_TABLES; i++)
    for (guint j = 0; j < anc_record_list_get_count (self->lists[i]); j++)
      g_ptr_array_add (rows, anc_record_get_row (anc_record_list_get (self->lists[i], j)));

  return anc_case_rows_new (rows);
}

/**
 * anc_case_begin:
 * @self: a case
 * @label: what is being done, as of anc_change_set_new()
 *
 * Opens an edit. Within another one it becomes part of that.
 */
void
anc_case_begin (AncCase *self,
                const char *label)
{
  g_return_if_fail (ANC_IS_CASE (self));

  settle_burst (self);
  if (self->depth++ == 0)
    open_edit (self, label);
}

/**
 * anc_case_commit:
 * @self: a case
 *
 * Ends the edit that is open, if any, a typing burst included.
 *
 * Returns: (transfer full) (nullable): what it did; %NULL if nothing, or within another edit
 */
AncChangeSet *
anc_case_commit (AncCase *self)
{
  g_autoptr (AncCase) held = NULL;
  AncChangeSet *changes;

  g_return_val_if_fail (ANC_IS_CASE (self), NULL);

  if (self->edit == NULL || (self->depth > 0 && --self->depth > 0))
    return NULL;

  held = g_object_ref (self);
  changes = close_edit (self);
  if (changes != NULL)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return changes;
}

/**
 * anc_case_cancel:
 * @self: a case
 *
 * Takes back all that the edit that is open has done, whatever edits it holds, and ends it.
 */
void
anc_case_cancel (AncCase *self)
{
  g_autoptr (AncChangeSet) edit = NULL;
  g_autoptr (AncChangeSet) inverse = NULL;

  g_return_if_fail (ANC_IS_CASE (self));

  if (self->edit == NULL)
    return;

  edit = g_steal_pointer (&self->edit);
  self->depth = 0;
  inverse = anc_change_set_new_inverse (edit);
  show_changes (self, inverse);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
anc_case_is_editing (AncCase *self)
{
  g_return_val_if_fail (ANC_IS_CASE (self), FALSE);

  return self->edit != NULL;
}

/**
 * anc_case_insert:
 * @self: a case
 * @table: any table but %ANC_TABLE_CASES
 * @index: where in its list; beyond its end for the end
 *
 * Returns: (transfer none): a new record in which nothing is recorded yet
 */
AncRecord *
anc_case_insert (AncCase *self,
                 AncTableId table,
                 guint index)
{
  g_autoptr (AncRow) row = NULL;
  const gint64 key = anc_row_make_key ();
  const guint mark = anc_table_get_mark (table);
  const AncValue none = { 0 };

  g_return_val_if_fail (ANC_IS_CASE (self), NULL);
  g_return_val_if_fail (table > ANC_TABLE_CASES && table < ANC_N_TABLES, NULL);

  anc_case_begin (self, N_ ("Add a record"));
  row = anc_row_new (table, anc_case_get_key (self), key, make_position (self, self->lists[table], NULL, index));
  anc_change_set_add (self->edit, NULL, row);
  show_insert (self, row);
  if (mark != ANC_COLUMN_NONE)
    anc_record_set_value (self->head, mark, &none);
  drop (anc_case_commit (self));

  return anc_case_find (self, key);
}

/* What proved a record that goes proves nothing any more. */
static void
remove_citations (AncCase *self,
                  gint64 key)
{
  AncRecordList *citations = self->lists[ANC_TABLE_CITATIONS];

  for (guint i = anc_record_list_get_count (citations); i > 0; i--)
    {
      AncRecord *citation = anc_record_list_get (citations, i - 1);

      if (anc_record_get_integer (citation, "claim_key", 0) == key)
        {
          anc_change_set_add (self->edit, anc_record_get_row (citation), NULL);
          show_delete (self, citation);
        }
    }
}

/**
 * anc_case_remove:
 * @self: a case
 * @record: a record of one of its lists
 *
 * Its citations go with it.
 *
 * When the last of a list goes, the list is not recorded, rather than recorded: none; whoever knows that
 * there is none sets the list's mark.
 */
void
anc_case_remove (AncCase *self,
                 AncRecord *record)
{
  g_return_if_fail (ANC_IS_CASE (self));
  g_return_if_fail (ANC_IS_RECORD (record) && record != self->head);
  g_return_if_fail (anc_case_find (self, anc_record_get_key (record)) == record);

  anc_case_begin (self, N_ ("Remove a record"));
  remove_citations (self, anc_record_get_key (record));
  anc_change_set_add (self->edit, anc_record_get_row (record), NULL);
  show_delete (self, record);
  drop (anc_case_commit (self));
}

/**
 * anc_case_move:
 * @self: a case
 * @record: a record of one of its lists
 * @index: where it is to stand in its list; beyond its end for the end
 */
void
anc_case_move (AncCase *self,
               AncRecord *record,
               guint index)
{
  AncRecordList *list;
  guint from;

  g_return_if_fail (ANC_IS_CASE (self));
  g_return_if_fail (ANC_IS_RECORD (record) && record != self->head);
  g_return_if_fail (anc_case_find (self, anc_record_get_key (record)) == record);

  list = self->lists[anc_record_get_table (record)->id];
  anc_record_list_find (list, record, &from);
  if (from == MIN (index, anc_record_list_get_count (list) - 1))
    return;

  anc_case_begin (self, N_ ("Move a record"));
  set_position (self, record, make_position (self, list, record, index));
  drop (anc_case_commit (self));
}

/**
 * anc_case_apply:
 * @self: a case without an edit of several steps open
 * @changes: what was done to this case elsewhere: an undo, a redo, another window
 *
 * Makes the live objects follow. Nothing is told as committed.
 */
void
anc_case_apply (AncCase *self,
                const AncChangeSet *changes)
{
  g_return_if_fail (ANC_IS_CASE (self));
  g_return_if_fail (self->depth == 0);
  g_return_if_fail (anc_change_set_get_case_key (changes) == anc_case_get_key (self));

  settle_burst (self);
  show_changes (self, changes);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
