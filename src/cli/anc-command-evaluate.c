/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-evaluate.h"

#include "anc-line-reader.h"
#include "anc-report-json.h"
#include "anc-report-text.h"
#include "anc-words.h"

#include "anc-assessment.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* No case is anywhere near this long; more is a mistake or an attack. */
#define MAX_CASE_LENGTH (64 * 1024 * 1024)

/* Cases of JSON Lines are worked on this many at a time, the batches side by side. */
#define BATCH_SIZE 128

#define PROGRESS_INTERVAL (G_USEC_PER_SEC / 10)

/* Cases that are worked on together, and what comes of them. */
typedef struct
{
  const AncEvaluateJob *job;
  GPtrArray *names; /* FILE:LINE of each case */
  GPtrArray *texts; /* of GString */
  GString *output;
  GString *errors;
  guint n_refused;
  gboolean is_done;
} Batch;

/* One file of JSON Lines while it is read. */
typedef struct
{
  const AncEvaluateJob *job;
  const char *name;
  guint64 size; /* in bytes; 0 when not known */
  AncLineReader *reader;
  GThreadPool *pool;
  GMutex mutex;
  GCond done;
  GQueue batches; /* handed to the pool, in the order of the file */
  guint n_refused;
  gulong n_cases;
  gint64 last_progress;
} Stream;

static volatile sig_atomic_t interrupted;

static void
interrupt_cb (int signal_number)
{
  interrupted = TRUE;
}

/* ---- One case ------------------------------------------------------------------------------ */

/**
 * anc_evaluate_append:
 * @job: how to evaluate
 * @facts: a case
 * @review: (nullable): of a case of the store, what was left out of @facts
 * @output: takes the report
 */
void
anc_evaluate_append (const AncEvaluateJob *job,
                     const AncCaseFacts *facts,
                     const AncCaseReview *review,
                     GString *output)
{
  g_autoptr (AncAssessment) assessment = anc_rules_evaluate (job->rules, facts, job->on);
  AncPage page = { output, job->width, job->has_colour };

  if (job->as_json)
    anc_report_append_json (assessment, facts, review, job->only, job->language, output);
  else
    {
      anc_report_append_text (assessment, facts, job->only, job->language, &page);
      if (review != NULL)
        anc_report_append_findings (review, FALSE, &page);
    }
}

static gboolean
evaluate_case (const AncEvaluateJob *job,
               const char *name,
               const char *text,
               gsize length,
               GString *output,
               GString *errors)
{
  g_autoptr (AncProblems) problems = anc_problems_new ();
  g_autoptr (AncCaseFacts) facts = NULL;

  facts = anc_case_facts_new_from_text (text,
                                        length,
                                        anc_rules_get_territory (job->rules),
                                        anc_rules_get_fact_catalogue (job->rules),
                                        problems);
  if (facts == NULL)
    {
      anc_cli_append_problems (errors, name, FALSE, problems);
      return FALSE;
    }

  anc_evaluate_append (job, facts, NULL, output);
  return TRUE;
}

/* Returns the file's bytes, or %NULL once what is wrong was said. */
static char *
read_case_file (const char *name,
                gsize *length)
{
  g_autoptr (GError) error = NULL;
  struct stat info;
  char *text;

  if (stat (name, &info) == 0 && S_ISREG (info.st_mode) && info.st_size > MAX_CASE_LENGTH)
    {
      anc_cli_print_error (_ ("%s: the file is too large for one case; several cases go into a .jsonl file"), name);
      return NULL;
    }
  if (!g_file_get_contents (name, &text, length, &error))
    {
      anc_cli_print_error ("%s: %s", name, error->message);
      return NULL;
    }

  return text;
}

static guint
evaluate_file (const AncEvaluateJob *job,
               const char *name)
{
  gsize length;
  g_autofree char *text = read_case_file (name, &length);
  g_autoptr (GString) output = g_string_new (NULL);
  g_autoptr (GString) errors = g_string_new (NULL);
  gboolean evaluated;

  if (text == NULL)
    return 1;

  evaluated = evaluate_case (job, name, text, length, output, errors);
  fwrite (output->str, 1, output->len, stdout);
  fputs (errors->str, stderr);

  return evaluated ? 0 : 1;
}

/* ---- JSON Lines ---------------------------------------------------------------------------- */

static void
free_string (gpointer data)
{
  g_string_free (data, TRUE);
}

static Batch *
create_batch (const AncEvaluateJob *job)
{
  Batch *batch = g_new0 (Batch, 1);

  batch->job = job;
  batch->names = g_ptr_array_new_with_free_func (g_free);
  batch->texts = g_ptr_array_new_with_free_func (free_string);
  batch->output = g_string_new (NULL);
  batch->errors = g_string_new (NULL);

  return batch;
}

static void
free_batch (Batch *batch)
{
  g_ptr_array_unref (batch->names);
  g_ptr_array_unref (batch->texts);
  g_string_free (batch->output, TRUE);
  g_string_free (batch->errors, TRUE);
  g_free (batch);
}

static void
work_in_thread (gpointer data,
                gpointer user_data)
{
  Batch *batch = data;
  Stream *stream = user_data;

  for (guint i = 0; i < batch->texts->len && !interrupted; i++)
    {
      const GString *text = g_ptr_array_index (batch->texts, i);

      if (!evaluate_case (batch->job,
                          g_ptr_array_index (batch->names, i),
                          text->str,
                          text->len,
                          batch->output,
                          batch->errors))
        batch->n_refused++;
    }

  g_mutex_lock (&stream->mutex);
  batch->is_done = TRUE;
  g_cond_signal (&stream->done);
  g_mutex_unlock (&stream->mutex);
}

static void
show_progress (Stream *stream)
{
  gint64 now = g_get_monotonic_time ();

  if (!isatty (STDERR_FILENO) || isatty (STDOUT_FILENO) || now - stream->last_progress < PROGRESS_INTERVAL)
    return;

  stream->last_progress = now;
  fputc ('\r', stderr);
  if (stream->size > 0)
    fprintf (stderr,
             ngettext ("%1$lu case, %2$u %%", "%1$lu cases, %2$u %%", stream->n_cases),
             stream->n_cases,
             (guint) (anc_line_reader_get_n_bytes (stream->reader) * 100 / stream->size));
  else
    fprintf (stderr, ngettext ("%lu case", "%lu cases", stream->n_cases), stream->n_cases);
  fputs ("\x1b[K", stderr);
}

static void
clear_progress (const Stream *stream)
{
  if (stream->last_progress > 0)
    fputs ("\r\x1b[K", stderr);
}

/* Prints what came of the oldest batch, waiting for it. */
static void
finish_batch (Stream *stream)
{
  Batch *batch = g_queue_pop_head (&stream->batches);

  g_mutex_lock (&stream->mutex);
  while (!batch->is_done)
    g_cond_wait (&stream->done, &stream->mutex);
  g_mutex_unlock (&stream->mutex);

  fwrite (batch->output->str, 1, batch->output->len, stdout);
  if (batch->errors->len > 0)
    {
      clear_progress (stream);
      fputs (batch->errors->str, stderr);
    }
  stream->n_refused += batch->n_refused;
  stream->n_cases += batch->texts->len;
  show_progress (stream);
  free_batch (batch);
}

static void
finish_batches (Stream *stream)
{
  while (!g_queue_is_empty (&stream->batches))
    finish_batch (stream);
  fflush (stdout);
}

static void
start_batch (Stream *stream,
             Batch *batch)
{
  const guint max_waiting = 2 * g_get_num_processors ();

  g_queue_push_tail (&stream->batches, batch);
  g_thread_pool_push (stream->pool, batch, NULL);
  while (stream->batches.length > max_waiting)
    finish_batch (stream);
}

static void
add_too_long_line (Stream *stream,
                   Batch *batch)
{
  g_string_append_printf (batch->errors,
                          _ ("%1$s:%2$lu: the line is too long for one case\n"),
                          stream->name,
                          (gulong) anc_line_reader_get_n_lines (stream->reader));
  batch->n_refused++;
}

/* Reads one batch, a short one when nothing more has been written yet; FALSE at the end of the file. */
static gboolean
read_batch (Stream *stream,
            Batch *batch)
{
  while (batch->texts->len < BATCH_SIZE && !interrupted)
    {
      g_autoptr (GString) line = NULL;

      if (batch->texts->len > 0 && anc_line_reader_would_wait (stream->reader))
        return TRUE;

      line = g_string_new (NULL);
      switch (anc_line_reader_next (stream->reader, line))
        {
        case ANC_LINE_READ:
          break;
        case ANC_LINE_TOO_LONG:
          add_too_long_line (stream, batch);
          continue;
        case ANC_LINE_ERROR:
          if (errno == EINTR)
            continue;
          anc_cli_print_error ("%s: %s", stream->name, g_strerror (errno));
          stream->n_refused++;
          return FALSE;
        case ANC_LINE_END:
        default:
          return FALSE;
        }

      if (strspn (line->str, " \t") == line->len)
        continue;
      g_ptr_array_add (batch->names,
                       g_strdup_printf ("%s:%" G_GUINT64_FORMAT,
                                        stream->name,
                                        anc_line_reader_get_n_lines (stream->reader)));
      g_ptr_array_add (batch->texts, g_steal_pointer (&line));
    }

  return !interrupted;
}

static guint
evaluate_stream (const AncEvaluateJob *job,
                 const char *name,
                 int fd)
{
  Stream stream = { .job = job, .name = name };
  struct stat info;
  gboolean has_more = TRUE;

  if (fstat (fd, &info) == 0 && S_ISREG (info.st_mode))
    stream.size = (guint64) info.st_size;
  stream.reader = anc_line_reader_new (fd, MAX_CASE_LENGTH);
  stream.pool = g_thread_pool_new (work_in_thread, &stream, (int) g_get_num_processors (), TRUE, NULL);
  g_mutex_init (&stream.mutex);
  g_cond_init (&stream.done);
  g_queue_init (&stream.batches);

  while (has_more)
    {
      Batch *batch = create_batch (job);

      has_more = read_batch (&stream, batch);
      start_batch (&stream, batch);

      /* A program that writes one case and waits for its answer gets it. */
      if (!has_more || anc_line_reader_would_wait (stream.reader))
        finish_batches (&stream);
    }
  clear_progress (&stream);

  g_thread_pool_free (stream.pool, FALSE, TRUE);
  anc_line_reader_free (stream.reader);
  g_mutex_clear (&stream.mutex);
  g_cond_clear (&stream.done);

  if (interrupted)
    anc_cli_print_error (ngettext ("ancragectl: interrupted after %1$lu case of %2$s",
                                   "ancragectl: interrupted after %1$lu cases of %2$s",
                                   stream.n_cases),
                         stream.n_cases,
                         name);

  return stream.n_refused;
}

static guint
evaluate_lines_file (const AncEvaluateJob *job,
                     const char *name)
{
  int fd = open (name, O_RDONLY | O_CLOEXEC);
  guint n_refused;

  if (fd < 0)
    {
      anc_cli_print_error ("%s: %s", name, g_strerror (errno));
      return 1;
    }

  n_refused = evaluate_stream (job, name, fd);
  close (fd);

  return n_refused;
}

/* ---- The command --------------------------------------------------------------------------- */

static guint
evaluate_argument (const AncEvaluateJob *job,
                   const char *name)
{
  if (strcmp (name, "-") == 0)
    return evaluate_stream (job, _ ("standard input"), STDIN_FILENO);
  if (g_str_has_suffix (name, ".jsonl"))
    return evaluate_lines_file (job, name);

  return evaluate_file (job, name);
}

static gboolean
check_only (const AncRules *rules,
            char **only)
{
  for (char **id = only; id != NULL && *id != NULL; id++)
    if (anc_rules_find_regime (rules, *id) == NULL)
      {
        anc_cli_print_usage_error (_ ("there is no regime “%s”; see ancragectl rules list"), *id);
        return FALSE;
      }

  return TRUE;
}

static int
run (const AncEvaluateJob *job,
     char **names)
{
  struct sigaction action = { .sa_handler = interrupt_cb };
  guint n_refused = 0;

  sigaction (SIGINT, &action, NULL);
  for (char **name = names; *name != NULL && !interrupted; name++)
    n_refused += evaluate_argument (job, *name);

  if (interrupted)
    return ANC_EXIT_INTERRUPTED;

  return n_refused > 0 ? ANC_EXIT_REFUSED : ANC_EXIT_OK;
}

/* The options of `evaluate --store`. */
typedef struct
{
  char *path;
  char **references;
  gboolean all;
  AncSecretSource passphrase;
} StoreOptions;

static int
run_on_store (const AncEvaluateJob *job,
              StoreOptions *options)
{
  g_auto (AncSession) session;
  int status;

  anc_session_init (&session);
  session.path = g_steal_pointer (&options->path);
  session.passphrase.file = g_steal_pointer (&options->passphrase.file);
  session.passphrase.fd = options->passphrase.fd;
  if (!anc_session_open (&session, ANC_STORE_READ_ONLY, &status))
    return status;

  return anc_session_close (&session, anc_evaluate_store (job, &session, options->references));
}

static const char *
check_arguments (const StoreOptions *options,
                 int n_files)
{
  if (options->path == NULL && n_files == 0)
    return _ ("no case to evaluate: name a .json or .jsonl file, or - for standard input");
  if (options->path == NULL && (options->references != NULL || options->all || anc_secret_source_is_given (&options->passphrase)))
    return _ ("name a store with --store");
  if (options->path != NULL && (n_files > 0 || (options->all && options->references != NULL)))
    return _ ("evaluate files, cases of a store, or all of them");

  return NULL;
}

/* Reads what all cases share; FALSE once what is wrong was said. */
static gboolean
prepare_job (AncEvaluateJob *job,
             const char *on,
             char **regime_paths,
             int *status)
{
  *status = ANC_EXIT_USAGE;
  job->on = anc_cli_get_today ();
  if (on != NULL && !anc_cli_parse_date (on, &job->on))
    return FALSE;

  job->rules = anc_cli_load_rules (regime_paths);
  if (job->rules == NULL)
    *status = ANC_EXIT_REFUSED;
  if (job->rules == NULL || !check_only (job->rules, job->only))
    return FALSE;

  job->language = anc_words_get_language ();
  job->has_colour = anc_cli_has_colour ();
  job->width = anc_cli_get_width ();
  return TRUE;
}

int
anc_command_evaluate (int argc,
                      char **argv)
{
  g_autofree char *on = NULL;
  g_autofree char *store = NULL;
  g_autofree char *passphrase_file = NULL;
  g_auto (GStrv) regime_paths = NULL;
  g_auto (GStrv) only = NULL;
  g_auto (GStrv) references = NULL;
  StoreOptions options = { .passphrase = { NULL, -1 } };
  gboolean as_json = FALSE;
  GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("Filing date (today)"), N_ ("DATE") },
    { "regimes", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &regime_paths, N_ ("Add the regimes of a folder, or put them in the place of others"), N_ ("FOLDER") },
    { "only", 0, 0, G_OPTION_ARG_STRING_ARRAY, &only, N_ ("Report this regime only"), N_ ("ID") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print one line of JSON for each case"), NULL },
    { "store", 0, 0, G_OPTION_ARG_FILENAME, &store, N_ ("Evaluate cases of this store"), N_ ("FILE") },
    { "case", 0, 0, G_OPTION_ARG_STRING_ARRAY, &references, N_ ("Of the store, evaluate this case only"), N_ ("REFERENCE") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.all, N_ ("Evaluate every case of the store, as without --case"), NULL },
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &passphrase_file, N_ ("Read the passphrase of the store from the first line of a file"), N_ ("FILE") },
    { "passphrase-fd", 0, 0, G_OPTION_ARG_INT, &options.passphrase.fd, N_ ("Read the passphrase of the store from a file descriptor"), N_ ("N") },
    G_OPTION_ENTRY_NULL
  };
  AncEvaluateJob job = { 0 };
  const char *wrong;
  int status;

  if (!anc_cli_parse_options (_ ("Says where cases stand under every regime on a filing date."), _ ("FILE…|-"), entries, &argc, &argv, &status))
    return status;

  options.path = g_steal_pointer (&store);
  options.passphrase.file = g_steal_pointer (&passphrase_file);
  options.references = references;
  job.only = only;
  job.as_json = as_json;
  wrong = check_arguments (&options, argc - 1);
  if (wrong != NULL)
    status = anc_cli_print_usage_error ("%s", wrong);
  else if (prepare_job (&job, on, regime_paths, &status))
    status = options.path != NULL ? run_on_store (&job, &options) : run (&job, argv + 1);
  g_clear_pointer (&job.rules, anc_rules_unref);
  g_free (options.path);
  g_free (options.passphrase.file);

  return status;
}
