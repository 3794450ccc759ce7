/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-time-scale.h"

#include <math.h>

/* Pixels between the start edge of the content and that of @date. */
static double
content_position (const AncTimeScale *self,
                  AncDate date)
{
  return ((double) date - self->first) * self->day_width;
}

/* Pixels between the start edge of the view and @x, in the direction of time. */
static double
along_time (const AncTimeScale *self,
            double x)
{
  return self->rtl ? self->width - x : x;
}

/* The days, with a fraction, between the first day of the content and @x. */
static double
days_at (const AncTimeScale *self,
         double x)
{
  return (self->scroll + along_time (self, x)) / self->day_width;
}

static void
clamp (AncTimeScale *self)
{
  double narrowest = self->width / ANC_TIME_SCALE_MAX_DAYS;
  double widest = self->width / ANC_TIME_SCALE_MIN_DAYS;

  self->day_width = CLAMP (self->day_width, narrowest, widest);
  self->scroll = CLAMP (self->scroll, 0, anc_time_scale_get_max_scroll (self));
}

/**
 * anc_time_scale_get_x:
 * @self: a scale
 * @date: a date, which need not be in the view or the content
 *
 * Returns: the x of the edge where @date begins
 */
double
anc_time_scale_get_x (const AncTimeScale *self,
                      AncDate date)
{
  return along_time (self, content_position (self, date) - self->scroll);
}

/**
 * anc_time_scale_get_extent:
 * @self: a scale
 * @start: a day
 * @end: a day not before @start
 * @x: (out): the left edge of what the days from @start to @end, both included, cover
 * @width: (out): how wide that is
 */
void
anc_time_scale_get_extent (const AncTimeScale *self,
                           AncDate start,
                           AncDate end,
                           double *x,
                           double *width)
{
  double from = anc_time_scale_get_x (self, start);
  double to = anc_time_scale_get_x (self, end + 1);

  *x = MIN (from, to);
  *width = fabs (to - from);
}

void
anc_time_scale_get_month_extent (const AncTimeScale *self,
                                 AncMonth month,
                                 double *x,
                                 double *width)
{
  anc_time_scale_get_extent (self, anc_month_get_first_day (month), anc_month_get_last_day (month), x, width);
}

/**
 * anc_time_scale_get_date:
 * @self: a scale
 * @x: an x, which may lie outside the view
 *
 * Returns: the day drawn at @x, at least the first and at most the last of the content
 */
AncDate
anc_time_scale_get_date (const AncTimeScale *self,
                         double x)
{
  double date = self->first + floor (days_at (self, x));

  return (AncDate) CLAMP (date, self->first, self->last);
}

/**
 * anc_time_scale_get_boundary:
 * @self: a scale
 * @x: an x, which may lie outside the view
 *
 * Returns: the day whose first edge is nearest to @x, at least the first of the content and at
 *   most the day after its last
 */
AncDate
anc_time_scale_get_boundary (const AncTimeScale *self,
                             double x)
{
  double date = self->first + floor (days_at (self, x) + 0.5);

  return (AncDate) CLAMP (date, self->first, self->last + 1);
}

double
anc_time_scale_get_content_width (const AncTimeScale *self)
{
  return content_position (self, self->last + 1);
}

double
anc_time_scale_get_max_scroll (const AncTimeScale *self)
{
  return MAX (0, anc_time_scale_get_content_width (self) - self->width);
}

/**
 * anc_time_scale_get_visible:
 * @self: a scale
 * @start: (out): the first day of which something shows
 * @end: (out): the last
 *
 * Days outside the content are not clipped away: a view wider than its content shows some.
 *
 * Returns: whether the view shows anything
 */
gboolean
anc_time_scale_get_visible (const AncTimeScale *self,
                            AncDate *start,
                            AncDate *end)
{
  if (self->width <= 0)
    return FALSE;

  *start = self->first + (AncDate) floor (self->scroll / self->day_width);
  *end = self->first + (AncDate) ceil ((self->scroll + self->width) / self->day_width) - 1;
  return TRUE;
}

/**
 * anc_time_scale_get_visible_months:
 * @self: a scale
 * @start: the first day of a span
 * @end: its last
 * @first: (out): the first month of the span of which something shows
 * @last: (out): the last
 *
 * Returns: whether anything of the span shows
 */
gboolean
anc_time_scale_get_visible_months (const AncTimeScale *self,
                                   AncDate start,
                                   AncDate end,
                                   AncMonth *first,
                                   AncMonth *last)
{
  AncDate view_start, view_end;

  if (!anc_time_scale_get_visible (self, &view_start, &view_end))
    return FALSE;
  if (MAX (start, view_start) > MIN (end, view_end))
    return FALSE;

  *first = anc_date_get_month (MAX (start, view_start));
  *last = anc_date_get_month (MIN (end, view_end));
  return TRUE;
}

/**
 * anc_time_scale_set_content:
 * @self: a scale
 * @first: the first day of the content
 * @last: the last, not before @first
 *
 * Changes how far one can scroll; what the view shows stays in place if it can.
 */
void
anc_time_scale_set_content (AncTimeScale *self,
                            AncDate first,
                            AncDate last)
{
  g_return_if_fail (first <= last);

  self->scroll += ((double) self->first - first) * self->day_width;
  self->first = first;
  self->last = last;
  clamp (self);
}

void
anc_time_scale_scroll_to (AncTimeScale *self,
                          double scroll)
{
  self->scroll = scroll;
  clamp (self);
}

/**
 * anc_time_scale_zoom:
 * @self: a scale
 * @factor: above 1 to see less time, larger
 * @x: what is drawn here stays here, unless the content ends
 */
void
anc_time_scale_zoom (AncTimeScale *self,
                     double factor,
                     double x)
{
  double days = days_at (self, x);

  g_return_if_fail (factor > 0);

  self->day_width *= factor;
  clamp (self);
  anc_time_scale_scroll_to (self, days * self->day_width - along_time (self, x));
}

/**
 * anc_time_scale_fit:
 * @self: a scale
 * @start: a day
 * @end: a day not before @start
 *
 * Shows the days from @start to @end and nothing else; of more than ten years, the last ten.
 */
void
anc_time_scale_fit (AncTimeScale *self,
                    AncDate start,
                    AncDate end)
{
  g_return_if_fail (start <= end);

  self->day_width = self->width / ((double) end + 1 - start);
  clamp (self);
  anc_time_scale_scroll_to (self, content_position (self, end + 1) - self->width);
}

/**
 * anc_time_scale_show:
 * @self: a scale
 * @start: a day
 * @end: a day not before @start
 *
 * Scrolls as little as it takes to show the days from @start to @end, or the first of them.
 */
void
anc_time_scale_show (AncTimeScale *self,
                     AncDate start,
                     AncDate end)
{
  double from = content_position (self, start);
  double to = content_position (self, end + 1);

  if (to > self->scroll + self->width)
    self->scroll = to - self->width;
  if (from < self->scroll)
    self->scroll = from;
  clamp (self);
}

/**
 * anc_time_scale_centre:
 * @self: a scale
 * @date: a day
 *
 * Scrolls so that @date stands in the middle, if the content allows.
 */
void
anc_time_scale_centre (AncTimeScale *self,
                       AncDate date)
{
  anc_time_scale_scroll_to (self, content_position (self, date) + self->day_width / 2 - self->width / 2);
}
