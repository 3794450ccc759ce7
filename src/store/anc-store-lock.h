/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * AncStoreLock:
 *
 * Holds a store for one program at a time, by a file beside it that says who holds it. The system lets go
 * of it when the program ends, however it ends.
 */
typedef struct _AncStoreLock AncStoreLock;

AncStoreLock *anc_store_lock_take (const char *path,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean anc_store_lock_allows_reading (const char *path,
                                        GError **error);
void anc_store_lock_release (AncStoreLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncStoreLock, anc_store_lock_release)
