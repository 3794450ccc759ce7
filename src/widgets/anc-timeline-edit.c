/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-private.h"
#include "anc-timeline-export.h"
#include "anc-timeline-words.h"

#include <glib/gi18n-lib.h>

enum
{
  CREATE_REQUESTED,
  CHANGE_REQUESTED,
  SPLIT_REQUESTED,
  DUPLICATE_REQUESTED,
  DELETE_REQUESTED,
  EDIT_REQUESTED,
  EDIT_LANE_REQUESTED,
  FILING_DATE_REQUESTED,
  MONTH_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
add_signal (GObjectClass *object_class,
            const char *name,
            guint n_params,
            GType first,
            GType second,
            GType third)
{
  return g_signal_new (name,
                       G_TYPE_FROM_CLASS (object_class),
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       n_params,
                       first,
                       second,
                       third);
}

/**
 * AncTimeline::create-requested:
 * @lane: (nullable): where; NULL: a job of an employer that has no lane yet
 * @start: the first day
 * @end: the last day, included
 */
/**
 * AncTimeline::change-requested:
 * @item: what moves or gets longer or shorter
 * @start: its new first day
 * @end: its new last day, or %ANC_DATE_NONE
 */
/**
 * AncTimeline::split-requested:
 * @item: what is cut in two
 * @date: the day that begins the second part
 */
/**
 * AncTimeline::duplicate-requested:
 * @item: what is repeated
 * @start: the first day of the copy
 * @end: its last day, or %ANC_DATE_NONE
 */
/**
 * AncTimeline::filing-date-requested:
 * @date: the date under the pointer; emitted at every step of a drag
 */
/**
 * AncTimeline::month-activated:
 * @item: (nullable): a job, or %NULL for all of them, from the row of counted months
 * @month: the month whose payslip is asked for
 */
void
anc_timeline_install_signals (GObjectClass *object_class)
{
  const GType item = ANC_TYPE_TIMELINE_ITEM;
  const GType lane = ANC_TYPE_TIMELINE_LANE;
  const GType none = G_TYPE_NONE;

  signals[CREATE_REQUESTED] = add_signal (object_class, "create-requested", 3, lane, G_TYPE_INT, G_TYPE_INT);
  signals[CHANGE_REQUESTED] = add_signal (object_class, "change-requested", 3, item, G_TYPE_INT, G_TYPE_INT);
  signals[SPLIT_REQUESTED] = add_signal (object_class, "split-requested", 2, item, G_TYPE_INT, none);
  signals[DUPLICATE_REQUESTED] = add_signal (object_class,
                                             "duplicate-requested",
                                             3,
                                             item,
                                             G_TYPE_INT,
                                             G_TYPE_INT);
  signals[DELETE_REQUESTED] = add_signal (object_class, "delete-requested", 1, item, none, none);
  signals[EDIT_REQUESTED] = add_signal (object_class, "edit-requested", 1, item, none, none);
  signals[EDIT_LANE_REQUESTED] = add_signal (object_class, "edit-lane-requested", 1, lane, none, none);
  signals[FILING_DATE_REQUESTED] = add_signal (object_class,
                                               "filing-date-requested",
                                               1,
                                               G_TYPE_INT,
                                               none,
                                               none);
  signals[MONTH_ACTIVATED] = add_signal (object_class, "month-activated", 2, item, G_TYPE_INT, none);
}

void
anc_timeline_request_filing (AncTimeline *self,
                             AncDate date)
{
  if (date != self->filing_date)
    g_signal_emit (self, signals[FILING_DATE_REQUESTED], 0, date);
}

void
anc_timeline_request_span (AncTimeline *self,
                           AncTimelineItem *item,
                           AncTimeSpan span)
{
  AncTimeSpan before = anc_timeline_item_get_span (item);

  if (self->editable && (span.start != before.start || span.end != before.end))
    g_signal_emit (self, signals[CHANGE_REQUESTED], 0, item, span.start, span.end);
}

void
anc_timeline_request_new (AncTimeline *self,
                          AncTimelineLane *lane,
                          AncTimeSpan span)
{
  if (self->editable)
    g_signal_emit (self, signals[CREATE_REQUESTED], 0, lane, span.start, span.end);
}

void
anc_timeline_request_split (AncTimeline *self,
                            AncTimelineItem *item,
                            AncDate date)
{
  if (self->editable)
    g_signal_emit (self, signals[SPLIT_REQUESTED], 0, item, date);
}

/* Emits @signal, one of those that have an item alone. */
void
anc_timeline_request_item (AncTimeline *self,
                           const char *signal,
                           AncTimelineItem *item)
{
  if (self->editable)
    g_signal_emit_by_name (self, signal, item);
}

void
anc_timeline_request_lane (AncTimeline *self,
                           AncTimelineLane *lane)
{
  if (self->editable)
    g_signal_emit (self, signals[EDIT_LANE_REQUESTED], 0, lane);
}

void
anc_timeline_activate_month (AncTimeline *self,
                             AncTimelineItem *item,
                             AncMonth month)
{
  g_signal_emit (self, signals[MONTH_ACTIVATED], 0, item, month);
}

static char *
get_bubble_text (const AncPreview *preview)
{
  g_autofree char *date = NULL;

  if (preview->kind != ANC_PREVIEW_SPLIT)
    return anc_words_span (preview->span);

  date = anc_words_date (preview->date);
  /* Translators: where a job is cut in two; the argument is the day that begins the second part. */
  return g_strdup_printf (_ ("Split at %s"), date);
}

/**
 * anc_timeline_set_preview:
 * @self: a timeline
 * @preview: what the person is about to do
 *
 * Shows it, with its dates and its length in a bubble.
 */
void
anc_timeline_set_preview (AncTimeline *self,
                          const AncPreview *preview)
{
  g_autoptr (AncTimelineItem) old_item = self->preview.item;
  g_autofree char *text = get_bubble_text (preview);

  self->preview = *preview;
  if (self->preview.item != NULL)
    g_object_ref (self->preview.item);
  gtk_label_set_text (GTK_LABEL (self->bubble), text);
  if (preview->kind == ANC_PREVIEW_SPLIT)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->bubble), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  anc_timeline_queue_view (self);
}

void
anc_timeline_cancel_preview (AncTimeline *self)
{
  if (self->preview.kind == ANC_PREVIEW_NONE)
    return;

  self->preview.kind = ANC_PREVIEW_NONE;
  g_clear_object (&self->preview.item);
  anc_timeline_queue_view (self);
}

/* Ends the preview as if it had never begun. */
void
anc_timeline_abort_preview (AncTimeline *self)
{
  gboolean was_filing = self->preview.kind == ANC_PREVIEW_FILING;

  anc_timeline_cancel_preview (self);
  if (was_filing)
    anc_timeline_request_filing (self, self->drag_span.start);
  if (self->is_dragging)
    {
      self->is_dragging = FALSE;
      gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag)); /* or the next motion begins anew */
    }
}

/* Ends the preview and asks for what it showed. */
void
anc_timeline_commit_preview (AncTimeline *self)
{
  AncPreview preview = self->preview;
  g_autoptr (AncTimelineItem) item = preview.item != NULL ? g_object_ref (preview.item) : NULL;

  anc_timeline_cancel_preview (self);
  switch (preview.kind)
    {
    case ANC_PREVIEW_CREATE:
      anc_timeline_request_new (self, preview.lane, preview.span);
      break;
    case ANC_PREVIEW_MOVE:
    case ANC_PREVIEW_START:
    case ANC_PREVIEW_END:
      anc_timeline_request_span (self, item, preview.span);
      break;
    case ANC_PREVIEW_SPLIT:
      anc_timeline_request_split (self, item, preview.date);
      break;
    case ANC_PREVIEW_FILING:
    case ANC_PREVIEW_NONE:
    default:
      break;
    }
}

/**
 * anc_timeline_propose_span:
 * @self: a timeline
 * @lane: the index of a lane, or any number past the last
 *
 * Returns: the month after the last item of the lane, or that of the filing date
 */
AncTimeSpan
anc_timeline_propose_span (AncTimeline *self,
                           guint lane)
{
  AncMonth month = anc_date_get_month (self->filing_date);
  AncDate last = ANC_DATE_NONE;

  for (guint i = 0; i < self->entries->len; i++)
    {
      AncTimelineEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->lane == lane)
        last = MAX (last, entry->end);
    }
  if (last != ANC_DATE_NONE)
    month = anc_date_get_month (last + 1);

  return (AncTimeSpan){ anc_month_get_first_day (month), anc_month_get_last_day (month) };
}

/* The lane that has the focus, or that of the item that has; past the last if none. */
static guint
get_current_lane (AncTimeline *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->headings));
  AncTimelineEntry *entry = self->selected != NULL ? anc_timeline_find_entry (self, self->selected) : NULL;

  for (guint i = 0; focus != NULL && i < self->rows->len; i++)
    if ((GtkWidget *) g_array_index (self->rows, AncTimelineRow, i).heading == focus)
      return i;

  return entry != NULL ? entry->lane : G_MAXUINT;
}

static void
new_cb (GtkWidget *widget,
        const char *action,
        GVariant *parameter)
{
  AncTimeline *self = ANC_TIMELINE (widget);
  guint lane = get_current_lane (self);

  anc_timeline_request_new (self,
                            lane < self->rows->len ? g_array_index (self->rows, AncTimelineRow, lane).lane : NULL,
                            anc_timeline_propose_span (self, lane));
}

static void
edit_cb (GtkWidget *widget,
         const char *action,
         GVariant *parameter)
{
  AncTimeline *self = ANC_TIMELINE (widget);

  if (self->selected != NULL)
    anc_timeline_request_item (self, "edit-requested", self->selected);
}

static void
edit_lane_cb (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  AncTimeline *self = ANC_TIMELINE (widget);
  guint lane = get_current_lane (self);

  if (lane < self->rows->len)
    anc_timeline_request_lane (self, g_array_index (self->rows, AncTimelineRow, lane).lane);
}

static void
delete_cb (GtkWidget *widget,
           const char *action,
           GVariant *parameter)
{
  AncTimeline *self = ANC_TIMELINE (widget);

  if (self->selected != NULL)
    anc_timeline_request_item (self, "delete-requested", self->selected);
}

static void
duplicate_cb (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  AncTimeline *self = ANC_TIMELINE (widget);
  AncTimeSpan copy;

  if (self->selected == NULL || !self->editable)
    return;

  copy = anc_time_span_duplicate (anc_timeline_item_get_span (self->selected));
  g_signal_emit (self, signals[DUPLICATE_REQUESTED], 0, self->selected, copy.start, copy.end);
}

/* Begins a cut: where the menu was opened, at the month with the focus, or in the middle. */
static void
split_cb (GtkWidget *widget,
          const char *action,
          GVariant *parameter)
{
  AncTimeline *self = ANC_TIMELINE (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->body));
  AncTimelineEntry *entry = self->selected != NULL ? anc_timeline_find_entry (self, self->selected) : NULL;
  AncPreview preview = { .kind = ANC_PREVIEW_SPLIT, .item = self->selected };
  AncTimeSpan span;

  if (entry == NULL || !self->editable)
    return;

  span = (AncTimeSpan){ entry->span.start, entry->end };
  preview.span = span;
  if (self->menu_date != ANC_DATE_NONE)
    preview.date = self->menu_date;
  else if (focus != NULL && ANC_IS_TIMELINE_CELL (focus))
    preview.date = anc_month_get_first_day (anc_timeline_cell_get_month (ANC_TIMELINE_CELL (focus)));
  else
    preview.date = span.start + (span.end - span.start) / 2;
  self->menu_date = ANC_DATE_NONE;

  if (!anc_time_span_snap_split (span, ANC_TIME_STEP_MONTH, &preview.date))
    return;
  anc_timeline_focus_item (self, entry->item);
  anc_timeline_set_preview (self, &preview);
}

static void
zoom_cb (GtkWidget *widget,
         const char *action,
         GVariant *parameter)
{
  anc_timeline_zoom (ANC_TIMELINE (widget), g_str_equal (action, "timeline.zoom-in") ? 1.25 : 0.8);
}

static void
fit_cb (GtkWidget *widget,
        const char *action,
        GVariant *parameter)
{
  anc_timeline_fit (ANC_TIMELINE (widget));
}

static void
go_to_filing_cb (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  anc_timeline_go_to_filing (ANC_TIMELINE (widget));
}

static void
copy_cb (GtkWidget *widget,
         const char *action,
         GVariant *parameter)
{
  anc_timeline_copy (ANC_TIMELINE (widget));
}

typedef struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} Binding;

static const Binding bindings[] = {
  { GDK_KEY_plus, GDK_CONTROL_MASK, "timeline.zoom-in" },
  { GDK_KEY_equal, GDK_CONTROL_MASK, "timeline.zoom-in" },
  { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "timeline.zoom-in" },
  { GDK_KEY_minus, GDK_CONTROL_MASK, "timeline.zoom-out" },
  { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "timeline.zoom-out" },
  { GDK_KEY_0, GDK_CONTROL_MASK, "timeline.fit" },
  { GDK_KEY_KP_0, GDK_CONTROL_MASK, "timeline.fit" },
  { GDK_KEY_g, GDK_CONTROL_MASK, "timeline.go-to-filing" },
  { GDK_KEY_Insert, 0, "timeline.new" },
  { GDK_KEY_KP_Insert, 0, "timeline.new" },
  { GDK_KEY_Delete, 0, "timeline.delete" },
  { GDK_KEY_KP_Delete, 0, "timeline.delete" },
  { GDK_KEY_d, GDK_CONTROL_MASK, "timeline.duplicate" },
  { GDK_KEY_s, 0, "timeline.split" },
  { GDK_KEY_c, GDK_CONTROL_MASK, "timeline.copy" },
  { GDK_KEY_Return, GDK_SHIFT_MASK, "timeline.edit-lane" },
};

void
anc_timeline_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "timeline.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "timeline.edit-lane", NULL, edit_lane_cb);
  gtk_widget_class_install_action (widget_class, "timeline.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "timeline.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (widget_class, "timeline.split", NULL, split_cb);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "timeline.fit", NULL, fit_cb);
  gtk_widget_class_install_action (widget_class, "timeline.go-to-filing", NULL, go_to_filing_cb);
  gtk_widget_class_install_action (widget_class, "timeline.copy", NULL, copy_cb);

  for (gsize i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding_action (widget_class,
                                         bindings[i].key,
                                         bindings[i].modifiers,
                                         bindings[i].action,
                                         NULL);
}

void
anc_timeline_update_actions (AncTimeline *self)
{
  static const char *const on_item[] = { "timeline.edit", "timeline.delete", "timeline.duplicate", "timeline.split" };

  for (gsize i = 0; i < G_N_ELEMENTS (on_item); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), on_item[i], self->editable && self->selected != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.new", self->editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.edit-lane", self->editable);
  if (self->empty != NULL)
    gtk_widget_set_sensitive (self->empty, self->editable);
}

static GtkWidget *
append_label (GtkWidget *box,
              const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

/* What stands in place of the lanes when there is nothing in them; flat, for there is little room below a head. */
GtkWidget *
anc_timeline_create_empty (AncTimeline *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Add a job"));

  gtk_widget_add_css_class (page, "timeline-empty");
  gtk_widget_set_halign (page, GTK_ALIGN_CENTER);
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), "anc-timeline-symbolic");
  gtk_image_set_pixel_size (GTK_IMAGE (icon), 48);
  gtk_widget_add_css_class (icon, "dim-label");
  gtk_box_append (GTK_BOX (page), icon);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  append_label (words, _ ("No employment recorded"), "title-4");
  append_label (words, _ ("Draw a bar here, or press Insert."), "body");
  gtk_box_append (GTK_BOX (page), words);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "timeline.new");
  gtk_box_append (GTK_BOX (page), button);

  return page;
}
