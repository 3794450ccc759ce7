/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-stamps.h"

#include "anc-own-pages.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

/* As parts of the size of the letters. */
#define PADDING 0.5
#define FOLIO_SIZE 0.72

/* From the edge of the page, in points, on a sheet of A4. */
#define DISTANCE 11.0

#define A4_WIDTH 595.276

static PangoLayout *
create_layout (cairo_t *cr,
               const char *font_name,
               double size)
{
  PangoFontDescription *font = pango_font_description_from_string (font_name);
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoLayout *layout;
  PangoContext *context;

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  layout = pango_cairo_create_layout (cr);
  context = pango_layout_get_context (layout);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_font_description_set_size (font, (int) (size * PANGO_SCALE));
  pango_layout_set_font_description (layout, font);
  cairo_font_options_destroy (options);
  pango_font_description_free (font);

  return layout;
}

/**
 * anc_stamps_init:
 * @scratch: takes the document; nothing else may be written there until anc_stamps_end()
 */
void
anc_stamps_init (AncStamps *self,
                 const AncBundlePlan *plan,
                 AncScratch *scratch)
{
  *self = (AncStamps){
    .plan = plan,
    .scratch = scratch,
    .surface = anc_scratch_create_surface (scratch, 10, 10),
  };
  self->cr = cairo_create (self->surface);
  self->text = create_layout (self->cr, "Noto Sans Bold", plan->stamp.size);
  self->folio = create_layout (self->cr, "Noto Sans", plan->stamp.size * FOLIO_SIZE);
}

void
anc_stamps_clear (AncStamps *self)
{
  g_object_unref (self->text);
  g_object_unref (self->folio);
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface);
  if (self->pdf == NULL)
    return;
  anc_page_wrapper_clear (&self->wrapper);
  qpdf_cleanup (&self->pdf);
}

static void
get_size (PangoLayout *layout,
          double *width,
          double *height)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  *width = extents.width / (double) PANGO_SCALE;
  *height = extents.height / (double) PANGO_SCALE;
}

/**
 * anc_stamps_draw:
 * @text: "Pièce n° 12 – 3/7"
 * @folio: (nullable): what stands below it, smaller
 *
 * Draws the next stamp.
 */
void
anc_stamps_draw (AncStamps *self,
                 const char *text,
                 const char *folio)
{
  const double size = self->plan->stamp.size;
  const double padding = size * PADDING;
  cairo_t *cr = self->cr;
  double width, height, folio_width = 0, folio_height = 0;
  double box_width, box_height;

  pango_layout_set_text (self->text, text, -1);
  get_size (self->text, &width, &height);
  if (folio != NULL)
    {
      pango_layout_set_text (self->folio, folio, -1);
      get_size (self->folio, &folio_width, &folio_height);
    }
  box_width = MAX (width, folio_width) + 2 * padding;
  box_height = height + folio_height + padding;
  cairo_pdf_surface_set_size (self->surface, box_width, box_height);

  cairo_rectangle (cr, 0.4, 0.4, box_width - 0.8, box_height - 0.8);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0.08, 0.16, 0.36);
  cairo_set_line_width (cr, 0.7);
  cairo_stroke (cr);
  cairo_move_to (cr, (box_width - width) / 2, padding / 2);
  pango_cairo_show_layout (cr, self->text);
  if (folio != NULL)
    {
      cairo_move_to (cr, (box_width - folio_width) / 2, padding / 2 + height);
      pango_cairo_show_layout (cr, self->folio);
    }
  cairo_show_page (cr);
  self->n++;
}

/**
 * anc_stamps_end:
 *
 * Ends the drawing; from here on stamps can be applied.
 *
 * Returns: whether there was room for them
 */
gboolean
anc_stamps_end (AncStamps *self)
{
  cairo_surface_finish (self->surface);
  if (!anc_own_pages_open (self->scratch, &self->pdf))
    return FALSE;

  anc_page_wrapper_init (&self->wrapper, self->pdf);

  return qpdf_get_num_pages (self->pdf) == (int) self->n;
}

/* Where the place is, in a page of this size as it is seen: of the lower left corner of the stamp. */
static void
get_place (const AncStamps *self,
           const AncBox *page,
           double width,
           double height,
           double distance,
           double *x,
           double *y)
{
  const AncStampPlace place = self->plan->stamp.place;
  const double free_width = page->x1 - width;
  const double free_height = page->y1 - height;

  *x = place == ANC_STAMP_TOP || place == ANC_STAMP_BOTTOM             ? free_width / 2
       : place == ANC_STAMP_TOP_LEFT || place == ANC_STAMP_BOTTOM_LEFT ? distance
                                                                       : free_width - distance;
  *y = place >= ANC_STAMP_BOTTOM_LEFT ? distance : free_height - distance;
}

/* What leads from the page as it is seen, its lower left corner at 0, to its own space. */
static void
get_turn_matrix (const AncBox *visible,
                 guint turn,
                 double matrix[6])
{
  switch (turn)
    {
    case 90:
      memcpy (matrix, (const double[]){ 0, 1, -1, 0, visible->x1, visible->y0 }, 6 * sizeof *matrix);
      break;
    case 180:
      memcpy (matrix, (const double[]){ -1, 0, 0, -1, visible->x1, visible->y1 }, 6 * sizeof *matrix);
      break;
    case 270:
      memcpy (matrix, (const double[]){ 0, -1, 1, 0, visible->x0, visible->y1 }, 6 * sizeof *matrix);
      break;
    default:
      memcpy (matrix, (const double[]){ 1, 0, 0, 1, visible->x0, visible->y0 }, 6 * sizeof *matrix);
      break;
    }
}

/* A stamp is as large beside a large page as beside a sheet of A4. */
static double
get_scale (const AncBox *seen,
           const AncBox *stamp)
{
  const double side = MIN (seen->x1, seen->y1);
  const double scale = side > A4_WIDTH ? side / A4_WIDTH : 1;

  return MIN (scale, MIN (seen->x1 / (stamp->x1 - stamp->x0), seen->y1 / (stamp->y1 - stamp->y0)));
}

/**
 * anc_stamps_apply:
 * @index: of the stamp, in the order in which they were drawn
 * @pdf: a document
 * @page: a page of it
 * @content: takes what draws the stamp
 *
 * Puts a stamp at its place on a page, upright for those who see it. The stamp knows its place itself, so that pages
 * which have nothing of their own beside it have the same content.
 */
void
anc_stamps_apply (AncStamps *self,
                  guint index,
                  qpdf_data pdf,
                  qpdf_oh page,
                  GString *content)
{
  AncBox stamp, visible, media, seen;
  const guint turn = anc_page_get_turn (pdf, page);
  qpdf_oh own_page = qpdf_get_page_n (self->pdf, index);
  qpdf_oh form;
  double matrix[6];
  double x, y, scale;

  /* Stamps are written with the same few letters: the fonts of the first, one of each kind, have them all. Readers
   * look them up once. */
  if (index > 0)
    anc_pdf_set (self->pdf, own_page, "/Resources", qpdf_oh_get_key (self->pdf, qpdf_get_page_n (self->pdf, 0), "/Resources"));
  anc_page_get_box (self->pdf, own_page, &stamp, NULL);
  form = anc_page_wrapper_get_form (&self->wrapper, own_page, &stamp);

  anc_page_get_box (pdf, page, &media, &visible);
  seen = (AncBox){ 0, 0, visible.x1 - visible.x0, visible.y1 - visible.y0 };
  if (turn % 180 != 0)
    seen = (AncBox){ 0, 0, seen.y1, seen.x1 };
  scale = get_scale (&seen, &stamp);
  get_place (self, &seen, stamp.x1 * scale, stamp.y1 * scale, DISTANCE * scale, &x, &y);
  x = CLAMP (x, 0, MAX (0, seen.x1 - stamp.x1 * scale));
  y = CLAMP (y, 0, MAX (0, seen.y1 - stamp.y1 * scale));

  get_turn_matrix (&visible, turn, matrix);
  matrix[4] += matrix[0] * x + matrix[2] * y;
  matrix[5] += matrix[1] * x + matrix[3] * y;
  for (guint i = 0; i < 4; i++)
    matrix[i] *= scale;

  anc_pdf_set_numbers (self->pdf, qpdf_oh_get_dict (self->pdf, form), "/Matrix", matrix, G_N_ELEMENTS (matrix));
  anc_pdf_set (pdf,
               qpdf_oh_get_key (pdf, qpdf_oh_get_key (pdf, page, "/Resources"), "/XObject"),
               ANC_NAME_STAMP,
               qpdf_oh_copy_foreign_object (pdf, self->pdf, form));
  g_string_append (content, ANC_DRAW_STAMP);
}
