/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-sheet.h"

#include <pango/pangocairo.h>

/* A cell that says more is cut: a row must fit a page. */
#define MAX_CELL_LINES 8

struct _AncSheet
{
  cairo_t *cr;
  PangoLayout *layout;
  char *foot;
  char *(*format_folio) (guint page,
                         gpointer user_data);
  gpointer folio_data;
  AncSheetHeader header;
  gpointer header_data;
  guint n_pages;
  double y;
};

typedef struct
{
  const char *font;
  double grey;
} Face;

/* Noto has letters for nearly every name there is; fontconfig finds its own for the others. */
static const Face faces[] = {
  [ANC_FACE_TITLE] = { "Noto Serif Bold 23", 0.08 },
  [ANC_FACE_SUBTITLE] = { "Noto Serif 13", 0.25 },
  [ANC_FACE_HEADING] = { "Noto Serif Bold 17", 0.08 },
  [ANC_FACE_SUBHEADING] = { "Noto Serif Bold 11.5", 0.08 },
  [ANC_FACE_TEXT] = { "Noto Sans 10", 0.08 },
  [ANC_FACE_STRONG] = { "Noto Sans Bold 10", 0.08 },
  [ANC_FACE_LABEL] = { "Noto Sans 10", 0.40 },
  [ANC_FACE_SMALL] = { "Noto Sans 8.5", 0.15 },
  [ANC_FACE_SMALL_STRONG] = { "Noto Sans Bold 8.5", 0.08 },
  [ANC_FACE_TINY] = { "Noto Sans 7.5", 0.38 },
};

/* ---- Life ---------------------------------------------------------------------------------- */

/**
 * anc_sheet_new:
 * @surface: a PDF surface of A4
 * @foot: what stands at the foot of each page
 *
 * Returns: (transfer full): no page yet
 */
AncSheet *
anc_sheet_new (cairo_surface_t *surface,
               const char *foot)
{
  AncSheet *self = g_new0 (AncSheet, 1);
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoContext *context;

  self->cr = cairo_create (surface);
  self->foot = g_strdup (foot);

  /* Letters stand where the font puts them, not where a screen would. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  self->layout = pango_cairo_create_layout (self->cr);
  context = pango_layout_get_context (self->layout);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_layout_context_changed (self->layout);
  cairo_font_options_destroy (options);

  return self;
}

void
anc_sheet_free (AncSheet *self)
{
  g_object_unref (self->layout);
  cairo_destroy (self->cr);
  g_free (self->foot);
  g_free (self);
}

/**
 * anc_sheet_set_folio:
 * @format: gives what a page says of its place, from its number on this sheet, from 1
 */
void
anc_sheet_set_folio (AncSheet *self,
                     char *(*format) (guint page,
                                      gpointer user_data),
                     gpointer user_data)
{
  self->format_folio = format;
  self->folio_data = user_data;
}

/**
 * anc_sheet_set_header:
 * @header: (nullable): called at the top of each page that anc_sheet_need() starts
 */
void
anc_sheet_set_header (AncSheet *self,
                      AncSheetHeader header,
                      gpointer user_data)
{
  self->header = header;
  self->header_data = user_data;
}

/* ---- Text ---------------------------------------------------------------------------------- */

static void
set_text (AncSheet *self,
          AncFace face,
          const char *text,
          double width,
          PangoAlignment alignment)
{
  PangoFontDescription *font = pango_font_description_from_string (faces[face].font);

  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (self->layout, width > 0 ? (int) (width * PANGO_SCALE) : -1);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_height (self->layout, -1);
  pango_layout_set_text (self->layout, text, -1);
  /* Pango turns left into right for a text that runs from there; a column keeps its edge. */
  if (pango_layout_get_direction (self->layout, 0) == PANGO_DIRECTION_RTL && alignment != PANGO_ALIGN_CENTER)
    alignment = alignment == PANGO_ALIGN_LEFT ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
  pango_layout_set_alignment (self->layout, alignment);
}

static void
set_cell (AncSheet *self,
          const AncCell *cell)
{
  set_text (self, cell->face, cell->text != NULL ? cell->text : "", cell->width, cell->alignment);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (self->layout, -MAX_CELL_LINES);
}

static double
get_height (AncSheet *self)
{
  PangoRectangle extents;

  pango_layout_get_extents (self->layout, NULL, &extents);
  return extents.height / (double) PANGO_SCALE;
}

static double
draw_cell (AncSheet *self,
           const AncCell *cell,
           double y)
{
  set_cell (self, cell);
  cairo_set_source_rgb (self->cr, faces[cell->face].grey, faces[cell->face].grey, faces[cell->face].grey);
  cairo_move_to (self->cr, cell->x, y);
  pango_cairo_show_layout (self->cr, self->layout);

  return get_height (self);
}

/**
 * anc_sheet_draw:
 * @y: of its top
 *
 * Draws a text where it is told to.
 *
 * Returns: its height
 */
double
anc_sheet_draw (AncSheet *self,
                const AncCell *cell,
                double y)
{
  return draw_cell (self, cell, y);
}

/**
 * anc_sheet_get_size:
 * @width: (out): of the text on one line
 * @height: (out): of that line
 */
void
anc_sheet_get_size (AncSheet *self,
                    AncFace face,
                    const char *text,
                    double *width,
                    double *height)
{
  PangoRectangle extents;

  set_text (self, face, text, 0, PANGO_ALIGN_LEFT);
  pango_layout_get_extents (self->layout, NULL, &extents);
  *width = extents.width / (double) PANGO_SCALE;
  *height = extents.height / (double) PANGO_SCALE;
}

/* ---- Pages --------------------------------------------------------------------------------- */

static void
draw_foot (AncSheet *self)
{
  g_autofree char *folio = self->format_folio != NULL ? self->format_folio (self->n_pages, self->folio_data) : NULL;
  const double y = ANC_SHEET_HEIGHT - ANC_SHEET_BOTTOM + 26;
  const AncCell left = { self->foot, ANC_FACE_TINY, ANC_SHEET_MARGIN, ANC_SHEET_TEXT_WIDTH - 110, PANGO_ALIGN_LEFT };
  const AncCell right = { folio, ANC_FACE_TINY, ANC_SHEET_WIDTH - ANC_SHEET_MARGIN - 100, 100, PANGO_ALIGN_RIGHT };

  cairo_set_line_width (self->cr, 0.4);
  cairo_set_source_rgb (self->cr, 0.7, 0.7, 0.7);
  cairo_move_to (self->cr, ANC_SHEET_MARGIN, y - 5);
  cairo_line_to (self->cr, ANC_SHEET_WIDTH - ANC_SHEET_MARGIN, y - 5);
  cairo_stroke (self->cr);
  draw_cell (self, &left, y);
  if (folio != NULL)
    draw_cell (self, &right, y);
}

void
anc_sheet_begin_page (AncSheet *self)
{
  anc_sheet_end (self);
  self->n_pages++;
  self->y = ANC_SHEET_TOP;
}

/**
 * anc_sheet_end:
 *
 * Ends the page that is being filled, if there is one.
 */
void
anc_sheet_end (AncSheet *self)
{
  if (self->y <= 0)
    return;

  draw_foot (self);
  cairo_show_page (self->cr);
  self->y = 0;
}

guint
anc_sheet_get_n_pages (const AncSheet *self)
{
  return self->n_pages;
}

cairo_t *
anc_sheet_get_cairo (AncSheet *self)
{
  return self->cr;
}

double
anc_sheet_get_y (const AncSheet *self)
{
  return self->y;
}

void
anc_sheet_set_y (AncSheet *self,
                 double y)
{
  self->y = y;
}

void
anc_sheet_skip (AncSheet *self,
                double height)
{
  self->y += height;
}

/**
 * anc_sheet_need:
 * @height: what comes next
 *
 * Goes on to a new page where there is not that much room left on this one.
 *
 * Returns: whether it did
 */
gboolean
anc_sheet_need (AncSheet *self,
                double height)
{
  if (self->y + height <= ANC_SHEET_HEIGHT - ANC_SHEET_BOTTOM)
    return FALSE;

  anc_sheet_begin_page (self);
  if (self->header != NULL)
    self->header (self, self->header_data);

  return TRUE;
}

/**
 * anc_sheet_add_paragraph:
 *
 * Adds a text as long as it may be, going on to new pages line by line.
 */
void
anc_sheet_add_paragraph (AncSheet *self,
                         AncFace face,
                         const char *text,
                         double x,
                         double width)
{
  PangoLayout *lines;
  PangoLayoutIter *iter;

  set_text (self, face, text, width, PANGO_ALIGN_LEFT);
  /* The layout is used for the foot of a page too: this one is kept aside. */
  lines = pango_layout_copy (self->layout);

  iter = pango_layout_get_iter (lines);
  do
    {
      PangoRectangle extents;
      double height, baseline;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      height = extents.height / (double) PANGO_SCALE;
      baseline = (pango_layout_iter_get_baseline (iter) - extents.y) / (double) PANGO_SCALE;
      anc_sheet_need (self, height);
      cairo_set_source_rgb (self->cr, faces[face].grey, faces[face].grey, faces[face].grey);
      cairo_move_to (self->cr, x + extents.x / (double) PANGO_SCALE, self->y + baseline);
      pango_cairo_show_layout_line (self->cr, pango_layout_iter_get_line_readonly (iter));
      self->y += height;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  g_object_unref (lines);
}

/**
 * anc_sheet_add_row:
 * @padding: free space above and below the texts
 *
 * Adds a row of a table, on one page.
 *
 * Returns: the y of its top; its bottom is anc_sheet_get_y()
 */
double
anc_sheet_add_row (AncSheet *self,
                   const AncCell *cells,
                   guint n_cells,
                   double padding)
{
  double height = 0;
  double top;

  for (guint i = 0; i < n_cells; i++)
    {
      set_cell (self, &cells[i]);
      height = MAX (height, get_height (self));
    }
  anc_sheet_need (self, height + 2 * padding);

  top = self->y;
  for (guint i = 0; i < n_cells; i++)
    draw_cell (self, &cells[i], top + padding);
  self->y = top + height + 2 * padding;

  return top;
}

/**
 * anc_sheet_add_rule:
 *
 * Draws a line across the text, without taking room.
 */
void
anc_sheet_add_rule (AncSheet *self,
                    double width,
                    double grey)
{
  cairo_set_line_width (self->cr, width);
  cairo_set_source_rgb (self->cr, grey, grey, grey);
  cairo_move_to (self->cr, ANC_SHEET_MARGIN, self->y);
  cairo_line_to (self->cr, ANC_SHEET_WIDTH - ANC_SHEET_MARGIN, self->y);
  cairo_stroke (self->cr);
}
