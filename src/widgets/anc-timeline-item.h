/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-time-span.h"
#include "anc-timeline-month.h"

#include "anc-case-facts.h"

#include <gio/gio.h>

/**
 * AncPattern:
 *
 * What covers the colour of a bar, so that contracts differ without colours.
 */
typedef enum
{
  ANC_PATTERN_PLAIN,
  ANC_PATTERN_STRIPES,
  ANC_PATTERN_BACK_STRIPES,
  ANC_PATTERN_DOTS,
  ANC_PATTERN_LINES,
  ANC_PATTERN_CROSSES,
  ANC_PATTERN_HOLLOW,
} AncPattern;

AncPattern anc_pattern_for_contract (AncContract contract);

#define ANC_TYPE_TIMELINE_ITEM (anc_timeline_item_get_type ())
G_DECLARE_FINAL_TYPE (AncTimelineItem, anc_timeline_item, ANC, TIMELINE_ITEM, GObject)

AncTimelineItem *anc_timeline_item_new (gint64 key,
                                        AncDate start,
                                        AncDate end,
                                        const char *title);

gint64 anc_timeline_item_get_key (AncTimelineItem *self);
AncDate anc_timeline_item_get_start (AncTimelineItem *self);
void anc_timeline_item_set_start (AncTimelineItem *self,
                                  AncDate start);
AncDate anc_timeline_item_get_end (AncTimelineItem *self);
void anc_timeline_item_set_end (AncTimelineItem *self,
                                AncDate end);
const char *anc_timeline_item_get_title (AncTimelineItem *self);
void anc_timeline_item_set_title (AncTimelineItem *self,
                                  const char *title);
const char *anc_timeline_item_get_detail (AncTimelineItem *self);
void anc_timeline_item_set_detail (AncTimelineItem *self,
                                   const char *detail);
AncPattern anc_timeline_item_get_pattern (AncTimelineItem *self);
void anc_timeline_item_set_pattern (AncTimelineItem *self,
                                    AncPattern pattern);
GListModel *anc_timeline_item_get_months (AncTimelineItem *self);
void anc_timeline_item_set_months (AncTimelineItem *self,
                                   GListModel *months);

AncTimeSpan anc_timeline_item_get_span (AncTimelineItem *self);
AncTimelineMonth *anc_timeline_item_find_month (AncTimelineItem *self,
                                                AncMonth month);
gboolean anc_timeline_item_get_month_range (AncTimelineItem *self,
                                            AncMonth *first,
                                            AncMonth *last);
