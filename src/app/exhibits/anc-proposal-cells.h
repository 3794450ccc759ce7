/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"
#include "anc-exhibit-row.h"
#include "anc-proposal.h"

/* What rows say of proposals. */

char *anc_proposal_cells_title (AncDesk *desk,
                                AncProposal *proposal);
void anc_proposal_cells_fill (AncDesk *desk,
                              AncProposal *proposal,
                              AncExhibitCells *cells);
