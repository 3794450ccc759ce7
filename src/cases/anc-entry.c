/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-entry.h"

#include "anc-amount.h"
#include "anc-date.h"

#include <string.h>

/* ---- Numbers --------------------------------------------------------------------------------- */

/* The numbers in `31/12/2024`, `31.12.2024`, `2024-12-31` or `31 12 2024`. */
static guint
split_numbers (const char *text,
               guint numbers[3],
               guint digits[3])
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; n++)
    {
      const gsize length = strspn (p, "0123456789");

      if (n == 3 || length == 0 || length > 4)
        return 0;
      numbers[n] = (guint) g_ascii_strtoull (p, NULL, 10);
      digits[n] = (guint) length;
      p += length;
      if (*p != '\0' && (strchr ("/.- ", *p) == NULL || *++p == '\0'))
        return 0;
    }

  return n;
}

static gboolean
parse_date (const char *text,
            AncDate *date)
{
  guint numbers[3], digits[3];
  char iso[ANC_DATE_BUFFER_SIZE];

  if (split_numbers (text, numbers, digits) != 3)
    return FALSE;
  if (digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2)
    g_snprintf (iso, sizeof iso, "%04u-%02u-%02u", numbers[0], numbers[1], numbers[2]);
  else if (digits[0] <= 2 && digits[1] <= 2 && digits[2] == 4)
    g_snprintf (iso, sizeof iso, "%04u-%02u-%02u", numbers[2], numbers[1], numbers[0]);
  else
    return FALSE;

  return anc_date_parse (iso, date);
}

static gboolean
parse_month (const char *text,
             AncMonth *month)
{
  guint numbers[3], digits[3];
  char iso[ANC_DATE_BUFFER_SIZE];

  if (split_numbers (text, numbers, digits) != 2)
    return FALSE;
  if (digits[0] == 4 && digits[1] <= 2)
    g_snprintf (iso, sizeof iso, "%04u-%02u", numbers[0], numbers[1]);
  else if (digits[0] <= 2 && digits[1] == 4)
    g_snprintf (iso, sizeof iso, "%04u-%02u", numbers[1], numbers[0]);
  else
    return FALSE;

  return anc_month_parse (iso, month);
}

/* `1 801,80 €` and `1801.8`, but not `1.801,80`, which two countries read differently. */
static gboolean
parse_amount (const char *text,
              AncAmount *amount)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        continue;
      if (c == 0x20ac && *g_utf8_next_char (p) == '\0') /* the euro sign ends it */
        break;
      g_string_append_unichar (plain, c == ',' ? '.' : c);
    }

  return anc_amount_parse (plain->str, amount);
}

static gboolean
parse_count (const char *text,
             gint64 *count)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32, &value, NULL))
    return FALSE;

  *count = (gint64) value;
  return TRUE;
}

/* ---- Values ---------------------------------------------------------------------------------- */

static const char *
parse_number (const AncColumn *column,
              const char *text,
              gint64 *number)
{
  gint32 days_or_months;

  switch (column->field->type)
    {
    case ANC_FIELD_DATE:
      if (!parse_date (text, &days_or_months))
        return ANC_PROBLEM ("not a date such as 31/12/2026");
      *number = days_or_months;
      return NULL;
    case ANC_FIELD_MONTH:
      if (!parse_month (text, &days_or_months))
        return ANC_PROBLEM ("not a month such as 12/2026");
      *number = days_or_months;
      return NULL;
    case ANC_FIELD_AMOUNT:
      return parse_amount (text, number) ? NULL : ANC_PROBLEM ("not a number such as 1 801,80");
    default:
      return parse_count (text, number) ? NULL : ANC_PROBLEM ("not a whole number");
    }
}

static gboolean
is_choice (const AncColumn *column,
           const char *text)
{
  return column->field->type != ANC_FIELD_CHOICE || g_strv_contains (column->field->choices, text);
}

/**
 * anc_entry_parse:
 * @column: a column other than of booleans
 * @text: what was typed; white space around it does not matter
 * @value: (inout): the value typed, not recorded for an empty text; untouched on failure
 * @problem: (out): on failure, what to say beside the field, a message id of the translations
 *
 * Returns: whether @text is something the column can hold
 */
gboolean
anc_entry_parse (const AncColumn *column,
                 const char *text,
                 AncValue *value,
                 const char **problem)
{
  g_autofree char *typed = NULL;
  gint64 number = 0;

  g_return_val_if_fail (column != NULL && column->field->type != ANC_FIELD_BOOLEAN, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  typed = g_strstrip (g_strdup (text));
  *problem = NULL;
  if (*typed == '\0')
    anc_value_clear (value);
  else if (column->type == ANC_VALUE_INTEGER)
    {
      *problem = parse_number (column, typed, &number);
      if (*problem == NULL)
        anc_value_set_integer (value, number);
    }
  else if (!is_choice (column, typed))
    *problem = ANC_PROBLEM ("not one of the choices");
  else
    anc_value_set_text (value, typed, -1);

  return *problem == NULL;
}

/**
 * anc_entry_format_number:
 * @column: a column of numbers
 * @number: a number in it
 * @buffer: where to write
 *
 * Returns: (transfer none): @buffer, which holds the date, month or number; what came from elsewhere and is
 *   beyond any date is shown as the number it is
 */
const char *
anc_entry_format_number (const AncColumn *column,
                         gint64 number,
                         char buffer[ANC_ENTRY_BUFFER_SIZE])
{
  switch (column->field->type)
    {
    case ANC_FIELD_DATE:
      if (number >= ANC_DATE_MIN && number <= ANC_DATE_MAX)
        return anc_date_format ((AncDate) number, buffer);
      break;
    case ANC_FIELD_MONTH:
      if (number >= anc_date_get_month (ANC_DATE_MIN) && number <= anc_date_get_month (ANC_DATE_MAX))
        return anc_month_format ((AncMonth) number, buffer);
      break;
    case ANC_FIELD_AMOUNT:
      return anc_amount_format (number, 0, 6, buffer);
    default:
      break;
    }

  g_snprintf (buffer, ANC_ENTRY_BUFFER_SIZE, "%" G_GINT64_FORMAT, number);
  return buffer;
}

/**
 * anc_entry_format:
 * @column: a column
 * @value: a value in it
 *
 * Returns: (transfer full): the value as anc_entry_parse() reads it; empty where not recorded
 */
char *
anc_entry_format (const AncColumn *column,
                  const AncValue *value)
{
  char buffer[ANC_ENTRY_BUFFER_SIZE];

  switch (value->type)
    {
    case ANC_VALUE_INTEGER:
      return g_strdup (anc_entry_format_number (column, value->integer, buffer));
    case ANC_VALUE_TEXT:
      return g_strdup (value->text);
    case ANC_VALUE_NONE:
    default:
      return g_strdup ("");
    }
}
