/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

void anc_access_name_parts (GtkWidget *page);
void anc_access_name (GtkWidget *widget,
                      const char *name);
