/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-view-fixture.h"

/* A few frames. */
void
anc_view_settle (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 10;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

void
anc_view_fixture_set_up (AncViewFixture *fixture,
                         gconstpointer data)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->window = gtk_window_new ();
  fixture->view = anc_page_view_new ();
  fixture->source = anc_drawn_source_new (ANC_VIEW_N_PAGES);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 600);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->view));
  gtk_window_set_child (GTK_WINDOW (fixture->window), scrolled);
  gtk_window_present (GTK_WINDOW (fixture->window));
  anc_page_view_set_source (fixture->view, ANC_PAGE_SOURCE (fixture->source));
  anc_test_wait_for (gtk_widget_get_width (GTK_WIDGET (fixture->view)) > 0 && fixture->source->n_rendered > 2);
  anc_view_settle ();
}

void
anc_view_fixture_tear_down (AncViewFixture *fixture,
                            gconstpointer data)
{
  AncPageView *view = g_object_ref (fixture->view);

  /* What is still asked for keeps the view. */
  fixture->source->is_held = FALSE;
  anc_drawn_source_release (fixture->source);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  anc_test_wait_for (G_OBJECT (view)->ref_count == 1); /* whoever waited for an answer has it */
  g_assert_finalize_object (view);
  anc_test_wait_for (G_OBJECT (fixture->source)->ref_count == 1);
  g_assert_finalize_object (fixture->source);
}

/* Whether a page is drawn at full resolution. */
gboolean
anc_view_is_sharp (AncPageView *view,
                   guint page)
{
  AncPageTile tile = { page, anc_page_view_get_scale (view), 0, 0 };

  return anc_page_cache_get (view->cache, &tile) != NULL;
}
