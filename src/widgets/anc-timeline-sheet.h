/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-timeline.h"

/**
 * AncTimelineSheet:
 *
 * A timeline laid out anew for white paper, all its years in a given width, with a legend. Lengths are in
 * the units of the drawing: pixels or points. It follows no change: to be used at once, and freed.
 */
typedef struct _AncTimelineSheet AncTimelineSheet;

AncTimelineSheet *anc_timeline_sheet_new (AncTimeline *timeline,
                                          double width);
void anc_timeline_sheet_free (AncTimelineSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncTimelineSheet, anc_timeline_sheet_free)

double anc_timeline_sheet_get_width (const AncTimelineSheet *self);
double anc_timeline_sheet_get_height (const AncTimelineSheet *self);
void anc_timeline_sheet_draw (const AncTimelineSheet *self,
                              cairo_t *cr);

guint anc_timeline_sheet_paginate (AncTimelineSheet *self,
                                   double height);
void anc_timeline_sheet_draw_page (const AncTimelineSheet *self,
                                   cairo_t *cr,
                                   guint page);

guint anc_timeline_sheet_count_months (AncTimeline *timeline);
