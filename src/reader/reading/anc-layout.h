/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-french-date.h"
#include "anc-label-table.h"
#include "anc-number.h"
#include "anc-page-text.h"

/**
 * AncToken:
 * @rect: where it stands on the page as it is shown
 * @box: where it stands on the upright page
 * @text: (not nullable): what is written there; a number is one token, whatever parts its thousands
 * @folded: (not nullable): the same, folded
 * @confidence: that of its worst word, 0 to 1
 * @size: height of its font, in points
 * @bold: whether it is bold, where that is known
 * @row: the row it stands in
 * @segment: the segment it stands in
 * @is_number: whether it is a number
 * @number: which one
 * @colon: whether a colon follows it
 */
typedef struct
{
  AncRect rect;
  AncRect box;
  const char *text;
  const char *folded;
  double confidence;
  double size;
  gboolean bold;
  guint row;
  guint segment;
  gboolean is_number;
  AncNumber number;
  gboolean colon;
} AncToken;

/**
 * AncSpan:
 * @first: its first token, segment
 * @n: how many there are of them
 * @box: what they fill on the upright page
 *
 * A row is a span of segments: what stands on one line, from left to right. A segment is a span of
 * tokens: what stands there without a gap, such as a sentence or what fills a cell.
 */
typedef struct
{
  guint first;
  guint n;
  guint row;
  AncRect box;
  double em;
} AncSpan;

/**
 * AncHit:
 * @label: the label
 * @first: its first token
 * @last: its last token
 * @row: the row of its last token
 * @segment: the segment of its last token
 * @box: where it stands on the upright page
 * @coverage: which part of the words written without a gap around it are its own, 0 to 1
 * @prefix: how many words come before it there
 * @cumul: whether words around it say that it is about the year
 *
 * A label found on a page.
 */
typedef struct
{
  const AncLabel *label;
  guint first;
  guint last;
  guint row;
  guint segment;
  AncRect box;
  double coverage;
  guint prefix;
  gboolean cumul;
} AncHit;

/**
 * AncDateHit:
 * @first: its first token
 * @last: its last token
 * @row: its row
 * @date: the day, or %ANC_DATE_NONE for a month
 * @month: the month
 * @box: where it stands on the upright page
 *
 * A day or a month found on a page.
 */
typedef struct
{
  guint first;
  guint last;
  guint row;
  AncDate date;
  AncMonth month;
  AncRect box;
} AncDateHit;

/**
 * AncLayout:
 *
 * A page taken apart: tokens in segments in rows, with the labels and dates found among them. The
 * tokens lie row by row, from left to right. Never changed once made.
 */
typedef struct
{
  guint page;
  double width;
  double height;
  gboolean from_ocr;
  GArray *tokens;   /* of AncToken */
  GArray *segments; /* of AncSpan */
  GArray *rows;     /* of AncSpan */
  GArray *hits;     /* of AncHit, in the order of their first tokens */
  GArray *dates;    /* of AncDateHit, likewise */
  GStringChunk *texts;
} AncLayout;

AncLayout *anc_layout_new (const AncPageText *text,
                           guint page,
                           const AncLabelTable *labels);
void anc_layout_free (AncLayout *self);

const AncToken *anc_layout_get_token (const AncLayout *self,
                                      guint index);
const AncSpan *anc_layout_get_segment (const AncLayout *self,
                                       guint index);
const AncSpan *anc_layout_get_row (const AncLayout *self,
                                   guint index);
guint anc_layout_get_row_end (const AncLayout *self,
                              guint index);
const AncHit *anc_layout_get_hit (const AncLayout *self,
                                  guint index);
const AncHit *anc_layout_find_hit (const AncLayout *self,
                                   guint token);
const AncHit *anc_layout_find_leading_hit (const AncLayout *self,
                                           guint token);
const AncDateHit *anc_layout_find_date (const AncLayout *self,
                                        guint token);

char *anc_layout_dup_text (const AncLayout *self,
                           guint first,
                           guint last);
AncRect anc_layout_get_rect (const AncLayout *self,
                             guint first,
                             guint last);
AncRect anc_layout_get_box (const AncLayout *self,
                            guint first,
                            guint last);
double anc_layout_get_confidence (const AncLayout *self,
                                  guint first,
                                  guint last);

void anc_layout_find_labels (AncLayout *self,
                             const AncLabelTable *labels);
void anc_layout_find_dates (AncLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncLayout, anc_layout_free)
