/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-office-private.h"

#include "anc-store-journal.h"
#include "anc-store-trash.h"

/* What the office asks of the store is asked one after the other, so that an undo never overtakes the edit
 * it takes back, and what comes after an edit that could not be written waits behind it. */

typedef enum
{
  OPERATION_EDIT,
  OPERATION_UNDO,
  OPERATION_REDO,
  OPERATION_TRASH,
} OperationKind;

/**
 * AncOperation:
 * @a_case: (nullable): the live case, kept alive until its edit is written
 * @changes: (nullable): for an edit, what it did
 * @task: (nullable): who waits for the answer; nobody waits for an edit
 */
typedef struct
{
  OperationKind kind;
  gint64 case_key;
  AncCase *a_case;
  AncChangeSet *changes;
  GTask *task;
} AncOperation;

static void
operation_free (AncOperation *self)
{
  g_clear_object (&self->a_case);
  g_clear_pointer (&self->changes, anc_change_set_unref);
  g_clear_object (&self->task);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncOperation, operation_free)

static void
push (AncOffice *self,
      OperationKind kind,
      gint64 case_key,
      AncCase *a_case,
      AncChangeSet *changes,
      GTask *task)
{
  AncOperation *operation = g_new0 (AncOperation, 1);

  operation->kind = kind;
  operation->case_key = case_key;
  g_set_object (&operation->a_case, a_case);
  operation->changes = changes != NULL ? anc_change_set_ref (changes) : NULL;
  g_set_object (&operation->task, task);
  g_queue_push_tail (&self->operations, operation);

  anc_office_run_queue (self);
  anc_office_queue_changed (self);
}

/* Whether trying the same edit again, once the person has done something about it, can succeed. */
static gboolean
can_be_tried_again (const GError *error)
{
  if (error->domain != ANC_STORE_ERROR)
    return TRUE;

  switch ((AncStoreError) error->code)
    {
    case ANC_STORE_ERROR_CONFLICT:
    case ANC_STORE_ERROR_REFUSED:
    case ANC_STORE_ERROR_NOT_FOUND:
    case ANC_STORE_ERROR_EXISTS:
      return FALSE;
    case ANC_STORE_ERROR_NOT_A_STORE:
    case ANC_STORE_ERROR_PASSPHRASE:
    case ANC_STORE_ERROR_NEWER:
    case ANC_STORE_ERROR_DAMAGED:
    case ANC_STORE_ERROR_READ_ONLY:
    case ANC_STORE_ERROR_FULL:
    case ANC_STORE_ERROR_BUSY:
    case ANC_STORE_ERROR_IO:
    case ANC_STORE_ERROR_MEMORY:
    case ANC_STORE_ERROR_FAILED:
    default:
      return TRUE;
    }
}

static gboolean
inserts_case (const AncChangeSet *changes)
{
  const AncChange *first = anc_change_set_get (changes, 0);

  return first->before == NULL && first->after->table->id == ANC_TABLE_CASES;
}

static gboolean
deletes_case (const AncChangeSet *changes)
{
  const guint count = anc_change_set_get_count (changes);
  const AncChange *last = count > 0 ? anc_change_set_get (changes, count - 1) : NULL;

  return last != NULL && last->after == NULL && last->before->table->id == ANC_TABLE_CASES;
}

/* Takes back an edit that the store refused, and those of the same case that were built on it. */
static void
take_back (AncOffice *self,
           gint64 case_key,
           const GError *error)
{
  gboolean was_created = FALSE;

  for (GList *link = self->operations.tail; link != NULL;)
    {
      GList *previous = link->prev;
      AncOperation *operation = link->data;

      if (operation->case_key == case_key)
        {
          if (operation->kind == OPERATION_EDIT)
            {
              g_autoptr (AncChangeSet) inverse = anc_change_set_new_inverse (operation->changes);

              was_created |= inserts_case (operation->changes);
              anc_case_apply (operation->a_case, inverse);
            }
          else
            g_task_return_error (operation->task, g_error_copy (error));

          g_queue_delete_link (&self->operations, link);
          operation_free (operation);
        }
      link = previous;
    }

  if (was_created)
    anc_office_emit_removed (self, case_key);
}

static void
fail (AncOffice *self,
      AncOperation *operation,
      GError *error)
{
  const gboolean kept = can_be_tried_again (error);

  if (operation->kind != OPERATION_EDIT)
    {
      g_task_return_error (operation->task, g_error_copy (error));
      operation_free (g_queue_pop_head (&self->operations));
      return;
    }

  if (kept)
    self->stall = g_error_copy (error);
  else
    take_back (self, operation->case_key, error);
  anc_office_emit_failed (self, error, kept);
}

/* An undo or redo comes back as the changes it made. */
static void
show_reverted (AncOffice *self,
               AncOperation *operation,
               AncChangeSet *changes)
{
  anc_case_apply (operation->a_case, changes);
  if (deletes_case (changes))
    anc_office_emit_removed (self, operation->case_key);
  else
    anc_office_emit_changed (self, operation->case_key);
}

static void
operation_done_cb (GObject *source,
                   GAsyncResult *result,
                   gpointer user_data)
{
  g_autoptr (AncOffice) self = user_data;
  AncStore *store = ANC_STORE (source);
  AncOperation *operation = g_queue_peek_head (&self->operations);
  g_autoptr (AncChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;

  switch (operation->kind)
    {
    case OPERATION_EDIT:
      anc_store_commit_finish (store, result, &error);
      break;
    case OPERATION_UNDO:
      changes = anc_store_undo_finish (store, result, &error);
      break;
    case OPERATION_REDO:
      changes = anc_store_redo_finish (store, result, &error);
      break;
    case OPERATION_TRASH:
      anc_store_delete_case_finish (store, result, &error);
      break;
    default:
      g_assert_not_reached ();
    }

  self->is_writing = FALSE;
  if (error != NULL)
    fail (self, operation, error);
  else
    {
      g_autoptr (AncOperation) done = g_queue_pop_head (&self->operations);

      if (done->kind == OPERATION_TRASH)
        anc_office_emit_removed (self, done->case_key);
      else if (changes != NULL)
        show_reverted (self, done, changes);
      else
        anc_office_emit_changed (self, done->case_key);
      if (done->task != NULL)
        g_task_return_boolean (done->task, TRUE);
    }

  anc_office_run_queue (self);
  anc_office_queue_changed (self);
}

/* Once the queue is empty, or stuck, whoever wants to close the office is told. */
static void
answer_closing (AncOffice *self)
{
  g_autoptr (GTask) closing = g_steal_pointer (&self->closing);

  if (closing == NULL)
    return;

  if (self->stall != NULL)
    g_task_return_error (closing, g_error_copy (self->stall));
  else
    g_task_return_boolean (closing, TRUE);
}

void
anc_office_run_queue (AncOffice *self)
{
  AncOperation *operation = g_queue_peek_head (&self->operations);

  if (self->is_writing)
    return;
  if (operation == NULL || self->stall != NULL)
    {
      answer_closing (self);
      return;
    }

  self->is_writing = TRUE;
  g_object_ref (self);
  switch (operation->kind)
    {
    case OPERATION_EDIT:
      anc_store_commit_async (self->store, operation->changes, NULL, operation_done_cb, self);
      break;
    case OPERATION_UNDO:
      anc_store_undo_edit_async (self->store, operation->case_key, NULL, operation_done_cb, self);
      break;
    case OPERATION_REDO:
      anc_store_redo_async (self->store, operation->case_key, NULL, operation_done_cb, self);
      break;
    case OPERATION_TRASH:
      anc_store_delete_case_async (self->store, operation->case_key, NULL, operation_done_cb, self);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
anc_office_queue_edit (AncOffice *self,
                       AncCase *a_case,
                       AncChangeSet *changes)
{
  push (self, OPERATION_EDIT, anc_case_get_key (a_case), a_case, changes, NULL);
}

void
anc_office_clear_queue (AncOffice *self)
{
  g_queue_clear_full (&self->operations, (GDestroyNotify) operation_free);
}

static void
push_task (AncOffice *self,
           OperationKind kind,
           gint64 case_key,
           AncCase *a_case,
           GTask *task)
{
  if (self->stall != NULL)
    g_task_return_error (task, g_error_copy (self->stall));
  else
    push (self, kind, case_key, a_case, NULL, task);
}

/**
 * anc_office_undo_async:
 * @self: an office
 * @a_case: one of its live cases
 * @cancellable: (nullable): unused once the store has begun
 * @callback: called when the live case is as it was before its last edit
 * @user_data: for @callback
 *
 * Takes back the last edit of a case, whoever made it and whenever; fails with %ANC_STORE_ERROR_NOT_FOUND
 * where there is none, or only that which made the case.
 */
void
anc_office_undo_async (AncOffice *self,
                       AncCase *a_case,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ANC_IS_OFFICE (self));
  g_return_if_fail (ANC_IS_CASE (a_case));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, anc_office_undo_async);
  anc_case_end (a_case);
  push_task (self, OPERATION_UNDO, anc_case_get_key (a_case), a_case, task);
}

/**
 * anc_office_redo_async:
 * @self: an office
 * @a_case: one of its live cases
 * @cancellable: (nullable): unused once the store has begun
 * @callback: called when the live case is as it was before its last undo
 * @user_data: for @callback
 *
 * Takes back the last undo; fails with %ANC_STORE_ERROR_NOT_FOUND where there is none.
 */
void
anc_office_redo_async (AncOffice *self,
                       AncCase *a_case,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ANC_IS_OFFICE (self));
  g_return_if_fail (ANC_IS_CASE (a_case));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, anc_office_redo_async);
  anc_case_end (a_case);
  push_task (self, OPERATION_REDO, anc_case_get_key (a_case), a_case, task);
}

gboolean
anc_office_undo_finish (AncOffice *self,
                        GAsyncResult *result,
                        GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * anc_office_trash_case_async:
 * @self: an office
 * @case_key: one of its cases
 * @cancellable: (nullable): unused once the store has begun
 * @callback: called when the case is in the trash
 * @user_data: for @callback
 *
 * Puts a case into the trash, from where anc_office_restore_case_async() takes it back.
 */
void
anc_office_trash_case_async (AncOffice *self,
                             gint64 case_key,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  AncCase *live;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ANC_IS_OFFICE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, anc_office_trash_case_async);
  live = anc_office_peek_case (self, case_key);
  if (live != NULL)
    anc_case_end (live);
  push_task (self, OPERATION_TRASH, case_key, live, task);
}

gboolean
anc_office_trash_case_finish (AncOffice *self,
                              GAsyncResult *result,
                              GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * anc_office_retry:
 * @self: an office
 *
 * Tries again to write the edits that wait after a failure. `failed` tells if it fails again.
 */
void
anc_office_retry (AncOffice *self)
{
  g_return_if_fail (ANC_IS_OFFICE (self));

  g_clear_error (&self->stall);
  anc_office_run_queue (self);
}
