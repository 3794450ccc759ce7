/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-view-fixture.h"

/* Whether what the view draws is where it is scrolled to. */
static gboolean
draws_here (AncPageView *view)
{
  double left, top;

  return anc_page_view_find_drawn (view, &left, &top);
}

static gboolean
is_busy (AncPageView *view)
{
  g_autofree char *other = gtk_test_accessible_check_state (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_STATE_BUSY, TRUE);

  return other == NULL;
}

/* A page of which nothing is drawn yet is no white flash, and is told at once all the same. */
static void
test_page_before_stands_in (AncViewFixture *fixture,
                            gconstpointer data)
{
  AncPageView *view = fixture->view;
  double left, top;

  g_assert_true (draws_here (view));
  fixture->source->is_held = TRUE;
  anc_page_view_go_to_page (view, 200);
  g_assert_false (anc_page_view_find_drawn (view, &left, &top));
  g_assert_cmpfloat (top, ==, 0);
  g_assert_cmpuint (anc_page_view_get_page (view), ==, 200);
  g_assert_true (is_busy (view));

  anc_drawn_source_release (fixture->source);
  anc_test_wait_for (anc_page_cache_get_whole_page (view->cache, 200, 1) != NULL);
  g_assert_true (anc_page_view_find_drawn (view, &left, &top));
  g_assert_cmpfloat (top, ==, anc_page_view_get_scroll (view, GTK_ORIENTATION_VERTICAL));
  g_assert_false (is_busy (view));
}

/* Where the drawing comes late, what was left long ago would be taken for what is told: then the page is empty. */
static void
test_stand_in_goes (AncViewFixture *fixture,
                    gconstpointer data)
{
  AncPageView *view = fixture->view;

  fixture->source->is_held = TRUE;
  anc_page_view_go_to_page (view, 200);
  g_assert_false (draws_here (view));
  anc_test_wait_for (draws_here (view));
  g_assert_null (anc_page_cache_get_whole_page (view->cache, 200, 1));
  g_assert_true (is_busy (view));
}

/* Of pages that come too late for where the view is, the latest is shown. */
static void
test_latest_stands_in (AncViewFixture *fixture,
                       gconstpointer data)
{
  AncPageView *view = fixture->view;
  double left, top;

  fixture->source->is_held = TRUE;
  anc_page_view_go_to_page (view, 200);
  anc_test_wait_for (fixture->source->held->len > 0);
  anc_page_view_go_to_page (view, 300);
  anc_page_view_go_to_page (view, 400);
  anc_page_cache_put (view->cache,
                      &(AncPageTile){ 300, 0.1, 0, 0 },
                      TRUE,
                      anc_page_cache_get_whole_page (view->cache, 0, 1));
  g_assert_false (anc_page_view_find_drawn (view, &left, &top));
  g_assert_cmpfloat_with_epsilon (top, anc_page_layout_get_page (view->layout, 300).y0 - ANC_PAGE_LAYOUT_GAP, 1);
}

/* At another zoom nothing stands where it did. */
static void
test_zoom_ends_stand_in (AncViewFixture *fixture,
                         gconstpointer data)
{
  fixture->source->is_held = TRUE;
  anc_page_view_go_to_page (fixture->view, 200);
  g_assert_false (draws_here (fixture->view));
  anc_page_view_set_zoom (fixture->view, 3);
  g_assert_true (draws_here (fixture->view));
}

/* Where pages rush by faster than they can be drawn, those that will be next are drawn coarsely, as many as went by. */
static void
test_draws_ahead_of_travel (AncViewFixture *fixture,
                            gconstpointer data)
{
  AncPageView *view = fixture->view;
  guint page = 100;

  /* As if a sharp picture took that long, in ms. */
  do
    {
      view->sharp_cost = 40;
      anc_page_view_go_to_page (view, ++page);
      g_main_context_iteration (NULL, FALSE);
    }
  while (page < 400 && anc_page_cache_get_whole_page (view->cache, page + 12, 1) == NULL);
  g_assert_cmpuint (page, <, 400);
  g_assert_false (anc_view_is_sharp (view, page + 12));
  g_assert_cmpuint (anc_page_cache_get_bytes (view->cache), <=, anc_page_cache_get_max_bytes (view->cache));

  /* Once it is over, and upwards too. */
  anc_test_wait_for (anc_page_view_count_turns (view) == 0);
  anc_page_view_go_to_page (view, 300);
  g_assert_cmpuint (anc_page_view_count_turns (view), <=, 1); /* a jump is none */
  for (page = 300; page > 200 && anc_page_cache_get_whole_page (view->cache, page - 12, 1) == NULL; page--)
    {
      view->sharp_cost = 40;
      anc_page_view_go_to_page (view, page - 1);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (page, >, 200);
}

/* As if a picture took so long in the last moments, in ms; all that is asked for is kept back. */
static void
slow_down (AncViewFixture *fixture,
           double coarse_cost,
           double sharp_cost)
{
  anc_test_wait_for (fixture->view->requests->len == 0);
  anc_test_wait_for (anc_page_view_count_turns (fixture->view) == 0);
  fixture->source->is_held = TRUE;
  fixture->view->coarse_cost = coarse_cost;
  fixture->view->sharp_cost = sharp_cost;
}

static void
rush_to (AncPageView *view,
         guint page)
{
  for (guint i = 10; i > 0; i--)
    anc_page_view_go_to_page (view, page - i + 1);
}

/* What is outrun is drawn coarsely alone, until nobody moves on. */
static void
test_outrun_is_coarse (AncViewFixture *fixture,
                       gconstpointer data)
{
  AncPageView *view = fixture->view;

  guint page = 100;

  /* What was asked for when it began comes; what is asked for then is coarse. */
  slow_down (fixture, 10000, 20000);
  do
    {
      anc_drawn_source_release (fixture->source);
      rush_to (view, page += 10);
      anc_test_wait_for (fixture->source->held->len == 2);
    }
  while (page < 400 && anc_drawn_source_get_held_scale (fixture->source, 1) == anc_page_view_get_scale (view));
  g_assert_cmpuint (page, <, 400);
  g_assert_cmpfloat (anc_drawn_source_get_held_scale (fixture->source, 0), <, anc_page_view_get_scale (view));

  rush_to (view, page += 10);
  g_assert_true (anc_page_view_outruns (view, 1000));
  g_assert_false (anc_page_view_outruns (view, 1));
  fixture->source->is_held = FALSE;
  anc_drawn_source_release (fixture->source);
  anc_test_wait_for (anc_view_is_sharp (view, page));
  g_assert_false (anc_view_is_sharp (view, page - 5));
  anc_test_wait_for (anc_page_view_count_turns (view) == 0);
  g_assert_false (anc_page_view_outruns (view, 1000));
}

/* What is there as fast as pages go by is drawn once, sharp. */
static void
test_what_keeps_up_is_drawn_once (AncViewFixture *fixture,
                                  gconstpointer data)
{
  AncPageView *view = fixture->view;

  slow_down (fixture, 2, 5);
  rush_to (view, 200);
  g_assert_cmpuint (anc_page_view_count_turns (view), >=, 9);
  g_assert_true (anc_page_view_keeps_up (view, 5));
  g_assert_false (anc_page_view_keeps_up (view, 300.0 / 9));
  g_assert_false (anc_page_view_keeps_up (view, 0));
  anc_test_wait_for (fixture->source->held->len > 0);
  for (guint i = 0; i < fixture->source->held->len; i++)
    g_assert_cmpfloat (anc_drawn_source_get_held_scale (fixture->source, i), ==, anc_page_view_get_scale (view));
}

/* What takes as long coarsely is drawn sharp at once where there is time; what is quickly there coarsely is so first. */
static void
test_scan_is_drawn_once (AncViewFixture *fixture,
                         gconstpointer data)
{
  AncPageView *view = fixture->view;

  slow_down (fixture, 60, 150);
  anc_page_view_go_to_page (view, 200);
  g_assert_cmpfloat (anc_drawn_source_get_held_scale (fixture->source, 0), ==, anc_page_view_get_scale (view));
  fixture->source->is_held = FALSE;
  anc_drawn_source_release (fixture->source);
  anc_test_wait_for (anc_view_is_sharp (view, 200));

  slow_down (fixture, 30, 150);
  anc_page_view_go_to_page (view, 300);
  g_assert_cmpfloat (anc_drawn_source_get_held_scale (fixture->source, 0), <, anc_page_view_get_scale (view));
}

/* So large that it comes in parts, a page is seen as a whole before. */
static void
test_large_scan_is_coarse_first (AncViewFixture *fixture,
                                 gconstpointer data)
{
  AncPageView *view = fixture->view;

  anc_page_view_set_zoom (view, 8);
  slow_down (fixture, 60, 150);
  anc_page_view_go_to_page (view, 200);
  anc_test_wait_for (fixture->source->held->len > 0);
  g_assert_cmpfloat (anc_drawn_source_get_held_scale (fixture->source, 0), <, anc_page_view_get_scale (view));
  fixture->source->is_held = FALSE;
  anc_drawn_source_release (fixture->source);
  anc_test_wait_for (view->requests->len == 0);
  g_assert_true (anc_page_view_find_drawn (view, &(double){ 0 }, &(double){ 0 }));
  g_assert_false (is_busy (view));
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ANC_VIEW_ADD ("page-before-stands-in", test_page_before_stands_in);
  ANC_VIEW_ADD ("stand-in-goes", test_stand_in_goes);
  ANC_VIEW_ADD ("latest-stands-in", test_latest_stands_in);
  ANC_VIEW_ADD ("zoom-ends-stand-in", test_zoom_ends_stand_in);
  ANC_VIEW_ADD ("draws-ahead-of-travel", test_draws_ahead_of_travel);
  ANC_VIEW_ADD ("outrun-is-coarse", test_outrun_is_coarse);
  ANC_VIEW_ADD ("what-keeps-up-is-drawn-once", test_what_keeps_up_is_drawn_once);
  ANC_VIEW_ADD ("scan-is-drawn-once", test_scan_is_drawn_once);
  ANC_VIEW_ADD ("large-scan-is-coarse-first", test_large_scan_is_coarse_first);

  return g_test_run ();
}
