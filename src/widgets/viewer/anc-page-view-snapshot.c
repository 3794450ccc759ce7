/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-view-private.h"

#include <malloc.h>

/* How a page is marked: the colours of paper and ink stay the same on a dark desktop, as the page does. */
static const GdkRGBA paper = { 1, 1, 1, 1 };
static const GdkRGBA paper_edge = { 0, 0, 0, 0.15f };
static const GdkRGBA selection = { 0.21f, 0.52f, 0.89f, 0.35f };
static const GdkRGBA match_colour = { 0.97f, 0.83f, 0.13f, 0.45f };
static const GdkRGBA current_match_colour = { 0.9f, 0.38f, 0, 0.5f };
static const GdkRGBA place_colour = { 0.18f, 0.76f, 0.49f, 0.25f };
static const GdkRGBA place_edge = { 0.15f, 0.64f, 0.41f, 1 };
static const GdkRGBA mark_colour = { 0.21f, 0.52f, 0.89f, 0.16f };
static const GdkRGBA mark_edge = { 0.11f, 0.44f, 0.85f, 0.9f };

/* Room between a marked place and its frame, in points. */
#define PLACE_MARGIN 2

/* So long nothing is drawn when somebody reads, in ms. */
#define REST 300

typedef struct
{
  GtkSnapshot *snapshot;
  float scale_factor;
  gboolean with_cairo;
} Drawing;

static graphene_rect_t
to_graphene (AncRect rect)
{
  return GRAPHENE_RECT_INIT ((float) rect.x0, (float) rect.y0, (float) anc_rect_width (rect), (float) anc_rect_height (rect));
}

static void
fill_place (AncPageView *self,
            GtkSnapshot *snapshot,
            guint page,
            AncRect rect,
            const GdkRGBA *colour)
{
  graphene_rect_t area = to_graphene (anc_page_layout_get_place (self->layout, page, rect));

  gtk_snapshot_append_color (snapshot, colour, &area);
}

/* From the page as the document shows it, at the zoom, to where it stands turned. */
static void
turn_to_page (AncPageView *self,
              GtkSnapshot *snapshot,
              guint page)
{
  AncRect place = anc_page_layout_get_page (self->layout, page);
  guint turns = anc_page_layout_get_turns (self->layout);
  graphene_point_t corner = GRAPHENE_POINT_INIT ((float) (turns == 1 || turns == 2 ? place.x1 : place.x0),
                                                 (float) (turns == 2 || turns == 3 ? place.y1 : place.y0));

  gtk_snapshot_translate (snapshot, &corner);
  gtk_snapshot_rotate (snapshot, 90.0f * (float) turns);
}

/* A sharp picture, each of its pixels on one of the screen. */
static void
draw_tile (AncPageView *self,
           const AncPageTile *tile,
           AncRect region,
           gboolean is_whole_page,
           gpointer user_data)
{
  const Drawing *drawing = user_data;
  const float side = ANC_PAGE_VIEW_TILE_SIDE / drawing->scale_factor;
  AncPagePicture *picture = anc_page_cache_get (self->cache, tile);
  graphene_rect_t area;

  if (picture == NULL)
    return;

  area = GRAPHENE_RECT_INIT ((float) tile->column * side,
                             (float) tile->row * side,
                             (float) anc_page_picture_get_width (picture) / drawing->scale_factor,
                             (float) anc_page_picture_get_height (picture) / drawing->scale_factor);
  anc_page_picture_snapshot (picture, drawing->snapshot, &area, drawing->with_cairo);
}

/* Below the sharp pictures, where they are not all there, the best one of the whole page. */
static void
draw_picture (AncPageView *self,
              GtkSnapshot *snapshot,
              guint page)
{
  Drawing drawing = { snapshot, (float) gtk_widget_get_scale_factor (GTK_WIDGET (self)), FALSE };
  const double scale = anc_page_view_get_scale (self);
  AncPagePicture *best = anc_page_cache_get_whole_page (self->cache, page, scale);
  AncPageTile sharp = { page, scale, 0, 0 };
  AncRect place = anc_page_layout_get_page (self->layout, page);
  gboolean is_on_its_side = anc_page_layout_get_turns (self->layout) % 2 == 1;
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) (is_on_its_side ? anc_rect_height (place) : anc_rect_width (place)), (float) (is_on_its_side ? anc_rect_width (place) : anc_rect_height (place)));

  drawing.with_cairo = GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (self))));
  gtk_snapshot_save (snapshot);
  turn_to_page (self, snapshot, page);
  if (best != NULL && best != anc_page_cache_get (self->cache, &sharp))
    anc_page_picture_snapshot (best, snapshot, &area, drawing.with_cairo);
  anc_page_view_each_tile (self, page, draw_tile, &drawing);
  gtk_snapshot_restore (snapshot);
}

static void
draw_message (AncPageView *self,
              GtkSnapshot *snapshot,
              AncRect place,
              const char *message)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), message);
  const GdkRGBA ink = { 0.2f, 0.2f, 0.2f, 1 };

  pango_layout_set_width (layout, (int) (anc_rect_width (place) * 0.8 * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (place.x0 + anc_rect_width (place) * 0.1), (float) (place.y0 + anc_rect_height (place) * 0.3)));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
draw_selection (AncPageView *self,
                GtkSnapshot *snapshot,
                guint page)
{
  g_autoptr (GArray) places = NULL;
  guint first, last;

  if (!anc_page_view_get_selected (self, page, &first, &last))
    return;

  places = anc_page_words_list_places (anc_page_view_get_words (self, page), first, last);
  for (guint i = 0; i < places->len; i++)
    fill_place (self, snapshot, page, g_array_index (places, AncRect, i), &selection);
}

static void
draw_matches (AncPageView *self,
              GtkSnapshot *snapshot,
              guint first_page,
              guint last_page)
{
  for (guint i = 0; self->matches != NULL && i < self->matches->len; i++)
    {
      const AncPageMatch *match = g_ptr_array_index (self->matches, i);

      if (match->page > last_page)
        return;
      for (guint j = 0; match->page >= first_page && j < match->n_rects; j++)
        fill_place (self, snapshot, match->page, match->rects[j], i == self->current_match ? &current_match_colour : &match_colour);
    }
}

/* A place a citation points to: framed, so that it shows without its colour too. */
static void
draw_place (AncPageView *self,
            GtkSnapshot *snapshot,
            const AncPagePlace *place,
            float width,
            const GdkRGBA *colour,
            const GdkRGBA *edge)
{
  const float widths[] = { width, width, width, width };
  const GdkRGBA colours[] = { *edge, *edge, *edge, *edge };
  AncRect rect = place->rect;
  GskRoundedRect frame;
  graphene_rect_t area;

  rect = (AncRect){ rect.x0 - PLACE_MARGIN, rect.y0 - PLACE_MARGIN, rect.x1 + PLACE_MARGIN, rect.y1 + PLACE_MARGIN };
  if (anc_rect_width (place->rect) <= 0)
    return;

  area = to_graphene (anc_page_layout_get_place (self->layout, place->page, rect));
  gsk_rounded_rect_init_from_rect (&frame, &area, 3);
  gtk_snapshot_append_color (snapshot, colour, &area);
  gtk_snapshot_append_border (snapshot, &frame, widths, colours);
}

static void
draw_places (AncPageView *self,
             GtkSnapshot *snapshot,
             guint first_page,
             guint last_page)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const AncPagePlace *mark = &g_array_index (self->marks, AncPagePlace, i);

      if (mark->page >= first_page && mark->page <= last_page)
        draw_place (self, snapshot, mark, 1, &mark_colour, &mark_edge);
    }
  if (self->has_place && self->place.page >= first_page && self->place.page <= last_page)
    draw_place (self, snapshot, &self->place, 2, &place_colour, &place_edge);
}

static void
draw_page (AncPageView *self,
           GtkSnapshot *snapshot,
           guint page)
{
  const float widths[] = { 1, 1, 1, 1 };
  const GdkRGBA colours[] = { paper_edge, paper_edge, paper_edge, paper_edge };
  AncRect place = anc_page_layout_get_page (self->layout, page);
  const char *failure = anc_page_view_get_failure (self, page);
  graphene_rect_t area = to_graphene (place);
  graphene_rect_t edge = GRAPHENE_RECT_INIT (area.origin.x - 1, area.origin.y - 1, area.size.width + 2, area.size.height + 2);
  GskRoundedRect frame;

  gtk_snapshot_append_color (snapshot, &paper, &area);
  gsk_rounded_rect_init_from_rect (&frame, &edge, 0);
  gtk_snapshot_append_border (snapshot, &frame, widths, colours);
  if (failure != NULL)
    draw_message (self, snapshot, place, failure);
  else
    draw_picture (self, snapshot, page);
  draw_selection (self, snapshot, page);
}

/* For each frame GTK and cairo take pictures as large as the window, which the allocator keeps for the next one. */
static gboolean
give_back_cb (gpointer user_data)
{
  AncPageView *self = user_data;

  if (g_get_monotonic_time () - self->last_drawn < REST * 1000)
    return G_SOURCE_CONTINUE;

  self->give_back_id = 0;
  malloc_trim (0);

  return G_SOURCE_REMOVE;
}

void
anc_page_view_snapshot (GtkWidget *widget,
                        GtkSnapshot *snapshot)
{
  AncPageView *self = ANC_PAGE_VIEW (widget);
  const int height = gtk_widget_get_height (widget);
  gboolean is_here;
  double left, top;
  guint first, last;

  if (self->layout == NULL)
    return;
  is_here = anc_page_view_find_drawn (self, &left, &top);
  if (!anc_page_layout_find_visible (self->layout, top, top + height, &first, &last))
    return;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) height));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) -left, (float) -top));
  for (guint page = first; page <= last; page++)
    draw_page (self, snapshot, page);
  draw_matches (self, snapshot, first, last);
  draw_places (self, snapshot, first, last);
  gtk_snapshot_restore (snapshot);
  for (GtkWidget *field = is_here ? gtk_widget_get_first_child (widget) : NULL; field != NULL; field = gtk_widget_get_next_sibling (field))
    gtk_widget_snapshot_child (widget, field, snapshot);
  gtk_snapshot_pop (snapshot);

  self->last_drawn = g_get_monotonic_time ();
  if (self->give_back_id == 0)
    self->give_back_id = g_timeout_add (REST, give_back_cb, self);
}
