/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-timeline-lane.h"

#include <gtk/gtk.h>

#define ANC_TYPE_TIMELINE_HEADING (anc_timeline_heading_get_type ())
G_DECLARE_FINAL_TYPE (AncTimelineHeading, anc_timeline_heading, ANC, TIMELINE_HEADING, GtkWidget)

AncTimelineHeading *anc_timeline_heading_new (void);

AncTimelineLane *anc_timeline_heading_get_lane (AncTimelineHeading *self);
void anc_timeline_heading_set_lane (AncTimelineHeading *self,
                                    AncTimelineLane *lane);
void anc_timeline_heading_set_text (AncTimelineHeading *self,
                                    const char *title,
                                    const char *subtitle);
