/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-note.h"
#include "anc-timeline-private.h"
#include "anc-timeline-words.h"

static void
free_entry (gpointer data)
{
  AncTimelineEntry *entry = data;

  g_clear_object (&entry->item);
  g_ptr_array_unref (entry->cells);
  g_free (entry);
}

static void
clear_row (gpointer data)
{
  AncTimelineRow *row = data;

  g_clear_object (&row->lane);
}

GPtrArray *
anc_timeline_entries_new (void)
{
  return g_ptr_array_new_with_free_func (free_entry);
}

GArray *
anc_timeline_rows_new (void)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (AncTimelineRow));

  g_array_set_clear_func (rows, clear_row);
  return rows;
}

static void
stale_cb (AncTimeline *self)
{
  anc_timeline_queue_entries (self);
}

/* What changes where bars stand makes the entries stale; what changes a month only its cells. */
static void
item_changed_cb (AncTimelineItem *item,
                 GParamSpec *pspec,
                 AncTimeline *self)
{
  AncTimelineEntry *entry;

  if (g_str_equal (pspec->name, "start") || g_str_equal (pspec->name, "end"))
    anc_timeline_queue_entries (self);
  else if (g_str_equal (pspec->name, "months") && (entry = anc_timeline_find_entry (self, item)) != NULL)
    {
      for (guint i = 0; i < entry->cells->len; i++)
        if (g_ptr_array_index (entry->cells, i) != NULL)
          anc_timeline_cell_refresh (g_ptr_array_index (entry->cells, i));
      anc_timeline_queue_view (self);
    }
}

static void
watch (AncTimeline *self,
       gpointer object,
       const char *detail,
       GCallback callback)
{
  if (callback == G_CALLBACK (item_changed_cb))
    g_signal_connect (object, detail, callback, self);
  else
    g_signal_connect_swapped (object, detail, callback, self);
  g_ptr_array_add (self->watched, g_object_ref (object));
}

/* Follows the list of lanes; what is in it is followed when the entries are made. */
void
anc_timeline_watch (AncTimeline *self)
{
  if (self->lanes != NULL)
    watch (self, self->lanes, "items-changed", G_CALLBACK (stale_cb));
}

void
anc_timeline_unwatch (AncTimeline *self)
{
  for (guint i = 0; i < self->watched->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->watched, i), self);
  g_ptr_array_set_size (self->watched, 0);
}

void
anc_timeline_queue_entries (AncTimeline *self)
{
  self->is_stale = TRUE;
  anc_timeline_queue_view (self);
}

/**
 * anc_timeline_get_shown_end:
 * @self: a timeline
 * @span: dates
 *
 * Returns: the last day that @span shows: what goes on does so up to the filing date at least
 */
AncDate
anc_timeline_get_shown_end (AncTimeline *self,
                            AncTimeSpan span)
{
  AncDate until;

  if (span.end != ANC_DATE_NONE)
    return span.end;

  until = MAX (span.start, self->filing_date);
  return anc_month_get_last_day (anc_date_get_month (until));
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const AncTimelineEntry *first = *(const AncTimelineEntry *const *) a;
  const AncTimelineEntry *second = *(const AncTimelineEntry *const *) b;
  AncDate first_start = anc_timeline_item_get_start (first->item);
  AncDate second_start = anc_timeline_item_get_start (second->item);

  if (first->lane != second->lane)
    return first->lane < second->lane ? -1 : 1;
  if (first_start != second_start)
    return first_start < second_start ? -1 : 1;

  return 0;
}

/**
 * Before:
 *
 * What was there before the entries are made anew: whoever is there again keeps its widgets. An item
 * is the same if it is the same object, or another one with the same key.
 */
typedef struct
{
  GPtrArray *entries;
  GArray *rows;
  GHashTable *by_item;
  GHashTable *by_key;
} Before;

static void
before_init (Before *before,
             AncTimeline *self)
{
  before->entries = g_steal_pointer (&self->entries);
  before->rows = g_steal_pointer (&self->rows);
  before->by_item = g_hash_table_new (NULL, NULL);
  before->by_key = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->entries = anc_timeline_entries_new ();
  self->rows = anc_timeline_rows_new ();
  g_array_set_size (self->extents, 0);

  for (guint i = 0; i < before->entries->len; i++)
    {
      AncTimelineEntry *entry = g_ptr_array_index (before->entries, i);
      gint64 key = anc_timeline_item_get_key (entry->item);

      g_hash_table_insert (before->by_item, entry->item, entry);
      if (key != 0)
        g_hash_table_insert (before->by_key, g_memdup2 (&key, sizeof key), entry);
    }
}

static AncTimelineEntry *
before_find (const Before *before,
             AncTimelineItem *item)
{
  gint64 key = anc_timeline_item_get_key (item);
  AncTimelineEntry *entry = g_hash_table_lookup (before->by_item, item);

  return entry != NULL ? entry : g_hash_table_lookup (before->by_key, &key);
}

static AncTimelineHeading *
before_take_heading (const Before *before,
                     AncTimelineLane *lane)
{
  for (guint i = 0; i < before->rows->len; i++)
    {
      AncTimelineRow *row = &g_array_index (before->rows, AncTimelineRow, i);
      gint64 key = anc_timeline_lane_get_key (row->lane);

      if (row->lane == lane || (key != 0 && key == anc_timeline_lane_get_key (lane)))
        return g_steal_pointer (&row->heading);
    }

  return NULL;
}

/* Puts aside the widgets nobody took over. */
static void
before_clear (Before *before,
              AncTimeline *self)
{
  for (guint i = 0; i < before->entries->len; i++)
    anc_timeline_drop_widgets (self, g_ptr_array_index (before->entries, i));
  for (guint i = 0; i < before->rows->len; i++)
    anc_timeline_drop_heading (self, &g_array_index (before->rows, AncTimelineRow, i));
  g_ptr_array_unref (before->entries);
  g_array_unref (before->rows);
  g_hash_table_unref (before->by_item);
  g_hash_table_unref (before->by_key);
}

/* Makes the entries of one lane; the widgets of items that were there already go over to them. */
static void
add_lane (AncTimeline *self,
          AncTimelineLane *lane,
          const Before *before)
{
  GListModel *items = anc_timeline_lane_get_items (lane);
  guint n_items = items != NULL ? g_list_model_get_n_items (items) : 0;
  AncTimelineRow row = {
    .lane = g_object_ref (lane),
    .heading = before_take_heading (before, lane),
    .first_entry = self->entries->len,
  };

  watch (self, lane, "notify::items", G_CALLBACK (stale_cb));
  if (items != NULL)
    watch (self, items, "items-changed", G_CALLBACK (stale_cb));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (AncTimelineItem) item = g_list_model_get_item (items, i);
      AncTimelineEntry *old = before_find (before, item);
      AncTimelineEntry *entry;

      watch (self, item, "notify", G_CALLBACK (item_changed_cb));
      if (anc_timeline_item_get_start (item) == ANC_DATE_NONE)
        continue; /* there is nowhere to draw it */

      entry = g_new0 (AncTimelineEntry, 1);
      entry->item = g_steal_pointer (&item);
      entry->lane = self->rows->len;
      entry->cells = g_ptr_array_new ();
      if (old != NULL)
        {
          GPtrArray *none = g_steal_pointer (&entry->cells);

          entry->bar = g_steal_pointer (&old->bar);
          entry->cells = old->cells;
          entry->first_cell = old->first_cell;
          old->cells = none;
        }
      g_ptr_array_add (self->entries, entry);
      row.n_entries++;
    }

  g_array_append_val (self->rows, row);
}

/* The dates of the entries from @first on, as they show. */
static AncTimeSpan *
collect_spans (AncTimeline *self,
               guint first,
               guint n_entries)
{
  AncTimeSpan *spans = g_new (AncTimeSpan, n_entries);

  for (guint i = 0; i < n_entries; i++)
    {
      AncTimelineEntry *entry = g_ptr_array_index (self->entries, first + i);

      spans[i].start = entry->span.start;
      spans[i].end = entry->end;
    }

  return spans;
}

static void
pack_row (AncTimeline *self,
          AncTimelineRow *row)
{
  g_autofree AncTimeSpan *spans = collect_spans (self, row->first_entry, row->n_entries);
  g_autofree guint *places = g_new (guint, row->n_entries);
  AncLaneExtent extent = { .has_cells = anc_timeline_lane_get_kind (row->lane) == ANC_LANE_JOBS };

  extent.n_rows = anc_time_spans_pack (spans, row->n_entries, places);
  for (guint i = 0; i < row->n_entries; i++)
    ((AncTimelineEntry *) g_ptr_array_index (self->entries, row->first_entry + i))->row = places[i];
  g_array_append_val (self->extents, extent);
}

static void
add_note (GPtrArray *notes,
          AncNoteKind kind,
          AncTimeSpan span)
{
  g_autofree char *sentence = anc_words_note (kind, span);

  g_ptr_array_add (notes, anc_timeline_note_new (kind, span.start, span.end, sentence));
}

/* The days between jobs, and those several jobs cover, of all employers together. */
static void
update_notes (AncTimeline *self)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (AncTimeSpan));
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->entries->len; i++)
    {
      AncTimelineEntry *entry = g_ptr_array_index (self->entries, i);
      AncTimeSpan span = anc_timeline_item_get_span (entry->item);

      if (anc_timeline_lane_get_kind (anc_timeline_get_lane (self, entry)) == ANC_LANE_JOBS)
        g_array_append_val (spans, span);
    }

  g_clear_pointer (&self->gaps, g_array_unref);
  self->gaps = anc_time_spans_find_gaps ((AncTimeSpan *) (gpointer) spans->data, spans->len);
  g_clear_pointer (&self->overlaps, g_array_unref);
  self->overlaps = anc_time_spans_find_overlaps ((AncTimeSpan *) (gpointer) spans->data, spans->len);
  for (guint i = 0; i < self->gaps->len; i++)
    add_note (notes, ANC_NOTE_GAP, g_array_index (self->gaps, AncTimeSpan, i));
  for (guint i = 0; i < self->overlaps->len; i++)
    add_note (notes, ANC_NOTE_OVERLAP, g_array_index (self->overlaps, AncTimeSpan, i));

  g_list_store_splice (self->notes,
                       0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->notes)),
                       notes->pdata,
                       notes->len);
}

static void
collect_lanes (AncTimeline *self,
               const Before *before)
{
  guint n_lanes = self->lanes != NULL ? g_list_model_get_n_items (self->lanes) : 0;

  for (guint i = 0; i < n_lanes; i++)
    {
      g_autoptr (AncTimelineLane) lane = g_list_model_get_item (self->lanes, i);
      add_lane (self, lane, before);
    }
  g_ptr_array_sort (self->entries, compare_entries);
}

/* Where the focus goes when the item that has it is no longer there; NULL if it is. */
static AncTimelineItem *
find_heir (AncTimeline *self,
           GPtrArray *before)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->body));

  for (guint i = 0; focus != NULL && i < before->len; i++)
    {
      AncTimelineEntry *entry = g_ptr_array_index (before, i);
      gboolean is_gone = (GtkWidget *) entry->bar == focus || g_ptr_array_find (entry->cells, focus, NULL);

      if (is_gone && self->entries->len > 0)
        return ((AncTimelineEntry *) g_ptr_array_index (self->entries, MIN (i, self->entries->len - 1)))->item;
    }

  return NULL;
}

/* Keys must not go to a bar that was put aside: with the last item gone, they go to the filing date. */
static void
keep_focus (AncTimeline *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->body));

  if (focus != NULL && !gtk_widget_get_child_visible (focus))
    gtk_widget_grab_focus (self->filing);
}

/* The selected item may be there as another object, or no more. */
static void
update_selected (AncTimeline *self)
{
  gint64 key = self->selected != NULL ? anc_timeline_item_get_key (self->selected) : 0;
  AncTimelineItem *same = NULL;

  if (self->selected == NULL || anc_timeline_find_entry (self, self->selected) != NULL)
    return;

  for (guint i = 0; key != 0 && i < self->entries->len; i++)
    {
      AncTimelineEntry *entry = g_ptr_array_index (self->entries, i);

      if (anc_timeline_item_get_key (entry->item) == key)
        same = entry->item;
    }
  anc_timeline_set_selected (self, same);
}

/**
 * anc_timeline_update_entries:
 * @self: a timeline
 *
 * Brings the entries up to date with the lanes, if they are not. Focus and widgets stay with their
 * items; when the item with the focus is gone, the focus goes to its neighbour.
 */
void
anc_timeline_update_entries (AncTimeline *self)
{
  AncTimelineItem *heir;
  Before before;

  if (!self->is_stale)
    return;

  self->is_stale = FALSE;
  before_init (&before, self);
  anc_timeline_unwatch (self);
  anc_timeline_watch (self);
  collect_lanes (self, &before);

  for (guint i = 0; i < self->entries->len; i++)
    {
      AncTimelineEntry *entry = g_ptr_array_index (self->entries, i);

      entry->span = anc_timeline_item_get_span (entry->item);
      entry->end = anc_timeline_get_shown_end (self, entry->span);
    }
  for (guint i = 0; i < self->rows->len; i++)
    pack_row (self, &g_array_index (self->rows, AncTimelineRow, i));
  update_notes (self);

  heir = find_heir (self, before.entries);
  before_clear (&before, self);
  update_selected (self);

  gtk_widget_set_child_visible (self->empty, self->entries->len == 0);
  if (heir != NULL)
    anc_timeline_focus_item (self, heir);
  else
    keep_focus (self);
}

void
anc_timeline_clear_entries (AncTimeline *self)
{
  anc_timeline_unwatch (self);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->extents, g_array_unref);
  g_clear_pointer (&self->gaps, g_array_unref);
  g_clear_pointer (&self->overlaps, g_array_unref);
}

AncTimelineEntry *
anc_timeline_find_entry (AncTimeline *self,
                         AncTimelineItem *item)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      AncTimelineEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->item == item)
        return entry;
    }

  return NULL;
}

AncTimelineLane *
anc_timeline_get_lane (AncTimeline *self,
                       const AncTimelineEntry *entry)
{
  return g_array_index (self->rows, AncTimelineRow, entry->lane).lane;
}
