/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"

#include "anc-timeline-count.h"

#include <gio/gio.h>

#define ANC_TYPE_TIMELINE_FEED (anc_timeline_feed_get_type ())
G_DECLARE_FINAL_TYPE (AncTimelineFeed, anc_timeline_feed, ANC, TIMELINE_FEED, GObject)

/**
 * AncTimelineFeed:
 *
 * A case and its verdicts as the timeline wants them: a lane for the stays, one for the absences where
 * there are any, one for each employer with its jobs and their months; and the count of the criterion the
 * timeline explains. Lanes, items and months are kept as long as what they stand for, and only what is
 * other than before is set. The key of a lane is that of the employer, of an item that of the record;
 * the presence since the entry stands in the lane of stays with the key of the case.
 */
AncTimelineFeed *anc_timeline_feed_new (AncDesk *desk);

GListModel *anc_timeline_feed_get_lanes (AncTimelineFeed *self);
AncTimelineCount *anc_timeline_feed_get_count (AncTimelineFeed *self);
