/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* Turns the main loop until @condition holds; fails when it does not within a minute. */
#define anc_test_wait_for(condition)                                       \
  G_STMT_START                                                             \
  {                                                                        \
    const gint64 anc_test_wait_start_time = g_get_monotonic_time ();       \
    while (!(condition))                                                   \
      anc_test_wait_turn (anc_test_wait_start_time, G_STRLOC, #condition); \
  }                                                                        \
  G_STMT_END

void anc_test_wait_turn (gint64 start,
                         const char *place,
                         const char *condition);

char *anc_test_wait_for_clipboard (GtkWidget *widget);
