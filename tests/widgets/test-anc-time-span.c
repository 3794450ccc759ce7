/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-time-span.h"

static AncTimeSpan
span (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 2);
  AncTimeSpan result = { ANC_DATE_NONE, ANC_DATE_NONE };

  g_assert_true (anc_date_parse (parts[0], &result.start));
  if (*parts[1] != '\0')
    g_assert_true (anc_date_parse (parts[1], &result.end));
  return result;
}

static char *
text_of (AncTimeSpan value)
{
  char start[ANC_DATE_BUFFER_SIZE], end[ANC_DATE_BUFFER_SIZE];

  return g_strdup_printf ("%s/%s",
                          anc_date_format (value.start, start),
                          value.end != ANC_DATE_NONE ? anc_date_format (value.end, end) : "");
}

static void
assert_span (AncTimeSpan value,
             const char *expected,
             const char *why)
{
  g_autofree char *text = text_of (value);

  g_test_message ("%s", why);
  g_assert_cmpstr (text, ==, expected);
}

typedef struct
{
  const char *before;
  AncTimeStep step;
  int count;
  const char *after;
  const char *why;
} StepRow;

static const AncTimeStep month = ANC_TIME_STEP_MONTH;

static void
test_shift (void)
{
  const StepRow rows[] = {
    { "2025-03-01/2025-03-31", month, 1, "2025-04-01/2025-04-30", "a whole month stays one" },
    { "2025-03-01/2025-03-31", month, -1, "2025-02-01/2025-02-28", "also in February" },
    { "2024-01-15/2024-02-14", month, 1, "2024-02-15/2024-03-14", "the day of the month stays" },
    { "2025-01-31/2025-03-15", month, 1, "2025-02-28/2025-04-15", "a day that is not there" },
    { "2025-03-01/", month, 2, "2025-05-01/", "what goes on goes on" },
    { "2025-12-01/2025-12-31", month, 1, "2026-01-01/2026-01-31", "over the year" },
    { "2025-03-01/2025-03-31", ANC_TIME_STEP_DAY, 1, "2025-03-02/2025-04-01", "by a day" },
    { "2025-03-01/", ANC_TIME_STEP_DAY, -1, "2025-02-28/", "by a day, without end" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_span (anc_time_span_shift (span (rows[i].before), rows[i].step, rows[i].count),
                 rows[i].after,
                 rows[i].why);
}

static void
test_stretch (void)
{
  const StepRow ends[] = {
    { "2025-03-01/2025-03-31", month, 1, "2025-03-01/2025-04-30", "a month longer" },
    { "2025-03-01/2025-04-30", month, -1, "2025-03-01/2025-03-31", "a month shorter" },
    { "2025-03-01/2025-04-12", month, 1, "2025-03-01/2025-04-30", "to the end of the month it is in" },
    { "2025-03-01/2025-04-12", month, -1, "2025-03-01/2025-03-31", "to the end of the month before" },
    { "2025-03-10/2025-03-31", month, -1, "2025-03-10/2025-03-10", "never before the start" },
    { "2025-03-01/2025-03-31", ANC_TIME_STEP_DAY, -1, "2025-03-01/2025-03-30", "by a day" },
    { "2025-03-01/2025-03-01", ANC_TIME_STEP_DAY, -1, "2025-03-01/2025-03-01", "one day stays" },
  };
  const StepRow starts[] = {
    { "2025-03-01/2025-05-31", month, 1, "2025-04-01/2025-05-31", "a month later" },
    { "2025-03-15/2025-05-31", month, 1, "2025-04-01/2025-05-31", "to the next first" },
    { "2025-03-15/2025-05-31", month, -1, "2025-03-01/2025-05-31", "to the first of its month" },
    { "2025-03-01/2025-03-20", month, 1, "2025-03-20/2025-03-20", "never after the end" },
    { "2025-03-01/", month, -1, "2025-02-01/", "without end" },
    { "2025-03-01/2025-03-20", ANC_TIME_STEP_DAY, -1, "2025-02-28/2025-03-20", "by a day" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    assert_span (anc_time_span_stretch_end (span (ends[i].before), ends[i].step, ends[i].count),
                 ends[i].after,
                 ends[i].why);
  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    assert_span (anc_time_span_stretch_start (span (starts[i].before), starts[i].step, starts[i].count),
                 starts[i].after,
                 starts[i].why);
}

static void
test_drag (void)
{
  static const struct
  {
    const char *before;
    int days;
    const char *after;
    const char *why;
  } rows[] = {
    { "2025-03-01/2025-03-31", 15, "2025-03-01/2025-03-31", "less than half a month stays" },
    { "2025-03-01/2025-03-31", 16, "2025-04-01/2025-04-30", "more goes over" },
    { "2025-03-01/2025-03-31", -15, "2025-02-01/2025-02-28", "back: half of February is 14 days" },
    { "2025-03-01/2025-03-31", -14, "2025-03-01/2025-03-31", "exactly half stays" },
    { "2025-03-20/2025-05-31", 365, "2026-03-20/2026-05-31", "a year" },
    { "2025-03-20/", 31, "2025-04-20/", "without end" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_span (anc_time_span_drag (span (rows[i].before), month, rows[i].days), rows[i].after, rows[i].why);
  assert_span (anc_time_span_drag (span ("2025-03-01/2025-03-31"), ANC_TIME_STEP_DAY, 15),
               "2025-03-16/2025-04-15",
               "by days");
}

static void
test_drag_ends (void)
{
  static const struct
  {
    gboolean is_start;
    AncTimeStep step;
    const char *boundary;
    const char *after;
    const char *why;
  } rows[] = {
    { TRUE, ANC_TIME_STEP_MONTH, "2025-02-14", "2025-02-01/2025-06-30", "nearer to the first" },
    { TRUE, ANC_TIME_STEP_MONTH, "2025-02-16", "2025-03-01/2025-06-30", "nearer to the next" },
    { TRUE, ANC_TIME_STEP_DAY, "2025-02-16", "2025-02-16/2025-06-30", "to the day" },
    { TRUE, ANC_TIME_STEP_MONTH, "2026-01-01", "2025-06-01/2025-06-30", "at most the month of the end" },
    { TRUE, ANC_TIME_STEP_DAY, "2026-01-01", "2025-06-30/2025-06-30", "at most the end" },
    { FALSE, ANC_TIME_STEP_MONTH, "2025-09-10", "2025-03-01/2025-08-31", "the day before the first" },
    { FALSE, ANC_TIME_STEP_MONTH, "2025-09-17", "2025-03-01/2025-09-30", "the end of the month" },
    { FALSE, ANC_TIME_STEP_DAY, "2025-09-10", "2025-03-01/2025-09-09", "the day before" },
    { FALSE, ANC_TIME_STEP_MONTH, "2024-01-01", "2025-03-01/2025-03-31", "at least the month of the start" },
    { FALSE, ANC_TIME_STEP_DAY, "2024-01-01", "2025-03-01/2025-03-01", "at least the start" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AncTimeSpan before = span ("2025-03-01/2025-06-30");
      AncDate boundary;

      g_assert_true (anc_date_parse (rows[i].boundary, &boundary));
      assert_span (rows[i].is_start ? anc_time_span_drag_start (before, rows[i].step, boundary)
                                    : anc_time_span_drag_end (before, rows[i].step, boundary),
                   rows[i].after,
                   rows[i].why);
    }
}

static void
test_draw (void)
{
  AncDate from = span ("2025-03-10/2025-05-02").start;
  AncDate to = span ("2025-03-10/2025-05-02").end;

  assert_span (anc_time_span_draw (month, from, to), "2025-03-01/2025-05-31", "all months touched");
  assert_span (anc_time_span_draw (month, to, from), "2025-03-01/2025-05-31", "drawn backwards");
  assert_span (anc_time_span_draw (ANC_TIME_STEP_DAY, to, from), "2025-03-10/2025-05-02", "by days");
  assert_span (anc_time_span_draw (month, from, from), "2025-03-01/2025-03-31", "one month at least");
}

static void
test_split (void)
{
  AncTimeSpan job = span ("2025-03-10/2025-05-20");
  AncDate date = span ("2025-04-12/").start;

  g_assert_true (anc_time_span_snap_split (job, month, &date));
  g_assert_cmpint (date, ==, span ("2025-04-01/").start);
  date = span ("2025-03-01/").start;
  g_assert_true (anc_time_span_snap_split (job, month, &date));
  g_assert_cmpint (date, ==, span ("2025-03-11/").start);
  date = span ("2026-01-01/").start;
  g_assert_true (anc_time_span_snap_split (job, ANC_TIME_STEP_DAY, &date));
  g_assert_cmpint (date, ==, job.end);
  g_assert_false (anc_time_span_snap_split (span ("2025-03-10/2025-03-10"), month, &date));
}

static void
test_duplicate (void)
{
  assert_span (anc_time_span_duplicate (span ("2025-03-01/2025-03-31")),
               "2025-04-01/2025-04-30",
               "the next month");
  assert_span (anc_time_span_duplicate (span ("2025-03-01/2025-05-31")),
               "2025-06-01/2025-08-31",
               "as many months");
  assert_span (anc_time_span_duplicate (span ("2025-03-10/2025-03-19")),
               "2025-03-20/2025-03-29",
               "as many days");
  assert_span (anc_time_span_duplicate (span ("2025-03-10/")), "2025-04-10/", "without end, a month later");
}

static void
test_length (void)
{
  static const struct
  {
    const char *span;
    guint months;
    guint days;
  } rows[] = {
    { "2025-03-01/2025-03-31", 1, 0 },
    { "2025-03-01/2025-04-01", 1, 1 },
    { "2025-03-01/2025-03-30", 0, 30 },
    { "2025-01-31/2025-02-28", 1, 0 },
    { "2024-02-29/2025-02-28", 12, 0 },
    { "2023-09-04/2026-11-21", 38, 18 },
    { "2025-03-01/2025-03-01", 0, 1 },
    { "2025-03-01/2025-02-01", 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AncTimeLength length = anc_time_span_get_length (span (rows[i].span));

      g_test_message ("%s", rows[i].span);
      g_assert_cmpuint (length.months, ==, rows[i].months);
      g_assert_cmpuint (length.days, ==, rows[i].days);
    }
}

/* Random spans within some years; one in eight has no end. */
static guint
create_spans (AncTimeSpan *spans)
{
  guint n_spans = (guint) g_test_rand_int_range (0, 16);

  for (guint i = 0; i < n_spans; i++)
    {
      spans[i].start = g_test_rand_int_range (0, 200);
      spans[i].end = g_test_rand_int_range (0, 8) == 0 ? ANC_DATE_NONE : spans[i].start + g_test_rand_int_range (0, 60);
    }

  return n_spans;
}

static gboolean
covers (AncTimeSpan value,
        AncDate date)
{
  return date >= value.start && (value.end == ANC_DATE_NONE || date <= value.end);
}

/* No two in one row meet, and there are as many rows as the busiest day needs, not one more. */
static void
test_pack (void)
{
  for (int round = 0; round < 500; round++)
    {
      AncTimeSpan spans[16];
      guint rows[16];
      guint n_spans = create_spans (spans);
      guint n_rows = anc_time_spans_pack (spans, n_spans, rows);
      guint busiest = 1;

      for (AncDate date = 0; date < 300; date++)
        {
          guint seen = 0;
          guint n_here = 0;

          for (guint i = 0; i < n_spans; i++)
            if (covers (spans[i], date))
              {
                g_assert_cmpuint (rows[i], <, n_rows);
                g_assert_cmpuint (seen & (1u << rows[i]), ==, 0);
                seen |= 1u << rows[i];
                n_here++;
              }
          busiest = MAX (busiest, n_here);
        }
      g_assert_cmpuint (n_rows, ==, busiest);
    }
}

static guint
count_covering (const AncTimeSpan *spans,
                guint n_spans,
                AncDate date)
{
  guint n = 0;

  for (guint i = 0; i < n_spans; i++)
    n += covers (spans[i], date);

  return n;
}

/* Day by day: a gap is where none covers, between the first and the last; an overlap where two do. */
static void
test_gaps_and_overlaps (void)
{
  for (int round = 0; round < 500; round++)
    {
      AncTimeSpan spans[16];
      guint n_spans = create_spans (spans);
      g_autoptr (GArray) gaps = anc_time_spans_find_gaps (spans, n_spans);
      g_autoptr (GArray) overlaps = anc_time_spans_find_overlaps (spans, n_spans);
      AncDate first = G_MAXINT32;
      AncDate last = G_MININT32;

      for (guint i = 0; i < n_spans; i++)
        {
          first = MIN (first, spans[i].start);
          last = MAX (last, spans[i].end == ANC_DATE_NONE ? 300 : spans[i].end);
        }
      for (AncDate date = -1; date < 300; date++)
        {
          guint n = count_covering (spans, n_spans, date);

          g_assert_cmpuint (count_covering ((AncTimeSpan *) (gpointer) gaps->data, gaps->len, date),
                            ==,
                            n == 0 && date > first && date < last);
          g_assert_cmpuint (count_covering ((AncTimeSpan *) (gpointer) overlaps->data, overlaps->len, date),
                            ==,
                            n >= 2);
        }
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/widgets/time-span/shift", test_shift);
  g_test_add_func ("/widgets/time-span/stretch", test_stretch);
  g_test_add_func ("/widgets/time-span/drag", test_drag);
  g_test_add_func ("/widgets/time-span/drag-ends", test_drag_ends);
  g_test_add_func ("/widgets/time-span/draw", test_draw);
  g_test_add_func ("/widgets/time-span/split", test_split);
  g_test_add_func ("/widgets/time-span/duplicate", test_duplicate);
  g_test_add_func ("/widgets/time-span/length", test_length);
  g_test_add_func ("/widgets/time-span/pack", test_pack);
  g_test_add_func ("/widgets/time-span/gaps-and-overlaps", test_gaps_and_overlaps);

  return g_test_run ();
}
