/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-layout.h"

#include "anc-fold.h"
#include "anc-layout-words.h"

#include <math.h>
#include <string.h>

/* A gap this wide, in heights of the font, parts two segments. */
#define SEGMENT_GAP 0.85
#define SPACED_GAP 4.0 /* between words whose letters stand apart */

/* All letters of a typewriter are as wide as each other, its spaces too: words of so many letters tell, where there are
 * so many of them and half of them differ by no more than this part; a gap of one space is no wider than so many. */
#define PITCH_LETTERS 5
#define PITCH_WORDS 20
#define PITCH_TOLERANCE 0.03
#define PITCH_GAP 1.75

/* What the first and the last letter of a word leave of their width, in letters. */
#define PITCH_MARGIN 0.3

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
find_median (GArray *values)
{
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, values->len / 2);
}

/* How wide each letter is of a page that a typewriter or a line printer wrote, in points; 0 for any other. */
static double
measure_pitch (const AncPageText *text)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (double));
  double pitch;

  for (guint i = 0; i < anc_page_text_get_n_words (text); i++)
    {
      const AncWord *word = anc_page_text_get_word (text, i);
      glong n = g_utf8_strlen (word->text, -1);
      double width = anc_rect_width (word->box) / ((double) n - PITCH_MARGIN);

      if (n >= PITCH_LETTERS)
        g_array_append_val (widths, width);
    }
  if (widths->len < PITCH_WORDS)
    return 0;

  pitch = find_median (widths);
  for (guint i = 0; i < widths->len; i++)
    g_array_index (widths, double, i) = fabs (g_array_index (widths, double, i) / pitch - 1);

  return find_median (widths) < PITCH_TOLERANCE ? pitch : 0;
}

/* Whether a word begins another segment than the one before it. What is set larger than most of its row has
 * wider spaces. */
static gboolean
is_apart (const AncLayout *self,
          const AncLayoutWord *before,
          const AncLayoutWord *word,
          double em,
          double pitch)
{
  double height = self->from_ocr ? em : MAX (em, MIN (before->size, word->size));
  double gap = (word->spaced && before->spaced ? SPACED_GAP : SEGMENT_GAP) * height;

  return word->ruled || word->box.x0 - before->box.x1 > MAX (gap, PITCH_GAP * pitch);
}

static void
add_row (AncLayout *self,
         const AncLayoutWord *words,
         guint n_words,
         double em,
         double pitch)
{
  AncSpan row = { .first = self->segments->len, .row = self->rows->len, .box = words[0].box, .em = em };
  AncSpan segment = { 0 };

  for (guint i = 0; i < n_words; i++)
    {
      const AncLayoutWord *word = &words[i];
      AncToken token = {
        .rect = word->rect,
        .box = word->box,
        .text = g_string_chunk_insert (self->texts, word->text),
        .confidence = word->confidence,
        .size = word->size,
        .bold = word->bold,
        .row = self->rows->len,
        .is_number = word->is_number,
        .number = word->number,
        .colon = word->colon,
      };
      g_autofree char *folded = anc_fold (word->text, -1);

      token.folded = g_string_chunk_insert (self->texts, folded);
      if (segment.n > 0 && is_apart (self, &words[i - 1], word, em, pitch))
        {
          g_array_append_val (self->segments, segment);
          segment.n = 0;
        }
      if (segment.n == 0)
        segment = (AncSpan){ .first = self->tokens->len, .row = self->rows->len, .box = word->box, .em = em };
      segment.n++;
      segment.box = anc_rect_union (segment.box, word->box);
      row.box = anc_rect_union (row.box, word->box);
      token.segment = self->segments->len;
      g_array_append_val (self->tokens, token);
    }

  g_array_append_val (self->segments, segment);
  row.n = self->segments->len - row.first;
  g_array_append_val (self->rows, row);
}

/**
 * anc_layout_new:
 * @text: the words of a page
 * @page: its number, from 0
 * @labels: the labels to look for
 *
 * Returns: (transfer full): the page taken apart
 */
AncLayout *
anc_layout_new (const AncPageText *text,
                guint page,
                const AncLabelTable *labels)
{
  AncLayout *self = g_new0 (AncLayout, 1);
  g_autoptr (AncLayoutWords) words = anc_layout_words_new (text);
  /* A text layer tells the width of its spaces itself. */
  double pitch = anc_page_text_is_from_ocr (text) ? measure_pitch (text) : 0;

  self->page = page;
  self->width = anc_page_text_get_width (text);
  self->height = anc_page_text_get_height (text);
  self->from_ocr = anc_page_text_is_from_ocr (text);
  self->tokens = g_array_new (FALSE, FALSE, sizeof (AncToken));
  self->segments = g_array_new (FALSE, FALSE, sizeof (AncSpan));
  self->rows = g_array_new (FALSE, FALSE, sizeof (AncSpan));
  self->hits = g_array_new (FALSE, FALSE, sizeof (AncHit));
  self->dates = g_array_new (FALSE, FALSE, sizeof (AncDateHit));
  self->texts = g_string_chunk_new (4096);

  for (guint i = 0; i < anc_layout_words_get_n_rows (words); i++)
    {
      const GArray *row = anc_layout_words_get_row (words, i);

      if (row->len > 0)
        add_row (self, (const AncLayoutWord *) (const void *) row->data, row->len, anc_layout_words_get_em (words, i), pitch);
    }
  anc_layout_find_dates (self);
  anc_layout_find_labels (self, labels);

  return self;
}

void
anc_layout_free (AncLayout *self)
{
  g_array_unref (self->tokens);
  g_array_unref (self->segments);
  g_array_unref (self->rows);
  g_array_unref (self->hits);
  g_array_unref (self->dates);
  g_string_chunk_free (self->texts);
  g_free (self);
}

const AncToken *
anc_layout_get_token (const AncLayout *self,
                      guint index)
{
  g_return_val_if_fail (index < self->tokens->len, NULL);

  return &g_array_index (self->tokens, AncToken, index);
}

const AncSpan *
anc_layout_get_segment (const AncLayout *self,
                        guint index)
{
  g_return_val_if_fail (index < self->segments->len, NULL);

  return &g_array_index (self->segments, AncSpan, index);
}

const AncSpan *
anc_layout_get_row (const AncLayout *self,
                    guint index)
{
  g_return_val_if_fail (index < self->rows->len, NULL);

  return &g_array_index (self->rows, AncSpan, index);
}

/* The token after the last one of a row. */
guint
anc_layout_get_row_end (const AncLayout *self,
                        guint index)
{
  const AncSpan *row = anc_layout_get_row (self, index);
  const AncSpan *segment = anc_layout_get_segment (self, row->first + row->n - 1);

  return segment->first + segment->n;
}

const AncHit *
anc_layout_get_hit (const AncLayout *self,
                    guint index)
{
  g_return_val_if_fail (index < self->hits->len, NULL);

  return &g_array_index (self->hits, AncHit, index);
}

/**
 * anc_layout_find_hit:
 * @self: a page
 * @token: a token of it
 *
 * Returns: (nullable): the label that the token is a word of
 */
const AncHit *
anc_layout_find_hit (const AncLayout *self,
                     guint token)
{
  for (guint i = 0; i < self->hits->len; i++)
    {
      const AncHit *hit = &g_array_index (self->hits, AncHit, i);

      if (token >= hit->first && token <= hit->last)
        return hit;
    }

  return NULL;
}

/**
 * anc_layout_find_leading_hit:
 * @self: a page
 * @token: the first token of a text
 *
 * Returns: (nullable): the label that the text begins with, an article before it or not: `Le salarié`
 */
const AncHit *
anc_layout_find_leading_hit (const AncLayout *self,
                             guint token)
{
  guint segment = anc_layout_get_token (self, token)->segment;

  for (guint i = token; i < self->tokens->len && anc_layout_get_token (self, i)->segment == segment; i++)
    {
      const AncHit *hit = anc_layout_find_hit (self, i);

      if (hit != NULL)
        return hit->first == i ? hit : NULL;
      if (!anc_label_word_is_empty (anc_layout_get_token (self, i)->folded))
        return NULL;
    }

  return NULL;
}

/**
 * anc_layout_find_date:
 * @self: a page
 * @token: a token of it
 *
 * Returns: (nullable): the day or month that the token is a part of
 */
const AncDateHit *
anc_layout_find_date (const AncLayout *self,
                      guint token)
{
  for (guint i = 0; i < self->dates->len; i++)
    {
      const AncDateHit *hit = &g_array_index (self->dates, AncDateHit, i);

      if (token >= hit->first && token <= hit->last)
        return hit;
    }

  return NULL;
}

/**
 * anc_layout_dup_text:
 * @self: a page
 * @first: a token of it
 * @last: one that is not before it
 *
 * Returns: (transfer full): what is written from the one to the other, with single spaces
 */
char *
anc_layout_dup_text (const AncLayout *self,
                     guint first,
                     guint last)
{
  GString *text = g_string_new (NULL);

  for (guint i = first; i <= last && i < self->tokens->len; i++)
    {
      const AncToken *token = anc_layout_get_token (self, i);

      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, token->text);
      if (token->colon && i < last)
        g_string_append (text, " :");
    }

  return g_string_free (text, FALSE);
}

AncRect
anc_layout_get_rect (const AncLayout *self,
                     guint first,
                     guint last)
{
  AncRect rect = anc_layout_get_token (self, first)->rect;

  for (guint i = first + 1; i <= last; i++)
    rect = anc_rect_union (rect, anc_layout_get_token (self, i)->rect);

  return rect;
}

AncRect
anc_layout_get_box (const AncLayout *self,
                    guint first,
                    guint last)
{
  AncRect box = anc_layout_get_token (self, first)->box;

  for (guint i = first + 1; i <= last; i++)
    box = anc_rect_union (box, anc_layout_get_token (self, i)->box);

  return box;
}

double
anc_layout_get_confidence (const AncLayout *self,
                           guint first,
                           guint last)
{
  double confidence = 1;

  for (guint i = first; i <= last; i++)
    confidence = MIN (confidence, anc_layout_get_token (self, i)->confidence);

  return confidence;
}
