/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-private.h"

#include <glib/gi18n.h>

/* ---- One edit ----------------------------------------------------------------------------------- */

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

  anc_case_tell_committed (self, edit);
  return g_steal_pointer (&edit);
}

static void
drop (AncChangeSet *changes)
{
  g_clear_pointer (&changes, anc_change_set_unref);
}

void
anc_case_settle_burst (AncCase *self)
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

void
anc_case_edit_record_cb (gpointer owner,
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
        anc_case_settle_burst (self);
      if (self->edit == NULL)
        open_edit (self, N_ ("Change a field"));
      self->burst_key = row->key;
      self->burst_column = column;
    }

  anc_change_set_add (self->edit, before, after);
  anc_case_show_update (self, record, after);
  if (self->depth == 0)
    anc_case_tell_changed (self);
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
  anc_case_edit_record_cb (self, record, row);
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

/* ---- Public ---------------------------------------------------------------------------------- */

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

  anc_case_settle_burst (self);
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
  AncChangeSet *changes;

  g_return_val_if_fail (ANC_IS_CASE (self), NULL);

  if (self->edit == NULL || (self->depth > 0 && --self->depth > 0))
    return NULL;

  g_object_ref (self); /* whoever hears of it may drop the case */
  changes = close_edit (self);
  if (changes != NULL)
    anc_case_tell_changed (self);
  g_object_unref (self);

  return changes;
}

/**
 * anc_case_end:
 * @self: a case
 *
 * Ends the edit that is open as anc_case_commit() does, for those who need not know what it did.
 */
void
anc_case_end (AncCase *self)
{
  AncChangeSet *changes = anc_case_commit (self);

  g_clear_pointer (&changes, anc_change_set_unref);
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
  anc_case_show_changes (self, inverse);
  anc_case_tell_changed (self);
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
  anc_case_show_insert (self, row);
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
          anc_case_show_delete (self, citation);
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
  anc_case_show_delete (self, record);
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
