/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-view-private.h"

/* How high the letters of a field are, as a part of the field, and at most, in points. */
#define TEXT_PART 0.68
#define MAX_TEXT 11.0

/* The letters grow with the page. */
static void
set_text_size (AncPageView *self,
               GtkWidget *widget,
               const AncPageField *field)
{
  const double height = MIN (anc_rect_height (field->rect) * TEXT_PART, MAX_TEXT) * anc_page_layout_get_zoom (self->layout);
  g_autoptr (PangoAttrList) attributes = NULL;

  if (!GTK_IS_TEXT (widget))
    return;

  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (height * PANGO_SCALE)));
  if (!pango_attr_list_equal (attributes, gtk_text_get_attributes (GTK_TEXT (widget))))
    gtk_text_set_attributes (GTK_TEXT (widget), attributes);
}

/* Where the upper left corner of a place of the upright page has come to stand. */
static graphene_point_t
find_corner (AncPageView *self,
             AncRect place)
{
  const guint turns = anc_page_layout_get_turns (self->layout);
  const double left = anc_page_view_get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
  const double top = anc_page_view_get_scroll (self, GTK_ORIENTATION_VERTICAL);

  return GRAPHENE_POINT_INIT ((float) ((turns == 1 || turns == 2 ? place.x1 : place.x0) - left),
                              (float) ((turns == 2 || turns == 3 ? place.y1 : place.y0) - top));
}

/**
 * anc_page_view_place_child:
 * @self: a view that is given its size
 * @widget: a child of it that is shown
 * @page: the page it stands on
 * @rect: its place there, in points
 *
 * Puts a widget where it stands on its page, turned as that is.
 */
void
anc_page_view_place_child (AncPageView *self,
                           GtkWidget *widget,
                           guint page,
                           AncRect rect)
{
  const double zoom = anc_page_layout_get_zoom (self->layout);
  const graphene_point_t corner = find_corner (self, anc_page_layout_get_place (self->layout, page, rect));
  const int width = (int) (anc_rect_width (rect) * zoom);
  const int height = (int) (anc_rect_height (rect) * zoom);
  GskTransform *transform = gsk_transform_translate (NULL, &corner);
  int min_width, min_height;
  float shrink;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, MAX (width, min_width), &min_height, NULL, NULL, NULL);

  /* A widget has a least size; where there is less room it is shown smaller. */
  shrink = (float) MIN (1, MIN ((double) width / MAX (min_width, 1), (double) height / MAX (min_height, 1)));
  transform = gsk_transform_rotate (transform, 90.0f * (float) anc_page_layout_get_turns (self->layout));
  if (shrink < 1 && shrink > 0)
    transform = gsk_transform_scale (transform, shrink, shrink);
  gtk_widget_allocate (widget,
                       MAX (min_width, (int) ((float) width / MAX (shrink, 0.01f))),
                       MAX (min_height, (int) ((float) height / MAX (shrink, 0.01f))),
                       -1,
                       transform);
}

/**
 * anc_page_view_place_fields:
 * @self: a view that is given its size
 *
 * Puts the fields where they stand on their pages.
 */
void
anc_page_view_place_fields (AncPageView *self)
{
  for (guint i = 0; self->form != NULL && i < self->field_widgets->len; i++)
    {
      const AncPageField *field = anc_page_form_get_field (self->form, i);
      GtkWidget *widget = g_ptr_array_index (self->field_widgets, i);

      if (widget != NULL && gtk_widget_should_layout (widget))
        anc_page_view_place_child (self, widget, field->page, field->rect);
    }
}

/**
 * anc_page_view_show_fields:
 * @self: a view
 *
 * Shows the fields of the pages on screen and hides the others. A widget takes a millisecond to make and place, and the
 * picture of its page shows what the document holds: new ones are made where the pages are at rest.
 */
void
anc_page_view_show_fields (AncPageView *self)
{
  const gboolean moves = self->rest_id != 0;
  guint first = 1, last = 0;

  if (self->form == NULL || self->layout == NULL || !anc_page_view_find_visible (self, &first, &last))
    return;

  for (guint i = 0; i < self->field_widgets->len; i++)
    {
      const AncPageField *field = anc_page_form_get_field (self->form, i);
      gboolean is_shown = field->page >= first && field->page <= last && field->page < anc_page_layout_get_n_pages (self->layout);
      GtkWidget *widget = g_ptr_array_index (self->field_widgets, i);

      if (widget == NULL && is_shown && !moves)
        {
          widget = anc_page_form_create_widget (self->form, i);
          g_ptr_array_index (self->field_widgets, i) = widget;
          if (widget != NULL)
            gtk_widget_set_parent (widget, GTK_WIDGET (self));
        }
      if (widget == NULL)
        continue;
      if (is_shown)
        set_text_size (self, widget, field);
      gtk_widget_set_child_visible (widget, is_shown);
    }
}

static gboolean
move_cb (gpointer user_data)
{
  AncPageView *self = user_data;

  self->move_id = 0;
  anc_page_view_move_children (self);

  return G_SOURCE_REMOVE;
}

/* After the pages were moved. While the view is given its size nothing may ask for another, as what is new among its
 * children does, or is written larger: they are where they were until that is over. */
void
anc_page_view_move_children (AncPageView *self)
{
  if (self->form == NULL && g_hash_table_size (self->links) == 0)
    return;
  if (self->is_given_size)
    {
      if (self->move_id == 0)
        self->move_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, move_cb, self, NULL);
      return;
    }

  anc_page_view_show_fields (self);
  anc_page_view_show_links (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
anc_page_view_forget_form (AncPageView *self)
{
  for (guint i = 0; self->field_widgets != NULL && i < self->field_widgets->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (self->field_widgets, i);

      if (widget != NULL)
        gtk_widget_unparent (widget);
    }
  g_clear_pointer (&self->field_widgets, g_ptr_array_unref);
  g_clear_object (&self->form);
}

/**
 * anc_page_view_set_form:
 * @self: a view
 * @form: (nullable): the form of its document, to fill in on the pages
 */
void
anc_page_view_set_form (AncPageView *self,
                        AncPageForm *form)
{
  g_return_if_fail (ANC_IS_PAGE_VIEW (self));

  if (self->form == form)
    return;

  anc_page_view_forget_form (self);
  if (form == NULL)
    return;

  self->form = g_object_ref (form);
  self->field_widgets = g_ptr_array_new ();
  g_ptr_array_set_size (self->field_widgets, (int) anc_page_form_get_n_fields (form));
  anc_page_view_show_fields (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

AncPageForm *
anc_page_view_get_form (AncPageView *self)
{
  g_return_val_if_fail (ANC_IS_PAGE_VIEW (self), NULL);

  return self->form;
}
