/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case.h"
#include "anc-proposal.h"

/**
 * AncProposalList:
 *
 * The proposals of one case, in the order of its documents and, within one, of its slips: a #GListModel of
 * #AncProposal. It holds no more than the case: whatever happens to that (an edit, an undo, a document
 * withdrawn or brought back) all proposals are judged again, so that accepting one may settle or break
 * another. What is accepted is read from the case itself and therefore comes back when it is undone.
 *
 * A window binds `n-sure`, `n-doubtful` (doubts and conflicts), `n-open` (both together) and `n-waiting`
 * (uints). Signals: `decided (AncProposal *)`, when a person corrected it, chose a job or set it aside, for
 * whoever keeps decisions: anc_proposal_list_dup_decision(). Owned by one thread.
 */
#define ANC_TYPE_PROPOSAL_LIST (anc_proposal_list_get_type ())
G_DECLARE_FINAL_TYPE (AncProposalList, anc_proposal_list, ANC, PROPOSAL_LIST, GObject)

AncProposalList *anc_proposal_list_new (AncCase *a_case);

AncCase *anc_proposal_list_get_case (AncProposalList *self);
guint anc_proposal_list_get_count (AncProposalList *self);
AncProposal *anc_proposal_list_get (AncProposalList *self,
                                    guint index);
guint anc_proposal_list_count_state (AncProposalList *self,
                                     AncProposalState state);

gboolean anc_proposal_list_has_document (AncProposalList *self,
                                         gint64 document_key);
void anc_proposal_list_set_waiting (AncProposalList *self,
                                    gint64 document_key);
void anc_proposal_list_set_unreadable (AncProposalList *self,
                                       gint64 document_key,
                                       const char *code);
gboolean anc_proposal_list_set_reading (AncProposalList *self,
                                        gint64 document_key,
                                        const char *json);
void anc_proposal_list_freeze (AncProposalList *self);
void anc_proposal_list_thaw (AncProposalList *self);

void anc_proposal_list_set_decision (AncProposalList *self,
                                     gint64 document_key,
                                     guint slip,
                                     const char *decision);
gboolean anc_proposal_list_has_set_aside (AncProposalList *self,
                                          gint64 document_key);
void anc_proposal_list_take_up (AncProposalList *self,
                                gint64 document_key);
char *anc_proposal_list_dup_decision (AncProposalList *self,
                                      AncProposal *proposal);

AncChangeSet *anc_proposal_list_accept (AncProposalList *self,
                                        AncProposal *proposal,
                                        const char *accepted_by,
                                        gint64 accepted_at);
guint anc_proposal_list_accept_sure (AncProposalList *self,
                                     const char *accepted_by,
                                     gint64 accepted_at);
