/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-store-documents.h"

#include <string.h>

#include "anc-digest.h"
#include "anc-file-stream.h"
#include "anc-files.h"
#include "anc-readings.h"
#include "anc-store-private.h"

/* What is written in one transaction; a larger file takes several, between which other edits are answered. */
#define BATCH_SIZE (32 * ANC_FILES_CHUNK_SIZE)

void
anc_stored_file_free (AncStoredFile *self)
{
  if (self == NULL)
    return;

  g_free (self->sha256);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_free (self);
}

static AncStoredFile *
describe_file (AncDatabase *database,
               const char *sha256,
               gint64 size,
               gboolean is_new,
               GError **error)
{
  g_autoptr (AncStoredFile) file = g_new0 (AncStoredFile, 1);

  file->sha256 = g_strdup (sha256);
  file->size = size;
  file->is_new = is_new;
  file->places = anc_files_list_places (database, sha256, error);

  return file->places != NULL ? g_steal_pointer (&file) : NULL;
}

/* ---- Adding ---------------------------------------------------------------------------------- */

/* A file on its way in: read in one thread, written in batches by another, one of the two at a time. */
typedef struct
{
  AncWorker *writer;
  GInputStream *stream;
  AncDigest *digest;
  guint8 *batch;
  gsize batch_length;
  gint64 size;
  gint64 file; /* its number once a batch was written; else 0 */
  guint n_chunks;
  gboolean is_last;
  char sha256[ANC_DIGEST_TEXT_SIZE];
  gint64 case_key; /* the case it comes in for; else 0 */
  char *name;      /* (nullable) */
  AncStoredFile *result;
} Arrival;

static void
arrival_free (Arrival *self)
{
  g_object_unref (self->stream);
  anc_digest_free (self->digest);
  g_free (self->batch);
  g_free (self->name);
  anc_stored_file_free (self->result);
  g_free (self);
}

static gboolean
write_chunks (Arrival *self,
              AncDatabase *database,
              GError **error)
{
  if (self->file == 0)
    self->file = anc_files_begin (database, anc_store_get_time (), error);
  if (self->file == 0)
    return FALSE;

  for (gsize done = 0; done < self->batch_length; done += ANC_FILES_CHUNK_SIZE)
    if (!anc_files_add_chunk (database, self->file, self->n_chunks++, self->batch + done, MIN (self->batch_length - done, ANC_FILES_CHUNK_SIZE), error))
      return FALSE;

  return !self->is_last
         || (anc_files_end (database, self->file, self->sha256, self->size, error)
             && (self->case_key == 0 || anc_readings_add_arrival (database, self->case_key, self->file, self->name, anc_store_get_time (), error)));
}

/* Removes what came in so far: of a file that will not be whole. Where that fails it is swept when the store is
 * opened next. */
static gboolean
drop (AncDatabase *database,
      gpointer data,
      GError **error)
{
  Arrival *self = data;

  if (self->file == 0)
    return TRUE;
  if (!anc_database_begin (database, error))
    return FALSE;
  if (anc_files_remove (database, self->file, error))
    return anc_database_commit (database, error);

  anc_database_roll_back (database);
  return FALSE;
}

/* Takes the bytes the store has already, in the place of those that came in. */
static gboolean
use_present (AncDatabase *database,
             Arrival *self,
             gint64 present,
             gint64 size,
             GError **error)
{
  self->result = describe_file (database, self->sha256, size, FALSE, error);
  if (self->result == NULL || !anc_database_begin (database, error))
    return FALSE;
  if ((self->file == 0 || anc_files_remove (database, self->file, error))
      && (self->case_key == 0 || anc_readings_add_arrival (database, self->case_key, present, self->name, anc_store_get_time (), error)))
    return anc_database_commit (database, error);

  anc_database_roll_back (database);
  return FALSE;
}

static gboolean
write_batch (AncDatabase *database,
             gpointer data,
             GError **error)
{
  Arrival *self = data;
  g_autoptr (GError) local_error = NULL;
  gint64 size;
  gint64 present = self->is_last ? anc_files_find (database, self->sha256, &size, &local_error) : 0;

  if (present != 0)
    return use_present (database, self, present, size, error);
  if (local_error != NULL && !g_error_matches (local_error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (!anc_database_begin (database, error))
    return FALSE;
  if (!write_chunks (self, database, error))
    {
      anc_database_roll_back (database);
      return FALSE;
    }
  if (!anc_database_commit (database, error))
    return FALSE;

  if (self->is_last)
    self->result = describe_file (database, self->sha256, self->size, TRUE, error);
  return !self->is_last || self->result != NULL;
}

/* Fills the batch from the stream, and ends the digest with the last one. */
static gboolean
read_batch (Arrival *self,
            GCancellable *cancellable,
            GError **error)
{
  guint8 bytes[ANC_DIGEST_SIZE];

  if (!g_input_stream_read_all (self->stream, self->batch, BATCH_SIZE, &self->batch_length, cancellable, error))
    return FALSE;

  anc_digest_add_bytes (self->digest, self->batch, self->batch_length);
  self->size += (gint64) self->batch_length;
  self->is_last = self->batch_length < BATCH_SIZE;
  if (self->is_last)
    {
      anc_digest_end (self->digest, bytes);
      anc_digest_format (bytes, self->sha256);
    }

  return TRUE;
}

static void
add_in_thread (GTask *task,
               gpointer source,
               gpointer task_data,
               GCancellable *cancellable)
{
  Arrival *self = task_data;
  GError *error = NULL;

  self->batch = g_malloc (BATCH_SIZE);
  while (error == NULL && !self->is_last)
    if (read_batch (self, cancellable, &error) && !g_cancellable_set_error_if_cancelled (cancellable, &error))
      anc_worker_call (self->writer, write_batch, self, &error);
  if (error != NULL)
    anc_worker_call (self->writer, drop, self, NULL);
  anc_store_end_use (source);

  anc_store_return_pointer (task, error == NULL ? g_steal_pointer (&self->result) : NULL, (GDestroyNotify) anc_stored_file_free, error);
}

/* @name: (nullable): with @case_key, what the file is called that comes in for that case */
static void
start_arrival (AncStore *self,
               GInputStream *stream,
               gint64 case_key,
               const char *name,
               gpointer tag,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  Arrival *arrival;

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, tag);
  if (self->is_read_only)
    {
      g_task_return_new_error (task, ANC_STORE_ERROR, ANC_STORE_ERROR_READ_ONLY, "the store was opened to be read");
      return;
    }
  if (!anc_store_begin_use (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  arrival = g_new0 (Arrival, 1);
  arrival->writer = self->writer;
  arrival->stream = g_object_ref (stream);
  arrival->digest = anc_digest_new ();
  arrival->case_key = case_key;
  arrival->name = g_strdup (name);
  g_task_set_task_data (task, arrival, (GDestroyNotify) arrival_free);
  g_task_run_in_thread (task, add_in_thread);
}

/**
 * anc_store_add_file_async:
 * @self: a store
 * @stream: the bytes of a document
 *
 * Keeps a file, reading it piece by piece, so that its size is no matter. Bytes the store has already are not
 * kept twice; the answer tells where they are. Until a document's row names the file it is in nobody's case,
 * and goes with the trash.
 */
void
anc_store_add_file_async (AncStore *self,
                          GInputStream *stream,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (ANC_IS_STORE (self));
  g_return_if_fail (G_IS_INPUT_STREAM (stream));

  start_arrival (self, stream, 0, NULL, anc_store_add_file_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (nullable): the file */
AncStoredFile *
anc_store_add_file_finish (AncStore *self,
                           GAsyncResult *result,
                           GError **error)
{
  return anc_store_finish (self, result, anc_store_add_file_async, error);
}

/**
 * anc_store_take_in_async:
 * @self: a store
 * @stream: the bytes of a document
 * @case_key: the case it comes in for
 * @name: what the file is called
 *
 * Keeps a file as anc_store_add_file_async() does and, in the same transaction, that it is to become a document
 * of a case and to be read; whatever stops the program then, it is in the case's arrivals. What is a document of
 * the case already stays that alone.
 */
void
anc_store_take_in_async (AncStore *self,
                         GInputStream *stream,
                         gint64 case_key,
                         const char *name,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (ANC_IS_STORE (self));
  g_return_if_fail (G_IS_INPUT_STREAM (stream));
  g_return_if_fail (case_key > 0 && name != NULL);

  start_arrival (self, stream, case_key, name, anc_store_take_in_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (nullable): the file, with the places where it was before */
AncStoredFile *
anc_store_take_in_finish (AncStore *self,
                          GAsyncResult *result,
                          GError **error)
{
  return anc_store_finish (self, result, anc_store_take_in_async, error);
}

/* ---- Asking for one file --------------------------------------------------------------------- */

static AncStoreRequest *
make_request (const char *sha256)
{
  AncStoreRequest *request = anc_store_request_new ();

  request->text = g_strdup (sha256);
  return request;
}

static void
find_work (AncDatabase *database,
           GTask *task)
{
  const AncStoreRequest *request = g_task_get_task_data (task);
  GError *error = NULL;
  AncStoredFile *file = NULL;
  gint64 size;

  if (anc_files_find (database, request->text, &size, &error) != 0)
    file = describe_file (database, request->text, size, FALSE, &error);

  anc_store_return_pointer (task, file, (GDestroyNotify) anc_stored_file_free, error);
}

/* Tells whether the store has a file, and where it is used; %ANC_STORE_ERROR_NOT_FOUND where it has not. */
void
anc_store_find_file_async (AncStore *self,
                           const char *sha256,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (ANC_IS_STORE (self));
  g_return_if_fail (sha256 != NULL);

  anc_store_read (self, make_request (sha256), find_work, anc_store_find_file_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (nullable): the file */
AncStoredFile *
anc_store_find_file_finish (AncStore *self,
                            GAsyncResult *result,
                            GError **error)
{
  return anc_store_finish (self, result, anc_store_find_file_async, error);
}

static void
open_work (AncDatabase *database,
           GTask *task)
{
  AncStore *self = g_task_get_source_object (task);
  const AncStoreRequest *request = g_task_get_task_data (task);
  GError *error = NULL;
  GInputStream *stream = NULL;
  gint64 size;
  gint64 file = anc_files_find (database, request->text, &size, &error);

  if (file != 0)
    stream = anc_file_stream_new (self, file, size);

  anc_store_return_pointer (task, stream, g_object_unref, error);
}

/**
 * anc_store_open_file_async:
 * @self: a store
 * @sha256: of a file
 *
 * Opens a file. The stream is a #GSeekable; it holds one piece of the file in memory, and the store.
 */
void
anc_store_open_file_async (AncStore *self,
                           const char *sha256,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (ANC_IS_STORE (self));
  g_return_if_fail (sha256 != NULL);

  anc_store_read (self, make_request (sha256), open_work, anc_store_open_file_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (nullable): the stream */
GInputStream *
anc_store_open_file_finish (AncStore *self,
                            GAsyncResult *result,
                            GError **error)
{
  return anc_store_finish (self, result, anc_store_open_file_async, error);
}

/* ---- Text ------------------------------------------------------------------------------------ */

static gboolean
set_text (AncDatabase *database,
          const AncStoreRequest *request,
          GError **error)
{
  gint64 size;
  gint64 file;

  if (!anc_database_begin (database, error))
    return FALSE;
  file = anc_files_find (database, request->text, &size, error);
  if (file != 0 && anc_files_set_text (database, file, (const char *const *) request->texts, error))
    return anc_database_commit (database, error);

  anc_database_roll_back (database);
  return FALSE;
}

static void
set_text_work (AncDatabase *database,
               GTask *task)
{
  GError *error = NULL;
  gboolean done = set_text (database, g_task_get_task_data (task), &error);

  anc_store_return_boolean (task, done, error);
}

/**
 * anc_store_set_text_async:
 * @self: a store
 * @sha256: of a file
 * @pages: (array zero-terminated=1): the text read on each page in turn
 *
 * Keeps the text of a file beside it, to be searched. It is not journalled: it can be read again.
 */
void
anc_store_set_text_async (AncStore *self,
                          const char *sha256,
                          const char *const *pages,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  AncStoreRequest *request;

  g_return_if_fail (ANC_IS_STORE (self));
  g_return_if_fail (sha256 != NULL && pages != NULL);

  request = make_request (sha256);
  request->texts = g_strdupv ((char **) pages);
  anc_store_write (self, request, set_text_work, anc_store_set_text_async, cancellable, callback, user_data);
}

gboolean
anc_store_set_text_finish (AncStore *self,
                           GAsyncResult *result,
                           GError **error)
{
  return anc_store_finish_boolean (self, result, anc_store_set_text_async, error);
}

static void
get_text_work (AncDatabase *database,
               GTask *task)
{
  const AncStoreRequest *request = g_task_get_task_data (task);
  GError *error = NULL;
  char **pages = NULL;
  gint64 size;
  gint64 file = anc_files_find (database, request->text, &size, &error);

  if (file != 0)
    pages = anc_files_get_text (database, file, &error);

  anc_store_return_pointer (task, pages, (GDestroyNotify) g_strfreev, error);
}

void
anc_store_get_text_async (AncStore *self,
                          const char *sha256,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (ANC_IS_STORE (self));
  g_return_if_fail (sha256 != NULL);

  anc_store_read (self, make_request (sha256), get_text_work, anc_store_get_text_async, cancellable, callback, user_data);
}

/* Returns: (transfer full) (array zero-terminated=1) (nullable): the text of each page; empty where none was
 * read yet */
char **
anc_store_get_text_finish (AncStore *self,
                           GAsyncResult *result,
                           GError **error)
{
  return anc_store_finish (self, result, anc_store_get_text_async, error);
}
