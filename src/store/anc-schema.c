/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-schema.h"

#include "anc-digest.h"

/* What every store holds beside the tables of a case.
 *
 * settings        single values: `created` (µs UTC), `indexed` (the last journal entry in the search index),
 *                 `indexed_chain` (its chain) and `listed` (the last journal entry in `case_entries`)
 * journal         one entry a transaction: a head, then the images of every row it changed, as JSON; the number
 *                 of the entry times 2^20 plus that of the change, 0 for the head. Only ever added at the end,
 *                 which is what keeps an edit quick. In a head, `content` is SHA-256 of the entry's words and
 *                 changes, `chain` of the chain before it and of all the rest, so that no entry can be changed
 *                 or taken out unseen
 * case_entries    the entries of each case; it follows the journal like the search index, for the same reason
 * entries_by_case the same, with those of the last moments
 * files           the bytes of documents, once each; without `sha256` while they are still coming in
 * chunks          their bytes, in pieces; the number of the file times 2^20 plus that of the piece
 * page_texts      the text of their pages; the number of the file times 2^20 plus that of the page, from 1
 * trash           what was deleted and can be had back: `key` is 0 for a whole case
 * arrivals        files that came in for a case and are to become its documents: `name` is what they were called
 * readings        what was read of a file, by which version of the reader, or why it could not be read; neither
 *                 while it waits to be read
 * decisions       what a person made of what was read, before it is accepted; `slip` counts from 0
 * search_entries  what is searched of records; its numbers are in the order in which hits are sought */
static const char fixed_tables[] =
    "CREATE TABLE settings (name TEXT PRIMARY KEY NOT NULL, value ANY) STRICT, WITHOUT ROWID;"
    "CREATE TABLE files (id INTEGER PRIMARY KEY CHECK (id > 0), sha256 TEXT UNIQUE CHECK (length (sha256) = 64),"
    " size INTEGER NOT NULL CHECK (size >= 0), added INTEGER NOT NULL) STRICT;"
    "CREATE TABLE chunks (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;"
    "CREATE TABLE page_texts (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;"
    "CREATE TABLE trash (case_key INTEGER NOT NULL, key INTEGER NOT NULL, entry INTEGER NOT NULL,"
    " PRIMARY KEY (case_key, key)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE search_entries (id INTEGER PRIMARY KEY, case_key INTEGER NOT NULL, key INTEGER NOT NULL,"
    " head TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (case_key, key)) STRICT;"
    "CREATE VIRTUAL TABLE search_records USING fts5 (head, body, content = 'search_entries', content_rowid = 'id',"
    " prefix = '1 2 3 4', detail = 'none', columnsize = 0, tokenize = 'ancrage');"
    "CREATE VIRTUAL TABLE search_pages USING fts5 (text, content = 'page_texts', content_rowid = 'id',"
    " prefix = '1 2 3 4', detail = 'none', columnsize = 0, tokenize = 'ancrage');";

/* Since version 4; before, heads and changes were two tables, and an index of the first was part of each edit. Since
 * version 5 its checks look nothing up in lists, for which SQLite would build a tree at each edit. */
static const char journal_table[] =
    "CREATE TABLE journal (id INTEGER PRIMARY KEY CHECK (id > 0), case_key INTEGER, time INTEGER, kind TEXT,"
    " reverts INTEGER, author TEXT, label TEXT, content BLOB, chain BLOB,"
    " tbl TEXT, key INTEGER, before TEXT, after TEXT,"
    " CHECK ((id & 1048575 = 0) = (kind IS NOT NULL)), CHECK ((kind IS NULL) = (tbl IS NOT NULL)),"
    " CHECK (kind IS NULL OR ((kind = 'edit' OR kind = 'undo' OR kind = 'redo' OR kind = 'purge')"
    " AND case_key IS NOT NULL AND time IS NOT NULL AND author IS NOT NULL AND label IS NOT NULL"
    " AND (reverts IS NOT NULL) = (kind = 'undo' OR kind = 'redo'))),"
    " CHECK (tbl IS NULL OR (key IS NOT NULL AND (before IS NOT NULL OR after IS NOT NULL)))) STRICT;";

static const char case_entries_table[] =
    "CREATE TABLE case_entries (case_key INTEGER NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (case_key, entry))"
    " STRICT, WITHOUT ROWID;";

static const char entries_view[] =
    "CREATE VIEW entries_by_case AS SELECT case_key, entry FROM case_entries"
    " UNION ALL SELECT case_key, id >> 20 FROM journal WHERE kind IS NOT NULL AND id >= (1 + max (0,"
    " cast (coalesce ((SELECT value FROM settings WHERE name = 'listed'), 0) AS INTEGER))) << 20;";

/* Since version 3. None of it is journalled: it can be read again, or is not said yet. */
static const char reading_tables[] =
    "CREATE TABLE arrivals (id INTEGER PRIMARY KEY CHECK (id > 0), case_key INTEGER NOT NULL,"
    " file INTEGER NOT NULL REFERENCES files (id), name TEXT NOT NULL, UNIQUE (case_key, file)) STRICT;"
    "CREATE TABLE readings (file INTEGER PRIMARY KEY REFERENCES files (id), asked INTEGER NOT NULL, reader TEXT,"
    " problem TEXT, content TEXT, CHECK (problem IS NULL OR content IS NULL)) STRICT;"
    "CREATE TABLE decisions (case_key INTEGER NOT NULL, document INTEGER NOT NULL, slip INTEGER NOT NULL,"
    " content TEXT NOT NULL, PRIMARY KEY (case_key, document, slip)) STRICT, WITHOUT ROWID;";

/* Originals are immutable, and the journal is only ever added to, except by a purge. */
static const char fixed_triggers[] =
    "CREATE TRIGGER chunks_updated BEFORE UPDATE ON chunks BEGIN SELECT raise (ABORT, 'originals never change'); END;"
    "CREATE TRIGGER files_updated BEFORE UPDATE OF id, sha256, size ON files WHEN old.sha256 IS NOT NULL"
    " BEGIN SELECT raise (ABORT, 'originals never change'); END;"
    "CREATE TRIGGER changes_updated BEFORE UPDATE OF tbl, key, before, after ON journal BEGIN SELECT raise (ABORT, 'what was done stays done'); END;"
    "CREATE TRIGGER trash_filled AFTER DELETE ON documents BEGIN"
    " INSERT OR REPLACE INTO trash VALUES (old.case_key, old.key, (SELECT max (id) >> 20 FROM journal)); END;"
    "CREATE TRIGGER trash_cleared AFTER INSERT ON documents BEGIN"
    " DELETE FROM trash WHERE case_key = new.case_key AND key = new.key; END;"
    "CREATE TRIGGER arrivals_settled AFTER INSERT ON documents WHEN new.sha256 IS NOT NULL BEGIN"
    " DELETE FROM arrivals WHERE case_key = new.case_key AND file = (SELECT id FROM files WHERE sha256 = new.sha256); END;"
    "CREATE TRIGGER case_trash_filled AFTER DELETE ON cases BEGIN"
    " DELETE FROM trash WHERE case_key = old.key;"
    " INSERT INTO trash VALUES (old.key, 0, (SELECT max (id) >> 20 FROM journal)); END;"
    "CREATE TRIGGER case_trash_cleared AFTER INSERT ON cases BEGIN"
    " DELETE FROM trash WHERE case_key = new.key AND key = 0; END;";

static const char fixed_indexes[] =
    "CREATE INDEX cases_by_name ON cases (sort_name, key);"
    "CREATE INDEX cases_by_reference ON cases (reference);"
    "CREATE INDEX documents_by_file ON documents (sha256) WHERE sha256 IS NOT NULL;";

/* ---- From the declaration to SQL ------------------------------------------------------------- */

static void
append_table (GString *sql,
              const AncTable *table,
              const char *prefix)
{
  g_string_append_printf (sql, "CREATE TABLE \"%s%s\" (", prefix, table->name);
  if (table->id == ANC_TABLE_CASES)
    g_string_append (sql, "\"key\" INTEGER PRIMARY KEY CHECK (\"key\" > 0)");
  else
    g_string_append (sql,
                     "\"case_key\" INTEGER NOT NULL REFERENCES cases (key) DEFERRABLE INITIALLY DEFERRED, "
                     "\"key\" INTEGER NOT NULL CHECK (\"key\" > 0), \"position\" INTEGER NOT NULL");

  for (guint i = 0; i < table->n_columns; i++)
    {
      const AncColumn *column = &table->columns[i];

      g_string_append_printf (sql, ", \"%s\" %s", column->name, column->type == ANC_VALUE_INTEGER ? "INTEGER" : "TEXT");
      if (column->field->type == ANC_FIELD_BOOLEAN)
        g_string_append_printf (sql, " CHECK (\"%s\" IN (0, 1))", column->name);
    }

  if (table->id == ANC_TABLE_CASES)
    g_string_append (sql, ", \"sort_name\" TEXT NOT NULL) STRICT;");
  else
    g_string_append (sql, ", PRIMARY KEY (\"case_key\", \"key\")) STRICT, WITHOUT ROWID;");
}

/* The image of a row: its position and what is recorded of it, see anc-row-image.c. */
static void
append_image (GString *sql,
              const AncTable *table,
              const char *row)
{
  g_string_append (sql, "row_image (");
  if (table->id != ANC_TABLE_CASES)
    g_string_append_printf (sql, "'position', %s.\"position\"%s", row, table->n_columns > 0 ? ", " : "");
  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (sql, "%s'%s', %s.\"%s\"", i == 0 ? "" : ", ", table->columns[i].name, row, table->columns[i].name);
  g_string_append_c (sql, ')');
}

/* What is added without a number comes after all that is there: after the head of the entry. */
static void
append_trigger (GString *sql,
                const AncTable *table,
                const char *verb,
                gboolean has_before,
                gboolean has_after)
{
  g_string_append_printf (sql,
                          "CREATE TRIGGER \"%s_journal_%s\" AFTER %s ON \"%s\" BEGIN "
                          "INSERT INTO journal (tbl, key, before, after) VALUES ('%s', %s.\"key\", ",
                          table->name,
                          verb,
                          verb,
                          table->name,
                          table->name,
                          has_after ? "new" : "old");
  if (has_before)
    append_image (sql, table, "old");
  else
    g_string_append (sql, "NULL");
  g_string_append (sql, ", ");
  if (has_after)
    append_image (sql, table, "new");
  else
    g_string_append (sql, "NULL");
  g_string_append (sql, "); END;");
}

static void
append_triggers (GString *sql)
{
  for (guint i = 0; i < ANC_N_TABLES; i++)
    {
      const AncTable *table = anc_table_get (i);

      append_trigger (sql, table, "INSERT", FALSE, TRUE);
      append_trigger (sql, table, "UPDATE", TRUE, TRUE);
      append_trigger (sql, table, "DELETE", TRUE, FALSE);
    }
  g_string_append (sql, fixed_triggers);
}

/**
 * anc_schema_build:
 *
 * Returns: (transfer full): the SQL that makes the tables of a store, the triggers that write its journal,
 *   and its indexes, from what the cases declare
 */
char *
anc_schema_build (void)
{
  GString *sql = g_string_new (fixed_tables);

  g_string_append (sql, journal_table);
  g_string_append (sql, case_entries_table);
  g_string_append (sql, entries_view);
  g_string_append (sql, reading_tables);
  for (guint i = 0; i < ANC_N_TABLES; i++)
    append_table (sql, anc_table_get (i), "");
  g_string_append (sql, fixed_indexes);
  append_triggers (sql);

  return g_string_free (sql, FALSE);
}

/* ---- Files ----------------------------------------------------------------------------------- */

/**
 * anc_schema_create:
 * @database: a connection to an empty file
 * @application_id: what it is to be
 *
 * Makes the schema, in one transaction.
 */
gboolean
anc_schema_create (AncDatabase *database,
                   gint32 application_id,
                   GError **error)
{
  g_autofree char *schema = anc_schema_build ();
  g_autofree char *identity = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                               application_id,
                                               ANC_SCHEMA_VERSION);

  if (!anc_database_begin (database, error))
    return FALSE;
  if (!anc_database_run (database, schema, error) || !anc_database_run (database, identity, error))
    {
      anc_database_roll_back (database);
      return FALSE;
    }

  return anc_database_commit (database, error);
}

/**
 * anc_schema_check_identity:
 * @database: a connection
 * @application_id: what the file should be
 * @version: (out): the version of its format
 *
 * Returns: whether it is that, of a version this program knows
 */
gboolean
anc_schema_check_identity (AncDatabase *database,
                           gint32 application_id,
                           gint64 *version,
                           GError **error)
{
  gint64 id;

  if (!anc_database_query_integer (database, "PRAGMA application_id", &id, error)
      || !anc_database_query_integer (database, "PRAGMA user_version", version, error))
    return FALSE;

  if (id != application_id)
    {
      g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_A_STORE, "the file is another database");
      return FALSE;
    }
  if (*version > ANC_SCHEMA_VERSION)
    {
      g_set_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NEWER, "the store is of version %d, this program knows %d", (int) *version, ANC_SCHEMA_VERSION);
      return FALSE;
    }

  return TRUE;
}

static char *
digest_schema (AncDatabase *database,
               GError **error)
{
  g_autoptr (AncDigest) digest = anc_digest_new ();
  g_autoptr (AncStatement) statement = NULL;
  guint8 bytes[ANC_DIGEST_SIZE];
  char text[ANC_DIGEST_TEXT_SIZE];
  AncStep step;

  statement = anc_database_prepare (database,
                                    "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name",
                                    error);
  if (statement == NULL)
    return NULL;

  while ((step = anc_statement_step (statement, error)) == ANC_STEP_ROW)
    for (int i = 0; i < 4; i++)
      anc_digest_add_text (digest, anc_statement_get_text (statement, i));
  if (step == ANC_STEP_ERROR)
    return NULL;

  anc_digest_end (digest, bytes);
  anc_digest_format (bytes, text);
  return g_strdup (text);
}

static gpointer
digest_right_schema (gpointer data)
{
  g_autoptr (AncDatabase) memory = anc_database_open_memory ();
  g_autofree char *schema = anc_schema_build ();
  g_autoptr (GError) error = NULL;
  char *digest = NULL;

  if (anc_database_run (memory, schema, &error))
    digest = digest_schema (memory, &error);
  if (digest == NULL)
    g_error ("The schema cannot be made: %s", error->message);

  return digest;
}

/**
 * anc_schema_check:
 * @database: a connection to a file of the current version
 *
 * Sees that the file's schema is, to the letter, the one this program makes: a file that someone prepared
 * with triggers or views of his own is not opened.
 */
gboolean
anc_schema_check (AncDatabase *database,
                  GError **error)
{
  static GOnce once = G_ONCE_INIT;
  g_autofree char *digest = digest_schema (database, error);

  if (digest == NULL)
    return FALSE;
  if (g_str_equal (digest, g_once (&once, digest_right_schema, NULL)))
    return TRUE;

  g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_DAMAGED, "the schema of the store is not its own");
  return FALSE;
}

/* ---- Migration ------------------------------------------------------------------------------- */

static gboolean
drop_all (AncDatabase *database,
          const char *type,
          GError **error)
{
  g_autofree char *sql = NULL;
  g_autofree char *query = NULL;

  query = g_strdup_printf ("SELECT group_concat ('DROP %s \"' || name || '\"', ';') FROM sqlite_schema"
                           " WHERE type = '%s' AND sql IS NOT NULL",
                           type,
                           type);
  sql = anc_database_query_text (database, query, error);

  return sql != NULL && anc_database_run (database, sql, error);
}

/* The columns that the table has and is to have, as a list for SQL. */
static char *
list_shared_columns (AncDatabase *database,
                     const AncTable *table,
                     GError **error)
{
  g_autofree char *query = NULL;

  query = g_strdup_printf ("SELECT group_concat ('\"' || a.name || '\"', ', ') FROM pragma_table_info ('%s') AS a"
                           " JOIN pragma_table_info ('new_%s') AS b USING (name)",
                           table->name,
                           table->name);
  return anc_database_query_text (database, query, error);
}

static gboolean
rebuild_table (AncDatabase *database,
               const AncTable *table,
               GError **error)
{
  g_autoptr (GString) create = g_string_new (NULL);
  g_autofree char *columns = NULL;
  g_autofree char *copy = NULL;

  append_table (create, table, "new_");
  if (!anc_database_run (database, create->str, error))
    return FALSE;

  columns = list_shared_columns (database, table, error);
  if (columns == NULL)
    return FALSE;

  if (*columns == '\0')
    copy = g_strdup_printf ("ALTER TABLE \"new_%s\" RENAME TO \"%s\"", table->name, table->name);
  else
    copy = g_strdup_printf ("INSERT INTO \"new_%s\" (%s) SELECT %s FROM \"%s\"; DROP TABLE \"%s\";"
                            "ALTER TABLE \"new_%s\" RENAME TO \"%s\"",
                            table->name,
                            columns,
                            columns,
                            table->name,
                            table->name,
                            table->name,
                            table->name);

  return anc_database_run (database, copy, error);
}

/**
 * anc_schema_rebuild_tables:
 * @database: a connection, in the transaction of a migration
 *
 * Gives the tables of a case the columns they are declared with now, and makes all triggers and indexes
 * anew. Columns keep their values; a table that did not exist is made. What a step of migration has to
 * do where only the declaration changed.
 */
gboolean
anc_schema_rebuild_tables (AncDatabase *database,
                           GError **error)
{
  g_autoptr (GString) triggers = g_string_new (fixed_indexes);

  if (!drop_all (database, "trigger", error) || !drop_all (database, "index", error))
    return FALSE;
  for (guint i = 0; i < ANC_N_TABLES; i++)
    if (!rebuild_table (database, anc_table_get (i), error))
      return FALSE;

  append_triggers (triggers);
  return anc_database_run (database, triggers->str, error);
}

/**
 * anc_schema_add_reading_tables:
 * @database: a connection, in the transaction of the migration to version 3
 *
 * Makes the tables of what was read, and gives the tables of a case the columns they are declared with now.
 */
gboolean
anc_schema_add_reading_tables (AncDatabase *database,
                               GError **error)
{
  return anc_database_run (database, reading_tables, error) && anc_schema_rebuild_tables (database, error);
}

/**
 * anc_schema_join_journal:
 * @database: a connection, in the transaction of the migration to version 4
 *
 * Makes one table of the heads of the journal and their changes, and of the index by case a table that follows it.
 */
gboolean
anc_schema_join_journal (AncDatabase *database,
                         GError **error)
{
  static const char rename[] = "ALTER TABLE journal RENAME TO old_journal; ALTER TABLE changes RENAME TO old_changes";
  static const char copy[] =
      "INSERT INTO journal SELECT (entry << 20) + number, case_key, time, kind, reverts, author, label, content, chain,"
      " tbl, key, before, after FROM (SELECT id AS entry, 0 AS number, case_key, time, kind, reverts, author, label,"
      " content, chain, NULL AS tbl, NULL AS key, NULL AS before, NULL AS after FROM old_journal"
      " UNION ALL SELECT entry, number, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, tbl, key, before, after"
      " FROM old_changes ORDER BY entry, number);"
      "INSERT INTO case_entries SELECT case_key, id FROM old_journal ORDER BY case_key, id;"
      "INSERT INTO settings SELECT 'listed', coalesce (max (id), 0) FROM old_journal;"
      "DROP TABLE old_changes; DROP TABLE old_journal";
  g_autoptr (GString) triggers = g_string_new (NULL);

  append_triggers (triggers);
  return drop_all (database, "trigger", error)
         && anc_database_run (database, rename, error)
         && anc_database_run (database, journal_table, error)
         && anc_database_run (database, case_entries_table, error)
         && anc_database_run (database, entries_view, error)
         && anc_database_run (database, copy, error)
         && anc_database_run (database, triggers->str, error);
}

/**
 * anc_schema_quicken_journal:
 * @database: a connection, in the transaction of the migration to version 5
 *
 * Gives the journal checks that cost less at each edit, and the triggers that write it images made by this program.
 */
gboolean
anc_schema_quicken_journal (AncDatabase *database,
                            GError **error)
{
  static const char rename[] = "DROP VIEW entries_by_case; ALTER TABLE journal RENAME TO old_journal";
  static const char copy[] = "INSERT INTO journal SELECT * FROM old_journal ORDER BY id; DROP TABLE old_journal";
  g_autoptr (GString) triggers = g_string_new (NULL);

  append_triggers (triggers);
  return drop_all (database, "trigger", error)
         && anc_database_run (database, rename, error)
         && anc_database_run (database, journal_table, error)
         && anc_database_run (database, entries_view, error)
         && anc_database_run (database, copy, error)
         && anc_database_run (database, triggers->str, error);
}

/* ---- Older packages ---------------------------------------------------------------------------- */

/* The columns that the table is declared with and the file does not have, each as NULL, for SQL. */
static gboolean
list_missing_columns (AncDatabase *database,
                      const AncTable *table,
                      GString *missing,
                      GError **error)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *query = g_strdup_printf ("SELECT count(*) FROM pragma_table_info ('%s') WHERE name = '%s'", table->name, table->columns[i].name);
      gint64 count;

      if (!anc_database_query_integer (database, query, &count, error))
        return FALSE;
      if (count == 0)
        g_string_append_printf (missing, ", NULL AS \"%s\"", table->columns[i].name);
    }

  return TRUE;
}

/**
 * anc_schema_fill_in:
 * @database: a connection to a file of an older version that is only read
 *
 * Lets its cases be loaded as if their tables had the columns declared since, with nothing recorded in them.
 */
gboolean
anc_schema_fill_in (AncDatabase *database,
                    GError **error)
{
  for (guint i = 0; i < ANC_N_TABLES; i++)
    {
      const AncTable *table = anc_table_get (i);
      g_autoptr (GString) missing = g_string_new (NULL);
      g_autofree char *view = NULL;

      if (!list_missing_columns (database, table, missing, error))
        return FALSE;
      if (missing->len == 0)
        continue;
      view = g_strdup_printf ("CREATE TEMP VIEW \"%s\" AS SELECT *%s FROM main.\"%s\"", table->name, missing->str, table->name);
      if (!anc_database_run (database, view, error))
        return FALSE;
    }

  return TRUE;
}
