/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-view-private.h"

#include <glib/gi18n.h>

/* A page up to this many pixels is one picture. */
#define MAX_WHOLE_PIXELS (3.0 * 1024 * 1024)

/* How wide the coarse picture of a page is that is shown until the sharp one is there, in pixels. */
#define COARSE_WIDTH 200.0

/* So many pages beyond those on screen are drawn ahead in the direction of reading, and against it; and so many more
 * coarsely: where pages rush by as many as did in the last moments, but no more than that. */
#define N_AHEAD 2
#define N_BEHIND 1
#define N_COARSE_AHEAD 4
#define MAX_COARSE_AHEAD 24

/* So many pictures are asked for at a time: what is asked for must still be what is wanted next. */
#define MAX_REQUESTS 2

/* Where sharp pictures do not keep up, a coarse one is drawn before each if it is there within a frame or takes no
 * more than this part of what that takes: of a scan it is the unpacking that takes long, however small it is drawn. */
#define CHEAP 0.25

/* How much of what pictures take is what the latest took: one that something else held up is no change of pace. */
#define LATEST 0.25

/* How often it is looked whether pages still rush by, in ms. */
#define WATCH 30

/* What is being drawn is soon done: only what takes longer is taken back when it is not wanted any more, in ms. */
#define PATIENCE 250

/* Pictures kept: so many bytes, and so many times those of the view itself. */
#define CACHE_BYTES (gsize) (16 * 1024 * 1024)
#define CACHE_VIEWS 3

#define BYTES_PER_PIXEL 4

typedef struct
{
  AncPageView *view;
  AncPageTile tile;
  gboolean is_whole_page;
  gboolean is_coarse;
  GCancellable *cancellable;
  gint64 since;
  gboolean is_wanted;
} Request;

typedef struct
{
  AncPageTile tile;
  AncRect region;
  gboolean is_whole_page;
  gboolean is_coarse;
  int priority;
} Wanted;

static void
free_request (Request *request)
{
  g_clear_object (&request->view);
  g_object_unref (request->cancellable);
  g_free (request);
}

/* The device pixels a point at the view's zoom. */
double
anc_page_view_get_scale (AncPageView *self)
{
  return anc_page_layout_get_zoom (self->layout) * gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

/* Whether a page is too large to be one picture. */
static gboolean
is_cut (AncPageView *self,
        guint page)
{
  const double scale = anc_page_view_get_scale (self);
  double width, height;

  anc_page_source_get_page_size (self->source, page, &width, &height);
  return width * scale * height * scale > MAX_WHOLE_PIXELS;
}

/**
 * anc_page_view_each_tile:
 * @self: a view with a source
 * @page: a page
 * @function: called for each picture the page is made of at the zoom of the view
 * @user_data: for @function
 */
void
anc_page_view_each_tile (AncPageView *self,
                         guint page,
                         AncTileFunc function,
                         gpointer user_data)
{
  const double scale = anc_page_view_get_scale (self);
  const double side = ANC_PAGE_VIEW_TILE_SIDE / scale;
  AncPageTile tile = { page, scale, 0, 0 };
  double width, height;

  anc_page_source_get_page_size (self->source, page, &width, &height);
  if (!is_cut (self, page))
    {
      function (self, &tile, (AncRect){ 0, 0, width, height }, TRUE, user_data);
      return;
    }

  for (tile.row = 0; tile.row * side < height; tile.row++)
    for (tile.column = 0; tile.column * side < width; tile.column++)
      {
        AncRect region = { tile.column * side, tile.row * side, MIN ((tile.column + 1) * side, width), MIN ((tile.row + 1) * side, height) };

        function (self, &tile, region, FALSE, user_data);
      }
}

/* ---- What is wanted ------------------------------------------------------------------------ */

/* All that is to be shown or may be next, the most urgent first. */
typedef struct
{
  AncPageView *view;
  GArray *wanted; /* of Wanted */
  gsize n_bytes;  /* of all of them */
  int priority;
} WishList;

static gsize
get_max_bytes (AncPageView *self)
{
  const gsize side = (gsize) gtk_widget_get_scale_factor (GTK_WIDGET (self));
  const gsize n_pixels = (gsize) gtk_widget_get_width (GTK_WIDGET (self)) * (gsize) gtk_widget_get_height (GTK_WIDGET (self)) * side * side;

  return CACHE_BYTES + CACHE_VIEWS * n_pixels * BYTES_PER_PIXEL;
}

static gsize
count_bytes (AncRect region,
             double scale)
{
  return (gsize) (anc_rect_width (region) * anc_rect_height (region) * scale * scale) * BYTES_PER_PIXEL;
}

/* What may be next is only drawn where it can be kept beside what is shown: or each would drive out the other. */
static void
want (WishList *list,
      const AncPageTile *tile,
      AncRect region,
      gboolean is_whole_page)
{
  const gboolean is_coarse = tile->scale < anc_page_view_get_scale (list->view);
  const Wanted wanted = { *tile, region, is_whole_page, is_coarse, list->priority };
  const gsize n_bytes = count_bytes (region, tile->scale);

  if (anc_page_view_get_failure (list->view, tile->page) != NULL)
    return;
  if (list->priority != ANC_PAGE_PRIORITY_SCREEN && list->n_bytes + n_bytes > anc_page_cache_get_max_bytes (list->view->cache))
    return;

  list->n_bytes += n_bytes;
  g_array_append_val (list->wanted, wanted);
}

static gboolean
is_on_screen (AncPageView *self,
              guint page,
              AncRect region)
{
  AncRect place = anc_page_layout_get_place (self->layout, page, region);
  double left = anc_page_view_get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
  double top = anc_page_view_get_scroll (self, GTK_ORIENTATION_VERTICAL);

  return place.x1 > left && place.x0 < left + gtk_widget_get_width (GTK_WIDGET (self))
         && place.y1 > top && place.y0 < top + gtk_widget_get_height (GTK_WIDGET (self));
}

static gboolean
is_visible (AncPageView *self,
            guint page)
{
  guint first, last;

  return anc_page_view_find_visible (self, &first, &last) && page >= first && page <= last;
}

static void
want_on_screen (AncPageView *self,
                const AncPageTile *tile,
                AncRect region,
                gboolean is_whole_page,
                gpointer user_data)
{
  if (is_on_screen (self, tile->page, region))
    want (user_data, tile, region, is_whole_page);
}

static void
want_whole (AncPageView *self,
            const AncPageTile *tile,
            AncRect region,
            gboolean is_whole_page,
            gpointer user_data)
{
  if (is_whole_page)
    want (user_data, tile, region, is_whole_page);
}

/* A coarse picture, where there is none at all of the page. */
static void
want_coarse (WishList *list,
             guint page)
{
  AncPageView *self = list->view;
  AncPageTile tile = { .page = page };
  double width, height;

  anc_page_source_get_page_size (self->source, page, &width, &height);
  tile.scale = COARSE_WIDTH / MAX (width, 1);
  if (tile.scale >= anc_page_view_get_scale (self))
    return;
  if (anc_page_cache_get_whole_page (self->cache, page, tile.scale) == NULL)
    want (list, &tile, (AncRect){ 0, 0, width, height }, TRUE);
  else
    list->n_bytes += count_bytes ((AncRect){ 0, 0, width, height }, tile.scale);
}

/* The page so many after the last on screen in the direction of reading, or before it. */
static gboolean
find_neighbour (AncPageView *self,
                guint first,
                guint last,
                int distance,
                guint *page)
{
  gboolean is_after = (distance > 0) == !self->reads_upwards;
  guint steps = (guint) ABS (distance);

  if (is_after ? last + steps >= anc_page_layout_get_n_pages (self->layout) : steps > first)
    return FALSE;

  *page = is_after ? last + steps : first - steps;
  return TRUE;
}

static void
want_coarse_ahead (WishList *list,
                   guint first,
                   guint last,
                   guint n_pages)
{
  guint page;

  for (guint i = 1; i <= n_pages; i++)
    if (find_neighbour (list->view, first, last, (int) i, &page))
      want_coarse (list, page);
}

/* Coarse pictures of what is on screen, and of what rushes by; unless they are soon there, only of what comes in parts. */
static void
want_all_coarse (WishList *list,
                 guint first,
                 guint last,
                 gboolean is_soon)
{
  const guint n_turns = anc_page_view_count_turns (list->view);

  for (guint page = first; page <= last; page++)
    if (is_soon || is_cut (list->view, page))
      want_coarse (list, page);
  if (is_soon && n_turns > 1)
    want_coarse_ahead (list, first, last, MIN (n_turns, MAX_COARSE_AHEAD));
}

static GArray *
list_wanted (AncPageView *self)
{
  WishList list = { self, g_array_new (FALSE, FALSE, sizeof (Wanted)), 0, ANC_PAGE_PRIORITY_SCREEN };
  const gboolean is_cheap = !anc_page_view_keeps_up (self, self->sharp_cost)
                            && self->coarse_cost <= MAX (ANC_PAGE_VIEW_FRAME, self->sharp_cost * CHEAP);
  const gboolean is_outrun = anc_page_view_outruns (self, self->sharp_cost);
  guint first, last, page;

  if (!anc_page_view_find_visible (self, &first, &last))
    return list.wanted;

  /* Nothing else before something is seen of each: pages that rush by are seen coarsely, not as blanks. Only what is
   * seen first of a document does not rush by, and is drawn once. */
  if (anc_page_cache_get_bytes (self->cache) > 0)
    want_all_coarse (&list, first, last, is_cheap || is_outrun);
  if (list.wanted->len > 0 || is_outrun)
    return list.wanted;

  for (page = first; page <= last; page++)
    anc_page_view_each_tile (self, page, want_on_screen, &list);

  list.priority = ANC_PAGE_PRIORITY_SOON;
  for (int i = 1; i <= N_AHEAD; i++)
    if (find_neighbour (self, first, last, i, &page))
      anc_page_view_each_tile (self, page, want_whole, &list);
  for (int i = 1; i <= N_BEHIND; i++)
    if (find_neighbour (self, first, last, -i, &page))
      anc_page_view_each_tile (self, page, want_whole, &list);
  if (is_cheap)
    want_coarse_ahead (&list, first, last, N_COARSE_AHEAD);

  return list.wanted;
}

/* ---- Asking -------------------------------------------------------------------------------- */

/* The reader draws one after the other. */
static void
note_cost (AncPageView *self,
           const Request *request)
{
  const gint64 now = g_get_monotonic_time ();
  const double took = (double) (now - MAX (request->since, self->last_answer)) / 1000;
  double *cost = request->is_coarse ? &self->coarse_cost : &self->sharp_cost;

  *cost = *cost > 0 ? *cost + (took - *cost) * LATEST : took;
  self->last_answer = now;
}

static void
render_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  Request *request = user_data;
  AncPageView *self = request->view;
  g_autoptr (GError) error = NULL;
  g_autoptr (AncPagePicture) picture = anc_page_source_render_finish (ANC_PAGE_SOURCE (object), result, &error);

  /* Not in the list any more: the view shows another document, or is gone. */
  if (!g_ptr_array_remove_fast (self->requests, request))
    {
      free_request (request);
      return;
    }

  if (picture != NULL)
    {
      note_cost (self, request);
      anc_page_cache_put (self->cache, &request->tile, request->is_whole_page, picture);
      /* What is drawn ahead changes nothing: a frame for it would hold up that of the page turned to next. */
      if (is_visible (self, request->tile.page))
        gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* Translators: why a page cannot be drawn. */
      g_autofree char *words = g_strdup_printf (_ ("%s\n\nClick here or press F5 to try again."), error->message);

      anc_page_view_set_failure (self, request->tile.page, words);
    }
  anc_page_view_update_pictures (self);
  anc_page_view_read_next (self);
  free_request (request);
}

static Request *
find_request (AncPageView *self,
              const AncPageTile *tile)
{
  for (guint i = 0; i < self->requests->len; i++)
    {
      Request *request = g_ptr_array_index (self->requests, i);

      if (request->tile.page == tile->page && request->tile.scale == tile->scale
          && request->tile.row == tile->row && request->tile.column == tile->column)
        return request;
    }

  return NULL;
}

static void
ask (AncPageView *self,
     const Wanted *wanted)
{
  Request *request = g_new0 (Request, 1);

  request->view = g_object_ref (self);
  request->tile = wanted->tile;
  request->is_whole_page = wanted->is_whole_page;
  request->is_coarse = wanted->is_coarse;
  request->cancellable = g_cancellable_new ();
  request->since = g_get_monotonic_time ();
  request->is_wanted = TRUE;
  g_ptr_array_add (self->requests, request);
  anc_page_source_render_async (self->source, wanted->tile.page, wanted->region, wanted->tile.scale, wanted->priority, request->cancellable, render_cb, request);
}

static gboolean
rush_cb (gpointer user_data)
{
  AncPageView *self = user_data;

  self->rush_id = 0;
  anc_page_view_update_pictures (self);

  return G_SOURCE_REMOVE;
}

static gboolean
patience_cb (gpointer user_data)
{
  AncPageView *self = user_data;

  self->patience_id = 0;
  anc_page_view_update_pictures (self);

  return G_SOURCE_REMOVE;
}

/* Takes back what is not wanted any more and takes long. A cancelled request answers at once, perhaps before this returns. */
static void
take_back (AncPageView *self)
{
  const gint64 now = g_get_monotonic_time ();

  for (guint i = self->requests->len; i > 0; i--)
    {
      Request *request = g_ptr_array_index (self->requests, i - 1);

      if (request->is_wanted || g_cancellable_is_cancelled (request->cancellable))
        continue;
      if (now - request->since >= PATIENCE * 1000)
        g_cancellable_cancel (request->cancellable);
      else if (self->patience_id == 0)
        self->patience_id = g_timeout_add (PATIENCE, patience_cb, self);
    }
}

/**
 * anc_page_view_update_pictures:
 * @self: a view
 *
 * Asks for what is shown and has no picture yet, and takes back what is not wanted any more.
 */
void
anc_page_view_update_pictures (AncPageView *self)
{
  g_autoptr (GArray) wanted = NULL;

  if (self->layout == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  anc_page_cache_set_max_bytes (self->cache, get_max_bytes (self));
  wanted = list_wanted (self);
  for (guint i = 0; i < self->requests->len; i++)
    ((Request *) g_ptr_array_index (self->requests, i))->is_wanted = FALSE;

  for (guint i = 0; i < wanted->len; i++)
    {
      const Wanted *next = &g_array_index (wanted, Wanted, i);
      Request *request = find_request (self, &next->tile);

      if (request != NULL)
        request->is_wanted = TRUE;
      else if (anc_page_cache_get (self->cache, &next->tile) == NULL && self->requests->len < MAX_REQUESTS)
        ask (self, next);
    }

  if (self->rush_id == 0 && anc_page_view_outruns (self, self->sharp_cost))
    self->rush_id = g_timeout_add (WATCH, rush_cb, self);
  take_back (self);
  anc_page_view_tell_whether_busy (self);
}

/* Takes back all requests; their answers find themselves forgotten. */
void
anc_page_view_forget_pictures (AncPageView *self)
{
  g_autoptr (GPtrArray) requests = g_steal_pointer (&self->requests);

  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_handle_id (&self->rush_id, g_source_remove);
  self->coarse_cost = self->sharp_cost = 0;
  self->requests = g_ptr_array_new ();
  for (guint i = 0; i < requests->len; i++)
    g_cancellable_cancel (((Request *) g_ptr_array_index (requests, i))->cancellable);
  g_clear_pointer (&self->cache, anc_page_cache_free);
  g_hash_table_remove_all (self->failures);
}
