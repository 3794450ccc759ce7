/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-time-axis.h"
#include "anc-timeline-painter.h"
#include "anc-timeline-words.h"

#include <math.h>

/* What all lanes stand on: the dates above them, the lines of years and months, the window. */

#define SMALL_TEXT 0.8
#define FAINT 0.3 /* the lines of months */

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

/* The names of years or months: at their edge, or at that of the view; none is cut, nor half covered. */
static void
paint_upper_row (cairo_t *cr,
                 const AncTimeScale *scale,
                 PangoLayout *layout,
                 AncTick tick,
                 AncDate start,
                 AncDate end,
                 double covered_start,
                 double covered_end)
{
  for (AncDate date = anc_tick_floor (tick, start); date <= end; date = anc_tick_next (tick, date))
    {
      g_autofree char *label = tick == ANC_TICK_MONTH ? anc_words_month (anc_date_get_month (date))
                                                      : get_tick_label (tick, ANC_MONTH_NAME_LONG, date);
      double left, right, width, text_width;

      anc_time_scale_get_extent (scale, date, anc_tick_next (tick, date) - 1, &left, &width);
      text_width = measure_text (layout, label);
      right = MIN (left + width, scale->width);
      left = MAX (left, 0);
      if (right - left < text_width + ANC_AXIS_LABEL_SPACING)
        continue;
      left = scale->rtl ? right - ANC_AXIS_LABEL_SPACING - text_width : left + ANC_AXIS_LABEL_SPACING;
      if (left < covered_end && left + text_width > covered_start)
        continue;

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
 * @covered_start: where the upper row is covered by the head of the filing date
 * @covered_end: up to where; not after @covered_start: nowhere
 *
 * The two rows of dates above the lanes.
 */
void
anc_paint_axis (cairo_t *cr,
                const AncTimelinePalette *palette,
                const AncTimeScale *scale,
                PangoContext *context,
                double height,
                double covered_start,
                double covered_end)
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
  gdk_cairo_set_source_rgba (cr, &palette->text);
  paint_upper_row (cr, scale, upper, plan.upper, start, end, covered_start, covered_end);

  if (plan.lower != plan.upper)
    {
      pango_layout_get_pixel_size (lower, NULL, &lower_height);
      cairo_translate (cr, 0, height - lower_height - 5);
      gdk_cairo_set_source_rgba (cr, &palette->dim);
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
  GdkRGBA color = palette->grid;
  AncDate start, end;

  if (!anc_time_scale_get_visible (scale, &start, &end))
    return;

  cairo_set_line_width (cr, 1);
  for (AncDate date = anc_tick_next (tick, start - 1); date <= end; date = anc_tick_next (tick, date))
    {
      double x = floor (anc_time_scale_get_x (scale, date)) + 0.5;

      gboolean is_year = anc_tick_floor (ANC_TICK_YEAR, date) == date;

      color.alpha = palette->grid.alpha * (is_year ? 1 : FAINT);
      gdk_cairo_set_source_rgba (cr, &color);
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

  gdk_cairo_set_source_rgba (cr, &palette->window);
  cairo_rectangle (cr, left, 0, right - left, height);
  cairo_fill (cr);
}
