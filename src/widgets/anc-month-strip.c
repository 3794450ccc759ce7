/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-month-strip.h"

#include "anc-timeline-painter.h"
#include "anc-timeline-words.h"

#include <math.h>

/**
 * AncMonthStrip:
 *
 * The counted months of one case in a row of a list, small: those of the window, or all there are.
 * It is one picture, whose name is the total.
 */
struct _AncMonthStrip
{
  GtkWidget parent_instance;

  AncTimelineCount *count;
};

G_DEFINE_FINAL_TYPE (AncMonthStrip, anc_month_strip, GTK_TYPE_WIDGET)

#define NATURAL_MONTH 7 /* pixels */
#define SMALLEST_MONTH 2
#define HEIGHT 12

enum
{
  PROP_0,
  PROP_COUNT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static gboolean
get_months (AncMonthStrip *self,
            AncMonth *first,
            AncMonth *last)
{
  if (self->count == NULL)
    return FALSE;
  if (anc_timeline_count_get_totals (self->count)->window_start == ANC_DATE_NONE)
    return anc_timeline_count_get_months (self->count, first, last);

  *first = anc_date_get_month (anc_timeline_count_get_totals (self->count)->window_start);
  *last = anc_date_get_month (anc_timeline_count_get_totals (self->count)->window_end);
  return *first <= *last;
}

static void
changed_cb (AncMonthStrip *self)
{
  g_autofree char *total = anc_words_total (self->count);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, total, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), total);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
anc_month_strip_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  AncMonth first = 0;
  AncMonth last = -1;

  get_months (ANC_MONTH_STRIP (widget), &first, &last);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = HEIGHT;
  else
    {
      *minimum = (last - first + 1) * SMALLEST_MONTH;
      *natural = (last - first + 1) * NATURAL_MONTH;
    }
}

static void
anc_month_strip_snapshot (GtkWidget *widget,
                          GtkSnapshot *snapshot)
{
  AncMonthStrip *self = ANC_MONTH_STRIP (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  AncTimelinePalette palette;
  AncMonth first, last;
  double month_width;
  cairo_t *cr;

  if (!get_months (self, &first, &last))
    return;

  anc_timeline_palette_init_from_widget (&palette, widget);
  month_width = MIN (width / (last - first + 1), NATURAL_MONTH);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  for (AncMonth month = first; month <= last; month++)
    {
      double along = (month - first) * month_width;

      cairo_save (cr);
      cairo_translate (cr, rtl ? width - along - month_width : along, 0);
      anc_paint_state (cr,
                       &palette,
                       month_width,
                       height,
                       anc_timeline_count_get_state (self->count, month),
                       FALSE);
      cairo_restore (cr);
    }
  cairo_destroy (cr);
}

static void
anc_month_strip_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_COUNT)
    g_value_set_object (value, ANC_MONTH_STRIP (object)->count);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
anc_month_strip_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_COUNT)
    anc_month_strip_set_count (ANC_MONTH_STRIP (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
anc_month_strip_dispose (GObject *object)
{
  anc_month_strip_set_count (ANC_MONTH_STRIP (object), NULL);

  G_OBJECT_CLASS (anc_month_strip_parent_class)->dispose (object);
}

static void
anc_month_strip_class_init (AncMonthStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = anc_month_strip_dispose;
  object_class->get_property = anc_month_strip_get_property;
  object_class->set_property = anc_month_strip_set_property;
  widget_class->measure = anc_month_strip_measure;
  widget_class->snapshot = anc_month_strip_snapshot;

  props[PROP_COUNT] = g_param_spec_object ("count",
                                           NULL,
                                           NULL,
                                           ANC_TYPE_TIMELINE_COUNT,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "month-strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
anc_month_strip_init (AncMonthStrip *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
anc_month_strip_new (void)
{
  return g_object_new (ANC_TYPE_MONTH_STRIP, NULL);
}

AncTimelineCount *
anc_month_strip_get_count (AncMonthStrip *self)
{
  g_return_val_if_fail (ANC_IS_MONTH_STRIP (self), NULL);

  return self->count;
}

/**
 * anc_month_strip_set_count:
 * @self: a strip
 * @count: (nullable): what it shows and follows
 */
void
anc_month_strip_set_count (AncMonthStrip *self,
                           AncTimelineCount *count)
{
  g_return_if_fail (ANC_IS_MONTH_STRIP (self));
  g_return_if_fail (count == NULL || ANC_IS_TIMELINE_COUNT (count));

  if (self->count == count)
    return;

  if (self->count != NULL)
    g_signal_handlers_disconnect_by_func (self->count, changed_cb, self);
  g_set_object (&self->count, count);
  if (count != NULL)
    {
      g_signal_connect_swapped (count, "totals-changed", G_CALLBACK (changed_cb), self);
      g_signal_connect_swapped (count, "states-changed", G_CALLBACK (changed_cb), self);
      changed_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COUNT]);
}
