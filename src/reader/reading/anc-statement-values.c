/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-statement-values.h"

#include "anc-fold.h"
#include "anc-french-date.h"
#include "anc-number.h"
#include "anc-siret.h"

#include <string.h>

/* `1er avril 2026`, `01/04/2026`. */
static char *
normalize_date (const char *text)
{
  g_autofree char *folded = anc_fold (text, -1);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  char buffer[ANC_DATE_BUFFER_SIZE];
  AncDate date;
  int year;

  if (anc_french_day_parse (text, &date))
    return g_strdup (anc_date_format (date, buffer));
  if (g_strv_length (words) == 3 && anc_french_year_parse (words[2], &year)
      && anc_french_date_make (year,
                               MAX (anc_french_month_number (words[1], FALSE), (int) g_ascii_strtoll (words[1], NULL, 10)),
                               (int) g_ascii_strtoll (words[0], NULL, 10),
                               &date))
    return g_strdup (anc_date_format (date, buffer));

  return NULL;
}

static char *
normalize_number (const char *text)
{
  char buffer[ANC_AMOUNT_BUFFER_SIZE];
  AncNumber number;

  if (!anc_number_parse (text, &number) || number.value < 0)
    return NULL;
  /* `1.500` in a form is fifteen hundred. */
  if (number.other != ANC_AMOUNT_NONE && number.unit != ANC_UNIT_HOURS)
    number.value = number.other;

  return g_strdup (anc_amount_format (number.value, 2, 2, buffer));
}

static char *
normalize_siret (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);

  return digits->len == ANC_SIRET_LENGTH ? g_strdup (digits->str) : NULL;
}

/**
 * anc_statement_normalize:
 * @field: a field
 * @text: what is written for it
 *
 * Returns: (transfer full) (nullable): the same as reports write it; %NULL where it makes no sense there
 */
char *
anc_statement_normalize (AncStatementField field,
                         const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (*stripped == '\0')
    return NULL;

  switch (field)
    {
    case ANC_STATEMENT_SIRET:
      return normalize_siret (stripped);
    case ANC_STATEMENT_START:
    case ANC_STATEMENT_END:
    case ANC_STATEMENT_SIGNED_ON:
      return normalize_date (stripped);
    case ANC_STATEMENT_WEEKLY_HOURS:
    case ANC_STATEMENT_MONTHLY_HOURS:
    case ANC_STATEMENT_GROSS_MONTHLY:
      return normalize_number (stripped);
    default:
      return g_steal_pointer (&stripped);
    }
}
