/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-wait.h"

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
