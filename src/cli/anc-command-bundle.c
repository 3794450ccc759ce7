/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-cli.h"

#include "anc-bundle-writer.h"
#include "anc-json-writer.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  GMainLoop *loop;
  GCancellable *cancellable;
  const char *folder; /* that the documents of the plan are named from */
  AncBundleReport *report;
  GError *error;
} Bundle;

static AncBundlePlan *
read_plan (const char *path)
{
  g_autoptr (AncProblems) problems = anc_problems_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  AncBundlePlan *plan;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, &error))
    {
      anc_cli_print_error ("ancragectl: %s", error->message);
      return NULL;
    }

  plan = anc_bundle_plan_new (contents, length, problems);
  if (plan == NULL)
    {
      anc_cli_append_problems (text, path, TRUE, problems);
      fputs (text->str, stderr);
    }

  return plan;
}

static GInputStream *
open_file (const char *document,
           gpointer user_data,
           GCancellable *cancellable,
           GError **error)
{
  const Bundle *bundle = user_data;
  g_autofree char *path = g_canonicalize_filename (document, bundle->folder);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return G_INPUT_STREAM (g_file_read (file, cancellable, error));
}

static void
show_progress (double done,
               gpointer user_data)
{
  fprintf (stderr, "\r%3.0f %%", done * 100);
}

static gboolean
interrupt_cb (gpointer user_data)
{
  g_cancellable_cancel (((Bundle *) user_data)->cancellable);
  return G_SOURCE_CONTINUE;
}

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  Bundle *bundle = user_data;

  bundle->report = anc_bundle_write_finish (result, &bundle->error);
  g_main_loop_quit (bundle->loop);
}

/* Writes the file, until it is there, failed, or was interrupted. */
static void
write_bundle (Bundle *bundle,
              AncBundlePlan *plan,
              const char *path)
{
  const AncBundleRequest request = {
    .plan = plan,
    .path = path,
    .opener = open_file,
    .opener_data = bundle,
    .progress = isatty (STDERR_FILENO) ? show_progress : NULL,
  };
  guint interrupt = g_unix_signal_add (SIGINT, interrupt_cb, bundle);
  guint terminate = g_unix_signal_add (SIGTERM, interrupt_cb, bundle);

  bundle->loop = g_main_loop_new (NULL, FALSE);
  bundle->cancellable = g_cancellable_new ();
  anc_bundle_write_async (&request, bundle->cancellable, written_cb, bundle);
  g_main_loop_run (bundle->loop);
  if (request.progress != NULL)
    fputs ("\r      \r", stderr);

  g_source_remove (interrupt);
  g_source_remove (terminate);
  g_object_unref (bundle->cancellable);
  g_main_loop_unref (bundle->loop);
}

static const char *
describe_archival (AncArchivalHindrance hindrance)
{
  switch (hindrance)
    {
    case ANC_ARCHIVAL_YES:
      return _ ("PDF/A-2b: the pages made here and all documents declare it");
    case ANC_ARCHIVAL_NOT_WANTED:
      return _ ("not PDF/A: it was not asked for");
    case ANC_ARCHIVAL_SOURCES:
    default:
      return _ ("not PDF/A: at least one document does not declare that it is");
    }
}

/* Why a document is not in the file as it was, in the language of the session. */
static const char *
describe_state (AncPartState state)
{
  switch (state)
    {
    case ANC_PART_REPAIRED:
      return _ ("damaged; what could be read of it is in the file");
    case ANC_PART_MISSING:
      return _ ("not found");
    case ANC_PART_PASSWORD:
      return _ ("protected by a password");
    case ANC_PART_DAMAGED:
      return _ ("damaged beyond reading");
    case ANC_PART_NOT_A_DOCUMENT:
      return _ ("neither a PDF file nor a known image");
    case ANC_PART_EMPTY:
      return _ ("without a page");
    case ANC_PART_TOO_LARGE:
      return _ ("too large");
    case ANC_PART_CRASHED:
      return _ ("ended the program that reads it");
    case ANC_PART_BOUND:
    default:
      return "";
    }
}

static void
print_text (const AncBundlePlan *plan,
            const AncBundleReport *report,
            const char *path)
{
  const guint n_pages = anc_bundle_report_count_front (report) + anc_bundle_report_count_pages (report, 0, report->parts->len);
  g_autofree char *clean = anc_cli_clean (path);

  printf (ngettext ("%1$s: %2$u exhibit on %3$u pages; ", "%1$s: %2$u exhibits on %3$u pages; ", plan->exhibits->len),
          clean,
          plan->exhibits->len,
          n_pages);
  printf ("%s\n", describe_archival (report->archival));
  for (guint i = 0; i < plan->exhibits->len; i++)
    {
      const AncBundleExhibit *exhibit = &g_array_index (plan->exhibits, AncBundleExhibit, i);

      for (guint j = 0; j < exhibit->n_parts; j++)
        {
          const AncPartReport *part = &g_array_index (report->parts, AncPartReport, exhibit->first_part + j);
          g_autofree char *title = anc_cli_clean (anc_bundle_plan_get_part (plan, exhibit, j)->title);

          if (part->state != ANC_PART_BOUND)
            printf (_ ("  exhibit %1$u, %2$s: %3$s\n"), exhibit->number, title, describe_state (part->state));
        }
    }
}

static void
print_json (const AncBundlePlan *plan,
            const AncBundleReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AncJsonWriter writer;
  guint page = anc_bundle_report_count_front (report) + 1;

  anc_json_writer_init (&writer, text);
  anc_json_writer_open_object (&writer, NULL);
  anc_json_writer_add_int (&writer, "pages", page - 1 + anc_bundle_report_count_pages (report, 0, report->parts->len));
  anc_json_writer_add_string (&writer, "pdfa", anc_archival_names[report->archival]);
  anc_json_writer_open_array (&writer, "exhibits");
  for (guint i = 0; i < plan->exhibits->len; i++)
    {
      const AncBundleExhibit *exhibit = &g_array_index (plan->exhibits, AncBundleExhibit, i);

      anc_json_writer_open_object (&writer, NULL);
      anc_json_writer_add_int (&writer, "number", exhibit->number);
      anc_json_writer_add_int (&writer, "first_page", page);
      anc_json_writer_open_array (&writer, "parts");
      for (guint j = 0; j < exhibit->n_parts; j++)
        {
          const AncPartReport *part = &g_array_index (report->parts, AncPartReport, exhibit->first_part + j);

          anc_json_writer_open_object (&writer, NULL);
          anc_json_writer_add_int (&writer, "pages", part->n_pages);
          anc_json_writer_add_string (&writer, "state", anc_part_state_names[part->state]);
          anc_json_writer_close_object (&writer);
          page += part->n_pages;
        }
      anc_json_writer_close_array (&writer);
      anc_json_writer_close_object (&writer);
    }
  anc_json_writer_close_array (&writer);
  anc_json_writer_close_object (&writer);
  printf ("%s\n", text->str);
}

static int
print_result (Bundle *bundle,
              const AncBundlePlan *plan,
              const char *path,
              gboolean as_json)
{
  if (bundle->report == NULL)
    {
      gboolean is_cancelled = g_error_matches (bundle->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

      if (!is_cancelled)
        anc_cli_print_error ("ancragectl: %s: %s", path, bundle->error->message);
      g_error_free (bundle->error);
      return is_cancelled ? ANC_EXIT_INTERRUPTED : ANC_EXIT_REFUSED;
    }

  if (as_json)
    print_json (plan, bundle->report);
  else
    print_text (plan, bundle->report, path);
  anc_bundle_report_free (bundle->report);

  return ANC_EXIT_OK;
}

int
anc_command_bundle (int argc,
                    char **argv)
{
  g_autofree char *plan_path = NULL;
  g_autofree char *output = NULL;
  g_autofree char *plan_file = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (AncBundlePlan) plan = NULL;
  gboolean as_json = FALSE;
  Bundle bundle = { 0 };
  int status;
  GOptionEntry entries[] = {
    { "plan", 0, 0, G_OPTION_ARG_FILENAME, &plan_path, N_ ("The plan of the file, as JSON"), N_ ("FILE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to write it"), N_ ("FILE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print the result as JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!anc_cli_parse_options (_ ("Makes one numbered file of the exhibits of a case: cover, list, bookmarks, stamps."),
                              NULL,
                              entries,
                              &argc,
                              &argv,
                              &status))
    return status;
  if (argc != 1 || plan_path == NULL || output == NULL)
    return anc_cli_print_usage_error (_ ("say which plan, and where to write the file"));

  plan = read_plan (plan_path);
  if (plan == NULL)
    return ANC_EXIT_REFUSED;

  plan_file = g_canonicalize_filename (plan_path, NULL);
  folder = g_path_get_dirname (plan_file);
  bundle.folder = folder;
  write_bundle (&bundle, plan, output);

  return print_result (&bundle, plan, output, as_json);
}
