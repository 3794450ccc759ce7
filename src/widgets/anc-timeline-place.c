/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-painter.h"
#include "anc-timeline-private.h"

#include <math.h>

/* Where every widget of the timeline stands. None comes or goes here. */

#define SHOWN_LANES 3 /* natural height */

static void
place_widget (GtkWidget *widget,
              double x,
              double y,
              double width,
              double height)
{
  GtkAllocation place = { .x = (int) lround (x), .y = (int) lround (y) };
  int whole_width = MAX (1, (int) lround (x + width) - (int) lround (x));
  int whole_height = MAX (1, (int) lround (height));
  int minimum_width, minimum_height;

  /* GTK wants to be asked before it is told. */
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &minimum_height, NULL, NULL, NULL);
  place.width = MAX (whole_width, minimum_width);
  place.height = MAX (whole_height, minimum_height);
  gtk_widget_size_allocate (widget, &place, -1);
}

static void
place_bar (AncTimeline *self,
           AncTimelineEntry *entry,
           double y)
{
  gboolean is_preview = self->preview.item == entry->item && self->preview.kind != ANC_PREVIEW_SPLIT;
  AncBarState state = { .span = is_preview ? self->preview.span : entry->span };
  AncDate end = is_preview ? anc_timeline_get_shown_end (self, state.span) : entry->end;
  double x, width, left, right;

  anc_time_scale_get_extent (&self->scale, state.span.start, end, &x, &width);
  left = CLAMP (x, -ANC_BAR_OUTSIDE, self->scale.width + ANC_BAR_OUTSIDE);
  right = CLAMP (x + width, -ANC_BAR_OUTSIDE, self->scale.width + ANC_BAR_OUTSIDE);

  state.cut_left = left > x;
  state.cut_right = right < x + width;
  state.is_preview = is_preview;
  state.is_selected = entry->item == self->selected;
  anc_timeline_bar_set_state (entry->bar, &state);
  place_widget (GTK_WIDGET (entry->bar), left, y, MAX (right - left, 3), self->metrics.bar_height);
}

static void
place_cells (AncTimeline *self,
             AncTimelineEntry *entry,
             double y)
{
  /* All as wide as the shortest month, so that their squares are of one size. */
  double cell_width = MAX (2, floor (self->scale.day_width * 28));

  for (guint i = 0; i < entry->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (entry->cells, i);
      double x, width;

      if (cell == NULL)
        continue;
      anc_time_scale_get_month_extent (&self->scale, entry->first_cell + (AncMonth) i, &x, &width);
      place_widget (cell, round (x + (width - cell_width) / 2), y, cell_width, self->metrics.cell_height);
    }
}

static void
place_empty (AncTimeline *self,
             int width,
             int height)
{
  int natural;

  if (!gtk_widget_get_child_visible (self->empty))
    return;

  gtk_widget_measure (self->empty, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  place_widget (self->empty,
                0,
                MAX (self->lanes_height, (height - natural) / 2.0),
                width,
                MIN (natural, height));
}

void
anc_timeline_allocate_body (GtkWidget *timeline,
                            int width,
                            int height)
{
  AncTimeline *self = ANC_TIMELINE (timeline);

  for (guint i = 0; i < self->entries->len; i++)
    {
      AncTimelineEntry *entry = g_ptr_array_index (self->entries, i);
      const AncLaneExtent *extent = &g_array_index (self->extents, AncLaneExtent, entry->lane);

      if (entry->bar == NULL)
        continue;
      place_bar (self, entry, anc_lane_extent_get_bar_y (extent, &self->metrics, entry->row) - self->scroll_y);
      place_cells (self,
                   entry,
                   anc_lane_extent_get_cell_y (extent, &self->metrics, entry->row) - self->scroll_y);
    }
  place_empty (self, width, height);
}

void
anc_timeline_allocate_headings (GtkWidget *timeline,
                                int width,
                                int height)
{
  AncTimeline *self = ANC_TIMELINE (timeline);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *heading = GTK_WIDGET (g_array_index (self->rows, AncTimelineRow, i).heading);
      const AncLaneExtent *extent = &g_array_index (self->extents, AncLaneExtent, i);
      int natural;

      if (heading == NULL)
        continue;
      gtk_widget_measure (heading, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
      place_widget (heading, 0, extent->y + self->metrics.lane_padding - self->scroll_y, width, natural);
    }
}

void
anc_timeline_allocate_count (GtkWidget *timeline,
                             int width,
                             int height)
{
  AncTimeline *self = ANC_TIMELINE (timeline);
  double margin = floor (height / 5.0);

  for (guint i = 0; i < self->count_cells->len; i++)
    {
      double x, cell_width;

      anc_time_scale_get_month_extent (&self->scale, self->first_count + (AncMonth) i, &x, &cell_width);
      place_widget (g_ptr_array_index (self->count_cells, i), x, margin, cell_width, height - 2 * margin);
    }
}

/* What the size of the text is; all other sizes follow from it. */
static void
update_metrics (AncTimeline *self,
                double width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *font = pango_context_get_metrics (context, NULL, NULL);
  double line_height = (double) pango_font_metrics_get_height (font) / PANGO_SCALE;
  double char_width = (double) pango_font_metrics_get_approximate_char_width (font) / PANGO_SCALE;

  pango_font_metrics_unref (font);
  anc_timeline_metrics_init (&self->metrics, ceil (line_height), char_width, width);
}

void
anc_timeline_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  AncTimeline *self = ANC_TIMELINE (widget);
  AncTimelineMetrics metrics;
  double lane;

  update_metrics (self, MAX (gtk_widget_get_width (widget), 600));
  metrics = self->metrics;
  lane = metrics.heading_height + 2 * metrics.lane_padding;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 240;
      *natural = 600;
    }
  else
    {
      *minimum = (int) ceil (metrics.axis_height + lane + (self->count != NULL ? metrics.count_height : 0));
      *natural = (int) ceil (metrics.axis_height + MAX (self->lanes_height, SHOWN_LANES * lane)
                             + (self->count != NULL ? metrics.count_height : 0));
    }
}

static void
allocate_total (AncTimeline *self,
                double width,
                double height)
{
  double x = self->scale.rtl ? 0 : width - self->metrics.total_width;
  double heading_x = self->scale.rtl ? width - self->metrics.heading_width : 0;
  double top = height - self->metrics.count_height;
  int natural;

  gtk_widget_set_child_visible (self->total, self->count != NULL);
  gtk_widget_set_child_visible (GTK_WIDGET (self->count_heading), self->count != NULL);
  if (self->count == NULL)
    return;

  gtk_widget_measure (self->total, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  place_widget (self->total,
                x,
                top + (self->metrics.count_height - natural) / 2,
                self->metrics.total_width,
                natural);
  gtk_widget_measure (GTK_WIDGET (self->count_heading),
                      GTK_ORIENTATION_VERTICAL,
                      -1,
                      NULL,
                      &natural,
                      NULL,
                      NULL);
  place_widget (GTK_WIDGET (self->count_heading),
                heading_x,
                top + (self->metrics.count_height - natural) / 2,
                self->metrics.heading_width,
                natural);
}

/* The filing date stands over its line, but never outside the view while the line is in it. */
static void
allocate_filing (AncTimeline *self)
{
  double line = anc_time_scale_get_x (&self->scale, self->filing_date);
  double body_x = anc_timeline_get_body_x (self);
  int width, height;
  double x;

  gtk_widget_measure (self->filing, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (self->filing, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  x = CLAMP (line - width / 2.0, 0, MAX (0, self->scale.width - width));

  place_widget (self->filing, body_x + x, 2, width, height);
}

static void
allocate_bubble (AncTimeline *self)
{
  gboolean shows = self->preview.kind != ANC_PREVIEW_NONE && self->preview.kind != ANC_PREVIEW_FILING;
  AncTimelineEntry *entry = shows && self->preview.item != NULL ? anc_timeline_find_entry (self, self->preview.item) : NULL;
  double x, y, left, span_width;
  int width, height;
  AncDate at;

  gtk_widget_set_child_visible (self->bubble, shows);
  if (!shows)
    return;

  gtk_widget_measure (self->bubble, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (self->bubble, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  y = self->preview.y;
  if (entry != NULL)
    y = anc_lane_extent_get_bar_y (&g_array_index (self->extents, AncLaneExtent, entry->lane),
                                   &self->metrics,
                                   entry->row)
        - self->scroll_y + self->metrics.axis_height;
  at = self->preview.kind == ANC_PREVIEW_SPLIT ? self->preview.date : self->preview.span.start;
  if (self->preview.kind == ANC_PREVIEW_END)
    x = anc_time_scale_get_x (&self->scale, self->preview.span.end + 1);
  else if (self->preview.kind == ANC_PREVIEW_MOVE || self->preview.kind == ANC_PREVIEW_CREATE)
    {
      anc_time_scale_get_extent (&self->scale,
                                 at,
                                 anc_timeline_get_shown_end (self, self->preview.span),
                                 &left,
                                 &span_width);
      x = left + span_width / 2;
    }
  else
    x = anc_time_scale_get_x (&self->scale, at);

  x = CLAMP (x - width / 2.0, 0, MAX (0, self->scale.width - width)) + anc_timeline_get_body_x (self);
  y = y - height - 4 < 0 ? y + self->metrics.bar_height + 4 : y - height - 4;
  place_widget (self->bubble, x, y, width, height);
}

/* Where everything is shown, and nobody has zoomed or scrolled since, all of it stays in sight in another width. */
static void
take_width (AncTimeline *self,
            double width)
{
  if (width != self->scale.width && self->scale.day_width == self->fitted_day_width
      && self->scale.scroll == self->fitted_scroll)
    self->has_fit = FALSE;
  self->scale.width = width;
}

/* Gives the timeline its size: everything in it has its widget already, and gets its place here. */
void
anc_timeline_size_allocate (GtkWidget *widget,
                            int width,
                            int height,
                            int baseline)
{
  AncTimeline *self = ANC_TIMELINE (widget);
  double total_width, body_height, body_x;

  update_metrics (self, width);
  total_width = self->count != NULL ? self->metrics.total_width : 0;
  self->scale.rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  take_width (self, MAX (1, width - self->metrics.heading_width - total_width));
  anc_timeline_sync_adjustments (self);
  body_x = anc_timeline_get_body_x (self);
  body_height = MAX (1, anc_timeline_get_body_height (self));

  place_widget (GTK_WIDGET (self->headings),
                self->scale.rtl ? width - self->metrics.heading_width : 0,
                self->metrics.axis_height,
                self->metrics.heading_width,
                body_height);
  place_widget (GTK_WIDGET (self->body), body_x, self->metrics.axis_height, self->scale.width, body_height);
  gtk_widget_set_child_visible (GTK_WIDGET (self->count_pane), self->count != NULL);
  if (self->count != NULL)
    place_widget (GTK_WIDGET (self->count_pane),
                  body_x,
                  height - self->metrics.count_height,
                  self->scale.width,
                  self->metrics.count_height);
  allocate_total (self, width, height);
  allocate_filing (self);
  allocate_bubble (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));

  if (width != self->last_width || height != self->last_height)
    anc_timeline_queue_view (self); /* another size may show more */
  self->last_width = width;
  self->last_height = height;
}
