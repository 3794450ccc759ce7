/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-date-words.h"

#include <glib/gi18n-lib.h>

static const char *const long_months[] = {
  N_ ("January"),
  N_ ("February"),
  N_ ("March"),
  N_ ("April"),
  N_ ("May"),
  N_ ("June"),
  N_ ("July"),
  N_ ("August"),
  N_ ("September"),
  N_ ("October"),
  N_ ("November"),
  N_ ("December")
};

static const char *const short_months[] = {
  NC_ ("short month", "Jan"),
  NC_ ("short month", "Feb"),
  NC_ ("short month", "Mar"),
  NC_ ("short month", "Apr"),
  NC_ ("short month", "May"),
  NC_ ("short month", "Jun"),
  NC_ ("short month", "Jul"),
  NC_ ("short month", "Aug"),
  NC_ ("short month", "Sep"),
  NC_ ("short month", "Oct"),
  NC_ ("short month", "Nov"),
  NC_ ("short month", "Dec")
};

static const char *const month_initials[] = {
  NC_ ("initial of January", "J"),
  NC_ ("initial of February", "F"),
  NC_ ("initial of March", "M"),
  NC_ ("initial of April", "A"),
  NC_ ("initial of May", "M"),
  NC_ ("initial of June", "J"),
  NC_ ("initial of July", "J"),
  NC_ ("initial of August", "A"),
  NC_ ("initial of September", "S"),
  NC_ ("initial of October", "O"),
  NC_ ("initial of November", "N"),
  NC_ ("initial of December", "D")
};

static const char *const initial_contexts[] = {
  "initial of January",
  "initial of February",
  "initial of March",
  "initial of April",
  "initial of May",
  "initial of June",
  "initial of July",
  "initial of August",
  "initial of September",
  "initial of October",
  "initial of November",
  "initial of December"
};

/**
 * anc_words_month_name:
 *
 * Returns: (transfer none): the month without its year
 */
const char *
anc_words_month_name (AncMonth month,
                      AncMonthName name)
{
  int i = anc_month_get_number (month) - 1;

  switch (name)
    {
    case ANC_MONTH_NAME_INITIAL:
      return g_dpgettext2 (GETTEXT_PACKAGE, initial_contexts[i], month_initials[i]);
    case ANC_MONTH_NAME_SHORT:
      return g_dpgettext2 (GETTEXT_PACKAGE, "short month", short_months[i]);
    case ANC_MONTH_NAME_LONG:
    default:
      return _ (long_months[i]);
    }
}

/**
 * anc_words_month:
 *
 * Returns: (transfer full): `March 2025`
 */
char *
anc_words_month (AncMonth month)
{
  /* Translators: a month and its year. */
  return g_strdup_printf (C_ ("month", "%1$s %2$d"),
                          anc_words_month_name (month, ANC_MONTH_NAME_LONG),
                          anc_month_get_year (month));
}

/**
 * anc_words_quarter:
 *
 * Returns: (transfer full): `Q1`
 */
char *
anc_words_quarter (AncDate date)
{
  /* Translators: a quarter of the year, as short as can be. */
  return g_strdup_printf (_ ("Q%d"), (anc_month_get_number (anc_date_get_month (date)) + 2) / 3);
}

static char *
write_date (AncDate date,
            AncMonthName name)
{
  const char *month = anc_words_month_name (anc_date_get_month (date), name);
  int year, day;

  anc_date_get_ymd (date, &year, NULL, &day);

  /* Translators: a date; the arguments are the day, the name of the month and the year. */
  if (day == 1)
    return g_strdup_printf (C_ ("first of a month", "1 %1$s %2$d"), month, year);

  /* Translators: a date; the arguments are the day, the name of the month and the year. */
  return g_strdup_printf (_ ("%1$d %2$s %3$d"), day, month, year);
}

/**
 * anc_words_date:
 *
 * Returns: (transfer full): `21 November 2026`
 */
char *
anc_words_date (AncDate date)
{
  return write_date (date, ANC_MONTH_NAME_LONG);
}

/**
 * anc_words_short_date:
 *
 * Returns: (transfer full): `21 Nov 2026`
 */
char *
anc_words_short_date (AncDate date)
{
  return write_date (date, ANC_MONTH_NAME_SHORT);
}

/**
 * anc_words_months:
 * @months: (array length=n_months): months, in order
 * @n_months: how many
 *
 * Returns: (transfer full): `March, April 2025; January 2026`
 */
char *
anc_words_months (const AncMonth *months,
                  guint n_months)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_months; i++)
    {
      gboolean last_of_year = i + 1 == n_months
                              || anc_month_get_year (months[i + 1]) != anc_month_get_year (months[i]);

      g_string_append (text, anc_words_month_name (months[i], ANC_MONTH_NAME_LONG));
      if (last_of_year)
        g_string_append_printf (text, " %d", anc_month_get_year (months[i]));
      if (i + 1 < n_months)
        g_string_append (text, last_of_year ? _ ("; ") : ", ");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
