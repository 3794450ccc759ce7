/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-store-file.h"

#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "anc-check.h"
#include "anc-disk.h"
#include "anc-schema.h"

/* Pages copied between two looks at whether to go on. */
#define COPY_PAGES 256

/* Removes a file that was being made, with its log. What is not there is no error. */
void
anc_store_file_remove_draft (const char *path)
{
  static const char *const suffixes[] = { "-wal", "-shm", "-journal", "" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      unlink (name);
    }
}

/**
 * anc_store_file_make_key:
 * @path: a store
 * @passphrase: (nullable): what the person typed
 * @is_encrypted: (out): whether the store needs one
 *
 * Returns: (transfer full) (nullable): the key; %NULL without @error for a store that needs none, whose
 *   @passphrase is not looked at
 */
AncKey *
anc_store_file_make_key (const char *path,
                         const char *passphrase,
                         gboolean *is_encrypted,
                         GError **error)
{
  guint8 salt[ANC_KEY_SALT_SIZE];

  *is_encrypted = FALSE;
  switch (anc_header_read (path, salt, error))
    {
    case ANC_HEADER_PLAIN:
      return NULL;
    case ANC_HEADER_ENCRYPTED:
      *is_encrypted = TRUE;
      break;
    case ANC_HEADER_EMPTY:
      g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_A_STORE, "the file is empty");
      return NULL;
    case ANC_HEADER_OTHER:
    default:
      return NULL;
    }

  if (passphrase == NULL || *passphrase == '\0')
    {
      g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_PASSPHRASE, "the store needs a passphrase");
      return NULL;
    }

  return anc_key_derive (passphrase, salt);
}

static gboolean
fill_new (const char *path,
          const AncKey *key,
          gint32 application_id,
          gint64 now,
          GError **error)
{
  g_autoptr (AncDatabase) database = anc_database_open (path, key, ANC_DATABASE_CREATE, error);
  g_autofree char *settings = g_strdup_printf ("INSERT INTO settings VALUES ('created', %" G_GINT64_FORMAT ")", now);

  return database != NULL
         && anc_schema_create (database, application_id, error)
         && anc_database_run (database, settings, error)
         && anc_database_checkpoint (database, TRUE, error);
}

/**
 * anc_store_file_create:
 * @path: where; %ANC_STORE_ERROR_EXISTS where there is a file
 * @key: (nullable): its key
 * @application_id: what it is to be
 * @now: µs UTC
 *
 * Makes an empty store. It has its name only once it is whole.
 */
gboolean
anc_store_file_create (const char *path,
                       const AncKey *key,
                       gint32 application_id,
                       gint64 now,
                       GError **error)
{
  g_autofree char *draft = g_strconcat (path, ".new", NULL);

  if (access (path, F_OK) == 0)
    {
      g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_EXISTS, "there is a file of this name");
      return FALSE;
    }

  anc_store_file_remove_draft (draft);
  if (fill_new (draft, key, application_id, now, error)
      && anc_disk_sync (draft, error)
      && anc_disk_replace (draft, path, error))
    return TRUE;

  anc_store_file_remove_draft (draft);
  return FALSE;
}

/* ---- Copies ---------------------------------------------------------------------------------- */

/* Copies page by page. The source sees one moment, so that changes meanwhile do not matter. */
static gboolean
copy_pages (AncDatabase *from,
            AncDatabase *to,
            GCancellable *cancellable,
            GError **error)
{
  gint64 ignored;
  sqlite3_backup *backup;
  int code;

  /* The first read fixes the moment; whoever calls is in a transaction, or is so from here on. */
  if (!anc_database_query_integer (from, "SELECT count(*) FROM sqlite_schema", &ignored, error))
    return FALSE;

  backup = sqlite3_backup_init (anc_database_get_handle (to), "main", anc_database_get_handle (from), "main");
  code = backup == NULL ? sqlite3_extended_errcode (anc_database_get_handle (to)) : SQLITE_OK;

  while (code == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    code = sqlite3_backup_step (backup, COPY_PAGES);
  if (backup != NULL)
    {
      int end = sqlite3_backup_finish (backup);

      if (code == SQLITE_DONE && end != SQLITE_OK)
        code = end;
    }

  if (code == SQLITE_DONE)
    return TRUE;
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    anc_store_error_set_from_sqlite (error, code, "copying the store");
  return FALSE;
}

/* Page by page is not possible between an encrypted file and a plain one: this writes the content anew. */
static gboolean
export_content (AncDatabase *from,
                const char *path,
                const AncKey *new_key,
                GError **error)
{
  sqlite3 *handle = anc_database_get_handle (from);
  g_autoptr (AncStatement) attach = NULL;
  g_autofree char *identity = NULL;
  gboolean exported = FALSE;
  gint64 id;
  gint64 version;

  if (!anc_database_query_integer (from, "PRAGMA application_id", &id, error)
      || !anc_database_query_integer (from, "PRAGMA user_version", &version, error))
    return FALSE;
  identity = g_strdup_printf ("PRAGMA copy.application_id = %d; PRAGMA copy.user_version = %d;"
                              "PRAGMA copy.synchronous = FULL",
                              (int) id,
                              (int) version);

  attach = anc_database_prepare (from, "ATTACH ?1 AS copy KEY ?2", error);
  if (attach == NULL)
    return FALSE;
  anc_statement_bind_text (attach, 1, path);
  if (new_key != NULL)
    {
      gsize length;

      anc_statement_bind_text (attach, 2, anc_key_get_raw (new_key, &length));
    }
  else
    anc_statement_bind_text (attach, 2, "");
  if (!anc_statement_run (attach, error))
    return FALSE;

  /* Writing the tables behind the search index is what these guard against in a store's daily life. */
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  exported = anc_database_run (from, identity, error)
             && anc_database_run (from, "SELECT sqlcipher_export ('copy')", error);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);

  return anc_database_run (from, "DETACH copy", exported ? error : NULL) && exported;
}

/**
 * anc_store_file_copy:
 * @database: a connection to the store to copy; where only one of the keys is none, outside of a transaction
 * @key: (nullable): its key
 * @path: where to; there must be no file
 * @new_key: (nullable): the key the copy is to have
 *
 * Writes a copy that is on the disk when this returns. Where it fails, nothing is left.
 */
gboolean
anc_store_file_copy (AncDatabase *database,
                     const AncKey *key,
                     const char *path,
                     const AncKey *new_key,
                     GCancellable *cancellable,
                     GError **error)
{
  gboolean copied = FALSE;

  if ((key != NULL) == (new_key != NULL))
    {
      g_autoptr (AncDatabase) copy = anc_database_open (path, new_key, ANC_DATABASE_CREATE, error);

      const gboolean begins = copy != NULL && !anc_database_is_in_transaction (database);

      copied = copy != NULL
               && anc_database_run (copy, "PRAGMA journal_mode = DELETE", error)
               && (!begins || anc_database_begin_reading (database, error))
               && copy_pages (database, copy, cancellable, error);
      if (begins)
        anc_database_roll_back (database);
    }
  else
    {
      g_autoptr (AncDatabase) copy = anc_database_open (path, new_key, ANC_DATABASE_CREATE, error);

      copied = copy != NULL && anc_database_run (copy, "PRAGMA journal_mode = DELETE", error);
      g_clear_pointer (&copy, anc_database_close);
      copied = copied && export_content (database, path, new_key, error);
    }
  if (copied && anc_disk_sync (path, error))
    return TRUE;

  anc_store_file_remove_draft (path);
  return FALSE;
}

/**
 * anc_store_file_verify:
 * @path: a store that nobody has open
 * @key: (nullable): its key
 * @application_id: what it should be
 *
 * Reads a store through. %ANC_STORE_ERROR_DAMAGED where anything is wrong with it.
 */
gboolean
anc_store_file_verify (const char *path,
                       const AncKey *key,
                       gint32 application_id,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (AncDatabase) database = anc_database_open (path, key, ANC_DATABASE_FROZEN, error);
  g_auto (GStrv) problems = NULL;
  gint64 version;

  if (database == NULL || !anc_schema_check_identity (database, application_id, &version, error))
    return FALSE;

  anc_database_set_cancellable (database, cancellable);
  if (version == ANC_SCHEMA_VERSION)
    problems = anc_schema_check (database, error) ? anc_check_run (database, key != NULL, FALSE, error) : NULL;
  else
    problems = anc_check_run_structure (database, key != NULL, error);
  if (problems == NULL)
    return FALSE;
  if (problems[0] == NULL)
    return TRUE;

  g_set_error (error, ANC_STORE_ERROR, ANC_STORE_ERROR_DAMAGED, "%s", problems[0]);
  return FALSE;
}
