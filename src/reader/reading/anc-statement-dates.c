/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-statement-reader-private.h"

#include <string.h>

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

/* `du 1er mars 2021 au 31 mai 2024`, `entre le … et le …`. */
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
      if (read_date (flow, index, &last, &start) && anc_flow_find_after (flow, between, last, &end) && end - last <= 3
          && read_date (flow, end, &end_last, &stop) && stop >= start)
        {
          anc_statement_set_words (flow, statement, ANC_STATEMENT_START, index, last, anc_date_format (start, buffer), ANC_STATEMENT_SENTENCE);
          anc_statement_set_words (flow, statement, ANC_STATEMENT_END, end, end_last, anc_date_format (stop, buffer), ANC_STATEMENT_SENTENCE);
          return;
        }
      from = index;
    }
}

/* `Fait à Trou-en-Brousse, le 3 mars 2026`: the date stands a few words on; or the town alone stands before it,
 * near the end of the paper. */
static void
read_signature (const AncFlow *flow,
                AncStatement *statement)
{
  char buffer[ANC_DATE_BUFFER_SIZE];
  guint from = 0, index, last;
  AncDate date;

  while (anc_flow_find_after (flow, "fait a", from, &index))
    {
      for (guint i = index; i < index + 8; i++)
        if (read_date (flow, i, &last, &date))
          {
            anc_statement_set_words (flow, statement, ANC_STATEMENT_SIGNED_ON, i, last, anc_date_format (date, buffer), ANC_STATEMENT_SENTENCE);
            return;
          }
      from = index;
    }

  for (index = flow->origins->len; index > 1; index--)
    if (strcmp (anc_flow_get_folded (flow, index - 1), "le") == 0 && g_str_has_suffix (anc_flow_get_token (flow, index - 2)->text, ",")
        && read_date (flow, index, &last, &date))
      {
        anc_statement_set_words (flow, statement, ANC_STATEMENT_SIGNED_ON, index, last, anc_date_format (date, buffer), ANC_STATEMENT_LABEL);
        return;
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
  static const char *const starts[] = { "depuis le", "a compter du", "a partir du", "prendra effet le", "prend effet le", "embauche le", "embauchee le", "engage le", "engagee le", "entre le", "entree le", "date d entree", "date d embauche", "debut du contrat", NULL };
  static const char *const ends[] = { "jusqu au", "prendra fin le", "prend fin le", "sorti le", "sortie le", "date de sortie", "fin du contrat", NULL };
  static const char *const signatures[] = { "fait le", "signe le", "fait a", "etabli le", "edite le", NULL };

  if (kind != ANC_KIND_TAX_NOTICE)
    {
      read_span (flow, statement, "du", "au");
      read_span (flow, statement, "entre le", "et le");
      read_date_after (flow, statement, ANC_STATEMENT_START, starts, ANC_STATEMENT_LABEL);
      read_date_after (flow, statement, ANC_STATEMENT_END, ends, ANC_STATEMENT_LABEL);
    }
  if (read_date_after (flow, statement, ANC_STATEMENT_SIGNED_ON, signatures, ANC_STATEMENT_SENTENCE))
    return;

  read_signature (flow, statement);
}
