/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-document-save.h"

#include "anc-filled-pages.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK (256 * 1024)

/* A copy on its way to its place: written beside it, then moved there. */
typedef struct
{
  int source; /* the original */
  int target;
  char *target_path;
  GFile *file;
} Saving;

static void
free_saving (gpointer data)
{
  Saving *saving = data;

  if (saving->source >= 0)
    close (saving->source);
  if (saving->target >= 0)
    close (saving->target);
  if (saving->target_path != NULL)
    g_unlink (saving->target_path);
  g_free (saving->target_path);
  g_object_unref (saving->file);
  g_free (saving);
}

static gboolean
fail (GError **error)
{
  int code = errno;

  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (code), g_strerror (code));
  return FALSE;
}

static gboolean
write_all (int fd,
           const char *bytes,
           gsize length,
           GError **error)
{
  while (length > 0)
    {
      ssize_t n = write (fd, bytes, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return fail (error);
      bytes += n;
      length -= (gsize) n;
    }

  return TRUE;
}

/* The document's bytes as they are; the descriptor is shared, so its position is left alone. */
static gboolean
copy_original (Saving *saving,
               GCancellable *cancellable,
               GError **error)
{
  g_autofree char *block = g_malloc (BLOCK);
  off_t offset = 0;

  for (;;)
    {
      ssize_t n = pread (saving->source, block, BLOCK, offset);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (n < 0)
        return fail (error);
      if (n == 0)
        return TRUE;
      if (!write_all (saving->target, block, (gsize) n, error))
        return FALSE;
      offset += n;
    }
}

static gboolean
put_in_place (Saving *saving,
              GError **error)
{
  g_autoptr (GFile) written = g_file_new_for_path (saving->target_path);

  if (fsync (saving->target) != 0)
    return fail (error);
  if (!g_file_move (written, saving->file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error))
    return FALSE;

  g_clear_pointer (&saving->target_path, g_free);
  return TRUE;
}

static void
copy_in_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;

  if (copy_original (task_data, cancellable, &error) && put_in_place (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
filled_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Saving *saving = g_task_get_task_data (task);
  GError *error = NULL;

  if (anc_filled_finish (ANC_READER_DOCUMENT (object), result, &error) && put_in_place (saving, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The copy is written in the folder it goes to, so that it is moved in one step; where that folder is not one
 * of this system, in the folder for temporary files. */
static gboolean
open_target (Saving *saving,
             GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (saving->file);
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;

  saving->target_path = g_build_filename (path != NULL ? path : g_get_tmp_dir (), ".ancrage-XXXXXX", NULL);
  saving->target = g_mkstemp_full (saving->target_path, O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (saving->target >= 0)
    return TRUE;

  g_clear_pointer (&saving->target_path, g_free);
  return fail (error);
}

/**
 * anc_document_save_async:
 * @document: (nullable): the document where it is open, for @values
 * @fd: its bytes
 * @values: (nullable) (element-type utf8 utf8): what was filled in, by the names of the fields
 * @file: where the copy goes; one that is there is replaced once the copy is whole
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes a copy of a document; the original is never touched.
 */
void
anc_document_save_async (AncReaderDocument *document,
                         int fd,
                         GHashTable *values,
                         GFile *file,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (document, cancellable, callback, user_data);
  Saving *saving = g_new0 (Saving, 1);
  GError *error = NULL;

  g_task_set_source_tag (task, anc_document_save_async);
  g_task_set_task_data (task, saving, free_saving);
  saving->file = g_object_ref (file);
  saving->source = fcntl (fd, F_DUPFD_CLOEXEC, 0);
  saving->target = -1;
  if (!open_target (saving, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (document != NULL && values != NULL && g_hash_table_size (values) > 0)
    anc_reader_document_fill_async (document, values, saving->target, cancellable, filled_cb, g_steal_pointer (&task));
  else
    g_task_run_in_thread (task, copy_in_thread);
}

gboolean
anc_document_save_finish (GAsyncResult *result,
                          GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
