/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-view-fixture.h"

static void
test_copies_selection (AncViewFixture *fixture,
                       gconstpointer data)
{
  g_autofree char *text = NULL;
  AncRect from, to;

  anc_test_wait_for (anc_page_view_get_words (fixture->view, 0) != NULL);
  from = anc_page_layout_get_place (fixture->view->layout, 0, (AncRect){ 80, 90, 80, 90 });
  to = anc_page_layout_get_place (fixture->view->layout, 0, (AncRect){ 200, 90, 200, 90 });
  anc_page_view_select (fixture->view, from.x0, from.y0, to.x0, to.y0);
  g_assert_true (anc_page_view_has_selection (fixture->view));
  anc_page_view_copy (fixture->view);
  text = anc_test_wait_for_clipboard (GTK_WIDGET (fixture->view));
  g_assert_cmpstr (text, ==, "Page 1");

  anc_page_view_clear_selection (fixture->view);
  g_assert_false (anc_page_view_has_selection (fixture->view));
}

static void
test_copies_all_pages (AncViewFixture *fixture,
                       gconstpointer data)
{
  g_autofree char *text = NULL;

  anc_page_view_select_all (fixture->view);
  anc_page_view_copy (fixture->view);
  anc_test_wait_for (fixture->source->n_words >= ANC_VIEW_N_PAGES);
  anc_view_settle ();
  text = anc_test_wait_for_clipboard (GTK_WIDGET (fixture->view));
  g_assert_true (g_str_has_prefix (text, "Page 1\nPage 2\n"));
  g_assert_true (g_str_has_suffix (text, "\nPage 500"));
}

/* Words that are only in the picture come once it is drawn, for the pages on screen alone, and once. */
static void
test_scan_is_read (AncViewFixture *fixture,
                   gconstpointer data)
{
  AncDrawnSource *scan = anc_drawn_source_new (ANC_VIEW_N_PAGES);
  guint n_read;

  scan->is_scan = TRUE;
  anc_page_view_set_source (fixture->view, ANC_PAGE_SOURCE (scan));
  g_object_unref (scan);
  anc_test_wait_for (scan->n_read > 0);
  g_assert_true (anc_view_is_sharp (fixture->view, 0));
  anc_test_wait_for (!fixture->view->is_reading);
  anc_view_settle ();
  g_assert_cmpuint (anc_page_words_get_count (anc_page_view_get_words (fixture->view, 0)), ==, 2);

  n_read = scan->n_read;
  g_assert_cmpuint (n_read, <=, 2);
  anc_page_view_go_to_page (fixture->view, 3);
  anc_test_wait_for (anc_page_view_get_words (fixture->view, 3) != NULL && anc_page_words_get_count (anc_page_view_get_words (fixture->view, 3)) == 2);
  anc_page_view_go_to_page (fixture->view, 0);
  anc_view_settle ();
  anc_view_settle ();
  g_assert_cmpuint (scan->n_read, <=, n_read + 2);
}

/* A selection of words that others take the place of means nothing any more. */
static void
test_reading_ends_selection (AncViewFixture *fixture,
                             gconstpointer data)
{
  AncPageView *view = fixture->view;
  AncPageWords *few = anc_page_words_new ();

  anc_page_words_add (few, (AncRect){ 60, 70, 170, 112 }, "Tampon");
  anc_page_words_set_may_say_more (few);
  fixture->source->is_scan = TRUE;
  anc_test_wait_for (anc_page_view_get_words (view, 0) != NULL);
  g_hash_table_insert (view->words, GUINT_TO_POINTER (0), few);
  anc_page_view_select (view, 100, 100, 100, 100);
  g_assert_true (anc_page_view_has_selection (view));
  anc_test_wait_for (view->read_id == 0 && view->rest_id == 0);
  anc_page_view_read_next (view);
  anc_test_wait_for (!view->is_reading);
  g_assert_false (anc_page_view_has_selection (view));
}

/* The pages of the test have two words each, on one line: Page and its number. */
static void
test_keyboard_selects (AncViewFixture *fixture,
                       gconstpointer data)
{
  AncPageView *view = fixture->view;
  guint first, last;

  anc_test_wait_for (anc_page_view_get_words (view, 0) != NULL);
  anc_page_view_ask_for_words (view, 1);
  anc_test_wait_for (anc_page_view_get_words (view, 1) != NULL);

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

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ANC_VIEW_ADD ("copies-selection", test_copies_selection);
  ANC_VIEW_ADD ("copies-all-pages", test_copies_all_pages);
  ANC_VIEW_ADD ("keyboard-selects", test_keyboard_selects);
  ANC_VIEW_ADD ("scan-is-read", test_scan_is_read);
  ANC_VIEW_ADD ("reading-ends-selection", test_reading_ends_selection);

  return g_test_run ();
}
