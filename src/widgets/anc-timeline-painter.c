/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-painter.h"

#include <math.h>

#define CORNER 5
#define LABEL_MARGIN 8
#define ARROW_WIDTH 14

static void
set_color (cairo_t *cr,
           const GdkRGBA *color,
           double alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * alpha);
}

/* A rectangle whose corners are round at the sides that are not cut. */
static void
add_rounded (cairo_t *cr,
             double x,
             double y,
             double width,
             double height,
             double radius,
             gboolean left,
             gboolean right)
{
  double r = MIN (radius, MIN (width, height) / 2);
  double at_left = left ? r : 0;
  double at_right = right ? r : 0;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - at_right, y + at_right, at_right, -G_PI / 2, 0);
  cairo_arc (cr, x + width - at_right, y + height - at_right, at_right, 0, G_PI / 2);
  cairo_arc (cr, x + at_left, y + height - at_left, at_left, G_PI / 2, G_PI);
  cairo_arc (cr, x + at_left, y + at_left, at_left, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

/* What repeats over a bar or a box: a tile is painted once, however wide they are. */
typedef enum
{
  TILE_STRIPES,
  TILE_BACK_STRIPES,
  TILE_CROSSES,
  TILE_LINES,
  TILE_DOTS,
} Tile;

/* A slanted line through the middle of a tile, and those of its neighbours that reach into it. */
static void
add_slanted (cairo_t *cr,
             double size,
             gboolean falling)
{
  for (int i = -1; i <= 1; i++)
    {
      double left = i * size - size;
      double right = i * size + 2 * size;

      cairo_move_to (cr, left, falling ? -size : 2 * size);
      cairo_line_to (cr, right, falling ? 2 * size : -size);
    }
}

static void
paint_tile (cairo_t *cr,
            Tile tile,
            int size,
            double line_width)
{
  cairo_set_line_width (cr, line_width);
  if (tile == TILE_DOTS)
    {
      cairo_arc (cr, size / 2.0, size / 2.0, line_width / 2, 0, 2 * G_PI);
      cairo_fill (cr);
      return;
    }

  if (tile == TILE_LINES)
    {
      cairo_move_to (cr, 0, size / 2.0);
      cairo_line_to (cr, size, size / 2.0);
    }
  if (tile == TILE_STRIPES || tile == TILE_CROSSES)
    add_slanted (cr, size, FALSE);
  if (tile == TILE_BACK_STRIPES || tile == TILE_CROSSES)
    add_slanted (cr, size, TRUE);
  cairo_stroke (cr);
}

/* Fills what is clipped with tiles of @size pixels. */
static void
paint_tiles (cairo_t *cr,
             Tile tile,
             int size,
             double line_width,
             const GdkRGBA *color,
             double alpha)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA,
                                                             &(cairo_rectangle_t){ 0, 0, size, size });
  cairo_t *tile_cr = cairo_create (surface);

  set_color (tile_cr, color, alpha);
  paint_tile (tile_cr, tile, size, line_width);
  cairo_destroy (tile_cr);

  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_REPEAT);
  cairo_paint (cr);
  cairo_surface_destroy (surface);
}

static void
paint_pattern (cairo_t *cr,
               const AncBarLook *look)
{
  static const struct
  {
    Tile tile;
    int size;
    double line_width;
  } tiles[] = {
    [ANC_PATTERN_STRIPES] = { TILE_STRIPES, 9, 2 },
    [ANC_PATTERN_BACK_STRIPES] = { TILE_BACK_STRIPES, 9, 2 },
    [ANC_PATTERN_DOTS] = { TILE_DOTS, 6, 2.4 },
    [ANC_PATTERN_LINES] = { TILE_LINES, 6, 2 },
    [ANC_PATTERN_CROSSES] = { TILE_CROSSES, 8, 1.2 },
  };

  if (look->pattern != ANC_PATTERN_PLAIN && look->pattern != ANC_PATTERN_HOLLOW)
    paint_tiles (cr,
                 tiles[look->pattern].tile,
                 tiles[look->pattern].size,
                 tiles[look->pattern].line_width,
                 &look->on_color,
                 0.3);
}

/* An arrow head that points to where time goes. */
static void
paint_arrow (cairo_t *cr,
             const AncBarLook *look)
{
  double tip = look->rtl ? 5 : look->width - 5;
  double back = look->rtl ? tip + 5 : tip - 5;
  double middle = look->height / 2;

  set_color (cr, &look->on_color, 1);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, back, middle - 4);
  cairo_line_to (cr, tip, middle);
  cairo_line_to (cr, back, middle + 4);
  cairo_stroke (cr);
}

static void
paint_label (cairo_t *cr,
             const AncBarLook *look)
{
  double left = LABEL_MARGIN + (look->cut_left ? ANC_BAR_OUTSIDE : 0);
  double right = look->width - LABEL_MARGIN - (look->cut_right ? ANC_BAR_OUTSIDE : 0);
  double baseline, x, y;
  int width, height;

  if (look->goes_on && look->rtl)
    left += ARROW_WIDTH;
  else if (look->goes_on)
    right -= ARROW_WIDTH;
  if (look->label == NULL || right - left < look->height)
    return;

  pango_layout_set_width (look->label, (int) ((right - left) * PANGO_SCALE));
  pango_layout_get_pixel_size (look->label, &width, &height);
  baseline = (double) pango_layout_get_baseline (look->label) / PANGO_SCALE;
  x = look->rtl ? right - width : left;
  y = round ((look->height - height) / 2 + baseline) - baseline; /* on a whole pixel, or it blurs */

  if (look->pattern != ANC_PATTERN_PLAIN && look->pattern != ANC_PATTERN_HOLLOW)
    {
      set_color (cr, &look->color, 1);
      add_rounded (cr, x - 4, 2, width + 8, look->height - 4, 3, TRUE, TRUE);
      cairo_fill (cr);
    }

  set_color (cr, look->pattern == ANC_PATTERN_HOLLOW ? &look->color : &look->on_color, 1);
  /* The layout is as wide as its room: in a right-to-left text its lines stand at the right of it. */
  cairo_move_to (cr, left, y);
  pango_cairo_show_layout (cr, look->label);
}

void
anc_paint_bar (cairo_t *cr,
               const AncBarLook *look)
{
  cairo_save (cr);
  add_rounded (cr, 0, 0, look->width, look->height, CORNER, !look->cut_left, !look->cut_right);
  cairo_clip (cr);

  if (look->pattern == ANC_PATTERN_HOLLOW)
    set_color (cr, &look->on_color, 1);
  else
    set_color (cr, &look->color, look->is_preview ? 0.75 : 1);
  cairo_paint (cr);
  paint_pattern (cr, look);

  if (look->pattern == ANC_PATTERN_HOLLOW || look->is_preview)
    {
      set_color (cr, &look->color, 1);
      cairo_set_line_width (cr, 4); /* half of it is clipped away */
      if (look->is_preview)
        cairo_set_dash (cr, (double[]){ 5, 3 }, 2, 0);
      add_rounded (cr, 0, 0, look->width, look->height, CORNER, !look->cut_left, !look->cut_right);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
    }

  cairo_restore (cr);

  paint_label (cr, look);
  if (look->goes_on && look->width > ARROW_WIDTH)
    paint_arrow (cr, look);
}

static void
paint_hatched_box (cairo_t *cr,
                   const GdkRGBA *color,
                   double x,
                   double y,
                   double width,
                   double height,
                   double radius)
{
  cairo_save (cr);
  add_rounded (cr, x, y, width, height, radius, TRUE, TRUE);
  cairo_clip_preserve (cr);
  set_color (cr, color, 1);
  cairo_set_line_width (cr, 2); /* half of it is clipped away */
  cairo_stroke (cr);

  cairo_translate (cr, x, y);
  paint_tiles (cr, TILE_STRIPES, 4, 1.3, color, 1);
  cairo_restore (cr);
}

static void
paint_warning (cairo_t *cr,
               const AncTimelinePalette *palette,
               double x,
               double y,
               double size)
{
  set_color (cr, &palette->warning, 1);
  cairo_move_to (cr, x + size / 2, y - 0.5);
  cairo_line_to (cr, x + size + 0.5, y + size);
  cairo_line_to (cr, x - 0.5, y + size);
  cairo_close_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke_preserve (cr);
  cairo_fill (cr);

  if (size < 8)
    return;

  set_color (cr, &palette->surface, 1);
  cairo_set_line_width (cr, 1.6);
  cairo_move_to (cr, x + size / 2, y + size * 0.34);
  cairo_line_to (cr, x + size / 2, y + size * 0.64);
  cairo_stroke (cr);
  cairo_arc (cr, x + size / 2, y + size * 0.82, 0.9, 0, 2 * G_PI);
  cairo_fill (cr);
}

/**
 * anc_paint_evidence:
 * @cr: where to paint
 * @palette: the colours
 * @width: of the month
 * @height: of the cell
 * @evidence: what the month rests on
 * @contradicted: whether something does not agree
 *
 * The cell of a month under its bar: a square in the middle of the month.
 */
void
anc_paint_evidence (cairo_t *cr,
                    const AncTimelinePalette *palette,
                    double width,
                    double height,
                    AncEvidence evidence,
                    gboolean contradicted)
{
  double size = MAX (2, floor (MIN (height - 2, width - 1)));
  double x = (width - size) / 2;
  double y = (height - size) / 2;

  if (contradicted)
    paint_warning (cr, palette, x, y, size);
  else if (evidence == ANC_EVIDENCE_PAYSLIP)
    {
      set_color (cr, &palette->text, 1);
      add_rounded (cr, x, y, size, size, 2.5, TRUE, TRUE);
      cairo_fill (cr);
    }
  else if (evidence == ANC_EVIDENCE_DECLARED)
    paint_hatched_box (cr, &palette->dim, x, y, size, size, 2.5);
}

static void
paint_check (cairo_t *cr,
             double width,
             double height)
{
  double size = MIN (10, width - 6);
  double x = (width - size) / 2;
  double y = (height - size) / 2;

  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, x, y + size * 0.55);
  cairo_line_to (cr, x + size * 0.36, y + size * 0.88);
  cairo_line_to (cr, x + size, y + size * 0.15);
  cairo_stroke (cr);
}

static void
paint_about_equal (cairo_t *cr,
                   double width,
                   double height)
{
  double size = MIN (10, width - 6);
  double x = (width - size) / 2;

  cairo_set_line_width (cr, 1.8);
  for (int i = -1; i <= 1; i += 2)
    {
      double y = height / 2 + i * 2.6;

      cairo_move_to (cr, x, y + 1);
      cairo_curve_to (cr, x + size * 0.3, y - 3, x + size * 0.7, y + 3, x + size, y - 1);
      cairo_stroke (cr);
    }
}

/**
 * anc_paint_state:
 * @cr: where to paint
 * @palette: the colours
 * @width: of the month
 * @height: of the cell
 * @state: what the month is worth
 * @has_sign: whether there is room for a sign in every month beside it
 *
 * A cell of the row of counted months. Shapes and signs tell the states apart without colours.
 */
void
anc_paint_state (cairo_t *cr,
                 const AncTimelinePalette *palette,
                 double width,
                 double height,
                 AncMonthState state,
                 gboolean has_sign)
{
  const double gap = width > 8 ? 1 : 0.5;
  double box = width - 2 * gap;

  cairo_save (cr);
  cairo_translate (cr, gap, 0);
  switch (state)
    {
    case ANC_MONTH_COUNTED:
      set_color (cr, &palette->counted, 1);
      add_rounded (cr, 0, 0, box, height, 3, TRUE, TRUE);
      cairo_fill (cr);
      set_color (cr, &palette->on_state, 1);
      if (has_sign)
        paint_check (cr, box, height);
      break;
    case ANC_MONTH_ARGUABLE:
      set_color (cr, &palette->arguable, 1);
      add_rounded (cr, 0, has_sign ? 0 : height / 3, box, has_sign ? height : height * 2 / 3, 3, TRUE, TRUE);
      cairo_fill (cr);
      set_color (cr, &palette->on_state, 1);
      if (has_sign)
        paint_about_equal (cr, box, height);
      break;
    case ANC_MONTH_DECLARED:
      paint_hatched_box (cr, &palette->declared, 0, 0, box, height, 3);
      break;
    case ANC_MONTH_EMPTY:
    default:
      set_color (cr, &palette->dim, 0.55);
      cairo_rectangle (cr, box / 2 - MIN (2, box / 4), height / 2 - 0.75, MIN (4, box / 2), 1.5);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

/**
 * anc_paint_gap:
 * @cr: where to paint
 * @palette: the colours
 * @width: of the gap
 * @height: of the bars it is between
 */
void
anc_paint_gap (cairo_t *cr,
               const AncTimelinePalette *palette,
               double width,
               double height)
{
  double middle = floor (height / 2) + 0.5;

  if (width < 6)
    return;

  set_color (cr, &palette->dim, 1);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, (double[]){ 3, 3 }, 2, 0);
  cairo_move_to (cr, 3, middle);
  cairo_line_to (cr, width - 3, middle);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* A bracket over the days that several bars cover. */
void
anc_paint_overlap (cairo_t *cr,
                   const AncTimelinePalette *palette,
                   double width,
                   double height)
{
  set_color (cr, &palette->text, 1);
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, 0.75, height);
  cairo_line_to (cr, 0.75, 0.75);
  cairo_line_to (cr, width - 0.75, 0.75);
  cairo_line_to (cr, width - 0.75, height);
  cairo_stroke (cr);
}
