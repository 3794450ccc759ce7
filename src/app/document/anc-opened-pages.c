/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-opened-pages.h"

typedef struct
{
  AncReaderDocument *document; /* NULL once there is an answer */
  AncSecondReader *second;
  AncReaderInfo *info; /* NULL until it came */
  GPtrArray *pages;    /* the same */
} Opening;

static void
free_opening (gpointer data)
{
  Opening *opening = data;

  g_clear_object (&opening->document);
  g_clear_object (&opening->second);
  g_clear_pointer (&opening->info, anc_reader_info_free);
  g_clear_pointer (&opening->pages, g_ptr_array_unref);
  g_free (opening);
}

/* The first error is the answer; whatever comes after it is not waited for. */
static void
note_answer (GTask *task,
             GError *error)
{
  Opening *opening = g_task_get_task_data (task);

  if (opening->document == NULL)
    {
      g_clear_error (&error);
      return;
    }

  if (error != NULL)
    g_task_return_error (task, error);
  else if (opening->info != NULL && opening->pages != NULL)
    g_task_return_pointer (task,
                           anc_reader_pages_new (opening->document, opening->second, g_steal_pointer (&opening->info), g_steal_pointer (&opening->pages)),
                           g_object_unref);
  else
    return;

  g_clear_object (&opening->document);
}

static void
got_info_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Opening *opening = g_task_get_task_data (task);
  GError *error = NULL;

  opening->info = anc_reader_document_get_info_finish (ANC_READER_DOCUMENT (object), result, &error);
  note_answer (task, error);
}

static void
got_pages_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Opening *opening = g_task_get_task_data (task);
  GError *error = NULL;

  opening->pages = anc_reader_document_list_finish (ANC_READER_DOCUMENT (object), result, &error);
  note_answer (task, error);
}

/**
 * anc_opened_pages_new_async:
 * @reader: what opens documents
 * @fd: a document, open to be read; stays the caller's
 * @password: (nullable): what opens it
 * @cancellable: (nullable): stops it
 * @callback: called when it is open, and the sizes of all pages are known
 * @user_data: for @callback
 *
 * Asks for all that is needed at once: the answers come while the window is still being made.
 */
void
anc_opened_pages_new_async (AncReader *reader,
                            int fd,
                            const char *password,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (reader, cancellable, callback, user_data);
  GError *error = NULL;
  AncReaderDocument *document = anc_reader_open (reader, fd, password, &error);
  Opening *opening;

  g_task_set_source_tag (task, anc_opened_pages_new_async);
  if (document == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  opening = g_new0 (Opening, 1);
  opening->document = document;
  opening->second = anc_second_reader_new (reader, fd, password);
  g_task_set_task_data (task, opening, free_opening);
  anc_reader_document_get_info_async (document, cancellable, got_info_cb, g_object_ref (task));
  anc_reader_document_list_pages_async (document, 0, G_MAXUINT, cancellable, got_pages_cb, g_object_ref (task));
}

/**
 * anc_opened_pages_new_finish:
 * @result: what the callback was given
 * @error: an #AncReaderError
 *
 * Returns: (transfer full): the pages
 */
AncReaderPages *
anc_opened_pages_new_finish (GAsyncResult *result,
                             GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
