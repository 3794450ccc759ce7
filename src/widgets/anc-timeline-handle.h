/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-date.h"

#include <gtk/gtk.h>

#define ANC_TYPE_TIMELINE_HANDLE (anc_timeline_handle_get_type ())
G_DECLARE_FINAL_TYPE (AncTimelineHandle, anc_timeline_handle, ANC, TIMELINE_HANDLE, GtkWidget)

GtkWidget *anc_timeline_handle_new (void);

void anc_timeline_handle_set_date (AncTimelineHandle *self,
                                   AncDate date);
