/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-time-axis.h"

#define SHORTEST_MONTH 28
#define SHORTEST_QUARTER 90
#define SHORTEST_YEAR 365
#define SHORTEST_FIFTH 4 /* from the 1st to the 5th */

static gboolean
has_room (double day_width,
          int n_days,
          double label_width)
{
  return day_width * n_days >= label_width + ANC_AXIS_LABEL_SPACING;
}

/**
 * anc_axis_plan:
 * @day_width: how wide a day is, in pixels
 * @widths: how wide labels are
 *
 * Chooses the finest labels that do not touch one another.
 *
 * Returns: what the axis names
 */
AncAxisPlan
anc_axis_plan (double day_width,
               const AncAxisWidths *widths)
{
  AncAxisPlan plan = { ANC_TICK_MONTH, ANC_TICK_DAY, ANC_MONTH_NAME_LONG };

  if (has_room (day_width, 1, widths->day))
    return plan;

  plan.lower = ANC_TICK_FIFTH_DAY;
  if (has_room (day_width, SHORTEST_FIFTH, widths->day))
    return plan;

  plan.upper = has_room (day_width, SHORTEST_YEAR, widths->year) ? ANC_TICK_YEAR : ANC_TICK_FIFTH_YEAR;
  plan.lower = ANC_TICK_MONTH;
  for (int name = ANC_MONTH_NAME_LONG; name >= ANC_MONTH_NAME_INITIAL; name--)
    {
      plan.month_name = (AncMonthName) name;
      if (has_room (day_width, SHORTEST_MONTH, widths->month[name]))
        return plan;
    }

  plan.lower = has_room (day_width, SHORTEST_QUARTER, widths->quarter) ? ANC_TICK_QUARTER : plan.upper;
  return plan;
}

/**
 * anc_tick_floor:
 * @tick: a kind of mark
 * @date: a date
 *
 * Returns: the last mark not after @date
 */
AncDate
anc_tick_floor (AncTick tick,
                AncDate date)
{
  AncMonth month = anc_date_get_month (date);
  int day;

  switch (tick)
    {
    case ANC_TICK_FIFTH_DAY:
      anc_date_get_ymd (date, NULL, NULL, &day);
      day = MIN (day, 25);
      return anc_month_get_first_day (month) + (day < 5 ? 1 : day - day % 5) - 1;
    case ANC_TICK_MONTH:
      return anc_month_get_first_day (month);
    case ANC_TICK_QUARTER:
      return anc_month_get_first_day (month - (anc_month_get_number (month) - 1) % 3);
    case ANC_TICK_YEAR:
      return anc_month_get_first_day (anc_month_new (anc_month_get_year (month), 1));
    case ANC_TICK_FIFTH_YEAR:
      return anc_month_get_first_day (anc_month_new (anc_month_get_year (month) / 5 * 5, 1));
    case ANC_TICK_DAY:
    default:
      return date;
    }
}

/**
 * anc_tick_next:
 * @tick: a kind of mark
 * @date: a date
 *
 * Returns: the first mark after @date
 */
AncDate
anc_tick_next (AncTick tick,
               AncDate date)
{
  /* As far as two marks of a kind can be apart, which never leaps over a third. */
  static const int longest[] = { 1, 7, 31, 92, 366, 1827 };

  return anc_tick_floor (tick, anc_tick_floor (tick, date) + longest[tick]);
}
