/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-normal.h"

#include <string.h>

static gboolean
is_invisible (gunichar c)
{
  return c == 0xfeff || (c >= 0x200b && c <= 0x200f) || g_unichar_iscntrl (c);
}

/* What stands for a minus or a hyphen; the soft hyphen too, which fonts of old print shops draw as a minus. */
static gboolean
is_dash (gunichar c)
{
  return c == 0xad || c == 0x2010 || c == 0x2011 || c == 0x2212;
}

/**
 * anc_normalize_word:
 * @text: UTF-8 without spaces, as a document holds it
 * @length: its bytes, or -1 if it ends with a NUL
 *
 * Undoes what printing does to letters: ligatures, full-width and decomposed forms, typographic hyphens.
 *
 * Returns: (transfer full): the word in form NFKC, with plain hyphens; empty where nothing is visible
 */
char *
anc_normalize_word (const char *text,
                    gssize length)
{
  g_autofree char *normal = NULL;
  GString *word;
  gboolean plain = TRUE;
  gsize n_bytes;

  g_return_val_if_fail (text != NULL, NULL);

  n_bytes = length < 0 ? strlen (text) : (gsize) length;
  for (gsize i = 0; i < n_bytes && plain; i++)
    plain = (guchar) text[i] > 0x20 && (guchar) text[i] < 0x7f;
  if (plain)
    return g_strndup (text, n_bytes);

  normal = g_utf8_normalize (text, (gssize) n_bytes, G_NORMALIZE_NFKC);
  word = g_string_sized_new (n_bytes);
  for (const char *p = normal; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_invisible (c) || g_unichar_isspace (c))
        continue;
      g_string_append_unichar (word, is_dash (c) ? '-' : c);
    }

  return g_string_free (word, FALSE);
}
