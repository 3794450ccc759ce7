/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

/* What the pages about the law are made of. */

GtkWidget *anc_law_parts_new_column (GtkWidget **column);
GtkWidget *anc_law_parts_new_heading (const char *text);
GtkWidget *anc_law_parts_new_list (const char *name);
void anc_law_parts_add_row (GtkWidget *list,
                            const char *title,
                            const char *markup,
                            guint depth,
                            GtkWidget *suffix);
