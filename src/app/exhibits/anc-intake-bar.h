/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-intake.h"

#include <adwaita.h>

#define ANC_TYPE_INTAKE_BAR (anc_intake_bar_get_type ())
G_DECLARE_FINAL_TYPE (AncIntakeBar, anc_intake_bar, ANC, INTAKE_BAR, AdwBin)

/**
 * AncIntakeBar:
 *
 * How far a pile of documents has come: how many were stored and read, to be paused or given up, how many
 * proposals wait for a person, and the button that accepts the sure ones. Invisible while nothing waits.
 */
GtkWidget *anc_intake_bar_new (AncIntake *intake,
                               AncProposalList *proposals);
