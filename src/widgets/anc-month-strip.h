/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-timeline-count.h"

#include <gtk/gtk.h>

#define ANC_TYPE_MONTH_STRIP (anc_month_strip_get_type ())
G_DECLARE_FINAL_TYPE (AncMonthStrip, anc_month_strip, ANC, MONTH_STRIP, GtkWidget)

GtkWidget *anc_month_strip_new (void);

AncTimelineCount *anc_month_strip_get_count (AncMonthStrip *self);
void anc_month_strip_set_count (AncMonthStrip *self,
                                AncTimelineCount *count);
