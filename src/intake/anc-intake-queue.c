/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-intake-private.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <sys/mman.h>
#include <unistd.h>

/* Reading in the background: a few documents at once, each by a helper of its own. The bytes are handed over in
 * memory without a name, so that nothing of an encrypted store lies open on the disk. */

/* A document that could not be read is kept with this in the place of a reading, once someone gave it up. */
#define CANCELLED "cancelled"

/* The helper could not be started: no fault of the document, which goes on waiting. */
#define UNAVAILABLE "unavailable"

/* ---- Jobs -------------------------------------------------------------------------------------- */

AncIntakeJob *
anc_intake_job_new (AncIntake *self,
                    const char *sha256,
                    const char *title,
                    const char *password)
{
  AncIntakeJob *job = g_new0 (AncIntakeJob, 1);

  job->intake = self;
  job->sha256 = g_strdup (sha256);
  job->title = g_strdup (title != NULL ? title : "");
  job->password = g_strdup (password != NULL ? password : self->password);

  return job;
}

void
anc_intake_job_free (AncIntakeJob *self)
{
  g_free (self->sha256);
  g_free (self->title);
  g_free (self->password);
  g_clear_object (&self->memory);
  g_clear_object (&self->document);
  g_free (self);
}

static gboolean
is_known (AncIntake *self,
          const char *sha256)
{
  for (guint i = 0; i < self->running->len; i++)
    if (g_str_equal (((AncIntakeJob *) g_ptr_array_index (self->running, i))->sha256, sha256))
      return TRUE;
  for (GList *link = self->waiting.head; link != NULL; link = link->next)
    if (g_str_equal (((AncIntakeJob *) link->data)->sha256, sha256))
      return TRUE;

  return FALSE;
}

/* Puts a document at the end of the queue, unless it waits there or is being read; @job: (transfer full). */
void
anc_intake_push (AncIntake *self,
                 AncIntakeJob *job)
{
  if (self->is_stopped || is_known (self, job->sha256))
    {
      anc_intake_job_free (job);
      return;
    }

  if (self->waiting.length == 0 && self->n_running == 0)
    self->n_done = self->n_total = 0;
  self->n_total++;
  g_queue_push_tail (&self->waiting, job);
  anc_intake_tell_progress (self);
}

/* Begins as many documents as may be read at once. */
void
anc_intake_read_next (AncIntake *self)
{
  while (!self->is_stopped && !self->is_paused && self->n_running < g_get_num_processors () && self->waiting.length > 0)
    {
      AncIntakeJob *job = g_queue_pop_head (&self->waiting);

      self->n_running++;
      g_ptr_array_add (self->running, job);
      g_free (self->current);
      self->current = g_strdup (job->title);
      g_object_ref (self);
      anc_intake_run_job (job);
    }
  anc_intake_tell_progress (self);
}

/* Hears that one thing less is going on; with the last one, what was cancelled is over. */
static void
note_end (AncIntake *self)
{
  self->n_running--;
  if (self->n_running == 0)
    {
      self->is_giving_up = FALSE;
      if (self->waiting.length == 0)
        g_clear_pointer (&self->current, g_free);
      if (g_cancellable_is_cancelled (self->reading) && !self->is_stopped)
        {
          g_object_unref (self->reading);
          self->reading = g_cancellable_new ();
        }
    }
  anc_intake_job_done (self);
}

void
anc_intake_end_job (AncIntakeJob *job)
{
  g_autoptr (AncIntake) self = job->intake; /* held since it was begun */

  g_ptr_array_remove_fast (self->running, job);
  anc_intake_job_free (job);
  self->n_done++;
  note_end (self);
}

/* ---- What becomes of one ----------------------------------------------------------------------- */

static void
kept_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  AncIntakeJob *job = user_data;
  g_autoptr (GError) error = NULL;

  /* What could not be kept is shown all the same, and read again another day. */
  if (!anc_store_set_reading_finish (ANC_STORE (source), result, &error))
    g_warning ("What was read could not be kept: %s", error->message);
  if (error == NULL && job->is_read)
    anc_intake_keep_text (job);
  else
    anc_intake_end_job (job);
}

static void
keep (AncIntakeJob *job,
      const char *problem,
      const char *content)
{
  AncIntake *self = job->intake;

  job->is_read = content != NULL;
  anc_intake_tell_lists (self, job->sha256, problem, content);
  anc_store_set_reading_async (self->store, job->sha256, ANC_VERSION, problem, content, NULL, kept_cb, job);
}

static const char *
name_problem (const GError *error)
{
  if (error->domain != ANC_READER_ERROR)
    return "damaged";

  switch ((AncReaderError) error->code)
    {
    case ANC_READER_ERROR_PASSWORD:
    case ANC_READER_ERROR_DAMAGED:
    case ANC_READER_ERROR_NOT_A_DOCUMENT:
    case ANC_READER_ERROR_TOO_LARGE:
    case ANC_READER_ERROR_TIMEOUT:
    case ANC_READER_ERROR_CRASHED:
      return anc_reader_error_get_name (error->code);
    case ANC_READER_ERROR_UNAVAILABLE:
      return UNAVAILABLE;
    case ANC_READER_ERROR_INVALID:
      return "damaged";
    case ANC_READER_ERROR_PROTOCOL:
    default:
      return "crashed";
    }
}

static void
fail (AncIntakeJob *job,
      const GError *error)
{
  AncIntake *self = job->intake;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      if (self->is_giving_up)
        keep (job, CANCELLED, NULL);
      else
        anc_intake_end_job (job); /* it waits on in the store */
    }
  else if (g_error_matches (error, ANC_READER_ERROR, ANC_READER_ERROR_UNAVAILABLE) || error->domain == ANC_STORE_ERROR)
    {
      anc_intake_tell_lists (self, job->sha256, UNAVAILABLE, NULL);
      anc_intake_end_job (job);
    }
  else
    keep (job, name_problem (error), NULL);
}

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  AncIntakeJob *job = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = anc_reader_document_read_finish (ANC_READER_DOCUMENT (source), result, &error);

  if (json != NULL)
    keep (job, NULL, json);
  else
    fail (job, error);
}

static void
read_opened_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  AncIntakeJob *job = user_data;
  g_autoptr (GError) error = NULL;

  job->document = anc_reader_open_finish (ANC_READER (source), result, &error);
  if (job->document != NULL)
    anc_reader_document_read_async (job->document, ANC_READER_OCR_AUTO, job->intake->reading, read_cb, job);
  else
    fail (job, error);
}

/* ---- From the store to the reader -------------------------------------------------------------- */

static void
copied_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  AncIntakeJob *job = user_data;
  g_autoptr (GError) error = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) < 0)
    fail (job, error);
  else
    anc_reader_open_behind_async (job->intake->reader,
                                  g_unix_output_stream_get_fd (G_UNIX_OUTPUT_STREAM (job->memory)),
                                  job->password,
                                  job->intake->reading,
                                  read_opened_cb,
                                  job);
}

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  AncIntakeJob *job = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = anc_store_open_file_finish (ANC_STORE (source), result, &error);
  int fd = stream != NULL ? memfd_create ("document", MFD_CLOEXEC) : -1;

  if (stream != NULL && fd < 0)
    g_set_error_literal (&error, ANC_READER_ERROR, ANC_READER_ERROR_UNAVAILABLE, g_strerror (errno));
  if (error != NULL)
    {
      fail (job, error);
      return;
    }

  job->memory = g_unix_output_stream_new (fd, TRUE);
  g_output_stream_splice_async (job->memory,
                                stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE,
                                G_PRIORITY_DEFAULT,
                                job->intake->reading,
                                copied_cb,
                                job);
}

/* What was read before, of the same bytes in another case, need not be read again. */
static void
asked_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  AncIntakeJob *job = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AncStoredReading) reading = anc_store_get_reading_finish (ANC_STORE (source), result, &error);

  if (reading != NULL && (reading->problem != NULL || reading->content != NULL))
    {
      anc_intake_tell_lists (job->intake, job->sha256, reading->problem, reading->content);
      anc_intake_end_job (job);
    }
  else if (reading != NULL)
    anc_store_open_file_async (job->intake->store, job->sha256, job->intake->reading, opened_cb, job);
  else
    fail (job, error);
}

void
anc_intake_run_job (AncIntakeJob *job)
{
  anc_store_get_reading_async (job->intake->store, job->sha256, job->intake->reading, asked_cb, job);
}

/* ---- Cancelling -------------------------------------------------------------------------------- */

static void
give_up_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (AncIntake) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!anc_store_set_reading_finish (ANC_STORE (source), result, &error))
    g_warning ("A document given up will be read after all: %s", error->message);
  note_end (self);
}

/**
 * anc_intake_cancel_reading:
 * @self: an intake
 *
 * Gives up what waits and what is being read. The documents stay, as ones nobody wanted read, until
 * anc_intake_read_again_async().
 */
void
anc_intake_cancel_reading (AncIntake *self)
{
  AncIntakeJob *job;

  g_return_if_fail (ANC_IS_INTAKE (self));

  while ((job = g_queue_pop_head (&self->waiting)) != NULL)
    {
      anc_intake_tell_lists (self, job->sha256, CANCELLED, NULL);
      self->n_running++;
      self->n_done++;
      anc_store_set_reading_async (self->store, job->sha256, ANC_VERSION, CANCELLED, NULL, NULL, give_up_cb, g_object_ref (self));
      anc_intake_job_free (job);
    }
  if (self->n_running > 0)
    {
      self->is_giving_up = TRUE;
      g_cancellable_cancel (self->reading);
    }
  anc_intake_tell_progress (self);
}
