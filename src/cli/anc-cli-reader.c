/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-cli-reader.h"

#include "anc-cli.h"
#include "anc-secret.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gi18n.h>
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- Start and end ------------------------------------------------------------------------- */

static gboolean
interrupt_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);

  return G_SOURCE_CONTINUE;
}

/* Asks for nothing: a document that turns out to be encrypted is an error of that document. */
static gboolean
read_password (char *file,
               GCancellable *cancellable,
               char **password)
{
  const AncSecretSource source = { file, -1 };

  *password = file != NULL ? anc_secret_read (&source, "", NULL, cancellable) : NULL;

  return file == NULL || *password != NULL;
}

/**
 * anc_cli_reader_init:
 * @self: (out): what to initialise
 * @password_file: (nullable): a file whose first line is the password
 *
 * Returns: whether the password could be read; else what is wrong was said
 */
gboolean
anc_cli_reader_init (AncCliReader *self,
                     char *password_file)
{
  self->cancellable = g_cancellable_new ();
  if (!read_password (password_file, self->cancellable, &self->password))
    {
      anc_cli_reader_clear (self);
      return FALSE;
    }

  self->reader = anc_reader_new ();
  self->interrupt_id = g_unix_signal_add (SIGINT, interrupt_cb, self->cancellable);

  return TRUE;
}

void
anc_cli_reader_clear (AncCliReader *self)
{
  g_clear_handle_id (&self->interrupt_id, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->reader);
  g_clear_pointer (&self->password, anc_secret_free);
}

/**
 * anc_cli_reader_finish:
 * @self: what the command used
 * @n_failed: how many documents failed
 *
 * Returns: the exit status
 */
int
anc_cli_reader_finish (AncCliReader *self,
                       guint n_failed)
{
  if (g_cancellable_is_cancelled (self->cancellable))
    return ANC_EXIT_INTERRUPTED;

  return n_failed > 0 ? ANC_EXIT_REFUSED : ANC_EXIT_OK;
}

/* ---- Documents ----------------------------------------------------------------------------- */

/**
 * anc_cli_reader_open_file:
 * @name: the path of a document
 *
 * Returns: its descriptor, or -1 with an error of #G_FILE_ERROR
 */
int
anc_cli_reader_open_file (const char *name,
                          GError **error)
{
  /* A pipe without a writer would keep us waiting. */
  int fd = open (name, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  if (fd < 0)
    g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (errno), g_strerror (errno));

  return fd;
}

/**
 * anc_cli_reader_open:
 * @self: what the command uses
 * @name: the path of a document
 *
 * Returns: (transfer full): the document, or %NULL with an error of #AncReaderError or #G_FILE_ERROR
 */
AncReaderDocument *
anc_cli_reader_open (AncCliReader *self,
                     const char *name,
                     GError **error)
{
  g_auto (AncWait) answer = { NULL };
  int fd = anc_cli_reader_open_file (name, error);

  if (fd < 0)
    return NULL;

  anc_reader_open_async (self->reader, fd, self->password, self->cancellable, anc_wait_cb, &answer);
  close (fd);

  return anc_reader_open_finish (self->reader, anc_wait_for (&answer), error);
}

/* ---- Arguments ----------------------------------------------------------------------------- */

/**
 * anc_cli_parse_ocr:
 * @text: (nullable): `auto`, `never` or `always`; %NULL for the first
 *
 * Returns: whether it is one of these; else this was said
 */
gboolean
anc_cli_parse_ocr (const char *text,
                   AncReaderOcr *ocr)
{
  static const char *const names[] = { "auto", "never", "always" };

  *ocr = ANC_READER_OCR_AUTO;
  if (text == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (text, names[i]) == 0)
      {
        *ocr = (AncReaderOcr) i;
        return TRUE;
      }

  anc_cli_print_usage_error (_ ("--ocr is auto, never or always, not “%s”"), text);
  return FALSE;
}

/**
 * anc_cli_parse_pages:
 * @text: (nullable): `3`, `3-5` or `3-`; %NULL for all pages
 * @n_pages: how many there are
 * @first: (out): the first, from 0
 * @last: (out): the last
 *
 * Returns: whether these are pages of the document; else this was said
 */
gboolean
anc_cli_parse_pages (const char *text,
                     guint n_pages,
                     guint *first,
                     guint *last)
{
  g_auto (GStrv) bounds = g_strsplit (text != NULL ? text : "1-", "-", 2);
  guint64 numbers[] = { 1, n_pages };

  for (guint i = 0; bounds[i] != NULL; i++)
    if (!(i == 1 && *bounds[i] == '\0')
        && !g_ascii_string_to_unsigned (bounds[i], 10, 1, n_pages, &numbers[i], NULL))
      numbers[0] = 0;
  if (bounds[1] == NULL)
    numbers[1] = numbers[0];

  if (numbers[0] == 0 || numbers[0] > numbers[1])
    {
      anc_cli_print_usage_error (ngettext ("“%1$s” are no pages of a document that has %2$u page",
                                           "“%1$s” are no pages of a document that has %2$u pages",
                                           n_pages),
                                 text,
                                 n_pages);
      return FALSE;
    }

  *first = (guint) numbers[0] - 1;
  *last = (guint) numbers[1] - 1;

  return TRUE;
}

/* ---- Results ------------------------------------------------------------------------------- */

/**
 * anc_cli_describe_reader_error:
 * @error: of #AncReaderError, or of opening the file
 *
 * Returns: what is wrong with the document, for a person
 */
const char *
anc_cli_describe_reader_error (const GError *error)
{
  if (error->domain != ANC_READER_ERROR)
    return error->message;

  switch (error->code)
    {
    case ANC_READER_ERROR_PASSWORD:
      return _ ("the document is encrypted: give its password with --password-file");
    case ANC_READER_ERROR_DAMAGED:
      return _ ("the document is too damaged to be read");
    case ANC_READER_ERROR_NOT_A_DOCUMENT:
      return _ ("this is no PDF, JPEG, PNG or TIFF: save a letter as PDF, a photograph of a telephone (HEIC) as JPEG");
    case ANC_READER_ERROR_TOO_LARGE:
      return _ ("the document takes more memory than one is given");
    case ANC_READER_ERROR_TIMEOUT:
      return _ ("the document takes more time than one is given");
    case ANC_READER_ERROR_INVALID:
      return _ ("the document has no such thing");
    case ANC_READER_ERROR_UNAVAILABLE:
      return _ ("the program that reads documents, ancrage-reader, could not be started");
    case ANC_READER_ERROR_CRASHED:
    case ANC_READER_ERROR_PROTOCOL:
    default:
      return _ ("the document brought down the program that read it");
    }
}

/**
 * anc_cli_add_reader_error:
 * @writer: takes the member `error`
 * @error: (nullable): what is wrong with a document
 */
void
anc_cli_add_reader_error (AncJsonWriter *writer,
                          const GError *error)
{
  if (error == NULL)
    {
      anc_json_writer_add_null (writer, "error");
      return;
    }

  anc_json_writer_open_object (writer, "error");
  anc_json_writer_add_string (writer,
                              "code",
                              error->domain == ANC_READER_ERROR
                                  ? anc_reader_error_get_name (error->code)
                                  : "not_a_document");
  anc_json_writer_add_string (writer, "message", anc_cli_describe_reader_error (error));
  anc_json_writer_close_object (writer);
}

/* In points, to the hundredth. */
void
anc_cli_add_length (AncJsonWriter *writer,
                    const char *key,
                    double points)
{
  anc_json_writer_add_amount (writer, key, (AncAmount) llround (points * 100) * (ANC_AMOUNT_UNIT / 100), 0, 2);
}

void
anc_cli_add_rect (AncJsonWriter *writer,
                  const char *key,
                  const AncRect *rect)
{
  anc_json_writer_open_array (writer, key);
  anc_cli_add_length (writer, NULL, rect->x0);
  anc_cli_add_length (writer, NULL, rect->y0);
  anc_cli_add_length (writer, NULL, rect->x1);
  anc_cli_add_length (writer, NULL, rect->y1);
  anc_json_writer_close_array (writer);
}
