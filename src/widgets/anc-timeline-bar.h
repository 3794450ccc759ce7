/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-timeline-lane.h"
#include "anc-timeline-palette.h"

#define ANC_TYPE_TIMELINE_BAR (anc_timeline_bar_get_type ())
G_DECLARE_FINAL_TYPE (AncTimelineBar, anc_timeline_bar, ANC, TIMELINE_BAR, GtkWidget)

/**
 * AncBarState:
 *
 * What a bar shows beside its item.
 */
typedef struct
{
  AncTimeSpan span;
  gboolean cut_left;
  gboolean cut_right;
  gboolean is_selected;
  gboolean is_preview;
} AncBarState;

AncTimelineBar *anc_timeline_bar_new (const AncTimelinePalette *palette);

AncTimelineItem *anc_timeline_bar_get_item (AncTimelineBar *self);
void anc_timeline_bar_bind (AncTimelineBar *self,
                            AncTimelineItem *item,
                            AncTimelineLane *lane);
void anc_timeline_bar_set_state (AncTimelineBar *self,
                                 const AncBarState *state);

void anc_timeline_palette_get_bar_colors (const AncTimelinePalette *palette,
                                          AncTimelineLane *lane,
                                          GdkRGBA *color,
                                          GdkRGBA *on_color);
char *anc_timeline_item_get_bar_text (AncTimelineItem *item);
