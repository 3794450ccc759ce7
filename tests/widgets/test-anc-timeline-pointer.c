/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-fixture.h"
#include "anc-timeline-private.h"
#include "anc-widgets.h"

#include <adwaita.h>
#include <math.h>

#define MIRAGE 2 /* lanes of the sample */
#define HOTEL 3
#define CLEANING 4

static void
set_up (TimelineFixture *fixture,
        gconstpointer data)
{
  timeline_fixture_init (fixture, anc_timeline_sample_new ());
}

static void
set_up_rtl (TimelineFixture *fixture,
            gconstpointer data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  timeline_fixture_init (fixture, anc_timeline_sample_new ());
}

static void
tear_down (TimelineFixture *fixture,
           gconstpointer data)
{
  timeline_fixture_clear (fixture);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static AncTimelineItem *
get_item (TimelineFixture *fixture,
          guint lane,
          guint item)
{
  return anc_timeline_sample_get_item (fixture->sample, lane, item);
}

/* The middle of a row of @widget, from the upper edge of the timeline. */
static double
get_middle_y (TimelineFixture *fixture,
              GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, fixture->timeline, &bounds));
  return bounds.origin.y + bounds.size.height / 2;
}

/* Drags from one date to another, at the height of @y, in some steps. */
static void
drag_to (TimelineFixture *fixture,
         double from,
         double to,
         double y)
{
  anc_input_move (fixture->timeline, from, y);
  anc_input_press (1);
  for (int i = 1; i <= 5; i++)
    anc_input_move (fixture->timeline, from + (to - from) * i / 5, y);
}

static void
drag (TimelineFixture *fixture,
      double from,
      double to,
      double y)
{
  drag_to (fixture, from, to, y);
  anc_input_release (1);
  anc_input_settle (fixture->timeline);
}

static void
test_drag_end (TimelineFixture *fixture,
               gconstpointer data)
{
  AncTimelineItem *job = get_item (fixture, MIRAGE, 0); /* 2024-09-01 to 2025-07-31 */
  double y = get_middle_y (fixture, timeline_fixture_find_bar (fixture, job));
  double end = timeline_fixture_get_x (fixture, "2025-08-01") + (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? 3 : -3);

  drag_to (fixture, end, timeline_fixture_get_x (fixture, "2025-10-06"), y);
  /* Until it is let go, nothing is asked for, and the model is as it was. */
  timeline_fixture_assert_log (fixture, "");
  g_assert_cmpint (anc_timeline_item_get_end (job), ==, anc_timeline_sample_date ("2025-07-31"));
  g_assert_true (gtk_widget_get_mapped (ANC_TIMELINE (fixture->timeline)->bubble));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (ANC_TIMELINE (fixture->timeline)->bubble)),
                   ==,
                   "1 September 2024 – 30 September 2025, 1 year and 1 month");

  anc_input_release (1);
  timeline_fixture_assert_log (fixture, "change Cuisinier 2024-09-01 2025-09-30\n");
  g_assert_false (gtk_widget_get_mapped (ANC_TIMELINE (fixture->timeline)->bubble));
}

static void
test_drag_start_by_day (TimelineFixture *fixture,
                        gconstpointer data)
{
  AncTimelineItem *job = get_item (fixture, MIRAGE, 0);
  double y = get_middle_y (fixture, timeline_fixture_find_bar (fixture, job));
  double day_width = ANC_TIMELINE (fixture->timeline)->scale.day_width;

  anc_input_hold (GDK_KEY_Alt_L, TRUE);
  drag (fixture,
        timeline_fixture_get_x (fixture, "2024-09-01") + 2,
        timeline_fixture_get_x (fixture, "2024-10-11") + day_width * 0.2,
        y);
  anc_input_hold (GDK_KEY_Alt_L, FALSE);
  anc_input_settle (fixture->timeline);
  /* A pixel is more than a day here: the exact day is where the pixel is. */
  g_assert_true (g_str_has_prefix (fixture->sample->log->str, "change Cuisinier 2024-10-1"));
  g_assert_true (g_str_has_suffix (fixture->sample->log->str, " 2025-07-31\n"));
}

static void
test_drag_bar (TimelineFixture *fixture,
               gconstpointer data)
{
  AncTimelineItem *job = get_item (fixture, MIRAGE, 0);
  double y = get_middle_y (fixture, timeline_fixture_find_bar (fixture, job));

  drag (fixture,
        timeline_fixture_get_x (fixture, "2025-01-15"),
        timeline_fixture_get_x (fixture, "2025-03-15"),
        y);
  timeline_fixture_assert_log (fixture, "change Cuisinier 2024-11-01 2025-09-30\n");
  g_assert_true (anc_timeline_get_selected (ANC_TIMELINE (fixture->timeline)) == job);
}

static void
test_escape (TimelineFixture *fixture,
             gconstpointer data)
{
  AncTimelineItem *job = get_item (fixture, MIRAGE, 0);
  double y = get_middle_y (fixture, timeline_fixture_find_bar (fixture, job));

  drag_to (fixture,
           timeline_fixture_get_x (fixture, "2025-01-15"),
           timeline_fixture_get_x (fixture, "2025-03-15"),
           y);
  anc_input_key (GDK_KEY_Escape, 0);
  anc_input_settle (fixture->timeline);
  anc_input_release (1);
  timeline_fixture_assert_log (fixture, "");
}

static void
test_draw (TimelineFixture *fixture,
           gconstpointer data)
{
  AncTimelineItem *job = get_item (fixture, MIRAGE, 0);
  double y = get_middle_y (fixture, timeline_fixture_find_bar (fixture, job));

  drag (fixture,
        timeline_fixture_get_x (fixture, "2026-02-10"),
        timeline_fixture_get_x (fixture, "2026-04-20"),
        y);
  timeline_fixture_assert_log (fixture, "create Restaurant Le Mirage 2026-02-01 2026-04-30\n");

  /* Below all lanes: of an employer that is not there yet. */
  y = gtk_widget_get_height (fixture->timeline) - 90;
  drag (fixture,
        timeline_fixture_get_x (fixture, "2024-04-20"),
        timeline_fixture_get_x (fixture, "2024-04-02"),
        y);
  timeline_fixture_assert_log (fixture, "create - 2024-04-01 2024-04-30\n");
}

static void
test_clicks (TimelineFixture *fixture,
             gconstpointer data)
{
  AncTimelineItem *job = get_item (fixture, MIRAGE, 0);
  GtkWidget *bar = timeline_fixture_find_bar (fixture, job);
  GtkWidget *cell = timeline_fixture_find_cell (fixture, job, anc_month_new (2025, 2));

  anc_input_move (bar, gtk_widget_get_width (bar) / 2.0, 8);
  anc_input_press (1);
  anc_input_release (1);
  anc_test_wait_for (timeline_fixture_get_focus (fixture) == bar);
  timeline_fixture_assert_log (fixture, "");
  anc_input_press (1);
  anc_input_release (1);
  timeline_fixture_assert_log (fixture, "edit Cuisinier\n");

  anc_input_move (cell, gtk_widget_get_width (cell) / 2.0, 5);
  anc_input_press (1);
  anc_input_release (1);
  timeline_fixture_assert_log (fixture, "month Cuisinier 2025-02-01\n");
}

static void
test_filing_line (TimelineFixture *fixture,
                  gconstpointer data)
{
  AncTimeline *timeline = ANC_TIMELINE (fixture->timeline);
  double y = get_middle_y (fixture, timeline->filing);
  char *last;

  drag (fixture,
        timeline_fixture_get_x (fixture, "2026-11-21"),
        timeline_fixture_get_x (fixture, "2026-05-10") + 0.5,
        y);
  g_assert_cmpint (ABS (anc_timeline_get_filing_date (timeline) - anc_timeline_sample_date ("2026-05-10")),
                   <=,
                   2);
  /* Each step of the drag was told, not its end alone. */
  last = strrchr (fixture->sample->log->str, 'f');
  g_assert_true (last != fixture->sample->log->str);
}

static void
test_split_here (TimelineFixture *fixture,
                 gconstpointer data)
{
  AncTimelineItem *job = get_item (fixture, MIRAGE, 0);
  double y = get_middle_y (fixture, timeline_fixture_find_bar (fixture, job));
  AncTimeline *timeline = ANC_TIMELINE (fixture->timeline);

  anc_input_move (fixture->timeline, timeline_fixture_get_x (fixture, "2025-02-03"), y);
  anc_input_press (3);
  anc_input_release (3);
  anc_test_wait_for (timeline->menu != NULL && gtk_widget_get_mapped (timeline->menu));
  gtk_popover_popdown (GTK_POPOVER (timeline->menu));
  anc_input_settle (fixture->timeline);
  gtk_widget_activate_action (fixture->timeline, "timeline.split", NULL);
  g_assert_cmpint (timeline->preview.kind, ==, ANC_PREVIEW_SPLIT);
  anc_input_key (GDK_KEY_Return, 0);
  timeline_fixture_assert_log (fixture, "split Cuisinier 2025-02-01\n");
}

static void
test_wheel_zoom (TimelineFixture *fixture,
                 gconstpointer data)
{
  AncTimeline *timeline = ANC_TIMELINE (fixture->timeline);
  double x = timeline_fixture_get_x (fixture, "2025-06-15");
  double before = timeline->scale.day_width;

  anc_input_move (fixture->timeline, x, 200);
  anc_input_hold (GDK_KEY_Control_L, TRUE);
  for (int i = 0; i < 4; i++)
    {
      anc_input_press (4);
      anc_input_release (4);
    }
  anc_test_wait_for (timeline->scale.day_width > before * 1.5);
  anc_input_hold (GDK_KEY_Control_L, FALSE);
  anc_input_settle (fixture->timeline);
  g_assert_cmpfloat_with_epsilon (timeline_fixture_get_x (fixture, "2025-06-15"), x, 2);
}

/* What is dragged to the edge of the view scrolls it; what is dragged away from an edge does not. */
static void
test_edges (TimelineFixture *fixture,
            gconstpointer data)
{
  AncTimeline *timeline = ANC_TIMELINE (fixture->timeline);
  double edge = anc_timeline_get_body_x (timeline) + timeline->scale.width - 3;
  double y = get_middle_y (fixture, timeline->filing);
  AncDate filing;
  double before;

  anc_timeline_zoom (timeline, 6);
  anc_input_settle (fixture->timeline);
  before = timeline->scale.scroll;

  drag_to (fixture, timeline_fixture_get_x (fixture, "2026-11-21"), edge, y);
  anc_test_wait_for (timeline->scale.scroll > before + 100);
  anc_input_release (1);
  anc_input_settle (fixture->timeline);

  before = timeline->scale.scroll;
  filing = anc_timeline_get_filing_date (timeline);
  drag_to (fixture, edge - 4, edge - 18, y);
  anc_input_settle (fixture->timeline);
  g_assert_cmpfloat (timeline->scale.scroll, ==, before);
  g_assert_cmpint (anc_timeline_get_filing_date (timeline), <, filing);
  anc_input_release (1);
  anc_input_settle (fixture->timeline);
}

/* The scroll bar and the view agree on which way is which, in both directions of text. */
static void
test_scrolling (TimelineFixture *fixture,
                gconstpointer data)
{
  AncTimeline *timeline = ANC_TIMELINE (fixture->timeline);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (fixture->scrolled));
  double x;

  anc_timeline_zoom (timeline, 3);
  anc_input_settle (fixture->timeline);
  x = timeline_fixture_get_x (fixture, "2025-06-15");
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) - 50);
  anc_input_settle (fixture->timeline);
  g_assert_cmpfloat_with_epsilon (timeline_fixture_get_x (fixture, "2025-06-15"), x + 50, 1);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  anc_widgets_init ();

#define ADD(path, set_up_it, test) \
  g_test_add ("/widgets/timeline/pointer/" path, TimelineFixture, NULL, set_up_it, test, tear_down)
  ADD ("drag-end", set_up, test_drag_end);
  ADD ("drag-end-rtl", set_up_rtl, test_drag_end);
  ADD ("drag-start-by-day", set_up, test_drag_start_by_day);
  ADD ("drag-bar", set_up, test_drag_bar);
  ADD ("drag-bar-rtl", set_up_rtl, test_drag_bar);
  ADD ("escape", set_up, test_escape);
  ADD ("draw", set_up, test_draw);
  ADD ("draw-rtl", set_up_rtl, test_draw);
  ADD ("clicks", set_up, test_clicks);
  ADD ("filing-line", set_up, test_filing_line);
  ADD ("split-here", set_up, test_split_here);
  ADD ("edges", set_up, test_edges);
  ADD ("wheel-zoom", set_up, test_wheel_zoom);
  ADD ("scrolling", set_up, test_scrolling);
  ADD ("scrolling-rtl", set_up_rtl, test_scrolling);
#undef ADD

  return g_test_run ();
}
