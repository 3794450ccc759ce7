/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-timeline-count.h"
#include "anc-timeline-lane.h"
#include "anc-timeline-stamps.h"

#define ANC_TYPE_TIMELINE_CELL (anc_timeline_cell_get_type ())
G_DECLARE_FINAL_TYPE (AncTimelineCell, anc_timeline_cell, ANC, TIMELINE_CELL, GtkWidget)

AncTimelineCell *anc_timeline_cell_new (AncTimelineStamps *stamps);

AncTimelineItem *anc_timeline_cell_get_item (AncTimelineCell *self);
AncMonth anc_timeline_cell_get_month (AncTimelineCell *self);
void anc_timeline_cell_bind_item (AncTimelineCell *self,
                                  AncTimelineItem *item,
                                  AncTimelineLane *lane,
                                  AncMonth month);
void anc_timeline_cell_bind_count (AncTimelineCell *self,
                                   AncTimelineCount *count,
                                   AncMonth month);
void anc_timeline_cell_unbind (AncTimelineCell *self);
void anc_timeline_cell_refresh (AncTimelineCell *self);
