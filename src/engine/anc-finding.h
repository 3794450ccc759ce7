/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-month-rule.h"
#include "anc-outcome.h"

#include "anc-amount.h"
#include "anc-date.h"

/**
 * AncUnit:
 *
 * What a criterion measures.
 */
typedef enum
{
  ANC_UNIT_NONE,
  ANC_UNIT_MONTHS,
  ANC_UNIT_YEARS,
  ANC_UNIT_EUROS,
  ANC_UNIT_HOURS,
} AncUnit;

/**
 * AncFinding:
 * @measured: in the kind's unit, or %ANC_AMOUNT_NONE
 * @required: in the kind's unit, or %ANC_AMOUNT_NONE
 * @rounding: whether the outcome hangs on the reading of a day that does not exist
 * @earliest: the first filing date on which it is met, or %ANC_DATE_NONE
 * @due: when a length of time is reached, or a measure lapses, or %ANC_DATE_NONE
 * @window_start: the first day looked at, or %ANC_DATE_NONE
 * @window_end: the last day looked at, or %ANC_DATE_NONE
 * @first_month: the month of the first state of @months
 * @months: (array length=n_months): the states (#AncMonthState) of the months the window touches
 * @unproven_years: (array length=n_unproven_years): years with too few proofs
 *
 * What the engine found for one criterion of one case on one filing date.
 */
typedef struct
{
  AncOutcome outcome;
  AncAmount measured;
  AncAmount required;
  gboolean rounding;
  AncDate earliest;
  AncDate due;
  AncDate window_start;
  AncDate window_end;
  AncMonth first_month;
  guint n_months;
  guint8 *months;
  guint n_unproven_years;
  gint16 *unproven_years;
} AncFinding;

guint anc_finding_count_months (const AncFinding *self,
                                AncMonthState state);
