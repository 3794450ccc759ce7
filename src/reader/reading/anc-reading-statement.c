/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-form-mapping.h"
#include "anc-person-name.h"
#include "anc-reading-private.h"
#include "anc-slip-reader.h"
#include "anc-statement-values.h"

#include <string.h>

/* How sure a value is that a sentence tells, and one that a label does. */
#define SENTENCE 0.85
#define LABEL 0.8

/* No job takes more words. */
#define MAX_JOB_WORDS 10

/* The pages as one run of words, with single spaces, so that phrases are found across lines. */
typedef struct
{
  const GPtrArray *layouts;
  GString *text;   /* folded */
  GArray *origins; /* of Origin, in the order of the text */
} Flow;

typedef struct
{
  gsize offset;
  guint layout;
  guint token;
} Origin;

static void
flow_init (Flow *flow,
           const GPtrArray *layouts)
{
  flow->layouts = layouts;
  flow->text = g_string_new (" ");
  flow->origins = g_array_new (FALSE, FALSE, sizeof (Origin));
  for (guint i = 0; i < layouts->len; i++)
    {
      const AncLayout *layout = layouts->pdata[i];

      for (guint t = 0; t < layout->tokens->len; t++)
        {
          Origin origin = { .offset = flow->text->len, .layout = i, .token = t };

          g_array_append_val (flow->origins, origin);
          g_string_append_printf (flow->text, "%s ", anc_layout_get_token (layout, t)->folded);
        }
    }
}

static void
flow_clear (Flow *flow)
{
  g_string_free (flow->text, TRUE);
  g_array_unref (flow->origins);
}

static const AncToken *
get_token (const Flow *flow,
           guint index)
{
  const Origin *origin = &g_array_index (flow->origins, Origin, index);
  const AncLayout *layout = flow->layouts->pdata[origin->layout];

  return &g_array_index (layout->tokens, AncToken, origin->token);
}

/* What is written at a token; nothing behind the last one. */
static const char *
get_folded (const Flow *flow,
            guint index)
{
  return index < flow->origins->len ? get_token (flow, index)->folded : "";
}

/* The first token after a phrase; FALSE where there is none from @from on. */
static gboolean
find_after (const Flow *flow,
            const char *phrase,
            guint from,
            guint *index)
{
  g_autofree char *padded = g_strdup_printf (" %s ", phrase);
  gsize start = from < flow->origins->len ? g_array_index (flow->origins, Origin, from).offset : flow->text->len;
  const char *found = strstr (flow->text->str + start - (start > 0), padded);
  gsize end;

  if (found == NULL)
    return FALSE;

  end = (gsize) (found - flow->text->str) + strlen (padded);
  for (guint i = 0; i < flow->origins->len; i++)
    if (g_array_index (flow->origins, Origin, i).offset >= end)
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

static void
set_tokens (const Flow *flow,
            AncStatement *statement,
            AncStatementField field,
            guint first,
            guint last,
            const char *value,
            double confidence)
{
  const Origin *from = &g_array_index (flow->origins, Origin, first);
  const Origin *to = &g_array_index (flow->origins, Origin, last);
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

/* ---- Job ------------------------------------------------------------------------------------ */

static gboolean
is_one_of (const char *word,
           const char *const *words)
{
  for (; *words != NULL; words++)
    if (strcmp (word, *words) == 0)
      return TRUE;

  return FALSE;
}

/* Whether a job is over before a word: `depuis`, `en contrat`, `à compter`. */
static gboolean
ends_job (const char *word,
          const char *next)
{
  static const char *const closing[] = { "depuis", "dans", "sous", "pour", "moyennant", "selon", "avec", "coefficient", "niveau", "echelon", "classification", "statut", "position", "cela", "et", "ou", "qui", "son", "sa", "il", "elle", NULL };
  static const char *const in[] = { "contrat", "cdi", "cdd", "date", NULL };
  static const char *const at[] = { "compter", "temps", "partir", "raison", "duree", NULL };
  static const char *const to[] = { "sein", "coefficient", "niveau", "salaire", "titre", NULL };

  if (is_one_of (word, closing))
    return TRUE;
  if (strcmp (word, "en") == 0)
    return is_one_of (next, in);
  if (strcmp (word, "a") == 0)
    return is_one_of (next, at);
  if (strcmp (word, "au") == 0)
    return is_one_of (next, to);

  return strcmp (word, "du") == 0 && g_ascii_isdigit (*next);
}

/* Whether a token begins a line, with a capital: what went on over the end of a line does not. */
static gboolean
begins_sentence (const Flow *flow,
                 guint index)
{
  return index > 0 && get_token (flow, index)->row != get_token (flow, index - 1)->row
         && g_unichar_isupper (g_utf8_get_char (get_token (flow, index)->text));
}

static void
read_job (const Flow *flow,
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
  };

  for (guint p = 0; p < G_N_ELEMENTS (phrases); p++)
    {
      g_autoptr (GString) job = g_string_new (NULL);
      guint first, last, index;

      if (!find_after (flow, phrases[p], 0, &first))
        continue;

      last = first;
      for (index = first; index < flow->origins->len && index - first < MAX_JOB_WORDS; index++)
        {
          const AncToken *token = get_token (flow, index);
          gsize length = strlen (token->text);

          if (index > first && begins_sentence (flow, index))
            break;
          if (index > first && (ends_job (token->folded, get_folded (flow, index + 1)) || token->is_number || *token->text == '('))
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
          set_tokens (flow, statement, ANC_STATEMENT_JOB, first, last, job->str, SENTENCE);
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
read_elided_job (const Flow *flow,
                 AncStatement *statement)
{
  static const char *const phrases[] = { "en qualite", "en tant", "le poste", "au poste", "l emploi", "les fonctions", "aux fonctions" };

  for (guint p = 0; p < G_N_ELEMENTS (phrases); p++)
    {
      g_autoptr (GString) job = NULL;
      const char *rest;
      guint index, last;

      if (!find_after (flow, phrases[p], 0, &index))
        continue;
      rest = skip_elision (get_token (flow, index)->text);
      if (rest == NULL)
        continue;

      job = g_string_new (rest);
      for (last = index; strpbrk (job->str, ",.;") == NULL && last + 1 < flow->origins->len && last - index < MAX_JOB_WORDS; last++)
        {
          const AncToken *next = get_token (flow, last + 1);

          if (begins_sentence (flow, last + 1) || ends_job (next->folded, get_folded (flow, last + 2)) || next->is_number || *next->text == '(')
            break;
          g_string_append_printf (job, " %s", next->text);
        }
      g_string_truncate (job, strcspn (job->str, ",.;"));
      set_tokens (flow, statement, ANC_STATEMENT_JOB, index, last, job->str, SENTENCE);
      return;
    }
}

/* ---- Dates ---------------------------------------------------------------------------------- */

/* The date that begins at a token, or right after it. */
static gboolean
read_date (const Flow *flow,
           guint index,
           guint *last,
           AncDate *date)
{
  for (guint i = index; i < index + 2 && i < flow->origins->len; i++)
    {
      const Origin *origin = &g_array_index (flow->origins, Origin, i);
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
read_date_after (const Flow *flow,
                 AncStatement *statement,
                 AncStatementField field,
                 const char *const *phrases,
                 double confidence)
{
  for (; *phrases != NULL; phrases++)
    {
      guint from = 0, index, last;
      AncDate date;

      while (find_after (flow, *phrases, from, &index))
        {
          if (read_date (flow, index, &last, &date))
            {
              char buffer[ANC_DATE_BUFFER_SIZE];

              set_tokens (flow, statement, field, index, last, anc_date_format (date, buffer), confidence);
              return TRUE;
            }
          from = index;
        }
    }

  return FALSE;
}

/* `du 1er mars 2021 au 31 mai 2024`, `entre le … et le …`. */
static void
read_span (const Flow *flow,
           AncStatement *statement,
           const char *before,
           const char *between)
{
  guint from = 0, index, last, end, end_last;
  char buffer[ANC_DATE_BUFFER_SIZE];
  AncDate start, stop;

  while (find_after (flow, before, from, &index))
    {
      if (read_date (flow, index, &last, &start) && find_after (flow, between, last, &end) && end - last <= 3
          && read_date (flow, end, &end_last, &stop) && stop >= start)
        {
          set_tokens (flow, statement, ANC_STATEMENT_START, index, last, anc_date_format (start, buffer), SENTENCE);
          set_tokens (flow, statement, ANC_STATEMENT_END, end, end_last, anc_date_format (stop, buffer), SENTENCE);
          return;
        }
      from = index;
    }
}

/* `Fait à Trou-en-Brousse, le 3 mars 2026`: the date stands a few words on; or the town alone stands before it,
 * near the end of the paper. */
static void
read_signature (const Flow *flow,
                AncStatement *statement)
{
  char buffer[ANC_DATE_BUFFER_SIZE];
  guint from = 0, index, last;
  AncDate date;

  while (find_after (flow, "fait a", from, &index))
    {
      for (guint i = index; i < index + 8; i++)
        if (read_date (flow, i, &last, &date))
          {
            set_tokens (flow, statement, ANC_STATEMENT_SIGNED_ON, i, last, anc_date_format (date, buffer), SENTENCE);
            return;
          }
      from = index;
    }

  for (index = flow->origins->len; index > 1; index--)
    if (strcmp (get_folded (flow, index - 1), "le") == 0 && g_str_has_suffix (get_token (flow, index - 2)->text, ",")
        && read_date (flow, index, &last, &date))
      {
        set_tokens (flow, statement, ANC_STATEMENT_SIGNED_ON, index, last, anc_date_format (date, buffer), LABEL);
        return;
      }
}

static void
read_dates (const Flow *flow,
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
      read_date_after (flow, statement, ANC_STATEMENT_START, starts, LABEL);
      read_date_after (flow, statement, ANC_STATEMENT_END, ends, LABEL);
    }
  if (read_date_after (flow, statement, ANC_STATEMENT_SIGNED_ON, signatures, SENTENCE))
    return;

  read_signature (flow, statement);
}

/* ---- Contract, hours, pay ------------------------------------------------------------------- */

static void
read_contract (const Flow *flow,
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
    if (find_after (flow, rows[i].phrase, 0, &index) && index > 0)
      {
        set_tokens (flow, statement, ANC_STATEMENT_CONTRACT, index - 1, index - 1, rows[i].contract, SENTENCE);
        return;
      }
}

static gboolean
follows (const Flow *flow,
         guint index,
         const char *const *phrases)
{
  const char *rest = index < flow->origins->len
                         ? flow->text->str + g_array_index (flow->origins, Origin, index).offset
                         : "";

  for (; *phrases != NULL; phrases++)
    if (g_str_has_prefix (rest, *phrases))
      return TRUE;

  return FALSE;
}

/* Whether one of the words stands shortly before a token. */
static gboolean
precedes (const Flow *flow,
          guint index,
          const char *word)
{
  for (guint i = index > 8 ? index - 8 : 0; i < index; i++)
    if (g_str_has_prefix (get_folded (flow, i), word))
      return TRUE;

  return FALSE;
}

static void
read_numbers (const Flow *flow,
              AncStatement *statement)
{
  static const char *const weekly[] = { "heures par semaine", "heures hebdomadaires", "par semaine", "hebdomadaire", "h par semaine", "h semaine", "heures semaine", NULL };
  static const char *const monthly[] = { "heures par mois", "heures mensuelles", "par mois", "mensuel", "h par mois", "heures mois", NULL };

  for (guint i = 0; i < flow->origins->len; i++)
    {
      const AncToken *token = get_token (flow, i);
      gboolean hours = token->number.unit == ANC_UNIT_HOURS
                       || g_str_has_prefix (get_folded (flow, i + 1), "heure");

      if (!token->is_number || token->number.unit == ANC_UNIT_PERCENT)
        continue;

      if (hours && token->number.value <= 60 * ANC_AMOUNT_UNIT
          && (follows (flow, i + 1, weekly) || precedes (flow, i, "hebdomadaire")))
        set_tokens (flow, statement, ANC_STATEMENT_WEEKLY_HOURS, i, i, NULL, SENTENCE);
      else if (hours && token->number.value <= 250 * ANC_AMOUNT_UNIT
               && (follows (flow, i + 1, monthly) || precedes (flow, i, "mensuel")))
        set_tokens (flow, statement, ANC_STATEMENT_MONTHLY_HOURS, i, i, NULL, SENTENCE);
      else if (!hours && token->number.value >= 100 * ANC_AMOUNT_UNIT && token->number.value < 50000 * ANC_AMOUNT_UNIT
               && (precedes (flow, i, "mensuel") || follows (flow, i + 1, monthly) || follows (flow, i + 2, monthly))
               && (precedes (flow, i, "brut") || follows (flow, i + 1, (const char *const[]){ "brut", "euros brut", "euro brut", NULL }))
               && !precedes (flow, i, "annuel"))
        set_tokens (flow, statement, ANC_STATEMENT_GROSS_MONTHLY, i, i, NULL, SENTENCE);
    }
}

/* ---- People --------------------------------------------------------------------------------- */

/* The person a paper is about stands after its verb; the one who signs, before. */
static void
read_employee (const Flow *flow,
               AncStatement *statement)
{
  static const char *const phrases[] = { "atteste que", "attestons que", "atteste par la presente que", "certifie que", "certifions que", "certifie employer", "certifie avoir employe", "certifie avoir employe dans notre entreprise", "atteste employer", "atteste avoir employe", "employons", "et", "d autre part" };

  for (guint p = 0; p < G_N_ELEMENTS (phrases); p++)
    {
      guint from = 0, index;

      while (find_after (flow, phrases[p], from, &index))
        {
          const Origin *origin = &g_array_index (flow->origins, Origin, index);
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
          set_tokens (flow, statement, ANC_STATEMENT_EMPLOYEE, index + (first - origin->token), index + (last - origin->token), NULL, SENTENCE);
          return;
        }
    }
}

/* The first party of a contract: `Entre les soussignés : la société …,`. */
static void
read_first_party (const Flow *flow,
                  AncStatement *statement)
{
  static const char *const phrases[] = { "entre les soussignes", "entre les soussignees", "entre" };
  static const char *const skipped[] = { "la", "l", "le", "societe", "entreprise", "d", "une", "part", NULL };
  guint index, last;

  for (guint p = 0; p < G_N_ELEMENTS (phrases); p++)
    {
      if (!find_after (flow, phrases[p], 0, &index) || !get_token (flow, index - 1)->colon)
        continue;

      while (index + 1 < flow->origins->len && is_one_of (get_folded (flow, index), skipped))
        index++;
      for (last = index; last + 1 < flow->origins->len && get_token (flow, last + 1)->row == get_token (flow, index)->row
                         && !g_str_has_suffix (get_token (flow, last)->text, ",");
           last++)
        ;
      set_tokens (flow, statement, ANC_STATEMENT_EMPLOYER, index, last, NULL, SENTENCE);
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

  slip = anc_slip_read ((const AncLayout *const *) layouts->pdata, layouts->len, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *values[] = { slip->employer, slip->siret, slip->employee, slip->job };
      AncPlace place = slip->places[rows[i].place];

      if (values[i] == NULL)
        continue;
      place.confidence = MIN (place.confidence, rows[i].field == ANC_STATEMENT_SIRET ? 1 : LABEL);
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
  Flow flow;

  anc_form_mapping_read (form_fields, layouts, statement);
  if (kind == ANC_KIND_TAX_NOTICE || form_fields->len > 0)
    return statement;

  flow_init (&flow, layouts);
  read_labelled (layouts, statement);
  if (kind == ANC_KIND_EMPLOYMENT_CONTRACT)
    read_first_party (&flow, statement);
  read_job (&flow, statement);
  read_elided_job (&flow, statement);
  read_dates (&flow, statement, kind);
  read_contract (&flow, statement);
  read_numbers (&flow, statement);
  read_employee (&flow, statement);
  flow_clear (&flow);

  return statement;
}
