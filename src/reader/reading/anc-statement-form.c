/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What forms say: a label with its value behind a colon, beside it or below, as in a framed cell. */

#include "anc-statement-reader-private.h"

#include "anc-form-labels.h"
#include "anc-person-name.h"

#include <string.h>

/* Words that a label may have behind those that are known: `Raison sociale de l'employeur`. */
#define MAX_MORE 4

/* How far below its caption a value may stand, and how far apart the words of one may be that is set loosely, in
 * heights of the font. */
#define REACH 2.6
#define DATE_REACH 8.0 /* cells to sign in are high */
#define LOOSE_GAP 2.0

/* How far to the right of its caption a value may begin, in points. */
#define INDENT 16.0

/* What the name of a person is worth where a form asks for the employer: that of a household, or who signs for a firm. */
#define EMPLOYING_PERSON 0.6

/* The reading of one page after another. */
typedef struct
{
  const AncFlow *flow;
  AncStatement *statement;
  GPtrArray *labels; /* of AncFormLabel */
  guint index;       /* of the page */
  const AncLayout *layout;
  char *last_name; /* (nullable): which waits for the first name that belongs to it */
} FormReader;

/* A label on a page, and where its value is. */
typedef struct
{
  const AncFormLabel *label;
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

      if (!known && (!hit->label->goes_on || i > hit->last + MAX_MORE || token->is_number))
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
find_label (const FormReader *self,
            const AncSpan *segment,
            FormHit *hit)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      *hit = (FormHit){ .label = self->labels->pdata[i], .segment = segment };
      if (begins_with (self->layout, segment, hit->label->text, &hit->last) && finish_label (self->layout, hit))
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
is_label (const FormReader *self,
          const AncSpan *segment)
{
  const AncLayout *layout = self->layout;
  const AncHit *known = anc_layout_find_leading_hit (layout, segment->first);
  FormHit hit;

  if (anc_layout_get_token (layout, segment->first + segment->n - 1)->colon)
    return TRUE;

  return (find_label (self, segment, &hit) || (known != NULL && known->coverage >= 1)) && !stands_near (layout, segment->first + segment->n);
}

/* The end of a value in its row: that of its segment, or of those that stand near behind it. */
static guint
find_value_end (const FormReader *self,
                guint first)
{
  const AncLayout *layout = self->layout;
  guint row = anc_layout_get_token (layout, first)->row;
  guint end = anc_layout_get_row_end (layout, row);
  guint last = first;

  while (last + 1 < end)
    {
      const AncToken *next = anc_layout_get_token (layout, last + 1);

      if (next->segment != anc_layout_get_token (layout, last)->segment
          && (!stands_near (layout, last + 1) || is_label (self, anc_layout_get_segment (layout, next->segment))))
        break;
      last++;
    }

  return last;
}

/* The segment below a caption, which begins where it does. */
static const AncSpan *
find_below (const FormReader *self,
            const FormHit *hit)
{
  const AncLayout *layout = self->layout;
  const AncSpan *caption = hit->segment;

  for (guint r = caption->row + 1; r < layout->rows->len; r++)
    {
      const AncSpan *row = anc_layout_get_row (layout, r);

      if (row->box.y0 - caption->box.y1 > (hit->label->content == ANC_FORM_DATE ? DATE_REACH : REACH) * caption->em)
        return NULL;
      for (guint s = row->first; s < row->first + row->n; s++)
        {
          const AncSpan *segment = anc_layout_get_segment (layout, s);

          /* The head of a first column stands over the middle of what may begin farther to the left. */
          if ((segment->box.x0 >= caption->box.x0 - caption->em && segment->box.x0 - caption->box.x0 < INDENT)
              || (s == row->first && caption->first == anc_layout_get_segment (layout, anc_layout_get_row (layout, caption->row)->first)->first
                  && segment->box.x0 < caption->box.x0))
            return is_label (self, segment) ? NULL : segment;
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
find_value (const FormReader *self,
            const FormHit *hit,
            guint *first,
            guint *last)
{
  const AncLayout *layout = self->layout;
  guint end = anc_layout_get_row_end (layout, hit->segment->row);
  const AncSpan *below = find_below (self, hit);
  gboolean beside = hit->last + 1 < end;

  if (!hit->colon && below != NULL && get_size (layout, below) > 1.15 * get_size (layout, hit->segment))
    beside = FALSE;
  if (beside && anc_layout_get_token (layout, hit->last + 1)->segment != anc_layout_get_token (layout, hit->last)->segment
      && is_label (self, anc_layout_get_segment (layout, anc_layout_get_token (layout, hit->last + 1)->segment)))
    beside = FALSE;
  if (!beside && below == NULL)
    return FALSE;

  *first = beside ? hit->last + 1 : below->first;
  *last = beside ? find_value_end (self, *first) : below->first + below->n - 1;
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
             AncFormContent content,
             guint *first,
             guint *last)
{
  const AncToken *token = anc_layout_get_token (layout, *first);
  AncAmount value = token->number.value;

  if (!token->is_number || value <= 0 || anc_layout_find_date (layout, *first) != NULL)
    return FALSE;
  if (content == ANC_FORM_HOURS ? value > 250 * ANC_AMOUNT_UNIT : value < 100 * ANC_AMOUNT_UNIT || value >= 50000 * ANC_AMOUNT_UNIT)
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

static void
set_words (const FormReader *self,
           AncStatementField field,
           guint first,
           guint last,
           const char *value,
           double confidence)
{
  anc_statement_set_words (self->flow, self->statement, field, anc_flow_get_index (self->flow, self->index, first), anc_flow_get_index (self->flow, self->index, last), value, confidence);
}

static void
take_half_name (FormReader *self,
                AncFormContent content,
                guint first,
                guint last)
{
  g_autofree char *name = anc_layout_dup_text (self->layout, first, last);
  g_autofree char *both = NULL;

  if (content == ANC_FORM_LAST_NAME)
    {
      if (self->last_name == NULL)
        self->last_name = g_steal_pointer (&name);
      return;
    }
  if (self->last_name == NULL)
    return;

  both = g_strdup_printf ("%s %s", self->last_name, name);
  set_words (self, ANC_STATEMENT_EMPLOYEE, first, last, both, ANC_STATEMENT_FORM);
}

/* The words of a job up to its level. */
static guint
find_job_end (const AncLayout *layout,
              guint first,
              guint last)
{
  for (guint i = first; i < last; i++)
    if (g_str_has_suffix (anc_layout_get_token (layout, i)->text, ","))
      return i;

  return last;
}

static void
take (FormReader *self,
      const FormHit *hit)
{
  AncStatementField field = hit->label->field;
  double confidence = ANC_STATEMENT_FORM;
  char buffer[ANC_DATE_BUFFER_SIZE];
  const char *value = NULL;
  guint first, last;
  AncDate date;

  if (!find_value (self, hit, &first, &last))
    return;

  switch (hit->label->content)
    {
    case ANC_FORM_DATE:
      if (!fits_date (self->layout, &first, &last, &date))
        return;
      value = anc_date_format (date, buffer);
      break;
    case ANC_FORM_HOURS:
    case ANC_FORM_MONEY:
      if (!fits_number (self->layout, hit->label->content, &first, &last))
        return;
      break;
    case ANC_FORM_LAST_NAME:
    case ANC_FORM_FIRST_NAME:
      if (!is_of_employer (self->layout, hit->segment->first) && anc_person_name_trim (self->layout, &first, &last))
        take_half_name (self, hit->label->content, first, last);
      return;
    case ANC_FORM_NAME:
      if (!anc_person_name_trim (self->layout, &first, &last))
        return;
      if (is_of_employer (self->layout, hit->last + 1))
        {
          field = ANC_STATEMENT_EMPLOYER;
          confidence = EMPLOYING_PERSON;
        }
      break;
    case ANC_FORM_TEXT:
      if (field == ANC_STATEMENT_JOB)
        last = find_job_end (self->layout, first, last);
      if (!fits_text (self->layout, first, last))
        return;
      break;
    case ANC_N_FORM_CONTENTS:
    default:
      g_return_if_reached ();
    }
  set_words (self, field, first, last, value, confidence);
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
  FormReader self = { .flow = flow, .statement = statement, .labels = anc_form_labels_new_shipped () };

  for (self.index = 0; self.index < flow->layouts->len; self.index++)
    {
      self.layout = flow->layouts->pdata[self.index];
      for (guint s = 0; s < self.layout->segments->len; s++)
        {
          FormHit hit;

          if (find_label (&self, anc_layout_get_segment (self.layout, s), &hit))
            take (&self, &hit);
        }
    }
  g_free (self.last_name);
  g_ptr_array_unref (self.labels);
}
