/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-law.h"

#include "anc-advice.h"
#include "anc-assessment.h"

/* Any bytes as a case: refused with problems, or evaluated and advised on. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

static AncRules *
load_rules (void)
{
  g_autoptr (AncRulesBuilder) builder = anc_rules_builder_new ();

  anc_law_add_shipped (builder);
  return anc_rules_builder_end (builder);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  static AncRules *rules;
  g_autoptr (AncProblems) problems = anc_problems_new ();
  g_autoptr (AncCaseFacts) facts = NULL;
  g_autoptr (AncAssessment) assessment = NULL;

  if (rules == NULL)
    rules = load_rules ();

  facts = anc_case_facts_new_from_text ((const char *) data,
                                        size,
                                        anc_rules_get_territory (rules),
                                        anc_rules_get_fact_catalogue (rules),
                                        problems);
  g_assert_true ((facts == NULL) == (anc_problems_get_count (problems) > 0));
  if (facts == NULL)
    return 0;

  assessment = anc_rules_evaluate (rules, facts, anc_date_new (2026, 11, 21));
  for (guint i = 0; i < assessment->n_verdicts; i++)
    g_ptr_array_unref (anc_verdict_advise (assessment->verdicts[i], rules, facts));

  return 0;
}
