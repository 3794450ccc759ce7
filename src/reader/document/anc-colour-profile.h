/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

gboolean anc_colour_profile_is_screen (const void *data,
                                       gsize length,
                                       guint n_components);
