/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"
#include "anc-proposal.h"

#include <gtk/gtk.h>

#define ANC_TYPE_PROPOSAL_FIELD_ROW (anc_proposal_field_row_get_type ())
G_DECLARE_FINAL_TYPE (AncProposalFieldRow, anc_proposal_field_row, ANC, PROPOSAL_FIELD_ROW, GtkWidget)

/**
 * AncProposalFieldRow:
 *
 * One field of a proposal: its name, what it holds, to be corrected in place, and where it was read, how
 * surely. What cannot be understood stays where it was typed, with the reason, and the proposal keeps what
 * it had.
 *
 * Signals: `show-place ()`: the place is to be shown, since the field has the focus or its button was
 * pressed; `confirmed ()`: Enter was pressed in it, and what it holds is understood.
 */
GtkWidget *anc_proposal_field_row_new (AncDesk *desk,
                                       AncProposal *proposal,
                                       AncProposalField *field,
                                       GtkSizeGroup *names,
                                       GtkSizeGroup *places);

AncProposalField *anc_proposal_field_row_get_field (AncProposalFieldRow *self);
gboolean anc_proposal_field_row_commit (AncProposalFieldRow *self);
void anc_proposal_field_row_focus (AncProposalFieldRow *self);
