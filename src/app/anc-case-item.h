/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-store.h"

#include "anc-date.h"
#include "anc-outcome.h"

#include <glib-object.h>

#define ANC_TYPE_CASE_ITEM (anc_case_item_get_type ())
G_DECLARE_FINAL_TYPE (AncCaseItem, anc_case_item, ANC, CASE_ITEM, GObject)

/**
 * AncCaseItem:
 *
 * One case as the list shows it; empty until the list has read it. Signal `changed ()`: any of it has.
 */
AncCaseItem *anc_case_item_new (gint64 key);

gint64 anc_case_item_get_key (AncCaseItem *self);
gboolean anc_case_item_is_loaded (AncCaseItem *self);
const char *anc_case_item_get_reference (AncCaseItem *self);
const char *anc_case_item_get_name (AncCaseItem *self);
const char *anc_case_item_get_state (AncCaseItem *self);
const char *anc_case_item_get_excerpt (AncCaseItem *self);

void anc_case_item_set_head (AncCaseItem *self,
                             const char *reference,
                             const char *family_name,
                             const char *given_names,
                             const char *state);
void anc_case_item_set_excerpt (AncCaseItem *self,
                                const char *excerpt);

gboolean anc_case_item_get_outcome (AncCaseItem *self,
                                    AncOutcome *outcome,
                                    AncDate *earliest);
void anc_case_item_set_outcome (AncCaseItem *self,
                                AncOutcome outcome,
                                AncDate earliest);
