/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-review.h"

void anc_case_review_add (AncCaseReview *self,
                          const AncCaseFinding *finding);

AncCaseFacts *anc_case_review_make_facts (AncCaseReview *self,
                                          const AncCaseRows *rows,
                                          const AncTerritory *territory,
                                          const AncFactCatalogue *catalogue,
                                          const char *const *proofs);
void anc_case_review_look_for_doubts (AncCaseReview *self,
                                      const AncCaseRows *rows);
