/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#define ANC_TYPE_VIEWER_SPLIT (anc_viewer_split_get_type ())
G_DECLARE_FINAL_TYPE (AncViewerSplit, anc_viewer_split, ANC, VIEWER_SPLIT, GtkWidget)

/**
 * AncViewerSplit:
 *
 * A content and, while it is visible, a viewer at its end, as wide as the person made it. Where there is no
 * room for both side by side, the viewer covers the lower part of the content, down from the top of the
 * widget named by anc_viewer_split_set_lower(), so that what stands above it stays in sight.
 *
 * The child of type `viewer` is the one, the other child the other. Properties: `viewer-width` (int, logical
 * pixels; what was last dragged to), `covering` (read-only: the viewer lies over the content).
 */
GtkWidget *anc_viewer_split_new (void);

void anc_viewer_split_set_content (AncViewerSplit *self,
                                   GtkWidget *content);
void anc_viewer_split_set_viewer (AncViewerSplit *self,
                                  GtkWidget *viewer);
void anc_viewer_split_set_lower (AncViewerSplit *self,
                                 GtkWidget *lower);

int anc_viewer_split_get_viewer_width (AncViewerSplit *self);
void anc_viewer_split_set_viewer_width (AncViewerSplit *self,
                                        int width);
gboolean anc_viewer_split_is_covering (AncViewerSplit *self);
