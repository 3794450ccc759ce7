/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-journal.h"
#include "anc-row-store.h"
#include "anc-store-private.h"

/* ---- Writing --------------------------------------------------------------------------------- */

static void
commit_work (AncDatabase *database,
             GTask *task)
{
  AncStore *self = g_task_get_source_object (task);
  const AncStoreRequest *request = g_task_get_task_data (task);
  g_autofree char *author = anc_store_dup_author (self);
  GError *error = NULL;
  gboolean done = anc_journal_write (database, ANC_TRANSACTION_EDIT, 0, request->data, author, anc_store_get_time (), &error);

  anc_store_return_boolean (task, done, error);
}

/**
 * anc_store_commit_async:
 * @self: a store
 * @changes: what was done to one case; an empty set is no change
 *
 * Writes an edit, as one entry of the journal. It is on the disk when this is answered.
 * %ANC_STORE_ERROR_CONFLICT where a record is no longer what @changes has it before, and nothing is written.
 */
void
anc_store_commit_async (AncStore *self,
                        AncChangeSet *changes,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  AncStoreRequest *request;

  g_return_if_fail (ANC_IS_STORE (self));
  g_return_if_fail (changes != NULL);

  if (anc_change_set_get_count (changes) == 0)
    {
      g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

      g_task_set_source_tag (task, anc_store_commit_async);
      g_task_return_boolean (task, TRUE);
      return;
    }

  request = anc_store_request_new ();
  request->data = anc_change_set_ref (changes);
  request->free_data = (GDestroyNotify) anc_change_set_unref;
  anc_store_write (self, request, commit_work, anc_store_commit_async, cancellable, callback, user_data);
  if (!self->is_read_only)
    anc_store_back_up_if_due (self);
}

gboolean
anc_store_commit_finish (AncStore *self,
                         GAsyncResult *result,
                         GError **error)
{
  return anc_store_finish_boolean (self, result, anc_store_commit_async, error);
}

/* ---- Lists ----------------------------------------------------------------------------------- */

static void
entry_free (gpointer data)
{
  AncCaseEntry *self = data;

  g_free (self->reference);
  g_free (self->family_name);
  g_free (self->given_names);
  g_free (self->state);
  g_free (self->tags);
  g_free (self);
}

#define ENTRY_COLUMNS                                                  \
  "c.key, c.reference, c.family_name, c.given_names, c.state, c.tags," \
  " (SELECT time FROM journal WHERE id = " ANC_JOURNAL_LAST_OF ("c.key", ANC_JOURNAL_LAST) " << 20)"

static GPtrArray *
read_entries (AncStatement *statement,
              GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  AncStep step;

  while ((step = anc_statement_step (statement, error)) == ANC_STEP_ROW)
    {
      AncCaseEntry *entry = g_new0 (AncCaseEntry, 1);

      entry->key = anc_statement_get_integer (statement, 0);
      entry->reference = g_strdup (anc_statement_get_text (statement, 1));
      entry->family_name = g_strdup (anc_statement_get_text (statement, 2));
      entry->given_names = g_strdup (anc_statement_get_text (statement, 3));
      entry->state = g_strdup (anc_statement_get_text (statement, 4));
      entry->tags = g_strdup (anc_statement_get_text (statement, 5));
      entry->changed = anc_statement_get_integer (statement, 6);
      g_ptr_array_add (entries, entry);
    }

  return step == ANC_STEP_DONE ? g_steal_pointer (&entries) : NULL;
}

static GPtrArray *
list_by_name (AncDatabase *database,
              guint start,
              guint count,
              GError **error)
{
  g_autoptr (AncStatement) statement = NULL;

  statement = anc_database_prepare (database, "SELECT " ENTRY_COLUMNS " FROM cases AS c ORDER BY c.sort_name, c.key LIMIT ?1 OFFSET ?2", error);
  if (statement == NULL)
    return NULL;

  anc_statement_bind_integer (statement, 1, count);
  anc_statement_bind_integer (statement, 2, start);
  return read_entries (statement, error);
}

static GPtrArray *
load_entry (AncDatabase *database,
            gint64 case_key,
            GError **error)
{
  g_autoptr (AncStatement) statement = anc_database_prepare (database, "SELECT " ENTRY_COLUMNS " FROM cases AS c WHERE c.key = ?1", error);

  if (statement == NULL)
    return NULL;

  anc_statement_bind_integer (statement, 1, case_key);
  return read_entries (statement, error);
}

/* Reads the journal from its end, until it has met enough cases. */
static GPtrArray *
list_by_change (AncDatabase *database,
                guint start,
                guint count,
                GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (AncStatement) statement = NULL;
  AncStep step = ANC_STEP_DONE;
  guint n_met = 0;

  statement = anc_database_prepare (database,
                                    ANC_JOURNAL_DOWN_FROM (ANC_JOURNAL_LAST) "SELECT case_key FROM down CROSS JOIN journal ON id = down.entry << 20",
                                    error);
  if (statement == NULL)
    return NULL;

  while (entries->len < count && (step = anc_statement_step (statement, error)) == ANC_STEP_ROW)
    {
      const gint64 case_key = anc_statement_get_integer (statement, 0);
      g_autoptr (GPtrArray) found = NULL;

      if (!g_hash_table_add (seen, g_memdup2 (&case_key, sizeof case_key)))
        continue;
      found = load_entry (database, case_key, error);
      if (found == NULL)
        return NULL;
      if (found->len > 0 && n_met++ >= start)
        g_ptr_array_extend_and_steal (entries, g_steal_pointer (&found));
    }

  return step != ANC_STEP_ERROR ? g_steal_pointer (&entries) : NULL;
}

static void
list_work (AncDatabase *database,
           GTask *task)
{
  const AncStoreRequest *request = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *entries;

  entries = request->number == ANC_CASE_ORDER_NAME ? list_by_name (database, request->start, request->count, &error)
                                                   : list_by_change (database, request->start, request->count, &error);
  anc_store_return_pointer (task, entries, (GDestroyNotify) g_ptr_array_unref, error);
}

/**
 * anc_store_list_cases_async:
 * @self: a store
 * @order: in which order
 * @start: how many to pass over
 * @count: how many at most
 *
 * Lists cases, without those in the trash.
 */
void
anc_store_list_cases_async (AncStore *self,
                            AncCaseOrder order,
                            guint start,
                            guint count,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  AncStoreRequest *request;

  g_return_if_fail (ANC_IS_STORE (self));
  g_return_if_fail (order <= ANC_CASE_ORDER_CHANGED);

  request = anc_store_request_new ();
  request->number = order;
  request->start = start;
  request->count = count;
  anc_store_read (self, request, list_work, anc_store_list_cases_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (element-type AncCaseEntry) (nullable): the cases */
GPtrArray *
anc_store_list_cases_finish (AncStore *self,
                             GAsyncResult *result,
                             GError **error)
{
  return anc_store_finish (self, result, anc_store_list_cases_async, error);
}

static void
find_work (AncDatabase *database,
           GTask *task)
{
  const AncStoreRequest *request = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AncStatement) statement = NULL;
  GPtrArray *entries = NULL;

  statement = anc_database_prepare (database, "SELECT " ENTRY_COLUMNS " FROM cases AS c WHERE c.reference = ?1 ORDER BY c.key", &error);
  if (statement != NULL)
    {
      anc_statement_bind_text (statement, 1, request->text);
      entries = read_entries (statement, &error);
    }
  anc_store_return_pointer (task, entries, (GDestroyNotify) g_ptr_array_unref, error);
}

/**
 * anc_store_find_cases_async:
 * @self: a store
 * @reference: the office's own number, as it was typed
 *
 * Finds the cases of this reference: none, one, or several where someone gave a number twice.
 */
void
anc_store_find_cases_async (AncStore *self,
                            const char *reference,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  AncStoreRequest *request;

  g_return_if_fail (ANC_IS_STORE (self));
  g_return_if_fail (reference != NULL);

  request = anc_store_request_new ();
  request->text = g_strdup (reference);
  anc_store_read (self, request, find_work, anc_store_find_cases_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (element-type AncCaseEntry) (nullable): the cases */
GPtrArray *
anc_store_find_cases_finish (AncStore *self,
                             GAsyncResult *result,
                             GError **error)
{
  return anc_store_finish (self, result, anc_store_find_cases_async, error);
}

/* ---- Whole cases ----------------------------------------------------------------------------- */

static void
load_work (AncDatabase *database,
           GTask *task)
{
  const AncStoreRequest *request = g_task_get_task_data (task);
  GError *error = NULL;
  AncCaseRows *rows = anc_row_store_load_case (database, request->case_key, &error);

  anc_store_return_pointer (task, rows, (GDestroyNotify) anc_case_rows_unref, error);
}

/* Loads a case; %ANC_STORE_ERROR_NOT_FOUND where there is none of this key. */
void
anc_store_load_case_async (AncStore *self,
                           gint64 case_key,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  AncStoreRequest *request;

  g_return_if_fail (ANC_IS_STORE (self));

  request = anc_store_request_new ();
  request->case_key = case_key;
  anc_store_read (self, request, load_work, anc_store_load_case_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (nullable): the case */
AncCaseRows *
anc_store_load_case_finish (AncStore *self,
                            GAsyncResult *result,
                            GError **error)
{
  return anc_store_finish (self, result, anc_store_load_case_async, error);
}

typedef struct
{
  AncCaseVisitor visit;
  gpointer user_data;
} Visit;

static void
visit_work (AncDatabase *database,
            GTask *task)
{
  const AncStoreRequest *request = g_task_get_task_data (task);
  const Visit *visit = request->data;
  GError *error = NULL;
  g_autoptr (AncCaseCursor) cursor = anc_case_cursor_new (database, &error);
  gboolean goes_on = cursor != NULL;

  while (goes_on)
    {
      g_autoptr (AncCaseRows) rows = anc_case_cursor_next (cursor, &error);

      goes_on = rows != NULL && visit->visit (rows, visit->user_data)
                && !g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error);
    }
  g_clear_pointer (&cursor, anc_case_cursor_free);

  anc_store_return_boolean (task, error == NULL, error);
}

/**
 * anc_store_visit_cases_async:
 * @self: a store
 * @visitor: called for each case, in the order of their keys
 * @visitor_data: for @visitor; stays until the call is answered
 *
 * Goes through all cases, as they are at one moment, reading each table once.
 */
void
anc_store_visit_cases_async (AncStore *self,
                             AncCaseVisitor visitor,
                             gpointer visitor_data,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  AncStoreRequest *request;
  Visit *visit;

  g_return_if_fail (ANC_IS_STORE (self));
  g_return_if_fail (visitor != NULL);

  visit = g_new (Visit, 1);
  visit->visit = visitor;
  visit->user_data = visitor_data;
  request = anc_store_request_new ();
  request->data = visit;
  request->free_data = g_free;
  anc_store_read (self, request, visit_work, anc_store_visit_cases_async, cancellable, callback, user_data);
}

gboolean
anc_store_visit_cases_finish (AncStore *self,
                              GAsyncResult *result,
                              GError **error)
{
  return anc_store_finish_boolean (self, result, anc_store_visit_cases_async, error);
}
