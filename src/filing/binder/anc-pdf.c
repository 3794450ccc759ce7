/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-pdf.h"

#include "anc-pdf-password.h"

#include <math.h>
#include <string.h>

/* Where a PDF file says what it is, by Adobe's reading of the rule. */
#define HEADER_RANGE 1024

/**
 * anc_pdf_new:
 *
 * Returns: (transfer full): a document without anything; qpdf_cleanup() frees it
 */
qpdf_data
anc_pdf_new (void)
{
  qpdf_data pdf = qpdf_init ();

  qpdf_silence_errors (pdf);
  qpdf_set_suppress_warnings (pdf, QPDF_TRUE);

  return pdf;
}

static AncPartState
explain (qpdf_data pdf,
         const AncSpan *file)
{
  qpdf_error error = qpdf_get_error (pdf);

  if (qpdf_get_error_code (pdf, error) == qpdf_e_password)
    return ANC_PART_PASSWORD;
  if (memmem (file->data, MIN (file->length, HEADER_RANGE), "%PDF-", 5) == NULL)
    return ANC_PART_NOT_A_DOCUMENT;

  return ANC_PART_DAMAGED;
}

/**
 * anc_pdf_open:
 * @file: a file, which must stay mapped as long as anything taken from the document is in use
 * @password: (nullable): what opens it
 * @pdf: (out): the document, where it could be opened
 *
 * Returns: %ANC_PART_BOUND, %ANC_PART_REPAIRED, or why it could not
 */
AncPartState
anc_pdf_open (const AncSpan *file,
              const char *password,
              qpdf_data *pdf)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (file->data, file->length);
  qpdf_data opened;
  AncPartState state = ANC_PART_BOUND;
  int n_pages = 0;

  if ((anc_pdf_password_open_qpdf (bytes, password, &opened) & QPDF_ERRORS) != 0)
    state = explain (opened, file);
  else
    {
      n_pages = qpdf_get_num_pages (opened);
      if (n_pages < 0 || (qpdf_push_inherited_attributes_to_page (opened) & QPDF_ERRORS) != 0)
        state = explain (opened, file);
      else if (n_pages == 0)
        state = ANC_PART_EMPTY;
      else if (qpdf_more_warnings (opened))
        state = ANC_PART_REPAIRED;
    }

  if (state > ANC_PART_REPAIRED)
    qpdf_cleanup (&opened);
  *pdf = opened;

  return state;
}

/**
 * anc_pdf_parse:
 *
 * Returns: what the text says, as PDF writes objects
 */
qpdf_oh
anc_pdf_parse (qpdf_data pdf,
               const char *format,
               ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return qpdf_oh_parse (pdf, text);
}

/**
 * anc_pdf_new_stream:
 *
 * Returns: a stream of these bytes, without any filter
 */
qpdf_oh
anc_pdf_new_stream (qpdf_data pdf,
                    const void *data,
                    gsize length)
{
  qpdf_oh stream = qpdf_oh_new_stream (pdf);

  qpdf_oh_replace_stream_data (pdf, stream, data, length, qpdf_oh_new_null (pdf), qpdf_oh_new_null (pdf));

  return stream;
}

void
anc_pdf_set (qpdf_data pdf,
             qpdf_oh dictionary,
             const char *key,
             qpdf_oh value)
{
  qpdf_oh_replace_key (pdf, dictionary, key, value);
}

/**
 * anc_pdf_set_text:
 * @text: UTF-8
 */
void
anc_pdf_set_text (qpdf_data pdf,
                  qpdf_oh dictionary,
                  const char *key,
                  const char *text)
{
  qpdf_oh_replace_key (pdf, dictionary, key, qpdf_oh_new_unicode_string (pdf, text));
}

/**
 * anc_pdf_get_numbers:
 * @numbers: (out) (array length=n_numbers): the numbers
 *
 * Returns: whether it is an array of as many numbers
 */
gboolean
anc_pdf_get_numbers (qpdf_data pdf,
                     qpdf_oh array,
                     double *numbers,
                     guint n_numbers)
{
  if (!qpdf_oh_is_array (pdf, array) || qpdf_oh_get_array_n_items (pdf, array) < (int) n_numbers)
    return FALSE;

  for (guint i = 0; i < n_numbers; i++)
    if (!qpdf_oh_get_value_as_number (pdf, qpdf_oh_get_array_item (pdf, array, (int) i), &numbers[i]) || !isfinite (numbers[i]))
      return FALSE;

  return TRUE;
}

/**
 * anc_pdf_get_box:
 * @box: (out): the rectangle, whichever corners it was given by
 *
 * Returns: whether there is one of some extent
 */
gboolean
anc_pdf_get_box (qpdf_data pdf,
                 qpdf_oh dictionary,
                 const char *key,
                 AncBox *box)
{
  double numbers[4];

  if (!anc_pdf_get_numbers (pdf, qpdf_oh_get_key (pdf, dictionary, key), numbers, 4))
    return FALSE;

  *box = (AncBox){
    MIN (numbers[0], numbers[2]),
    MIN (numbers[1], numbers[3]),
    MAX (numbers[0], numbers[2]),
    MAX (numbers[1], numbers[3]),
  };

  return box->x1 - box->x0 > 0.01 && box->y1 - box->y0 > 0.01;
}

/**
 * anc_pdf_format:
 *
 * Returns: the number as PDF writes it, whatever the locale
 */
const char *
anc_pdf_format (double value,
                char buffer[G_ASCII_DTOSTR_BUF_SIZE])
{
  return g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.4f", CLAMP (value, -1e9, 1e9));
}

void
anc_pdf_set_numbers (qpdf_data pdf,
                     qpdf_oh dictionary,
                     const char *key,
                     const double *numbers,
                     guint n_numbers)
{
  g_autoptr (GString) text = g_string_new ("[");
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < n_numbers; i++)
    g_string_append_printf (text, " %s", anc_pdf_format (numbers[i], buffer));
  g_string_append (text, " ]");
  anc_pdf_set (pdf, dictionary, key, qpdf_oh_parse (pdf, text->str));
}

void
anc_pdf_set_box (qpdf_data pdf,
                 qpdf_oh dictionary,
                 const char *key,
                 const AncBox *box)
{
  const double numbers[] = { box->x0, box->y0, box->x1, box->y1 };

  anc_pdf_set_numbers (pdf, dictionary, key, numbers, G_N_ELEMENTS (numbers));
}

/**
 * anc_pdf_append_matrix:
 *
 * Appends ` a b c d e f cm`.
 */
void
anc_pdf_append_matrix (GString *content,
                       const double matrix[6])
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < 6; i++)
    g_string_append_printf (content, " %s", anc_pdf_format (matrix[i], buffer));
  g_string_append (content, " cm");
}
