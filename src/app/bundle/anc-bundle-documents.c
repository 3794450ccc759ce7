/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-bundle-documents.h"

#include <glib/gi18n.h>

#define TITLE_CHARS 40
#define MAX_HEIGHT 320

struct _AncBundleDocuments
{
  AdwBin parent_instance;

  AncBundleListModel *model;
  gint64 key; /* of one of them */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (AncBundleDocuments, anc_bundle_documents, ADW_TYPE_BIN)

static const AncExhibit *
get_exhibit (AncBundleDocuments *self)
{
  guint place;

  return anc_bundle_list_model_find (self->model, self->key, &place)
             ? g_ptr_array_index (anc_bundle_list_model_get_order (self->model)->exhibits, place)
             : NULL;
}

/* ---- What people do ------------------------------------------------------------------------ */

/* What is moved takes the focus along. */
static void
move (AncBundleDocuments *self,
      int from,
      int to)
{
  const AncExhibit *exhibit = get_exhibit (self);

  if (exhibit == NULL || from < 0 || to < 0 || (guint) from >= exhibit->documents->len || (guint) to >= exhibit->documents->len)
    return;

  anc_bundle_list_model_move_document (self->model, ((const AncRow *) g_ptr_array_index (exhibit->documents, (guint) from))->key, (guint) to);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, to)));
}

static void
move_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  AncBundleDocuments *self = ANC_BUNDLE_DOCUMENTS (widget);
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  const int from = GTK_IS_LIST_BOX_ROW (focused) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focused)) : -1;

  move (self, from, from + g_variant_get_int32 (parameter));
}

static void
clicked_cb (AncBundleDocuments *self,
            GtkWidget *button)
{
  const int from = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW)));

  move (self, from, from + GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "anc-step")));
}

/* ---- Rows ---------------------------------------------------------------------------------- */

static GtkWidget *
create_button (AncBundleDocuments *self,
               const char *icon,
               const char *label,
               int step)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "anc-step", GINT_TO_POINTER (step));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
create_row (AncBundleDocuments *self,
            const AncRow *document)
{
  const char *title = anc_row_get_text (document, "title");
  const char *words = title != NULL && *title != '\0' ? title : _ ("Document without a title");
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), TITLE_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), create_button (self, "go-up-symbolic", _ ("Move Up"), -1));
  gtk_box_append (GTK_BOX (box), create_button (self, "go-down-symbolic", _ ("Move Down"), 1));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);

  return row;
}

static void
fill (AncBundleDocuments *self)
{
  const AncExhibit *exhibit = get_exhibit (self);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; exhibit != NULL && i < exhibit->documents->len; i++)
    gtk_list_box_append (self->list, create_row (self, g_ptr_array_index (exhibit->documents, i)));
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_bundle_documents_dispose (GObject *object)
{
  g_clear_object (&ANC_BUNDLE_DOCUMENTS (object)->model);

  G_OBJECT_CLASS (anc_bundle_documents_parent_class)->dispose (object);
}

static gboolean
anc_bundle_documents_grab_focus (GtkWidget *widget)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (ANC_BUNDLE_DOCUMENTS (widget)->list, 0);

  return first != NULL && gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void
anc_bundle_documents_class_init (AncBundleDocumentsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = anc_bundle_documents_dispose;
  widget_class->grab_focus = anc_bundle_documents_grab_focus;

  gtk_widget_class_install_action (widget_class, "documents.move", "i", move_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "documents.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "documents.move", "i", 1);
}

static void
anc_bundle_documents_init (AncBundleDocuments *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Documents of the exhibit"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * anc_bundle_documents_new:
 * @model: through which the case is changed
 * @key: of one of the documents
 *
 * Returns: (transfer floating): the documents
 */
GtkWidget *
anc_bundle_documents_new (AncBundleListModel *model,
                          gint64 key)
{
  AncBundleDocuments *self;

  g_return_val_if_fail (ANC_IS_BUNDLE_LIST_MODEL (model), NULL);

  self = g_object_new (ANC_TYPE_BUNDLE_DOCUMENTS, NULL);
  self->model = g_object_ref (model);
  self->key = key;
  g_signal_connect_object (model, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);

  return GTK_WIDGET (self);
}
