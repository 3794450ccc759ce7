/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-timeline.h"

/**
 * AncTimelineSample:
 *
 * Invented lanes and a count for tests and pictures, and what an application does with the requests
 * of a timeline: it applies them to the models.
 */
typedef struct
{
  GListStore *lanes;
  AncTimelineCount *count;
  AncDate filing_date;
  GString *log; /* what was asked for, one line a request */
  gint64 last_key;
} AncTimelineSample;

AncTimelineSample *anc_timeline_sample_new (void);
AncTimelineSample *anc_timeline_sample_new_empty (void);
AncTimelineSample *anc_timeline_sample_new_large (guint n_years,
                                                  guint n_jobs);
void anc_timeline_sample_free (AncTimelineSample *self);

GtkWidget *anc_timeline_sample_create_timeline (AncTimelineSample *self);
AncTimelineItem *anc_timeline_sample_get_item (AncTimelineSample *self,
                                               guint lane,
                                               guint item);
AncDate anc_timeline_sample_date (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncTimelineSample, anc_timeline_sample_free)
