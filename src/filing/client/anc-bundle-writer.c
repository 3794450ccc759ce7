/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-bundle-writer.h"

#include "anc-binder-protocol.h"
#include "anc-nameless-file.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* How many documents may end the binder before it is given up. */
#define MAX_CRASHES 20

/* How far it is when all documents are at hand, and when the file is written, of a thousand. */
#define DONE_GATHERING 200
#define DONE_BINDING 850

#define COPY_SIZE (256 * 1024)

/* Where the document of a part is. */
typedef struct
{
  guint64 start;
  guint64 length;
  AncPartState state;
} Place;

typedef struct
{
  AncBundlePlan *plan;
  char *path;
  AncDocumentOpener opener;
  gpointer opener_data;
  AncBundleProgress progress;
  gpointer progress_data;
  GMainContext *context;
  GCancellable *cancellable;

  AncNamelessFile documents;
  AncNamelessFile scratch;
  AncNamelessFile output;
  int request_fd;
  int report_fd;
  GArray *places; /* of Place */
} Job;

/* One run of the binder. */
typedef struct
{
  GSubprocess *process;
  guint part; /* that it opened last, or G_MAXUINT */
  GMutex mutex;
  GCond cond;
  guint n_lines;
  gboolean has_ended;
  gboolean is_silent;
} Run;

static void
job_free (Job *job)
{
  anc_nameless_file_close (&job->documents);
  anc_nameless_file_close (&job->scratch);
  anc_nameless_file_close (&job->output);
  if (job->request_fd >= 0)
    close (job->request_fd);
  if (job->report_fd >= 0)
    close (job->report_fd);
  g_array_unref (job->places);
  anc_bundle_plan_unref (job->plan);
  g_main_context_unref (job->context);
  g_clear_object (&job->cancellable);
  g_free (job->path);
  g_free (job);
}

/* ---- Progress ------------------------------------------------------------------------------ */

typedef struct
{
  AncBundleProgress progress;
  gpointer user_data;
  double done;
} Told;

static gboolean
tell (gpointer user_data)
{
  Told *told = user_data;

  told->progress (told->done, told->user_data);
  return G_SOURCE_REMOVE;
}

static void
set_progress (Job *job,
              guint done)
{
  Told *told;

  if (job->progress == NULL)
    return;

  told = g_new (Told, 1);
  *told = (Told){ job->progress, job->progress_data, done / (double) ANC_BINDER_DONE };
  g_main_context_invoke_full (job->context, G_PRIORITY_DEFAULT, tell, told, g_free);
}

/* ---- Documents ----------------------------------------------------------------------------- */

static gboolean
write_at (int fd,
          const char *data,
          gsize length,
          guint64 position,
          GError **error)
{
  while (length > 0)
    {
      ssize_t n = pwrite (fd, data, length, (off_t) position);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return anc_filing_fail (error, "a document could not be put aside");
      data += n;
      length -= (gsize) n;
      position += (guint64) n;
    }

  return TRUE;
}

/* Copies a document; one that cannot be read to its end is missing, which is no reason to stop. */
static gboolean
copy_document (Job *job,
               GInputStream *stream,
               Place *place,
               char *buffer,
               GError **error)
{
  gssize n;

  while ((n = g_input_stream_read (stream, buffer, COPY_SIZE, job->cancellable, NULL)) > 0)
    {
      if (!write_at (job->documents.fd, buffer, (gsize) n, place->start + place->length, error))
        return FALSE;
      place->length += (guint64) n;
    }
  if (n < 0)
    place->state = ANC_PART_MISSING;

  return !g_cancellable_set_error_if_cancelled (job->cancellable, error);
}

static gboolean
gather_documents (Job *job,
                  GError **error)
{
  g_autofree char *buffer = g_malloc (COPY_SIZE);
  guint64 end = 0;

  for (guint i = 0; i < job->plan->parts->len; i++)
    {
      const AncBundlePart *part = &g_array_index (job->plan->parts, AncBundlePart, i);
      g_autoptr (GInputStream) stream = job->opener (part->document, job->opener_data, job->cancellable, NULL);
      Place place = { .start = (end + ANC_BINDER_ALIGNMENT - 1) / ANC_BINDER_ALIGNMENT * ANC_BINDER_ALIGNMENT };

      if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
        return FALSE;
      place.state = stream != NULL ? ANC_PART_BOUND : ANC_PART_MISSING;
      if (stream != NULL && !copy_document (job, stream, &place, buffer, error))
        return FALSE;
      end = place.start + place.length;
      g_array_append_val (job->places, place);
      set_progress (job, DONE_GATHERING * (i + 1) / job->plan->parts->len);
    }

  return TRUE;
}

/* ---- The binder ---------------------------------------------------------------------------- */

/* A program that runs from its build folder has the binder there too. */
static const char *
find_binder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL && g_str_has_prefix (program, ANC_BUILD_DIR "/") ? ANC_BUILD_DIR "/src/filing/binder/ancrage-binder"
                                                                          : ANC_LIBEXEC_DIR "/ancrage-binder";
}

/* PDF files are millions of small objects, and each page drawn takes and gives back a few hundred KB: memory goes back to
 * the system no sooner than at the end. A sixth of the time. */
#define ALLOCATOR "glibc.malloc.tcache_count=1000:glibc.malloc.trim_threshold=67108864:glibc.malloc.top_pad=1048576"

/* What the binder learns of the session: where fonts are. */
static char **
create_environment (void)
{
  static const char *const kept[] = { "FONTCONFIG_FILE", "FONTCONFIG_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS" };
  char **environment = g_environ_setenv (NULL, "HOME", "/nonexistent", TRUE);

  environment = g_environ_setenv (environment, "LC_ALL", "C.UTF-8", TRUE);
  environment = g_environ_setenv (environment, "GLIBC_TUNABLES", ALLOCATOR, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (g_getenv (kept[i]) != NULL)
      environment = g_environ_setenv (environment, kept[i], g_getenv (kept[i]), TRUE);

  return environment;
}

static gboolean
write_request (Job *job,
               GError **error)
{
  GVariantBuilder parts;
  g_autoptr (GVariant) request = NULL;

  g_variant_builder_init (&parts, G_VARIANT_TYPE ("a(ttu)"));
  for (guint i = 0; i < job->places->len; i++)
    {
      const Place *place = &g_array_index (job->places, Place, i);

      g_variant_builder_add (&parts, "(ttu)", place->start, place->length, (guint) place->state);
    }
  request = g_variant_ref_sink (g_variant_new (ANC_BINDER_REQUEST_TYPE, job->plan->text, &parts));

  return (ftruncate (job->request_fd, 0) == 0 || anc_filing_fail (error, "the request could not be written"))
         && write_at (job->request_fd, g_variant_get_data (request), g_variant_get_size (request), 0, error);
}

static GSubprocess *
start_binder (Job *job,
              const char *verb,
              GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                                                        | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_auto (GStrv) environment = create_environment ();
  g_autoptr (GError) start_error = NULL;
  GSubprocess *process;

  g_subprocess_launcher_set_environ (launcher, environment);
  g_subprocess_launcher_take_fd (launcher, dup (job->request_fd), ANC_BINDER_FD_REQUEST);
  g_subprocess_launcher_take_fd (launcher, dup (job->documents.fd), ANC_BINDER_FD_DOCUMENTS);
  g_subprocess_launcher_take_fd (launcher, dup (job->scratch.fd), ANC_BINDER_FD_SCRATCH);
  g_subprocess_launcher_take_fd (launcher, dup (job->output.fd), ANC_BINDER_FD_OUTPUT);
  g_subprocess_launcher_take_fd (launcher, dup (job->report_fd), ANC_BINDER_FD_REPORT);
  process = g_subprocess_launcher_spawn (launcher, &start_error, find_binder (), verb, NULL);
  if (process == NULL)
    g_set_error (error, ANC_FILING_ERROR, ANC_FILING_ERROR_BINDER, "the binder could not be started: %s", start_error->message);

  return process;
}

/* Ends a binder that has not said anything for too long. */
static gpointer
watch (gpointer user_data)
{
  Run *run = user_data;
  guint n_lines = 0;

  g_mutex_lock (&run->mutex);
  while (!run->has_ended)
    {
      gint64 end = g_get_monotonic_time () + ANC_BINDER_MAX_SILENCE * G_TIME_SPAN_SECOND;

      n_lines = run->n_lines;
      while (!run->has_ended && run->n_lines == n_lines && g_cond_wait_until (&run->cond, &run->mutex, end))
        ;
      if (run->has_ended || run->n_lines != n_lines)
        continue;
      run->is_silent = TRUE;
      g_subprocess_force_exit (run->process);
      break;
    }
  g_mutex_unlock (&run->mutex);

  return NULL;
}

static void
kill_process (GCancellable *cancellable,
              gpointer user_data)
{
  g_subprocess_force_exit (user_data);
}

static void
read_failure (const char *line,
              GError **error)
{
  char *reason = NULL;
  guint64 code = g_ascii_strtoull (line, &reason, 10);

  g_set_error_literal (error,
                       ANC_FILING_ERROR,
                       code <= ANC_FILING_ERROR_BINDER ? (int) code : ANC_FILING_ERROR_BINDER,
                       g_strstrip (reason));
}

/* Follows what the binder says until it ends. Returns whether it said why it failed. */
static gboolean
follow (Job *job,
        Run *run,
        guint first_done,
        guint last_done,
        GError **error)
{
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (run->process));
  gboolean has_failed = FALSE;
  char *line;

  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    {
      if (g_str_has_prefix (line, "part "))
        run->part = (guint) g_ascii_strtoull (line + strlen ("part "), NULL, 10);
      else if (g_str_has_prefix (line, "done "))
        {
          guint done = (guint) g_ascii_strtoull (line + strlen ("done "), NULL, 10);

          if (done > 0 && done <= ANC_BINDER_DONE)
            set_progress (job, first_done + (last_done - first_done) * done / ANC_BINDER_DONE);
          if (done >= ANC_BINDER_DONE_READING)
            run->part = G_MAXUINT;
        }
      else if (g_str_has_prefix (line, "failed ") && !has_failed)
        {
          read_failure (line + strlen ("failed "), error);
          has_failed = TRUE;
        }
      g_free (line);
      g_mutex_lock (&run->mutex);
      run->n_lines++;
      g_cond_signal (&run->cond);
      g_mutex_unlock (&run->mutex);
    }

  return has_failed;
}

/* Runs the binder. Where a document ended it, says which one. */
static gboolean
run_binder (Job *job,
            const char *verb,
            guint first_done,
            guint last_done,
            guint *crashed_part,
            GError **error)
{
  Run run = { .process = start_binder (job, verb, error), .part = G_MAXUINT };
  g_autoptr (GSubprocess) process = run.process;
  GThread *watcher;
  gulong handler;
  gboolean has_failed, is_right;

  if (process == NULL)
    return FALSE;

  g_mutex_init (&run.mutex);
  g_cond_init (&run.cond);
  handler = job->cancellable != NULL ? g_cancellable_connect (job->cancellable, G_CALLBACK (kill_process), process, NULL) : 0;
  watcher = g_thread_new ("binder-watch", watch, &run);
  has_failed = follow (job, &run, first_done, last_done, error);
  g_subprocess_wait (process, NULL, NULL);
  g_mutex_lock (&run.mutex);
  run.has_ended = TRUE;
  g_cond_signal (&run.cond);
  g_mutex_unlock (&run.mutex);
  g_thread_join (watcher);
  if (handler != 0)
    g_cancellable_disconnect (job->cancellable, handler);
  g_mutex_clear (&run.mutex);
  g_cond_clear (&run.cond);

  is_right = !has_failed && g_subprocess_get_if_exited (process) && g_subprocess_get_exit_status (process) == 0;
  if (g_cancellable_is_cancelled (job->cancellable))
    {
      g_clear_error (error);
      g_cancellable_set_error_if_cancelled (job->cancellable, error);
      return FALSE;
    }
  *crashed_part = is_right || has_failed ? G_MAXUINT : run.part;
  if (!is_right && !has_failed)
    g_set_error_literal (error, ANC_FILING_ERROR, ANC_FILING_ERROR_BINDER, run.is_silent ? "the binder took too long" : "the binder died");

  return is_right;
}

/* Binds, leaving out what ends the binder. */
static gboolean
bind_documents (Job *job,
                GError **error)
{
  for (guint n_crashes = 0;; n_crashes++)
    {
      g_autoptr (GError) bind_error = NULL;
      guint crashed_part = G_MAXUINT;

      if (!write_request (job, error))
        return FALSE;
      if (ftruncate (job->output.fd, 0) != 0 || ftruncate (job->scratch.fd, 0) != 0)
        return anc_filing_fail (error, "the file could not be written");
      if (run_binder (job, "bind", DONE_GATHERING, DONE_BINDING, &crashed_part, &bind_error))
        return TRUE;
      if (crashed_part >= job->places->len || n_crashes == MAX_CRASHES)
        {
          g_propagate_error (error, g_steal_pointer (&bind_error));
          return FALSE;
        }
      g_array_index (job->places, Place, crashed_part).state = ANC_PART_CRASHED;
    }
}

static AncBundleReport *
read_report (Job *job,
             GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new_from_fd (job->report_fd, FALSE, NULL);
  g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : g_bytes_new (NULL, 0);
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (ANC_BUNDLE_REPORT_TYPE), bytes, FALSE));
  AncBundleReport *report = anc_bundle_report_new_from_variant (variant, job->plan->parts->len);

  if (report == NULL)
    g_set_error_literal (error, ANC_FILING_ERROR, ANC_FILING_ERROR_BINDER, "the binder said what it should not");

  return report;
}

/* ---- All of it ----------------------------------------------------------------------------- */

static gboolean
open_files (Job *job,
            GError **error)
{
  g_autofree char *folder = g_path_get_dirname (job->path);

  job->request_fd = memfd_create ("request", MFD_CLOEXEC);
  job->report_fd = memfd_create ("report", MFD_CLOEXEC);
  if (job->request_fd < 0 || job->report_fd < 0)
    return anc_filing_fail (error, "a file could not be made");

  return anc_nameless_file_open (&job->documents, folder, error) && anc_nameless_file_open (&job->scratch, folder, error)
         && anc_nameless_file_open (&job->output, folder, error);
}

static gpointer
sync_in_thread (gpointer user_data)
{
  return GINT_TO_POINTER (fsync (GPOINTER_TO_INT (user_data)) == 0 ? 0 : errno);
}

/* Reads the file again, while it is on its way to the disk. */
static gboolean
check_file (Job *job,
            GError **error)
{
  GThread *thread = g_thread_new ("bundle-sync", sync_in_thread, GINT_TO_POINTER (job->output.fd));
  guint crashed_part;
  gboolean is_right = run_binder (job, "check", DONE_BINDING, ANC_BINDER_DONE, &crashed_part, error);

  /* The kernel tells once what it could not write. */
  errno = GPOINTER_TO_INT (g_thread_join (thread));

  return is_right && (errno == 0 || anc_filing_fail (error, "the file could not be written"));
}

static AncBundleReport *
write_bundle (Job *job,
              GError **error)
{
  g_autoptr (AncBundleReport) report = NULL;

  if (!open_files (job, error) || !gather_documents (job, error) || !bind_documents (job, error))
    return NULL;
  report = read_report (job, error);
  if (report == NULL || !check_file (job, error))
    return NULL;
  if (!anc_nameless_file_name (&job->output, job->path, error))
    return NULL;
  set_progress (job, ANC_BINDER_DONE);

  return g_steal_pointer (&report);
}

static void
write_in_thread (GTask *task,
                 gpointer source_object,
                 gpointer task_data,
                 GCancellable *cancellable)
{
  GError *error = NULL;
  AncBundleReport *report = write_bundle (task_data, &error);

  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) anc_bundle_report_free);
  else
    g_task_return_error (task, error);
}

/**
 * anc_bundle_write_async:
 * @request: what to write; its plan is kept, the rest copied
 *
 * Makes a numbered file. The documents are read into a file without a name beside it, bound by a program that can
 * reach nothing else, and checked by another run of it; only then does the file take its name. Whatever fails or
 * is cancelled leaves nothing behind, and a file of that name as it was.
 */
void
anc_bundle_write_async (const AncBundleRequest *request,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (request->plan != NULL && request->path != NULL && request->opener != NULL);

  job = g_new0 (Job, 1);
  job->plan = anc_bundle_plan_ref (request->plan);
  job->path = g_strdup (request->path);
  job->opener = request->opener;
  job->opener_data = request->opener_data;
  job->progress = request->progress;
  job->progress_data = request->progress_data;
  job->context = g_main_context_ref_thread_default ();
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  job->documents.fd = job->scratch.fd = job->output.fd = job->request_fd = job->report_fd = -1;
  job->places = g_array_new (FALSE, FALSE, sizeof (Place));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, anc_bundle_write_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_set_check_cancellable (task, FALSE); /* a file that has its name is not unmade */
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * anc_bundle_write_finish:
 * @error: an error of %ANC_FILING_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): what became of each document, or %NULL
 */
AncBundleReport *
anc_bundle_write_finish (GAsyncResult *result,
                         GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, anc_bundle_write_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
