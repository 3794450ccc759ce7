/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/**
 * AncWait:
 *
 * Waits for one asynchronous call, while the main loop runs on. All zeros to begin with; the call gets
 * anc_wait_cb() and the wait.
 */
typedef struct
{
  GAsyncResult *result;
} AncWait;

void anc_wait_cb (GObject *source,
                  GAsyncResult *result,
                  gpointer user_data);
GAsyncResult *anc_wait_for (AncWait *self);
void anc_wait_clear (AncWait *self);

gboolean anc_wait_for_input (int fd,
                             GCancellable *cancellable);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AncWait, anc_wait_clear)
