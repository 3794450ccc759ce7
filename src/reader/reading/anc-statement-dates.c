/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-spelt-date.h"
#include "anc-statement-reader-private.h"

#include <string.h>

/* How many words may stand between the two dates of a time, and before that of a signature. */
#define MAX_WORDS_BETWEEN 3
#define MAX_WORDS_TO_DATE 12

/* The date that begins at a token, or right after it. */
static gboolean
read_date (const AncFlow *flow,
           guint index,
           guint *last,
           AncDate *date)
{
  for (guint i = index; i < index + 2 && i < flow->origins->len; i++)
    {
      const AncFlowOrigin *origin = &g_array_index (flow->origins, AncFlowOrigin, i);
      const AncDateHit *hit = anc_layout_find_date (flow->layouts->pdata[origin->layout], origin->token);

      if (hit != NULL && hit->date != ANC_DATE_NONE)
        {
          *date = hit->date;
          *last = i + (hit->last - origin->token);
          return TRUE;
        }
      if (anc_spelt_date_read (flow, i, last, date))
        return TRUE;
    }

  return FALSE;
}

static gboolean
read_date_after (const AncFlow *flow,
                 AncStatement *statement,
                 AncStatementField field,
                 const char *const *phrases,
                 double confidence)
{
  for (; *phrases != NULL; phrases++)
    {
      guint from = 0, index, last;
      AncDate date;

      while (anc_flow_find_after (flow, *phrases, from, &index))
        {
          if (read_date (flow, index, &last, &date))
            {
              char buffer[ANC_DATE_BUFFER_SIZE];

              anc_statement_set_words (flow, statement, field, index, last, anc_date_format (date, buffer), confidence);
              return TRUE;
            }
          from = index;
        }
    }

  return FALSE;
}

/* `du 1er mars 2021 au 31 mai 2024`, `entre le … et le …`, `entrée le … et l'a quittée le …`. */
static void
read_span (const AncFlow *flow,
           AncStatement *statement,
           const char *before,
           const char *between)
{
  guint from = 0, index, last, end, end_last;
  char buffer[ANC_DATE_BUFFER_SIZE];
  AncDate start, stop;

  while (anc_flow_find_after (flow, before, from, &index))
    {
      if (read_date (flow, index, &last, &start) && anc_flow_find_after (flow, between, last, &end) && end - last <= MAX_WORDS_BETWEEN
          && read_date (flow, end, &end_last, &stop) && stop >= start)
        {
          anc_statement_set_words (flow, statement, ANC_STATEMENT_START, index, last, anc_date_format (start, buffer), ANC_STATEMENT_SENTENCE);
          anc_statement_set_words (flow, statement, ANC_STATEMENT_END, end, end_last, anc_date_format (stop, buffer), ANC_STATEMENT_SENTENCE);
          return;
        }
      from = index;
    }
}

/* The rows of a table with two days each, from and to: the work began with the first and ended with the last. */
static void
read_periods (const AncFlow *flow,
              AncStatement *statement)
{
  const AncLayout *layout;
  AncDate start = ANC_DATE_NONE, stop = ANC_DATE_NONE;
  guint first = 0, last = 0;
  char buffer[ANC_DATE_BUFFER_SIZE];

  for (guint p = 0; p < flow->layouts->len && start == ANC_DATE_NONE; p++)
    {
      layout = flow->layouts->pdata[p];
      for (guint i = 0; i + 1 < layout->dates->len; i++)
        {
          const AncDateHit *from = &g_array_index (layout->dates, AncDateHit, i);
          const AncDateHit *to = &g_array_index (layout->dates, AncDateHit, i + 1);

          if (from->date == ANC_DATE_NONE || to->date == ANC_DATE_NONE || from->row != to->row || to->first != from->last + 1 || to->date < from->date
              || anc_layout_get_token (layout, from->first)->segment == anc_layout_get_token (layout, to->first)->segment)
            continue;
          if (start == ANC_DATE_NONE || from->date < start)
            {
              start = from->date;
              first = anc_flow_get_index (flow, p, from->first);
            }
          if (stop == ANC_DATE_NONE || to->date > stop)
            {
              stop = to->date;
              last = anc_flow_get_index (flow, p, to->last);
            }
          i++;
        }
    }
  if (start == ANC_DATE_NONE)
    return;

  anc_statement_set_words (flow, statement, ANC_STATEMENT_START, first, first, anc_date_format (start, buffer), ANC_STATEMENT_LABEL);
  /* The head of the column announces the end of the first time alone. */
  if (strcmp (statement->values[ANC_STATEMENT_START], anc_date_format (start, buffer)) == 0)
    anc_statement_set_words (flow, statement, ANC_STATEMENT_END, last, last, anc_date_format (stop, buffer), ANC_STATEMENT_TABLE);
}

static gboolean
is_capital (const AncToken *token)
{
  return g_unichar_isupper (g_utf8_get_char (token->text));
}

/* `Fait à Trou-en-Brousse, le 3 mars 2026`, `Établie en deux exemplaires le …`: the date stands a few words on. */
static gboolean
read_signature_after_verb (const AncFlow *flow,
                           AncStatement *statement)
{
  static const char *const verbs[] = { "fait", "faite", "faits", "etabli", "etablie", "etablis", "signe", "deposee", "depose" };
  static const char *const behind[] = { "a", "au", "en", "le", "pour", "ce", NULL }; /* no `fait partie de` */
  char buffer[ANC_DATE_BUFFER_SIZE];
  guint last;
  AncDate date;

  for (guint v = 0; v < G_N_ELEMENTS (verbs); v++)
    {
      guint from = 0, index;

      while (anc_flow_find_after (flow, verbs[v], from, &index))
        {
          guint end = g_strv_contains (behind, anc_flow_get_folded (flow, index)) ? MIN (index + MAX_WORDS_TO_DATE, flow->origins->len) : index;

          for (guint i = index; i < end; i++)
            if (strcmp (anc_flow_get_folded (flow, i), "le") == 0 && read_date (flow, i + 1, &last, &date))
              {
                anc_statement_set_words (flow, statement, ANC_STATEMENT_SIGNED_ON, i + 1, last, anc_date_format (date, buffer), ANC_STATEMENT_SENTENCE);
                return TRUE;
              }
          from = index;
        }
    }

  return FALSE;
}

/* The town alone stands before the date, near the end of the paper, or nothing does: `Trou-en-Brousse, le …`, `Le …`. */
static void
read_signature (const AncFlow *flow,
                AncStatement *statement)
{
  char buffer[ANC_DATE_BUFFER_SIZE];
  guint last;
  AncDate date;

  if (read_signature_after_verb (flow, statement))
    return;

  for (guint index = flow->origins->len; index > 1; index--)
    {
      const AncToken *word = anc_flow_get_token (flow, index - 1);
      const AncToken *before = anc_flow_get_token (flow, index - 2);

      if (strcmp (word->folded, "le") == 0
          && (g_str_has_suffix (before->text, ",") || (is_capital (word) && before->row != word->row))
          && read_date (flow, index, &last, &date))
        {
          anc_statement_set_words (flow, statement, ANC_STATEMENT_SIGNED_ON, index, last, anc_date_format (date, buffer), ANC_STATEMENT_LABEL);
          return;
        }
    }
}

/**
 * anc_statement_read_dates:
 * @flow: a document
 * @statement: takes start and end of the work, and when it was signed
 * @kind: what the document is
 */
void
anc_statement_read_dates (const AncFlow *flow,
                          AncStatement *statement,
                          AncKind kind)
{
  static const char *const starts[] = { "depuis le", "a compter du", "a partir du", "prendra effet le", "prend effet le", "embauche le", "embauchee le", "engage le", "engagee le", "entre le", "entre dans notre entreprise le", "entree dans notre entreprise le", "entree le", "a dater du", "date d entree", "date d embauche", "debut du contrat", NULL };
  static const char *const ends[] = { "jusqu au", "prendra fin le", "prend fin le", "sorti le", "sortie le", "quitte le", "quittee le", "date de sortie", "fin du contrat", NULL };
  static const char *const signatures[] = { "fait le", "signe le", "etabli le", "edite le", NULL };

  if (kind != ANC_KIND_TAX_NOTICE)
    {
      read_span (flow, statement, "du", "au");
      read_span (flow, statement, "entre le", "et le");
      read_periods (flow, statement);
      read_date_after (flow, statement, ANC_STATEMENT_START, starts, ANC_STATEMENT_LABEL);
      read_date_after (flow, statement, ANC_STATEMENT_END, ends, ANC_STATEMENT_LABEL);
    }
  if (read_date_after (flow, statement, ANC_STATEMENT_SIGNED_ON, signatures, ANC_STATEMENT_SENTENCE))
    return;

  read_signature (flow, statement);
}
