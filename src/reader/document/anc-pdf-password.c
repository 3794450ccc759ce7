/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-pdf-password.h"

/* A document that asks for no password opens whichever is given. The text of the others is UTF-8 for
 * newer encryption, Latin-1 for older. */

/**
 * anc_pdf_password_open_poppler:
 * @bytes: a PDF
 * @password: (nullable): what someone typed
 * @error: an error of %POPPLER_ERROR
 *
 * Returns: (transfer full): the document as Poppler has it, or %NULL
 */
PopplerDocument *
anc_pdf_password_open_poppler (GBytes *bytes,
                               const char *password,
                               GError **error)
{
  g_autoptr (GError) open_error = NULL;
  g_autoptr (GInputStream) stream = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &open_error);

  if (password == NULL || !g_error_matches (open_error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    {
      if (open_error != NULL)
        g_propagate_error (error, g_steal_pointer (&open_error));
      return document;
    }

  /* Poppler tries both forms of the text. After the first is refused, 22.12 goes on with bytes that it
   * has let go; with a stream it does not. */
  stream = g_memory_input_stream_new_from_bytes (bytes);

  return poppler_document_new_from_stream (stream, (goffset) g_bytes_get_size (bytes), password, NULL, error);
}

static QPDF_ERROR_CODE
try_password (GBytes *bytes,
              const char *password,
              qpdf_data *opened)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  *opened = qpdf_init ();
  qpdf_silence_errors (*opened);
  qpdf_set_suppress_warnings (*opened, QPDF_TRUE);

  return qpdf_read_memory (*opened, "document", data, length, password);
}

static gboolean
is_refused (QPDF_ERROR_CODE status,
            qpdf_data opened)
{
  return (status & QPDF_ERRORS) != 0
         && qpdf_get_error_code (opened, qpdf_get_error (opened)) == qpdf_e_password;
}

/**
 * anc_pdf_password_open_qpdf:
 * @bytes: a PDF, which must outlive @opened
 * @password: (nullable): what someone typed
 * @opened: (out) (transfer full): what qpdf has read, to be cleaned up whatever became of it
 *
 * Returns: how it went, %QPDF_ERRORS if nothing could be read
 */
QPDF_ERROR_CODE
anc_pdf_password_open_qpdf (GBytes *bytes,
                            const char *password,
                            qpdf_data *opened)
{
  g_autofree char *latin1 = password != NULL ? g_convert (password, -1, "ISO-8859-1", "UTF-8", NULL, NULL, NULL) : NULL;
  const char *const forms[] = { password, latin1 };
  QPDF_ERROR_CODE status = try_password (bytes, NULL, opened);

  for (guint i = 0; i < G_N_ELEMENTS (forms) && is_refused (status, *opened); i++)
    if (forms[i] != NULL)
      {
        qpdf_cleanup (opened);
        status = try_password (bytes, forms[i], opened);
      }

  return status;
}
