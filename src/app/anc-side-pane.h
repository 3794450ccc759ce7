/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#define ANC_TYPE_SIDE_PANE (anc_side_pane_get_type ())
G_DECLARE_FINAL_TYPE (AncSidePane, anc_side_pane, ANC, SIDE_PANE, GtkWidget)

/**
 * AncSidePane:
 *
 * A sidebar and a content beside each other; on a width too small for both it folds, and shows one of them.
 * The child of type `sidebar` is the one, the other child the other.
 *
 * Properties: `sidebar-visible`, whether the sidebar stands beside the content where there is room;
 * `content-visible`, which of the two is shown when folded; `folded` (read-only).
 */
GtkWidget *anc_side_pane_new (void);

void anc_side_pane_set_sidebar (AncSidePane *self,
                                GtkWidget *sidebar);
void anc_side_pane_set_content (AncSidePane *self,
                                GtkWidget *content);

gboolean anc_side_pane_get_sidebar_visible (AncSidePane *self);
void anc_side_pane_set_sidebar_visible (AncSidePane *self,
                                        gboolean visible);
gboolean anc_side_pane_get_content_visible (AncSidePane *self);
void anc_side_pane_set_content_visible (AncSidePane *self,
                                        gboolean visible);
gboolean anc_side_pane_is_folded (AncSidePane *self);
