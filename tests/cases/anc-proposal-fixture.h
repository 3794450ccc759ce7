/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-proposal-list.h"

#include "anc-amount.h"

/* A case of nobody, and readings of payslips that were never drawn. */

/**
 * AncFixtureSlip:
 * @month: such as `2026-03`
 * @person: (nullable): %NULL for the person of the case
 * @employer: (nullable): %NULL for the employer of the case, empty for none
 * @siret: (nullable): likewise
 * @gross: euros; 0 for the usual
 * @hours_confidence: 0 for a sure one
 * @start: (nullable): of the period
 * @end: (nullable): of the period
 * @top: where on the page it is printed
 */
typedef struct
{
  const char *month;
  const char *person;
  const char *employer;
  const char *siret;
  int gross;
  double hours_confidence;
  const char *start;
  const char *end;
  int top;
} AncFixtureSlip;

AncProposalList *anc_fixture_new_pile (void);
gint64 anc_fixture_add_document (AncProposalList *list);
char *anc_fixture_make_reading (const AncFixtureSlip *slips,
                                guint n_slips);
AncProposal *anc_fixture_add_slip (AncProposalList *list,
                                   const AncFixtureSlip *slip);
void anc_fixture_add_slips (AncProposalList *list,
                            const AncFixtureSlip *slips,
                            guint n_slips);

void anc_fixture_assert_issues (AncProposal *proposal,
                                const char *issues);
void anc_fixture_assert_steps (AncProposal *proposal,
                               const char *steps);
char *anc_fixture_tell_payslips (AncProposalList *list);
void anc_fixture_count_commits (AncCase *a_case,
                                guint *n_commits);
