/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-number.h"

static void
test_forms (void)
{
  static const struct
  {
    const char *text;
    const char *value; /* NULL: no number */
    guint decimals;
    AncUnit unit;
    const char *why;
  } rows[] = {
    { "1801,80", "1801.8", 2, ANC_UNIT_NONE, "comma alone" },
    { "1 801,80", "1801.8", 2, ANC_UNIT_NONE, "space" },
    { "1\xc2\xa0"
      "801,80",
      "1801.8",
      2,
      ANC_UNIT_NONE,
      "no-break space" },
    { "1\xe2\x80\xaf"
      "801,80",
      "1801.8",
      2,
      ANC_UNIT_NONE,
      "narrow no-break space" },
    { "1.801,80", "1801.8", 2, ANC_UNIT_NONE, "dot for thousands" },
    { "1 801.80", "1801.8", 2, ANC_UNIT_NONE, "dot for decimals" },
    { "1.234.567,89", "1234567.89", 2, ANC_UNIT_NONE, "millions" },
    { "1:477,04", "1477.04", 2, ANC_UNIT_NONE, "a speck read as a colon" },
    { "1801 80", "1801.8", 2, ANC_UNIT_NONE, "cents in a column of their own" },
    { "37,50-", "-37.5", 2, ANC_UNIT_NONE, "minus behind" },
    { "- 10,36", "-10.36", 2, ANC_UNIT_NONE, "minus apart" },
    { "–128,72", "-128.72", 2, ANC_UNIT_NONE, "dash" },
    { "1 556,69 EUR", "1556.69", 2, ANC_UNIT_EURO, "currency in letters" },
    { "474,24 €", "474.24", 2, ANC_UNIT_EURO, "currency" },
    { "6,90 %", "6.9", 2, ANC_UNIT_PERCENT, "percent" },
    { "12,3000", "12.3", 4, ANC_UNIT_NONE, "rate" },
    { "(2.072,99", "2072.99", 2, ANC_UNIT_NONE, "bracket" },
    { "151H67", "151.67", 2, ANC_UNIT_HOURS, "hundredths" },
    { "112 h 30 min", "112.5", 2, ANC_UNIT_HOURS, "minutes" },
    { "87 h 30", "87.5", 2, ANC_UNIT_HOURS, "minutes without their name" },
    { "64,00 heures", "64", 2, ANC_UNIT_HOURS, "hours in letters" },
    { "82357 €", "82357", 0, ANC_UNIT_EURO, "whole euros" },
    { "03/09/2018", NULL, 0, 0, "date" },
    { "31.03.2026", NULL, 0, 0, "date with dots" },
    { "4520A", NULL, 0, 0, "activity code" },
    { "abc", NULL, 0, 0, "word" },
    { "-", NULL, 0, 0, "dash alone" },
    { "1234567890123", NULL, 0, 0, "more digits than an amount has" },
    { "", NULL, 0, 0, "nothing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char buffer[ANC_AMOUNT_BUFFER_SIZE];
      AncNumber number = { 0 };
      gboolean is_number = anc_number_parse (rows[i].text, &number);

      g_test_message ("%s: %s", rows[i].text, rows[i].why);
      if (rows[i].value == NULL)
        {
          g_assert_false (is_number);
          continue;
        }
      g_assert_true (is_number);
      g_assert_cmpstr (anc_amount_format (number.value, 0, 4, buffer), ==, rows[i].value);
      g_assert_cmpuint (number.decimals, ==, rows[i].decimals);
      g_assert_cmpint (number.unit, ==, rows[i].unit);
    }
}

static void
test_two_readings (void)
{
  AncNumber number;

  g_assert_true (anc_number_parse ("2.042", &number));
  g_assert_cmpint (number.value, ==, 2042 * ANC_AMOUNT_UNIT / 1000);
  g_assert_cmpint (number.other, ==, 2042 * ANC_AMOUNT_UNIT);

  g_assert_true (anc_number_parse ("151H30", &number));
  g_assert_cmpint (number.value, ==, 151 * ANC_AMOUNT_UNIT + ANC_AMOUNT_UNIT / 2);
  g_assert_cmpint (number.other, ==, 151 * ANC_AMOUNT_UNIT + 3 * ANC_AMOUNT_UNIT / 10);

  g_assert_true (anc_number_parse ("1 801,80", &number));
  g_assert_cmpint (number.other, ==, ANC_AMOUNT_NONE);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/number/forms", test_forms);
  g_test_add_func ("/reader/number/two-readings", test_two_readings);
  return g_test_run ();
}
