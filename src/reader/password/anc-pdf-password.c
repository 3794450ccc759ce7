/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-pdf-password.h"

/* What qpdf writes before a text that PDFDocEncoding has no bytes for: the text is UTF-16 then. */
#define UTF16_MARK "\xfe\xff"

/* As SASLprep (RFC 4013) prepares it for encryption with 256 bits: any blank is a space, what has no
 * width is left out, and the rest is composed. */
static char *
prepare (const char *typed)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = typed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (g_unichar_type (letter) == G_UNICODE_SPACE_SEPARATOR)
        g_string_append_c (text, ' ');
      else if (g_unichar_type (letter) != G_UNICODE_FORMAT)
        g_string_append_unichar (text, letter);
    }

  return g_utf8_normalize (text->str, -1, G_NORMALIZE_NFKC);
}

/* As older encryption wants it; %NULL where PDFDocEncoding lacks a letter. */
static char *
encode (const char *text)
{
  qpdf_data qpdf = qpdf_init ();
  const char *encoded = qpdf_oh_get_string_value (qpdf, qpdf_oh_new_unicode_string (qpdf, text));
  char *bytes = g_str_has_prefix (encoded, UTF16_MARK) ? NULL : g_strdup (encoded);

  qpdf_cleanup (&qpdf);

  return bytes;
}

static void
add_form (GPtrArray *forms,
          char *form)
{
  if (form == NULL || g_ptr_array_find_with_equal_func (forms, form, g_str_equal, NULL))
    g_free (form);
  else
    g_ptr_array_add (forms, form);
}

/**
 * anc_pdf_password_list_forms:
 * @typed: what someone typed, UTF-8
 *
 * A password is bytes: UTF-8 for newer encryption, PDFDocEncoding (Latin-1 and some) for older one.
 *
 * Returns: (transfer full) (array zero-terminated=1): the bytes it may stand for, each once, at least one
 */
char **
anc_pdf_password_list_forms (const char *typed)
{
  g_autoptr (GPtrArray) forms = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (typed != NULL, NULL);

  g_ptr_array_add (forms, g_strdup (typed));
  if (g_utf8_validate (typed, -1, NULL) && !g_str_is_ascii (typed))
    {
      g_autofree char *prepared = prepare (typed);

      add_form (forms, g_strdup (prepared));
      add_form (forms, encode (prepared));
    }
  g_ptr_array_add (forms, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&forms), FALSE);
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
 * @bytes: a PDF, whose data must outlive @opened
 * @password: (nullable): what someone typed
 * @opened: (out) (transfer full): what qpdf has read, to be cleaned up whatever became of it
 *
 * A document that asks for no password opens whichever is given.
 *
 * Returns: how it went, %QPDF_ERRORS if nothing could be read
 */
QPDF_ERROR_CODE
anc_pdf_password_open_qpdf (GBytes *bytes,
                            const char *password,
                            qpdf_data *opened)
{
  g_auto (GStrv) forms = password != NULL ? anc_pdf_password_list_forms (password) : NULL;
  QPDF_ERROR_CODE status = try_password (bytes, NULL, opened);

  for (guint i = 0; forms != NULL && forms[i] != NULL && is_refused (status, *opened); i++)
    {
      qpdf_cleanup (opened);
      status = try_password (bytes, forms[i], opened);
    }

  return status;
}
