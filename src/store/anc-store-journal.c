/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-store-journal.h"

#include "anc-journal.h"
#include "anc-store-private.h"

/* ---- Undo and redo --------------------------------------------------------------------------- */

/* What takes back the entry that made a case ends with the row of the case, gone. */
static gboolean
deletes_case (const AncChangeSet *changes)
{
  const guint count = anc_change_set_get_count (changes);
  const AncChange *last = count > 0 ? anc_change_set_get (changes, count - 1) : NULL;

  return last != NULL && last->after == NULL && last->before->table->id == ANC_TABLE_CASES;
}

/* Takes back an entry of the journal by another one. */
static AncChangeSet *
revert (AncDatabase *database,
        AncStore *store,
        AncTransactionKind kind,
        gint64 entry,
        gboolean keeps_case,
        GError **error)
{
  g_autofree char *author = anc_store_dup_author (store);
  g_autoptr (AncChangeSet) done = anc_journal_load_changes (database, entry, error);
  g_autoptr (AncChangeSet) inverse = NULL;

  if (done == NULL)
    return NULL;

  inverse = anc_change_set_new_inverse (done);
  if (keeps_case && deletes_case (inverse))
    {
      g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND, "there is nothing to take back but the case itself");
      return NULL;
    }
  if (!anc_journal_write (database, kind, entry, inverse, author, anc_store_get_time (), error))
    return NULL;

  return g_steal_pointer (&inverse);
}

static void
revert_work (AncDatabase *database,
             GTask *task)
{
  AncStore *self = g_task_get_source_object (task);
  const AncStoreRequest *request = g_task_get_task_data (task);
  const AncTransactionKind kind = (AncTransactionKind) request->number;
  AncChangeSet *changes = NULL;
  GError *error = NULL;
  gint64 entry;

  entry = kind == ANC_TRANSACTION_UNDO ? anc_journal_find_undo (database, request->case_key, &error)
                                       : anc_journal_find_redo (database, request->case_key, &error);
  if (entry != 0)
    changes = revert (database, self, kind, entry, request->key != 0, &error);

  anc_store_return_pointer (task, changes, (GDestroyNotify) anc_change_set_unref, error);
}

static void
ask_to_revert (AncStore *self,
               AncTransactionKind kind,
               gint64 case_key,
               gboolean keeps_case,
               gpointer tag,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  AncStoreRequest *request = anc_store_request_new ();

  request->number = kind;
  request->case_key = case_key;
  request->key = keeps_case;
  anc_store_write (self, request, revert_work, tag, cancellable, callback, user_data);
}

/**
 * anc_store_undo_async:
 * @self: a store
 * @case_key: a case
 *
 * Takes back the last edit of the case that was not taken back yet, however long ago it was.
 * %ANC_STORE_ERROR_NOT_FOUND where there is none.
 */
void
anc_store_undo_async (AncStore *self,
                      gint64 case_key,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_return_if_fail (ANC_IS_STORE (self));

  ask_to_revert (self, ANC_TRANSACTION_UNDO, case_key, FALSE, anc_store_undo_async, cancellable, callback, user_data);
}

/**
 * anc_store_undo_edit_async:
 * @self: a store
 * @case_key: a case
 *
 * As anc_store_undo_async(), but stops at what made the case: for someone who looks at it and would see it vanish,
 * with nothing left to redo on. To be finished with anc_store_undo_finish().
 */
void
anc_store_undo_edit_async (AncStore *self,
                           gint64 case_key,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (ANC_IS_STORE (self));

  ask_to_revert (self, ANC_TRANSACTION_UNDO, case_key, TRUE, anc_store_undo_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (nullable): what was done, for anc_case_apply(); labelled as what was taken back */
AncChangeSet *
anc_store_undo_finish (AncStore *self,
                       GAsyncResult *result,
                       GError **error)
{
  return anc_store_finish (self, result, anc_store_undo_async, error);
}

/**
 * anc_store_redo_async:
 * @self: a store
 * @case_key: a case
 *
 * Takes back the last undo, unless the case was edited since. %ANC_STORE_ERROR_NOT_FOUND where there is none.
 */
void
anc_store_redo_async (AncStore *self,
                      gint64 case_key,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_return_if_fail (ANC_IS_STORE (self));

  ask_to_revert (self, ANC_TRANSACTION_REDO, case_key, FALSE, anc_store_redo_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (nullable): what was done, for anc_case_apply() */
AncChangeSet *
anc_store_redo_finish (AncStore *self,
                       GAsyncResult *result,
                       GError **error)
{
  return anc_store_finish (self, result, anc_store_redo_async, error);
}

/* ---- Reading --------------------------------------------------------------------------------- */

static void
list_work (AncDatabase *database,
           GTask *task)
{
  const AncStoreRequest *request = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *list = anc_journal_list (database, request->case_key, request->number, request->count, &error);

  anc_store_return_pointer (task, list, (GDestroyNotify) g_ptr_array_unref, error);
}

/**
 * anc_store_list_transactions_async:
 * @self: a store
 * @case_key: a case, or 0 for all
 * @before: the number of the first entry not to list, or 0 to begin with the last one
 * @count: how many at most
 *
 * Lists the journal, the last entry first.
 */
void
anc_store_list_transactions_async (AncStore *self,
                                   gint64 case_key,
                                   gint64 before,
                                   guint count,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  AncStoreRequest *request;

  g_return_if_fail (ANC_IS_STORE (self));

  request = anc_store_request_new ();
  request->case_key = case_key;
  request->number = before;
  request->count = count;
  anc_store_read (self, request, list_work, anc_store_list_transactions_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (element-type AncTransaction) (nullable): the entries */
GPtrArray *
anc_store_list_transactions_finish (AncStore *self,
                                    GAsyncResult *result,
                                    GError **error)
{
  return anc_store_finish (self, result, anc_store_list_transactions_async, error);
}

static void
load_work (AncDatabase *database,
           GTask *task)
{
  const AncStoreRequest *request = g_task_get_task_data (task);
  GError *error = NULL;
  AncChangeSet *changes = anc_journal_load_changes (database, request->number, &error);

  anc_store_return_pointer (task, changes, (GDestroyNotify) anc_change_set_unref, error);
}

/* Loads what an entry of the journal did; a purged one did nothing that is still known. */
void
anc_store_load_transaction_async (AncStore *self,
                                  gint64 id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  AncStoreRequest *request;

  g_return_if_fail (ANC_IS_STORE (self));

  request = anc_store_request_new ();
  request->number = id;
  anc_store_read (self, request, load_work, anc_store_load_transaction_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (nullable): the changes */
AncChangeSet *
anc_store_load_transaction_finish (AncStore *self,
                                   GAsyncResult *result,
                                   GError **error)
{
  return anc_store_finish (self, result, anc_store_load_transaction_async, error);
}

static void
history_work (AncDatabase *database,
              GTask *task)
{
  const AncStoreRequest *request = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *list = anc_journal_list_history (database, request->case_key, request->key, &error);

  anc_store_return_pointer (task, list, (GDestroyNotify) g_ptr_array_unref, error);
}

/* Lists what became of one record, the first change first. */
void
anc_store_list_history_async (AncStore *self,
                              gint64 case_key,
                              gint64 key,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  AncStoreRequest *request;

  g_return_if_fail (ANC_IS_STORE (self));

  request = anc_store_request_new ();
  request->case_key = case_key;
  request->key = key;
  anc_store_read (self, request, history_work, anc_store_list_history_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (element-type AncHistoryEntry) (nullable): the changes */
GPtrArray *
anc_store_list_history_finish (AncStore *self,
                               GAsyncResult *result,
                               GError **error)
{
  return anc_store_finish (self, result, anc_store_list_history_async, error);
}

static void
load_at_work (AncDatabase *database,
              GTask *task)
{
  const AncStoreRequest *request = g_task_get_task_data (task);
  GError *error = NULL;
  AncCaseRows *rows = anc_journal_load_case_at (database, request->case_key, request->number, &error);

  anc_store_return_pointer (task, rows, (GDestroyNotify) anc_case_rows_unref, error);
}

/**
 * anc_store_load_case_at_async:
 * @self: a store
 * @case_key: a case
 * @time: µs UTC
 *
 * Loads a case as it was at that time. %ANC_STORE_ERROR_NOT_FOUND where it was not there then.
 */
void
anc_store_load_case_at_async (AncStore *self,
                              gint64 case_key,
                              gint64 time,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  AncStoreRequest *request;

  g_return_if_fail (ANC_IS_STORE (self));

  request = anc_store_request_new ();
  request->case_key = case_key;
  request->number = time;
  anc_store_read (self, request, load_at_work, anc_store_load_case_at_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (nullable): the case */
AncCaseRows *
anc_store_load_case_at_finish (AncStore *self,
                               GAsyncResult *result,
                               GError **error)
{
  return anc_store_finish (self, result, anc_store_load_case_at_async, error);
}
