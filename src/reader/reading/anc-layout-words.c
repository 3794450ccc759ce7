/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-layout-words.h"

#include "anc-layout-rows.h"

#include <math.h>
#include <string.h>

/* How tall a font is against the letters that OCR measures. */
#define FONT_PER_LETTER 1.35

/* Gaps inside of a number, before its unit, and between the letters of a spaced word, in heights of the font. */
#define NUMBER_GAP 0.62
#define NUMBER_GAP_OCR 0.8 /* between the letters themselves, not the spaces their font gives them */
#define UNIT_GAP 0.7
#define LETTER_GAP 3.0
#define MIN_SPACED_LETTERS 4

/* So many capitals stand before what ran into them. */
#define MIN_GLUED_CAPITALS 3

/* So many dots in a row lead the eye from a label to its value; of a short leader one may be left. */
#define MIN_LEADER_DOTS 2

/* What stands for a colon or a vertical rule in a row that is in the making. */
#define COLON ':'
#define RULE '|'

/* A page keeps its cents in a column of their own when it has so many pairs of whole numbers, and
 * so many times more than it has numbers with decimals. */
#define MIN_CENT_PAIRS 8
#define CENT_PAIR_RATIO 2
#define CENT_GAP 1.6

typedef struct
{
  GArray *words; /* of AncLayoutWord, from left to right */
  double em;
} Row;

struct _AncLayoutWords
{
  GPtrArray *rows; /* of Row, from top to bottom */
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
  Row *row = data;

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
attach_signs (Row *row)
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
is_short_leader (const Row *row,
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
drop_leaders (Row *row)
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
measure_em (const Row *row,
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
      Row *row = g_new0 (Row, 1);

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

/* ---- Words put together --------------------------------------------------------------------- */

static AncLayoutWord *
get_word (const Row *row,
          guint index)
{
  return &g_array_index (row->words, AncLayoutWord, index);
}

static double
get_gap (const Row *row,
         guint index)
{
  return get_word (row, index)->box.x0 - get_word (row, index - 1)->box.x1;
}

/* Makes one word of @n from @first on. */
static void
join (Row *row,
      guint first,
      guint n,
      const char *text)
{
  AncLayoutWord *word = get_word (row, first);

  for (guint i = first + 1; i < first + n; i++)
    {
      const AncLayoutWord *other = get_word (row, i);

      word->rect = anc_rect_union (word->rect, other->rect);
      word->box = anc_rect_union (word->box, other->box);
      word->confidence = MIN (word->confidence, other->confidence);
      word->colon = other->colon;
    }
  g_free (word->text);
  word->text = g_strdup (text);
  if (n > 1)
    g_array_remove_range (row->words, first + 1, n - 1);
}

static gboolean
is_single_letter (const AncLayoutWord *word)
{
  gunichar c = g_utf8_get_char (word->text);

  return g_unichar_isalpha (c) && *g_utf8_next_char (word->text) == '\0';
}

/* `B U L L E T I N   D E   P A I E`: letters with gaps, words with wider ones. */
static void
join_spaced_letters (Row *row)
{
  for (guint first = 0; first < row->words->len; first++)
    {
      double narrow = G_MAXDOUBLE;
      guint n = 0;

      while (first + n < row->words->len && is_single_letter (get_word (row, first + n))
             && (n == 0 || get_gap (row, first + n) < LETTER_GAP * row->em))
        {
          if (n > 0)
            narrow = MIN (narrow, get_gap (row, first + n));
          n++;
        }
      if (n < MIN_SPACED_LETTERS)
        continue;

      for (guint start = first, end = first + n; start < end; start++)
        {
          g_autoptr (GString) text = g_string_new (get_word (row, start)->text);
          guint length = 1;

          while (start + length < end && get_gap (row, start + length) < MAX (narrow, 0.1 * row->em) * 1.8)
            g_string_append (text, get_word (row, start + length++)->text);
          join (row, start, length, text->str);
          get_word (row, start)->spaced = TRUE;
          end -= length - 1;
        }
    }
}

static gboolean
is_unit (const char *text)
{
  static const char *const units[] = { "€", "EUR", "EUROS", "Euros", "euros", "%", "h", "H", "heures", "Heures", "hrs", "min", "mn" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (text, units[i]) == 0)
      return TRUE;

  return FALSE;
}

/* Whether a word can stand inside of a number that begins before it. */
static gboolean
goes_on (const AncLayoutWord *word,
         gboolean after_digits)
{
  gsize digits = strspn (word->text, "0123456789");

  if (!after_digits)
    return digits > 0;

  return digits == 3 || is_unit (word->text) || (digits == 2 && (word->text[2] == '\0' || word->text[2] == 'm'));
}

/* Whether a word is the last digit of an amount that was read without it: `2307,1` and `5`. */
static gboolean
is_last_cent (const char *before,
              const char *text)
{
  gsize length = strlen (before);

  return length >= 3 && strchr (",.", before[length - 2]) != NULL && g_ascii_isdigit (before[length - 1])
         && g_ascii_isdigit (before[length - 3]) && g_ascii_isdigit (*text) && text[1] == '\0';
}

static gboolean
starts_number (const char *text)
{
  return g_ascii_isdigit (*text) || strcmp (text, "-") == 0 || strcmp (text, "+") == 0
         || ((*text == '-' || *text == '+' || *text == '(' || *text == '*') && g_ascii_isdigit (text[1]));
}

/* Two digits that follow a whole number are minutes after an `h`, and otherwise another number. */
static gboolean
parses (const char *text,
        guint n,
        AncNumber *number)
{
  if (!anc_number_parse (text, number))
    return FALSE;
  if (n == 1 || number->unit == ANC_UNIT_HOURS || number->decimals != 2)
    return TRUE;

  return strpbrk (text, ",.") != NULL;
}

/* Puts together what is one number: thousands, a sign, a unit. The longest that can be read wins. */
static void
join_numbers (Row *row,
              gboolean from_ocr)
{
  double number_gap = from_ocr ? NUMBER_GAP_OCR : NUMBER_GAP;

  for (guint first = 0; first < row->words->len; first++)
    {
      g_autoptr (GString) text = NULL;
      g_autofree char *best_text = NULL;
      AncNumber number, best = { 0 };
      guint best_n = 0;
      gboolean digits;

      if (!starts_number (get_word (row, first)->text))
        continue;

      text = g_string_new (get_word (row, first)->text);
      digits = strpbrk (text->str, "0123456789") != NULL;
      for (guint n = 1; n <= 6; n++)
        {
          gboolean cent;

          /* A dash between two words parts them; before an amount it is a minus. */
          if (parses (text->str, n, &number) && (number.decimals > 0 || g_ascii_isdigit (*text->str) || n == 1))
            {
              best = number;
              best_n = n;
              g_free (best_text);
              best_text = g_strdup (text->str);
            }
          cent = from_ocr && first + n < row->words->len && is_last_cent (text->str, get_word (row, first + n)->text);
          if (first + n >= row->words->len || get_word (row, first + n - 1)->colon || get_word (row, first + n)->ruled
              || (!cent && !goes_on (get_word (row, first + n), digits))
              || get_gap (row, first + n) > (digits && !is_unit (get_word (row, first + n)->text) ? number_gap : UNIT_GAP) * row->em)
            break;
          g_string_append_printf (text, "%s%s", cent ? "" : " ", get_word (row, first + n)->text);
          digits = TRUE;
        }
      if (best_n == 0)
        continue;

      join (row, first, best_n, best_text);
      get_word (row, first)->is_number = TRUE;
      get_word (row, first)->number = best;
    }
}

static gboolean
is_whole (const AncLayoutWord *word)
{
  return word->is_number && word->number.decimals == 0 && word->number.unit == ANC_UNIT_NONE;
}

static gboolean
is_cents (const Row *row,
          guint index)
{
  const AncLayoutWord *word = get_word (row, index);

  return index > 0 && is_whole (word) && strlen (word->text) - (g_str_has_suffix (word->text, "-") ? 1 : 0) == 2
         && is_whole (get_word (row, index - 1)) && get_gap (row, index) < CENT_GAP * row->em;
}

/* Some print shops set the cents in a column of their own, without a comma: `1801 80`. */
static void
join_cents (AncLayoutWords *self)
{
  guint pairs = 0, decimals = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = self->rows->pdata[i];

      for (guint j = 0; j < row->words->len; j++)
        {
          pairs += is_cents (row, j);
          decimals += get_word (row, j)->is_number && get_word (row, j)->number.decimals > 0;
        }
    }
  if (pairs < MIN_CENT_PAIRS || pairs < decimals * CENT_PAIR_RATIO)
    return;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];

      for (guint j = 1; j < row->words->len; j++)
        {
          g_autofree char *text = NULL;
          AncNumber number;

          if (!is_cents (row, j))
            continue;

          text = g_strconcat (get_word (row, j - 1)->text, " ", get_word (row, j)->text, NULL);
          if (!anc_number_parse (text, &number))
            continue;
          join (row, j - 1, 2, text);
          get_word (row, j - 1)->number = number;
        }
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
      join_spaced_letters (self->rows->pdata[i]);
      join_numbers (self->rows->pdata[i], anc_page_text_is_from_ocr (text));
    }
  join_cents (self);

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
  return ((const Row *) self->rows->pdata[index])->words;
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
  return ((const Row *) self->rows->pdata[index])->em;
}
