/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-layout-joins.h"

#include <string.h>

/* Gaps inside of a number, before its unit, and between the letters of a spaced word, in heights of the font. */
#define NUMBER_GAP 0.62
#define NUMBER_GAP_OCR 0.8 /* between the letters themselves, not the spaces their font gives them */
#define TYPED_GAP 1.5      /* the same, in widths of a digit */
#define UNIT_GAP 0.7
#define LETTER_GAP 3.0
#define MIN_SPACED_LETTERS 4

/* A page keeps its cents in a column of their own when it has so many pairs of whole numbers, and
 * so many times more than it has numbers with decimals. */
#define MIN_CENT_PAIRS 8
#define CENT_PAIR_RATIO 2
#define CENT_GAP 1.6

static AncLayoutWord *
get_word (const AncLayoutRow *row,
          guint index)
{
  return &g_array_index (row->words, AncLayoutWord, index);
}

static double
get_gap (const AncLayoutRow *row,
         guint index)
{
  return get_word (row, index)->box.x0 - get_word (row, index - 1)->box.x1;
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

/* The height of the font that a word and the one before it are set in, which may be larger than that of their row. */
static double
get_em (const AncLayoutRow *row,
        guint index,
        gboolean from_ocr)
{
  return from_ocr ? row->em : MAX (row->em, MIN (get_word (row, index - 1)->size, get_word (row, index)->size));
}

/* How far from the digits before it a word may stand that goes on with their number. Typewriters give a space as much
 * room as a digit. */
static double
get_reach (const AncLayoutRow *row,
           guint index,
           gboolean from_ocr)
{
  const AncLayoutWord *word = get_word (row, index);
  const double em = get_em (row, index, from_ocr);

  if (is_unit (word->text))
    return UNIT_GAP * em;

  return from_ocr ? MAX (NUMBER_GAP_OCR * em, TYPED_GAP * (word->box.x1 - word->box.x0) / g_utf8_strlen (word->text, -1)) : NUMBER_GAP * em;
}

/* Makes one word of @n from @first on. */
static void
join (AncLayoutRow *row,
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

/**
 * anc_layout_join_letters:
 * @row: a row
 *
 * Makes words of letters that stand apart, `B U L L E T I N   D E   P A I E`: letters with gaps, words with wider ones.
 */
void
anc_layout_join_letters (AncLayoutRow *row)
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

/**
 * anc_layout_join_numbers:
 * @row: a row
 * @from_ocr: whether its words were read from a picture
 *
 * Puts together what is one number: thousands, a sign, a unit. The longest that can be read wins.
 */
void
anc_layout_join_numbers (AncLayoutRow *row,
                         gboolean from_ocr)
{
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
              || get_gap (row, first + n) > (digits ? get_reach (row, first + n, from_ocr) : UNIT_GAP * get_em (row, first + n, from_ocr)))
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
is_cents (const AncLayoutRow *row,
          guint index)
{
  const AncLayoutWord *word = get_word (row, index);

  return index > 0 && is_whole (word) && strlen (word->text) - (g_str_has_suffix (word->text, "-") ? 1 : 0) == 2
         && is_whole (get_word (row, index - 1)) && get_gap (row, index) < CENT_GAP * row->em;
}

/**
 * anc_layout_join_cents:
 * @rows: (element-type AncLayoutRow): the rows of a page, their numbers put together
 *
 * Some print shops set the cents in a column of their own, without a comma: `1801 80`. Puts these together where a page
 * does so throughout.
 */
void
anc_layout_join_cents (const GPtrArray *rows)
{
  guint pairs = 0, decimals = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const AncLayoutRow *row = rows->pdata[i];

      for (guint j = 0; j < row->words->len; j++)
        {
          pairs += is_cents (row, j);
          decimals += get_word (row, j)->is_number && get_word (row, j)->number.decimals > 0;
        }
    }
  if (pairs < MIN_CENT_PAIRS || pairs < decimals * CENT_PAIR_RATIO)
    return;

  for (guint i = 0; i < rows->len; i++)
    {
      AncLayoutRow *row = rows->pdata[i];

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
