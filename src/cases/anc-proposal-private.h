/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-name-match.h"
#include "anc-proposal-list.h"

#define ANC_PROPOSAL_PAYSLIP "payslip"

/**
 * AncProposalJudgement:
 * @issues: (element-type AncProposalIssue): why it is not sure
 * @steps: (element-type AncProposalStep): what accepting does, in the order in which it is done
 * @choices: (element-type AncProposalStep): the jobs it can be written to
 * @choice: the one of @choices that stands in @steps
 * @employer: the key of the employer of the case; 0 for one to be created
 *
 * What the case, as it is, makes of a proposal.
 */
typedef struct
{
  AncProposalState state;
  GArray *issues;
  GArray *steps;
  GArray *choices;
  guint choice;
  gint64 employer;
  gboolean is_acceptable;
} AncProposalJudgement;

struct _AncProposal
{
  GObject parent_instance;

  gint64 document_key;
  guint slip;
  guint n_slips; /* of its document */
  gboolean is_waiting;
  char *problem;      /* (nullable) */
  char *payslip_kind; /* (nullable): company, household or agency */
  AncDate period_start;
  AncDate period_end;
  guint first_page; /* from 1; 0 where that is not known */
  guint n_pages;
  AncProposalField *fields[ANC_N_PROPOSAL_FIELDS];
  GListStore *shown; /* those that its kind has */

  char *employer_folded; /* (nullable): for comparison */
  char *siret;           /* (nullable): fourteen digits whose check digit is right */

  char *matched_family; /* (nullable): the names that @person was last found for */
  char *matched_given;  /* (nullable) */
  gboolean is_matched;
  AncNameMatch person;
  gboolean is_accepted; /* as the case last seen has it */

  gboolean is_aside;
  gboolean has_chosen;
  AncProposalStep chosen; /* the job a person chose */

  AncProposalJudgement judgement;
};

/* What the judge sees of a case and of the other proposals; see anc-proposal-case.h. */
typedef struct _AncProposalCase AncProposalCase;

AncProposal *anc_proposal_new (gint64 document_key,
                               guint slip);
void anc_proposal_take_field (AncProposal *self,
                              AncProposalField *field);
void anc_proposal_finish_fields (AncProposal *self);
void anc_proposal_match_person (AncProposal *self,
                                const char *family_name,
                                const char *given_names);
gboolean anc_proposal_wants_answer (AncProposal *self);
void anc_proposal_take_judgement (AncProposal *self,
                                  AncProposalJudgement *judgement);

GPtrArray *anc_proposal_parse_reading (gint64 document_key,
                                       const char *json);

void anc_proposal_judgement_init (AncProposalJudgement *self);
void anc_proposal_judgement_clear (AncProposalJudgement *self);
void anc_proposal_judge (AncProposal *self,
                         const AncProposalCase *seen);

void anc_proposal_write (AncProposal *self,
                         AncCase *edited,
                         const char *accepted_by,
                         gint64 accepted_at);

char *anc_proposal_dup_decision (AncProposal *self);
gboolean anc_proposal_take_decision (AncProposal *self,
                                     const char *decision);

gboolean anc_proposal_kind_is_about_job (const char *kind);
