/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-form-mapping.h"
#include "anc-reading-private.h"
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

/* ---- Contract ------------------------------------------------------------------------------- */

static const struct
{
  const char *phrase;
  const char *contract;
} contracts[] = {
  { "contrat de mission", "agency" },
  { "travail temporaire", "agency" },
  { "interimaire", "agency" },
  { "duree indeterminee", "permanent" },
  { "cdi", "permanent" },
  { "saisonnier", "seasonal" },
  { "duree determinee", "fixed_term" },
  { "cdd", "fixed_term" },
};

/* Whether a word is the cross in a box before a choice. */
static gboolean
is_tick (const char *text)
{
  static const char *const ticks[] = { "X", "x", "☒", "☑", "✓", "✔", "✗", "✘", "[X]", "[x]", "(X)", "(x)", NULL };

  return g_strv_contains (ticks, text);
}

/* Whether the line of a word offers several contracts to choose from. */
static gboolean
is_choice (const AncFlow *flow,
           guint index)
{
  const AncFlowOrigin *origin = &g_array_index (flow->origins, AncFlowOrigin, index);
  const AncLayout *layout = flow->layouts->pdata[origin->layout];
  guint row = anc_layout_get_token (layout, origin->token)->row;
  guint end = anc_layout_get_row_end (layout, row);
  g_autoptr (GString) text = g_string_new (" ");
  const char *found = NULL;

  for (guint i = anc_layout_get_segment (layout, anc_layout_get_row (layout, row)->first)->first; i < end; i++)
    g_string_append_printf (text, "%s ", anc_layout_get_token (layout, i)->folded);
  for (guint i = 0; i < G_N_ELEMENTS (contracts); i++)
    {
      g_autofree char *padded = g_strdup_printf (" %s ", contracts[i].phrase);

      if (strstr (text->str, padded) == NULL)
        continue;
      if (found != NULL && strcmp (found, contracts[i].contract) != 0)
        return TRUE;
      found = contracts[i].contract;
    }

  return FALSE;
}

/* Whether a choice that ends at a word is ticked: the cross stands before its first word, or before `à` and that. */
static gboolean
is_ticked (const AncFlow *flow,
           guint last,
           const char *phrase)
{
  guint before = last;

  for (const char *p = phrase; *p != '\0'; p++)
    before -= *p == ' ' && before > 0;
  for (guint i = 0; i < 2 && before > 0; i++)
    {
      before--;
      if (is_tick (anc_flow_get_token (flow, before)->text))
        return TRUE;
      if (strcmp (anc_flow_get_folded (flow, before), "a") != 0 && strcmp (anc_flow_get_folded (flow, before), "contrat") != 0)
        return FALSE;
    }

  return FALSE;
}

static void
read_contract (const AncFlow *flow,
               AncStatement *statement)
{
  for (guint i = 0; i < G_N_ELEMENTS (contracts); i++)
    {
      guint from = 0, index;

      while (anc_flow_find_after (flow, contracts[i].phrase, from, &index))
        {
          gboolean choice = is_choice (flow, index - 1);

          if (!choice || is_ticked (flow, index - 1, contracts[i].phrase))
            anc_statement_set_words (flow, statement, ANC_STATEMENT_CONTRACT, index - 1, index - 1, contracts[i].contract, choice ? ANC_STATEMENT_FORM : ANC_STATEMENT_SENTENCE);
          from = index;
        }
    }
}

/* ---- Hours and pay -------------------------------------------------------------------------- */

/* An amount whose thousands stand at the end of the line before: `1` and `986,17`. */
static gboolean
goes_on (const AncFlow *flow,
         guint index,
         AncAmount *value)
{
  const AncToken *token = anc_flow_get_token (flow, index);
  const AncToken *before = index > 0 ? anc_flow_get_token (flow, index - 1) : NULL;

  if (before == NULL || !before->is_number || before->row == token->row || token->number.decimals != 2 || strlen (before->text) > 3
      || strspn (before->text, "0123456789") != strlen (before->text) || strspn (token->text, "0123456789") != 3)
    return FALSE;

  *value = before->number.value * 1000 + token->number.value;
  return TRUE;
}

static void
take_gross (const AncFlow *flow,
            AncStatement *statement,
            guint index)
{
  char buffer[ANC_AMOUNT_BUFFER_SIZE];
  AncAmount value;

  if (goes_on (flow, index, &value))
    anc_statement_set_words (flow, statement, ANC_STATEMENT_GROSS_MONTHLY, index - 1, index, anc_amount_format (value, 2, 2, buffer), ANC_STATEMENT_SENTENCE);
  else
    anc_statement_set_words (flow, statement, ANC_STATEMENT_GROSS_MONTHLY, index, index, NULL, ANC_STATEMENT_SENTENCE);
}

/* Whether a number is that of a box in a form: `9. Heures par semaine`. */
static gboolean
counts_boxes (const AncToken *token)
{
  gsize digits = strspn (token->text, "0123456789");

  return digits > 0 && token->text[digits] == '.' && !g_ascii_isdigit (token->text[digits + 1]);
}

/* Whether a number of hours is what another takes the place of: `de 15 heures à 28 heures`. */
static gboolean
is_replaced (const AncFlow *flow,
             guint index)
{
  guint next = index + 1;

  next += g_str_has_prefix (anc_flow_get_folded (flow, next), "heure");
  return index > 0 && next + 1 < flow->origins->len && strcmp (anc_flow_get_folded (flow, index - 1), "de") == 0
         && strcmp (anc_flow_get_folded (flow, next), "a") == 0 && anc_flow_get_token (flow, next + 1)->is_number;
}

/* `par mois pour 151,67 heures`. */
static gboolean
follows_month (const AncFlow *flow,
               guint index)
{
  return index > 1 && strcmp (anc_flow_get_folded (flow, index - 1), "pour") == 0 && g_str_has_prefix (anc_flow_get_folded (flow, index - 2), "mois");
}

static void
read_numbers (const AncFlow *flow,
              AncStatement *statement)
{
  static const char *const weekly[] = { "heures par semaine", "heures de travail par semaine", "de travail par semaine", "heures hebdomadaires", "par semaine", "hebdomadaire", "h par semaine", "h semaine", "heures semaine", NULL };
  static const char *const monthly[] = { "heures par mois", "heures mensuelles", "par mois", "mensuel", "h par mois", "heures mois", NULL };

  for (guint i = 0; i < flow->origins->len; i++)
    {
      const AncToken *token = anc_flow_get_token (flow, i);
      gboolean hours = token->number.unit == ANC_UNIT_HOURS
                       || g_str_has_prefix (anc_flow_get_folded (flow, i + 1), "heure");

      if (!token->is_number || token->number.unit == ANC_UNIT_PERCENT || counts_boxes (token) || is_replaced (flow, i))
        continue;

      if (hours && token->number.value <= 60 * ANC_AMOUNT_UNIT
          && (anc_flow_follows (flow, i + 1, weekly) || anc_flow_precedes (flow, i, "hebdomadaire")))
        anc_statement_set_words (flow, statement, ANC_STATEMENT_WEEKLY_HOURS, i, i, NULL, ANC_STATEMENT_SENTENCE);
      else if (hours && token->number.value <= 250 * ANC_AMOUNT_UNIT
               && (anc_flow_follows (flow, i + 1, monthly) || anc_flow_precedes (flow, i, "mensuel") || follows_month (flow, i)))
        anc_statement_set_words (flow, statement, ANC_STATEMENT_MONTHLY_HOURS, i, i, NULL, ANC_STATEMENT_SENTENCE);
      else if (!hours && token->number.value >= 100 * ANC_AMOUNT_UNIT && token->number.value < 50000 * ANC_AMOUNT_UNIT
               && (anc_flow_precedes (flow, i, "mensuel") || anc_flow_follows (flow, i + 1, monthly) || anc_flow_follows (flow, i + 2, monthly))
               && (anc_flow_precedes (flow, i, "brut") || anc_flow_follows (flow, i + 1, (const char *const[]){ "brut", "euros brut", "euro brut", NULL }))
               && !anc_flow_precedes (flow, i, "annuel"))
        take_gross (flow, statement, i);
    }
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
  anc_statement_read_form (&flow, statement);
  anc_statement_read_employer (&flow, statement, kind);
  anc_statement_read_job (&flow, statement);
  anc_statement_read_dates (&flow, statement, kind);
  read_contract (&flow, statement);
  read_numbers (&flow, statement);
  anc_statement_read_employee (&flow, statement);
  anc_flow_clear (&flow);

  return statement;
}
