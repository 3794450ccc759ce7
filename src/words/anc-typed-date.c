/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-typed-date.h"

#include "anc-fold.h"
#include "anc-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_WORDS 4
#define N_MONTHS 12

/* A year of two digits is at most this far ahead, else of the century before. */
#define YEARS_AHEAD 10

/* What people put between the parts and that says nothing. */
static const char *const fillers[] = { "er", "le", "de", "du", "st", "nd", "rd", "th", "the", "of", NULL };

/* In both languages, whatever that of the session: an office writes in French on an English desktop too. */
static const char *const months[][2] = {
  { "janvier", "january" },
  { "fevrier", "february" },
  { "mars", "march" },
  { "avril", "april" },
  { "mai", "may" },
  { "juin", "june" },
  { "juillet", "july" },
  { "aout", "august" },
  { "septembre", "september" },
  { "octobre", "october" },
  { "novembre", "november" },
  { "decembre", "december" },
};

/* One number or name of a date. */
typedef struct
{
  int number; /* -1 for a name */
  int n_digits;
  int month; /* of a name; 0 for none */
} Word;

/* ---- Words --------------------------------------------------------------------------------- */

/* At least three letters of the name of one month alone. */
static int
find_month (const char *name,
            gsize length)
{
  int found = 0;

  if (length < 3)
    return 0;

  for (int i = 0; i < N_MONTHS; i++)
    for (int j = 0; j < 2; j++)
      if (strncmp (months[i][j], name, length) == 0)
        {
          if (found != 0 && found != i + 1)
            return 0;
          found = i + 1;
        }

  return found;
}

static gboolean
is_filler (const char *name,
           gsize length)
{
  for (guint i = 0; fillers[i] != NULL; i++)
    if (strlen (fillers[i]) == length && strncmp (fillers[i], name, length) == 0)
      return TRUE;

  return FALSE;
}

static gsize
measure_word (const char *text,
              gboolean digits)
{
  gsize length = 0;

  while (text[length] != '\0' && text[length] != ' ' && g_ascii_isdigit (text[length]) == digits)
    length++;

  return length;
}

/* Returns how many words there are, or -1 where something is no part of a date. */
static int
read_words (const char *folded,
            Word words[MAX_WORDS])
{
  int n = 0;

  for (const char *p = folded; *p != '\0';)
    {
      const gboolean digits = g_ascii_isdigit (*p);
      const gsize length = measure_word (p, digits);
      Word word = { .number = -1 };

      if (*p == ' ')
        {
          p++;
          continue;
        }
      if (digits && length <= 4)
        {
          word.number = (int) g_ascii_strtoll (p, NULL, 10);
          word.n_digits = (int) length;
        }
      else if (digits || (!is_filler (p, length) && (word.month = find_month (p, length)) == 0))
        return -1;

      if (word.number >= 0 || word.month > 0)
        {
          if (n == MAX_WORDS)
            return -1;
          words[n++] = word;
        }
      p += length;
    }

  return n;
}

/* ---- Dates --------------------------------------------------------------------------------- */

static gboolean
read_year (const Word *word,
           AncDate today,
           int *year)
{
  const int this_year = anc_date_get_year (today);

  *year = word->number;
  if (word->n_digits == 4)
    return TRUE;
  if (word->n_digits != 2)
    return FALSE;

  *year += this_year - this_year % 100;
  if (*year > this_year + YEARS_AHEAD)
    *year -= 100;
  return TRUE;
}

static gboolean
complain (char **problem,
          char *sentence)
{
  if (problem != NULL)
    *problem = sentence;
  else
    g_free (sentence);

  return FALSE;
}

static gboolean
complain_of_form (char **problem)
{
  return complain (problem, g_strdup (_ ("Write a date such as 21/11/2026, 21 November 2026 or 2026-11-21.")));
}

static gboolean
check_month (int year,
             int month,
             char **problem)
{
  if (month < 1 || month > N_MONTHS)
    return complain (problem, g_strdup_printf (_ ("There is no month %d: write the day, then the month."), month));
  if (year < anc_date_get_year (ANC_DATE_MIN) || year > anc_date_get_year (ANC_DATE_MAX))
    return complain (problem,
                     g_strdup_printf (_ ("The year must lie between %1$d and %2$d."),
                                      anc_date_get_year (ANC_DATE_MIN),
                                      anc_date_get_year (ANC_DATE_MAX)));

  return TRUE;
}

static gboolean
make_day (int year,
          int month,
          int day,
          AncTypedDate *typed,
          char **problem)
{
  AncMonth whole;
  int n_days;

  if (!check_month (year, month, problem))
    return FALSE;

  whole = anc_month_new (year, month);
  n_days = anc_month_get_last_day (whole) - anc_month_get_first_day (whole) + 1;
  if (day < 1 || day > n_days)
    {
      g_autofree char *name = anc_words_months (&whole, 1);

      /* Translators: the first argument is a month with its year. */
      return complain (problem, g_strdup_printf (_ ("%1$s has %2$d days."), name, n_days));
    }

  typed->first = typed->last = anc_date_new (year, month, day);
  return TRUE;
}

static gboolean
make_month (int year,
            int month,
            AncTypedDate *typed,
            char **problem)
{
  AncMonth whole;

  if (!check_month (year, month, problem))
    return FALSE;

  whole = anc_month_new (year, month);
  typed->first = anc_month_get_first_day (whole);
  typed->last = anc_month_get_last_day (whole);
  return TRUE;
}

static gboolean
read_two_words (const Word *words,
                AncTypedDate *typed,
                char **problem)
{
  if (words[0].month > 0 && words[1].n_digits == 4)
    return make_month (words[1].number, words[0].month, typed, problem);
  if (words[0].number >= 0 && words[1].n_digits == 4)
    return make_month (words[1].number, words[0].number, typed, problem);
  if (words[0].n_digits == 4 && words[1].number >= 0)
    return make_month (words[0].number, words[1].number, typed, problem);

  return complain (problem, g_strdup (_ ("Write the year too, such as 21/11/2026.")));
}

static gboolean
read_three_words (const Word *words,
                  AncDate today,
                  AncTypedDate *typed,
                  char **problem)
{
  int year;

  if (words[0].n_digits == 4 && words[1].number >= 0 && words[2].number >= 0)
    return make_day (words[0].number, words[1].number, words[2].number, typed, problem);
  if (words[2].number < 0 || !read_year (&words[2], today, &year))
    return complain_of_form (problem);
  if (words[0].month > 0 && words[1].number >= 0)
    return make_day (year, words[0].month, words[1].number, typed, problem);
  if (words[0].number >= 0)
    return make_day (year, words[1].month > 0 ? words[1].month : words[1].number, words[0].number, typed, problem);

  return complain_of_form (problem);
}

/**
 * anc_typed_date_read:
 * @text: what someone typed: `1.3.25`, `01/03/2025`, `1er mars 2025`, `March 1, 2025`, `2025-03-01`, or a
 *   month: `mars 2025`, `03/2025`; the day stands before the month, as France writes it
 * @today: from which years of two digits are understood
 * @typed: (out): what was meant; untouched on failure
 * @problem: (out) (optional) (transfer full): on failure, a sentence that says what is wrong
 *
 * Returns: whether @text is a date or a month between 1900 and 2199
 */
gboolean
anc_typed_date_read (const char *text,
                     AncDate today,
                     AncTypedDate *typed,
                     char **problem)
{
  g_autofree char *folded = NULL;
  Word words[MAX_WORDS];

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (typed != NULL, FALSE);

  folded = anc_fold (text, -1);
  switch (read_words (folded, words))
    {
    case 2:
      return read_two_words (words, typed, problem);
    case 3:
      return read_three_words (words, today, typed, problem);
    default:
      return complain_of_form (problem);
    }
}
