/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* Real pointer and keyboard events, by way of the X server, and waiting for what they bring. */

void anc_input_move (GtkWidget *widget,
                     double x,
                     double y);
void anc_input_press (guint button);
void anc_input_release (guint button);
void anc_input_key (guint keyval,
                    GdkModifierType modifiers);
void anc_input_hold (guint keyval,
                     gboolean down);

void anc_input_settle (GtkWidget *widget);

/* Runs the main loop until @condition holds; fails when it does not within some seconds. */
#define anc_input_wait_for(condition)                                                  \
  G_STMT_START                                                                         \
  {                                                                                    \
    gint64 anc_deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;               \
    while (!(condition) && g_get_monotonic_time () < anc_deadline)                     \
      {                                                                                \
        guint anc_wake = g_timeout_add (20, (GSourceFunc) anc_input_stay_awake, NULL); \
        g_main_context_iteration (NULL, TRUE);                                         \
        g_source_remove (anc_wake);                                                    \
      }                                                                                \
    g_assert_true (condition);                                                         \
  }                                                                                    \
  G_STMT_END

gboolean anc_input_stay_awake (gpointer unused);
