/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-country-names.h"

#include <string.h>

typedef struct
{
  const char *code;
  AncText name;
} Country;

/* By code. They come from iso-codes when the program is built: a file has its own language, and gettext speaks only
 * that of the session. */
static const Country countries[] = {
#include "anc-country-names-table.h"
};

/* Passports carry these too, and the tables do not hold them (ICAO document 9303, part 3). */
static const Country others[] = {
  { "XKX", { { "Kosovo", "Kosovo" } } },
  { "XXA", { { "apatride", "stateless" } } },
  { "XXB", { { "réfugié", "refugee" } } },
  { "XXX", { { "non établie", "not established" } } },
};

static const char *
find (const Country *table,
      guint n,
      AncLanguage language,
      const char *code)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (table[i].code, code) == 0)
      return table[i].name.in[language];

  return NULL;
}

/**
 * anc_country_name:
 * @code: (nullable): an ISO 3166-1 alpha-3 code, or one that passports use beside those
 *
 * Returns: (nullable): what the country is called in that language; %NULL where there is none of that code
 */
const char *
anc_country_name (AncLanguage language,
                  const char *code)
{
  const char *name;

  if (code == NULL)
    return NULL;

  name = find (countries, G_N_ELEMENTS (countries), language, code);

  return name != NULL ? name : find (others, G_N_ELEMENTS (others), language, code);
}
