/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-office.h"

#include <gtk/gtk.h>

/* An office of one case, for programs that show its page. */

void anc_stage_load_style (void);
AncOffice *anc_stage_create_office (const char *folder,
                                    const char *today);
AncCase *anc_stage_read_case (AncOffice *office,
                              const char *path);
GtkWidget *anc_stage_find (GtkWidget *widget,
                           const char *type);
