/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"

#include <gtk/gtk.h>

#define ANC_TYPE_STEP_LIST (anc_step_list_get_type ())
G_DECLARE_FINAL_TYPE (AncStepList, anc_step_list, ANC, STEP_LIST, GtkWidget)

/**
 * AncStepList:
 *
 * What to do next under one regime: a sentence for each step, with a button that goes to where it is done.
 */
GtkWidget *anc_step_list_new (AncDesk *desk);

gboolean anc_step_list_update (AncStepList *self,
                               const AncVerdict *verdict);
