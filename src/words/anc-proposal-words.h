/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-rows.h"
#include "anc-proposal.h"

/* Proposals, and files on their way in, in the words of the session's language. */

const char *anc_words_proposal_state (AncProposalState state);
const char *anc_words_proposal_field (AncProposalFieldId id);
char *anc_words_proposal_value (AncProposalField *field);
char *anc_words_proposal_issue (AncProposal *proposal,
                                const AncProposalIssue *issue,
                                const AncCaseRows *rows);
char *anc_words_proposal_step (AncProposal *proposal,
                               const AncProposalStep *step,
                               const AncCaseRows *rows);
const char *anc_words_reading_problem (const char *problem);
const char *anc_words_intake_outcome (const char *outcome);
