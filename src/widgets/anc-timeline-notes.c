/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-painter.h"
#include "anc-timeline-private.h"
#include "anc-timeline-words.h"

#include <math.h>

#define OVERLAP_HEIGHT 4 /* of the bracket over bars that overlap */
#define LABEL_MARGIN 4
#define SMALL_TEXT 0.8
#define ARROW 4 /* of the hint to bars out of the view */

static gboolean
shows (const AncNotesView *view,
       double x,
       double width)
{
  return x < view->scale->width && x + width > 0;
}

static double
get_bar_y (const AncNotesView *view,
           const AncTimelineEntry *entry)
{
  const AncLaneExtent *extent = &g_array_index (view->extents, AncLaneExtent, entry->lane);

  return anc_lane_extent_get_bar_y (extent, view->metrics, entry->row) - view->top;
}

static double
get_cell_y (const AncNotesView *view,
            const AncTimelineEntry *entry)
{
  const AncLaneExtent *extent = &g_array_index (view->extents, AncLaneExtent, entry->lane);

  return anc_lane_extent_get_cell_y (extent, view->metrics, entry->row) - view->top;
}

/* A job in one of the lanes of the view. */
static gboolean
is_job (const AncNotesView *view,
        const AncTimelineEntry *entry)
{
  return entry->lane >= view->first && entry->lane < view->end
         && anc_timeline_lane_get_kind (anc_timeline_get_lane (view->timeline, entry)) == ANC_LANE_JOBS;
}

/* The job that ends where @gap begins: the gap is drawn in its row. */
static AncTimelineEntry *
find_job_before (const AncNotesView *view,
                 AncTimeSpan gap)
{
  for (guint i = 0; i < view->timeline->entries->len; i++)
    {
      AncTimelineEntry *entry = g_ptr_array_index (view->timeline->entries, i);

      if (entry->end + 1 == gap.start && is_job (view, entry))
        return entry;
    }

  return NULL;
}

/* How far along time what is written beside @entry may go before it meets a bar. */
static double
get_room (const AncNotesView *view,
          const AncTimelineEntry *entry,
          double from)
{
  double room = view->scale->rtl ? from : view->scale->width - from;

  for (guint i = 0; i < view->timeline->entries->len; i++)
    {
      const AncTimelineEntry *other = g_ptr_array_index (view->timeline->entries, i);
      double start = anc_time_scale_get_x (view->scale, other->span.start);
      double distance = view->scale->rtl ? from - start : start - from;

      if (other->lane == entry->lane && other->row == entry->row && distance >= 0)
        room = MIN (room, distance);
    }

  return room;
}

/* How long the gap is, under it: beside the months of the job before. */
static void
paint_gap_label (const AncNotesView *view,
                 cairo_t *cr,
                 AncTimeSpan gap,
                 const AncTimelineEntry *entry)
{
  double x = anc_time_scale_get_x (view->scale, gap.start);
  g_autofree char *text = anc_words_gap (gap);
  g_autoptr (PangoLayout) label = pango_layout_new (view->context);
  PangoAttrList *attributes = pango_attr_list_new ();
  int width, height;

  pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL_TEXT));
  pango_layout_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_text (label, text, -1);
  pango_layout_get_pixel_size (label, &width, &height);
  if (width + 2 * LABEL_MARGIN > get_room (view, entry, x))
    return;

  gdk_cairo_set_source_rgba (cr, &view->palette->dim);
  cairo_move_to (cr,
                 view->scale->rtl ? x - width - LABEL_MARGIN : x + LABEL_MARGIN,
                 get_cell_y (view, entry) + (view->metrics->cell_height - height) / 2);
  pango_cairo_show_layout (cr, label);
}

static void
paint_gap (const AncNotesView *view,
           cairo_t *cr,
           AncTimeSpan gap)
{
  AncTimelineEntry *entry = find_job_before (view, gap);
  double x, width;

  anc_time_scale_get_extent (view->scale, gap.start, gap.end, &x, &width);
  if (entry == NULL || entry->item == view->timeline->preview.item || !shows (view, x, width))
    return;

  cairo_save (cr);
  cairo_translate (cr, x, get_bar_y (view, entry));
  anc_paint_gap (cr, view->palette, width, view->metrics->bar_height);
  cairo_restore (cr);
  paint_gap_label (view, cr, gap, entry);
}

/* Brackets over the parts of the bar of @entry that other jobs cover too. */
static void
paint_overlaps (const AncNotesView *view,
                cairo_t *cr,
                const AncTimelineEntry *entry)
{
  const GArray *overlaps = view->timeline->overlaps;

  for (guint i = 0; i < overlaps->len; i++)
    {
      AncTimeSpan overlap = g_array_index (overlaps, AncTimeSpan, i);
      AncDate start = MAX (overlap.start, entry->span.start);
      AncDate end = MIN (anc_timeline_get_shown_end (view->timeline, overlap), entry->end);
      double x, width;

      if (start > end)
        continue;
      anc_time_scale_get_extent (view->scale, start, end, &x, &width);
      if (!shows (view, x, width))
        continue;

      cairo_save (cr);
      cairo_translate (cr, x, get_bar_y (view, entry) - OVERLAP_HEIGHT - 1);
      anc_paint_overlap (cr, view->palette, width, OVERLAP_HEIGHT);
      cairo_restore (cr);
    }
}

/**
 * anc_timeline_paint_notes:
 * @view: where, on screen or on paper
 * @cr: where to paint, from the first day that shows and the top of what shows
 *
 * Paints the gaps between jobs and the brackets over jobs that overlap.
 */
void
anc_timeline_paint_notes (const AncNotesView *view,
                          cairo_t *cr)
{
  const GArray *gaps = view->timeline->gaps;

  for (guint i = 0; i < gaps->len; i++)
    paint_gap (view, cr, g_array_index (gaps, AncTimeSpan, i));
  for (guint i = 0; i < view->timeline->entries->len; i++)
    {
      const AncTimelineEntry *entry = g_ptr_array_index (view->timeline->entries, i);

      if (is_job (view, entry))
        paint_overlaps (view, cr, entry);
    }
}

/* At an edge of the view: in which year the lane has its next bar, further that way. */
static void
paint_hint (const AncNotesView *view,
            cairo_t *cr,
            guint lane,
            AncDate date,
            gboolean at_left)
{
  const AncLaneExtent *extent = &g_array_index (view->extents, AncLaneExtent, lane);
  double middle = anc_lane_extent_get_bar_y (extent, view->metrics, 0) - view->top + view->metrics->bar_height / 2;
  double tip = at_left ? LABEL_MARGIN : view->scale->width - LABEL_MARGIN;
  double inward = at_left ? ARROW : -ARROW;
  g_autofree char *year = g_strdup_printf ("%d", anc_date_get_year (date));
  g_autoptr (PangoLayout) label = pango_layout_new (view->context);
  int width, height;

  pango_layout_set_text (label, year, -1);
  pango_layout_get_pixel_size (label, &width, &height);
  gdk_cairo_set_source_rgba (cr, &view->palette->dim);
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, tip + inward, middle - ARROW);
  cairo_line_to (cr, tip, middle);
  cairo_line_to (cr, tip + inward, middle + ARROW);
  cairo_stroke (cr);
  cairo_move_to (cr,
                 at_left ? tip + inward + LABEL_MARGIN : tip + inward - LABEL_MARGIN - width,
                 round (middle - height / 2.0));
  pango_cairo_show_layout (cr, label);
}

/* A lane that shows no bar says where its bars are. */
static void
paint_hints (const AncNotesView *view,
             cairo_t *cr,
             guint lane)
{
  const AncTimelineRow *row = &g_array_index (view->timeline->rows, AncTimelineRow, lane);
  AncDate before = G_MININT32;
  AncDate after = G_MAXINT32;

  for (guint i = 0; i < row->n_entries; i++)
    {
      const AncTimelineEntry *entry = g_ptr_array_index (view->timeline->entries, row->first_entry + i);
      double x, width;

      anc_time_scale_get_extent (view->scale, entry->span.start, entry->end, &x, &width);
      if (shows (view, x, width))
        return;
      if (entry->end < anc_time_scale_get_date (view->scale, view->scale->width / 2))
        before = MAX (before, entry->end);
      else
        after = MIN (after, entry->span.start);
    }

  if (before != G_MININT32)
    paint_hint (view, cr, lane, before, !view->scale->rtl);
  if (after != G_MAXINT32)
    paint_hint (view, cr, lane, after, view->scale->rtl);
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
  double height = anc_timeline_get_body_height (self);
  AncNotesView view = {
    .timeline = self,
    .scale = &self->scale,
    .metrics = &self->metrics,
    .palette = &self->palette,
    .extents = self->extents,
    .context = gtk_widget_get_pango_context (GTK_WIDGET (self)),
    .top = self->scroll_y,
  };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->scale.width, (float) height));

  if (anc_lane_extents_get_visible ((const AncLaneExtent *) (gpointer) self->extents->data,
                                    self->extents->len,
                                    self->scroll_y,
                                    height,
                                    &view.first,
                                    &view.end))
    {
      view.end++;
      anc_timeline_paint_notes (&view, cr);
      for (guint lane = view.first; lane < view.end; lane++)
        paint_hints (&view, cr, lane);
    }
  paint_preview (self, cr);

  cairo_destroy (cr);
}
