/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-reading-parts.h"

#include "anc-reading-months.h"
#include "anc-slip-reader.h"
#include "anc-values.h"

/* A sheet is cut so often at most: two halves, each into four. */
#define MAX_DEPTH 3

/* Slips one above the other begin so far apart, those side by side have a gutter near the middle; all as parts
 * of the page. */
#define MIN_STRIP 0.1
#define GUTTER_FROM 0.3
#define GUTTER_TO 0.7
#define MIN_GUTTER 0.01

/* A title counts when the line it stands on says little else. */
#define MIN_TITLE 0.35

/* ---- Signs of more than one slip ------------------------------------------------------------ */

static gboolean
is_title (const AncHit *hit)
{
  return hit->label->field == ANC_FIELD_TITLE && hit->prefix <= 1
         && hit->label->weight * MIN (1, hit->coverage) >= MIN_TITLE;
}

static gboolean
is_paid_net (const AncLayout *layout,
             const AncHit *hit)
{
  g_autoptr (GArray) values = NULL;

  if (hit->label->field != ANC_FIELD_NET || hit->coverage < 1)
    return FALSE;

  values = anc_values_list_numbers (layout, hit);
  return values->len > 0;
}

static gboolean
is_dated_period (const AncLayout *layout,
                 const AncHit *hit)
{
  return hit->label->field == ANC_FIELD_PERIOD && !hit->cumul && hit->last + 1 < layout->tokens->len
         && anc_layout_find_date (layout, hit->last + 1) != NULL;
}

/* Where slips seem to begin: at their titles; where there is only one for all, at their periods, if as many
 * nets are there. (element-type AncRect) */
static GArray *
list_beginnings (const AncLayout *layout)
{
  GArray *titles = g_array_new (FALSE, FALSE, sizeof (AncRect));
  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (AncRect));
  guint nets = 0;

  for (guint i = 0; i < layout->hits->len; i++)
    {
      const AncHit *hit = anc_layout_get_hit (layout, i);

      if (is_title (hit))
        g_array_append_val (titles, hit->box);
      else if (is_dated_period (layout, hit))
        g_array_append_val (periods, hit->box);
      nets += is_paid_net (layout, hit);
    }

  if (titles->len < 2 && periods->len >= 2 && nets >= 2)
    {
      g_array_unref (titles);
      return g_steal_pointer (&periods);
    }

  return titles;
}

/* ---- Cuts ----------------------------------------------------------------------------------- */

/* The words of a part of a page, moved to its own corner. */
static AncPageText *
cut_out (const AncPageText *text,
         AncRect part)
{
  AncPageText *own = anc_page_text_new (anc_rect_width (part), anc_rect_height (part));

  anc_page_text_set_origin (own, anc_page_text_is_from_ocr (text), anc_page_text_get_turn (text), anc_page_text_get_skew (text));
  for (guint i = 0; i < anc_page_text_get_n_words (text); i++)
    {
      AncWord word = *anc_page_text_get_word (text, i);
      double x = anc_rect_center_x (word.box), y = anc_rect_center_y (word.box);

      if (x < part.x0 || x >= part.x1 || y < part.y0 || y >= part.y1)
        continue;
      word.box = (AncRect){ word.box.x0 - part.x0, word.box.y0 - part.y0, word.box.x1 - part.x0, word.box.y1 - part.y0 };
      anc_page_text_add (own, &word);
    }

  return own;
}

/* The middle of the widest empty stretch between @from and @to, or -1: @taken are the stretches that words
 * fill, in their order. (element-type AncRect, of which x0 and x1 count) */
static double
find_gap (const GArray *taken,
          double from,
          double to,
          double least)
{
  double end = from, best = -1;

  for (guint i = 0; i <= taken->len; i++)
    {
      double next = i < taken->len ? MIN (g_array_index (taken, AncRect, i).x0, to) : to;

      if (next - end > least)
        {
          least = next - end;
          best = (end + next) / 2;
        }
      if (i < taken->len)
        end = MAX (end, g_array_index (taken, AncRect, i).x1);
      if (end >= to)
        break;
    }

  return best;
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const AncRect *rect = a, *other = b;

  return (rect->x0 > other->x0) - (rect->x0 < other->x0);
}

/* Where no word crosses the middle of the page from top to bottom. */
static double
find_gutter (const AncPageText *text)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (AncRect));
  double width = anc_page_text_get_width (text);

  for (guint i = 0; i < anc_page_text_get_n_words (text); i++)
    g_array_append_val (taken, anc_page_text_get_word (text, i)->box);
  g_array_sort (taken, compare_starts);

  return find_gap (taken, GUTTER_FROM * width, GUTTER_TO * width, MIN_GUTTER * width);
}

/* The widest gap between the last amounts above a beginning and the beginning itself. */
static double
find_break (const AncLayout *layout,
            double above,
            double beginning)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (AncRect));
  double from = above;

  for (guint i = 0; i < layout->tokens->len; i++)
    {
      const AncToken *token = anc_layout_get_token (layout, i);

      if (anc_values_is_money (token) && token->box.y1 < beginning)
        from = MAX (from, token->box.y0);
    }
  for (guint i = 0; i < layout->rows->len; i++)
    {
      AncRect box = anc_layout_get_row (layout, i)->box;
      AncRect stretch = { .x0 = box.y0, .x1 = box.y1 };

      if (box.y1 > from && box.y0 <= beginning)
        g_array_append_val (taken, stretch);
    }
  g_array_sort (taken, compare_starts);

  return find_gap (taken, from, beginning, 0.5);
}

/* ---- Parts ---------------------------------------------------------------------------------- */

/**
 * anc_reading_stands_alone:
 * @layout: a part of a page
 *
 * Returns: whether it is a payslip of its own
 */
gboolean
anc_reading_stands_alone (const AncLayout *layout)
{
  g_autoptr (AncSlip) slip = anc_slip_read (&layout, 1, ANC_KIND_PAYSLIP);

  return slip->period != ANC_MONTH_NONE && slip->gross != ANC_AMOUNT_NONE
         && (slip->net != ANC_AMOUNT_NONE || slip->net_before_tax != ANC_AMOUNT_NONE);
}

static gboolean add_parts (const AncPageText *text,
                           guint page,
                           const AncLabelTable *labels,
                           guint depth,
                           const AncLayout *whole,
                           GPtrArray *layouts);

/* Takes a part for what it is: several slips, one, or none. */
static gboolean
add_part (const AncPageText *text,
          guint page,
          const AncLabelTable *labels,
          guint depth,
          AncRect part,
          GPtrArray *layouts)
{
  g_autoptr (AncPageText) own = cut_out (text, part);
  AncLayout *layout = anc_layout_new (own, page, labels);

  if (depth > 0 && add_parts (own, page, labels, depth - 1, layout, layouts))
    {
      anc_layout_free (layout);
      return TRUE;
    }

  g_ptr_array_add (layouts, layout);
  return anc_reading_stands_alone (layout);
}

/* Cuts a sheet along lines that run across it, at @cuts, or down it. Nothing comes of it unless two parts and
 * most of them are slips: one may be hard to read. */
static gboolean
cut (const AncPageText *text,
     guint page,
     const AncLabelTable *labels,
     guint depth,
     const GArray *cuts,
     gboolean down,
     GPtrArray *layouts)
{
  double width = anc_page_text_get_width (text), height = anc_page_text_get_height (text);
  guint before = layouts->len;
  guint n_slips = 0;

  for (guint i = 0; i <= cuts->len; i++)
    {
      double from = i == 0 ? -G_MAXDOUBLE : g_array_index (cuts, double, i - 1);
      double to = i == cuts->len ? G_MAXDOUBLE : g_array_index (cuts, double, i);
      AncRect part = down ? (AncRect){ MAX (from, 0), 0, MIN (to, width), height }
                          : (AncRect){ 0, MAX (from, 0), width, MIN (to, height) };

      n_slips += add_part (text, page, labels, depth, part, layouts);
    }

  if (n_slips >= 2 && 2 * n_slips > cuts->len + 1)
    return TRUE;

  g_ptr_array_set_size (layouts, (int) before);
  return FALSE;
}

/* One above the other: between beginnings that stand at different heights. */
static gboolean
cut_across (const AncPageText *text,
            guint page,
            const AncLabelTable *labels,
            guint depth,
            const AncLayout *whole,
            const GArray *beginnings,
            GPtrArray *layouts)
{
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 1; i < beginnings->len; i++)
    {
      AncRect above = g_array_index (beginnings, AncRect, i - 1), beginning = g_array_index (beginnings, AncRect, i);
      double at = beginning.y0 - above.y0 < MIN_STRIP * whole->height ? -1 : find_break (whole, above.y1, beginning.y1);

      if (at > 0)
        g_array_append_val (cuts, at);
    }

  return cuts->len > 0 && cut (text, page, labels, depth, cuts, FALSE, layouts);
}

/* Side by side: beginnings on both sides of a gutter. */
static gboolean
cut_down (const AncPageText *text,
          guint page,
          const AncLabelTable *labels,
          guint depth,
          const GArray *beginnings,
          GPtrArray *layouts)
{
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (double));
  double gutter = find_gutter (text);
  guint left = 0;

  for (guint i = 0; i < beginnings->len; i++)
    left += anc_rect_center_x (g_array_index (beginnings, AncRect, i)) < gutter;
  if (gutter < 0 || left == 0 || left == beginnings->len)
    return FALSE;

  g_array_append_val (cuts, gutter);
  return cut (text, page, labels, depth, cuts, TRUE, layouts);
}

static gboolean
add_parts (const AncPageText *text,
           guint page,
           const AncLabelTable *labels,
           guint depth,
           const AncLayout *whole,
           GPtrArray *layouts)
{
  g_autoptr (GArray) beginnings = list_beginnings (whole);

  return beginnings->len >= 2
         && (cut_across (text, page, labels, depth, whole, beginnings, layouts)
             || cut_down (text, page, labels, depth, beginnings, layouts));
}

/**
 * anc_reading_add_parts:
 * @text: the words of a page
 * @page: its number, from 0
 * @labels: the labels to look for
 * @layouts: (element-type AncLayout): takes the page taken apart; where several payslips are printed on it, side
 *   by side, one above the other or as columns of one table, each of them as if it had a page of its own
 */
void
anc_reading_add_parts (const AncPageText *text,
                       guint page,
                       const AncLabelTable *labels,
                       GPtrArray *layouts)
{
  AncLayout *whole = anc_layout_new (text, page, labels);

  if (anc_reading_add_months (text, whole, labels, layouts) || add_parts (text, page, labels, MAX_DEPTH - 1, whole, layouts))
    anc_layout_free (whole);
  else
    g_ptr_array_add (layouts, whole);
}
