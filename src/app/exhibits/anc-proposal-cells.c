/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-proposal-cells.h"

#include "anc-exhibit-words.h"
#include "anc-proposal-words.h"
#include "anc-words.h"

#include <glib/gi18n.h>

/* ---- Values ---------------------------------------------------------------------------------- */

/* Returns: (nullable): what the field holds, in words */
static char *
dup_value (AncProposal *proposal,
           AncProposalFieldId id)
{
  return anc_words_proposal_value (anc_proposal_get_field (proposal, id));
}

/**
 * anc_proposal_cells_title:
 * @desk: the desk of the case
 * @proposal: a proposal
 *
 * Returns: (transfer full): of when it is, and what: `March 2025 · Payslip`, for a narrow row leaves out the
 *   end; what is not known yet is called by its document
 */
char *
anc_proposal_cells_title (AncDesk *desk,
                          AncProposal *proposal)
{
  AncRecord *document = anc_case_find (anc_desk_get_case (desk), anc_proposal_get_document_key (proposal));
  const char *title = document != NULL ? anc_record_get_text (document, "title") : NULL;
  g_autofree char *kind = NULL;
  g_autofree char *when = NULL;
  g_autofree char *first = NULL;

  if (anc_proposal_get_kind (proposal) == NULL)
    return g_strdup (title != NULL ? title : _ ("Document without a title"));

  kind = anc_proposal_is_payslip (proposal) ? g_strdup (_ ("Payslip")) : anc_exhibit_words_kind (desk, anc_proposal_get_kind (proposal));
  when = dup_value (proposal, anc_proposal_is_payslip (proposal) ? ANC_PROPOSAL_MONTH : ANC_PROPOSAL_DATE);
  if (when == NULL)
    return g_steal_pointer (&kind);

  first = anc_words_capitalise (when);
  return g_strdup_printf ("%s · %s", first, kind);
}

/* In a badge. */
static char *
dup_issue_badge (AncProposal *proposal,
                 const AncProposalIssue *issue)
{
  const AncProposalPlace *place = anc_proposal_field_get_place (anc_proposal_get_field (proposal, issue->field));
  const char *field = anc_words_proposal_field (issue->field);
  g_autofree char *lower = g_utf8_strdown (field, -1);

  switch (issue->kind)
    {
    case ANC_PROPOSAL_ISSUE_MISSING:
      /* Translators: in a badge; the argument is the name of a field, as “hours”. */
      return g_strdup_printf (_ ("%s?"), field);
    case ANC_PROPOSAL_ISSUE_UNSURE:
      /* Translators: in a badge: the name of a field, and how sure its reading is. */
      return g_strdup_printf (_ ("%1$s: %2$d %%"), lower, (int) (place->confidence * 100));
    case ANC_PROPOSAL_ISSUE_PERSON_PARTLY:
      return g_strdup (_ ("name to check"));
    case ANC_PROPOSAL_ISSUE_SEVERAL_JOBS:
      return g_strdup (_ ("which job?"));
    case ANC_PROPOSAL_ISSUE_UNKNOWN_KIND:
      return g_strdup (_ ("what is it?"));
    case ANC_PROPOSAL_ISSUE_OTHER_PERSON:
      return g_strdup (_ ("other person"));
    case ANC_PROPOSAL_ISSUE_MONTH_PROVED:
      return g_strdup (_ ("already proved"));
    case ANC_PROPOSAL_ISSUE_FIGURES_DIFFER:
    case ANC_PROPOSAL_ISSUE_TWIN_DIFFERS:
      return g_strdup (_ ("other figures"));
    case ANC_PROPOSAL_ISSUE_TWIN:
      return g_strdup (_ ("twice in the pile"));
    case ANC_PROPOSAL_ISSUE_UNKNOWN_EMPLOYER:
      return g_strdup (_ ("new employer"));
    case ANC_PROPOSAL_ISSUE_OUTSIDE_JOB:
      return g_strdup (_ ("outside the job"));
    case ANC_PROPOSAL_ISSUE_SIRET_CHECK:
      return g_strdup (_ ("SIRET wrong"));
    default:
      return g_strdup (_ ("to check"));
    }
}

/* ---- Rows ------------------------------------------------------------------------------------ */

static void
fill_badge (AncProposal *proposal,
            AncExhibitCells *cells)
{
  guint n;
  const AncProposalIssue *issues = anc_proposal_get_issues (proposal, &n);
  const AncProposalIssue *worst = n > 0 ? &issues[0] : NULL;

  for (guint i = 0; i < n; i++)
    if (anc_proposal_issue_kind_is_conflict (issues[i].kind) && !anc_proposal_issue_kind_is_conflict (worst->kind))
      worst = &issues[i];

  switch (anc_proposal_get_state (proposal))
    {
    case ANC_PROPOSAL_STATE_WAITING:
      cells->badge = g_strdup (C_ ("proposal", "waiting"));
      cells->outcome = ANC_OUTCOME_UNKNOWN;
      break;
    case ANC_PROPOSAL_STATE_UNREADABLE:
      cells->badge = g_strdup (C_ ("proposal", "not readable"));
      cells->outcome = ANC_OUTCOME_NOT_MET;
      break;
    case ANC_PROPOSAL_STATE_DOUBTFUL:
      cells->badge = worst != NULL ? dup_issue_badge (proposal, worst) : g_strdup (_ ("to check"));
      cells->outcome = ANC_OUTCOME_ARGUABLE;
      break;
    case ANC_PROPOSAL_STATE_CONFLICT:
      cells->badge = worst != NULL ? dup_issue_badge (proposal, worst) : g_strdup (_ ("to check"));
      cells->outcome = ANC_OUTCOME_NOT_MET;
      break;
    case ANC_PROPOSAL_STATE_SURE:
    default:
      cells->badge = g_strdup (C_ ("proposal", "sure"));
      cells->outcome = ANC_OUTCOME_MET;
      break;
    }
}

/**
 * anc_proposal_cells_fill:
 * @desk: the desk of the case
 * @proposal: a proposal of it
 * @cells: (out): what its row says
 */
void
anc_proposal_cells_fill (AncDesk *desk,
                         AncProposal *proposal,
                         AncExhibitCells *cells)
{
  const gboolean is_payslip = anc_proposal_is_payslip (proposal);

  *cells = (AncExhibitCells){
    .icon = is_payslip ? "x-office-spreadsheet-symbolic" : "x-office-document-symbolic",
    .title = anc_proposal_cells_title (desk, proposal),
    .detail = dup_value (proposal, ANC_PROPOSAL_EMPLOYER),
    .first = dup_value (proposal, is_payslip ? ANC_PROPOSAL_HOURS : ANC_PROPOSAL_WEEKLY_HOURS),
    .second = dup_value (proposal, is_payslip ? ANC_PROPOSAL_GROSS : ANC_PROPOSAL_MONTHLY_GROSS),
  };
  fill_badge (proposal, cells);
}
