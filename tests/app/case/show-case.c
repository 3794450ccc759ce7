/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows the page of a case from a JSON file; with --picture, saves a picture of it and ends. */

#include "anc-case-stage.h"

#include "anc-case-page.h"
#include "anc-widgets.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>

static char *picture;
static char *page;
static char *today = (char *) "2026-11-21";
static int width = 1000;
static int height = 700;
static int text_percent = 100;
static int form = -1;
static double scroll;
static gboolean dark;
static gboolean rtl;
static gboolean compare;

static const GOptionEntry options[] = {
  { "picture", 0, 0, G_OPTION_ARG_FILENAME, &picture, "Save a picture to FILE and end", "FILE" },
  { "page", 0, 0, G_OPTION_ARG_STRING, &page, "Show a page: eligibility, person, procedure, journal", "PAGE" },
  { "today", 0, 0, G_OPTION_ARG_STRING, &today, "Today's date", "DATE" },
  { "width", 0, 0, G_OPTION_ARG_INT, &width, "Width of the window", "PIXELS" },
  { "height", 0, 0, G_OPTION_ARG_INT, &height, "Height of the window", "PIXELS" },
  { "text", 0, 0, G_OPTION_ARG_INT, &text_percent, "Size of the text", "PERCENT" },
  { "form", 0, 0, G_OPTION_ARG_INT, &form, "Open the form of the first record of a table", "NUMBER" },
  { "scroll", 0, 0, G_OPTION_ARG_DOUBLE, &scroll, "Scroll the page down", "PIXELS" },
  { "compare", 0, 0, G_OPTION_ARG_NONE, &compare, "Compare two dates", NULL },
  { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, "Dark style", NULL },
  { "rtl", 0, 0, G_OPTION_ARG_NONE, &rtl, "Right to left", NULL },
  { NULL }
};

/* ---- Window -------------------------------------------------------------------------------- */

static void
iterate (guint frames)
{
  const gint64 end = g_get_monotonic_time () + frames * 20000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
scroll_page (GtkWidget *window)
{
  GtkWidget *stack = anc_stage_find (window, "AdwViewStack");
  GtkWidget *shown = adw_view_stack_get_visible_child (ADW_VIEW_STACK (stack));
  GtkWidget *scrolled = anc_stage_find (shown, "GtkScrolledWindow");

  if (scrolled != NULL && scroll > 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)), scroll);
}

static void
save_picture (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable,
                          GDK_SNAPSHOT (snapshot),
                          gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  if (!gdk_texture_save_to_png (texture, picture))
    g_error ("Cannot write %s", picture);
}

static GtkWidget *
get_newest_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *newest = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (gtk_widget_get_mapped (window) && (newest == NULL || gtk_window_get_transient_for (GTK_WINDOW (window)) != NULL))
        newest = window;
    }

  return newest;
}

static GtkWidget *
create_window (AncOffice *office,
               AncCase *a_case)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *case_page = anc_case_page_new (office, a_case);

  gtk_widget_set_vexpand (case_page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), case_page);
  gtk_window_set_title (GTK_WINDOW (window), "Ancrage");
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  adw_window_set_content (ADW_WINDOW (window), box);
  if (page != NULL)
    gtk_widget_activate_action (case_page, "case.show-page", "s", page);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static void
open_form (GtkWidget *window,
           AncOffice *office,
           AncCase *a_case)
{
  AncRecordList *list = form > 0 ? anc_case_get_list (a_case, (AncTableId) form) : NULL;

  if (compare)
    gtk_widget_activate_action (anc_stage_find (window, "AncCasePage"), "case.compare", NULL);
  if (list != NULL && anc_record_list_get_count (list) > 0)
    gtk_widget_activate_action (anc_stage_find (window, "AncCasePage"), "case.edit", "x", anc_record_get_key (anc_record_list_get (list, 0)));
}

static void
set_up_style (void)
{
  GtkSettings *settings = gtk_settings_get_default ();

  anc_stage_load_style ();
  g_object_set (settings, "gtk-enable-animations", FALSE, "gtk-xft-dpi", 96 * 1024 * text_percent / 100, NULL);
  if (rtl)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("CASE.json");
  g_autofree char *folder = g_dir_make_tmp ("ancrage-picture-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AncOffice) office = NULL;
  g_autoptr (AncCase) a_case = NULL;
  GtkWidget *window;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ANC_BUILD_DIR "/po");
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    g_error ("%s", error != NULL ? error->message : "name a case");

  adw_init ();
  anc_widgets_init ();
  set_up_style ();
  office = anc_stage_create_office (folder, today);
  a_case = anc_stage_read_case (office, argv[1]);
  anc_office_add_case (office, a_case);
  iterate (5);
  window = create_window (office, a_case);
  iterate (20);
  open_form (window, office, a_case);
  scroll_page (window);
  iterate (20);
  if (picture != NULL)
    save_picture (get_newest_window ());
  else
    while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
      g_main_context_iteration (NULL, TRUE);

  return 0;
}
