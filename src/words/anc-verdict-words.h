/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-advice.h"
#include "anc-assessment.h"

/* What the engine answers, in sentences of the session's language. */

char *anc_words_verdict (const AncVerdict *verdict);
char *anc_words_earliest (const AncVerdict *verdict);
char *anc_words_grants (const AncVerdict *verdict,
                        AncLanguage language);
char *anc_words_filing_period (const AncRegime *regime);
const char *anc_words_reason (AncReason reason);
char *anc_words_measure (const AncCriterion *criterion,
                         const AncFinding *finding);
char *anc_words_step (const AncStep *step,
                      const AncCaseFacts *facts,
                      AncLanguage language);
