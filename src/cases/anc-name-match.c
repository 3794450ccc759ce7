/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-name-match.h"

#include "anc-fold.h"

#include <string.h>

/* Words beside names that are no part of them. */
static const char *const titles[] = { "m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", NULL };

/* Words after which another name of the same person follows. */
static const char *const alias_words[] = {
  "alias",
  "aka",
  "dit",
  "dite",
  "ou",
  "nee",
  "ne",
  "epouse",
  "epoux",
  "ep",
  "veuve",
  "veuf",
  "usage",
  "usuel",
  NULL
};

static gboolean
is_one_of (const char *const *words,
           const char *word)
{
  return g_strv_contains (words, word);
}

/* The words of a name, folded, without titles and without words between aliases. */
static GPtrArray *
split_words (const char *name)
{
  g_autofree char *folded = anc_fold (name != NULL ? name : "", -1);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GPtrArray *kept = g_ptr_array_new_with_free_func (g_free);

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0' && !is_one_of (titles, *word) && !is_one_of (alias_words, *word))
      g_ptr_array_add (kept, g_strdup (*word));

  return kept;
}

/* Marks the words of @on_paper that, one after the other, spell @word: `ben ali` is `benali`. */
static gboolean
mark_word (GPtrArray *on_paper,
           gboolean *is_taken,
           const char *word)
{
  for (guint start = 0; start < on_paper->len; start++)
    {
      const char *rest = word;
      guint end = start;

      while (end < on_paper->len && !is_taken[end] && *rest != '\0' && g_str_has_prefix (rest, g_ptr_array_index (on_paper, end)))
        rest += strlen (g_ptr_array_index (on_paper, end++));
      if (*rest != '\0' || end == start)
        continue;
      for (guint i = start; i < end; i++)
        is_taken[i] = TRUE;
      return TRUE;
    }

  return FALSE;
}

/* The initial of a given name stands for it. */
static gboolean
mark_initial (GPtrArray *on_paper,
              gboolean *is_taken,
              const char *word)
{
  for (guint i = 0; i < on_paper->len; i++)
    {
      const char *other = g_ptr_array_index (on_paper, i);

      if (!is_taken[i] && g_utf8_strlen (other, -1) == 1 && g_utf8_get_char (other) == g_utf8_get_char (word))
        {
          is_taken[i] = TRUE;
          return TRUE;
        }
    }

  return FALSE;
}

/* How the name on paper is that of one family name with the given ones. */
static AncNameMatch
match_one (const char *family_name,
           const char *given_names,
           GPtrArray *on_paper)
{
  g_autoptr (GPtrArray) family = split_words (family_name);
  g_autoptr (GPtrArray) given = split_words (given_names);
  g_autofree gboolean *is_taken = g_new0 (gboolean, on_paper->len + 1);
  guint n_family = 0, n_given = 0, n_left = 0;

  if (family->len == 0 && given->len == 0)
    return ANC_NAME_MATCH_OTHER;

  g_ptr_array_add (family, NULL);
  if (family->len > 2)
    {
      g_autofree char *joined = g_strjoinv ("", (char **) family->pdata);

      if (mark_word (on_paper, is_taken, joined))
        n_family = family->len - 1;
    }
  for (guint i = 0; n_family < family->len - 1 && i < family->len - 1; i++)
    n_family += mark_word (on_paper, is_taken, g_ptr_array_index (family, i)) ? 1 : 0;
  for (guint i = 0; i < given->len; i++)
    n_given += mark_word (on_paper, is_taken, g_ptr_array_index (given, i))
                       || mark_initial (on_paper, is_taken, g_ptr_array_index (given, i))
                   ? 1
                   : 0;
  for (guint i = 0; i < on_paper->len; i++)
    n_left += is_taken[i] ? 0 : 1;

  /* Relatives share a family name, strangers a given one. */
  if (n_family == family->len - 1)
    return n_given > 0 ? ANC_NAME_MATCH_FULL : (n_left == 0 && n_family > 0 ? ANC_NAME_MATCH_PARTLY : ANC_NAME_MATCH_OTHER);

  return n_family > 0 && n_given > 0 ? ANC_NAME_MATCH_PARTLY : ANC_NAME_MATCH_OTHER;
}

/* The family names a person goes by: `Fictif alias Chimère` are two. */
static GPtrArray *
split_aliases (const char *family_name)
{
  g_autofree char *folded = anc_fold (family_name != NULL ? family_name : "", -1);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autoptr (GString) name = g_string_new (NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (char **word = words; *word != NULL; word++)
    if (is_one_of (alias_words, *word) && name->len > 0)
      {
        g_ptr_array_add (names, g_strdup (name->str));
        g_string_truncate (name, 0);
      }
    else if (!is_one_of (alias_words, *word))
      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", *word);
  if (name->len > 0 || names->len == 0)
    g_ptr_array_add (names, g_strdup (name->str));

  return names;
}

/**
 * anc_name_match:
 * @family_name: (nullable): of the person, with other names they go by after `alias`, `née`, `épouse`…
 * @given_names: (nullable): of the person
 * @on_paper: (nullable): as a paper writes the name
 *
 * Tells whether a name is a person's, whatever its case, accents, punctuation and order: all words of one of
 * the family names and one of the given ones, or its initial, have to be there.
 */
AncNameMatch
anc_name_match (const char *family_name,
                const char *given_names,
                const char *on_paper)
{
  g_autoptr (GPtrArray) words = split_words (on_paper);
  g_autoptr (GPtrArray) names = NULL;
  AncNameMatch best = ANC_NAME_MATCH_OTHER;

  if (words->len == 0)
    return ANC_NAME_MATCH_NONE;

  names = split_aliases (family_name);
  for (guint i = 0; i < names->len; i++)
    best = MAX (best, match_one (g_ptr_array_index (names, i), given_names, words));

  return best;
}
