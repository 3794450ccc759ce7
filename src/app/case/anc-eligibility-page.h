/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"

#include <adwaita.h>

#define ANC_TYPE_ELIGIBILITY_PAGE (anc_eligibility_page_get_type ())
G_DECLARE_FINAL_TYPE (AncEligibilityPage, anc_eligibility_page, ANC, ELIGIBILITY_PAGE, AdwBin)

/**
 * AncEligibilityPage:
 *
 * Where the case stands on the filing date: a card for each regime that applies, best first, then the
 * others folded away. Follows every edit and every move of the date.
 */
GtkWidget *anc_eligibility_page_new (AncDesk *desk);

char *anc_eligibility_page_dup_memo (AncEligibilityPage *self);
