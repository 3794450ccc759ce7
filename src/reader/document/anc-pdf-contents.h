/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

gboolean anc_pdf_contents_find_picture (const char *data,
                                        gsize length,
                                        char **name,
                                        double place[4],
                                        gboolean *in_black);
