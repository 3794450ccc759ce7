/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-office.h"

#include <adwaita.h>

#define ANC_TYPE_CASE_PAGE (anc_case_page_get_type ())
G_DECLARE_FINAL_TYPE (AncCasePage, anc_case_page, ANC, CASE_PAGE, AdwBin)

/**
 * AncCasePage:
 *
 * An open case: so far its name and reference alone.
 */
GtkWidget *anc_case_page_new (AncOffice *office,
                              AncCase *a_case);
