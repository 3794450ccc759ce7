/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-search.h"

#include <string.h>

#include "anc-journal.h"
#include "anc-row-store.h"

/* The columns that say what a record is called; other texts are searched too, behind them. */
static const char *const head_columns[] = {
  "reference",
  "family_name",
  "given_names",
  "foreigner_number",
  "name",
  "siret",
  "title",
  "occupation_label",
};

/* The number of an entry tells its table, so that hits are sought in this order, people first; a search
 * that would find too much stops before the documents. */
static const AncTableId order_of_tables[] = {
  ANC_TABLE_CASES,
  ANC_TABLE_EMPLOYERS,
  ANC_TABLE_JOBS,
  ANC_TABLE_OFFERS,
  ANC_TABLE_EVENTS,
  ANC_TABLE_MEASURES,
  ANC_TABLE_DOCUMENTS,
};

#define RANK_SHIFT 48

static gint64
get_rank (AncTableId table)
{
  for (guint i = 0; i < G_N_ELEMENTS (order_of_tables); i++)
    if (order_of_tables[i] == table)
      return i;

  return -1;
}

/**
 * anc_search_get_table:
 * @entry: the number of an entry of the index
 *
 * Returns: the table of its record
 */
AncTableId
anc_search_get_table (gint64 entry)
{
  const gint64 rank = entry >> RANK_SHIFT;

  return rank >= 0 && rank < (gint64) G_N_ELEMENTS (order_of_tables) ? order_of_tables[rank] : ANC_TABLE_CASES;
}

static gboolean
is_head_column (const AncColumn *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (head_columns); i++)
    if (strcmp (head_columns[i], column->name) == 0)
      return TRUE;

  return FALSE;
}

/* A SIRET is searched as one word, however it was typed. */
static void
append_text (GString *text,
             const AncColumn *column,
             const char *value)
{
  if (text->len > 0)
    g_string_append (text, " · ");

  if (strcmp (column->name, "siret") != 0)
    g_string_append (text, value);
  else
    for (const char *p = value; *p != '\0'; p++)
      if (!g_ascii_isspace (*p) && *p != '.')
        g_string_append_c (text, *p);
}

/**
 * anc_search_collect:
 * @row: a record
 * @head: where to add what it is called
 * @body: where to add its other texts
 *
 * Returns: whether records of this table are searched
 */
gboolean
anc_search_collect (const AncRow *row,
                    GString *head,
                    GString *body)
{
  if (get_rank (row->table->id) < 0)
    return FALSE;

  for (guint i = 0; i < row->table->n_columns; i++)
    {
      const AncColumn *column = &row->table->columns[i];

      if (column->field->type != ANC_FIELD_TEXT || row->values[i].type != ANC_VALUE_TEXT)
        continue;
      append_text (is_head_column (column) ? head : body, column, row->values[i].text);
    }

  return TRUE;
}

/* ---- Entries --------------------------------------------------------------------------------- */

static gboolean
run_on_index (AncDatabase *database,
              const char *sql,
              gint64 id,
              const char *head,
              const char *body,
              GError **error)
{
  g_autoptr (AncStatement) statement = anc_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  anc_statement_bind_integer (statement, 1, id);
  if (head != NULL)
    {
      anc_statement_bind_text (statement, 2, head);
      anc_statement_bind_text (statement, 3, body);
    }

  return anc_statement_run (statement, error);
}

static gboolean
remove_entry (AncDatabase *database,
              gint64 id,
              const char *head,
              const char *body,
              GError **error)
{
  return run_on_index (database, "INSERT INTO search_records (search_records, rowid, head, body) VALUES ('delete', ?1, ?2, ?3)", id, head, body, error)
         && run_on_index (database, "DELETE FROM search_entries WHERE id = ?1", id, NULL, NULL, error);
}

static gint64
make_id (AncDatabase *database,
         gint64 rank,
         GError **error)
{
  g_autoptr (AncStatement) statement = NULL;

  statement = anc_database_prepare (database, "SELECT coalesce (max (id), ?1) + 1 FROM search_entries WHERE id >= ?1 AND id < ?2", error);
  if (statement == NULL)
    return 0;

  anc_statement_bind_integer (statement, 1, rank << RANK_SHIFT);
  anc_statement_bind_integer (statement, 2, (rank + 1) << RANK_SHIFT);
  return anc_statement_step (statement, error) == ANC_STEP_ROW ? anc_statement_get_integer (statement, 0) : 0;
}

static gboolean
insert_entry (AncDatabase *database,
              gint64 id,
              const AncRow *row,
              const char *head,
              const char *body,
              GError **error)
{
  g_autoptr (AncStatement) statement = NULL;

  statement = anc_database_prepare (database, "INSERT INTO search_entries (id, case_key, key, head, body) VALUES (?1, ?2, ?3, ?4, ?5)", error);
  if (statement == NULL)
    return FALSE;

  anc_statement_bind_integer (statement, 1, id);
  anc_statement_bind_integer (statement, 2, row->case_key);
  anc_statement_bind_integer (statement, 3, row->key);
  anc_statement_bind_text (statement, 4, head);
  anc_statement_bind_text (statement, 5, body);

  return anc_statement_run (statement, error)
         && run_on_index (database, "INSERT INTO search_records (rowid, head, body) VALUES (?1, ?2, ?3)", id, head, body, error);
}

/* Makes the entry of a record what the record now is. */
static gboolean
update_entry (AncDatabase *database,
              AncTableId table,
              gint64 case_key,
              gint64 key,
              GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AncRow) row = anc_row_store_load (database, table, case_key, key, &local_error);
  g_autoptr (GString) head = g_string_new (NULL);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (AncStatement) statement = NULL;
  gint64 id = 0;
  AncStep step;

  if (row == NULL && !g_error_matches (local_error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (row != NULL)
    anc_search_collect (row, head, body);

  statement = anc_database_prepare (database, "SELECT id, head, body FROM search_entries WHERE case_key = ?1 AND key = ?2", error);
  if (statement == NULL)
    return FALSE;
  anc_statement_bind_integer (statement, 1, case_key);
  anc_statement_bind_integer (statement, 2, key);
  step = anc_statement_step (statement, error);
  if (step == ANC_STEP_ROW)
    {
      g_autofree char *old_head = g_strdup (anc_statement_get_text (statement, 1));
      g_autofree char *old_body = g_strdup (anc_statement_get_text (statement, 2));

      if (g_strcmp0 (old_head, head->str) == 0 && g_strcmp0 (old_body, body->str) == 0)
        return TRUE;

      id = anc_statement_get_integer (statement, 0);
      g_clear_pointer (&statement, anc_statement_return);
      if (!remove_entry (database, id, old_head, old_body, error))
        return FALSE;
    }
  if (step == ANC_STEP_ERROR || row == NULL || head->len + body->len == 0)
    return step != ANC_STEP_ERROR;

  if (id == 0)
    id = make_id (database, get_rank (table), error);
  return id != 0 && insert_entry (database, id, row, head->str, body->str, error);
}

/* ---- Following the journal ------------------------------------------------------------------- */

static gboolean
index_entries (AncDatabase *database,
               gint64 first,
               gint64 last,
               GError **error)
{
  g_autoptr (AncStatement) statement = NULL;
  AncStep step;

  statement = anc_database_prepare (database,
                                    "SELECT c.tbl, j.case_key, c.key FROM journal AS c"
                                    " CROSS JOIN journal AS j ON j.id = c.id >> 20 << 20"
                                    " WHERE c.id > ?1 << 20 AND c.id < ?2 + 1 << 20 AND c.tbl IS NOT NULL",
                                    error);
  if (statement == NULL)
    return FALSE;

  anc_statement_bind_integer (statement, 1, first);
  anc_statement_bind_integer (statement, 2, last);
  while ((step = anc_statement_step (statement, error)) == ANC_STEP_ROW)
    {
      const char *name = anc_statement_get_text (statement, 0);
      const AncTable *table = name != NULL ? anc_table_find (name) : NULL;

      if (table != NULL && get_rank (table->id) >= 0
          && !update_entry (database, table->id, anc_statement_get_integer (statement, 1), anc_statement_get_integer (statement, 2), error))
        return FALSE;
    }

  return step == ANC_STEP_DONE;
}

/* Notes how far the index has come, and the chain of that entry. Where the journal is found to have lost the one noted
 * before, that note stays, for anc_journal_check() to tell. */
static gboolean
set_indexed (AncDatabase *database,
             gint64 entry,
             GError **error)
{
  static const char chain[] = "INSERT INTO settings SELECT 'indexed_chain', chain FROM journal WHERE id = ?1 << 20"
                              " ON CONFLICT (name) DO UPDATE SET value = excluded.value";
  static const char indexed[] = "INSERT INTO settings VALUES ('indexed', ?1) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
  gboolean has_end;

  return anc_journal_has_end (database, &has_end, error)
         && (!has_end || run_on_index (database, chain, entry, NULL, NULL, error))
         && run_on_index (database, indexed, entry, NULL, NULL, error);
}

/**
 * anc_search_count_waiting:
 * @n_entries: (out): how many entries of the journal the index has still to take in
 */
gboolean
anc_search_count_waiting (AncDatabase *database,
                          gint64 *n_entries,
                          GError **error)
{
  return anc_database_query_integer (database,
                                     "SELECT coalesce (" ANC_JOURNAL_LAST ", 0)"
                                     " - max (0, coalesce ((SELECT cast (value AS INTEGER) FROM settings WHERE name = 'indexed'), 0))",
                                     n_entries,
                                     error);
}

/**
 * anc_search_catch_up:
 * @database: the connection that writes, outside of a transaction
 * @max_entries: how many entries of the journal to take in at most
 * @is_complete: (out): whether the index now has all of them
 *
 * Brings the search index up to the journal: it is not part of the transactions people wait for.
 */
gboolean
anc_search_catch_up (AncDatabase *database,
                     guint max_entries,
                     gboolean *is_complete,
                     GError **error)
{
  gint64 indexed;
  gint64 last;

  *is_complete = FALSE;
  if (!anc_database_query_integer (database, "SELECT max (0, coalesce ((SELECT cast (value AS INTEGER) FROM settings WHERE name = 'indexed'), 0))", &indexed, error)
      || !anc_database_query_integer (database, "SELECT coalesce (" ANC_JOURNAL_LAST ", 0)", &last, error))
    return FALSE;

  *is_complete = last - indexed <= (gint64) max_entries;
  last = *is_complete ? last : indexed + (gint64) max_entries;
  if (last <= indexed)
    return TRUE;

  if (!anc_database_begin (database, error))
    return FALSE;
  if (index_entries (database, indexed + 1, last, error) && set_indexed (database, last, error))
    return anc_database_commit (database, error);

  anc_database_roll_back (database);
  return FALSE;
}
