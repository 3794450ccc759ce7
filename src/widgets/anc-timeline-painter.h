/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-time-scale.h"
#include "anc-timeline-lane.h"
#include "anc-timeline-palette.h"

/* The narrowest month that has room for a sign in it, in pixels. */
#define ANC_SMALLEST_SIGN 12

/* How far a bar that goes on out of the view is painted beyond its edge. */
#define ANC_BAR_OUTSIDE 16

/**
 * AncBarLook:
 * @width: of the bar as it is painted, which may be cut at both sides
 * @height: of the bar
 * @color: behind the pattern
 * @on_color: of the label
 * @pattern: over the colour
 * @cut_left: whether it goes on at the left; its first %ANC_BAR_OUTSIDE pixels are hidden
 * @cut_right: whether it goes on at the right
 * @goes_on: whether it has no end: an arrow shows so
 * @is_preview: whether it is not there yet
 * @rtl: whether it starts at the right
 * @label: (nullable): what is written on it
 *
 * How one bar looks.
 */
typedef struct
{
  double width;
  double height;
  GdkRGBA color;
  GdkRGBA on_color;
  AncPattern pattern;
  gboolean cut_left;
  gboolean cut_right;
  gboolean goes_on;
  gboolean is_preview;
  gboolean rtl;
  PangoLayout *label;
} AncBarLook;

/* The same on screen and on paper: all paint from the point 0, 0 of @cr. */

void anc_paint_bar (cairo_t *cr,
                    const AncBarLook *look);
void anc_paint_evidence (cairo_t *cr,
                         const AncTimelinePalette *palette,
                         double width,
                         double height,
                         AncEvidence evidence,
                         gboolean contradicted);
void anc_paint_state (cairo_t *cr,
                      const AncTimelinePalette *palette,
                      double width,
                      double height,
                      AncMonthState state,
                      gboolean has_sign);
void anc_paint_axis (cairo_t *cr,
                     const AncTimelinePalette *palette,
                     const AncTimeScale *scale,
                     PangoContext *context,
                     double height,
                     double covered_start,
                     double covered_end);
void anc_paint_grid (cairo_t *cr,
                     const AncTimelinePalette *palette,
                     const AncTimeScale *scale,
                     double top,
                     double height);
void anc_paint_window (cairo_t *cr,
                       const AncTimelinePalette *palette,
                       const AncTimeScale *scale,
                       AncDate start,
                       AncDate end,
                       double height);
void anc_paint_gap (cairo_t *cr,
                    const AncTimelinePalette *palette,
                    double width,
                    double height);
void anc_paint_overlap (cairo_t *cr,
                        const AncTimelinePalette *palette,
                        double width,
                        double height);
