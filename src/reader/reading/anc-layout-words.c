/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-layout-words.h"

#include "anc-layout-joins.h"
#include "anc-layout-rows.h"

#include <string.h>

/* How tall a font is against the letters that OCR measures. */
#define FONT_PER_LETTER 1.35

/* So many capitals stand before what ran into them. */
#define MIN_GLUED_CAPITALS 3

/* So many dots in a row lead the eye from a label to its value; of a short leader one may be left. */
#define MIN_LEADER_DOTS 2

/* What stands for a colon or a vertical rule in a row that is in the making. */
#define COLON ':'
#define RULE '|'

struct _AncLayoutWords
{
  GPtrArray *rows; /* of AncLayoutRow, from top to bottom */
};

static void
clear_word (gpointer data)
{
  AncLayoutWord *word = data;

  g_free (word->text);
}

static void
row_free (gpointer data)
{
  AncLayoutRow *row = data;

  g_array_unref (row->words);
  g_free (row);
}

static GArray *
new_words (void)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (AncLayoutWord));

  g_array_set_clear_func (words, clear_word);
  return words;
}

/* ---- Words taken apart ---------------------------------------------------------------------- */

/* A part of a word, its boxes cut in proportion to its characters. */
static AncLayoutWord
cut_word (const AncWord *word,
          glong from,
          glong to,
          glong total)
{
  double a = (double) from / (double) total, b = (double) to / (double) total;
  const char *start = g_utf8_offset_to_pointer (word->text, from);
  AncLayoutWord part = {
    .rect = word->rect,
    .box = word->box,
    .text = g_strndup (start, (gsize) (g_utf8_offset_to_pointer (word->text, to) - word->text) - (gsize) (start - word->text)),
    .confidence = word->confidence,
    .size = word->size,
    .bold = word->bold,
  };

  if (from == 0 && to == total)
    return part;

  part.box.x0 = word->box.x0 + a * anc_rect_width (word->box);
  part.box.x1 = word->box.x0 + b * anc_rect_width (word->box);
  if (anc_rect_width (word->rect) >= anc_rect_height (word->rect))
    {
      part.rect.x0 = word->rect.x0 + a * anc_rect_width (word->rect);
      part.rect.x1 = word->rect.x0 + b * anc_rect_width (word->rect);
    }

  return part;
}

static gboolean
is_leader (gunichar c)
{
  return c == '.' || c == '_' || c == 0x2026 || c == 0xb7 || c == 0x2022;
}

/* Whether a text is an amount with its cents from @i on. */
static gboolean
is_money_from (const gunichar *text,
               glong i,
               glong n)
{
  if (n - i < 4 || (text[n - 3] != ',' && text[n - 3] != '.'))
    return FALSE;

  for (glong j = i; j < n; j++)
    if (j != n - 3 && !g_unichar_isdigit (text[j]))
      return FALSE;

  return TRUE;
}

/* The stars before an amount, which pictures turn into letters: `Xkxx2297,82`. */
static glong
count_blurred_stars (const gunichar *text,
                     glong n)
{
  glong end = 0;

  while (end < n && (text[end] == 'x' || text[end] == 'X' || text[end] == 'k' || text[end] == 'K' || text[end] == '*'))
    end++;

  return end >= 2 && is_money_from (text, end, n) ? end : 0;
}

/* The characters from @i on that lead the eye from a label to its value: three dots or more. */
static glong
count_leader (const gunichar *text,
              glong i,
              glong n)
{
  glong end = i;

  /* Stars fill the space before an amount on a cheque: nobody can write a digit there. */
  while (end < n && (text[end] == '*' || text[end] == '#'))
    end++;
  if (end - i >= 2)
    return end - i;
  if (i == 0 && count_blurred_stars (text, n) > 0)
    return count_blurred_stars (text, n);

  end = i;
  while (end < n && (text[end] == '-' || text[end] == '='))
    end++;
  if (end - i >= 4)
    return end - i;

  end = i;
  while (end < n && is_leader (text[end]))
    end++;
  return end - i >= 3 || (end > i && text[i] == 0x2026) ? end - i : 0;
}

/* Whether a word breaks at @i: at a vertical rule, which printers draw with letters, at a leader, or at a
 * colon between a label and its value. @sign tells rules and colons. */
static glong
count_break (const gunichar *text,
             glong i,
             glong n,
             char *sign)
{
  *sign = '\0';
  if (text[i] == '|' || text[i] == 0xa6 || text[i] == '!')
    *sign = RULE;
  else if (text[i] == ':' && (i == 0 || i + 1 == n || !g_unichar_isdigit (text[i - 1]) || !g_unichar_isdigit (text[i + 1])))
    *sign = COLON;

  return *sign != '\0' ? 1 : count_leader (text, i, n);
}

/* A rule or a colon, until it is known what stands beside it. */
static void
add_sign (GArray *words,
          const AncWord *word,
          glong at,
          glong n,
          char sign)
{
  AncLayoutWord part = cut_word (word, at, at + 1, n);

  g_free (part.text);
  part.text = g_strdup_printf ("%c", sign);
  g_array_append_val (words, part);
}

/* Whether a text begins at @i that ran into the capitals before it for want of room: `PATELIN-LES-OIESFin`,
 * `PATELIN01/11/2022`. */
static gboolean
begins_glued (const gunichar *text,
              glong start,
              glong i,
              glong n)
{
  static const char day[] = "00/00/0000";

  if (i - start < MIN_GLUED_CAPITALS)
    return FALSE;
  for (glong j = i - MIN_GLUED_CAPITALS; j < i; j++)
    if (!g_unichar_isupper (text[j]))
      return FALSE;
  if (i + 2 < n && g_unichar_isupper (text[i]) && g_unichar_islower (text[i + 1]) && g_unichar_islower (text[i + 2]))
    return TRUE;

  for (glong j = 0; day[j] != '\0'; j++)
    if (i + j >= n || (day[j] == '0' ? !g_unichar_isdigit (text[i + j]) : text[i + j] != (gunichar) day[j]))
      return FALSE;

  return TRUE;
}

static void
add_parts (GArray *words,
           const AncWord *word)
{
  glong n;
  g_autofree gunichar *text = g_utf8_to_ucs4_fast (word->text, -1, &n);
  glong start = 0;
  gboolean glued = FALSE;
  char sign;

  for (glong i = 0; i < n;)
    {
      glong length = count_break (text, i, n, &sign);
      gboolean begins = length == 0 && begins_glued (text, start, i, n);

      if (length == 0 && !begins)
        {
          i++;
          continue;
        }
      if (i > start)
        {
          AncLayoutWord part = cut_word (word, start, i, n);

          part.colon = sign == COLON;
          part.ruled = glued;
          g_array_append_val (words, part);
        }
      glued = begins;
      if (sign == RULE || (sign == COLON && i == start))
        add_sign (words, word, i, n, sign);
      i += length;
      start = i;
    }
  if (start < n)
    {
      AncLayoutWord part = cut_word (word, start, n, n);

      part.ruled = glued;
      g_array_append_val (words, part);
    }
}

/* ---- Rows ----------------------------------------------------------------------------------- */

static int
compare_lefts (gconstpointer a,
               gconstpointer b)
{
  const AncLayoutWord *word = a, *other = b;

  return (word->box.x0 > other->box.x0) - (word->box.x0 < other->box.x0);
}

/* Gives colons that stand alone to the words before them, rules to those behind. */
static void
attach_signs (AncLayoutRow *row)
{
  for (guint i = row->words->len; i > 0; i--)
    {
      const char *text = g_array_index (row->words, AncLayoutWord, i - 1).text;
      char sign = text[1] == '\0' ? text[0] : '\0';

      if (sign != COLON && sign != RULE)
        continue;
      if (sign == COLON && i > 1)
        g_array_index (row->words, AncLayoutWord, i - 2).colon = TRUE;
      if (sign == RULE && i < row->words->len)
        g_array_index (row->words, AncLayoutWord, i).ruled = TRUE;
      g_array_remove_index (row->words, i - 1);
    }
}

static gboolean
is_dots (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_leader (g_utf8_get_char (p)))
      return FALSE;

  return *text != '\0';
}

/* Whether one dot is all there was room for: it stands alone between two texts, or stuck to a word. */
static gboolean
is_short_leader (const AncLayoutRow *row,
                 guint first,
                 guint n,
                 const AncLayoutWord *next)
{
  if (first == 0 || next == NULL)
    return FALSE;

  return (n == 1 && strcmp (g_array_index (row->words, AncLayoutWord, first).text, ".") == 0)
         || (*next->text == '.' && g_unichar_isupper (g_utf8_get_char (next->text + 1)));
}

/* Takes away leaders whose dots stand apart, `Emploi . . . . Maçon`, and the last of them that stuck to the
 * value; what follows is a text of its own. */
static void
drop_leaders (AncLayoutRow *row)
{
  for (guint first = 0; first < row->words->len; first++)
    {
      AncLayoutWord *next;
      gboolean stuck;
      guint n = 0;

      while (first + n < row->words->len && is_dots (g_array_index (row->words, AncLayoutWord, first + n).text))
        n++;
      next = first + n < row->words->len ? &g_array_index (row->words, AncLayoutWord, first + n) : NULL;
      stuck = next != NULL && *next->text == '.';
      if ((n == 0 || n + stuck < MIN_LEADER_DOTS) && !is_short_leader (row, first, n, next))
        continue;

      if (stuck)
        memmove (next->text, next->text + 1, strlen (next->text));
      if (next != NULL)
        next->ruled = TRUE;
      g_array_remove_range (row->words, first, n);
    }
}

/* The height of the font most of a row is set in. */
static double
measure_em (const AncLayoutRow *row,
            gboolean from_ocr)
{
  double widest = 0, em = 1;

  for (guint i = 0; i < row->words->len; i++)
    {
      const AncLayoutWord *word = &g_array_index (row->words, AncLayoutWord, i);

      if ((strlen (word->text) >= 2 || widest == 0) && anc_rect_width (word->box) > widest)
        {
          widest = anc_rect_width (word->box);
          em = word->size * (from_ocr ? FONT_PER_LETTER : 1);
        }
    }

  return MAX (em, 1);
}

static void
add_rows (AncLayoutWords *self,
          const AncPageText *text)
{
  g_autoptr (GPtrArray) rows = anc_layout_rows_find (text);

  for (guint i = 0; i < rows->len; i++)
    {
      const GPtrArray *words = rows->pdata[i];
      AncLayoutRow *row = g_new0 (AncLayoutRow, 1);

      row->words = new_words ();
      for (guint j = 0; j < words->len; j++)
        add_parts (row->words, words->pdata[j]);
      g_array_sort (row->words, compare_lefts);
      attach_signs (row);
      drop_leaders (row);
      row->em = measure_em (row, anc_page_text_is_from_ocr (text));
      g_ptr_array_add (self->rows, row);
    }
}

/**
 * anc_layout_words_new:
 * @text: the words of a page
 *
 * Returns: (transfer full): the same in rows
 */
AncLayoutWords *
anc_layout_words_new (const AncPageText *text)
{
  AncLayoutWords *self = g_new0 (AncLayoutWords, 1);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  add_rows (self, text);
  for (guint i = 0; i < self->rows->len; i++)
    {
      anc_layout_join_letters (self->rows->pdata[i]);
      anc_layout_join_numbers (self->rows->pdata[i], anc_page_text_is_from_ocr (text));
    }
  anc_layout_join_cents (self->rows);

  return self;
}

void
anc_layout_words_free (AncLayoutWords *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

guint
anc_layout_words_get_n_rows (const AncLayoutWords *self)
{
  return self->rows->len;
}

const GArray *
anc_layout_words_get_row (const AncLayoutWords *self,
                          guint index)
{
  return ((const AncLayoutRow *) self->rows->pdata[index])->words;
}

/**
 * anc_layout_words_get_em:
 *
 * Returns: the height of the font of a row, in points
 */
double
anc_layout_words_get_em (const AncLayoutWords *self,
                         guint index)
{
  return ((const AncLayoutRow *) self->rows->pdata[index])->em;
}
