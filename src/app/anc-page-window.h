/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

GtkWindow *anc_page_window_present (GtkWindow *parent,
                                    const char *title,
                                    GtkWidget *page);
