/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-list.h"
#include "anc-sidebar.h"

#include <adwaita.h>

#define ANC_TYPE_OFFICE_VIEW (anc_office_view_get_type ())
G_DECLARE_FINAL_TYPE (AncOfficeView, anc_office_view, ANC, OFFICE_VIEW, AdwBin)

/**
 * AncOfficeView:
 *
 * An open office: the sidebar, and beside it the open case or the place chosen. Signal `failed (GError *)`:
 * something that was asked for could not be done.
 */
AncOfficeView *anc_office_view_new (AncOffice *office,
                                    GSettings *settings,
                                    const char *name);

AncCaseList *anc_office_view_get_list (AncOfficeView *self);
AncCase *anc_office_view_get_case (AncOfficeView *self);

void anc_office_view_open_case (AncOfficeView *self,
                                gint64 case_key);
void anc_office_view_show_case (AncOfficeView *self,
                                AncCase *a_case);
void anc_office_view_show_place (AncOfficeView *self,
                                 AncPlace place);
void anc_office_view_go_back (AncOfficeView *self);
void anc_office_view_search (AncOfficeView *self);
void anc_office_view_toggle_sidebar (AncOfficeView *self);
