/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-office.h"

#include <adwaita.h>

#define ANC_TYPE_TRASH_PAGE (anc_trash_page_get_type ())
G_DECLARE_FINAL_TYPE (AncTrashPage, anc_trash_page, ANC, TRASH_PAGE, AdwBin)

/**
 * AncTrashPage:
 *
 * The cases that were deleted, each with a button that brings it back. Signal `failed (GError *)`.
 */
void anc_trash_page_set_office (AncTrashPage *self,
                                AncOffice *office);
void anc_trash_page_reload (AncTrashPage *self);
