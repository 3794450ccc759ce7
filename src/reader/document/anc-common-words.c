/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-common-words.h"

#include "anc-fold.h"

#include <string.h>

/* Fewer words of letters tell nothing. */
#define FEW_WORDS 30

static const char *const common_words[] = {
  "a",
  "au",
  "aux",
  "avec",
  "base",
  "brut",
  "bulletin",
  "code",
  "contrat",
  "csg",
  "d",
  "date",
  "de",
  "des",
  "du",
  "emploi",
  "en",
  "est",
  "et",
  "euros",
  "heures",
  "il",
  "l",
  "la",
  "le",
  "les",
  "n",
  "net",
  "nom",
  "non",
  "ou",
  "par",
  "pas",
  "payer",
  "pour",
  "que",
  "rue",
  "salaire",
  "se",
  "siret",
  "sociale",
  "sur",
  "taux",
  "total",
  "travail",
  "un",
  "une",
  "vous",
};

static gboolean
is_common (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (common_words); i++)
    if (strcmp (word, common_words[i]) == 0)
      return TRUE;

  return FALSE;
}

/**
 * anc_common_words_measure:
 * @text: the words of a page
 *
 * Returns: which part of its words every French paper has, 0 to 1: next to none of a page that was read on its
 *   head, or whose letters mean others than they show; 1 where there are too few words to tell
 */
double
anc_common_words_measure (const AncPageText *text)
{
  guint lettered = 0, common = 0;

  for (guint i = 0; i < anc_page_text_get_n_words (text); i++)
    {
      g_autofree char *folded = anc_fold (anc_page_text_get_word (text, i)->text, -1);
      g_auto (GStrv) parts = g_strsplit (folded, " ", -1);

      for (char **part = parts; *part != NULL; part++)
        if (g_ascii_isalpha (**part))
          {
            lettered++;
            common += is_common (*part);
          }
    }

  return lettered < FEW_WORDS ? 1 : (double) common / lettered;
}
