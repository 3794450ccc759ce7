/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads documents in this process, without the helper, and prints one JSON object a line: for tests
 * and measures of the reading itself. usage: read-files [--ocr auto|never|always] [--password TEXT] [--rows] FILE… */

#include "anc-layout.h"
#include "anc-reading.h"

#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Prints how a document is taken apart: its rows, segment by segment, and the labels found in each. */
static void
print_rows (AncDocument *document,
            AncOcrPolicy policy)
{
  g_autoptr (AncLabelTable) labels = anc_label_table_new_shipped ();
  g_autoptr (AncOcr) ocr = NULL;

  for (guint page = 0; page < anc_document_get_n_pages (document); page++)
    {
      g_autoptr (AncPageText) text = anc_document_read_text (document, page, policy, &ocr, NULL);
      g_autoptr (AncLayout) layout = anc_layout_new (text, page, labels);

      for (guint r = 0; r < layout->rows->len; r++)
        {
          const AncSpan *row = anc_layout_get_row (layout, r);

          printf ("%3.0f", row->box.y0);
          for (guint s = row->first; s < row->first + row->n; s++)
            {
              const AncSpan *segment = anc_layout_get_segment (layout, s);
              g_autofree char *words = anc_layout_dup_text (layout, segment->first, segment->first + segment->n - 1);

              printf (" | %.0f %s", segment->box.x0, words);
            }
          for (guint h = 0; h < layout->hits->len; h++)
            {
              const AncHit *hit = anc_layout_get_hit (layout, h);

              if (hit->row == r)
                printf (" {%d:%s %.1f}", hit->label->field, hit->label->words[0], hit->coverage);
            }
          puts ("");
        }
    }
}

static gboolean
read_file (const char *path,
           const char *password,
           const AncReadingOptions *options,
           gboolean rows)
{
  g_autoptr (AncDocument) document = NULL;
  g_autoptr (AncReading) reading = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *json = NULL;
  int fd = open (path, O_RDONLY | O_CLOEXEC);

  document = anc_document_open_fd (fd, password, &error);
  if (fd >= 0)
    close (fd);
  if (document != NULL && rows)
    print_rows (document, options->ocr_policy);
  if (document != NULL)
    reading = anc_reading_run (document, options, &error);

  json = reading != NULL ? anc_reading_to_json (reading, name)
                         : anc_reading_failure_to_json (name, anc_reading_get_error_code (error), error->message);
  puts (json);
  fflush (stdout);
  return reading != NULL;
}

int
main (int argc,
      char **argv)
{
  static const char *const policies[] = { "auto", "never", "always", NULL };
  g_autofree char *policy = NULL;
  g_autofree char *password = NULL;
  gboolean rows = FALSE;
  GOptionEntry entries[] = {
    { "ocr", 0, 0, G_OPTION_ARG_STRING, &policy, NULL, NULL },
    { "password", 0, 0, G_OPTION_ARG_STRING, &password, NULL, NULL },
    { "rows", 0, 0, G_OPTION_ARG_NONE, &rows, NULL, NULL },
    { 0 },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE…");
  g_autoptr (GError) error = NULL;
  g_autoptr (AncOcr) ocr = NULL;
  AncReadingOptions options = { 0 };
  gboolean read = TRUE;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  for (guint i = 0; policies[i] != NULL; i++)
    if (g_strcmp0 (policy, policies[i]) == 0)
      options.ocr_policy = (AncOcrPolicy) i;

  if (options.ocr_policy != ANC_OCR_NEVER)
    ocr = anc_ocr_new (NULL);
  options.ocr = ocr;
  for (int i = 1; i < argc; i++)
    read &= read_file (argv[i], password, &options, rows);

  return read ? 0 : 1;
}
