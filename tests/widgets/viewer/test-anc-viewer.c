/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-drawn-source.h"

#include "anc-viewer.h"
#include "anc-test-wait.h"

#include <adwaita.h>

#define N_PAGES 30

typedef struct
{
  GtkWidget *window;
  AncViewer *viewer;
  AncDrawnSource *source;
} Fixture;

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 5;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->window = gtk_window_new ();
  fixture->viewer = anc_viewer_new ();
  fixture->source = anc_drawn_source_new (N_PAGES);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->viewer));
  gtk_window_present (GTK_WINDOW (fixture->window));
  anc_viewer_set_source (fixture->viewer, ANC_PAGE_SOURCE (fixture->source));
  anc_test_wait_for (fixture->source->n_rendered > 2);
  settle ();
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  AncViewer *viewer = g_object_ref (fixture->viewer);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  anc_test_wait_for (G_OBJECT (viewer)->ref_count == 1); /* whoever waited for an answer has it */
  g_assert_finalize_object (viewer);
  anc_test_wait_for (G_OBJECT (fixture->source)->ref_count == 1);
  g_assert_finalize_object (fixture->source);
}

/* The first widget below @root of a type, in the order they stand. */
static GtkWidget *
find (GtkWidget *root,
      GType type,
      const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = NULL;

      if (g_type_is_a (G_OBJECT_TYPE (child), type)
          && (text == NULL || (GTK_IS_LABEL (child) && g_str_equal (gtk_label_get_text (GTK_LABEL (child)), text))))
        return child;
      found = find (child, type, text);
      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
shows (Fixture *fixture,
       const char *text)
{
  return find (GTK_WIDGET (fixture->viewer), GTK_TYPE_LABEL, text) != NULL;
}

static void
test_page_entry (Fixture *fixture,
                 gconstpointer data)
{
  GtkWidget *entry = find (GTK_WIDGET (fixture->viewer), GTK_TYPE_ENTRY, NULL);

  g_assert_true (shows (fixture, "of 30"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "12");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (anc_page_view_get_page (anc_viewer_get_view (fixture->viewer)), ==, 11);

  /* Nonsense leads nowhere, and the entry says where we are. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "douze");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "12");
  gtk_editable_set_text (GTK_EDITABLE (entry), "4000");
  g_signal_emit_by_name (entry, "activate");
  settle ();
  g_assert_cmpuint (anc_page_view_get_page (anc_viewer_get_view (fixture->viewer)), ==, N_PAGES - 1);
}

static void
test_search (Fixture *fixture,
             gconstpointer data)
{
  anc_viewer_search (fixture->viewer, "page 2");
  anc_test_wait_for (shows (fixture, "1 of 11")); /* 2 and 20 to 29 */
  g_assert_cmpuint (anc_page_view_get_page (anc_viewer_get_view (fixture->viewer)), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->viewer), "viewer.find-next", NULL);
  g_assert_true (shows (fixture, "2 of 11"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->viewer), "viewer.find-previous", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->viewer), "viewer.find-previous", NULL);
  g_assert_true (shows (fixture, "11 of 11"));

  anc_viewer_search (fixture->viewer, "absent");
  anc_test_wait_for (shows (fixture, "Not found"));
}

static void
test_outline (Fixture *fixture,
              gconstpointer data)
{
  GtkWidget *switcher = find (GTK_WIDGET (fixture->viewer), GTK_TYPE_STACK_SWITCHER, NULL);
  GtkStack *stack = gtk_stack_switcher_get_stack (GTK_STACK_SWITCHER (switcher));
  GtkWidget *outline = gtk_stack_get_child_by_name (stack, "outline");

  g_assert_true (gtk_stack_page_get_visible (gtk_stack_get_page (stack, outline)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->viewer), "viewer.sidebar", NULL);
  gtk_stack_set_visible_child_name (stack, "outline");
  anc_test_wait_for (shows (fixture, "Chapter 3"));
  g_signal_emit_by_name (outline, "entry-activated", 2);
  g_assert_cmpuint (anc_page_view_get_page (anc_viewer_get_view (fixture->viewer)), ==, 20);

  /* Without headings there is no such page. */
  fixture->source->has_headings = FALSE;
  anc_viewer_set_source (fixture->viewer, NULL);
  anc_viewer_set_source (fixture->viewer, ANC_PAGE_SOURCE (fixture->source));
  settle ();
  g_assert_false (gtk_stack_page_get_visible (gtk_stack_get_page (stack, outline)));
}

static void
test_zoom (Fixture *fixture,
           gconstpointer data)
{
  AncPageView *view = anc_viewer_get_view (fixture->viewer);

  gtk_widget_activate_action (GTK_WIDGET (fixture->viewer), "viewer.zoom", "d", 2.37);
  settle ();
  g_assert_cmpfloat_with_epsilon (anc_page_view_get_zoom (view), 2.37 * 96 / 72, 1e-6);
  g_assert_true (shows (fixture, "237 %"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->viewer), "viewer.fit", "s", "page");
  settle ();
  g_assert_false (shows (fixture, "237 %"));
  g_assert_cmpint (anc_page_view_get_fit (view), ==, ANC_PAGE_FIT_PAGE);
}

/* Copies all pages of a scan, which are read one after the other as they are let go. */
static AncDrawnSource *
copy_scan (Fixture *fixture)
{
  AncDrawnSource *scan = anc_drawn_source_new (N_PAGES);
  AncPageView *view = anc_viewer_get_view (fixture->viewer);

  scan->is_scan = TRUE;
  anc_viewer_set_source (fixture->viewer, ANC_PAGE_SOURCE (scan));
  anc_test_wait_for (scan->n_read > 0);
  settle ();
  scan->is_reading_held = TRUE;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), "before");
  anc_page_view_select_all (view);
  gtk_widget_activate_action (GTK_WIDGET (view), "view.copy", NULL);

  return scan;
}

/* What takes long is told, page by page, and is copied in the end. */
static void
test_copying_is_told (Fixture *fixture,
                      gconstpointer data)
{
  g_autoptr (AncDrawnSource) scan = copy_scan (fixture);
  GtkWidget *progress = find (GTK_WIDGET (fixture->viewer), GTK_TYPE_PROGRESS_BAR, NULL);
  g_autofree char *text = NULL;

  g_assert_false (gtk_widget_get_mapped (progress));
  for (guint page = 5; page < 8; page++)
    {
      g_autofree char *told = g_strdup_printf ("Copying page %u of %u…", page, N_PAGES);

      while (!shows (fixture, told))
        {
          if (gtk_widget_get_mapped (progress) || scan->held_words->len == 0)
            anc_drawn_source_release_words (scan);
          g_main_context_iteration (NULL, TRUE);
        }
      g_assert_true (gtk_widget_get_mapped (progress));
    }

  scan->is_reading_held = FALSE;
  anc_drawn_source_release_words (scan);
  anc_test_wait_for (!gtk_widget_get_mapped (progress));
  text = anc_test_wait_for_clipboard (GTK_WIDGET (fixture->viewer));
  g_assert_true (g_str_has_prefix (text, "Page 1\nPage 2\n"));
  g_assert_true (g_str_has_suffix (text, "\nPage 30"));
}

/* What is stopped leaves the clipboard alone, whatever still comes. */
static void
test_copying_is_stopped (Fixture *fixture,
                         gconstpointer data)
{
  g_autoptr (AncDrawnSource) scan = copy_scan (fixture);
  GtkWidget *progress = find (GTK_WIDGET (fixture->viewer), GTK_TYPE_PROGRESS_BAR, NULL);
  GtkWidget *cancel = gtk_widget_get_next_sibling (gtk_widget_get_parent (progress));
  g_autofree char *text = NULL;

  anc_test_wait_for (gtk_widget_get_mapped (cancel));
  gtk_widget_grab_focus (cancel);
  g_signal_emit_by_name (cancel, "clicked");
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (cancel)));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (anc_viewer_get_view (fixture->viewer))));
  anc_drawn_source_release_words (scan);
  settle ();
  text = anc_test_wait_for_clipboard (GTK_WIDGET (fixture->viewer));
  g_assert_cmpstr (text, ==, "before");
}

/* For the eyes: set ANC_PICTURE to a file to see the viewer. */
static void
test_picture (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (fixture->window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  anc_viewer_search (fixture->viewer, "page 2");
  gtk_widget_activate_action (GTK_WIDGET (fixture->viewer), "viewer.sidebar", NULL);
  settle ();
  settle ();
  settle ();
  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), 900, 700);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (fixture->window)), node, NULL);
  gdk_texture_save_to_png (texture, g_getenv ("ANC_PICTURE"));
}

#define ADD(name, function) g_test_add ("/viewer/viewer/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("page-entry", test_page_entry);
  ADD ("search", test_search);
  ADD ("outline", test_outline);
  ADD ("zoom", test_zoom);
  ADD ("copying-is-told", test_copying_is_told);
  ADD ("copying-is-stopped", test_copying_is_stopped);
  if (g_getenv ("ANC_PICTURE") != NULL)
    ADD ("picture", test_picture);

  return g_test_run ();
}
