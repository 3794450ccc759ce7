/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-finding.h"
#include "anc-rules.h"

/**
 * AncVerdict:
 * @reason: why the regime does not apply; then nothing below is said
 * @outcome: where the case stands
 * @by_force: (array): where it would stand if only criteria of this force or stronger were there
 * @earliest: the first filing date on which the whole tree is met, or %ANC_DATE_NONE
 * @earliest_in_force: whether the regime is in force on that date
 * @grants: (nullable): what would be delivered
 * @cautions: (array length=n_cautions): those that concern the case
 * @node_outcomes: (array): by the index of each node of the tree
 * @findings: (array): by the index of each criterion of the regime
 *
 * The answer of one regime.
 */
typedef struct
{
  const AncRegime *regime;
  AncReason reason;
  AncOutcome outcome;
  AncOutcome by_force[ANC_N_FORCES];
  AncDate earliest;
  gboolean earliest_in_force;
  const AncText *grants;
  const AncNote **cautions;
  guint n_cautions;
  AncOutcome *node_outcomes;
  AncFinding *findings;
} AncVerdict;

/**
 * AncAssessment:
 * @on: the filing date
 * @verdicts: (array length=n_verdicts): in the order of the regimes
 *
 * The answer of all regimes to one case on one filing date. It keeps the rules it was made with.
 */
typedef struct
{
  AncRules *rules;
  AncDate on;
  AncVerdict **verdicts;
  guint n_verdicts;
} AncAssessment;

AncAssessment *anc_rules_evaluate (AncRules *rules,
                                   const AncCaseFacts *facts,
                                   AncDate on);
void anc_assessment_free (AncAssessment *self);

AncVerdict *anc_regime_evaluate (const AncRegime *regime,
                                 AncRules *rules,
                                 const AncCaseFacts *facts,
                                 AncDate on);
void anc_verdict_free (AncVerdict *self);

AncVerdict **anc_assessment_sort (const AncAssessment *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncAssessment, anc_assessment_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncVerdict, anc_verdict_free)
