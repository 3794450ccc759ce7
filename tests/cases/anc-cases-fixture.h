/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-json.h"
#include "anc-rules.h"

AncRules *anc_cases_fixture_load (void);

char *anc_cases_fixture_json (const char *members);
AncCaseRows *anc_cases_fixture_import (const AncRules *rules,
                                       const char *text,
                                       AncCaseJsonMode mode,
                                       char **problems);
AncCaseRows *anc_cases_fixture_case (const AncRules *rules,
                                     const char *members);
char *anc_cases_fixture_list_problems (const AncProblems *problems);
json_t *anc_cases_fixture_generate (GRand *rand);
