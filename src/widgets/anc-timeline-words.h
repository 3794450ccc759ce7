/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-date-words.h"
#include "anc-timeline-count.h"
#include "anc-timeline-lane.h"
#include "anc-timeline-note.h"

#include "anc-outcome.h"

/* All return translated text; strings that are `char *` belong to the caller. */

char *anc_words_length (AncTimeSpan span);
char *anc_words_span (AncTimeSpan span);
const char *anc_words_evidence (AncEvidence evidence);
const char *anc_words_month_state (AncMonthState state);
const char *anc_words_outcome_title (AncOutcome outcome);

char *anc_words_item (AncTimelineItem *item,
                      AncTimelineLane *lane,
                      AncTimeSpan span);
char *anc_words_item_month (AncTimelineItem *item,
                            AncTimelineLane *lane,
                            AncMonth month);
char *anc_words_lane (AncTimelineLane *lane);
char *anc_words_count_month (AncTimelineCount *count,
                             AncMonth month);
char *anc_words_total (AncTimelineCount *count);
char *anc_words_gap (AncTimeSpan gap);
char *anc_words_note (AncNoteKind kind,
                      AncTimeSpan span);
