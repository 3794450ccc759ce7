/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-view-private.h"

#include <math.h>

/* A page up to this many pixels is one picture; a larger one is cut into squares of this side. */
#define MAX_WHOLE_PIXELS (3.0 * 1024 * 1024)
#define TILE_SIDE 1024.0

/* How wide the coarse picture of a page is that is shown until the sharp one is there, in pixels. */
#define COARSE_WIDTH 200.0

/* So many pages before and after those on screen are drawn ahead, and twice as many coarsely. */
#define N_AHEAD 2

/* So many pictures are asked for at a time: what is asked for must still be what is wanted next. */
#define MAX_REQUESTS 3

typedef struct
{
  AncPageView *view;
  AncPageTile tile;
  gboolean is_whole_page;
  GCancellable *cancellable;
  gboolean is_wanted;
} Request;

typedef struct
{
  AncPageTile tile;
  AncRect region;
  gboolean is_whole_page;
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
  const double side = TILE_SIDE / scale;
  AncPageTile tile = { page, scale, 0, 0 };
  double width, height;

  anc_page_source_get_page_size (self->source, page, &width, &height);
  if (width * scale * height * scale <= MAX_WHOLE_PIXELS)
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

static void
want_on_screen (AncPageView *self,
                const AncPageTile *tile,
                AncRect region,
                gboolean is_whole_page,
                gpointer user_data)
{
  Wanted wanted = { *tile, region, is_whole_page, ANC_PAGE_PRIORITY_SCREEN };

  if (is_on_screen (self, tile->page, region)
      && !g_hash_table_contains (self->failures, GUINT_TO_POINTER (tile->page)))
    g_array_append_val ((GArray *) user_data, wanted);
}

static void
want_soon (AncPageView *self,
           const AncPageTile *tile,
           AncRect region,
           gboolean is_whole_page,
           gpointer user_data)
{
  Wanted wanted = { *tile, region, is_whole_page, ANC_PAGE_PRIORITY_SOON };

  if (is_whole_page && !g_hash_table_contains (self->failures, GUINT_TO_POINTER (tile->page)))
    g_array_append_val ((GArray *) user_data, wanted);
}

static void
want_coarse (AncPageView *self,
             guint page,
             int priority,
             GArray *wanted)
{
  double width, height;
  Wanted coarse = { .priority = priority, .is_whole_page = TRUE };

  if (g_hash_table_contains (self->failures, GUINT_TO_POINTER (page)))
    return;

  anc_page_source_get_page_size (self->source, page, &width, &height);
  coarse.tile = (AncPageTile){ page, COARSE_WIDTH / MAX (width, 1), 0, 0 };
  coarse.region = (AncRect){ 0, 0, width, height };
  if (coarse.tile.scale < anc_page_view_get_scale (self)
      && anc_page_cache_get_whole_page (self->cache, page, coarse.tile.scale) == NULL)
    g_array_append_val (wanted, coarse);
}

/* All that is not there yet, the most urgent first. */
static GArray *
list_wanted (AncPageView *self)
{
  GArray *wanted = g_array_new (FALSE, FALSE, sizeof (Wanted));
  const guint n_pages = anc_page_layout_get_n_pages (self->layout);
  guint first, last;

  if (!anc_page_view_find_visible (self, &first, &last))
    return wanted;

  for (guint page = first; page <= last; page++)
    want_coarse (self, page, ANC_PAGE_PRIORITY_SCREEN, wanted);
  for (guint page = first; page <= last; page++)
    anc_page_view_each_tile (self, page, want_on_screen, wanted);
  for (guint i = 1; i <= 2 * N_AHEAD; i++)
    {
      if (last + i < n_pages)
        want_coarse (self, last + i, ANC_PAGE_PRIORITY_SOON, wanted);
      if (first >= i)
        want_coarse (self, first - i, ANC_PAGE_PRIORITY_SOON, wanted);
    }
  for (guint i = 1; i <= N_AHEAD; i++)
    {
      if (last + i < n_pages)
        anc_page_view_each_tile (self, last + i, want_soon, wanted);
      if (first >= i)
        anc_page_view_each_tile (self, first - i, want_soon, wanted);
    }

  return wanted;
}

/* ---- Asking -------------------------------------------------------------------------------- */

static void
render_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  Request *request = user_data;
  AncPageView *self = request->view;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = anc_page_source_render_finish (ANC_PAGE_SOURCE (object), result, &error);

  /* Not in the list any more: the view shows another document, or is gone. */
  if (!g_ptr_array_remove_fast (self->requests, request))
    {
      free_request (request);
      return;
    }

  if (texture != NULL)
    {
      anc_page_cache_put (self->cache, &request->tile, request->is_whole_page, texture);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_hash_table_insert (self->failures, GUINT_TO_POINTER (request->tile.page), g_strdup (error->message));
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  anc_page_view_update_pictures (self);
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
  request->cancellable = g_cancellable_new ();
  request->is_wanted = TRUE;
  g_ptr_array_add (self->requests, request);
  anc_page_source_render_async (self->source, wanted->tile.page, wanted->region, wanted->tile.scale, wanted->priority, request->cancellable, render_cb, request);
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

  wanted = list_wanted (self);
  for (guint i = 0; i < self->requests->len; i++)
    ((Request *) g_ptr_array_index (self->requests, i))->is_wanted = FALSE;

  for (guint i = 0; i < wanted->len; i++)
    {
      const Wanted *next = &g_array_index (wanted, Wanted, i);
      Request *request = find_request (self, &next->tile);

      if (request != NULL)
        request->is_wanted = TRUE;
      else if (self->requests->len < MAX_REQUESTS && anc_page_cache_get (self->cache, &next->tile) == NULL)
        ask (self, next);
    }

  /* A cancelled request answers at once, perhaps before this returns: from a copy of the list. */
  for (guint i = self->requests->len; i > 0; i--)
    {
      Request *request = g_ptr_array_index (self->requests, i - 1);

      if (!request->is_wanted && !g_cancellable_is_cancelled (request->cancellable))
        g_cancellable_cancel (request->cancellable);
    }
}

/* Takes back all requests; their answers find themselves forgotten. */
void
anc_page_view_forget_pictures (AncPageView *self)
{
  g_autoptr (GPtrArray) requests = g_steal_pointer (&self->requests);

  self->requests = g_ptr_array_new ();
  for (guint i = 0; i < requests->len; i++)
    g_cancellable_cancel (((Request *) g_ptr_array_index (requests, i))->cancellable);
  g_clear_pointer (&self->cache, anc_page_cache_free);
  g_hash_table_remove_all (self->failures);
}
