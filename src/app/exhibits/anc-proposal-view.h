/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-viewer.h"
#include "anc-proposal-list.h"

#define ANC_TYPE_PROPOSAL_VIEW (anc_proposal_view_get_type ())
G_DECLARE_FINAL_TYPE (AncProposalView, anc_proposal_view, ANC, PROPOSAL_VIEW, AdwBin)

/**
 * AncProposalView:
 *
 * One proposal, under the pages it was read from: why it is not sure, what accepting it would do, and each
 * of its fields with the place it was read at, which is framed on the page while the field has the focus.
 * Signals: `accept ()`, `set-aside ()`: what a person says of it.
 */
GtkWidget *anc_proposal_view_new (AncDesk *desk,
                                  AncProposal *proposal,
                                  AncCaseViewer *viewer);

AncProposal *anc_proposal_view_get_proposal (AncProposalView *self);
GtkWidget *anc_proposal_view_get_buttons (AncProposalView *self);
