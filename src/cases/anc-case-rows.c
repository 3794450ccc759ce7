/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-rows.h"

struct _AncCaseRows
{
  GPtrArray *lists[ANC_N_TABLES]; /* of AncRow; the head is alone in its own */
};

G_DEFINE_BOXED_TYPE (AncCaseRows, anc_case_rows, anc_case_rows_ref, anc_case_rows_unref)

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  return anc_row_compare_place (*(AncRow *const *) a, *(AncRow *const *) b);
}

static void
clear_rows (gpointer data)
{
  AncCaseRows *self = data;

  for (guint i = 0; i < ANC_N_TABLES; i++)
    g_clear_pointer (&self->lists[i], g_ptr_array_unref);
}

/**
 * anc_case_rows_new:
 * @rows: (element-type AncRow): every row of one case, its head among them, in any order
 *
 * Returns: (transfer full): the case
 */
AncCaseRows *
anc_case_rows_new (GPtrArray *rows)
{
  AncCaseRows *self;

  g_return_val_if_fail (rows != NULL, NULL);

  self = g_atomic_rc_box_new0 (AncCaseRows);
  for (guint i = 0; i < ANC_N_TABLES; i++)
    self->lists[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_row_unref);

  for (guint i = 0; i < rows->len; i++)
    {
      AncRow *row = g_ptr_array_index (rows, i);

      g_ptr_array_add (self->lists[row->table->id], anc_row_ref (row));
    }

  g_assert (self->lists[ANC_TABLE_CASES]->len == 1);
  for (guint i = 0; i < ANC_N_TABLES; i++)
    for (guint j = 1; j < self->lists[i]->len; j++)
      if (anc_row_compare_place (g_ptr_array_index (self->lists[i], j - 1), g_ptr_array_index (self->lists[i], j)) > 0)
        {
          g_ptr_array_sort (self->lists[i], compare_places);
          break;
        }

  return self;
}

AncCaseRows *
anc_case_rows_ref (AncCaseRows *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
anc_case_rows_unref (AncCaseRows *self)
{
  g_atomic_rc_box_release_full (self, clear_rows);
}

gint64
anc_case_rows_get_key (const AncCaseRows *self)
{
  return anc_case_rows_get_head (self)->key;
}

const AncRow *
anc_case_rows_get_head (const AncCaseRows *self)
{
  return anc_case_rows_get (self, ANC_TABLE_CASES, 0);
}

guint
anc_case_rows_get_count (const AncCaseRows *self,
                         AncTableId table)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (table < ANC_N_TABLES, 0);

  return self->lists[table]->len;
}

/**
 * anc_case_rows_get:
 *
 * Returns: (transfer none): the row at @index of @table
 */
const AncRow *
anc_case_rows_get (const AncCaseRows *self,
                   AncTableId table,
                   guint index)
{
  g_return_val_if_fail (index < anc_case_rows_get_count (self, table), NULL);

  return g_ptr_array_index (self->lists[table], index);
}

/**
 * anc_case_rows_find:
 *
 * Returns: (transfer none) (nullable): the row of this key in @table
 */
const AncRow *
anc_case_rows_find (const AncCaseRows *self,
                    AncTableId table,
                    gint64 key)
{
  for (guint i = 0; i < anc_case_rows_get_count (self, table); i++)
    if (anc_case_rows_get (self, table, i)->key == key)
      return anc_case_rows_get (self, table, i);

  return NULL;
}

/**
 * anc_case_rows_dup_path:
 * @self: a case
 * @row: one of its rows
 * @column: one of its columns, or %ANC_COLUMN_NONE for the row itself
 *
 * Returns: (transfer full): where it stands: `jobs[2].end`, `person.birth_date`, `facts.union_backed`
 */
char *
anc_case_rows_dup_path (const AncCaseRows *self,
                        const AncRow *row,
                        guint column)
{
  const AncTable *table = row->table;
  const AncColumn *its_column = column != ANC_COLUMN_NONE ? &table->columns[column] : NULL;
  const char *field = its_column == NULL ? NULL : its_column->path != NULL ? its_column->path
                                                                           : its_column->name;
  guint index = 0;

  if (table->id == ANC_TABLE_CASES)
    return g_strdup (field != NULL ? field : "");
  if (table->id == ANC_TABLE_FACTS && anc_row_get_text (row, "name") != NULL)
    return g_strconcat (table->name, ".", anc_row_get_text (row, "name"), NULL);

  g_ptr_array_find (self->lists[table->id], row, &index);
  return g_strdup_printf ("%s[%u]%s%s", table->name, index, field != NULL ? "." : "", field != NULL ? field : "");
}

/**
 * anc_case_rows_dup_creation:
 * @self: a case
 * @label: as of anc_change_set_new()
 *
 * Returns: (transfer full): the changes that make this case where there was none; their inverse deletes it
 */
AncChangeSet *
anc_case_rows_dup_creation (const AncCaseRows *self,
                            const char *label)
{
  AncChangeSet *changes = anc_change_set_new (anc_case_rows_get_key (self), label);

  for (guint i = 0; i < ANC_N_TABLES; i++)
    for (guint j = 0; j < self->lists[i]->len; j++)
      anc_change_set_add (changes, NULL, g_ptr_array_index (self->lists[i], j));

  return changes;
}

/**
 * anc_case_rows_equal:
 *
 * Returns: whether both hold the same rows in the same places
 */
gboolean
anc_case_rows_equal (const AncCaseRows *self,
                     const AncCaseRows *other)
{
  for (guint i = 0; i < ANC_N_TABLES; i++)
    {
      if (anc_case_rows_get_count (self, i) != anc_case_rows_get_count (other, i))
        return FALSE;
      for (guint j = 0; j < anc_case_rows_get_count (self, i); j++)
        if (!anc_row_equal (anc_case_rows_get (self, i, j), anc_case_rows_get (other, i, j)))
          return FALSE;
    }

  return TRUE;
}
