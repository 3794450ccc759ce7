/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-session-lock.h"

/* The signals that tell of a lock; where one has a boolean as its argument, that says whether it begins or ends. */
static const struct
{
  GBusType bus;
  const char *interface;
  const char *member;
} calls[] = {
  { G_BUS_TYPE_SESSION, "org.gnome.ScreenSaver", "ActiveChanged" },
  { G_BUS_TYPE_SESSION, "org.freedesktop.ScreenSaver", "ActiveChanged" },
  { G_BUS_TYPE_SESSION, "org.cinnamon.ScreenSaver", "ActiveChanged" },
  { G_BUS_TYPE_SESSION, "org.mate.ScreenSaver", "ActiveChanged" },
  { G_BUS_TYPE_SESSION, "org.xfce.ScreenSaver", "ActiveChanged" },
  { G_BUS_TYPE_SYSTEM, "org.freedesktop.login1.Session", "Lock" },
  { G_BUS_TYPE_SYSTEM, "org.freedesktop.login1.Manager", "PrepareForSleep" },
};

struct _AncSessionLock
{
  GObject parent_instance;

  GCancellable *cancellable;
  GDBusConnection *buses[G_N_ELEMENTS (calls)];
  guint subscriptions[G_N_ELEMENTS (calls)];
};

static guint locked_signal;

G_DEFINE_FINAL_TYPE (AncSessionLock, anc_session_lock, G_TYPE_OBJECT)

static void
heard_cb (GDBusConnection *bus,
          const char *sender,
          const char *path,
          const char *interface,
          const char *member,
          GVariant *arguments,
          gpointer user_data)
{
  AncSessionLock *self = user_data;
  gboolean is_on = TRUE;

  if (g_variant_is_of_type (arguments, G_VARIANT_TYPE ("(b)")))
    g_variant_get (arguments, "(b)", &is_on);
  if (is_on)
    g_signal_emit (self, locked_signal, 0);
}

static void
subscribe (AncSessionLock *self,
           GDBusConnection *bus,
           GBusType type)
{
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    if (calls[i].bus == type)
      {
        self->buses[i] = g_object_ref (bus);
        self->subscriptions[i] = g_dbus_connection_signal_subscribe (bus,
                                                                     NULL,
                                                                     calls[i].interface,
                                                                     calls[i].member,
                                                                     NULL,
                                                                     NULL,
                                                                     G_DBUS_SIGNAL_FLAGS_NONE,
                                                                     heard_cb,
                                                                     self,
                                                                     NULL);
      }
}

/* A bus that is not there has nothing to tell: in a sandbox, on a machine without a login manager. */
static void
session_bus_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (AncSessionLock) self = user_data;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);

  if (bus != NULL && !g_cancellable_is_cancelled (self->cancellable))
    subscribe (self, bus, G_BUS_TYPE_SESSION);
}

static void
system_bus_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (AncSessionLock) self = user_data;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);

  if (bus != NULL && !g_cancellable_is_cancelled (self->cancellable))
    subscribe (self, bus, G_BUS_TYPE_SYSTEM);
}

static void
anc_session_lock_dispose (GObject *object)
{
  AncSessionLock *self = ANC_SESSION_LOCK (object);

  g_cancellable_cancel (self->cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      if (self->subscriptions[i] != 0)
        g_dbus_connection_signal_unsubscribe (self->buses[i], self->subscriptions[i]);
      self->subscriptions[i] = 0;
      g_clear_object (&self->buses[i]);
    }

  G_OBJECT_CLASS (anc_session_lock_parent_class)->dispose (object);
}

static void
anc_session_lock_finalize (GObject *object)
{
  g_object_unref (ANC_SESSION_LOCK (object)->cancellable);

  G_OBJECT_CLASS (anc_session_lock_parent_class)->finalize (object);
}

static void
anc_session_lock_class_init (AncSessionLockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = anc_session_lock_dispose;
  object_class->finalize = anc_session_lock_finalize;

  locked_signal = g_signal_new ("locked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
anc_session_lock_init (AncSessionLock *self)
{
  self->cancellable = g_cancellable_new ();
}

AncSessionLock *
anc_session_lock_new (void)
{
  AncSessionLock *self = g_object_new (ANC_TYPE_SESSION_LOCK, NULL);

  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, session_bus_cb, g_object_ref (self));
  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, system_bus_cb, g_object_ref (self));

  return self;
}
