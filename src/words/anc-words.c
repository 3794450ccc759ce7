/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-words.h"

#include "anc-table.h"

#include <glib/gi18n.h>
#include <string.h>

#define NO_BREAK_SPACE "\xc2\xa0"

/**
 * anc_words_get_language:
 *
 * Returns: the language of the session, as far as the law's data are written in it: French or English
 */
AncLanguage
anc_words_get_language (void)
{
  for (const char *const *name = g_get_language_names (); *name != NULL; name++)
    {
      if (g_str_has_prefix (*name, "fr"))
        return ANC_LANGUAGE_FR;
      if (g_str_has_prefix (*name, "en") || strcmp (*name, "C") == 0)
        return ANC_LANGUAGE_EN;
    }

  return ANC_LANGUAGE_EN;
}

/**
 * anc_words_clean:
 * @text: text from a file
 *
 * Returns: (transfer full): the text without what could steer a terminal
 */
char *
anc_words_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (clean, g_unichar_iscntrl (c) ? 0xfffd : c);
    }

  return g_string_free (g_steal_pointer (&clean), FALSE);
}

/**
 * anc_words_translate:
 * @template: a message id
 *
 * Returns: (transfer none): the sentence of a problem in the language of the session
 */
const char *
anc_words_translate (const char *template)
{
  return gettext (template);
}

/* Returns: (transfer full): a date or month of a file as one says it; anything else as it is */
static char *
say_argument (const char *argument)
{
  AncDate date;
  AncMonth month;

  if (anc_date_parse (argument, &date))
    return anc_words_date (date);
  if (anc_month_parse (argument, &month))
    return anc_words_month (month);

  return g_strdup (argument);
}

/**
 * anc_words_problem:
 * @problem: a problem of a case
 *
 * Returns: (transfer full): the sentence for a window, in the language of the session, with dates as one says them;
 *   what is about a file rather has them as the file writes them
 */
char *
anc_words_problem (const AncProblem *problem)
{
  const guint n_arguments = g_strv_length (problem->arguments);
  g_auto (GStrv) arguments = g_new0 (char *, n_arguments + 1);
  AncProblem said = *problem;

  for (guint i = 0; i < n_arguments; i++)
    arguments[i] = say_argument (problem->arguments[i]);
  said.arguments = arguments;

  return anc_problem_format (&said, anc_words_translate);
}

/**
 * anc_words_time:
 * @time: µs since 1970-01-01 UTC
 *
 * Returns: (transfer full): `2026-11-21 08:15`, in the time zone of the session
 */
char *
anc_words_time (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);

  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%d %H:%M") : g_strdup ("–");
}

static const char *
get_decimal_mark (void)
{
  /* Translators: the decimal mark. */
  return C_ ("decimal mark", ".");
}

/* Puts the marks of the language into a number with a decimal point. */
static char *
localise (const char *number)
{
  /* Translators: what separates thousands. */
  const char *thousands_mark = C_ ("thousands mark", ",");
  const char *point = strchr (number, '.');
  gsize n_digits = point != NULL ? (gsize) (point - number) : strlen (number);
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < n_digits; i++)
    {
      g_string_append_c (text, number[i]);
      if (i + 1 < n_digits && (n_digits - i - 1) % 3 == 0)
        g_string_append (text, thousands_mark);
    }
  if (point != NULL)
    {
      g_string_append (text, get_decimal_mark ());
      g_string_append (text, point + 1);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
anc_words_number (AncAmount amount)
{
  char buffer[ANC_AMOUNT_BUFFER_SIZE];

  return localise (anc_amount_format (amount, 0, 2, buffer));
}

/**
 * anc_words_plain_number:
 * @amount: an amount
 *
 * Returns: (transfer full): all its decimals, without marks of thousands, as one would type it
 */
char *
anc_words_plain_number (AncAmount amount)
{
  char buffer[ANC_AMOUNT_BUFFER_SIZE];
  g_auto (GStrv) parts = g_strsplit (anc_amount_format (amount, 0, 6, buffer), ".", 2);

  return g_strjoinv (get_decimal_mark (), parts);
}

char *
anc_words_money (AncAmount amount)
{
  char buffer[ANC_AMOUNT_BUFFER_SIZE];
  g_autofree char *number = localise (anc_amount_format (amount, 2, 2, buffer));

  return g_strconcat (number, NO_BREAK_SPACE "€", NULL);
}

/**
 * anc_words_capitalise:
 * @text: some words
 *
 * Returns: (transfer full): the words as a title or a row begins with them
 */
char *
anc_words_capitalise (const char *text)
{
  g_autoptr (GString) title = g_string_new (NULL);

  if (*text != '\0')
    {
      g_string_append_unichar (title, g_unichar_totitle (g_utf8_get_char (text)));
      g_string_append (title, g_utf8_next_char (text));
    }

  return g_string_free (g_steal_pointer (&title), FALSE);
}

/**
 * anc_words_labelled:
 * @label: what it is
 * @value: what it says
 *
 * Returns: (transfer full): `label: value`
 */
char *
anc_words_labelled (const char *label,
                    const char *value)
{
  return g_strdup_printf (_ ("%1$s: %2$s"), label, value);
}

/**
 * anc_words_hours:
 * @amount: hours
 *
 * Returns: (transfer full): `35 h`
 */
char *
anc_words_hours (AncAmount amount)
{
  g_autofree char *number = anc_words_number (amount);

  /* Translators: a number of hours. */
  return g_strdup_printf (_ ("%s h"), number);
}

const char *
anc_words_outcome (AncOutcome outcome)
{
  static const char *const words[] = {
    N_ ("not met"), N_ ("unknown"), N_ ("to prove"), N_ ("arguable"), N_ ("met")
  };

  return _ (words[outcome]);
}

/**
 * anc_words_state:
 * @state: (nullable): a word of anc_case_state_names
 *
 * Returns: the state of a case
 */
const char *
anc_words_state (const char *state)
{
  static const char *const words[] = {
    N_ ("intake"), N_ ("open"), N_ ("filed"), N_ ("closed"), N_ ("archived")
  };

  for (guint i = 0; state != NULL && anc_case_state_names[i] != NULL; i++)
    if (strcmp (anc_case_state_names[i], state) == 0)
      return _ (words[i]);

  return "–";
}

const char *
anc_words_force (AncForce force)
{
  static const char *const words[] = {
    N_ ("agreement"), N_ ("statute"), N_ ("regulation"), N_ ("circular"), N_ ("practice")
  };

  return _ (words[force]);
}
