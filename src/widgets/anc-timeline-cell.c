/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-cell.h"

#include "anc-timeline-words.h"

/**
 * AncTimelineCell:
 *
 * One month: under a bar, what a job's month rests on; in the row of counted months, what it is
 * worth. It is used again for other months.
 */
struct _AncTimelineCell
{
  GtkWidget parent_instance;

  AncTimelineStamps *stamps; /* the timeline's, which lives longer */
  AncMonth month;
  AncTimelineItem *item; /* of a job's month */
  AncTimelineLane *lane;
  AncTimelineMonth *known; /* what is known of it; NULL: it is only declared */
  AncTimelineCount *count; /* of a counted month */
};

G_DEFINE_FINAL_TYPE (AncTimelineCell, anc_timeline_cell, GTK_TYPE_WIDGET)

static void
update_sentence (AncTimelineCell *self)
{
  g_autofree char *sentence = self->item != NULL ? anc_words_item_month (self->item, self->lane, self->month)
                                                 : anc_words_count_month (self->count, self->month);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

static void
known_changed_cb (AncTimelineCell *self)
{
  update_sentence (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_known (AncTimelineCell *self,
           AncTimelineMonth *known)
{
  if (self->known == known)
    return;

  if (self->known != NULL)
    g_signal_handlers_disconnect_by_func (self->known, known_changed_cb, self);
  g_set_object (&self->known, known);
  if (known != NULL)
    g_signal_connect_swapped (known, "notify", G_CALLBACK (known_changed_cb), self);
}

static void
anc_timeline_cell_dispose (GObject *object)
{
  anc_timeline_cell_unbind (ANC_TIMELINE_CELL (object));

  G_OBJECT_CLASS (anc_timeline_cell_parent_class)->dispose (object);
}

static void
anc_timeline_cell_css_changed (GtkWidget *widget,
                               GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (anc_timeline_cell_parent_class)->css_changed (widget, change);
  gtk_widget_queue_draw (widget);
}

static void
anc_timeline_cell_snapshot (GtkWidget *widget,
                            GtkSnapshot *snapshot)
{
  AncTimelineCell *self = ANC_TIMELINE_CELL (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int scale = gtk_widget_get_scale_factor (widget);
  AncEvidence evidence = self->known != NULL ? anc_timeline_month_get_evidence (self->known) : ANC_EVIDENCE_DECLARED;
  gboolean contradicted = self->known != NULL && anc_timeline_month_get_contradiction (self->known) != NULL;
  GdkTexture *stamp;

  if (self->item == NULL && self->count == NULL)
    return;

  if (self->count != NULL)
    stamp = anc_timeline_stamps_get_state (self->stamps,
                                           width,
                                           height,
                                           scale,
                                           anc_timeline_count_get_state (self->count, self->month));
  else
    stamp = anc_timeline_stamps_get_evidence (self->stamps, width, height, scale, evidence, contradicted);
  gtk_snapshot_append_texture (snapshot,
                               stamp,
                               &GRAPHENE_RECT_INIT (-ANC_STAMP_MARGIN,
                                                    -ANC_STAMP_MARGIN,
                                                    (float) width + 2 * ANC_STAMP_MARGIN,
                                                    (float) height + 2 * ANC_STAMP_MARGIN));
}

static void
anc_timeline_cell_class_init (AncTimelineCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = anc_timeline_cell_dispose;
  widget_class->css_changed = anc_timeline_cell_css_changed;
  widget_class->snapshot = anc_timeline_cell_snapshot;

  gtk_widget_class_set_css_name (widget_class, "timeline-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
anc_timeline_cell_init (AncTimelineCell *self)
{
  self->month = ANC_MONTH_NONE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

AncTimelineCell *
anc_timeline_cell_new (AncTimelineStamps *stamps)
{
  AncTimelineCell *self = g_object_new (ANC_TYPE_TIMELINE_CELL, NULL);

  self->stamps = stamps;
  return self;
}

/**
 * anc_timeline_cell_get_item:
 *
 * Returns: (transfer none) (nullable): the job whose month it is; NULL: a counted month
 */
AncTimelineItem *
anc_timeline_cell_get_item (AncTimelineCell *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_CELL (self), NULL);

  return self->item;
}

AncMonth
anc_timeline_cell_get_month (AncTimelineCell *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_CELL (self), ANC_MONTH_NONE);

  return self->month;
}

void
anc_timeline_cell_bind_item (AncTimelineCell *self,
                             AncTimelineItem *item,
                             AncTimelineLane *lane,
                             AncMonth month)
{
  g_return_if_fail (ANC_IS_TIMELINE_CELL (self));

  if (self->item == item && self->lane == lane && self->month == month)
    return;

  anc_timeline_cell_unbind (self);
  self->item = g_object_ref (item);
  self->lane = g_object_ref (lane);
  self->month = month;
  anc_timeline_cell_refresh (self);
}

void
anc_timeline_cell_bind_count (AncTimelineCell *self,
                              AncTimelineCount *count,
                              AncMonth month)
{
  g_return_if_fail (ANC_IS_TIMELINE_CELL (self));

  if (self->count == count && self->month == month)
    return;

  anc_timeline_cell_unbind (self);
  self->count = g_object_ref (count);
  self->month = month;
  anc_timeline_cell_refresh (self);
}

void
anc_timeline_cell_unbind (AncTimelineCell *self)
{
  g_return_if_fail (ANC_IS_TIMELINE_CELL (self));

  set_known (self, NULL);
  g_clear_object (&self->item);
  g_clear_object (&self->lane);
  g_clear_object (&self->count);
  self->month = ANC_MONTH_NONE;
}

/**
 * anc_timeline_cell_refresh:
 * @self: a cell that shows a month
 *
 * Looks again at what is known of the month.
 */
void
anc_timeline_cell_refresh (AncTimelineCell *self)
{
  g_return_if_fail (ANC_IS_TIMELINE_CELL (self));

  if (self->item != NULL)
    {
      g_autoptr (AncTimelineMonth) known = anc_timeline_item_find_month (self->item, self->month);

      set_known (self, known);
    }
  known_changed_cb (self);
}
