/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-filled-pages.h"

#include "anc-opened-pages.h"

#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

/**
 * anc_filled_finish:
 * @document: a form
 * @result: of anc_reader_document_fill_async()
 * @error: an #AncReaderError
 *
 * Returns: whether all values were written; where a field refuses its own, nothing was
 */
gboolean
anc_filled_finish (AncReaderDocument *document,
                   GAsyncResult *result,
                   GError **error)
{
  g_autoptr (GPtrArray) refusals = anc_reader_document_list_finish (document, result, error);

  if (refusals == NULL)
    return FALSE;
  if (refusals->len == 0)
    return TRUE;

  g_set_error_literal (error, ANC_READER_ERROR, ANC_READER_ERROR_INVALID, "a field refuses its value");
  return FALSE;
}

typedef struct
{
  AncReader *reader;
  char *password;
  int fd;
} Filling;

static void
free_filling (gpointer data)
{
  Filling *filling = data;

  g_object_unref (filling->reader);
  g_free (filling->password);
  if (filling->fd >= 0)
    close (filling->fd);
  g_free (filling);
}

static void
got_pages_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  AncReaderPages *pages = anc_opened_pages_new_finish (result, &error);

  if (pages != NULL)
    g_task_return_pointer (task, pages, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
filled_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Filling *filling = g_task_get_task_data (task);
  GError *error = NULL;

  if (anc_filled_finish (ANC_READER_DOCUMENT (object), result, &error))
    anc_opened_pages_new_async (filling->reader, filling->fd, filling->password, g_task_get_cancellable (task), got_pages_cb, g_object_ref (task));
  else
    g_task_return_error (task, error);
}

/**
 * anc_filled_pages_new_async:
 * @reader: what opens documents
 * @document: a form
 * @password: (nullable): what opens it
 * @values: (element-type utf8 utf8): what was filled in, by the names of the fields
 * @cancellable: (nullable): stops it
 * @callback: called when the pages are there
 * @user_data: for @callback
 */
void
anc_filled_pages_new_async (AncReader *reader,
                            AncReaderDocument *document,
                            const char *password,
                            GHashTable *values,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (document, cancellable, callback, user_data);
  Filling *filling = g_new0 (Filling, 1);

  g_task_set_source_tag (task, anc_filled_pages_new_async);
  filling->reader = g_object_ref (reader);
  filling->password = g_strdup (password);
  filling->fd = memfd_create ("filled", MFD_CLOEXEC);
  g_task_set_task_data (task, filling, free_filling);
  if (filling->fd < 0)
    {
      g_task_return_new_error (task, G_IO_ERROR, (int) g_io_error_from_errno (errno), "%s", g_strerror (errno));
      return;
    }

  anc_reader_document_fill_async (document, values, filling->fd, cancellable, filled_cb, g_steal_pointer (&task));
}

/**
 * anc_filled_pages_new_finish:
 *
 * Returns: (transfer full): the pages, or %NULL with an #AncReaderError
 */
AncReaderPages *
anc_filled_pages_new_finish (GAsyncResult *result,
                             GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
