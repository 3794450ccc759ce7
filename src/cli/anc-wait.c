/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-wait.h"

#include <glib-unix.h>

void
anc_wait_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  AncWait *self = user_data;

  self->result = g_object_ref (result);
}

/**
 * anc_wait_for:
 * @self: a wait that was given to a call
 *
 * Returns: (transfer none): the call's result, for its `_finish`
 */
GAsyncResult *
anc_wait_for (AncWait *self)
{
  while (self->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return self->result;
}

void
anc_wait_clear (AncWait *self)
{
  g_clear_object (&self->result);
}

static gboolean
ready_cb (int fd,
          GIOCondition condition,
          gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/**
 * anc_wait_for_input:
 * @fd: a file descriptor
 * @cancellable: cancelled when the person interrupts
 *
 * Waits until there is something to read, or the end.
 *
 * Returns: whether there is; not when interrupted
 */
gboolean
anc_wait_for_input (int fd,
                    GCancellable *cancellable)
{
  gboolean is_ready = FALSE;
  guint source = g_unix_fd_add (fd, G_IO_IN | G_IO_HUP | G_IO_ERR, ready_cb, &is_ready);

  while (!is_ready && !g_cancellable_is_cancelled (cancellable))
    g_main_context_iteration (NULL, TRUE);
  if (!is_ready)
    g_source_remove (source);

  return is_ready;
}
