/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-reading-months.h"

#include "anc-reading-parts.h"
#include "anc-values.h"

#include <string.h>

/* Fewer months beside each other are found on many a payslip that is for one. */
#define MIN_MONTHS 3

/* Of them, so many must be payslips. */
#define MIN_SLIPS 2

/* What stands apart in a row of numbers is this far apart, in points. */
#define MIN_GAP 1.5

#define YEAR_DIGITS 4

/* Between a month and its year, as a part of the size of its font. */
#define SPACE 0.3

/* A month over a column of numbers. */
typedef struct
{
  AncMonth month;
  guint first; /* its tokens */
  guint last;
  const AncToken *year; /* tells its year; NULL where it does so itself */
  AncRect box;
  double x0; /* of the column, with what is free around it */
  double x1;
} Column;

typedef struct
{
  const AncPageText *text;
  const AncLayout *layout;
  GArray *columns; /* of Column, from left to right */
  double top;      /* of the row of months */
  double head;     /* its foot */
  double foot;     /* of the last row of numbers */
} Table;

static const Column *
get_column (const Table *self,
            guint index)
{
  return &g_array_index (self->columns, Column, index);
}

/* ---- The row of months ---------------------------------------------------------------------- */

/* The one year that the page tells above the foot of @row; %NULL where it tells none, or several. */
static const AncToken *
find_year (const AncLayout *layout,
           guint row,
           int *year)
{
  const AncToken *found = NULL;

  for (guint i = 0; i < layout->tokens->len && anc_layout_get_token (layout, i)->row <= row; i++)
    {
      const AncToken *token = anc_layout_get_token (layout, i);
      int told;

      if (strlen (token->text) != YEAR_DIGITS || !anc_french_year_parse (token->text, &told))
        continue;
      if (found != NULL && told != *year)
        return NULL;
      found = token;
      *year = told;
    }

  return found;
}

/* Whether a month begins at a token: one with its year, or a name alone where the page tells the year. */
static gboolean
read_month (const AncLayout *layout,
            guint index,
            Column *column)
{
  const AncDateHit *date = anc_layout_find_date (layout, index);
  const AncToken *token = anc_layout_get_token (layout, index);
  const AncToken *year_token;
  int number, year = 0;

  if (date != NULL)
    {
      *column = (Column){ date->month, date->first, date->last, NULL, .box = date->box };
      return date->date == ANC_DATE_NONE && date->first == index;
    }

  number = anc_french_month_number (token->folded, layout->from_ocr);
  year_token = number > 0 ? find_year (layout, token->row, &year) : NULL;
  if (year_token == NULL)
    return FALSE;
  *column = (Column){ anc_month_new (year, number), index, index, year_token, .box = token->box };

  return TRUE;
}

/* The months that stand in a row, each the one after that before it. */
static void
read_heads (Table *self,
            guint row)
{
  const AncSpan *span = anc_layout_get_row (self->layout, row);
  const AncSpan *first = anc_layout_get_segment (self->layout, span->first);
  const AncSpan *last = anc_layout_get_segment (self->layout, span->first + span->n - 1);

  g_array_set_size (self->columns, 0);
  if (span->n < MIN_MONTHS)
    return;

  for (guint i = first->first; i < last->first + last->n; i++)
    {
      Column column;

      if (!read_month (self->layout, i, &column))
        continue;
      if (self->columns->len > 0 && column.month != get_column (self, self->columns->len - 1)->month + 1)
        {
          g_array_set_size (self->columns, 0);
          return;
        }
      g_array_append_val (self->columns, column);
      i = column.last;
    }
  self->top = span->box.y0;
  self->head = span->box.y1;
}

/* ---- The columns below ---------------------------------------------------------------------- */

static gboolean
is_below (const Table *self,
          const AncToken *token)
{
  return token->box.y0 >= self->head && anc_values_is_money (token);
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const AncRect *rect = a, *other = b;

  return (rect->x0 > other->x0) - (rect->x0 < other->x0);
}

/* What the amounts below the months fill of the width, as stretches from left to right. (element-type AncRect, of
 * which x0 and x1 count) */
static GArray *
list_stretches (const Table *self)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (AncRect));
  guint n = 0;

  for (guint i = 0; i < self->layout->tokens->len; i++)
    if (is_below (self, anc_layout_get_token (self->layout, i)))
      g_array_append_val (taken, anc_layout_get_token (self->layout, i)->box);
  g_array_sort (taken, compare_starts);

  for (guint i = 0; i < taken->len; i++)
    {
      AncRect next = g_array_index (taken, AncRect, i);
      AncRect *before = n > 0 ? &g_array_index (taken, AncRect, n - 1) : NULL;

      if (before != NULL && next.x0 < before->x1 + MIN_GAP)
        before->x1 = MAX (before->x1, next.x1);
      else
        g_array_index (taken, AncRect, n++) = next;
    }
  g_array_set_size (taken, n);

  return taken;
}

/* The stretch from @next on that a month stands over most of, or that begins under it and ends before the month
 * after it, at @end; the number of stretches if there is none. */
static guint
find_stretch (const GArray *stretches,
              guint next,
              const AncRect *month,
              double end)
{
  guint best = stretches->len;
  double most = 0;

  for (guint i = next; i < stretches->len; i++)
    {
      const AncRect *stretch = &g_array_index (stretches, AncRect, i);
      double over = MIN (stretch->x1, month->x1) - MAX (stretch->x0, month->x0);

      if (over > most || (best == stretches->len && stretch->x0 >= month->x0 && stretch->x1 <= end))
        {
          most = MAX (over, 0);
          best = i;
        }
    }

  return best;
}

/* Gives each month the stretch of amounts that stands under it, and half of what is free beside it. Months
 * without any are no columns: there was no work. */
static void
find_columns (Table *self)
{
  g_autoptr (GArray) stretches = list_stretches (self);
  guint next = 0;

  for (guint i = 0; i < self->columns->len;)
    {
      Column *column = &g_array_index (self->columns, Column, i);
      double end = i + 1 < self->columns->len ? column[1].box.x0 : self->layout->width;
      guint found = find_stretch (stretches, next, &column->box, end);
      const AncRect *stretch = &g_array_index (stretches, AncRect, found);

      if (found == stretches->len)
        {
          g_array_remove_index (self->columns, i);
          continue;
        }

      column->x0 = i == 0 ? stretch->x0 - MIN_GAP : (stretch[-1].x1 + stretch->x0) / 2;
      column->x1 = found + 1 < stretches->len ? (stretch->x1 + stretch[1].x0) / 2 : self->layout->width;
      next = found + 1;
      i++;
    }
}

/* The foot of the last row in which more than one month has an amount. */
static double
find_foot (const Table *self)
{
  double foot = self->head;
  guint row = 0, n = 0;

  for (guint i = 0; i < self->layout->tokens->len; i++)
    {
      const AncToken *token = anc_layout_get_token (self->layout, i);

      if (token->row != row)
        n = 0;
      row = token->row;
      n += is_below (self, token) && token->box.x1 > get_column (self, 0)->x0;
      if (n >= 2)
        foot = anc_layout_get_row (self->layout, row)->box.y1;
    }

  return foot;
}

/* ---- One month ------------------------------------------------------------------------------ */

/* Sets a token in the row of months, from @x on; where the next may begin. */
static double
add_token (const Table *self,
           const AncToken *token,
           double x,
           AncPageText *own)
{
  double end = x + anc_rect_width (token->box);
  AncWord word = { token->rect, { x, self->top, end, self->head }, token->text, token->confidence, token->size, token->bold };

  anc_page_text_add (own, &word);
  return end + SPACE * token->size;
}

/* The month over a column, with its year, where the first month stands. */
static void
add_name (const Table *self,
          const Column *column,
          AncPageText *own)
{
  double x = get_column (self, 0)->box.x0;

  for (guint i = column->first; i <= column->last; i++)
    x = add_token (self, anc_layout_get_token (self->layout, i), x, own);
  if (column->year != NULL)
    add_token (self, column->year, x, own);
}

/* The page as if it were for one month: its column moved to where that of the first month is. What stands
 * around the table and before its columns belongs to each. */
static AncPageText *
take_month (const Table *self,
            const Column *column)
{
  const Column *first = get_column (self, 0);
  AncPageText *own = anc_page_text_new (self->layout->width, self->layout->height);
  double shift = column->x0 - first->x0;
  gboolean is_named = FALSE;

  anc_page_text_set_origin (own, anc_page_text_is_from_ocr (self->text), anc_page_text_get_turn (self->text), anc_page_text_get_skew (self->text));
  for (guint i = 0; i < anc_page_text_get_n_words (self->text); i++)
    {
      AncWord word = *anc_page_text_get_word (self->text, i);
      double x = anc_rect_center_x (word.box), y = anc_rect_center_y (word.box);
      gboolean is_head = y > self->top && y < self->head && x >= MIN (first->x0, first->box.x0);

      if (is_head && !is_named)
        add_name (self, column, own);
      is_named |= is_head;
      if (!is_head && y > self->head && y < self->foot && x >= first->x0)
        {
          if (x < column->x0 || x >= column->x1)
            continue;
          word.box.x0 -= shift;
          word.box.x1 -= shift;
        }
      if (!is_head)
        anc_page_text_add (own, &word);
    }

  return own;
}

/**
 * anc_reading_add_months:
 * @text: the words of a page
 * @whole: the page taken apart
 * @labels: the labels to look for
 * @layouts: (element-type AncLayout): takes the page once for each month, where it has a table with a column for
 *   each of some months that follow each other; each as if it had a page of its own
 *
 * Returns: whether there is such a table, and months of it are payslips
 */
gboolean
anc_reading_add_months (const AncPageText *text,
                        const AncLayout *whole,
                        const AncLabelTable *labels,
                        GPtrArray *layouts)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (Column));
  Table table = { .text = text, .layout = whole, .columns = columns };
  guint before = layouts->len, n_slips = 0;

  for (guint row = 0; row < whole->rows->len && columns->len < MIN_MONTHS; row++)
    read_heads (&table, row);
  if (columns->len < MIN_MONTHS)
    return FALSE;

  find_columns (&table);
  if (columns->len < MIN_SLIPS)
    return FALSE;

  table.foot = find_foot (&table);
  for (guint i = 0; i < columns->len; i++)
    {
      g_autoptr (AncPageText) own = take_month (&table, get_column (&table, i));
      AncLayout *layout = anc_layout_new (own, whole->page, labels);

      g_ptr_array_add (layouts, layout);
      n_slips += anc_reading_stands_alone (layout);
    }
  if (n_slips >= MIN_SLIPS)
    return TRUE;

  g_ptr_array_set_size (layouts, (int) before);
  return FALSE;
}
