/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-thumbnails.h"

#include <glib/gi18n.h>

/* How wide a small picture is, in pixels of the screen. */
#define THUMBNAIL_WIDTH 120

struct _AncPageThumbnails
{
  AdwBin parent_instance;

  GtkListView *list;
  GtkSingleSelection *selection;
  AncPageSource *source;
};

enum
{
  SIGNAL_PAGE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AncPageThumbnails, anc_page_thumbnails, ADW_TYPE_BIN)

/* A picture that is being drawn for a row of the list. */
typedef struct
{
  GtkPicture *picture;
  GCancellable *cancellable;
} Drawing;

/* ---- Rows ---------------------------------------------------------------------------------- */

static void
render_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  Drawing *drawing = user_data;
  g_autoptr (GdkTexture) texture = anc_page_source_render_finish (ANC_PAGE_SOURCE (object), result, NULL);

  /* A row that was bound to another page since then has cancelled this. */
  if (texture != NULL && !g_cancellable_is_cancelled (drawing->cancellable))
    gtk_picture_set_paintable (drawing->picture, GDK_PAINTABLE (texture));
  g_object_unref (drawing->picture);
  g_object_unref (drawing->cancellable);
  g_free (drawing);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item,
          AncPageThumbnails *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *picture = gtk_picture_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_halign (picture, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (picture, "card");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item,
         AncPageThumbnails *self)
{
  GtkWidget *picture = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *label = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  guint page = gtk_list_item_get_position (item);
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *name = g_strdup_printf (_ ("Page %u"), page + 1);
  Drawing *drawing = g_new0 (Drawing, 1);
  double width, height, scale;

  anc_page_source_get_page_size (self->source, page, &width, &height);
  scale = THUMBNAIL_WIDTH / MAX (MAX (width, height * 0.5), 1);
  gtk_widget_set_size_request (picture, (int) (width * scale), (int) (height * scale));
  gtk_label_set_text (GTK_LABEL (label), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_list_item_get_child (item)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  drawing->picture = g_object_ref (GTK_PICTURE (picture));
  drawing->cancellable = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (item), "anc-cancellable", g_object_ref (drawing->cancellable), g_object_unref);
  anc_page_source_render_async (self->source, page, (AncRect){ 0, 0, width, height }, scale * gtk_widget_get_scale_factor (GTK_WIDGET (self)), ANC_PAGE_PRIORITY_THUMBNAIL, drawing->cancellable, render_cb, drawing);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem *item,
           AncPageThumbnails *self)
{
  GtkWidget *picture = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  g_cancellable_cancel (g_object_get_data (G_OBJECT (item), "anc-cancellable"));
  g_object_set_data (G_OBJECT (item), "anc-cancellable", NULL);
  gtk_picture_set_paintable (GTK_PICTURE (picture), NULL);
}

static void
activate_cb (GtkListView *list,
             guint position,
             AncPageThumbnails *self)
{
  g_signal_emit (self, signals[SIGNAL_PAGE_ACTIVATED], 0, position);
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_page_thumbnails_dispose (GObject *object)
{
  anc_page_thumbnails_set_source (ANC_PAGE_THUMBNAILS (object), NULL);

  G_OBJECT_CLASS (anc_page_thumbnails_parent_class)->dispose (object);
}

static void
anc_page_thumbnails_class_init (AncPageThumbnailsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_page_thumbnails_dispose;

  /**
   * AncPageThumbnails::page-activated:
   * @self: the small pictures
   * @page: the page that was chosen
   */
  signals[SIGNAL_PAGE_ACTIVATED] = g_signal_new ("page-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
anc_page_thumbnails_init (AncPageThumbnails *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->selection = gtk_single_selection_new (NULL);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pages"), -1);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activate_cb), self, 0);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/* The rows show nothing but their place in the list. */
static GListModel *
create_rows (guint n_pages)
{
  const char **rows = g_new0 (const char *, n_pages + 1);
  GListModel *model;

  for (guint i = 0; i < n_pages; i++)
    rows[i] = "";
  model = G_LIST_MODEL (gtk_string_list_new (rows));
  g_free (rows);

  return model;
}

/**
 * anc_page_thumbnails_set_source:
 * @self: the small pictures
 * @source: (nullable): the document they are of
 */
void
anc_page_thumbnails_set_source (AncPageThumbnails *self,
                                AncPageSource *source)
{
  g_autoptr (GListModel) rows = NULL;

  g_return_if_fail (ANC_IS_PAGE_THUMBNAILS (self));

  if (self->source == source)
    return;

  gtk_single_selection_set_model (self->selection, NULL);
  g_set_object (&self->source, source);
  if (source == NULL)
    return;

  rows = create_rows (anc_page_source_get_n_pages (source));
  gtk_single_selection_set_model (self->selection, rows);
}

/**
 * anc_page_thumbnails_select:
 * @self: the small pictures
 * @page: the page that is shown; it is brought into view
 */
void
anc_page_thumbnails_select (AncPageThumbnails *self,
                            guint page)
{
  g_return_if_fail (ANC_IS_PAGE_THUMBNAILS (self));

  if (page >= g_list_model_get_n_items (G_LIST_MODEL (self->selection))
      || page == gtk_single_selection_get_selected (self->selection))
    return;

  gtk_single_selection_set_selected (self->selection, page);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", page);
}
