/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-date-words.h"

/* What stays free between two labels, in pixels. */
#define ANC_AXIS_LABEL_SPACING 4

/**
 * AncTick:
 * @ANC_TICK_DAY: every day
 * @ANC_TICK_FIFTH_DAY: the 1st, 5th, 10th, 15th, 20th and 25th of the month
 * @ANC_TICK_MONTH: every month
 * @ANC_TICK_QUARTER: every third month from January
 * @ANC_TICK_YEAR: every January
 * @ANC_TICK_FIFTH_YEAR: the January of every year that five divides
 *
 * Where an axis has its marks.
 */
typedef enum
{
  ANC_TICK_DAY,
  ANC_TICK_FIFTH_DAY,
  ANC_TICK_MONTH,
  ANC_TICK_QUARTER,
  ANC_TICK_YEAR,
  ANC_TICK_FIFTH_YEAR,
} AncTick;

/**
 * AncAxisWidths:
 *
 * How wide the widest label of each kind is, in pixels.
 */
typedef struct
{
  double day;
  double month[ANC_MONTH_NAME_LONG + 1];
  double quarter;
  double year;
} AncAxisWidths;

/**
 * AncAxisPlan:
 * @upper: what the upper row names: months (with their year), years, or every fifth
 * @lower: what the lower row names; the same as @upper if there is no room for a lower row
 * @month_name: how the lower row writes months
 *
 * What an axis of two rows names at some zoom.
 */
typedef struct
{
  AncTick upper;
  AncTick lower;
  AncMonthName month_name;
} AncAxisPlan;

AncAxisPlan anc_axis_plan (double day_width,
                           const AncAxisWidths *widths);

AncDate anc_tick_floor (AncTick tick,
                        AncDate date);
AncDate anc_tick_next (AncTick tick,
                       AncDate date);
