/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-fold.h"

/**
 * anc_fold:
 * @text: UTF-8 text
 * @length: its bytes, or -1 if it ends with a NUL
 *
 * Folds what people and documents write differently for the same words: case, accents, ligatures
 * (œ, æ, and the ﬁ that PDF files hold), typographic apostrophes, and every run of spaces and
 * punctuation, which becomes one space. Nothing is left at either end.
 *
 * Returns: (transfer full): the folded text, for comparison and never for display
 */
char *
anc_fold (const char *text,
          gssize length)
{
  g_autofree char *decomposed = NULL;
  g_autoptr (GString) folded = NULL;
  gboolean gap = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  decomposed = g_utf8_normalize (text, length, G_NORMALIZE_ALL);
  folded = g_string_new (NULL);

  for (const char *p = decomposed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (g_unichar_ismark (c))
        continue;
      if (!g_unichar_isalnum (c))
        {
          gap = TRUE;
          continue;
        }

      if (gap && folded->len > 0)
        g_string_append_c (folded, ' ');
      gap = FALSE;

      if (c == 0x0153) /* œ has no decomposition */
        g_string_append (folded, "oe");
      else if (c == 0x00e6) /* nor has æ */
        g_string_append (folded, "ae");
      else if (c == 0x00df) /* nor has ß */
        g_string_append (folded, "ss");
      else
        g_string_append_unichar (folded, c);
    }

  return g_string_free (g_steal_pointer (&folded), FALSE);
}
