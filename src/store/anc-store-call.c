/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-store-private.h"

/* How a call travels: the caller's request goes to a thread, its answer back as a GTask. */

AncStoreRequest *
anc_store_request_new (void)
{
  return g_new0 (AncStoreRequest, 1);
}

void
anc_store_request_free (AncStoreRequest *self)
{
  if (self == NULL)
    return;

  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self->text);
  anc_passphrase_free (self->secret);
  g_strfreev (self->texts);
  g_free (self);
}

static GTask *
make_task (AncStore *self,
           AncStoreRequest *request,
           gpointer tag,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  if (request != NULL)
    g_task_set_task_data (task, request, (GDestroyNotify) anc_store_request_free);

  return task;
}

/**
 * anc_store_read:
 * @request: (nullable) (transfer full): what is asked
 * @work: answers it, in a transaction that @work neither begins nor ends
 * @tag: the public function
 */
void
anc_store_read (AncStore *self,
                AncStoreRequest *request,
                AncWork work,
                gpointer tag,
                GCancellable *cancellable,
                GAsyncReadyCallback callback,
                gpointer user_data)
{
  g_autoptr (GTask) task = make_task (self, request, tag, cancellable, callback, user_data);

  if (self->readers == NULL)
    g_task_return_new_error (task, ANC_STORE_ERROR, ANC_STORE_ERROR_FAILED, "the store is closed");
  else
    anc_worker_push (self->readers, g_steal_pointer (&task), work);
}

/**
 * anc_store_write:
 * @request: (nullable) (transfer full): what is asked
 * @work: does it
 * @tag: the public function
 *
 * Hands @work to the thread that writes. What was written is acknowledged even where the call was cancelled
 * meanwhile.
 */
void
anc_store_write (AncStore *self,
                 AncStoreRequest *request,
                 AncWork work,
                 gpointer tag,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  g_autoptr (GTask) task = make_task (self, request, tag, cancellable, callback, user_data);

  g_task_set_check_cancellable (task, FALSE);
  if (self->is_read_only)
    g_task_return_new_error (task, ANC_STORE_ERROR, ANC_STORE_ERROR_READ_ONLY, "the store was opened to be read");
  else if (self->writer == NULL)
    g_task_return_new_error (task, ANC_STORE_ERROR, ANC_STORE_ERROR_FAILED, "the store is closed");
  else
    anc_worker_push (self->writer, g_steal_pointer (&task), work);
}

/* Returns: (transfer full) (nullable): what the work returned */
gpointer
anc_store_finish (AncStore *self,
                  GAsyncResult *result,
                  gpointer tag,
                  GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == tag, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
anc_store_finish_boolean (AncStore *self,
                          GAsyncResult *result,
                          gpointer tag,
                          GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == tag, FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Answers a task; @error is (transfer full) (nullable), and set exactly where it failed. */
void
anc_store_return_boolean (GTask *task,
                          gboolean succeeded,
                          GError *error)
{
  g_assert (succeeded == (error == NULL));

  if (succeeded)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
anc_store_return_pointer (GTask *task,
                          gpointer result,
                          GDestroyNotify free_result,
                          GError *error)
{
  g_assert ((result != NULL) == (error == NULL));

  if (result != NULL)
    g_task_return_pointer (task, result, free_result);
  else
    g_task_return_error (task, error);
}
