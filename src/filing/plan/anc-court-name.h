/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Bytes, and letters: there are no others in it. */
#define ANC_COURT_NAME_MAX 80

char *anc_court_name_new (guint number,
                          guint n_digits,
                          const char *title,
                          const char *suffix);
