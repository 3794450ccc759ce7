/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-evaluation.h"
#include "anc-month-rule.h"

/**
 * AncMonthTable:
 *
 * What every month is worth under one rule, from the first month that the longest window can touch
 * to the horizon; worked out once and read by all criteria that share the rule.
 *
 * Months before that of the filing date hold what is recorded. From that month on, open-ended jobs
 * are supposed to go on and to be paid each month like the last one known; what is really recorded
 * of the month of the filing date is kept beside.
 */

const AncMonthTable *anc_month_table_get (AncEvaluation *evaluation,
                                          const AncMonthRule *rule,
                                          AncDate filing);
void anc_month_table_free_all (AncMonthTable *first);

AncMonthState anc_month_table_get_whole (const AncMonthTable *self,
                                         AncMonth month);
AncMonthState anc_month_table_get_part (const AncMonthTable *self,
                                        const AncEvaluation *evaluation,
                                        AncDate from,
                                        AncDate until);
guint anc_month_table_count_all (const AncMonthTable *self);
guint anc_month_table_count (const AncMonthTable *self,
                             AncMonth first,
                             AncMonth last);
