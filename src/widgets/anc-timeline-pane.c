/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-pane.h"

/**
 * AncTimelinePane:
 *
 * A part of the timeline that hides what does not fit in it. Its owner, which is its parent, places
 * its children and paints below and above them.
 */
struct _AncTimelinePane
{
  GtkWidget parent_instance;

  GtkWidget *owner; /* not owned: its parent */
  AncPaneAllocate allocate;
  AncPanePaint below;
  AncPanePaint above;
};

G_DEFINE_FINAL_TYPE (AncTimelinePane, anc_timeline_pane, GTK_TYPE_WIDGET)

static void
anc_timeline_pane_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
}

static void
anc_timeline_pane_size_allocate (GtkWidget *widget,
                                 int width,
                                 int height,
                                 int baseline)
{
  AncTimelinePane *self = ANC_TIMELINE_PANE (widget);

  self->allocate (self->owner, width, height);
}

static void
anc_timeline_pane_snapshot (GtkWidget *widget,
                            GtkSnapshot *snapshot)
{
  AncTimelinePane *self = ANC_TIMELINE_PANE (widget);

  if (self->below != NULL)
    self->below (self->owner, snapshot);
  GTK_WIDGET_CLASS (anc_timeline_pane_parent_class)->snapshot (widget, snapshot);
  if (self->above != NULL)
    self->above (self->owner, snapshot);
}

static void
anc_timeline_pane_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (anc_timeline_pane_parent_class)->dispose (object);
}

static void
anc_timeline_pane_class_init (AncTimelinePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = anc_timeline_pane_dispose;
  widget_class->measure = anc_timeline_pane_measure;
  widget_class->size_allocate = anc_timeline_pane_size_allocate;
  widget_class->snapshot = anc_timeline_pane_snapshot;

  gtk_widget_class_set_css_name (widget_class, "timeline-pane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
anc_timeline_pane_init (AncTimelinePane *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * anc_timeline_pane_new:
 * @owner: the widget whose child this becomes
 * @allocate: places the children
 * @below: (nullable): paints below them
 * @above: (nullable): paints above them
 *
 * Returns: (transfer none): the pane, which its parent owns
 */
AncTimelinePane *
anc_timeline_pane_new (GtkWidget *owner,
                       AncPaneAllocate allocate,
                       AncPanePaint below,
                       AncPanePaint above)
{
  AncTimelinePane *self = g_object_new (ANC_TYPE_TIMELINE_PANE, NULL);

  self->owner = owner;
  self->allocate = allocate;
  self->below = below;
  self->above = above;
  gtk_widget_set_parent (GTK_WIDGET (self), owner);

  return self;
}
