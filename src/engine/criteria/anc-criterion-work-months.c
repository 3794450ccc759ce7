/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-criterion.h"

#include "anc-case-schema.h"
#include "anc-evaluation.h"
#include "anc-month-table.h"

/* Months of work in a window before the filing date: section 5, `work_months`. */

typedef struct
{
  guint min;
  guint window_months;
  const AncMonthRule *rule;
} Parameters;

static const char *const keys[] = {
  "min",
  "window_months",
  "threshold?",
  "only?",
  "list_date?",
  "exclude_stays?",
  NULL
};

static const char *const list_dates[] = { "filing", "month", "both", NULL };

static void
read_threshold (const AncJson *json,
                AncMonthRule *rule)
{
  static const char *const threshold_keys[] = { "hours?", "smic_ratio?", NULL };
  AncJson threshold = anc_json_member (json, "threshold");

  if (!anc_json_is_present (&threshold) || !anc_json_check_object (&threshold, threshold_keys))
    return;

  anc_regime_reader_read_amount (&threshold, "hours", ANC_AMOUNT_MAX, &rule->min_hours);
  anc_regime_reader_read_amount (&threshold, "smic_ratio", 100 * ANC_AMOUNT_UNIT, &rule->smic_ratio);
  if (json_object_size (threshold.value) == 0)
    anc_json_complain (&threshold, ANC_PROBLEM ("needs hours, smic_ratio or both"), NULL);
}

static void
read_parameters (AncRegimeReader *reader,
                 const AncJson *json,
                 AncCriterion *criterion)
{
  Parameters *parameters = criterion->parameters;
  AncMonthRule rule = { .min_hours = ANC_AMOUNT_NONE, .smic_ratio = ANC_AMOUNT_NONE };
  AncJson list_date = anc_json_member (json, "list_date");
  guint choice = ANC_LIST_DATE_FILING;

  anc_regime_reader_read_count (json, "min", 1, &parameters->min);
  anc_regime_reader_read_count (json, "window_months", 1, &parameters->window_months);
  read_threshold (json, &rule);
  anc_regime_reader_read_job_filter (reader, json, "only", &rule.filter);
  if (anc_json_is_present (&list_date))
    anc_json_read_choice (&list_date, list_dates, &choice);
  rule.list_date = choice;
  rule.excluded_stays = anc_regime_reader_read_words (json, "exclude_stays", anc_stay_status_names);
  rule.max_window = parameters->window_months;

  parameters->rule = anc_regime_reader_intern (reader, &rule);
  criterion->max_months = parameters->window_months + 1;
}

static AncOutcome
weigh_months (const Parameters *parameters,
              const AncFinding *finding)
{
  guint counted = anc_finding_count_months (finding, ANC_MONTH_COUNTED);
  guint arguable = anc_finding_count_months (finding, ANC_MONTH_ARGUABLE);
  guint declared = anc_finding_count_months (finding, ANC_MONTH_DECLARED);

  if (counted >= parameters->min)
    return ANC_OUTCOME_MET;
  if (counted + arguable >= parameters->min)
    return ANC_OUTCOME_ARGUABLE;
  if (counted + arguable + declared >= parameters->min)
    return ANC_OUTCOME_TO_PROVE;

  return ANC_OUTCOME_NOT_MET;
}

/* The months of the window; only the first and the last may be cut. */
static void
collect_months (AncEvaluation *evaluation,
                const AncMonthTable *table,
                AncFinding *finding)
{
  AncMonth first = anc_date_get_month (finding->window_start);
  AncMonth last = anc_date_get_month (finding->window_end);

  finding->first_month = first;
  finding->n_months = (guint) (last - first + 1);
  for (AncMonth month = first + 1; month < last; month++)
    finding->months[month - first] = (guint8) anc_month_table_get_whole (table, month);

  finding->months[0] = (guint8) anc_month_table_get_part (table,
                                                          evaluation,
                                                          finding->window_start,
                                                          MIN (anc_month_get_last_day (first), finding->window_end));
  finding->months[last - first] = (guint8) anc_month_table_get_part (table,
                                                                     evaluation,
                                                                     MAX (anc_month_get_first_day (last), finding->window_start),
                                                                     finding->window_end);
}

static void
evaluate (const AncCriterion *criterion,
          AncEvaluation *evaluation,
          AncFinding *finding)
{
  const Parameters *parameters = criterion->parameters;

  finding->required = (AncAmount) parameters->min * ANC_AMOUNT_UNIT;
  finding->window_start = anc_date_add_months (evaluation->on, -(int) parameters->window_months, ANC_ROUNDING_DOWN);
  finding->window_end = evaluation->on - 1;
  if (!evaluation->facts->has_jobs)
    {
      finding->outcome = ANC_OUTCOME_UNKNOWN;
      return;
    }

  collect_months (evaluation, anc_month_table_get (evaluation, parameters->rule, evaluation->on), finding);
  finding->measured = (AncAmount) anc_finding_count_months (finding, ANC_MONTH_COUNTED) * ANC_AMOUNT_UNIT;
  finding->outcome = weigh_months (parameters, finding);
}

/*
 * Only whole months count. A window of n months that ends before the first of a month holds the n
 * months before; one that ends before any other day cuts a month at each end and holds n - 1.
 */
static AncDate
find_met_in_table (const Parameters *parameters,
                   const AncMonthTable *table,
                   AncDate from,
                   AncDate until)
{
  const AncMonth window = (AncMonth) parameters->window_months;
  const AncMonth last = anc_date_get_month (until);

  if (anc_month_table_count_all (table) < parameters->min)
    return ANC_DATE_NONE;

  for (AncMonth month = anc_date_get_month (from); month <= last; month++)
    {
      guint n_before = anc_month_table_count (table, month - window, month - 1);
      AncDate first_day, other_day;

      /* The window of another day of the month holds one month less. */
      if (n_before < parameters->min)
        continue;
      first_day = anc_month_get_first_day (month);
      if (first_day >= from)
        return first_day;
      other_day = MAX (from, first_day + 1);
      if (other_day <= until && anc_month_table_count (table, month - window + 1, month - 1) >= parameters->min)
        return other_day;
    }

  return ANC_DATE_NONE;
}

static AncDate
find_met (const AncCriterion *criterion,
          AncEvaluation *evaluation,
          AncDate from)
{
  const Parameters *parameters = criterion->parameters;
  const AncMonthRule *rule = parameters->rule;

  if (!evaluation->facts->has_jobs)
    return ANC_DATE_NONE;

  while (from <= evaluation->horizon)
    {
      AncDate change = rule->list_date != ANC_LIST_DATE_MONTH
                           ? anc_job_filter_get_next_change (&rule->filter, from)
                           : ANC_DATE_NONE;
      AncDate until = change != ANC_DATE_NONE ? MIN (change - 1, evaluation->horizon)
                                              : evaluation->horizon;
      AncDate met = find_met_in_table (parameters, anc_month_table_get (evaluation, rule, from), from, until);

      if (met != ANC_DATE_NONE)
        return met;
      from = until + 1;
    }

  return ANC_DATE_NONE;
}

/**
 * anc_criterion_accepts_job:
 * @self: a criterion
 * @facts: a case
 * @job: one of its jobs
 *
 * Returns: whether the criterion counts months of work and looks at jobs of this kind, the occupation
 *   left aside
 */
gboolean
anc_criterion_accepts_job (const AncCriterion *self,
                           const AncCaseFacts *facts,
                           const AncJob *job)
{
  const Parameters *parameters = self->parameters;

  return self->kind == &anc_criterion_work_months
         && anc_job_filter_accepts (&parameters->rule->filter, job->contract, facts->employers[job->employer].kind);
}

const AncCriterionKind anc_criterion_work_months = {
  .name = "work_months",
  .keys = keys,
  .unit = ANC_UNIT_MONTHS,
  .parameters_size = sizeof (Parameters),
  .read = read_parameters,
  .evaluate = evaluate,
  .find_met = find_met,
};
