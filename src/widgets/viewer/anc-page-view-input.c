/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-view-private.h"

#include <math.h>

/* One turn of the wheel, or one press of a key, with the control key. */
#define ZOOM_STEP 1.2

/* How far an arrow key goes, in pixels, and how much of a screen is kept when a page is turned. */
#define ARROW_STEP 60.0
#define KEPT 60.0

/* How much of the way beyond the edge is scrolled at each frame while selecting. */
#define FOLLOW_PART 0.2

static void
to_content (AncPageView *self,
            double *x,
            double *y)
{
  *x += anc_page_view_get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
  *y += anc_page_view_get_scroll (self, GTK_ORIENTATION_VERTICAL);
}

/* ---- The pointer --------------------------------------------------------------------------- */

static void
motion_cb (GtkEventControllerMotion *controller,
           double x,
           double y,
           AncPageView *self)
{
  double page_x, page_y;

  self->pointer_x = x;
  self->pointer_y = y;
  /* Pages that pass below a pointer at rest are told as its motion; where they come to rest all on screen are asked for. */
  if (self->rest_id != 0 || self->layout == NULL || anc_page_layout_get_n_pages (self->layout) == 0)
    return;

  to_content (self, &x, &y);
  anc_page_view_ask_for_words (self, anc_page_layout_locate (self->layout, x, y, &page_x, &page_y));
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double dx,
           double dy,
           AncPageView *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  anc_page_view_zoom_at (self, anc_page_view_get_zoom (self) * pow (ZOOM_STEP, -dy), self->pointer_x, self->pointer_y);
  return GDK_EVENT_STOP;
}

static void
pressed_cb (GtkGestureClick *gesture,
            int n_press,
            double x,
            double y,
            AncPageView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 1)
    return;

  to_content (self, &x, &y);
  self->selects_lines = n_press > 2;
  anc_page_view_select (self, x, y, x, y);
}

static void
released_cb (GtkGestureClick *gesture,
             int n_press,
             double x,
             double y,
             AncPageView *self)
{
  double page_x, page_y;

  if (n_press != 1)
    return;

  anc_page_view_clear_selection (self);
  to_content (self, &x, &y);
  if (self->layout != NULL && anc_page_layout_get_n_pages (self->layout) > 0
      && anc_page_view_get_failure (self, anc_page_layout_locate (self->layout, x, y, &page_x, &page_y)) != NULL)
    anc_page_view_retry (self);
}

static void
select_to (AncPageView *self,
           double x,
           double y)
{
  to_content (self, &x, &y);
  anc_page_view_select (self, self->select_from_x, self->select_from_y, x, y);
}

/* While something is selected beyond an edge of the view, what is there comes into it, the faster the further. */
static gboolean
follow_cb (GtkWidget *widget,
           GdkFrameClock *clock,
           gpointer user_data)
{
  AncPageView *self = ANC_PAGE_VIEW (widget);
  const double height = gtk_widget_get_height (widget);
  double beyond = self->select_to_y < 0 ? self->select_to_y : MAX (self->select_to_y - height, 0);

  if (beyond == 0)
    {
      self->follow_id = 0;
      return G_SOURCE_REMOVE;
    }

  anc_page_view_scroll_to (self, GTK_ORIENTATION_VERTICAL, anc_page_view_get_scroll (self, GTK_ORIENTATION_VERTICAL) + beyond * FOLLOW_PART);
  select_to (self, self->select_to_x, self->select_to_y);

  return G_SOURCE_CONTINUE;
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double x,
               double y,
               AncPageView *self)
{
  to_content (self, &x, &y);
  self->select_from_x = x;
  self->select_from_y = y;
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double dx,
                double dy,
                AncPageView *self)
{
  double x, y;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy) && !self->has_selection)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->select_to_x = x + dx;
  self->select_to_y = y + dy;
  select_to (self, self->select_to_x, self->select_to_y);
  if (self->follow_id == 0)
    self->follow_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), follow_cb, NULL, NULL);
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double dx,
             double dy,
             AncPageView *self)
{
  if (self->follow_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->follow_id);
  self->follow_id = 0;
}

static void
pan_begin_cb (GtkGestureDrag *gesture,
              double x,
              double y,
              AncPageView *self)
{
  for (GtkOrientation orientation = GTK_ORIENTATION_HORIZONTAL; orientation <= GTK_ORIENTATION_VERTICAL; orientation++)
    self->drag_value[orientation] = anc_page_view_get_scroll (self, orientation);
}

static void
pan_update_cb (GtkGestureDrag *gesture,
               double dx,
               double dy,
               AncPageView *self)
{
  anc_page_view_scroll_to (self, GTK_ORIENTATION_HORIZONTAL, self->drag_value[GTK_ORIENTATION_HORIZONTAL] - dx);
  anc_page_view_scroll_to (self, GTK_ORIENTATION_VERTICAL, self->drag_value[GTK_ORIENTATION_VERTICAL] - dy);
}

static void
pinch_begin_cb (GtkGesture *gesture,
                GdkEventSequence *sequence,
                AncPageView *self)
{
  self->pinch_zoom = anc_page_view_get_zoom (self);
}

static void
pinch_cb (GtkGestureZoom *gesture,
          double scale,
          AncPageView *self)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    anc_page_view_zoom_at (self, self->pinch_zoom * scale, x, y);
}

void
anc_page_view_add_controllers (AncPageView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pan = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (pan), GDK_BUTTON_MIDDLE);
  g_signal_connect (pan, "drag-begin", G_CALLBACK (pan_begin_cb), self);
  g_signal_connect (pan, "drag-update", G_CALLBACK (pan_update_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);

  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pan));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

/* ---- Keys and actions ---------------------------------------------------------------------- */

static void
zoom_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  AncPageView *self = ANC_PAGE_VIEW (widget);
  double step = g_str_equal (action_name, "view.zoom-in") ? ZOOM_STEP : 1 / ZOOM_STEP;

  anc_page_view_set_zoom (self, anc_page_view_get_zoom (self) * step);
}

static void
fit_action (GtkWidget *widget,
            const char *action_name,
            GVariant *parameter)
{
  if (g_str_equal (action_name, "view.zoom-selection"))
    anc_page_view_zoom_to_selection (ANC_PAGE_VIEW (widget));
  else
    anc_page_view_set_fit (ANC_PAGE_VIEW (widget),
                           g_str_equal (action_name, "view.fit-width") ? ANC_PAGE_FIT_WIDTH : ANC_PAGE_FIT_PAGE);
}

static void
turn_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  anc_page_view_turn (ANC_PAGE_VIEW (widget), g_variant_get_int32 (parameter));
}

static void
copy_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  anc_page_view_copy (ANC_PAGE_VIEW (widget));
}

static void
stop_copying_action (GtkWidget *widget,
                     const char *action_name,
                     GVariant *parameter)
{
  anc_page_view_stop_copying (ANC_PAGE_VIEW (widget));
}

static void
select_all_action (GtkWidget *widget,
                   const char *action_name,
                   GVariant *parameter)
{
  anc_page_view_select_all (ANC_PAGE_VIEW (widget));
}

static void
retry_action (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  anc_page_view_retry (ANC_PAGE_VIEW (widget));
}

/* Scrolls by so many steps: `a` by lines, `s` by screens, `e` to an end, `p` by pages. */
static gboolean
move_cb (GtkWidget *widget,
         GVariant *arguments,
         gpointer user_data)
{
  AncPageView *self = ANC_PAGE_VIEW (widget);
  const double height = gtk_widget_get_height (widget);
  double top = anc_page_view_get_scroll (self, GTK_ORIENTATION_VERTICAL);
  const char *by;
  int n;

  g_variant_get (arguments, "(&si)", &by, &n);
  if (self->layout == NULL)
    return GDK_EVENT_PROPAGATE;

  switch (*by)
    {
    case 'x':
      anc_page_view_scroll_to (self, GTK_ORIENTATION_HORIZONTAL, anc_page_view_get_scroll (self, GTK_ORIENTATION_HORIZONTAL) + n * ARROW_STEP);
      return GDK_EVENT_STOP;
    case 'a':
      top += n * ARROW_STEP;
      break;
    case 's':
      top += n * (height - MIN (KEPT, height / 4));
      break;
    case 'e':
      top = n < 0 ? 0 : anc_page_layout_get_height (self->layout);
      break;
    default:
      if (n > 0 || self->page > 0)
        anc_page_view_go_to_page (self, (guint) ((int) self->page + n));
      return GDK_EVENT_STOP;
    }
  anc_page_view_scroll_to (self, GTK_ORIENTATION_VERTICAL, top);

  return GDK_EVENT_STOP;
}

static gboolean
select_cb (GtkWidget *widget,
           GVariant *arguments,
           gpointer user_data)
{
  gboolean by_line, extends;
  int steps;

  g_variant_get (arguments, "(bib)", &by_line, &steps, &extends);
  anc_page_view_move_selection (ANC_PAGE_VIEW (widget), by_line, steps, extends);

  return GDK_EVENT_STOP;
}

/* The control key and an arrow select a word; with the shift key, up to it. */
static void
install_selection_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    gboolean by_line;
    int steps;
  } keys[] = {
    { GDK_KEY_Left, FALSE, -1 },
    { GDK_KEY_Right, FALSE, 1 },
    { GDK_KEY_Up, TRUE, -1 },
    { GDK_KEY_Down, TRUE, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i].key, GDK_CONTROL_MASK, select_cb, "(bib)", keys[i].by_line, keys[i].steps, FALSE);
      gtk_widget_class_add_binding (widget_class, keys[i].key, GDK_CONTROL_MASK | GDK_SHIFT_MASK, select_cb, "(bib)", keys[i].by_line, keys[i].steps, TRUE);
    }
}

void
anc_page_view_install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *by;
    int n;
  } moves[] = {
    { GDK_KEY_Left, 0, "x", -1 },
    { GDK_KEY_Right, 0, "x", 1 },
    { GDK_KEY_Up, 0, "a", -1 },
    { GDK_KEY_Down, 0, "a", 1 },
    { GDK_KEY_Page_Up, 0, "s", -1 },
    { GDK_KEY_Page_Down, 0, "s", 1 },
    { GDK_KEY_space, 0, "s", 1 },
    { GDK_KEY_space, GDK_SHIFT_MASK, "s", -1 },
    { GDK_KEY_Home, 0, "e", -1 },
    { GDK_KEY_End, 0, "e", 1 },
    { GDK_KEY_Page_Up, GDK_CONTROL_MASK, "p", -1 },
    { GDK_KEY_Page_Down, GDK_CONTROL_MASK, "p", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_add_binding (widget_class, moves[i].key, moves[i].modifiers, move_cb, "(si)", moves[i].by, moves[i].n);

  install_selection_keys (widget_class);
  gtk_widget_class_install_action (widget_class, "view.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "view.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "view.fit-width", NULL, fit_action);
  gtk_widget_class_install_action (widget_class, "view.fit-page", NULL, fit_action);
  gtk_widget_class_install_action (widget_class, "view.zoom-selection", NULL, fit_action);
  gtk_widget_class_install_action (widget_class, "view.turn", "i", turn_action);
  gtk_widget_class_install_action (widget_class, "view.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "view.stop-copying", NULL, stop_copying_action);
  gtk_widget_class_install_action (widget_class, "view.select-all", NULL, select_all_action);
  gtk_widget_class_install_action (widget_class, "view.retry", NULL, retry_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "view.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK, "view.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "view.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "view.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "view.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "view.fit-width", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_9, GDK_CONTROL_MASK, "view.fit-page", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_8, GDK_CONTROL_MASK, "view.zoom-selection", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "view.turn", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "view.turn", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "view.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "view.stop-copying", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "view.retry", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, "view.select-all", NULL);
}
