/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-front-private.h"

#include "anc-bundle-words.h"

/* Points. */
#define LABEL_WIDTH 124.0
#define CHART_X (ANC_SHEET_MARGIN + LABEL_WIDTH)
#define CHART_WIDTH (ANC_SHEET_TEXT_WIDTH - LABEL_WIDTH)
#define AXIS_HEIGHT 15.0
#define LANE_HEIGHT 25.0
#define BAR_HEIGHT 7.0
#define CELL_HEIGHT 5.0

/* The time the picture shows, in whole months. */
typedef struct
{
  const AncBundlePlan *plan;
  AncMonth first;
  AncMonth last;
  double month_width;
} Picture;

static AncDate
get_end (const AncBundlePlan *plan,
         const AncBundleJob *job)
{
  return job->end != ANC_DATE_NONE ? job->end : MAX (plan->date, job->start);
}

static void
picture_init (Picture *self,
              const AncBundlePlan *plan)
{
  self->plan = plan;
  self->first = anc_date_get_month (plan->date);
  self->last = self->first;
  for (guint i = 0; i < plan->jobs->len; i++)
    {
      const AncBundleJob *job = &g_array_index (plan->jobs, AncBundleJob, i);

      self->first = MIN (self->first, anc_date_get_month (job->start));
      self->last = MAX (self->last, anc_date_get_month (get_end (plan, job)));
    }
  self->month_width = CHART_WIDTH / (self->last - self->first + 1);
}

/* A month starts at its first day; a day stands inside its month. */
static double
get_x (const Picture *self,
       AncDate day)
{
  AncMonth month = anc_date_get_month (day);
  AncDate start = anc_month_get_first_day (month);
  double inside = (double) (day - start) / (anc_month_get_last_day (month) - start + 1);

  return CHART_X + (month - self->first + inside) * self->month_width;
}

static void
draw_axis (AncSheet *sheet,
           gpointer user_data)
{
  const Picture *self = user_data;
  cairo_t *cr = anc_sheet_get_cairo (sheet);
  const double y = anc_sheet_get_y (sheet);
  double last_label = 0;

  cairo_set_line_width (cr, 0.4);
  for (AncMonth month = self->first; month <= self->last; month++)
    {
      double x = CHART_X + (month - self->first) * self->month_width;
      gboolean is_year = anc_month_get_number (month) == 1;

      if (!is_year && month != self->first)
        continue;
      cairo_set_source_rgb (cr, 0.6, 0.6, 0.6);
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x, y + AXIS_HEIGHT);
      cairo_stroke (cr);
      if (x >= last_label)
        {
          g_autofree char *label = g_strdup_printf ("%d", anc_month_get_year (month));
          const AncCell cell = { label, ANC_FACE_TINY, x + 2.5, 40, PANGO_ALIGN_LEFT };

          /* A year that has hardly begun leaves its place to the next one. */
          if (is_year || 12 - anc_month_get_number (month) + 1 >= 24 / self->month_width)
            {
              anc_sheet_draw (sheet, &cell, y + 2);
              last_label = x + 24;
            }
        }
    }
  anc_sheet_skip (sheet, AXIS_HEIGHT);
  anc_sheet_add_rule (sheet, 0.4, 0.6);
}

static gboolean
is_proven (const AncBundleJob *job,
           AncMonth month)
{
  for (guint i = 0; i < job->proven->len; i++)
    if (g_array_index (job->proven, AncMonth, i) == month)
      return TRUE;

  return FALSE;
}

static void
draw_lane (const Picture *self,
           AncSheet *sheet,
           const AncBundleJob *job)
{
  cairo_t *cr = anc_sheet_get_cairo (sheet);
  const AncDate end = get_end (self->plan, job);
  const double start_x = get_x (self, job->start);
  const AncCell label = { job->employer, ANC_FACE_TINY, ANC_SHEET_MARGIN, LABEL_WIDTH - 10, PANGO_ALIGN_LEFT };
  double y;

  anc_sheet_need (sheet, LANE_HEIGHT);
  y = anc_sheet_get_y (sheet);
  cairo_save (cr);
  cairo_rectangle (cr, ANC_SHEET_MARGIN, y, LABEL_WIDTH - 6, LANE_HEIGHT - 1);
  cairo_clip (cr);
  anc_sheet_draw (sheet, &label, y + 3);
  cairo_restore (cr);

  cairo_set_source_rgb (cr, 0.16, 0.32, 0.55);
  cairo_rectangle (cr, start_x, y + 5, get_x (self, end + 1) - start_x, BAR_HEIGHT);
  cairo_fill (cr);

  cairo_set_line_width (cr, 0.35);
  for (AncMonth month = anc_date_get_month (job->start); month <= anc_date_get_month (end); month++)
    {
      const double gap = MIN (0.6, self->month_width / 8);

      cairo_rectangle (cr,
                       CHART_X + (month - self->first) * self->month_width + gap,
                       y + 5 + BAR_HEIGHT + 2.5,
                       self->month_width - 2 * gap,
                       CELL_HEIGHT);
      if (is_proven (job, month))
        {
          cairo_set_source_rgb (cr, 0.15, 0.15, 0.15);
          cairo_fill (cr);
        }
      else
        {
          cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
          cairo_stroke (cr);
        }
    }
  anc_sheet_skip (sheet, LANE_HEIGHT);
}

/**
 * anc_front_draw_picture:
 *
 * Draws one lane for each job: how long it lasted, and which of its months a payslip proves.
 */
void
anc_front_draw_picture (const AncBundlePlan *plan,
                        AncSheet *sheet)
{
  Picture self;

  picture_init (&self, plan);
  draw_axis (sheet, &self);
  anc_sheet_set_header (sheet, draw_axis, &self);
  for (guint i = 0; i < plan->jobs->len; i++)
    draw_lane (&self, sheet, &g_array_index (plan->jobs, AncBundleJob, i));
  anc_sheet_set_header (sheet, NULL, NULL);

  anc_sheet_skip (sheet, 5);
  anc_sheet_add_paragraph (sheet,
                           ANC_FACE_TINY,
                           anc_bundle_word (plan->language, ANC_WORD_PICTURE_KEY),
                           ANC_SHEET_MARGIN,
                           ANC_SHEET_TEXT_WIDTH);
  anc_sheet_skip (sheet, 16);
}
