/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-store.h"

#include <unistd.h>

#include "anc-backups.h"
#include "anc-disk.h"
#include "anc-files.h"
#include "anc-journal.h"
#include "anc-schema.h"
#include "anc-search.h"
#include "anc-store-file.h"
#include "anc-store-private.h"

/* Entries of the journal taken into the search index between two looks at the queue. */
#define INDEX_SLICE 200

/* How long after it was opened a store is looked at for a backup: not while people wait for it. */
#define FIRST_LOOK G_TIME_SPAN_MINUTE

/* ---- Threads --------------------------------------------------------------------------------- */

static AncDatabase *
open_writer (gpointer owner,
             GError **error)
{
  AncStore *self = owner;

  if (self->first != NULL)
    return g_steal_pointer (&self->first);
  return anc_database_open (self->path, self->key, ANC_DATABASE_WRITE, error);
}

static AncDatabase *
open_reader (gpointer owner,
             GError **error)
{
  AncStore *self = owner;

  return anc_database_open (self->path, self->key, self->read_mode, error);
}

/* Brings what follows the journal up to its end. */
gboolean
anc_store_follow_journal (AncDatabase *database,
                          GError **error)
{
  gboolean is_complete = FALSE;
  gboolean done = anc_journal_list_by_case (database, error);

  while (done && !is_complete)
    done = anc_search_catch_up (database, INDEX_SLICE, &is_complete, error);

  return done;
}

/* Moves the log into the file and the journal into the search index, after the answers. A failure shows in
 * what people wait for soon enough. */
static gboolean
do_idle_work (AncDatabase *database,
              gpointer owner)
{
  gboolean is_complete = TRUE;

  if (!anc_journal_list_by_case (database, NULL) || !anc_search_catch_up (database, INDEX_SLICE, &is_complete, NULL))
    return FALSE;

  anc_database_checkpoint_if_long (database);
  return !is_complete;
}

static void
start_workers (AncStore *self)
{
  if (!self->is_read_only)
    self->writer = anc_worker_new ("store-writer", 1, FALSE, open_writer, do_idle_work, self);
  self->readers = anc_worker_new ("store-reader", N_READERS, TRUE, open_reader, NULL, self);
}

/* ---- Opening --------------------------------------------------------------------------------- */

typedef struct
{
  char *path;
  char *passphrase;
  AncStoreFlags flags;
} Opening;

static void
opening_free (Opening *self)
{
  g_free (self->path);
  anc_passphrase_free (self->passphrase);
  g_free (self);
}

/* Brings a store of an older version up, after a backup of what it was. */
static gboolean
migrate (AncStore *self,
         AncDatabase *database,
         gint64 version,
         GCancellable *cancellable,
         GError **error)
{
  g_autofree char *backup = NULL;

  if (self->is_read_only)
    {
      g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_READ_ONLY, "a store of an older version has to be opened for writing once");
      return FALSE;
    }

  backup = anc_backups_make (database, self->path, self->key, FALSE, anc_store_get_time (), cancellable, error);
  return backup != NULL && anc_migrations_run (database, anc_store_get_migrations (), version, error);
}

static gboolean
prepare (AncStore *self,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (AncDatabase) database = self->is_read_only ? open_reader (self, error) : open_writer (self, error);
  gint64 version;

  if (database == NULL || !anc_schema_check_identity (database, ANC_SCHEMA_STORE_ID, &version, error))
    return FALSE;
  if (version < ANC_SCHEMA_VERSION && !migrate (self, database, version, cancellable, error))
    return FALSE;

  if (!anc_schema_check (database, error)
      || !(self->is_read_only || anc_files_remove_unfinished (database, error)))
    return FALSE;

  if (!self->is_read_only)
    self->first = g_steal_pointer (&database);
  return TRUE;
}

static gboolean
take_lock (AncStore *self,
           GError **error)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  const gboolean is_writable = anc_disk_is_writable (self->path);

  if (self->is_read_only)
    {
      self->read_mode = is_writable || access (log, F_OK) == 0 ? ANC_DATABASE_READ : ANC_DATABASE_FROZEN;
      return anc_store_lock_allows_reading (self->path, error);
    }

  self->read_mode = ANC_DATABASE_READ;
  if (!is_writable)
    {
      g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_READ_ONLY, "the store or its folder cannot be written to");
      return FALSE;
    }

  self->hold = anc_store_lock_take (self->path, error);
  return self->hold != NULL;
}

/* @key is (transfer full) (nullable). */
static AncStore *
open_store (const char *path,
            AncKey *key,
            AncStoreFlags flags,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (AncStore) self = g_object_new (ANC_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  self->key = key;
  self->is_encrypted = key != NULL;
  self->is_read_only = (flags & ANC_STORE_READ_ONLY) != 0;
  if (!take_lock (self, error) || !prepare (self, cancellable, error))
    return NULL;

  self->backup_due = anc_store_get_time () + FIRST_LOOK;
  start_workers (self);
  return g_steal_pointer (&self);
}

static void
create_in_thread (GTask *task,
                  gpointer source,
                  gpointer task_data,
                  GCancellable *cancellable)
{
  const Opening *opening = task_data;
  g_autoptr (AncKey) key = opening->passphrase != NULL ? anc_key_new (opening->passphrase) : NULL;
  GError *error = NULL;
  AncStore *store = NULL;

  if (anc_store_file_create (opening->path, key, ANC_SCHEMA_STORE_ID, anc_store_get_time (), &error))
    store = open_store (opening->path, g_steal_pointer (&key), 0, cancellable, &error);

  anc_store_return_pointer (task, store, g_object_unref, error);
}

static void
open_in_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  const Opening *opening = task_data;
  GError *error = NULL;
  AncStore *store = NULL;
  gboolean is_encrypted;
  AncKey *key = anc_store_file_make_key (opening->path, opening->passphrase, &is_encrypted, &error);

  if (error == NULL)
    store = open_store (opening->path, key, opening->flags, cancellable, &error);

  anc_store_return_pointer (task, store, g_object_unref, error);
}

static void
run_opening (const char *path,
             const char *passphrase,
             AncStoreFlags flags,
             GTaskThreadFunc run,
             gpointer tag,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_canonicalize_filename (path, NULL);
  opening->passphrase = anc_passphrase_dup (passphrase);
  opening->flags = flags;
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, run);
}

/**
 * anc_store_create_async:
 * @path: where; there must be no file
 * @passphrase: (nullable): the passphrase, in UTF-8, not empty; %NULL for a store that is not encrypted
 *
 * Makes an empty store, readable by its owner alone, and opens it.
 */
void
anc_store_create_async (const char *path,
                        const char *passphrase,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (path != NULL);
  g_return_if_fail (passphrase == NULL || *passphrase != '\0');

  run_opening (path, passphrase, 0, create_in_thread, anc_store_create_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (nullable): the store, open */
AncStore *
anc_store_create_finish (GAsyncResult *result,
                         GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * anc_store_open_async:
 * @path: a store
 * @passphrase: (nullable): its passphrase; not looked at where the store has none
 * @flags: how
 *
 * Opens a store. One of an older version is backed up, then brought up to this one.
 */
void
anc_store_open_async (const char *path,
                      const char *passphrase,
                      AncStoreFlags flags,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_return_if_fail (path != NULL);

  run_opening (path, passphrase, flags, open_in_thread, anc_store_open_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (nullable): the store; its errors are the first nine of #AncStoreError */
AncStore *
anc_store_open_finish (GAsyncResult *result,
                       GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- Closing --------------------------------------------------------------------------------- */

/* The last work of the writer: the index, a backup of what changed since the last, an empty log. */
static void
finish_writing (AncDatabase *database,
                GTask *task)
{
  AncStore *self = g_task_get_source_object (task);
  GError *error = NULL;
  gboolean done = anc_store_follow_journal (database, &error);

  g_mutex_lock (&self->backup_lock);
  done = done && anc_backups_make_if_changed (database, self->path, self->key, anc_store_get_time (), &error)
         && anc_database_checkpoint (database, TRUE, &error);
  g_mutex_unlock (&self->backup_lock);

  anc_store_return_boolean (task, done, error);
}

typedef struct
{
  GTask *task; /* what the caller waits for */
  AncStoreRemains *remains;
  GError *error;
} Closing;

static gpointer
end_closing (gpointer data)
{
  Closing *closing = data;
  AncStore *self = g_task_get_source_object (closing->task);

  g_mutex_lock (&self->lock);
  while (self->n_users > 0)
    g_cond_wait (&self->unused, &self->lock);
  g_mutex_unlock (&self->lock);

  anc_store_remains_free (closing->remains);
  anc_store_return_boolean (closing->task, closing->error == NULL, closing->error);
  g_object_unref (closing->task);
  g_free (closing);

  return NULL;
}

static void
finished_writing_cb (GObject *object,
                     GAsyncResult *result,
                     gpointer user_data)
{
  AncStore *self = ANC_STORE (object);
  Closing *closing = g_new0 (Closing, 1);

  closing->task = user_data;
  if (result != NULL)
    g_task_propagate_boolean (G_TASK (result), &closing->error);
  g_mutex_lock (&self->lock);
  self->is_closed = TRUE;
  g_mutex_unlock (&self->lock);
  closing->remains = anc_store_take_remains (self);
  g_thread_unref (g_thread_new ("store-end", end_closing, closing));
}

/**
 * anc_store_close_async:
 * @self: a store
 *
 * Does what was asked before, makes a backup where something changed since the last one, and lets go of the
 * file. An error is that of this last work: the store is closed and what was acknowledged is in it, anyway.
 */
void
anc_store_close_async (AncStore *self,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ANC_IS_STORE (self));
  g_return_if_fail (self->readers != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, anc_store_close_async);
  if (self->writer != NULL)
    anc_store_write (self, NULL, finish_writing, finish_writing, cancellable, finished_writing_cb, task);
  else
    finished_writing_cb (G_OBJECT (self), NULL, task);
}

gboolean
anc_store_close_finish (AncStore *self,
                        GAsyncResult *result,
                        GError **error)
{
  return anc_store_finish_boolean (self, result, anc_store_close_async, error);
}
