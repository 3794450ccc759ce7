/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-cli-reader.h"
#include "anc-cli.h"
#include "anc-command-pdf.h"

#include <cairo.h>
#include <glib/gi18n.h>
#include <stdio.h>

#define DEFAULT_RESOLUTION 150
#define MAX_RESOLUTION 2400

static cairo_status_t
append_bytes (void *user_data,
              const guchar *bytes,
              guint length)
{
  g_byte_array_append (user_data, bytes, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Writes the picture as PNG, whole or not at all. */
static gboolean
write_png (const AncReaderPicture *picture,
           const char *output,
           GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;

  /* Cairo only reads it: that memory could not be written to. */
  surface = cairo_image_surface_create_for_data ((guchar *) g_bytes_get_data (picture->pixels, NULL),
                                                 CAIRO_FORMAT_RGB24,
                                                 (int) picture->width,
                                                 (int) picture->height,
                                                 (int) picture->stride);
  status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, cairo_status_to_string (status));
      return FALSE;
    }

  return g_file_set_contents (output, (const char *) bytes->data, (gssize) bytes->len, error);
}

static gboolean
render (AncCliReader *cli,
        AncReaderDocument *document,
        guint page,
        int resolution,
        const char *output,
        GError **error)
{
  g_auto (AncWait) answer = { NULL };
  g_autoptr (AncReaderPicture) picture = NULL;

  anc_reader_document_render_async (document,
                                    page,
                                    resolution / 72.0,
                                    NULL,
                                    ANC_READER_PRIORITY_SOON,
                                    cli->cancellable,
                                    anc_wait_cb,
                                    &answer);
  picture = anc_reader_document_render_finish (document, anc_wait_for (&answer), error);

  return picture != NULL && write_png (picture, output, error);
}

int
anc_command_pdf_render (int argc,
                        char **argv)
{
  g_autofree char *password_file = NULL;
  g_autofree char *output = NULL;
  g_autofree char *page = NULL;
  int resolution = DEFAULT_RESOLUTION;
  GOptionEntry entries[] = {
    { "page", 0, 0, G_OPTION_ARG_STRING, &page, N_ ("The page to draw (1)"), N_ ("PAGE") },
    { "dpi", 0, 0, G_OPTION_ARG_INT, &resolution, N_ ("Pixels per inch (150)"), N_ ("DPI") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to write the picture, as PNG"), N_ ("FILE") },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &password_file, N_ ("Read the password from the first line of a file"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL
  };
  g_auto (AncCliReader) cli = { 0 };
  g_autoptr (AncReaderDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  guint first = 0, last;
  int status;

  if (!anc_cli_parse_options (_ ("Draws a page of a document."), _ ("FILE"), entries, &argc, &argv, &status))
    return status;
  if (argc != 2)
    return anc_cli_print_usage_error (_ ("name one document"));
  if (output == NULL)
    return anc_cli_print_usage_error (_ ("say with --output where to write the result"));
  if (resolution < 1 || resolution > MAX_RESOLUTION)
    return anc_cli_print_usage_error (_ ("--dpi is from 1 to %d"), MAX_RESOLUTION);
  if (!anc_cli_reader_init (&cli, password_file))
    return ANC_EXIT_REFUSED;

  document = anc_cli_reader_open (&cli, argv[1], &error);
  if (document != NULL
      && !anc_cli_parse_pages (
          page != NULL ? page : "1", anc_reader_document_get_n_pages (document), &first, &last))
    return ANC_EXIT_USAGE;

  status = anc_cli_reader_finish (
      &cli, document != NULL && render (&cli, document, first, resolution, output, &error) ? 0 : 1);
  if (status == ANC_EXIT_REFUSED)
    anc_cli_print_error ("%s: %s", argv[1], anc_cli_describe_reader_error (error));

  return status;
}
