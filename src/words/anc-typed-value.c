/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-typed-value.h"

#include "anc-amount.h"
#include "anc-typed-date.h"
#include "anc-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* Larger than any count of a case. */
#define MAX_COUNT 1000000

/**
 * anc_typed_value_is_long:
 *
 * Returns: whether the column holds text of several lines
 */
gboolean
anc_typed_value_is_long (const AncColumn *column)
{
  static const char *const names[] = { "address", "notes", "note", "new_facts", NULL };

  g_return_val_if_fail (column != NULL, FALSE);

  return g_strv_contains (names, column->name);
}

/* ---- Reading ------------------------------------------------------------------------------- */

static gboolean
is_end (const AncColumn *column)
{
  return strcmp (column->name, "end") == 0;
}

static gboolean
is_bound (const AncColumn *column)
{
  return is_end (column) || strcmp (column->name, "start") == 0;
}

/* A stretch of time may be given by its months; of anything else the day matters. */
static gboolean
read_date (const AncColumn *column,
           const char *text,
           AncDate today,
           AncValue *value,
           char **note,
           char **problem)
{
  AncTypedDate typed;
  AncDate date;

  if (!anc_typed_date_read (text, today, &typed, problem))
    return FALSE;

  date = is_end (column) ? typed.last : typed.first;
  if (typed.first != typed.last && !is_bound (column))
    {
      *problem = g_strdup (_ ("Write the day too, such as 21/11/2026."));
      return FALSE;
    }

  *note = anc_words_date (date);
  anc_value_set_integer (value, date);
  return TRUE;
}

static gboolean
read_month (const char *text,
            AncDate today,
            AncValue *value,
            char **note,
            char **problem)
{
  AncTypedDate typed;
  AncMonth month;

  if (!anc_typed_date_read (text, today, &typed, NULL))
    {
      *problem = g_strdup (_ ("Write a month such as 11/2026, November 2026 or 2026-11."));
      return FALSE;
    }

  month = anc_date_get_month (typed.first);
  *note = anc_words_months (&month, 1);
  anc_value_set_integer (value, month);
  return TRUE;
}

/* Whether the marks of thousands stand where such marks do, so that the number can be meant in one way only. */
static gboolean
has_groups_of_three (const char *number,
                     char mark)
{
  const char *p = strchr (number, mark);

  if (p != NULL && (p == number || p > number + 3))
    return FALSE;
  for (; p != NULL; p = strchr (p + 1, mark))
    if (strspn (p + 1, "0123456789") != 3)
      return FALSE;

  return TRUE;
}

/* Leaves out spaces of all widths, the unit and marks of thousands, and makes of a comma the point it stands for.
 *
 * Returns: (transfer full) (nullable): the number, if it can be meant in one way only */
static char *
simplify_number (const char *text)
{
  const char *comma = strrchr (text, ',');
  const char *point = strrchr (text, '.');
  const char mark = comma != NULL && (point == NULL || comma > point) ? ',' : '.';
  const char thousands = mark == ',' ? '.' : ',';
  g_autoptr (GString) number = g_string_new (NULL);
  g_auto (GStrv) groups = NULL;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == 0x20ac || (c == 'h' && p[1] == '\0'))
        continue;
      g_string_append_unichar (number, c);
    }
  if (!has_groups_of_three (number->str, thousands))
    return NULL;

  groups = g_strsplit (number->str, (const char[]){ thousands, '\0' }, -1);
  return g_strdelimit (g_strjoinv (NULL, groups), ",", '.');
}

static gboolean
read_amount (const char *text,
             AncValue *value,
             char **problem)
{
  g_autofree char *number = simplify_number (text);
  AncAmount amount;

  if (number == NULL || !anc_amount_parse (number, &amount))
    {
      *problem = g_strdup (_ ("Write a number such as 35 or 1 823,03."));
      return FALSE;
    }

  anc_value_set_integer (value, amount);
  return TRUE;
}

static gboolean
read_count (const char *text,
            AncValue *value,
            char **problem)
{
  g_autofree char *number = simplify_number (text);
  guint64 count;

  if (number == NULL || !g_ascii_string_to_unsigned (number, 10, 0, MAX_COUNT, &count, NULL))
    {
      *problem = g_strdup (_ ("Write a whole number such as 12."));
      return FALSE;
    }

  anc_value_set_integer (value, (gint64) count);
  return TRUE;
}

/* In place; a line break of two characters becomes one space. */
static void
join_lines (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    if (*from != '\r' || from[1] != '\n')
      *to++ = *from == '\n' || *from == '\r' ? ' ' : *from;
  *to = '\0';
}

/* Codes are written in capitals and without spaces, however they are typed. */
static char *
tidy_text (const AncColumn *column,
           const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autoptr (GString) code = NULL;

  switch (column->field->type)
    {
    case ANC_FIELD_NATIONALITY:
    case ANC_FIELD_DEPARTMENT:
    case ANC_FIELD_FAP:
    case ANC_FIELD_ROME:
    case ANC_FIELD_ROME_OLD:
      code = g_string_new (NULL);
      for (const char *p = trimmed; *p != '\0'; p++)
        if (!g_ascii_isspace (*p))
          g_string_append_c (code, g_ascii_toupper (*p));
      return g_string_free (g_steal_pointer (&code), FALSE);
    default:
      return g_steal_pointer (&trimmed);
    }
}

/**
 * anc_typed_value_read:
 * @column: a column of any table
 * @text: what someone typed
 * @today: from which years of two digits are understood
 * @value: (inout): a cleared value; takes what was meant: nothing where @text is blank
 * @note: (out) (transfer full) (nullable): how it was understood, where that is worth showing
 * @problem: (out) (transfer full) (nullable): on failure, a sentence that says what is wrong
 *
 * Any text can be held by a column of text, whatever the review of the case then says of it.
 *
 * Returns: whether the column can hold what was typed
 */
gboolean
anc_typed_value_read (const AncColumn *column,
                      const char *text,
                      AncDate today,
                      AncValue *value,
                      char **note,
                      char **problem)
{
  g_autofree char *tidy = NULL;

  g_return_val_if_fail (column != NULL && text != NULL, FALSE);
  g_return_val_if_fail (value->type == ANC_VALUE_NONE, FALSE);

  *note = NULL;
  *problem = NULL;
  tidy = tidy_text (column, text);
  if (*tidy == '\0')
    return TRUE;

  switch (column->field->type)
    {
    case ANC_FIELD_DATE:
      return read_date (column, tidy, today, value, note, problem);
    case ANC_FIELD_MONTH:
      return read_month (tidy, today, value, note, problem);
    case ANC_FIELD_AMOUNT:
      return read_amount (tidy, value, problem);
    case ANC_FIELD_COUNT:
      return read_count (tidy, value, problem);
    default:
      g_return_val_if_fail (column->type == ANC_VALUE_TEXT, FALSE);
      if (!anc_typed_value_is_long (column) && strpbrk (tidy, "\r\n") != NULL)
        {
          join_lines (tidy);
          *note = g_strdup (_ ("The line breaks became spaces."));
        }
      anc_value_set_text (value, tidy, -1);
      return TRUE;
    }
}

/* ---- Writing ------------------------------------------------------------------------------- */

/**
 * anc_typed_value_write:
 * @column: a column of any table
 * @value: one of its values
 *
 * Returns: (transfer full): the value as a person would type it; anc_typed_value_read() understands it
 */
char *
anc_typed_value_write (const AncColumn *column,
                       const AncValue *value)
{
  AncMonth month;

  g_return_val_if_fail (column != NULL && value != NULL, NULL);

  if (value->type == ANC_VALUE_NONE)
    return g_strdup ("");
  if (value->type == ANC_VALUE_TEXT)
    return g_strdup (value->text);

  switch (column->field->type)
    {
    case ANC_FIELD_DATE:
      return anc_words_date ((AncDate) value->integer);
    case ANC_FIELD_MONTH:
      month = (AncMonth) value->integer;
      return anc_words_months (&month, 1);
    case ANC_FIELD_AMOUNT:
      return anc_words_plain_number (value->integer);
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
    }
}
