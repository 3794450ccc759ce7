/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-sheet.h"

#include "anc-timeline-painter.h"
#include "anc-timeline-private.h"
#include "anc-timeline-words.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define FONT "Cantarell, Noto Sans, Sans 9"
#define MARGIN 18
#define PAGE_WIDTH 841.89 /* A4 across, in points */
#define PAGE_HEIGHT 595.28
#define MONTH_WIDTH 20 /* of a picture, in pixels */
#define SMALLEST_PICTURE 900
#define LARGEST_PICTURE 8000
#define LARGEST_SHARP_PICTURE 2400 /* a wider PNG has one pixel for one, or it takes too much memory */

/**
 * Sheet:
 *
 * A timeline laid out anew for paper, all its years in the given width.
 */
typedef struct
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
} Sheet;

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

static void
sheet_init (Sheet *self,
            AncTimeline *timeline,
            double width)
{
  PangoFontMetrics *font;
  double line_height;

  *self = (Sheet){ .timeline = timeline, .width = width };
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
}

static void
sheet_clear (Sheet *self)
{
  g_clear_pointer (&self->extents, g_array_unref);
  g_clear_object (&self->context);
}

static double
sheet_get_count_height (const Sheet *self)
{
  return self->timeline->count != NULL ? self->metrics.count_height : 0;
}

/* The height of a sheet whose lanes take @lanes_height. */
static double
sheet_get_height (const Sheet *self,
                  double lanes_height)
{
  return self->metrics.axis_height + lanes_height + sheet_get_count_height (self) + self->legend_height;
}

static double
sheet_get_body_x (const Sheet *self)
{
  if (!self->scale.rtl)
    return self->metrics.heading_width;

  return self->timeline->count != NULL ? self->metrics.total_width : 0;
}

static PangoLayout *
create_text (const Sheet *self,
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
draw_two_lines (const Sheet *self,
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
draw_months (const Sheet *self,
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
draw_entry (const Sheet *self,
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
draw_lanes (const Sheet *self,
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
      cairo_translate (cr, sheet_get_body_x (self), 0);
      for (guint j = 0; j < row->n_entries; j++)
        draw_entry (self, cr, g_ptr_array_index (self->timeline->entries, row->first_entry + j));
      cairo_restore (cr);
    }

  cairo_save (cr);
  cairo_translate (cr, sheet_get_body_x (self), 0);
  anc_timeline_paint_notes (&notes, cr);
  cairo_restore (cr);
}

static void
draw_count (const Sheet *self,
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
                  anc_timeline_count_get_title (count),
                  anc_timeline_count_get_subtitle (count),
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
      cairo_translate (cr, sheet_get_body_x (self) + x, margin);
      anc_paint_state (cr,
                       &self->palette,
                       width,
                       self->metrics.count_height - 2 * margin,
                       anc_timeline_count_get_state (count, month),
                       self->scale.day_width * 28 >= ANC_SMALLEST_SIGN);
      cairo_restore (cr);
    }
}

/* The line of the filing date, from the axis down, and the date at its head. */
static void
draw_filing (const Sheet *self,
             cairo_t *cr,
             double bottom)
{
  double x = anc_time_scale_get_x (&self->scale, self->timeline->filing_date);
  g_autofree char *date = anc_words_short_date (self->timeline->filing_date);
  g_autoptr (PangoLayout) text = create_text (self, date, TRUE, 0.85, 0);
  int width, height;
  double left;

  pango_layout_get_pixel_size (text, &width, &height);
  left = CLAMP (x - width / 2.0 - 6, 0, MAX (0, self->scale.width - width - 12));
  gdk_cairo_set_source_rgba (cr, &self->palette.filing);
  cairo_rectangle (cr, x - 0.75, 0, 1.5, bottom);
  cairo_rectangle (cr, left, 1, width + 12, height + 2);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, &self->palette.on_bar);
  cairo_move_to (cr, left + 6, 2);
  pango_cairo_show_layout (cr, text);
}

typedef void (*PaintSign) (const Sheet *self,
                           cairo_t *cr,
                           double size,
                           int value);

static void
paint_evidence_sign (const Sheet *self,
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
paint_state_sign (const Sheet *self,
                  cairo_t *cr,
                  double size,
                  int value)
{
  anc_paint_state (cr, &self->palette, size, size, (AncMonthState) value, TRUE);
}

/* What the signs mean: on paper nothing can be asked. */
static void
draw_legend (const Sheet *self,
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
sheet_draw (const Sheet *self,
            cairo_t *cr,
            guint first,
            guint end)
{
  double top = first < self->extents->len ? g_array_index (self->extents, AncLaneExtent, first).y : 0;
  double bottom = end < self->extents->len ? g_array_index (self->extents, AncLaneExtent, end).y : self->lanes_height;
  double count_y = self->metrics.axis_height + bottom - top;
  double end_y = count_y + sheet_get_count_height (self);
  AncTimelineCount *count = self->timeline->count;

  cairo_save (cr);
  cairo_translate (cr, sheet_get_body_x (self), 0);
  if (count != NULL && anc_timeline_count_get_window_start (count) != ANC_DATE_NONE)
    {
      cairo_save (cr);
      cairo_translate (cr, 0, self->metrics.axis_height);
      anc_paint_window (cr,
                        &self->palette,
                        &self->scale,
                        anc_timeline_count_get_window_start (count),
                        anc_timeline_count_get_window_end (count),
                        end_y - self->metrics.axis_height);
      cairo_restore (cr);
    }
  anc_paint_grid (cr, &self->palette, &self->scale, self->metrics.axis_height, end_y);
  anc_paint_axis (cr, &self->palette, &self->scale, self->context, self->metrics.axis_height);
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
  cairo_translate (cr, sheet_get_body_x (self), 0);
  draw_filing (self, cr, end_y);
  cairo_restore (cr);
  cairo_translate (cr, 0, end_y);
  draw_legend (self, cr);
}

/* How many lanes from @first on fit into @height; at least one. */
static guint
sheet_count_lanes (const Sheet *self,
                   guint first,
                   double height)
{
  double room = height - sheet_get_height (self, 0);
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

/* Where each page begins, for pages of @height; at least one page. */
static GArray *
sheet_paginate (const Sheet *self,
                double height)
{
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first = 0;

  do
    {
      g_array_append_val (pages, first);
      first += sheet_count_lanes (self, first, height);
    }
  while (first < self->extents->len);

  return pages;
}

static void
sheet_draw_page (const Sheet *self,
                 cairo_t *cr,
                 const GArray *pages,
                 guint page)
{
  guint first = g_array_index (pages, guint, page);
  guint end = page + 1 < pages->len ? g_array_index (pages, guint, page + 1) : self->extents->len;

  sheet_draw (self, cr, first, end);
}

static cairo_status_t
append (void *closure,
        const unsigned char *data,
        unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
write_pdf (AncTimeline *timeline,
           GByteArray *bytes)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GArray) pages = NULL;
  Sheet sheet;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, _ ("Employment timeline"));
  sheet_init (&sheet, timeline, PAGE_WIDTH - 2 * MARGIN);
  pages = sheet_paginate (&sheet, PAGE_HEIGHT - 2 * MARGIN);
  for (guint i = 0; i < pages->len; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, MARGIN, MARGIN);
      sheet_draw_page (&sheet, cr, pages, i);
      cairo_restore (cr);
      cairo_show_page (cr);
    }
  sheet_clear (&sheet);

  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
}

/* Wide enough for MONTH_WIDTH a month. */
static double
get_picture_width (AncTimeline *timeline)
{
  AncDate first, last;
  double months;

  get_content (timeline, &first, &last);
  months = anc_date_get_month (last) - anc_date_get_month (first) + 1;
  return CLAMP (months * MONTH_WIDTH * 1.4, SMALLEST_PICTURE, LARGEST_PICTURE);
}

static void
write_picture (AncTimeline *timeline,
               AncSheetFormat format,
               GByteArray *bytes)
{
  cairo_surface_t *surface;
  double width, height;
  Sheet sheet;
  int scale;
  cairo_t *cr;

  sheet_init (&sheet, timeline, get_picture_width (timeline));
  scale = sheet.width <= LARGEST_SHARP_PICTURE ? 2 : 1;
  width = sheet.width + 2 * MARGIN;
  height = ceil (sheet_get_height (&sheet, sheet.lanes_height) + 2 * MARGIN);
  if (format == ANC_SHEET_SVG)
    surface = cairo_svg_surface_create_for_stream (append, bytes, width, height);
  else
    surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width * scale, (int) height * scale);

  cr = cairo_create (surface);
  if (format == ANC_SHEET_PNG)
    cairo_scale (cr, scale, scale);
  gdk_cairo_set_source_rgba (cr, &sheet.palette.surface);
  cairo_paint (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  sheet_draw (&sheet, cr, 0, sheet.extents->len);
  cairo_destroy (cr);
  sheet_clear (&sheet);

  if (format == ANC_SHEET_PNG)
    cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
}

/**
 * anc_timeline_export:
 * @self: a timeline
 * @format: how
 *
 * Draws everything there is, not what shows alone, as on white paper.
 *
 * Returns: (transfer full): the file
 */
GBytes *
anc_timeline_export (AncTimeline *self,
                     AncSheetFormat format)
{
  GByteArray *bytes;

  g_return_val_if_fail (ANC_IS_TIMELINE (self), NULL);

  bytes = g_byte_array_new ();
  if (format == ANC_SHEET_PDF)
    write_pdf (self, bytes);
  else
    write_picture (self, format, bytes);

  return g_byte_array_free_to_bytes (bytes);
}

/* Puts a picture of everything on the clipboard. */
void
anc_timeline_copy (AncTimeline *self)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  g_return_if_fail (ANC_IS_TIMELINE (self));

  bytes = anc_timeline_export (self, ANC_SHEET_PNG);
  texture = gdk_texture_new_from_bytes (bytes, NULL);
  if (texture != NULL)
    gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (self)), texture);
}

/* What a print operation draws from, from its beginning to its end. */
typedef struct
{
  Sheet sheet;
  GArray *pages;
} PrintJob;

static void
free_print_job (gpointer data)
{
  PrintJob *job = data;

  sheet_clear (&job->sheet);
  g_array_unref (job->pages);
  g_free (job);
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext *context,
                AncTimeline *timeline)
{
  PrintJob *job = g_new0 (PrintJob, 1);

  sheet_init (&job->sheet, timeline, gtk_print_context_get_width (context));
  job->pages = sheet_paginate (&job->sheet, gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation, (int) job->pages->len);
  g_object_set_data_full (G_OBJECT (operation), "anc-print-job", job, free_print_job);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int page,
              AncTimeline *timeline)
{
  PrintJob *job = g_object_get_data (G_OBJECT (operation), "anc-print-job");

  sheet_draw_page (&job->sheet, gtk_print_context_get_cairo_context (context), job->pages, (guint) page);
}

/**
 * anc_timeline_create_print_operation:
 * @self: a timeline
 *
 * Returns: (transfer full): prints everything there is, across the page; to be run by the window
 */
GtkPrintOperation *
anc_timeline_create_print_operation (AncTimeline *self)
{
  GtkPrintOperation *operation;
  g_autoptr (GtkPageSetup) setup = NULL;

  g_return_val_if_fail (ANC_IS_TIMELINE (self), NULL);

  operation = gtk_print_operation_new ();
  setup = gtk_page_setup_new ();
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, _ ("Employment timeline"));
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (begin_print_cb), self, 0);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), self, 0);

  return operation;
}
