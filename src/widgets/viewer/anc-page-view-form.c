/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-view-private.h"

/* How high the letters of a field are, as a part of the field, and at most, in points. */
#define TEXT_PART 0.68
#define MAX_TEXT 11.0

/* The letters grow with the page. */
static void
set_text_size (GtkWidget *widget,
               double height)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (height * PANGO_SCALE)));
  if (GTK_IS_TEXT (widget))
    gtk_text_set_attributes (GTK_TEXT (widget), attributes);
}

static void
place_field (AncPageView *self,
             GtkWidget *widget,
             const AncPageField *field)
{
  AncRect place = anc_page_layout_get_place (self->layout, field->page, field->rect);
  double left = place.x0 - anc_page_view_get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
  double top = place.y0 - anc_page_view_get_scroll (self, GTK_ORIENTATION_VERTICAL);
  int width = (int) anc_rect_width (place);
  int height = (int) anc_rect_height (place);
  int min_width, min_height;
  GskTransform *transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) left, (float) top));
  float shrink;

  set_text_size (widget, MIN (anc_rect_height (field->rect) * TEXT_PART, MAX_TEXT) * anc_page_layout_get_zoom (self->layout));
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, MAX (width, min_width), &min_height, NULL, NULL, NULL);

  /* A widget has a least size; a smaller field shows it smaller. */
  shrink = (float) MIN (1, MIN ((double) width / MAX (min_width, 1), (double) height / MAX (min_height, 1)));
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
      GtkWidget *widget = g_ptr_array_index (self->field_widgets, i);

      if (widget != NULL && gtk_widget_should_layout (widget))
        place_field (self, widget, anc_page_form_get_field (self->form, i));
    }
}

/**
 * anc_page_view_show_fields:
 * @self: a view
 *
 * Makes the fields of the pages on screen, and hides the others. Turned pages show none.
 */
void
anc_page_view_show_fields (AncPageView *self)
{
  gboolean is_upright = self->layout != NULL && anc_page_layout_get_turns (self->layout) == 0;
  guint first = 1, last = 0;

  if (self->form == NULL || self->layout == NULL)
    return;
  if (is_upright && !anc_page_view_find_visible (self, &first, &last))
    is_upright = FALSE;

  for (guint i = 0; i < self->field_widgets->len; i++)
    {
      guint page = anc_page_form_get_field (self->form, i)->page;
      gboolean is_shown = is_upright && page >= first && page <= last && page < anc_page_layout_get_n_pages (self->layout);
      GtkWidget *widget = g_ptr_array_index (self->field_widgets, i);

      if (widget == NULL && is_shown)
        {
          widget = anc_page_form_create_widget (self->form, i);
          g_ptr_array_index (self->field_widgets, i) = widget;
          if (widget != NULL)
            gtk_widget_set_parent (widget, GTK_WIDGET (self));
        }
      if (widget != NULL)
        gtk_widget_set_child_visible (widget, is_shown);
    }
}

/* After the pages were moved. */
void
anc_page_view_move_fields (AncPageView *self)
{
  if (self->form == NULL)
    return;

  anc_page_view_show_fields (self);
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
