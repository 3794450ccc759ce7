/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What forms say: a label with its value behind a colon, beside it or below, as in a framed cell. */

#include "anc-statement-reader-private.h"

#include "anc-person-name.h"

#include <string.h>

/* Words that a label may have behind those that are known: `Raison sociale de l'employeur`. */
#define MAX_TAIL 4

/* How far below its caption a value may stand, and how far apart the words of one may be that is set loosely, in
 * heights of the font. */
#define REACH 2.6
#define DATE_REACH 8.0 /* cells to sign in are high */
#define LOOSE_GAP 2.0

/* How far to the right of its caption a value may begin, in points. */
#define INDENT 16.0

/* What the name of a person is worth where a form asks for the employer: that of a household, or who signs for a firm. */
#define EMPLOYING_PERSON 0.6

/* What may stand in a field. */
typedef enum
{
  FORM_TEXT,
  FORM_NAME,
  FORM_LAST_NAME,
  FORM_FIRST_NAME,
  FORM_DATE,
  FORM_HOURS,
  FORM_MONEY,
} FormContent;

typedef struct
{
  AncStatementField field;
  FormContent content;
  const char *label; /* folded */
  gboolean tail;     /* other words may follow it */
} FormLabel;

/* A label comes before a shorter one that it begins with. */
static const FormLabel form_labels[] = {
  { ANC_STATEMENT_EMPLOYER, FORM_TEXT, "raison sociale", TRUE },
  { ANC_STATEMENT_EMPLOYER, FORM_TEXT, "denomination", TRUE },
  { ANC_STATEMENT_EMPLOYER, FORM_TEXT, "nom ou denomination", TRUE },
  { ANC_STATEMENT_EMPLOYER, FORM_TEXT, "nom ou raison sociale", TRUE },
  { ANC_STATEMENT_EMPLOYER, FORM_TEXT, "nom de l entreprise", FALSE },
  { ANC_STATEMENT_EMPLOYER, FORM_TEXT, "nom de l employeur", FALSE },
  { ANC_STATEMENT_EMPLOYER, FORM_TEXT, "employeur nom", TRUE },
  { ANC_STATEMENT_EMPLOYER, FORM_TEXT, "employeur denomination", TRUE },
  { ANC_STATEMENT_EMPLOYER, FORM_TEXT, "employeur", FALSE },
  { ANC_STATEMENT_EMPLOYER, FORM_TEXT, "parent employeur", FALSE },
  { ANC_STATEMENT_EMPLOYER, FORM_TEXT, "particulier employeur", FALSE },
  { ANC_STATEMENT_EMPLOYER, FORM_TEXT, "entreprise", FALSE },
  { ANC_STATEMENT_EMPLOYER, FORM_TEXT, "de l entreprise", FALSE },
  { ANC_STATEMENT_EMPLOYER, FORM_TEXT, "de la societe", FALSE },
  { ANC_STATEMENT_EMPLOYEE, FORM_NAME, "certifie que m mme", FALSE },
  { ANC_STATEMENT_EMPLOYEE, FORM_NAME, "certifie que", FALSE },
  { ANC_STATEMENT_EMPLOYEE, FORM_NAME, "nom et prenom", TRUE },
  { ANC_STATEMENT_EMPLOYEE, FORM_NAME, "nom prenom", FALSE },
  { ANC_STATEMENT_EMPLOYEE, FORM_NAME, "salarie interimaire", FALSE },
  { ANC_STATEMENT_EMPLOYEE, FORM_NAME, "salarie", FALSE },
  { ANC_STATEMENT_EMPLOYEE, FORM_NAME, "salarie e", FALSE },
  { ANC_STATEMENT_EMPLOYEE, FORM_NAME, "interimaire", FALSE },
  { ANC_STATEMENT_EMPLOYEE, FORM_NAME, "assistante maternelle", TRUE },
  { ANC_STATEMENT_EMPLOYEE, FORM_NAME, "assistant maternel", TRUE },
  { ANC_STATEMENT_EMPLOYEE, FORM_LAST_NAME, "nom du salarie", FALSE },
  { ANC_STATEMENT_EMPLOYEE, FORM_LAST_NAME, "salarie nom", FALSE },
  { ANC_STATEMENT_EMPLOYEE, FORM_LAST_NAME, "nom", FALSE },
  { ANC_STATEMENT_EMPLOYEE, FORM_LAST_NAME, "nom de famille", FALSE },
  { ANC_STATEMENT_EMPLOYEE, FORM_LAST_NAME, "nom de naissance", FALSE },
  { ANC_STATEMENT_EMPLOYEE, FORM_FIRST_NAME, "prenom", FALSE },
  { ANC_STATEMENT_EMPLOYEE, FORM_FIRST_NAME, "prenoms", FALSE },
  { ANC_STATEMENT_EMPLOYEE, FORM_FIRST_NAME, "prenom s", FALSE },
  { ANC_STATEMENT_JOB, FORM_TEXT, "occupe l emploi de", FALSE },
  { ANC_STATEMENT_JOB, FORM_TEXT, "occupe le poste de", FALSE },
  { ANC_STATEMENT_JOB, FORM_TEXT, "emploi occupe", FALSE },
  { ANC_STATEMENT_JOB, FORM_TEXT, "emploi propose", FALSE },
  { ANC_STATEMENT_JOB, FORM_TEXT, "dernier emploi", TRUE },
  { ANC_STATEMENT_JOB, FORM_TEXT, "emploi", FALSE },
  { ANC_STATEMENT_JOB, FORM_TEXT, "intitule", TRUE },
  { ANC_STATEMENT_JOB, FORM_TEXT, "poste", FALSE },
  { ANC_STATEMENT_JOB, FORM_TEXT, "poste occupe", FALSE },
  { ANC_STATEMENT_JOB, FORM_TEXT, "poste propose", FALSE },
  { ANC_STATEMENT_JOB, FORM_TEXT, "fonction", FALSE },
  { ANC_STATEMENT_JOB, FORM_TEXT, "en qualite de", FALSE },
  { ANC_STATEMENT_JOB, FORM_TEXT, "qualification", FALSE },
  { ANC_STATEMENT_START, FORM_DATE, "depuis le", FALSE },
  { ANC_STATEMENT_START, FORM_DATE, "date d entree", TRUE },
  { ANC_STATEMENT_START, FORM_DATE, "date d embauche", TRUE },
  { ANC_STATEMENT_START, FORM_DATE, "date prevue d embauche", FALSE },
  { ANC_STATEMENT_START, FORM_DATE, "date de debut", TRUE },
  { ANC_STATEMENT_START, FORM_DATE, "debut du contrat", FALSE },
  { ANC_STATEMENT_START, FORM_DATE, "debut de mission", FALSE },
  { ANC_STATEMENT_START, FORM_DATE, "date de prise d effet", FALSE },
  { ANC_STATEMENT_START, FORM_DATE, "prise d effet", FALSE },
  { ANC_STATEMENT_START, FORM_DATE, "date d effet", TRUE },
  { ANC_STATEMENT_START, FORM_DATE, "a compter du", FALSE },
  { ANC_STATEMENT_START, FORM_DATE, "a ete employe e du", FALSE },
  { ANC_STATEMENT_START, FORM_DATE, "du", FALSE },
  { ANC_STATEMENT_END, FORM_DATE, "date de sortie", TRUE },
  { ANC_STATEMENT_END, FORM_DATE, "date de fin", TRUE },
  { ANC_STATEMENT_END, FORM_DATE, "si cdd date de fin", FALSE },
  { ANC_STATEMENT_END, FORM_DATE, "fin du contrat", FALSE },
  { ANC_STATEMENT_END, FORM_DATE, "terme du contrat", FALSE },
  { ANC_STATEMENT_END, FORM_DATE, "fin de mission", FALSE },
  { ANC_STATEMENT_END, FORM_DATE, "au", FALSE },
  { ANC_STATEMENT_SIGNED_ON, FORM_DATE, "fait le", FALSE },
  { ANC_STATEMENT_SIGNED_ON, FORM_DATE, "date", FALSE },
  { ANC_STATEMENT_SIGNED_ON, FORM_DATE, "le", FALSE },
  { ANC_STATEMENT_WEEKLY_HOURS, FORM_HOURS, "horaire hebdomadaire", FALSE },
  { ANC_STATEMENT_WEEKLY_HOURS, FORM_HOURS, "duree hebdomadaire", TRUE },
  { ANC_STATEMENT_WEEKLY_HOURS, FORM_HOURS, "heures par semaine", FALSE },
  { ANC_STATEMENT_WEEKLY_HOURS, FORM_HOURS, "heures d accueil par semaine", FALSE },
  { ANC_STATEMENT_WEEKLY_HOURS, FORM_HOURS, "nombre d heures par semaine", FALSE },
  { ANC_STATEMENT_WEEKLY_HOURS, FORM_HOURS, "nombre d heures hebdomadaires", FALSE },
  { ANC_STATEMENT_MONTHLY_HOURS, FORM_HOURS, "horaire mensuel", FALSE },
  { ANC_STATEMENT_MONTHLY_HOURS, FORM_HOURS, "duree mensuelle", TRUE },
  { ANC_STATEMENT_MONTHLY_HOURS, FORM_HOURS, "heures par mois", FALSE },
  { ANC_STATEMENT_MONTHLY_HOURS, FORM_HOURS, "nombre d heures par mois", FALSE },
  { ANC_STATEMENT_MONTHLY_HOURS, FORM_HOURS, "nombre d heures mensuelles", FALSE },
  { ANC_STATEMENT_GROSS_MONTHLY, FORM_MONEY, "salaire mensuel brut", TRUE },
  { ANC_STATEMENT_GROSS_MONTHLY, FORM_MONEY, "salaire brut mensuel", TRUE },
  { ANC_STATEMENT_GROSS_MONTHLY, FORM_MONEY, "remuneration brute mensuelle", TRUE },
  { ANC_STATEMENT_GROSS_MONTHLY, FORM_MONEY, "remuneration mensuelle brute", TRUE },
};

/* A label on a page, and where its value is. */
typedef struct
{
  const FormLabel *label;
  const AncSpan *segment;
  guint last; /* its last token */
  gboolean colon;
} FormHit;

/* The last token of the words that a segment begins with, `3. Nom` like `Nom`; FALSE where it begins otherwise. */
static gboolean
begins_with (const AncLayout *layout,
             const AncSpan *segment,
             const char *label,
             guint *last)
{
  const char *rest = label;
  guint first = segment->first, end = segment->first + segment->n;

  if (end - first > 1 && g_ascii_isdigit (*anc_layout_get_token (layout, first)->text))
    first++;
  for (guint i = first; i < end; i++)
    {
      const char *folded = anc_layout_get_token (layout, i)->folded;
      gsize length = strlen (folded);

      if (length == 0)
        continue;
      if (strncmp (rest, folded, length) != 0 || (rest[length] != ' ' && rest[length] != '\0'))
        return FALSE;
      rest += length;
      if (*rest == '\0')
        {
          *last = i;
          return TRUE;
        }
      rest++;
    }

  return FALSE;
}

/* Goes on to the end of a label, at its colon or with its segment. */
static gboolean
finish_label (const AncLayout *layout,
              FormHit *hit)
{
  guint end = hit->segment->first + hit->segment->n;

  for (guint i = hit->last; i < end; i++)
    {
      const AncToken *token = anc_layout_get_token (layout, i);
      gboolean known = i == hit->last || *token->folded == '\0';

      if (!known && (!hit->label->tail || i > hit->last + MAX_TAIL || token->is_number))
        return FALSE;
      if (token->colon || i + 1 == end)
        {
          hit->last = i;
          hit->colon = token->colon;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
find_label (const AncLayout *layout,
            const AncSpan *segment,
            FormHit *hit)
{
  for (guint i = 0; i < G_N_ELEMENTS (form_labels); i++)
    {
      *hit = (FormHit){ .label = &form_labels[i], .segment = segment };
      if (begins_with (layout, segment, form_labels[i].label, &hit->last) && finish_label (layout, hit))
        return TRUE;
    }

  return FALSE;
}

/* Whether a token stands near the one before it, as the next word of one value that is set loosely. */
static gboolean
stands_near (const AncLayout *layout,
             guint token)
{
  const AncToken *next = token < layout->tokens->len ? anc_layout_get_token (layout, token) : NULL;
  const AncToken *before = anc_layout_get_token (layout, token - 1);

  return next != NULL && next->row == before->row && next->box.x0 - before->box.x1 <= LOOSE_GAP * before->size;
}

/* Whether a segment is a label, here or on payslips, or has a colon at its end. */
static gboolean
is_label (const AncLayout *layout,
          const AncSpan *segment)
{
  const AncHit *known = anc_layout_find_leading_hit (layout, segment->first);
  FormHit hit;

  if (anc_layout_get_token (layout, segment->first + segment->n - 1)->colon)
    return TRUE;

  return (find_label (layout, segment, &hit) || (known != NULL && known->coverage >= 1)) && !stands_near (layout, segment->first + segment->n);
}

/* The end of a value in its row: that of its segment, or of those that stand near behind it. */
static guint
find_value_end (const AncLayout *layout,
                guint first)
{
  guint row = anc_layout_get_token (layout, first)->row;
  guint end = anc_layout_get_row_end (layout, row);
  guint last = first;

  while (last + 1 < end)
    {
      const AncToken *next = anc_layout_get_token (layout, last + 1);

      if (next->segment != anc_layout_get_token (layout, last)->segment
          && (!stands_near (layout, last + 1) || is_label (layout, anc_layout_get_segment (layout, next->segment))))
        break;
      last++;
    }

  return last;
}

/* The segment below a caption, which begins where it does. */
static const AncSpan *
find_below (const AncLayout *layout,
            const FormHit *hit)
{
  const AncSpan *caption = hit->segment;

  for (guint r = caption->row + 1; r < layout->rows->len; r++)
    {
      const AncSpan *row = anc_layout_get_row (layout, r);

      if (row->box.y0 - caption->box.y1 > (hit->label->content == FORM_DATE ? DATE_REACH : REACH) * caption->em)
        return NULL;
      for (guint s = row->first; s < row->first + row->n; s++)
        {
          const AncSpan *segment = anc_layout_get_segment (layout, s);

          /* The head of a first column stands over the middle of what may begin farther to the left. */
          if ((segment->box.x0 >= caption->box.x0 - caption->em && segment->box.x0 - caption->box.x0 < INDENT)
              || (s == row->first && caption->first == anc_layout_get_segment (layout, anc_layout_get_row (layout, caption->row)->first)->first
                  && segment->box.x0 < caption->box.x0))
            return is_label (layout, segment) ? NULL : segment;
        }
    }

  return NULL;
}

static double
get_size (const AncLayout *layout,
          const AncSpan *segment)
{
  return anc_layout_get_token (layout, segment->first)->size;
}

/* Where the value of a label is; captions are smaller than what stands below them. */
static gboolean
find_value (const AncLayout *layout,
            const FormHit *hit,
            guint *first,
            guint *last)
{
  guint end = anc_layout_get_row_end (layout, hit->segment->row);
  const AncSpan *below = find_below (layout, hit);
  gboolean beside = hit->last + 1 < end;

  if (!hit->colon && below != NULL && get_size (layout, below) > 1.15 * get_size (layout, hit->segment))
    beside = FALSE;
  if (beside && anc_layout_get_token (layout, hit->last + 1)->segment != anc_layout_get_token (layout, hit->last)->segment
      && is_label (layout, anc_layout_get_segment (layout, anc_layout_get_token (layout, hit->last + 1)->segment)))
    beside = FALSE;
  if (!beside && below == NULL)
    return FALSE;

  *first = beside ? hit->last + 1 : below->first;
  *last = beside ? find_value_end (layout, *first) : below->first + below->n - 1;
  return TRUE;
}

/* ---- Values ------------------------------------------------------------------------------------ */

static gboolean
fits_date (const AncLayout *layout,
           guint *first,
           guint *last,
           AncDate *date)
{
  for (guint i = *first; i <= MIN (*last, *first + 2); i++)
    {
      const AncDateHit *hit = anc_layout_find_date (layout, i);

      if (hit != NULL && hit->date != ANC_DATE_NONE)
        {
          *first = hit->first;
          *last = hit->last;
          *date = hit->date;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
fits_number (const AncLayout *layout,
             FormContent content,
             guint *first,
             guint *last)
{
  const AncToken *token = anc_layout_get_token (layout, *first);
  AncAmount value = token->number.value;

  if (!token->is_number || value <= 0 || anc_layout_find_date (layout, *first) != NULL)
    return FALSE;
  if (content == FORM_HOURS ? value > 250 * ANC_AMOUNT_UNIT : value < 100 * ANC_AMOUNT_UNIT || value >= 50000 * ANC_AMOUNT_UNIT)
    return FALSE;

  *last = *first;
  return TRUE;
}

static gboolean
fits_text (const AncLayout *layout,
           guint first,
           guint last)
{
  guint letters = 0;

  if (anc_layout_find_date (layout, first) != NULL || anc_layout_get_token (layout, first)->is_number)
    return FALSE;
  for (guint i = first; i <= last; i++)
    for (const char *p = anc_layout_get_token (layout, i)->text; *p != '\0'; p = g_utf8_next_char (p))
      letters += g_unichar_isalpha (g_utf8_get_char (p)) != 0;

  return letters >= 3;
}

/* Whether a label stands where a form asks for the employer: the one of the two parties that was named last
 * before it in a line of its own. */
static gboolean
is_of_employer (const AncLayout *layout,
                guint token)
{
  for (guint i = token; i > 0; i--)
    {
      const char *folded = anc_layout_get_token (layout, i - 1)->folded;

      if (strstr (folded, "salarie") != NULL || strstr (folded, "interimaire") != NULL || strstr (folded, "assistant") != NULL)
        return FALSE;
      if (strstr (folded, "employeur") != NULL || strstr (folded, "utilisatrice") != NULL)
        return TRUE;
    }

  return FALSE;
}

/* A last name waits for the first name that belongs to it. */
static void
take_half_name (const AncFlow *flow,
                AncStatement *statement,
                guint index,
                const FormHit *hit,
                guint first,
                guint last,
                char **last_name)
{
  const AncLayout *layout = flow->layouts->pdata[index];
  g_autofree char *name = anc_layout_dup_text (layout, first, last);
  g_autofree char *both = NULL;

  if (hit->label->content == FORM_LAST_NAME)
    {
      if (*last_name == NULL)
        *last_name = g_steal_pointer (&name);
      return;
    }
  if (*last_name == NULL)
    return;

  both = g_strdup_printf ("%s %s", *last_name, name);
  anc_statement_set_words (flow, statement, ANC_STATEMENT_EMPLOYEE, anc_flow_get_index (flow, index, first), anc_flow_get_index (flow, index, last), both, ANC_STATEMENT_FORM);
}

static void
take (const AncFlow *flow,
      AncStatement *statement,
      guint index,
      const FormHit *hit,
      char **last_name)
{
  const AncLayout *layout = flow->layouts->pdata[index];
  char buffer[ANC_DATE_BUFFER_SIZE];
  const char *value = NULL;
  guint first, last;
  AncDate date;

  if (!find_value (layout, hit, &first, &last))
    return;

  switch (hit->label->content)
    {
    case FORM_DATE:
      if (!fits_date (layout, &first, &last, &date))
        return;
      value = anc_date_format (date, buffer);
      break;
    case FORM_HOURS:
    case FORM_MONEY:
      if (!fits_number (layout, hit->label->content, &first, &last))
        return;
      break;
    case FORM_LAST_NAME:
    case FORM_FIRST_NAME:
      if (!is_of_employer (layout, hit->segment->first) && anc_person_name_trim (layout, &first, &last))
        take_half_name (flow, statement, index, hit, first, last, last_name);
      return;
    case FORM_NAME:
      if (!anc_person_name_trim (layout, &first, &last))
        return;
      if (is_of_employer (layout, hit->last + 1))
        {
          anc_statement_set_words (flow, statement, ANC_STATEMENT_EMPLOYER, anc_flow_get_index (flow, index, first), anc_flow_get_index (flow, index, last), NULL, EMPLOYING_PERSON);
          return;
        }
      break;
    case FORM_TEXT:
      for (guint i = first; i < last && hit->label->field == ANC_STATEMENT_JOB; i++)
        if (g_str_has_suffix (anc_layout_get_token (layout, i)->text, ","))
          last = i; /* what follows is its level */
      if (!fits_text (layout, first, last))
        return;
      break;
    }
  anc_statement_set_words (flow, statement, hit->label->field, anc_flow_get_index (flow, index, first), anc_flow_get_index (flow, index, last), value, ANC_STATEMENT_FORM);
}

/**
 * anc_statement_read_form:
 * @flow: a document
 * @statement: takes what the labels of a form announce
 */
void
anc_statement_read_form (const AncFlow *flow,
                         AncStatement *statement)
{
  g_autofree char *last_name = NULL;

  for (guint i = 0; i < flow->layouts->len; i++)
    {
      const AncLayout *layout = flow->layouts->pdata[i];

      for (guint s = 0; s < layout->segments->len; s++)
        {
          FormHit hit;

          if (find_label (layout, anc_layout_get_segment (layout, s), &hit))
            take (flow, statement, i, &hit, &last_name);
        }
    }
}
