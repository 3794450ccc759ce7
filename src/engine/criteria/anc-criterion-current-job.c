/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-criterion.h"

#include "anc-evaluation.h"

/* A job held on the filing day: section 5, `current_job`. */

typedef struct
{
  AncJobFilter only;
} Parameters;

static const char *const keys[] = { "only?", NULL };

static void
read_parameters (AncRegimeReader *reader,
                 const AncJson *json,
                 AncCriterion *criterion)
{
  Parameters *parameters = criterion->parameters;

  anc_regime_reader_read_job_filter (reader, json, "only", &parameters->only);
}

static void
clear_parameters (gpointer parameters)
{
  anc_job_filter_clear (&((Parameters *) parameters)->only);
}

static AncStanding
check_job (const Parameters *parameters,
           const AncEvaluation *evaluation,
           const AncJob *job,
           AncDate date)
{
  if (job->start > date || (job->end != ANC_DATE_NONE && job->end < date)
      || !anc_job_filter_accepts (&parameters->only,
                                  job->contract,
                                  evaluation->facts->employers[job->employer].kind))
    return ANC_STANDING_FAILS;

  return anc_job_filter_check_occupation (&parameters->only,
                                          evaluation->occupations,
                                          job->label != NULL ? &job->occupation : NULL,
                                          anc_territory_get_region (evaluation->territory, job->department),
                                          evaluation->facts->nationality,
                                          date);
}

static AncStanding
check_jobs (const Parameters *parameters,
            const AncEvaluation *evaluation,
            AncDate date)
{
  AncStanding best = ANC_STANDING_FAILS;

  for (guint i = 0; i < evaluation->facts->n_jobs; i++)
    {
      AncStanding standing = check_job (parameters, evaluation, &evaluation->facts->jobs[i], date);

      best = MAX (best, standing);
    }

  return best;
}

static void
evaluate (const AncCriterion *criterion,
          AncEvaluation *evaluation,
          AncFinding *finding)
{
  static const AncOutcome outcomes[] = {
    [ANC_STANDING_FAILS] = ANC_OUTCOME_NOT_MET,
    [ANC_STANDING_UNDECIDED] = ANC_OUTCOME_ARGUABLE,
    [ANC_STANDING_PASSES] = ANC_OUTCOME_MET,
  };

  finding->outcome = evaluation->facts->has_jobs
                         ? outcomes[check_jobs (criterion->parameters, evaluation, evaluation->on)]
                         : ANC_OUTCOME_UNKNOWN;
}

/* The first day after @date on which a job starts or a list changes, or ANC_DATE_NONE. */
static AncDate
get_next_date (const Parameters *parameters,
               const AncCaseFacts *facts,
               AncDate date)
{
  AncDate next = anc_job_filter_get_next_change (&parameters->only, date);

  for (guint i = 0; i < facts->n_jobs; i++)
    if (facts->jobs[i].start > date && (next == ANC_DATE_NONE || facts->jobs[i].start < next))
      next = facts->jobs[i].start;

  return next;
}

static AncDate
find_met (const AncCriterion *criterion,
          AncEvaluation *evaluation,
          AncDate from)
{
  const Parameters *parameters = criterion->parameters;

  if (!evaluation->facts->has_jobs)
    return ANC_DATE_NONE;

  for (AncDate date = from; date != ANC_DATE_NONE && date <= evaluation->horizon;
       date = get_next_date (parameters, evaluation->facts, date))
    if (check_jobs (parameters, evaluation, date) == ANC_STANDING_PASSES)
      return date;

  return ANC_DATE_NONE;
}

const AncCriterionKind anc_criterion_current_job = {
  .name = "current_job",
  .keys = keys,
  .unit = ANC_UNIT_NONE,
  .parameters_size = sizeof (Parameters),
  .read = read_parameters,
  .clear = clear_parameters,
  .evaluate = evaluate,
  .find_met = find_met,
};
