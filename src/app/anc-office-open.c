/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-office-private.h"

/* How an office is made, opened and closed. */

static void
return_office (GTask *task,
               AncStore *store,
               GError *error)
{
  AncOffice *self;

  if (store == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  self = g_object_new (ANC_TYPE_OFFICE, NULL);
  self->store = store;
  self->rules = anc_rules_ref (g_task_get_task_data (task));
  self->exhibits = anc_exhibit_library_new (store);
  g_task_return_pointer (task, self, g_object_unref);
}

static void
created_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  AncStore *store = anc_store_create_finish (result, &error);

  return_office (task, store, error);
}

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  AncStore *store = anc_store_open_finish (result, &error);

  return_office (task, store, error);
}

/**
 * anc_office_create_async:
 * @path: where no file stands yet
 * @passphrase: (nullable): what it will take to open it; %NULL for a file that anyone can read
 * @rules: the law its cases are judged by
 * @cancellable: (nullable): to give up
 * @callback: called with an empty office; ends with anc_office_open_finish()
 * @user_data: for @callback
 */
void
anc_office_create_async (const char *path,
                         const char *passphrase,
                         AncRules *rules,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (path != NULL);
  g_return_if_fail (rules != NULL);

  g_task_set_source_tag (task, anc_office_create_async);
  g_task_set_task_data (task, anc_rules_ref (rules), (GDestroyNotify) anc_rules_unref);
  anc_store_create_async (path, passphrase, cancellable, created_cb, g_steal_pointer (&task));
}

/**
 * anc_office_open_async:
 * @path: a store
 * @passphrase: (nullable): its passphrase
 * @rules: the law its cases are judged by
 * @cancellable: (nullable): to give up
 * @callback: called with the office
 * @user_data: for @callback
 *
 * Fails with %ANC_STORE_ERROR_PASSPHRASE where the store has one and @passphrase is not it.
 */
void
anc_office_open_async (const char *path,
                       const char *passphrase,
                       AncRules *rules,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (path != NULL);
  g_return_if_fail (rules != NULL);

  g_task_set_source_tag (task, anc_office_open_async);
  g_task_set_task_data (task, anc_rules_ref (rules), (GDestroyNotify) anc_rules_unref);
  anc_store_open_async (path, passphrase, 0, cancellable, opened_cb, g_steal_pointer (&task));
}

/**
 * anc_office_open_finish:
 * @result: what the callback was given
 * @error: return location for an #AncStoreError
 *
 * Returns: (transfer full): the office; the day it works on is still to be set
 */
AncOffice *
anc_office_open_finish (GAsyncResult *result,
                        GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

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
