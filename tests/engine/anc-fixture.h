/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-assessment.h"

/* JSON in these tests is written with single quotes for double ones. */

char *anc_fixture_json (const char *text);

AncRules *anc_fixture_load (const char *regime);
AncRules *anc_fixture_load_tree (const char *tree,
                                 const char *more);
char *anc_fixture_list_problems (const char *regime);

AncCaseFacts *anc_fixture_case (const AncRules *rules,
                                const char *members);
char *anc_fixture_list_case_problems (const AncRules *rules,
                                      const char *json);

AncDate anc_fixture_date (const char *text);

/**
 * AncRow:
 * @criterion: the parameters of a criterion
 * @facts: members of a case
 * @on: the filing date
 * @outcome: what is expected
 * @measured: (nullable): what is expected to be measured
 * @why: what the row is there for
 */
typedef struct
{
  const char *criterion;
  const char *facts;
  const char *on;
  const char *outcome;
  const char *measured;
  const char *why;
} AncRow;

void anc_fixture_check_rows (const char *kind,
                             const AncRow *rows,
                             guint n_rows);
