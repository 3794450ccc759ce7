/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-assessment.h"

void anc_report_append_json (const AncAssessment *assessment,
                             const AncCaseFacts *facts,
                             char **only,
                             AncLanguage language,
                             GString *text);
