/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-columns-layout.h"

#define SPACING 18

/* Lines shorter than this, in multiples of what the children can do with, are tiresome to read. */
#define COMFORT 1.6

struct _AncColumnsLayout
{
  GtkLayoutManager parent_instance;

  int width; /* for which the children were last placed; 0: never */
  gboolean is_side_by_side;
};

G_DEFINE_FINAL_TYPE (AncColumnsLayout, anc_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
get_second (GtkWidget *widget)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = first != NULL ? gtk_widget_get_next_sibling (first) : NULL;

  return second != NULL && gtk_widget_should_layout (second) ? second : NULL;
}

static void
measure_child (GtkWidget *child,
               GtkOrientation orientation,
               int for_size,
               int *minimum,
               int *natural)
{
  *minimum = *natural = 0;
  if (child != NULL)
    gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
}

static int
get_first_width (int width)
{
  return (width - SPACING) * 3 / 5;
}

/* What stands side by side stays so for the same width as long as it fits: a number that gets one more digit does
 * not turn the page over. */
static gboolean
has_room (AncColumnsLayout *self,
          GtkWidget *widget,
          int width)
{
  const gboolean stays = self->is_side_by_side && self->width == width;
  const double comfort = stays ? 1 : COMFORT;
  const int first_width = get_first_width (width);
  int first, second, natural;

  if (get_second (widget) == NULL)
    return FALSE;

  measure_child (gtk_widget_get_first_child (widget), GTK_ORIENTATION_HORIZONTAL, -1, &first, &natural);
  measure_child (get_second (widget), GTK_ORIENTATION_HORIZONTAL, -1, &second, &natural);
  return first_width >= comfort * first && width - SPACING - first_width >= comfort * second;
}

static void
measure_height (AncColumnsLayout *self,
                GtkWidget *widget,
                int width,
                int *minimum,
                int *natural)
{
  const gboolean side_by_side = width >= 0 && has_room (self, widget, width);
  const int first_width = side_by_side ? get_first_width (width) : width;
  const int second_width = side_by_side ? width - SPACING - first_width : width;
  int first_minimum, first_natural, second_minimum, second_natural;

  measure_child (gtk_widget_get_first_child (widget), GTK_ORIENTATION_VERTICAL, first_width, &first_minimum, &first_natural);
  measure_child (get_second (widget), GTK_ORIENTATION_VERTICAL, second_width, &second_minimum, &second_natural);
  if (side_by_side)
    {
      *minimum = MAX (first_minimum, second_minimum);
      *natural = MAX (first_natural, second_natural);
    }
  else
    {
      const int spacing = get_second (widget) != NULL ? SPACING : 0;

      *minimum = first_minimum + spacing + second_minimum;
      *natural = first_natural + spacing + second_natural;
    }
}

static void
anc_columns_layout_measure (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  int first_minimum, first_natural, second_minimum, second_natural;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      measure_height (ANC_COLUMNS_LAYOUT (manager), widget, for_size, minimum, natural);
      return;
    }

  measure_child (gtk_widget_get_first_child (widget), orientation, -1, &first_minimum, &first_natural);
  measure_child (get_second (widget), orientation, -1, &second_minimum, &second_natural);
  *minimum = MAX (first_minimum, second_minimum);
  *natural = first_natural + (get_second (widget) != NULL ? SPACING + second_natural : 0);
}

static void
place (GtkWidget *widget,
       GtkWidget *child,
       int x,
       int y,
       int width,
       int height)
{
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const GtkAllocation allocation = { rtl ? gtk_widget_get_width (widget) - x - width : x, y, width, height };

  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
anc_columns_layout_allocate (GtkLayoutManager *manager,
                             GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  AncColumnsLayout *self = ANC_COLUMNS_LAYOUT (manager);
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = get_second (widget);
  const int first_width = get_first_width (width);
  int first_height, natural;

  if (first == NULL)
    return;
  self->is_side_by_side = has_room (self, widget, width);
  self->width = width;
  if (self->is_side_by_side)
    {
      place (widget, first, 0, 0, first_width, height);
      place (widget, second, first_width + SPACING, 0, width - SPACING - first_width, height);
      return;
    }

  measure_child (first, GTK_ORIENTATION_VERTICAL, width, &first_height, &natural);
  place (widget, first, 0, 0, width, second != NULL ? first_height : height);
  if (second != NULL)
    place (widget, second, 0, first_height + SPACING, width, MAX (0, height - first_height - SPACING));
}

static GtkSizeRequestMode
anc_columns_layout_get_request_mode (GtkLayoutManager *manager,
                                     GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
anc_columns_layout_class_init (AncColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = anc_columns_layout_measure;
  manager_class->allocate = anc_columns_layout_allocate;
  manager_class->get_request_mode = anc_columns_layout_get_request_mode;
}

static void
anc_columns_layout_init (AncColumnsLayout *self)
{
}

/**
 * anc_columns_layout_new:
 *
 * Returns: (transfer full): a layout for a widget of at most two children
 */
GtkLayoutManager *
anc_columns_layout_new (void)
{
  return g_object_new (ANC_TYPE_COLUMNS_LAYOUT, NULL);
}
