/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-comparison.h"

struct _AncCaseComparison
{
  AncCaseRows *ours; /* NULL where we do not have the case */
  AncCaseRows *theirs;
  GArray *items; /* of AncComparisonItem; their rows belong to the two above */
};

G_DEFINE_BOXED_TYPE (AncCaseComparison,
                     anc_case_comparison,
                     anc_case_comparison_ref,
                     anc_case_comparison_unref)

/* ---- Comparing ------------------------------------------------------------------------------- */

/**
 * anc_comparison_item_differs:
 * @self: a record that is different
 * @column: one of its columns
 *
 * Returns: whether ours and theirs hold different values there
 */
gboolean
anc_comparison_item_differs (const AncComparisonItem *self,
                             guint column)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->ours != NULL && self->theirs != NULL
         && !anc_value_equal (&self->ours->values[column], &self->theirs->values[column]);
}

static AncComparisonKind
get_kind (const AncComparisonItem *item)
{
  if (item->ours == NULL)
    return ANC_COMPARISON_NEW;
  if (item->theirs == NULL)
    return ANC_COMPARISON_OURS;

  for (guint i = 0; i < item->theirs->table->n_columns; i++)
    if (anc_comparison_item_differs (item, i))
      return ANC_COMPARISON_DIFFERENT;

  return ANC_COMPARISON_SAME;
}

static void
add_item (AncCaseComparison *self,
          const AncRow *ours,
          const AncRow *theirs)
{
  AncComparisonItem item = { .ours = (AncRow *) ours, .theirs = (AncRow *) theirs };

  item.kind = get_kind (&item);
  g_array_append_val (self->items, item);
}

static GHashTable *
index_rows (const AncCaseRows *rows,
            AncTableId table)
{
  GHashTable *by_key = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; rows != NULL && i < anc_case_rows_get_count (rows, table); i++)
    {
      const AncRow *row = anc_case_rows_get (rows, table, i);

      g_hash_table_insert (by_key, (gpointer) &row->key, (gpointer) row);
    }

  return by_key;
}

static void
compare_table (AncCaseComparison *self,
               AncTableId table)
{
  g_autoptr (GHashTable) ours = index_rows (self->ours, table);
  g_autoptr (GHashTable) theirs = index_rows (self->theirs, table);

  for (guint i = 0; i < anc_case_rows_get_count (self->theirs, table); i++)
    {
      const AncRow *row = anc_case_rows_get (self->theirs, table, i);

      add_item (self, g_hash_table_lookup (ours, &row->key), row);
    }

  for (guint i = 0; self->ours != NULL && i < anc_case_rows_get_count (self->ours, table); i++)
    {
      const AncRow *row = anc_case_rows_get (self->ours, table, i);

      if (!g_hash_table_contains (theirs, &row->key))
        add_item (self, row, NULL);
    }
}

/* ---- Public ---------------------------------------------------------------------------------- */

/**
 * anc_case_comparison_new:
 * @ours: (nullable): the case as we have it
 * @theirs: the case as someone else has it; of the same key
 *
 * Returns: (transfer full): how they stand to each other
 */
AncCaseComparison *
anc_case_comparison_new (AncCaseRows *ours,
                         AncCaseRows *theirs)
{
  AncCaseComparison *self;

  g_return_val_if_fail (theirs != NULL, NULL);
  g_return_val_if_fail (ours == NULL || anc_case_rows_get_key (ours) == anc_case_rows_get_key (theirs), NULL);

  self = g_atomic_rc_box_new0 (AncCaseComparison);
  self->ours = ours != NULL ? anc_case_rows_ref (ours) : NULL;
  self->theirs = anc_case_rows_ref (theirs);
  self->items = g_array_new (FALSE, FALSE, sizeof (AncComparisonItem));
  for (guint i = 0; i < ANC_N_TABLES; i++)
    compare_table (self, i);

  return self;
}

AncCaseComparison *
anc_case_comparison_ref (AncCaseComparison *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_comparison (gpointer data)
{
  AncCaseComparison *self = data;

  g_array_unref (self->items);
  g_clear_pointer (&self->ours, anc_case_rows_unref);
  anc_case_rows_unref (self->theirs);
}

void
anc_case_comparison_unref (AncCaseComparison *self)
{
  g_atomic_rc_box_release_full (self, clear_comparison);
}

guint
anc_case_comparison_get_count (const AncCaseComparison *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items->len;
}

const AncComparisonItem *
anc_case_comparison_get (const AncCaseComparison *self,
                         guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->items->len, NULL);

  return &g_array_index (self->items, AncComparisonItem, index);
}

guint
anc_case_comparison_count_kind (const AncCaseComparison *self,
                                AncComparisonKind kind)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->items->len; i++)
    n += g_array_index (self->items, AncComparisonItem, i).kind == kind;

  return n;
}

/**
 * anc_case_comparison_dup_path:
 * @self: a comparison
 * @item: one of its records
 * @column: one of its columns, or %ANC_COLUMN_NONE
 *
 * Returns: (transfer full): where it stands in their case, or in ours where only we have it
 */
char *
anc_case_comparison_dup_path (const AncCaseComparison *self,
                              const AncComparisonItem *item,
                              guint column)
{
  g_return_val_if_fail (self != NULL && item != NULL, NULL);

  return item->theirs != NULL ? anc_case_rows_dup_path (self->theirs, item->theirs, column)
                              : anc_case_rows_dup_path (self->ours, item->ours, column);
}

/* Ours with the fields of theirs that are chosen. */
static AncRow *
mix (const AncComparisonItem *item,
     AncComparisonChoice choice,
     gpointer user_data)
{
  AncRow *row = anc_row_copy (item->ours);

  for (guint i = 0; i < row->table->n_columns; i++)
    if (anc_comparison_item_differs (item, i) && (choice == NULL || choice (item, i, user_data)))
      anc_value_copy (&row->values[i], &item->theirs->values[i]);

  return row;
}

/**
 * anc_case_comparison_take:
 * @self: a comparison
 * @label: as of anc_change_set_new()
 * @choice: (nullable): what to take; %NULL for all
 * @user_data: for @choice
 *
 * Makes what is theirs ours. Nothing of ours is deleted, and what was taken once is the same the next time.
 * A case that we do not have is taken only with its head, so that is not asked about.
 *
 * Returns: (transfer full): the changes to our case, none if nothing is taken
 */
AncChangeSet *
anc_case_comparison_take (const AncCaseComparison *self,
                          const char *label,
                          AncComparisonChoice choice,
                          gpointer user_data)
{
  AncChangeSet *changes;

  g_return_val_if_fail (self != NULL, NULL);

  changes = anc_change_set_new (anc_case_rows_get_key (self->theirs), label);
  for (guint i = 0; i < self->items->len; i++)
    {
      const AncComparisonItem *item = &g_array_index (self->items, AncComparisonItem, i);
      g_autoptr (AncRow) row = NULL;

      if (item->kind == ANC_COMPARISON_DIFFERENT)
        {
          row = mix (item, choice, user_data);
          anc_change_set_add (changes, item->ours, row);
        }
      else if (item->kind == ANC_COMPARISON_NEW
               && (choice == NULL || item->theirs->table->id == ANC_TABLE_CASES || choice (item, ANC_COLUMN_NONE, user_data)))
        anc_change_set_add (changes, NULL, item->theirs);
    }

  return changes;
}
