/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-json.h"
#include "anc-case-review.h"
#include "anc-law.h"

#include <string.h>

/* Any bytes as a case taken leniently: refused, or kept as it was written and reviewed. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

static AncRules *
load_rules (void)
{
  g_autoptr (AncRulesBuilder) builder = anc_rules_builder_new ();

  anc_law_add_shipped (builder);
  return anc_rules_builder_end (builder);
}

static AncCaseRows *
import (const AncRules *rules,
        const char *text,
        gsize length)
{
  g_autoptr (AncProblems) problems = anc_problems_new ();

  return anc_case_json_import (text,
                               length,
                               ANC_CASE_JSON_LENIENT,
                               anc_rules_get_territory (rules),
                               anc_rules_get_fact_catalogue (rules),
                               problems);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  static AncRules *rules;
  g_autoptr (AncCaseRows) rows = NULL;
  g_autoptr (AncCaseRows) again = NULL;
  g_autoptr (AncCaseReview) review = NULL;
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;

  if (rules == NULL)
    rules = load_rules ();

  rows = import (rules, (const char *) data, size);
  if (rows == NULL)
    return 0;

  once = anc_case_json_export (rows);
  again = import (rules, once, strlen (once));
  twice = anc_case_json_export (again);
  g_assert_cmpstr (once, ==, twice);

  review = anc_case_review_new (rows,
                                ANC_CASE_REVIEW_ALL,
                                anc_rules_get_territory (rules),
                                anc_rules_get_fact_catalogue (rules),
                                NULL);
  g_assert_nonnull (anc_case_review_get_facts (review));

  return 0;
}
