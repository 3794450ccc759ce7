/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-view-private.h"

#include <math.h>

/* How far below the top of the view a place comes to stand that is shown, as a part of its height. */
#define PLACE_AT (1.0 / 3)

/* So long nothing moves when somebody reads, in ms. */
#define REST 120

/* And so much longer they stay before the page is read from its picture, which takes a processor a second and 45 MB: most
 * who open a document, or look for a page, turn on before that. */
#define STAY 2000

/* ---- Scrolling ----------------------------------------------------------------------------- */

double
anc_page_view_get_scroll (AncPageView *self,
                          GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  const double side = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  /* Half a pixel further everything would be blurred. */
  return adjustment != NULL ? round (gtk_adjustment_get_value (adjustment) * side) / side : 0;
}

void
anc_page_view_scroll_to (AncPageView *self,
                         GtkOrientation orientation,
                         double value)
{
  if (self->adjustments[orientation] != NULL)
    gtk_adjustment_set_value (self->adjustments[orientation], value);
}

gboolean
anc_page_view_find_visible (AncPageView *self,
                            guint *first,
                            guint *last)
{
  double top = anc_page_view_get_scroll (self, GTK_ORIENTATION_VERTICAL);

  return anc_page_layout_find_visible (self->layout, top, top + gtk_widget_get_height (GTK_WIDGET (self)), first, last);
}

static gboolean
stay_cb (gpointer user_data)
{
  AncPageView *self = user_data;

  self->read_id = 0;
  anc_page_view_read_next (self);

  return G_SOURCE_REMOVE;
}

static gboolean
rest_cb (gpointer user_data)
{
  AncPageView *self = user_data;
  guint first, last;

  self->rest_id = 0;
  if (self->layout == NULL || !anc_page_view_find_visible (self, &first, &last))
    return G_SOURCE_REMOVE;

  anc_page_view_note_rest (self, first, last);
  anc_page_view_forget_far_words (self, first, last);
  for (guint page = first; page <= last; page++)
    anc_page_view_ask_for_words (self, page);
  anc_page_view_move_children (self); /* makes fields */
  self->read_id = g_timeout_add (STAY, stay_cb, self);

  return G_SOURCE_REMOVE;
}

/* Words and links are only of use where somebody stays: those of pages that rush by would hold up their pictures. */
static void
wait_for_rest (AncPageView *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_handle_id (&self->read_id, g_source_remove);
  self->rest_id = g_timeout_add (REST, rest_cb, self);
}

/* What is shown has changed. */
static void
value_changed_cb (AncPageView *self)
{
  const double top = anc_page_view_get_scroll (self, GTK_ORIENTATION_VERTICAL);
  guint page = 0;

  if (top != self->last_top)
    self->reads_upwards = top < self->last_top;
  self->last_top = top;
  if (self->layout != NULL && anc_page_layout_get_n_pages (self->layout) > 0)
    page = anc_page_layout_find_current (self->layout, top, gtk_widget_get_height (GTK_WIDGET (self)));
  if (page != self->page)
    anc_page_view_queue_telling (self);
  self->page = page;
  anc_page_view_note_stop (self);
  wait_for_rest (self);
  anc_page_view_update_pictures (self);
  anc_page_view_move_children (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
configure_adjustment (AncPageView *self,
                      GtkOrientation orientation,
                      double content)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double size = orientation == GTK_ORIENTATION_HORIZONTAL ? gtk_widget_get_width (GTK_WIDGET (self))
                                                          : gtk_widget_get_height (GTK_WIDGET (self));

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, gtk_adjustment_get_value (adjustment), 0, MAX (content, size), size * 0.1, size * 0.9, size);
}

static void
configure_adjustments (AncPageView *self)
{
  configure_adjustment (self, GTK_ORIENTATION_HORIZONTAL, self->layout != NULL ? anc_page_layout_get_width (self->layout) : 0);
  configure_adjustment (self, GTK_ORIENTATION_VERTICAL, self->layout != NULL ? anc_page_layout_get_height (self->layout) : 0);
}

void
anc_page_view_set_adjustment (AncPageView *self,
                              GtkOrientation orientation,
                              GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], value_changed_cb, self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  configure_adjustments (self);
}

/* ---- Layout -------------------------------------------------------------------------------- */

/* Sets the zoom so that what is at a place of the view stays there. */
void
anc_page_view_zoom_at (AncPageView *self,
                       double zoom,
                       double x,
                       double y)
{
  double page_x, page_y;
  AncRect place;
  guint page;

  if (self->layout == NULL || anc_page_layout_get_n_pages (self->layout) == 0)
    return;

  page = anc_page_layout_locate (self->layout,
                                 x + anc_page_view_get_scroll (self, GTK_ORIENTATION_HORIZONTAL),
                                 y + anc_page_view_get_scroll (self, GTK_ORIENTATION_VERTICAL),
                                 &page_x,
                                 &page_y);
  self->fit = ANC_PAGE_FIT_NONE;
  anc_page_view_forget_stops (self);
  anc_page_layout_set_zoom (self->layout, zoom);
  configure_adjustments (self);

  place = anc_page_layout_get_place (self->layout, page, (AncRect){ page_x, page_y, page_x, page_y });
  anc_page_view_scroll_to (self, GTK_ORIENTATION_HORIZONTAL, place.x0 - x);
  anc_page_view_scroll_to (self, GTK_ORIENTATION_VERTICAL, place.y0 - y);
  value_changed_cb (self);
  anc_page_view_queue_telling (self);
}

/* Brings the layout in line with the size of the view, the top of the page shown kept in place. */
void
anc_page_view_lay_out (AncPageView *self)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int height = gtk_widget_get_height (GTK_WIDGET (self));
  double top = anc_page_view_get_scroll (self, GTK_ORIENTATION_VERTICAL);
  double zoom, new_zoom, page_x, page_y;
  guint page;

  if (self->layout == NULL || width == 0 || anc_page_layout_get_n_pages (self->layout) == 0)
    {
      configure_adjustments (self);
      return;
    }

  page = anc_page_layout_locate (self->layout, width / 2.0, top, &page_x, &page_y);
  zoom = anc_page_layout_get_zoom (self->layout);
  new_zoom = anc_page_layout_get_fitting_zoom (self->layout, self->fit, self->page, width, height);
  anc_page_view_forget_stops (self);
  anc_page_layout_set_scale_factor (self->layout, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  anc_page_layout_set_view_width (self->layout, width);
  anc_page_layout_set_zoom (self->layout, new_zoom);
  configure_adjustments (self);

  if (zoom != new_zoom)
    {
      if (top > 0)
        anc_page_view_scroll_to (self, GTK_ORIENTATION_VERTICAL, anc_page_layout_get_place (self->layout, page, (AncRect){ page_x, page_y, page_x, page_y }).y0);
      anc_page_view_queue_telling (self);
    }
  if (self->seeks_place)
    {
      self->seeks_place = FALSE;
      anc_page_view_scroll_to_place (self, &self->place);
    }
  value_changed_cb (self);
}

/* ---- Going to a place ------------------------------------------------------------------------- */

/**
 * anc_page_view_go_to_page:
 * @self: a view
 * @page: a page; the last one if there are fewer
 */
void
anc_page_view_go_to_page (AncPageView *self,
                          guint page)
{
  g_return_if_fail (ANC_IS_PAGE_VIEW (self));

  if (self->layout == NULL || anc_page_layout_get_n_pages (self->layout) == 0)
    return;

  page = MIN (page, anc_page_layout_get_n_pages (self->layout) - 1);
  anc_page_view_scroll_to (self, GTK_ORIENTATION_VERTICAL, anc_page_layout_get_page (self->layout, page).y0 - ANC_PAGE_LAYOUT_GAP);
}

void
anc_page_view_scroll_to_place (AncPageView *self,
                               const AncPagePlace *place)
{
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  const double width = gtk_widget_get_width (GTK_WIDGET (self));
  AncRect shown = anc_page_layout_get_place (self->layout, place->page, place->rect);
  double left = anc_page_view_get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
  double top = anc_page_view_get_scroll (self, GTK_ORIENTATION_VERTICAL);

  if (shown.y0 < top || shown.y1 > top + height)
    anc_page_view_scroll_to (self, GTK_ORIENTATION_VERTICAL, shown.y0 - height * PLACE_AT);
  if (shown.x0 < left || shown.x1 > left + width)
    anc_page_view_scroll_to (self, GTK_ORIENTATION_HORIZONTAL, shown.x0 - width * PLACE_AT);
}

/**
 * anc_page_view_show_place:
 * @self: a view
 * @place: (nullable): a place to mark and scroll to; %NULL marks none
 */
void
anc_page_view_show_place (AncPageView *self,
                          const AncPagePlace *place)
{
  g_return_if_fail (ANC_IS_PAGE_VIEW (self));

  self->has_place = place != NULL && self->layout != NULL && place->page < anc_page_layout_get_n_pages (self->layout);
  self->seeks_place = self->has_place && gtk_widget_get_height (GTK_WIDGET (self)) == 0;
  if (self->has_place)
    self->place = *place;
  if (self->has_place && !self->seeks_place)
    anc_page_view_scroll_to_place (self, place);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * anc_page_view_mark_places:
 * @self: a view
 * @marks: (array length=n_marks) (nullable): places to frame, besides the one that is shown
 * @n_marks: how many
 */
void
anc_page_view_mark_places (AncPageView *self,
                           const AncPagePlace *marks,
                           guint n_marks)
{
  g_return_if_fail (ANC_IS_PAGE_VIEW (self));

  g_array_set_size (self->marks, 0);
  if (n_marks > 0)
    g_array_append_vals (self->marks, marks, n_marks);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- Zoom and turn ------------------------------------------------------------------------- */

double
anc_page_view_get_zoom (AncPageView *self)
{
  g_return_val_if_fail (ANC_IS_PAGE_VIEW (self), 1);

  return self->layout != NULL ? anc_page_layout_get_zoom (self->layout) : 1;
}

/**
 * anc_page_view_set_zoom:
 * @self: a view
 * @zoom: pixels a point; the middle of the view stays where it is
 */
void
anc_page_view_set_zoom (AncPageView *self,
                        double zoom)
{
  g_return_if_fail (ANC_IS_PAGE_VIEW (self));

  anc_page_view_zoom_at (self, zoom, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

AncPageFit
anc_page_view_get_fit (AncPageView *self)
{
  g_return_val_if_fail (ANC_IS_PAGE_VIEW (self), ANC_PAGE_FIT_NONE);

  return self->fit;
}

void
anc_page_view_set_fit (AncPageView *self,
                       AncPageFit fit)
{
  g_return_if_fail (ANC_IS_PAGE_VIEW (self));

  self->fit = fit;
  anc_page_view_lay_out (self);
  anc_page_view_queue_telling (self);
}

/* What is selected of the first page that has some of it and whose words are there. */
static gboolean
find_selection (AncPageView *self,
                AncPagePlace *place)
{
  for (place->page = 0; place->page < anc_page_layout_get_n_pages (self->layout); place->page++)
    {
      g_autoptr (GArray) places = NULL;
      guint first, last;

      if (!anc_page_view_get_selected (self, place->page, &first, &last))
        continue;

      places = anc_page_words_list_places (anc_page_view_get_words (self, place->page), first, last);
      place->rect = g_array_index (places, AncRect, 0);
      for (guint i = 1; i < places->len; i++)
        place->rect = anc_rect_union (place->rect, g_array_index (places, AncRect, i));
      return TRUE;
    }

  return FALSE;
}

/**
 * anc_page_view_zoom_to_selection:
 * @self: a view
 *
 * Shows what is selected as large as it fits, in the middle.
 */
void
anc_page_view_zoom_to_selection (AncPageView *self)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self));
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  AncPagePlace place;
  AncRect shown;
  double zoom;

  g_return_if_fail (ANC_IS_PAGE_VIEW (self));

  if (self->layout == NULL || !find_selection (self, &place))
    return;

  zoom = anc_page_layout_get_zoom (self->layout);
  shown = anc_page_layout_get_place (self->layout, place.page, place.rect);
  anc_page_view_set_zoom (self, zoom * MIN ((width - 2 * ANC_PAGE_LAYOUT_GAP) / anc_rect_width (shown), (height - 2 * ANC_PAGE_LAYOUT_GAP) / anc_rect_height (shown)));
  shown = anc_page_layout_get_place (self->layout, place.page, place.rect);
  anc_page_view_scroll_to (self, GTK_ORIENTATION_HORIZONTAL, (shown.x0 + shown.x1 - width) / 2);
  anc_page_view_scroll_to (self, GTK_ORIENTATION_VERTICAL, (shown.y0 + shown.y1 - height) / 2);
}

/**
 * anc_page_view_turn:
 * @self: a view
 * @quarter_turns: by how many quarters all pages are turned, clockwise or, if negative, the other way
 */
void
anc_page_view_turn (AncPageView *self,
                    int quarter_turns)
{
  guint page;

  g_return_if_fail (ANC_IS_PAGE_VIEW (self));

  if (self->layout == NULL)
    return;

  page = self->page;
  anc_page_layout_set_turns (self->layout, anc_page_layout_get_turns (self->layout) + (guint) (quarter_turns % 4 + 4));
  anc_page_view_lay_out (self);
  anc_page_view_go_to_page (self, page);
}
