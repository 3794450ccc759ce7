/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-outcome.h"

#include <gtk/gtk.h>

#define ANC_TYPE_OUTCOME_BADGE (anc_outcome_badge_get_type ())
G_DECLARE_FINAL_TYPE (AncOutcomeBadge, anc_outcome_badge, ANC, OUTCOME_BADGE, GtkWidget)

GtkWidget *anc_outcome_badge_new (AncOutcome outcome);

AncOutcome anc_outcome_badge_get_outcome (AncOutcomeBadge *self);
void anc_outcome_badge_set_outcome (AncOutcomeBadge *self,
                                    AncOutcome outcome);
const char *anc_outcome_badge_get_text (AncOutcomeBadge *self);
void anc_outcome_badge_set_text (AncOutcomeBadge *self,
                                 const char *text);
