/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-viewer-private.h"
#include "anc-viewer-resources.h"

#include <glib/gi18n.h>
#include <stdlib.h>

/* At 100 %: 96 pixels an inch, 72 points an inch. */
#define PIXELS_A_POINT (96.0 / 72.0)

/* So long nobody types before the small pictures show what was filled in, in ms. */
#define FILLED_REST 700

enum
{
  SIGNAL_LINK_ACTIVATED,
  SIGNAL_WANTS_FILLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AncViewer, anc_viewer, ADW_TYPE_BIN)

/* ---- Pages and zoom ------------------------------------------------------------------------ */

static void
update_page (AncViewer *self)
{
  g_autofree char *number = g_strdup_printf ("%u", anc_page_view_get_page (self->view) + 1);

  gtk_editable_set_text (self->page_entry, self->source != NULL ? number : "");
  anc_page_thumbnails_select (self->thumbnails, anc_page_view_get_page (self->view));
}

static void
update_zoom (AncViewer *self)
{
  /* Translators: the zoom of a page in per cent; a page of 100 % has 96 pixels an inch. */
  g_autofree char *text = g_strdup_printf (_ ("%.0f %%"), anc_page_view_get_zoom (self->view) / PIXELS_A_POINT * 100);

  gtk_label_set_text (self->zoom_label, text);
}

static void
page_entered_cb (AncViewer *self)
{
  long page = strtol (gtk_editable_get_text (self->page_entry), NULL, 10);

  if (page >= 1)
    anc_page_view_go_to_page (self->view, (guint) MIN (page, G_MAXINT) - 1);
  update_page (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
thumbnail_cb (AncViewer *self,
              guint page)
{
  anc_page_view_go_to_page (self->view, page);
}

static void
heading_cb (AncViewer *self,
            guint entry)
{
  int page = anc_page_entries_get_page (self->headings, entry);

  if (page >= 0)
    anc_page_view_go_to_page (self->view, (guint) page);
}

/* ---- Actions ------------------------------------------------------------------------------- */

static void
find_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  AncViewer *self = ANC_VIEWER (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (self->search_entry, 0, -1);
}

static void
find_again_action (GtkWidget *widget,
                   const char *action_name,
                   GVariant *parameter)
{
  AncViewer *self = ANC_VIEWER (widget);

  if (self->matches == NULL || self->matches->len == 0)
    return;

  anc_viewer_go_to_match (self, g_str_equal (action_name, "viewer.find-next") ? self->match + 1 : self->match + self->matches->len - 1);
}

static void
sidebar_action (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  AncViewer *self = ANC_VIEWER (widget);

  gtk_toggle_button_set_active (self->sidebar_button, !gtk_toggle_button_get_active (self->sidebar_button));
}

static void
page_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (ANC_VIEWER (widget)->page_entry));
}

/* The toolbar stands beside the view, out of reach of its actions. */
static void
zoom_cb (GtkButton *button,
         AncViewer *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->view), button == self->zoom_in ? "view.zoom-in" : "view.zoom-out", NULL);
}

static void
turn_cb (AncViewer *self)
{
  anc_page_view_turn (self->view, 1);
}

static void
find_next_cb (AncViewer *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "viewer.find-next", NULL);
}

static void
find_previous_cb (AncViewer *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "viewer.find-previous", NULL);
}

static void
fit_action (GtkWidget *widget,
            const char *action_name,
            GVariant *parameter)
{
  const char *fit = g_variant_get_string (parameter, NULL);

  if (g_str_equal (fit, "selection"))
    anc_page_view_zoom_to_selection (ANC_VIEWER (widget)->view);
  else
    anc_page_view_set_fit (ANC_VIEWER (widget)->view, g_str_equal (fit, "width") ? ANC_PAGE_FIT_WIDTH : ANC_PAGE_FIT_PAGE);
}

static void
zoom_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  anc_page_view_set_zoom (ANC_VIEWER (widget)->view, g_variant_get_double (parameter) * PIXELS_A_POINT);
}

static void
copying_cb (AncViewer *self,
            guint n_done,
            guint n_pages)
{
  /* Translators: which of the pages whose text is copied is being read. */
  g_autofree char *text = g_strdup_printf (_ ("Copying page %u of %u…"), MIN (n_done + 1, n_pages), n_pages);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* Whoever stopped it goes on with the page. */
  if (n_done == n_pages && focus != NULL && gtk_widget_is_ancestor (focus, self->copying))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gtk_label_set_text (self->copying_label, text);
  gtk_progress_bar_set_fraction (self->copying_progress, (double) n_done / n_pages);
  gtk_widget_set_visible (self->copying, n_done < n_pages);
}

static void
stop_copying_cb (AncViewer *self)
{
  anc_page_view_stop_copying (self->view);
}

static void
link_cb (AncViewer *self,
         const char *address)
{
  g_signal_emit (self, signals[SIGNAL_LINK_ACTIVATED], 0, address);
}

/* ---- Document ------------------------------------------------------------------------------ */

static void
headings_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (AncViewer) self = user_data;
  g_autoptr (GPtrArray) headings = anc_page_source_list_finish (ANC_PAGE_SOURCE (object), result, NULL);
  GtkWidget *page;

  if (self->source != ANC_PAGE_SOURCE (object))
    return;

  anc_page_entries_clear (self->headings);
  for (guint i = 0; headings != NULL && i < headings->len; i++)
    {
      const AncPageHeading *heading = g_ptr_array_index (headings, i);

      anc_page_entries_add (self->headings, heading->title, heading->depth, heading->page);
    }

  page = GTK_WIDGET (self->headings);
  gtk_stack_page_set_visible (gtk_stack_get_page (self->sidebar_stack, page), headings != NULL && headings->len > 0);
}

static gboolean
filled_rest_cb (gpointer user_data)
{
  AncViewer *self = user_data;

  self->filled_id = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self->thumbnails)))
    {
      self->has_news = FALSE;
      g_signal_emit (self, signals[SIGNAL_WANTS_FILLED], 0);
    }

  return G_SOURCE_REMOVE;
}

static void
filled_in_cb (AncViewer *self)
{
  self->has_news = TRUE;
  g_clear_handle_id (&self->filled_id, g_source_remove);
  self->filled_id = g_timeout_add (FILLED_REST, filled_rest_cb, self);
}

static void
thumbnails_mapped_cb (AncViewer *self)
{
  if (self->has_news)
    filled_in_cb (self);
}

/**
 * anc_viewer_set_filled:
 * @self: a viewer with a document
 * @filled: the same document with its form as it is filled in now
 */
void
anc_viewer_set_filled (AncViewer *self,
                       AncPageSource *filled)
{
  g_return_if_fail (ANC_IS_VIEWER (self));
  g_return_if_fail (ANC_IS_PAGE_SOURCE (filled));

  anc_page_thumbnails_set_pictures (self->thumbnails, filled);
}

static void
fields_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (AncViewer) self = user_data;
  GPtrArray *fields = anc_page_source_list_finish (ANC_PAGE_SOURCE (object), result, NULL);
  g_autoptr (AncPageForm) form = NULL;

  if (fields == NULL)
    return;

  form = anc_page_form_new (fields);
  if (self->source != ANC_PAGE_SOURCE (object) || anc_page_form_get_n_fields (form) == 0)
    return;

  anc_page_view_set_form (self->view, form);
  g_signal_connect_object (form, "filled-in", G_CALLBACK (filled_in_cb), self, G_CONNECT_SWAPPED);
}

/**
 * anc_viewer_set_source:
 * @self: a viewer
 * @source: (nullable): the document to read
 */
void
anc_viewer_set_source (AncViewer *self,
                       AncPageSource *source)
{
  g_autofree char *count = NULL;
  guint n_pages;

  g_return_if_fail (ANC_IS_VIEWER (self));

  if (self->source == source)
    return;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  anc_viewer_forget_search (self);
  g_clear_handle_id (&self->filled_id, g_source_remove);
  self->has_news = FALSE;
  anc_page_entries_clear (self->headings);
  gtk_stack_page_set_visible (gtk_stack_get_page (self->sidebar_stack, GTK_WIDGET (self->headings)), FALSE);

  g_set_object (&self->source, source);
  anc_page_view_set_source (self->view, source);
  anc_page_thumbnails_set_source (self->thumbnails, source);
  n_pages = source != NULL ? anc_page_source_get_n_pages (source) : 0;
  /* Translators: stands after an entry with the number of the page that is shown. */
  count = g_strdup_printf (_ ("of %u"), n_pages);
  gtk_label_set_text (self->page_count, count);
  update_page (self);
  update_zoom (self);
  if (source == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  anc_page_source_list_headings_async (source, self->cancellable, headings_cb, g_object_ref (self));
  if (anc_page_source_can_have_fields (source))
    anc_page_source_list_fields_async (source, self->cancellable, fields_cb, g_object_ref (self));
}

AncPageView *
anc_viewer_get_view (AncViewer *self)
{
  g_return_val_if_fail (ANC_IS_VIEWER (self), NULL);

  return self->view;
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_viewer_dispose (GObject *object)
{
  AncViewer *self = ANC_VIEWER (object);

  if (self->source != NULL)
    anc_viewer_set_source (self, NULL);

  G_OBJECT_CLASS (anc_viewer_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AncViewer, view);
  gtk_widget_class_bind_template_child (widget_class, AncViewer, thumbnails);
  gtk_widget_class_bind_template_child (widget_class, AncViewer, headings);
  gtk_widget_class_bind_template_child (widget_class, AncViewer, results);
  gtk_widget_class_bind_template_child (widget_class, AncViewer, sidebar);
  gtk_widget_class_bind_template_child (widget_class, AncViewer, sidebar_stack);
  gtk_widget_class_bind_template_child (widget_class, AncViewer, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, AncViewer, search_bar);
  gtk_widget_class_bind_template_child (widget_class, AncViewer, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AncViewer, search_status);
  gtk_widget_class_bind_template_child (widget_class, AncViewer, page_entry);
  gtk_widget_class_bind_template_child (widget_class, AncViewer, page_count);
  gtk_widget_class_bind_template_child (widget_class, AncViewer, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, AncViewer, zoom_in);
  gtk_widget_class_bind_template_child (widget_class, AncViewer, copying);
  gtk_widget_class_bind_template_child (widget_class, AncViewer, copying_label);
  gtk_widget_class_bind_template_child (widget_class, AncViewer, copying_progress);
  gtk_widget_class_bind_template_callback (widget_class, page_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, thumbnail_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_cb);
  gtk_widget_class_bind_template_callback (widget_class, anc_viewer_result_cb);
  gtk_widget_class_bind_template_callback (widget_class, anc_viewer_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, anc_viewer_search_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_cb);
  gtk_widget_class_bind_template_callback (widget_class, turn_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_cb);
  gtk_widget_class_bind_template_callback (widget_class, copying_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_copying_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_page);
  gtk_widget_class_bind_template_callback (widget_class, update_zoom);
}

static void
anc_viewer_class_init (AncViewerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = anc_viewer_dispose;

  /**
   * AncViewer::link-activated:
   * @self: the viewer
   * @address: where a link of the document leads
   */
  signals[SIGNAL_LINK_ACTIVATED] = g_signal_new ("link-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * AncViewer::wants-filled:
   * @self: the viewer, which has no pictures of what was filled in
   */
  signals[SIGNAL_WANTS_FILLED] = g_signal_new ("wants-filled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  anc_viewer_get_resource (); /* or the linker would leave it out */
  g_type_ensure (ANC_TYPE_PAGE_VIEW);
  g_type_ensure (ANC_TYPE_PAGE_THUMBNAILS);
  g_type_ensure (ANC_TYPE_PAGE_ENTRIES);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ancrage/Ancrage/viewer/anc-viewer.ui");
  bind_children (widget_class);

  gtk_widget_class_install_action (widget_class, "viewer.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "viewer.find-next", NULL, find_again_action);
  gtk_widget_class_install_action (widget_class, "viewer.find-previous", NULL, find_again_action);
  gtk_widget_class_install_action (widget_class, "viewer.sidebar", NULL, sidebar_action);
  gtk_widget_class_install_action (widget_class, "viewer.page", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "viewer.fit", "s", fit_action);
  gtk_widget_class_install_action (widget_class, "viewer.zoom", "d", zoom_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "viewer.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "viewer.find-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "viewer.find-previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "viewer.sidebar", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_j, GDK_CONTROL_MASK, "viewer.page", NULL);
}

static void
anc_viewer_init (AncViewer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  anc_page_entries_set_name (self->headings, _ ("Outline"));
  anc_page_entries_set_name (self->results, _ ("Search Results"));
  g_signal_connect_object (self->thumbnails, "map", G_CALLBACK (thumbnails_mapped_cb), self, G_CONNECT_SWAPPED);
  g_object_bind_property (self->sidebar_button, "active", self->sidebar, "visible", G_BINDING_SYNC_CREATE);
  update_zoom (self);
}

AncViewer *
anc_viewer_new (void)
{
  return g_object_new (ANC_TYPE_VIEWER, NULL);
}
