/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-problems.h"

static const char *
to_french (const char *template)
{
  return "le %s du %s";
}

static void
test_format (void)
{
  g_autoptr (AncProblems) problems = anc_problems_new ();
  g_autofree char *english = NULL;
  g_autofree char *french = NULL;
  const AncProblem *problem;

  anc_problems_add (problems, "jobs[2].end", 7, ANC_PROBLEM ("%s is before the start, %s"), "100 %s", "b", NULL);
  problem = anc_problems_get (problems, 0);
  english = anc_problem_format (problem, NULL);
  french = anc_problem_format (problem, to_french);

  g_assert_cmpuint (anc_problems_get_count (problems), ==, 1);
  g_assert_cmpstr (problem->path, ==, "jobs[2].end");
  g_assert_cmpuint (problem->line, ==, 7);
  g_assert_cmpstr (english, ==, "100 %s is before the start, b");
  g_assert_cmpstr (french, ==, "le 100 %s du b");
}

static void
test_files (void)
{
  g_autoptr (AncProblems) problems = anc_problems_new ();

  anc_problems_add (problems, "a", 1, ANC_PROBLEM ("is missing"), NULL);
  anc_problems_add (problems, "b", 2, ANC_PROBLEM ("is missing"), NULL);
  anc_problems_name_file (problems, 1, "second.json");
  g_assert_null (anc_problems_get (problems, 0)->file);
  g_assert_cmpstr (anc_problems_get (problems, 1)->file, ==, "second.json");
}

static void
test_clear (void)
{
  g_autoptr (AncProblems) problems = anc_problems_new ();

  anc_problems_add (problems, "", 0, ANC_PROBLEM ("is missing"), NULL);
  anc_problems_clear (problems);
  g_assert_cmpuint (anc_problems_get_count (problems), ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/problems/format", test_format);
  g_test_add_func ("/core/problems/files", test_files);
  g_test_add_func ("/core/problems/clear", test_clear);

  return g_test_run ();
}
