/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-pdf-password.h"

#include <qpdf/qpdf-c.h>

typedef enum
{
  ANSWER_RIGHT,
  ANSWER_WRONG,
  ANSWER_UNKNOWN, /* the file is too damaged to tell */
} Answer;

static Answer
try_password (GBytes *bytes,
              const char *password)
{
  qpdf_data qpdf = qpdf_init ();
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  Answer answer = ANSWER_RIGHT;

  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  if ((qpdf_read_memory (qpdf, "document", data, length, password) & QPDF_ERRORS) != 0)
    answer = qpdf_get_error_code (qpdf, qpdf_get_error (qpdf)) == qpdf_e_password ? ANSWER_WRONG : ANSWER_UNKNOWN;
  qpdf_cleanup (&qpdf);

  return answer;
}

/**
 * anc_pdf_password_prepare:
 * @bytes: a PDF
 * @password: (nullable): what someone typed
 * @prepared: (out) (nullable): the password as Poppler is to be given it
 *
 * Older encryption takes a password as Latin-1, newer as UTF-8. Poppler 22.12 tries its Latin-1 form,
 * and where that is wrong reads a stream that it has freed: it must be given none that is wrong. The
 * right form is therefore found out first, and given as the text of which it is the Latin-1 form.
 *
 * Returns: whether the password may be right
 */
gboolean
anc_pdf_password_prepare (GBytes *bytes,
                          const char *password,
                          char **prepared)
{
  g_autofree char *latin1 = NULL;
  Answer answer;

  *prepared = NULL;
  if (password == NULL)
    return TRUE;

  answer = try_password (bytes, password);
  if (answer == ANSWER_RIGHT)
    *prepared = g_convert (password, -1, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
  if (answer == ANSWER_WRONG && !g_str_is_ascii (password))
    latin1 = g_convert (password, -1, "ISO-8859-1", "UTF-8", NULL, NULL, NULL);
  if (latin1 != NULL)
    {
      answer = try_password (bytes, latin1);
      if (answer == ANSWER_RIGHT)
        *prepared = g_strdup (password);
    }

  return answer != ANSWER_WRONG;
}
