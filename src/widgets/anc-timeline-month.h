/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-month-rule.h"

#include "anc-date.h"

#include <glib-object.h>

/**
 * AncEvidence:
 * @ANC_EVIDENCE_NONE: nothing
 * @ANC_EVIDENCE_DECLARED: the person says so
 * @ANC_EVIDENCE_PAYSLIP: a payslip shows it
 *
 * What a month of work rests on.
 */
typedef enum
{
  ANC_EVIDENCE_NONE,
  ANC_EVIDENCE_DECLARED,
  ANC_EVIDENCE_PAYSLIP,
} AncEvidence;

#define ANC_TYPE_TIMELINE_MONTH (anc_timeline_month_get_type ())
G_DECLARE_FINAL_TYPE (AncTimelineMonth, anc_timeline_month, ANC, TIMELINE_MONTH, GObject)

AncTimelineMonth *anc_timeline_month_new (AncMonth month,
                                          AncEvidence evidence);

AncMonth anc_timeline_month_get_month (AncTimelineMonth *self);
AncEvidence anc_timeline_month_get_evidence (AncTimelineMonth *self);
void anc_timeline_month_set_evidence (AncTimelineMonth *self,
                                      AncEvidence evidence);
AncMonthState anc_timeline_month_get_state (AncTimelineMonth *self);
void anc_timeline_month_set_state (AncTimelineMonth *self,
                                   AncMonthState state);
const char *anc_timeline_month_get_source (AncTimelineMonth *self);
void anc_timeline_month_set_source (AncTimelineMonth *self,
                                    const char *source);
const char *anc_timeline_month_get_contradiction (AncTimelineMonth *self);
void anc_timeline_month_set_contradiction (AncTimelineMonth *self,
                                           const char *contradiction);
