/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-bar.h"

#include "anc-timeline-painter.h"
#include "anc-timeline-words.h"

#include <glib/gi18n-lib.h>

/**
 * AncTimelineBar:
 *
 * The bar of an item. The timeline gives it an item, a place and a state; it follows the item's
 * words by itself. It is used again for other items.
 */
struct _AncTimelineBar
{
  GtkWidget parent_instance;

  const AncTimelinePalette *palette; /* the timeline's, which lives longer */
  AncTimelineItem *item;
  AncTimelineLane *lane;
  AncBarState state;
  PangoLayout *label;
};

G_DEFINE_FINAL_TYPE (AncTimelineBar, anc_timeline_bar, GTK_TYPE_WIDGET)

/**
 * anc_timeline_palette_get_bar_colors:
 * @palette: the colours
 * @lane: the lane of the bar
 * @color: (out): behind the label
 * @on_color: (out): of the label
 */
void
anc_timeline_palette_get_bar_colors (const AncTimelinePalette *palette,
                                     AncTimelineLane *lane,
                                     GdkRGBA *color,
                                     GdkRGBA *on_color)
{
  *on_color = palette->on_bar;
  switch (anc_timeline_lane_get_kind (lane))
    {
    case ANC_LANE_STAYS:
      *color = palette->stay;
      break;
    case ANC_LANE_ABSENCES:
      *color = palette->absence;
      break;
    case ANC_LANE_JOBS:
    default:
      *color = palette->employers[anc_timeline_lane_get_color (lane) % ANC_N_EMPLOYER_COLORS];
    }
}

/**
 * anc_timeline_item_get_bar_text:
 *
 * Returns: (transfer full): what is written on the bar
 */
char *
anc_timeline_item_get_bar_text (AncTimelineItem *item)
{
  const char *title = anc_timeline_item_get_title (item);
  const char *detail = anc_timeline_item_get_detail (item);

  if (title == NULL || *title == '\0')
    return g_strdup (detail != NULL ? detail : "");
  if (detail == NULL || *detail == '\0')
    return g_strdup (title);

  return g_strdup_printf ("%s · %s", title, detail);
}

static PangoLayout *
get_label (AncTimelineBar *self)
{
  if (self->label == NULL)
    {
      g_autofree char *text = anc_timeline_item_get_bar_text (self->item);

      self->label = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
      pango_layout_set_single_paragraph_mode (self->label, TRUE);
      pango_layout_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
    }

  return self->label;
}

static void
update_sentence (AncTimelineBar *self)
{
  g_autofree char *sentence = anc_words_item (self->item, self->lane, self->state.span);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

static void
words_changed_cb (AncTimelineBar *self)
{
  g_clear_object (&self->label);
  if (self->state.span.start != ANC_DATE_NONE)
    update_sentence (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
unbind (AncTimelineBar *self)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, words_changed_cb, self);
  if (self->lane != NULL)
    g_signal_handlers_disconnect_by_func (self->lane, words_changed_cb, self);
  g_clear_object (&self->item);
  g_clear_object (&self->lane);
  g_clear_object (&self->label);
}

static void
anc_timeline_bar_dispose (GObject *object)
{
  unbind (ANC_TIMELINE_BAR (object));

  G_OBJECT_CLASS (anc_timeline_bar_parent_class)->dispose (object);
}

static void
anc_timeline_bar_css_changed (GtkWidget *widget,
                              GtkCssStyleChange *change)
{
  AncTimelineBar *self = ANC_TIMELINE_BAR (widget);

  GTK_WIDGET_CLASS (anc_timeline_bar_parent_class)->css_changed (widget, change);
  g_clear_object (&self->label);
  gtk_widget_queue_draw (widget);
}

static void
anc_timeline_bar_snapshot (GtkWidget *widget,
                           GtkSnapshot *snapshot)
{
  AncTimelineBar *self = ANC_TIMELINE_BAR (widget);
  AncBarLook look = {
    .width = gtk_widget_get_width (widget),
    .height = gtk_widget_get_height (widget),
    .cut_left = self->state.cut_left,
    .cut_right = self->state.cut_right,
    .is_preview = self->state.is_preview,
    .goes_on = self->state.span.end == ANC_DATE_NONE,
    .rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };
  cairo_t *cr;

  if (self->item == NULL)
    return;

  look.pattern = anc_timeline_item_get_pattern (self->item);
  look.label = get_label (self);
  anc_timeline_palette_get_bar_colors (self->palette, self->lane, &look.color, &look.on_color);
  if (look.pattern == ANC_PATTERN_HOLLOW)
    look.on_color = self->palette->surface;

  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) look.width, (float) look.height));
  anc_paint_bar (cr, &look);
  cairo_destroy (cr);
}

static void
anc_timeline_bar_class_init (AncTimelineBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = anc_timeline_bar_dispose;
  widget_class->css_changed = anc_timeline_bar_css_changed;
  widget_class->snapshot = anc_timeline_bar_snapshot;

  gtk_widget_class_set_css_name (widget_class, "timeline-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
anc_timeline_bar_init (AncTimelineBar *self)
{
  self->state.span.start = ANC_DATE_NONE;
  self->state.span.end = ANC_DATE_NONE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

AncTimelineBar *
anc_timeline_bar_new (const AncTimelinePalette *palette)
{
  AncTimelineBar *self = g_object_new (ANC_TYPE_TIMELINE_BAR, NULL);

  self->palette = palette;
  return self;
}

/**
 * anc_timeline_bar_get_item:
 *
 * Returns: (transfer none) (nullable): the item it shows
 */
AncTimelineItem *
anc_timeline_bar_get_item (AncTimelineBar *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_BAR (self), NULL);

  return self->item;
}

/**
 * anc_timeline_bar_bind:
 * @self: a bar
 * @item: (nullable): what it shows from now on; NULL: nothing
 * @lane: (nullable): the lane of @item
 */
void
anc_timeline_bar_bind (AncTimelineBar *self,
                       AncTimelineItem *item,
                       AncTimelineLane *lane)
{
  static const char *const words[] = { "notify::title", "notify::detail", "notify::pattern" };

  g_return_if_fail (ANC_IS_TIMELINE_BAR (self));

  if (self->item == item && self->lane == lane)
    return;

  unbind (self);
  self->state.span.start = ANC_DATE_NONE;
  if (item == NULL)
    return;

  self->item = g_object_ref (item);
  self->lane = g_object_ref (lane);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_signal_connect_swapped (item, words[i], G_CALLBACK (words_changed_cb), self);
  g_signal_connect_swapped (lane, "notify", G_CALLBACK (words_changed_cb), self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
anc_timeline_bar_set_state (AncTimelineBar *self,
                            const AncBarState *state)
{
  AncBarState old;

  g_return_if_fail (ANC_IS_TIMELINE_BAR (self));
  g_return_if_fail (self->item != NULL);

  old = self->state;
  self->state = *state;

  if (old.span.start != state->span.start || old.span.end != state->span.end)
    update_sentence (self);
  if (old.is_selected != state->is_selected)
    {
      if (state->is_selected)
        gtk_widget_add_css_class (GTK_WIDGET (self), "selected");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), "selected");
    }
  if (old.cut_left != state->cut_left || old.cut_right != state->cut_right || old.is_preview != state->is_preview
      || (old.span.end == ANC_DATE_NONE) != (state->span.end == ANC_DATE_NONE))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
