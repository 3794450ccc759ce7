/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-spelt-date.h"

#include "anc-french-date.h"

#include <string.h>

/* No date takes more words. */
#define MAX_WORDS 12

/* Words and the token each is of: `vingt-deux` is one token and two words. */
typedef struct
{
  char **words;
  guint tokens[MAX_WORDS];
  guint n;
} Words;

static gboolean
get_number (const char *word,
            int *number)
{
  static const struct
  {
    const char *word;
    int number;
  } numbers[] = {
    { "un", 1 },
    { "premier", 1 },
    { "deux", 2 },
    { "trois", 3 },
    { "quatre", 4 },
    { "cinq", 5 },
    { "six", 6 },
    { "sept", 7 },
    { "huit", 8 },
    { "neuf", 9 },
    { "dix", 10 },
    { "onze", 11 },
    { "douze", 12 },
    { "treize", 13 },
    { "quatorze", 14 },
    { "quinze", 15 },
    { "seize", 16 },
    { "vingt", 20 },
    { "vingts", 20 },
    { "trente", 30 },
    { "quarante", 40 },
    { "cinquante", 50 },
    { "soixante", 60 },
    { "cent", 100 },
    { "cents", 100 },
    { "mil", 1000 },
    { "mille", 1000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (strcmp (word, numbers[i].word) == 0)
      {
        *number = numbers[i].number;
        return TRUE;
      }

  return FALSE;
}

/* Reads the number that begins at @at, in digits or in words, and moves @at behind it; 0 where there is none. */
static int
read_number (const Words *words,
             guint *at)
{
  int total = 0, part = 0, number;
  char *end;

  if (*at < words->n && g_ascii_isdigit (*words->words[*at]))
    {
      number = (int) g_ascii_strtoll (words->words[*at], &end, 10);
      if (*end != '\0' && strcmp (end, "er") != 0)
        return 0;
      ++*at;
      return number;
    }

  for (; *at < words->n; ++*at)
    {
      if (total + part > 0 && strcmp (words->words[*at], "et") == 0)
        continue;
      if (!get_number (words->words[*at], &number))
        break;
      if (number == 1000)
        {
          total += MAX (part, 1) * number;
          part = 0;
        }
      else if (number == 100 || (number == 20 && part == 4))
        part = MAX (part, 1) * number; /* `neuf cent`, `quatre-vingts` */
      else
        part += number;
    }

  return total + part;
}

/**
 * anc_spelt_date_read:
 * @flow: a document
 * @index: a word of it
 * @last: (out): the last word of the date
 * @date: (out): the date
 *
 * Reads a date that begins at a word and of which the year or all of it is spelt: `1er mars deux mille vingt-deux`.
 *
 * Returns: whether there is one
 */
gboolean
anc_spelt_date_read (const AncFlow *flow,
                     guint index,
                     guint *last,
                     AncDate *date)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  Words words = { 0 };
  guint at = 0;
  int day, month, year;

  for (guint i = index; i < flow->origins->len && words.n < MAX_WORDS; i++)
    {
      g_auto (GStrv) own = g_strsplit (anc_flow_get_folded (flow, i), " ", -1);

      for (guint w = 0; own[w] != NULL && words.n < MAX_WORDS; w++)
        {
          g_ptr_array_add (parts, g_strdup (own[w]));
          words.tokens[words.n++] = i;
        }
    }
  words.words = (char **) parts->pdata;

  day = read_number (&words, &at);
  if (day == 0 || at >= words.n)
    return FALSE;
  month = anc_french_month_number (words.words[at++], FALSE);
  if (month == 0)
    return FALSE;
  year = read_number (&words, &at);
  if (year < 1900 || year > 2099 || !anc_french_date_make (year, month, day, date))
    return FALSE;

  *last = words.tokens[at - 1];
  return TRUE;
}
