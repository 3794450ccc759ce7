/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-job-filter.h"

/**
 * AncListDate:
 *
 * The day on which an occupation list is read for a month of work.
 */
typedef enum
{
  ANC_LIST_DATE_FILING,
  ANC_LIST_DATE_MONTH,
  ANC_LIST_DATE_BOTH,
} AncListDate;

/**
 * AncMonthRule:
 * @filter: which jobs it looks at
 * @list_date: when their occupation lists are read
 * @min_hours: hours that make the month count, or %ANC_AMOUNT_NONE
 * @smic_ratio: part of the monthly minimum wage that makes it count, or %ANC_AMOUNT_NONE
 * @excluded_stays: a bit for each #AncStayStatus under which work does not count
 * @max_window: the longest window, in months, of the criteria that use this rule
 *
 * What makes a month count. Criteria that share a rule share the months it gives.
 */
typedef struct
{
  AncJobFilter filter;
  AncListDate list_date;
  AncAmount min_hours;
  AncAmount smic_ratio;
  guint excluded_stays;
  guint max_window;
} AncMonthRule;

/**
 * AncMonthState:
 *
 * What a civil month is worth, least first.
 */
typedef enum
{
  ANC_MONTH_EMPTY,
  ANC_MONTH_DECLARED,
  ANC_MONTH_ARGUABLE,
  ANC_MONTH_COUNTED,
} AncMonthState;
