/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads documents in this process, without the helper, and prints one JSON object a line: for tests
 * and measures of the reading itself. usage: read-files [--ocr auto|never|always] [--password TEXT] FILE… */

#include "anc-reading.h"

#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static gboolean
read_file (const char *path,
           const char *password,
           const AncReadingOptions *options)
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
  GOptionEntry entries[] = {
    { "ocr", 0, 0, G_OPTION_ARG_STRING, &policy, NULL, NULL },
    { "password", 0, 0, G_OPTION_ARG_STRING, &password, NULL, NULL },
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
    options.ocr = ocr = anc_ocr_new (NULL);
  for (int i = 1; i < argc; i++)
    read &= read_file (argv[i], password, &options);

  return read ? 0 : 1;
}
