/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case.h"
#include "anc-timeline.h"

void anc_timeline_exports_attach (GtkWidget *page,
                                  AncTimeline *timeline,
                                  AncCase *a_case);
