/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-example.h"

#include "anc-criterion.h"

#define MEASURED_DECIMALS 6

static void
compare_outcomes (AncProblems *problems,
                  const char *path,
                  AncOutcome expected,
                  AncOutcome found)
{
  if (found != expected)
    anc_problems_add (problems,
                      path,
                      0,
                      ANC_PROBLEM ("expected %s, found %s"),
                      anc_outcome_names[expected],
                      anc_outcome_names[found],
                      NULL);
}

static void
compare_measures (AncProblems *problems,
                  const char *path,
                  AncAmount expected,
                  AncAmount found)
{
  char expected_text[ANC_AMOUNT_BUFFER_SIZE], found_text[ANC_AMOUNT_BUFFER_SIZE];

  if (found == expected)
    return;

  anc_problems_add (problems,
                    path,
                    0,
                    ANC_PROBLEM ("expected %s, found %s"),
                    anc_amount_format (expected, 0, MEASURED_DECIMALS, expected_text),
                    found != ANC_AMOUNT_NONE ? anc_amount_format (found, 0, MEASURED_DECIMALS, found_text) : "-",
                    NULL);
}

static void
compare_criterion (const AncExpectation *expectation,
                   const AncVerdict *verdict,
                   AncProblems *problems)
{
  const AncFinding *finding = &verdict->findings[expectation->criterion->index];
  g_autofree char *outcome_path = g_strdup_printf ("criteria.%s.outcome", expectation->criterion->id);
  g_autofree char *measured_path = g_strdup_printf ("criteria.%s.measured", expectation->criterion->id);

  if (expectation->has_outcome)
    compare_outcomes (problems, outcome_path, expectation->outcome, finding->outcome);
  if (expectation->measured != ANC_AMOUNT_NONE)
    compare_measures (problems, measured_path, expectation->measured, finding->measured);
}

/**
 * anc_example_run:
 * @self: an example of @regime
 * @regime: a regime of @rules
 * @rules: the rules
 * @problems: takes each thing that is not as expected
 *
 * Returns: whether all is as the example expects
 */
gboolean
anc_example_run (const AncExample *self,
                 const AncRegime *regime,
                 AncRules *rules,
                 AncProblems *problems)
{
  g_autoptr (AncVerdict) verdict = anc_regime_evaluate (regime, rules, self->facts, self->on);
  guint before = anc_problems_get_count (problems);
  gboolean applies = verdict->reason == ANC_REASON_NONE;

  if (applies != self->applies)
    anc_problems_add (problems,
                      "applies",
                      0,
                      ANC_PROBLEM ("expected %s, found %s"),
                      self->applies ? "true" : "false",
                      applies ? "true" : "false",
                      NULL);
  else if (applies)
    {
      if (self->has_outcome)
        compare_outcomes (problems, "outcome", self->outcome, verdict->outcome);
      for (guint i = 0; i < self->expectations->len; i++)
        compare_criterion (&g_array_index (self->expectations, AncExpectation, i), verdict, problems);
    }

  return anc_problems_get_count (problems) == before;
}
