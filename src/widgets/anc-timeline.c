/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline.h"

#include "anc-timeline-handle.h"
#include "anc-timeline-note.h"
#include "anc-timeline-private.h"
#include "anc-timeline-total.h"

#include <glib/gi18n-lib.h>

/**
 * AncTimeline:
 *
 * Lanes of stays, absences and jobs over time, the months of each job, the window and the count of
 * the chosen criterion, and the filing date. It goes into a #GtkScrolledWindow, to which its owner
 * gives a name.
 *
 * It changes nothing of what it shows: what the person does comes out as one signal at the end of
 * each gesture, `create-requested`, `change-requested`, `split-requested` and the like, and shows
 * as a preview until then. Whoever owns the models applies it, or not.
 */

enum
{
  PROP_0,
  PROP_LANES,
  PROP_COUNT,
  PROP_FILING_DATE,
  PROP_EDITABLE,
  PROP_SELECTED,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (AncTimeline,
                               anc_timeline,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
scrolled_cb (GtkAdjustment *adjustment,
             AncTimeline *self)
{
  double value = gtk_adjustment_get_value (adjustment);

  if (self->is_configuring)
    return;

  if (adjustment == self->adjustments[GTK_ORIENTATION_VERTICAL])
    self->scroll_y = value;
  else
    anc_time_scale_scroll_to (&self->scale,
                              self->scale.rtl ? anc_time_scale_get_max_scroll (&self->scale) - value : value);
  anc_timeline_queue_view (self);
}

static void
set_adjustment (AncTimeline *self,
                GtkOrientation orientation,
                GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], scrolled_cb, self);
  g_clear_object (&self->adjustments[orientation]);
  if (adjustment == NULL)
    return;

  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  anc_timeline_queue_view (self);
}

static void
anc_timeline_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  AncTimeline *self = ANC_TIMELINE (object);

  switch ((int) prop_id)
    {
    case PROP_LANES:
      g_value_set_object (value, self->lanes);
      break;
    case PROP_COUNT:
      g_value_set_object (value, self->count);
      break;
    case PROP_FILING_DATE:
      g_value_set_int (value, self->filing_date);
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, self->editable);
      break;
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
anc_timeline_set_property (GObject *object,
                           guint prop_id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  AncTimeline *self = ANC_TIMELINE (object);

  switch ((int) prop_id)
    {
    case PROP_LANES:
      anc_timeline_set_lanes (self, g_value_get_object (value));
      break;
    case PROP_COUNT:
      anc_timeline_set_count (self, g_value_get_object (value));
      break;
    case PROP_FILING_DATE:
      anc_timeline_set_filing_date (self, g_value_get_int (value));
      break;
    case PROP_EDITABLE:
      anc_timeline_set_editable (self, g_value_get_boolean (value));
      break;
    case PROP_SELECTED:
      anc_timeline_set_selected (self, g_value_get_object (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
anc_timeline_css_changed (GtkWidget *widget,
                          GtkCssStyleChange *change)
{
  AncTimeline *self = ANC_TIMELINE (widget);

  GTK_WIDGET_CLASS (anc_timeline_parent_class)->css_changed (widget, change);
  anc_timeline_palette_init_from_widget (&self->palette, widget);
  anc_timeline_stamps_clear (self->stamps);
  gtk_widget_queue_resize (widget);
  anc_timeline_queue_view (self);
}

static void
anc_timeline_system_setting_changed (GtkWidget *widget,
                                     GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (anc_timeline_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_resize (widget);
  anc_timeline_queue_view (ANC_TIMELINE (widget));
}

static void
anc_timeline_direction_changed (GtkWidget *widget,
                                GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (anc_timeline_parent_class)->direction_changed (widget, previous);
  anc_timeline_queue_view (ANC_TIMELINE (widget));
}

static gboolean
anc_timeline_focus (GtkWidget *widget,
                    GtkDirectionType direction)
{
  return anc_timeline_move_focus (ANC_TIMELINE (widget), direction);
}

static gboolean
anc_timeline_grab_focus (GtkWidget *widget)
{
  return anc_timeline_move_focus (ANC_TIMELINE (widget), GTK_DIR_TAB_FORWARD);
}

static void
anc_timeline_dispose (GObject *object)
{
  AncTimeline *self = ANC_TIMELINE (object);
  GtkWidget *child;

  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  if (self->view_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->view_tick);
  self->scroll_tick = 0;
  self->view_tick = 0;
  if (self->entries != NULL)
    anc_timeline_clear_entries (self);
  if (self->count != NULL)
    g_signal_handlers_disconnect_by_data (self->count, self);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_clear_object (&self->lanes);
  g_clear_object (&self->count);
  g_clear_object (&self->selected);
  g_clear_object (&self->notes);
  g_clear_object (&self->preview.item);

  G_OBJECT_CLASS (anc_timeline_parent_class)->dispose (object);
}

static void
anc_timeline_finalize (GObject *object)
{
  AncTimeline *self = ANC_TIMELINE (object);

  g_clear_pointer (&self->stamps, anc_timeline_stamps_free);
  g_ptr_array_unref (self->watched);
  g_ptr_array_unref (self->spare_bars);
  g_ptr_array_unref (self->spare_cells);
  g_ptr_array_unref (self->spare_headings);
  g_ptr_array_unref (self->count_cells);

  G_OBJECT_CLASS (anc_timeline_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags read_write = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  props[PROP_LANES] = g_param_spec_object ("lanes", NULL, NULL, G_TYPE_LIST_MODEL, read_write);
  props[PROP_COUNT] = g_param_spec_object ("count", NULL, NULL, ANC_TYPE_TIMELINE_COUNT, read_write);
  props[PROP_FILING_DATE] = g_param_spec_int ("filing-date", NULL, NULL, G_MININT32, G_MAXINT32, 0, read_write);
  props[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE, read_write);
  props[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, ANC_TYPE_TIMELINE_ITEM, read_write);

  g_object_class_install_properties (object_class, N_PROPS, props);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
anc_timeline_class_init (AncTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = anc_timeline_dispose;
  object_class->finalize = anc_timeline_finalize;
  object_class->get_property = anc_timeline_get_property;
  object_class->set_property = anc_timeline_set_property;

  widget_class->measure = anc_timeline_measure;
  widget_class->size_allocate = anc_timeline_size_allocate;
  widget_class->snapshot = anc_timeline_snapshot;
  widget_class->css_changed = anc_timeline_css_changed;
  widget_class->system_setting_changed = anc_timeline_system_setting_changed;
  widget_class->direction_changed = anc_timeline_direction_changed;
  widget_class->focus = anc_timeline_focus;
  widget_class->grab_focus = anc_timeline_grab_focus;

  install_properties (object_class);
  anc_timeline_install_signals (object_class);
  anc_timeline_install_actions (widget_class);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* Between bars: days without work; above them: days that several cover; and what is being drawn. */
static void
paint_above_body (GtkWidget *widget,
                  GtkSnapshot *snapshot)
{
  anc_timeline_snapshot_notes (ANC_TIMELINE (widget), snapshot);
}

static void
anc_timeline_init (AncTimeline *self)
{
  self->editable = TRUE;
  self->filing_date = ANC_DATE_NONE;
  self->preview.date = ANC_DATE_NONE;
  self->menu_date = ANC_DATE_NONE;
  self->scale.day_width = 1;
  self->count_focus = ANC_MONTH_NONE;
  self->notes = g_list_store_new (ANC_TYPE_TIMELINE_NOTE);
  self->entries = anc_timeline_entries_new ();
  self->rows = anc_timeline_rows_new ();
  self->extents = g_array_new (FALSE, FALSE, sizeof (AncLaneExtent));
  self->gaps = g_array_new (FALSE, FALSE, sizeof (AncTimeSpan));
  self->overlaps = g_array_new (FALSE, FALSE, sizeof (AncTimeSpan));
  self->watched = g_ptr_array_new_with_free_func (g_object_unref);
  self->spare_bars = g_ptr_array_new ();
  self->spare_cells = g_ptr_array_new ();
  self->spare_headings = g_ptr_array_new ();
  self->count_cells = g_ptr_array_new ();
  anc_timeline_palette_init_for_paper (&self->palette);
  self->stamps = anc_timeline_stamps_new (&self->palette);

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->filing = anc_timeline_handle_new ();
  gtk_widget_set_parent (self->filing, GTK_WIDGET (self));
  self->headings = anc_timeline_pane_new (GTK_WIDGET (self), anc_timeline_allocate_headings, NULL, NULL);
  self->body = anc_timeline_pane_new (GTK_WIDGET (self), anc_timeline_allocate_body, NULL, paint_above_body);
  self->count_pane = anc_timeline_pane_new (GTK_WIDGET (self), anc_timeline_allocate_count, NULL, NULL);
  self->count_heading = anc_timeline_heading_new ();
  gtk_widget_set_parent (GTK_WIDGET (self->count_heading), GTK_WIDGET (self));
  self->total = anc_timeline_total_new ();
  gtk_widget_set_parent (self->total, GTK_WIDGET (self));
  self->bubble = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->bubble, "timeline-bubble");
  gtk_widget_set_parent (self->bubble, GTK_WIDGET (self));
  self->empty = anc_timeline_create_empty (self);
  gtk_widget_set_parent (self->empty, GTK_WIDGET (self->body));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Employment timeline"),
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count_pane),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Counted months"),
                                  -1);
  anc_timeline_add_pointer (self);
  anc_timeline_add_keys (self);
  anc_timeline_update_actions (self);
  anc_timeline_set_filing_date (self, 0);
}

GtkWidget *
anc_timeline_new (void)
{
  return g_object_new (ANC_TYPE_TIMELINE, NULL);
}

GListModel *
anc_timeline_get_lanes (AncTimeline *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE (self), NULL);

  return self->lanes;
}

/**
 * anc_timeline_set_lanes:
 * @self: a timeline
 * @lanes: (nullable): of #AncTimelineLane, from top to bottom
 *
 * Another list is another case: everything shows. To change the case and keep the view, change the
 * list; whatever has the same key as before keeps its place and the focus.
 */
void
anc_timeline_set_lanes (AncTimeline *self,
                        GListModel *lanes)
{
  g_return_if_fail (ANC_IS_TIMELINE (self));
  g_return_if_fail (lanes == NULL || G_IS_LIST_MODEL (lanes));

  if (self->lanes == lanes)
    return;

  anc_timeline_unwatch (self);
  g_set_object (&self->lanes, lanes);
  anc_timeline_watch (self);
  self->has_fit = FALSE;
  anc_timeline_queue_entries (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LANES]);
}

static void
totals_changed_cb (AncTimeline *self)
{
  const AncTimelineTotals *totals = anc_timeline_count_get_totals (self->count);

  anc_timeline_total_show (self->total, self->count);
  anc_timeline_heading_set_text (self->count_heading, totals->title, totals->subtitle);
  anc_timeline_queue_view (self);
}

static void
states_changed_cb (AncTimeline *self)
{
  for (guint i = 0; i < self->count_cells->len; i++)
    anc_timeline_cell_refresh (g_ptr_array_index (self->count_cells, i));
  anc_timeline_queue_view (self);
}

AncTimelineCount *
anc_timeline_get_count (AncTimeline *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE (self), NULL);

  return self->count;
}

/**
 * anc_timeline_set_count:
 * @self: a timeline
 * @count: (nullable): what the chosen criterion makes of the months; NULL: no criterion is chosen
 */
void
anc_timeline_set_count (AncTimeline *self,
                        AncTimelineCount *count)
{
  g_return_if_fail (ANC_IS_TIMELINE (self));
  g_return_if_fail (count == NULL || ANC_IS_TIMELINE_COUNT (count));

  if (self->count == count)
    return;

  if (self->count != NULL)
    g_signal_handlers_disconnect_by_data (self->count, self);
  g_set_object (&self->count, count);
  if (count != NULL)
    {
      g_signal_connect_swapped (count, "totals-changed", G_CALLBACK (totals_changed_cb), self);
      g_signal_connect_swapped (count, "states-changed", G_CALLBACK (states_changed_cb), self);
      totals_changed_cb (self);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
  anc_timeline_queue_view (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COUNT]);
}

AncDate
anc_timeline_get_filing_date (AncTimeline *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE (self), ANC_DATE_NONE);

  return self->filing_date;
}

void
anc_timeline_set_filing_date (AncTimeline *self,
                              AncDate date)
{
  g_return_if_fail (ANC_IS_TIMELINE (self));

  if (self->filing_date == date)
    return;

  self->filing_date = date;
  anc_timeline_handle_set_date (ANC_TIMELINE_HANDLE (self->filing), date);
  /* What goes on does so up to the filing date. */
  anc_timeline_queue_entries (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILING_DATE]);
}

gboolean
anc_timeline_get_editable (AncTimeline *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE (self), FALSE);

  return self->editable;
}

/**
 * anc_timeline_set_editable:
 * @self: a timeline
 * @editable: whether the person may ask for changes; the filing date moves in any case
 */
void
anc_timeline_set_editable (AncTimeline *self,
                           gboolean editable)
{
  g_return_if_fail (ANC_IS_TIMELINE (self));

  if (self->editable == editable)
    return;

  self->editable = editable;
  anc_timeline_cancel_preview (self);
  anc_timeline_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EDITABLE]);
}

/**
 * anc_timeline_get_selected:
 *
 * Returns: (transfer none) (nullable): the item that was last clicked or had the focus
 */
AncTimelineItem *
anc_timeline_get_selected (AncTimeline *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE (self), NULL);

  return self->selected;
}

void
anc_timeline_set_selected (AncTimeline *self,
                           AncTimelineItem *item)
{
  g_return_if_fail (ANC_IS_TIMELINE (self));
  g_return_if_fail (item == NULL || ANC_IS_TIMELINE_ITEM (item));

  if (!g_set_object (&self->selected, item))
    return;

  anc_timeline_update_actions (self);
  anc_timeline_queue_view (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

/**
 * anc_timeline_get_notes:
 *
 * Returns: (transfer none): the gaps between jobs, then their overlaps, as #AncTimelineNote
 */
GListModel *
anc_timeline_get_notes (AncTimeline *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE (self), NULL);

  anc_timeline_update_entries (self);
  return G_LIST_MODEL (self->notes);
}

/**
 * anc_timeline_zoom:
 * @self: a timeline
 * @factor: above 1 to see less time, larger
 *
 * Zooms at the filing date if it shows, else at the middle.
 */
void
anc_timeline_zoom (AncTimeline *self,
                   double factor)
{
  double x;

  g_return_if_fail (ANC_IS_TIMELINE (self));

  x = anc_time_scale_get_x (&self->scale, self->filing_date);
  if (x < 0 || x > self->scale.width)
    x = self->scale.width / 2;
  anc_time_scale_zoom (&self->scale, factor, x);
  anc_timeline_queue_view (self);
}

/* Shows everything there is, or of more than ten years the last ten. */
void
anc_timeline_fit (AncTimeline *self)
{
  g_return_if_fail (ANC_IS_TIMELINE (self));

  self->has_fit = FALSE;
  anc_timeline_queue_view (self);
}

void
anc_timeline_go_to_filing (AncTimeline *self)
{
  g_return_if_fail (ANC_IS_TIMELINE (self));

  anc_time_scale_centre (&self->scale, self->filing_date);
  anc_timeline_queue_view (self);
}

/**
 * anc_timeline_show_dates:
 * @self: a timeline
 * @start: a day
 * @end: a day not before @start
 *
 * Scrolls as little as it takes to show the days from @start to @end.
 */
void
anc_timeline_show_dates (AncTimeline *self,
                         AncDate start,
                         AncDate end)
{
  g_return_if_fail (ANC_IS_TIMELINE (self));
  g_return_if_fail (start <= end);

  anc_time_scale_show (&self->scale, start, end);
  anc_timeline_queue_view (self);
}
