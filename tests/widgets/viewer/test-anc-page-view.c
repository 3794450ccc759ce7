/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-drawn-source.h"

#include "anc-page-view-private.h"

#include <adwaita.h>
#include <math.h>

#define N_PAGES 500

typedef struct
{
  GtkWidget *window;
  AncPageView *view;
  AncDrawnSource *source;
} Fixture;

/* A few frames. */
static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 10;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

#define wait_for(condition)                  \
  G_STMT_START                               \
  {                                          \
    while (!(condition))                     \
      g_main_context_iteration (NULL, TRUE); \
  }                                          \
  G_STMT_END

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->window = gtk_window_new ();
  fixture->view = anc_page_view_new ();
  fixture->source = anc_drawn_source_new (N_PAGES);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 600);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->view));
  gtk_window_set_child (GTK_WINDOW (fixture->window), scrolled);
  gtk_window_present (GTK_WINDOW (fixture->window));
  anc_page_view_set_source (fixture->view, ANC_PAGE_SOURCE (fixture->source));
  wait_for (gtk_widget_get_width (GTK_WIDGET (fixture->view)) > 0 && fixture->source->n_rendered > 2);
  settle ();
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  AncPageView *view = g_object_ref (fixture->view);

  /* What is still asked for keeps the view. */
  fixture->source->is_held = FALSE;
  anc_drawn_source_release (fixture->source);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_for (G_OBJECT (view)->ref_count == 1); /* whoever waited for an answer has it */
  g_assert_finalize_object (view);
  wait_for (G_OBJECT (fixture->source)->ref_count == 1);
  g_assert_finalize_object (fixture->source);
}

static gboolean
is_sharp (AncPageView *view,
          guint page)
{
  AncPageTile tile = { page, anc_page_view_get_scale (view), 0, 0 };

  return anc_page_cache_get (view->cache, &tile) != NULL;
}

static void
test_shows_first_page (Fixture *fixture,
                       gconstpointer data)
{
  g_assert_cmpuint (anc_page_view_get_page (fixture->view), ==, 0);
  g_assert_true (is_sharp (fixture->view, 0));
  /* What is seen first is drawn once. */
  g_assert_true (anc_page_cache_get_whole_page (fixture->view->cache, 0, 0.01) == anc_page_cache_get_whole_page (fixture->view->cache, 0, anc_page_view_get_scale (fixture->view)));
  /* What comes next is drawn ahead, the rest is not. */
  g_assert_true (is_sharp (fixture->view, 1));
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
test_jump_takes_back (Fixture *fixture,
                      gconstpointer data)
{
  fixture->source->is_held = TRUE;
  anc_page_view_go_to_page (fixture->view, 100);
  wait_for (fixture->source->held->len > 0);
  anc_page_view_go_to_page (fixture->view, 300);
  g_assert_false (is_taken_back (fixture->source));
  wait_for (is_taken_back (fixture->source));
  fixture->source->is_held = FALSE;
  anc_drawn_source_release (fixture->source);
  wait_for (is_sharp (fixture->view, 300));

  g_assert_cmpuint (anc_page_view_get_page (fixture->view), ==, 300);
  g_assert_cmpuint (fixture->source->n_cancelled, >, 0);
  g_assert_false (is_sharp (fixture->view, 100));
}

static void
test_coarse_first (Fixture *fixture,
                   gconstpointer data)
{
  fixture->source->is_held = TRUE;
  anc_page_view_go_to_page (fixture->view, 200);
  wait_for (fixture->source->held->len > 0);
  g_assert_null (anc_page_cache_get_whole_page (fixture->view->cache, 200, 1));

  anc_drawn_source_release (fixture->source);
  settle ();
  g_assert_nonnull (anc_page_cache_get_whole_page (fixture->view->cache, 200, 1));
}

static void
test_memory_is_bounded (Fixture *fixture,
                        gconstpointer data)
{
  for (guint page = 0; page < N_PAGES; page += 3)
    {
      anc_page_view_go_to_page (fixture->view, page);
      wait_for (is_sharp (fixture->view, page));
      g_assert_cmpuint (anc_page_cache_get_bytes (fixture->view->cache), <=, anc_page_cache_get_max_bytes (fixture->view->cache));
    }
}

static void
test_zoom_stays_at_pointer (Fixture *fixture,
                            gconstpointer data)
{
  double before_x, before_y, after_x, after_y;

  anc_page_view_go_to_page (fixture->view, 7);
  settle ();
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
test_large_zoom_is_tiled (Fixture *fixture,
                          gconstpointer data)
{
  guint before = fixture->source->n_rendered;

  anc_page_view_set_zoom (fixture->view, 8);
  wait_for (fixture->source->n_rendered > before);
  settle ();
  /* 4,760 × 6,736 pixels would be 128 MB: only what is on screen is drawn. */
  g_assert_cmpuint (anc_page_cache_get_bytes (fixture->view->cache), <, 48 * 1024 * 1024);
}

static void
got_text_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
}

static char *
get_clipboard (Fixture *fixture)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->view)), NULL, got_text_cb, &text);
  wait_for (text != NULL);

  return text;
}

static void
test_copies_selection (Fixture *fixture,
                       gconstpointer data)
{
  g_autofree char *text = NULL;
  AncRect from, to;

  wait_for (anc_page_view_get_words (fixture->view, 0) != NULL);
  from = anc_page_layout_get_place (fixture->view->layout, 0, (AncRect){ 80, 90, 80, 90 });
  to = anc_page_layout_get_place (fixture->view->layout, 0, (AncRect){ 200, 90, 200, 90 });
  anc_page_view_select (fixture->view, from.x0, from.y0, to.x0, to.y0);
  g_assert_true (anc_page_view_has_selection (fixture->view));
  anc_page_view_copy (fixture->view);
  text = get_clipboard (fixture);
  g_assert_cmpstr (text, ==, "Page 1");

  anc_page_view_clear_selection (fixture->view);
  g_assert_false (anc_page_view_has_selection (fixture->view));
}

static void
test_copies_all_pages (Fixture *fixture,
                       gconstpointer data)
{
  g_autofree char *text = NULL;

  anc_page_view_select_all (fixture->view);
  anc_page_view_copy (fixture->view);
  wait_for (fixture->source->n_words >= N_PAGES);
  settle ();
  text = get_clipboard (fixture);
  g_assert_true (g_str_has_prefix (text, "Page 1\nPage 2\n"));
  g_assert_true (g_str_has_suffix (text, "\nPage 500"));
}

static void
test_broken_page_is_told (Fixture *fixture,
                          gconstpointer data)
{
  fixture->source->broken_page = 50;
  anc_page_view_go_to_page (fixture->view, 50);
  wait_for (anc_page_view_get_failure (fixture->view, 50) != NULL);
  settle ();
  /* The page after it is there, and nothing asks for the broken one again and again. */
  wait_for (is_sharp (fixture->view, 51));
}

/* A page that failed is tried again by a key, and when somebody comes back to it. */
static void
test_broken_page_is_tried_again (Fixture *fixture,
                                 gconstpointer data)
{
  fixture->source->broken_page = 50;
  anc_page_view_go_to_page (fixture->view, 50);
  wait_for (anc_page_view_get_failure (fixture->view, 50) != NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.retry", NULL);
  wait_for (anc_page_view_get_failure (fixture->view, 50) != NULL);

  fixture->source->broken_page = -1;
  settle ();
  settle ();
  g_assert_false (is_sharp (fixture->view, 50));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.retry", NULL);
  wait_for (is_sharp (fixture->view, 50));

  fixture->source->broken_page = 80;
  anc_page_view_go_to_page (fixture->view, 80);
  wait_for (anc_page_view_get_failure (fixture->view, 80) != NULL);
  fixture->source->broken_page = -1;
  anc_page_view_go_to_page (fixture->view, 10);
  wait_for (fixture->view->rest_id == 0);
  anc_page_view_go_to_page (fixture->view, 80);
  wait_for (is_sharp (fixture->view, 80));
}

static void
test_turned (Fixture *fixture,
             gconstpointer data)
{
  anc_page_view_go_to_page (fixture->view, 20);
  anc_page_view_turn (fixture->view, -1);
  settle ();
  g_assert_cmpuint (anc_page_layout_get_turns (fixture->view->layout), ==, 3);
  g_assert_cmpuint (anc_page_view_get_page (fixture->view), ==, 20);
}

static void
test_place_comes_into_view (Fixture *fixture,
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

/* A link stands over its words, is a link to a screen reader, and goes with its page. */
static void
test_link_leads (Fixture *fixture,
                 gconstpointer data)
{
  AncRect place = anc_page_layout_get_place (fixture->view->layout, 0, (AncRect){ 60, 70, 170, 112 });
  graphene_rect_t bounds;
  GPtrArray *links;
  GtkWidget *link;

  wait_for ((links = g_hash_table_lookup (fixture->view->links, GUINT_TO_POINTER (0))) != NULL);
  settle ();
  g_assert_cmpuint (links->len, ==, 1);
  link = g_ptr_array_index (links, 0);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (link)), ==, GTK_ACCESSIBLE_ROLE_LINK);
  g_assert_true (gtk_widget_compute_bounds (link, GTK_WIDGET (fixture->view), &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.origin.x, place.x0, 2);
  g_assert_cmpfloat_with_epsilon (bounds.origin.y, place.y0, 2);

  anc_page_view_turn (fixture->view, 1);
  settle ();
  place = anc_page_layout_get_place (fixture->view->layout, 0, (AncRect){ 60, 70, 170, 112 });
  g_assert_true (gtk_widget_compute_bounds (link, GTK_WIDGET (fixture->view), &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.size.height, anc_rect_height (place), 2);

  g_signal_emit_by_name (link, "clicked");
  g_assert_cmpuint (anc_page_view_get_page (fixture->view), ==, N_PAGES - 1);
  settle ();
  wait_for (!g_hash_table_contains (fixture->view->links, GUINT_TO_POINTER (0))); /* far away, and its words too */
  g_assert_null (anc_page_view_get_words (fixture->view, 0));
}

static void
test_another_document (Fixture *fixture,
                       gconstpointer data)
{
  g_autoptr (AncDrawnSource) other = anc_drawn_source_new (2);

  fixture->source->is_held = TRUE;
  anc_page_view_go_to_page (fixture->view, 100);
  settle ();
  anc_page_view_set_source (fixture->view, ANC_PAGE_SOURCE (other));
  anc_drawn_source_release (fixture->source);
  wait_for (is_sharp (fixture->view, 1));

  g_assert_cmpuint (anc_page_view_get_page (fixture->view), ==, 0);
  anc_page_view_go_to_page (fixture->view, 100);
  settle ();
  g_assert_cmpuint (anc_page_view_get_page (fixture->view), ==, 1);
  anc_page_view_set_source (fixture->view, NULL);
  settle ();
}

static void
got_fields_cb (GObject *object,
               GAsyncResult *result,
               gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GPtrArray *
list_fields (Fixture *fixture)
{
  GPtrArray *fields = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  fixture->source->has_form = TRUE;
  anc_page_source_list_fields_async (ANC_PAGE_SOURCE (fixture->source), NULL, got_fields_cb, &result);
  wait_for (result != NULL);
  fields = anc_page_source_list_finish (ANC_PAGE_SOURCE (fixture->source), result, NULL);

  return fields;
}

static void
test_form_is_filled_in (Fixture *fixture,
                        gconstpointer data)
{
  g_autoptr (AncPageForm) form = anc_page_form_new (list_fields (fixture));
  g_autoptr (GHashTable) values = NULL;
  GPtrArray *widgets;

  anc_page_view_set_form (fixture->view, form);
  settle ();
  widgets = fixture->view->field_widgets;
  g_assert_false (anc_page_form_has_changes (form));
  g_assert_null (g_ptr_array_index (widgets, 7)); /* nobody signs here */

  /* What is typed in one goes to all of its name; one button of a group is pressed. */
  gtk_editable_set_text (g_ptr_array_index (widgets, 0), "Imaginaire");
  g_assert_cmpstr (gtk_editable_get_text (g_ptr_array_index (widgets, 1)), ==, "Imaginaire");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (g_ptr_array_index (widgets, 2)), "deux\nlignes", -1);
  gtk_check_button_set_active (g_ptr_array_index (widgets, 4), TRUE);
  g_assert_false (gtk_check_button_get_active (g_ptr_array_index (widgets, 3)));
  gtk_check_button_set_active (g_ptr_array_index (widgets, 5), TRUE);
  g_assert_cmpuint (gtk_drop_down_get_selected (g_ptr_array_index (widgets, 6)), ==, 1);
  gtk_drop_down_set_selected (g_ptr_array_index (widgets, 6), 0);
  g_assert_true (anc_page_form_has_changes (form));

  values = anc_page_form_dup_values (form);
  g_assert_cmpuint (g_hash_table_size (values), ==, 5);
  g_assert_cmpstr (g_hash_table_lookup (values, "name"), ==, "Imaginaire");
  g_assert_cmpstr (g_hash_table_lookup (values, "remarks"), ==, "deux\nlignes");
  g_assert_cmpstr (g_hash_table_lookup (values, "contract"), ==, "CDD");
  g_assert_cmpstr (g_hash_table_lookup (values, "agreed"), ==, "true");
  g_assert_cmpstr (g_hash_table_lookup (values, "month"), ==, "janvier");
}

/* The fields go with their page: out of sight, back again with what was typed, and turned as it is. */
static void
test_fields_go_with_page (Fixture *fixture,
                          gconstpointer data)
{
  g_autoptr (AncPageForm) form = anc_page_form_new (list_fields (fixture));
  GtkWidget *field;
  graphene_rect_t bounds;
  AncRect place;

  anc_page_view_set_form (fixture->view, form);
  settle ();
  field = g_ptr_array_index (fixture->view->field_widgets, 0);
  place = anc_page_layout_get_place (fixture->view->layout, 0, anc_page_form_get_field (form, 0)->rect);
  g_assert_true (gtk_widget_compute_bounds (field, GTK_WIDGET (fixture->view), &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.origin.x, place.x0, 1);
  g_assert_cmpfloat_with_epsilon (bounds.origin.y, place.y0, 1);

  gtk_editable_set_text (GTK_EDITABLE (field), "Nullepart");
  anc_page_view_go_to_page (fixture->view, 40);
  settle ();
  g_assert_false (gtk_widget_get_child_visible (field));
  anc_page_view_go_to_page (fixture->view, 0);
  settle ();
  g_assert_true (gtk_widget_get_child_visible (field));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field)), ==, "Nullepart");
  anc_page_view_turn (fixture->view, 1);
  wait_for (gtk_widget_compute_bounds (field, GTK_WIDGET (fixture->view), &bounds) && bounds.size.height > bounds.size.width);
  place = anc_page_layout_get_place (fixture->view->layout, 0, anc_page_form_get_field (form, 0)->rect);
  g_assert_true (gtk_widget_get_child_visible (field));
  g_assert_true (gtk_widget_compute_bounds (field, GTK_WIDGET (fixture->view), &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.origin.y, place.y0 - anc_page_view_get_scroll (fixture->view, GTK_ORIENTATION_VERTICAL), 2);
  g_assert_cmpfloat (bounds.size.height, >, bounds.size.width);
}

/* Every pixel that comes from the document is shown as it is: nothing is resampled, at odd zooms and places. */
static void
test_pixels_are_shown_as_they_are (Fixture *fixture,
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
  wait_for (is_sharp (fixture->view, 3));
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

/* Words that are only in the picture come once it is drawn, for the pages on screen alone, and once. */
static void
test_scan_is_read (Fixture *fixture,
                   gconstpointer data)
{
  AncDrawnSource *scan = anc_drawn_source_new (N_PAGES);
  guint n_read;

  scan->is_scan = TRUE;
  anc_page_view_set_source (fixture->view, ANC_PAGE_SOURCE (scan));
  g_object_unref (scan);
  wait_for (scan->n_read > 0);
  g_assert_true (is_sharp (fixture->view, 0));
  wait_for (!fixture->view->is_reading);
  settle ();
  g_assert_cmpuint (anc_page_words_get_count (anc_page_view_get_words (fixture->view, 0)), ==, 2);

  n_read = scan->n_read;
  g_assert_cmpuint (n_read, <=, 2);
  anc_page_view_go_to_page (fixture->view, 3);
  wait_for (anc_page_view_get_words (fixture->view, 3) != NULL && anc_page_words_get_count (anc_page_view_get_words (fixture->view, 3)) == 2);
  anc_page_view_go_to_page (fixture->view, 0);
  settle ();
  settle ();
  g_assert_cmpuint (scan->n_read, <=, n_read + 2);
}

/* A selection of words that others take the place of means nothing any more. */
static void
test_reading_ends_selection (Fixture *fixture,
                             gconstpointer data)
{
  AncPageView *view = fixture->view;
  AncPageWords *few = anc_page_words_new ();

  anc_page_words_add (few, (AncRect){ 60, 70, 170, 112 }, "Tampon");
  anc_page_words_set_may_say_more (few);
  fixture->source->is_scan = TRUE;
  wait_for (anc_page_view_get_words (view, 0) != NULL);
  g_hash_table_insert (view->words, GUINT_TO_POINTER (0), few);
  anc_page_view_select (view, 100, 100, 100, 100);
  g_assert_true (anc_page_view_has_selection (view));
  wait_for (view->read_id == 0 && view->rest_id == 0);
  anc_page_view_read_next (view);
  wait_for (!view->is_reading);
  g_assert_false (anc_page_view_has_selection (view));
}

/* The pages of the test have two words each, on one line: Page and its number. */
static void
test_keyboard_selects (Fixture *fixture,
                       gconstpointer data)
{
  AncPageView *view = fixture->view;
  guint first, last;

  wait_for (anc_page_view_get_words (view, 0) != NULL);
  anc_page_view_ask_for_words (view, 1);
  wait_for (anc_page_view_get_words (view, 1) != NULL);

  /* The first word on screen, then the one after it too. */
  anc_page_view_move_selection (view, FALSE, 1, TRUE);
  g_assert_true (anc_page_view_get_selected (view, 0, &first, &last));
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (last, ==, 0);
  anc_page_view_move_selection (view, FALSE, 1, TRUE);
  g_assert_true (anc_page_view_get_selected (view, 0, &first, &last));
  g_assert_cmpuint (last, ==, 1);

  /* Over the end of the page, below the same place of the line. */
  anc_page_view_move_selection (view, TRUE, 1, TRUE);
  g_assert_true (anc_page_view_get_selected (view, 1, &first, &last));
  g_assert_cmpuint (last, ==, 1);
  g_assert_true (anc_page_view_get_selected (view, 0, &first, &last));

  /* Back, and without what was selected before. */
  anc_page_view_move_selection (view, FALSE, -1, FALSE);
  g_assert_false (anc_page_view_get_selected (view, 0, &first, &last));
  g_assert_true (anc_page_view_get_selected (view, 1, &first, &last));
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (last, ==, 0);

  /* Nothing stands before the first word. */
  anc_page_view_move_selection (view, TRUE, -1, FALSE);
  anc_page_view_move_selection (view, TRUE, -1, FALSE);
  g_assert_true (anc_page_view_get_selected (view, 0, &first, &last));
}

#define ADD(name, function) g_test_add ("/viewer/page-view/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("shows-first-page", test_shows_first_page);
  ADD ("jump-takes-back", test_jump_takes_back);
  ADD ("coarse-first", test_coarse_first);
  ADD ("memory-is-bounded", test_memory_is_bounded);
  ADD ("zoom-stays-at-pointer", test_zoom_stays_at_pointer);
  ADD ("large-zoom-is-tiled", test_large_zoom_is_tiled);
  ADD ("copies-selection", test_copies_selection);
  ADD ("copies-all-pages", test_copies_all_pages);
  ADD ("keyboard-selects", test_keyboard_selects);
  ADD ("broken-page-is-told", test_broken_page_is_told);
  ADD ("broken-page-is-tried-again", test_broken_page_is_tried_again);
  ADD ("turned", test_turned);
  ADD ("place-comes-into-view", test_place_comes_into_view);
  ADD ("link-leads", test_link_leads);
  ADD ("form-is-filled-in", test_form_is_filled_in);
  ADD ("fields-go-with-page", test_fields_go_with_page);
  ADD ("pixels-are-shown-as-they-are", test_pixels_are_shown_as_they_are);
  ADD ("another-document", test_another_document);
  ADD ("scan-is-read", test_scan_is_read);
  ADD ("reading-ends-selection", test_reading_ends_selection);

  return g_test_run ();
}
