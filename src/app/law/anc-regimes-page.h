/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-regime-row.h"

#define ANC_TYPE_REGIMES_PAGE (anc_regimes_page_get_type ())
G_DECLARE_FINAL_TYPE (AncRegimesPage, anc_regimes_page, ANC, REGIMES_PAGE, AdwBin)

/**
 * AncRegimesPage:
 *
 * All regimes: those in force on a day, those that begin later, those that have ended.
 */
GtkWidget *anc_regimes_page_new (AncRules *rules,
                                 const AncCountries *countries);

void anc_regimes_page_set_date (AncRegimesPage *self,
                                AncDate date);
