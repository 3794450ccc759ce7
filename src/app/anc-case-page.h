/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-office.h"

#include <adwaita.h>

#define ANC_TYPE_CASE_PAGE (anc_case_page_get_type ())
G_DECLARE_FINAL_TYPE (AncCasePage, anc_case_page, ANC, CASE_PAGE, AdwBin)

/**
 * AncCasePage:
 *
 * An open case: its head with the filing date, its timeline, and below it the pages: eligibility, person,
 * procedure, journal.
 *
 * Actions: `case.show-page (s)`, `case.edit (x)`, `case.add-job`, `case.compare`, `case.copy-memo`, `case.zoom-in`, `case.zoom-out`, `case.zoom-fit`,
 * `case.go-to-filing`, `case.focus-date`, `case.notify (s)`.
 */
GtkWidget *anc_case_page_new (AncOffice *office,
                              AncCase *a_case);
