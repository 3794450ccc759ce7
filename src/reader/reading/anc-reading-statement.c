/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-form-mapping.h"
#include "anc-person-name.h"
#include "anc-reading-private.h"
#include "anc-slip-reader.h"
#include "anc-statement-reader-private.h"
#include "anc-statement-values.h"

#include <string.h>

/**
 * anc_statement_set_words:
 * @flow: a document
 * @statement: a statement
 * @field: a field of it
 * @first: the first word of what was read
 * @last: the last
 * @value: (nullable): what it says; %NULL for the words themselves
 * @confidence: how sure it is, for words that were not read from a picture
 *
 * Notes a value, as anc_statement_set() does.
 */
void
anc_statement_set_words (const AncFlow *flow,
                         AncStatement *statement,
                         AncStatementField field,
                         guint first,
                         guint last,
                         const char *value,
                         double confidence)
{
  const AncFlowOrigin *from = &g_array_index (flow->origins, AncFlowOrigin, first);
  const AncFlowOrigin *to = &g_array_index (flow->origins, AncFlowOrigin, last);
  const AncLayout *layout = flow->layouts->pdata[from->layout];
  guint end = to->layout == from->layout ? to->token : from->token;
  g_autofree char *text = anc_layout_dup_text (layout, from->token, end);
  g_autofree char *normal = NULL;
  AncPlace place = { .page = layout->page, .rect = anc_layout_get_rect (layout, from->token, end), .confidence = confidence };

  place.text = text;
  while (*text != '\0' && strchr (",.;", text[strlen (text) - 1]) != NULL)
    text[strlen (text) - 1] = '\0'; /* what ends a sentence is no part of a name */
  if (layout->from_ocr)
    place.confidence *= 0.5 + 0.5 * anc_layout_get_confidence (layout, from->token, end);
  normal = anc_statement_normalize (field, value != NULL ? value : text);
  if (normal != NULL)
    anc_statement_set (statement, field, normal, &place);
}

/* ---- Contract, hours, pay ------------------------------------------------------------------- */

static void
read_contract (const AncFlow *flow,
               AncStatement *statement)
{
  static const struct
  {
    const char *phrase;
    const char *contract;
  } rows[] = {
    { "duree indeterminee", "permanent" },
    { "cdi", "permanent" },
    { "saisonnier", "seasonal" },
    { "contrat saisonnier", "seasonal" },
    { "duree determinee", "fixed_term" },
    { "cdd", "fixed_term" },
    { "contrat de mission", "agency" },
    { "travail temporaire", "agency" },
  };
  guint index;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (anc_flow_find_after (flow, rows[i].phrase, 0, &index) && index > 0)
      {
        anc_statement_set_words (flow, statement, ANC_STATEMENT_CONTRACT, index - 1, index - 1, rows[i].contract, ANC_STATEMENT_SENTENCE);
        return;
      }
}

static void
read_numbers (const AncFlow *flow,
              AncStatement *statement)
{
  static const char *const weekly[] = { "heures par semaine", "heures hebdomadaires", "par semaine", "hebdomadaire", "h par semaine", "h semaine", "heures semaine", NULL };
  static const char *const monthly[] = { "heures par mois", "heures mensuelles", "par mois", "mensuel", "h par mois", "heures mois", NULL };

  for (guint i = 0; i < flow->origins->len; i++)
    {
      const AncToken *token = anc_flow_get_token (flow, i);
      gboolean hours = token->number.unit == ANC_UNIT_HOURS
                       || g_str_has_prefix (anc_flow_get_folded (flow, i + 1), "heure");

      if (!token->is_number || token->number.unit == ANC_UNIT_PERCENT)
        continue;

      if (hours && token->number.value <= 60 * ANC_AMOUNT_UNIT
          && (anc_flow_follows (flow, i + 1, weekly) || anc_flow_precedes (flow, i, "hebdomadaire")))
        anc_statement_set_words (flow, statement, ANC_STATEMENT_WEEKLY_HOURS, i, i, NULL, ANC_STATEMENT_SENTENCE);
      else if (hours && token->number.value <= 250 * ANC_AMOUNT_UNIT
               && (anc_flow_follows (flow, i + 1, monthly) || anc_flow_precedes (flow, i, "mensuel")))
        anc_statement_set_words (flow, statement, ANC_STATEMENT_MONTHLY_HOURS, i, i, NULL, ANC_STATEMENT_SENTENCE);
      else if (!hours && token->number.value >= 100 * ANC_AMOUNT_UNIT && token->number.value < 50000 * ANC_AMOUNT_UNIT
               && (anc_flow_precedes (flow, i, "mensuel") || anc_flow_follows (flow, i + 1, monthly) || anc_flow_follows (flow, i + 2, monthly))
               && (anc_flow_precedes (flow, i, "brut") || anc_flow_follows (flow, i + 1, (const char *const[]){ "brut", "euros brut", "euro brut", NULL }))
               && !anc_flow_precedes (flow, i, "annuel"))
        anc_statement_set_words (flow, statement, ANC_STATEMENT_GROSS_MONTHLY, i, i, NULL, ANC_STATEMENT_SENTENCE);
    }
}

/* ---- People --------------------------------------------------------------------------------- */

/* The person a paper is about stands after its verb; the one who signs, before. */
static void
read_employee (const AncFlow *flow,
               AncStatement *statement)
{
  static const char *const phrases[] = { "atteste que", "attestons que", "atteste par la presente que", "certifie que", "certifions que", "certifie employer", "certifie avoir employe", "certifie avoir employe dans notre entreprise", "atteste employer", "atteste avoir employe", "employons", "et", "d autre part" };

  for (guint p = 0; p < G_N_ELEMENTS (phrases); p++)
    {
      guint from = 0, index;

      while (anc_flow_find_after (flow, phrases[p], from, &index))
        {
          const AncFlowOrigin *origin = &g_array_index (flow->origins, AncFlowOrigin, index);
          const AncLayout *layout = flow->layouts->pdata[origin->layout];
          guint first = origin->token;
          guint last = MIN (first + 7, layout->tokens->len - 1);
          const char *civility = anc_layout_get_token (layout, first)->folded;

          from = index;
          if (strcmp (civility, "m") != 0 && strcmp (civility, "mme") != 0 && strcmp (civility, "monsieur") != 0
              && strcmp (civility, "madame") != 0 && strcmp (civility, "mademoiselle") != 0)
            continue;
          if (!anc_person_name_trim_sentence (layout, &first, &last))
            continue;
          anc_statement_set_words (flow, statement, ANC_STATEMENT_EMPLOYEE, index + (first - origin->token), index + (last - origin->token), NULL, ANC_STATEMENT_SENTENCE);
          return;
        }
    }
}

/* The first party of a contract: `Entre les soussignés : la société …,`. */
static void
read_first_party (const AncFlow *flow,
                  AncStatement *statement)
{
  static const char *const phrases[] = { "entre les soussignes", "entre les soussignees", "entre" };
  static const char *const skipped[] = { "la", "l", "le", "societe", "entreprise", "d", "une", "part", NULL };
  guint index, last;

  for (guint p = 0; p < G_N_ELEMENTS (phrases); p++)
    {
      if (!anc_flow_find_after (flow, phrases[p], 0, &index) || !anc_flow_get_token (flow, index - 1)->colon)
        continue;

      while (index + 1 < flow->origins->len && g_strv_contains (skipped, anc_flow_get_folded (flow, index)))
        index++;
      for (last = index; last + 1 < flow->origins->len && anc_flow_get_token (flow, last + 1)->row == anc_flow_get_token (flow, index)->row
                         && !g_str_has_suffix (anc_flow_get_token (flow, last)->text, ",");
           last++)
        ;
      anc_statement_set_words (flow, statement, ANC_STATEMENT_EMPLOYER, index, last, NULL, ANC_STATEMENT_SENTENCE);
      return;
    }
}

/* What labels and letterheads tell, as on a payslip. */
static void
read_labelled (const GPtrArray *layouts,
               AncStatement *statement)
{
  static const struct
  {
    AncStatementField field;
    AncSlipField place;
  } rows[] = {
    { ANC_STATEMENT_EMPLOYER, ANC_SLIP_EMPLOYER },
    { ANC_STATEMENT_SIRET, ANC_SLIP_SIRET },
    { ANC_STATEMENT_EMPLOYEE, ANC_SLIP_EMPLOYEE },
    { ANC_STATEMENT_JOB, ANC_SLIP_JOB },
  };
  g_autoptr (AncSlip) slip = NULL;

  if (layouts->len == 0)
    return;

  slip = anc_slip_read ((const AncLayout *const *) layouts->pdata, layouts->len, ANC_KIND_PAYSLIP);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *values[] = { slip->employer, slip->siret, slip->employee, slip->job };
      AncPlace place = slip->places[rows[i].place];

      if (values[i] == NULL)
        continue;
      place.confidence = MIN (place.confidence, rows[i].field == ANC_STATEMENT_SIRET ? 1 : ANC_STATEMENT_LABEL);
      anc_statement_set (statement, rows[i].field, values[i], &place);
    }
  statement->siret_valid = slip->siret_valid;
}

/**
 * anc_reading_read_statement:
 * @layouts: (element-type AncLayout): the pages of a document
 * @form_fields: (element-type AncFormField): the fields of its form
 * @kind: what the document is; no payslip
 *
 * Returns: (transfer full): what it says about somebody's work; what somebody filled into a form comes first
 */
AncStatement *
anc_reading_read_statement (const GPtrArray *layouts,
                            const GPtrArray *form_fields,
                            AncKind kind)
{
  AncStatement *statement = anc_statement_new ();
  AncFlow flow;

  anc_form_mapping_read (form_fields, layouts, statement);
  if (kind == ANC_KIND_TAX_NOTICE || form_fields->len > 0)
    return statement;

  anc_flow_init (&flow, layouts);
  read_labelled (layouts, statement);
  if (kind == ANC_KIND_EMPLOYMENT_CONTRACT)
    read_first_party (&flow, statement);
  anc_statement_read_job (&flow, statement);
  anc_statement_read_dates (&flow, statement, kind);
  read_contract (&flow, statement);
  read_numbers (&flow, statement);
  read_employee (&flow, statement);
  anc_flow_clear (&flow);

  return statement;
}
