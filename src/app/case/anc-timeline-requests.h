/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"

#include "anc-timeline.h"

/* Makes edits of the case of what people do on its timeline: one gesture, one edit. */
void anc_timeline_requests_connect (AncTimeline *timeline,
                                    AncDesk *desk);
