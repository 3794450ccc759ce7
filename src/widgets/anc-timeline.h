/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-timeline-count.h"
#include "anc-timeline-lane.h"

#include <gtk/gtk.h>

#define ANC_TYPE_TIMELINE (anc_timeline_get_type ())
G_DECLARE_FINAL_TYPE (AncTimeline, anc_timeline, ANC, TIMELINE, GtkWidget)

GtkWidget *anc_timeline_new (void);

GListModel *anc_timeline_get_lanes (AncTimeline *self);
void anc_timeline_set_lanes (AncTimeline *self,
                             GListModel *lanes);
AncTimelineCount *anc_timeline_get_count (AncTimeline *self);
void anc_timeline_set_count (AncTimeline *self,
                             AncTimelineCount *count);
AncDate anc_timeline_get_filing_date (AncTimeline *self);
void anc_timeline_set_filing_date (AncTimeline *self,
                                   AncDate date);
gboolean anc_timeline_get_editable (AncTimeline *self);
void anc_timeline_set_editable (AncTimeline *self,
                                gboolean editable);
AncTimelineItem *anc_timeline_get_selected (AncTimeline *self);
void anc_timeline_set_selected (AncTimeline *self,
                                AncTimelineItem *item);
GListModel *anc_timeline_get_notes (AncTimeline *self);

void anc_timeline_zoom (AncTimeline *self,
                        double factor);
void anc_timeline_fit (AncTimeline *self);
void anc_timeline_go_to_filing (AncTimeline *self);
void anc_timeline_show_dates (AncTimeline *self,
                              AncDate start,
                              AncDate end);
