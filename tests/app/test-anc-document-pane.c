/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-document-pane.h"
#include "anc-document-print.h"
#include "anc-document-save.h"
#include "anc-filled-pages.h"
#include "anc-opened-pages.h"
#include "anc-viewer.h"
#include "anc-test-wait.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  AncReader *reader;
  GtkWidget *window;
  AncDocumentPane *pane;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer name)
{
  g_autofree char *path = g_build_filename (g_getenv ("ANC_DOCUMENTS"), name, NULL);
  int fd = open (path, O_RDONLY | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  fixture->reader = anc_reader_new ();
  fixture->window = gtk_window_new ();
  fixture->pane = anc_document_pane_new (fixture->reader);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->pane));
  gtk_window_present (GTK_WINDOW (fixture->window));
  anc_document_pane_open (fixture->pane, fd, name);
}

static void
tear_down (Fixture *fixture,
           gconstpointer name)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->reader);
}

/* The first widget below @root of a type that is shown. */
static gpointer
find (GtkWidget *root,
      GType type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found;

      if (!gtk_widget_get_child_visible (child) || !gtk_widget_get_visible (child))
        continue;
      found = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : find (child, type);
      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_shown (Fixture *fixture)
{
  gboolean shown;

  g_object_get (fixture->pane, "is-shown", &shown, NULL);

  return shown;
}

static void
test_shows (Fixture *fixture,
            gconstpointer name)
{
  AncPageView *view;
  guint n_pages;

  anc_test_wait_for (is_shown (fixture));
  view = anc_viewer_get_view (find (GTK_WIDGET (fixture->pane), ANC_TYPE_VIEWER));
  g_object_get (view, "n-pages", &n_pages, NULL);
  g_assert_cmpuint (n_pages, >, 0);
  g_assert_false (anc_document_pane_has_changes (fixture->pane));
}

static void
count_frame_cb (GdkFrameClock *clock,
                guint *n_frames)
{
  ++*n_frames;
}

typedef struct
{
  guint n_frames;
  guint n_before;
  gboolean rests;
} Rest;

static gboolean
look_for_rest_cb (gpointer user_data)
{
  Rest *rest = user_data;

  rest->rests = rest->n_frames == rest->n_before;
  rest->n_before = rest->n_frames;

  return G_SOURCE_CONTINUE;
}

/* Nothing is drawn any more once the page is there: a document that is read takes no processor. */
static void
test_comes_to_rest (Fixture *fixture,
                    gconstpointer name)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->window);
  Rest rest = { 0 };
  guint timer = g_timeout_add (300, look_for_rest_cb, &rest);

  g_signal_connect (clock, "update", G_CALLBACK (count_frame_cb), &rest.n_frames);
  anc_test_wait_for (is_shown (fixture));
  anc_test_wait_for (rest.rests || rest.n_frames > 1000);
  g_assert_cmpuint (rest.n_frames, <=, 1000);
  g_source_remove (timer);
  g_signal_handlers_disconnect_by_data (clock, &rest.n_frames);
}

/* A wrong password is told, a right one opens. */
static void
test_asks_for_password (Fixture *fixture,
                        gconstpointer name)
{
  AdwPasswordEntryRow *row;

  anc_test_wait_for ((row = find (GTK_WIDGET (fixture->pane), ADW_TYPE_PASSWORD_ENTRY_ROW)) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (row), "faux");
  g_signal_emit_by_name (row, "entry-activated");
  anc_test_wait_for (*gtk_editable_get_text (GTK_EDITABLE (row)) == '\0');
  g_assert_false (is_shown (fixture));

  gtk_editable_set_text (GTK_EDITABLE (row), "sésame");
  g_signal_emit_by_name (row, "entry-activated");
  anc_test_wait_for (is_shown (fixture));
}

static void
test_says_what_is_wrong (Fixture *fixture,
                         gconstpointer name)
{
  AdwStatusPage *page;

  anc_test_wait_for ((page = find (GTK_WIDGET (fixture->pane), ADW_TYPE_STATUS_PAGE)) != NULL);
  g_assert_cmpstr (adw_status_page_get_description (page), !=, "");
  g_assert_false (is_shown (fixture));
}

static void
keep_result_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* A copy with what was filled in, beside an original that stays as it is. */
static void
test_saves_filled_copy (Fixture *fixture,
                        gconstpointer name)
{
  g_autofree char *original = g_build_filename (g_getenv ("ANC_DOCUMENTS"), name, NULL);
  g_autofree char *folder = g_dir_make_tmp ("ancrage-copy-XXXXXX", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "copie.pdf", NULL);
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *copy = NULL;
  gsize before_length, after_length, copy_length;
  AncReaderPages *pages;
  AncPageForm *form;
  AncPageView *view;
  int fd = open (original, O_RDONLY | O_CLOEXEC);

  g_file_get_contents (original, &before, &before_length, NULL);
  anc_test_wait_for (is_shown (fixture));
  view = anc_viewer_get_view (find (GTK_WIDGET (fixture->pane), ANC_TYPE_VIEWER));
  anc_test_wait_for ((form = anc_page_view_get_form (view)) != NULL);
  for (guint i = 0; i < anc_page_form_get_n_fields (form); i++)
    if (anc_page_form_get_field (form, i)->type == ANC_PAGE_FIELD_TEXT && !anc_page_form_get_field (form, i)->is_read_only)
      g_hash_table_insert (values, anc_page_form_get_field (form, i)->name, (gpointer) "Né");

  pages = ANC_READER_PAGES (anc_page_view_get_source (view));
  anc_document_save_async (anc_reader_pages_get_document (pages), fd, values, file, NULL, keep_result_cb, &result);
  anc_test_wait_for (result != NULL);
  g_assert_true (anc_document_save_finish (result, &error));
  g_assert_no_error (error);

  g_file_get_contents (original, &after, &after_length, NULL);
  g_assert_cmpmem (before, before_length, after, after_length);
  g_assert_true (g_file_load_contents (file, NULL, &copy, &copy_length, NULL, NULL));
  g_assert_true (g_str_has_prefix (copy, "%PDF-"));
  g_assert_false (copy_length == before_length && memcmp (copy, before, copy_length) == 0);
  close (fd);
  g_file_delete (file, NULL, NULL);
  g_rmdir (folder);
}

/* How many pixels of a place of the first page are dark. */
static guint
count_ink (AncPageSource *source,
           AncRect rect)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AncPagePicture) picture = NULL;
  cairo_surface_t *surface;
  guint n_dark = 0;

  anc_page_source_render_async (source, 0, rect, 2, ANC_PAGE_PRIORITY_SOON, NULL, keep_result_cb, &result);
  anc_test_wait_for (result != NULL);
  picture = anc_page_source_render_finish (source, result, NULL);
  g_assert_nonnull (picture);
  surface = anc_page_picture_get_surface (picture);
  for (int y = 0; y < anc_page_picture_get_height (picture); y++)
    for (int x = 0; x < anc_page_picture_get_width (picture); x++)
      n_dark += cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + 4 * x + 1] < 100;

  return n_dark;
}

static AncReaderPages *
open_pages (Fixture *fixture,
            const char *path)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  g_autoptr (GAsyncResult) result = NULL;

  anc_opened_pages_new_async (fixture->reader, fd, NULL, NULL, keep_result_cb, &result);
  close (fd);
  anc_test_wait_for (result != NULL);

  return anc_opened_pages_new_finish (result, NULL);
}

/* What was filled in stands on the paper, not the longer text that stood there before. */
static void
test_prints_filled (Fixture *fixture,
                    gconstpointer name)
{
  g_autofree char *folder = g_dir_make_tmp ("ancrage-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "papier.pdf", NULL);
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GAsyncResult) filled = NULL;
  g_autoptr (GAsyncResult) printed = NULL;
  g_autoptr (AncReaderPages) pages = NULL;
  g_autoptr (AncReaderPages) paper = NULL;
  g_autoptr (GError) error = NULL;
  AncPageForm *form;
  AncPageView *view;
  AncReaderPages *before;
  AncRect rect = { 0 };
  guint n_ink;

  anc_test_wait_for (is_shown (fixture));
  view = anc_viewer_get_view (find (GTK_WIDGET (fixture->pane), ANC_TYPE_VIEWER));
  anc_test_wait_for ((form = anc_page_view_get_form (view)) != NULL);
  for (guint i = 0; i < anc_page_form_get_n_fields (form) && rect.x1 == 0; i++)
    if (anc_page_form_get_field (form, i)->type == ANC_PAGE_FIELD_TEXT && anc_page_form_get_field (form, i)->page == 0)
      {
        rect = anc_page_form_get_field (form, i)->rect;
        g_hash_table_insert (values, anc_page_form_get_field (form, i)->name, (gpointer) "1");
      }
  before = ANC_READER_PAGES (anc_page_view_get_source (view));
  anc_filled_pages_new_async (fixture->reader, anc_reader_pages_get_document (before), NULL, values, NULL, keep_result_cb, &filled);
  anc_test_wait_for (filled != NULL);
  pages = anc_filled_pages_new_finish (filled, &error);
  g_assert_no_error (error);
  n_ink = count_ink (ANC_PAGE_SOURCE (before), rect);
  g_assert_cmpuint (count_ink (ANC_PAGE_SOURCE (pages), rect), <, n_ink / 2);

  anc_document_print_to_file_async (ANC_PAGE_SOURCE (pages), path, keep_result_cb, &printed);
  anc_test_wait_for (printed != NULL);
  g_assert_true (anc_document_print_finish (printed, &error));
  g_assert_no_error (error);
  paper = open_pages (fixture, path);
  g_assert_cmpuint (anc_page_source_get_n_pages (ANC_PAGE_SOURCE (paper)), ==, anc_page_source_get_n_pages (ANC_PAGE_SOURCE (pages)));
  g_assert_cmpuint (count_ink (ANC_PAGE_SOURCE (paper), rect), <, n_ink / 2);
  g_remove (path);
  g_rmdir (folder);
}

/* As many pixels as the paper shows, and no more than memory should hold. */
static void
test_print_resolution (void)
{
  g_assert_cmpfloat_with_epsilon (anc_document_print_get_scale (595, 842, 1), 300.0 / 72, 1e-6);
  g_assert_cmpfloat_with_epsilon (anc_document_print_get_scale (2384, 3370, 0.25), 300.0 / 72 / 4, 1e-6);
  for (int side = 100; side < 20000; side *= 2)
    {
      double scale = anc_document_print_get_scale (side, side, 1);

      g_assert_cmpfloat (side * scale * side * scale, <=, 20.0 * 1000 * 1000 + 1);
    }
}

#define ADD(name, document, function) g_test_add ("/app/document-pane/" name, Fixture, document, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("shows-pdf", "plain.pdf", test_shows);
  ADD ("shows-picture", "picture.jpeg", test_shows);
  ADD ("comes-to-rest", "plain.pdf", test_comes_to_rest);
  ADD ("asks-for-password", "locked.pdf", test_asks_for_password);
  ADD ("says-what-is-wrong", "not.pdf", test_says_what_is_wrong);
  ADD ("says-what-is-empty", "empty.pdf", test_says_what_is_wrong);
  ADD ("saves-filled-copy", "form.pdf", test_saves_filled_copy);
  ADD ("prints-filled", "form.pdf", test_prints_filled);
  g_test_add_func ("/app/document-pane/print-resolution", test_print_resolution);

  return g_test_run ();
}
