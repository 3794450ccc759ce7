/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-bundle-entry-row.h"

#include "anc-bundle-documents.h"

#include <glib/gi18n.h>

#define NUMBER_CHARS 3
#define TITLE_LINES 2

struct _AncBundleEntryRow
{
  GtkListBoxRow parent_instance;

  AncBundleListModel *model;
  AncBundleEntry *entry;
  gboolean is_shown; /* whether the labels say what the entry says */

  GtkLabel *number; /* (nullable): these until the row is first shown */
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *popover; /* (nullable): while its title is typed, or its documents are ordered */
};

G_DEFINE_FINAL_TYPE (AncBundleEntryRow, anc_bundle_entry_row, GTK_TYPE_LIST_BOX_ROW)

/* ---- What people do ------------------------------------------------------------------------ */

/* Once the row has its place. */
static gboolean
scroll_cb (gpointer user_data)
{
  GtkWidget *row = user_data;
  GtkWidget *scrolled = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  if (scrolled != NULL && gtk_widget_compute_bounds (row, scrolled, &bounds))
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
      const double top = gtk_adjustment_get_value (adjustment) + (double) graphene_rect_get_y (&bounds);

      gtk_adjustment_clamp_page (adjustment, top, top + (double) graphene_rect_get_height (&bounds));
    }

  return G_SOURCE_REMOVE;
}

/* The row that shows the exhibit from now on takes the focus: this one may be gone, or show another. */
static void
follow (GtkWidget *list,
        AncBundleListModel *model,
        gint64 key)
{
  GtkListBoxRow *row;
  guint place;

  if (!GTK_IS_LIST_BOX (list) || !anc_bundle_list_model_find (model, key, &place))
    return;

  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) place);
  gtk_list_box_select_row (GTK_LIST_BOX (list), row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, scroll_cb, g_object_ref (row), g_object_unref);
}

static void
move (AncBundleEntryRow *self,
      AncBundleEntry *entry,
      guint to)
{
  g_autoptr (AncBundleListModel) model = g_object_ref (self->model);
  const gint64 key = anc_bundle_entry_get_key (entry);
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (self));

  anc_bundle_list_model_move (model, key, to);
  follow (list, model, key);
}

static void
move_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  AncBundleEntryRow *self = ANC_BUNDLE_ENTRY_ROW (widget);
  const guint place = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self));
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  const char *where = g_variant_get_string (parameter, NULL);

  if (g_str_equal (where, "up") && place > 0)
    move (self, self->entry, place - 1);
  else if (g_str_equal (where, "down") && place + 1 < n)
    move (self, self->entry, place + 1);
  else if (g_str_equal (where, "last"))
    move (self, self->entry, n - 1);
  else if (g_str_equal (where, "first"))
    for (guint i = 0; i < n; i++)
      {
        g_autoptr (AncBundleEntry) other = g_list_model_get_item (G_LIST_MODEL (self->model), i);

        if (anc_bundle_entry_is_filed (other))
          continue;
        move (self, self->entry, i);
        return;
      }
}

static void
change_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  AncBundleEntryRow *self = ANC_BUNDLE_ENTRY_ROW (widget);
  g_autoptr (AncBundleListModel) model = g_object_ref (self->model);
  GtkWidget *list = gtk_widget_get_parent (widget);
  gint64 key = anc_bundle_entry_get_key (self->entry);
  const guint place = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self));
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (model));
  g_autoptr (AncBundleEntry) next = NULL;

  if (g_str_equal (action, "entry.group"))
    anc_bundle_list_model_group_with_previous (model, key);
  else if (g_str_equal (action, "entry.ungroup"))
    anc_bundle_list_model_ungroup (model, key);
  else
    {
      next = g_list_model_get_item (G_LIST_MODEL (model), place + 1 < n ? place + 1 : place - 1);
      anc_bundle_list_model_leave_out (model, key);
      key = next != NULL ? anc_bundle_entry_get_key (next) : 0;
    }
  follow (list, model, key);
}

/* ---- Its title ----------------------------------------------------------------------------- */

static void
title_typed_cb (AncBundleEntryRow *self,
                GtkEntry *entry)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autoptr (AncBundleListModel) model = g_object_ref (self->model);
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (self));
  const gint64 key = anc_bundle_entry_get_key (self->entry);

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  anc_bundle_list_model_set_title (model, key, title);
  follow (list, model, key);
}

static gboolean
drop_popover_cb (gpointer user_data)
{
  AncBundleEntryRow *self = user_data;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  return G_SOURCE_REMOVE;
}

/* Not while it closes. */
static void
popover_closed_cb (AncBundleEntryRow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_popover_cb, g_object_ref (self), g_object_unref);
}

static void
pop_up (AncBundleEntryRow *self,
        GtkWidget *child)
{
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), child);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
title_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  AncBundleEntryRow *self = ANC_BUNDLE_ENTRY_ROW (widget);
  GtkWidget *entry;

  if (self->popover != NULL)
    return;

  entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (entry), anc_bundle_entry_get_title (self->entry));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 40);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("As it is called by itself"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Title of the exhibit"), -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (title_typed_cb), self, G_CONNECT_SWAPPED);
  pop_up (self, entry);
  gtk_widget_grab_focus (entry);
}

static void
documents_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  AncBundleEntryRow *self = ANC_BUNDLE_ENTRY_ROW (widget);
  GtkWidget *documents;

  if (self->popover != NULL)
    return;

  documents = anc_bundle_documents_new (self->model, anc_bundle_entry_get_key (self->entry));
  pop_up (self, documents);
  gtk_widget_grab_focus (documents);
}

/* ---- Dragging ------------------------------------------------------------------------------ */

static GdkContentProvider *
prepare_drag_cb (GtkDragSource *source,
                 double x,
                 double y,
                 AncBundleEntryRow *self)
{
  if (anc_bundle_entry_is_filed (self->entry))
    return NULL;

  return gdk_content_provider_new_typed (ANC_TYPE_BUNDLE_ENTRY, self->entry);
}

static void
begin_drag_cb (GtkDragSource *source,
               GdkDrag *drag,
               AncBundleEntryRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static void
add_dragging (AncBundleEntryRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_drag_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_drag_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

/* ---- Its menu ------------------------------------------------------------------------------ */

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) places = g_menu_new ();
  g_autoptr (GMenu) changes = g_menu_new ();

  g_menu_append (places, _ ("Move _Up"), "entry.move::up");
  g_menu_append (places, _ ("Move _Down"), "entry.move::down");
  g_menu_append (places, _ ("Move to the _Top"), "entry.move::first");
  g_menu_append (places, _ ("Move to the _Bottom"), "entry.move::last");
  g_menu_append (changes, _ ("_Title…"), "entry.title");
  g_menu_append (changes, _ ("_Order of Its Documents…"), "entry.documents");
  g_menu_append (changes, _ ("_Group with the One Above"), "entry.group");
  g_menu_append (changes, _ ("Take _Apart"), "entry.ungroup");
  g_menu_append (changes, _ ("_Leave Out"), "entry.leave-out");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (places));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (changes));

  return G_MENU_MODEL (menu);
}

/* Only where it is opened: hundreds of menus would take seconds to make. */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer user_data)
{
  g_autoptr (GMenuModel) menu = create_menu ();

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (menu));
}

/* ---- What is seen -------------------------------------------------------------------------- */

static GtkLabel *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);

  return GTK_LABEL (label);
}

static gboolean
query_tooltip_cb (GtkWidget *button,
                  int x,
                  int y,
                  gboolean by_keyboard,
                  GtkTooltip *tooltip,
                  gpointer user_data)
{
  gtk_tooltip_set_text (tooltip, _ ("More"));
  return TRUE;
}

/* Its tooltip is asked for: setting one asks the display where the pointer is, for each row. */
static GtkWidget *
create_menu_button (void)
{
  GtkWidget *button = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic", "valign", GTK_ALIGN_CENTER, "has-tooltip", TRUE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("More"), -1);
  g_signal_connect (button, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popup_cb, NULL, NULL);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

/* As an AdwActionRow has it, whose classes it takes: that one takes several times as long to make. */
static void
fill (AncBundleEntryRow *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *prefixes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *titles = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");

  self->number = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_width_chars (self->number, NUMBER_CHARS);
  gtk_label_set_xalign (self->number, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "heading");
  self->title = create_label ("title");
  gtk_label_set_lines (self->title, TITLE_LINES);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  self->subtitle = create_label ("subtitle");

  gtk_widget_add_css_class (handle, "dim-label");
  gtk_widget_add_css_class (prefixes, "prefixes");
  gtk_box_append (GTK_BOX (prefixes), handle);
  gtk_box_append (GTK_BOX (prefixes), GTK_WIDGET (self->number));
  gtk_widget_add_css_class (titles, "title");
  gtk_widget_set_valign (titles, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (titles, TRUE);
  gtk_box_append (GTK_BOX (titles), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (titles), GTK_WIDGET (self->subtitle));
  gtk_widget_add_css_class (header, "header");
  gtk_widget_set_valign (header, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (header), prefixes);
  gtk_box_append (GTK_BOX (header), titles);
  gtk_box_append (GTK_BOX (header), create_menu_button ());
  gtk_widget_set_layout_manager (GTK_WIDGET (self), gtk_bin_layout_new ());
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), header);
  add_dragging (self);
}

/* ---- Object -------------------------------------------------------------------------------- */

static GtkSizeRequestMode
anc_bundle_entry_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Until it is first shown, when a layout takes over: as high as the first row, which always is. That is near enough to know
 * where all stand. */
static void
anc_bundle_entry_row_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  GtkWidget *first = parent != NULL ? gtk_widget_get_first_child (parent) : NULL;
  GtkWidget *header = first != NULL ? gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (first)) : NULL;

  *minimum = *natural = 0;
  if (header != NULL && orientation == GTK_ORIENTATION_VERTICAL)
    gtk_widget_measure (header, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
anc_bundle_entry_row_dispose (GObject *object)
{
  AncBundleEntryRow *self = ANC_BUNDLE_ENTRY_ROW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (anc_bundle_entry_row_parent_class)->dispose (object);
}

static void
anc_bundle_entry_row_class_init (AncBundleEntryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = anc_bundle_entry_row_dispose;
  widget_class->get_request_mode = anc_bundle_entry_row_get_request_mode;
  widget_class->measure = anc_bundle_entry_row_measure;

  gtk_widget_class_install_action (widget_class, "entry.move", "s", move_action);
  gtk_widget_class_install_action (widget_class, "entry.title", NULL, title_action);
  gtk_widget_class_install_action (widget_class, "entry.documents", NULL, documents_action);
  gtk_widget_class_install_action (widget_class, "entry.group", NULL, change_action);
  gtk_widget_class_install_action (widget_class, "entry.ungroup", NULL, change_action);
  gtk_widget_class_install_action (widget_class, "entry.leave-out", NULL, change_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "entry.move", "s", "up");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "entry.move", "s", "down");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, GDK_ALT_MASK, "entry.move", "s", "first");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_End, GDK_ALT_MASK, "entry.move", "s", "last");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "entry.title", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "entry.documents", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "entry.group", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "entry.ungroup", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "entry.leave-out", NULL);
}

static void
anc_bundle_entry_row_init (AncBundleEntryRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

/* All of it in one sentence, for who does not see the row. */
static void
describe (AncBundleEntryRow *self)
{
  const char *subtitle = anc_bundle_entry_get_subtitle (self->entry);
  g_autofree char *label = g_strdup_printf (_ ("Exhibit %1$u, %2$s"),
                                            anc_bundle_entry_get_number (self->entry),
                                            anc_bundle_entry_get_title (self->entry));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  subtitle,
                                  -1);
}

/**
 * anc_bundle_entry_row_new:
 * @model: through which it changes the case
 * @entry: what it stands for
 *
 * Returns: (transfer floating): the row, with nothing in it to be seen until anc_bundle_entry_row_show()
 */
GtkWidget *
anc_bundle_entry_row_new (AncBundleListModel *model,
                          AncBundleEntry *entry)
{
  AncBundleEntryRow *self;

  g_return_val_if_fail (ANC_IS_BUNDLE_LIST_MODEL (model), NULL);
  g_return_val_if_fail (ANC_IS_BUNDLE_ENTRY (entry), NULL);

  self = g_object_new (ANC_TYPE_BUNDLE_ENTRY_ROW, NULL);
  self->model = g_object_ref (model);
  anc_bundle_entry_row_set_entry (self, entry);

  return GTK_WIDGET (self);
}

/* Whatever document of it is the first now. */
static gboolean
is_same_exhibit (AncBundleEntryRow *self,
                 AncBundleEntry *entry)
{
  guint before, now;

  return anc_bundle_list_model_find (self->model, anc_bundle_entry_get_key (self->entry), &before)
         && anc_bundle_list_model_find (self->model, anc_bundle_entry_get_key (entry), &now) && before == now;
}

/**
 * anc_bundle_entry_row_set_entry:
 * @entry: what it stands for from now on; it is seen once the row is shown again
 */
void
anc_bundle_entry_row_set_entry (AncBundleEntryRow *self,
                                AncBundleEntry *entry)
{
  g_return_if_fail (ANC_IS_BUNDLE_ENTRY_ROW (self));
  g_return_if_fail (ANC_IS_BUNDLE_ENTRY (entry));

  if (self->entry != NULL && anc_bundle_entry_equal (self->entry, entry))
    return;

  if (self->popover != NULL && !is_same_exhibit (self, entry))
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_set_object (&self->entry, entry);
  self->is_shown = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.ungroup", anc_bundle_entry_get_n_documents (entry) > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.documents", anc_bundle_list_model_can_order (self->model, anc_bundle_entry_get_key (entry)));
  describe (self);
}

AncBundleEntry *
anc_bundle_entry_row_get_entry (AncBundleEntryRow *self)
{
  g_return_val_if_fail (ANC_IS_BUNDLE_ENTRY_ROW (self), NULL);

  return self->entry;
}

/**
 * anc_bundle_entry_row_show:
 *
 * Makes what is to be seen in it, and lets it say what the entry says.
 */
void
anc_bundle_entry_row_show (AncBundleEntryRow *self)
{
  g_autofree char *number = NULL;

  g_return_if_fail (ANC_IS_BUNDLE_ENTRY_ROW (self));

  if (self->is_shown)
    return;
  if (self->number == NULL)
    fill (self);

  number = g_strdup_printf ("%u", anc_bundle_entry_get_number (self->entry));
  gtk_label_set_label (self->number, number);
  gtk_label_set_label (self->title, anc_bundle_entry_get_title (self->entry));
  gtk_label_set_label (self->subtitle, anc_bundle_entry_get_subtitle (self->entry));
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *anc_bundle_entry_get_subtitle (self->entry) != '\0');
  if (anc_bundle_entry_is_filed (self->entry))
    gtk_widget_add_css_class (GTK_WIDGET (self), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dim-label");
  self->is_shown = TRUE;
}

/**
 * anc_bundle_entry_row_put_here:
 * @entry: another exhibit
 *
 * Moves an exhibit to the place of this row, where it has the focus.
 */
void
anc_bundle_entry_row_put_here (AncBundleEntryRow *self,
                               AncBundleEntry *entry)
{
  g_return_if_fail (ANC_IS_BUNDLE_ENTRY_ROW (self));
  g_return_if_fail (ANC_IS_BUNDLE_ENTRY (entry));

  move (self, entry, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)));
}
