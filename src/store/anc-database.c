/* SPDX-License-Identifier: GPL-3.0-or-later */

#define SQLITE_HAS_CODEC 1 /* without it, the header hides sqlite3_key_v2() */

#include "anc-database.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "anc-row-image.h"
#include "anc-tokenizer.h"

/* The pages of log that are moved into the file when there is time: 4 MB. */
#define LONG_LOG 1000

/* How often a running statement looks whether it was cancelled, in instructions of its machine. */
#define CANCEL_INTERVAL 2000

/* Statements made to measure, such as an update of some columns, could be many; the rest are few. */
#define MAX_STATEMENTS 512

#define BUSY_TIMEOUT_MS 5000

struct _AncDatabase
{
  sqlite3 *handle;
  GHashTable *statements;  /* from SQL to AncStatement */
  sqlite3_stmt *roll_back; /* made beforehand: there may be no memory when it is needed */
  GCancellable *cancellable;
  int log_pages;   /* in the write-ahead log after the last commit */
  int moved_pages; /* of them, into the file */
  guint64 written; /* pages, into the log, since it was opened */
};

/* ---- Opening --------------------------------------------------------------------------------- */

static int
check_cancelled (gpointer data)
{
  AncDatabase *self = data;

  return g_cancellable_is_cancelled (self->cancellable);
}

static int
note_log (gpointer data,
          sqlite3 *handle,
          const char *name,
          int n_pages)
{
  AncDatabase *self = data;

  if (n_pages < self->log_pages) /* it began anew */
    self->log_pages = self->moved_pages = 0;
  self->written += (guint64) (n_pages - self->log_pages);
  self->log_pages = n_pages;
  return SQLITE_OK;
}

static gboolean
set_error (AncDatabase *self,
           GError **error)
{
  anc_store_error_set_from_sqlite (error, sqlite3_extended_errcode (self->handle), sqlite3_errmsg (self->handle));
  return FALSE;
}

static gboolean
create_file (const char *path,
             GError **error)
{
  int fd = open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      anc_store_error_set_from_errno (error, errno, "creating the file");
      return FALSE;
    }

  close (fd);
  return TRUE;
}

static char *
make_uri (const char *path,
          AncDatabaseMode mode)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *escaped = g_uri_escape_string (absolute, "/", FALSE);

  return g_strconcat ("file://", escaped, mode == ANC_DATABASE_FROZEN ? "?immutable=1" : "", NULL);
}

/* Opening does not read: the first statement does, and shows a wrong key. */
static gboolean
open_handle (AncDatabase *self,
             const char *path,
             const AncKey *key,
             AncDatabaseMode mode,
             GError **error)
{
  g_autofree char *uri = make_uri (path, mode);
  const gboolean writes = mode == ANC_DATABASE_CREATE || mode == ANC_DATABASE_WRITE;
  int code;

  code = sqlite3_open_v2 (uri, &self->handle, (writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (code != SQLITE_OK)
    {
      anc_store_error_set_from_sqlite (error, code, self->handle != NULL ? sqlite3_errmsg (self->handle) : "opening");
      return FALSE;
    }
  if (!anc_database_run (self, "PRAGMA cipher_log_level = NONE", error))
    return FALSE;

  if (key != NULL)
    {
      gsize length;
      const char *raw = anc_key_get_raw (key, &length);

      code = sqlite3_key_v2 (self->handle, "main", raw, (int) length);
      if (code != SQLITE_OK)
        {
          anc_store_error_set_from_sqlite (error, code, "setting the key");
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
configure (AncDatabase *self,
           AncDatabaseMode mode,
           GError **error)
{
  /* A file is from outside: it may not make the program run what it says, nor loosen these. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_limit (self->handle, SQLITE_LIMIT_ATTACHED, 1);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_progress_handler (self->handle, CANCEL_INTERVAL, check_cancelled, self);

  if (!anc_database_run (self,
                         "PRAGMA temp_store = MEMORY;"
                         "PRAGMA secure_delete = ON;"
                         "PRAGMA cell_size_check = ON;"
                         "PRAGMA foreign_keys = ON;"
                         "PRAGMA recursive_triggers = OFF;"
                         "PRAGMA cache_size = -16000;"
                         "PRAGMA synchronous = FULL",
                         error))
    return FALSE;
  sqlite3_wal_hook (self->handle, note_log, self); /* in the place of checkpoints inside of a commit */

  if (mode <= ANC_DATABASE_WRITE && !anc_database_run (self, "PRAGMA journal_mode = WAL", error))
    return FALSE;
  if (!anc_tokenizer_register (self->handle)
      || !anc_row_image_register (self->handle)
      || sqlite3_prepare_v3 (self->handle, "ROLLBACK", -1, SQLITE_PREPARE_PERSISTENT, &self->roll_back, NULL) != SQLITE_OK)
    return set_error (self, error);

  return TRUE;
}

/* A first page that does not open speaks of a wrong key, unless the key opens another one. */
static gboolean
fits_another_page (const char *path,
                   const AncKey *key)
{
  guint8 page[ANC_KEY_PAGE_SIZE];
  gboolean fits = FALSE;
  int fd = open (path, O_RDONLY | O_CLOEXEC);

  if (fd < 0)
    return FALSE;

  for (guint32 number = 2; number <= 4 && !fits; number++)
    fits = pread (fd, page, sizeof page, (off_t) (number - 1) * ANC_KEY_PAGE_SIZE) == sizeof page
           && anc_key_opens_page (key, page, number);
  close (fd);

  return fits;
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/**
 * anc_database_open:
 * @path: the file
 * @key: (nullable): its key; %NULL for none
 * @mode: what for
 *
 * Opens a connection and reads the first page, so that a wrong key shows here.
 *
 * Returns: (transfer full) (nullable): the connection; or #AncStoreError
 */
AncDatabase *
anc_database_open (const char *path,
                   const AncKey *key,
                   AncDatabaseMode mode,
                   GError **error)
{
  g_autoptr (AncDatabase) self = NULL;
  g_autoptr (GError) local_error = NULL;
  gint64 ignored;

  g_return_val_if_fail (path != NULL, NULL);

  if (mode == ANC_DATABASE_CREATE && !create_file (path, error))
    return NULL;

  self = g_new0 (AncDatabase, 1);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  if (open_handle (self, path, key, mode, &local_error)
      && configure (self, mode, &local_error)
      && anc_database_query_integer (self, "SELECT count(*) FROM sqlite_schema", &ignored, &local_error))
    return g_steal_pointer (&self);

  if (local_error != NULL && g_error_matches (local_error, ANC_STORE_ERROR, ANC_STORE_ERROR_PASSPHRASE)
      && (key == NULL || fits_another_page (path, key)))
    local_error->code = ANC_STORE_ERROR_DAMAGED;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* Opens a database in memory, which is gone when it is closed. */
AncDatabase *
anc_database_open_memory (void)
{
  AncDatabase *self = g_new0 (AncDatabase, 1);

  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  if (sqlite3_open_v2 (":memory:", &self->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK
      || !anc_tokenizer_register (self->handle)
      || !anc_row_image_register (self->handle))
    g_error ("no database in memory");

  return self;
}

/**
 * anc_database_close:
 * @self: (nullable): a connection, whose statements have all been returned
 */
void
anc_database_close (AncDatabase *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->statements);
  sqlite3_finalize (self->roll_back);
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("A connection was closed in use");
  g_clear_object (&self->cancellable);
  g_free (self);
}

/* ---- Statements ------------------------------------------------------------------------------ */

/**
 * anc_database_set_cancellable:
 * @self: a connection
 * @cancellable: (nullable): what stops the statements run from now on
 */
void
anc_database_set_cancellable (AncDatabase *self,
                              GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

struct sqlite3 *
anc_database_get_handle (AncDatabase *self)
{
  return self->handle;
}

/**
 * anc_database_prepare:
 * @self: a connection
 * @sql: one statement, which must not be running already
 *
 * Returns: (transfer full) (nullable): the statement, to be returned
 */
AncStatement *
anc_database_prepare (AncDatabase *self,
                      const char *sql,
                      GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement != NULL)
    {
      g_assert (!sqlite3_stmt_busy (statement));
      return statement;
    }

  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    {
      set_error (self, error);
      return NULL;
    }

  g_hash_table_insert (self->statements, g_strdup (sql), statement);

  return statement;
}

/**
 * anc_database_run:
 * @self: a connection
 * @sql: statements without parameters
 *
 * Runs them once.
 */
gboolean
anc_database_run (AncDatabase *self,
                  const char *sql,
                  GError **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || set_error (self, error);
}

static gboolean
query (AncDatabase *self,
       const char *sql,
       AncStatement **statement,
       GError **error)
{
  AncStep step;

  *statement = anc_database_prepare (self, sql, error);
  if (*statement == NULL)
    return FALSE;

  step = anc_statement_step (*statement, error);
  if (step == ANC_STEP_DONE)
    g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND, "there is no such row");

  return step == ANC_STEP_ROW;
}

/**
 * anc_database_query_integer:
 * @self: a connection
 * @sql: a query without parameters
 * @value: (out): the first column of its first row
 */
gboolean
anc_database_query_integer (AncDatabase *self,
                            const char *sql,
                            gint64 *value,
                            GError **error)
{
  g_autoptr (AncStatement) statement = NULL;

  if (!query (self, sql, &statement, error))
    return FALSE;

  *value = anc_statement_get_integer (statement, 0);
  return TRUE;
}

/**
 * anc_database_query_text:
 * @self: a connection
 * @sql: a query without parameters
 *
 * Returns: (transfer full) (nullable): the first column of its first row, where NULL is empty
 */
char *
anc_database_query_text (AncDatabase *self,
                         const char *sql,
                         GError **error)
{
  g_autoptr (AncStatement) statement = NULL;
  const char *text;

  if (!query (self, sql, &statement, error))
    return NULL;

  text = anc_statement_get_text (statement, 0);
  return g_strdup (text != NULL ? text : "");
}

/* ---- Transactions ---------------------------------------------------------------------------- */

static gboolean
run_prepared (AncDatabase *self,
              const char *sql,
              GError **error)
{
  g_autoptr (AncStatement) statement = anc_database_prepare (self, sql, error);

  return statement != NULL && anc_statement_run (statement, error);
}

/* Begins a transaction that will write. No statement is on loan. */
gboolean
anc_database_begin (AncDatabase *self,
                    GError **error)
{
  if (g_hash_table_size (self->statements) >= MAX_STATEMENTS)
    g_hash_table_remove_all (self->statements);
  anc_database_roll_back (self); /* what could not be when it had to */

  return run_prepared (self, "BEGIN IMMEDIATE", error);
}

/* Begins one in which everything read is of one moment. */
gboolean
anc_database_begin_reading (AncDatabase *self,
                            GError **error)
{
  return run_prepared (self, "BEGIN", error);
}

/**
 * anc_database_commit:
 *
 * Ends the transaction; once this returns %TRUE, what it wrote survives a power cut. Where it fails, the
 * transaction has been rolled back.
 */
gboolean
anc_database_commit (AncDatabase *self,
                     GError **error)
{
  if (run_prepared (self, "COMMIT", error))
    return TRUE;

  anc_database_roll_back (self);
  return FALSE;
}

/* Takes back what the transaction wrote, if there still is one: some errors end it by themselves. */
void
anc_database_roll_back (AncDatabase *self)
{
  if (sqlite3_get_autocommit (self->handle))
    return;

  sqlite3_step (self->roll_back);
  sqlite3_reset (self->roll_back);
}

/**
 * anc_database_checkpoint:
 * @self: a connection that writes
 * @truncate: whether to wait for readers and leave an empty log
 *
 * Moves what the write-ahead log holds into the file.
 */
gboolean
anc_database_checkpoint (AncDatabase *self,
                         gboolean truncate,
                         GError **error)
{
  int code = sqlite3_wal_checkpoint_v2 (self->handle, "main", truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;

  anc_store_error_set_from_sqlite (error, code, "moving the log into the file");
  return FALSE;
}

/* Moves the log into the file where it has become long, as far as readers let it. */
void
anc_database_checkpoint_if_long (AncDatabase *self)
{
  if (self->log_pages - self->moved_pages >= LONG_LOG && anc_database_checkpoint (self, FALSE, NULL))
    self->moved_pages = self->log_pages;
}

/* Returns: how many pages it has written since it was opened */
guint64
anc_database_count_written (AncDatabase *self)
{
  return self->written;
}

gboolean
anc_database_is_in_transaction (AncDatabase *self)
{
  return !sqlite3_get_autocommit (self->handle);
}
