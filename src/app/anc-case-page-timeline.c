/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-page-private.h"

#include "anc-timeline-exports.h"
#include "anc-timeline-note.h"
#include "anc-timeline-requests.h"
#include "anc-timeline.h"

#include <glib/gi18n.h>

/* The frame and the scroll bar around the timeline, and the most of the room that it takes by itself. */
#define HANDLE_ROOM 10
#define MAX_SHARE 0.6

/* What the timeline says where there is no job yet. */
#define EMPTY_ROOM 60

static void
count_changed_cb (AncCasePage *self)
{
  anc_timeline_set_count (ANC_TIMELINE (self->timeline), anc_timeline_feed_get_count (self->feed));
}

static void
show_dates_cb (AncCasePage *self,
               int start,
               int end)
{
  anc_timeline_show_dates (ANC_TIMELINE (self->timeline), start, end);
}

static GtkWidget *
create_note (gpointer item,
             gpointer user_data)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (anc_timeline_note_get_sentence (item), -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static void
note_activated_cb (GtkListBox *list,
                   GtkListBoxRow *row,
                   AncCasePage *self)
{
  GListModel *notes = anc_timeline_get_notes (ANC_TIMELINE (self->timeline));
  g_autoptr (AncTimelineNote) note = g_list_model_get_item (notes, (guint) gtk_list_box_row_get_index (row));

  gtk_menu_button_popdown (self->notes_button);
  show_dates_cb (self, anc_timeline_note_get_start (note), anc_timeline_note_get_end (note));
}

static void
notes_changed_cb (GListModel *notes,
                  guint position,
                  guint removed,
                  guint added,
                  AncCasePage *self)
{
  const guint n = g_list_model_get_n_items (notes);
  g_autofree char *label = g_strdup_printf (ngettext ("%u gap or overlap", "%u gaps and overlaps", n), n);
  g_autofree char *number = g_strdup_printf ("%u", n);

  gtk_label_set_label (self->notes_number, number);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->notes_button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->notes_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->notes_button), n > 0);
}

/* The timeline gets what its lanes need, up to its share of the room, until someone moves the handle. */
static void
place_handle (AncCasePage *self)
{
  int room, minimum, natural;

  g_object_get (self->paned, "max-position", &room, NULL);
  if (gtk_paned_get_position (self->paned) != MIN (self->automatic_position, room) && self->automatic_position >= 0)
    return;

  gtk_widget_measure (self->timeline, GTK_ORIENTATION_VERTICAL, -1, &minimum, &natural, NULL, NULL);
  if (anc_record_list_get_count (anc_case_get_list (anc_desk_get_case (self->desk), ANC_TABLE_JOBS)) == 0)
    natural += EMPTY_ROOM;
  if (room < G_MAXINT)
    self->automatic_position = MAX (MIN (natural, (int) (room * MAX_SHARE)), minimum) + HANDLE_ROOM;
  gtk_paned_set_position (self->paned, self->automatic_position);
}

static gboolean
handle_cb (gpointer user_data)
{
  AncCasePage *self = user_data;

  self->handle_source = 0;
  place_handle (self);
  return G_SOURCE_REMOVE;
}

/* The room changes while the pane is laid out, when its handle must not be moved. */
static void
queue_handle (AncCasePage *self)
{
  if (self->handle_source == 0)
    self->handle_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, handle_cb, self, NULL);
}

static void
lanes_changed_cb (GListModel *lanes,
                  guint position,
                  guint removed,
                  guint added,
                  AncCasePage *self)
{
  if (removed != added)
    queue_handle (self);
}

void
anc_case_page_create_timeline (AncCasePage *self)
{
  AncEvaluator *evaluator = anc_desk_get_evaluator (self->desk);
  GListModel *notes;

  self->feed = anc_timeline_feed_new (self->desk);
  self->timeline = anc_timeline_new ();
  anc_timeline_set_lanes (ANC_TIMELINE (self->timeline), anc_timeline_feed_get_lanes (self->feed));
  anc_timeline_set_editable (ANC_TIMELINE (self->timeline), TRUE);
  count_changed_cb (self);
  anc_timeline_requests_connect (ANC_TIMELINE (self->timeline), self->desk);
  anc_timeline_exports_attach (GTK_WIDGET (self), ANC_TIMELINE (self->timeline), anc_desk_get_case (self->desk));
  g_object_bind_property (evaluator, "filing-date", self->timeline, "filing-date", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->feed, "count-changed", G_CALLBACK (count_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "show-dates", G_CALLBACK (show_dates_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (self->timeline_place, self->timeline);
  g_signal_connect_swapped (self->paned, "notify::max-position", G_CALLBACK (queue_handle), self);
  g_signal_connect_object (anc_timeline_feed_get_lanes (self->feed),
                           "items-changed",
                           G_CALLBACK (lanes_changed_cb),
                           self,
                           G_CONNECT_AFTER);

  notes = anc_timeline_get_notes (ANC_TIMELINE (self->timeline));
  gtk_list_box_bind_model (self->notes, notes, create_note, NULL, NULL);
  g_signal_connect_object (notes, "items-changed", G_CALLBACK (notes_changed_cb), self, 0);
  g_signal_connect (self->notes, "row-activated", G_CALLBACK (note_activated_cb), self);
  notes_changed_cb (notes, 0, 0, 0, self);
}
