/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"

#include <adwaita.h>

#define ANC_TYPE_FINDING_LIST (anc_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (AncFindingList, anc_finding_list, ANC, FINDING_LIST, AdwBin)

/**
 * AncFindingList:
 *
 * What in the case the verdicts could not rest on, and what contradicts itself, each with the way to its
 * field. Hidden where there is nothing.
 */
GtkWidget *anc_finding_list_new (AncDesk *desk);
