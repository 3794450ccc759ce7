/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-line-layout.h"

/* How narrow the text may become, in the width of common letters. */
#define MIN_CHARS 12

/**
 * AncLineLayout:
 *
 * A text that wraps, and beside it what does not: the first child takes what the natural widths of the others
 * leave, each as high as it has to be, all on one middle line.
 *
 * A box would do the same at ten times the work: it asks the text how narrow it could be for the height it has,
 * and a label answers that by laying itself out for one width after another. Here the text, which can break
 * anywhere, is never asked for a width.
 */
struct _AncLineLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (AncLineLayout, anc_line_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
get_text_width (GtkWidget *text)
{
  const int chars = GTK_IS_LABEL (text) ? gtk_label_get_width_chars (GTK_LABEL (text)) : MIN_CHARS;
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (text), NULL, NULL);
  const int width = PANGO_PIXELS_CEIL (chars * pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  return width;
}

static int
get_natural_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* What stands beside the first child, with the spaces between. */
static int
get_width_beside (AncLineLayout *self,
                  GtkWidget *widget)
{
  int width = 0;

  for (GtkWidget *child = gtk_widget_get_next_sibling (gtk_widget_get_first_child (widget)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      width += self->spacing + get_natural_width (child);

  return width;
}

static void
measure_height (AncLineLayout *self,
                GtkWidget *widget,
                int width,
                int *minimum,
                int *natural)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  const int first_width = width < 0 ? -1 : MAX (0, width - get_width_beside (self, widget));

  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child,
                          GTK_ORIENTATION_VERTICAL,
                          child == first ? first_width : get_natural_width (child),
                          &child_minimum,
                          &child_natural,
                          NULL,
                          NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
anc_line_layout_measure (GtkLayoutManager *manager,
                         GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  AncLineLayout *self = ANC_LINE_LAYOUT (manager);

  *minimum = *natural = 0;
  if (gtk_widget_get_first_child (widget) == NULL)
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      measure_height (self, widget, for_size, minimum, natural);
      return;
    }

  *minimum = *natural = get_text_width (gtk_widget_get_first_child (widget)) + get_width_beside (self, widget);
}

/* At @x from where lines start, in the middle. */
static void
place (GtkWidget *widget,
       GtkWidget *child,
       int x,
       int width,
       int room)
{
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation allocation = { rtl ? gtk_widget_get_width (widget) - x - width : x, 0, width, 0 };
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  allocation.height = MIN (natural, room);
  allocation.y = (room - allocation.height) / 2;
  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
anc_line_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget *widget,
                          int width,
                          int height,
                          int baseline)
{
  AncLineLayout *self = ANC_LINE_LAYOUT (manager);
  GtkWidget *first = gtk_widget_get_first_child (widget);
  int x;

  if (first == NULL)
    return;

  x = MAX (0, width - get_width_beside (self, widget));
  place (widget, first, 0, x, height);
  for (GtkWidget *child = gtk_widget_get_next_sibling (first); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_width;

      if (!gtk_widget_should_layout (child))
        continue;
      child_width = get_natural_width (child);
      place (widget, child, x + self->spacing, child_width, height);
      x += self->spacing + child_width;
    }
}

static GtkSizeRequestMode
anc_line_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
anc_line_layout_class_init (AncLineLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = anc_line_layout_measure;
  manager_class->allocate = anc_line_layout_allocate;
  manager_class->get_request_mode = anc_line_layout_get_request_mode;
}

static void
anc_line_layout_init (AncLineLayout *self)
{
}

/**
 * anc_line_layout_new:
 * @spacing: between the children, in pixels
 *
 * Returns: (transfer full): a layout for a widget whose first child is a text that wraps, anywhere if it has to
 */
GtkLayoutManager *
anc_line_layout_new (int spacing)
{
  AncLineLayout *self = g_object_new (ANC_TYPE_LINE_LAYOUT, NULL);

  self->spacing = spacing;

  return GTK_LAYOUT_MANAGER (self);
}

/**
 * anc_line_layout_create_text:
 * @text: (nullable): what it says
 *
 * A label that wraps anywhere costs most where it is asked how narrow it could be: unless it is told, it tries
 * with a letter a line.
 *
 * Returns: (transfer floating): a text that wraps, anywhere if it has to, down to the width such a layout grants
 */
GtkWidget *
anc_line_layout_create_text (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return label;
}
