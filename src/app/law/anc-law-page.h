/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-rules.h"

#include <adwaita.h>

#define ANC_TYPE_LAW_PAGE (anc_law_page_get_type ())
G_DECLARE_FINAL_TYPE (AncLawPage, anc_law_page, ANC, LAW_PAGE, AdwBin)

/**
 * AncLawPage:
 *
 * The law that the program knows, on a day that can be moved: regimes, lists of occupations, minimum wage.
 */
GtkWidget *anc_law_page_new (AncRules *rules,
                             AncDate today);
