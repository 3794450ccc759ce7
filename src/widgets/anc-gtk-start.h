/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/*
 * How GTK starts without what this program has no use for: a set-up of OpenGL where there is no graphics card, and
 * a style sheet of GTK's own below that of libadwaita. It can be told in its environment alone.
 */

void anc_gtk_start_prepare (void);
void anc_gtk_start_display (void);

gboolean anc_gtk_start_has_card (const char *devices);
