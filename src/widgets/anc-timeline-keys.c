/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-private.h"

/* What moves with the keyboard: bars and, between them, the headings of lanes that have none; from a
 * bar down to its months; the filing date; the row of counted months. Tab goes from one of these to
 * the next, up and down from bar to bar, left and right move the bar itself. */

static GtkWidget *
get_focus (AncTimeline *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus : NULL;
}

/**
 * anc_timeline_focus_item:
 * @self: a timeline
 * @item: an item of it
 *
 * Selects @item and gives it the focus, without scrolling.
 */
void
anc_timeline_focus_item (AncTimeline *self,
                         AncTimelineItem *item)
{
  AncTimelineEntry *entry;

  anc_timeline_update_entries (self);
  entry = anc_timeline_find_entry (self, item);
  if (entry == NULL)
    return;

  anc_timeline_set_selected (self, item);
  gtk_widget_grab_focus (GTK_WIDGET (anc_timeline_realize_bar (self, entry)));
  anc_timeline_queue_view (self);
}

/* Scrolls so that something of @item shows. */
void
anc_timeline_reveal_item (AncTimeline *self,
                          AncTimelineItem *item)
{
  AncTimelineEntry *entry = anc_timeline_find_entry (self, item);
  double x, width;

  if (entry == NULL)
    return;

  anc_time_scale_get_extent (&self->scale, entry->span.start, entry->end, &x, &width);
  if (x + width < 2 * self->metrics.grip || x > self->scale.width - 2 * self->metrics.grip)
    anc_time_scale_show (&self->scale, entry->span.start, entry->end);
  anc_timeline_scroll_to_lane (self, entry->lane);
}

/* Gives the focus to the cell of @month, scrolling to it. */
void
anc_timeline_focus_month (AncTimeline *self,
                          AncTimelineItem *item,
                          AncMonth month)
{
  AncTimelineEntry *entry = anc_timeline_find_entry (self, item);
  AncTimelineCell *cell;

  if (entry == NULL || !anc_timeline_entry_has_cell (self, entry, month))
    return;

  anc_timeline_set_selected (self, item);
  cell = anc_timeline_realize_cell (self, entry, month);
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  anc_time_scale_show (&self->scale, anc_month_get_first_day (month), anc_month_get_last_day (month));
  anc_timeline_queue_view (self);
}

static void
focus_entry (AncTimeline *self,
             AncTimelineEntry *entry)
{
  anc_timeline_focus_item (self, entry->item);
  anc_timeline_reveal_item (self, entry->item);
}

static void
focus_lane (AncTimeline *self,
            guint lane)
{
  anc_timeline_scroll_to_lane (self, lane);
  gtk_widget_grab_focus (GTK_WIDGET (anc_timeline_realize_heading (self, lane)));
}

/* The places Up and Down go through: every entry, and every lane without one. Counted here as
 * (lane, entry), where the entry is -1 for a heading. */
typedef struct
{
  int lane;
  int entry;
} Place;

static gboolean
get_place (AncTimeline *self,
           GtkWidget *focus,
           Place *place)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      AncTimelineEntry *entry = g_ptr_array_index (self->entries, i);

      if ((GtkWidget *) entry->bar == focus || g_ptr_array_find (entry->cells, focus, NULL))
        {
          *place = (Place){ (int) entry->lane, (int) (i - g_array_index (self->rows, AncTimelineRow, entry->lane).first_entry) };
          return TRUE;
        }
    }
  for (guint i = 0; i < self->rows->len; i++)
    if ((GtkWidget *) g_array_index (self->rows, AncTimelineRow, i).heading == focus)
      {
        *place = (Place){ (int) i, -1 };
        return TRUE;
      }

  return FALSE;
}

static int
count_entries (AncTimeline *self,
               int lane)
{
  return (int) g_array_index (self->rows, AncTimelineRow, lane).n_entries;
}

static gboolean
focus_place (AncTimeline *self,
             Place place)
{
  AncTimelineRow *row;

  if (place.lane < 0 || place.lane >= (int) self->rows->len)
    return FALSE;

  row = &g_array_index (self->rows, AncTimelineRow, place.lane);
  if (place.entry >= 0 && place.entry < (int) row->n_entries)
    focus_entry (self, g_ptr_array_index (self->entries, row->first_entry + (guint) place.entry));
  else
    focus_lane (self, (guint) place.lane);
  return TRUE;
}

static gboolean
go_down (AncTimeline *self,
         Place place)
{
  if (place.entry >= 0 && place.entry + 1 < count_entries (self, place.lane))
    return focus_place (self, (Place){ place.lane, place.entry + 1 });
  if (place.entry < 0 && count_entries (self, place.lane) > 0)
    return focus_place (self, (Place){ place.lane, 0 });

  return focus_place (self, (Place){ place.lane + 1, 0 });
}

static gboolean
go_up (AncTimeline *self,
       Place place)
{
  if (place.entry > 0)
    return focus_place (self, (Place){ place.lane, place.entry - 1 });
  if (place.lane == 0)
    return FALSE;

  return focus_place (self, (Place){ place.lane - 1, count_entries (self, place.lane - 1) - 1 });
}

/* The first or the last place. */
static gboolean
go_to_end (AncTimeline *self,
           gboolean last)
{
  int lane = last ? (int) self->rows->len - 1 : 0;

  if (self->rows->len == 0)
    return FALSE;

  return focus_place (self, (Place){ lane, last ? count_entries (self, lane) - 1 : 0 });
}

/* The selected bar, or that nearest to the filing date. */
static gboolean
focus_some_bar (AncTimeline *self)
{
  AncTimelineEntry *best = self->selected != NULL ? anc_timeline_find_entry (self, self->selected) : NULL;
  int nearest = G_MAXINT;

  for (guint i = 0; best == NULL && i < self->entries->len; i++)
    nearest = MIN (nearest,
                   ABS (((AncTimelineEntry *) g_ptr_array_index (self->entries, i))->end - self->filing_date));
  for (guint i = 0; best == NULL && i < self->entries->len; i++)
    {
      AncTimelineEntry *entry = g_ptr_array_index (self->entries, i);

      if (ABS (entry->end - self->filing_date) == nearest)
        best = entry;
    }
  if (best == NULL)
    return go_to_end (self, FALSE);

  focus_entry (self, best);
  return TRUE;
}

/* The month of the selected job that Tab goes to: one that shows, near the filing date. */
static gboolean
focus_some_cell (AncTimeline *self)
{
  AncTimelineEntry *entry = self->selected != NULL ? anc_timeline_find_entry (self, self->selected) : NULL;
  AncMonth first, last, first_shown, last_shown;

  if (entry == NULL || !anc_timeline_entry_get_months (self, entry, &first, &last))
    return FALSE;
  if (!anc_time_scale_get_visible_months (&self->scale,
                                          anc_month_get_first_day (first),
                                          anc_month_get_last_day (last),
                                          &first_shown,
                                          &last_shown))
    last_shown = last;

  for (AncMonth month = last_shown; month >= first; month--)
    if (anc_timeline_entry_has_cell (self, entry, month))
      {
        anc_timeline_focus_month (self, entry->item, month);
        return TRUE;
      }

  return FALSE;
}

static gboolean
focus_count_month (AncTimeline *self,
                   AncMonth month)
{
  AncTimelineCell *cell;
  AncMonth first, last;

  if (self->count == NULL || !anc_timeline_count_get_months (self->count, &first, &last))
    return FALSE;

  month = CLAMP (month, first, last);
  self->count_focus = month;
  anc_time_scale_show (&self->scale, anc_month_get_first_day (month), anc_month_get_last_day (month));
  cell = anc_timeline_realize_count_cell (self, month);
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  anc_timeline_queue_view (self);
  return TRUE;
}

/* The four stops of Tab, in order. */
typedef enum
{
  STOP_FILING,
  STOP_BAR,
  STOP_CELL,
  STOP_COUNT,
  N_STOPS
} Stop;

static int
get_stop (AncTimeline *self,
          GtkWidget *focus)
{
  if (focus == self->filing)
    return STOP_FILING;
  if (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->count_pane)))
    return STOP_COUNT;

  return ANC_IS_TIMELINE_CELL (focus) ? STOP_CELL : STOP_BAR;
}

static gboolean
focus_stop (AncTimeline *self,
            int stop)
{
  switch (stop)
    {
    case STOP_FILING:
      return gtk_widget_grab_focus (self->filing);
    case STOP_BAR:
      if (self->entries->len == 0 && gtk_widget_get_child_visible (self->empty))
        return gtk_widget_child_focus (self->empty, GTK_DIR_TAB_FORWARD) || go_to_end (self, FALSE);
      return focus_some_bar (self);
    case STOP_CELL:
      return focus_some_cell (self);
    case STOP_COUNT:
    default:
      return focus_count_month (self,
                                self->count_focus != ANC_MONTH_NONE ? self->count_focus : anc_date_get_month (self->filing_date) - 1);
    }
}

/**
 * anc_timeline_move_focus:
 * @self: a timeline
 * @direction: where to
 *
 * Returns: whether the focus is in the timeline now
 */
gboolean
anc_timeline_move_focus (AncTimeline *self,
                         GtkDirectionType direction)
{
  GtkWidget *focus = get_focus (self);
  gboolean back = direction == GTK_DIR_TAB_BACKWARD;
  int stop;

  anc_timeline_update_entries (self);
  if (focus == NULL)
    stop = back ? N_STOPS - 1 : STOP_FILING;
  else if (direction == GTK_DIR_TAB_FORWARD || back)
    stop = get_stop (self, focus) + (back ? -1 : 1);
  else
    return FALSE;

  for (; stop >= 0 && stop < N_STOPS; stop += back ? -1 : 1)
    if (focus_stop (self, stop))
      return TRUE;

  return FALSE;
}

/* Which way in time an arrow points; 0 for other keys. */
static int
get_arrow (AncTimeline *self,
           guint key)
{
  int forward = self->scale.rtl ? -1 : 1;

  if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    return forward;
  if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    return -forward;

  return 0;
}

static gboolean
is_enter (guint key)
{
  return key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;
}

static gboolean
press_in_split (AncTimeline *self,
                guint key,
                AncTimeStep step)
{
  AncPreview preview = self->preview;
  int arrow = get_arrow (self, key);

  if (is_enter (key) || key == GDK_KEY_space || key == GDK_KEY_s)
    {
      anc_timeline_commit_preview (self);
      return TRUE;
    }
  if (arrow == 0)
    return FALSE;

  preview.date = anc_date_step (preview.date, step, arrow);
  if (anc_time_span_snap_split (preview.span, step, &preview.date))
    anc_timeline_set_preview (self, &preview);
  return TRUE;
}

static gboolean
press_on_filing (AncTimeline *self,
                 guint key,
                 AncTimeStep step)
{
  int arrow = get_arrow (self, key);

  if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    return FALSE;
  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    return focus_some_bar (self);
  if (key == GDK_KEY_Page_Up)
    anc_timeline_request_filing (self, anc_date_step (self->filing_date, ANC_TIME_STEP_MONTH, 12));
  else if (key == GDK_KEY_Page_Down)
    anc_timeline_request_filing (self, anc_date_step (self->filing_date, ANC_TIME_STEP_MONTH, -12));
  else if (arrow != 0)
    anc_timeline_request_filing (self, anc_date_step (self->filing_date, step, arrow));
  else
    return FALSE;

  anc_time_scale_show (&self->scale, self->filing_date, self->filing_date);
  anc_timeline_queue_view (self);
  return TRUE;
}

/* Left and right move a bar; with Shift its end, with Ctrl and Shift its start. */
static gboolean
press_on_bar (AncTimeline *self,
              AncTimelineItem *item,
              guint key,
              GdkModifierType modifiers,
              AncTimeStep step)
{
  AncTimeSpan span = anc_timeline_item_get_span (item);
  AncTimelineEntry *entry = anc_timeline_find_entry (self, item);
  int arrow = get_arrow (self, key);

  if ((is_enter (key) || key == GDK_KEY_space) && (modifiers & GDK_SHIFT_MASK) == 0)
    {
      anc_timeline_request_item (self, "edit-requested", item);
      return TRUE;
    }
  if (arrow == 0 || entry == NULL)
    return FALSE;

  if ((modifiers & GDK_SHIFT_MASK) == 0)
    span = anc_time_span_shift (span, step, arrow);
  else if ((modifiers & GDK_CONTROL_MASK) != 0)
    span = anc_time_span_stretch_start (span, step, arrow);
  else
    {
      span.end = entry->end; /* what goes on ends when its end is moved */
      span = anc_time_span_stretch_end (span, step, arrow);
    }
  anc_timeline_request_span (self, item, span);
  anc_timeline_reveal_item (self, item);
  return TRUE;
}

static gboolean
press_on_cell (AncTimeline *self,
               AncTimelineCell *cell,
               guint key)
{
  AncTimelineItem *item = anc_timeline_cell_get_item (cell);
  AncMonth month = anc_timeline_cell_get_month (cell);
  AncTimelineEntry *entry = anc_timeline_find_entry (self, item);
  int arrow = get_arrow (self, key);
  AncMonth first, last;

  if (is_enter (key) || key == GDK_KEY_space)
    {
      anc_timeline_activate_month (self, item, month);
      return TRUE;
    }
  if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    {
      anc_timeline_focus_item (self, item);
      return TRUE;
    }
  if (entry == NULL || !anc_timeline_entry_get_months (self, entry, &first, &last))
    return FALSE;

  if (key == GDK_KEY_Home || key == GDK_KEY_End)
    {
      anc_timeline_focus_month (self, item, key == GDK_KEY_Home ? first : last);
      return TRUE;
    }
  if (arrow == 0)
    return FALSE;

  for (month += arrow; month >= first && month <= last; month += arrow)
    if (anc_timeline_entry_has_cell (self, entry, month))
      {
        anc_timeline_focus_month (self, item, month);
        break;
      }
  return TRUE;
}

static gboolean
press_on_count (AncTimeline *self,
                AncMonth month,
                guint key)
{
  int arrow = get_arrow (self, key);

  if (is_enter (key) || key == GDK_KEY_space)
    {
      anc_timeline_activate_month (self, NULL, month);
      return TRUE;
    }
  if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    return focus_some_bar (self);
  if (key == GDK_KEY_Home)
    return focus_count_month (self, G_MININT32);
  if (key == GDK_KEY_End)
    return focus_count_month (self, G_MAXINT32);

  return arrow != 0 && focus_count_month (self, month + arrow);
}

/* Up, down, and the ends, from wherever there is a lane. */
static gboolean
press_to_move (AncTimeline *self,
               GtkWidget *focus,
               guint key,
               GdkModifierType modifiers)
{
  Place place;

  if (!get_place (self, focus, &place))
    return FALSE;
  if ((key == GDK_KEY_Home || key == GDK_KEY_End) && (modifiers & GDK_CONTROL_MASK) != 0)
    return go_to_end (self, key == GDK_KEY_End);
  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    return go_down (self, place);
  if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    return go_up (self, place);
  if (is_enter (key) && ANC_IS_TIMELINE_HEADING (focus))
    {
      anc_timeline_request_lane (self, anc_timeline_heading_get_lane (ANC_TIMELINE_HEADING (focus)));
      return TRUE;
    }

  return FALSE;
}

static gboolean
press_menu (AncTimeline *self,
            GtkWidget *focus)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &bounds))
    return FALSE;

  anc_timeline_show_menu (self,
                          bounds.origin.x + bounds.size.width / 2,
                          bounds.origin.y + bounds.size.height / 2);
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType modifiers,
                AncTimeline *self)
{
  AncTimeStep step = (modifiers & GDK_ALT_MASK) != 0 ? ANC_TIME_STEP_DAY : ANC_TIME_STEP_MONTH;
  GtkWidget *focus;

  anc_timeline_update_entries (self); /* may move the focus */
  focus = get_focus (self);
  if (key == GDK_KEY_Escape && self->preview.kind != ANC_PREVIEW_NONE)
    {
      anc_timeline_abort_preview (self);
      return GDK_EVENT_STOP;
    }
  if (focus == NULL)
    return GDK_EVENT_PROPAGATE;
  if (self->preview.kind == ANC_PREVIEW_SPLIT)
    return press_in_split (self, key, step);
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (modifiers & GDK_SHIFT_MASK) != 0))
    return press_menu (self, focus);
  if (focus == self->filing)
    return press_on_filing (self, key, step);
  if (ANC_IS_TIMELINE_BAR (focus)
      && press_on_bar (self, anc_timeline_bar_get_item (ANC_TIMELINE_BAR (focus)), key, modifiers, step))
    return GDK_EVENT_STOP;
  if (ANC_IS_TIMELINE_CELL (focus) && anc_timeline_cell_get_item (ANC_TIMELINE_CELL (focus)) == NULL)
    return press_on_count (self, anc_timeline_cell_get_month (ANC_TIMELINE_CELL (focus)), key);
  if (ANC_IS_TIMELINE_CELL (focus) && press_on_cell (self, ANC_TIMELINE_CELL (focus), key))
    return GDK_EVENT_STOP;

  return press_to_move (self, focus, key, modifiers);
}

void
anc_timeline_add_keys (AncTimeline *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
