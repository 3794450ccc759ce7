/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-month-rule.h"

#include "anc-date.h"

#include <glib-object.h>

#define ANC_TYPE_TIMELINE_COUNT (anc_timeline_count_get_type ())
G_DECLARE_FINAL_TYPE (AncTimelineCount, anc_timeline_count, ANC, TIMELINE_COUNT, GObject)

/**
 * AncTimelineTotals:
 * @title: (nullable): what is asked for: `12 months in 24`
 * @subtitle: (nullable): by which text: `L. 435-4, al. 1 · statute`
 * @window_start: where the months must be; ANC_DATE_NONE: anywhere
 * @window_end: the last day of it
 * @n_required: 0: the criterion does not count months
 *
 * A criterion and its numbers.
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  AncDate window_start;
  AncDate window_end;
  guint n_counted;
  guint n_arguable;
  guint n_declared;
  guint n_required;
} AncTimelineTotals;

/**
 * AncTimelineCount:
 *
 * What the chosen criterion makes of the months: its window, the state of each month and the totals.
 * Its owner changes it, and the timeline follows. Signals: `totals-changed ()`, `states-changed ()`.
 */
AncTimelineCount *anc_timeline_count_new (const char *title);

const AncTimelineTotals *anc_timeline_count_get_totals (AncTimelineCount *self);
void anc_timeline_count_set_totals (AncTimelineCount *self,
                                    const AncTimelineTotals *totals);

void anc_timeline_count_set_states (AncTimelineCount *self,
                                    AncMonth first,
                                    const AncMonthState *states,
                                    guint n_states);
AncMonthState anc_timeline_count_get_state (AncTimelineCount *self,
                                            AncMonth month);
gboolean anc_timeline_count_get_months (AncTimelineCount *self,
                                        AncMonth *first,
                                        AncMonth *last);
