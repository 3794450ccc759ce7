/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-words.h"

#include <glib/gi18n-lib.h>

static char *
join (const char *first,
      char *second)
{
  g_autofree char *last = second;

  /* Translators: joins two parts of a length of time, as in "1 year and 3 months". */
  return g_strdup_printf (C_ ("length of time", "%1$s and %2$s"), first, last);
}

/**
 * anc_words_length:
 * @span: a span with an end
 *
 * Returns: `1 year and 3 months`, `12 days`
 */
char *
anc_words_length (AncTimeSpan span)
{
  AncTimeLength length = anc_time_span_get_length (span);
  guint n_years = length.months / 12;
  guint n_months = length.months % 12;
  g_autofree char *years = g_strdup_printf (ngettext ("%u year", "%u years", n_years), n_years);
  g_autofree char *months = g_strdup_printf (ngettext ("%u month", "%u months", n_months), n_months);
  g_autofree char *days = g_strdup_printf (ngettext ("%u day", "%u days", length.days), length.days);

  if (n_years > 0 && n_months > 0 && length.days > 0)
    /* Translators: a length of time: years, months, days. */
    return g_strdup_printf (C_ ("length of time", "%1$s, %2$s and %3$s"), years, months, days);
  if (n_years > 0 && n_months + length.days > 0)
    return join (years, n_months > 0 ? g_steal_pointer (&months) : g_steal_pointer (&days));
  if (n_years > 0)
    return g_steal_pointer (&years);
  if (n_months > 0 && length.days > 0)
    return join (months, g_steal_pointer (&days));

  return n_months > 0 ? g_steal_pointer (&months) : g_steal_pointer (&days);
}

/**
 * anc_words_span:
 *
 * Returns: `1 March 2025 – 31 August 2025, 6 months`
 */
char *
anc_words_span (AncTimeSpan span)
{
  g_autofree char *start = anc_words_date (span.start);
  g_autofree char *end = NULL;
  g_autofree char *length = NULL;

  if (span.end == ANC_DATE_NONE)
    /* Translators: the argument is a date. */
    return g_strdup_printf (_ ("since %s"), start);

  end = anc_words_date (span.end);
  length = anc_words_length (span);
  /* Translators: first day, last day and length of a job or a stay. */
  return g_strdup_printf (_ ("%1$s – %2$s, %3$s"), start, end, length);
}

const char *
anc_words_evidence (AncEvidence evidence)
{
  static const char *const words[] = {
    NC_ ("evidence", "nothing recorded"),
    NC_ ("evidence", "declared without payslip"),
    NC_ ("evidence", "payslip"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "evidence", words[evidence]);
}

const char *
anc_words_month_state (AncMonthState state)
{
  static const char *const words[] = {
    NC_ ("month", "does not count"),
    NC_ ("month", "declared, to prove"),
    NC_ ("month", "arguable"),
    NC_ ("month", "counted"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "month", words[state]);
}

/* What the month of a job is worth, after what it rests on has been said. */
static const char *
get_worth (AncTimelineMonth *month)
{
  AncMonthState state = anc_timeline_month_get_state (month);

  return state == ANC_MONTH_DECLARED ? C_ ("month", "to prove") : anc_words_month_state (state);
}

/**
 * anc_words_outcome_title:
 *
 * Returns: the outcome as a word that stands alone: `To prove`
 */
const char *
anc_words_outcome_title (AncOutcome outcome)
{
  static const char *const words[] = {
    NC_ ("outcome", "Not met"),
    NC_ ("outcome", "Unknown"),
    NC_ ("outcome", "To prove"),
    NC_ ("outcome", "Arguable"),
    NC_ ("outcome", "Met"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "outcome", words[outcome]);
}

static const char *
get_title (AncTimelineItem *item,
           AncTimelineLane *lane)
{
  const char *title = anc_timeline_item_get_title (item);

  if (title != NULL && *title != '\0')
    return title;

  switch (anc_timeline_lane_get_kind (lane))
    {
    case ANC_LANE_STAYS:
      return _ ("Stay");
    case ANC_LANE_ABSENCES:
      return _ ("Absence");
    case ANC_LANE_JOBS:
    default:
      return _ ("Job");
    }
}

/* The employer of jobs has a name; stays and absences are in lanes that say no more than they do. */
static gboolean
has_employer (AncTimelineLane *lane)
{
  const char *title = anc_timeline_lane_get_title (lane);

  return anc_timeline_lane_get_kind (lane) == ANC_LANE_JOBS && title != NULL && *title != '\0';
}

/**
 * anc_words_item:
 * @item: an item
 * @lane: its lane
 * @span: its dates, or those it would have
 *
 * Returns: the sentence that stands for its bar
 */
char *
anc_words_item (AncTimelineItem *item,
                AncTimelineLane *lane,
                AncTimeSpan span)
{
  const char *detail = anc_timeline_item_get_detail (item);
  g_autofree char *dates = anc_words_span (span);
  g_autofree char *what = NULL;

  if (detail != NULL && *detail != '\0')
    /* Translators: what a job is, and its contract and hours. */
    what = g_strdup_printf (C_ ("job", "%1$s (%2$s)"), get_title (item, lane), detail);
  else
    what = g_strdup (get_title (item, lane));

  if (has_employer (lane))
    /* Translators: a job, its employer, its dates. */
    return g_strdup_printf (C_ ("job", "%1$s, %2$s, %3$s"), what, anc_timeline_lane_get_title (lane), dates);

  /* Translators: a stay or an absence, its dates. */
  return g_strdup_printf (C_ ("stay", "%1$s, %2$s"), what, dates);
}

/**
 * anc_words_item_month:
 * @item: a job
 * @lane: its lane
 * @month: a month
 *
 * Returns: the sentence that stands for the cell of that month
 */
char *
anc_words_item_month (AncTimelineItem *item,
                      AncTimelineLane *lane,
                      AncMonth month)
{
  g_autoptr (AncTimelineMonth) known = anc_timeline_item_find_month (item, month);
  g_autofree char *when = anc_words_month (month);
  g_autofree char *sentence = NULL;
  const char *employer = has_employer (lane) ? anc_timeline_lane_get_title (lane) : _ ("no employer");
  const char *source = known != NULL ? anc_timeline_month_get_source (known) : NULL;

  if (known == NULL)
    /* Translators: job, employer, month, what it rests on. */
    return g_strdup_printf (C_ ("month of a job", "%1$s, %2$s, %3$s, %4$s"),
                            get_title (item, lane),
                            employer,
                            when,
                            anc_words_evidence (ANC_EVIDENCE_DECLARED));

  if (source == NULL)
    source = anc_words_evidence (anc_timeline_month_get_evidence (known));

  /* Translators: job, employer, month, where the proof is, what the month is worth. */
  sentence = g_strdup_printf (C_ ("month of a job", "%1$s, %2$s, %3$s, %4$s, %5$s"),
                              get_title (item, lane),
                              employer,
                              when,
                              source,
                              get_worth (known));
  if (anc_timeline_month_get_contradiction (known) == NULL)
    return g_steal_pointer (&sentence);

  /* Translators: the sentence of a month, then what contradicts it. */
  return g_strdup_printf (_ ("%1$s. Warning: %2$s"), sentence, anc_timeline_month_get_contradiction (known));
}

char *
anc_words_lane (AncTimelineLane *lane)
{
  const char *subtitle = anc_timeline_lane_get_subtitle (lane);
  const char *title = anc_timeline_lane_get_title (lane);

  if (subtitle == NULL || *subtitle == '\0')
    return g_strdup (title != NULL && *title != '\0' ? title : _ ("no employer"));

  /* Translators: the name of a lane of the timeline, and what is under it. */
  return g_strdup_printf (C_ ("lane", "%1$s, %2$s"), title, subtitle);
}

char *
anc_words_count_month (AncTimelineCount *count,
                       AncMonth month)
{
  g_autofree char *when = anc_words_month (month);

  /* Translators: a month and what it is worth. */
  return g_strdup_printf (C_ ("counted month", "%1$s, %2$s"),
                          when,
                          anc_words_month_state (anc_timeline_count_get_state (count, month)));
}

/**
 * anc_words_total:
 *
 * Returns: `9 proven + 1 arguable of 12`
 */
char *
anc_words_total (AncTimelineCount *count)
{
  const AncTimelineTotals *totals = anc_timeline_count_get_totals (count);
  guint n_counted = totals->n_counted;
  guint n_arguable = totals->n_arguable;
  guint n_required = totals->n_required;
  g_autofree char *proven = g_strdup_printf (ngettext ("%u proven", "%u proven", n_counted), n_counted);
  g_autofree char *arguable = g_strdup_printf (ngettext ("%u arguable", "%u arguable", n_arguable), n_arguable);

  if (n_required == 0 && n_arguable == 0)
    return g_steal_pointer (&proven);
  if (n_required == 0)
    /* Translators: how many months are proven, how many arguable. */
    return g_strdup_printf (C_ ("total", "%1$s + %2$s"), proven, arguable);
  if (n_arguable == 0)
    /* Translators: how many months are proven, of how many. */
    return g_strdup_printf (C_ ("total", "%1$s of %2$u"), proven, n_required);

  /* Translators: how many months are proven, how many arguable, of how many. */
  return g_strdup_printf (C_ ("total", "%1$s + %2$s of %3$u"), proven, arguable, n_required);
}

/**
 * anc_words_gap:
 *
 * Returns: `3 months without work`
 */
char *
anc_words_gap (AncTimeSpan gap)
{
  g_autofree char *length = anc_words_length (gap);

  /* Translators: between two jobs; the argument is a length of time. */
  return g_strdup_printf (_ ("%s without work"), length);
}

/**
 * anc_words_note:
 * @kind: a gap or an overlap
 * @span: its dates
 *
 * Returns: the sentence for a list
 */
char *
anc_words_note (AncNoteKind kind,
                AncTimeSpan span)
{
  g_autofree char *dates = anc_words_span (span);

  if (kind == ANC_NOTE_GAP)
    /* Translators: the argument is the first day, the last day and the length. */
    return g_strdup_printf (_ ("No job: %s"), dates);

  /* Translators: the argument is the first day, the last day and the length. */
  return g_strdup_printf (_ ("Several jobs at once: %s"), dates);
}
