/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-office-private.h"

/* How an office is closed. */

static void
closed_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (anc_store_close_finish (ANC_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
stopped_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AncOffice *self = g_task_get_source_object (task);

  anc_intake_stop_finish (ANC_INTAKE (source), result, NULL); /* what it left goes on another day */
  anc_store_close_async (self->store, NULL, closed_cb, g_steal_pointer (&task));
}

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  AncOffice *self = ANC_OFFICE (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  anc_office_forget_cases (self);
  if (self->intake != NULL)
    anc_intake_stop_async (self->intake, stopped_cb, g_steal_pointer (&task));
  else
    anc_store_close_async (self->store, NULL, closed_cb, g_steal_pointer (&task));
}

/**
 * anc_office_close_async:
 * @self: an office
 * @callback: called when all is written and the file let go of
 * @user_data: for @callback
 *
 * Writes what is still being typed, then closes the store. Fails, and stays open, where edits wait after a
 * failure. Once closed the office can only be dropped.
 */
void
anc_office_close_async (AncOffice *self,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GList) live = NULL;

  g_return_if_fail (ANC_IS_OFFICE (self));
  g_return_if_fail (self->closing == NULL);

  live = g_hash_table_get_values (self->live);
  for (GList *link = live; link != NULL; link = link->next)
    anc_case_end (link->data);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, anc_office_close_async);
  self->closing = g_task_new (self, NULL, written_cb, g_steal_pointer (&task));
  anc_office_run_queue (self);
}

gboolean
anc_office_close_finish (AncOffice *self,
                         GAsyncResult *result,
                         GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
