/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

GBytes *anc_form_fonts_complete (GBytes *bytes,
                                 const char *password,
                                 GError **error);
