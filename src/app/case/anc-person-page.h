/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"

#include <adwaita.h>

#define ANC_TYPE_PERSON_PAGE (anc_person_page_get_type ())
G_DECLARE_FINAL_TYPE (AncPersonPage, anc_person_page, ANC, PERSON_PAGE, AdwBin)

/**
 * AncPersonPage:
 *
 * All that is recorded of the person and is not a document: who they are, their stays and work, and the
 * facts the law asks for.
 */
GtkWidget *anc_person_page_new (AncDesk *desk);

void anc_person_page_show (AncPersonPage *self,
                           const char *field);
