/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-store-backups.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "anc-backups.h"
#include "anc-disk.h"
#include "anc-schema.h"
#include "anc-store-file.h"
#include "anc-store-private.h"

/* How often to see whether a backup is due. */
#define LOOK_INTERVAL G_TIME_SPAN_HOUR

/* ---- Backups --------------------------------------------------------------------------------- */

static void
back_up_work (AncDatabase *database,
              GTask *task)
{
  AncStore *self = g_task_get_source_object (task);
  GError *error = NULL;
  char *path;

  g_mutex_lock (&self->backup_lock);
  path = anc_backups_make (database, self->path, self->key, TRUE, anc_store_get_time (), g_task_get_cancellable (task), &error);
  g_mutex_unlock (&self->backup_lock);

  anc_store_return_pointer (task, path, g_free, error);
}

/**
 * anc_store_back_up_async:
 * @self: a store
 *
 * Makes a backup now, beside those made each day and when the store is closed: it does not go with their
 * generations, but stays until somebody removes it. The store can be worked in meanwhile.
 */
void
anc_store_back_up_async (AncStore *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (ANC_IS_STORE (self));

  anc_store_read (self, NULL, back_up_work, anc_store_back_up_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (nullable): the path of the backup */
char *
anc_store_back_up_finish (AncStore *self,
                          GAsyncResult *result,
                          GError **error)
{
  return anc_store_finish (self, result, anc_store_back_up_async, error);
}

static void
back_up_if_due_work (AncDatabase *database,
                     GTask *task)
{
  AncStore *self = g_task_get_source_object (task);

  /* Nobody waits for it: what keeps it from being made shows when the store is closed. */
  g_mutex_lock (&self->backup_lock);
  anc_backups_make_if_due (database, self->path, self->key, anc_store_get_time (), NULL);
  g_mutex_unlock (&self->backup_lock);
  g_task_return_boolean (task, TRUE);
}

/* Sees now and then, while the store is worked in, that there is a backup of each day. */
void
anc_store_back_up_if_due (AncStore *self)
{
  const gint64 now = anc_store_get_time ();

  /* Before the time set there may be a clock that went back. */
  if (now < self->backup_due && self->backup_due - now <= LOOK_INTERVAL)
    return;

  self->backup_due = now + LOOK_INTERVAL;
  anc_store_read (self, NULL, back_up_if_due_work, anc_store_back_up_if_due, NULL, NULL, NULL);
}

/* ---- Restoring ------------------------------------------------------------------------------- */

typedef struct
{
  char *path;
  char *backup_path;
  char *passphrase;
} Restoring;

static void
restoring_free (Restoring *self)
{
  g_free (self->path);
  g_free (self->backup_path);
  anc_passphrase_free (self->passphrase);
  g_free (self);
}

/* A file that has two names for a while is never without one. */
static gboolean
keep_under (const char *path,
            const char *kept,
            GError **error)
{
  if (link (path, kept) == 0 || errno == ENOENT)
    return TRUE;

  anc_store_error_set_from_errno (error, errno, "keeping the old file");
  return FALSE;
}

/* A name that nothing has yet: a store may be restored twice in a second. */
static char *
make_kept_name (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (anc_store_get_time () / G_USEC_PER_SEC);
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H-%M-%SZ");
  char *name = g_strconcat (path, ".before-", time, NULL);

  for (guint i = 2; access (name, F_OK) == 0; i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.before-%s-%u", path, time, i);
    }

  return name;
}

/* Gives the old store and its log another name, and takes the log away from what comes in its place. That name;
 * empty where there was no old store. */
static char *
keep_old (const char *path,
          GError **error)
{
  g_autofree char *kept = make_kept_name (path);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *kept_log = g_strconcat (kept, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  if (!keep_under (path, kept, error)
      || !keep_under (log, kept_log, error)
      || !anc_disk_sync (folder, error)
      || !anc_disk_remove (log, error)
      || !anc_disk_remove (index, error))
    return NULL;

  return access (kept, F_OK) == 0 ? g_steal_pointer (&kept) : g_strdup ("");
}

static char *
restore (const char *path,
         const char *backup_path,
         const char *passphrase,
         GCancellable *cancellable,
         GError **error)
{
  g_autofree char *draft = g_strconcat (path, ".new", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AncStoreLock) lock = anc_store_lock_take (path, error);
  g_autoptr (AncKey) key = NULL;
  g_autoptr (AncDatabase) backup = NULL;
  gboolean is_encrypted;

  if (lock == NULL)
    return NULL;
  key = anc_store_file_make_key (backup_path, passphrase, &is_encrypted, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  backup = anc_database_open (backup_path, key, ANC_DATABASE_FROZEN, error);
  if (backup == NULL)
    return NULL;

  anc_store_file_remove_draft (draft);
  if (!anc_store_file_copy (backup, key, draft, key, cancellable, error))
    return NULL;
  if (anc_store_file_verify (draft, key, ANC_SCHEMA_STORE_ID, cancellable, error))
    kept = keep_old (path, error);
  if (kept != NULL && anc_disk_replace (draft, path, error))
    return g_steal_pointer (&kept);

  anc_store_file_remove_draft (draft);
  return NULL;
}

static void
restore_in_thread (GTask *task,
                   gpointer source,
                   gpointer task_data,
                   GCancellable *cancellable)
{
  const Restoring *restoring = task_data;
  GError *error = NULL;
  char *kept = restore (restoring->path, restoring->backup_path, restoring->passphrase, cancellable, &error);

  anc_store_return_pointer (task, kept, g_free, error);
}

/**
 * anc_store_restore_backup_async:
 * @path: the store, which nobody has open; it may be damaged or missing
 * @backup_path: the backup to put in its place
 * @passphrase: (nullable): the passphrase the backup was made with
 *
 * Reads the backup through, copies it, reads the copy through, and only then puts it in the place of the
 * store, which is kept under another name.
 */
void
anc_store_restore_backup_async (const char *path,
                                const char *backup_path,
                                const char *passphrase,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Restoring *restoring = g_new0 (Restoring, 1);

  g_return_if_fail (path != NULL && backup_path != NULL);

  restoring->path = g_canonicalize_filename (path, NULL);
  restoring->backup_path = g_canonicalize_filename (backup_path, NULL);
  restoring->passphrase = anc_passphrase_dup (passphrase);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, anc_store_restore_backup_async);
  g_task_set_task_data (task, restoring, (GDestroyNotify) restoring_free);
  g_task_run_in_thread (task, restore_in_thread);
}

/* Returns: (transfer full): the name under which the old file was kept, empty where there was none; %NULL with an
 * error set */
char *
anc_store_restore_backup_finish (GAsyncResult *result,
                                 GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- The passphrase -------------------------------------------------------------------------- */

static gboolean
replace_file (AncStore *self,
              const AncKey *new_key,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree char *draft = g_strconcat (self->path, ".new", NULL);
  g_autoptr (AncDatabase) database = anc_database_open (self->path, self->key, ANC_DATABASE_WRITE, error);

  anc_store_file_remove_draft (draft);
  if (database == NULL
      || !anc_database_checkpoint (database, TRUE, error)
      || !anc_store_file_copy (database, self->key, draft, new_key, cancellable, error))
    return FALSE;

  /* The last connection to close takes the log with it, so that it cannot meet the new file. */
  g_clear_pointer (&database, anc_database_close);
  if (anc_store_file_verify (draft, new_key, ANC_SCHEMA_STORE_ID, cancellable, error)
      && anc_disk_replace (draft, self->path, error))
    return TRUE;

  anc_store_file_remove_draft (draft);
  return FALSE;
}

static void
change_passphrase_in_thread (GTask *task,
                             gpointer source,
                             gpointer task_data,
                             GCancellable *cancellable)
{
  AncStore *self = source;
  const AncStoreRequest *request = task_data;
  g_autoptr (AncKey) old_key = anc_key_ref (self->key);
  g_autoptr (AncKey) new_key = request->secret != NULL ? anc_key_new (request->secret) : NULL;
  GError *error = NULL;
  gboolean done;

  anc_worker_pause (self->writer);
  anc_worker_pause (self->readers);
  done = replace_file (self, new_key, cancellable, &error);
  if (done)
    {
      anc_key_unref (self->key);
      self->key = anc_key_ref (new_key);
      g_atomic_int_set (&self->is_encrypted, new_key != NULL);
      done = anc_backups_change_key (self->path, old_key, new_key, &error);
    }
  anc_worker_resume (self->readers);
  anc_worker_resume (self->writer);
  anc_store_end_use (self);

  anc_store_return_boolean (task, done, error);
}

/**
 * anc_store_change_passphrase_async:
 * @self: a store
 * @passphrase: (nullable): the new one, not empty; %NULL for none
 *
 * Sets, changes or removes the passphrase, of the store and of its backups. The store is written anew and read
 * through before it takes the place of the old file; other calls wait meanwhile.
 */
void
anc_store_change_passphrase_async (AncStore *self,
                                   const char *passphrase,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  AncStoreRequest *request;
  GError *error = NULL;

  g_return_if_fail (ANC_IS_STORE (self));
  g_return_if_fail (passphrase == NULL || *passphrase != '\0');

  request = anc_store_request_new ();
  request->secret = anc_passphrase_dup (passphrase);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, anc_store_change_passphrase_async);
  g_task_set_task_data (task, request, (GDestroyNotify) anc_store_request_free);
  if (self->is_read_only)
    g_task_return_new_error (task, ANC_STORE_ERROR, ANC_STORE_ERROR_READ_ONLY, "the store was opened to be read");
  else if (!anc_store_begin_use (self, &error))
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, change_passphrase_in_thread);
}

gboolean
anc_store_change_passphrase_finish (AncStore *self,
                                    GAsyncResult *result,
                                    GError **error)
{
  return anc_store_finish_boolean (self, result, anc_store_change_passphrase_async, error);
}
