/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-private.h"
#include "anc-timeline-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DRAG_THRESHOLD 4  /* pixels: less is a click */
#define EDGE 24           /* pixels from the edge of the view that scroll during a drag */
#define EDGE_SPEED 8      /* pixels a frame */
#define WHEEL_FACTOR 1.15 /* of zoom, a notch */

static AncTimeStep
get_step (GdkModifierType modifiers)
{
  return (modifiers & GDK_ALT_MASK) != 0 ? ANC_TIME_STEP_DAY : ANC_TIME_STEP_MONTH;
}

static GdkModifierType
get_modifiers (gpointer controller)
{
  return gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
}

/* The lane that takes what is drawn at @hit; NULL: none yet. */
static AncTimelineLane *
get_hit_lane (AncTimeline *self,
              const AncHit *hit)
{
  return hit->kind == ANC_HIT_LANE ? g_array_index (self->rows, AncTimelineRow, hit->lane).lane : NULL;
}

/* What a drag that begins at @hit does; ANC_PREVIEW_NONE: nothing. */
static AncPreviewKind
get_drag_kind (AncTimeline *self,
               const AncHit *hit)
{
  if (hit->kind == ANC_HIT_FILING)
    return ANC_PREVIEW_FILING;
  if (!self->editable)
    return ANC_PREVIEW_NONE;
  if (hit->kind == ANC_HIT_LANE || hit->kind == ANC_HIT_BELOW)
    return ANC_PREVIEW_CREATE;
  if (hit->kind != ANC_HIT_BAR)
    return ANC_PREVIEW_NONE;

  return hit->zone == ANC_BAR_ZONE_START ? ANC_PREVIEW_START
         : hit->zone == ANC_BAR_ZONE_END ? ANC_PREVIEW_END
                                         : ANC_PREVIEW_MOVE;
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double x,
               double y,
               AncTimeline *self)
{
  AncHit hit = anc_timeline_pick (self, x, y);

  /* A click ends a cut. Denying the drag would deny the click with it. */
  self->drag_kind = self->preview.kind == ANC_PREVIEW_SPLIT ? ANC_PREVIEW_NONE : get_drag_kind (self, &hit);
  if (self->drag_kind == ANC_PREVIEW_NONE)
    return;

  self->drag_x = x;
  self->drag_y = y;
  self->is_dragging = FALSE;
  if (hit.kind == ANC_HIT_FILING)
    gtk_widget_grab_focus (self->filing);
  else if (hit.kind == ANC_HIT_BAR)
    anc_timeline_focus_item (self, hit.entry->item);
}

/**
 * anc_timeline_update_drag:
 * @self: a timeline in which a drag has begun
 * @x: where the pointer is
 * @y: where the pointer is
 * @modifiers: the keys held: Alt snaps to days
 */
void
anc_timeline_update_drag (AncTimeline *self,
                          double x,
                          double y,
                          GdkModifierType modifiers)
{
  AncTimeStep step = get_step (modifiers);
  double body_x = x - anc_timeline_get_body_x (self);
  AncDate here = anc_time_scale_get_date (&self->scale, body_x);
  AncDate boundary = anc_time_scale_get_boundary (&self->scale, body_x);
  AncPreview preview = self->preview;

  switch (preview.kind)
    {
    case ANC_PREVIEW_CREATE:
      preview.span = anc_time_span_draw (step, self->drag_span.start, here);
      break;
    case ANC_PREVIEW_MOVE:
      preview.span = anc_time_span_drag (anc_timeline_item_get_span (preview.item),
                                         step,
                                         here - self->drag_span.start);
      break;
    case ANC_PREVIEW_START:
      preview.span = anc_time_span_drag_start (self->drag_span, step, boundary);
      break;
    case ANC_PREVIEW_END:
      preview.span = anc_time_span_drag_end (self->drag_span, step, boundary);
      break;
    case ANC_PREVIEW_FILING:
      anc_timeline_request_filing (self, here);
      return;
    case ANC_PREVIEW_SPLIT:
    case ANC_PREVIEW_NONE:
    default:
      return;
    }

  anc_timeline_set_preview (self, &preview);
}

/* The press has become a drag: what it does was decided where it began. */
static void
start_drag (AncTimeline *self)
{
  AncHit hit = anc_timeline_pick (self, self->drag_x, self->drag_y);
  double body_x = self->drag_x - anc_timeline_get_body_x (self);
  AncPreview preview = { .kind = self->drag_kind };

  self->is_dragging = TRUE;
  preview.y = self->drag_y - self->metrics.bar_height / 2;
  if (hit.kind == ANC_HIT_BAR)
    {
      preview.item = hit.entry->item;
      preview.span = hit.entry->span;
      self->drag_span = hit.entry->span;
    }
  else
    preview.lane = get_hit_lane (self, &hit);
  if (preview.kind == ANC_PREVIEW_FILING)
    self->drag_span.start = self->filing_date;
  if (preview.kind == ANC_PREVIEW_CREATE || preview.kind == ANC_PREVIEW_MOVE)
    self->drag_span.start = anc_time_scale_get_date (&self->scale, body_x);
  if (preview.kind == ANC_PREVIEW_CREATE)
    preview.span = anc_time_span_draw (ANC_TIME_STEP_MONTH, self->drag_span.start, self->drag_span.start);
  if (preview.kind == ANC_PREVIEW_END && preview.span.end == ANC_DATE_NONE)
    self->drag_span.end = hit.entry->end;

  anc_timeline_set_preview (self, &preview);
}

/* How far to scroll in a frame: what is dragged towards an edge of the view, and has come there, goes on. */
static double
get_edge_speed (AncTimeline *self)
{
  double body_x = self->pointer_x - anc_timeline_get_body_x (self);

  if (body_x < EDGE && self->pointer_x < self->drag_x)
    return -EDGE_SPEED;
  if (body_x > self->scale.width - EDGE && self->pointer_x > self->drag_x)
    return EDGE_SPEED;

  return 0;
}

static gboolean
scroll_tick_cb (GtkWidget *widget,
                GdkFrameClock *clock,
                gpointer user_data)
{
  AncTimeline *self = ANC_TIMELINE (widget);
  double speed = get_edge_speed (self);

  anc_time_scale_scroll_to (&self->scale, self->scale.scroll + (self->scale.rtl ? -speed : speed));
  anc_timeline_update_drag (self, self->pointer_x, self->pointer_y, self->drag_modifiers);
  anc_timeline_queue_view (self);

  return G_SOURCE_CONTINUE;
}

static void
stop_scrolling (AncTimeline *self)
{
  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double offset_x,
                double offset_y,
                AncTimeline *self)
{
  if (self->drag_kind == ANC_PREVIEW_NONE)
    return;

  if (!self->is_dragging)
    {
      if (fabs (offset_x) < DRAG_THRESHOLD && fabs (offset_y) < DRAG_THRESHOLD)
        return;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      start_drag (self);
    }

  self->pointer_x = self->drag_x + offset_x;
  self->pointer_y = self->drag_y + offset_y;
  self->drag_modifiers = get_modifiers (gesture);
  anc_timeline_update_drag (self, self->pointer_x, self->pointer_y, self->drag_modifiers);

  if (get_edge_speed (self) == 0)
    stop_scrolling (self);
  else if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_tick_cb, NULL, NULL);
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double offset_x,
             double offset_y,
             AncTimeline *self)
{
  stop_scrolling (self);
  if (self->is_dragging)
    anc_timeline_commit_preview (self);
  self->is_dragging = FALSE;
}

static void
drag_cancel_cb (GtkGesture *gesture,
                GdkEventSequence *sequence,
                AncTimeline *self)
{
  stop_scrolling (self);
  if (self->is_dragging)
    {
      self->is_dragging = FALSE;
      anc_timeline_abort_preview (self);
    }
}

/* Whether there is something to be shown behind a counted month. */
static gboolean
leads_on (AncTimeline *self,
          const AncHit *hit)
{
  return hit->kind == ANC_HIT_COUNT && self->count != NULL
         && anc_timeline_count_get_state (self->count, hit->month) != ANC_MONTH_EMPTY;
}

static void
pressed_cb (GtkGestureClick *gesture,
            int n_press,
            double x,
            double y,
            AncTimeline *self)
{
  AncHit hit = anc_timeline_pick (self, x, y);

  if (self->preview.kind == ANC_PREVIEW_SPLIT && hit.kind == ANC_HIT_BAR && hit.entry->item == self->preview.item)
    {
      anc_timeline_commit_preview (self);
      return;
    }
  anc_timeline_abort_preview (self);

  if (hit.kind == ANC_HIT_BAR)
    {
      anc_timeline_focus_item (self, hit.entry->item);
      if (n_press == 2)
        anc_timeline_request_item (self, "edit-requested", hit.entry->item);
    }
  else if (hit.kind == ANC_HIT_CELL)
    anc_timeline_focus_month (self, hit.entry->item, hit.month);
  else if (hit.kind == ANC_HIT_LANE || hit.kind == ANC_HIT_BELOW)
    anc_timeline_set_selected (self, NULL);
}

static void
released_cb (GtkGestureClick *gesture,
             int n_press,
             double x,
             double y,
             AncTimeline *self)
{
  AncHit hit = anc_timeline_pick (self, x, y);

  if (self->is_dragging)
    return;

  if (hit.kind == ANC_HIT_CELL)
    anc_timeline_activate_month (self, hit.entry->item, hit.month);
  else if (leads_on (self, &hit))
    anc_timeline_activate_month (self, NULL, hit.month);
}

/**
 * anc_timeline_show_menu:
 * @self: a timeline
 * @x: where it points to
 * @y: where it points to
 *
 * Opens the menu of what is at @x, @y.
 */
void
anc_timeline_show_menu (AncTimeline *self,
                        double x,
                        double y)
{
  AncHit hit = anc_timeline_pick (self, x, y);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) view = g_menu_new ();

  if (hit.kind == ANC_HIT_BAR)
    {
      g_autoptr (GMenu) item = g_menu_new ();

      anc_timeline_focus_item (self, hit.entry->item);
      self->menu_date = anc_time_scale_get_boundary (&self->scale, x - anc_timeline_get_body_x (self));
      g_menu_append (item, _ ("_Edit…"), "timeline.edit");
      g_menu_append (item, _ ("_Split here"), "timeline.split");
      g_menu_append (item, _ ("D_uplicate"), "timeline.duplicate");
      g_menu_append (item, _ ("_Delete"), "timeline.delete");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (item));
    }

  g_menu_append (view, _ ("_Add a job"), "timeline.new");
  g_menu_append (view, _ ("Show e_verything"), "timeline.fit");
  g_menu_append (view, _ ("Go to the _filing date"), "timeline.go-to-filing");
  g_menu_append (view, _ ("_Copy as picture"), "timeline.copy");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_pressed_cb (GtkGestureClick *gesture,
                 int n_press,
                 double x,
                 double y,
                 AncTimeline *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  anc_timeline_show_menu (self, x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture,
                 double x,
                 double y,
                 AncTimeline *self)
{
  anc_timeline_show_menu (self, x, y);
}

static void
enter_cb (GtkEventControllerMotion *controller,
          double x,
          double y,
          AncTimeline *self)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double x,
           double y,
           AncTimeline *self)
{
  AncHit hit = anc_timeline_pick (self, x, y);
  const char *cursor = NULL;

  /* GTK also tells of a pointer that stays where it is while what is under it changes. */
  if (x == self->pointer_x && y == self->pointer_y)
    return;

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->preview.kind == ANC_PREVIEW_SPLIT)
    {
      AncPreview preview = self->preview;

      preview.date = anc_time_scale_get_boundary (&self->scale, x - anc_timeline_get_body_x (self));
      if (anc_time_span_snap_split (preview.span, get_step (get_modifiers (controller)), &preview.date))
        anc_timeline_set_preview (self, &preview);
      cursor = "col-resize";
    }
  else if (!self->is_dragging)
    switch (get_drag_kind (self, &hit))
      {
      case ANC_PREVIEW_START:
      case ANC_PREVIEW_END:
      case ANC_PREVIEW_FILING:
        cursor = "ew-resize";
        break;
      case ANC_PREVIEW_MOVE:
        cursor = "grab";
        break;
      case ANC_PREVIEW_CREATE:
        cursor = "cell";
        break;
      case ANC_PREVIEW_NONE:
      case ANC_PREVIEW_SPLIT:
      default:
        cursor = hit.kind == ANC_HIT_CELL || leads_on (self, &hit) ? "pointer" : NULL;
      }
  else
    cursor = self->preview.kind == ANC_PREVIEW_MOVE ? "grabbing" : "ew-resize";

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double dx,
           double dy,
           AncTimeline *self)
{
  if ((get_modifiers (controller) & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  anc_time_scale_zoom (&self->scale, pow (WHEEL_FACTOR, -dy), self->pointer_x - anc_timeline_get_body_x (self));
  anc_timeline_queue_view (self);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture *gesture,
                GdkEventSequence *sequence,
                AncTimeline *self)
{
  self->pinch_width = self->scale.day_width;
}

static void
pinch_cb (GtkGestureZoom *gesture,
          double scale,
          AncTimeline *self)
{
  double x = 0;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, NULL);
  anc_time_scale_zoom (&self->scale,
                       self->pinch_width * scale / self->scale.day_width,
                       x - anc_timeline_get_body_x (self));
  anc_timeline_queue_view (self);
}

static gboolean
query_tooltip_cb (GtkWidget *widget,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip)
{
  AncTimeline *self = ANC_TIMELINE (widget);
  AncHit hit = anc_timeline_pick (self, x, y);
  g_autofree char *text = NULL;

  if (keyboard || self->is_dragging)
    return FALSE;

  if (hit.kind == ANC_HIT_BAR)
    text = anc_words_item (hit.entry->item, anc_timeline_get_lane (self, hit.entry), hit.entry->span);
  else if (hit.kind == ANC_HIT_CELL)
    text = anc_words_item_month (hit.entry->item, anc_timeline_get_lane (self, hit.entry), hit.month);
  else if (hit.kind == ANC_HIT_COUNT && self->count != NULL)
    text = anc_words_count_month (self->count, hit.month);
  if (text == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

void
anc_timeline_add_pointer (AncTimeline *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  gpointer controllers[] = { drag, click, menu, press, pinch, motion, scroll };

  self->drag = drag;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  gtk_gesture_group (drag, click);

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  for (gsize i = 0; i < G_N_ELEMENTS (controllers); i++)
    gtk_widget_add_controller (GTK_WIDGET (self), controllers[i]);
}
