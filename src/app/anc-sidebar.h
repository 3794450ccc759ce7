/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-list.h"

#include <adwaita.h>

/**
 * AncPlace:
 *
 * Where one can be in an office.
 */
typedef enum
{
  ANC_PLACE_CASES,
  ANC_PLACE_LAW,
  ANC_PLACE_TRASH,
} AncPlace;

#define ANC_N_PLACES (ANC_PLACE_TRASH + 1)

#define ANC_TYPE_SIDEBAR (anc_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (AncSidebar, anc_sidebar, ANC, SIDEBAR, AdwBin)

/**
 * AncSidebar:
 *
 * The places of the office, and the list of its cases with what narrows it. Signals: `case-chosen (gint64
 * case_key)`; `place-chosen (int place)`, one of #AncPlace.
 */
void anc_sidebar_set_list (AncSidebar *self,
                           AncCaseList *list,
                           AncOutcomeIndex *outcomes,
                           const char *office_name);
void anc_sidebar_set_shows_buttons (AncSidebar *self,
                                    gboolean shows);
void anc_sidebar_select_case (AncSidebar *self,
                              gint64 case_key);
void anc_sidebar_select_place (AncSidebar *self,
                               AncPlace place);
void anc_sidebar_focus_search (AncSidebar *self);
void anc_sidebar_focus_list (AncSidebar *self);
