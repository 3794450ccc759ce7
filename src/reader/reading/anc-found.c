/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-found.h"

#include "anc-blocks.h"

#include <math.h>

/* How far below the heading of a card its lines stand, and how far they may be set in, in heights of the font. */
#define CARD_REACH 9.0
#define CARD_INDENT 2.0

/* Whether two lines are set alike, in heights of a font. */
#define SAME_SIZE 0.06

/* Whichever of the two scores more; the one that was there where they are even. */
void
anc_found_keep_better (AncFound *best,
                       const AncFound *found)
{
  if (found->score > best->score)
    *best = *found;
}

static gboolean
set_alike (const AncToken *a,
           const AncToken *b)
{
  return fabs (a->size - b->size) <= SAME_SIZE * a->size && a->bold == b->bold;
}

/**
 * anc_found_add_next_line:
 * @layout: the page that was searched
 * @below: whether the text stands below its label, so that what is to its left tells nothing
 * @found: (inout): a text of one line
 *
 * Adds the line that goes on with the one above: it begins at the same place, is set alike, stands right
 * below, has nothing to its left that would be a label, and is no label itself.
 *
 * Returns: whether there is one
 */
gboolean
anc_found_add_next_line (const AncLayout *layout,
                         gboolean below,
                         AncFound *found)
{
  const AncToken *start = anc_layout_get_token (layout, found->first);
  AncRect box = anc_layout_get_box (layout, found->first, found->last);
  const AncSpan *row;

  if (start->row + 1 >= layout->rows->len)
    return FALSE;

  row = anc_layout_get_row (layout, start->row + 1);
  for (guint s = row->first; s < row->first + row->n; s++)
    {
      const AncSpan *segment = anc_layout_get_segment (layout, s);
      const AncToken *token = anc_layout_get_token (layout, segment->first);

      if (fabs (segment->box.x0 - box.x0) > 0.5 * row->em)
        {
          if (!below && segment->box.x0 < box.x0 && segment->box.x1 > box.x0 - 25 * row->em)
            return FALSE;
          continue;
        }
      if (segment->box.y0 - box.y1 > 0.6 * row->em || g_ascii_isdigit (*token->text) || !set_alike (start, token)
          || anc_layout_find_hit (layout, segment->first) != NULL || anc_layout_find_date (layout, segment->first) != NULL
          || anc_blocks_is_street_line (layout, segment) || anc_blocks_is_postcode_line (layout, segment))
        return FALSE;
      for (guint i = segment->first; i < segment->first + segment->n; i++)
        if (anc_layout_get_token (layout, i)->colon)
          return FALSE;

      found->next_first = segment->first;
      found->next_last = segment->first + segment->n - 1;
      return TRUE;
    }

  return FALSE;
}

static char *
dup_text (const AncFound *self,
          const AncSheets *sheets)
{
  const AncLayout *layout = sheets->pages[self->page];
  g_autofree char *text = anc_layout_dup_text (layout, self->first, self->last);

  if (self->next_first > 0)
    {
      g_autofree char *next = anc_layout_dup_text (layout, self->next_first, self->next_last);

      return g_strdup_printf ("%s %s", text, next);
    }

  return g_steal_pointer (&text);
}

/**
 * anc_found_tell:
 * @self: what was found
 * @sheets: where
 * @slip: takes the place of it
 * @field: as which it is told
 * @text: (out): takes the text
 */
void
anc_found_tell (const AncFound *self,
                const AncSheets *sheets,
                AncSlip *slip,
                AncSlipField field,
                char **text)
{
  const AncLayout *layout = sheets->pages[self->page];
  double confidence = self->score >= 0.9 ? 0.95 : self->score;

  *text = dup_text (self, sheets);
  anc_slip_set_place (slip,
                      field,
                      layout,
                      self->first,
                      self->last,
                      anc_slip_weigh (layout, self->first, self->last, confidence));
  g_free (slip->places[field].text);
  slip->places[field].text = g_strdup (*text);
  if (self->next_first > 0)
    slip->places[field].rect = anc_rect_union (slip->places[field].rect,
                                               anc_layout_get_rect (layout, self->next_first, self->next_last));
}

/* The letters of the tokens from @first to @last. */
guint
anc_found_count_letters (const AncLayout *layout,
                         guint first,
                         guint last)
{
  guint n = 0;

  for (guint i = first; i <= last; i++)
    for (const char *p = anc_layout_get_token (layout, i)->text; *p != '\0'; p = g_utf8_next_char (p))
      n += g_unichar_isalpha (g_utf8_get_char (p));

  return n;
}

/* Whether what stands next below a caption in its column is a line with a label: below one that is no heading
 * stands its own value. */
static gboolean
heads_card (const AncLayout *layout,
            const AncHit *caption)
{
  for (guint r = caption->row + 1; r < layout->rows->len; r++)
    {
      const AncSpan *row = anc_layout_get_row (layout, r);

      for (guint s = row->first; s < row->first + row->n; s++)
        {
          const AncSpan *segment = anc_layout_get_segment (layout, s);
          const AncHit *hit = anc_layout_find_hit (layout, segment->first);

          if (fabs (segment->box.x0 - caption->box.x0) <= CARD_INDENT * row->em)
            return hit != NULL && hit->first == segment->first;
        }
    }

  return FALSE;
}

/**
 * anc_found_get_heading:
 * @layout: a page
 * @label: a label of it that may be anybody's, such as `nom`
 *
 * Returns: of whom it speaks: the heading of its card, right above in the same column with nothing but
 *   lines of the card between; %ANC_FIELD_NONE where it has none
 */
AncField
anc_found_get_heading (const AncLayout *layout,
                       const AncHit *label)
{
  double em = anc_layout_get_row (layout, label->row)->em;
  const AncHit *heading = NULL;

  for (guint i = 0; i < layout->hits->len; i++)
    {
      const AncHit *hit = anc_layout_get_hit (layout, i);
      AncField field = hit->label->field;

      if ((field != ANC_FIELD_EMPLOYER && field != ANC_FIELD_EMPLOYEE && field != ANC_FIELD_USER_COMPANY)
          || hit->coverage < 1 || hit->row >= label->row || anc_layout_get_token (layout, hit->last)->colon
          || label->box.y0 - hit->box.y1 > CARD_REACH * em || fabs (hit->box.x0 - label->box.x0) > CARD_INDENT * em
          || !heads_card (layout, hit))
        continue;
      if (heading == NULL || hit->row > heading->row)
        heading = hit;
    }

  return heading != NULL ? heading->label->field : ANC_FIELD_NONE;
}

/* Whether a label announces the name of the employer. */
gboolean
anc_found_announces_firm (const AncLayout *layout,
                          const AncHit *hit)
{
  return hit->label->field == ANC_FIELD_EMPLOYER
         || (hit->label->field == ANC_FIELD_LAST_NAME && hit->coverage >= 1
             && anc_found_get_heading (layout, hit) == ANC_FIELD_EMPLOYER);
}
