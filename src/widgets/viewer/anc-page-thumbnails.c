/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-thumbnails.h"

#include <glib/gi18n.h>

/* How wide a small picture is, in pixels of the screen. */
#define THUMBNAIL_WIDTH 120

/* So many rows above and below those on screen are drawn too. */
#define ROWS_AROUND 4

typedef struct _Drawing Drawing;

struct _AncPageThumbnails
{
  AdwBin parent_instance;

  GtkListView *list;
  GtkSingleSelection *selection;
  AncPageSource *source;
  AncPageSource *pictures; /* what is drawn: the source, or the same pages filled in */
  guint page;              /* that is shown */
  GPtrArray *rows;         /* of GtkListItem: those that stand for a page, not owned */
  GPtrArray *waiting;      /* of them: without a picture that is right */
  Drawing *drawing;        /* the one that is being drawn, or NULL */
};

enum
{
  SIGNAL_PAGE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AncPageThumbnails, anc_page_thumbnails, ADW_TYPE_BIN)

/* A picture that is being drawn for a row of the list. */
struct _Drawing
{
  AncPageThumbnails *thumbnails;
  GtkListItem *item;
  GCancellable *cancellable;
};

static GtkWidget *
get_picture (GtkListItem *item)
{
  return gtk_widget_get_first_child (gtk_list_item_get_child (item));
}

/* ---- Drawing ------------------------------------------------------------------------------- */

/* A list has many more rows ready than it shows: only those on screen, and a few around them, are drawn. */
static gboolean
is_near (AncPageThumbnails *self,
         guint row)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
  const double n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  const double row_height = gtk_adjustment_get_upper (adjustment) / MAX (n_rows, 1);
  const double top = gtk_adjustment_get_value (adjustment) / MAX (row_height, 1);
  const double bottom = top + gtk_adjustment_get_page_size (adjustment) / MAX (row_height, 1);

  return row + ROWS_AROUND >= top && row <= bottom + ROWS_AROUND;
}

static void draw_next (AncPageThumbnails *self);

static void
render_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  Drawing *drawing = user_data;
  g_autoptr (AncPageThumbnails) self = drawing->thumbnails;
  g_autoptr (AncPagePicture) picture = anc_page_source_render_finish (ANC_PAGE_SOURCE (object), result, NULL);

  /* A row that was bound to another page since then has cancelled this. */
  if (!g_cancellable_is_cancelled (drawing->cancellable))
    {
      g_ptr_array_remove_fast (self->waiting, drawing->item);
      if (picture != NULL)
        gtk_picture_set_paintable (GTK_PICTURE (get_picture (drawing->item)), GDK_PAINTABLE (anc_page_picture_get_texture (picture)));
    }
  if (self->drawing == drawing)
    self->drawing = NULL;
  g_object_unref (drawing->item);
  g_object_unref (drawing->cancellable);
  g_free (drawing);
  draw_next (self);
}

static double
get_scale (AncPageThumbnails *self,
           guint page,
           double *width,
           double *height)
{
  anc_page_source_get_page_size (self->source, page, width, height);

  return THUMBNAIL_WIDTH / MAX (MAX (*width, *height * 0.5), 1);
}

/* One after the other, so that what is shown large never waits for more than one. */
static void
draw_next (AncPageThumbnails *self)
{
  if (self->source == NULL || self->drawing != NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  for (guint i = 0; i < self->waiting->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->waiting, i);
      guint page = gtk_list_item_get_position (item);
      double width, height, scale;

      if (!is_near (self, page))
        continue;

      self->drawing = g_new0 (Drawing, 1);
      self->drawing->thumbnails = g_object_ref (self);
      self->drawing->item = g_object_ref (item);
      self->drawing->cancellable = g_cancellable_new ();
      scale = get_scale (self, page, &width, &height) * gtk_widget_get_scale_factor (GTK_WIDGET (self));
      anc_page_source_render_async (self->pictures, page, (AncRect){ 0, 0, width, height }, scale, ANC_PAGE_PRIORITY_THUMBNAIL, self->drawing->cancellable, render_cb, self->drawing);
      return;
    }
}

/* ---- Rows ---------------------------------------------------------------------------------- */

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
  GtkWidget *label = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  guint page = gtk_list_item_get_position (item);
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *name = g_strdup_printf (_ ("Page %u"), page + 1);
  double width, height, scale;

  scale = get_scale (self, page, &width, &height);
  gtk_widget_set_size_request (get_picture (item), (int) (width * scale), (int) (height * scale));
  gtk_label_set_text (GTK_LABEL (label), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (gtk_list_item_get_child (item))), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1); /* the row, which takes the focus */
  g_ptr_array_add (self->rows, item);
  g_ptr_array_add (self->waiting, item);
  draw_next (self);
}

static void
forget_drawing (AncPageThumbnails *self)
{
  if (self->drawing != NULL)
    g_cancellable_cancel (self->drawing->cancellable);
  self->drawing = NULL;
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem *item,
           AncPageThumbnails *self)
{
  g_ptr_array_remove_fast (self->rows, item);
  g_ptr_array_remove_fast (self->waiting, item);
  gtk_picture_set_paintable (GTK_PICTURE (get_picture (item)), NULL);
  if (self->drawing != NULL && self->drawing->item == item)
    forget_drawing (self);
}

static void
activate_cb (GtkListView *list,
             guint position,
             AncPageThumbnails *self)
{
  g_signal_emit (self, signals[SIGNAL_PAGE_ACTIVATED], 0, position);
}

/* ---- Object -------------------------------------------------------------------------------- */

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

static void
select_page (AncPageThumbnails *self)
{
  if (self->page >= g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    return;

  gtk_single_selection_set_selected (self->selection, self->page);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", self->page);
}

/* Rows are only made once somebody wants to see them. */
static void
fill (AncPageThumbnails *self)
{
  if (self->source != NULL && gtk_single_selection_get_model (self->selection) == NULL)
    {
      g_autoptr (GListModel) rows = create_rows (anc_page_source_get_n_pages (self->source));

      gtk_single_selection_set_model (self->selection, rows);
    }
  select_page (self);
  draw_next (self);
}

static void
anc_page_thumbnails_map (GtkWidget *widget)
{
  AncPageThumbnails *self = ANC_PAGE_THUMBNAILS (widget);

  GTK_WIDGET_CLASS (anc_page_thumbnails_parent_class)->map (widget);
  fill (self);
}

static void
anc_page_thumbnails_dispose (GObject *object)
{
  anc_page_thumbnails_set_source (ANC_PAGE_THUMBNAILS (object), NULL);

  G_OBJECT_CLASS (anc_page_thumbnails_parent_class)->dispose (object);
}

static void
anc_page_thumbnails_finalize (GObject *object)
{
  g_ptr_array_unref (ANC_PAGE_THUMBNAILS (object)->rows);
  g_ptr_array_unref (ANC_PAGE_THUMBNAILS (object)->waiting);

  G_OBJECT_CLASS (anc_page_thumbnails_parent_class)->finalize (object);
}

static void
anc_page_thumbnails_class_init (AncPageThumbnailsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_page_thumbnails_dispose;
  G_OBJECT_CLASS (klass)->finalize = anc_page_thumbnails_finalize;
  GTK_WIDGET_CLASS (klass)->map = anc_page_thumbnails_map;

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

  self->rows = g_ptr_array_new ();
  self->waiting = g_ptr_array_new ();
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
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)), "value-changed", G_CALLBACK (draw_next), self, G_CONNECT_SWAPPED);
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
  g_return_if_fail (ANC_IS_PAGE_THUMBNAILS (self));

  if (self->source == source)
    return;

  gtk_single_selection_set_model (self->selection, NULL);
  g_set_object (&self->source, source);
  g_set_object (&self->pictures, source);
  self->page = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

/**
 * anc_page_thumbnails_set_pictures:
 * @self: the small pictures of a document
 * @pictures: the same pages as they look now, such as filled in
 *
 * Draws the pictures anew; until they are there the old ones stay.
 */
void
anc_page_thumbnails_set_pictures (AncPageThumbnails *self,
                                  AncPageSource *pictures)
{
  g_return_if_fail (ANC_IS_PAGE_THUMBNAILS (self));
  g_return_if_fail (self->source != NULL && anc_page_source_get_n_pages (pictures) == anc_page_source_get_n_pages (self->source));

  g_set_object (&self->pictures, pictures);
  forget_drawing (self);
  g_ptr_array_set_size (self->waiting, 0);
  g_ptr_array_extend (self->waiting, self->rows, NULL, NULL);
  draw_next (self);
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

  self->page = page;
  if (page != gtk_single_selection_get_selected (self->selection) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    select_page (self);
}
