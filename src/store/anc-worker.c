/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-worker.h"

typedef struct
{
  AncWorker *worker;
  GThread *thread;
  AncDatabase *database; /* under the worker's lock */
  guint n_items;         /* since what can wait was done */
  guint64 n_pages;       /* written when what can wait was done */
} Member;

/* Somebody waiting. */
typedef struct
{
  AncCall call;
  gpointer data;
  GMutex lock;
  GCond done;
  gboolean is_done;
  gboolean succeeded;
  GError *error;
} Waiting;

/* A task, or somebody waiting; neither: there is no more to come. */
typedef struct
{
  GTask *task;
  AncWork work;
  Waiting *waiting;
} Item;

struct _AncWorker
{
  GAsyncQueue *queue; /* of Item */
  GRWLock lock;       /* held for reading by whoever works, for writing while it is paused */
  Member *members;
  guint n_members;
  gboolean only_reads;
  AncWorkerOpen open;
  AncWorkerIdle idle;
  gpointer owner;
};

/* What can wait is done when nothing was asked for this long; or after so many pieces of work, behind which an index
 * may stay; or after so many pages were written, by which a log may grow: 12 MB. */
#define QUIET_US (200 * G_TIME_SPAN_MILLISECOND)
#define MAX_ITEMS_WITHOUT_IDLE 512
#define MAX_PAGES_WITHOUT_IDLE 3000

static GPrivate is_here = G_PRIVATE_INIT (NULL);

/* Ends what begin_work() began. */
static void
end_work (Member *self)
{
  if (self->database != NULL)
    {
      anc_database_set_cancellable (self->database, NULL);
      if (self->worker->only_reads)
        anc_database_roll_back (self->database);
    }
  g_rw_lock_reader_unlock (&self->worker->lock);
}

static gboolean
begin_work (Member *self,
            GCancellable *cancellable,
            GError **error)
{
  AncWorker *worker = self->worker;

  g_rw_lock_reader_lock (&worker->lock);
  if (self->database == NULL)
    self->database = worker->open (worker->owner, error);
  if (self->database == NULL
      || (worker->only_reads && !anc_database_begin_reading (self->database, error)))
    {
      end_work (self);
      return FALSE;
    }

  anc_database_set_cancellable (self->database, cancellable);
  return TRUE;
}

static void
do_task (Member *self,
         GTask *task,
         AncWork work)
{
  GError *error = NULL;

  if (g_task_get_check_cancellable (task) && g_task_return_error_if_cancelled (task))
    return;

  if (begin_work (self, g_task_get_cancellable (task), &error))
    {
      work (self->database, task);
      end_work (self);
    }
  else
    g_task_return_error (task, error);
}

static void
do_waiting (Member *self,
            Waiting *waiting)
{
  if (begin_work (self, NULL, &waiting->error))
    {
      waiting->succeeded = waiting->call (self->database, waiting->data, &waiting->error);
      end_work (self);
    }

  g_mutex_lock (&waiting->lock);
  waiting->is_done = TRUE;
  g_cond_signal (&waiting->done);
  g_mutex_unlock (&waiting->lock);
}

static gboolean
do_idle (Member *self)
{
  AncWorker *worker = self->worker;
  gboolean has_more;

  g_rw_lock_reader_lock (&worker->lock);
  has_more = self->database != NULL && worker->idle (self->database, worker->owner);
  self->n_items = 0;
  self->n_pages = self->database != NULL ? anc_database_count_written (self->database) : 0;
  g_rw_lock_reader_unlock (&worker->lock);

  return has_more;
}

static gboolean
has_waited_long (Member *self)
{
  AncWorker *worker = self->worker;
  gboolean has_waited;

  g_rw_lock_reader_lock (&worker->lock);
  has_waited = self->n_items >= MAX_ITEMS_WITHOUT_IDLE
               || (self->database != NULL && anc_database_count_written (self->database) - self->n_pages >= MAX_PAGES_WITHOUT_IDLE);
  g_rw_lock_reader_unlock (&worker->lock);

  return has_waited;
}

static gpointer
run_member (gpointer data)
{
  Member *self = data;
  AncWorker *worker = self->worker;
  gboolean may_idle = FALSE;

  g_private_set (&is_here, GINT_TO_POINTER (TRUE));
  if (begin_work (self, NULL, NULL)) /* opened before it is asked anything */
    end_work (self);
  for (;;)
    {
      Item *item = may_idle ? g_async_queue_timeout_pop (worker->queue, self->n_items > 0 ? QUIET_US : 0)
                            : g_async_queue_pop (worker->queue);
      gboolean is_last;

      if (item == NULL)
        {
          may_idle = do_idle (self);
          continue;
        }

      is_last = item->task == NULL && item->waiting == NULL;
      if (item->task != NULL)
        do_task (self, item->task, item->work);
      else if (item->waiting != NULL)
        do_waiting (self, item->waiting);
      g_clear_object (&item->task); /* perhaps the last one to hold the store */
      g_free (item);
      if (is_last)
        return NULL;

      may_idle = worker->idle != NULL;
      self->n_items++;
      if (may_idle && has_waited_long (self))
        do_idle (self);
    }
}

/**
 * anc_worker_new:
 * @name: of its threads
 * @n_threads: how many
 * @only_reads: whether to put each piece of work into a transaction that sees one moment and writes nothing
 * @open: called in a thread before its first work
 * @idle: (nullable): called when there is nothing to do
 * @owner: handed to both; outlives the worker
 */
AncWorker *
anc_worker_new (const char *name,
                guint n_threads,
                gboolean only_reads,
                AncWorkerOpen open,
                AncWorkerIdle idle,
                gpointer owner)
{
  AncWorker *self = g_new0 (AncWorker, 1);

  self->queue = g_async_queue_new ();
  g_rw_lock_init (&self->lock);
  self->only_reads = only_reads;
  self->open = open;
  self->idle = idle;
  self->owner = owner;
  self->n_members = n_threads;
  self->members = g_new0 (Member, n_threads);
  for (guint i = 0; i < n_threads; i++)
    {
      self->members[i].worker = self;
      self->members[i].thread = g_thread_new (name, run_member, &self->members[i]);
    }

  return self;
}

static void
push_item (AncWorker *self,
           GTask *task,
           AncWork work,
           Waiting *waiting)
{
  Item *item = g_new (Item, 1);

  item->task = task;
  item->work = work;
  item->waiting = waiting;
  g_async_queue_push (self->queue, item);
}

static void
close_all (AncWorker *self)
{
  for (guint i = 0; i < self->n_members; i++)
    g_clear_pointer (&self->members[i].database, anc_database_close);
}

/* Does all that was pushed, then ends the threads and closes their connections. Not for a thread of its own. */
void
anc_worker_free (AncWorker *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_members; i++)
    push_item (self, NULL, NULL, NULL);
  for (guint i = 0; i < self->n_members; i++)
    g_thread_join (self->members[i].thread);
  close_all (self);

  g_async_queue_unref (self->queue);
  g_rw_lock_clear (&self->lock);
  g_free (self->members);
  g_free (self);
}

/**
 * anc_worker_push:
 * @task: (transfer full): the task that @work returns
 */
void
anc_worker_push (AncWorker *self,
                 GTask *task,
                 AncWork work)
{
  push_item (self, task, work, NULL);
}

/**
 * anc_worker_call:
 * @call: what to do in a thread of the worker
 * @data: for @call
 *
 * Waits until it is done. Not for a thread of the worker.
 *
 * Returns: what @call returned
 */
gboolean
anc_worker_call (AncWorker *self,
                 AncCall call,
                 gpointer data,
                 GError **error)
{
  Waiting waiting = { .call = call, .data = data };

  g_mutex_init (&waiting.lock);
  g_cond_init (&waiting.done);
  push_item (self, NULL, NULL, &waiting);
  g_mutex_lock (&waiting.lock);
  while (!waiting.is_done)
    g_cond_wait (&waiting.done, &waiting.lock);
  g_mutex_unlock (&waiting.lock);
  g_mutex_clear (&waiting.lock);
  g_cond_clear (&waiting.done);

  if (waiting.error != NULL)
    g_propagate_error (error, waiting.error);
  return waiting.succeeded;
}

/* Waits for the work that was begun, closes all connections, and begins no more until it is resumed, by the
 * same thread. */
void
anc_worker_pause (AncWorker *self)
{
  g_rw_lock_writer_lock (&self->lock);
  close_all (self);
}

void
anc_worker_resume (AncWorker *self)
{
  g_rw_lock_writer_unlock (&self->lock);
}

/* Returns: whether the calling thread is one of a worker */
gboolean
anc_worker_is_here (void)
{
  return GPOINTER_TO_INT (g_private_get (&is_here));
}
