/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-criterion.h"

#include "anc-evaluation.h"
#include "anc-offer-filter.h"

/* Hours promised a week, all offers together: section 5, `offers_hours`. */

typedef struct
{
  AncOfferFilter filter;
  AncAmount weekly;
} Parameters;

static const char *const keys[] = { "weekly", "employer_kinds?", "contracts?", NULL };

static void
read_parameters (AncRegimeReader *reader,
                 const AncJson *json,
                 AncCriterion *criterion)
{
  Parameters *parameters = criterion->parameters;

  anc_offer_filter_read (&parameters->filter, json);
  anc_regime_reader_read_amount (json, "weekly", ANC_AMOUNT_MAX, &parameters->weekly);
}

static AncOutcome
get_outcome (const Parameters *parameters,
             const AncCaseFacts *facts,
             AncOfferSum *sum)
{
  if (!facts->has_offers)
    return ANC_OUTCOME_UNKNOWN;

  anc_offer_filter_sum (&parameters->filter, facts, G_STRUCT_OFFSET (AncOffer, weekly_hours), sum);
  if (sum->n_offers == 0)
    return ANC_OUTCOME_NOT_MET;
  if (sum->total >= parameters->weekly)
    return ANC_OUTCOME_MET;

  return sum->is_complete ? ANC_OUTCOME_NOT_MET : ANC_OUTCOME_UNKNOWN;
}

static void
evaluate (const AncCriterion *criterion,
          AncEvaluation *evaluation,
          AncFinding *finding)
{
  const Parameters *parameters = criterion->parameters;
  AncOfferSum sum = { 0, ANC_AMOUNT_NONE, FALSE };

  finding->outcome = get_outcome (parameters, evaluation->facts, &sum);
  finding->measured = sum.total;
  finding->required = parameters->weekly;
}

static AncDate
find_met (const AncCriterion *criterion,
          AncEvaluation *evaluation,
          AncDate from)
{
  AncOfferSum sum;

  return get_outcome (criterion->parameters, evaluation->facts, &sum) == ANC_OUTCOME_MET ? from : ANC_DATE_NONE;
}

const AncCriterionKind anc_criterion_offers_hours = {
  .name = "offers_hours",
  .keys = keys,
  .unit = ANC_UNIT_HOURS,
  .parameters_size = sizeof (Parameters),
  .read = read_parameters,
  .evaluate = evaluate,
  .find_met = find_met,
};
