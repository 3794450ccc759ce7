/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-amount.h"

#include <math.h>
#include <string.h>

#define MAX_DECIMALS 6
#define WEEKS_PER_YEAR 52
#define MONTHS_PER_YEAR 12

static AncAmount
divide_rounded (AncAmount amount,
                gint64 divisor)
{
  return amount >= 0 ? (amount + divisor / 2) / divisor : -((-amount + divisor / 2) / divisor);
}

/**
 * anc_amount_from_double:
 * @value: euros or hours
 * @amount: (out): the amount, rounded to the nearest millionth; untouched on failure
 *
 * Returns: whether @value is a number between plus and minus %ANC_AMOUNT_MAX
 */
gboolean
anc_amount_from_double (double value,
                        AncAmount *amount)
{
  const double limit = (double) ANC_AMOUNT_MAX / (double) ANC_AMOUNT_UNIT;

  if (!isfinite (value) || value > limit || value < -limit)
    return FALSE;

  *amount = llround (value * (double) ANC_AMOUNT_UNIT);
  return TRUE;
}

/**
 * anc_amount_parse:
 * @text: a number with a decimal point, such as `1217.88`: digits, at most six of them decimals
 * @amount: (out): the amount; untouched on failure
 *
 * Returns: whether @text is such a number, at most %ANC_AMOUNT_MAX
 */
gboolean
anc_amount_parse (const char *text,
                  AncAmount *amount)
{
  AncAmount value = 0;
  int decimals = -1;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!g_ascii_isdigit (*text))
    return FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '.' && decimals < 0)
        {
          decimals = 0;
          continue;
        }
      if (!g_ascii_isdigit (*p) || decimals == MAX_DECIMALS || value > ANC_AMOUNT_MAX)
        return FALSE;
      value = value * 10 + (*p - '0');
      if (decimals >= 0)
        decimals++;
    }

  if (decimals == 0)
    return FALSE;

  for (int i = MAX (decimals, 0); i < MAX_DECIMALS; i++)
    {
      if (value > ANC_AMOUNT_MAX)
        return FALSE;
      value *= 10;
    }
  if (value > ANC_AMOUNT_MAX)
    return FALSE;

  *amount = value;
  return TRUE;
}

/**
 * anc_amount_add:
 *
 * Returns: the sum, or the nearest amount there is when it is too large to hold
 */
AncAmount
anc_amount_add (AncAmount amount,
                AncAmount other)
{
  AncAmount sum;

  if (__builtin_add_overflow (amount, other, &sum))
    return other > 0 ? G_MAXINT64 : G_MININT64 + 1;

  return sum;
}

/**
 * anc_amount_multiply:
 * @amount: an amount, at most %ANC_AMOUNT_MAX
 * @ratio: a ratio in millionths, at most a thousand
 *
 * Returns: @ratio times @amount
 */
AncAmount
anc_amount_multiply (AncAmount amount,
                     AncAmount ratio)
{
  AncAmount whole = amount / ANC_AMOUNT_UNIT;
  AncAmount fraction = amount % ANC_AMOUNT_UNIT;

  return ratio * whole + divide_rounded (ratio * fraction, ANC_AMOUNT_UNIT);
}

/**
 * anc_amount_per_month:
 * @weekly: hours a week, at most %ANC_AMOUNT_MAX
 *
 * Returns: hours a month: @weekly × 52 / 12
 */
AncAmount
anc_amount_per_month (AncAmount weekly)
{
  return divide_rounded (weekly * WEEKS_PER_YEAR, MONTHS_PER_YEAR);
}

/**
 * anc_amount_format:
 * @amount: an amount
 * @min_decimals: decimals that are always written
 * @max_decimals: decimals beyond which the amount is rounded, 1 to 6
 * @buffer: where to write
 *
 * Returns: (transfer none): @buffer, which holds the number with a decimal point
 */
const char *
anc_amount_format (AncAmount amount,
                   guint min_decimals,
                   guint max_decimals,
                   char buffer[ANC_AMOUNT_BUFFER_SIZE])
{
  gint64 divisor = 1;
  AncAmount rounded;
  gint64 scale = ANC_AMOUNT_UNIT;
  guint decimals = max_decimals;
  char *end;

  g_return_val_if_fail (min_decimals <= max_decimals, NULL);
  g_return_val_if_fail (max_decimals >= 1 && max_decimals <= MAX_DECIMALS, NULL);

  for (guint i = max_decimals; i < MAX_DECIMALS; i++)
    divisor *= 10;
  rounded = divide_rounded (amount, divisor);
  scale /= divisor;

  g_snprintf (buffer,
              ANC_AMOUNT_BUFFER_SIZE,
              "%s%" G_GINT64_FORMAT ".%0*" G_GINT64_FORMAT,
              rounded < 0 ? "-" : "",
              ABS (rounded / scale),
              (int) decimals,
              ABS (rounded % scale));

  end = buffer + strlen (buffer);
  while (decimals > min_decimals && end[-1] == '0')
    {
      *--end = '\0';
      decimals--;
    }
  if (decimals == 0)
    end[-1] = '\0';

  return buffer;
}
