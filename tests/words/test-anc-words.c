/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-words.h"

static void
test_problem (void)
{
  static const struct
  {
    const char *template;
    const char *arguments[3];
    const char *sentence;
  } cases[] = {
    { "%s is before the start, %s", { "2025-03-01", "2026-03-01" }, "1 March 2025 is before the start, 1 March 2026" },
    { "the job “%s” has no day in %s", { "2026-034", "2026-02" }, "the job “2026-034” has no day in February 2026" },                           /* a number, a month */
    { "“%s” is not a country code of three capital letters", { "2025-02-31" }, "“2025-02-31” is not a country code of three capital letters" }, /* no day */
    { "is missing", { NULL }, "is missing" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AncProblem problem = { .template = cases[i].template, .arguments = (char **) cases[i].arguments };
      g_autofree char *sentence = anc_words_problem (&problem);

      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/words/words/problem", test_problem);

  return g_test_run ();
}
