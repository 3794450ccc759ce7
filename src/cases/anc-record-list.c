/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-record-list-private.h"

#include "anc-record-private.h"

struct _AncRecordList
{
  GObject parent_instance;

  const AncTable *table;
  GPtrArray *records; /* of AncRecord, by place */
};

static GType
anc_record_list_get_item_type (GListModel *model)
{
  return anc_record_get_type_for_table (ANC_RECORD_LIST (model)->table->id);
}

static guint
anc_record_list_get_n_items (GListModel *model)
{
  return ANC_RECORD_LIST (model)->records->len;
}

static gpointer
anc_record_list_get_item (GListModel *model,
                          guint index)
{
  AncRecordList *self = ANC_RECORD_LIST (model);

  return index < self->records->len ? g_object_ref (g_ptr_array_index (self->records, index)) : NULL;
}

static void
anc_record_list_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = anc_record_list_get_item_type;
  interface->get_n_items = anc_record_list_get_n_items;
  interface->get_item = anc_record_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AncRecordList,
                               anc_record_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, anc_record_list_list_model_init))

static void
anc_record_list_finalize (GObject *object)
{
  g_ptr_array_unref (ANC_RECORD_LIST (object)->records);

  G_OBJECT_CLASS (anc_record_list_parent_class)->finalize (object);
}

static void
anc_record_list_class_init (AncRecordListClass *class)
{
  G_OBJECT_CLASS (class)->finalize = anc_record_list_finalize;
}

static void
anc_record_list_init (AncRecordList *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

/* The first slot whose row does not stand before this one. */
static guint
find_slot (AncRecordList *self,
           const AncRow *row)
{
  guint from = 0, to = self->records->len;

  while (from < to)
    {
      const guint middle = from + (to - from) / 2;

      if (anc_row_compare_place (anc_record_get_row (g_ptr_array_index (self->records, middle)), row) < 0)
        from = middle + 1;
      else
        to = middle;
    }

  return from;
}

/* ---- For the case ---------------------------------------------------------------------------- */

AncRecordList *
anc_record_list_new (AncTableId table)
{
  AncRecordList *self = g_object_new (ANC_TYPE_RECORD_LIST, NULL);

  self->table = anc_table_get (table);
  return self;
}

/**
 * anc_record_list_append_all:
 * @self: an empty list
 * @records: (element-type AncRecord) (transfer none): in their order
 */
void
anc_record_list_append_all (AncRecordList *self,
                            GPtrArray *records)
{
  g_assert (self->records->len == 0);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (self->records, g_object_ref (g_ptr_array_index (records, i)));

  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, records->len);
}

void
anc_record_list_add (AncRecordList *self,
                     AncRecord *record)
{
  const guint slot = find_slot (self, anc_record_get_row (record));

  g_ptr_array_insert (self->records, (int) slot, g_object_ref (record));
  g_list_model_items_changed (G_LIST_MODEL (self), slot, 0, 1);
}

void
anc_record_list_remove (AncRecordList *self,
                        AncRecord *record)
{
  guint slot;

  if (!anc_record_list_find (self, record, &slot))
    g_assert_not_reached ();

  g_ptr_array_remove_index (self->records, slot);
  g_list_model_items_changed (G_LIST_MODEL (self), slot, 1, 0);
}

/**
 * anc_record_list_move:
 * @self: a list
 * @record: one of its records
 * @row: (transfer none): what it becomes, its new place included
 */
void
anc_record_list_move (AncRecordList *self,
                      AncRecord *record,
                      AncRow *row)
{
  g_autoptr (AncRecord) held = g_object_ref (record);
  guint from, to, n_moved;

  if (!anc_record_list_find (self, record, &from))
    g_assert_not_reached ();

  /* Bound windows hear of the new values when the list is right again. */
  g_object_freeze_notify (G_OBJECT (record));
  g_ptr_array_remove_index (self->records, from);
  to = find_slot (self, row);
  anc_record_set_row (record, row);
  g_ptr_array_insert (self->records, (int) to, g_steal_pointer (&held));

  n_moved = MAX (from, to) - MIN (from, to) + 1;
  if (from != to)
    g_list_model_items_changed (G_LIST_MODEL (self), MIN (from, to), n_moved, n_moved);
  g_object_thaw_notify (G_OBJECT (record));
}

/* ---- Public ---------------------------------------------------------------------------------- */

const AncTable *
anc_record_list_get_table (AncRecordList *self)
{
  g_return_val_if_fail (ANC_IS_RECORD_LIST (self), NULL);

  return self->table;
}

guint
anc_record_list_get_count (AncRecordList *self)
{
  g_return_val_if_fail (ANC_IS_RECORD_LIST (self), 0);

  return self->records->len;
}

/**
 * anc_record_list_get:
 *
 * Returns: (transfer none): the record at @index
 */
AncRecord *
anc_record_list_get (AncRecordList *self,
                     guint index)
{
  g_return_val_if_fail (ANC_IS_RECORD_LIST (self), NULL);
  g_return_val_if_fail (index < self->records->len, NULL);

  return g_ptr_array_index (self->records, index);
}

/**
 * anc_record_list_find:
 * @self: a list
 * @record: a record
 * @index: (out) (optional): where it stands
 *
 * Returns: whether it is in the list
 */
gboolean
anc_record_list_find (AncRecordList *self,
                      AncRecord *record,
                      guint *index)
{
  guint slot;

  g_return_val_if_fail (ANC_IS_RECORD_LIST (self), FALSE);
  g_return_val_if_fail (ANC_IS_RECORD (record), FALSE);

  slot = find_slot (self, anc_record_get_row (record));
  if (slot >= self->records->len || g_ptr_array_index (self->records, slot) != record)
    return FALSE;

  if (index != NULL)
    *index = slot;
  return TRUE;
}
