/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-time-span.h"

static gboolean
is_last_of_month (AncDate date)
{
  return anc_month_get_last_day (anc_date_get_month (date)) == date;
}

/* A last day stays a last day: one month after 28 February comes 31 March. */
static AncDate
shift_end (AncDate end,
           int months)
{
  if (is_last_of_month (end))
    return anc_month_get_last_day (anc_date_get_month (end) + months);

  return anc_date_add_months (end, months, ANC_ROUNDING_DOWN);
}

/* The first of the month whose edge is nearest to that of @boundary. */
static AncDate
nearest_month (AncDate boundary)
{
  AncMonth month = anc_date_get_month (boundary);
  AncDate before = anc_month_get_first_day (month);
  AncDate after = anc_month_get_first_day (month + 1);

  return boundary - before < after - boundary ? before : after;
}

/**
 * anc_date_snap:
 * @boundary: a day, as the edge where it begins
 * @step: what to snap to
 *
 * Returns: the nearest edge of a month, or @boundary itself
 */
AncDate
anc_date_snap (AncDate boundary,
               AncTimeStep step)
{
  return step == ANC_TIME_STEP_MONTH ? nearest_month (boundary) : boundary;
}

/**
 * anc_date_step:
 * @date: a date
 * @step: months or days
 * @count: how many later, or earlier if negative
 *
 * Returns: the date so far away; a month without that day gives its last
 */
AncDate
anc_date_step (AncDate date,
               AncTimeStep step,
               int count)
{
  return step == ANC_TIME_STEP_MONTH ? anc_date_add_months (date, count, ANC_ROUNDING_DOWN) : date + count;
}

/**
 * anc_time_span_get_length:
 * @span: a span with an end
 *
 * Both days count: from 1 March to 31 March is one month, to 1 April one month and one day.
 *
 * Returns: the length; nothing if the end is before the start
 */
AncTimeLength
anc_time_span_get_length (AncTimeSpan span)
{
  AncTimeLength length = { 0, 0 };

  g_return_val_if_fail (span.end != ANC_DATE_NONE, length);

  if (span.end < span.start)
    return length;

  while (anc_date_add_months (span.start, (int) length.months + 1, ANC_ROUNDING_UP) <= span.end + 1)
    length.months++;
  length.days = (guint) (span.end + 1 - anc_date_add_months (span.start, (int) length.months, ANC_ROUNDING_UP));

  return length;
}

/**
 * anc_time_span_shift:
 * @span: a span
 * @step: months or days
 * @count: how many later, or earlier if negative
 *
 * Returns: the span moved along; whole months stay whole months
 */
AncTimeSpan
anc_time_span_shift (AncTimeSpan span,
                     AncTimeStep step,
                     int count)
{
  AncTimeSpan shifted = span;

  shifted.start = anc_date_step (span.start, step, count);
  if (span.end == ANC_DATE_NONE)
    return shifted;

  shifted.end = step == ANC_TIME_STEP_MONTH ? shift_end (span.end, count) : span.end + count;
  shifted.end = MAX (shifted.end, shifted.start);
  return shifted;
}

/**
 * anc_time_span_stretch_start:
 * @span: a span
 * @step: months or days
 * @count: by how many it begins later, or earlier if negative
 *
 * By months, the start goes to the first of a month: from the 15th, one earlier is the 1st.
 *
 * Returns: the span with another start, at most its end
 */
AncTimeSpan
anc_time_span_stretch_start (AncTimeSpan span,
                             AncTimeStep step,
                             int count)
{
  AncMonth month = anc_date_get_month (span.start);
  gboolean inside = anc_month_get_first_day (month) != span.start;

  if (step == ANC_TIME_STEP_DAY)
    span.start += count;
  else
    span.start = anc_month_get_first_day (month + count + (inside && count < 0));

  if (span.end != ANC_DATE_NONE)
    span.start = MIN (span.start, span.end);
  return span;
}

/**
 * anc_time_span_stretch_end:
 * @span: a span with an end
 * @step: months or days
 * @count: by how many it ends later, or earlier if negative
 *
 * By months, the end goes to the last of a month: from the 15th, one later is the end of that month.
 *
 * Returns: the span with another end, at least its start
 */
AncTimeSpan
anc_time_span_stretch_end (AncTimeSpan span,
                           AncTimeStep step,
                           int count)
{
  AncMonth month = anc_date_get_month (span.end);

  g_return_val_if_fail (span.end != ANC_DATE_NONE, span);

  if (step == ANC_TIME_STEP_DAY)
    span.end += count;
  else
    span.end = anc_month_get_last_day (month + count - (!is_last_of_month (span.end) && count > 0));

  span.end = MAX (span.end, span.start);
  return span;
}

/**
 * anc_time_span_drag:
 * @span: a span
 * @step: what it snaps to
 * @days: by how many days the pointer moved it
 *
 * By months it goes to where its start is nearest to the pointer, keeping its day of the month.
 *
 * Returns: the span moved along
 */
AncTimeSpan
anc_time_span_drag (AncTimeSpan span,
                    AncTimeStep step,
                    int days)
{
  AncDate target = span.start + days;
  int count = anc_date_get_month (target) - anc_date_get_month (span.start);
  int best = 0; /* where two are as near, it stays */

  if (step == ANC_TIME_STEP_DAY)
    return anc_time_span_shift (span, step, days);

  for (int i = count - 1; i <= count + 1; i++)
    if (ABS (anc_time_span_shift (span, step, i).start - target)
        < ABS (anc_time_span_shift (span, step, best).start - target))
      best = i;

  return anc_time_span_shift (span, step, best);
}

/**
 * anc_time_span_drag_start:
 * @span: a span
 * @step: what the start snaps to
 * @boundary: the day whose first edge is under the pointer
 *
 * Returns: the span with another start, at most its end
 */
AncTimeSpan
anc_time_span_drag_start (AncTimeSpan span,
                          AncTimeStep step,
                          AncDate boundary)
{
  span.start = anc_date_snap (boundary, step);
  if (span.end != ANC_DATE_NONE && span.start > span.end)
    span.start = step == ANC_TIME_STEP_DAY ? span.end : anc_month_get_first_day (anc_date_get_month (span.end));

  return span;
}

/**
 * anc_time_span_drag_end:
 * @span: a span
 * @step: what the end snaps to
 * @boundary: the day whose first edge is under the pointer: the end is the day before
 *
 * Returns: the span with another end, at least its start
 */
AncTimeSpan
anc_time_span_drag_end (AncTimeSpan span,
                        AncTimeStep step,
                        AncDate boundary)
{
  span.end = anc_date_snap (boundary, step) - 1;
  if (span.end < span.start)
    span.end = step == ANC_TIME_STEP_DAY ? span.start : anc_month_get_last_day (anc_date_get_month (span.start));

  return span;
}

/**
 * anc_time_span_draw:
 * @step: months or days
 * @from: the day where the pointer went down
 * @to: the day where it is, before or after
 *
 * Returns: the span drawn so: all months, or days, touched
 */
AncTimeSpan
anc_time_span_draw (AncTimeStep step,
                    AncDate from,
                    AncDate to)
{
  AncTimeSpan span = { MIN (from, to), MAX (from, to) };

  if (step == ANC_TIME_STEP_MONTH)
    {
      span.start = anc_month_get_first_day (anc_date_get_month (span.start));
      span.end = anc_month_get_last_day (anc_date_get_month (span.end));
    }

  return span;
}

/**
 * anc_time_span_snap_split:
 * @span: a span
 * @step: what the cut snaps to
 * @date: (inout): the day that begins the second part
 *
 * Brings @date to a place where both parts keep a day.
 *
 * Returns: whether there is such a place
 */
gboolean
anc_time_span_snap_split (AncTimeSpan span,
                          AncTimeStep step,
                          AncDate *date)
{
  AncDate cut = anc_date_snap (*date, step);
  AncDate last = span.end == ANC_DATE_NONE ? G_MAXINT32 : span.end;

  if (last <= span.start)
    return FALSE;

  *date = CLAMP (cut, span.start + 1, last);
  return TRUE;
}

/**
 * anc_time_span_duplicate:
 * @span: a span
 *
 * Returns: the span that follows it at once and lasts as long: for one month, the next month
 */
AncTimeSpan
anc_time_span_duplicate (AncTimeSpan span)
{
  AncTimeLength length;

  if (span.end == ANC_DATE_NONE)
    return anc_time_span_shift (span, ANC_TIME_STEP_MONTH, 1);

  length = anc_time_span_get_length (span);
  if (length.days == 0)
    return anc_time_span_shift (span, ANC_TIME_STEP_MONTH, (int) length.months);

  return anc_time_span_shift (span, ANC_TIME_STEP_DAY, span.end + 1 - span.start);
}

static AncDate
get_last_day (AncTimeSpan span)
{
  return span.end == ANC_DATE_NONE ? G_MAXINT32 : span.end;
}

static int
compare_starts (gconstpointer a,
                gconstpointer b,
                gpointer user_data)
{
  const AncTimeSpan *spans = user_data;
  const guint *first = a;
  const guint *second = b;

  if (spans[*first].start != spans[*second].start)
    return spans[*first].start < spans[*second].start ? -1 : 1;

  return *first < *second ? -1 : 1;
}

/* The indices of @spans, earliest start first. */
static guint *
sort_by_start (const AncTimeSpan *spans,
               guint n_spans)
{
  guint *order = g_new (guint, n_spans);

  for (guint i = 0; i < n_spans; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n_spans, sizeof *order, compare_starts, (gpointer) spans);

  return order;
}

/**
 * anc_time_spans_pack:
 * @spans: (array length=n_spans): spans, in any order
 * @n_spans: how many
 * @rows: (out caller-allocates) (array length=n_spans): the row of each, from 0
 *
 * Gives each span the first row that is free, earliest first, so that none covers another and as
 * few rows are used as can be.
 *
 * Returns: how many rows that takes, at least 1
 */
guint
anc_time_spans_pack (const AncTimeSpan *spans,
                     guint n_spans,
                     guint *rows)
{
  g_autofree guint *order = sort_by_start (spans, n_spans);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (AncDate));

  for (guint i = 0; i < n_spans; i++)
    {
      AncTimeSpan span = spans[order[i]];
      AncDate end = get_last_day (span);
      guint row = 0;

      while (row < ends->len && g_array_index (ends, AncDate, row) >= span.start)
        row++;
      if (row < ends->len)
        g_array_index (ends, AncDate, row) = end;
      else
        g_array_append_val (ends, end);
      rows[order[i]] = row;
    }

  return MAX (1, ends->len);
}

/**
 * anc_time_spans_find_gaps:
 * @spans: (array length=n_spans): spans, in any order
 * @n_spans: how many
 *
 * Returns: (transfer full) (element-type AncTimeSpan): the days between the first and the last span
 *   that none of them covers, in order
 */
GArray *
anc_time_spans_find_gaps (const AncTimeSpan *spans,
                          guint n_spans)
{
  g_autofree guint *order = sort_by_start (spans, n_spans);
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (AncTimeSpan));
  AncDate covered = G_MININT32;

  for (guint i = 0; i < n_spans; i++)
    {
      AncTimeSpan span = spans[order[i]];

      if (i > 0 && covered != G_MAXINT32 && span.start > covered + 1)
        {
          AncTimeSpan gap = { covered + 1, span.start - 1 };
          g_array_append_val (gaps, gap);
        }
      covered = MAX (covered, get_last_day (span));
    }

  return g_steal_pointer (&gaps);
}

/**
 * anc_time_spans_find_overlaps:
 * @spans: (array length=n_spans): spans, in any order
 * @n_spans: how many
 *
 * Returns: (transfer full) (element-type AncTimeSpan): the days that two spans or more cover, in
 *   order, joined where they touch; the last may go on without an end
 */
GArray *
anc_time_spans_find_overlaps (const AncTimeSpan *spans,
                              guint n_spans)
{
  g_autofree guint *order = sort_by_start (spans, n_spans);
  g_autoptr (GArray) overlaps = g_array_new (FALSE, FALSE, sizeof (AncTimeSpan));
  AncDate covered = G_MININT32;

  for (guint i = 0; i < n_spans; i++)
    {
      AncTimeSpan span = spans[order[i]];
      AncTimeSpan overlap = { span.start, MIN (covered, get_last_day (span)) };
      AncTimeSpan *last = overlaps->len > 0 ? &g_array_index (overlaps, AncTimeSpan, overlaps->len - 1) : NULL;

      if (i > 0 && overlap.start <= overlap.end)
        {
          if (last != NULL && (last->end == G_MAXINT32 || overlap.start <= last->end + 1))
            last->end = MAX (last->end, overlap.end);
          else
            g_array_append_val (overlaps, overlap);
        }
      covered = MAX (covered, get_last_day (span));
    }

  for (guint i = 0; i < overlaps->len; i++)
    if (g_array_index (overlaps, AncTimeSpan, i).end == G_MAXINT32)
      g_array_index (overlaps, AncTimeSpan, i).end = ANC_DATE_NONE;

  return g_steal_pointer (&overlaps);
}
