/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-pdf-text.h"

#include "anc-normal.h"
#include "anc-turn.h"

#include <math.h>
#include <string.h>

/* How far apart the characters of a word may stand, in heights of its line: to the right, to the left
 * (accents, kerning) and across the line. */
#define MAX_GAP 0.2
#define MAX_BACKWARDS 0.5
#define MAX_RISE 0.4

/* A word tells the direction of its line when it is at least this many characters long. */
#define SKEW_MIN_CHARACTERS 5

/* A page is tilted from this angle on, in degrees; less is left as it is. */
#define MIN_SKEW 0.15
#define MAX_SKEW 20.0

/* No page that people read holds more characters; what does is a trap. */
#define MAX_CHARACTERS 500000

/* A word as Poppler holds it: a run of characters between spaces. */
typedef struct
{
  const char *text; /* its first byte */
  gsize length;     /* bytes */
  guint first;      /* its first character */
  guint n_characters;
  AncRect rect;
} Run;

typedef struct
{
  GArray *runs; /* of Run */
  PopplerRectangle *characters;
  guint n_characters;
  double width;
  double height;
} Layer;

static AncRect
read_rect (const PopplerRectangle *rectangle)
{
  return (AncRect){ MIN (rectangle->x1, rectangle->x2),
                    MIN (rectangle->y1, rectangle->y2),
                    MAX (rectangle->x1, rectangle->x2),
                    MAX (rectangle->y1, rectangle->y2) };
}

/* Whether a character goes on with the word of the one before it: in the same line, and near. Poppler
 * parts words by spaces only where it takes them for one line, so cells of a table would run together. */
static gboolean
continues (const Layer *layer,
           guint index,
           int turn)
{
  AncRect before = read_rect (&layer->characters[index - 1]);
  AncRect rect = read_rect (&layer->characters[index]);
  double dx = anc_rect_center_x (rect) - anc_rect_center_x (before);
  double dy = anc_rect_center_y (rect) - anc_rect_center_y (before);
  gboolean level = turn % 180 == 0;
  double height = level ? MIN (anc_rect_height (before), anc_rect_height (rect))
                        : MIN (anc_rect_width (before), anc_rect_width (rect));
  double lengths = level ? anc_rect_width (before) + anc_rect_width (rect)
                         : anc_rect_height (before) + anc_rect_height (rect);
  double gap;

  anc_turn_vector (turn, &dx, &dy);
  gap = dx - lengths / 2;
  return gap < MAX_GAP * height && gap > -MAX_BACKWARDS * height && fabs (dy) < MAX_RISE * height;
}

static gboolean
is_blank (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return g_unichar_isspace (c) || g_unichar_iscntrl (c);
}

static void
split_runs (Layer *layer,
            const char *text,
            int turn)
{
  Run run = { 0 };
  guint index = 0;

  for (const char *p = text; *p != '\0' && index < layer->n_characters; p = g_utf8_next_char (p), index++)
    {
      AncRect rect = read_rect (&layer->characters[index]);

      if (run.n_characters > 0 && (is_blank (p) || !continues (layer, index, turn)))
        {
          g_array_append_val (layer->runs, run);
          run.n_characters = 0;
        }
      if (is_blank (p))
        continue;

      if (run.n_characters == 0)
        run = (Run){ .text = p, .first = index, .rect = rect };
      run.n_characters++;
      run.length = (gsize) (g_utf8_next_char (p) - run.text);
      run.rect = anc_rect_union (run.rect, rect);
    }

  if (run.n_characters > 0)
    g_array_append_val (layer->runs, run);
}

/* By how much the page is to be turned for most of its characters to read from left to right. */
static int
find_turn (const Layer *layer,
           const char *text)
{
  guint votes[4] = { 0 };
  guint best = 0;
  guint index = 0;
  const char *before = NULL;

  for (const char *p = text; *p != '\0' && index < layer->n_characters; before = p, p = g_utf8_next_char (p), index++)
    {
      AncRect rect = read_rect (&layer->characters[index]);
      AncRect last;
      double dx, dy;

      if (before == NULL || is_blank (p) || is_blank (before))
        continue;

      last = read_rect (&layer->characters[index - 1]);
      dx = anc_rect_center_x (rect) - anc_rect_center_x (last);
      dy = anc_rect_center_y (rect) - anc_rect_center_y (last);
      if (fabs (dx) >= fabs (dy))
        votes[dx >= 0 ? 0 : 2]++;
      else
        votes[dy >= 0 ? 3 : 1]++;
    }

  for (guint i = 1; i < G_N_ELEMENTS (votes); i++)
    if (votes[i] > votes[best])
      best = i;

  return (int) best * 90;
}

/* From the middle of the first character of a word to the middle of its last. */
static void
measure_direction (const Layer *layer,
                   const Run *run,
                   double *dx,
                   double *dy)
{
  AncRect first = read_rect (&layer->characters[run->first]);
  AncRect last = read_rect (&layer->characters[run->first + run->n_characters - 1]);

  *dx = anc_rect_center_x (last) - anc_rect_center_x (first);
  *dy = anc_rect_center_y (last) - anc_rect_center_y (first);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* By how much lines that should be level fall, in degrees, once the page is turned. */
static double
find_skew (const Layer *layer,
           int turn)
{
  g_autoptr (GArray) angles = g_array_new (FALSE, FALSE, sizeof (double));
  double median;

  for (guint i = 0; i < layer->runs->len; i++)
    {
      const Run *run = &g_array_index (layer->runs, Run, i);
      double dx, dy, angle;

      if (run->n_characters < SKEW_MIN_CHARACTERS)
        continue;

      measure_direction (layer, run, &dx, &dy);
      anc_turn_vector (turn, &dx, &dy);
      angle = atan2 (dy, dx) * 180 / G_PI;
      if (fabs (angle) < MAX_SKEW)
        g_array_append_val (angles, angle);
    }

  if (angles->len == 0)
    return 0;

  g_array_sort (angles, compare_doubles);
  median = g_array_index (angles, double, angles->len / 2);
  return fabs (median) >= MIN_SKEW ? median : 0;
}

static gboolean
is_bold (const char *font_name)
{
  g_autofree char *lower = font_name != NULL ? g_ascii_strdown (font_name, -1) : NULL;

  return lower != NULL
         && (strstr (lower, "bold") != NULL || strstr (lower, "black") != NULL || strstr (lower, "heavy") != NULL);
}

/* The height of the characters of a word, across its line. */
static double
measure_height (const Layer *layer,
                const Run *run,
                int turn)
{
  double sum = 0;

  for (guint i = 0; i < run->n_characters; i++)
    {
      AncRect rect = read_rect (&layer->characters[run->first + i]);

      sum += turn % 180 == 0 ? anc_rect_height (rect) : anc_rect_width (rect);
    }

  return sum / run->n_characters;
}

static void
add_words (const Layer *layer,
           AncPageText *text,
           GList *attributes,
           int turn,
           double skew)
{
  AncTurn straighten;
  GList *attribute = attributes;

  anc_turn_init (&straighten, layer->width, layer->height, turn, skew);

  for (guint i = 0; i < layer->runs->len; i++)
    {
      const Run *run = &g_array_index (layer->runs, Run, i);
      g_autofree char *normal = anc_normalize_word (run->text, (gssize) run->length);
      double height = measure_height (layer, run, turn);
      const PopplerTextAttributes *font;
      AncWord word = { 0 };

      while (attribute != NULL && ((PopplerTextAttributes *) attribute->data)->end_index < (int) run->first)
        attribute = attribute->next;
      font = attribute != NULL ? attribute->data : NULL;

      if (*normal == '\0')
        continue;

      word.text = normal;
      word.rect = run->rect;
      word.box = anc_turn_rect (&straighten, run->rect, height);
      word.confidence = 1;
      word.size = font != NULL && font->font_size > 0 ? font->font_size : height;
      word.bold = font != NULL && is_bold (font->font_name);
      anc_page_text_add (text, &word);
    }
}

/**
 * anc_pdf_text_read:
 * @page: a page
 * @width: its width as shown, in points
 * @height: its height as shown
 *
 * Returns: (transfer full): its text layer, in Poppler's reading order
 */
AncPageText *
anc_pdf_text_read (PopplerPage *page,
                   double width,
                   double height)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *characters = NULL;
  g_autoptr (GArray) runs = NULL;
  Layer layer = { .width = width, .height = height };
  AncPageText *result;
  GList *attributes;
  double skew;
  int turn;

  /* It leaves its out-parameters alone when there is no text. */
  if (text == NULL || !poppler_page_get_text_layout (page, &characters, &layer.n_characters))
    return anc_page_text_new (width, height);

  layer.characters = characters;
  layer.n_characters = MIN (layer.n_characters, MAX_CHARACTERS);
  runs = g_array_new (FALSE, FALSE, sizeof (Run));
  layer.runs = runs;
  turn = find_turn (&layer, text);
  split_runs (&layer, text, turn);
  skew = find_skew (&layer, turn);

  result = turn % 180 == 0 ? anc_page_text_new (width, height) : anc_page_text_new (height, width);
  anc_page_text_set_origin (result, FALSE, turn, -skew);
  attributes = poppler_page_get_text_attributes (page);
  add_words (&layer, result, attributes, turn, -skew);
  poppler_page_free_text_attributes (attributes);

  return result;
}
