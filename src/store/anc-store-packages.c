/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-store-packages.h"

#include <glib/gi18n.h>

#include "anc-check.h"
#include "anc-disk.h"
#include "anc-files.h"
#include "anc-journal.h"
#include "anc-row-store.h"
#include "anc-schema.h"
#include "anc-store-file.h"
#include "anc-store-private.h"

/* A package is a store of its own kind with one case in it. */
struct _AncPackage
{
  char *path;
  AncKey *key;
  AncCaseComparison *comparison;
};

G_DEFINE_BOXED_TYPE (AncPackage, anc_package, anc_package_ref, anc_package_unref)

static void
clear_package (gpointer data)
{
  AncPackage *self = data;

  g_free (self->path);
  anc_key_unref (self->key);
  g_clear_pointer (&self->comparison, anc_case_comparison_unref);
}

AncPackage *
anc_package_ref (AncPackage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
anc_package_unref (AncPackage *self)
{
  g_atomic_rc_box_release_full (self, clear_package);
}

/* Returns: (transfer none): its case beside that of the store it was read for, where that has it */
AncCaseComparison *
anc_package_get_comparison (AncPackage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->comparison;
}

/* ---- Files ----------------------------------------------------------------------------------- */

static gboolean
copy_chunks (AncDatabase *from,
             gint64 from_file,
             AncDatabase *to,
             gint64 to_file,
             gint64 size,
             GError **error)
{
  const guint n_chunks = (guint) ((size + ANC_FILES_CHUNK_SIZE - 1) / ANC_FILES_CHUNK_SIZE);

  for (guint i = 0; i < n_chunks; i++)
    {
      g_autoptr (GBytes) chunk = anc_files_read_chunk (from, from_file, i, error);

      if (chunk == NULL
          || !anc_files_add_chunk (to, to_file, i, g_bytes_get_data (chunk, NULL), g_bytes_get_size (chunk), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
copy_file_content (AncDatabase *from,
                   gint64 from_file,
                   AncDatabase *to,
                   const char *sha256,
                   gint64 size,
                   GError **error)
{
  const gint64 to_file = anc_files_begin (to, anc_store_get_time (), error);
  g_auto (GStrv) pages = NULL;

  if (to_file == 0
      || !copy_chunks (from, from_file, to, to_file, size, error)
      || !anc_files_end (to, to_file, sha256, size, error))
    return FALSE;

  pages = anc_files_get_text (from, from_file, error);
  return pages != NULL && (pages[0] == NULL || anc_files_set_text (to, to_file, (const char *const *) pages, error));
}

/* Copies a file with its text, unless it is there or the sender had none. */
static gboolean
copy_file (AncDatabase *from,
           AncDatabase *to,
           const char *sha256,
           GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gint64 size;
  gint64 from_file = 0;

  if (anc_files_find (to, sha256, &size, &local_error) != 0)
    return TRUE;
  if (g_error_matches (local_error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND))
    {
      g_clear_error (&local_error);
      from_file = anc_files_find (from, sha256, &size, &local_error);
      if (from_file == 0 && g_error_matches (local_error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND))
        return TRUE;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (!anc_database_begin (to, error))
    return FALSE;
  if (copy_file_content (from, from_file, to, sha256, size, error))
    return anc_database_commit (to, error);

  anc_database_roll_back (to);
  return FALSE;
}

/* ---- Writing --------------------------------------------------------------------------------- */

static gboolean
fill_package (AncDatabase *from,
              AncDatabase *package,
              const AncCaseRows *rows,
              const char *author,
              GError **error)
{
  g_autoptr (AncChangeSet) changes = anc_case_rows_dup_creation (rows, N_ ("Write a case package"));

  if (!anc_journal_write (package, ANC_TRANSACTION_EDIT, 0, changes, author, anc_store_get_time (), error))
    return FALSE;

  for (guint i = 0; i < anc_case_rows_get_count (rows, ANC_TABLE_DOCUMENTS); i++)
    {
      const char *sha256 = anc_row_get_text (anc_case_rows_get (rows, ANC_TABLE_DOCUMENTS, i), "sha256");

      if (sha256 != NULL && !copy_file (from, package, sha256, error))
        return FALSE;
    }

  return anc_database_checkpoint (package, TRUE, error);
}

static gboolean
write_package (AncDatabase *database,
               AncStore *store,
               const AncStoreRequest *request,
               GError **error)
{
  g_autofree char *draft = g_strconcat (request->text, ".draft", NULL);
  g_autofree char *author = anc_store_dup_author (store);
  g_autoptr (AncCaseRows) rows = anc_row_store_load_case (database, request->case_key, error);
  g_autoptr (AncKey) key = NULL;
  g_autoptr (AncDatabase) package = NULL;
  gboolean filled;

  if (rows == NULL)
    return FALSE;

  key = anc_key_new (request->secret);
  anc_store_file_remove_draft (draft);
  if (!anc_store_file_create (draft, key, ANC_SCHEMA_PACKAGE_ID, anc_store_get_time (), error))
    return FALSE;

  package = anc_database_open (draft, key, ANC_DATABASE_WRITE, error);
  filled = package != NULL && fill_package (database, package, rows, author, error);
  g_clear_pointer (&package, anc_database_close);
  if (filled
      && anc_store_file_verify (draft, key, ANC_SCHEMA_PACKAGE_ID, NULL, error)
      && anc_disk_sync (draft, error)
      && anc_disk_replace (draft, request->text, error))
    return TRUE;

  anc_store_file_remove_draft (draft);
  return FALSE;
}

static void
write_work (AncDatabase *database,
            GTask *task)
{
  GError *error = NULL;
  gboolean done = write_package (database, g_task_get_source_object (task), g_task_get_task_data (task), &error);

  anc_store_return_boolean (task, done, error);
}

/**
 * anc_store_write_package_async:
 * @self: a store
 * @case_key: a case
 * @path: the file to write; one of this name is replaced
 * @passphrase: what the one who gets it will have to type, not empty
 *
 * Writes one case with its documents into an encrypted file.
 */
void
anc_store_write_package_async (AncStore *self,
                               gint64 case_key,
                               const char *path,
                               const char *passphrase,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  AncStoreRequest *request;

  g_return_if_fail (ANC_IS_STORE (self));
  g_return_if_fail (path != NULL);
  g_return_if_fail (passphrase != NULL && *passphrase != '\0');

  request = anc_store_request_new ();
  request->case_key = case_key;
  request->text = g_canonicalize_filename (path, NULL);
  request->secret = anc_passphrase_dup (passphrase);
  anc_store_read (self, request, write_work, anc_store_write_package_async, cancellable, callback, user_data);
}

gboolean
anc_store_write_package_finish (AncStore *self,
                                GAsyncResult *result,
                                GError **error)
{
  return anc_store_finish_boolean (self, result, anc_store_write_package_async, error);
}

/* ---- Reading --------------------------------------------------------------------------------- */

static AncCaseRows *
load_only_case (AncDatabase *package,
                GError **error)
{
  g_autoptr (AncCaseCursor) cursor = anc_case_cursor_new (package, error);
  AncCaseRows *rows;

  if (cursor == NULL)
    return NULL;

  rows = anc_case_cursor_next (cursor, error);
  if (rows == NULL && (error == NULL || *error == NULL))
    g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_DAMAGED, "the package holds no case");
  return rows;
}

/* Opens a package and reads it through. */
static AncDatabase *
open_package (const char *path,
              const AncKey *key,
              GError **error)
{
  if (!anc_store_file_verify (path, key, ANC_SCHEMA_PACKAGE_ID, NULL, error))
    return NULL;

  return anc_database_open (path, key, ANC_DATABASE_FROZEN, error);
}

static AncPackage *
read_package (AncDatabase *database,
              const AncStoreRequest *request,
              GError **error)
{
  g_autoptr (AncPackage) self = g_atomic_rc_box_new0 (AncPackage);
  g_autoptr (AncDatabase) package = NULL;
  g_autoptr (AncCaseRows) theirs = NULL;
  g_autoptr (AncCaseRows) ours = NULL;
  g_autoptr (GError) local_error = NULL;
  gboolean is_encrypted;

  self->path = g_strdup (request->text);
  self->key = anc_store_file_make_key (self->path, request->secret, &is_encrypted, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  package = open_package (self->path, self->key, error);
  theirs = package != NULL && anc_schema_fill_in (package, error) ? load_only_case (package, error) : NULL;
  if (theirs == NULL)
    return NULL;

  ours = anc_row_store_load_case (database, anc_case_rows_get_key (theirs), &local_error);
  if (ours == NULL && !g_error_matches (local_error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  self->comparison = anc_case_comparison_new (ours, theirs);
  return g_steal_pointer (&self);
}

static void
read_work (AncDatabase *database,
           GTask *task)
{
  GError *error = NULL;
  AncPackage *package = read_package (database, g_task_get_task_data (task), &error);

  anc_store_return_pointer (task, package, (GDestroyNotify) anc_package_unref, error);
}

/**
 * anc_store_read_package_async:
 * @self: the store that may take it
 * @path: a package
 * @passphrase: (nullable): its passphrase
 *
 * Reads a package through and compares its case with the store's. Nothing is changed.
 */
void
anc_store_read_package_async (AncStore *self,
                              const char *path,
                              const char *passphrase,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  AncStoreRequest *request;

  g_return_if_fail (ANC_IS_STORE (self));
  g_return_if_fail (path != NULL);

  request = anc_store_request_new ();
  request->text = g_canonicalize_filename (path, NULL);
  request->secret = anc_passphrase_dup (passphrase);
  anc_store_read (self, request, read_work, anc_store_read_package_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (nullable): the package */
AncPackage *
anc_store_read_package_finish (AncStore *self,
                               GAsyncResult *result,
                               GError **error)
{
  return anc_store_finish (self, result, anc_store_read_package_async, error);
}

/* ---- Taking ---------------------------------------------------------------------------------- */

typedef struct
{
  AncPackage *package;
  AncChangeSet *chosen;
} Taking;

static void
taking_free (gpointer data)
{
  Taking *self = data;

  anc_package_unref (self->package);
  anc_change_set_unref (self->chosen);
  g_free (self);
}

/* The files come first: a document is never without its bytes. */
static gboolean
take (AncDatabase *database,
      AncStore *store,
      const Taking *taking,
      GError **error)
{
  g_autofree char *author = anc_store_dup_author (store);
  g_autoptr (AncDatabase) package = NULL;

  package = anc_database_open (taking->package->path, taking->package->key, ANC_DATABASE_FROZEN, error);
  if (package == NULL)
    return FALSE;

  for (guint i = 0; i < anc_change_set_get_count (taking->chosen); i++)
    {
      const AncRow *row = anc_change_set_get (taking->chosen, i)->after;
      const char *sha256 = row != NULL && row->table->id == ANC_TABLE_DOCUMENTS ? anc_row_get_text (row, "sha256") : NULL;

      if (sha256 != NULL && !copy_file (package, database, sha256, error))
        return FALSE;
    }

  return anc_change_set_get_count (taking->chosen) == 0
         || anc_journal_write (database, ANC_TRANSACTION_EDIT, 0, taking->chosen, author, anc_store_get_time (), error);
}

static void
take_work (AncDatabase *database,
           GTask *task)
{
  const AncStoreRequest *request = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean done = take (database, g_task_get_source_object (task), request->data, &error);

  anc_store_return_boolean (task, done, error);
}

/**
 * anc_store_take_package_async:
 * @self: the store the package was read for
 * @package: a package
 * @chosen: (nullable): what to take of it, from anc_case_comparison_take(); %NULL for all
 *
 * Takes a package in, with the files of the documents chosen, as one edit. Taking it again changes nothing.
 */
void
anc_store_take_package_async (AncStore *self,
                              AncPackage *package,
                              AncChangeSet *chosen,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  AncStoreRequest *request;
  Taking *taking;

  g_return_if_fail (ANC_IS_STORE (self));
  g_return_if_fail (package != NULL);

  taking = g_new (Taking, 1);
  taking->package = anc_package_ref (package);
  taking->chosen = chosen != NULL ? anc_change_set_ref (chosen)
                                  : anc_case_comparison_take (package->comparison, N_ ("Take a case package"), NULL, NULL);
  request = anc_store_request_new ();
  request->data = taking;
  request->free_data = taking_free;
  anc_store_write (self, request, take_work, anc_store_take_package_async, cancellable, callback, user_data);
}

gboolean
anc_store_take_package_finish (AncStore *self,
                               GAsyncResult *result,
                               GError **error)
{
  return anc_store_finish_boolean (self, result, anc_store_take_package_async, error);
}
