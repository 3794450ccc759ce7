/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-apart-layout.h"

/**
 * AncApartLayout:
 *
 * For a widget whose one child scrolls: its size is given, never asked of the child. What changes in there is
 * then measured at the one width it gets, and not at those that the window would try for itself: for wrapped
 * texts that is most of the work of a frame.
 */
struct _AncApartLayout
{
  GtkLayoutManager parent_instance;

  int width;
  int height;
};

G_DEFINE_FINAL_TYPE (AncApartLayout, anc_apart_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
anc_apart_layout_measure (GtkLayoutManager *manager,
                          GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  AncApartLayout *self = ANC_APART_LAYOUT (manager);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;
}

static void
anc_apart_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget *widget,
                           int width,
                           int height,
                           int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static GtkSizeRequestMode
anc_apart_layout_get_request_mode (GtkLayoutManager *manager,
                                   GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
anc_apart_layout_class_init (AncApartLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = anc_apart_layout_measure;
  manager_class->allocate = anc_apart_layout_allocate;
  manager_class->get_request_mode = anc_apart_layout_get_request_mode;
}

static void
anc_apart_layout_init (AncApartLayout *self)
{
}

/**
 * anc_apart_layout_new:
 * @width: the least and the natural width, in pixels
 * @height: the least and the natural height
 *
 * Returns: (transfer full): a layout for a widget of one child
 */
GtkLayoutManager *
anc_apart_layout_new (int width,
                      int height)
{
  AncApartLayout *self = g_object_new (ANC_TYPE_APART_LAYOUT, NULL);

  self->width = width;
  self->height = height;

  return GTK_LAYOUT_MANAGER (self);
}
