/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-time-axis.h"
#include "anc-time-scale.h"
#include "anc-timeline-layout.h"

static AncDate
day (const char *text)
{
  AncDate date;

  g_assert_true (anc_date_parse (text, &date));
  return date;
}

static AncTimeScale
create_scale (gboolean rtl)
{
  AncTimeScale scale = { .first = day ("2020-01-01"), .last = day ("2029-12-31"), .day_width = 1, .width = 600, .rtl = rtl };

  return scale;
}

static void
test_places (void)
{
  AncTimeScale scale = create_scale (FALSE);
  double x, width;

  scale.day_width = 2;
  scale.scroll = 10;
  g_assert_cmpfloat (anc_time_scale_get_x (&scale, day ("2020-01-01")), ==, -10);
  g_assert_cmpfloat (anc_time_scale_get_x (&scale, day ("2020-02-01")), ==, 52);
  anc_time_scale_get_extent (&scale, day ("2020-02-01"), day ("2020-02-29"), &x, &width);
  g_assert_cmpfloat (x, ==, 52);
  g_assert_cmpfloat (width, ==, 58);

  scale.rtl = TRUE;
  g_assert_cmpfloat (anc_time_scale_get_x (&scale, day ("2020-02-01")), ==, 548);
  anc_time_scale_get_extent (&scale, day ("2020-02-01"), day ("2020-02-29"), &x, &width);
  g_assert_cmpfloat (x, ==, 490);
  g_assert_cmpfloat (width, ==, 58);
}

/* At any zoom and scroll, in both directions, the middle of a day is that day, and its first edge
 * is its boundary. */
static void
test_there_and_back (void)
{
  for (int rtl = 0; rtl <= 1; rtl++)
    for (int i = 0; i < 2000; i++)
      {
        AncTimeScale scale = create_scale (rtl);
        AncDate date = g_test_rand_int_range (scale.first, scale.last + 1);
        double direction = rtl ? -1 : 1;

        scale.day_width = g_test_rand_double_range (600.0 / ANC_TIME_SCALE_MAX_DAYS,
                                                    600.0 / ANC_TIME_SCALE_MIN_DAYS);
        anc_time_scale_scroll_to (&scale, g_test_rand_double_range (-100, 4000));
        g_assert_cmpint (anc_time_scale_get_date (&scale,
                                                  anc_time_scale_get_x (&scale, date) + direction * scale.day_width / 2),
                         ==,
                         date);
        g_assert_cmpint (anc_time_scale_get_boundary (&scale, anc_time_scale_get_x (&scale, date)), ==, date);
      }
}

static void
test_zoom_keeps_the_pointer (void)
{
  for (int rtl = 0; rtl <= 1; rtl++)
    for (int i = 0; i < 2000; i++)
      {
        AncTimeScale scale = create_scale (rtl);
        double x = g_test_rand_double_range (0, 600);
        AncDate before;

        anc_time_scale_scroll_to (&scale, 1500);
        before = anc_time_scale_get_date (&scale, x);
        anc_time_scale_zoom (&scale, g_test_rand_double_range (0.6, 1.8), x);

        g_assert_cmpint (ABS (anc_time_scale_get_date (&scale, x) - before), <=, 1);
        g_assert_cmpfloat (scale.scroll, >=, 0);
        g_assert_cmpfloat (scale.scroll, <=, anc_time_scale_get_max_scroll (&scale));
      }
}

static void
test_zoom_ends (void)
{
  AncTimeScale scale = create_scale (FALSE);

  anc_time_scale_zoom (&scale, 1e6, 300);
  g_assert_cmpfloat_with_epsilon (scale.width / scale.day_width, ANC_TIME_SCALE_MIN_DAYS, 1e-6);
  anc_time_scale_zoom (&scale, 1e-6, 300);
  g_assert_cmpfloat_with_epsilon (scale.width / scale.day_width, ANC_TIME_SCALE_MAX_DAYS, 1e-6);
  g_assert_cmpfloat (scale.scroll, ==, 0);
}

static void
test_fit (void)
{
  AncTimeScale scale = create_scale (FALSE);
  AncDate start, end;

  anc_time_scale_fit (&scale, day ("2024-03-01"), day ("2026-11-30"));
  g_assert_true (anc_time_scale_get_visible (&scale, &start, &end));
  g_assert_cmpint (start, ==, day ("2024-03-01"));
  g_assert_cmpint (end, ==, day ("2026-11-30"));

  /* More than ten years: the last ten. */
  scale.first = day ("1980-01-01");
  anc_time_scale_fit (&scale, day ("1985-01-01"), day ("2026-12-31"));
  g_assert_true (anc_time_scale_get_visible (&scale, &start, &end));
  g_assert_cmpint (end, ==, day ("2026-12-31"));
  g_assert_cmpint (end - start + 1, ==, ANC_TIME_SCALE_MAX_DAYS);
}

static void
test_show (void)
{
  AncTimeScale scale = create_scale (FALSE);
  AncDate start, end;

  anc_time_scale_scroll_to (&scale, 1000);
  anc_time_scale_get_visible (&scale, &start, &end);
  anc_time_scale_show (&scale, start + 10, start + 20);
  g_assert_cmpfloat (scale.scroll, ==, 1000);

  anc_time_scale_show (&scale, end + 5, end + 9);
  g_assert_cmpfloat (scale.scroll, ==, 1009);
  anc_time_scale_show (&scale, scale.first, scale.first);
  g_assert_cmpfloat (scale.scroll, ==, 0);

  /* Too long to show whole: its beginning. */
  anc_time_scale_show (&scale, day ("2021-01-01"), day ("2028-12-31"));
  anc_time_scale_get_visible (&scale, &start, &end);
  g_assert_cmpint (start, ==, day ("2021-01-01"));
}

static void
test_content_grows (void)
{
  AncTimeScale scale = create_scale (FALSE);
  double x;

  anc_time_scale_scroll_to (&scale, 800);
  x = anc_time_scale_get_x (&scale, day ("2022-06-15"));
  anc_time_scale_set_content (&scale, day ("2015-01-01"), day ("2035-12-31"));
  g_assert_cmpfloat (anc_time_scale_get_x (&scale, day ("2022-06-15")), ==, x);
}

static void
test_visible_months (void)
{
  static const struct
  {
    const char *start;
    const char *end;
    const char *shown; /* "": nothing */
    const char *why;
  } rows[] = {
    { "2020-03-05", "2020-06-20", "2020-03 2020-06", "all of it" },
    { "2019-01-01", "2030-01-01", "2020-01 2020-07", "the view ends" },
    { "2020-01-31", "2020-01-31", "2020-01 2020-01", "one day" },
    { "2020-07-19", "2020-08-31", "", "begins after the last day" },
    { "2020-07-18", "2020-08-31", "2020-07 2020-07", "begins on the last day" },
    { "2018-01-01", "2019-12-31", "", "ends before" },
  };
  AncTimeScale scale = create_scale (FALSE);

  scale.day_width = 3; /* the view shows 200 days, up to 2020-07-18 */
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *shown = NULL;
      char first_text[ANC_DATE_BUFFER_SIZE], last_text[ANC_DATE_BUFFER_SIZE];
      AncMonth first, last;

      if (anc_time_scale_get_visible_months (&scale, day (rows[i].start), day (rows[i].end), &first, &last))
        shown = g_strdup_printf ("%s %s",
                                 anc_month_format (first, first_text),
                                 anc_month_format (last, last_text));
      g_test_message ("%s", rows[i].why);
      g_assert_cmpstr (shown != NULL ? shown : "", ==, rows[i].shown);
    }
}

static void
test_axis_plans (void)
{
  static const AncAxisWidths widths = { .day = 14, .month = { 10, 30, 62 }, .quarter = 18, .year = 40 };
  static const struct
  {
    double day_width;
    AncTick upper;
    AncTick lower;
    AncMonthName name;
  } rows[] = {
    { 19.0, ANC_TICK_MONTH, ANC_TICK_DAY, ANC_MONTH_NAME_LONG },
    { 18.0, ANC_TICK_MONTH, ANC_TICK_DAY, ANC_MONTH_NAME_LONG },
    { 17.9, ANC_TICK_MONTH, ANC_TICK_FIFTH_DAY, ANC_MONTH_NAME_LONG },
    { 4.5, ANC_TICK_MONTH, ANC_TICK_FIFTH_DAY, ANC_MONTH_NAME_LONG },
    { 4.4, ANC_TICK_YEAR, ANC_TICK_MONTH, ANC_MONTH_NAME_LONG },
    { 66 / 28.0, ANC_TICK_YEAR, ANC_TICK_MONTH, ANC_MONTH_NAME_LONG },
    { 65 / 28.0, ANC_TICK_YEAR, ANC_TICK_MONTH, ANC_MONTH_NAME_SHORT },
    { 33 / 28.0, ANC_TICK_YEAR, ANC_TICK_MONTH, ANC_MONTH_NAME_INITIAL },
    { 13.9 / 28.0, ANC_TICK_YEAR, ANC_TICK_QUARTER, ANC_MONTH_NAME_INITIAL },
    { 0.2, ANC_TICK_YEAR, ANC_TICK_YEAR, ANC_MONTH_NAME_INITIAL },
    { 44 / 365.0, ANC_TICK_YEAR, ANC_TICK_YEAR, ANC_MONTH_NAME_INITIAL },
    { 43 / 365.0, ANC_TICK_FIFTH_YEAR, ANC_TICK_FIFTH_YEAR, ANC_MONTH_NAME_INITIAL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AncAxisPlan plan = anc_axis_plan (rows[i].day_width, &widths);

      g_test_message ("%g pixels a day", rows[i].day_width);
      g_assert_cmpint (plan.upper, ==, rows[i].upper);
      g_assert_cmpint (plan.lower, ==, rows[i].lower);
      if (plan.lower == ANC_TICK_MONTH)
        g_assert_cmpint (plan.month_name, ==, rows[i].name);
    }
}

/* Whether @date bears a mark, said in another way than by the function under test. */
static gboolean
is_mark (AncTick tick,
         AncDate date)
{
  int year, month, dom;

  anc_date_get_ymd (date, &year, &month, &dom);
  switch (tick)
    {
    case ANC_TICK_DAY:
      return TRUE;
    case ANC_TICK_FIFTH_DAY:
      return dom == 1 || (dom % 5 == 0 && dom < 30);
    case ANC_TICK_MONTH:
      return dom == 1;
    case ANC_TICK_QUARTER:
      return dom == 1 && (month == 1 || month == 4 || month == 7 || month == 10);
    case ANC_TICK_FIFTH_YEAR:
      return dom == 1 && month == 1 && year % 5 == 0;
    case ANC_TICK_YEAR:
    default:
      return dom == 1 && month == 1;
    }
}

static void
test_marks (void)
{
  for (int tick = ANC_TICK_DAY; tick <= ANC_TICK_FIFTH_YEAR; tick++)
    {
      AncDate last_mark = ANC_DATE_NONE;

      for (AncDate date = day ("1995-01-01"); date <= day ("2011-12-31"); date++)
        {
          if (is_mark ((AncTick) tick, date))
            {
              if (last_mark != ANC_DATE_NONE)
                g_assert_cmpint (anc_tick_next ((AncTick) tick, last_mark), ==, date);
              last_mark = date;
            }
          g_assert_cmpint (anc_tick_floor ((AncTick) tick, date), ==, last_mark);
        }
    }
}

static void
test_bar_zones (void)
{
  static const struct
  {
    double x;
    double width;
    gboolean rtl;
    AncBarZone zone;
    const char *why;
  } rows[] = {
    { 0, 100, FALSE, ANC_BAR_ZONE_START, "the very edge" },
    { 7.9, 100, FALSE, ANC_BAR_ZONE_START, "within the grip" },
    { 8, 100, FALSE, ANC_BAR_ZONE_MIDDLE, "past it" },
    { 91.9, 100, FALSE, ANC_BAR_ZONE_MIDDLE, "before the other" },
    { 92, 100, FALSE, ANC_BAR_ZONE_END, "at the other" },
    { 0, 100, TRUE, ANC_BAR_ZONE_END, "right to left, the end is at the left" },
    { 99, 100, TRUE, ANC_BAR_ZONE_START, "and the start at the right" },
    { 3, 9, FALSE, ANC_BAR_ZONE_MIDDLE, "a third of a short bar still moves it" },
    { 2.9, 9, FALSE, ANC_BAR_ZONE_START, "a third is its start" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].why);
      g_assert_cmpint (anc_bar_zone_at (rows[i].x, rows[i].width, 8, rows[i].rtl), ==, rows[i].zone);
    }
}

static void
test_lanes (void)
{
  AncLaneExtent lanes[40];
  AncTimelineMetrics metrics;
  double y = 0;
  double height;
  guint lane, first, last;

  anc_timeline_metrics_init (&metrics, 18, 7, 1000);
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    lanes[i] = (AncLaneExtent){ .n_rows = 1 + i % 3, .has_cells = i % 2 };
  height = anc_lane_extents_stack (lanes, G_N_ELEMENTS (lanes), &metrics);

  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    {
      double bottom = anc_lane_extent_get_bar_y (&lanes[i], &metrics, lanes[i].n_rows - 1) + metrics.bar_height;

      g_assert_cmpfloat (lanes[i].y, ==, y);
      g_assert_cmpfloat (anc_lane_extent_get_bar_y (&lanes[i], &metrics, 0), >, lanes[i].y);
      g_assert_cmpfloat (bottom, <, lanes[i].y + lanes[i].height);
      if (lanes[i].has_cells)
        g_assert_cmpfloat (anc_lane_extent_get_cell_y (&lanes[i], &metrics, lanes[i].n_rows - 1) + metrics.cell_height,
                           <,
                           lanes[i].y + lanes[i].height);
      g_assert_true (anc_lane_extents_find (lanes, G_N_ELEMENTS (lanes), y, &lane));
      g_assert_cmpuint (lane, ==, i);
      g_assert_true (anc_lane_extents_find (lanes, G_N_ELEMENTS (lanes), y + lanes[i].height - 0.5, &lane));
      g_assert_cmpuint (lane, ==, i);
      y += lanes[i].height;
    }
  g_assert_cmpfloat (y, ==, height);
  g_assert_false (anc_lane_extents_find (lanes, G_N_ELEMENTS (lanes), height, &lane));
  g_assert_false (anc_lane_extents_find (lanes, G_N_ELEMENTS (lanes), -1, &lane));

  g_assert_true (anc_lane_extents_get_visible (lanes,
                                               G_N_ELEMENTS (lanes),
                                               lanes[5].y + 1,
                                               lanes[6].y - lanes[5].y,
                                               &first,
                                               &last));
  g_assert_cmpuint (first, ==, 5);
  g_assert_cmpuint (last, ==, 6);
  g_assert_true (anc_lane_extents_get_visible (lanes, G_N_ELEMENTS (lanes), lanes[38].y, 5000, &first, &last));
  g_assert_cmpuint (first, ==, 38);
  g_assert_cmpuint (last, ==, 39);
  g_assert_false (anc_lane_extents_get_visible (lanes, G_N_ELEMENTS (lanes), height, 100, &first, &last));
  g_assert_false (anc_lane_extents_get_visible (lanes, 0, 0, 100, &first, &last));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/widgets/time-scale/places", test_places);
  g_test_add_func ("/widgets/time-scale/there-and-back", test_there_and_back);
  g_test_add_func ("/widgets/time-scale/zoom-keeps-the-pointer", test_zoom_keeps_the_pointer);
  g_test_add_func ("/widgets/time-scale/zoom-ends", test_zoom_ends);
  g_test_add_func ("/widgets/time-scale/fit", test_fit);
  g_test_add_func ("/widgets/time-scale/show", test_show);
  g_test_add_func ("/widgets/time-scale/content-grows", test_content_grows);
  g_test_add_func ("/widgets/time-scale/visible-months", test_visible_months);
  g_test_add_func ("/widgets/time-axis/plans", test_axis_plans);
  g_test_add_func ("/widgets/time-axis/marks", test_marks);
  g_test_add_func ("/widgets/timeline-layout/bar-zones", test_bar_zones);
  g_test_add_func ("/widgets/timeline-layout/lanes", test_lanes);

  return g_test_run ();
}
