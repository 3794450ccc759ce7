/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-change.h"

struct _AncChangeSet
{
  gint64 case_key;
  char *label;
  GPtrArray *changes; /* of AncChange */
  GHashTable *by_key; /* from the key in the change's row to the change; they stand in @changes */
};

G_DEFINE_BOXED_TYPE (AncChangeSet, anc_change_set, anc_change_set_ref, anc_change_set_unref)

/* ---- Changes --------------------------------------------------------------------------------- */

AncChangeOperation
anc_change_get_operation (const AncChange *self)
{
  g_return_val_if_fail (self != NULL, ANC_CHANGE_UPDATE);

  if (self->before == NULL)
    return ANC_CHANGE_INSERT;

  return self->after == NULL ? ANC_CHANGE_DELETE : ANC_CHANGE_UPDATE;
}

/**
 * anc_change_get_row:
 *
 * Returns: (transfer none): the record after the change, or before where it was deleted
 */
const AncRow *
anc_change_get_row (const AncChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->after != NULL ? self->after : self->before;
}

static void
anc_change_free (gpointer data)
{
  AncChange *self = data;

  g_clear_pointer (&self->before, anc_row_unref);
  g_clear_pointer (&self->after, anc_row_unref);
  g_free (self);
}

/* ---- Change sets ----------------------------------------------------------------------------- */

/**
 * anc_change_set_new:
 * @case_key: the case
 * @label: what was done, as a message id of the translations without arguments: `Add a payslip`
 *
 * Returns: (transfer full): an empty set
 */
AncChangeSet *
anc_change_set_new (gint64 case_key,
                    const char *label)
{
  AncChangeSet *self;

  g_return_val_if_fail (case_key > 0, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  self = g_atomic_rc_box_new0 (AncChangeSet);
  self->case_key = case_key;
  self->label = g_strdup (label);
  self->changes = g_ptr_array_new_with_free_func (anc_change_free);
  self->by_key = g_hash_table_new (g_int64_hash, g_int64_equal);

  return self;
}

/**
 * anc_change_set_new_inverse:
 *
 * Returns: (transfer full): the set that takes back what @self does, under the same label
 */
AncChangeSet *
anc_change_set_new_inverse (const AncChangeSet *self)
{
  AncChangeSet *inverse;

  g_return_val_if_fail (self != NULL, NULL);

  inverse = anc_change_set_new (self->case_key, self->label);
  for (guint i = self->changes->len; i > 0; i--)
    {
      const AncChange *change = g_ptr_array_index (self->changes, i - 1);

      anc_change_set_add (inverse, change->after, change->before);
    }

  return inverse;
}

AncChangeSet *
anc_change_set_ref (AncChangeSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_set (gpointer data)
{
  AncChangeSet *self = data;

  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->changes);
  g_free (self->label);
}

void
anc_change_set_unref (AncChangeSet *self)
{
  g_atomic_rc_box_release_full (self, clear_set);
}

gint64
anc_change_set_get_case_key (const AncChangeSet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->case_key;
}

const char *
anc_change_set_get_label (const AncChangeSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

guint
anc_change_set_get_count (const AncChangeSet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->changes->len;
}

const AncChange *
anc_change_set_get (const AncChangeSet *self,
                    guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->changes->len, NULL);

  return g_ptr_array_index (self->changes, index);
}

/* Returns: (transfer none) (nullable): what becomes of this record; %NULL where nothing does */
const AncChange *
anc_change_set_find (const AncChangeSet *self,
                     gint64 key)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->by_key, &key);
}

/* Inserting a case comes before all else in it, deleting it after. */
static void
append (AncChangeSet *self,
        AncChange *change)
{
  const gboolean is_head = anc_change_get_row (change)->table->id == ANC_TABLE_CASES;
  const AncChange *last = self->changes->len > 0
                              ? g_ptr_array_index (self->changes, self->changes->len - 1)
                              : NULL;
  guint place = self->changes->len;

  if (is_head && change->before == NULL)
    place = 0;
  else if (last != NULL && last->after == NULL && last->before->table->id == ANC_TABLE_CASES)
    place--;

  g_ptr_array_insert (self->changes, (int) place, change);
  g_hash_table_insert (self->by_key, (gpointer) &anc_change_get_row (change)->key, change);
}

/**
 * anc_change_set_add:
 * @self: a set that nobody shares yet
 * @before: (nullable): the record before; of the case of @self
 * @after: (nullable): the record after; of the same key; not both %NULL
 *
 * Adds a change. If the set has one of this record already, the two become one: the new @before is what
 * that one had as its after. Where nothing is left of both, there is no change.
 */
void
anc_change_set_add (AncChangeSet *self,
                    AncRow *before,
                    AncRow *after)
{
  AncChange *change;
  AncChange *earlier;
  const AncRow *row = after != NULL ? after : before;

  g_return_if_fail (self != NULL);
  g_return_if_fail (row != NULL && row->case_key == self->case_key);
  g_return_if_fail (before == NULL || after == NULL || (before->key == after->key && before->table == after->table));

  change = g_new0 (AncChange, 1);
  earlier = g_hash_table_lookup (self->by_key, &row->key);
  if (earlier != NULL)
    {
      change->before = earlier->before != NULL ? anc_row_ref (earlier->before) : NULL;
      g_hash_table_remove (self->by_key, &row->key);
      g_ptr_array_remove (self->changes, earlier);
    }
  else
    change->before = before != NULL ? anc_row_ref (before) : NULL;
  change->after = after != NULL ? anc_row_ref (after) : NULL;

  if (change->before == NULL ? change->after == NULL
                             : change->after != NULL && anc_row_equal (change->before, change->after))
    anc_change_free (change);
  else
    append (self, change);
}

/**
 * anc_change_set_merge:
 * @self: a set that nobody shares yet
 * @next: what was done after it, to the same case
 *
 * Makes @self do what both do, one after the other, under its own label.
 */
void
anc_change_set_merge (AncChangeSet *self,
                      const AncChangeSet *next)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (next != NULL && next->case_key == self->case_key);

  for (guint i = 0; i < next->changes->len; i++)
    {
      const AncChange *change = g_ptr_array_index (next->changes, i);

      anc_change_set_add (self, change->before, change->after);
    }
}
