/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-sheet.h"

#include <pango/pangocairo.h>

/* A cell that says more is cut: a row must fit a page. */
#define MAX_CELL_LINES 8

struct _AncSheet
{
  cairo_t *cr;
  PangoContext *context;
  PangoFontDescription *fonts[ANC_N_FACES];
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

  self->cr = cairo_create (surface);
  self->foot = g_strdup (foot);

  /* Letters stand where the font puts them, not where a screen would. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  self->context = pango_cairo_create_context (self->cr);
  pango_cairo_context_set_font_options (self->context, options);
  pango_cairo_context_set_resolution (self->context, 72);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);
  for (guint i = 0; i < ANC_N_FACES; i++)
    self->fonts[i] = pango_font_description_from_string (faces[i].font);

  return self;
}

void
anc_sheet_free (AncSheet *self)
{
  for (guint i = 0; i < ANC_N_FACES; i++)
    pango_font_description_free (self->fonts[i]);
  g_object_unref (self->context);
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

/* A text laid out. One of no more than @max_lines lines ends in an ellipsis; 0 for as many as it takes. */
static PangoLayout *
create_text (AncSheet *self,
             AncFace face,
             const char *text,
             double width,
             PangoAlignment alignment,
             int max_lines)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, self->fonts[face]);
  pango_layout_set_width (layout, width > 0 ? (int) (width * PANGO_SCALE) : -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (max_lines > 0)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, -max_lines);
    }
  pango_layout_set_alignment (layout, alignment);
  pango_layout_set_text (layout, text, -1);
  /* Pango turns left into right for a text that runs from there; a column keeps its edge. Asked last, since the
   * answer takes laying it out. */
  if (pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL && alignment != PANGO_ALIGN_CENTER)
    pango_layout_set_alignment (layout, alignment == PANGO_ALIGN_LEFT ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);

  return layout;
}

static PangoLayout *
create_cell (AncSheet *self,
             const AncCell *cell)
{
  return create_text (self, cell->face, cell->text != NULL ? cell->text : "", cell->width, cell->alignment, MAX_CELL_LINES);
}

static void
get_size (PangoLayout *layout,
          double *width,
          double *height)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  if (width != NULL)
    *width = extents.width / (double) PANGO_SCALE;
  *height = extents.height / (double) PANGO_SCALE;
}

static void
show (AncSheet *self,
      PangoLayout *layout,
      AncFace face,
      double x,
      double y)
{
  cairo_set_source_rgb (self->cr, faces[face].grey, faces[face].grey, faces[face].grey);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, layout);
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
  g_autoptr (PangoLayout) layout = create_cell (self, cell);
  double height;

  show (self, layout, cell->face, cell->x, y);
  get_size (layout, NULL, &height);

  return height;
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
  g_autoptr (PangoLayout) layout = create_text (self, face, text, 0, PANGO_ALIGN_LEFT, 0);

  get_size (layout, width, height);
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
  anc_sheet_draw (self, &left, y);
  if (folio != NULL)
    anc_sheet_draw (self, &right, y);
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
  g_autoptr (PangoLayout) lines = create_text (self, face, text, width, PANGO_ALIGN_LEFT, 0);
  PangoLayoutIter *iter = pango_layout_get_iter (lines);

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
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);
  double height = 0;
  double top;

  for (guint i = 0; i < n_cells; i++)
    {
      double cell_height;

      g_ptr_array_add (layouts, create_cell (self, &cells[i]));
      get_size (g_ptr_array_index (layouts, i), NULL, &cell_height);
      height = MAX (height, cell_height);
    }
  anc_sheet_need (self, height + 2 * padding);

  top = self->y;
  for (guint i = 0; i < n_cells; i++)
    show (self, g_ptr_array_index (layouts, i), cells[i].face, cells[i].x, top + padding);
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
