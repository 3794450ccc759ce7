/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#define ANC_TYPE_IDLE_LOCK (anc_idle_lock_get_type ())
G_DECLARE_FINAL_TYPE (AncIdleLock, anc_idle_lock, ANC, IDLE_LOCK, GObject)

/**
 * AncIdleLock:
 *
 * Notices that nobody has touched any window of the program for a while. Signal `idle ()`, once for each time. Owned by the
 * main thread.
 */
AncIdleLock *anc_idle_lock_new (void);

void anc_idle_lock_set_seconds (AncIdleLock *self,
                                guint seconds);
