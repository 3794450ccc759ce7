/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-timeline-count.h"

#include <gtk/gtk.h>

/* The totals at the end of the row of counted months: proven, arguable, to prove. */

GtkWidget *anc_timeline_total_new (void);
void anc_timeline_total_show (GtkWidget *total,
                              AncTimelineCount *count);
