/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-plain-value.h"

#include "anc-amount.h"
#include "anc-date.h"

/* ---- Reading --------------------------------------------------------------------------------- */

static gboolean
read_number (const AncColumn *column,
             const char *text,
             gint64 *number)
{
  gint32 days_or_months;
  guint64 count;

  switch (column->field->type)
    {
    case ANC_FIELD_DATE:
    case ANC_FIELD_MONTH:
      if (!(column->field->type == ANC_FIELD_DATE ? anc_date_parse : anc_month_parse) (text, &days_or_months))
        return FALSE;
      *number = days_or_months;
      return TRUE;
    case ANC_FIELD_AMOUNT:
      return anc_amount_parse (text, number);
    default:
      if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32, &count, NULL))
        return FALSE;
      *number = (gint64) count;
      return TRUE;
    }
}

/**
 * anc_plain_value_read:
 * @column: a column other than of booleans
 * @text: a value as anc_plain_value_write() writes it
 * @value: (inout): the value, not recorded for an empty text; untouched on failure
 *
 * Returns: whether @text is something the column can hold
 */
gboolean
anc_plain_value_read (const AncColumn *column,
                      const char *text,
                      AncValue *value)
{
  gint64 number = 0;

  g_return_val_if_fail (column != NULL && column->field->type != ANC_FIELD_BOOLEAN, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  if (*text == '\0')
    anc_value_clear (value);
  else if (column->type == ANC_VALUE_INTEGER)
    {
      if (!read_number (column, text, &number))
        return FALSE;
      anc_value_set_integer (value, number);
    }
  else if (column->field->type == ANC_FIELD_CHOICE && !g_strv_contains (column->field->choices, text))
    return FALSE;
  else
    anc_value_set_text (value, text, -1);

  return TRUE;
}

/* ---- Writing --------------------------------------------------------------------------------- */

/**
 * anc_plain_value_write_number:
 * @column: a column of numbers
 * @number: a number in it
 * @buffer: where to write
 *
 * Returns: (transfer none): @buffer, which holds the date, month or number; what came from elsewhere and is
 *   beyond any date is shown as the number it is
 */
const char *
anc_plain_value_write_number (const AncColumn *column,
                              gint64 number,
                              char buffer[ANC_PLAIN_VALUE_BUFFER_SIZE])
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

  g_snprintf (buffer, ANC_PLAIN_VALUE_BUFFER_SIZE, "%" G_GINT64_FORMAT, number);
  return buffer;
}

/**
 * anc_plain_value_write:
 * @column: a column
 * @value: a value in it
 *
 * Returns: (transfer full): the value as anc_plain_value_read() reads it; empty where not recorded
 */
char *
anc_plain_value_write (const AncColumn *column,
                       const AncValue *value)
{
  char buffer[ANC_PLAIN_VALUE_BUFFER_SIZE];

  switch (value->type)
    {
    case ANC_VALUE_INTEGER:
      return g_strdup (anc_plain_value_write_number (column, value->integer, buffer));
    case ANC_VALUE_TEXT:
      return g_strdup (value->text);
    case ANC_VALUE_NONE:
    default:
      return g_strdup ("");
    }
}
