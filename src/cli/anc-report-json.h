/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-assessment.h"
#include "anc-case-review.h"

void anc_report_append_json (const AncAssessment *assessment,
                             const AncCaseFacts *facts,
                             const AncCaseReview *review,
                             char **only,
                             AncLanguage language,
                             GString *text);
