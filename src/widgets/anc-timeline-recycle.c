/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-painter.h"
#include "anc-timeline-private.h"

#include <math.h>

/* Only what shows has a widget, and what has the focus; the others wait to be used again. */

#define MAX_SPARES 512

void
anc_timeline_set_widget_place (GtkWidget *widget,
                               double x,
                               double y,
                               double width,
                               double height)
{
  int whole_width = MAX (1, (int) lround (x + width) - (int) lround (x));
  int whole_height = MAX (1, (int) lround (height));
  int minimum_width, minimum_height;

  /* GTK wants to be asked before it is told. */
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &minimum_height, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget,
                            &(GtkAllocation){ (int) lround (x), (int) lround (y), MAX (whole_width, minimum_width), MAX (whole_height, minimum_height) },
                            -1);
}

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
      cell = anc_timeline_cell_new (&self->palette);
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

static void
place_bar (AncTimeline *self,
           AncTimelineEntry *entry,
           double y)
{
  AncTimelineBar *bar = anc_timeline_realize_bar (self, entry);
  gboolean is_preview = self->preview.item == entry->item && self->preview.kind != ANC_PREVIEW_SPLIT;
  AncBarState state = { .span = is_preview ? self->preview.span : entry->span };
  AncDate end = is_preview ? anc_timeline_get_shown_end (self, state.span) : entry->end;
  double x, width, left, right;

  anc_time_scale_get_extent (&self->scale, state.span.start, end, &x, &width);
  left = CLAMP (x, -ANC_BAR_OUTSIDE, self->scale.width + ANC_BAR_OUTSIDE);
  right = CLAMP (x + width, -ANC_BAR_OUTSIDE, self->scale.width + ANC_BAR_OUTSIDE);

  state.cut_left = left > x;
  state.cut_right = right < x + width;
  state.is_preview = is_preview;
  state.is_selected = entry->item == self->selected;
  anc_timeline_bar_bind (bar, entry->item, anc_timeline_get_lane (self, entry));
  anc_timeline_bar_set_state (bar, &state);
  anc_timeline_set_widget_place (GTK_WIDGET (bar), left, y, MAX (right - left, 3), self->metrics.bar_height);
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

static void
place_cells (AncTimeline *self,
             AncTimelineEntry *entry,
             GtkWidget *focus,
             double y)
{
  /* All as wide as the shortest month, so that their squares are of one size. */
  double cell_width = MAX (2, floor (self->scale.day_width * 28));
  AncMonth first, last, first_shown, last_shown;
  gboolean shows = anc_timeline_entry_get_months (self, entry, &first, &last)
                   && anc_time_scale_get_visible_months (&self->scale, anc_month_get_first_day (first), anc_month_get_last_day (last), &first_shown, &last_shown);

  if (!shows)
    {
      first_shown = G_MAXINT32;
      last_shown = G_MININT32;
    }
  keep_focus (entry, focus, &first_shown, &last_shown);
  update_cells (self, entry, first_shown, last_shown);

  for (guint i = 0; i < entry->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (entry->cells, i);
      AncMonth month = entry->first_cell + (AncMonth) i;
      double x, width;

      if (cell == NULL)
        continue;
      anc_time_scale_get_extent (&self->scale, anc_month_get_first_day (month), anc_month_get_last_day (month), &x, &width);
      anc_timeline_set_widget_place (cell, round (x + (width - cell_width) / 2), y, cell_width, self->metrics.cell_height);
    }
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

void
anc_timeline_allocate_body (GtkWidget *timeline,
                            int width,
                            int height)
{
  AncTimeline *self = ANC_TIMELINE (timeline);
  AncLaneExtent *extents = (AncLaneExtent *) (gpointer) self->extents->data;
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->body));
  guint first = 1;
  guint last = 0;

  anc_lane_extents_get_visible (extents, self->extents->len, self->scroll_y, height, &first, &last);

  /* What no longer shows first, so that what begins to show takes its widgets. */
  for (guint i = 0; i < self->entries->len; i++)
    {
      AncTimelineEntry *entry = g_ptr_array_index (self->entries, i);
      gboolean shows = entry->lane >= first && entry->lane <= last && is_shown (self, entry);

      if (!shows && !has_focus (entry, focus))
        anc_timeline_drop_widgets (self, entry);
    }

  for (guint i = 0; i < self->entries->len; i++)
    {
      AncTimelineEntry *entry = g_ptr_array_index (self->entries, i);
      gboolean shows = entry->lane >= first && entry->lane <= last && is_shown (self, entry);
      double bar_y, cell_y;

      if (!shows && !has_focus (entry, focus))
        continue;

      bar_y = anc_lane_extent_get_bar_y (&extents[entry->lane], &self->metrics, entry->row) - self->scroll_y;
      cell_y = anc_lane_extent_get_cell_y (&extents[entry->lane], &self->metrics, entry->row) - self->scroll_y;
      place_bar (self, entry, bar_y);
      place_cells (self, entry, focus, cell_y);
    }

  if (gtk_widget_get_child_visible (self->empty))
    {
      int natural;

      gtk_widget_measure (self->empty, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
      anc_timeline_set_widget_place (self->empty, 0, MAX (self->lanes_height, (height - natural) / 2.0), width, MIN (natural, height));
    }
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

static void
place_heading (AncTimeline *self,
               guint lane,
               int width)
{
  const AncLaneExtent *extent = &g_array_index (self->extents, AncLaneExtent, lane);
  GtkWidget *heading = GTK_WIDGET (anc_timeline_realize_heading (self, lane));
  double top = extent->y + self->metrics.lane_padding - self->scroll_y;
  int natural;

  gtk_widget_measure (heading, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  anc_timeline_set_widget_place (heading, 0, top, width, natural);
}

void
anc_timeline_allocate_headings (GtkWidget *timeline,
                                int width,
                                int height)
{
  AncTimeline *self = ANC_TIMELINE (timeline);
  AncLaneExtent *extents = (AncLaneExtent *) (gpointer) self->extents->data;
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->headings));
  guint first = 1;
  guint last = 0;

  anc_lane_extents_get_visible (extents, self->extents->len, self->scroll_y, height, &first, &last);

  for (guint i = 0; i < self->rows->len; i++)
    {
      AncTimelineRow *row = &g_array_index (self->rows, AncTimelineRow, i);

      if (row->heading == NULL || (i >= first && i <= last) || (GtkWidget *) row->heading == focus)
        continue;
      anc_timeline_drop_heading (self, row);
    }

  for (guint i = 0; i < self->rows->len; i++)
    {
      AncTimelineRow *row = &g_array_index (self->rows, AncTimelineRow, i);

      if ((i >= first && i <= last) || row->heading != NULL)
        place_heading (self, i, width);
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
  if (!anc_time_scale_get_visible_months (&self->scale, anc_month_get_first_day (first_counted), anc_month_get_last_day (last_counted), first, last))
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

void
anc_timeline_allocate_count (GtkWidget *timeline,
                             int width,
                             int height)
{
  AncTimeline *self = ANC_TIMELINE (timeline);
  double margin = floor (height / 5.0);
  AncMonth first = 0;
  AncMonth last = -1;

  if (!get_count_months (self, &first, &last))
    last = first - 1;
  update_count_cells (self, first, last);

  for (guint i = 0; i < self->count_cells->len; i++)
    {
      AncMonth month = first + (AncMonth) i;
      double x, cell_width;

      anc_time_scale_get_extent (&self->scale, anc_month_get_first_day (month), anc_month_get_last_day (month), &x, &cell_width);
      anc_timeline_set_widget_place (g_ptr_array_index (self->count_cells, i), x, margin, cell_width, height - 2 * margin);
    }
}
