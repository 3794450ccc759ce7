/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-office.h"

#include <adwaita.h>

#define ANC_TYPE_CASE_PAGE (anc_case_page_get_type ())
G_DECLARE_FINAL_TYPE (AncCasePage, anc_case_page, ANC, CASE_PAGE, AdwBin)

/**
 * AncCasePage:
 *
 * An open case: its head with the filing date, its timeline, and below it the pages: exhibits, eligibility,
 * person, procedure, journal; at its end the document that is looked at.
 *
 * Actions: `case.show-page (s)`, `case.edit (x)`, `case.add-job`, `case.compare`, `case.copy-memo`,
 * `case.zoom-in`, `case.zoom-out`, `case.zoom-fit`, `case.go-to-filing`, `case.focus-date`,
 * `case.close-document`, `case.accept-sure`, `case.notify (s)`, `case.tell-undoable (s)`, and those of
 * #AncExhibitActions.
 */
GtkWidget *anc_case_page_new (AncOffice *office,
                              AncCase *a_case);
void anc_case_page_bind_settings (AncCasePage *self,
                                  GSettings *settings);
