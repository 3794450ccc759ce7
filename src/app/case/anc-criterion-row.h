/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"

#include <gtk/gtk.h>

#define ANC_TYPE_CRITERION_ROW (anc_criterion_row_get_type ())
G_DECLARE_FINAL_TYPE (AncCriterionRow, anc_criterion_row, ANC, CRITERION_ROW, GtkListBoxRow)

/**
 * AncCriterionRow:
 *
 * One criterion of a regime, or a branch of its tree: what it asks, with what force and by which text,
 * and where the case stands. One that looks at a stretch of time can be shown on the timeline.
 */
GtkWidget *anc_criterion_row_new (AncDesk *desk,
                                  const AncRegime *regime,
                                  const AncCriterion *criterion,
                                  guint depth);
GtkWidget *anc_criterion_row_new_for_branch (AncDesk *desk,
                                             const AncRegime *regime,
                                             const AncNode *branch,
                                             guint depth);

void anc_criterion_row_update (AncCriterionRow *self,
                               const AncVerdict *verdict,
                               const AncCriterion *chosen);
