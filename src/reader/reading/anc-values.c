/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-values.h"

#include "anc-values-private.h"

#include <math.h>

/* How far below its caption a value may stand, in heights of the caption's font, and how many lines of other
 * text between. */
#define NUMBER_REACH 4.5
#define MAX_LINES_BETWEEN 1

/* A number this near behind another may be the end of it, in heights of the font. */
#define CUT_GAP 1.2

/* A number that stands worse below a caption may be another's: the rows further down are looked at too. */
#define GOOD_PLACE 0.8

/* How far a value may stick out of the column of its caption to the left, in heights of the font. */
#define LEFT_MARGIN 4.0

/* The part of a page in which the value of a caption is looked for. */
typedef struct
{
  double left;
  double right;
} Column;

/* Where the next label or segment of the row begins. */
double
anc_values_find_next_left (const AncLayout *layout,
                           const AncHit *hit)
{
  guint end = anc_layout_get_row_end (layout, hit->row);

  for (guint i = hit->last + 1; i < end; i++)
    {
      const AncToken *token = anc_layout_get_token (layout, i);
      const AncHit *other = anc_layout_find_hit (layout, i);

      if (token->segment != hit->segment || (other != NULL && other != hit))
        return token->box.x0;
    }

  return layout->width;
}

static double
find_previous_right (const AncLayout *layout,
                     const AncHit *hit)
{
  const AncToken *first = anc_layout_get_token (layout, hit->first);

  if (hit->first == 0 || anc_layout_get_token (layout, hit->first - 1)->row != first->row)
    return 0;

  return anc_layout_get_token (layout, hit->first - 1)->box.x1;
}

static guint
get_row_start (const AncLayout *layout,
               guint row)
{
  return anc_layout_get_segment (layout, anc_layout_get_row (layout, row)->first)->first;
}

static gboolean
is_column_head (const AncHit *hit)
{
  return (hit->label->field == ANC_FIELD_CUMUL
          || (hit->label->field >= ANC_FIELD_COL_AMOUNT && hit->label->field <= ANC_FIELD_COL_RATE))
         && hit->coverage >= 1;
}

/* (nullable): the head of the column in which a number stands, the nearest above it. */
static const AncHit *
find_column_head (const AncLayout *layout,
                  guint token)
{
  const AncToken *number = anc_layout_get_token (layout, token);
  const AncHit *head = NULL;

  for (guint i = 0; i < layout->hits->len; i++)
    {
      const AncHit *hit = anc_layout_get_hit (layout, i);
      AncRect reach = hit->box;

      if (hit->row >= number->row || !is_column_head (hit))
        continue;

      reach.x0 -= number->size;
      reach.x1 += number->size;
      if (anc_rect_overlap_x (reach, number->box) > 0 && (head == NULL || hit->box.y1 > head->box.y1))
        head = hit;
    }

  return head;
}

/**
 * anc_values_get_column:
 * @layout: a page
 * @token: a number on it
 *
 * Returns: what the head of its column says it is, or %ANC_FIELD_NONE
 */
AncField
anc_values_get_column (const AncLayout *layout,
                       guint token)
{
  const AncHit *head = find_column_head (layout, token);

  return head != NULL ? head->label->field : ANC_FIELD_NONE;
}

/* Whether a label stands further right than a column of the table whose heads are in a row above it: it is
 * no line of that table then, and its heads say nothing of the numbers beside it. */
static gboolean
stands_among_columns (const AncLayout *layout,
                      const AncHit *label,
                      const AncHit *head)
{
  for (guint i = 0; i < layout->hits->len; i++)
    {
      const AncHit *hit = anc_layout_get_hit (layout, i);

      if (hit->row == head->row && is_column_head (hit) && hit->label->field != ANC_FIELD_CUMUL
          && anc_rect_center_x (hit->box) < label->box.x0)
        return TRUE;
    }

  return FALSE;
}

/* Whether a label is one of those of which an employer pays no share. */
static gboolean
is_net (const AncHit *label)
{
  switch (label->label->field)
    {
    case ANC_FIELD_NET:
    case ANC_FIELD_NET_BEFORE_TAX:
    case ANC_FIELD_NET_SOCIAL:
    case ANC_FIELD_TAX:
      return TRUE;
    default:
      return FALSE;
    }
}

/* How well a column suits the amount of a person's pay. */
static double
rate_column (AncField column,
             const AncHit *label)
{
  switch (column)
    {
    case ANC_FIELD_COL_EMPLOYER:
      return is_net (label) ? 0.8 : 0.25; /* some tables set their results against the right edge */
    case ANC_FIELD_CUMUL:
      return 0.25;
    case ANC_FIELD_COL_BASE:
    case ANC_FIELD_COL_RATE:
      return 0.5;
    default:
      return 1;
    }
}

/* Whether a row speaks of the year, or of the month, where nothing in it says so but the words it begins
 * with; %ANC_FIELD_NONE where it begins otherwise. */
static AncField
get_row_time (const AncLayout *layout,
              guint row)
{
  const AncHit *hit = anc_layout_find_hit (layout, get_row_start (layout, row));

  if (hit == NULL || hit->prefix > 0)
    return ANC_FIELD_NONE;

  return hit->label->field == ANC_FIELD_CUMUL || hit->label->field == ANC_FIELD_MONTH_ROW ? hit->label->field : ANC_FIELD_NONE;
}

/* Whether something else than numbers begins a cell between a label and a token of its row: what the label says ends
 * there. */
static gboolean
ends_before (const AncLayout *layout,
             const AncHit *hit,
             guint token)
{
  for (guint i = hit->last + 1; i < token; i++)
    {
      const AncToken *other = anc_layout_get_token (layout, i);

      if (other->segment != hit->segment && other->segment != anc_layout_get_token (layout, i - 1)->segment
          && g_unichar_isalpha (g_utf8_get_char (other->text)))
        return TRUE;
    }

  return FALSE;
}

/* Whether a number is one of the year: its row says so; or, where its row has numbers alone, the row above
 * it; or the row of the captions it stands below. */
static gboolean
is_of_year (const AncLayout *layout,
            const AncHit *label,
            guint token,
            gboolean below)
{
  guint row = anc_layout_get_token (layout, token)->row;

  for (guint i = 0; i < layout->hits->len; i++)
    {
      const AncHit *hit = anc_layout_get_hit (layout, i);

      if (hit->row == row && hit->last < token && hit->label->field == ANC_FIELD_CUMUL && hit->prefix == 0
          && !(below && ends_before (layout, hit, token)))
        return TRUE;
    }
  if (!below || !anc_layout_get_token (layout, get_row_start (layout, row))->is_number)
    return FALSE;

  while (--row > label->row)
    if (get_row_time (layout, row) != ANC_FIELD_NONE)
      return get_row_time (layout, row) == ANC_FIELD_CUMUL;

  return get_row_time (layout, label->row) == ANC_FIELD_CUMUL;
}

/**
 * anc_values_is_cut:
 * @layout: a page
 * @token: a number on it
 *
 * Returns: whether the number may be the end of a longer one: three digits with others close before
 */
gboolean
anc_values_is_cut (const AncLayout *layout,
                   guint token)
{
  const AncToken *number = anc_layout_get_token (layout, token);
  const AncToken *before = token > 0 ? anc_layout_get_token (layout, token - 1) : NULL;
  gsize length;

  if (before == NULL || before->row != number->row || number->box.x0 - before->box.x1 > CUT_GAP * number->size)
    return FALSE;

  length = strlen (before->text);
  return length > 0 && g_ascii_isdigit (before->text[length - 1]) && strspn (number->text, "0123456789") == 3;
}

static void
add_number (GArray *values,
            const AncLayout *layout,
            const AncHit *label,
            guint token,
            double score,
            gboolean below)
{
  AncNumberValue value = { .token = token, .score = score, .below = below };
  const AncHit *head = below ? NULL : find_column_head (layout, token); /* what stands below its own caption has no other */

  if (is_of_year (layout, label, token, below))
    value.score *= 0.5;
  if (head != NULL && !stands_among_columns (layout, label, head))
    value.score *= rate_column (head->label->field, label);
  g_array_append_val (values, value);
}

/* What stands behind a label and what it says of itself in brackets, whatever other labels are named there: `Net à payer
 * (avant acomptes)`. */
static guint
skip_brackets (const AncLayout *layout,
               const AncHit *hit)
{
  guint end = anc_layout_get_row_end (layout, hit->row);
  guint next = hit->last + 1;

  while (next < end && anc_layout_get_token (layout, next)->segment == hit->segment && *anc_layout_get_token (layout, next)->text != '(')
    if (anc_layout_find_hit (layout, next++) != NULL)
      return hit->last + 1;
  for (; next < end && anc_layout_get_token (layout, next)->segment == hit->segment; next++)
    if (g_str_has_suffix (anc_layout_get_token (layout, next)->text, ")"))
      return next + 1;

  return hit->last + 1;
}

/* The numbers to the right of a label, up to the next label. */
static void
list_beside (const AncLayout *layout,
             const AncHit *hit,
             GArray *values)
{
  guint end = anc_layout_get_row_end (layout, hit->row);

  for (guint i = skip_brackets (layout, hit); i < end; i++)
    {
      if (anc_layout_find_hit (layout, i) != NULL)
        break;
      if (anc_layout_get_token (layout, i)->is_number && anc_layout_find_date (layout, i) == NULL)
        add_number (values, layout, hit, i, 1, FALSE);
    }
}

/* How well a number stands in the column of a caption: right below it, or at least in its cell. */
static double
rate_place (const AncHit *hit,
            const Column *column,
            AncRect box)
{
  double middle = anc_rect_center_x (box);

  if (anc_rect_overlap_x (hit->box, box) > 0)
    return 1;
  if (middle > hit->box.x0 && middle < column->right)
    return 0.85;
  if (middle > column->left && middle < column->right)
    return 0.5;

  return 0;
}

/* Of the numbers of one row only those that stand best below a caption are its own. Returns how well. */
static double
keep_best (GArray *values,
           guint from)
{
  double best = 0;
  guint to = from;

  for (guint i = from; i < values->len; i++)
    best = MAX (best, g_array_index (values, AncNumberValue, i).score);
  for (guint i = from; i < values->len; i++)
    if (g_array_index (values, AncNumberValue, i).score >= best - 0.01)
      g_array_index (values, AncNumberValue, to++) = g_array_index (values, AncNumberValue, i);

  g_array_set_size (values, to);
  return best;
}

/* Whether a token belongs to another label than @hit; `mois` before an amount says of when it is, not what. */
static gboolean
is_other_label (const AncLayout *layout,
                guint token,
                const AncHit *hit)
{
  const AncHit *other = anc_layout_find_hit (layout, token);

  if (other == NULL || other == hit || other->label->field == ANC_FIELD_MONTH_ROW)
    return FALSE;

  return other->label->field != ANC_FIELD_PERIOD || other->last + 1 >= layout->tokens->len
         || !anc_values_is_money (anc_layout_get_token (layout, other->last + 1));
}

static void
list_below (const AncLayout *layout,
            const AncHit *hit,
            double factor,
            GArray *values)
{
  double em = anc_layout_get_row (layout, hit->row)->em;
  Column column = {
    .left = MAX (find_previous_right (layout, hit), hit->box.x0 - LEFT_MARGIN * em),
    .right = anc_values_find_next_left (layout, hit),
  };
  guint lines_between = 0;

  for (guint r = hit->row + 1; r < layout->rows->len && lines_between <= MAX_LINES_BETWEEN; r++)
    {
      guint before = values->len;
      gboolean text = FALSE;

      if (anc_layout_get_row (layout, r)->box.y0 - hit->box.y1 > NUMBER_REACH * em)
        return;

      for (guint i = get_row_start (layout, r); i < anc_layout_get_row_end (layout, r); i++)
        {
          const AncToken *token = anc_layout_get_token (layout, i);
          double place = rate_place (hit, &column, token->box);

          if (place == 0)
            continue;
          if (token->is_number && anc_layout_find_date (layout, i) == NULL)
            add_number (values, layout, hit, i, factor * place * (lines_between == 0 ? 1 : 0.8), TRUE);
          else if (place == 1 && is_other_label (layout, i, hit))
            return;
          else if (place == 1)
            text = TRUE;
        }
      if (values->len > before && keep_best (values, before) >= GOOD_PLACE * factor)
        return;
      lines_between += text;
    }
}

/**
 * anc_values_list_numbers:
 * @layout: a page
 * @hit: a label on it
 *
 * Returns: (transfer full) (element-type AncNumberValue): the numbers that may be the label's, in the
 *   order in which they stand
 */
GArray *
anc_values_list_numbers (const AncLayout *layout,
                         const AncHit *hit)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (AncNumberValue));

  list_beside (layout, hit, values);
  list_below (layout, hit, values->len > 0 ? 0.3 : 1, values);

  return values;
}

/**
 * anc_values_rate_label:
 * @hit: a label on a page
 *
 * Returns: how surely the label means what it says where it stands, 0 to 1
 */
double
anc_values_rate_label (const AncHit *hit)
{
  double score = hit->label->weight * (0.5 + 0.5 * MIN (1, hit->coverage));

  if (hit->prefix > 0)
    score *= 0.8;
  if (hit->cumul)
    score *= 0.15;

  return score;
}

/**
 * anc_values_is_money:
 * @token: a token
 *
 * Returns: whether it is written as an amount of money: a number with two decimals, or a few euros
 */
gboolean
anc_values_is_money (const AncToken *token)
{
  return token->is_number && token->number.unit != ANC_UNIT_PERCENT && token->number.unit != ANC_UNIT_HOURS
         && (token->number.decimals == 2 || (token->number.unit == ANC_UNIT_EURO && token->number.decimals == 0));
}

/**
 * anc_values_multiply:
 * @quantity: a number
 * @rate: a number
 * @amount: a number
 *
 * Returns: whether the first times the second is the third, as far as the decimals of the rate allow
 */
gboolean
anc_values_multiply (const AncToken *quantity,
                     const AncToken *rate,
                     const AncToken *amount)
{
  double q = fabs ((double) quantity->number.value) / ANC_AMOUNT_UNIT;
  double r = fabs ((double) rate->number.value) / ANC_AMOUNT_UNIT;
  double a = fabs ((double) amount->number.value) / ANC_AMOUNT_UNIT;
  double step = pow (10, -(double) rate->number.decimals);

  return q > 0 && r > 0 && a > 0 && fabs (q * r - a) <= q * step * 0.51 + r * 0.0051 + 0.011;
}
