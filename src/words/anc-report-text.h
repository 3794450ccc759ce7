/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-assessment.h"
#include "anc-case-review.h"
#include "anc-page.h"

void anc_report_append_text (const AncAssessment *assessment,
                             const AncCaseFacts *facts,
                             char **only,
                             AncLanguage language,
                             AncPage *page);
void anc_report_append_findings (const AncCaseReview *review,
                                 gboolean with_doubts,
                                 AncPage *page);
