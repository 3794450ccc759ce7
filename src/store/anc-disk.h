/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* What the store does with files as a whole. Each of these has reached the disk when it returns TRUE. */

gboolean anc_disk_replace (const char *from,
                           const char *to,
                           GError **error);
gboolean anc_disk_remove (const char *path,
                          GError **error);
gboolean anc_disk_sync (const char *path,
                        GError **error);
gboolean anc_disk_make_folder (const char *path,
                               GError **error);
gboolean anc_disk_is_writable (const char *path);
