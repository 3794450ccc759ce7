/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-siret.h"

#include <string.h>

#define LA_POSTE "356000000"

/* The rules below: Insee, package validinsee, <https://github.com/inseefrlab/validinsee>. */

static gboolean
has_luhn_sum (const char *digits,
              gsize length)
{
  guint sum = 0;

  for (gsize i = 0; i < length; i++)
    {
      guint digit = (guint) (digits[length - 1 - i] - '0');

      if (i % 2 == 1)
        digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
      sum += digit;
    }

  return sum % 10 == 0;
}

/**
 * anc_siret_normalize:
 * @text: a SIRET as people write it: `732 829 320 00074`
 *
 * Returns: (transfer full): the same without white space, whatever it holds
 */
char *
anc_siret_normalize (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_len (digits, p, g_utf8_next_char (p) - p);

  return g_string_free (g_steal_pointer (&digits), FALSE);
}

/**
 * anc_siret_is_complete:
 * @text: a SIRET as people write it
 *
 * Returns: whether it has its 14 digits and nothing else
 */
gboolean
anc_siret_is_complete (const char *text)
{
  g_autofree char *digits = anc_siret_normalize (text);

  return strlen (digits) == ANC_SIRET_LENGTH && strspn (digits, "0123456789") == ANC_SIRET_LENGTH;
}

/**
 * anc_siret_check:
 * @text: a SIRET as people write it
 *
 * Looks at its check digits: that of the company (SIREN, the first nine) and that of the whole. The offices
 * of La Poste, which share one SIREN and are too many for it, go by the sum of their digits instead.
 *
 * Returns: whether it is complete, not all zeros, and its check digits agree
 */
gboolean
anc_siret_check (const char *text)
{
  g_autofree char *digits = anc_siret_normalize (text);
  guint sum = 0;

  /* Nothing but zeros fits every sum and is nobody's number. */
  if (!anc_siret_is_complete (digits) || strspn (digits, "0") == ANC_SIRET_LENGTH)
    return FALSE;
  if (has_luhn_sum (digits, ANC_SIREN_LENGTH) && has_luhn_sum (digits, ANC_SIRET_LENGTH))
    return TRUE;
  if (!g_str_has_prefix (digits, LA_POSTE))
    return FALSE;

  for (const char *p = digits; *p != '\0'; p++)
    sum += (guint) (*p - '0');

  return sum % 5 == 0;
}
