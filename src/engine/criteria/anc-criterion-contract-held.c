/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-criterion.h"

#include "anc-case-schema.h"
#include "anc-evaluation.h"

/* A kind of contract was held in a window: section 5, `contract_held`. */

typedef struct
{
  guint contracts; /* a bit for each AncContract */
  guint window_months;
} Parameters;

static const char *const keys[] = { "contracts", "window_months", NULL };

static void
read_parameters (AncRegimeReader *reader,
                 const AncJson *json,
                 AncCriterion *criterion)
{
  Parameters *parameters = criterion->parameters;

  parameters->contracts = anc_regime_reader_read_words (json, "contracts", anc_contract_names);
  anc_regime_reader_read_count (json, "window_months", 1, &parameters->window_months);
}

static AncDate
get_window_start (const Parameters *parameters,
                  AncDate filing)
{
  return anc_date_add_months (filing, -(int) parameters->window_months, ANC_ROUNDING_DOWN);
}

/* The first filing date from @from on whose window a job of the kind has a day. */
static AncDate
find_held (const Parameters *parameters,
           const AncCaseFacts *facts,
           AncDate from)
{
  AncDate held = ANC_DATE_NONE;

  for (guint i = 0; i < facts->n_jobs; i++)
    {
      const AncJob *job = &facts->jobs[i];
      AncDate filing = MAX (from, job->start + 1);

      if ((parameters->contracts & 1u << job->contract) != 0
          && (job->end == ANC_DATE_NONE || job->end >= get_window_start (parameters, filing))
          && (held == ANC_DATE_NONE || filing < held))
        held = filing;
    }

  return held;
}

static void
evaluate (const AncCriterion *criterion,
          AncEvaluation *evaluation,
          AncFinding *finding)
{
  const Parameters *parameters = criterion->parameters;

  finding->window_start = get_window_start (parameters, evaluation->on);
  finding->window_end = evaluation->on - 1;
  if (!evaluation->facts->has_jobs)
    finding->outcome = ANC_OUTCOME_UNKNOWN;
  else
    finding->outcome = find_held (parameters, evaluation->facts, evaluation->on) == evaluation->on
                           ? ANC_OUTCOME_MET
                           : ANC_OUTCOME_NOT_MET;
}

static AncDate
find_met (const AncCriterion *criterion,
          AncEvaluation *evaluation,
          AncDate from)
{
  AncDate held = find_held (criterion->parameters, evaluation->facts, from);

  return held <= evaluation->horizon ? held : ANC_DATE_NONE;
}

const AncCriterionKind anc_criterion_contract_held = {
  .name = "contract_held",
  .keys = keys,
  .unit = ANC_UNIT_NONE,
  .parameters_size = sizeof (Parameters),
  .read = read_parameters,
  .evaluate = evaluate,
  .find_met = find_met,
};
