/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-layout.h"

#define GAP ANC_PAGE_LAYOUT_GAP

static AncPageLayout *
create (void)
{
  const double widths[] = { 100, 200, 50 };
  const double heights[] = { 300, 100, 80 };

  return anc_page_layout_new (widths, heights, 3);
}

static void
assert_rect (AncRect rect,
             double x0,
             double y0,
             double x1,
             double y1)
{
  g_assert_cmpfloat_with_epsilon (rect.x0, x0, 1e-6);
  g_assert_cmpfloat_with_epsilon (rect.y0, y0, 1e-6);
  g_assert_cmpfloat_with_epsilon (rect.x1, x1, 1e-6);
  g_assert_cmpfloat_with_epsilon (rect.y1, y1, 1e-6);
}

static void
test_stacks_and_centres (void)
{
  g_autoptr (AncPageLayout) layout = create ();

  assert_rect (anc_page_layout_get_page (layout, 0), GAP + 50, GAP, GAP + 150, GAP + 300);
  assert_rect (anc_page_layout_get_page (layout, 1), GAP, 2 * GAP + 300, GAP + 200, 2 * GAP + 400);
  g_assert_cmpfloat (anc_page_layout_get_width (layout), ==, 200 + 2 * GAP);
  g_assert_cmpfloat (anc_page_layout_get_height (layout), ==, 480 + 4 * GAP);

  anc_page_layout_set_view_width (layout, 1000);
  assert_rect (anc_page_layout_get_page (layout, 1), 400, 2 * GAP + 300, 600, 2 * GAP + 400);
}

static void
test_zoom_has_bounds (void)
{
  g_autoptr (AncPageLayout) layout = create ();

  anc_page_layout_set_zoom (layout, 0);
  g_assert_cmpfloat (anc_page_layout_get_zoom (layout), ==, ANC_PAGE_LAYOUT_MIN_ZOOM);
  anc_page_layout_set_zoom (layout, 1e9);
  g_assert_cmpfloat (anc_page_layout_get_zoom (layout), ==, ANC_PAGE_LAYOUT_MAX_ZOOM);
}

static void
test_fits (void)
{
  g_autoptr (AncPageLayout) layout = create ();

  /* The widest page, whichever is shown; then the page shown, by its tighter side. */
  g_assert_cmpfloat (anc_page_layout_get_fitting_zoom (layout, ANC_PAGE_FIT_WIDTH, 0, 400 + 2 * GAP, 10), ==, 2);
  g_assert_cmpfloat (anc_page_layout_get_fitting_zoom (layout, ANC_PAGE_FIT_PAGE, 0, 400 + 2 * GAP, 600 + 2 * GAP), ==, 2);
  g_assert_cmpfloat (anc_page_layout_get_fitting_zoom (layout, ANC_PAGE_FIT_PAGE, 1, 400 + 2 * GAP, 600 + 2 * GAP), ==, 2);

  anc_page_layout_set_turns (layout, 1);
  g_assert_cmpfloat (anc_page_layout_get_fitting_zoom (layout, ANC_PAGE_FIT_WIDTH, 0, 600 + 2 * GAP, 10), ==, 2);
  anc_page_layout_set_zoom (layout, 4);
  g_assert_cmpfloat (anc_page_layout_get_fitting_zoom (layout, ANC_PAGE_FIT_WIDTH, 0, 600 + 2 * GAP, 10), ==, 2);
}

static void
test_visible (void)
{
  static const struct
  {
    double top;
    double bottom;
    gboolean found;
    guint first;
    guint last;
    const char *why;
  } rows[] = {
    { 0, 100, TRUE, 0, 0, "the first page" },
    { 0, GAP, FALSE, 0, 0, "the room above it" },
    { 0, 2 * GAP + 301, TRUE, 0, 1, "one row of the second page" },
    { 0, 2 * GAP + 300, TRUE, 0, 1, "its edge: no row of it, but nothing is lost by drawing it" },
    { GAP + 300, 2 * GAP + 350, TRUE, 1, 1, "the first page just gone" },
    { GAP + 299, 2 * GAP + 350, TRUE, 0, 1, "one row of the first page left" },
    { 0, 1e6, TRUE, 0, 2, "everything" },
    { 1e6, 2e6, FALSE, 0, 0, "below everything" },
  };
  g_autoptr (AncPageLayout) layout = create ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint first = 0, last = 0;

      g_test_message ("%s", rows[i].why);
      g_assert_cmpint (anc_page_layout_find_visible (layout, rows[i].top, rows[i].bottom, &first, &last), ==, rows[i].found);
      if (!rows[i].found)
        continue;
      g_assert_cmpuint (first, ==, rows[i].first);
      g_assert_cmpuint (last, ==, rows[i].last);
    }
}

static void
test_no_pages (void)
{
  g_autoptr (AncPageLayout) layout = anc_page_layout_new (NULL, NULL, 0);
  guint first, last;

  g_assert_false (anc_page_layout_find_visible (layout, 0, 100, &first, &last));
  g_assert_cmpfloat (anc_page_layout_get_fitting_zoom (layout, ANC_PAGE_FIT_PAGE, 0, 100, 100), ==, 1);
}

static void
test_page_without_extent (void)
{
  const double nothing[] = { 0 };
  g_autoptr (AncPageLayout) layout = anc_page_layout_new (nothing, nothing, 1);
  AncRect page = anc_page_layout_get_page (layout, 0);

  g_assert_cmpfloat (anc_rect_width (page), >, 0);
  g_assert_cmpfloat (anc_rect_height (page), >, 0);
}

/* Whatever the turn and the zoom, a place on a page leads to the content and back. */
static void
test_there_and_back (void)
{
  static const double zooms[] = { 0.5, 1, 2, 4 };
  g_autoptr (AncPageLayout) layout = create ();

  for (guint turns = 0; turns < 4; turns++)
    for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
      for (guint page = 0; page < 3; page++)
        {
          const AncRect spot = { 10, 20, 10, 20 };
          double x, y;
          AncRect place, around;

          anc_page_layout_set_turns (layout, turns);
          anc_page_layout_set_zoom (layout, zooms[i]);
          place = anc_page_layout_get_place (layout, page, spot);
          around = anc_page_layout_get_page (layout, page);
          g_assert_cmpuint (anc_page_layout_locate (layout, place.x0, place.y0, &x, &y), ==, page);
          g_assert_cmpfloat_with_epsilon (x, 10, 1e-6);
          g_assert_cmpfloat_with_epsilon (y, 20, 1e-6);
          g_assert_true (place.x0 >= around.x0 && place.x1 <= around.x1 && place.y0 >= around.y0 && place.y1 <= around.y1);
        }
}

static void
test_turns_clockwise (void)
{
  g_autoptr (AncPageLayout) layout = create ();
  AncRect page, corner;

  anc_page_layout_set_turns (layout, 1);
  page = anc_page_layout_get_page (layout, 0);
  corner = anc_page_layout_get_place (layout, 0, (AncRect){ 0, 0, 0, 0 });
  g_assert_cmpfloat (corner.x0, ==, page.x1); /* the top left corner is now at the top right */
  g_assert_cmpfloat (corner.y0, ==, page.y0);
  g_assert_cmpfloat (anc_rect_width (page), ==, 300);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/viewer/page-layout/stacks-and-centres", test_stacks_and_centres);
  g_test_add_func ("/viewer/page-layout/zoom-has-bounds", test_zoom_has_bounds);
  g_test_add_func ("/viewer/page-layout/fits", test_fits);
  g_test_add_func ("/viewer/page-layout/visible", test_visible);
  g_test_add_func ("/viewer/page-layout/no-pages", test_no_pages);
  g_test_add_func ("/viewer/page-layout/page-without-extent", test_page_without_extent);
  g_test_add_func ("/viewer/page-layout/there-and-back", test_there_and_back);
  g_test_add_func ("/viewer/page-layout/turns-clockwise", test_turns_clockwise);

  return g_test_run ();
}
