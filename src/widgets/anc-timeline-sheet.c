/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-sheet.h"

#include "anc-timeline-painter.h"
#include "anc-timeline-private.h"
#include "anc-timeline-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FONT "Cantarell, Noto Sans, Sans 9"

struct _AncTimelineSheet
{
  AncTimeline *timeline;
  AncTimelinePalette palette;
  AncTimelineMetrics metrics;
  AncTimeScale scale;
  GArray *extents; /* of AncLaneExtent */
  double width;
  double lanes_height;
  double legend_height;
  PangoContext *context;
  GArray *pages; /* (nullable): of guint, the first lane of each */
};

static PangoContext *
create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string (FONT);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_font_description (context, font);
  cairo_font_options_destroy (options);
  pango_font_description_free (font);

  return context;
}

/* The months the content covers, with one after it. */
static void
get_content (AncTimeline *timeline,
             AncDate *first,
             AncDate *last)
{
  anc_timeline_update_entries (timeline);
  anc_timeline_get_content (timeline, first, last);
  *first = anc_month_get_first_day (anc_date_get_month (*first));
  *last = anc_month_get_last_day (anc_date_get_month (*last) + 1);
}

static double
get_count_height (const AncTimelineSheet *self)
{
  return self->timeline->count != NULL ? self->metrics.count_height : 0;
}

/* The height of a sheet whose lanes take @lanes_height. */
static double
get_height (const AncTimelineSheet *self,
            double lanes_height)
{
  return self->metrics.axis_height + lanes_height + get_count_height (self) + self->legend_height;
}

static double
get_body_x (const AncTimelineSheet *self)
{
  if (!self->scale.rtl)
    return self->metrics.heading_width;

  return self->timeline->count != NULL ? self->metrics.total_width : 0;
}

static PangoLayout *
create_text (const AncTimelineSheet *self,
             const char *text,
             gboolean bold,
             double size,
             double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (size));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_text (layout, text != NULL ? text : "", -1);
  if (width > 0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }

  return layout;
}

/* A name, and what stands under it, in a column of @width from @x, @y. */
static void
draw_two_lines (const AncTimelineSheet *self,
                cairo_t *cr,
                const char *title,
                const char *subtitle,
                double x,
                double y,
                double width)
{
  g_autoptr (PangoLayout) first = create_text (self, title, TRUE, 1, width - 12);
  g_autoptr (PangoLayout) second = create_text (self, subtitle, FALSE, 0.85, width - 12);
  int height;

  pango_layout_get_pixel_size (first, NULL, &height);
  gdk_cairo_set_source_rgba (cr, &self->palette.text);
  cairo_move_to (cr, x + 6, y);
  pango_cairo_show_layout (cr, first);
  gdk_cairo_set_source_rgba (cr, &self->palette.dim);
  cairo_move_to (cr, x + 6, y + height);
  pango_cairo_show_layout (cr, second);
}

static void
draw_months (const AncTimelineSheet *self,
             cairo_t *cr,
             const AncTimelineEntry *entry,
             double y)
{
  AncMonth first, last;

  if (!anc_timeline_entry_get_months (self->timeline, entry, &first, &last))
    return;

  for (AncMonth month = first; month <= last; month++)
    {
      g_autoptr (AncTimelineMonth) known = anc_timeline_item_find_month (entry->item, month);
      double x, width;

      if (!anc_timeline_entry_has_cell (self->timeline, entry, month))
        continue;
      anc_time_scale_get_month_extent (&self->scale, month, &x, &width);
      cairo_save (cr);
      cairo_translate (cr, x, y);
      anc_paint_evidence (cr,
                          &self->palette,
                          width,
                          self->metrics.cell_height,
                          known != NULL ? anc_timeline_month_get_evidence (known) : ANC_EVIDENCE_DECLARED,
                          known != NULL && anc_timeline_month_get_contradiction (known) != NULL);
      cairo_restore (cr);
    }
}

static void
draw_entry (const AncTimelineSheet *self,
            cairo_t *cr,
            const AncTimelineEntry *entry)
{
  const AncLaneExtent *extent = &g_array_index (self->extents, AncLaneExtent, entry->lane);
  g_autofree char *text = anc_timeline_item_get_bar_text (entry->item);
  g_autoptr (PangoLayout) label = create_text (self, text, FALSE, 1, 1);
  AncBarLook look = {
    .height = self->metrics.bar_height,
    .pattern = anc_timeline_item_get_pattern (entry->item),
    .goes_on = entry->span.end == ANC_DATE_NONE,
    .rtl = self->scale.rtl,
    .label = label,
  };
  double x;

  anc_timeline_palette_get_bar_colors (&self->palette,
                                       anc_timeline_get_lane (self->timeline, entry),
                                       &look.color,
                                       &look.on_color);
  anc_time_scale_get_extent (&self->scale, entry->span.start, entry->end, &x, &look.width);
  look.width = MAX (look.width, 2);
  cairo_save (cr);
  cairo_translate (cr, x, anc_lane_extent_get_bar_y (extent, &self->metrics, entry->row));
  anc_paint_bar (cr, &look);
  cairo_restore (cr);
  draw_months (self, cr, entry, anc_lane_extent_get_cell_y (extent, &self->metrics, entry->row));
}

/* The lanes from @first up to @end, with their names. */
static void
draw_lanes (const AncTimelineSheet *self,
            cairo_t *cr,
            guint first,
            guint end)
{
  double heading_x = self->scale.rtl ? self->width - self->metrics.heading_width : 0;
  AncNotesView notes = {
    .timeline = self->timeline,
    .scale = &self->scale,
    .metrics = &self->metrics,
    .palette = &self->palette,
    .extents = self->extents,
    .context = self->context,
    .first = first,
    .end = end,
  };

  for (guint i = first; i < end; i++)
    {
      const AncTimelineRow *row = &g_array_index (self->timeline->rows, AncTimelineRow, i);
      const AncLaneExtent *extent = &g_array_index (self->extents, AncLaneExtent, i);

      draw_two_lines (self,
                      cr,
                      anc_timeline_lane_get_title (row->lane),
                      anc_timeline_lane_get_subtitle (row->lane),
                      heading_x,
                      extent->y + self->metrics.lane_padding,
                      self->metrics.heading_width);
      cairo_save (cr);
      cairo_translate (cr, get_body_x (self), 0);
      for (guint j = 0; j < row->n_entries; j++)
        draw_entry (self, cr, g_ptr_array_index (self->timeline->entries, row->first_entry + j));
      cairo_restore (cr);
    }

  cairo_save (cr);
  cairo_translate (cr, get_body_x (self), 0);
  anc_timeline_paint_notes (&notes, cr);
  cairo_restore (cr);
}

static void
draw_count (const AncTimelineSheet *self,
            cairo_t *cr)
{
  AncTimelineCount *count = self->timeline->count;
  double margin = self->metrics.count_height / 5;
  double total_x = self->scale.rtl ? 0 : self->width - self->metrics.total_width;
  double heading_x = self->scale.rtl ? self->width - self->metrics.heading_width : 0;
  g_autofree char *total = anc_words_total (count);
  g_autoptr (PangoLayout) text = create_text (self, total, TRUE, 0.9, self->metrics.total_width - 12);
  AncMonth first, last;
  int text_height;

  draw_two_lines (self,
                  cr,
                  anc_timeline_count_get_totals (count)->title,
                  anc_timeline_count_get_totals (count)->subtitle,
                  heading_x,
                  margin,
                  self->metrics.heading_width);

  pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_NONE);
  pango_layout_get_pixel_size (text, NULL, &text_height);
  gdk_cairo_set_source_rgba (cr, &self->palette.text);
  cairo_move_to (cr, total_x + 6, (self->metrics.count_height - text_height) / 2);
  pango_cairo_show_layout (cr, text);

  if (!anc_timeline_count_get_months (count, &first, &last))
    return;
  first = MAX (first, anc_date_get_month (self->scale.first));
  last = MIN (last, anc_date_get_month (self->scale.last));
  for (AncMonth month = first; month <= last; month++)
    {
      double x, width;

      anc_time_scale_get_month_extent (&self->scale, month, &x, &width);
      cairo_save (cr);
      cairo_translate (cr, get_body_x (self) + x, margin);
      anc_paint_state (cr,
                       &self->palette,
                       width,
                       self->metrics.count_height - 2 * margin,
                       anc_timeline_count_get_state (count, month),
                       self->scale.day_width * 28 >= ANC_SMALLEST_SIGN);
      cairo_restore (cr);
    }
}

/* The date at the head of its line, and where that head begins and ends. */
static PangoLayout *
create_filing_head (const AncTimelineSheet *self,
                    double *left,
                    double *right)
{
  double x = anc_time_scale_get_x (&self->scale, self->timeline->filing_date);
  g_autofree char *date = anc_words_short_date (self->timeline->filing_date);
  PangoLayout *text = create_text (self, date, TRUE, 0.85, 0);
  int width;

  pango_layout_get_pixel_size (text, &width, NULL);
  *left = CLAMP (x - width / 2.0 - 6, 0, MAX (0, self->scale.width - width - 12));
  *right = *left + width + 12;

  return text;
}

/* The line of the filing date, from the axis down, and the date at its head. */
static void
draw_filing (const AncTimelineSheet *self,
             cairo_t *cr,
             double bottom)
{
  double x = anc_time_scale_get_x (&self->scale, self->timeline->filing_date);
  double left, right;
  g_autoptr (PangoLayout) text = create_filing_head (self, &left, &right);
  int height;

  pango_layout_get_pixel_size (text, NULL, &height);
  gdk_cairo_set_source_rgba (cr, &self->palette.filing);
  cairo_rectangle (cr, x - 0.75, 0, 1.5, bottom);
  cairo_rectangle (cr, left, 1, right - left, height + 2);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, &self->palette.on_bar);
  cairo_move_to (cr, left + 6, 2);
  pango_cairo_show_layout (cr, text);
}

typedef void (*PaintSign) (const AncTimelineSheet *self,
                           cairo_t *cr,
                           double size,
                           int value);

static void
paint_evidence_sign (const AncTimelineSheet *self,
                     cairo_t *cr,
                     double size,
                     int value)
{
  anc_paint_evidence (cr,
                      &self->palette,
                      size,
                      size,
                      value > ANC_EVIDENCE_PAYSLIP ? ANC_EVIDENCE_PAYSLIP : (AncEvidence) value,
                      value > ANC_EVIDENCE_PAYSLIP);
}

static void
paint_state_sign (const AncTimelineSheet *self,
                  cairo_t *cr,
                  double size,
                  int value)
{
  anc_paint_state (cr, &self->palette, size, size, (AncMonthState) value, TRUE);
}

/* What the signs mean: on paper nothing can be asked. */
static void
draw_legend (const AncTimelineSheet *self,
             cairo_t *cr)
{
  const struct
  {
    PaintSign paint;
    int value;
    const char *words;
  } signs[] = {
    { paint_evidence_sign, ANC_EVIDENCE_PAYSLIP, anc_words_evidence (ANC_EVIDENCE_PAYSLIP) },
    { paint_evidence_sign, ANC_EVIDENCE_DECLARED, anc_words_evidence (ANC_EVIDENCE_DECLARED) },
    { paint_evidence_sign, ANC_EVIDENCE_PAYSLIP + 1, C_ ("evidence", "contradiction") },
    { paint_state_sign, ANC_MONTH_COUNTED, anc_words_month_state (ANC_MONTH_COUNTED) },
    { paint_state_sign, ANC_MONTH_ARGUABLE, anc_words_month_state (ANC_MONTH_ARGUABLE) },
    { paint_state_sign, ANC_MONTH_DECLARED, anc_words_month_state (ANC_MONTH_DECLARED) },
  };
  double size = 15;
  double x = self->scale.rtl ? self->width - 6 - size : 6;
  double y = (self->legend_height - size) / 2;

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_autoptr (PangoLayout) text = create_text (self, signs[i].words, FALSE, 0.85, 0);
      int width, height;

      pango_layout_get_pixel_size (text, &width, &height);
      cairo_save (cr);
      cairo_translate (cr, x, y);
      signs[i].paint (self, cr, size, signs[i].value);
      cairo_restore (cr);
      gdk_cairo_set_source_rgba (cr, &self->palette.text);
      cairo_move_to (cr, self->scale.rtl ? x - 4 - width : x + size + 4, (self->legend_height - height) / 2);
      pango_cairo_show_layout (cr, text);
      x += (width + size + 20) * (self->scale.rtl ? -1 : 1);
    }
}

/* One sheet with the lanes from @first up to @end. */
static void
draw_sheet (const AncTimelineSheet *self,
            cairo_t *cr,
            guint first,
            guint end)
{
  double top = first < self->extents->len ? g_array_index (self->extents, AncLaneExtent, first).y : 0;
  double bottom = end < self->extents->len ? g_array_index (self->extents, AncLaneExtent, end).y : self->lanes_height;
  double count_y = self->metrics.axis_height + bottom - top;
  double end_y = count_y + get_count_height (self);
  AncTimelineCount *count = self->timeline->count;
  double head_left, head_right;
  g_autoptr (PangoLayout) head = create_filing_head (self, &head_left, &head_right);

  cairo_save (cr);
  cairo_translate (cr, get_body_x (self), 0);
  if (count != NULL && anc_timeline_count_get_totals (count)->window_start != ANC_DATE_NONE)
    {
      cairo_save (cr);
      cairo_translate (cr, 0, self->metrics.axis_height);
      anc_paint_window (cr,
                        &self->palette,
                        &self->scale,
                        anc_timeline_count_get_totals (count)->window_start,
                        anc_timeline_count_get_totals (count)->window_end,
                        end_y - self->metrics.axis_height);
      cairo_restore (cr);
    }
  anc_paint_grid (cr, &self->palette, &self->scale, self->metrics.axis_height, end_y);
  anc_paint_axis (cr, &self->palette, &self->scale, self->context, self->metrics.axis_height, head_left, head_right);
  cairo_restore (cr);

  cairo_save (cr);
  cairo_translate (cr, 0, self->metrics.axis_height - top);
  draw_lanes (self, cr, first, end);
  cairo_restore (cr);
  if (count != NULL)
    {
      cairo_save (cr);
      cairo_translate (cr, 0, count_y);
      draw_count (self, cr);
      cairo_restore (cr);
    }

  cairo_save (cr);
  cairo_translate (cr, get_body_x (self), 0);
  draw_filing (self, cr, end_y);
  cairo_restore (cr);
  cairo_translate (cr, 0, end_y);
  draw_legend (self, cr);
}

/* How many lanes from @first on fit into @height; at least one. */
static guint
count_lanes (const AncTimelineSheet *self,
             guint first,
             double height)
{
  double room = height - get_height (self, 0);
  guint end = first;

  while (end < self->extents->len)
    {
      const AncLaneExtent *extent = &g_array_index (self->extents, AncLaneExtent, end);

      if (end > first && extent->y + extent->height - g_array_index (self->extents, AncLaneExtent, first).y > room)
        break;
      end++;
    }

  return end - first;
}

/**
 * anc_timeline_sheet_new:
 * @timeline: a timeline, which must outlive the sheet
 * @width: how wide
 *
 * Returns: (transfer full): the sheet
 */
AncTimelineSheet *
anc_timeline_sheet_new (AncTimeline *timeline,
                        double width)
{
  AncTimelineSheet *self;
  PangoFontMetrics *font;
  double line_height;

  g_return_val_if_fail (ANC_IS_TIMELINE (timeline), NULL);

  self = g_new0 (AncTimelineSheet, 1);
  self->timeline = timeline;
  self->width = width;
  self->context = create_context ();
  pango_context_set_base_dir (self->context, timeline->scale.rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  font = pango_context_get_metrics (self->context, NULL, NULL);
  line_height = ceil ((double) pango_font_metrics_get_height (font) / PANGO_SCALE);
  anc_timeline_metrics_init (&self->metrics,
                             line_height,
                             (double) pango_font_metrics_get_approximate_char_width (font) / PANGO_SCALE,
                             width);
  pango_font_metrics_unref (font);
  anc_timeline_palette_init_for_paper (&self->palette);
  self->legend_height = line_height * 2;

  get_content (timeline, &self->scale.first, &self->scale.last);
  self->scale.rtl = timeline->scale.rtl;
  self->scale.width = width - self->metrics.heading_width - (timeline->count != NULL ? self->metrics.total_width : 0);
  self->scale.day_width = self->scale.width / (self->scale.last + 1 - self->scale.first);

  self->extents = g_array_copy (timeline->extents);
  self->lanes_height = anc_lane_extents_stack ((AncLaneExtent *) (gpointer) self->extents->data,
                                               self->extents->len,
                                               &self->metrics);

  return self;
}

void
anc_timeline_sheet_free (AncTimelineSheet *self)
{
  g_clear_pointer (&self->pages, g_array_unref);
  g_array_unref (self->extents);
  g_object_unref (self->context);
  g_free (self);
}

double
anc_timeline_sheet_get_width (const AncTimelineSheet *self)
{
  return self->width;
}

/* With all its lanes. */
double
anc_timeline_sheet_get_height (const AncTimelineSheet *self)
{
  return get_height (self, self->lanes_height);
}

/* The whole of it, from the top left of what is drawn on. */
void
anc_timeline_sheet_draw (const AncTimelineSheet *self,
                         cairo_t *cr)
{
  draw_sheet (self, cr, 0, self->extents->len);
}

/**
 * anc_timeline_sheet_paginate:
 * @self: a sheet
 * @height: that of a page
 *
 * Returns: over how many pages its lanes go; at least one
 */
guint
anc_timeline_sheet_paginate (AncTimelineSheet *self,
                             double height)
{
  guint first = 0;

  g_clear_pointer (&self->pages, g_array_unref);
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  do
    {
      g_array_append_val (self->pages, first);
      first += count_lanes (self, first, height);
    }
  while (first < self->extents->len);

  return self->pages->len;
}

/**
 * anc_timeline_sheet_draw_page:
 * @self: a sheet with pages
 * @cr: where to draw, from its top left
 * @page: which, from 0
 */
void
anc_timeline_sheet_draw_page (const AncTimelineSheet *self,
                              cairo_t *cr,
                              guint page)
{
  guint first, end;

  g_return_if_fail (self->pages != NULL && page < self->pages->len);

  first = g_array_index (self->pages, guint, page);
  end = page + 1 < self->pages->len ? g_array_index (self->pages, guint, page + 1) : self->extents->len;
  draw_sheet (self, cr, first, end);
}

/* How many months the content of a timeline covers, as a sheet shows it. */
guint
anc_timeline_sheet_count_months (AncTimeline *timeline)
{
  AncDate first, last;

  get_content (timeline, &first, &last);
  return (guint) (anc_date_get_month (last) - anc_date_get_month (first) + 1);
}
