/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-row.h"

/**
 * anc_row_make_key:
 *
 * Returns: a new key: random, from 1 to 2⁶³ − 1, so that records made in two offices do not meet
 */
gint64
anc_row_make_key (void)
{
  gint64 key;

  do
    key = (gint64) ((((guint64) g_random_int () << 32) | g_random_int ()) & G_MAXINT64);
  while (key == 0);

  return key;
}

/**
 * anc_row_new:
 * @table: its table
 * @case_key: the key of its case
 * @key: its own; for the head of a case, @case_key again
 * @position: its place in its list; 0 for a head
 *
 * Returns: (transfer full): a row in which nothing is recorded yet
 */
AncRow *
anc_row_new (AncTableId table,
             gint64 case_key,
             gint64 key,
             gint64 position)
{
  const AncTable *its_table = anc_table_get (table);
  AncRow *self;

  g_return_val_if_fail (its_table != NULL, NULL);
  g_return_val_if_fail (key > 0 && case_key > 0, NULL);
  g_return_val_if_fail (table != ANC_TABLE_CASES || (key == case_key && position == 0), NULL);

  self = g_atomic_rc_box_alloc0 (sizeof (AncRow) + its_table->n_columns * sizeof (AncValue));
  self->table = its_table;
  self->key = key;
  self->case_key = case_key;
  self->position = position;

  return self;
}

/**
 * anc_row_copy:
 *
 * Returns: (transfer full): a row of the same values, for the caller to change before it is shared
 */
AncRow *
anc_row_copy (const AncRow *self)
{
  AncRow *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = anc_row_new (self->table->id, self->case_key, self->key, self->position);
  for (guint i = 0; i < self->table->n_columns; i++)
    anc_value_copy (&copy->values[i], &self->values[i]);

  return copy;
}

AncRow *
anc_row_ref (AncRow *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_row (gpointer data)
{
  AncRow *self = data;

  for (guint i = 0; i < self->table->n_columns; i++)
    anc_value_clear (&self->values[i]);
}

void
anc_row_unref (AncRow *self)
{
  g_atomic_rc_box_release_full (self, clear_row);
}

/**
 * anc_row_equal:
 *
 * Returns: whether both are the same record, in the same place, with the same values
 */
gboolean
anc_row_equal (const AncRow *self,
               const AncRow *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  if (self == other)
    return TRUE;
  if (self->table != other->table || self->key != other->key
      || self->case_key != other->case_key || self->position != other->position)
    return FALSE;

  for (guint i = 0; i < self->table->n_columns; i++)
    if (!anc_value_equal (&self->values[i], &other->values[i]))
      return FALSE;

  return TRUE;
}

/**
 * anc_row_compare_place:
 *
 * Returns: negative, 0 or positive as @self stands before, at or after @other in their list
 */
int
anc_row_compare_place (const AncRow *self,
                       const AncRow *other)
{
  if (self->position != other->position)
    return self->position < other->position ? -1 : 1;

  return (self->key > other->key) - (self->key < other->key);
}

/**
 * anc_row_get:
 * @self: a row
 * @column: the name of one of its columns
 *
 * Returns: (transfer none): its value there
 */
const AncValue *
anc_row_get (const AncRow *self,
             const char *column)
{
  guint index = anc_table_find_column (self->table, column);

  g_return_val_if_fail (index != ANC_COLUMN_NONE, NULL);

  return &self->values[index];
}

/**
 * anc_row_get_text:
 *
 * Returns: (transfer none) (nullable): the text in this column
 */
const char *
anc_row_get_text (const AncRow *self,
                  const char *column)
{
  const AncValue *value = anc_row_get (self, column);

  return value != NULL && value->type == ANC_VALUE_TEXT ? value->text : NULL;
}

/**
 * anc_row_get_integer:
 * @self: a row
 * @column: the name of one of its columns
 * @none: what stands for a value not recorded
 *
 * Returns: the number in this column
 */
gint64
anc_row_get_integer (const AncRow *self,
                     const char *column,
                     gint64 none)
{
  const AncValue *value = anc_row_get (self, column);

  return value != NULL && value->type == ANC_VALUE_INTEGER ? value->integer : none;
}
