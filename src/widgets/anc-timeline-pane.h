/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#define ANC_TYPE_TIMELINE_PANE (anc_timeline_pane_get_type ())
G_DECLARE_FINAL_TYPE (AncTimelinePane, anc_timeline_pane, ANC, TIMELINE_PANE, GtkWidget)

typedef void (*AncPaneAllocate) (GtkWidget *owner,
                                 int width,
                                 int height);
typedef void (*AncPanePaint) (GtkWidget *owner,
                              GtkSnapshot *snapshot);

AncTimelinePane *anc_timeline_pane_new (GtkWidget *owner,
                                        AncPaneAllocate allocate,
                                        AncPanePaint below,
                                        AncPanePaint above);
