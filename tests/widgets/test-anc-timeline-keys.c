/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-fixture.h"
#include "anc-timeline-private.h"
#include "anc-widgets.h"

#include <adwaita.h>

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
tear_down (TimelineFixture *fixture,
           gconstpointer data)
{
  timeline_fixture_clear (fixture);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
set_up_rtl (TimelineFixture *fixture,
            gconstpointer data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  timeline_fixture_init (fixture, anc_timeline_sample_new ());
}

static AncTimelineItem *
get_item (TimelineFixture *fixture,
          guint lane,
          guint item)
{
  return anc_timeline_sample_get_item (fixture->sample, lane, item);
}

static void
press (TimelineFixture *fixture,
       guint keyval,
       GdkModifierType modifiers)
{
  anc_input_key (keyval, modifiers);
  anc_input_settle (fixture->timeline);
}

static void
test_move_and_resize (TimelineFixture *fixture,
                      gconstpointer data)
{
  timeline_fixture_focus (fixture, get_item (fixture, MIRAGE, 0)); /* 2024-09-01 to 2025-07-31 */

  press (fixture, GDK_KEY_Right, 0);
  timeline_fixture_assert_log (fixture, "change Cuisinier 2024-10-01 2025-08-31\n");
  press (fixture, GDK_KEY_Left, 0);
  timeline_fixture_assert_log (fixture, "change Cuisinier 2024-09-01 2025-07-31\n");
  press (fixture, GDK_KEY_Right, GDK_ALT_MASK);
  timeline_fixture_assert_log (fixture, "change Cuisinier 2024-09-02 2025-08-01\n");
  press (fixture, GDK_KEY_Left, GDK_ALT_MASK);
  timeline_fixture_assert_log (fixture, "change Cuisinier 2024-09-01 2025-07-31\n");
  press (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  timeline_fixture_assert_log (fixture, "change Cuisinier 2024-09-01 2025-08-31\n");
  press (fixture, GDK_KEY_Left, GDK_SHIFT_MASK | GDK_ALT_MASK);
  timeline_fixture_assert_log (fixture, "change Cuisinier 2024-09-01 2025-08-30\n");
  press (fixture, GDK_KEY_Left, GDK_SHIFT_MASK | GDK_CONTROL_MASK);
  timeline_fixture_assert_log (fixture, "change Cuisinier 2024-08-01 2025-08-30\n");
}

/* The items go, one after the other, while keys are pressed on them: as an undo held down takes them back. */
static void
test_keys_while_items_go (TimelineFixture *fixture,
                          gconstpointer data)
{
  timeline_fixture_focus (fixture, get_item (fixture, MIRAGE, 0));

  for (guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->sample->lanes)); n > 0; n--)
    {
      g_list_store_remove (fixture->sample->lanes, n - 1);
      anc_input_key (GDK_KEY_Right, 0); /* before anything was laid out anew */
      press (fixture, GDK_KEY_Right, 0);
      press (fixture, GDK_KEY_Down, 0);
      g_assert_nonnull (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (fixture->timeline))));
    }
}

static void
test_what_goes_on (TimelineFixture *fixture,
                   gconstpointer data)
{
  timeline_fixture_focus (fixture, get_item (fixture, HOTEL, 0)); /* 2025-11-01 on; filing in 2026-11 */

  press (fixture, GDK_KEY_Right, 0);
  timeline_fixture_assert_log (fixture, "change Commis de cuisine 2025-12-01\n");
  press (fixture, GDK_KEY_Left, GDK_SHIFT_MASK);
  timeline_fixture_assert_log (fixture, "change Commis de cuisine 2025-12-01 2026-10-31\n");
}

static void
test_rtl_arrows (TimelineFixture *fixture,
                 gconstpointer data)
{
  timeline_fixture_focus (fixture, get_item (fixture, MIRAGE, 0));

  press (fixture, GDK_KEY_Left, 0);
  timeline_fixture_assert_log (fixture, "change Cuisinier 2024-10-01 2025-08-31\n");
}

static void
test_verbs (TimelineFixture *fixture,
            gconstpointer data)
{
  AncTimelineItem *job = get_item (fixture, CLEANING, 0); /* 2024-03-01 to 2024-07-31 */

  timeline_fixture_focus (fixture, job);
  press (fixture, GDK_KEY_Return, 0);
  timeline_fixture_assert_log (fixture, "edit Agent\n");
  press (fixture, GDK_KEY_Return, GDK_SHIFT_MASK);
  timeline_fixture_assert_log (fixture, "edit-lane SIN Nettoyage\n");
  press (fixture, GDK_KEY_d, GDK_CONTROL_MASK);
  timeline_fixture_assert_log (fixture, "duplicate Agent 2024-08-01 2024-12-31\n");
  press (fixture, GDK_KEY_Insert, 0);
  timeline_fixture_assert_log (fixture, "create SIN Nettoyage 2026-10-01 2026-10-31\n");
}

/* After deletion the focus is on what follows, and no two deletions happen at once. */
static void
test_delete (TimelineFixture *fixture,
             gconstpointer data)
{
  AncTimelineItem *next = get_item (fixture, CLEANING, 1);

  timeline_fixture_focus (fixture, get_item (fixture, CLEANING, 0));
  press (fixture, GDK_KEY_Delete, 0);
  timeline_fixture_assert_log (fixture, "delete Agent\n");
  g_assert_true (timeline_fixture_get_focus (fixture) == timeline_fixture_find_bar (fixture, next));
  g_assert_true (anc_timeline_get_selected (ANC_TIMELINE (fixture->timeline)) == next);
}

static void
test_split (TimelineFixture *fixture,
            gconstpointer data)
{
  timeline_fixture_focus (fixture, get_item (fixture, CLEANING, 0)); /* middle: 2024-05-16, nearer to 1 May */

  press (fixture, GDK_KEY_s, 0);
  press (fixture, GDK_KEY_Right, 0);
  press (fixture, GDK_KEY_Right, GDK_ALT_MASK);
  timeline_fixture_assert_log (fixture, "");
  press (fixture, GDK_KEY_Return, 0);
  timeline_fixture_assert_log (fixture, "split Agent 2024-06-02\n");

  press (fixture, GDK_KEY_s, 0);
  press (fixture, GDK_KEY_Escape, 0);
  press (fixture, GDK_KEY_Return, 0);
  timeline_fixture_assert_log (fixture, "edit Agent\n");
}

static void
test_not_editable (TimelineFixture *fixture,
                   gconstpointer data)
{
  anc_timeline_set_editable (ANC_TIMELINE (fixture->timeline), FALSE);
  timeline_fixture_focus (fixture, get_item (fixture, MIRAGE, 0));

  press (fixture, GDK_KEY_Right, 0);
  press (fixture, GDK_KEY_Delete, 0);
  press (fixture, GDK_KEY_Insert, 0);
  press (fixture, GDK_KEY_s, 0);
  press (fixture, GDK_KEY_Return, 0);
  timeline_fixture_assert_log (fixture, "");
}

static void
test_filing_date (TimelineFixture *fixture,
                  gconstpointer data)
{
  gtk_widget_grab_focus (ANC_TIMELINE (fixture->timeline)->filing);

  press (fixture, GDK_KEY_Right, 0);
  press (fixture, GDK_KEY_Left, GDK_ALT_MASK);
  press (fixture, GDK_KEY_Page_Up, 0);
  timeline_fixture_assert_log (fixture, "filing - 2026-12-21\nfiling - 2026-12-20\nfiling - 2027-12-20\n");
  g_assert_cmpint (anc_timeline_get_filing_date (ANC_TIMELINE (fixture->timeline)),
                   ==,
                   anc_timeline_sample_date ("2027-12-20"));
}

/* Down goes through all bars, and through the lanes that have none. */
static void
test_down_visits_all (TimelineFixture *fixture,
                      gconstpointer data)
{
  AncTimeline *timeline = ANC_TIMELINE (fixture->timeline);
  g_autoptr (GListStore) none = g_list_store_new (ANC_TYPE_TIMELINE_ITEM);
  g_autoptr (AncTimelineLane) lane = anc_timeline_lane_new (ANC_LANE_JOBS, 999, "Vide inventé", G_LIST_MODEL (none));
  guint n_items = 0;

  g_list_store_insert (fixture->sample->lanes, MIRAGE, lane);
  anc_input_settle (fixture->timeline);
  timeline_fixture_focus (fixture, get_item (fixture, 0, 0));

  for (guint i = 0; i < timeline->rows->len; i++)
    for (guint j = 0; j < MAX (1, g_array_index (timeline->rows, AncTimelineRow, i).n_entries); j++, n_items++)
      {
        GtkWidget *focus = timeline_fixture_get_focus (fixture);
        const AncTimelineRow *row = &g_array_index (timeline->rows, AncTimelineRow, i);

        if (row->n_entries == 0)
          g_assert_true (focus == (GtkWidget *) row->heading);
        else
          g_assert_true (anc_timeline_bar_get_item (ANC_TIMELINE_BAR (focus)) == get_item (fixture, i, j));
        press (fixture, GDK_KEY_Down, 0);
      }
  g_assert_cmpuint (n_items, ==, 9);

  press (fixture, GDK_KEY_Home, GDK_CONTROL_MASK);
  g_assert_true (timeline_fixture_get_focus (fixture) == timeline_fixture_find_bar (fixture, get_item (fixture, 0, 0)));
}

static void
test_months (TimelineFixture *fixture,
             gconstpointer data)
{
  AncTimelineItem *job = get_item (fixture, MIRAGE, 0);
  GtkWidget *cell;

  timeline_fixture_focus (fixture, job);
  press (fixture, GDK_KEY_Tab, 0);
  cell = timeline_fixture_find_cell (fixture, job, anc_month_new (2025, 7));
  g_assert_true (timeline_fixture_get_focus (fixture) == cell);

  press (fixture, GDK_KEY_Left, 0);
  press (fixture, GDK_KEY_Return, 0);
  press (fixture, GDK_KEY_Home, 0);
  press (fixture, GDK_KEY_space, 0);
  timeline_fixture_assert_log (fixture, "month Cuisinier 2025-06-01\nmonth Cuisinier 2024-09-01\n");

  press (fixture, GDK_KEY_Up, 0);
  g_assert_true (timeline_fixture_get_focus (fixture) == timeline_fixture_find_bar (fixture, job));
}

/* Tab goes from the filing date to a bar, its months, the counted months, and out; back the same way. */
static void
test_tab (TimelineFixture *fixture,
          gconstpointer data)
{
  AncTimeline *timeline = ANC_TIMELINE (fixture->timeline);

  gtk_widget_grab_focus (timeline->filing);
  press (fixture, GDK_KEY_Tab, 0);
  g_assert_true (ANC_IS_TIMELINE_BAR (timeline_fixture_get_focus (fixture)));
  timeline_fixture_focus (fixture, get_item (fixture, MIRAGE, 0));
  press (fixture, GDK_KEY_Tab, 0);
  g_assert_nonnull (anc_timeline_cell_get_item (ANC_TIMELINE_CELL (timeline_fixture_get_focus (fixture))));
  press (fixture, GDK_KEY_Tab, 0);
  g_assert_null (anc_timeline_cell_get_item (ANC_TIMELINE_CELL (timeline_fixture_get_focus (fixture))));
  g_assert_cmpint (anc_timeline_cell_get_month (ANC_TIMELINE_CELL (timeline_fixture_get_focus (fixture))),
                   ==,
                   anc_month_new (2026, 10));
  press (fixture, GDK_KEY_Left, 0);
  press (fixture, GDK_KEY_Return, 0);
  timeline_fixture_assert_log (fixture, "month - 2026-09-01\n");
  press (fixture, GDK_KEY_Tab, GDK_SHIFT_MASK);
  g_assert_nonnull (anc_timeline_cell_get_item (ANC_TIMELINE_CELL (timeline_fixture_get_focus (fixture))));
  press (fixture, GDK_KEY_Tab, GDK_SHIFT_MASK);
  g_assert_true (timeline_fixture_get_focus (fixture) == timeline_fixture_find_bar (fixture, get_item (fixture, MIRAGE, 0)));
  press (fixture, GDK_KEY_Tab, GDK_SHIFT_MASK);
  g_assert_true (timeline_fixture_get_focus (fixture) == timeline->filing);
}

static void
test_zoom (TimelineFixture *fixture,
           gconstpointer data)
{
  AncTimeline *timeline = ANC_TIMELINE (fixture->timeline);
  double before = timeline->scale.day_width;

  timeline_fixture_focus (fixture, get_item (fixture, MIRAGE, 0));
  press (fixture, GDK_KEY_KP_Add, GDK_CONTROL_MASK);
  g_assert_cmpfloat (timeline->scale.day_width, >, before * 1.1);
  press (fixture, GDK_KEY_minus, GDK_CONTROL_MASK);
  g_assert_cmpfloat_with_epsilon (timeline->scale.day_width, before, 1e-6);
  for (int i = 0; i < 30; i++)
    press (fixture, GDK_KEY_KP_Add, GDK_CONTROL_MASK);
  g_assert_cmpfloat_with_epsilon (timeline->scale.width / timeline->scale.day_width,
                                  ANC_TIME_SCALE_MIN_DAYS,
                                  1e-6);
  /* The bar with the focus is far away by now, and still has it. */
  g_assert_true (timeline_fixture_get_focus (fixture) == timeline_fixture_find_bar (fixture, get_item (fixture, MIRAGE, 0)));
  press (fixture, GDK_KEY_0, GDK_CONTROL_MASK);
  g_assert_cmpfloat_with_epsilon (timeline->scale.day_width, before, 1e-6);
}

static void
test_go_to_filing (TimelineFixture *fixture,
                   gconstpointer data)
{
  AncTimeline *timeline = ANC_TIMELINE (fixture->timeline);
  double x;

  timeline_fixture_focus (fixture, get_item (fixture, MIRAGE, 0));
  anc_timeline_zoom (timeline, 8);
  anc_timeline_show_dates (timeline,
                           anc_timeline_sample_date ("2024-01-01"),
                           anc_timeline_sample_date ("2024-01-10"));
  anc_input_settle (fixture->timeline);
  press (fixture, GDK_KEY_g, GDK_CONTROL_MASK);
  x = anc_time_scale_get_x (&timeline->scale, timeline->filing_date);
  g_assert_cmpfloat_with_epsilon (x, timeline->scale.width / 2, timeline->scale.day_width + 1);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  anc_widgets_init ();

#define ADD(path, test) g_test_add ("/widgets/timeline/keys/" path, TimelineFixture, NULL, set_up, test, tear_down)
  ADD ("move-and-resize", test_move_and_resize);
  ADD ("what-goes-on", test_what_goes_on);
  ADD ("verbs", test_verbs);
  ADD ("delete", test_delete);
  ADD ("split", test_split);
  ADD ("not-editable", test_not_editable);
  ADD ("filing-date", test_filing_date);
  ADD ("down-visits-all", test_down_visits_all);
  ADD ("keys-while-items-go", test_keys_while_items_go);
  ADD ("months", test_months);
  ADD ("tab", test_tab);
  ADD ("zoom", test_zoom);
  ADD ("go-to-filing", test_go_to_filing);
#undef ADD
  g_test_add ("/widgets/timeline/keys/rtl-arrows",
              TimelineFixture,
              NULL,
              set_up_rtl,
              test_rtl_arrows,
              tear_down);

  return g_test_run ();
}
