/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-amount.h"

#include <math.h>

static AncAmount
parse (const char *text)
{
  AncAmount amount;

  g_assert_true (anc_amount_parse (text, &amount));
  return amount;
}

static void
test_parse (void)
{
  static const char *const wrong[] = {
    "", ".", "1.", ".5", "1,5", "-1", "+1", " 1", "1 ", "1.2.3", "1e3", "nan", "1.1234567", "1000000000.000001", "99999999999999999999", "0x10"
  };

  g_assert_cmpint (parse ("0"), ==, 0);
  g_assert_cmpint (parse ("1217.88"), ==, 1217880000);
  g_assert_cmpint (parse ("75.83"), ==, 75830000);
  g_assert_cmpint (parse ("0.000001"), ==, 1);
  g_assert_cmpint (parse ("1000000000"), ==, ANC_AMOUNT_MAX);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      AncAmount amount = 42;

      g_assert_false (anc_amount_parse (wrong[i], &amount));
      g_assert_cmpint (amount, ==, 42);
    }
}

static void
test_from_double (void)
{
  AncAmount amount;

  g_assert_true (anc_amount_from_double (1867.02, &amount));
  g_assert_cmpint (amount, ==, 1867020000);
  g_assert_true (anc_amount_from_double (0.1 + 0.2, &amount));
  g_assert_cmpint (amount, ==, 300000);
  g_assert_true (anc_amount_from_double (1e9, &amount));
  g_assert_cmpint (amount, ==, ANC_AMOUNT_MAX);
  g_assert_false (anc_amount_from_double (1e9 + 1, &amount));
  g_assert_false (anc_amount_from_double (1e300, &amount));
  g_assert_false (anc_amount_from_double (NAN, &amount));
  g_assert_false (anc_amount_from_double (INFINITY, &amount));
}

/* Halves of hours that binary fractions would miss add up to the threshold. */
static void
test_sums_are_exact (void)
{
  AncAmount tenth = parse ("0.1");
  AncAmount sum = 0;

  g_assert_cmpint (anc_amount_add (parse ("37.915"), parse ("37.915")), ==, parse ("75.83"));
  for (guint i = 0; i < 1000000; i++)
    sum = anc_amount_add (sum, tenth);
  g_assert_cmpint (sum, ==, parse ("100000"));
}

static void
test_sums_do_not_overflow (void)
{
  g_assert_cmpint (anc_amount_add (G_MAXINT64 - 1, 2), ==, G_MAXINT64);
  g_assert_cmpint (anc_amount_add (G_MAXINT64, ANC_AMOUNT_MAX), ==, G_MAXINT64);
  g_assert_cmpint (anc_amount_add (-G_MAXINT64, -2), ==, G_MININT64 + 1);
}

static void
test_multiply (void)
{
  static const struct
  {
    const char *amount;
    const char *ratio;
    const char *product;
  } rows[] = {
    { "1867.02", "0.5", "933.51" },
    { "1343.77", "0.5", "671.885" },
    { "1337.70", "1.5", "2006.55" },
    { "1867.02", "1", "1867.02" },
    { "1000000000", "1000", "1000000000000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows) - 1; i++)
    g_assert_cmpint (anc_amount_multiply (parse (rows[i].amount), parse (rows[i].ratio)), ==, parse (rows[i].product));

  g_assert_cmpint (anc_amount_multiply (ANC_AMOUNT_MAX, 1000 * ANC_AMOUNT_UNIT), ==, 1000 * ANC_AMOUNT_MAX);
}

static void
test_per_month (void)
{
  char buffer[ANC_AMOUNT_BUFFER_SIZE];

  g_assert_cmpstr (anc_amount_format (anc_amount_per_month (parse ("35")), 2, 2, buffer), ==, "151.67");
  g_assert_cmpstr (anc_amount_format (anc_amount_per_month (parse ("20")), 2, 2, buffer), ==, "86.67");
  g_assert_cmpint (anc_amount_per_month (parse ("17.5")), ==, 75833333);
}

static void
test_format (void)
{
  static const struct
  {
    const char *amount;
    guint min;
    guint max;
    const char *text;
  } rows[] = {
    { "9", 0, 6, "9" },
    { "1500", 2, 2, "1500.00" },
    { "671.885", 2, 2, "671.89" },
    { "671.884", 2, 2, "671.88" },
    { "19.5", 0, 2, "19.5" },
    { "0.999999", 0, 2, "1" },
    { "0", 0, 6, "0" },
    { "0.05", 1, 6, "0.05" },
    { "100", 0, 1, "100" },
  };
  char buffer[ANC_AMOUNT_BUFFER_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (anc_amount_format (parse (rows[i].amount), rows[i].min, rows[i].max, buffer), ==, rows[i].text);

  g_assert_cmpstr (anc_amount_format (-parse ("12.5"), 0, 2, buffer), ==, "-12.5");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/amount/parse", test_parse);
  g_test_add_func ("/core/amount/from-double", test_from_double);
  g_test_add_func ("/core/amount/sums-are-exact", test_sums_are_exact);
  g_test_add_func ("/core/amount/sums-do-not-overflow", test_sums_do_not_overflow);
  g_test_add_func ("/core/amount/multiply", test_multiply);
  g_test_add_func ("/core/amount/per-month", test_per_month);
  g_test_add_func ("/core/amount/format", test_format);

  return g_test_run ();
}
