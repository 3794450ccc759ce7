/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* A bar on the terminal, where the errors go to one; nowhere else. Hidden before anything else is printed. */

void anc_progress_bar_show (guint n_done,
                            guint n_total,
                            const char *label);
void anc_progress_bar_hide (void);
