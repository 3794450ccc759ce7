/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-store-trash.h"

#include <glib/gi18n.h>

#include "anc-journal.h"
#include "anc-row-store.h"
#include "anc-store-private.h"
#include "anc-trash.h"

/* ---- Deleting -------------------------------------------------------------------------------- */

static gboolean
delete_case (AncDatabase *database,
             AncStore *store,
             gint64 case_key,
             GError **error)
{
  g_autofree char *author = anc_store_dup_author (store);
  g_autoptr (AncCaseRows) rows = anc_row_store_load_case (database, case_key, error);
  g_autoptr (AncChangeSet) creation = NULL;
  g_autoptr (AncChangeSet) changes = NULL;

  if (rows == NULL)
    return FALSE;

  creation = anc_case_rows_dup_creation (rows, N_ ("Delete the case"));
  changes = anc_change_set_new_inverse (creation);
  return anc_journal_write (database, ANC_TRANSACTION_EDIT, 0, changes, author, anc_store_get_time (), error);
}

static void
delete_work (AncDatabase *database,
             GTask *task)
{
  const AncStoreRequest *request = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean done = delete_case (database, g_task_get_source_object (task), request->case_key, &error);

  anc_store_return_boolean (task, done, error);
}

/* Deletes a case: it lies in the trash until that is emptied. */
void
anc_store_delete_case_async (AncStore *self,
                             gint64 case_key,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  AncStoreRequest *request;

  g_return_if_fail (ANC_IS_STORE (self));

  request = anc_store_request_new ();
  request->case_key = case_key;
  anc_store_write (self, request, delete_work, anc_store_delete_case_async, cancellable, callback, user_data);
}

gboolean
anc_store_delete_case_finish (AncStore *self,
                              GAsyncResult *result,
                              GError **error)
{
  return anc_store_finish_boolean (self, result, anc_store_delete_case_async, error);
}

/* ---- Looking and restoring ------------------------------------------------------------------- */

static void
list_work (AncDatabase *database,
           GTask *task)
{
  GError *error = NULL;
  GPtrArray *items = anc_trash_list (database, &error);

  anc_store_return_pointer (task, items, (GDestroyNotify) g_ptr_array_unref, error);
}

void
anc_store_list_trash_async (AncStore *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (ANC_IS_STORE (self));

  anc_store_read (self, NULL, list_work, anc_store_list_trash_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (element-type AncTrashItem) (nullable): the cases and documents deleted, the last
 * first */
GPtrArray *
anc_store_list_trash_finish (AncStore *self,
                             GAsyncResult *result,
                             GError **error)
{
  return anc_store_finish (self, result, anc_store_list_trash_async, error);
}

static void
restore_work (AncDatabase *database,
              GTask *task)
{
  AncStore *self = g_task_get_source_object (task);
  const AncStoreRequest *request = g_task_get_task_data (task);
  g_autofree char *author = anc_store_dup_author (self);
  GError *error = NULL;
  AncChangeSet *changes = anc_trash_restore (database, request->case_key, request->key, author, anc_store_get_time (), &error);

  anc_store_return_pointer (task, changes, (GDestroyNotify) anc_change_set_unref, error);
}

/**
 * anc_store_restore_trash_async:
 * @self: a store
 * @case_key: a deleted case, or the one a document was deleted from
 * @document_key: the document, or 0 for the case
 *
 * Takes something out of the trash, to where it was.
 */
void
anc_store_restore_trash_async (AncStore *self,
                               gint64 case_key,
                               gint64 document_key,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  AncStoreRequest *request;

  g_return_if_fail (ANC_IS_STORE (self));

  request = anc_store_request_new ();
  request->case_key = case_key;
  request->key = document_key;
  anc_store_write (self, request, restore_work, anc_store_restore_trash_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (nullable): what was done, for anc_case_apply() */
AncChangeSet *
anc_store_restore_trash_finish (AncStore *self,
                                GAsyncResult *result,
                                GError **error)
{
  return anc_store_finish (self, result, anc_store_restore_trash_async, error);
}

/* ---- Emptying -------------------------------------------------------------------------------- */

typedef struct
{
  guint n_cases;
  guint n_files;
} Emptied;

static void
empty_work (AncDatabase *database,
            GTask *task)
{
  AncStore *self = g_task_get_source_object (task);
  const AncStoreRequest *request = g_task_get_task_data (task);
  const gint64 now = anc_store_get_time ();
  g_autofree char *author = anc_store_dup_author (self);
  g_autofree Emptied *emptied = g_new0 (Emptied, 1);
  GError *error = NULL;
  gboolean done = anc_trash_empty (database, now - request->count * G_TIME_SPAN_DAY, author, now, &emptied->n_cases, &emptied->n_files, &error);

  anc_store_return_pointer (task, done ? g_steal_pointer (&emptied) : NULL, g_free, error);
}

/**
 * anc_store_empty_trash_async:
 * @self: a store
 * @days: what was deleted this many days ago, or before, goes; 0 for all
 *
 * Removes deleted cases for good, with all that the journal knows of them, and the files that no case has.
 * Backups keep them as long as they are kept.
 */
void
anc_store_empty_trash_async (AncStore *self,
                             guint days,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  AncStoreRequest *request;

  g_return_if_fail (ANC_IS_STORE (self));

  request = anc_store_request_new ();
  request->count = days;
  anc_store_write (self, request, empty_work, anc_store_empty_trash_async, cancellable, callback, user_data);
}

/**
 * anc_store_empty_trash_finish:
 * @n_cases: (out) (optional): how many cases went
 * @n_files: (out) (optional): how many files went
 */
gboolean
anc_store_empty_trash_finish (AncStore *self,
                              GAsyncResult *result,
                              guint *n_cases,
                              guint *n_files,
                              GError **error)
{
  g_autofree Emptied *emptied = anc_store_finish (self, result, anc_store_empty_trash_async, error);

  if (emptied == NULL)
    return FALSE;

  if (n_cases != NULL)
    *n_cases = emptied->n_cases;
  if (n_files != NULL)
    *n_files = emptied->n_files;
  return TRUE;
}
