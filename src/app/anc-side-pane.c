/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-side-pane.h"

/* Logical pixels, with text of its usual size, and what each grows by where text is twice as large. Below the
 * first there is no room for a timeline beside the list. */
#define FOLD_WIDTH 860
#define FOLD_GROWTH 500
#define SIDEBAR_WIDTH 300
#define SIDEBAR_GROWTH 160
#define SIDEBAR_SHARE 0.26
#define SIDEBAR_MAX_WIDTH 400

struct _AncSidePane
{
  GtkWidget parent_instance;

  GtkWidget *sidebar;
  GtkWidget *content;
  gboolean sidebar_visible;
  gboolean content_visible;
  gboolean folded;
  guint notify_id;
};

enum
{
  PROP_0,
  PROP_SIDEBAR_VISIBLE,
  PROP_CONTENT_VISIBLE,
  PROP_FOLDED,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void anc_side_pane_buildable_init (GtkBuildableIface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AncSidePane, anc_side_pane, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, anc_side_pane_buildable_init))

static GtkBuildableIface *parent_buildable;

/* ---- Layout ---------------------------------------------------------------------------------- */

static int
get_min_width (GtkWidget *child)
{
  int minimum = 0;

  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

/* By how much text is larger than usual: 1 where it is twice as large. */
static double
get_text_growth (AncSidePane *self)
{
  int dpi;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);

  return dpi > 0 ? CLAMP (dpi / 1024.0 / 96.0 - 1, 0, 1) : 0;
}

static int
get_sidebar_width (AncSidePane *self,
                   int width)
{
  const int growth = (int) (get_text_growth (self) * SIDEBAR_GROWTH);
  const int wanted = CLAMP ((int) (width * SIDEBAR_SHARE), SIDEBAR_WIDTH + growth, SIDEBAR_MAX_WIDTH + growth);

  return MAX (wanted, get_min_width (self->sidebar));
}

/* Large text folds sooner. */
static gboolean
has_to_fold (AncSidePane *self,
             int width)
{
  return width < FOLD_WIDTH + get_text_growth (self) * FOLD_GROWTH || width < get_sidebar_width (self, width) + get_min_width (self->content);
}

static GtkSizeRequestMode
anc_side_pane_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
anc_side_pane_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  AncSidePane *self = ANC_SIDE_PANE (widget);
  GtkWidget *children[] = { self->sidebar, self->content };

  *minimum = 0;
  *natural = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int child_minimum = 0;
      int child_natural = 0;

      if (children[i] == NULL)
        continue;
      gtk_widget_measure (children[i], orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static gboolean
notify_cb (gpointer user_data)
{
  AncSidePane *self = user_data;

  self->notify_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOLDED]);

  return G_SOURCE_REMOVE;
}

/* What hears of it changes widgets, which must not happen during an allocation. */
static void
set_folded (AncSidePane *self,
            gboolean folded)
{
  if (self->folded == folded)
    return;

  self->folded = folded;
  if (self->notify_id == 0)
    self->notify_id = g_idle_add_full (GTK_PRIORITY_RESIZE, notify_cb, self, NULL);
}

static void
set_shown (GtkWidget *child,
           gboolean shown)
{
  if (child != NULL)
    gtk_widget_set_child_visible (child, shown);
}

static void
allocate_child (GtkWidget *child,
                int x,
                int width,
                int height)
{
  GtkAllocation allocation = { x, 0, width, height };

  if (child != NULL && gtk_widget_get_child_visible (child))
    gtk_widget_size_allocate (child, &allocation, -1);
}

static void
anc_side_pane_size_allocate (GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  AncSidePane *self = ANC_SIDE_PANE (widget);
  const gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const gboolean folded = has_to_fold (self, width);
  const gboolean both = !folded && self->sidebar_visible;
  const gboolean shows_content = !folded || self->content_visible;
  const int sidebar_width = both ? get_sidebar_width (self, width) : width;
  const int content_width = both ? width - sidebar_width : width;

  /* What goes takes the focus with it to what stays, which then wants a new size: both first, then the sizes. */
  set_shown (self->content, shows_content);
  set_shown (self->sidebar, both || !shows_content);
  allocate_child (self->sidebar, both && is_rtl ? content_width : 0, sidebar_width, height);
  allocate_child (self->content, both && !is_rtl ? sidebar_width : 0, content_width, height);
  set_folded (self, folded);
}

/* ---- Object ---------------------------------------------------------------------------------- */

static void
anc_side_pane_get_property (GObject *object,
                            guint id,
                            GValue *value,
                            GParamSpec *pspec)
{
  AncSidePane *self = ANC_SIDE_PANE (object);

  switch (id)
    {
    case PROP_SIDEBAR_VISIBLE:
      g_value_set_boolean (value, self->sidebar_visible);
      break;
    case PROP_CONTENT_VISIBLE:
      g_value_set_boolean (value, self->content_visible);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
anc_side_pane_set_property (GObject *object,
                            guint id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  AncSidePane *self = ANC_SIDE_PANE (object);

  switch (id)
    {
    case PROP_SIDEBAR_VISIBLE:
      anc_side_pane_set_sidebar_visible (self, g_value_get_boolean (value));
      break;
    case PROP_CONTENT_VISIBLE:
      anc_side_pane_set_content_visible (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
anc_side_pane_dispose (GObject *object)
{
  AncSidePane *self = ANC_SIDE_PANE (object);

  g_clear_handle_id (&self->notify_id, g_source_remove);
  g_clear_pointer (&self->sidebar, gtk_widget_unparent);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (anc_side_pane_parent_class)->dispose (object);
}

static void
anc_side_pane_add_child (GtkBuildable *buildable,
                         GtkBuilder *builder,
                         GObject *child,
                         const char *type)
{
  AncSidePane *self = ANC_SIDE_PANE (buildable);

  if (!GTK_IS_WIDGET (child))
    parent_buildable->add_child (buildable, builder, child, type);
  else if (g_strcmp0 (type, "sidebar") == 0)
    anc_side_pane_set_sidebar (self, GTK_WIDGET (child));
  else
    anc_side_pane_set_content (self, GTK_WIDGET (child));
}

static void
anc_side_pane_buildable_init (GtkBuildableIface *interface)
{
  parent_buildable = g_type_interface_peek_parent (interface);
  interface->add_child = anc_side_pane_add_child;
}

static void
anc_side_pane_class_init (AncSidePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = anc_side_pane_get_property;
  object_class->set_property = anc_side_pane_set_property;
  object_class->dispose = anc_side_pane_dispose;
  widget_class->get_request_mode = anc_side_pane_get_request_mode;
  widget_class->measure = anc_side_pane_measure;
  widget_class->size_allocate = anc_side_pane_size_allocate;

  props[PROP_SIDEBAR_VISIBLE] = g_param_spec_boolean ("sidebar-visible", NULL, NULL, TRUE, flags);
  props[PROP_CONTENT_VISIBLE] = g_param_spec_boolean ("content-visible", NULL, NULL, FALSE, flags);
  props[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "sidepane");
}

static void
anc_side_pane_init (AncSidePane *self)
{
  self->sidebar_visible = TRUE;
}

/* ---- Public ---------------------------------------------------------------------------------- */

GtkWidget *
anc_side_pane_new (void)
{
  return g_object_new (ANC_TYPE_SIDE_PANE, NULL);
}

static void
replace_child (AncSidePane *self,
               GtkWidget **slot,
               GtkWidget *child)
{
  g_clear_pointer (slot, gtk_widget_unparent);
  *slot = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
anc_side_pane_set_sidebar (AncSidePane *self,
                           GtkWidget *sidebar)
{
  g_return_if_fail (ANC_IS_SIDE_PANE (self));

  replace_child (self, &self->sidebar, sidebar);
}

void
anc_side_pane_set_content (AncSidePane *self,
                           GtkWidget *content)
{
  g_return_if_fail (ANC_IS_SIDE_PANE (self));

  replace_child (self, &self->content, content);
}

gboolean
anc_side_pane_get_sidebar_visible (AncSidePane *self)
{
  g_return_val_if_fail (ANC_IS_SIDE_PANE (self), FALSE);

  return self->sidebar_visible;
}

void
anc_side_pane_set_sidebar_visible (AncSidePane *self,
                                   gboolean visible)
{
  g_return_if_fail (ANC_IS_SIDE_PANE (self));

  if (self->sidebar_visible == visible)
    return;

  self->sidebar_visible = visible;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SIDEBAR_VISIBLE]);
}

gboolean
anc_side_pane_get_content_visible (AncSidePane *self)
{
  g_return_val_if_fail (ANC_IS_SIDE_PANE (self), FALSE);

  return self->content_visible;
}

void
anc_side_pane_set_content_visible (AncSidePane *self,
                                   gboolean visible)
{
  g_return_if_fail (ANC_IS_SIDE_PANE (self));

  if (self->content_visible == visible)
    return;

  self->content_visible = visible;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CONTENT_VISIBLE]);
}

gboolean
anc_side_pane_is_folded (AncSidePane *self)
{
  g_return_val_if_fail (ANC_IS_SIDE_PANE (self), FALSE);

  return self->folded;
}
