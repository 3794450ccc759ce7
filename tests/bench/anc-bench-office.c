/* SPDX-License-Identifier: GPL-3.0-or-later */

#define SQLITE_HAS_CODEC 1

#include "anc-bench-office.h"

#include "anc-case-fixture.h"
#include "anc-store-fixture.h"

#include <stdio.h>

#define N_PAYSLIPS 10
#define N_DOCUMENTS 60

#define SEARCH_TABLE "CREATE VIRTUAL TABLE search USING fts5 (head, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4')"

/* ---- The bare library ------------------------------------------------------------------------ */

void
anc_bench_run (sqlite3 *handle,
               const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (handle, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

sqlite3_stmt *
anc_bench_prepare (sqlite3 *handle,
                   const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));

  return statement;
}

void
anc_bench_finish (sqlite3_stmt *statement)
{
  int code;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      (void) sqlite3_column_text (statement, i);
  g_assert_cmpint (code, ==, SQLITE_DONE);
  sqlite3_reset (statement);
}

sqlite3 *
anc_bench_open_bare (AncBench *bench)
{
  sqlite3 *handle = NULL;
  gsize length;
  const char *raw = anc_key_get_raw (bench->key, &length);

  g_assert_cmpint (sqlite3_open (bench->bare_path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_key_v2 (handle, "main", raw, (int) length), ==, SQLITE_OK);
  anc_bench_run (handle, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;"
                         "PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON; PRAGMA cache_size = -16000; PRAGMA trusted_schema = OFF");
  return handle;
}

/* ---- Data ------------------------------------------------------------------------------------ */

typedef struct
{
  guint n_waiting;
} Import;

static void
committed_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  Import *import = user_data;
  g_autoptr (GError) error = NULL;

  anc_store_commit_finish (ANC_STORE (object), result, &error);
  g_assert_no_error (error);
  import->n_waiting--;
}

void
anc_bench_make_store (AncBench *bench)
{
  g_autoptr (GError) error = NULL;
  Import import = { 0 };
  gint64 start = g_get_monotonic_time ();
  gint64 indexed;

  bench->store = anc_fixture_create (bench->path, ANC_BENCH_PASSPHRASE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < bench->n_cases; i++)
    {
      g_autoptr (AncChangeSet) changes = anc_fixture_make_case (i, N_PAYSLIPS, N_DOCUMENTS);

      import.n_waiting++;
      anc_store_commit_async (bench->store, changes, NULL, committed_cb, &import);
      while (import.n_waiting > 16)
        g_main_context_iteration (NULL, TRUE);
    }
  while (import.n_waiting > 0)
    g_main_context_iteration (NULL, TRUE);
  indexed = g_get_monotonic_time ();
  g_ptr_array_unref (anc_fixture_search (bench->store, "exemple", 0, NULL));
  printf ("# %u cases of %u documents and %u payslips, one transaction each: %.1f s; until all is searched: %.1f s\n",
          bench->n_cases,
          N_DOCUMENTS,
          N_PAYSLIPS,
          (double) (indexed - start) / G_USEC_PER_SEC,
          (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
}

/* The same rows in tables of the same columns, clustered the same way, without journal, triggers or index. */
static void
make_bare_tables (AncBench *bench)
{
  anc_bench_run (bench->bare, "CREATE TABLE bare_edit (id INTEGER PRIMARY KEY, value INTEGER) STRICT;"
                              "CREATE TABLE files (id INTEGER PRIMARY KEY, bytes BLOB) STRICT;" SEARCH_TABLE);
  for (guint i = 0; i < ANC_N_TABLES; i++)
    {
      const AncTable *table = anc_table_get (i);
      g_autoptr (GString) sql = g_string_new (NULL);

      g_string_printf (sql, "CREATE TABLE \"%s\" (case_key INTEGER, key INTEGER, position INTEGER", table->name);
      for (guint j = 0; j < table->n_columns; j++)
        g_string_append_printf (sql, ", \"%s\" %s", table->columns[j].name, table->columns[j].type == ANC_VALUE_INTEGER ? "INTEGER" : "TEXT");
      g_string_append (sql, ", PRIMARY KEY (case_key, key)) STRICT, WITHOUT ROWID");
      anc_bench_run (bench->bare, sql->str);
    }
  anc_bench_run (bench->bare, "CREATE INDEX by_name ON cases (family_name, given_names)");
}

static void
insert_bare (sqlite3_stmt *statement,
             const AncRow *row)
{
  sqlite3_bind_int64 (statement, 1, row->case_key);
  sqlite3_bind_int64 (statement, 2, row->key);
  sqlite3_bind_int64 (statement, 3, row->position);
  for (guint i = 0; i < row->table->n_columns; i++)
    if (row->values[i].type == ANC_VALUE_INTEGER)
      sqlite3_bind_int64 (statement, (int) i + 4, row->values[i].integer);
    else if (row->values[i].type == ANC_VALUE_TEXT)
      sqlite3_bind_text (statement, (int) i + 4, row->values[i].text, -1, SQLITE_STATIC);
    else
      sqlite3_bind_null (statement, (int) i + 4);
  anc_bench_finish (statement);
}

void
anc_bench_make_bare (AncBench *bench)
{
  sqlite3_stmt *inserts[ANC_N_TABLES];
  sqlite3_stmt *search;
  gint64 start = g_get_monotonic_time ();

  bench->bare = anc_bench_open_bare (bench);
  make_bare_tables (bench);
  search = anc_bench_prepare (bench->bare, "INSERT INTO search (head) VALUES (?)");
  for (guint i = 0; i < ANC_N_TABLES; i++)
    {
      const AncTable *table = anc_table_get (i);
      g_autoptr (GString) sql = g_string_new (NULL);

      g_string_printf (sql, "INSERT INTO \"%s\" VALUES (?, ?, ?", table->name);
      for (guint j = 0; j < table->n_columns; j++)
        g_string_append (sql, ", ?");
      g_string_append (sql, ")");
      inserts[i] = anc_bench_prepare (bench->bare, sql->str);
    }

  for (guint i = 0; i < bench->n_cases; i++)
    {
      g_autoptr (AncChangeSet) changes = anc_fixture_make_case (i, N_PAYSLIPS, N_DOCUMENTS);

      anc_bench_run (bench->bare, "BEGIN");
      for (guint j = 0; j < anc_change_set_get_count (changes); j++)
        {
          const AncRow *row = anc_change_set_get (changes, j)->after;
          const char *title = row->table->id == ANC_TABLE_DOCUMENTS   ? anc_row_get_text (row, "title")
                              : row->table->id == ANC_TABLE_CASES     ? anc_row_get_text (row, "family_name")
                              : row->table->id == ANC_TABLE_EMPLOYERS ? anc_row_get_text (row, "name")
                                                                      : NULL;

          insert_bare (inserts[row->table->id], row);
          if (title != NULL)
            {
              sqlite3_bind_text (search, 1, title, -1, SQLITE_STATIC);
              anc_bench_finish (search);
            }
        }
      anc_bench_run (bench->bare, "COMMIT");
    }
  anc_bench_run (bench->bare, "INSERT INTO bare_edit SELECT key, 0 FROM payslips");
  for (guint i = 0; i < ANC_N_TABLES; i++)
    sqlite3_finalize (inserts[i]);
  sqlite3_finalize (search);
  anc_bench_run (bench->bare, "PRAGMA wal_checkpoint (TRUNCATE)");
  printf ("# the same rows and words in the bare library: %.1f s\n", (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
}
