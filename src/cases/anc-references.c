/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-references.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * anc_references_make_id:
 * @rows: a case
 * @table: a table whose records have ids
 *
 * Returns: (transfer full): an id that no record of the table has, after the last one made like it: `j9`
 */
char *
anc_references_make_id (const AncCaseRows *rows,
                        AncTableId table)
{
  const char *name = anc_table_get (table)->name;
  guint64 last = 0;

  for (guint i = 0; i < anc_case_rows_get_count (rows, table); i++)
    {
      const char *id = anc_row_get_text (anc_case_rows_get (rows, table, i), "id");
      guint64 number;

      if (id != NULL && *id == *name && g_ascii_string_to_unsigned (id + 1, 10, 0, G_MAXUINT32, &number, NULL))
        last = MAX (last, number);
    }

  return g_strdup_printf ("%c%" G_GUINT64_FORMAT, *name, last + 1);
}

/* Whether values of this column are ids of @table. */
static gboolean
refers_to (const AncColumn *column,
           const AncTable *table)
{
  return column->field->type == ANC_FIELD_REFERENCE && strcmp (column->field->record->key, table->name) == 0;
}

static gboolean
row_refers_to (const AncRow *row,
               const AncTable *table,
               const char *id)
{
  for (guint i = 0; i < row->table->n_columns; i++)
    if (refers_to (&row->table->columns[i], table) && row->values[i].type == ANC_VALUE_TEXT
        && strcmp (row->values[i].text, id) == 0)
      return TRUE;

  return FALSE;
}

/**
 * anc_references_list:
 * @rows: a case
 * @target: one of its rows
 *
 * Returns: (transfer container) (element-type AncRow): the rows that refer to it by its id
 */
GPtrArray *
anc_references_list (const AncCaseRows *rows,
                     const AncRow *target)
{
  GPtrArray *found = g_ptr_array_new ();
  const char *id = anc_row_get_text (target, "id");

  for (guint i = ANC_TABLE_CASES + 1; i < ANC_N_TABLES && id != NULL; i++)
    for (guint j = 0; j < anc_case_rows_get_count (rows, i); j++)
      if (row_refers_to (anc_case_rows_get (rows, i, j), target->table, id))
        g_ptr_array_add (found, (gpointer) anc_case_rows_get (rows, i, j));

  return found;
}

/**
 * anc_references_rename:
 * @edited: a case
 * @target: one of its records, of a table whose records have ids
 * @id: its new id
 *
 * Gives it another id, by which all that referred to it refers to it still, in one edit.
 */
void
anc_references_rename (AncCase *edited,
                       AncRecord *target,
                       const char *id)
{
  g_autoptr (AncCaseRows) rows = NULL;
  g_autoptr (GPtrArray) referring = NULL;
  g_autoptr (AncRow) before = NULL;
  AncChangeSet *changes;

  g_return_if_fail (ANC_IS_CASE (edited));
  g_return_if_fail (id != NULL);

  rows = anc_case_dup_rows (edited);
  before = anc_row_ref (anc_record_get_row (target));
  referring = anc_references_list (rows, before);

  anc_case_begin (edited, N_ ("Change an id"));
  anc_record_set_text (target, "id", id);
  for (guint i = 0; i < referring->len; i++)
    {
      const AncRow *row = g_ptr_array_index (referring, i);
      AncRecord *record = anc_case_find (edited, row->key);

      for (guint j = 0; j < row->table->n_columns; j++)
        if (refers_to (&row->table->columns[j], before->table)
            && anc_value_equal (&row->values[j], anc_row_get (before, "id")))
          anc_record_set_text (record, row->table->columns[j].name, id);
    }
  changes = anc_case_commit (edited);
  g_clear_pointer (&changes, anc_change_set_unref);
}
