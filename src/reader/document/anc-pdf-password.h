/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

gboolean anc_pdf_password_prepare (GBytes *bytes,
                                   const char *password,
                                   char **prepared);
