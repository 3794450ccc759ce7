/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-view-private.h"

/*
 * Where the view was scrolled to in the last moments. It tells how many pages go by, and so how many will be passed
 * next; and where nothing at all is drawn yet of what the view came to, what was drawn last stays in place instead of
 * a white flash, until nobody moves on any more. The page that is told, in the bar and to a screen reader, is always
 * the new one.
 */

/* So long looked back, in ms: nobody who stays with a page for that long is shown another. */
#define LOOK_BACK 300

/* A page is drawn sharp where there is time for it: where this many or more of them went by, and so many times as fast as
 * they can be drawn, there is none, until nothing has moved for so many times as long as one of them was there. */
#define RUSH 3
#define OUTRUN 1.5
#define PAUSE 3

/* Pages that take no more than this part of the time in which they go by are never missed. */
#define SLACK 0.75

/* No more stops than this are remembered. */
#define MAX_STOPS 64

typedef struct
{
  double left; /* in the content */
  double top;
  guint page;
  gint64 left_at; /* on the monotonic clock; G_MAXINT64 while the view is there */
} Stop;

/* Those of the last moments, the latest last, where the view is. */
GArray *
anc_page_view_create_stops (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Stop));
}

/* At another zoom the places are others. */
void
anc_page_view_forget_stops (AncPageView *self)
{
  g_clear_handle_id (&self->stale_id, g_source_remove);
  g_array_set_size (self->stops, 0);
  self->has_stand_in = FALSE;
}

static void
drop_old (AncPageView *self)
{
  const gint64 since = g_get_monotonic_time () - LOOK_BACK * 1000;
  guint n_old = self->stops->len > MAX_STOPS ? self->stops->len - MAX_STOPS : 0;

  while (n_old < self->stops->len && g_array_index (self->stops, Stop, n_old).left_at < since)
    n_old++;
  g_array_remove_range (self->stops, 0, n_old);
}

/* To be called where the view was scrolled to. */
void
anc_page_view_note_stop (AncPageView *self)
{
  const Stop here = {
    anc_page_view_get_scroll (self, GTK_ORIENTATION_HORIZONTAL),
    anc_page_view_get_scroll (self, GTK_ORIENTATION_VERTICAL),
    self->page,
    G_MAXINT64,
  };

  if (self->stops->len > 0)
    {
      Stop *last = &g_array_index (self->stops, Stop, self->stops->len - 1);

      if (last->left == here.left && last->top == here.top)
        return;
      last->left_at = g_get_monotonic_time ();
    }

  g_array_append_val (self->stops, here);
  drop_old (self);
}

/* How often another page was come to in the last moments. */
guint
anc_page_view_count_turns (AncPageView *self)
{
  guint n_turns = 0;

  drop_old (self);
  for (guint i = 1; i < self->stops->len; i++)
    n_turns += g_array_index (self->stops, Stop, i).page != g_array_index (self->stops, Stop, i - 1).page;

  return n_turns;
}

/**
 * anc_page_view_outruns:
 * @self: a view
 * @cost: what it takes to draw a page, in ms
 *
 * Returns: whether pages go by faster than that
 */
gboolean
anc_page_view_outruns (AncPageView *self,
                       double cost)
{
  const guint n_turns = anc_page_view_count_turns (self);
  gint64 came_at;

  if (n_turns < RUSH || n_turns * cost < OUTRUN * LOOK_BACK)
    return FALSE;

  came_at = g_array_index (self->stops, Stop, self->stops->len - 2).left_at;
  return g_get_monotonic_time () - came_at < PAUSE * LOOK_BACK * 1000 / n_turns;
}

/**
 * anc_page_view_keeps_up:
 * @self: a view
 * @cost: what it takes to draw a page, in ms; 0 where that is not known yet
 *
 * Returns: whether each page is there as soon as it is come to, however fast they go by now
 */
gboolean
anc_page_view_keeps_up (AncPageView *self,
                        double cost)
{
  return cost > 0 && cost <= ANC_PAGE_VIEW_FRAME && anc_page_view_count_turns (self) * cost <= SLACK * LOOK_BACK;
}

/* Whether something is drawn of a page that is on screen there, or there is none. */
static gboolean
has_picture (AncPageView *self,
             double top)
{
  guint first, last;

  if (!anc_page_layout_find_visible (self->layout, top, top + gtk_widget_get_height (GTK_WIDGET (self)), &first, &last))
    return TRUE;

  for (guint page = first; page <= last; page++)
    if (anc_page_view_get_failure (self, page) != NULL
        || anc_page_cache_get_whole_page (self->cache, page, anc_page_view_get_scale (self)) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
stale_cb (gpointer user_data)
{
  AncPageView *self = user_data;

  self->stale_id = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* The latest place that something is drawn of; FALSE for none. */
static gboolean
find_stand_in (AncPageView *self)
{
  for (guint i = self->stops->len; i > 0; i--)
    {
      const Stop *stop = &g_array_index (self->stops, Stop, i - 1);

      if (!has_picture (self, stop->top))
        continue;
      self->has_stand_in = TRUE;
      self->stand_in_left = stop->left;
      self->stand_in_top = stop->top;
      break;
    }

  return self->has_stand_in && has_picture (self, self->stand_in_top);
}

/**
 * anc_page_view_find_drawn:
 * @self: a view with a source
 * @left: (out): what is at the left of what is to be drawn, in the content
 * @top: (out): what is at the top
 *
 * Returns: whether that is where the view is scrolled to, and not where it was a moment ago
 */
gboolean
anc_page_view_find_drawn (AncPageView *self,
                          double *left,
                          double *top)
{
  *left = anc_page_view_get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
  *top = anc_page_view_get_scroll (self, GTK_ORIENTATION_VERTICAL);
  drop_old (self);
  if (!find_stand_in (self) || self->stand_in_top == *top || self->stops->len < 2)
    return TRUE;

  *left = self->stand_in_left;
  *top = self->stand_in_top;
  if (self->stale_id == 0)
    self->stale_id = g_timeout_add (LOOK_BACK, stale_cb, self);

  return FALSE;
}

/* A screen reader is told when there is nothing yet to be seen of the page it is told of. */
void
anc_page_view_tell_whether_busy (AncPageView *self)
{
  const gboolean is_busy = self->layout != NULL && !has_picture (self, anc_page_view_get_scroll (self, GTK_ORIENTATION_VERTICAL));

  if (self->is_busy == is_busy)
    return;

  self->is_busy = is_busy;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, is_busy, -1);
}
