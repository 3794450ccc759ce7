/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

gboolean anc_landlock_enter (const char *const *folders,
                             guint n_folders);
