/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

int anc_tiff_get_orientation (GBytes *bytes,
                              guint page);
