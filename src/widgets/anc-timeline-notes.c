/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-painter.h"
#include "anc-timeline-private.h"
#include "anc-timeline-words.h"

#include <math.h>

#define OVERLAP_HEIGHT 4 /* of the bracket over bars that overlap */

static gboolean
shows (AncTimeline *self,
       double x,
       double width)
{
  return x < self->scale.width && x + width > 0;
}

/* The last job that ends where @gap begins: the gap is drawn in its row. */
static AncTimelineEntry *
find_job_before (AncTimeline *self,
                 AncTimeSpan gap)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      AncTimelineEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->end + 1 == gap.start
          && anc_timeline_lane_get_kind (anc_timeline_get_lane (self, entry)) == ANC_LANE_JOBS)
        return entry;
    }

  return NULL;
}

/* How far to the right, or to the left, what is written beside @entry may go before it meets a bar. */
static double
get_room (AncTimeline *self,
          const AncTimelineEntry *entry,
          double from)
{
  double room = self->scale.rtl ? from : self->scale.width - from;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const AncTimelineEntry *other = g_ptr_array_index (self->entries, i);
      double start = anc_time_scale_get_x (&self->scale, other->span.start);
      double distance = self->scale.rtl ? from - start : start - from;

      if (other->lane == entry->lane && other->row == entry->row && distance >= 0)
        room = MIN (room, distance);
    }

  return room;
}

/* How long the gap is, under it: beside the months of the job before. */
static void
paint_gap_label (AncTimeline *self,
                 cairo_t *cr,
                 AncTimeSpan gap,
                 const AncTimelineEntry *entry)
{
  const double margin = 4;
  double x = anc_time_scale_get_x (&self->scale, gap.start);
  g_autofree char *text = anc_words_gap (gap);
  g_autoptr (PangoLayout) label = gtk_widget_create_pango_layout (GTK_WIDGET (self->body), text);
  PangoAttrList *attributes = pango_attr_list_new ();
  int width, height;
  double y;

  pango_attr_list_insert (attributes, pango_attr_scale_new (0.8));
  pango_layout_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_get_pixel_size (label, &width, &height);
  if (width + 2 * margin > get_room (self, entry, x))
    return;

  y = anc_lane_extent_get_cell_y (&g_array_index (self->extents, AncLaneExtent, entry->lane),
                                  &self->metrics,
                                  entry->row)
      - self->scroll_y + (self->metrics.cell_height - height) / 2;
  gdk_cairo_set_source_rgba (cr, &self->palette.dim);
  cairo_move_to (cr, self->scale.rtl ? x - width - margin : x + margin, y);
  pango_cairo_show_layout (cr, label);
}

static void
paint_gap (AncTimeline *self,
           cairo_t *cr,
           AncTimeSpan gap)
{
  AncTimelineEntry *entry = find_job_before (self, gap);
  double x, width, y;

  anc_time_scale_get_extent (&self->scale, gap.start, gap.end, &x, &width);
  if (entry == NULL || entry->item == self->preview.item || !shows (self, x, width))
    return;

  y = anc_lane_extent_get_bar_y (&g_array_index (self->extents, AncLaneExtent, entry->lane),
                                 &self->metrics,
                                 entry->row)
      - self->scroll_y;
  if (y + 2 * self->metrics.bar_height < 0 || y > anc_timeline_get_body_height (self))
    return;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  anc_paint_gap (cr, &self->palette, width, self->metrics.bar_height);
  cairo_restore (cr);
  paint_gap_label (self, cr, gap, entry);
}

/* Brackets over the parts of the bar of @entry that other jobs cover too. */
static void
paint_overlaps (AncTimeline *self,
                cairo_t *cr,
                const AncTimelineEntry *entry)
{
  const AncLaneExtent *extent = &g_array_index (self->extents, AncLaneExtent, entry->lane);
  double y = anc_lane_extent_get_bar_y (extent, &self->metrics, entry->row) - self->scroll_y - OVERLAP_HEIGHT - 1;

  if (anc_timeline_lane_get_kind (anc_timeline_get_lane (self, entry)) != ANC_LANE_JOBS)
    return;

  for (guint i = 0; i < self->overlaps->len; i++)
    {
      AncTimeSpan overlap = g_array_index (self->overlaps, AncTimeSpan, i);
      AncDate start = MAX (overlap.start, entry->span.start);
      AncDate end = MIN (anc_timeline_get_shown_end (self, overlap), entry->end);
      double x, width;

      if (start > end)
        continue;
      anc_time_scale_get_extent (&self->scale, start, end, &x, &width);
      if (!shows (self, x, width))
        continue;

      cairo_save (cr);
      cairo_translate (cr, x, y);
      anc_paint_overlap (cr, &self->palette, width, OVERLAP_HEIGHT);
      cairo_restore (cr);
    }
}

/* The bar that is being drawn, or the place of a cut. */
static void
paint_preview (AncTimeline *self,
               cairo_t *cr)
{
  double y = self->preview.y - self->metrics.axis_height;

  if (self->preview.kind == ANC_PREVIEW_CREATE)
    {
      AncBarLook look = { .height = self->metrics.bar_height, .is_preview = TRUE, .pattern = ANC_PATTERN_PLAIN };
      double x;

      anc_time_scale_get_extent (&self->scale,
                                 self->preview.span.start,
                                 self->preview.span.end,
                                 &x,
                                 &look.width);
      look.color = self->palette.dim;
      if (self->preview.lane != NULL)
        anc_timeline_palette_get_bar_colors (&self->palette, self->preview.lane, &look.color, &look.on_color);
      cairo_save (cr);
      cairo_translate (cr, x, y);
      anc_paint_bar (cr, &look);
      cairo_restore (cr);
    }
  else if (self->preview.kind == ANC_PREVIEW_SPLIT)
    {
      AncTimelineEntry *entry = anc_timeline_find_entry (self, self->preview.item);
      double x = round (anc_time_scale_get_x (&self->scale, self->preview.date));

      if (entry == NULL)
        return;
      y = anc_lane_extent_get_bar_y (&g_array_index (self->extents, AncLaneExtent, entry->lane),
                                     &self->metrics,
                                     entry->row)
          - self->scroll_y;
      gdk_cairo_set_source_rgba (cr, &self->palette.surface);
      cairo_rectangle (cr, x - 3, y - 2, 6, self->metrics.bar_height + 4);
      cairo_fill (cr);
      gdk_cairo_set_source_rgba (cr, &self->palette.text);
      cairo_rectangle (cr, x - 1, y - 4, 2, self->metrics.bar_height + 8);
      cairo_fill (cr);
    }
}

void
anc_timeline_snapshot_notes (AncTimeline *self,
                             GtkSnapshot *snapshot)
{
  float height = (float) anc_timeline_get_body_height (self);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (0, 0, (float) self->scale.width, height));

  for (guint i = 0; i < self->gaps->len; i++)
    paint_gap (self, cr, g_array_index (self->gaps, AncTimeSpan, i));
  for (guint i = 0; i < self->entries->len; i++)
    {
      AncTimelineEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->bar != NULL)
        paint_overlaps (self, cr, entry);
    }
  paint_preview (self, cr);

  cairo_destroy (cr);
}
