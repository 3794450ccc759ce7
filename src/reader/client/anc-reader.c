/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-reader.h"

#include "anc-reader-decode.h"
#include "anc-reader-private.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define PROGRAM_NAME "ancrage-reader"

/* What reads behind what is drawn has a third of its share where both want the same processor: enough to be there in
 * its time on a busy one. */
#define NICENESS_BEHIND 5

struct _AncReader
{
  GObject parent_instance;

  AncReaderLauncher *launcher;
  GThreadPool *pool; /* of bulk reading: as many threads as processors, and as many helpers */
};

G_DEFINE_FINAL_TYPE (AncReader, anc_reader, G_TYPE_OBJECT)

/* A document to be read in bulk. */
typedef struct
{
  int document;
  char *password;
  AncReaderOcr ocr;
} Reading;

/* A program that runs from its build folder has its helper there too. */
static char *
find_program (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);

  if (self != NULL && g_str_has_prefix (self, ANC_BUILD_DIR "/"))
    return g_strdup (ANC_BUILD_DIR "/src/reader/helper/" PROGRAM_NAME);

  return g_strdup (ANC_LIBEXEC_DIR "/" PROGRAM_NAME);
}

/* ---- Documents ----------------------------------------------------------------------------- */

static int
refuse (AncReaderError code,
        const char *reason,
        GError **error)
{
  g_set_error_literal (error, ANC_READER_ERROR, (int) code, reason);
  return -1;
}

/* Opens the document once more, so that the helper gets a descriptor that cannot be written to and
 * that shares no position with the caller's. */
static int
reopen_document (int fd,
                 GError **error)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  struct stat info;
  int own;

  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size == 0)
    return refuse (ANC_READER_ERROR_NOT_A_DOCUMENT, "there is nothing to read", error);
  if (info.st_size > ANC_READER_MAX_DOCUMENT)
    return refuse (ANC_READER_ERROR_TOO_LARGE, "the file is too large", error);

  own = open (path, O_RDONLY | O_CLOEXEC);
  if (own < 0 && (fcntl (fd, F_GETFL) & O_ACCMODE) == O_RDONLY)
    own = fcntl (fd, F_DUPFD_CLOEXEC, 0);
  if (own < 0)
    return refuse (ANC_READER_ERROR_NOT_A_DOCUMENT, g_strerror (errno), error);

  return own;
}

/* ---- Bulk reading -------------------------------------------------------------------------- */

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  close (reading->document);
  g_free (reading->password);
  g_free (reading);
}

static void
read_in_thread (gpointer data,
                gpointer user_data)
{
  g_autoptr (GTask) task = data;
  AncReader *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  const Reading *reading = g_task_get_task_data (task);
  g_autoptr (GCancellable) closing = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  g_autoptr (AncReaderSession) session = NULL;
  g_autoptr (GVariant) answer = NULL;
  GError *error = NULL;
  char *json;
  int fd = -1;

  if (g_task_return_error_if_cancelled (task))
    return;

  /* Nothing else is asked of this helper: cancelling ends it at once. */
  session = anc_reader_session_new (self->launcher, reading->document, reading->password, 0, closing);
  answer = anc_reader_session_call (session,
                                    ANC_READER_CALL_READ,
                                    g_variant_new ("(s)", anc_reader_ocr_get_name (reading->ocr)),
                                    &fd,
                                    NULL,
                                    NULL,
                                    NULL,
                                    &error);
  if (answer == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_variant_get (answer, "(s)", &json);
  g_task_return_pointer (task, json, g_free);
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_reader_finalize (GObject *object)
{
  AncReader *self = ANC_READER (object);

  /* No task is left, for each holds the reader; the last may be ending in one of these threads. */
  g_thread_pool_free (self->pool, FALSE, FALSE);
  anc_reader_launcher_unref (self->launcher);

  G_OBJECT_CLASS (anc_reader_parent_class)->finalize (object);
}

static void
anc_reader_class_init (AncReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = anc_reader_finalize;
}

static void
anc_reader_init (AncReader *self)
{
  self->pool = g_thread_pool_new (read_in_thread, NULL, (int) g_get_num_processors (), FALSE, NULL);
}

AncReader *
anc_reader_new (void)
{
  AncReader *self = g_object_new (ANC_TYPE_READER, NULL);
  g_autofree char *program = find_program ();

  self->launcher = anc_reader_launcher_new (program, FALSE);

  return self;
}

/**
 * anc_reader_prepare:
 * @self: a reader
 *
 * Says that a document will be opened soon. Returns at once.
 */
void
anc_reader_prepare (AncReader *self)
{
  g_return_if_fail (ANC_IS_READER (self));

  anc_reader_launcher_prepare (self->launcher);
}

/**
 * anc_reader_new_for_self_test:
 * @program: (nullable): what starts helpers; %NULL for the usual program
 *
 * Returns: (transfer full): a reader whose helpers try what they are told to
 */
AncReader *
anc_reader_new_for_self_test (const char *program)
{
  AncReader *self = g_object_new (ANC_TYPE_READER, NULL);
  g_autofree char *usual = find_program ();

  self->launcher = anc_reader_launcher_new (program != NULL ? program : usual, TRUE);

  return self;
}

/* A document of which nothing is known yet; its worker is lent. */
static AncReaderDocument *
create_document (AncReader *self,
                 int fd,
                 const char *password,
                 int niceness,
                 AncReaderWorker **worker,
                 GError **error)
{
  int document = reopen_document (fd, error);

  if (document < 0)
    return NULL;

  *worker = anc_reader_worker_new (self->launcher, document, password, niceness);
  return anc_reader_document_new (*worker);
}

/**
 * anc_reader_open:
 * @self: a reader
 * @fd: a document, open to be read; stays the caller's
 * @password: (nullable): the user's or the owner's
 *
 * Opens a document to be looked at, for who will ask more of it anyway. What is asked waits until it is open; where
 * it cannot be opened, each answer says why. Its form and its number of pages are not known.
 *
 * Returns: (transfer full): the document, or %NULL with an #AncReaderError where there is no file to read
 */
AncReaderDocument *
anc_reader_open (AncReader *self,
                 int fd,
                 const char *password,
                 GError **error)
{
  AncReaderWorker *worker;

  g_return_val_if_fail (ANC_IS_READER (self), NULL);

  return create_document (self, fd, password, 0, &worker, error);
}

static void
open_async (AncReader *self,
            int fd,
            const char *password,
            int niceness,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  AncReaderDocument *document;
  AncReaderWorker *worker;

  g_task_set_source_tag (task, open_async);
  document = create_document (self, fd, password, niceness, &worker, &error);
  if (document == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_set_task_data (task, document, g_object_unref);
  anc_reader_worker_push (worker,
                          g_steal_pointer (&task),
                          ANC_READER_CALL_OPEN,
                          g_variant_new ("(ms)", NULL),
                          -1,
                          &anc_reader_decode_opened);
}

/**
 * anc_reader_open_async:
 * @self: a reader
 * @fd: a document, open to be read; stays the caller's
 * @password: (nullable): the user's or the owner's
 * @cancellable: (nullable): a cancellable
 *
 * Opens a document to be looked at, and waits until it is open.
 */
void
anc_reader_open_async (AncReader *self,
                       int fd,
                       const char *password,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_return_if_fail (ANC_IS_READER (self));

  open_async (self, fd, password, 0, cancellable, callback, user_data);
}

/**
 * anc_reader_open_behind_async:
 * @self: a reader
 * @fd: a document, open to be read; stays the caller's
 * @password: (nullable): the user's or the owner's
 * @cancellable: (nullable): a cancellable
 *
 * Opens a document for what takes long, by a helper that stands back when those of documents that are looked at have
 * something to do. Ends with anc_reader_open_finish().
 */
void
anc_reader_open_behind_async (AncReader *self,
                              int fd,
                              const char *password,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (ANC_IS_READER (self));

  open_async (self, fd, password, NICENESS_BEHIND, cancellable, callback, user_data);
}

/**
 * anc_reader_open_finish:
 *
 * Returns: (transfer full): the document, or %NULL with an #AncReaderError
 */
AncReaderDocument *
anc_reader_open_finish (AncReader *self,
                        GAsyncResult *result,
                        GError **error)
{
  AncReaderDocument *document;
  AncReaderOpened *opened;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  opened = g_task_propagate_pointer (G_TASK (result), error);
  if (opened == NULL)
    return NULL;

  document = g_task_get_task_data (G_TASK (result));
  anc_reader_document_set_opened (document, opened->form, opened->n_pages);
  anc_reader_opened_free (opened);

  return g_object_ref (document);
}

/**
 * anc_reader_read_async:
 * @self: a reader
 * @fd: a document, open to be read; stays the caller's
 * @password: (nullable): the user's or the owner's
 * @ocr: when to read pages from their pictures
 * @cancellable: (nullable): a cancellable; it ends the reading at once
 *
 * Reads what a document says, without opening it to be looked at. Of what is asked at once, as much
 * is done side by side as there are processors; each document has a helper of its own, which sees
 * no other document.
 */
void
anc_reader_read_async (AncReader *self,
                       int fd,
                       const char *password,
                       AncReaderOcr ocr,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  Reading *reading;
  int document;

  g_return_if_fail (ANC_IS_READER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, anc_reader_read_async);
  document = reopen_document (fd, &error);
  if (document < 0)
    {
      g_task_return_error (task, error);
      return;
    }

  reading = g_new0 (Reading, 1);
  reading->document = document;
  reading->password = g_strdup (password);
  reading->ocr = ocr;
  g_task_set_task_data (task, reading, free_reading);
  g_thread_pool_push (self->pool, g_steal_pointer (&task), NULL);
}

/**
 * anc_reader_read_finish:
 *
 * Returns: (transfer full): what the document says, as JSON: an object without its `file` and
 *   `error`; or %NULL with an #AncReaderError
 */
char *
anc_reader_read_finish (AncReader *self,
                        GAsyncResult *result,
                        GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
