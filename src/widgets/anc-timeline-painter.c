/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-painter.h"

#include "anc-time-axis.h"
#include "anc-timeline-words.h"

#include <math.h>

#define CORNER 5
#define LABEL_MARGIN 8
#define ARROW_WIDTH 14
#define SMALL_TEXT 0.8

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

static PangoLayout *
create_small_layout (PangoContext *context,
                     double scale,
                     gboolean bold)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  return layout;
}

static double
measure_text (PangoLayout *layout,
              const char *text)
{
  int width;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static void
measure_labels (PangoLayout *upper,
                PangoLayout *layout,
                AncAxisWidths *widths)
{
  g_autofree char *quarter = anc_words_quarter (anc_date_new (2000, 12, 1));

  widths->year = measure_text (upper, "2030");
  widths->day = measure_text (layout, "30");
  widths->quarter = measure_text (layout, quarter);
  for (int name = 0; name <= ANC_MONTH_NAME_LONG; name++)
    {
      widths->month[name] = 0;
      for (int i = 1; i <= 12; i++)
        widths->month[name] = MAX (widths->month[name],
                                   measure_text (layout,
                                                 anc_words_month_name (anc_month_new (2000, i), (AncMonthName) name)));
    }
}

static char *
get_tick_label (AncTick tick,
                AncMonthName name,
                AncDate date)
{
  int day;

  switch (tick)
    {
    case ANC_TICK_MONTH:
      return g_strdup (anc_words_month_name (anc_date_get_month (date), name));
    case ANC_TICK_QUARTER:
      return anc_words_quarter (date);
    case ANC_TICK_YEAR:
    case ANC_TICK_FIFTH_YEAR:
      return g_strdup_printf ("%d", anc_date_get_year (date));
    case ANC_TICK_DAY:
    case ANC_TICK_FIFTH_DAY:
    default:
      anc_date_get_ymd (date, NULL, NULL, &day);
      return g_strdup_printf ("%d", day);
    }
}

/* The names of years or months: at their edge, or at that of the view; none is cut. */
static void
paint_upper_row (cairo_t *cr,
                 const AncTimeScale *scale,
                 PangoLayout *layout,
                 AncTick tick,
                 AncDate start,
                 AncDate end)
{
  const double margin = 4;

  for (AncDate date = anc_tick_floor (tick, start); date <= end; date = anc_tick_next (tick, date))
    {
      g_autofree char *label = tick == ANC_TICK_MONTH ? anc_words_month (anc_date_get_month (date))
                                                      : get_tick_label (tick, ANC_MONTH_NAME_LONG, date);
      double left, right, width, text_width;

      anc_time_scale_get_extent (scale, date, anc_tick_next (tick, date) - 1, &left, &width);
      text_width = measure_text (layout, label);
      right = MIN (left + width, scale->width) - margin;
      left = MAX (left, 0) + margin;
      if (right - left < text_width)
        continue;
      if (scale->rtl)
        left = right - text_width;

      cairo_move_to (cr, left, 0);
      pango_cairo_show_layout (cr, layout);
    }
}

/* The names of months, quarters or days: months in the middle of what they cover, days at their edge. */
static void
paint_lower_row (cairo_t *cr,
                 const AncTimeScale *scale,
                 PangoLayout *layout,
                 const AncAxisPlan *plan,
                 AncDate start,
                 AncDate end)
{
  for (AncDate date = anc_tick_floor (plan->lower, start); date <= end; date = anc_tick_next (plan->lower, date))
    {
      g_autofree char *label = get_tick_label (plan->lower, plan->month_name, date);
      AncDate last = plan->lower == ANC_TICK_FIFTH_DAY ? date : anc_tick_next (plan->lower, date) - 1;
      double left, width, text_width;

      anc_time_scale_get_extent (scale, date, last, &left, &width);
      text_width = measure_text (layout, label);
      left += (width - text_width) / 2;
      if (left < 0 || left + text_width > scale->width)
        continue;
      cairo_move_to (cr, left, 0);
      pango_cairo_show_layout (cr, layout);
    }
}

/**
 * anc_paint_axis:
 * @cr: where to paint
 * @palette: the colours
 * @scale: where dates stand
 * @context: gives the font
 * @height: of the axis
 *
 * The two rows of dates above the lanes.
 */
void
anc_paint_axis (cairo_t *cr,
                const AncTimelinePalette *palette,
                const AncTimeScale *scale,
                PangoContext *context,
                double height)
{
  g_autoptr (PangoLayout) upper = create_small_layout (context, 1, TRUE);
  g_autoptr (PangoLayout) lower = create_small_layout (context, SMALL_TEXT, FALSE);
  AncAxisWidths widths;
  AncAxisPlan plan;
  AncDate start, end;
  int lower_height;

  if (!anc_time_scale_get_visible (scale, &start, &end))
    return;

  measure_labels (upper, lower, &widths);
  plan = anc_axis_plan (scale->day_width, &widths);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, scale->width, height);
  cairo_clip (cr);

  cairo_translate (cr, 0, 3);
  set_color (cr, &palette->text, 1);
  paint_upper_row (cr, scale, upper, plan.upper, start, end);

  if (plan.lower != plan.upper)
    {
      pango_layout_get_pixel_size (lower, NULL, &lower_height);
      cairo_translate (cr, 0, height - lower_height - 5);
      set_color (cr, &palette->dim, 1);
      paint_lower_row (cr, scale, lower, &plan, start, end);
    }
  cairo_restore (cr);
}

/**
 * anc_paint_grid:
 * @cr: where to paint
 * @palette: the colours
 * @scale: where dates stand
 * @top: where the lines of months begin
 * @height: how far down the lines go
 *
 * A line where each year begins, and fainter ones where months do when they are far apart.
 */
void
anc_paint_grid (cairo_t *cr,
                const AncTimelinePalette *palette,
                const AncTimeScale *scale,
                double top,
                double height)
{
  const double months_from = 12; /* pixels a month */
  AncTick tick = scale->day_width * 30 >= months_from ? ANC_TICK_MONTH : ANC_TICK_YEAR;
  AncDate start, end;

  if (!anc_time_scale_get_visible (scale, &start, &end))
    return;

  cairo_set_line_width (cr, 1);
  for (AncDate date = anc_tick_next (tick, start - 1); date <= end; date = anc_tick_next (tick, date))
    {
      double x = floor (anc_time_scale_get_x (scale, date)) + 0.5;

      gboolean is_year = anc_tick_floor (ANC_TICK_YEAR, date) == date;

      set_color (cr, &palette->grid, is_year ? 1 : 0.3);
      cairo_move_to (cr, x, is_year ? 0 : top);
      cairo_line_to (cr, x, height);
      cairo_stroke (cr);
    }
}

void
anc_paint_window (cairo_t *cr,
                  const AncTimelinePalette *palette,
                  const AncTimeScale *scale,
                  AncDate start,
                  AncDate end,
                  double height)
{
  double x, width, left, right;

  anc_time_scale_get_extent (scale, start, end, &x, &width);
  left = CLAMP (x, 0, scale->width);
  right = CLAMP (x + width, 0, scale->width);

  set_color (cr, &palette->window, 1);
  cairo_rectangle (cr, left, 0, right - left, height);
  cairo_fill (cr);
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
