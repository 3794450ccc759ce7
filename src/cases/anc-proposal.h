/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-proposal-field.h"

#include "anc-date.h"

#include <gio/gio.h>

/* What a document's record says of its kind until someone sorted it. */
#define ANC_PROPOSAL_UNSORTED "unsorted"

/**
 * AncProposalState:
 * @ANC_PROPOSAL_STATE_WAITING: the document is stored and not read yet
 * @ANC_PROPOSAL_STATE_UNREADABLE: it could not be read; anc_proposal_get_problem() says why
 * @ANC_PROPOSAL_STATE_SURE: all that is needed was read surely and agrees with the case
 * @ANC_PROPOSAL_STATE_DOUBTFUL: a person should look: something is missing, unsure or not clear
 * @ANC_PROPOSAL_STATE_CONFLICT: it does not agree with the case as it is
 * @ANC_PROPOSAL_STATE_ACCEPTED: the case holds it
 * @ANC_PROPOSAL_STATE_SET_ASIDE: someone said no
 *
 * Where a proposal stands, judged against the case as it is now.
 */
typedef enum
{
  ANC_PROPOSAL_STATE_WAITING,
  ANC_PROPOSAL_STATE_UNREADABLE,
  ANC_PROPOSAL_STATE_SURE,
  ANC_PROPOSAL_STATE_DOUBTFUL,
  ANC_PROPOSAL_STATE_CONFLICT,
  ANC_PROPOSAL_STATE_ACCEPTED,
  ANC_PROPOSAL_STATE_SET_ASIDE,
} AncProposalState;

#define ANC_N_PROPOSAL_STATES (ANC_PROPOSAL_STATE_SET_ASIDE + 1)

/**
 * AncProposalIssueKind:
 * @ANC_PROPOSAL_ISSUE_MISSING: a needed field was not found
 * @ANC_PROPOSAL_ISSUE_UNSURE: a field was read with too little confidence
 * @ANC_PROPOSAL_ISSUE_PERSON_PARTLY: only some words of the name are the person's
 * @ANC_PROPOSAL_ISSUE_SEVERAL_JOBS: several jobs at this employer fit
 * @ANC_PROPOSAL_ISSUE_UNKNOWN_KIND: nobody has said yet what the document is
 * @ANC_PROPOSAL_ISSUE_OTHER_PERSON: the name is another person's
 * @ANC_PROPOSAL_ISSUE_MONTH_PROVED: a payslip of the case proves this month, with the same figures
 * @ANC_PROPOSAL_ISSUE_FIGURES_DIFFER: a payslip of the case says otherwise; @theirs holds its figures
 * @ANC_PROPOSAL_ISSUE_TWIN: another proposal is of the same month and employer with the same figures
 * @ANC_PROPOSAL_ISSUE_TWIN_DIFFERS: another proposal is, with other figures
 * @ANC_PROPOSAL_ISSUE_UNKNOWN_EMPLOYER: the case has no such employer
 * @ANC_PROPOSAL_ISSUE_OUTSIDE_JOB: no job at this employer covers the time
 * @ANC_PROPOSAL_ISSUE_SIRET_CHECK: the SIRET fails its check digit
 *
 * Why a proposal is not sure. Those up to @ANC_PROPOSAL_ISSUE_UNKNOWN_KIND are doubts, the others conflicts.
 */
typedef enum
{
  ANC_PROPOSAL_ISSUE_MISSING,
  ANC_PROPOSAL_ISSUE_UNSURE,
  ANC_PROPOSAL_ISSUE_PERSON_PARTLY,
  ANC_PROPOSAL_ISSUE_SEVERAL_JOBS,
  ANC_PROPOSAL_ISSUE_UNKNOWN_KIND,
  ANC_PROPOSAL_ISSUE_OTHER_PERSON,
  ANC_PROPOSAL_ISSUE_MONTH_PROVED,
  ANC_PROPOSAL_ISSUE_FIGURES_DIFFER,
  ANC_PROPOSAL_ISSUE_TWIN,
  ANC_PROPOSAL_ISSUE_TWIN_DIFFERS,
  ANC_PROPOSAL_ISSUE_UNKNOWN_EMPLOYER,
  ANC_PROPOSAL_ISSUE_OUTSIDE_JOB,
  ANC_PROPOSAL_ISSUE_SIRET_CHECK,
} AncProposalIssueKind;

#define ANC_N_PROPOSAL_ISSUES (ANC_PROPOSAL_ISSUE_SIRET_CHECK + 1)

/**
 * AncProposalFigures:
 *
 * What a payslip says; %ANC_AMOUNT_NONE for what it does not.
 */
typedef struct
{
  gint64 hours;
  gint64 gross;
  gint64 net;
} AncProposalFigures;

/**
 * AncProposalIssue:
 * @field: what it is about
 * @record: the key of the case's record it is about, or of the document of the other proposal; 0 for none
 * @theirs: for differing figures, those of the record or of the other proposal
 *
 * One reason why a proposal is not sure; anc_words_proposal_issue() says it.
 */
typedef struct
{
  AncProposalIssueKind kind;
  AncProposalFieldId field;
  gint64 record;
  AncProposalFigures theirs;
} AncProposalIssue;

/**
 * AncProposalAction:
 * @ANC_PROPOSAL_SORT_DOCUMENT: says what the document is, its date or month
 * @ANC_PROPOSAL_CREATE_EMPLOYER: writes an employer, from SIRET and name
 * @ANC_PROPOSAL_USE_JOB: takes a job of the case as it is; a paper about it becomes its proof
 * @ANC_PROPOSAL_EXTEND_JOB: moves the start or the end of a job
 * @ANC_PROPOSAL_CREATE_JOB: writes a job
 * @ANC_PROPOSAL_WRITE_PAYSLIP: writes a payslip
 * @ANC_PROPOSAL_PROVE_PAYSLIP: gives a payslip of the case that has no document this one, and its figures
 * @ANC_PROPOSAL_ADD_TO_PAYSLIP: adds its figures to the payslip that another slip of the same document and
 *   month became
 *
 * What accepting does.
 */
typedef enum
{
  ANC_PROPOSAL_SORT_DOCUMENT,
  ANC_PROPOSAL_CREATE_EMPLOYER,
  ANC_PROPOSAL_USE_JOB,
  ANC_PROPOSAL_EXTEND_JOB,
  ANC_PROPOSAL_CREATE_JOB,
  ANC_PROPOSAL_WRITE_PAYSLIP,
  ANC_PROPOSAL_PROVE_PAYSLIP,
  ANC_PROPOSAL_ADD_TO_PAYSLIP,
} AncProposalAction;

/**
 * AncProposalStep:
 * @record: the key of the record that is used or changed; 0 for one that is created
 * @start: for a job, its first day after accepting
 * @end: for a job, its last day after accepting; %ANC_DATE_NONE for none
 *
 * One thing that accepting does.
 */
typedef struct
{
  AncProposalAction action;
  gint64 record;
  AncDate start;
  AncDate end;
} AncProposalStep;

/**
 * AncProposal:
 *
 * What one slip or paper of a document would write into its case. There is one for each slip of a
 * document, one for a paper that is no payslip, and one for a document that waits or could not be read,
 * which a person can still sort by hand. Its list judges it anew whenever the case or another proposal
 * changes.
 *
 * A window binds `state` (an int, #AncProposalState), `kind` (string: the kind of document), `problem`
 * (nullable string), `acceptable` (boolean) and the fields, which are a #GListModel of #AncProposalField.
 * Signals: `judged ()`, after state, issues, steps or job choices may have changed. Owned by one thread.
 */
#define ANC_TYPE_PROPOSAL (anc_proposal_get_type ())
G_DECLARE_FINAL_TYPE (AncProposal, anc_proposal, ANC, PROPOSAL, GObject)

const char *anc_proposal_state_get_name (AncProposalState state);
const char *anc_proposal_issue_kind_get_name (AncProposalIssueKind kind);
gboolean anc_proposal_issue_kind_is_conflict (AncProposalIssueKind kind);
const char *anc_proposal_action_get_name (AncProposalAction action);

gint64 anc_proposal_get_document_key (AncProposal *self);
guint anc_proposal_get_slip (AncProposal *self);
AncProposalState anc_proposal_get_state (AncProposal *self);
const char *anc_proposal_get_kind (AncProposal *self);
const char *anc_proposal_get_problem (AncProposal *self);
gboolean anc_proposal_is_payslip (AncProposal *self);
gboolean anc_proposal_is_open (AncProposal *self);
guint anc_proposal_get_first_page (AncProposal *self);

GListModel *anc_proposal_get_fields (AncProposal *self);
AncProposalField *anc_proposal_get_field (AncProposal *self,
                                          AncProposalFieldId id);
const char *anc_proposal_get_text (AncProposal *self,
                                   AncProposalFieldId id);
gint64 anc_proposal_get_integer (AncProposal *self,
                                 AncProposalFieldId id,
                                 gint64 none);

const AncProposalIssue *anc_proposal_get_issues (AncProposal *self,
                                                 guint *n_issues);
const AncProposalStep *anc_proposal_get_steps (AncProposal *self,
                                               guint *n_steps);
gboolean anc_proposal_is_acceptable (AncProposal *self);

const AncProposalStep *anc_proposal_get_job_choices (AncProposal *self,
                                                     guint *n_choices);
guint anc_proposal_get_job_choice (AncProposal *self);
void anc_proposal_choose_job (AncProposal *self,
                              guint index);

void anc_proposal_correct (AncProposal *self,
                           AncProposalFieldId id,
                           const AncValue *value);
gboolean anc_proposal_correct_text (AncProposal *self,
                                    AncProposalFieldId id,
                                    const char *text);
void anc_proposal_set_aside (AncProposal *self,
                             gboolean is_aside);
