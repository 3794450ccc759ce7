/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * AncTimelineMetrics:
 * @axis_height: of the two rows of dates
 * @bar_height: of a bar
 * @cell_height: of the months under it
 * @row_spacing: between a bar and its months
 * @lane_padding: above and below the rows of a lane
 * @heading_width: of the names of the lanes, at the start
 * @heading_height: of a name and what stands under it: no lane is lower
 * @total_width: of the total, at the end
 * @count_height: of the row of counted months
 * @grip: how far the ends of a bar can be taken
 *
 * The sizes of a timeline, in pixels; all follow the size of its text.
 */
typedef struct
{
  double axis_height;
  double bar_height;
  double cell_height;
  double row_spacing;
  double lane_padding;
  double heading_width;
  double heading_height;
  double total_width;
  double count_height;
  double grip;
} AncTimelineMetrics;

/**
 * AncLaneExtent:
 * @n_rows: how many rows of bars it needs, at least 1
 * @has_cells: whether months stand under its bars
 * @y: its upper edge, from that of the first lane
 * @height: its height, padding included
 */
typedef struct
{
  guint n_rows;
  gboolean has_cells;
  double y;
  double height;
} AncLaneExtent;

/**
 * AncBarZone:
 *
 * What a pointer takes hold of.
 */
typedef enum
{
  ANC_BAR_ZONE_START,
  ANC_BAR_ZONE_MIDDLE,
  ANC_BAR_ZONE_END,
} AncBarZone;

void anc_timeline_metrics_init (AncTimelineMetrics *self,
                                double line_height,
                                double char_width,
                                double width);

double anc_lane_extents_stack (AncLaneExtent *lanes,
                               guint n_lanes,
                               const AncTimelineMetrics *metrics);
double anc_lane_extent_get_bar_y (const AncLaneExtent *lane,
                                  const AncTimelineMetrics *metrics,
                                  guint row);
double anc_lane_extent_get_cell_y (const AncLaneExtent *lane,
                                   const AncTimelineMetrics *metrics,
                                   guint row);
gboolean anc_lane_extents_find (const AncLaneExtent *lanes,
                                guint n_lanes,
                                double y,
                                guint *lane);
gboolean anc_lane_extents_get_visible (const AncLaneExtent *lanes,
                                       guint n_lanes,
                                       double y,
                                       double height,
                                       guint *first,
                                       guint *last);

AncBarZone anc_bar_zone_at (double x,
                            double width,
                            double grip,
                            gboolean rtl);
