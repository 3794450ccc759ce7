/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-bundle-run.h"

#include "anc-cli.h"
#include "anc-wait.h"

#include "anc-words.h"

#include "anc-json-writer.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

/* ---- Telling ------------------------------------------------------------------------------- */

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
  g_autofree char *clean = anc_words_clean (path);

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
          g_autofree char *title = anc_words_clean (anc_bundle_plan_get_part (plan, exhibit, j)->title);

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

/* ---- Writing ------------------------------------------------------------------------------- */

static void
show_progress (double done,
               gpointer user_data)
{
  fprintf (stderr, "\r%3.0f %%", done * 100);
}

/**
 * anc_bundle_run:
 *
 * Writes the file, showing how far it is on a terminal, and prints what became of it.
 *
 * Returns: the exit status
 */
int
anc_bundle_run (const AncBundleRun *self)
{
  const AncBundleRequest request = {
    .plan = self->plan,
    .path = self->path,
    .opener = self->opener,
    .opener_data = self->opener_data,
    .progress = isatty (STDERR_FILENO) ? show_progress : NULL,
  };
  g_auto (AncWait) wait = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (AncBundleReport) report = NULL;

  anc_bundle_write_async (&request, self->cancellable, anc_wait_cb, &wait);
  report = anc_bundle_write_finish (anc_wait_for (&wait), &error);
  if (request.progress != NULL)
    fputs ("\r      \r", stderr);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return ANC_EXIT_INTERRUPTED;
  if (report == NULL)
    {
      anc_cli_print_error ("ancragectl: %s: %s", self->path, error->message);
      return ANC_EXIT_REFUSED;
    }

  if (self->as_json)
    print_json (self->plan, report);
  else
    print_text (self->plan, report, self->path);

  return ANC_EXIT_OK;
}
