/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-export.h"

#include "anc-timeline-sheet.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define MARGIN 18
#define PAGE_WIDTH 841.89 /* A4 across, in points */
#define PAGE_HEIGHT 595.28
#define MONTH_WIDTH 20 /* of a picture, in pixels */
#define SMALLEST_PICTURE 900
#define LARGEST_PICTURE 8000
#define LARGEST_SHARP_PICTURE 2400 /* a wider PNG has one pixel for one, or it takes too much memory */

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
  g_autoptr (AncTimelineSheet) sheet = anc_timeline_sheet_new (timeline, PAGE_WIDTH - 2 * MARGIN);
  guint n_pages = anc_timeline_sheet_paginate (sheet, PAGE_HEIGHT - 2 * MARGIN);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, _ ("Employment timeline"));
  for (guint i = 0; i < n_pages; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, MARGIN, MARGIN);
      anc_timeline_sheet_draw_page (sheet, cr, i);
      cairo_restore (cr);
      cairo_show_page (cr);
    }

  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
}

static void
write_picture (AncTimeline *timeline,
               AncSheetFormat format,
               GByteArray *bytes)
{
  double wanted = anc_timeline_sheet_count_months (timeline) * MONTH_WIDTH * 1.4;
  double sheet_width = CLAMP (wanted, SMALLEST_PICTURE, LARGEST_PICTURE);
  g_autoptr (AncTimelineSheet) sheet = anc_timeline_sheet_new (timeline, sheet_width);
  int scale = sheet_width <= LARGEST_SHARP_PICTURE ? 2 : 1;
  double width = sheet_width + 2 * MARGIN;
  double height = ceil (anc_timeline_sheet_get_height (sheet) + 2 * MARGIN);
  cairo_surface_t *surface;
  cairo_t *cr;

  if (format == ANC_SHEET_SVG)
    surface = cairo_svg_surface_create_for_stream (append, bytes, width, height);
  else
    surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width * scale, (int) height * scale);

  cr = cairo_create (surface);
  if (format == ANC_SHEET_PNG)
    cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  anc_timeline_sheet_draw (sheet, cr);
  cairo_destroy (cr);

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

/* A print operation holds what it draws from, from its beginning to its end. */
static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext *context,
                AncTimeline *timeline)
{
  AncTimelineSheet *sheet = anc_timeline_sheet_new (timeline, gtk_print_context_get_width (context));
  guint n_pages = anc_timeline_sheet_paginate (sheet, gtk_print_context_get_height (context));

  gtk_print_operation_set_n_pages (operation, (int) n_pages);
  g_object_set_data_full (G_OBJECT (operation), "anc-sheet", sheet, (GDestroyNotify) anc_timeline_sheet_free);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int page,
              AncTimeline *timeline)
{
  AncTimelineSheet *sheet = g_object_get_data (G_OBJECT (operation), "anc-sheet");

  anc_timeline_sheet_draw_page (sheet, gtk_print_context_get_cairo_context (context), (guint) page);
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
