/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-rules.h"

#include <adwaita.h>

#define ANC_TYPE_WAGES_PAGE (anc_wages_page_get_type ())
G_DECLARE_FINAL_TYPE (AncWagesPage, anc_wages_page, ANC, WAGES_PAGE, AdwBin)

/**
 * AncWagesPage:
 *
 * The minimum wage, newest first, with the texts that fixed it; what is in force on a day is marked.
 */
GtkWidget *anc_wages_page_new (AncRules *rules);

void anc_wages_page_set_date (AncWagesPage *self,
                              AncDate date);
