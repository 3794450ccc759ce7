/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-timeline-item.h"

/**
 * AncLaneKind:
 *
 * What a lane shows. Only jobs have months under their bars.
 */
typedef enum
{
  ANC_LANE_STAYS,
  ANC_LANE_ABSENCES,
  ANC_LANE_JOBS,
} AncLaneKind;

#define ANC_TYPE_TIMELINE_LANE (anc_timeline_lane_get_type ())
G_DECLARE_FINAL_TYPE (AncTimelineLane, anc_timeline_lane, ANC, TIMELINE_LANE, GObject)

AncTimelineLane *anc_timeline_lane_new (AncLaneKind kind,
                                        gint64 key,
                                        const char *title,
                                        GListModel *items);

AncLaneKind anc_timeline_lane_get_kind (AncTimelineLane *self);
gint64 anc_timeline_lane_get_key (AncTimelineLane *self);
const char *anc_timeline_lane_get_title (AncTimelineLane *self);
void anc_timeline_lane_set_title (AncTimelineLane *self,
                                  const char *title);
const char *anc_timeline_lane_get_subtitle (AncTimelineLane *self);
void anc_timeline_lane_set_subtitle (AncTimelineLane *self,
                                     const char *subtitle);
guint anc_timeline_lane_get_color (AncTimelineLane *self);
void anc_timeline_lane_set_color (AncTimelineLane *self,
                                  guint color);
GListModel *anc_timeline_lane_get_items (AncTimelineLane *self);
void anc_timeline_lane_set_items (AncTimelineLane *self,
                                  GListModel *items);
