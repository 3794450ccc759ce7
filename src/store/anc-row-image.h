/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

struct sqlite3;

gboolean anc_row_image_register (struct sqlite3 *handle);
