/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-switcher.h"

struct _AncPageSwitcher
{
  GtkWidget parent_instance;

  GtkWidget *wide;
  GtkWidget *narrow;
};

enum
{
  PROP_0,
  PROP_STACK,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (AncPageSwitcher, anc_page_switcher, GTK_TYPE_WIDGET)

static gboolean
is_wide (AncPageSwitcher *self,
         int width)
{
  int least;

  gtk_widget_measure (self->wide, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return width < 0 || width >= least;
}

static GtkSizeRequestMode
anc_page_switcher_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
anc_page_switcher_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  AncPageSwitcher *self = ANC_PAGE_SWITCHER (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      gtk_widget_measure (is_wide (self, for_size) ? self->wide : self->narrow, orientation, -1, minimum, natural, NULL, NULL);
      return;
    }

  gtk_widget_measure (self->wide, orientation, -1, NULL, natural, NULL, NULL);
  gtk_widget_measure (self->narrow, orientation, -1, minimum, NULL, NULL, NULL);
  *natural = MAX (*minimum, *natural);
}

static void
anc_page_switcher_size_allocate (GtkWidget *widget,
                                 int width,
                                 int height,
                                 int baseline)
{
  AncPageSwitcher *self = ANC_PAGE_SWITCHER (widget);
  GtkWidget *shown = is_wide (self, width) ? self->wide : self->narrow;
  const GtkAllocation allocation = { 0, 0, width, height };

  gtk_widget_set_child_visible (self->wide, shown == self->wide);
  gtk_widget_set_child_visible (self->narrow, shown == self->narrow);
  gtk_widget_size_allocate (shown, &allocation, -1);
}

static void
anc_page_switcher_set_property (GObject *object,
                                guint id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_STACK:
      anc_page_switcher_set_stack (ANC_PAGE_SWITCHER (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
anc_page_switcher_dispose (GObject *object)
{
  AncPageSwitcher *self = ANC_PAGE_SWITCHER (object);

  g_clear_pointer (&self->wide, gtk_widget_unparent);
  g_clear_pointer (&self->narrow, gtk_widget_unparent);

  G_OBJECT_CLASS (anc_page_switcher_parent_class)->dispose (object);
}

static void
anc_page_switcher_class_init (AncPageSwitcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = anc_page_switcher_set_property;
  object_class->dispose = anc_page_switcher_dispose;
  widget_class->get_request_mode = anc_page_switcher_get_request_mode;
  widget_class->measure = anc_page_switcher_measure;
  widget_class->size_allocate = anc_page_switcher_size_allocate;

  props[PROP_STACK] = g_param_spec_object ("stack", NULL, NULL, ADW_TYPE_VIEW_STACK, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
anc_page_switcher_init (AncPageSwitcher *self)
{
  self->wide = g_object_new (ADW_TYPE_VIEW_SWITCHER, "policy", ADW_VIEW_SWITCHER_POLICY_WIDE, "halign", GTK_ALIGN_START, NULL);
  self->narrow = g_object_new (ADW_TYPE_VIEW_SWITCHER, "policy", ADW_VIEW_SWITCHER_POLICY_NARROW, NULL);
  gtk_widget_set_parent (self->wide, GTK_WIDGET (self));
  gtk_widget_set_parent (self->narrow, GTK_WIDGET (self));
}

void
anc_page_switcher_set_stack (AncPageSwitcher *self,
                             AdwViewStack *stack)
{
  g_return_if_fail (ANC_IS_PAGE_SWITCHER (self));

  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (self->wide), stack);
  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (self->narrow), stack);
}
