/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-french-date.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_YEAR 1950
#define LAST_YEAR 2099
#define MAX_WORD 40

static const char *const months[] = {
  "janvier",
  "fevrier",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "aout",
  "septembre",
  "octobre",
  "novembre",
  "decembre",
};

/* How print shops cut them, beside their first three or four letters. */
static const struct
{
  const char *text;
  int month;
} short_months[] = {
  { "janv", 1 },
  { "jan", 1 },
  { "fevr", 2 },
  { "fev", 2 },
  { "mar", 3 },
  { "avr", 4 },
  { "jun", 6 },
  { "juil", 7 },
  { "jul", 7 },
  { "aou", 8 },
  { "sept", 9 },
  { "sep", 9 },
  { "oct", 10 },
  { "nov", 11 },
  { "dec", 12 },
};

/**
 * anc_edit_distance:
 * @a: a word
 * @b: another
 * @limit: what need not be told apart from more
 *
 * Returns: how many bytes must be put in, taken out or changed to make the one from the other; more
 *   than @limit if more than that
 */
guint
anc_edit_distance (const char *a,
                   const char *b,
                   guint limit)
{
  gsize n = strlen (a), m = strlen (b);
  guint row[MAX_WORD + 1];

  if (n > MAX_WORD || m > MAX_WORD || (n > m ? n - m : m - n) > limit)
    return limit + 1;

  for (guint j = 0; j <= m; j++)
    row[j] = j;

  for (guint i = 1; i <= n; i++)
    {
      guint diagonal = row[0], best = i;

      row[0] = i;
      for (guint j = 1; j <= m; j++)
        {
          guint above = row[j];

          row[j] = MIN (MIN (row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] != b[j - 1]));
          diagonal = above;
          best = MIN (best, row[j]);
        }
      if (best > limit)
        return limit + 1;
    }

  return row[m];
}

/**
 * anc_french_month_number:
 * @folded: a word, folded
 * @lenient: whether a letter may have been misread
 *
 * Returns: 1 to 12; 0 if it names no month
 */
int
anc_french_month_number (const char *folded,
                         gboolean lenient)
{
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (strcmp (folded, months[i]) == 0)
      return (int) i + 1;
  for (guint i = 0; i < G_N_ELEMENTS (short_months); i++)
    if (strcmp (folded, short_months[i].text) == 0)
      return short_months[i].month;

  for (guint i = 0; lenient && i < G_N_ELEMENTS (months); i++)
    {
      guint limit = strlen (months[i]) >= 7 ? 2 : 1;

      if (strlen (months[i]) >= 5 && anc_edit_distance (folded, months[i], limit) <= limit)
        return (int) i + 1;
    }

  return 0;
}

/**
 * anc_french_year_parse:
 * @text: four digits, or two
 * @year: (out): the year; untouched on failure
 *
 * Returns: whether @text is a year that a paper may speak of
 */
gboolean
anc_french_year_parse (const char *text,
                       int *year)
{
  gsize length = strspn (text, "0123456789");
  int value = (int) g_ascii_strtoull (text, NULL, 10);

  if (text[length] != '\0' || (length != 2 && length != 4))
    return FALSE;
  if (length == 2)
    value += value < 70 ? 2000 : 1900;
  if (value < FIRST_YEAR || value > LAST_YEAR)
    return FALSE;

  *year = value;
  return TRUE;
}

/**
 * anc_french_date_make:
 * @year: a year
 * @month: 1 to 12, or not
 * @day: 1 to 31, or not
 * @date: (out): the date; untouched on failure
 *
 * Returns: whether there is such a day
 */
gboolean
anc_french_date_make (int year,
                      int month,
                      int day,
                      AncDate *date)
{
  AncMonth whole;

  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1)
    return FALSE;

  whole = anc_month_new (year, month);
  if (anc_month_get_first_day (whole) + day - 1 > anc_month_get_last_day (whole))
    return FALSE;

  *date = anc_month_get_first_day (whole) + day - 1;
  return TRUE;
}

static gboolean
is_separator (char c)
{
  return c == '/' || c == '.' || c == '-';
}

/* Takes runs of digits apart: up to four, parted by one and the same sign. */
static guint
split_digits (const char *text,
              char parts[4][5])
{
  const char *p = text;
  char separator = '\0';
  guint n = 0;

  while (n < 4)
    {
      gsize length = strspn (p, "0123456789");

      if (length < 1 || length > 4)
        return 0;
      memcpy (parts[n], p, length);
      parts[n++][length] = '\0';
      p += length;
      if (*p == '\0')
        return n;
      if (!is_separator (*p) || (separator != '\0' && *p != separator))
        return 0;
      separator = *p++;
    }

  return 0;
}

static char *
trim (const char *text)
{
  gsize length = strlen (text);

  while (length > 0 && strchr (".,;:)", text[length - 1]) != NULL)
    length--;
  while (length > 0 && strchr ("(:", *text) != NULL)
    {
      text++;
      length--;
    }

  return g_strndup (text, length);
}

/**
 * anc_french_day_parse:
 * @text: `31/03/2026`, `31.03.26`, `31-03-2026` or `2026-03-31`, maybe with what ends a sentence
 * @date: (out): the day; untouched on failure
 *
 * Returns: whether @text is a day
 */
gboolean
anc_french_day_parse (const char *text,
                      AncDate *date)
{
  g_autofree char *bare = trim (text);
  char parts[4][5];
  int year;

  if (split_digits (bare, parts) != 3)
    return FALSE;
  if (strlen (parts[0]) == 4)
    return anc_french_year_parse (parts[0], &year) && strlen (parts[2]) <= 2
           && anc_french_date_make (year, atoi (parts[1]), atoi (parts[2]), date);

  return strlen (parts[0]) <= 2 && strlen (parts[1]) <= 2 && anc_french_year_parse (parts[2], &year)
         && anc_french_date_make (year, atoi (parts[1]), atoi (parts[0]), date);
}

/**
 * anc_french_month_parse:
 * @text: `03/2026`, `3-2026`, `03.2026` or `2026-03`
 * @month: (out): the month; untouched on failure
 *
 * Returns: whether @text is a month; a year of two digits is not taken for one, nor `2072.10`, which is an amount
 */
gboolean
anc_french_month_parse (const char *text,
                        AncMonth *month)
{
  g_autofree char *bare = trim (text);
  char parts[4][5];
  guint year_part;
  int year, number;

  if (split_digits (bare, parts) != 2)
    return FALSE;

  year_part = strlen (parts[0]) == 4 ? 0 : 1;
  if (year_part == 0 && strchr (bare, '.') != NULL)
    return FALSE;

  number = atoi (parts[1 - year_part]);
  if (strlen (parts[year_part]) != 4 || strlen (parts[1 - year_part]) > 2 || number < 1 || number > 12
      || !anc_french_year_parse (parts[year_part], &year))
    return FALSE;

  *month = anc_month_new (year, number);
  return TRUE;
}

/**
 * anc_french_short_month_parse:
 * @text: `03/25`, `3-25`
 * @month: (out): the month; untouched on failure
 *
 * For what a label announces as a month: elsewhere two such numbers may be anything.
 *
 * Returns: whether @text is a month with a year of two digits
 */
gboolean
anc_french_short_month_parse (const char *text,
                              AncMonth *month)
{
  g_autofree char *bare = trim (text);
  char parts[4][5];
  int year, number;

  if (split_digits (bare, parts) != 2 || strlen (parts[0]) > 2 || strlen (parts[1]) != 2)
    return FALSE;

  number = atoi (parts[0]);
  if (number < 1 || number > 12 || !anc_french_year_parse (parts[1], &year))
    return FALSE;

  *month = anc_month_new (year, number);
  return TRUE;
}
