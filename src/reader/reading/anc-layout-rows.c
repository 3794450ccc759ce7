/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-layout-rows.h"

#include <math.h>

/* Two words stand in one row when their middles differ by less than this part of the lower one. */
#define ROW_TOLERANCE 0.5

/* Or when they end at the same height, give or take this part of the usual height: words of low letters
 * have their middle further down. */
#define BASELINE_TOLERANCE 0.3

/* So near stand two halves of one row that have parted, as a part of the lower one. */
#define PARTED_TOLERANCE 0.6

/* No word counts as lower than this part of the usual height. */
#define MIN_HEIGHT 0.8

/* Words come from top to bottom: only so many of the last rows can still be theirs. */
#define OPEN_ROWS 6

typedef struct
{
  GPtrArray *words; /* of AncWord */
  double center;
  double bottom;
  double height;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_ptr_array_unref (row->words);
  g_free (row);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static int
compare_centers (gconstpointer a,
                 gconstpointer b)
{
  const AncWord *word = *(const AncWord *const *) a, *other = *(const AncWord *const *) b;
  double x = anc_rect_center_y (word->box), y = anc_rect_center_y (other->box);

  return (x > y) - (x < y);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *row = *(const Row *const *) a, *other = *(const Row *const *) b;

  return (row->center > other->center) - (row->center < other->center);
}

static double
get_center (const AncWord *word)
{
  return anc_rect_center_y (word->box);
}

static double
get_bottom (const AncWord *word)
{
  return word->box.y1;
}

static double
get_height (const AncWord *word)
{
  return anc_rect_height (word->box);
}

/* The value that half of the words exceed. */
static double
find_median (const GPtrArray *words,
             double (*measure) (const AncWord *word))
{
  g_autoptr (GArray) values = g_array_sized_new (FALSE, FALSE, sizeof (double), words->len);

  for (guint i = 0; i < words->len; i++)
    {
      double value = measure (words->pdata[i]);

      g_array_append_val (values, value);
    }
  g_array_sort (values, compare_doubles);

  return values->len > 0 ? g_array_index (values, double, values->len / 2) : 0;
}

/* The row a word stands in, among those from @first on; the nearest where several would do. */
static Row *
find_row (const GPtrArray *rows,
          guint first,
          guint end,
          const AncWord *word,
          double usual_height)
{
  double height = MAX (get_height (word), MIN_HEIGHT * usual_height);
  double best_distance = 0;
  Row *best = NULL;

  for (guint i = first; i < end; i++)
    {
      Row *row = rows->pdata[i];
      double from_center = fabs (get_center (word) - row->center);
      double from_bottom = fabs (get_bottom (word) - row->bottom);

      if ((from_center < ROW_TOLERANCE * MIN (height, row->height) || from_bottom < BASELINE_TOLERANCE * usual_height)
          && (best == NULL || from_center + from_bottom < best_distance))
        {
          best = row;
          best_distance = from_center + from_bottom;
        }
    }

  return best;
}

static GPtrArray *
gather (const GPtrArray *words,
        double usual_height)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);

  for (guint i = 0; i < words->len; i++)
    {
      AncWord *word = words->pdata[i];
      Row *row = find_row (rows, rows->len > OPEN_ROWS ? rows->len - OPEN_ROWS : 0, rows->len, word, usual_height);

      if (row == NULL)
        {
          row = g_new0 (Row, 1);
          row->words = g_ptr_array_new ();
          row->center = get_center (word);
          row->bottom = get_bottom (word);
          row->height = MAX (get_height (word), MIN_HEIGHT * usual_height);
          g_ptr_array_add (rows, row);
        }
      g_ptr_array_add (row->words, word);
    }

  return rows;
}

/* Moves each word to the row it stands nearest to, now that all rows are there: the first word of a row
 * may have been an odd one. */
static void
settle (GPtrArray *rows,
        double usual_height)
{
  g_autoptr (GPtrArray) homes = g_ptr_array_new ();
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = rows->pdata[i];

      row->center = find_median (row->words, get_center);
      row->bottom = find_median (row->words, get_bottom);
    }
  g_ptr_array_sort (rows, compare_rows);

  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = rows->pdata[i];

      for (guint j = 0; j < row->words->len; j++)
        {
          Row *home = find_row (rows, i >= 2 ? i - 2 : 0, MIN (i + 3, rows->len), row->words->pdata[j], usual_height);

          g_ptr_array_add (words, row->words->pdata[j]);
          g_ptr_array_add (homes, home != NULL ? home : row);
        }
    }
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_set_size (((Row *) rows->pdata[i])->words, 0);
  for (guint i = 0; i < words->len; i++)
    g_ptr_array_add (((Row *) homes->pdata[i])->words, words->pdata[i]);
}

static gboolean
stand_apart (const GPtrArray *words,
             const GPtrArray *others)
{
  for (guint i = 0; i < words->len; i++)
    for (guint j = 0; j < others->len; j++)
      {
        AncRect box = ((const AncWord *) words->pdata[i])->box, other = ((const AncWord *) others->pdata[j])->box;

        if (box.x0 < other.x1 && other.x0 < box.x1)
          return FALSE;
      }

  return TRUE;
}

/* OCR measures letters, not lines: `payer` reaches lower than `Net à`, and beside another line the two may
 * have parted. What stands on nearly the same height and nowhere above each other is one row. */
static void
merge_parted (GPtrArray *rows)
{
  Row *above = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = rows->pdata[i], *last = above;

      if (row->words->len == 0)
        continue;
      above = row;
      if (last == NULL || row->center - last->center > PARTED_TOLERANCE * MIN (row->height, last->height)
          || !stand_apart (last->words, row->words))
        continue;

      g_ptr_array_extend (row->words, last->words, NULL, NULL);
      g_ptr_array_set_size (last->words, 0);
    }
}

/**
 * anc_layout_rows_find:
 * @text: the words of a page
 *
 * Returns: (transfer full) (element-type GPtrArray): its rows from top to bottom, each the words that
 *   stand on one line, in no order; the words are the page's
 */
GPtrArray *
anc_layout_rows_find (const AncPageText *text)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = NULL;
  double usual_height;

  for (guint i = 0; i < anc_page_text_get_n_words (text); i++)
    g_ptr_array_add (words, (gpointer) anc_page_text_get_word (text, i));
  g_ptr_array_sort (words, compare_centers);
  usual_height = find_median (words, get_height);
  rows = gather (words, usual_height);
  settle (rows, usual_height);
  if (anc_page_text_is_from_ocr (text))
    merge_parted (rows);

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = rows->pdata[i];

      if (row->words->len > 0)
        g_ptr_array_add (found, g_ptr_array_ref (row->words));
    }

  return found;
}
