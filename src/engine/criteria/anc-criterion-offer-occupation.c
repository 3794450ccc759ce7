/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-criterion.h"

#include "anc-evaluation.h"

/* Occupation of the offer: section 5, `offer_occupation`. */

typedef struct
{
  AncJobFilter lists;
} Parameters;

static const char *const keys[] = { "lists", NULL };

static void
read_parameters (AncRegimeReader *reader,
                 const AncJson *json,
                 AncCriterion *criterion)
{
  Parameters *parameters = criterion->parameters;

  anc_job_filter_init (&parameters->lists);
  anc_regime_reader_read_lists (reader, json, "lists", &parameters->lists);
}

static void
clear_parameters (gpointer parameters)
{
  anc_job_filter_clear (&((Parameters *) parameters)->lists);
}

static AncOutcome
get_outcome (const Parameters *parameters,
             const AncEvaluation *evaluation,
             AncDate date)
{
  const AncCaseFacts *facts = evaluation->facts;
  AncStanding best = ANC_STANDING_FAILS;

  if (!facts->has_offers)
    return ANC_OUTCOME_UNKNOWN;

  for (guint i = 0; i < facts->n_offers; i++)
    {
      const AncOffer *offer = &facts->offers[i];
      AncStanding standing = anc_job_filter_check_occupation (&parameters->lists,
                                                              evaluation->occupations,
                                                              offer->label != NULL ? &offer->occupation : NULL,
                                                              anc_territory_get_region (evaluation->territory, offer->department),
                                                              facts->nationality,
                                                              date);

      best = MAX (best, standing);
    }

  if (best == ANC_STANDING_PASSES)
    return ANC_OUTCOME_MET;

  return best == ANC_STANDING_UNDECIDED ? ANC_OUTCOME_ARGUABLE : ANC_OUTCOME_NOT_MET;
}

static void
evaluate (const AncCriterion *criterion,
          AncEvaluation *evaluation,
          AncFinding *finding)
{
  finding->outcome = get_outcome (criterion->parameters, evaluation, evaluation->on);
}

static AncDate
find_met (const AncCriterion *criterion,
          AncEvaluation *evaluation,
          AncDate from)
{
  const Parameters *parameters = criterion->parameters;

  for (AncDate date = from; date != ANC_DATE_NONE && date <= evaluation->horizon;
       date = anc_job_filter_get_next_change (&parameters->lists, date))
    if (get_outcome (parameters, evaluation, date) == ANC_OUTCOME_MET)
      return date;

  return ANC_DATE_NONE;
}

const AncCriterionKind anc_criterion_offer_occupation = {
  .name = "offer_occupation",
  .keys = keys,
  .unit = ANC_UNIT_NONE,
  .parameters_size = sizeof (Parameters),
  .read = read_parameters,
  .clear = clear_parameters,
  .evaluate = evaluate,
  .find_met = find_met,
};
