/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-reader-fixture.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* usage: bench-reader FILE DPI N_PAGES
 *
 * Opens a document twice as an application would, draws the first pages of it, and prints: the
 * seconds to the first page with the program that starts helpers not running and running; the seconds
 * for all the pages; the peak memory of client and helper, in MB. */

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

/* From the status of a process. */
static double
read_peak (const char *process)
{
  g_autofree char *path = g_build_filename ("/proc", process, "status", NULL);
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents (path, &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmHWM:");

  return line != NULL ? strtod (line + strlen ("VmHWM:"), NULL) / 1024 : 0;
}

static AncReaderDocument *
open_document (AncReader *reader,
               const char *path)
{
  g_auto (AncAnswer) answer = { NULL };
  g_autoptr (GError) error = NULL;
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  AncReaderDocument *document;

  anc_reader_open_async (reader, fd, NULL, NULL, anc_answer_cb, &answer);
  close (fd);
  document = anc_reader_open_finish (reader, anc_answer_wait (&answer), &error);
  g_assert_no_error (error);

  return document;
}

static void
draw (AncReaderDocument *document,
      guint page,
      double scale)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AncReaderPicture) picture = anc_fixture_render (document, page, scale, NULL, &error);

  g_assert_no_error (error);
}

static double
measure_first_page (AncReader *reader,
                    const char *path,
                    double scale)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (AncReaderDocument) document = open_document (reader, path);

  draw (document, 0, scale);

  return since (start);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = NULL;
  g_auto (GStrv) helpers = NULL;
  double scale;
  guint n_pages;
  gint64 start;

  if (argc != 4)
    return 2;

  scale = atof (argv[2]) / 72;
  n_pages = (guint) atoi (argv[3]);
  printf ("cold %.4f\n", measure_first_page (reader, argv[1], scale));
  printf ("warm %.4f\n", measure_first_page (reader, argv[1], scale));

  document = open_document (reader, argv[1]);
  start = g_get_monotonic_time ();
  for (guint page = 0; page < n_pages; page++)
    draw (document, page, scale);
  printf ("pages %.4f\n", since (start));

  helpers = anc_fixture_list_helpers ();
  printf ("client %.1f\n", read_peak ("self"));
  printf ("helper %.1f\n", read_peak (helpers[g_strv_length (helpers) - 1]));

  return 0;
}
