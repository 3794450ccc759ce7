/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-number.h"

#include <string.h>

#define MAX_DIGITS 12
#define MAX_DECIMALS 5

/* What was taken off the ends of a number. */
typedef struct
{
  const char *start;
  const char *end; /* behind the last byte */
  gboolean negative;
  AncUnit unit;
} Bare;

static gboolean
eat_front (Bare *bare,
           const char *prefix)
{
  gsize length = strlen (prefix);

  if ((gsize) (bare->end - bare->start) <= length || strncmp (bare->start, prefix, length) != 0)
    return FALSE;

  bare->start += length;
  return TRUE;
}

static gboolean
eat_back (Bare *bare,
          const char *suffix)
{
  gsize length = strlen (suffix);

  if ((gsize) (bare->end - bare->start) <= length
      || g_ascii_strncasecmp (bare->end - length, suffix, length) != 0)
    return FALSE;

  bare->end -= length;
  return TRUE;
}

static gboolean
eat_unit (Bare *bare)
{
  static const struct
  {
    const char *text;
    AncUnit unit;
  } units[] = {
    { "€", ANC_UNIT_EURO },
    { "euros", ANC_UNIT_EURO },
    { "eur", ANC_UNIT_EURO },
    { "%", ANC_UNIT_PERCENT },
    { "heures", ANC_UNIT_HOURS },
    { "hrs", ANC_UNIT_HOURS },
    { "h", ANC_UNIT_HOURS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (eat_back (bare, units[i].text))
      {
        bare->unit = units[i].unit;
        return TRUE;
      }

  return FALSE;
}

/* Takes signs, brackets and units off both ends. */
static void
strip (Bare *bare)
{
  static const char *const signs[] = { "-", "–", "—" };
  gboolean found = TRUE;

  while (found)
    {
      found = eat_front (bare, "(") || eat_front (bare, "+") || eat_front (bare, "*") || eat_front (bare, "=")
              || eat_front (bare, " ") || eat_front (bare, "€") || eat_back (bare, ")") || eat_back (bare, "*")
              || eat_back (bare, " ") || eat_back (bare, ".") || eat_back (bare, ",") || eat_back (bare, ";")
              || eat_back (bare, ":") || (bare->unit == ANC_UNIT_NONE && eat_unit (bare));
      for (guint i = 0; i < G_N_ELEMENTS (signs) && !bare->negative; i++)
        if (eat_front (bare, signs[i]) || eat_back (bare, signs[i]))
          {
            bare->negative = TRUE;
            found = TRUE;
          }
    }
}

/* A number taken apart at whatever is not a digit. */
typedef struct
{
  char digits[MAX_DIGITS + 1];
  guint n_digits;
  char separators[MAX_DIGITS + 1]; /* '.', ',' or ' ' for anything else that may part thousands */
  guint lengths[MAX_DIGITS + 1];   /* digits in each group */
  guint n_groups;
} Groups;

static gboolean
split_groups (const Bare *bare,
              Groups *groups)
{
  const char *p = bare->start;

  *groups = (Groups){ .n_groups = 1 };
  while (p < bare->end)
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= '0' && c <= '9')
        {
          if (groups->n_digits == MAX_DIGITS)
            return FALSE;
          groups->digits[groups->n_digits++] = (char) c;
          groups->lengths[groups->n_groups - 1]++;
        }
      else
        {
          if (groups->lengths[groups->n_groups - 1] == 0 || groups->n_groups == MAX_DIGITS)
            return FALSE;
          if (c == '.' || c == ',')
            groups->separators[groups->n_groups++] = (char) c;
          else if (c == ':' || c == ';' || c == '\'' || c == 0x2019 || c == 0xb7 || g_unichar_isspace (c))
            groups->separators[groups->n_groups++] = ' ';
          else
            return FALSE;
        }
      p = g_utf8_next_char (p);
    }

  return groups->n_digits > 0 && groups->lengths[groups->n_groups - 1] > 0;
}

/* Whether the groups up to @last part a number by thousands: one to three digits, then three each. */
static gboolean
are_thousands (const Groups *groups,
               guint last)
{
  if (last > 0 && groups->lengths[0] > 3)
    return FALSE;

  for (guint i = 1; i <= last; i++)
    if (groups->lengths[i] != 3)
      return FALSE;

  return TRUE;
}

static AncAmount
scale (const char *digits,
       guint decimals)
{
  AncAmount value = (AncAmount) g_ascii_strtoull (digits, NULL, 10);
  AncAmount unit = ANC_AMOUNT_UNIT;

  for (guint i = 0; i < decimals; i++)
    unit /= 10;

  return value * unit;
}

/* `151H67`, `112 h 30 min`, `87 h 30`: hours, then minutes, or hundredths where there are 60 or more. */
static gboolean
parse_hours (const char *text,
             AncNumber *number)
{
  g_autofree char *compact = g_strdup (text);
  gboolean capital = strchr (text, 'H') != NULL && strpbrk (text, " m") == NULL;
  const char *p;
  char *end;
  gint64 hours, rest;
  char *to = compact;

  for (const char *from = text; *from != '\0'; from++)
    if (*from != ' ')
      *to++ = *from;
  *to = '\0';

  if (!g_ascii_isdigit (*compact))
    return FALSE;
  hours = g_ascii_strtoll (compact, &end, 10);
  if ((*end != 'h' && *end != 'H') || !g_ascii_isdigit (end[1]) || !g_ascii_isdigit (end[2]) || hours > 9999)
    return FALSE;
  rest = g_ascii_strtoll (end + 1, &end, 10);
  p = end;
  if (*p != '\0' && g_ascii_strcasecmp (p, "min") != 0 && g_ascii_strcasecmp (p, "mn") != 0
      && g_ascii_strcasecmp (p, "m") != 0)
    return FALSE;
  if (rest > 99 || (rest > 59 && *p != '\0'))
    return FALSE;

  *number = (AncNumber){ .other = ANC_AMOUNT_NONE, .decimals = 2, .unit = ANC_UNIT_HOURS };
  number->value = hours * ANC_AMOUNT_UNIT + (rest > 59 ? rest * ANC_AMOUNT_UNIT / 100 : rest * ANC_AMOUNT_UNIT / 60);
  if (capital && rest > 0 && rest <= 59)
    number->other = hours * ANC_AMOUNT_UNIT + rest * ANC_AMOUNT_UNIT / 100;
  return TRUE;
}

/**
 * anc_number_parse:
 * @text: a number as French papers write it, whatever parts its thousands, with its sign and unit
 *   before or behind: `1 801,80`, `1.801,80`, `1801.80`, `37,50-`, `151H67`, `112 h 30 min`
 * @number: (out): the number; untouched on failure
 *
 * Returns: whether @text is a number and nothing else
 */
gboolean
anc_number_parse (const char *text,
                  AncNumber *number)
{
  Bare bare = { .start = text, .end = text + strlen (text) };
  AncNumber read = { .other = ANC_AMOUNT_NONE };
  Groups groups;
  guint last, decimals = 0;

  if (strpbrk (text, "0123456789") == NULL)
    return FALSE;
  if (parse_hours (text, number))
    return TRUE;

  strip (&bare);
  if (!split_groups (&bare, &groups))
    return FALSE;

  last = groups.n_groups - 1;
  if (last > 0)
    {
      guint length = groups.lengths[last];
      gboolean parts_thousands = length == 3 && are_thousands (&groups, last) && groups.separators[last] != ',';

      if (groups.separators[last] == ' ' ? parts_thousands : parts_thousands && last > 1)
        decimals = 0;
      else if (length <= MAX_DECIMALS && are_thousands (&groups, last - 1))
        decimals = length;
      else
        return FALSE;
      /* A space before two digits parts euros from cents; before others it parts two numbers. */
      if (groups.separators[last] == ' ' && decimals > 0 && decimals != 2)
        return FALSE;
      if (groups.separators[last] == '.' && parts_thousands && last == 1)
        read.other = scale (groups.digits, 0);
    }

  read.value = scale (groups.digits, decimals);
  read.decimals = decimals;
  read.unit = bare.unit;
  if (bare.negative)
    {
      read.value = -read.value;
      read.other = read.other == ANC_AMOUNT_NONE ? read.other : -read.other;
    }
  *number = read;
  return TRUE;
}
