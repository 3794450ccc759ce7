/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-assessment.h"
#include "anc-case-review.h"
#include "anc-case.h"

#define ANC_TYPE_EVALUATOR (anc_evaluator_get_type ())
G_DECLARE_FINAL_TYPE (AncEvaluator, anc_evaluator, ANC, EVALUATOR, GObject)

/**
 * AncEvaluator:
 *
 * What the rules say of one live case on its filing date, always as of the last edit: whoever asks gets
 * an answer that is up to date, and `changed` tells, once before the next frame however many edits there
 * were, that there is another. Owned by the main thread.
 */
AncEvaluator *anc_evaluator_new (AncCase *a_case,
                                 AncRules *rules,
                                 AncDate filing_date);

AncDate anc_evaluator_get_filing_date (AncEvaluator *self);
void anc_evaluator_set_filing_date (AncEvaluator *self,
                                    AncDate filing_date);

void anc_evaluator_set_proofs (AncEvaluator *self,
                               const char *const *proofs);

AncCaseReview *anc_evaluator_get_review (AncEvaluator *self);
const AncAssessment *anc_evaluator_get_assessment (AncEvaluator *self);
