/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-timeline-lane.h"
#include "anc-timeline-palette.h"

/* Pixels around the cell that its picture covers too. */
#define ANC_STAMP_MARGIN 1

typedef struct _AncTimelineStamps AncTimelineStamps;

AncTimelineStamps *anc_timeline_stamps_new (const AncTimelinePalette *palette);
void anc_timeline_stamps_free (AncTimelineStamps *self);
void anc_timeline_stamps_clear (AncTimelineStamps *self);
gboolean anc_timeline_stamps_set_signs (AncTimelineStamps *self,
                                        gboolean has_signs);

GdkTexture *anc_timeline_stamps_get_evidence (AncTimelineStamps *self,
                                              int width,
                                              int height,
                                              int scale,
                                              AncEvidence evidence,
                                              gboolean contradicted);
GdkTexture *anc_timeline_stamps_get_state (AncTimelineStamps *self,
                                           int width,
                                           int height,
                                           int scale,
                                           AncMonthState state);
