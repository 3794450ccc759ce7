/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows the widgets with invented people; with --picture, saves a picture of them and ends. */

#include "anc-timeline-sample.h"

#include "anc-outcome-badge.h"
#include "anc-timeline-note.h"
#include "anc-timeline-private.h"
#include "anc-timeline-export.h"
#include "anc-widgets.h"

#include <adwaita.h>
#include <libintl.h>
#include <locale.h>

static char *picture;
static char *export;
static int width = 1000;
static int height = 700;
static int text_percent = 100;
static double zoom;
static gboolean dark;
static gboolean rtl;
static gboolean large;
static gboolean empty;
static gboolean preview;

static const GOptionEntry options[] = {
  { "picture", 0, 0, G_OPTION_ARG_FILENAME, &picture, "Save a picture to FILE and end", "FILE" },
  { "export", 0, 0, G_OPTION_ARG_FILENAME, &export, "Export the timeline to FILE, with .svg, .png or .pdf", "FILE" },
  { "width", 0, 0, G_OPTION_ARG_INT, &width, "Width of the window", "PIXELS" },
  { "height", 0, 0, G_OPTION_ARG_INT, &height, "Height of the window", "PIXELS" },
  { "text", 0, 0, G_OPTION_ARG_INT, &text_percent, "Size of the text", "PERCENT" },
  { "zoom", 0, 0, G_OPTION_ARG_DOUBLE, &zoom, "Zoom in at the filing date", "FACTOR" },
  { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, "Dark style", NULL },
  { "rtl", 0, 0, G_OPTION_ARG_NONE, &rtl, "Right to left", NULL },
  { "large", 0, 0, G_OPTION_ARG_NONE, &large, "40 years, 60 jobs", NULL },
  { "empty", 0, 0, G_OPTION_ARG_NONE, &empty, "No jobs", NULL },
  { "preview", 0, 0, G_OPTION_ARG_NONE, &preview, "In the middle of a drag", NULL },
  { NULL }
};

static GtkWidget *
create_head (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *name = gtk_label_new ("Salif Doucouré-Fictif");
  GtkWidget *details = gtk_label_new ("2026-014 · Mali · Paris · entré le 4 septembre 2023");

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (details), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (name, "title-2");
  gtk_label_set_xalign (GTK_LABEL (details), 0);
  gtk_widget_add_css_class (details, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), details);

  return box;
}

static GtkWidget *
create_row (const char *title,
            AncOutcome outcome)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *badge = anc_outcome_badge_new (outcome);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), badge);

  return row;
}

static GtkWidget *
create_list (GtkWidget *timeline)
{
  static const char *const titles[] = { "Doucouré-Fictif, Salif", "Nullepart, Khadija", "Sansnom, Rahul", "Inventado, Luis", "Fictice, Awa" };
  GtkWidget *list = gtk_list_box_new ();
  GListModel *notes = anc_timeline_get_notes (ANC_TIMELINE (timeline));

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  for (guint i = 0; i < g_list_model_get_n_items (notes) && i < 6; i++)
    {
      g_autoptr (AncTimelineNote) note = g_list_model_get_item (notes, i);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), anc_timeline_note_get_sentence (note));
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), create_row (titles[i], (AncOutcome) i));

  return list;
}

static GtkWidget *
create_window (AncTimelineSample *sample,
               GtkWidget *timeline)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_scrolled_window_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL, "Timeline", -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), timeline);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_set_overflow (scrolled, GTK_OVERFLOW_HIDDEN);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (list), create_list (timeline));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (list), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (list), 100);

  gtk_widget_set_margin_start (content, 14);
  gtk_widget_set_margin_end (content, 14);
  gtk_widget_set_margin_bottom (content, 14);
  gtk_box_append (GTK_BOX (content), create_head ());
  gtk_box_append (GTK_BOX (content), scrolled);
  gtk_box_append (GTK_BOX (content), list);
  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (GTK_BOX (page), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (page), content);

  gtk_window_set_title (GTK_WINDOW (window), "Ancrage");
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  adw_window_set_content (ADW_WINDOW (window), page);

  return window;
}

/* As if a job were being made longer. */
static void
show_preview (AncTimeline *timeline,
              AncTimelineSample *sample)
{
  AncPreview drag = { .kind = ANC_PREVIEW_END, .item = anc_timeline_sample_get_item (sample, 2, 0) };

  drag.span = anc_timeline_item_get_span (drag.item);
  drag.span.end = anc_timeline_sample_date ("2025-09-30");
  anc_timeline_focus_item (timeline, drag.item);
  gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (timeline))), TRUE);
  anc_timeline_set_preview (timeline, &drag);
}

/* Saves what @window shows, once it has been drawn. */
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

static void
save_export (AncTimeline *timeline)
{
  AncSheetFormat format = g_str_has_suffix (export, ".svg")   ? ANC_SHEET_SVG
                          : g_str_has_suffix (export, ".png") ? ANC_SHEET_PNG
                                                              : ANC_SHEET_PDF;
  g_autoptr (GBytes) bytes = anc_timeline_export (timeline, format);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (export, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
    g_error ("%s", error->message);
}

static gboolean
count_frame_cb (GtkWidget *window,
                GdkFrameClock *clock,
                gpointer user_data)
{
  guint *n_frames = user_data;

  gtk_widget_queue_draw (window);
  return ++*n_frames < 8 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
wait_for_frames (GtkWidget *window)
{
  guint n_frames = 0;

  gtk_widget_add_tick_callback (window, count_frame_cb, &n_frames, NULL);
  while (n_frames < 8)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (AncTimelineSample) sample = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *timeline;
  GtkWidget *window;

  setlocale (LC_ALL, "");
  bindtextdomain ("ancrage", ANC_LOCALE_DIR);
  bind_textdomain_codeset ("ancrage", "UTF-8");
  textdomain ("ancrage");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  adw_init ();
  anc_widgets_init ();
  if (rtl)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  if (dark)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  g_object_set (gtk_settings_get_default (),
                "gtk-xft-dpi",
                96 * 1024 * text_percent / 100,
                "gtk-enable-animations",
                FALSE,
                NULL);

  sample = large   ? anc_timeline_sample_new_large (40, 60)
           : empty ? anc_timeline_sample_new_empty ()
                   : anc_timeline_sample_new ();
  timeline = anc_timeline_sample_create_timeline (sample);
  window = create_window (sample, timeline);
  gtk_window_present (GTK_WINDOW (window));

  if (picture != NULL || export != NULL)
    wait_for_frames (window);
  if (preview)
    {
      show_preview (ANC_TIMELINE (timeline), sample);
      wait_for_frames (window);
    }
  if (export != NULL)
    save_export (ANC_TIMELINE (timeline));
  if (picture != NULL)
    {
      if (zoom > 0)
        {
          anc_timeline_zoom (ANC_TIMELINE (timeline), zoom);
          wait_for_frames (window);
        }
      save_picture (window);
    }

  if (picture != NULL || export != NULL)
    gtk_window_destroy (GTK_WINDOW (window));
  else
    while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
      g_main_context_iteration (NULL, TRUE);

  return 0;
}
