/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-painter.h"
#include "anc-timeline-private.h"

#include <math.h>

/* How far one can scroll beyond what there is, in months. */
#define MONTHS_BEFORE 36
#define MONTHS_AFTER 24

/* What shows before the filing date when there is nothing yet, in months. */
#define SMALLEST_FIT 24

#define LINE_REACH 4 /* pixels from the filing line that still take hold of it */

double
anc_timeline_get_body_x (AncTimeline *self)
{
  return self->scale.rtl ? (self->count != NULL ? self->metrics.total_width : 0) : self->metrics.heading_width;
}

double
anc_timeline_get_body_height (AncTimeline *self)
{
  double count_height = self->count != NULL ? self->metrics.count_height : 0;

  return MAX (0, gtk_widget_get_height (GTK_WIDGET (self)) - self->metrics.axis_height - count_height);
}

/* Out of the view the filing date waits at the edge, paler, so that the keyboard can still reach it. */
static void
update_filing (AncTimeline *self)
{
  double line = anc_time_scale_get_x (&self->scale, self->filing_date);

  if (line < 0 || line > self->scale.width)
    gtk_widget_add_css_class (self->filing, "outside");
  else
    gtk_widget_remove_css_class (self->filing, "outside");
}

/* All counted months have a sign in them, or none has. */
static void
update_signs (AncTimeline *self)
{
  if (!anc_timeline_stamps_set_signs (self->stamps, self->scale.day_width * 28 >= ANC_SMALLEST_SIGN))
    return;

  for (guint i = 0; i < self->count_cells->len; i++)
    gtk_widget_queue_draw (g_ptr_array_index (self->count_cells, i));
}

static gboolean
update_view_cb (GtkWidget *widget,
                GdkFrameClock *clock,
                gpointer user_data)
{
  AncTimeline *self = ANC_TIMELINE (widget);
  double height = self->lanes_height;

  self->view_tick = 0;
  anc_timeline_update_entries (self);
  anc_timeline_sync_adjustments (self);
  if (self->scale.width > 0)
    anc_timeline_update_widgets (self);
  if (self->lanes_height != height)
    gtk_widget_queue_resize (widget);
  update_filing (self);
  update_signs (self);

  gtk_widget_queue_allocate (GTK_WIDGET (self->headings));
  gtk_widget_queue_allocate (GTK_WIDGET (self->body));
  gtk_widget_queue_allocate (GTK_WIDGET (self->count_pane));
  gtk_widget_queue_allocate (widget);
  gtk_widget_queue_draw (GTK_WIDGET (self->body));
  gtk_widget_queue_draw (widget);

  return G_SOURCE_REMOVE;
}

/* Has everything that depends on zoom, scroll, or entries brought up to date before the next frame. */
void
anc_timeline_queue_view (AncTimeline *self)
{
  if (self->view_tick == 0)
    self->view_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), update_view_cb, NULL, NULL);
}

static void
include (AncDate *first,
         AncDate *last,
         AncDate start,
         AncDate end)
{
  *first = MIN (*first, start);
  *last = MAX (*last, end);
}

/**
 * anc_timeline_get_content:
 * @self: a timeline
 * @first: (out): the first day of anything it shows
 * @last: (out): the last
 */
void
anc_timeline_get_content (AncTimeline *self,
                          AncDate *first,
                          AncDate *last)
{
  AncMonth filing = anc_date_get_month (self->filing_date);
  AncMonth first_known, last_known;

  *first = anc_month_get_first_day (filing);
  *last = anc_month_get_last_day (filing);
  if (self->count != NULL && anc_timeline_count_get_totals (self->count)->window_start != ANC_DATE_NONE)
    include (first,
             last,
             anc_timeline_count_get_totals (self->count)->window_start,
             anc_timeline_count_get_totals (self->count)->window_end);

  for (guint i = 0; i < self->entries->len; i++)
    {
      AncTimelineEntry *entry = g_ptr_array_index (self->entries, i);

      include (first, last, entry->span.start, entry->end);
      if (anc_timeline_item_get_month_range (entry->item, &first_known, &last_known))
        include (first, last, anc_month_get_first_day (first_known), anc_month_get_last_day (last_known));
    }
}

static void
update_content (AncTimeline *self)
{
  AncDate first, last;

  anc_timeline_get_content (self, &first, &last);
  first = anc_month_get_first_day (anc_date_get_month (first) - MONTHS_BEFORE);
  last = anc_month_get_last_day (anc_date_get_month (last) + MONTHS_AFTER);
  anc_time_scale_set_content (&self->scale, first, last);
}

static void
configure (AncTimeline *self,
           GtkOrientation orientation,
           double value,
           double upper,
           double page)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, value, 0, MAX (upper, page), page * 0.1, page * 0.9, page);
}

/**
 * anc_timeline_sync_adjustments:
 * @self: a timeline that has its size
 *
 * Brings content, scroll and adjustments into agreement. The horizontal adjustment counts from the
 * left edge, in both directions of text.
 */
void
anc_timeline_sync_adjustments (AncTimeline *self)
{
  double height = anc_timeline_get_body_height (self);
  double max_scroll, value;

  if (self->scale.width <= 0)
    return;

  if (self->preview.kind == ANC_PREVIEW_NONE || !self->has_fit)
    update_content (self);
  if (!self->has_fit)
    {
      AncDate first, last;

      self->has_fit = TRUE;
      anc_timeline_get_content (self, &first, &last);
      first = MIN (first, anc_month_get_first_day (anc_date_get_month (self->filing_date) - SMALLEST_FIT));
      anc_time_scale_fit (&self->scale, first, anc_month_get_last_day (anc_date_get_month (last) + 2));
      anc_time_scale_scroll_to (&self->scale, round (self->scale.scroll));
      self->fitted_day_width = self->scale.day_width;
      self->fitted_scroll = self->scale.scroll;
    }

  self->lanes_height = anc_lane_extents_stack ((AncLaneExtent *) (gpointer) self->extents->data,
                                               self->extents->len,
                                               &self->metrics);
  /* Whole pixels keep every cell as wide as it was. */
  anc_time_scale_scroll_to (&self->scale, round (self->scale.scroll));
  self->scroll_y = CLAMP (round (self->scroll_y), 0, MAX (0, self->lanes_height - height));

  max_scroll = anc_time_scale_get_max_scroll (&self->scale);
  value = self->scale.rtl ? max_scroll - self->scale.scroll : self->scale.scroll;
  self->is_configuring = TRUE;
  configure (self,
             GTK_ORIENTATION_HORIZONTAL,
             value,
             anc_time_scale_get_content_width (&self->scale),
             self->scale.width);
  configure (self, GTK_ORIENTATION_VERTICAL, self->scroll_y, self->lanes_height, height);
  self->is_configuring = FALSE;
}

void
anc_timeline_scroll_to_lane (AncTimeline *self,
                             guint lane)
{
  const AncLaneExtent *extent = &g_array_index (self->extents, AncLaneExtent, lane);
  double height = anc_timeline_get_body_height (self);

  if (extent->y + extent->height > self->scroll_y + height)
    self->scroll_y = extent->y + extent->height - height;
  if (extent->y < self->scroll_y)
    self->scroll_y = extent->y;
  anc_timeline_queue_view (self);
}

static gboolean
is_over_widget (AncTimeline *self,
                GtkWidget *widget,
                double x,
                double y)
{
  graphene_rect_t bounds;

  return gtk_widget_get_child_visible (widget) && gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &bounds)
         && graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

/* The bar or the month of @entry at @x, @y, which count from the top of all lanes. */
static gboolean
pick_entry (AncTimeline *self,
            AncTimelineEntry *entry,
            double x,
            double y,
            AncHit *hit)
{
  const AncLaneExtent *extent = &g_array_index (self->extents, AncLaneExtent, entry->lane);
  double bar_y = anc_lane_extent_get_bar_y (extent, &self->metrics, entry->row);
  double cell_y = anc_lane_extent_get_cell_y (extent, &self->metrics, entry->row);
  double left, width;

  anc_time_scale_get_extent (&self->scale, entry->span.start, entry->end, &left, &width);
  if (y >= bar_y && y < bar_y + self->metrics.bar_height && x >= left && x < left + MAX (width, 3))
    {
      hit->kind = ANC_HIT_BAR;
      hit->entry = entry;
      hit->zone = anc_bar_zone_at (x - left, width, self->metrics.grip, self->scale.rtl);
      return TRUE;
    }

  if (y >= cell_y - self->metrics.row_spacing && y < cell_y + self->metrics.cell_height)
    {
      hit->month = anc_date_get_month (anc_time_scale_get_date (&self->scale, x));
      if (anc_timeline_get_cell (entry, hit->month) == NULL)
        return FALSE;
      hit->kind = ANC_HIT_CELL;
      hit->entry = entry;
      return TRUE;
    }

  return FALSE;
}

static void
pick_in_body (AncTimeline *self,
              double x,
              double y,
              AncHit *hit)
{
  const AncLaneExtent *extents = (const AncLaneExtent *) (gpointer) self->extents->data;
  AncTimelineRow *row;

  hit->kind = ANC_HIT_BELOW;
  if (!anc_lane_extents_find (extents, self->extents->len, y, &hit->lane))
    return;

  hit->kind = ANC_HIT_LANE;
  row = &g_array_index (self->rows, AncTimelineRow, hit->lane);
  for (guint i = 0; i < row->n_entries; i++)
    if (pick_entry (self, g_ptr_array_index (self->entries, row->first_entry + i), x, y, hit))
      return;
}

/**
 * anc_timeline_pick:
 * @self: a timeline
 * @x: from its left edge
 * @y: from its upper edge
 *
 * Returns: what is there
 */
AncHit
anc_timeline_pick (AncTimeline *self,
                   double x,
                   double y)
{
  AncHit hit = { .kind = ANC_HIT_NOTHING, .month = ANC_MONTH_NONE };
  double body_x = x - anc_timeline_get_body_x (self);
  double body_y = y - self->metrics.axis_height;
  double line = anc_time_scale_get_x (&self->scale, self->filing_date);

  if (is_over_widget (self, self->filing, x, y))
    {
      hit.kind = ANC_HIT_FILING;
      return hit;
    }
  if (body_x < 0 || body_x >= self->scale.width)
    return hit;

  if (body_y < 0)
    hit.kind = ANC_HIT_AXIS;
  else if (body_y >= anc_timeline_get_body_height (self))
    {
      hit.kind = ANC_HIT_COUNT;
      hit.month = anc_date_get_month (anc_time_scale_get_date (&self->scale, body_x));
    }
  else
    pick_in_body (self, body_x, body_y + self->scroll_y, &hit);

  if (hit.kind != ANC_HIT_BAR && hit.kind != ANC_HIT_CELL && fabs (body_x - line) <= LINE_REACH)
    hit.kind = ANC_HIT_FILING;
  return hit;
}
