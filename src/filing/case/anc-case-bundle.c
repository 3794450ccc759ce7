/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-bundle.h"

#include "anc-bundle-draft.h"

#include "anc-case-review.h"

#include <string.h>

/**
 * anc_case_bundle_find_list:
 *
 * Returns: (nullable): the list that orders the exhibits of a case: the one the case names, or else that of the regime;
 *   %NULL where they stand as people put them
 */
const AncExhibitList *
anc_case_bundle_find_list (const AncCaseRows *rows,
                           const AncExhibitRules *exhibit_rules,
                           const AncBundleOptions *options)
{
  const char *chosen = anc_row_get_text (anc_case_rows_get_head (rows), "exhibit_order");
  const AncExhibitList *list = chosen != NULL ? anc_exhibit_rules_find_list_by_id (exhibit_rules, chosen) : NULL;

  if (options->by_hand || anc_exhibit_order_is_by_hand (rows))
    return NULL;
  if (list != NULL || options->regime == NULL)
    return list;

  return anc_exhibit_rules_find_list (exhibit_rules, options->regime->id);
}

/**
 * anc_case_bundle_order:
 *
 * Returns: (transfer full): the exhibits of a case as they are to be filed
 */
AncExhibitOrder *
anc_case_bundle_order (AncCaseRows *rows,
                       const AncExhibitRules *exhibit_rules,
                       const AncBundleOptions *options)
{
  const AncExhibitOrdering ordering = {
    .rules = exhibit_rules,
    .list = anc_case_bundle_find_list (rows, exhibit_rules, options),
    .language = options->language,
    .sent = options->sent,
    .first_number = options->first_number,
    .again = options->again,
  };

  return anc_exhibit_order_new (rows, &ordering);
}

/**
 * anc_case_bundle_plan:
 * @order: the exhibits, of which there is at least one
 * @rules: the law
 * @problems: takes what is wrong with it
 *
 * Drafts the plan of the numbered file of a case, the same for the same case and options.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL with problems
 */
AncBundlePlan *
anc_case_bundle_plan (const AncExhibitOrder *order,
                      const AncExhibitRules *exhibit_rules,
                      AncRules *rules,
                      const AncBundleOptions *options,
                      AncProblems *problems)
{
  g_auto (GStrv) proofs = anc_exhibit_rules_dup_proofs (exhibit_rules);
  g_autoptr (AncCaseReview) review = anc_case_review_new (order->rows,
                                                          ANC_CASE_REVIEW_FACTS,
                                                          anc_rules_get_territory (rules),
                                                          anc_rules_get_fact_catalogue (rules),
                                                          (const char *const *) proofs);
  const AncCaseFacts *facts = anc_case_review_get_facts (review);
  g_autoptr (AncVerdict) verdict = options->regime != NULL ? anc_regime_evaluate (options->regime, rules, facts, options->on) : NULL;
  const AncBundleDraft draft = {
    .rows = order->rows,
    .facts = facts,
    .order = order,
    .rules = exhibit_rules,
    .verdict = verdict,
    .language = options->language,
    .on = options->on,
    .form = options->form,
    .sender = options->sender,
    .recipient = options->recipient,
    .has_memo = options->has_memo,
    .stamp = options->stamp,
    .wants_pdfa = options->wants_pdfa,
  };
  g_autofree char *text = anc_bundle_draft_write (&draft);

  return anc_bundle_plan_new (text, strlen (text), problems);
}
