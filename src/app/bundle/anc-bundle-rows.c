/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-bundle-rows.h"

#include "anc-bundle-entry-row.h"

/* Rows that are shown before anybody knows what is in sight. */
#define N_FIRST_ROWS 16

/* How near to an edge, in pixels, something that is dragged makes the list scroll, and how fast at the very edge, in pixels
 * a second. */
#define EDGE 56
#define MAX_SPEED 3000

struct _AncBundleRows
{
  GObject parent_instance;

  GtkListBox *list;
  GtkWidget *scrolled;
  AncBundleListModel *model;
  guint show_id;
  guint scroll_id;
  double pointer; /* its height in what scrolls, while something is dragged there */
  gint64 scrolled_at;
};

G_DEFINE_FINAL_TYPE (AncBundleRows, anc_bundle_rows, G_TYPE_OBJECT)

/* ---- What is in sight ---------------------------------------------------------------------- */

static GtkAdjustment *
get_adjustment (AncBundleRows *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
}

/* From a height in what scrolls to one in the list. */
static double
get_list_y (AncBundleRows *self,
            double y)
{
  const graphene_point_t point = GRAPHENE_POINT_INIT (0, (float) y);
  graphene_point_t found;

  return gtk_widget_compute_point (self->scrolled, GTK_WIDGET (self->list), &point, &found) ? (double) found.y : 0;
}

/* A page more on either side, so that nothing empty comes into sight by scrolling. */
static void
show_in_sight (AncBundleRows *self)
{
  const double page = gtk_widget_get_height (self->scrolled);
  const double top = get_list_y (self, -page);
  const double bottom = get_list_y (self, 2 * page);
  GtkListBoxRow *first = gtk_list_box_get_row_at_y (self->list, (int) MAX (top, 0));
  GtkListBoxRow *row;
  graphene_rect_t bounds;

  for (int i = first != NULL ? gtk_list_box_row_get_index (first) : 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (gtk_widget_get_height (GTK_WIDGET (row)) == 0 || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds)
          || (double) graphene_rect_get_y (&bounds) > bottom)
        return; /* none further has a place in sight, or any place yet */
      anc_bundle_entry_row_show (ANC_BUNDLE_ENTRY_ROW (row));
    }
}

static gboolean
show_cb (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer user_data)
{
  AncBundleRows *self = user_data;

  self->show_id = 0;
  if (self->list != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    show_in_sight (self);

  return G_SOURCE_REMOVE;
}

/* Before the next frame: never while widgets are given their places. */
static void
queue_show (AncBundleRows *self)
{
  if (self->show_id == 0)
    self->show_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->list), show_cb, g_object_ref (self), g_object_unref);
}

/* ---- Rows ---------------------------------------------------------------------------------- */

static AncBundleEntryRow *
get_row (AncBundleRows *self,
         guint place)
{
  return ANC_BUNDLE_ENTRY_ROW (gtk_list_box_get_row_at_index (self->list, (int) place));
}

static void
select_exhibit (AncBundleRows *self,
                gint64 key)
{
  guint place;

  if (!anc_bundle_list_model_find (self->model, key, &place) || (int) place == gtk_list_box_row_get_index (gtk_list_box_get_selected_row (self->list)))
    return;

  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (get_row (self, place)));
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (get_row (self, place)));
}

static void
items_changed_cb (AncBundleRows *self,
                  guint position,
                  guint removed,
                  guint added)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  const gint64 key = selected != NULL ? anc_bundle_entry_get_key (anc_bundle_entry_row_get_entry (ANC_BUNDLE_ENTRY_ROW (selected))) : 0;

  for (guint i = 0; i < added; i++)
    {
      g_autoptr (AncBundleEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->model), position + i);

      if (i < removed)
        anc_bundle_entry_row_set_entry (get_row (self, position + i), entry);
      else
        gtk_list_box_insert (self->list, anc_bundle_entry_row_new (self->model, entry), (int) (position + i));
      if (position + i < N_FIRST_ROWS)
        anc_bundle_entry_row_show (get_row (self, position + i));
    }
  for (guint i = added; i < removed; i++)
    gtk_list_box_remove (self->list, GTK_WIDGET (get_row (self, position + added)));

  if (key != 0 && gtk_list_box_get_selected_row (self->list) != NULL)
    select_exhibit (self, key);
  queue_show (self);
}

/* ---- Dropping ------------------------------------------------------------------------------ */

static AncBundleEntryRow *
find_place (AncBundleRows *self,
            double y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  return row != NULL && !anc_bundle_entry_is_filed (anc_bundle_entry_row_get_entry (ANC_BUNDLE_ENTRY_ROW (row))) ? ANC_BUNDLE_ENTRY_ROW (row) : NULL;
}

static GdkDragAction
mark_place (AncBundleRows *self,
            double y)
{
  AncBundleEntryRow *row = find_place (self, y);

  if (row == NULL)
    {
      gtk_list_box_drag_unhighlight_row (self->list);
      return 0;
    }

  gtk_list_box_drag_highlight_row (self->list, GTK_LIST_BOX_ROW (row));
  return GDK_ACTION_MOVE;
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double x,
           double y,
           AncBundleRows *self)
{
  return mark_place (self, y);
}

static void
leave_cb (GtkDropTarget *target,
          AncBundleRows *self)
{
  gtk_list_box_drag_unhighlight_row (self->list);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         AncBundleRows *self)
{
  AncBundleEntryRow *row = find_place (self, y);

  gtk_list_box_drag_unhighlight_row (self->list);
  if (row == NULL)
    return FALSE;

  anc_bundle_entry_row_put_here (row, g_value_get_object (value));
  return TRUE;
}

static void
add_dropping (AncBundleRows *self)
{
  GtkDropTarget *target = gtk_drop_target_new (ANC_TYPE_BUNDLE_ENTRY, GDK_ACTION_MOVE);

  g_signal_connect_object (target, "enter", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
}

/* ---- Scrolling while something is dragged -------------------------------------------------- */

/* In pixels a second, downwards; 0 away from the edges. */
static double
get_speed (AncBundleRows *self)
{
  const double height = gtk_widget_get_height (self->scrolled);
  const double above = EDGE - self->pointer, below = self->pointer - (height - EDGE);
  const double depth = MAX (above, below) / EDGE;

  if (depth <= 0 || height < 3 * EDGE)
    return 0;

  return (above > below ? -1 : 1) * MAX_SPEED * MIN (depth, 1);
}

static gboolean
scroll_cb (GtkWidget *widget,
           GdkFrameClock *clock,
           gpointer user_data)
{
  AncBundleRows *self = user_data;
  const gint64 now = gdk_frame_clock_get_frame_time (clock);
  const double seconds = (double) MIN (now - self->scrolled_at, G_USEC_PER_SEC / 10) / G_USEC_PER_SEC;
  GtkAdjustment *adjustment = get_adjustment (self);

  self->scrolled_at = now;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + get_speed (self) * seconds);
  mark_place (self, get_list_y (self, self->pointer));

  return G_SOURCE_CONTINUE;
}

static void
stop_scrolling (AncBundleRows *self)
{
  if (self->scroll_id != 0)
    gtk_widget_remove_tick_callback (self->scrolled, self->scroll_id);
  self->scroll_id = 0;
}

static gboolean
is_exhibit (GtkDropControllerMotion *motion)
{
  GdkDrop *drop = gtk_drop_controller_motion_get_drop (motion);

  return drop != NULL && gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), ANC_TYPE_BUNDLE_ENTRY);
}

static void
dragged_cb (GtkDropControllerMotion *motion,
            double x,
            double y,
            AncBundleRows *self)
{
  self->pointer = y;
  if (!is_exhibit (motion) || get_speed (self) == 0)
    {
      stop_scrolling (self);
      return;
    }
  if (self->scroll_id != 0)
    return;

  self->scrolled_at = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (self->scrolled));
  self->scroll_id = gtk_widget_add_tick_callback (self->scrolled, scroll_cb, self, NULL);
}

static void
dragged_away_cb (GtkDropControllerMotion *motion,
                 AncBundleRows *self)
{
  stop_scrolling (self);
}

static void
add_scrolling (AncBundleRows *self)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();

  g_signal_connect_object (motion, "enter", G_CALLBACK (dragged_cb), self, 0);
  g_signal_connect_object (motion, "motion", G_CALLBACK (dragged_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (dragged_away_cb), self, 0);
  gtk_widget_add_controller (self->scrolled, motion);
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_bundle_rows_dispose (GObject *object)
{
  AncBundleRows *self = ANC_BUNDLE_ROWS (object);

  if (self->scrolled != NULL)
    stop_scrolling (self);
  if (self->show_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list), self->show_id);
  self->show_id = 0;
  g_clear_object (&self->scrolled);
  g_clear_object (&self->list);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (anc_bundle_rows_parent_class)->dispose (object);
}

static void
anc_bundle_rows_class_init (AncBundleRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_bundle_rows_dispose;
}

static void
anc_bundle_rows_init (AncBundleRows *self)
{
}

/**
 * anc_bundle_rows_new:
 * @list: an empty list, inside of what scrolls
 * @model: the exhibits
 *
 * Returns: (transfer full): what keeps the rows of the list
 */
AncBundleRows *
anc_bundle_rows_new (GtkListBox *list,
                     AncBundleListModel *model)
{
  AncBundleRows *self;
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_SCROLLED_WINDOW);

  g_return_val_if_fail (ANC_IS_BUNDLE_LIST_MODEL (model), NULL);
  g_return_val_if_fail (scrolled != NULL, NULL);

  self = g_object_new (ANC_TYPE_BUNDLE_ROWS, NULL);
  self->list = g_object_ref (list);
  self->scrolled = g_object_ref (scrolled);
  self->model = g_object_ref (model);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "map", G_CALLBACK (queue_show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_adjustment (self), "changed", G_CALLBACK (queue_show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_adjustment (self), "value-changed", G_CALLBACK (queue_show), self, G_CONNECT_SWAPPED);
  items_changed_cb (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (model)));
  add_dropping (self);
  add_scrolling (self);

  return self;
}
