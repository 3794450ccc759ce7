/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-exhibit-row.h"

#include "anc-outcome-badge.h"

/* In characters, so that they follow the size of the text. */
#define FIRST_CHARS 8
#define SECOND_CHARS 11
#define BADGE_CHARS 15

struct _AncExhibitRow
{
  GtkWidget parent_instance;

  GtkWidget *heading;
  GtkWidget *cells;
  GtkWidget *icon;
  GtkWidget *title;
  GtkWidget *detail;
  GtkWidget *first;
  GtkWidget *second;
  GtkWidget *badge_place;
  GtkWidget *badge;
  char *sentence; /* (nullable): all of it */
};

G_DEFINE_FINAL_TYPE (AncExhibitRow, anc_exhibit_row, GTK_TYPE_WIDGET)

void
anc_exhibit_cells_clear (AncExhibitCells *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->detail, g_free);
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->second, g_free);
  g_clear_pointer (&self->badge, g_free);
}

static GtkWidget *
create_label (const char *css_class,
              float xalign,
              int width_chars)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_width_chars (GTK_LABEL (label), width_chars);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* The two texts share what the numbers and the badge leave, three parts to two. */
static GtkWidget *
create_texts (AncExhibitRow *self)
{
  GtkWidget *texts = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (texts), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (texts), 6);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  self->title = create_label ("heading", 0, 6);
  self->detail = create_label ("dim-label", 0, 4);
  gtk_grid_attach (GTK_GRID (texts), self->title, 0, 0, 3, 1);
  gtk_grid_attach (GTK_GRID (texts), self->detail, 3, 0, 2, 1);

  return texts;
}

static GtkWidget *
create_badge_place (AncExhibitRow *self)
{
  GtkWidget *place = gtk_overlay_new ();

  /* An unseen text keeps the place as wide from row to row. */
  gtk_overlay_set_child (GTK_OVERLAY (place), create_label (NULL, 0, BADGE_CHARS));
  self->badge = anc_outcome_badge_new (ANC_OUTCOME_UNKNOWN);
  gtk_overlay_add_overlay (GTK_OVERLAY (place), self->badge);

  return place;
}

static void
anc_exhibit_row_dispose (GObject *object)
{
  AncExhibitRow *self = ANC_EXHIBIT_ROW (object);

  g_clear_pointer (&self->heading, gtk_widget_unparent);
  g_clear_pointer (&self->cells, gtk_widget_unparent);

  G_OBJECT_CLASS (anc_exhibit_row_parent_class)->dispose (object);
}

static void
anc_exhibit_row_finalize (GObject *object)
{
  g_free (ANC_EXHIBIT_ROW (object)->sentence);

  G_OBJECT_CLASS (anc_exhibit_row_parent_class)->finalize (object);
}

/* Asked for where the pointer rests: setting a text instead asks the display where the pointer is, for each row and each time. */
static gboolean
anc_exhibit_row_query_tooltip (GtkWidget *widget,
                               int x,
                               int y,
                               gboolean by_keyboard,
                               GtkTooltip *tooltip)
{
  AncExhibitRow *self = ANC_EXHIBIT_ROW (widget);

  gtk_tooltip_set_text (tooltip, self->sentence);
  return self->sentence != NULL;
}

static void
anc_exhibit_row_class_init (AncExhibitRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = anc_exhibit_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = anc_exhibit_row_finalize;
  widget_class->query_tooltip = anc_exhibit_row_query_tooltip;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "exhibit");
}

static void
anc_exhibit_row_init (AncExhibitRow *self)
{
  self->heading = create_label ("heading", 0, -1);
  gtk_widget_add_css_class (self->heading, "dim-label");
  gtk_widget_set_margin_top (self->heading, 6);
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));

  self->cells = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->first = create_label ("numeric", 1, FIRST_CHARS);
  self->second = create_label ("numeric", 1, SECOND_CHARS);
  self->badge_place = create_badge_place (self);
  gtk_box_append (GTK_BOX (self->cells), self->icon);
  gtk_box_append (GTK_BOX (self->cells), create_texts (self));
  gtk_box_append (GTK_BOX (self->cells), self->first);
  gtk_box_append (GTK_BOX (self->cells), self->second);
  gtk_box_append (GTK_BOX (self->cells), self->badge_place);
  gtk_widget_set_parent (self->cells, GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
anc_exhibit_row_new (void)
{
  return g_object_new (ANC_TYPE_EXHIBIT_ROW, NULL);
}

/* A screen reader reads the row the list makes around this one, which GTK 4.8 gives no name of its own. */
static void
say (AncExhibitRow *self,
     const char *sentence)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

/**
 * anc_exhibit_row_set_heading:
 * @self: a row
 * @heading: what stands under it
 */
void
anc_exhibit_row_set_heading (AncExhibitRow *self,
                             const char *heading)
{
  g_return_if_fail (ANC_IS_EXHIBIT_ROW (self));

  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  gtk_widget_set_visible (self->heading, TRUE);
  gtk_widget_set_visible (self->cells, FALSE);
  g_clear_pointer (&self->sentence, g_free);
  say (self, heading);
}

static void
set_label (GtkWidget *label,
           const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
}

/**
 * anc_exhibit_row_set_cells:
 * @self: a row
 * @cells: what stands in it
 */
void
anc_exhibit_row_set_cells (AncExhibitRow *self,
                           const AncExhibitCells *cells)
{
  const char *const parts[] = { cells->title, cells->detail, cells->first, cells->second, cells->badge };
  g_autoptr (GString) sentence = g_string_new (NULL);

  g_return_if_fail (ANC_IS_EXHIBIT_ROW (self));

  gtk_widget_set_visible (self->heading, FALSE);
  gtk_widget_set_visible (self->cells, TRUE);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), cells->icon);
  set_label (self->title, cells->title);
  set_label (self->detail, cells->detail);
  set_label (self->first, cells->first);
  set_label (self->second, cells->second);
  gtk_widget_set_visible (self->badge, cells->badge != NULL);
  if (cells->badge != NULL)
    {
      anc_outcome_badge_set_outcome (ANC_OUTCOME_BADGE (self->badge), cells->outcome);
      anc_outcome_badge_set_text (ANC_OUTCOME_BADGE (self->badge), cells->badge);
    }

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (sentence, "%s%s", sentence->len > 0 ? ", " : "", parts[i]);
  say (self, sentence->str);
  g_free (self->sentence);
  self->sentence = g_string_free (g_steal_pointer (&sentence), FALSE);
}
