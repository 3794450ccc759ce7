/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-siret.h"

static void
test_check (void)
{
  const struct
  {
    const char *text;
    gboolean complete, valid;
    const char *why;
  } rows[] = {
    { "73282932000074", TRUE, TRUE, "the example Insee's own register gives" },
    { "732 829 320 00074", TRUE, TRUE, "as people write it" },
    { "732\u00a0829\u202f320 00074", TRUE, TRUE, "with no-break spaces" },
    { "20003452800014", TRUE, TRUE, "validinsee's example" },
    { "20003452800041", TRUE, FALSE, "its last digits exchanged" },
    { "73282932000075", TRUE, FALSE, "another last digit" },
    { "00000000000000", TRUE, FALSE, "zeros fit every sum, but are nobody's number" },
    { "10000000000008", TRUE, FALSE, "the whole adds up, the company's number does not" },
    { "35600000000048", TRUE, TRUE, "La Poste's seat goes by the general rule" },
    { "35600000009075", TRUE, TRUE, "an office of La Poste: digits add up to a multiple of five" },
    { "35600000009076", TRUE, FALSE, "none" },
    { "7328293200007", FALSE, FALSE, "a digit short" },
    { "732829320000740", FALSE, FALSE, "a digit long" },
    { "7328293200007A", FALSE, FALSE, "a letter" },
    { "", FALSE, FALSE, "nothing" },
    { "٧٣٢٨٢٩٣٢٠٠٠٠٧٤", FALSE, FALSE, "digits of another script" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s: %s", rows[i].text, rows[i].why);
      g_assert_cmpint (anc_siret_is_complete (rows[i].text), ==, rows[i].complete);
      g_assert_cmpint (anc_siret_check (rows[i].text), ==, rows[i].valid);
    }
}

/* One digit wrong, or two neighbours exchanged (but 0 and 9), is always seen, as Luhn's sum promises. */
static void
test_one_slip_is_seen (void)
{
  const char right[] = "73282932000074";

  for (guint i = 0; i < ANC_SIRET_LENGTH; i++)
    {
      for (int digit = '0'; digit <= '9'; digit++)
        {
          g_autofree char *wrong = g_strdup (right);

          wrong[i] = (char) digit;
          g_assert_cmpint (anc_siret_check (wrong), ==, digit == right[i]);
        }

      if (i + 1 < ANC_SIRET_LENGTH && right[i] != right[i + 1])
        {
          g_autofree char *wrong = g_strdup (right);

          wrong[i] = right[i + 1];
          wrong[i + 1] = right[i];
          g_assert_false (anc_siret_check (wrong));
        }
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/core/siret/check", test_check);
  g_test_add_func ("/core/siret/one-slip-is-seen", test_one_slip_is_seen);

  return g_test_run ();
}
