/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-statement-reader-private.h"

#include <string.h>

/* No job takes more words. */
#define MAX_JOB_WORDS 10

/* Whether a job is over before a word: `depuis`, `en contrat`, `à compter`. */
static gboolean
ends_job (const char *word,
          const char *next)
{
  static const char *const closing[] = { "depuis", "dans", "sous", "pour", "moyennant", "selon", "avec", "coefficient", "niveau", "echelon", "classification", "statut", "position", "cela", "entre", "durant", "pendant", "et", "ou", "qui", "son", "sa", "il", "elle", NULL };
  static const char *const in[] = { "contrat", "cdi", "cdd", "date", NULL };
  static const char *const at[] = { "compter", "dater", "temps", "partir", "raison", "duree", NULL };
  static const char *const to[] = { "sein", "coefficient", "niveau", "salaire", "titre", NULL };

  if (g_strv_contains (closing, word))
    return TRUE;
  if (strcmp (word, "en") == 0)
    return g_strv_contains (in, next);
  if (strcmp (word, "a") == 0)
    return g_strv_contains (at, next);
  if (strcmp (word, "au") == 0)
    return g_strv_contains (to, next);

  return strcmp (word, "du") == 0 && g_ascii_isdigit (*next);
}

/* Whether the one who signs says there what he is: `agissant en qualité de gérant`, `en ma qualité de`. */
static gboolean
is_of_signer (const AncFlow *flow,
              guint index,
              const char *phrase)
{
  static const char *const signs[] = { "agissant", "represente", "representee", NULL };
  guint n_words = 1;

  for (const char *p = phrase; *p != '\0'; p++)
    n_words += *p == ' ';
  for (guint i = index > n_words + 3 ? index - n_words - 3 : 0; i + n_words < index; i++)
    if (g_strv_contains (signs, anc_flow_get_folded (flow, i)))
      return TRUE;

  return FALSE;
}

/* As anc_flow_find_after(), past what the one who signs is. */
static gboolean
find_after (const AncFlow *flow,
            const char *phrase,
            guint *index)
{
  guint from = 0;

  while (anc_flow_find_after (flow, phrase, from, index))
    {
      if (!is_of_signer (flow, *index, phrase))
        return TRUE;
      from = *index;
    }

  return FALSE;
}

static void
read_spelt_job (const AncFlow *flow,
                AncStatement *statement)
{
  static const char *const phrases[] = {
    "en qualite de",
    "en tant que",
    "occupe le poste de",
    "occupe l emploi de",
    "au poste de",
    "aux fonctions de",
    "les fonctions de",
    "l emploi de",
    "emploi a ete celui de",
    "poste de",
    "emploi de",
    "metier de",
    "comme",
  };

  for (guint p = 0; p < G_N_ELEMENTS (phrases); p++)
    {
      g_autoptr (GString) job = g_string_new (NULL);
      guint first, last, index;

      if (!find_after (flow, phrases[p], &first))
        continue;

      last = first;
      for (index = first; index < flow->origins->len && index - first < MAX_JOB_WORDS; index++)
        {
          const AncToken *token = anc_flow_get_token (flow, index);
          gsize length = strlen (token->text);

          if (index > first && anc_flow_begins_sentence (flow, index))
            break;
          if (index > first && (ends_job (token->folded, anc_flow_get_folded (flow, index + 1)) || token->is_number || strchr ("(;", *token->text) != NULL))
            break;
          g_string_append_printf (job, "%s%s", job->len > 0 ? " " : "", token->text);
          last = index;
          if (length > 1 && strchr (",.;", token->text[length - 1]) != NULL)
            break;
        }
      while (job->len > 0 && strchr (",.; ", job->str[job->len - 1]) != NULL)
        g_string_truncate (job, job->len - 1);
      if (job->len >= 3)
        {
          anc_statement_set_words (flow, statement, ANC_STATEMENT_JOB, first, last, job->str, ANC_STATEMENT_SENTENCE);
          return;
        }
    }
}

/* The part of a token behind its apostrophe: `agent` of `d'agent`. */
static const char *
skip_elision (const char *text)
{
  static const char *const marks[] = { "'", "’" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *mark = strstr (text, marks[i]);

      if (mark != NULL && mark - text <= 2)
        return mark + strlen (marks[i]);
    }

  return NULL;
}

/* `en qualité d'agent` has the end of the phrase and the job in one token. */
static void
read_elided_job (const AncFlow *flow,
                 AncStatement *statement)
{
  static const char *const phrases[] = { "en qualite", "en tant", "le poste", "au poste", "l emploi", "les fonctions", "aux fonctions", "emploi a ete celui", "poste", "emploi", "metier" };

  for (guint p = 0; p < G_N_ELEMENTS (phrases); p++)
    {
      g_autoptr (GString) job = NULL;
      const char *rest;
      guint index, last;

      if (!find_after (flow, phrases[p], &index))
        continue;
      rest = skip_elision (anc_flow_get_token (flow, index)->text);
      if (rest == NULL)
        continue;

      job = g_string_new (rest);
      for (last = index; strpbrk (job->str, ",.;") == NULL && last + 1 < flow->origins->len && last - index < MAX_JOB_WORDS; last++)
        {
          const AncToken *next = anc_flow_get_token (flow, last + 1);

          if (anc_flow_begins_sentence (flow, last + 1) || ends_job (next->folded, anc_flow_get_folded (flow, last + 2)) || next->is_number || *next->text == '(')
            break;
          g_string_append_printf (job, " %s", next->text);
        }
      g_string_truncate (job, strcspn (job->str, ",.;"));
      anc_statement_set_words (flow, statement, ANC_STATEMENT_JOB, index, last, job->str, ANC_STATEMENT_SENTENCE);
      return;
    }
}

/**
 * anc_statement_read_job:
 * @flow: a document
 * @statement: takes the job
 */
void
anc_statement_read_job (const AncFlow *flow,
                        AncStatement *statement)
{
  read_spelt_job (flow, statement);
  read_elided_job (flow, statement);
}
