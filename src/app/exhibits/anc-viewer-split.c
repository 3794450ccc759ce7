/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-viewer-split.h"

#include <glib/gi18n.h>

/* Logical pixels. */
#define DEFAULT_WIDTH 420
#define LEAST_CONTENT_WIDTH 560
#define LEAST_VIEWER_WIDTH 400
#define LEAST_COVER_HEIGHT 340
#define KEY_STEP 24

struct _AncViewerSplit
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *viewer;
  GtkWidget *lower;  /* not a child of its own: somewhere in the content */
  GtkWidget *handle; /* between the two */
  int viewer_width;
  int shown_width;  /* what there was room for */
  int least_beside; /* of the viewer; covering, it is arranged in another way */
  gboolean covering;
  guint notify_id;
};

enum
{
  PROP_0,
  PROP_VIEWER_WIDTH,
  PROP_COVERING,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void anc_viewer_split_buildable_init (GtkBuildableIface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AncViewerSplit, anc_viewer_split, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, anc_viewer_split_buildable_init))

static GtkBuildableIface *parent_buildable;

/* ---- Layout ---------------------------------------------------------------------------------- */

static int
get_least (GtkWidget *child,
           GtkOrientation orientation)
{
  int least = 0;

  if (child != NULL)
    gtk_widget_measure (child, orientation, -1, &least, NULL, NULL, NULL);

  return least;
}

static gboolean
is_open (AncViewerSplit *self)
{
  return self->viewer != NULL && gtk_widget_get_visible (self->viewer);
}

static int
get_least_content_width (AncViewerSplit *self)
{
  return MAX (get_least (self->content, GTK_ORIENTATION_HORIZONTAL), LEAST_CONTENT_WIDTH);
}

static GtkSizeRequestMode
anc_viewer_split_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* As little as when one covers the other, or the window could not be made narrow again. */
static void
anc_viewer_split_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  AncViewerSplit *self = ANC_VIEWER_SPLIT (widget);

  *minimum = 0;
  *natural = 0;
  gtk_widget_measure (self->content, orientation, -1, minimum, natural, NULL, NULL);
  if (is_open (self))
    *minimum = MAX (*minimum, get_least (self->viewer, orientation));
  *natural = MAX (*minimum, *natural);
}

/* What is covered is out of reach of the keyboard too, and as high as what covers it where there is room: nothing else
 * is to be covered. */
static void
prepare_lower (AncViewerSplit *self)
{
  const int others = get_least (self->content, GTK_ORIENTATION_VERTICAL) - get_least (self->lower, GTK_ORIENTATION_VERTICAL);
  const int room = gtk_widget_get_height (GTK_WIDGET (self)) - others;

  gtk_widget_set_can_focus (self->lower, !self->covering);
  gtk_widget_set_size_request (self->lower, -1, self->covering ? MIN (LEAST_COVER_HEIGHT, MAX (room, -1)) : -1);
}

static gboolean
notify_cb (gpointer user_data)
{
  AncViewerSplit *self = user_data;

  self->notify_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COVERING]);
  if (self->lower != NULL)
    prepare_lower (self);

  return G_SOURCE_REMOVE;
}

/* What hears of it changes widgets, which must not happen during an allocation. */
static void
set_covering (AncViewerSplit *self,
              gboolean covering)
{
  if (self->covering == covering)
    return;

  self->covering = covering;
  if (self->notify_id == 0)
    self->notify_id = g_idle_add_full (GTK_PRIORITY_RESIZE, notify_cb, self, NULL);
}

static void
allocate (GtkWidget *child,
          int x,
          int y,
          int width,
          int height)
{
  const GtkAllocation allocation = { x, y, width, height };

  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
allocate_covering (AncViewerSplit *self,
                   int width,
                   int height)
{
  const int least = MAX (get_least (self->viewer, GTK_ORIENTATION_VERTICAL), LEAST_COVER_HEIGHT);
  graphene_rect_t lower;
  int top = height / 2;

  allocate (self->content, 0, 0, width, height);
  if (self->lower != NULL && gtk_widget_compute_bounds (self->lower, GTK_WIDGET (self), &lower))
    top = (int) lower.origin.y;
  top = CLAMP (top, 0, MAX (height - least, 0));
  allocate (self->viewer, 0, top, width, height - top);
}

static void
allocate_beside (AncViewerSplit *self,
                 int width,
                 int height)
{
  const gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const int handle_width = get_least (self->handle, GTK_ORIENTATION_HORIZONTAL);
  const int most = width - handle_width - get_least_content_width (self);
  int content_width;

  self->shown_width = CLAMP (self->viewer_width, get_least (self->viewer, GTK_ORIENTATION_HORIZONTAL), most);
  content_width = width - handle_width - self->shown_width;
  allocate (self->content, is_rtl ? width - content_width : 0, 0, content_width, height);
  allocate (self->handle, is_rtl ? self->shown_width : content_width, 0, handle_width, height);
  allocate (self->viewer, is_rtl ? 0 : width - self->shown_width, 0, self->shown_width, height);
}

static void
anc_viewer_split_size_allocate (GtkWidget *widget,
                                int width,
                                int height,
                                int baseline)
{
  AncViewerSplit *self = ANC_VIEWER_SPLIT (widget);
  const gboolean open = is_open (self);
  gboolean has_room;

  if (open && !self->covering)
    self->least_beside = get_least (self->viewer, GTK_ORIENTATION_HORIZONTAL);
  has_room = open
             && width >= get_least_content_width (self) + get_least (self->handle, GTK_ORIENTATION_HORIZONTAL)
                             + self->least_beside;

  gtk_widget_set_child_visible (self->handle, has_room);
  if (!open)
    allocate (self->content, 0, 0, width, height);
  else if (has_room)
    allocate_beside (self, width, height);
  else
    allocate_covering (self, width, height);
  set_covering (self, open && !has_room);
}

/* ---- Handle ---------------------------------------------------------------------------------- */

static void
drag_update_cb (AncViewerSplit *self,
                double x,
                double y)
{
  const int direction = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? 1 : -1;

  /* The handle moves under the pointer: its offset is from where the handle is now. */
  anc_viewer_split_set_viewer_width (self, self->shown_width + direction * (int) x);
}

static gboolean
key_cb (AncViewerSplit *self,
        guint key)
{
  const int direction = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  if (key != GDK_KEY_Left && key != GDK_KEY_Right)
    return GDK_EVENT_PROPAGATE;

  anc_viewer_split_set_viewer_width (self, self->shown_width + direction * (key == GDK_KEY_Left ? KEY_STEP : -KEY_STEP));
  return GDK_EVENT_STOP;
}

static void
create_handle (AncViewerSplit *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->handle = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (self->handle, "split-handle");
  gtk_widget_set_focusable (self->handle, TRUE);
  gtk_widget_set_cursor_from_name (self->handle, "col-resize");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->handle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Width of the document: Left and Right"),
                                  -1);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (self->handle, keys);
  gtk_widget_set_parent (self->handle, GTK_WIDGET (self));
}

/* ---- Object ---------------------------------------------------------------------------------- */

static void
anc_viewer_split_get_property (GObject *object,
                               guint id,
                               GValue *value,
                               GParamSpec *pspec)
{
  AncViewerSplit *self = ANC_VIEWER_SPLIT (object);

  switch (id)
    {
    case PROP_VIEWER_WIDTH:
      g_value_set_int (value, self->viewer_width);
      break;
    case PROP_COVERING:
      g_value_set_boolean (value, self->covering);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
anc_viewer_split_set_property (GObject *object,
                               guint id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_VIEWER_WIDTH:
      anc_viewer_split_set_viewer_width (ANC_VIEWER_SPLIT (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
anc_viewer_split_dispose (GObject *object)
{
  AncViewerSplit *self = ANC_VIEWER_SPLIT (object);

  g_clear_handle_id (&self->notify_id, g_source_remove);
  g_clear_object (&self->lower);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->handle, gtk_widget_unparent);
  g_clear_pointer (&self->viewer, gtk_widget_unparent);

  G_OBJECT_CLASS (anc_viewer_split_parent_class)->dispose (object);
}

static void
anc_viewer_split_add_child (GtkBuildable *buildable,
                            GtkBuilder *builder,
                            GObject *child,
                            const char *type)
{
  AncViewerSplit *self = ANC_VIEWER_SPLIT (buildable);

  if (!GTK_IS_WIDGET (child))
    parent_buildable->add_child (buildable, builder, child, type);
  else if (g_strcmp0 (type, "viewer") == 0)
    anc_viewer_split_set_viewer (self, GTK_WIDGET (child));
  else
    anc_viewer_split_set_content (self, GTK_WIDGET (child));
}

static void
anc_viewer_split_buildable_init (GtkBuildableIface *interface)
{
  parent_buildable = g_type_interface_peek_parent (interface);
  interface->add_child = anc_viewer_split_add_child;
}

static void
anc_viewer_split_class_init (AncViewerSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = anc_viewer_split_get_property;
  object_class->set_property = anc_viewer_split_set_property;
  object_class->dispose = anc_viewer_split_dispose;
  widget_class->get_request_mode = anc_viewer_split_get_request_mode;
  widget_class->measure = anc_viewer_split_measure;
  widget_class->size_allocate = anc_viewer_split_size_allocate;

  props[PROP_VIEWER_WIDTH] = g_param_spec_int ("viewer-width", NULL, NULL, 0, G_MAXINT, DEFAULT_WIDTH, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_COVERING] = g_param_spec_boolean ("covering", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "viewersplit");
}

static void
anc_viewer_split_init (AncViewerSplit *self)
{
  self->viewer_width = DEFAULT_WIDTH;
  self->least_beside = LEAST_VIEWER_WIDTH;
  create_handle (self);
}

/* ---- Public ---------------------------------------------------------------------------------- */

GtkWidget *
anc_viewer_split_new (void)
{
  return g_object_new (ANC_TYPE_VIEWER_SPLIT, NULL);
}

void
anc_viewer_split_set_content (AncViewerSplit *self,
                              GtkWidget *content)
{
  g_return_if_fail (ANC_IS_VIEWER_SPLIT (self));

  g_clear_pointer (&self->content, gtk_widget_unparent);
  self->content = content;
  gtk_widget_insert_before (content, GTK_WIDGET (self), self->handle); /* Tab comes to it first */
}

void
anc_viewer_split_set_viewer (AncViewerSplit *self,
                             GtkWidget *viewer)
{
  g_return_if_fail (ANC_IS_VIEWER_SPLIT (self));

  g_clear_pointer (&self->viewer, gtk_widget_unparent);
  self->viewer = viewer;
  gtk_widget_insert_before (viewer, GTK_WIDGET (self), NULL); /* last: drawn over the content */
}

/**
 * anc_viewer_split_set_lower:
 * @self: the split
 * @lower: the part of the content that may be covered
 */
void
anc_viewer_split_set_lower (AncViewerSplit *self,
                            GtkWidget *lower)
{
  g_return_if_fail (ANC_IS_VIEWER_SPLIT (self));

  g_set_object (&self->lower, lower);
}

int
anc_viewer_split_get_viewer_width (AncViewerSplit *self)
{
  g_return_val_if_fail (ANC_IS_VIEWER_SPLIT (self), 0);

  return self->viewer_width;
}

void
anc_viewer_split_set_viewer_width (AncViewerSplit *self,
                                   int width)
{
  g_return_if_fail (ANC_IS_VIEWER_SPLIT (self));

  width = MAX (width, 0);
  if (self->viewer_width == width)
    return;

  self->viewer_width = width;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VIEWER_WIDTH]);
}

gboolean
anc_viewer_split_is_covering (AncViewerSplit *self)
{
  g_return_val_if_fail (ANC_IS_VIEWER_SPLIT (self), FALSE);

  return self->covering;
}
