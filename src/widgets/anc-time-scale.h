/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-date.h"

/* How much time the view may show: from ten years down to one month. */
#define ANC_TIME_SCALE_MAX_DAYS 3653
#define ANC_TIME_SCALE_MIN_DAYS 31

/**
 * AncTimeScale:
 * @first: the first day of the content
 * @last: the last day of the content, included
 * @day_width: how wide a day is, in pixels
 * @scroll: how much of the content is hidden before the start of the view, in pixels
 * @width: how wide the view is, in pixels
 * @rtl: whether time runs from right to left
 *
 * Where dates stand in a view that scrolls and zooms. A plain value: set the first and last day,
 * the width and the direction as one likes, then call a function that zooms or scrolls; all of them
 * leave the zoom and the scroll within their bounds.
 *
 * An x is in pixels from the left edge of the view, whatever the direction. A day covers the
 * pixels from its own edge to that of the next day.
 */
typedef struct
{
  AncDate first;
  AncDate last;
  double day_width;
  double scroll;
  double width;
  gboolean rtl;
} AncTimeScale;

double anc_time_scale_get_x (const AncTimeScale *self,
                             AncDate date);
void anc_time_scale_get_extent (const AncTimeScale *self,
                                AncDate start,
                                AncDate end,
                                double *x,
                                double *width);
void anc_time_scale_get_month_extent (const AncTimeScale *self,
                                      AncMonth month,
                                      double *x,
                                      double *width);
AncDate anc_time_scale_get_date (const AncTimeScale *self,
                                 double x);
AncDate anc_time_scale_get_boundary (const AncTimeScale *self,
                                     double x);
double anc_time_scale_get_content_width (const AncTimeScale *self);
double anc_time_scale_get_max_scroll (const AncTimeScale *self);
gboolean anc_time_scale_get_visible (const AncTimeScale *self,
                                     AncDate *start,
                                     AncDate *end);
gboolean anc_time_scale_get_visible_months (const AncTimeScale *self,
                                            AncDate start,
                                            AncDate end,
                                            AncMonth *first,
                                            AncMonth *last);

void anc_time_scale_set_content (AncTimeScale *self,
                                 AncDate first,
                                 AncDate last);
void anc_time_scale_scroll_to (AncTimeScale *self,
                               double scroll);
void anc_time_scale_zoom (AncTimeScale *self,
                          double factor,
                          double x);
void anc_time_scale_fit (AncTimeScale *self,
                         AncDate start,
                         AncDate end);
void anc_time_scale_show (AncTimeScale *self,
                          AncDate start,
                          AncDate end);
void anc_time_scale_centre (AncTimeScale *self,
                            AncDate date);
