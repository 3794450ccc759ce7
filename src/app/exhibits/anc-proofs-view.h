/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-viewer.h"

#define ANC_TYPE_PROOFS_VIEW (anc_proofs_view_get_type ())
G_DECLARE_FINAL_TYPE (AncProofsView, anc_proofs_view, ANC, PROOFS_VIEW, AdwBin)

/**
 * AncProofsView:
 *
 * What one document proves, under its pages: each field of the case that rests on it, which leads to its
 * place and to its form, and whether someone corrected it since.
 */
GtkWidget *anc_proofs_view_new (AncDesk *desk,
                                AncRecord *document,
                                AncCaseViewer *viewer);
