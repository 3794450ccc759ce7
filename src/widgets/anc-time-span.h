/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-date.h"

/**
 * AncTimeSpan:
 * @start: the first day
 * @end: the last day, included; %ANC_DATE_NONE: it goes on
 *
 * A stretch of days, as a plain value. Everything below is arithmetic on dates: what a drag or a
 * key makes of a span, how spans stand in rows, where they leave gaps and where they overlap.
 */
typedef struct
{
  AncDate start;
  AncDate end;
} AncTimeSpan;

/**
 * AncTimeStep:
 *
 * By how much a span moves: civil months, or days.
 */
typedef enum
{
  ANC_TIME_STEP_MONTH,
  ANC_TIME_STEP_DAY,
} AncTimeStep;

/**
 * AncTimeLength:
 *
 * A length in civil months and the days left over.
 */
typedef struct
{
  guint months;
  guint days;
} AncTimeLength;

AncTimeLength anc_time_span_get_length (AncTimeSpan span);

AncTimeSpan anc_time_span_shift (AncTimeSpan span,
                                 AncTimeStep step,
                                 int count);
AncTimeSpan anc_time_span_stretch_start (AncTimeSpan span,
                                         AncTimeStep step,
                                         int count);
AncTimeSpan anc_time_span_stretch_end (AncTimeSpan span,
                                       AncTimeStep step,
                                       int count);

AncTimeSpan anc_time_span_drag (AncTimeSpan span,
                                AncTimeStep step,
                                int days);
AncTimeSpan anc_time_span_drag_start (AncTimeSpan span,
                                      AncTimeStep step,
                                      AncDate boundary);
AncTimeSpan anc_time_span_drag_end (AncTimeSpan span,
                                    AncTimeStep step,
                                    AncDate boundary);
AncTimeSpan anc_time_span_draw (AncTimeStep step,
                                AncDate from,
                                AncDate to);
gboolean anc_time_span_snap_split (AncTimeSpan span,
                                   AncTimeStep step,
                                   AncDate *date);
AncTimeSpan anc_time_span_duplicate (AncTimeSpan span);
AncDate anc_date_step (AncDate date,
                       AncTimeStep step,
                       int count);
AncDate anc_date_snap (AncDate boundary,
                       AncTimeStep step);

guint anc_time_spans_pack (const AncTimeSpan *spans,
                           guint n_spans,
                           guint *rows);
GArray *anc_time_spans_find_gaps (const AncTimeSpan *spans,
                                  guint n_spans);
GArray *anc_time_spans_find_overlaps (const AncTimeSpan *spans,
                                      guint n_spans);
