/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-blocks.h"
#include "anc-fold.h"
#include "anc-found.h"
#include "anc-person-name.h"
#include "anc-values.h"

#include <string.h>

/* Addresses stand in the upper part of a page, as a part of its height. */
#define HEAD 0.5

/* What a name is worth that only the address below it tells, and how many words it may have. */
#define WINDOW 0.6
#define MAX_WINDOW_WORDS 5
#define MAX_WINDOW_LINES 3

/* What a name is worth that only its letters tell. */
#define BARE_NAME 0.5

/* How far apart the words of a line may be that is set loosely, in heights of the font. */
#define LOOSE_GAP 1.4

/* Whether what the slip tells as its employer is a text, or has it in it. */
static gboolean
is_employer (const AncSlip *slip,
             const char *text)
{
  return slip->employer != NULL && strstr (slip->employer, text) != NULL;
}

/* A first name and a last name that have labels of their own; a card of the firm has such a label too. */
static void
find_split_name (const AncLayout *layout,
                 guint page,
                 const AncSlip *slip,
                 AncFound *best)
{
  AncFound last_name = { 0 }, first_name = { 0 };

  for (guint i = 0; i < layout->hits->len; i++)
    {
      const AncHit *hit = anc_layout_get_hit (layout, i);
      AncFound found = { .page = page };
      g_autofree char *text = NULL;
      AncTextValue value;

      if ((hit->label->field != ANC_FIELD_LAST_NAME && hit->label->field != ANC_FIELD_FIRST_NAME)
          || (hit->coverage < 0.5 && hit->prefix > 0) || anc_found_announces_firm (layout, hit) || anc_found_get_heading (layout, hit) == ANC_FIELD_USER_COMPANY
          || !anc_values_find_text (layout, hit, &value))
        continue;

      text = anc_layout_dup_text (layout, value.first, value.last);
      if (is_employer (slip, text))
        continue;
      found.first = value.first;
      found.last = value.last;
      if (!anc_person_name_trim (layout, &found.first, &found.last))
        continue;
      found.score = hit->label->weight * value.score;
      anc_found_keep_better (hit->label->field == ANC_FIELD_LAST_NAME ? &last_name : &first_name, &found);
    }

  if (last_name.score == 0)
    return;
  if (first_name.score > 0)
    {
      last_name.next_first = first_name.first;
      last_name.next_last = first_name.last;
      last_name.score = MIN (last_name.score, first_name.score) + 0.05;
    }
  else
    last_name.score *= last_name.last > last_name.first ? 0.85 : 0.5;
  anc_found_keep_better (best, &last_name);
}

/* The name of the second party, where one caption announces those of both: `Nom et prénom` at the head of a row, the
 * employer's name and theirs under headings of their own. */
static gboolean
go_to_second_party (const AncLayout *layout,
                    AncTextValue *value)
{
  const AncToken *last = anc_layout_get_token (layout, value->last);
  const AncSpan *next;

  if (value->last + 1 >= anc_layout_get_row_end (layout, last->row))
    return FALSE;

  next = anc_layout_get_segment (layout, anc_layout_get_token (layout, value->last + 1)->segment);
  value->first = next->first;
  value->last = next->first + next->n - 1;
  return TRUE;
}

static void
find_labelled_name (const AncLayout *layout,
                    guint page,
                    const AncSlip *slip,
                    AncFound *best)
{
  for (guint i = 0; i < layout->hits->len; i++)
    {
      const AncHit *hit = anc_layout_get_hit (layout, i);
      AncFound found = { .page = page };
      g_autofree char *text = NULL;
      AncTextValue value;

      if (hit->label->field != ANC_FIELD_EMPLOYEE || hit->prefix > 0 || !anc_values_find_text (layout, hit, &value))
        continue;

      text = anc_layout_dup_text (layout, value.first, value.last);
      if (is_employer (slip, text) && !go_to_second_party (layout, &value))
        continue;
      found.first = value.first;
      found.last = value.last;
      if (!anc_person_name_trim (layout, &found.first, &found.last))
        continue;
      found.score = anc_values_rate_label (hit) * value.score;
      if (found.first == found.last)
        found.score *= 0.7;
      anc_found_keep_better (best, &found);
    }
}

/* The last token of a line. Of one that is set loosely, as from a typewriter, the words behind `M.` are segments
 * of their own. */
static guint
find_line_end (const AncLayout *layout,
               const AncSpan *segment)
{
  guint last = segment->first + segment->n - 1;
  guint end = anc_layout_get_row_end (layout, segment->row);

  while (segment->n == 1 && last + 1 < end
         && anc_layout_get_token (layout, last + 1)->box.x0 - anc_layout_get_token (layout, last)->box.x1 < LOOSE_GAP * segment->em)
    last++;

  return last;
}

/* A name after `M.` or `Mme`, best above an address; not where the employer is such a person. */
static void
find_addressed_name (const AncSheets *sheets,
                     guint page,
                     const AncSlip *slip,
                     AncFound *best)
{
  const AncLayout *layout = sheets->pages[page];
  g_autoptr (GArray) blocks = anc_blocks_find (layout);

  for (guint b = 0; b < blocks->len; b++)
    {
      const AncBlock *block = &g_array_index (blocks, AncBlock, b);

      for (guint s = 0; s < block->n; s++)
        {
          const AncSpan *segment = anc_layout_get_segment (layout, block->segments[s]);
          AncFound found = { .page = page, .first = segment->first, .last = find_line_end (layout, segment) };
          g_autofree char *text = NULL;

          if (!anc_blocks_has_civility (anc_layout_get_token (layout, segment->first)->folded) || found.last == found.first
              || !anc_person_name_trim (layout, &found.first, &found.last))
            continue;

          text = anc_layout_dup_text (layout, segment->first, found.last);
          if (slip->employer != NULL && strstr (text, slip->employer) != NULL)
            continue;
          found.score = 0.72 + (block->postcode > (int) s ? 0.2 : 0)
                        - (segment->box.y0 > HEAD * layout->height ? 0.3 : 0) - (sheets->kind == ANC_KIND_HOUSEHOLD ? 0.3 : 0);
          anc_found_keep_better (best, &found);
        }
    }
}

/* Whether a line has a label in it, or a part of one. */
static gboolean
has_label (const AncLayout *layout,
           guint first,
           guint last)
{
  for (guint i = first; i <= last; i++)
    if (anc_layout_find_hit (layout, i) != NULL)
      return TRUE;

  return FALSE;
}

/* The name at the head of an address without `M.` or `Mme`, as in the window of an envelope: whoever it is, the address
 * is not the employer's. Only where the employer is known. */
static void
find_window_name (const AncSheets *sheets,
                  guint page,
                  const AncSlip *slip,
                  AncFound *best)
{
  const AncLayout *layout = sheets->pages[page];
  g_autoptr (GArray) blocks = anc_blocks_find (layout);

  for (guint b = 0; slip->employer != NULL && b < blocks->len; b++)
    {
      const AncBlock *block = &g_array_index (blocks, AncBlock, b);
      guint line = anc_blocks_is_heading (layout, block, 0) ? 1 : 0;
      const AncSpan *segment = anc_layout_get_segment (layout, block->segments[line]);
      AncFound found = { .page = page, .first = anc_blocks_skip_caption (layout, segment), .last = find_line_end (layout, segment), .score = WINDOW };
      guint last = found.last;
      g_autofree char *text = anc_layout_dup_text (layout, found.first, found.last);
      g_autofree char *folded = anc_fold (text, -1);

      if (block->postcode <= (int) line || block->postcode > MAX_WINDOW_LINES || segment->box.y0 > HEAD * layout->height
          || has_label (layout, found.first, found.last) || anc_blocks_has_legal_form (folded) || is_employer (slip, text)
          || anc_blocks_is_street_line (layout, segment) || !anc_person_name_trim (layout, &found.first, &found.last)
          || found.last != last || found.last == found.first || found.last - found.first >= MAX_WINDOW_WORDS)
        continue;
      anc_found_keep_better (best, &found);
    }
}

/* A name that nothing announces, as `12345 LAST First` in a strip at the head: of its words some are in
 * capitals and some are not, and none is that of a label or a firm. */
static void
find_bare_name (const AncLayout *layout,
                guint page,
                const AncSlip *slip,
                AncFound *best)
{
  for (guint s = 0; s < layout->segments->len; s++)
    {
      const AncSpan *segment = anc_layout_get_segment (layout, s);
      AncFound found = { .page = page, .first = segment->first, .last = segment->first + segment->n - 1, .score = BARE_NAME };
      g_autofree char *text = NULL;
      g_autofree char *folded = NULL;
      guint last;

      if (segment->box.y0 > HEAD * layout->height)
        return;
      while (found.first < found.last && anc_layout_get_token (layout, found.first)->is_number)
        found.first++;
      last = found.last;
      if (has_label (layout, found.first, found.last) || anc_blocks_is_street_line (layout, segment) || !anc_person_name_trim (layout, &found.first, &found.last)
          || found.last != last || found.last == found.first)
        continue;

      text = anc_layout_dup_text (layout, found.first, found.last);
      folded = anc_fold (text, -1);
      if (!anc_person_name_is_mixed (layout, found.first, found.last) || anc_blocks_has_legal_form (folded)
          || is_employer (slip, text))
        continue;
      anc_found_keep_better (best, &found);
    }
}

/**
 * anc_slip_read_employee:
 * @sheets: the pages of a payslip
 * @slip: takes the employee; its employer has been read
 */
void
anc_slip_read_employee (const AncSheets *sheets,
                        AncSlip *slip)
{
  AncFound best = { 0 };

  for (guint p = 0; p < sheets->n_pages; p++)
    {
      find_labelled_name (sheets->pages[p], p, slip, &best);
      find_split_name (sheets->pages[p], p, slip, &best);
      find_addressed_name (sheets, p, slip, &best);
      find_window_name (sheets, p, slip, &best);
      if (p == 0)
        find_bare_name (sheets->pages[p], p, slip, &best);
    }
  if (best.score > ANC_FOUND_LEAST)
    anc_found_tell (&best, sheets, slip, ANC_SLIP_EMPLOYEE, &slip->employee);
}
