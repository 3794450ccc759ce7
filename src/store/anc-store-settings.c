/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-store-settings.h"

#include "anc-statement.h"
#include "anc-store-private.h"

/* Keeps them apart from what the store itself remembers. */
#define PREFIX "office/"

static AncStoreRequest *
make_request (const char *name,
              const char *text)
{
  AncStoreRequest *request = anc_store_request_new ();
  const char *texts[] = { text, NULL };

  request->text = g_strconcat (PREFIX, name, NULL);
  request->texts = text != NULL ? g_strdupv ((char **) texts) : NULL;
  return request;
}

/* ---- Reading --------------------------------------------------------------------------------- */

static void
get_work (AncDatabase *database,
          GTask *task)
{
  const AncStoreRequest *request = g_task_get_task_data (task);
  g_autoptr (AncStatement) statement = NULL;
  char *text = NULL;
  GError *error = NULL;
  AncStep step = ANC_STEP_ERROR;

  statement = anc_database_prepare (database, "SELECT value FROM settings WHERE name = ?1", &error);
  if (statement != NULL)
    {
      anc_statement_bind_text (statement, 1, request->text);
      step = anc_statement_step (statement, &error);
    }
  if (step != ANC_STEP_ERROR)
    text = g_strdup (step == ANC_STEP_ROW ? anc_statement_get_text (statement, 0) : "");
  anc_store_return_pointer (task, text, g_free, error);
}

/**
 * anc_store_get_setting_async:
 * @name: of a setting of the office
 */
void
anc_store_get_setting_async (AncStore *self,
                             const char *name,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (ANC_IS_STORE (self));
  g_return_if_fail (name != NULL);

  anc_store_read (self, make_request (name, NULL), get_work, anc_store_get_setting_async, cancellable, callback, user_data);
}

/**
 * anc_store_get_setting_finish:
 *
 * Returns: (transfer full): the text; empty where nothing was set
 */
char *
anc_store_get_setting_finish (AncStore *self,
                              GAsyncResult *result,
                              GError **error)
{
  return anc_store_finish (self, result, anc_store_get_setting_async, error);
}

/* ---- Writing --------------------------------------------------------------------------------- */

static gboolean
set (AncDatabase *database,
     const AncStoreRequest *request,
     GError **error)
{
  g_autoptr (AncStatement) statement = NULL;

  statement = anc_database_prepare (database,
                                    "INSERT INTO settings VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                                    error);
  if (statement == NULL)
    return FALSE;

  anc_statement_bind_text (statement, 1, request->text);
  anc_statement_bind_text (statement, 2, request->texts[0]);
  return anc_statement_step (statement, error) == ANC_STEP_DONE;
}

static gboolean
set_in_transaction (AncDatabase *database,
                    const AncStoreRequest *request,
                    GError **error)
{
  if (!anc_database_begin (database, error))
    return FALSE;
  if (set (database, request, error))
    return anc_database_commit (database, error);

  anc_database_roll_back (database);
  return FALSE;
}

static void
set_work (AncDatabase *database,
          GTask *task)
{
  GError *error = NULL;
  gboolean done = set_in_transaction (database, g_task_get_task_data (task), &error);

  anc_store_return_boolean (task, done, error);
}

/**
 * anc_store_set_setting_async:
 * @name: of a setting of the office
 * @text: what it is to be; empty for nothing
 */
void
anc_store_set_setting_async (AncStore *self,
                             const char *name,
                             const char *text,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (ANC_IS_STORE (self));
  g_return_if_fail (name != NULL && text != NULL);

  anc_store_write (self, make_request (name, text), set_work, anc_store_set_setting_async, cancellable, callback, user_data);
}

gboolean
anc_store_set_setting_finish (AncStore *self,
                              GAsyncResult *result,
                              GError **error)
{
  return anc_store_finish_boolean (self, result, anc_store_set_setting_async, error);
}
