/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-layout.h"

#include <stdlib.h>
#include <string.h>

/* How far before its month a day may stand, in heights of the font. */
#define DAY_GAP 3.0

/* A date with blanks about its strokes has at most so many words. */
#define MAX_PARTS 5

static const AncToken *
token_in_row (const AncLayout *self,
              guint index,
              guint row)
{
  const AncToken *token = index < self->tokens->len ? anc_layout_get_token (self, index) : NULL;

  return token != NULL && token->row == row ? token : NULL;
}

static int
read_day_number (const AncToken *token)
{
  const char *text = token->folded;
  char *end;
  long day = strtol (text, &end, 10);

  if (end == text || day < 1 || day > 31 || (*end != '\0' && strcmp (end, "er") != 0))
    return 0;

  return (int) day;
}

/* A year that stands as the first word of a token: `2026)`, `2026.`. */
static gboolean
read_year (const AncToken *token,
           int *year)
{
  g_autofree char *word = g_strndup (token->folded, strcspn (token->folded, " "));

  return strlen (word) == 4 && anc_french_year_parse (word, year);
}

/* The token behind another; also the first of the next line, where a sentence goes on. */
static const AncToken *
token_behind (const AncLayout *self,
              guint index)
{
  guint row = anc_layout_get_token (self, index)->row;
  const AncToken *next = token_in_row (self, index + 1, row);

  return next != NULL ? next : token_in_row (self, index + 1, row + 1);
}

/* The token before another; of the line above only where a date of a sentence goes on from there: `le 15`. */
static const AncToken *
token_before (const AncLayout *self,
              guint index)
{
  static const char *const leading[] = { "le", "du", "au" };
  guint row = anc_layout_get_token (self, index)->row;
  const AncToken *before = index > 0 ? anc_layout_get_token (self, index - 1) : NULL;

  if (before == NULL || before->row == row)
    return before;
  for (guint i = 0; index >= 2 && before->row + 1 == row && i < G_N_ELEMENTS (leading); i++)
    if (strcmp (anc_layout_get_token (self, index - 2)->folded, leading[i]) == 0)
      return before;

  return NULL;
}

/* Whether what stands before a month is its day: not the `2` of `CEDEX 2` far to its left. */
static gboolean
is_day_before (const AncToken *month,
               const AncToken *before)
{
  return read_day_number (before) > 0
         && (before->row != month->row || before->segment == month->segment || month->box.x0 - before->box.x1 < DAY_GAP * month->size);
}

/* `mars 2026`, `MARS-2026`, `mars` followed by `2026`; the day may stand before it: `1er mars 2026`. */
static gboolean
find_named (AncLayout *self,
            guint index,
            AncDateHit *hit)
{
  const AncToken *token = anc_layout_get_token (self, index);
  const AncToken *next = token_behind (self, index);
  const AncToken *before = token_before (self, index);
  g_auto (GStrv) words = g_strsplit (token->folded, " ", -1);
  guint n_words = g_strv_length (words);
  int month = 0, year = 0;
  guint at = 0;

  while (at < n_words && month == 0)
    month = anc_french_month_number (words[at++], self->from_ocr);
  if (month == 0 || n_words > 3)
    return FALSE;

  hit->first = hit->last = index;
  if (at < n_words)
    {
      if (!anc_french_year_parse (words[at], &year) || strlen (words[at]) != 4)
        return FALSE;
    }
  else if (next == NULL || !read_year (next, &year))
    return FALSE;
  else
    hit->last = index + 1;

  hit->month = anc_month_new (year, month);
  if (at == 2 && n_words >= 2 && anc_french_date_make (year, month, atoi (words[0]), &hit->date))
    return TRUE;
  if (at == 1 && before != NULL && is_day_before (token, before)
      && anc_french_date_make (year, month, read_day_number (before), &hit->date))
    hit->first = index - 1;

  return TRUE;
}

/* A month whose name and year a print shop ran together: `MARS2026`. */
static gboolean
find_glued (AncLayout *self,
            guint index,
            AncDateHit *hit)
{
  const char *text = anc_layout_get_token (self, index)->folded;
  gsize letters = strcspn (text, "0123456789");
  g_autofree char *name = g_strndup (text, letters);
  int year, month;

  if (letters < 3 || strlen (text + letters) != 4 || !anc_french_year_parse (text + letters, &year))
    return FALSE;
  month = anc_french_month_number (name, self->from_ocr);
  if (month == 0)
    return FALSE;

  hit->first = hit->last = index;
  hit->month = anc_month_new (year, month);
  return TRUE;
}

/* `31 03 2026`, in three words. */
static gboolean
find_spaced (AncLayout *self,
             guint index,
             AncDateHit *hit)
{
  const AncToken *token = anc_layout_get_token (self, index);
  const AncToken *second = token_in_row (self, index + 1, token->row);
  const AncToken *third = token_in_row (self, index + 2, token->row);
  int year;

  if (second == NULL || third == NULL || strlen (token->text) != 2 || strlen (second->text) != 2
      || strlen (third->text) != 4 || read_day_number (token) == 0 || !anc_french_year_parse (third->text, &year)
      || !anc_french_date_make (year, atoi (second->text), read_day_number (token), &hit->date))
    return FALSE;

  hit->first = index;
  hit->last = index + 2;
  return TRUE;
}

/* `03 / 2026`, `31 / 03 / 2026`: a day or a month with blanks about its strokes. */
static gboolean
find_parted (AncLayout *self,
             guint index,
             AncDateHit *hit)
{
  const AncToken *first = anc_layout_get_token (self, index);
  g_autoptr (GString) joined = g_string_new (first->text);

  if (!g_ascii_isdigit (*first->text))
    return FALSE;

  for (guint i = index + 1; i < index + MAX_PARTS; i++)
    {
      const AncToken *token = token_in_row (self, i, first->row);

      if (token == NULL || token->segment != first->segment
          || (*token->text != '/') == (joined->str[joined->len - 1] != '/'))
        return FALSE;
      g_string_append (joined, token->text);
      hit->last = i;
      if (anc_french_day_parse (joined->str, &hit->date))
        hit->month = anc_date_get_month (hit->date);
      if (hit->date != ANC_DATE_NONE || anc_french_month_parse (joined->str, &hit->month))
        return TRUE;
    }

  return FALSE;
}

static gboolean
find_at (AncLayout *self,
         guint index,
         AncDateHit *hit)
{
  const AncToken *token = anc_layout_get_token (self, index);

  *hit = (AncDateHit){ .first = index, .last = index, .row = token->row, .date = ANC_DATE_NONE };
  if (anc_french_day_parse (token->text, &hit->date) || find_spaced (self, index, hit))
    {
      hit->month = anc_date_get_month (hit->date);
      return TRUE;
    }

  if (anc_french_month_parse (token->text, &hit->month) || find_parted (self, index, hit))
    return TRUE;

  hit->last = index;
  return find_named (self, index, hit) || find_glued (self, index, hit);
}

/**
 * anc_layout_find_dates:
 * @self: a page whose tokens are there
 *
 * Finds the days and months of the page.
 */
void
anc_layout_find_dates (AncLayout *self)
{
  for (guint i = 0; i < self->tokens->len; i++)
    {
      AncDateHit hit;

      if (!find_at (self, i, &hit))
        continue;

      hit.box = anc_layout_get_box (self, hit.first, hit.last);
      g_array_append_val (self->dates, hit);
      i = hit.last;
    }
}
