/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-finding.h"

#include "anc-case-facts.h"

/**
 * AncCaseReviewDepth:
 * @ANC_CASE_REVIEW_FACTS: the facts, and what is refused
 * @ANC_CASE_REVIEW_ALL: also what is doubtful
 *
 * What to look for.
 */
typedef enum
{
  ANC_CASE_REVIEW_FACTS,
  ANC_CASE_REVIEW_ALL,
} AncCaseReviewDepth;

#define ANC_TYPE_CASE_REVIEW (anc_case_review_get_type ())

/**
 * AncCaseReview:
 *
 * What there is to say of a case as it stands: the facts for the engine, and everything that is refused,
 * contradictory or doubtful in it. There are facts of every case, whatever is wrong with it: what the
 * case format refuses is left out of them piece by piece, and told. Immutable; may be shared between
 * threads.
 */
typedef struct _AncCaseReview AncCaseReview;

GType anc_case_review_get_type (void);

AncCaseReview *anc_case_review_new (const AncCaseRows *rows,
                                    AncCaseReviewDepth depth,
                                    const AncTerritory *territory,
                                    const AncFactCatalogue *catalogue,
                                    const char *const *proofs);
AncCaseReview *anc_case_review_ref (AncCaseReview *self);
void anc_case_review_unref (AncCaseReview *self);

const AncCaseFacts *anc_case_review_get_facts (const AncCaseReview *self);
guint anc_case_review_get_count (const AncCaseReview *self);
const AncCaseFinding *anc_case_review_get (const AncCaseReview *self,
                                           guint index);
const AncCaseFinding *anc_case_review_find (const AncCaseReview *self,
                                            gint64 key,
                                            guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncCaseReview, anc_case_review_unref)
