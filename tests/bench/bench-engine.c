/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures the engine, and makes the cases others are measured with.
 *
 * bench-engine make N JOBS PAYSLIPS              writes N cases as JSON Lines
 * bench-engine evaluate N JOBS PAYSLIPS [REGIME] evaluates N cases held in memory
 * bench-engine parse FILE                        parses each line with Jansson alone
 * bench-engine read FILE                         reads each line into the facts of a case
 * bench-engine load                              reads the law that ships
 *
 * Results are lines of NAME VALUE, times in seconds. */

#include "anc-case-maker.h"

#include "anc-assessment.h"
#include "anc-law.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* So many cases are held at a time; only the evaluations are timed. */
#define BLOCK 500

static AncRules *
load_rules (void)
{
  g_autoptr (AncRulesBuilder) builder = anc_rules_builder_new ();
  AncRules *rules;

  anc_law_add_shipped (builder);
  rules = anc_rules_builder_end (builder);
  g_assert_nonnull (rules);

  return rules;
}

static double
get_seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static AncCaseFacts *
read_case (const AncRules *rules,
           const char *text,
           gsize length)
{
  g_autoptr (AncProblems) problems = anc_problems_new ();
  AncCaseFacts *facts = anc_case_facts_new_from_text (text, length, anc_rules_get_territory (rules), anc_rules_get_fact_catalogue (rules), problems);

  if (facts == NULL)
    {
      g_autofree char *reason = anc_problem_format (anc_problems_get (problems, 0), NULL);

      g_error ("%s: %s", anc_problems_get (problems, 0)->path, reason);
    }

  return facts;
}

static void
make (guint n_cases,
      guint n_jobs,
      guint n_payslips)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_cases; i++)
    {
      g_string_truncate (text, 0);
      anc_case_maker_write (text, i, n_jobs, n_payslips);
      puts (text->str);
    }
}

static guint
evaluate_one (AncRules *rules,
              const AncRegime *regime,
              const AncCaseFacts *facts,
              AncDate on)
{
  guint n_met = 0;

  if (regime != NULL)
    {
      g_autoptr (AncVerdict) verdict = anc_regime_evaluate (regime, rules, facts, on);

      n_met = verdict->reason == ANC_REASON_NONE && verdict->outcome >= ANC_OUTCOME_TO_PROVE;
    }
  else
    {
      g_autoptr (AncAssessment) assessment = anc_rules_evaluate (rules, facts, on);

      for (guint i = 0; i < assessment->n_verdicts; i++)
        n_met += assessment->verdicts[i]->reason == ANC_REASON_NONE
                 && assessment->verdicts[i]->outcome >= ANC_OUTCOME_TO_PROVE;
    }

  return n_met;
}

static void
evaluate (guint n_cases,
          guint n_jobs,
          guint n_payslips,
          const char *regime_id)
{
  g_autoptr (AncRules) rules = load_rules ();
  g_autoptr (GString) text = g_string_new (NULL);
  const AncRegime *regime = regime_id != NULL ? anc_rules_find_regime (rules, regime_id) : NULL;
  AncDate on = anc_date_new (2026, 11, 21);
  double seconds = 0;
  guint n_open = 0;

  g_assert_true (regime_id == NULL || regime != NULL);

  for (guint done = 0; done < n_cases; done += BLOCK)
    {
      guint n = MIN (BLOCK, n_cases - done);
      g_autoptr (GPtrArray) block = g_ptr_array_new_full (n, (GDestroyNotify) anc_case_facts_unref);
      gint64 start;

      for (guint i = 0; i < n; i++)
        {
          g_string_truncate (text, 0);
          anc_case_maker_write (text, done + i, n_jobs, n_payslips);
          g_ptr_array_add (block, read_case (rules, text->str, text->len));
        }

      start = g_get_monotonic_time ();
      for (guint i = 0; i < n; i++)
        n_open += evaluate_one (rules, regime, g_ptr_array_index (block, i), on);
      seconds += get_seconds_since (start);
    }

  printf ("seconds %.6f\nopen %u\n", seconds, n_open);
}

/* Calls @work on each line of a file held in memory, and tells how long all took. */
static void
time_lines (const char *path,
            void (*work) (const AncRules *rules, const char *line, gsize length))
{
  g_autoptr (AncRules) rules = load_rules ();
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  const char *line, *end;
  gint64 start;

  g_assert_nonnull (file);
  line = g_mapped_file_get_contents (file);
  end = line + g_mapped_file_get_length (file);

  start = g_get_monotonic_time ();
  while (line < end)
    {
      const char *stop = memchr (line, '\n', (gsize) (end - line));

      work (rules, line, (gsize) (stop - line));
      line = stop + 1;
    }
  printf ("seconds %.6f\n", get_seconds_since (start));
}

static void
parse_line (const AncRules *rules,
            const char *line,
            gsize length)
{
  json_t *value = json_loadb (line, length, JSON_REJECT_DUPLICATES, NULL);

  g_assert_nonnull (value);
  json_decref (value);
}

static void
read_line (const AncRules *rules,
           const char *line,
           gsize length)
{
  g_autoptr (AncCaseFacts) facts = read_case (rules, line, length);
}

static void
load (void)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (AncRules) rules = load_rules ();

  printf ("seconds %.6f\nregimes %u\n", get_seconds_since (start), anc_rules_get_n_regimes (rules));
}

int
main (int argc,
      char **argv)
{
  const char *what = argc > 1 ? argv[1] : "";

  if (strcmp (what, "make") == 0 && argc == 5)
    make ((guint) atoi (argv[2]), (guint) atoi (argv[3]), (guint) atoi (argv[4]));
  else if (strcmp (what, "evaluate") == 0 && (argc == 5 || argc == 6))
    evaluate ((guint) atoi (argv[2]), (guint) atoi (argv[3]), (guint) atoi (argv[4]), argc == 6 ? argv[5] : NULL);
  else if (strcmp (what, "parse") == 0 && argc == 3)
    time_lines (argv[2], parse_line);
  else if (strcmp (what, "read") == 0 && argc == 3)
    time_lines (argv[2], read_line);
  else if (strcmp (what, "load") == 0 && argc == 2)
    load ();
  else
    return 2;

  return 0;
}
