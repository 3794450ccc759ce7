/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-viewer.h"

#define ANC_TYPE_EXHIBITS_PAGE (anc_exhibits_page_get_type ())
G_DECLARE_FINAL_TYPE (AncExhibitsPage, anc_exhibits_page, ANC, EXHIBITS_PAGE, AdwBin)

/**
 * AncExhibitsPage:
 *
 * The documents of an open case: what was read in them and waits for a person on top, then those that are
 * sorted. What is selected among the proposals, and what is opened, stands in the viewer of the case.
 *
 * Actions: `exhibits.open`, `exhibits.edit`, `exhibits.extract`, `exhibits.withdraw` for what is selected,
 * `exhibits.accept-sure`, `exhibits.sort (s)`, `exhibits.show (s)`.
 */
GtkWidget *anc_exhibits_page_new (AncOffice *office,
                                  AncDesk *desk,
                                  AncCaseViewer *viewer);

void anc_exhibits_page_focus (AncExhibitsPage *self);
