/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-exhibits-page-private.h"

#include "anc-exhibit-words.h"
#include "anc-proposal-cells.h"

/* ---- Rows ---------------------------------------------------------------------------------- */

static GQuark changed_quark;
static GQuark item_quark;

static void
fill_row (AncExhibitsPage *self,
          GtkListItem *item)
{
  AncExhibitRow *row = ANC_EXHIBIT_ROW (gtk_list_item_get_child (item));
  GObject *object = gtk_list_item_get_item (item);
  g_auto (AncExhibitCells) cells = { 0 };

  if (object == NULL)
    return;

  if (GTK_IS_STRING_OBJECT (object))
    {
      anc_exhibit_row_set_heading (row, gtk_string_object_get_string (GTK_STRING_OBJECT (object)));
      return;
    }
  if (ANC_IS_PROPOSAL (object))
    anc_proposal_cells_fill (self->desk, ANC_PROPOSAL (object), &cells);
  else
    anc_exhibit_words_document (self->desk, ANC_RECORD (object), &cells);
  anc_exhibit_row_set_cells (row, &cells);
}

static void
refill_cb (GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *page = row != NULL ? gtk_widget_get_ancestor (row, ANC_TYPE_EXHIBITS_PAGE) : NULL;

  if (page != NULL)
    fill_row (ANC_EXHIBITS_PAGE (page), item);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem *item)
{
  gtk_list_item_set_child (item, anc_exhibit_row_new ());
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem *item)
{
  GObject *object = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  const gboolean is_heading = GTK_IS_STRING_OBJECT (object);
  AncExhibitsPage *self = ANC_EXHIBITS_PAGE (gtk_widget_get_ancestor (row, ANC_TYPE_EXHIBITS_PAGE));

  gtk_list_item_set_selectable (item, !is_heading);
  gtk_list_item_set_activatable (item, !is_heading);
  fill_row (self, item);
  g_object_set_qdata (G_OBJECT (row), item_quark, object);
  if (ANC_IS_PROPOSAL (object))
    {
      g_signal_connect_object (object, "judged", G_CALLBACK (refill_cb), item, G_CONNECT_SWAPPED);
      g_signal_connect_object (object, "notify", G_CALLBACK (refill_cb), item, G_CONNECT_SWAPPED);
    }
  else if (!is_heading)
    g_signal_connect_object (anc_desk_get_case (self->desk), "changed", G_CALLBACK (refill_cb), item, G_CONNECT_SWAPPED);
  g_object_set_qdata_full (G_OBJECT (item), changed_quark, g_object_ref (is_heading || ANC_IS_PROPOSAL (object) ? object : G_OBJECT (anc_desk_get_case (self->desk))), g_object_unref);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem *item)
{
  GObject *followed = g_object_get_qdata (G_OBJECT (item), changed_quark);

  if (followed != NULL)
    g_signal_handlers_disconnect_by_func (followed, refill_cb, item);
  g_object_set_qdata (G_OBJECT (item), changed_quark, NULL);
  g_object_set_qdata (G_OBJECT (gtk_list_item_get_child (item)), item_quark, NULL);
}

/* ---- The focus ------------------------------------------------------------------------------- */

static gboolean
has_focus (AncExhibitsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == GTK_WIDGET (self->list) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)));
}

/* GTK 4.8 gives the focus to rows by the keyboard alone. */
static gboolean
focus_cb (gpointer user_data)
{
  AncExhibitsPage *self = user_data;
  GObject *selected = anc_exhibits_page_get_selected (self);

  self->focus_id = 0;
  if (anc_case_viewer_is_covering (self->viewer)) /* the list, too */
    {
      anc_case_viewer_focus (self->viewer);
      return G_SOURCE_REMOVE;
    }

  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *child = gtk_widget_get_first_child (row);

      if (selected != NULL && child != NULL && g_object_get_qdata (G_OBJECT (child), item_quark) == selected)
        gtk_widget_grab_focus (row);
    }

  return G_SOURCE_REMOVE;
}

void
anc_exhibits_page_select_row (AncExhibitsPage *self,
                              guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  if (self->focus_id == 0) /* once the row is there */
    self->focus_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 1, focus_cb, self, NULL);
}

/* ---- Keys and pointer ---------------------------------------------------------------------------------- */

static void
activate_cb (AncExhibitsPage *self,
             guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (ANC_IS_PROPOSAL (item))
    anc_case_viewer_focus (self->viewer);
  else if (ANC_IS_RECORD (item))
    anc_exhibits_page_show_document (self, ANC_RECORD (item));
}

/* A double click looks closer at a proposal; it takes the key to accept it. */
static gboolean
key_cb (AncExhibitsPage *self,
        guint key,
        guint code,
        GdkModifierType modifiers)
{
  GObject *selected = anc_exhibits_page_get_selected (self);

  if ((modifiers & gtk_accelerator_get_default_mod_mask ()) != 0 || !has_focus (self))
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (!ANC_IS_PROPOSAL (selected))
        return GDK_EVENT_PROPAGATE;
      anc_exhibits_page_accept (self, ANC_PROPOSAL (selected));
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      if (ANC_IS_PROPOSAL (selected))
        anc_exhibits_page_set_aside (self, ANC_PROPOSAL (selected));
      else
        gtk_widget_activate_action (GTK_WIDGET (self), "exhibits.withdraw", NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_F2:
      gtk_widget_activate_action (GTK_WIDGET (self), "exhibits.edit", NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_Home:
      if (selected != NULL || g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
        return GDK_EVENT_PROPAGATE;
      anc_exhibits_page_select_row (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
      if (!ANC_IS_PROPOSAL (selected))
        return GDK_EVENT_PROPAGATE;
      anc_case_viewer_focus (self->viewer);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
pop_up (AncExhibitsPage *self,
        double x,
        double y)
{
  if (anc_exhibits_page_get_document (self) == NULL)
    return;

  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
right_click_cb (AncExhibitsPage *self,
                int n_press,
                double x,
                double y)
{
  pop_up (self, x, y);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant *arguments,
             gpointer user_data)
{
  pop_up (ANC_EXHIBITS_PAGE (user_data), gtk_widget_get_width (widget) / 2.0, 24);
  return TRUE;
}

static void
add_controllers (AncExhibitsPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();
  GtkGesture *right = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (right), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (right, "pressed", G_CALLBACK (right_click_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (right));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                                                          gtk_callback_action_new (menu_key_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), shortcuts);
}

void
anc_exhibits_page_create_list (AncExhibitsPage *self)
{
  self->popover = gtk_popover_menu_new_from_model (self->document_menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self->list));
  add_controllers (self);
}

void
anc_exhibits_page_install_list (GtkWidgetClass *widget_class)
{
  changed_quark = g_quark_from_static_string ("anc-exhibits-followed");
  item_quark = g_quark_from_static_string ("anc-exhibits-item");

  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}
