/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-layout.h"

#include <math.h>

#define HEADING_CHARS 28
#define TOTAL_CHARS 16
#define LARGEST_HEADING 0.26 /* of the whole width */
#define LARGEST_TOTAL 0.18

/**
 * anc_timeline_metrics_init:
 * @self: (out caller-allocates): the sizes
 * @line_height: of a line of text
 * @char_width: of a character, about
 * @width: of the whole timeline
 */
void
anc_timeline_metrics_init (AncTimelineMetrics *self,
                           double line_height,
                           double char_width,
                           double width)
{
  double space = ceil (line_height / 4);

  self->axis_height = ceil (line_height * 2 + space * 2.5);
  self->bar_height = ceil (line_height + space * 1.5);
  self->cell_height = ceil (line_height * 0.6);
  self->row_spacing = ceil (space * 0.75);
  self->lane_padding = space * 1.5;
  self->heading_height = ceil (line_height * 1.9);
  self->heading_width = floor (MIN (char_width * HEADING_CHARS, width * LARGEST_HEADING));
  self->total_width = floor (MIN (char_width * TOTAL_CHARS, width * LARGEST_TOTAL));
  self->count_height = ceil (line_height * 2.7 + space * 2);
  self->grip = MAX (6, space * 2);
}

/* Between the rows of a lane there is room for the brackets over bars that overlap. */
static double
get_row_gap (const AncTimelineMetrics *metrics)
{
  return metrics->row_spacing * 3;
}

static double
get_row_height (const AncLaneExtent *lane,
                const AncTimelineMetrics *metrics)
{
  return metrics->bar_height + get_row_gap (metrics)
         + (lane->has_cells ? metrics->row_spacing + metrics->cell_height : 0);
}

/**
 * anc_lane_extents_stack:
 * @lanes: (array length=n_lanes): the lanes, whose rows are known; their places are set
 * @n_lanes: how many
 * @metrics: the sizes
 *
 * Returns: the height of all lanes
 */
double
anc_lane_extents_stack (AncLaneExtent *lanes,
                        guint n_lanes,
                        const AncTimelineMetrics *metrics)
{
  double y = 0;

  for (guint i = 0; i < n_lanes; i++)
    {
      double rows = lanes[i].n_rows * get_row_height (&lanes[i], metrics) - get_row_gap (metrics);

      lanes[i].y = y;
      lanes[i].height = MAX (rows, metrics->heading_height) + 2 * metrics->lane_padding;
      y += lanes[i].height;
    }

  return y;
}

/**
 * anc_lane_extent_get_bar_y:
 * @lane: a lane that has its place
 * @metrics: the sizes
 * @row: a row of it
 *
 * Returns: the upper edge of the bars of that row, from that of the first lane
 */
double
anc_lane_extent_get_bar_y (const AncLaneExtent *lane,
                           const AncTimelineMetrics *metrics,
                           guint row)
{
  return lane->y + metrics->lane_padding + row * get_row_height (lane, metrics);
}

double
anc_lane_extent_get_cell_y (const AncLaneExtent *lane,
                            const AncTimelineMetrics *metrics,
                            guint row)
{
  return anc_lane_extent_get_bar_y (lane, metrics, row) + metrics->bar_height + metrics->row_spacing;
}

/**
 * anc_lane_extents_find:
 * @lanes: (array length=n_lanes): lanes that have their places
 * @n_lanes: how many
 * @y: a y, from the upper edge of the first lane
 * @lane: (out): the index of the lane at @y
 *
 * Returns: whether there is one
 */
gboolean
anc_lane_extents_find (const AncLaneExtent *lanes,
                       guint n_lanes,
                       double y,
                       guint *lane)
{
  guint from = 0;
  guint to = n_lanes;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (y < lanes[middle].y)
        to = middle;
      else if (y >= lanes[middle].y + lanes[middle].height)
        from = middle + 1;
      else
        {
          *lane = middle;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * anc_lane_extents_get_visible:
 * @lanes: (array length=n_lanes): lanes that have their places
 * @n_lanes: how many
 * @y: where the view begins, from the upper edge of the first lane
 * @height: how high the view is
 * @first: (out): the index of the first lane of which something shows
 * @last: (out): that of the last
 *
 * Returns: whether any shows
 */
gboolean
anc_lane_extents_get_visible (const AncLaneExtent *lanes,
                              guint n_lanes,
                              double y,
                              double height,
                              guint *first,
                              guint *last)
{
  double bottom;

  if (n_lanes == 0 || height <= 0)
    return FALSE;

  bottom = lanes[n_lanes - 1].y + lanes[n_lanes - 1].height;
  if (y >= bottom || y + height <= 0)
    return FALSE;

  if (!anc_lane_extents_find (lanes, n_lanes, MAX (y, 0), first))
    return FALSE;
  if (!anc_lane_extents_find (lanes, n_lanes, y + height, last))
    *last = n_lanes - 1;

  return TRUE;
}

/**
 * anc_bar_zone_at:
 * @x: from the left edge of the bar
 * @width: of the bar
 * @grip: how far from an end one takes hold of it
 * @rtl: whether the bar starts at the right
 *
 * However short the bar, a third of it remains to move it by.
 *
 * Returns: what is at @x
 */
AncBarZone
anc_bar_zone_at (double x,
                 double width,
                 double grip,
                 gboolean rtl)
{
  double reach = MIN (grip, width / 3);
  double along = rtl ? width - x : x;

  if (along < reach)
    return ANC_BAR_ZONE_START;
  if (along >= width - reach)
    return ANC_BAR_ZONE_END;

  return ANC_BAR_ZONE_MIDDLE;
}
