/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-rules.h"

#include <adwaita.h>

#define ANC_TYPE_OCCUPATIONS_PAGE (anc_occupations_page_get_type ())
G_DECLARE_FINAL_TYPE (AncOccupationsPage, anc_occupations_page, ANC, OCCUPATIONS_PAGE, AdwBin)

/**
 * AncOccupationsPage:
 *
 * What the lists of occupations say of a code, or of an occupation found by its name, in a region on a day.
 */
GtkWidget *anc_occupations_page_new (AncRules *rules);

void anc_occupations_page_set_date (AncOccupationsPage *self,
                                    AncDate date);
