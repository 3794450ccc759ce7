/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-proposal-private.h"

#include "anc-case-rows.h"

/**
 * AncSeenEmployer:
 * @name: (nullable): folded
 * @siret: (nullable): fourteen digits whose check digit is right
 */
typedef struct
{
  const AncRow *row;
  const char *id;
  char *name;
  char *siret;
} AncSeenEmployer;

/**
 * AncSeenJob:
 * @employer: the key of its employer; 0 where it has none
 * @start: %ANC_DATE_MIN where none is recorded
 * @end: %ANC_DATE_MAX where none is recorded
 * @occupation: (nullable): folded
 */
typedef struct
{
  const AncRow *row;
  const char *id;
  gint64 employer;
  AncDate start;
  AncDate end;
  char *occupation;
} AncSeenJob;

/**
 * AncSeenPayslip:
 * @job: the index of its job; G_MAXUINT for none
 * @document: the key of its document; 0 for none
 */
typedef struct
{
  const AncRow *row;
  guint job;
  AncMonth month;
  gint64 document;
} AncSeenPayslip;

/**
 * AncProposalCase:
 * @family_name: (nullable): of the person
 * @given_names: (nullable): of the person
 * @employers: (element-type AncSeenEmployer)
 * @jobs: (element-type AncSeenJob)
 * @payslips: (element-type AncSeenPayslip)
 * @others: (element-type AncProposal): all proposals of the case, in their order
 *
 * A case as the judge looks at it, made once for all proposals.
 */
struct _AncProposalCase
{
  AncCaseRows *rows;
  const char *family_name;
  const char *given_names;
  GArray *employers;
  GArray *jobs;
  GArray *payslips;
  GPtrArray *others;
};

AncProposalCase *anc_proposal_case_new (AncCaseRows *rows,
                                        GPtrArray *proposals);
void anc_proposal_case_free (AncProposalCase *self);

const AncSeenEmployer *anc_proposal_case_find_employer (const AncProposalCase *self,
                                                        AncProposal *proposal);
const AncSeenPayslip *anc_proposal_case_find_accepted (const AncProposalCase *self,
                                                       AncProposal *proposal);
AncProposalFigures anc_proposal_case_get_figures (const AncSeenPayslip *payslip);
const AncRow *anc_proposal_case_get_document (const AncProposalCase *self,
                                              AncProposal *proposal);

gboolean anc_proposal_same_employer (AncProposal *first,
                                     AncProposal *second);
gboolean anc_proposal_shares_days (AncProposal *first,
                                   AncProposal *second);
AncProposalFigures anc_proposal_get_figures (AncProposal *proposal);
gboolean anc_proposal_figures_agree (const AncProposalFigures *first,
                                     const AncProposalFigures *second);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncProposalCase, anc_proposal_case_free)
