/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-idle-lock.h"

struct _AncIdleLock
{
  GObject parent_instance;

  guint seconds;  /* 0: never */
  gint64 touched; /* µs of the monotonic clock */
  guint timeout_id;
};

enum
{
  SIGNAL_IDLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AncIdleLock, anc_idle_lock, G_TYPE_OBJECT)

static void wait_for (AncIdleLock *self,
                      gint64 microseconds);

static gboolean
timeout_cb (gpointer user_data)
{
  AncIdleLock *self = user_data;
  const gint64 left = self->touched + (gint64) self->seconds * G_USEC_PER_SEC - g_get_monotonic_time ();

  self->timeout_id = 0;
  if (left > 0)
    wait_for (self, left);
  else
    g_signal_emit (self, signals[SIGNAL_IDLE], 0);

  return G_SOURCE_REMOVE;
}

static void
wait_for (AncIdleLock *self,
          gint64 microseconds)
{
  self->timeout_id = g_timeout_add ((guint) (microseconds / 1000) + 1, timeout_cb, self);
}

/* Touching only notes the time; the timeout looks at it when it is due, and waits on. */
static void
touch (AncIdleLock *self)
{
  self->touched = g_get_monotonic_time ();
  if (self->seconds > 0 && self->timeout_id == 0)
    wait_for (self, (gint64) self->seconds * G_USEC_PER_SEC);
}

static gboolean
event_cb (GtkEventControllerLegacy *controller,
          GdkEvent *event,
          AncIdleLock *self)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_KEY_PRESS:
    case GDK_KEY_RELEASE:
    case GDK_BUTTON_PRESS:
    case GDK_BUTTON_RELEASE:
    case GDK_MOTION_NOTIFY:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCH_UPDATE:
      touch (self);
      break;
    default:
      break;
    }

  return GDK_EVENT_PROPAGATE;
}

/* Who types in a dialog is not idle. */
static void
windows_changed_cb (GListModel *windows,
                    guint position,
                    guint removed,
                    guint added,
                    AncIdleLock *self)
{
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, position + i);
      GtkEventController *controller = gtk_event_controller_legacy_new ();

      gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
      g_signal_connect_object (controller, "event", G_CALLBACK (event_cb), self, 0);
      gtk_widget_add_controller (window, controller);
    }
}

static void
anc_idle_lock_dispose (GObject *object)
{
  AncIdleLock *self = ANC_IDLE_LOCK (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);

  G_OBJECT_CLASS (anc_idle_lock_parent_class)->dispose (object);
}

static void
anc_idle_lock_class_init (AncIdleLockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_idle_lock_dispose;

  signals[SIGNAL_IDLE] = g_signal_new ("idle", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
anc_idle_lock_init (AncIdleLock *self)
{
}

/**
 * anc_idle_lock_new:
 *
 * Returns: (transfer full): a watch over all windows there are and will be, which waits to be told for how long
 */
AncIdleLock *
anc_idle_lock_new (void)
{
  AncIdleLock *self = g_object_new (ANC_TYPE_IDLE_LOCK, NULL);
  GListModel *windows = gtk_window_get_toplevels ();

  g_signal_connect_object (windows, "items-changed", G_CALLBACK (windows_changed_cb), self, 0);
  windows_changed_cb (windows, 0, 0, g_list_model_get_n_items (windows), self);

  return self;
}

/**
 * anc_idle_lock_set_seconds:
 * @self: the watch
 * @seconds: how long nothing has to be touched; 0 to stop watching
 *
 * Begins to count anew.
 */
void
anc_idle_lock_set_seconds (AncIdleLock *self,
                           guint seconds)
{
  g_return_if_fail (ANC_IS_IDLE_LOCK (self));

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->seconds = seconds;
  touch (self);
}
