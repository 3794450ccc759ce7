/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-person-name.h"

#include "anc-blocks.h"

#include <string.h>

#define MAX_WORDS 8
#define MAX_MIXED 4

/* Words that no name holds, and that show that a text is something else. */
static const char *const foreign_words[] = {
  "bulletin",
  "paie",
  "salaire",
  "net",
  "brut",
  "total",
  "rue",
  "avenue",
  "boulevard",
  "place",
  "cotisations",
  "base",
  "taux",
  "montant",
  "part",
  "heures",
  "emploi",
  "convention",
  "periode",
  "page",
  "numero",
  "code",
  "matricule",
  "siret",
  "securite",
  "sociale",
  "employeur",
  "contrat",
  "virement",
  "paiement",
  "date",
  "entreprise",
  "salarie",
  "salariee",
  "cumul",
  "conges",
  "adresse",
  "patronale",
  "salariale",
  "retraite",
  "societe",
};

/* Words after which a name is over: `née FICTIVE`, `matricule 12`. */
static const char *const closing_words[] = { "ne", "nee", "matricule", "mat", "n", "no", "epouse", "demeurant", "domicilie", "domiciliee", "de nationalite", "residant" };

static gboolean
is_in (const char *word,
       const char *const *words,
       guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (strcmp (word, words[i]) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
begins_with_capital (const AncToken *token)
{
  return g_unichar_isupper (g_utf8_get_char (token->text));
}

/* `Le` is a part of many names; `le` and what stands before a day is not. */
static gboolean
is_foreign (const AncLayout *layout,
            guint token,
            guint last)
{
  const AncToken *word = anc_layout_get_token (layout, token);

  if (strcmp (word->folded, "le") == 0)
    return !begins_with_capital (word) || token == last || !begins_with_capital (anc_layout_get_token (layout, token + 1));

  return is_in (word->folded, foreign_words, G_N_ELEMENTS (foreign_words));
}

static gboolean
is_name_word (const AncToken *token)
{
  guint letters = 0;

  for (const char *p = token->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c))
        letters++;
      else if (strchr ("-'.,", (int) c) == NULL && c != 0x2019)
        return FALSE;
    }

  return letters > 0;
}

/**
 * anc_person_name_trim:
 * @layout: a page
 * @first: (inout): a token
 * @last: (inout): one that is not before it
 *
 * Takes off what stands around a name: `M.`, `(12345)`, `née …`.
 *
 * Returns: whether what is left looks like the name of a person
 */
gboolean
anc_person_name_trim (const AncLayout *layout,
                      guint *first,
                      guint *last)
{
  guint words = 0;
  gboolean capital = FALSE;

  while (*first < *last && anc_blocks_has_civility (anc_layout_get_token (layout, *first)->folded))
    {
      ++*first;
      /* `M. et Mme`, `M. ou Mme`: only one of them is meant. */
      if (*first < *last
          && (strcmp (anc_layout_get_token (layout, *first)->folded, "et") == 0
              || strcmp (anc_layout_get_token (layout, *first)->folded, "ou") == 0))
        ++*first;
    }

  for (guint i = *first; i <= *last; i++)
    {
      const AncToken *token = anc_layout_get_token (layout, i);

      if (i > *first
          && (token->is_number || *token->text == '(' || !is_name_word (token)
              || is_in (token->folded, closing_words, G_N_ELEMENTS (closing_words))))
        {
          *last = i - 1;
          break;
        }
      if (!is_name_word (token) || is_foreign (layout, i, *last))
        return FALSE;
      capital |= begins_with_capital (token);
      words++;
      if (token->colon && i < *last)
        return FALSE;
    }

  return capital && words <= MAX_WORDS;
}

/**
 * anc_person_name_trim_sentence:
 * @layout: a page
 * @first: (inout): a token in a sentence, where a name begins
 * @last: (inout): one that is not before it
 *
 * Cuts a sentence after the name it begins with: the words in it that have a capital.
 *
 * Returns: whether what is left looks like the name of a person
 */
gboolean
anc_person_name_trim_sentence (const AncLayout *layout,
                               guint *first,
                               guint *last)
{
  static const char *const particles[] = { "de", "du", "des", "la", "le", "d", "ben", "el", "al", "a", "et" };
  /* What goes on after a name, for a sentence that is all in capitals. */
  static const char *const verbs[] = { "est", "travaille", "occupe", "fait", "exerce", "etait", "employe", "employee", "salarie", "salariee", "engage", "engagee" };

  for (guint i = *first + 1; i <= *last; i++)
    {
      const AncToken *token = anc_layout_get_token (layout, i);
      gsize length = strlen (token->text);

      if ((!g_unichar_isupper (g_utf8_get_char (token->text)) && !is_in (token->folded, particles, G_N_ELEMENTS (particles)))
          || is_in (token->folded, verbs, G_N_ELEMENTS (verbs)))
        {
          *last = i - 1;
          break;
        }
      if (length > 1 && (token->text[length - 1] == ',' || (token->text[length - 1] == '.' && i > *first)))
        {
          *last = i;
          break;
        }
    }

  while (*last > *first
         && is_in (anc_layout_get_token (layout, *last)->folded, particles, G_N_ELEMENTS (particles)))
    --*last;

  return anc_person_name_trim (layout, first, last);
}

/**
 * anc_person_name_is_mixed:
 * @layout: a page
 * @first: a token of it
 * @last: one that is not before it
 *
 * Returns: whether a text is written as people's names are on papers and hardly anything else: two to four words, some
 *   in capitals alone and the others with one capital, as in `First LAST`
 */
gboolean
anc_person_name_is_mixed (const AncLayout *layout,
                          guint first,
                          guint last)
{
  guint capitals = 0, capitalized = 0;

  for (guint i = first; i <= last; i++)
    {
      const char *text = anc_layout_get_token (layout, i)->text;
      g_autofree char *upper = g_utf8_strup (text, -1);

      if (strcmp (upper, text) == 0 && g_utf8_strlen (text, -1) > 1)
        capitals++;
      else if (g_unichar_isupper (g_utf8_get_char (text)))
        capitalized++;
    }

  return capitals > 0 && capitalized > 0 && capitals + capitalized <= MAX_MIXED;
}
