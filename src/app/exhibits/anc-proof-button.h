/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"

#include <adwaita.h>

#define ANC_TYPE_PROOF_BUTTON (anc_proof_button_get_type ())
G_DECLARE_FINAL_TYPE (AncProofButton, anc_proof_button, ANC, PROOF_BUTTON, AdwBin)

/**
 * AncProofButton:
 *
 * Stands beside a field of a form while a document proves it, and leads to the place on its page. It tells
 * where the field holds something else than was read there.
 */
GtkWidget *anc_proof_button_new (AncDesk *desk,
                                 AncRecord *record,
                                 guint column);
