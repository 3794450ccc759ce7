/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-bundle-plan.h"
#include "anc-exhibit-order.h"

#include "anc-rules.h"

/**
 * AncBundleOptions:
 * @regime: (nullable): that the file is for: it is named after it, its verdict is summed up, and its list of documents
 *   orders the exhibits unless the case says otherwise
 * @by_hand: whether to keep the order of the documents whatever the case says
 * @language: of the file
 * @on: the filing date
 * @form: one file, or an archive
 * @sender: (nullable) (array zero-terminated=1): who files, line by line
 * @recipient: (nullable) (array zero-terminated=1): with whom, line by line
 * @has_memo: whether to sum up the verdict
 * @stamp: where stamps stand, and how large they are
 * @wants_pdfa: whether to make PDF/A-2 where the documents allow it
 * @sent: (nullable): as of #AncExhibitOrdering
 * @first_number: as of #AncExhibitOrdering
 * @again: as of #AncExhibitOrdering
 *
 * What someone asks of the numbered file of a case, be it in a window or by a command.
 */
typedef struct
{
  const AncRegime *regime;
  gboolean by_hand;
  AncLanguage language;
  AncDate on;
  AncBundleForm form;
  const char *const *sender;
  const char *const *recipient;
  gboolean has_memo;
  AncStampOptions stamp;
  gboolean wants_pdfa;
  GHashTable *sent;
  guint first_number;
  gboolean again;
} AncBundleOptions;

const AncExhibitList *anc_case_bundle_find_list (const AncCaseRows *rows,
                                                 const AncExhibitRules *exhibit_rules,
                                                 const AncBundleOptions *options);
AncExhibitOrder *anc_case_bundle_order (AncCaseRows *rows,
                                        const AncExhibitRules *exhibit_rules,
                                        const AncBundleOptions *options);
AncBundlePlan *anc_case_bundle_plan (const AncExhibitOrder *order,
                                     const AncExhibitRules *exhibit_rules,
                                     AncRules *rules,
                                     const AncBundleOptions *options,
                                     AncProblems *problems);
