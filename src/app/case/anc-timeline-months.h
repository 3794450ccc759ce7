/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-review.h"
#include "anc-case.h"

#include "anc-timeline-item.h"

/**
 * AncPayslipIndex:
 *
 * The payslips of a case by job and month, with what is to be said of each. Lives for one update of the
 * timeline.
 */
typedef struct _AncPayslipIndex AncPayslipIndex;

AncPayslipIndex *anc_payslip_index_new (AncCase *a_case,
                                        const AncCaseReview *review);
void anc_payslip_index_free (AncPayslipIndex *self);

void anc_payslip_index_set_months (const AncPayslipIndex *self,
                                   AncTimelineItem *item,
                                   AncRecord *job,
                                   AncDate last_day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncPayslipIndex, anc_payslip_index_free)
