/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"
#include "anc-exhibit-library.h"

#include <adwaita.h>

#define ANC_TYPE_PRESENCE_PAGE (anc_presence_page_get_type ())
G_DECLARE_FINAL_TYPE (AncPresencePage, anc_presence_page, ANC, PRESENCE_PAGE, AdwBin)

/**
 * AncPresencePage:
 *
 * What proves presence in each half of each year, up to the filing date, with the grade of the best proof; holes are marked.
 * A proof leads to its document.
 */
GtkWidget *anc_presence_page_new (AncDesk *desk,
                                  AncExhibitLibrary *library);
