/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-proposal-private.h"

/* The words of proposals in files and on the wire. */

/* Returns: the word for a state in files and on the wire */
const char *
anc_proposal_state_get_name (AncProposalState state)
{
  static const char *const names[] = { "waiting", "unreadable", "sure", "doubtful", "conflict", "accepted", "set_aside" };

  g_return_val_if_fail (state < G_N_ELEMENTS (names), NULL);

  return names[state];
}

const char *
anc_proposal_issue_kind_get_name (AncProposalIssueKind kind)
{
  static const char *const names[] = {
    [ANC_PROPOSAL_ISSUE_MISSING] = "missing",
    [ANC_PROPOSAL_ISSUE_UNSURE] = "unsure",
    [ANC_PROPOSAL_ISSUE_PERSON_PARTLY] = "person_partly",
    [ANC_PROPOSAL_ISSUE_SEVERAL_JOBS] = "several_jobs",
    [ANC_PROPOSAL_ISSUE_UNKNOWN_KIND] = "unknown_kind",
    [ANC_PROPOSAL_ISSUE_OTHER_PERSON] = "other_person",
    [ANC_PROPOSAL_ISSUE_MONTH_PROVED] = "month_proved",
    [ANC_PROPOSAL_ISSUE_FIGURES_DIFFER] = "figures_differ",
    [ANC_PROPOSAL_ISSUE_TWIN] = "twin",
    [ANC_PROPOSAL_ISSUE_TWIN_DIFFERS] = "twin_differs",
    [ANC_PROPOSAL_ISSUE_UNKNOWN_EMPLOYER] = "unknown_employer",
    [ANC_PROPOSAL_ISSUE_OUTSIDE_JOB] = "outside_job",
    [ANC_PROPOSAL_ISSUE_SIRET_CHECK] = "siret_check",
  };

  g_return_val_if_fail (kind < G_N_ELEMENTS (names), NULL);

  return names[kind];
}

gboolean
anc_proposal_issue_kind_is_conflict (AncProposalIssueKind kind)
{
  return kind > ANC_PROPOSAL_ISSUE_UNKNOWN_KIND;
}

const char *
anc_proposal_action_get_name (AncProposalAction action)
{
  static const char *const names[] = {
    [ANC_PROPOSAL_SORT_DOCUMENT] = "sort_document",
    [ANC_PROPOSAL_CREATE_EMPLOYER] = "create_employer",
    [ANC_PROPOSAL_USE_JOB] = "use_job",
    [ANC_PROPOSAL_EXTEND_JOB] = "extend_job",
    [ANC_PROPOSAL_CREATE_JOB] = "create_job",
    [ANC_PROPOSAL_WRITE_PAYSLIP] = "write_payslip",
    [ANC_PROPOSAL_PROVE_PAYSLIP] = "prove_payslip",
    [ANC_PROPOSAL_ADD_TO_PAYSLIP] = "add_to_payslip",
  };

  g_return_val_if_fail (action < G_N_ELEMENTS (names), NULL);

  return names[action];
}

/* Whether a document of this kind tells of a job: who, where, from when. */
gboolean
anc_proposal_kind_is_about_job (const char *kind)
{
  static const char *const kinds[] = { "employment_contract", "mission_contract", "employer_certificate", "work_certificate", NULL };

  return kind != NULL && g_strv_contains (kinds, kind);
}
