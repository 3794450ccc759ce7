/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-check.h"
#include "anc-journal.h"
#include "anc-store-private.h"

/* Questions to a store as a whole. */

/* ---- Check ----------------------------------------------------------------------------------- */

static void
check_work (AncDatabase *database,
            GTask *task)
{
  AncStore *self = g_task_get_source_object (task);
  GError *error = NULL;
  char **problems = NULL;

  if (self->is_read_only || anc_store_follow_journal (database, &error))
    problems = anc_check_run (database, self->key != NULL, !self->is_read_only, &error);

  anc_store_return_pointer (task, problems, (GDestroyNotify) g_strfreev, error);
}

/**
 * anc_store_check_async:
 * @self: a store
 *
 * Reads the whole store through; see anc_check_run().
 */
void
anc_store_check_async (AncStore *self,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_return_if_fail (ANC_IS_STORE (self));

  (self->is_read_only ? anc_store_read : anc_store_write) (self, NULL, check_work, anc_store_check_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (array zero-terminated=1) (nullable): what is wrong, in English; empty for a sound
 * store */
char **
anc_store_check_finish (AncStore *self,
                        GAsyncResult *result,
                        GError **error)
{
  return anc_store_finish (self, result, anc_store_check_async, error);
}

/* ---- What it is and holds -------------------------------------------------------------------- */

static gboolean
load_info (AncDatabase *database,
           AncStoreInfo *info,
           GError **error)
{
  const struct
  {
    const char *sql;
    gint64 *value;
  } queries[] = {
    { "PRAGMA user_version", &info->version },
    { "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size", &info->size },
    { "SELECT count(*) FROM cases", &info->n_cases },
    { "SELECT count(*) FROM documents", &info->n_documents },
    { "SELECT count(*) FROM files WHERE sha256 IS NOT NULL", &info->n_files },
    { "SELECT coalesce (sum (size), 0) FROM files", &info->files_size },
    { "SELECT coalesce (" ANC_JOURNAL_LAST ", 0)", &info->n_transactions },
    { "SELECT coalesce ((SELECT value FROM settings WHERE name = 'created'), 0)", &info->created },
    { "SELECT coalesce ((SELECT time FROM journal WHERE id = " ANC_JOURNAL_LAST " << 20), 0)", &info->changed },
  };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    if (!anc_database_query_integer (database, queries[i].sql, queries[i].value, error))
      return FALSE;

  return TRUE;
}

static void
info_work (AncDatabase *database,
           GTask *task)
{
  g_autofree AncStoreInfo *info = g_new0 (AncStoreInfo, 1);
  GError *error = NULL;
  gboolean loaded = load_info (database, info, &error);

  anc_store_return_pointer (task, loaded ? g_steal_pointer (&info) : NULL, g_free, error);
}

void
anc_store_get_info_async (AncStore *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (ANC_IS_STORE (self));

  anc_store_read (self, NULL, info_work, anc_store_get_info_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (nullable): for g_free() */
AncStoreInfo *
anc_store_get_info_finish (AncStore *self,
                           GAsyncResult *result,
                           GError **error)
{
  return anc_store_finish (self, result, anc_store_get_info_async, error);
}
