/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-reader-worker.h"

#include <unistd.h>

struct _AncReaderWorker
{
  gatomicrefcount ref_count; /* its owner's, its thread's, and of what was asked of it */
  GCancellable *closing;
  AncReaderSession *session; /* used by the thread alone, as is the next */
  int document;

  GMutex mutex;
  GCond changed;
  GQueue waiting; /* of Request, in the order in which they will be worked on */
  guint64 n_requests;
};

/* A task is answered once: by the thread, or at once when it is cancelled. Who takes it out of the
 * request, under the mutex, answers it. */
typedef struct
{
  gatomicrefcount ref_count;
  AncReaderWorker *worker;
  GTask *task; /* NULL once it was taken */
  GCancellable *cancellable;
  gulong cancelled_id;
  int priority;
  guint64 number; /* in the order in which they came */
  AncReaderCall call;
  GVariant *body;
  int fd;
  const AncReaderResult *result;
} Request;

static void
unref_worker (AncReaderWorker *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_object_unref (self->closing);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self);
}

/* ---- Requests ------------------------------------------------------------------------------ */

static Request *
ref_request (Request *request)
{
  g_atomic_ref_count_inc (&request->ref_count);
  return request;
}

static void
unref_request (gpointer data)
{
  Request *request = data;

  if (!g_atomic_ref_count_dec (&request->ref_count))
    return;

  g_assert (request->task == NULL);
  g_clear_object (&request->cancellable);
  g_variant_unref (request->body);
  unref_worker (request->worker);
  if (request->fd >= 0)
    close (request->fd);
  g_free (request);
}

static GTask *
take_task (Request *request)
{
  GTask *task;

  g_mutex_lock (&request->worker->mutex);
  task = g_steal_pointer (&request->task);
  g_mutex_unlock (&request->worker->mutex);

  return task;
}

static int
compare_requests (gconstpointer a,
                  gconstpointer b,
                  gpointer user_data)
{
  const Request *request = a;
  const Request *other = b;

  if (request->priority != other->priority)
    return request->priority < other->priority ? -1 : 1;

  return request->number < other->number ? -1 : 1;
}

/* ---- The thread ---------------------------------------------------------------------------- */

/* The next request that somebody waits for; %NULL once the worker is closed. */
static Request *
pop_request (AncReaderWorker *self)
{
  Request *request = NULL;

  g_mutex_lock (&self->mutex);
  while (request == NULL && !g_cancellable_is_cancelled (self->closing))
    {
      request = g_queue_pop_head (&self->waiting);
      if (request == NULL)
        g_cond_wait (&self->changed, &self->mutex);
      else if (request->task == NULL)
        g_clear_pointer (&request, unref_request);
    }
  g_mutex_unlock (&self->mutex);

  return request;
}

static gpointer
work_on (AncReaderWorker *self,
         const Request *request,
         GError **error)
{
  g_autoptr (GVariant) opened = anc_reader_session_open (self->session, request->cancellable, error);
  g_autoptr (GVariant) answer = NULL;
  guint32 n_pages;
  gpointer result;
  int fd = request->fd;

  if (opened == NULL)
    return NULL;
  if (request->call == ANC_READER_CALL_OPEN)
    {
      fd = -1;
      answer = g_variant_ref (opened);
    }
  else
    answer = anc_reader_session_call (
        self->session, request->call, request->body, &fd, request->cancellable, NULL, NULL, error);
  if (answer == NULL)
    return NULL;

  g_variant_get_child (opened, 1, "u", &n_pages);
  result = request->result->decode (answer, &fd, n_pages, error);
  if (fd >= 0)
    close (fd);

  return result;
}

static void
finish_request (Request *request,
                gpointer value,
                GError *error)
{
  g_autoptr (GTask) task = take_task (request);

  /* Waits for a cancellation that goes on; the task is taken by then. */
  g_cancellable_disconnect (request->cancellable, request->cancelled_id);

  if (task == NULL)
    {
      if (value != NULL)
        request->result->free (value);
      g_clear_error (&error);
    }
  else if (value != NULL)
    g_task_return_pointer (task, value, request->result->free);
  else
    g_task_return_error (task, error);
}

static gpointer
run_worker (gpointer data)
{
  AncReaderWorker *self = data;
  Request *request;

  while ((request = pop_request (self)) != NULL)
    {
      GError *error = NULL;
      gpointer value = work_on (self, request, &error);

      finish_request (request, value, error);
      unref_request (request);
    }

  while ((request = g_queue_pop_head (&self->waiting)) != NULL)
    {
      finish_request (request,
                      NULL,
                      g_error_new_literal (G_IO_ERROR,
                                           G_IO_ERROR_CANCELLED,
                                           "the document was closed"));
      unref_request (request);
    }

  g_clear_pointer (&self->session, anc_reader_session_free);
  close (self->document);
  unref_worker (self);

  return NULL;
}

/* ---- For its owner ------------------------------------------------------------------------- */

/**
 * anc_reader_worker_new:
 * @launcher: starts helpers
 * @document: (transfer full): the document, open to be read
 * @password: (nullable): its password
 * @niceness: by how much its helpers are nicer than others, 0 to 19
 *
 * Starts the thread. The helper starts with the first request.
 *
 * Returns: (transfer full): the worker
 */
AncReaderWorker *
anc_reader_worker_new (AncReaderLauncher *launcher,
                       int document,
                       const char *password,
                       int niceness)
{
  AncReaderWorker *self = g_new0 (AncReaderWorker, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_atomic_ref_count_inc (&self->ref_count); /* the thread's */
  self->document = document;
  self->closing = g_cancellable_new ();
  self->session = anc_reader_session_new (launcher, document, password, niceness, self->closing);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  g_queue_init (&self->waiting);
  g_thread_unref (g_thread_new ("anc-reader", run_worker, self));

  return self;
}

/**
 * anc_reader_worker_close:
 * @self: (transfer full): a worker, to which nothing is pushed any more
 *
 * Ends the helper and the thread, without waiting for them.
 */
void
anc_reader_worker_close (AncReaderWorker *self)
{
  g_cancellable_cancel (self->closing);
  g_mutex_lock (&self->mutex);
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->mutex);
  unref_worker (self);
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer user_data)
{
  g_autoptr (GTask) task = take_task (user_data);

  if (task != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "the request was cancelled");
}

/**
 * anc_reader_worker_push:
 * @self: a worker
 * @task: (transfer full): is returned the result, or an #AncReaderError; its priority and its
 *   cancellable are those of the request
 * @call: the request
 * @body: its arguments; taken if floating
 * @fd: (transfer full): a descriptor that goes with it, or -1
 * @result: (transfer none): static: what to make of the answer
 */
void
anc_reader_worker_push (AncReaderWorker *self,
                        GTask *task,
                        AncReaderCall call,
                        GVariant *body,
                        int fd,
                        const AncReaderResult *result)
{
  Request *request = g_new0 (Request, 1);

  g_atomic_ref_count_init (&request->ref_count);
  g_atomic_ref_count_inc (&self->ref_count);
  request->worker = self;
  request->task = task;
  request->priority = g_task_get_priority (task);
  request->call = call;
  request->body = g_variant_ref_sink (body);
  request->fd = fd;
  request->result = result;
  if (g_task_get_cancellable (task) != NULL)
    {
      request->cancellable = g_object_ref (g_task_get_cancellable (task));
      request->cancelled_id = g_cancellable_connect (request->cancellable,
                                                     G_CALLBACK (cancelled_cb),
                                                     ref_request (request),
                                                     unref_request);
    }

  g_mutex_lock (&self->mutex);
  request->number = self->n_requests++;
  g_queue_insert_sorted (&self->waiting, request, compare_requests, NULL);
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->mutex);
}
