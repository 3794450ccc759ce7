/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-stored-documents.h"

static const char *
find_file (const AncCaseRows *rows,
           const char *document)
{
  for (guint i = 0; i < anc_case_rows_get_count (rows, ANC_TABLE_DOCUMENTS); i++)
    {
      const AncRow *row = anc_case_rows_get (rows, ANC_TABLE_DOCUMENTS, i);
      g_autofree char *key = g_strdup_printf ("#%" G_GINT64_FORMAT, row->key);

      if (g_strcmp0 (anc_row_get_text (row, "id"), document) == 0 || g_strcmp0 (key, document) == 0)
        return anc_row_get_text (row, "sha256");
    }

  return NULL;
}

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/**
 * anc_stored_documents_open:
 * @document: the id of a document, or # and its key
 * @user_data: #AncStoredDocuments
 *
 * An #AncDocumentOpener for the documents of a case in a store. It waits for the store in a context of its own: it is
 * made for a thread that does nothing else.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GInputStream *
anc_stored_documents_open (const char *document,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error)
{
  const AncStoredDocuments *self = user_data;
  const char *sha256 = find_file (self->rows, document);
  g_autoptr (GMainContext) context = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GInputStream *stream;

  if (sha256 == NULL)
    {
      g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND, "the document has no file");
      return NULL;
    }

  context = g_main_context_new ();
  g_main_context_push_thread_default (context);
  anc_store_open_file_async (self->store, sha256, cancellable, opened_cb, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  stream = anc_store_open_file_finish (self->store, result, error);
  g_main_context_pop_thread_default (context);

  return stream;
}
