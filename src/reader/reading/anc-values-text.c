/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What labels announce in words: beside them, or below. */

#include "anc-values.h"

#include "anc-values-private.h"

#include <math.h>
#include <string.h>

/* How far below its caption a text may stand, in heights of the caption's font, and how far its beginning may
 * be from the caption's, and may be set in where only that column is looked at. */
#define TEXT_REACH 2.6
#define LEFT_MARGIN 1.0
#define INDENT 2.0

/* How many words a label may have that no table lists. */
#define MAX_LABEL_TAIL 3

/* A row of captions has so many labels, and their values begin where they do, in heights of the font. */
#define MIN_CAPTIONS 3
#define CELL_MARGIN 0.3

/* A value stands nearer to its caption than to what follows it, by this much. */
#define STACK_RATIO 1.3

static gboolean
holds_digit (const AncToken *token)
{
  return strpbrk (token->text, "0123456789") != NULL;
}

/* Whether a label that stands in the middle of a run of words begins something else: a colon follows it, or
 * it is of several words, such as `N° de sécurité sociale`, that no value holds by chance, with its own value
 * behind it. */
static gboolean
begins_next_label (const AncLayout *layout,
                   const AncHit *hit)
{
  const AncToken *last = anc_layout_get_token (layout, hit->last);

  if (last->colon)
    return TRUE;

  return hit->last > hit->first && hit->label->weight >= 1 && hit->last + 1 < layout->tokens->len
         && anc_layout_get_token (layout, hit->last + 1)->row == last->row && holds_digit (anc_layout_get_token (layout, hit->last + 1));
}

/* The run of words from a token on, up to the end of its segment or the next label. */
static guint
find_run_end (const AncLayout *layout,
              guint first,
              double right)
{
  guint segment = anc_layout_get_token (layout, first)->segment;
  guint last = first;

  while (last + 1 < layout->tokens->len && anc_layout_get_token (layout, last + 1)->segment == segment)
    {
      const AncHit *hit = anc_layout_find_hit (layout, last + 1);

      if (hit != NULL && hit->first == last + 1 && begins_next_label (layout, hit))
        break;
      /* What begins where the next cell does is that cell's, however near. */
      if (anc_layout_get_token (layout, last + 1)->box.x0 >= right)
        break;
      last++;
    }

  return last;
}

/* Whether a token begins with a label, so that it is no value. A word such as `employé` may be either:
 * it is a label where a colon follows or nothing else does. */
static gboolean
begins_label (const AncLayout *layout,
              guint token)
{
  const AncHit *hit = anc_layout_find_leading_hit (layout, token);

  if (hit == NULL)
    return FALSE;
  if (hit->label->field == ANC_FIELD_ABSENCE || hit->label->field == ANC_FIELD_PREMIUM)
    return FALSE;

  return anc_layout_get_token (layout, hit->last)->colon || (hit->prefix == 0 && hit->coverage * hit->label->weight >= 0.6);
}

/* Labels go on with words that no table lists, up to their colon: `Emploi actuel :`. Returns the last of them. */
static guint
find_label_end (const AncLayout *layout,
                const AncHit *hit)
{
  guint last = hit->last;

  if (hit->prefix > 0 || anc_layout_get_token (layout, last)->colon)
    return last;

  for (guint i = last + 1; i < layout->tokens->len && i <= last + MAX_LABEL_TAIL; i++)
    {
      const AncToken *token = anc_layout_get_token (layout, i);

      if (token->segment != hit->segment || token->is_number || anc_layout_find_hit (layout, i) != NULL
          || anc_layout_find_date (layout, i) != NULL)
        break;
      if (token->colon)
        return i;
    }

  return last;
}

/* Whether a text is the label of a line with amounts, which nobody takes for a name or a job. */
static gboolean
is_pay_line (const AncLayout *layout,
             guint last)
{
  guint row = anc_layout_get_token (layout, last)->row;
  guint end = anc_layout_get_row_end (layout, row);

  for (guint i = last + 1; i < end; i++)
    {
      const AncToken *token = anc_layout_get_token (layout, i);

      if (anc_layout_find_hit (layout, i) != NULL)
        return FALSE;
      if (token->is_number && token->number.decimals >= 2)
        return TRUE;
    }

  return FALSE;
}

static gboolean
find_beside (const AncLayout *layout,
             const AncHit *hit,
             AncTextValue *value)
{
  guint label_end = find_label_end (layout, hit);
  guint next = label_end + 1;
  gboolean colon = anc_layout_get_token (layout, label_end)->colon;
  const AncToken *token;

  if (next >= layout->tokens->len)
    return FALSE;
  token = anc_layout_get_token (layout, next);
  if (token->row != hit->row || begins_label (layout, next))
    return FALSE;

  *value = (AncTextValue){ .first = next, .last = find_run_end (layout, next, layout->width), .score = colon ? 1 : 0.93 };
  if (token->segment == hit->segment && !colon)
    value->score = 0.6;
  return colon || token->segment == hit->segment || !is_pay_line (layout, value->last);
}

/* Whether a text that no label begins stands right below a caption, at its beginning or set in a little, whatever stands
 * in between further right. */
static gboolean
has_aligned_below (const AncLayout *layout,
                   const AncHit *hit,
                   guint row)
{
  double em = anc_layout_get_row (layout, hit->row)->em;

  for (guint r = row; r < layout->rows->len; r++)
    {
      const AncSpan *below = anc_layout_get_row (layout, r);

      if (below->box.y0 - hit->box.y1 > TEXT_REACH * em)
        return FALSE;

      for (guint s = below->first; s < below->first + below->n; s++)
        {
          const AncSpan *segment = anc_layout_get_segment (layout, s);

          if (anc_rect_overlap_x (segment->box, hit->box) > 0)
            return fabs (segment->box.x0 - hit->box.x0) < INDENT * em && !begins_label (layout, segment->first);
        }
    }

  return FALSE;
}

static gboolean
find_below (const AncLayout *layout,
            const AncHit *hit,
            AncTextValue *value)
{
  double em = anc_layout_get_row (layout, hit->row)->em;
  double right = anc_values_find_next_left (layout, hit);

  for (guint r = hit->row + 1; r < layout->rows->len; r++)
    {
      const AncSpan *row = anc_layout_get_row (layout, r);

      if (row->box.y0 - hit->box.y1 > TEXT_REACH * em)
        return FALSE;

      for (guint s = row->first; s < row->first + row->n; s++)
        {
          const AncSpan *segment = anc_layout_get_segment (layout, s);

          if (segment->box.x0 > right - em || segment->box.x1 < hit->box.x0
              || segment->box.x0 < hit->box.x0 - MAX (LEFT_MARGIN * em, anc_rect_width (segment->box)))
            continue;
          if (segment->box.x0 > hit->box.x1 && has_aligned_below (layout, hit, r))
            continue;
          if (begins_label (layout, segment->first))
            return FALSE;

          *value = (AncTextValue){ .first = segment->first, .last = find_run_end (layout, segment->first, right - 0.3 * em), .below = TRUE };
          value->score = fabs (segment->box.x0 - hit->box.x0) < LEFT_MARGIN * em ? 0.95 : 0.75;
          return TRUE;
        }
    }

  return FALSE;
}

/* The top of what stands next below a text in its column. */
static double
find_next_top (const AncLayout *layout,
               guint first,
               guint last)
{
  AncRect box = anc_layout_get_box (layout, first, last);

  for (guint r = anc_layout_get_token (layout, first)->row + 1; r < layout->rows->len; r++)
    {
      const AncSpan *row = anc_layout_get_row (layout, r);

      for (guint s = row->first; s < row->first + row->n; s++)
        if (anc_rect_overlap_x (anc_layout_get_segment (layout, s)->box, box) > 0)
          return anc_layout_get_segment (layout, s)->box.y0;
    }

  return G_MAXDOUBLE;
}

/* Whether a caption stands over its value as one of several such pairs: nearer to it than the value is to
 * what follows. */
static gboolean
is_stacked (const AncLayout *layout,
            const AncHit *hit,
            const AncTextValue *below)
{
  AncRect box = anc_layout_get_box (layout, below->first, below->last);

  return fabs (box.x0 - hit->box.x0) < 0.3 * anc_layout_get_row (layout, hit->row)->em
         && find_next_top (layout, below->first, below->last) - box.y0 > STACK_RATIO * (box.y0 - hit->box.y0);
}

/* Whether something stands right below a segment, at its beginning, in the row that follows. */
static gboolean
has_cell_below (const AncLayout *layout,
                const AncSpan *segment)
{
  const AncSpan *row = anc_layout_get_row (layout, segment->row + 1);

  for (guint s = row->first; s < row->first + row->n; s++)
    if (fabs (anc_layout_get_segment (layout, s)->box.x0 - segment->box.x0) < CELL_MARGIN * segment->em)
      return TRUE;

  return FALSE;
}

static gboolean
is_caption (const AncLayout *layout,
            const AncSpan *segment)
{
  const AncHit *hit = anc_layout_find_hit (layout, segment->first);

  return hit != NULL && hit->first == segment->first && hit->coverage >= 1 && !anc_layout_get_token (layout, hit->last)->colon;
}

/* Whether all that stands on a row are words, each with something of its own right below, and two labels side by side:
 * captions, known or not. */
static gboolean
heads_cells (const AncLayout *layout,
             const AncSpan *row)
{
  gboolean side_by_side = FALSE;

  if (row->n < MIN_CAPTIONS || row->row + 1 >= layout->rows->len)
    return FALSE;

  for (guint s = row->first; s < row->first + row->n; s++)
    {
      const AncSpan *segment = anc_layout_get_segment (layout, s);

      for (guint i = segment->first; i < segment->first + segment->n; i++)
        if (holds_digit (anc_layout_get_token (layout, i)) || anc_layout_get_token (layout, i)->colon)
          return FALSE;
      if (!has_cell_below (layout, segment))
        return FALSE;
      side_by_side |= s > row->first && is_caption (layout, segment) && is_caption (layout, anc_layout_get_segment (layout, s - 1));
    }

  return side_by_side;
}

/* Whether most of what stands on a row are labels by themselves: the captions of a table, whose values are in
 * the row below. */
static gboolean
is_caption_row (const AncLayout *layout,
                guint index)
{
  const AncSpan *row = anc_layout_get_row (layout, index);
  guint labels = 0;

  if (heads_cells (layout, row))
    return TRUE;

  for (guint s = row->first; s < row->first + row->n; s++)
    labels += is_caption (layout, anc_layout_get_segment (layout, s));

  return labels >= MIN_CAPTIONS && 2 * labels > row->n;
}

/**
 * anc_values_find_text:
 * @layout: a page
 * @hit: a label on it
 * @value: (out): what the label announces; untouched on failure
 *
 * A label has its value beside it or, where it is the caption of a cell, below. The colon decides; then
 * what else stands there; then the size of the letters, since captions are small.
 *
 * Returns: whether there is anything
 */
gboolean
anc_values_find_text (const AncLayout *layout,
                      const AncHit *hit,
                      AncTextValue *value)
{
  AncTextValue beside = { 0 }, below = { 0 };
  gboolean has_beside = find_beside (layout, hit, &beside);
  gboolean has_below = find_below (layout, hit, &below);
  gboolean colon = anc_layout_get_token (layout, hit->last)->colon;

  if (has_beside && has_below && !colon)
    {
      double caption = anc_layout_get_token (layout, hit->first)->size;

      if (anc_layout_get_token (layout, below.first)->size > caption * 1.15
          && anc_layout_get_token (layout, beside.first)->segment != hit->segment
          && (anc_layout_get_token (layout, beside.first)->size < caption * 1.15 || is_stacked (layout, hit, &below)))
        has_beside = FALSE;
      if (anc_layout_get_token (layout, beside.first)->segment != hit->segment && is_caption_row (layout, hit->row))
        has_beside = FALSE;
    }

  if (!has_beside && !has_below)
    return FALSE;

  /* Where either may be meant, neither is sure. */
  if (has_beside && has_below && !colon)
    beside.score *= 0.9;
  *value = has_beside ? beside : below;
  return TRUE;
}
