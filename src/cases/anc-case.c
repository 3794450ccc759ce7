/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-private.h"

#include "anc-record-list-private.h"
#include "anc-record-private.h"

enum
{
  SIGNAL_COMMITTED,
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AncCase, anc_case, G_TYPE_OBJECT)

/* ---- Live objects ---------------------------------------------------------------------------- */

static void
adopt (AncCase *self,
       AncRecord *record)
{
  const gint64 key = anc_record_get_key (record);

  anc_record_set_owner (record, self, anc_case_edit_record_cb);
  g_hash_table_insert (self->records, g_memdup2 (&key, sizeof key), g_object_ref (record));
}

void
anc_case_show_insert (AncCase *self,
                      AncRow *row)
{
  g_autoptr (AncRecord) record = anc_record_new (row);

  adopt (self, record);
  anc_record_list_add (self->lists[row->table->id], record);
}

void
anc_case_show_update (AncCase *self,
                      AncRecord *record,
                      AncRow *row)
{
  if (anc_record_get_row (record)->position != row->position)
    anc_record_list_move (self->lists[row->table->id], record, row);
  else
    anc_record_set_row (record, row);
}

void
anc_case_show_delete (AncCase *self,
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

      anc_case_show_update (self, record, row);
    }
  else if (change->after != NULL)
    anc_case_show_insert (self, change->after);
  else if (record != NULL && record != self->head) /* a case that is gone is for the one who shows it */
    anc_case_show_delete (self, record);
}

void
anc_case_show_changes (AncCase *self,
                       const AncChangeSet *changes)
{
  for (guint i = 0; i < anc_change_set_get_count (changes); i++)
    show_change (self, anc_change_set_get (changes, i));
}

/* ---- Telling --------------------------------------------------------------------------------- */

void
anc_case_tell_committed (AncCase *self,
                         AncChangeSet *changes)
{
  g_signal_emit (self, signals[SIGNAL_COMMITTED], 0, changes);
}

void
anc_case_tell_changed (AncCase *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
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

  anc_case_settle_burst (self);
  anc_case_show_changes (self, changes);
  anc_case_tell_changed (self);
}
