/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-session.h"

#include "anc-case-review.h"

/**
 * AncEvaluateJob:
 * @on: the filing date
 * @only: (nullable): the regimes to report
 *
 * What all cases of one call of `evaluate` share. Read by every thread, changed by none.
 */
typedef struct
{
  AncRules *rules;
  AncDate on;
  char **only;
  gboolean as_json;
  AncLanguage language;
  gboolean has_colour;
  guint width;
} AncEvaluateJob;

void anc_evaluate_append (const AncEvaluateJob *job,
                          const AncCaseFacts *facts,
                          const AncCaseReview *review,
                          GString *output);
int anc_evaluate_store (const AncEvaluateJob *job,
                        AncSession *session,
                        char **references);
