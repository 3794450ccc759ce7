/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-office.h"

#define ANC_TYPE_OUTCOME_INDEX (anc_outcome_index_get_type ())
G_DECLARE_FINAL_TYPE (AncOutcomeIndex, anc_outcome_index, ANC, OUTCOME_INDEX, GObject)

/**
 * AncOutcomeIndex:
 *
 * The best outcome of every case on today's date, worked out in the background: what is on screen first,
 * then the rest; later only the cases that changed, or all when the day does. What it knew stays until it
 * knows better. Signal `changed (gint64 case_key)`. Owned by the main thread.
 */
AncOutcomeIndex *anc_outcome_index_new (AncOffice *office);

gboolean anc_outcome_index_look_up (AncOutcomeIndex *self,
                                    gint64 case_key,
                                    AncOutcome *outcome,
                                    AncDate *earliest);
void anc_outcome_index_want (AncOutcomeIndex *self,
                             gint64 case_key);
void anc_outcome_index_want_later (AncOutcomeIndex *self,
                                   gint64 case_key);
guint anc_outcome_index_get_n_waiting (AncOutcomeIndex *self);
