/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-cli-reader.h"
#include "anc-cli.h"
#include "anc-progress-bar.h"
#include "anc-report-reading.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Documents handed to the reader before their turn to be printed, for each processor: one that takes
 * long must not leave the others idle. */
#define N_AHEAD 4

typedef struct _Job Job;

/* One document, from its being asked for to its being printed. */
typedef struct
{
  Job *job;
  const char *name;
  char *json;
  GError *error;
  gboolean is_done;
} Paper;

struct _Job
{
  AncCliReader cli;
  AncReaderOcr ocr;
  gboolean as_json;
  GArray *papers; /* of Paper, in the order of the arguments */
  guint n_started;
  guint n_done;
  guint n_printed;
  guint n_failed;
};

/* ---- Progress ------------------------------------------------------------------------------ */

static void
show_bar (Job *job)
{
  guint n_papers = job->papers->len;
  g_autofree char *label = g_strdup_printf (ngettext ("%1$u of %2$u document read", "%1$u of %2$u documents read", n_papers),
                                            job->n_done,
                                            n_papers);

  if (n_papers > 1)
    anc_progress_bar_show (job->n_done, n_papers, label);
}

/* ---- Results ------------------------------------------------------------------------------- */

/* What is said of a document that could not be read: the same members, empty. */
static void
print_failure_json (const Paper *paper)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AncJsonWriter writer;

  anc_json_writer_init (&writer, text);
  anc_json_writer_open_object (&writer, NULL);
  anc_json_writer_add_string (&writer, "file", paper->name);
  anc_json_writer_add_null (&writer, "document");
  anc_json_writer_add_null (&writer, "payslip_kind");
  anc_json_writer_add_null (&writer, "pages");
  anc_json_writer_open_array (&writer, "ocr_pages");
  anc_json_writer_close_array (&writer);
  anc_cli_add_reader_error (&writer, paper->error);
  anc_json_writer_open_array (&writer, "slips");
  anc_json_writer_close_array (&writer);
  anc_json_writer_add_null (&writer, "statement");
  anc_json_writer_open_array (&writer, "form_fields");
  anc_json_writer_close_array (&writer);
  anc_json_writer_close_object (&writer);
  puts (text->str);
}

/* The reader's object, with the file before its other members. */
static void
print_json (const Paper *paper)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *members = paper->json + strspn (paper->json, "{ \n");
  AncJsonWriter writer;

  anc_json_writer_init (&writer, text);
  anc_json_writer_open_object (&writer, NULL);
  anc_json_writer_add_string (&writer, "file", paper->name);
  printf ("%s, %s\n", text->str, members);
}

static void
print_text (const Paper *paper)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AncPage page = { text, anc_cli_get_width (), anc_cli_has_colour () };

  anc_report_append_reading (paper->json, paper->name, &page);
  fputs (text->str, stdout);
}

static void
print_paper (Job *job,
             const Paper *paper)
{
  anc_progress_bar_hide ();
  if (paper->error != NULL)
    {
      job->n_failed++;
      if (job->as_json)
        print_failure_json (paper);
      anc_cli_print_error ("%s: %s", paper->name, anc_cli_describe_reader_error (paper->error));
    }
  else if (job->as_json)
    print_json (paper);
  else
    print_text (paper);
}

/* Prints what is ready and whose turn it is. */
static void
print_ready (Job *job)
{
  guint before = job->n_printed;

  for (; job->n_printed < job->n_started; job->n_printed++)
    {
      Paper *paper = &g_array_index (job->papers, Paper, job->n_printed);

      if (!paper->is_done)
        break;
      print_paper (job, paper);
      g_clear_pointer (&paper->json, g_free);
    }
  if (job->n_printed > before)
    fflush (stdout);
}

/* ---- Reading ------------------------------------------------------------------------------- */

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  Paper *paper = user_data;

  paper->json = anc_reader_read_finish (ANC_READER (source), result, &paper->error);
  paper->is_done = TRUE;
  paper->job->n_done++;
}

static void
start_paper (Job *job)
{
  Paper *paper = &g_array_index (job->papers, Paper, job->n_started++);
  int fd = anc_cli_reader_open_file (paper->name, &paper->error);

  if (fd < 0)
    {
      paper->is_done = TRUE;
      job->n_done++;
      return;
    }

  anc_reader_read_async (job->cli.reader, fd, job->cli.password, job->ocr, job->cli.cancellable, read_cb, paper);
  close (fd);
}

static void
run (Job *job)
{
  const guint n_ahead = N_AHEAD * g_get_num_processors ();

  while (job->n_printed < job->papers->len && !g_cancellable_is_cancelled (job->cli.cancellable))
    {
      while (job->n_started < job->papers->len && job->n_started - job->n_printed < n_ahead)
        start_paper (job);
      show_bar (job);
      if (job->n_done < job->n_started)
        g_main_context_iteration (NULL, TRUE);
      if (!g_cancellable_is_cancelled (job->cli.cancellable))
        print_ready (job);
    }
  anc_progress_bar_hide ();

  while (job->n_done < job->n_started)
    g_main_context_iteration (NULL, TRUE);
}

/* ---- The command --------------------------------------------------------------------------- */

static void
clear_paper (gpointer data)
{
  Paper *paper = data;

  g_free (paper->json);
  g_clear_error (&paper->error);
}

int
anc_command_read (int argc,
                  char **argv)
{
  g_autofree char *password_file = NULL;
  g_autofree char *ocr = NULL;
  Job job = { 0 };
  GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &job.as_json, N_ ("Print one line of JSON for each document"), NULL },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &password_file, N_ ("Read the password from the first line of a file"), N_ ("FILE") },
    { "ocr", 0, 0, G_OPTION_ARG_STRING, &ocr, N_ ("Read pages from their pictures: auto, never or always"), N_ ("WHEN") },
    G_OPTION_ENTRY_NULL
  };
  int status;

  if (!anc_cli_parse_options (_ ("Reads payslips and other papers: months, hours, pay, employer."),
                              _ ("FILE…"),
                              entries,
                              &argc,
                              &argv,
                              &status))
    return status;
  if (argc < 2)
    return anc_cli_print_usage_error (_ ("no document: name a file"));
  if (!anc_cli_parse_ocr (ocr, &job.ocr))
    return ANC_EXIT_USAGE;
  if (!anc_cli_reader_init (&job.cli, password_file))
    return ANC_EXIT_REFUSED;

  job.papers = g_array_new (FALSE, TRUE, sizeof (Paper));
  g_array_set_clear_func (job.papers, clear_paper);
  g_array_set_size (job.papers, (guint) argc - 1);
  for (guint i = 0; i < job.papers->len; i++)
    g_array_index (job.papers, Paper, i) = (Paper){ .job = &job, .name = argv[i + 1] };

  run (&job);
  if (g_cancellable_is_cancelled (job.cli.cancellable))
    anc_cli_print_error (ngettext ("ancragectl: interrupted after %1$u of %2$u document",
                                   "ancragectl: interrupted after %1$u of %2$u documents",
                                   job.papers->len),
                         job.n_printed,
                         job.papers->len);

  status = anc_cli_reader_finish (&job.cli, job.n_failed);
  g_array_unref (job.papers);
  anc_cli_reader_clear (&job.cli);

  return status;
}
