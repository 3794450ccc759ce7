/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom a paper is about, and who employs that person. */

#include "anc-blocks.h"
#include "anc-fold.h"
#include "anc-person-name.h"
#include "anc-siret.h"
#include "anc-slip-reader.h"
#include "anc-statement-reader-private.h"

#include <string.h>

/* How many words may stand between a verb and the person it is about: `certifie employer à mon domicile Mme …`. */
#define MAX_WORDS_TO_PERSON 12

/* No name takes more words. */
#define MAX_PERSON_WORDS 7
#define MAX_FIRM_WORDS 10

/* What the first line of a letter paper is worth, and what it is where the paper names the same firm again. */
#define LETTERHEAD 0.5
#define REPEATED_LETTERHEAD 0.82

static const AncLayout *
get_layout (const AncFlow *flow,
            guint index)
{
  return flow->layouts->pdata[g_array_index (flow->origins, AncFlowOrigin, index).layout];
}

static gboolean
is_capital (const AncFlow *flow,
            guint index)
{
  return g_unichar_isupper (g_utf8_get_char (anc_flow_get_token (flow, index)->text));
}

static gboolean
ends_with_comma (const AncFlow *flow,
                 guint index)
{
  return g_str_has_suffix (anc_flow_get_token (flow, index)->text, ",");
}

/* ---- The person --------------------------------------------------------------------------------- */

/* Notes the person whose form of address stands at a word; FALSE where none does. */
static gboolean
take_person (const AncFlow *flow,
             AncStatement *statement,
             AncStatementField field,
             guint index,
             double confidence)
{
  const AncFlowOrigin *origin = &g_array_index (flow->origins, AncFlowOrigin, index);
  const AncLayout *layout = get_layout (flow, index);
  guint first = origin->token;
  guint last = MIN (first + MAX_PERSON_WORDS, layout->tokens->len - 1);

  if (!anc_blocks_has_civility (anc_flow_get_folded (flow, index)) || !anc_person_name_trim_sentence (layout, &first, &last))
    return FALSE;

  anc_statement_set_words (flow, statement, field, index + (first - origin->token), index + (last - origin->token), NULL, confidence);
  return TRUE;
}

/**
 * anc_statement_read_employee:
 * @flow: a document
 * @statement: takes the person
 *
 * The person a paper is about stands after its verb; the one who signs, before.
 */
void
anc_statement_read_employee (const AncFlow *flow,
                             AncStatement *statement)
{
  static const char *const phrases[] = { "atteste", "attestons", "atteste par la presente que", "certifie", "certifions", "reconnais que", "reconnaissons que", "employons", "et", "d autre part" };

  for (guint p = 0; p < G_N_ELEMENTS (phrases); p++)
    {
      guint reach = strlen (phrases[p]) > 2 ? MAX_WORDS_TO_PERSON : 1;
      guint from = 0, index;

      while (anc_flow_find_after (flow, phrases[p], from, &index))
        {
          for (guint i = index; i < flow->origins->len && i < index + reach; i++)
            if (take_person (flow, statement, ANC_STATEMENT_EMPLOYEE, i, ANC_STATEMENT_SENTENCE))
              return;
          from = index;
        }
    }
}

/* ---- The employer ------------------------------------------------------------------------------- */

/* Whether a line tells no firm: a sentence, a telephone number, the caption of a cell, a title. */
static gboolean
tells_no_firm (const char *text)
{
  static const char *const beginnings[] = { "je soussigne", "entre", "tel", "telephone", "fax", "mail", "demande", "pour", "la societe", "raison sociale", "denomination", "nom", "attestation", "certificat", "contrat", "avenant", "cerfa", "ministere", "objet", "a qui de droit", "lettre", "promesse" };
  g_autofree char *folded = anc_fold (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      gsize length = strlen (beginnings[i]);

      if (strncmp (folded, beginnings[i], length) == 0 && (folded[length] == '\0' || folded[length] == ' ' || folded[length] == 'e'))
        return TRUE;
    }

  return FALSE;
}

/* Whether the name of a firm in a sentence is over before a word: `au capital de`, `dont le siège`, `certifie`. */
static gboolean
ends_firm (const AncFlow *flow,
           guint index)
{
  static const char *const closing[] = { "dont", "represente", "representee", "immatricule", "immatriculee", "certifie", "certifions", "atteste", "attestons", "n", "no", "siret", "situe", "situee", "sise", "sis", "ayant", "inscrite", "que", "a", "est", NULL };
  const char *word = anc_flow_get_folded (flow, index);

  return g_strv_contains (closing, word) || *anc_flow_get_token (flow, index)->text == '('
         || (strcmp (word, "au") == 0 && strcmp (anc_flow_get_folded (flow, index + 1), "capital") == 0)
         || (anc_flow_get_token (flow, index)->is_number);
}

/* Notes the firm whose name begins at a word of a sentence. */
static gboolean
take_firm (const AncFlow *flow,
           AncStatement *statement,
           guint index)
{
  static const char *const articles[] = { "la", "l", "le", NULL };
  static const char *const skipped[] = { "societe", "l entreprise", "entreprise", "l exploitation", "d une part", NULL };
  guint last;
  gboolean ended = FALSE;

  /* `la société FIRME`, and no `LA BONNE FIRME`. */
  if (g_strv_contains (articles, anc_flow_get_folded (flow, index))
      && (!is_capital (flow, index) || g_strv_contains (skipped, anc_flow_get_folded (flow, index + 1))))
    index++;
  while (index + 1 < flow->origins->len && g_strv_contains (skipped, anc_flow_get_folded (flow, index)))
    index++;
  if (index >= flow->origins->len || !is_capital (flow, index)
      || anc_blocks_has_civility (anc_flow_get_folded (flow, index)))
    return FALSE;

  for (last = index; last + 1 < flow->origins->len && last - index < MAX_FIRM_WORDS; last++)
    {
      ended = ends_with_comma (flow, last) || g_str_has_suffix (anc_flow_get_token (flow, last)->text, ".") || ends_firm (flow, last + 1);
      if (ended && !(g_str_has_suffix (anc_flow_get_token (flow, last)->text, ".") && strlen (anc_flow_get_token (flow, last)->text) <= 6 && !ends_with_comma (flow, last) && is_capital (flow, last + 1)))
        break;
    }
  if (!ended || tells_no_firm (flow->text->str + g_array_index (flow->origins, AncFlowOrigin, index).offset))
    return FALSE;

  anc_statement_set_words (flow, statement, ANC_STATEMENT_EMPLOYER, index, last, NULL, ANC_STATEMENT_SENTENCE);
  return TRUE;
}

/* `Entre les soussignés : la société …,`, `gérant de la société …,`, `l'entreprise … certifie`. */
static void
read_firm_in_sentence (const AncFlow *flow,
                       AncStatement *statement,
                       AncKind kind)
{
  static const char *const phrases[] = { "entre les soussignes", "entre les soussignees", "entre", "nous soussignes", "societe de travail temporaire", "de la societe", "la societe", "de l entreprise", "l entreprise" };

  for (guint p = kind == ANC_KIND_EMPLOYMENT_CONTRACT ? 0 : 3; p < G_N_ELEMENTS (phrases); p++)
    {
      guint from = 0, index;

      while (anc_flow_find_after (flow, phrases[p], from, &index))
        {
          if (!anc_flow_precedes (flow, index, "disposition") && take_firm (flow, statement, index))
            return;
          from = index;
        }
    }
}

/* A household signs for itself: `Je soussignée, Mme …, particulier employeur`. */
static void
read_household (const AncFlow *flow,
                AncStatement *statement)
{
  static const char *const signs[] = { "particulier employeur", "cesu", "cheque emploi service", "a mon domicile", "certifie avoir employe", "employeur cesu", "pajemploi" };
  static const char *const phrases[] = { "je soussigne", "je soussignee", "je soussigne e" };
  gboolean household = FALSE;
  guint index;

  for (guint i = 0; i < G_N_ELEMENTS (signs) && !household; i++)
    household = anc_flow_find_after (flow, signs[i], 0, &index);
  if (!household || statement->values[ANC_STATEMENT_SIRET] != NULL)
    return;

  anc_statement_set_words (flow, statement, ANC_STATEMENT_CONTRACT, index - 1, index - 1, "household", ANC_STATEMENT_FORM);
  for (guint p = 0; p < G_N_ELEMENTS (phrases); p++)
    if (anc_flow_find_after (flow, phrases[p], 0, &index))
      {
        const AncFlowOrigin *origin = &g_array_index (flow->origins, AncFlowOrigin, index);
        const AncLayout *layout = get_layout (flow, index);
        guint first = origin->token, last = MIN (first + MAX_PERSON_WORDS, layout->tokens->len - 1);

        if (anc_person_name_trim_sentence (layout, &first, &last))
          anc_statement_set_words (flow, statement, ANC_STATEMENT_EMPLOYER, index + (first - origin->token), index + (last - origin->token), NULL, ANC_STATEMENT_FORM);
        return;
      }
}

/* ---- Letterheads -------------------------------------------------------------------------------- */

/* The name that a line of a letter paper has before what else stands there: `FIRME SARL au capital de …`. */
static char *
cut_firm (const char *text)
{
  static const char *const closing[] = { " au capital", " - ", " – " };
  char *name = g_strdup (text);

  for (guint i = 0; i < G_N_ELEMENTS (closing); i++)
    {
      char *end = strstr (name, closing[i]);

      if (end != NULL)
        *end = '\0';
    }

  return name;
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
  g_autoptr (AncSlip) slip = anc_slip_read ((const AncLayout *const *) layouts->pdata, layouts->len, ANC_KIND_PAYSLIP);
  const char *values[] = { slip->employer, slip->siret, slip->employee, slip->job };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AncPlace place = slip->places[rows[i].place];
      g_autofree char *value = NULL;

      if (values[i] == NULL)
        continue;
      value = rows[i].field == ANC_STATEMENT_EMPLOYER ? cut_firm (values[i]) : g_strdup (values[i]);
      if (rows[i].field == ANC_STATEMENT_EMPLOYER && (tells_no_firm (value) || g_unichar_islower (g_utf8_get_char (value))))
        continue;
      place.confidence = MIN (place.confidence, rows[i].field == ANC_STATEMENT_SIRET ? 1 : ANC_STATEMENT_LABEL);
      anc_statement_set (statement, rows[i].field, value, &place);
    }
  statement->siret_valid = slip->siret_valid;
}

/* (nullable): the SIRET whose digits begin at a word, whatever parts them: the end of a line, the boxes of a form. */
static char *
dup_siret (const AncFlow *flow,
           guint index,
           guint *last)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (guint i = index; i < flow->origins->len && digits->len < ANC_SIRET_LENGTH; i++)
    {
      const char *text = anc_flow_get_token (flow, i)->text;

      if (text[strspn (text, "0123456789 .,:-\u00a0")] != '\0')
        return NULL;
      for (; *text != '\0'; text++)
        if (g_ascii_isdigit (*text))
          g_string_append_c (digits, *text);
      *last = i;
    }

  return digits->len == ANC_SIRET_LENGTH && anc_siret_check (digits->str) ? g_strdup (digits->str) : NULL;
}

static void
read_parted_siret (const AncFlow *flow,
                   AncStatement *statement)
{
  guint from = 0, index, last;

  while (statement->values[ANC_STATEMENT_SIRET] == NULL && anc_flow_find_after (flow, "siret", from, &index))
    {
      g_autofree char *digits = dup_siret (flow, index, &last);

      if (digits != NULL)
        {
          anc_statement_set_words (flow, statement, ANC_STATEMENT_SIRET, index, last, digits, ANC_STATEMENT_SENTENCE);
          statement->siret_valid = TRUE;
        }
      from = index;
    }
}

/* Of several numbers that of the employer stands in the line that names it, as at the foot of a letter paper. */
static void
read_siret_beside_name (const AncFlow *flow,
                        AncStatement *statement)
{
  g_autofree char *name = NULL;
  g_autofree char *padded = NULL;

  if (statement->values[ANC_STATEMENT_EMPLOYER] == NULL)
    return;
  name = anc_fold (statement->values[ANC_STATEMENT_EMPLOYER], -1);
  padded = g_strdup_printf ("%s ", name);

  for (guint p = 0; p < flow->layouts->len; p++)
    {
      const AncLayout *layout = flow->layouts->pdata[p];

      for (guint s = 0; s < layout->segments->len; s++)
        {
          const AncSpan *segment = anc_layout_get_segment (layout, s);
          guint index = anc_flow_get_index (flow, p, segment->first);
          guint end = anc_flow_get_index (flow, p, anc_layout_get_row_end (layout, segment->row));
          const char *rest = flow->text->str + g_array_index (flow->origins, AncFlowOrigin, index).offset;
          guint at, last;
          g_autofree char *digits = NULL;

          if (!g_str_has_prefix (rest, padded) || !anc_flow_find_after (flow, "siret", index, &at) || at >= end)
            continue;
          digits = dup_siret (flow, at, &last);
          if (digits != NULL)
            {
              anc_statement_set_words (flow, statement, ANC_STATEMENT_SIRET, at, last, digits, 1);
              statement->siret_valid = TRUE;
              return;
            }
        }
    }
}

/* The first line of the first page, where nothing else tells the firm. */
static void
read_letterhead (const AncFlow *flow,
                 AncStatement *statement)
{
  const AncLayout *layout = flow->layouts->pdata[0];
  const AncSpan *segment;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;
  guint last, again;

  if (layout->segments->len == 0)
    return;
  segment = anc_layout_get_segment (layout, 0);
  last = segment->first + segment->n - 1;
  text = anc_layout_dup_text (layout, segment->first, last);
  name = cut_firm (text);
  if (tells_no_firm (name) || segment->n > MAX_FIRM_WORDS || anc_layout_get_token (layout, last)->colon || anc_layout_get_token (layout, segment->first)->is_number
      || anc_blocks_has_civility (anc_layout_get_token (layout, segment->first)->folded))
    return;

  folded = anc_fold (name, -1);
  anc_statement_set_words (flow, statement, ANC_STATEMENT_EMPLOYER, anc_flow_get_index (flow, 0, segment->first), anc_flow_get_index (flow, 0, last), name, anc_flow_find_after (flow, folded, anc_flow_get_index (flow, 0, last), &again) ? REPEATED_LETTERHEAD : LETTERHEAD);
}

/**
 * anc_statement_read_employer:
 * @flow: a document
 * @statement: takes the employer and its SIRET, and what else labels tell as they do on payslips
 * @kind: what the document is
 */
void
anc_statement_read_employer (const AncFlow *flow,
                             AncStatement *statement,
                             AncKind kind)
{
  if (flow->layouts->len == 0)
    return;

  read_labelled (flow->layouts, statement);
  read_parted_siret (flow, statement);
  read_household (flow, statement);
  read_firm_in_sentence (flow, statement, kind);
  read_letterhead (flow, statement);
  read_siret_beside_name (flow, statement);
}
