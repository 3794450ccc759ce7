/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-heading.h"

#include "anc-timeline-words.h"

#include <glib/gi18n-lib.h>

/**
 * AncTimelineHeading:
 *
 * The name of a lane and what stands under it, beside the bars. It is used again for other lanes.
 */
struct _AncTimelineHeading
{
  GtkWidget parent_instance;

  AncTimelineLane *lane;
  GtkWidget *title;
  GtkWidget *subtitle;
};

G_DEFINE_FINAL_TYPE (AncTimelineHeading, anc_timeline_heading, GTK_TYPE_WIDGET)

static void
lane_changed_cb (AncTimelineHeading *self)
{
  const char *title = anc_timeline_lane_get_title (self->lane);
  g_autofree char *sentence = anc_words_lane (self->lane);

  anc_timeline_heading_set_text (self,
                                 title != NULL && *title != '\0' ? title : _ ("no employer"),
                                 anc_timeline_lane_get_subtitle (self->lane));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

static void
anc_timeline_heading_dispose (GObject *object)
{
  AncTimelineHeading *self = ANC_TIMELINE_HEADING (object);

  anc_timeline_heading_set_lane (self, NULL);
  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->subtitle, gtk_widget_unparent);

  G_OBJECT_CLASS (anc_timeline_heading_parent_class)->dispose (object);
}

static void
anc_timeline_heading_class_init (AncTimelineHeadingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = anc_timeline_heading_dispose;

  gtk_widget_class_set_css_name (widget_class, "timeline-heading");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static GtkWidget *
add_label (AncTimelineHeading *self,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
anc_timeline_heading_init (AncTimelineHeading *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->title = add_label (self, "title");
  self->subtitle = add_label (self, "subtitle");
}

AncTimelineHeading *
anc_timeline_heading_new (void)
{
  return g_object_new (ANC_TYPE_TIMELINE_HEADING, NULL);
}

/**
 * anc_timeline_heading_get_lane:
 *
 * Returns: (transfer none) (nullable): the lane it names
 */
AncTimelineLane *
anc_timeline_heading_get_lane (AncTimelineHeading *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_HEADING (self), NULL);

  return self->lane;
}

/**
 * anc_timeline_heading_set_lane:
 * @self: a heading
 * @lane: (nullable): the lane it names and follows, and for which it takes the focus
 */
void
anc_timeline_heading_set_lane (AncTimelineHeading *self,
                               AncTimelineLane *lane)
{
  g_return_if_fail (ANC_IS_TIMELINE_HEADING (self));

  if (self->lane == lane)
    return;

  if (self->lane != NULL)
    g_signal_handlers_disconnect_by_func (self->lane, lane_changed_cb, self);
  g_set_object (&self->lane, lane);
  gtk_widget_set_focusable (GTK_WIDGET (self), lane != NULL);
  if (lane == NULL)
    return;

  g_signal_connect_swapped (lane, "notify", G_CALLBACK (lane_changed_cb), self);
  lane_changed_cb (self);
}

void
anc_timeline_heading_set_text (AncTimelineHeading *self,
                               const char *title,
                               const char *subtitle)
{
  g_return_if_fail (ANC_IS_TIMELINE_HEADING (self));

  gtk_label_set_text (GTK_LABEL (self->title), title != NULL ? title : "");
  gtk_label_set_text (GTK_LABEL (self->subtitle), subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (self->subtitle, subtitle != NULL && *subtitle != '\0');
}
