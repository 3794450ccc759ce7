/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-month-rule.h"

#include "anc-date.h"

#include <glib-object.h>

#define ANC_TYPE_TIMELINE_COUNT (anc_timeline_count_get_type ())
G_DECLARE_FINAL_TYPE (AncTimelineCount, anc_timeline_count, ANC, TIMELINE_COUNT, GObject)

AncTimelineCount *anc_timeline_count_new (const char *title);

const char *anc_timeline_count_get_title (AncTimelineCount *self);
void anc_timeline_count_set_title (AncTimelineCount *self,
                                   const char *title);
const char *anc_timeline_count_get_subtitle (AncTimelineCount *self);
void anc_timeline_count_set_subtitle (AncTimelineCount *self,
                                      const char *subtitle);
AncDate anc_timeline_count_get_window_start (AncTimelineCount *self);
void anc_timeline_count_set_window_start (AncTimelineCount *self,
                                          AncDate window_start);
AncDate anc_timeline_count_get_window_end (AncTimelineCount *self);
void anc_timeline_count_set_window_end (AncTimelineCount *self,
                                        AncDate window_end);
guint anc_timeline_count_get_n_counted (AncTimelineCount *self);
void anc_timeline_count_set_n_counted (AncTimelineCount *self,
                                       guint n_counted);
guint anc_timeline_count_get_n_arguable (AncTimelineCount *self);
void anc_timeline_count_set_n_arguable (AncTimelineCount *self,
                                        guint n_arguable);
guint anc_timeline_count_get_n_declared (AncTimelineCount *self);
void anc_timeline_count_set_n_declared (AncTimelineCount *self,
                                        guint n_declared);
guint anc_timeline_count_get_n_required (AncTimelineCount *self);
void anc_timeline_count_set_n_required (AncTimelineCount *self,
                                        guint n_required);

void anc_timeline_count_set_states (AncTimelineCount *self,
                                    AncMonth first,
                                    const AncMonthState *states,
                                    guint n_states);
AncMonthState anc_timeline_count_get_state (AncTimelineCount *self,
                                            AncMonth month);
gboolean anc_timeline_count_get_months (AncTimelineCount *self,
                                        AncMonth *first,
                                        AncMonth *last);
