/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-input.h"

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <gdk/x11/gdkx.h>

static Display *
get_display (void)
{
  return gdk_x11_display_get_xdisplay (gdk_display_get_default ());
}

/* Moves the pointer to @x, @y of @widget. */
void
anc_input_move (GtkWidget *widget,
                double x,
                double y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  Window surface = gdk_x11_surface_get_xid (gtk_native_get_surface (native));
  double window_x, window_y, offset_x, offset_y;
  int root_x, root_y;
  Window child;

  gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), x, y, &window_x, &window_y);
  gtk_native_get_surface_transform (native, &offset_x, &offset_y);
  XTranslateCoordinates (get_display (),
                         surface,
                         DefaultRootWindow (get_display ()),
                         (int) (window_x + offset_x),
                         (int) (window_y + offset_y),
                         &root_x,
                         &root_y,
                         &child);
  XTestFakeMotionEvent (get_display (), -1, root_x, root_y, CurrentTime);
  XSync (get_display (), False);
  anc_input_settle (widget);
}

static void
send_button (guint button,
             gboolean down)
{
  XTestFakeButtonEvent (get_display (), button, down, CurrentTime);
  XSync (get_display (), False);
}

void
anc_input_press (guint button)
{
  send_button (button, TRUE);
}

void
anc_input_release (guint button)
{
  send_button (button, FALSE);
}

/* Presses a key, or lets it go, by its name on the keyboard without modifiers. */
void
anc_input_hold (guint keyval,
                gboolean down)
{
  XTestFakeKeyEvent (get_display (), XKeysymToKeycode (get_display (), keyval), down, CurrentTime);
  XSync (get_display (), False);
}

void
anc_input_key (guint keyval,
               GdkModifierType modifiers)
{
  static const struct
  {
    GdkModifierType modifier;
    guint keyval;
  } keys[] = {
    { GDK_CONTROL_MASK, XK_Control_L },
    { GDK_SHIFT_MASK, XK_Shift_L },
    { GDK_ALT_MASK, XK_Alt_L },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (modifiers & keys[i].modifier)
      anc_input_hold (keys[i].keyval, TRUE);
  anc_input_hold (keyval, TRUE);
  anc_input_hold (keyval, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (modifiers & keys[i].modifier)
      anc_input_hold (keys[i].keyval, FALSE);
}

static gboolean
count_frame_cb (GtkWidget *widget,
                GdkFrameClock *clock,
                gpointer user_data)
{
  guint *n_frames = user_data;

  return ++*n_frames < 2 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Runs the main loop for two frames: events that are on their way have arrived, and show. */
void
anc_input_settle (GtkWidget *widget)
{
  guint n_frames = 0;

  XSync (get_display (), False);
  gtk_widget_add_tick_callback (widget, count_frame_cb, &n_frames, NULL);
  anc_test_wait_for (n_frames >= 2);
}
