/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-store-search.h"

#include "anc-search.h"
#include "anc-store-private.h"

static void
search_work (AncDatabase *database,
             GTask *task)
{
  const AncStoreRequest *request = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *hits = anc_search_run (database, request->text, request->case_key, request->count, &error);

  anc_store_return_pointer (task, hits, (GDestroyNotify) g_ptr_array_unref, error);
}

/* The index follows the journal by itself; whoever asks before it is there waits for it. */
static void
catch_up_work (AncDatabase *database,
               GTask *task)
{
  AncStore *self = g_task_get_source_object (task);
  gboolean is_complete = FALSE;
  GError *error = NULL;

  while (!is_complete && anc_search_catch_up (database, 1000, &is_complete, &error))
    ;
  if (error != NULL)
    g_task_return_error (task, error);
  else
    anc_worker_push (self->readers, g_object_ref (task), search_work);
}

static void
search_or_wait_work (AncDatabase *database,
                     GTask *task)
{
  AncStore *self = g_task_get_source_object (task);
  gint64 n_waiting = 0;
  GError *error = NULL;

  if (!anc_search_count_waiting (database, &n_waiting, &error))
    g_task_return_error (task, error);
  else if (n_waiting > 0 && !self->is_read_only)
    anc_worker_push (self->writer, g_object_ref (task), catch_up_work);
  else
    search_work (database, task);
}

/**
 * anc_store_search_async:
 * @self: a store
 * @words: what the person typed so far
 * @case_key: the case to search, or 0 for all
 * @count: how many hits at most
 *
 * Finds what holds, for each word typed, a word beginning with it, in names, references, employers, SIRET,
 * titles, notes and the text of documents; case, accents and ligatures make no difference.
 */
void
anc_store_search_async (AncStore *self,
                        const char *words,
                        gint64 case_key,
                        guint count,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  AncStoreRequest *request;

  g_return_if_fail (ANC_IS_STORE (self));
  g_return_if_fail (words != NULL);

  request = anc_store_request_new ();
  request->text = g_strdup (words);
  request->case_key = case_key;
  request->count = count;
  anc_store_read (self, request, search_or_wait_work, anc_store_search_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (element-type AncSearchHit) (nullable): the hits, the best first */
GPtrArray *
anc_store_search_finish (AncStore *self,
                         GAsyncResult *result,
                         GError **error)
{
  return anc_store_finish (self, result, anc_store_search_async, error);
}
