/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-csv.h"

#include <string.h>

static const char *const columns[] = { "a", "b", NULL };

/* Writes rows and problems as text: `line:a|b` and `!line:path:reason`. */
static char *
read_all (const char *csv,
          gsize length)
{
  g_autoptr (AncProblems) problems = anc_problems_new ();
  g_autoptr (AncCsv) rows = anc_csv_new (csv, length, columns, problems);
  g_autoptr (GString) text = g_string_new (NULL);

  while (anc_csv_next (rows))
    g_string_append_printf (text, "%u:%s|%s\n", anc_csv_get_line (rows), anc_csv_get (rows, 0), anc_csv_get (rows, 1));

  for (guint i = 0; i < anc_problems_get_count (problems); i++)
    {
      const AncProblem *problem = anc_problems_get (problems, i);
      g_autofree char *reason = anc_problem_format (problem, NULL);

      g_string_append_printf (text, "!%u:%s:%s\n", problem->line, problem->path, reason);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_reads (const char *csv,
              const char *expected)
{
  g_autofree char *found = read_all (csv, strlen (csv));

  g_assert_cmpstr (found, ==, expected);
}

static void
test_rows (void)
{
  assert_reads ("a,b\n1,2\n3,4\n", "2:1|2\n3:3|4\n");
  assert_reads ("a,b\n1,2", "2:1|2\n");
  assert_reads ("a,b\r\n1,2\r\n", "2:1|2\n");
  assert_reads ("\na,b\n\n1,2\n\n\n", "4:1|2\n");
  assert_reads ("a,b\n,\n", "2:|\n");
  assert_reads ("a,b\n", "");
}

static void
test_quotes (void)
{
  assert_reads ("a,b\n\"x, y\",\"say \"\"no\"\"\"\n", "2:x, y|say \"no\"\n");
  assert_reads ("a,b\n\"two\nlines\",2\n3,4\n", "2:two\nlines|2\n4:3|4\n");
  assert_reads ("a,b\n\"\",\"\"\n", "2:|\n");
  assert_reads ("a,b\n1,it's \"so\"\n", "2:1|it's \"so\"\n");
}

static void
test_missing_column (void)
{
  assert_reads ("a,b\n1\n2,3\n4,5,6\n",
                "3:2|3\n!2::the row has 1 fields instead of 2\n!4::the row has 3 fields instead of 2\n");
}

static void
test_header (void)
{
  assert_reads ("", "!1::the header must be “a,b”\n");
  assert_reads ("a\n1,2\n", "!1::the header must be “a,b”\n");
  assert_reads ("b,a\n1,2\n", "!1::the header must be “a,b”\n");
}

static void
test_open_quote (void)
{
  assert_reads ("a,b\n1,2\n\"3,4\n5,6\n", "2:1|2\n!3::a quoted field is not closed\n");
  assert_reads ("a,b\n\"1\"x,2\n", "!2::a quoted field is not closed\n");
}

static void
test_encoding (void)
{
  static const char nul[] = "a,b\n1,\0\n";
  g_autofree char *found = read_all (nul, sizeof nul - 1);

  g_assert_cmpstr (found, ==, "!2::the text is not UTF-8\n");
  assert_reads ("a,b\n1,2\n3,\xe9\n", "!3::the text is not UTF-8\n");
}

static void
test_complaint (void)
{
  const char *csv = "a,b\n1,2\n\n3,4\n";
  g_autoptr (AncProblems) problems = anc_problems_new ();
  g_autoptr (AncCsv) rows = anc_csv_new (csv, strlen (csv), columns, problems);
  const AncProblem *problem;

  g_assert_true (anc_csv_next (rows));
  g_assert_true (anc_csv_next (rows));
  anc_csv_complain (rows, 1, ANC_PROBLEM ("%s is not a date"), anc_csv_get (rows, 1), NULL);

  g_assert_cmpuint (anc_problems_get_count (problems), ==, 1);
  problem = anc_problems_get (problems, 0);
  g_assert_cmpuint (problem->line, ==, 4);
  g_assert_cmpstr (problem->path, ==, "b");
  g_assert_cmpstr (problem->arguments[0], ==, "4");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/csv/rows", test_rows);
  g_test_add_func ("/core/csv/quotes", test_quotes);
  g_test_add_func ("/core/csv/missing-column", test_missing_column);
  g_test_add_func ("/core/csv/header", test_header);
  g_test_add_func ("/core/csv/open-quote", test_open_quote);
  g_test_add_func ("/core/csv/encoding", test_encoding);
  g_test_add_func ("/core/csv/complaint", test_complaint);

  return g_test_run ();
}
