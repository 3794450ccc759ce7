/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-store-readings.h"

#include "anc-files.h"
#include "anc-readings.h"
#include "anc-store-private.h"

/* ---- Keeping ----------------------------------------------------------------------------------- */

typedef struct
{
  char *reader;
  char *problem;
  char *content;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_free (self->reader);
  g_free (self->problem);
  g_free (self->content);
  g_free (self);
}

static gboolean
set_reading (AncDatabase *database,
             const AncStoreRequest *request,
             GError **error)
{
  const Reading *reading = request->data;
  gint64 size;
  gint64 file;

  if (!anc_database_begin (database, error))
    return FALSE;
  file = anc_files_find (database, request->text, &size, error);
  if (file != 0
      && (reading == NULL ? anc_readings_ask (database, file, anc_store_get_time (), error)
                          : anc_readings_set (database, file, anc_store_get_time (), reading->reader, reading->problem, reading->content, error)))
    return anc_database_commit (database, error);

  anc_database_roll_back (database);
  return FALSE;
}

static void
set_reading_work (AncDatabase *database,
                  GTask *task)
{
  GError *error = NULL;
  gboolean done = set_reading (database, g_task_get_task_data (task), &error);

  anc_store_return_boolean (task, done, error);
}

/**
 * anc_store_ask_reading_async:
 * @self: a store
 * @sha256: of a file
 *
 * Says that a file is to be read; what was read of it before is forgotten. Ends with
 * anc_store_set_reading_finish().
 */
void
anc_store_ask_reading_async (AncStore *self,
                             const char *sha256,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  AncStoreRequest *request;

  g_return_if_fail (ANC_IS_STORE (self));
  g_return_if_fail (sha256 != NULL);

  request = anc_store_request_new ();
  request->text = g_strdup (sha256);
  anc_store_write (self, request, set_reading_work, anc_store_set_reading_async, cancellable, callback, user_data);
}

/**
 * anc_store_set_reading_async:
 * @self: a store
 * @sha256: of a file
 * @reader: the version of the reader
 * @problem: (nullable): why the file could not be read
 * @content: (nullable): what the reader said, where it could be
 *
 * Keeps what was read of a file beside it.
 */
void
anc_store_set_reading_async (AncStore *self,
                             const char *sha256,
                             const char *reader,
                             const char *problem,
                             const char *content,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  AncStoreRequest *request;
  Reading *reading;

  g_return_if_fail (ANC_IS_STORE (self));
  g_return_if_fail (sha256 != NULL && reader != NULL);
  g_return_if_fail ((problem == NULL) != (content == NULL));

  reading = g_new0 (Reading, 1);
  reading->reader = g_strdup (reader);
  reading->problem = g_strdup (problem);
  reading->content = g_strdup (content);
  request = anc_store_request_new ();
  request->text = g_strdup (sha256);
  request->data = reading;
  request->free_data = reading_free;
  anc_store_write (self, request, set_reading_work, anc_store_set_reading_async, cancellable, callback, user_data);
}

static gboolean
set_decision (AncDatabase *database,
              const AncStoreRequest *request,
              GError **error)
{
  if (!anc_database_begin (database, error))
    return FALSE;
  if (anc_readings_set_decision (database, request->case_key, request->key, request->count, request->text, error))
    return anc_database_commit (database, error);

  anc_database_roll_back (database);
  return FALSE;
}

static void
set_decision_work (AncDatabase *database,
                   GTask *task)
{
  GError *error = NULL;
  gboolean done = set_decision (database, g_task_get_task_data (task), &error);

  anc_store_return_boolean (task, done, error);
}

/**
 * anc_store_set_decision_async:
 * @self: a store
 * @case_key: a case
 * @document_key: one of its documents
 * @slip: which of its slips, from 0
 * @content: (nullable): what a person made of it; %NULL for nothing any more
 *
 * Keeps what a person made of what was read, until it is accepted. Ends with anc_store_set_reading_finish().
 */
void
anc_store_set_decision_async (AncStore *self,
                              gint64 case_key,
                              gint64 document_key,
                              guint slip,
                              const char *content,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  AncStoreRequest *request;

  g_return_if_fail (ANC_IS_STORE (self));

  request = anc_store_request_new ();
  request->case_key = case_key;
  request->key = document_key;
  request->count = slip;
  request->text = g_strdup (content);
  anc_store_write (self, request, set_decision_work, anc_store_set_reading_async, cancellable, callback, user_data);
}

gboolean
anc_store_set_reading_finish (AncStore *self,
                              GAsyncResult *result,
                              GError **error)
{
  return anc_store_finish_boolean (self, result, anc_store_set_reading_async, error);
}

/* ---- Asking ------------------------------------------------------------------------------------ */

static void
get_work (AncDatabase *database,
          GTask *task)
{
  const AncStoreRequest *request = g_task_get_task_data (task);
  GError *error = NULL;
  AncStoredReading *reading = anc_readings_get (database, request->text, &error);

  anc_store_return_pointer (task, reading, (GDestroyNotify) anc_stored_reading_free, error);
}

void
anc_store_get_reading_async (AncStore *self,
                             const char *sha256,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  AncStoreRequest *request;

  g_return_if_fail (ANC_IS_STORE (self));
  g_return_if_fail (sha256 != NULL);

  request = anc_store_request_new ();
  request->text = g_strdup (sha256);
  anc_store_read (self, request, get_work, anc_store_get_reading_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (nullable): what was read of a file, empty where nothing was */
AncStoredReading *
anc_store_get_reading_finish (AncStore *self,
                              GAsyncResult *result,
                              GError **error)
{
  return anc_store_finish (self, result, anc_store_get_reading_async, error);
}

static void
list_waiting_work (AncDatabase *database,
                   GTask *task)
{
  GError *error = NULL;
  GPtrArray *waiting = anc_readings_list_waiting (database, &error);

  anc_store_return_pointer (task, waiting, (GDestroyNotify) g_ptr_array_unref, error);
}

/* Lists the files that wait to be read, of whatever case. */
void
anc_store_list_waiting_async (AncStore *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (ANC_IS_STORE (self));

  anc_store_read (self, NULL, list_waiting_work, anc_store_list_waiting_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (element-type AncStoredReading) (nullable): the files, the first asked for first */
GPtrArray *
anc_store_list_waiting_finish (AncStore *self,
                               GAsyncResult *result,
                               GError **error)
{
  return anc_store_finish (self, result, anc_store_list_waiting_async, error);
}

static void
load_work (AncDatabase *database,
           GTask *task)
{
  const AncStoreRequest *request = g_task_get_task_data (task);
  GError *error = NULL;
  AncCaseReadings *readings = anc_readings_load_case (database, request->case_key, &error);

  anc_store_return_pointer (task, readings, (GDestroyNotify) anc_case_readings_free, error);
}

void
anc_store_load_readings_async (AncStore *self,
                               gint64 case_key,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  AncStoreRequest *request;

  g_return_if_fail (ANC_IS_STORE (self));

  request = anc_store_request_new ();
  request->case_key = case_key;
  anc_store_read (self, request, load_work, anc_store_load_readings_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (nullable): what came in for the case, what was read and what was made of it */
AncCaseReadings *
anc_store_load_readings_finish (AncStore *self,
                                GAsyncResult *result,
                                GError **error)
{
  return anc_store_finish (self, result, anc_store_load_readings_async, error);
}
