/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-view-fixture.h"

#include <math.h>

static void
test_shows_first_page (AncViewFixture *fixture,
                       gconstpointer data)
{
  g_assert_cmpuint (anc_page_view_get_page (fixture->view), ==, 0);
  g_assert_true (anc_view_is_sharp (fixture->view, 0));
  /* What is seen first is drawn once. */
  g_assert_true (anc_page_cache_get_whole_page (fixture->view->cache, 0, 0.01) == anc_page_cache_get_whole_page (fixture->view->cache, 0, anc_page_view_get_scale (fixture->view)));
  /* What comes next is drawn ahead, the rest is not. */
  g_assert_true (anc_view_is_sharp (fixture->view, 1));
  g_assert_cmpuint (fixture->source->n_rendered, <, 16);
}

static gboolean
is_taken_back (AncDrawnSource *source)
{
  for (guint i = 0; i < source->held->len; i++)
    if (g_cancellable_is_cancelled (g_task_get_cancellable (g_ptr_array_index (source->held, i))))
      return TRUE;

  return FALSE;
}

/* What is drawn quickly is kept even if it comes late; what takes long gives way. */
static void
test_jump_takes_back (AncViewFixture *fixture,
                      gconstpointer data)
{
  fixture->source->is_held = TRUE;
  anc_page_view_go_to_page (fixture->view, 100);
  anc_test_wait_for (fixture->source->held->len > 0);
  anc_page_view_go_to_page (fixture->view, 300);
  g_assert_false (is_taken_back (fixture->source));
  anc_test_wait_for (is_taken_back (fixture->source));
  fixture->source->is_held = FALSE;
  anc_drawn_source_release (fixture->source);
  anc_test_wait_for (anc_view_is_sharp (fixture->view, 300));

  g_assert_cmpuint (anc_page_view_get_page (fixture->view), ==, 300);
  g_assert_cmpuint (fixture->source->n_cancelled, >, 0);
  g_assert_false (anc_view_is_sharp (fixture->view, 100));
}

static void
test_coarse_first (AncViewFixture *fixture,
                   gconstpointer data)
{
  fixture->source->is_held = TRUE;
  anc_page_view_go_to_page (fixture->view, 200);
  anc_test_wait_for (fixture->source->held->len > 0);
  g_assert_null (anc_page_cache_get_whole_page (fixture->view->cache, 200, 1));

  anc_drawn_source_release (fixture->source);
  anc_view_settle ();
  g_assert_nonnull (anc_page_cache_get_whole_page (fixture->view->cache, 200, 1));
}

static void
test_memory_is_bounded (AncViewFixture *fixture,
                        gconstpointer data)
{
  for (guint page = 0; page < ANC_VIEW_N_PAGES; page += 3)
    {
      anc_page_view_go_to_page (fixture->view, page);
      anc_test_wait_for (anc_view_is_sharp (fixture->view, page));
      g_assert_cmpuint (anc_page_cache_get_bytes (fixture->view->cache), <=, anc_page_cache_get_max_bytes (fixture->view->cache));
    }
}

static void
test_zoom_stays_at_pointer (AncViewFixture *fixture,
                            gconstpointer data)
{
  double before_x, before_y, after_x, after_y;

  anc_page_view_go_to_page (fixture->view, 7);
  anc_view_settle ();
  anc_page_layout_locate (fixture->view->layout,
                          300 + anc_page_view_get_scroll (fixture->view, GTK_ORIENTATION_HORIZONTAL),
                          200 + anc_page_view_get_scroll (fixture->view, GTK_ORIENTATION_VERTICAL),
                          &before_x,
                          &before_y);
  anc_page_view_zoom_at (fixture->view, 3, 300, 200);
  g_assert_cmpuint (anc_page_layout_locate (fixture->view->layout,
                                            300 + anc_page_view_get_scroll (fixture->view, GTK_ORIENTATION_HORIZONTAL),
                                            200 + anc_page_view_get_scroll (fixture->view, GTK_ORIENTATION_VERTICAL),
                                            &after_x,
                                            &after_y),
                    ==,
                    7);
  g_assert_cmpfloat_with_epsilon (before_x, after_x, 0.5);
  g_assert_cmpfloat_with_epsilon (before_y, after_y, 0.5);
  g_assert_cmpint (anc_page_view_get_fit (fixture->view), ==, ANC_PAGE_FIT_NONE);
}

static void
test_large_zoom_is_tiled (AncViewFixture *fixture,
                          gconstpointer data)
{
  guint before = fixture->source->n_rendered;

  anc_page_view_set_zoom (fixture->view, 8);
  anc_test_wait_for (fixture->source->n_rendered > before);
  anc_view_settle ();
  /* 4,760 × 6,736 pixels would be 128 MB: only what is on screen is drawn. */
  g_assert_cmpuint (anc_page_cache_get_bytes (fixture->view->cache), <, 48 * 1024 * 1024);
}

static void
test_broken_page_is_told (AncViewFixture *fixture,
                          gconstpointer data)
{
  fixture->source->broken_page = 50;
  anc_page_view_go_to_page (fixture->view, 50);
  anc_test_wait_for (anc_page_view_get_failure (fixture->view, 50) != NULL);
  anc_view_settle ();
  /* The page after it is there, and nothing asks for the broken one again and again. */
  anc_test_wait_for (anc_view_is_sharp (fixture->view, 51));
}

/* A page that failed is tried again by a key, and when somebody comes back to it. */
static void
test_broken_page_is_tried_again (AncViewFixture *fixture,
                                 gconstpointer data)
{
  fixture->source->broken_page = 50;
  anc_page_view_go_to_page (fixture->view, 50);
  anc_test_wait_for (anc_page_view_get_failure (fixture->view, 50) != NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.retry", NULL);
  anc_test_wait_for (anc_page_view_get_failure (fixture->view, 50) != NULL);

  fixture->source->broken_page = -1;
  anc_view_settle ();
  anc_view_settle ();
  g_assert_false (anc_view_is_sharp (fixture->view, 50));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.retry", NULL);
  anc_test_wait_for (anc_view_is_sharp (fixture->view, 50));

  fixture->source->broken_page = 80;
  anc_page_view_go_to_page (fixture->view, 80);
  anc_test_wait_for (anc_page_view_get_failure (fixture->view, 80) != NULL);
  fixture->source->broken_page = -1;
  anc_page_view_go_to_page (fixture->view, 10);
  anc_test_wait_for (fixture->view->rest_id == 0);
  anc_page_view_go_to_page (fixture->view, 80);
  anc_test_wait_for (anc_view_is_sharp (fixture->view, 80));
}

static void
test_turned (AncViewFixture *fixture,
             gconstpointer data)
{
  anc_page_view_go_to_page (fixture->view, 20);
  anc_page_view_turn (fixture->view, -1);
  anc_view_settle ();
  g_assert_cmpuint (anc_page_layout_get_turns (fixture->view->layout), ==, 3);
  g_assert_cmpuint (anc_page_view_get_page (fixture->view), ==, 20);
}

static void
test_place_comes_into_view (AncViewFixture *fixture,
                            gconstpointer data)
{
  const AncPagePlace place = { 400, { 60, 700, 200, 712 } };
  AncRect shown;
  double top;

  anc_page_view_show_place (fixture->view, &place);
  shown = anc_page_layout_get_place (fixture->view->layout, place.page, place.rect);
  top = anc_page_view_get_scroll (fixture->view, GTK_ORIENTATION_VERTICAL);
  g_assert_cmpfloat (shown.y0, >, top);
  g_assert_cmpfloat (shown.y1, <, top + gtk_widget_get_height (GTK_WIDGET (fixture->view)));
}

static void
test_another_document (AncViewFixture *fixture,
                       gconstpointer data)
{
  g_autoptr (AncDrawnSource) other = anc_drawn_source_new (2);

  fixture->source->is_held = TRUE;
  anc_page_view_go_to_page (fixture->view, 100);
  anc_view_settle ();
  anc_page_view_set_source (fixture->view, ANC_PAGE_SOURCE (other));
  anc_drawn_source_release (fixture->source);
  anc_test_wait_for (anc_view_is_sharp (fixture->view, 1));

  g_assert_cmpuint (anc_page_view_get_page (fixture->view), ==, 0);
  anc_page_view_go_to_page (fixture->view, 100);
  anc_view_settle ();
  g_assert_cmpuint (anc_page_view_get_page (fixture->view), ==, 1);
  anc_page_view_set_source (fixture->view, NULL);
  anc_view_settle ();
}

/* Every pixel that comes from the document is shown as it is: nothing is resampled, at odd zooms and places. */
static void
test_pixels_are_shown_as_they_are (AncViewFixture *fixture,
                                   gconstpointer data)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (fixture->view));
  AncPageTile tile = { 3, 0, 0, 0 };
  g_autoptr (GdkTexture) shot = NULL;
  g_autofree guchar *pixels = NULL;
  GskRenderNode *node;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *page;
  AncRect place;
  graphene_rect_t area;
  int width, height;

  anc_page_view_set_zoom (fixture->view, 0.737);
  anc_page_view_go_to_page (fixture->view, 3);
  anc_page_view_scroll_to (fixture->view, GTK_ORIENTATION_VERTICAL, anc_page_view_get_scroll (fixture->view, GTK_ORIENTATION_VERTICAL) + 0.4);
  anc_test_wait_for (anc_view_is_sharp (fixture->view, 3));
  tile.scale = anc_page_view_get_scale (fixture->view);
  page = anc_page_picture_get_surface (anc_page_cache_get (fixture->view->cache, &tile));
  width = cairo_image_surface_get_width (page);
  height = MIN (cairo_image_surface_get_height (page), 400);

  place = anc_page_layout_get_page (fixture->view->layout, 3);
  area = GRAPHENE_RECT_INIT ((float) (place.x0 - anc_page_view_get_scroll (fixture->view, GTK_ORIENTATION_HORIZONTAL)),
                             (float) (place.y0 - anc_page_view_get_scroll (fixture->view, GTK_ORIENTATION_VERTICAL)),
                             (float) width,
                             (float) height);
  GTK_WIDGET_GET_CLASS (fixture->view)->snapshot (GTK_WIDGET (fixture->view), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  shot = gsk_renderer_render_texture (gtk_native_get_renderer (native), node, &area);
  gsk_render_node_unref (node);

  pixels = g_malloc ((gsize) width * (gsize) height * 4);
  gdk_texture_download (shot, pixels, (gsize) width * 4);
  g_assert_cmpfloat (place.x0, ==, floor (place.x0));
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      g_assert_cmpmem (pixels + (y * width + x) * 4, 3, cairo_image_surface_get_data (page) + y * cairo_image_surface_get_stride (page) + x * 4, 3);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ANC_VIEW_ADD ("shows-first-page", test_shows_first_page);
  ANC_VIEW_ADD ("jump-takes-back", test_jump_takes_back);
  ANC_VIEW_ADD ("coarse-first", test_coarse_first);
  ANC_VIEW_ADD ("memory-is-bounded", test_memory_is_bounded);
  ANC_VIEW_ADD ("zoom-stays-at-pointer", test_zoom_stays_at_pointer);
  ANC_VIEW_ADD ("large-zoom-is-tiled", test_large_zoom_is_tiled);
  ANC_VIEW_ADD ("broken-page-is-told", test_broken_page_is_told);
  ANC_VIEW_ADD ("broken-page-is-tried-again", test_broken_page_is_tried_again);
  ANC_VIEW_ADD ("turned", test_turned);
  ANC_VIEW_ADD ("place-comes-into-view", test_place_comes_into_view);
  ANC_VIEW_ADD ("pixels-are-shown-as-they-are", test_pixels_are_shown_as_they_are);
  ANC_VIEW_ADD ("another-document", test_another_document);

  return g_test_run ();
}
