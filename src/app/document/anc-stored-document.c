/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-stored-document.h"

#include "anc-store-documents.h"

#include <errno.h>
#include <gio/gunixoutputstream.h>
#include <sys/mman.h>
#include <unistd.h>

static void
close_fd (gpointer data)
{
  close (GPOINTER_TO_INT (data));
}

static void
copied_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  int fd;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) < 0)
    {
      g_task_return_error (task, error);
      return;
    }

  fd = dup (GPOINTER_TO_INT (g_task_get_task_data (task)));
  lseek (fd, 0, SEEK_SET);
  g_task_return_int (task, fd);
}

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GInputStream) stream = anc_store_open_file_finish (ANC_STORE (source), result, &error);
  g_autoptr (GOutputStream) memory = NULL;
  int fd;

  if (stream == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  fd = memfd_create ("document", MFD_CLOEXEC);
  if (fd < 0)
    {
      g_task_return_new_error (task, G_IO_ERROR, (int) g_io_error_from_errno (errno), "no memory for a document");
      return;
    }

  g_task_set_task_data (task, GINT_TO_POINTER (fd), close_fd);
  memory = g_unix_output_stream_new (fd, FALSE);
  g_output_stream_splice_async (memory,
                                stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE,
                                G_PRIORITY_DEFAULT,
                                g_task_get_cancellable (task),
                                copied_cb,
                                g_object_ref (task));
}

/**
 * anc_stored_document_open_async:
 * @store: an open store
 * @sha256: of a file in it
 * @cancellable: (nullable): stops it
 * @callback: called when it is there
 * @user_data: for @callback
 *
 * Copies a file of the store to memory, piece by piece.
 */
void
anc_stored_document_open_async (AncStore *store,
                                const char *sha256,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, anc_stored_document_open_async);
  anc_store_open_file_async (store, sha256, cancellable, opened_cb, g_steal_pointer (&task));
}

/**
 * anc_stored_document_open_finish:
 *
 * Returns: a descriptor at the start of the document, which the caller closes; -1 on failure
 */
int
anc_stored_document_open_finish (GAsyncResult *result,
                                 GError **error)
{
  return (int) g_task_propagate_int (G_TASK (result), error);
}
