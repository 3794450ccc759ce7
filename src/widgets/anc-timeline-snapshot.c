/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-painter.h"
#include "anc-timeline-private.h"

#include <math.h>

static void
snapshot_background (AncTimeline *self,
                     GtkSnapshot *snapshot,
                     double width,
                     double height)
{
  double body_x = anc_timeline_get_body_x (self);
  graphene_rect_t filing;
  cairo_t *cr;

  if (self->count != NULL)
    gtk_snapshot_append_color (snapshot,
                               &self->palette.count,
                               &GRAPHENE_RECT_INIT (0,
                                                    (float) (height - self->metrics.count_height),
                                                    (float) width,
                                                    (float) self->metrics.count_height));

  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT ((float) body_x, 0, (float) self->scale.width, (float) height));
  cairo_translate (cr, body_x, 0);
  if (self->count != NULL && anc_timeline_count_get_totals (self->count)->window_start != ANC_DATE_NONE)
    {
      cairo_save (cr);
      cairo_translate (cr, 0, self->metrics.axis_height);
      anc_paint_window (cr,
                        &self->palette,
                        &self->scale,
                        anc_timeline_count_get_totals (self->count)->window_start,
                        anc_timeline_count_get_totals (self->count)->window_end,
                        height - self->metrics.axis_height);
      cairo_restore (cr);
    }
  anc_paint_grid (cr, &self->palette, &self->scale, self->metrics.axis_height, height);
  if (!gtk_widget_compute_bounds (self->filing, GTK_WIDGET (self), &filing))
    filing = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  anc_paint_axis (cr,
                  &self->palette,
                  &self->scale,
                  gtk_widget_get_pango_context (GTK_WIDGET (self)),
                  self->metrics.axis_height,
                  filing.origin.x - body_x,
                  filing.origin.x + filing.size.width - body_x);
  cairo_destroy (cr);
}

/* The filing date, over everything but its own label. */
static void
snapshot_filing (AncTimeline *self,
                 GtkSnapshot *snapshot,
                 double height)
{
  double x = round (anc_time_scale_get_x (&self->scale, self->filing_date));
  graphene_rect_t bounds;

  if (x < 0 || x > self->scale.width || !gtk_widget_compute_bounds (self->filing, GTK_WIDGET (self), &bounds))
    return;

  gtk_snapshot_append_color (snapshot,
                             &self->palette.filing,
                             &GRAPHENE_RECT_INIT ((float) (anc_timeline_get_body_x (self) + x) - 1,
                                                  bounds.origin.y + bounds.size.height,
                                                  2,
                                                  (float) height - bounds.origin.y - bounds.size.height));
}

void
anc_timeline_snapshot (GtkWidget *widget,
                       GtkSnapshot *snapshot)
{
  AncTimeline *self = ANC_TIMELINE (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);

  snapshot_background (self, snapshot, width, height);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->headings), snapshot);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->body), snapshot);
  if (self->count != NULL)
    {
      gtk_widget_snapshot_child (widget, GTK_WIDGET (self->count_pane), snapshot);
      gtk_widget_snapshot_child (widget, GTK_WIDGET (self->count_heading), snapshot);
      gtk_widget_snapshot_child (widget, self->total, snapshot);
    }
  snapshot_filing (self, snapshot, height);
  gtk_widget_snapshot_child (widget, self->filing, snapshot);
  gtk_widget_snapshot_child (widget, self->bubble, snapshot);
}
