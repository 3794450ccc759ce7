/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-row-store.h"

#include <string.h>

#include "anc-fold.h"

/* ---- SQL ------------------------------------------------------------------------------------- */

/* The statements of one table, made from its declaration. All that read give the case, the key, the
 * position, then the columns. */
typedef struct
{
  char *insert;     /* ?1 case, ?2 key, ?3 position, then the columns, then for a head its sort name */
  char *delete;     /* ?1 case, ?2 key */
  char *load;       /* ?1 case, ?2 key */
  char *load_case;  /* ?1 case */
  char *load_all;   /* by case */
  char *from_image; /* ?1 JSON, ?2 case, ?3 key */
} TableSql;

#define FIRST_COLUMN 3 /* in what a statement gives; from 1, one more in what it takes */

static TableSql table_sql[ANC_N_TABLES];

static char *
list_columns (const AncTable *table)
{
  GString *list = g_string_new (table->id == ANC_TABLE_CASES ? "\"key\", \"key\", 0" : "\"case_key\", \"key\", \"position\"");

  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (list, ", \"%s\"", table->columns[i].name);

  return g_string_free (list, FALSE);
}

static char *
make_insert (const AncTable *table)
{
  const gboolean is_head = table->id == ANC_TABLE_CASES;
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO \"%s\" VALUES (%s", table->name, is_head ? "?2" : "?1, ?2, ?3");
  for (guint i = 0; i < table->n_columns + (is_head ? 1 : 0); i++)
    g_string_append_printf (sql, ", ?%u", i + FIRST_COLUMN + 1);
  g_string_append (sql, ")");

  return g_string_free (sql, FALSE);
}

static char *
make_from_image (const AncTable *table)
{
  GString *sql = g_string_new ("SELECT ?2, ?3, coalesce (?1 ->> 'position', 0)");

  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (sql, ", ?1 ->> '%s'", table->columns[i].name);

  return g_string_free (sql, FALSE);
}

static gpointer
make_all_sql (gpointer data)
{
  for (guint i = 0; i < ANC_N_TABLES; i++)
    {
      const AncTable *table = anc_table_get (i);
      const gboolean is_head = i == ANC_TABLE_CASES;
      const char *place = is_head ? "\"key\" = ?1 AND \"key\" = ?2" : "\"case_key\" = ?1 AND \"key\" = ?2";
      g_autofree char *columns = list_columns (table);

      table_sql[i].insert = make_insert (table);
      table_sql[i].delete = g_strdup_printf ("DELETE FROM \"%s\" WHERE %s", table->name, place);
      table_sql[i].load = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE %s", columns, table->name, place);
      table_sql[i].load_case = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE \"%s\" = ?1", columns, table->name, is_head ? "key" : "case_key");
      table_sql[i].load_all = g_strdup_printf ("SELECT %s FROM \"%s\" ORDER BY %s", columns, table->name, is_head ? "\"key\"" : "\"case_key\", \"key\"");
      table_sql[i].from_image = make_from_image (table);
    }

  return table_sql;
}

static const TableSql *
get_sql (const AncTable *table)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, make_all_sql, NULL);
  return &table_sql[table->id];
}

/* ---- Writing --------------------------------------------------------------------------------- */

static void
bind_value (AncStatement *statement,
            int index,
            const AncValue *value)
{
  switch (value->type)
    {
    case ANC_VALUE_INTEGER:
      anc_statement_bind_integer (statement, index, value->integer);
      break;
    case ANC_VALUE_TEXT:
      anc_statement_bind_text (statement, index, value->text);
      break;
    case ANC_VALUE_NONE:
    default:
      anc_statement_bind_null (statement, index);
      break;
    }
}

static void
bind_place (AncStatement *statement,
            const AncRow *row)
{
  anc_statement_bind_integer (statement, 1, row->case_key);
  anc_statement_bind_integer (statement, 2, row->key);
}

/* What the list of cases is sorted by: as a directory does, without regard to accents. */
static char *
make_sort_name (const AncRow *head)
{
  const char *family_name = anc_row_get_text (head, "family_name");
  const char *given_names = anc_row_get_text (head, "given_names");
  g_autofree char *family = anc_fold (family_name != NULL ? family_name : "", -1);
  g_autofree char *given = anc_fold (given_names != NULL ? given_names : "", -1);

  return g_strconcat (family, ", ", given, NULL);
}

static gboolean
insert_row (AncDatabase *database,
            const AncRow *row,
            GError **error)
{
  g_autofree char *sort_name = NULL;
  g_autoptr (AncStatement) statement = NULL;

  statement = anc_database_prepare (database, get_sql (row->table)->insert, error);
  if (statement == NULL)
    return FALSE;

  bind_place (statement, row);
  if (row->table->id != ANC_TABLE_CASES)
    anc_statement_bind_integer (statement, 3, row->position);
  for (guint i = 0; i < row->table->n_columns; i++)
    bind_value (statement, (int) (FIRST_COLUMN + 1 + i), &row->values[i]);
  if (row->table->id == ANC_TABLE_CASES)
    {
      sort_name = make_sort_name (row);
      anc_statement_bind_text (statement, (int) (FIRST_COLUMN + 1 + row->table->n_columns), sort_name);
    }

  return anc_statement_run (statement, error);
}

static gboolean
expect_one (AncStatement *statement,
            GError **error)
{
  if (!anc_statement_run (statement, error))
    return FALSE;
  if (anc_statement_count_changed (statement) == 1)
    return TRUE;

  g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_CONFLICT, "the record is no longer what the change started from");
  return FALSE;
}

static gboolean
delete_row (AncDatabase *database,
            const AncRow *row,
            GError **error)
{
  g_autoptr (AncStatement) statement = NULL;

  statement = anc_database_prepare (database, get_sql (row->table)->delete, error);
  if (statement == NULL)
    return FALSE;

  bind_place (statement, row);
  return expect_one (statement, error);
}

/* Sets the columns that differ, where they still are what they were: whoever changed them meanwhile is
 * not overwritten. */
static gboolean
update_row (AncDatabase *database,
            const AncRow *before,
            const AncRow *after,
            GError **error)
{
  const AncTable *table = after->table;
  const gboolean is_head = table->id == ANC_TABLE_CASES;
  const gboolean moves = before->position != after->position;
  g_autoptr (GString) set = g_string_new (NULL);
  g_autoptr (GString) where = g_string_new (is_head ? "\"key\" = ?2" : "\"case_key\" = ?1 AND \"key\" = ?2");
  g_autofree char *sort_name = is_head ? make_sort_name (after) : NULL;
  g_autofree char *sql = NULL;
  g_autoptr (AncStatement) statement = NULL;
  int parameter = FIRST_COLUMN + 1;

  if (is_head)
    g_string_append (set, ", \"sort_name\" = ?3");
  else if (moves)
    g_string_append (set, ", \"position\" = ?3");
  for (guint i = 0; i < table->n_columns; i++)
    if (!anc_value_equal (&before->values[i], &after->values[i]))
      {
        g_string_append_printf (set, ", \"%s\" = ?%d", table->columns[i].name, parameter);
        g_string_append_printf (where, " AND \"%s\" IS ?%d", table->columns[i].name, parameter + 1);
        parameter += 2;
      }
  if (set->len == 0)
    return TRUE;

  sql = g_strdup_printf ("UPDATE \"%s\" SET %s WHERE %s", table->name, set->str + 2, where->str);
  statement = anc_database_prepare (database, sql, error);
  if (statement == NULL)
    return FALSE;

  if (!is_head)
    anc_statement_bind_integer (statement, 1, after->case_key);
  anc_statement_bind_integer (statement, 2, after->key);
  if (is_head)
    anc_statement_bind_text (statement, 3, sort_name);
  else if (moves)
    anc_statement_bind_integer (statement, 3, after->position);
  parameter = FIRST_COLUMN + 1;
  for (guint i = 0; i < table->n_columns; i++)
    if (!anc_value_equal (&before->values[i], &after->values[i]))
      {
        bind_value (statement, parameter++, &after->values[i]);
        bind_value (statement, parameter++, &before->values[i]);
      }

  return expect_one (statement, error);
}

/**
 * anc_row_store_apply:
 * @database: a connection, in a transaction of the journal
 * @change: what becomes of one record
 *
 * Writes a change. %ANC_STORE_ERROR_CONFLICT where the record is not as @change has it before.
 */
gboolean
anc_row_store_apply (AncDatabase *database,
                     const AncChange *change,
                     GError **error)
{
  switch (anc_change_get_operation (change))
    {
    case ANC_CHANGE_INSERT:
      return insert_row (database, change->after, error);
    case ANC_CHANGE_DELETE:
      return delete_row (database, change->before, error);
    case ANC_CHANGE_UPDATE:
    default:
      return update_row (database, change->before, change->after, error);
    }
}

/* ---- Reading --------------------------------------------------------------------------------- */

static void
set_damaged (GError **error,
             const char *message)
{
  g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_DAMAGED, message);
}

static gboolean
read_text (AncStatement *statement,
           int column,
           AncValue *value,
           GError **error)
{
  const char *text = anc_statement_get_text (statement, column);

  if (text == NULL)
    g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_MEMORY, "no memory for a text");
  else if (!g_utf8_validate (text, -1, NULL))
    set_damaged (error, "a text is not UTF-8");
  else
    {
      anc_value_set_text (value, text, -1);
      return TRUE;
    }

  return FALSE;
}

/* A damaged file may hold what no row can. */
static AncRow *
read_row (AncStatement *statement,
          AncTableId id,
          GError **error)
{
  const gint64 case_key = anc_statement_get_integer (statement, 0);
  const gint64 key = anc_statement_get_integer (statement, 1);
  const gint64 position = anc_statement_get_integer (statement, 2);
  g_autoptr (AncRow) row = NULL;

  if (case_key <= 0 || key <= 0 || (id == ANC_TABLE_CASES && (case_key != key || position != 0)))
    {
      set_damaged (error, "a row has no proper key");
      return NULL;
    }

  row = anc_row_new (id, case_key, key, position);
  for (guint i = 0; i < row->table->n_columns; i++)
    {
      const int column = (int) (FIRST_COLUMN + i);

      if (anc_statement_is_null (statement, column))
        continue;
      if (row->table->columns[i].type == ANC_VALUE_INTEGER)
        anc_value_set_integer (&row->values[i], anc_statement_get_integer (statement, column));
      else if (!read_text (statement, column, &row->values[i], error))
        return NULL;
    }

  return g_steal_pointer (&row);
}

static gboolean
load_table (AncDatabase *database,
            AncTableId id,
            gint64 case_key,
            GPtrArray *rows,
            GError **error)
{
  g_autoptr (AncStatement) statement = NULL;
  AncStep step;

  statement = anc_database_prepare (database, get_sql (anc_table_get (id))->load_case, error);
  if (statement == NULL)
    return FALSE;

  anc_statement_bind_integer (statement, 1, case_key);
  while ((step = anc_statement_step (statement, error)) == ANC_STEP_ROW)
    {
      AncRow *row = read_row (statement, id, error);

      if (row == NULL)
        return FALSE;
      g_ptr_array_add (rows, row);
    }

  return step == ANC_STEP_DONE;
}

static void
set_not_found (GError **error)
{
  g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND, "there is no such case or record");
}

/**
 * anc_row_store_load:
 *
 * Returns: (transfer full) (nullable): one record; or %ANC_STORE_ERROR_NOT_FOUND
 */
AncRow *
anc_row_store_load (AncDatabase *database,
                    AncTableId table,
                    gint64 case_key,
                    gint64 key,
                    GError **error)
{
  g_autoptr (AncStatement) statement = NULL;
  AncStep step;

  statement = anc_database_prepare (database, get_sql (anc_table_get (table))->load, error);
  if (statement == NULL)
    return NULL;

  anc_statement_bind_integer (statement, 1, case_key);
  anc_statement_bind_integer (statement, 2, key);
  step = anc_statement_step (statement, error);
  if (step == ANC_STEP_DONE)
    set_not_found (error);

  return step == ANC_STEP_ROW ? read_row (statement, table, error) : NULL;
}

/**
 * anc_row_store_load_case:
 * @database: a connection, in a transaction so that all tables are of one moment
 *
 * Returns: (transfer full) (nullable): the case; or %ANC_STORE_ERROR_NOT_FOUND
 */
AncCaseRows *
anc_row_store_load_case (AncDatabase *database,
                         gint64 case_key,
                         GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_row_unref);

  for (guint i = 0; i < ANC_N_TABLES; i++)
    {
      if (!load_table (database, i, case_key, rows, error))
        return NULL;
      if (i == ANC_TABLE_CASES && rows->len == 0)
        {
          set_not_found (error);
          return NULL;
        }
    }

  return anc_case_rows_new (rows);
}

/**
 * anc_row_store_read_image:
 * @image: the image of a row in the journal
 *
 * Returns: (transfer full) (nullable): the row
 */
AncRow *
anc_row_store_read_image (AncDatabase *database,
                          const AncTable *table,
                          gint64 case_key,
                          gint64 key,
                          const char *image,
                          GError **error)
{
  g_autoptr (AncStatement) statement = NULL;

  statement = anc_database_prepare (database, get_sql (table)->from_image, error);
  if (statement == NULL)
    return NULL;

  anc_statement_bind_text (statement, 1, image);
  anc_statement_bind_integer (statement, 2, case_key);
  anc_statement_bind_integer (statement, 3, key);
  if (anc_statement_step (statement, error) != ANC_STEP_ROW)
    return NULL;

  return read_row (statement, table->id, error);
}

/* ---- All cases ------------------------------------------------------------------------------- */

struct _AncCaseCursor
{
  AncStatement *statements[ANC_N_TABLES];
  AncStep steps[ANC_N_TABLES];
};

/**
 * anc_case_cursor_new:
 * @database: a connection, in a transaction and for nothing else meanwhile
 *
 * Returns: (transfer full) (nullable): a cursor before the first case
 */
AncCaseCursor *
anc_case_cursor_new (AncDatabase *database,
                     GError **error)
{
  g_autoptr (AncCaseCursor) self = g_new0 (AncCaseCursor, 1);

  for (guint i = 0; i < ANC_N_TABLES; i++)
    {
      self->statements[i] = anc_database_prepare (database, get_sql (anc_table_get (i))->load_all, error);
      if (self->statements[i] == NULL)
        return NULL;
      self->steps[i] = anc_statement_step (self->statements[i], error);
      if (self->steps[i] == ANC_STEP_ERROR)
        return NULL;
    }

  return g_steal_pointer (&self);
}

static gboolean
take_rows (AncCaseCursor *self,
           AncTableId id,
           gint64 case_key,
           GPtrArray *rows,
           GError **error)
{
  AncStatement *statement = self->statements[id];

  while (self->steps[id] == ANC_STEP_ROW && anc_statement_get_integer (statement, 0) <= case_key)
    {
      AncRow *row = read_row (statement, id, error);

      if (row == NULL)
        return FALSE;
      if (row->case_key == case_key)
        g_ptr_array_add (rows, row);
      else
        anc_row_unref (row); /* of a case that is not there, in a damaged file */

      self->steps[id] = anc_statement_step (statement, error);
      if (self->steps[id] == ANC_STEP_ERROR)
        return FALSE;
    }

  return TRUE;
}

/**
 * anc_case_cursor_next:
 *
 * Returns: (transfer full) (nullable): the next case; %NULL without @error after the last
 */
AncCaseRows *
anc_case_cursor_next (AncCaseCursor *self,
                      GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  gint64 case_key;

  if (self->steps[ANC_TABLE_CASES] != ANC_STEP_ROW)
    return NULL;

  rows = g_ptr_array_new_full (128, (GDestroyNotify) anc_row_unref);
  case_key = anc_statement_get_integer (self->statements[ANC_TABLE_CASES], 0);
  for (guint i = 0; i < ANC_N_TABLES; i++)
    {
      if (!take_rows (self, i, case_key, rows, error))
        return NULL;
      if (i == ANC_TABLE_CASES && rows->len != 1)
        {
          set_damaged (error, "two cases have one key");
          return NULL;
        }
    }

  return anc_case_rows_new (rows);
}

void
anc_case_cursor_free (AncCaseCursor *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < ANC_N_TABLES; i++)
    anc_statement_return (self->statements[i]);
  g_free (self);
}
