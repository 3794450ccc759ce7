/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-court-name.h"

#include "anc-fold.h"

#include <string.h>

/* Where less than this is left after the number, a word cut in two is worse than none. */
#define MIN_CUT 40

/* Letters without accents and digits, words joined by hyphens; a letter of another script has no
 * equivalent that everyone would write the same way, and is left out. */
static char *
fold_title (const char *title)
{
  g_autofree char *folded = anc_fold (title, -1);
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (name, *p);
      else if (*p == ' ' && name->len > 0 && name->str[name->len - 1] != '-')
        g_string_append_c (name, '-');
    }
  while (name->len > 0 && name->str[name->len - 1] == '-')
    g_string_truncate (name, name->len - 1);

  return g_string_free (g_steal_pointer (&name), FALSE);
}

/**
 * anc_court_name_new:
 * @number: of the exhibit
 * @n_digits: to write it with, so that names sort as numbers do
 * @title: what it is, in any script
 * @suffix: ".pdf"
 *
 * Makes the name of the file of an exhibit fit for the systems of courts: number first, at most
 * %ANC_COURT_NAME_MAX characters, of letters without accents, digits, hyphen and underscore.
 *
 * Returns: (transfer full): "07_bulletins-de-paie-hotel-imaginaire.pdf"
 */
char *
anc_court_name_new (guint number,
                    guint n_digits,
                    const char *title,
                    const char *suffix)
{
  g_autofree char *words = fold_title (title);
  g_autoptr (GString) name = g_string_new (NULL);
  const gsize max = ANC_COURT_NAME_MAX - strlen (suffix);

  g_string_append_printf (name, "%0*u", (int) n_digits, number);
  if (*words != '\0')
    g_string_append_printf (name, "_%s", words);
  if (name->len > max)
    {
      const char *cut = g_strrstr_len (name->str, (gssize) max + 1, "-");

      g_string_truncate (name, cut != NULL && cut - name->str >= MIN_CUT ? (gsize) (cut - name->str) : max);
    }
  g_string_append (name, suffix);

  return g_string_free (g_steal_pointer (&name), FALSE);
}
