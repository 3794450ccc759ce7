/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-painter.h"
#include "anc-timeline-private.h"

#include <math.h>

/* Only what shows has a widget, and what has the focus; the others wait to be used again. */

#define MAX_SPARES 512

/* Takes a widget that waits, or none. */
static gpointer
take_spare (GPtrArray *spares)
{
  GtkWidget *widget;

  if (spares->len == 0)
    return NULL;

  widget = g_ptr_array_steal_index_fast (spares, spares->len - 1);
  gtk_widget_set_child_visible (widget, TRUE);
  return widget;
}

static void
put_aside (GPtrArray *spares,
           GtkWidget *widget)
{
  if (spares->len >= MAX_SPARES)
    {
      gtk_widget_unparent (widget);
      return;
    }

  gtk_widget_set_child_visible (widget, FALSE);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL); /* nobody hears of what it was */
  g_ptr_array_add (spares, widget);
}

static void
put_bar_aside (AncTimeline *self,
               AncTimelineEntry *entry)
{
  AncTimelineBar *bar = g_steal_pointer (&entry->bar);

  if (bar == NULL)
    return;

  anc_timeline_bar_bind (bar, NULL, NULL);
  put_aside (self->spare_bars, GTK_WIDGET (bar));
}

static void
put_cell_aside (AncTimeline *self,
                AncTimelineCell *cell)
{
  if (cell == NULL)
    return;

  anc_timeline_cell_unbind (cell);
  put_aside (self->spare_cells, GTK_WIDGET (cell));
}

static AncTimelineCell *
take_cell (AncTimeline *self,
           AncTimelinePane *pane)
{
  AncTimelineCell *cell = pane == self->body ? take_spare (self->spare_cells) : NULL;

  if (cell == NULL)
    {
      cell = anc_timeline_cell_new (self->stamps);
      gtk_widget_set_parent (GTK_WIDGET (cell), GTK_WIDGET (pane));
    }

  return cell;
}

void
anc_timeline_drop_widgets (AncTimeline *self,
                           AncTimelineEntry *entry)
{
  put_bar_aside (self, entry);
  for (guint i = 0; i < entry->cells->len; i++)
    put_cell_aside (self, g_ptr_array_index (entry->cells, i));
  g_ptr_array_set_size (entry->cells, 0);
}

void
anc_timeline_drop_heading (AncTimeline *self,
                           AncTimelineRow *row)
{
  AncTimelineHeading *heading = g_steal_pointer (&row->heading);

  if (heading == NULL)
    return;

  anc_timeline_heading_set_lane (heading, NULL);
  put_aside (self->spare_headings, GTK_WIDGET (heading));
}

/**
 * anc_timeline_realize_bar:
 * @self: a timeline
 * @entry: an entry of it
 *
 * Returns: (transfer none): the bar of @entry, made if it had none
 */
AncTimelineBar *
anc_timeline_realize_bar (AncTimeline *self,
                          AncTimelineEntry *entry)
{
  AncBarState state = { .span = entry->span, .is_selected = entry->item == self->selected };

  if (entry->bar != NULL)
    return entry->bar;

  entry->bar = take_spare (self->spare_bars);
  if (entry->bar == NULL)
    {
      entry->bar = anc_timeline_bar_new (&self->palette);
      gtk_widget_set_parent (GTK_WIDGET (entry->bar), GTK_WIDGET (self->body));
    }
  anc_timeline_bar_bind (entry->bar, entry->item, anc_timeline_get_lane (self, entry));
  anc_timeline_bar_set_state (entry->bar, &state);

  return entry->bar;
}

/**
 * anc_timeline_entry_has_cell:
 * @self: a timeline
 * @entry: an entry of it
 * @month: a month
 *
 * Returns: whether there is a cell for @month: it is a month of the job, or a payslip says so
 */
gboolean
anc_timeline_entry_has_cell (AncTimeline *self,
                             const AncTimelineEntry *entry,
                             AncMonth month)
{
  g_autoptr (AncTimelineMonth) known = NULL;

  if (anc_timeline_lane_get_kind (anc_timeline_get_lane (self, entry)) != ANC_LANE_JOBS)
    return FALSE;
  if (month >= anc_date_get_month (entry->span.start) && month <= anc_date_get_month (entry->end))
    return TRUE;

  known = anc_timeline_item_find_month (entry->item, month);
  return known != NULL;
}

/**
 * anc_timeline_entry_get_months:
 * @self: a timeline
 * @entry: an entry of it
 * @first: (out): the first month that has a cell
 * @last: (out): the last
 *
 * Returns: whether any has
 */
gboolean
anc_timeline_entry_get_months (AncTimeline *self,
                               const AncTimelineEntry *entry,
                               AncMonth *first,
                               AncMonth *last)
{
  AncMonth first_known, last_known;

  if (anc_timeline_lane_get_kind (anc_timeline_get_lane (self, entry)) != ANC_LANE_JOBS)
    return FALSE;

  *first = anc_date_get_month (entry->span.start);
  *last = anc_date_get_month (entry->end);
  if (anc_timeline_item_get_month_range (entry->item, &first_known, &last_known))
    {
      *first = MIN (*first, first_known);
      *last = MAX (*last, last_known);
    }

  return TRUE;
}

AncTimelineCell *
anc_timeline_get_cell (AncTimelineEntry *entry,
                       AncMonth month)
{
  if (month < entry->first_cell || month >= entry->first_cell + (AncMonth) entry->cells->len)
    return NULL;

  return g_ptr_array_index (entry->cells, month - entry->first_cell);
}

/* Widens the months from @first to @last so that the cell with the focus stays. */
static void
keep_focus (const AncTimelineEntry *entry,
            GtkWidget *focus,
            AncMonth *first,
            AncMonth *last)
{
  AncMonth month;

  if (focus == NULL || !ANC_IS_TIMELINE_CELL (focus)
      || anc_timeline_cell_get_item (ANC_TIMELINE_CELL (focus)) != entry->item)
    return;

  month = anc_timeline_cell_get_month (ANC_TIMELINE_CELL (focus));
  *first = MIN (*first, month);
  *last = MAX (*last, month);
}

/* Gives the entry cells for the months from @first to @last; none if @first is after @last. */
static void
update_cells (AncTimeline *self,
              AncTimelineEntry *entry,
              AncMonth first,
              AncMonth last)
{
  AncTimelineLane *lane = anc_timeline_get_lane (self, entry);
  GPtrArray *before = entry->cells;
  AncMonth first_before = entry->first_cell;
  guint n_cells = first <= last ? (guint) (last - first + 1) : 0;

  entry->cells = g_ptr_array_new_full (n_cells, NULL);
  entry->first_cell = first;
  g_ptr_array_set_size (entry->cells, (int) n_cells);

  for (guint i = 0; i < before->len; i++)
    {
      AncTimelineCell *cell = g_ptr_array_index (before, i);
      AncMonth month = first_before + (AncMonth) i;

      if (cell != NULL && month >= first && month <= last && anc_timeline_entry_has_cell (self, entry, month))
        g_ptr_array_index (entry->cells, month - first) = cell;
      else
        put_cell_aside (self, cell);
    }
  g_ptr_array_unref (before);

  for (guint i = 0; i < n_cells; i++)
    {
      AncTimelineCell *cell = g_ptr_array_index (entry->cells, i);
      AncMonth month = first + (AncMonth) i;

      if (cell == NULL && !anc_timeline_entry_has_cell (self, entry, month))
        continue;
      if (cell == NULL)
        {
          cell = take_cell (self, self->body);
          g_ptr_array_index (entry->cells, i) = cell;
        }
      anc_timeline_cell_bind_item (cell, entry->item, lane, month);
    }
}

/* The cell of @month, made if it had none together with those between it and the others. */
AncTimelineCell *
anc_timeline_realize_cell (AncTimeline *self,
                           AncTimelineEntry *entry,
                           AncMonth month)
{
  AncMonth first = month;
  AncMonth last = month;

  if (entry->cells->len > 0)
    {
      first = MIN (first, entry->first_cell);
      last = MAX (last, entry->first_cell + (AncMonth) entry->cells->len - 1);
    }
  update_cells (self, entry, first, last);

  return anc_timeline_get_cell (entry, month);
}

/* The months of @entry that show, and one at either side for what a scroll brings in. */
static void
update_entry (AncTimeline *self,
              AncTimelineEntry *entry,
              GtkWidget *focus)
{
  AncMonth first, last, first_shown, last_shown;
  AncDate start, end;

  anc_timeline_bar_bind (anc_timeline_realize_bar (self, entry),
                         entry->item,
                         anc_timeline_get_lane (self, entry));

  first_shown = G_MAXINT32;
  last_shown = G_MININT32;
  if (anc_timeline_entry_get_months (self, entry, &first, &last))
    {
      start = anc_month_get_first_day (first);
      end = anc_month_get_last_day (last);
      if (anc_time_scale_get_visible_months (&self->scale, start, end, &first_shown, &last_shown))
        {
          first_shown = MAX (first, first_shown - 1);
          last_shown = MIN (last, last_shown + 1);
        }
    }
  keep_focus (entry, focus, &first_shown, &last_shown);
  update_cells (self, entry, first_shown, last_shown);
}

static gboolean
is_shown (AncTimeline *self,
          const AncTimelineEntry *entry)
{
  AncMonth first, last;
  AncDate start = entry->span.start;
  AncDate end = entry->end;
  double x, width;

  if (self->preview.item == entry->item)
    return TRUE;
  if (anc_timeline_entry_get_months (self, entry, &first, &last))
    {
      start = MIN (start, anc_month_get_first_day (first));
      end = MAX (end, anc_month_get_last_day (last));
    }

  anc_time_scale_get_extent (&self->scale, start, end, &x, &width);
  return x < self->scale.width && x + width > 0;
}

static gboolean
has_focus (const AncTimelineEntry *entry,
           GtkWidget *focus)
{
  return focus != NULL
         && ((GtkWidget *) entry->bar == focus || g_ptr_array_find (entry->cells, focus, NULL));
}

AncTimelineHeading *
anc_timeline_realize_heading (AncTimeline *self,
                              guint lane)
{
  AncTimelineRow *row = &g_array_index (self->rows, AncTimelineRow, lane);

  if (row->heading == NULL)
    row->heading = take_spare (self->spare_headings);
  if (row->heading == NULL)
    {
      row->heading = anc_timeline_heading_new ();
      gtk_widget_set_parent (GTK_WIDGET (row->heading), GTK_WIDGET (self->headings));
    }
  anc_timeline_heading_set_lane (row->heading, row->lane);

  return row->heading;
}

/* The lanes that show, and one at either side for what a scroll brings in. */
static void
get_shown_lanes (AncTimeline *self,
                 guint *first,
                 guint *last)
{
  const AncLaneExtent *extents = (const AncLaneExtent *) (gpointer) self->extents->data;

  *first = 1;
  *last = 0;
  if (!anc_lane_extents_get_visible (extents,
                                     self->extents->len,
                                     self->scroll_y,
                                     anc_timeline_get_body_height (self),
                                     first,
                                     last))
    return;

  *first = *first > 0 ? *first - 1 : 0;
  *last = MIN (*last + 1, self->extents->len - 1);
}

static void
update_entries (AncTimeline *self,
                guint first,
                guint last)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->body));

  /* What no longer shows first, so that what begins to show takes its widgets. */
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->entries->len; i++)
      {
        AncTimelineEntry *entry = g_ptr_array_index (self->entries, i);
        gboolean shows = entry->lane >= first && entry->lane <= last && is_shown (self, entry);

        if (!shows && !has_focus (entry, focus))
          anc_timeline_drop_widgets (self, entry);
        else if (pass == 1)
          update_entry (self, entry, focus);
      }
}

static void
update_headings (AncTimeline *self,
                 guint first,
                 guint last)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->headings));

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->rows->len; i++)
      {
        AncTimelineRow *row = &g_array_index (self->rows, AncTimelineRow, i);

        if (i >= first && i <= last && pass == 1)
          anc_timeline_realize_heading (self, i);
        else if ((i < first || i > last) && (GtkWidget *) row->heading != focus)
          anc_timeline_drop_heading (self, row);
      }
}

/* The months of the count that show, and the one with the focus. */
static gboolean
get_count_months (AncTimeline *self,
                  AncMonth *first,
                  AncMonth *last)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->count_pane));
  AncMonth first_counted, last_counted;

  if (self->count == NULL || !anc_timeline_count_get_months (self->count, &first_counted, &last_counted))
    return FALSE;
  if (!anc_time_scale_get_visible_months (&self->scale,
                                          anc_month_get_first_day (first_counted),
                                          anc_month_get_last_day (last_counted),
                                          first,
                                          last))
    {
      if (focus == NULL)
        return FALSE;
      *first = *last = anc_timeline_cell_get_month (ANC_TIMELINE_CELL (focus));
    }
  if (focus != NULL)
    {
      *first = MIN (*first, anc_timeline_cell_get_month (ANC_TIMELINE_CELL (focus)));
      *last = MAX (*last, anc_timeline_cell_get_month (ANC_TIMELINE_CELL (focus)));
    }

  return TRUE;
}

/* Gives the count cells for the months from @first to @last; none if @first is after @last. */
static void
update_count_cells (AncTimeline *self,
                    AncMonth first,
                    AncMonth last)
{
  g_autoptr (GPtrArray) before = self->count_cells;
  g_autoptr (GPtrArray) spares = g_ptr_array_new ();
  guint n_cells = first <= last ? (guint) (last - first + 1) : 0;

  self->count_cells = g_ptr_array_new ();
  g_ptr_array_set_size (self->count_cells, (int) n_cells);
  for (guint i = 0; i < before->len; i++)
    {
      AncMonth month = self->first_count + (AncMonth) i;

      if (month >= first && month <= last)
        g_ptr_array_index (self->count_cells, month - first) = g_ptr_array_index (before, i);
      else
        g_ptr_array_add (spares, g_ptr_array_index (before, i));
    }
  self->first_count = first;

  for (guint i = 0; i < n_cells; i++)
    {
      AncTimelineCell *cell = g_ptr_array_index (self->count_cells, i);

      if (cell == NULL)
        cell = take_spare (spares);
      if (cell == NULL)
        cell = take_cell (self, self->count_pane);
      g_ptr_array_index (self->count_cells, i) = cell;
      anc_timeline_cell_bind_count (cell, self->count, first + (AncMonth) i);
    }

  for (guint i = 0; i < spares->len; i++)
    gtk_widget_unparent (g_ptr_array_index (spares, i));
}

AncTimelineCell *
anc_timeline_realize_count_cell (AncTimeline *self,
                                 AncMonth month)
{
  AncMonth last = self->first_count + (AncMonth) self->count_cells->len - 1;

  if (self->count_cells->len == 0)
    update_count_cells (self, month, month);
  else if (month < self->first_count || month > last)
    update_count_cells (self, MIN (self->first_count, month), MAX (last, month));

  return g_ptr_array_index (self->count_cells, month - self->first_count);
}

/**
 * anc_timeline_update_widgets:
 * @self: a timeline that has its size
 *
 * Gives widgets to all that shows, and takes them from what does not. Not to be called while GTK
 * gives out sizes, which widgets that come and go would upset.
 */
void
anc_timeline_update_widgets (AncTimeline *self)
{
  AncMonth first_month = 0;
  AncMonth last_month = -1;
  guint first, last;

  get_shown_lanes (self, &first, &last);
  update_entries (self, first, last);
  update_headings (self, first, last);
  if (!get_count_months (self, &first_month, &last_month))
    last_month = first_month - 1;
  update_count_cells (self, first_month, last_month);
}
