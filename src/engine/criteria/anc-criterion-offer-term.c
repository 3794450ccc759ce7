/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-criterion.h"

#include "anc-evaluation.h"
#include "anc-offer-filter.h"

/* Length of the contract offered: section 5, `offer_term`. */

typedef struct
{
  AncOfferFilter filter;
  gboolean has_min;
  guint min_months;
  gboolean has_max;
  guint max_months; /* exclusive */
} Parameters;

static const char *const keys[] = { "min_months?", "max_months?", "contracts?", NULL };

static void
read_parameters (AncRegimeReader *reader,
                 const AncJson *json,
                 AncCriterion *criterion)
{
  Parameters *parameters = criterion->parameters;

  anc_offer_filter_read (&parameters->filter, json);
  parameters->has_min = anc_regime_reader_read_count (json, "min_months", 0, &parameters->min_months);
  parameters->has_max = anc_regime_reader_read_count (json, "max_months", 1, &parameters->max_months);
  if (!parameters->has_min && !parameters->has_max)
    anc_json_complain (json, ANC_PROBLEM ("needs min_months, max_months or both"), NULL);
}

static gboolean
fits (const Parameters *parameters,
      const AncOffer *offer)
{
  if (offer->is_permanent)
    return !parameters->has_max;

  return (!parameters->has_min || offer->duration_months >= parameters->min_months)
         && (!parameters->has_max || offer->duration_months < parameters->max_months);
}

static AncOutcome
get_outcome (const Parameters *parameters,
             const AncCaseFacts *facts)
{
  if (!facts->has_offers)
    return ANC_OUTCOME_UNKNOWN;

  for (guint i = 0; i < facts->n_offers; i++)
    if (anc_offer_filter_accepts (&parameters->filter, facts, &facts->offers[i])
        && fits (parameters, &facts->offers[i]))
      return ANC_OUTCOME_MET;

  return ANC_OUTCOME_NOT_MET;
}

static void
evaluate (const AncCriterion *criterion,
          AncEvaluation *evaluation,
          AncFinding *finding)
{
  finding->outcome = get_outcome (criterion->parameters, evaluation->facts);
}

static AncDate
find_met (const AncCriterion *criterion,
          AncEvaluation *evaluation,
          AncDate from)
{
  return get_outcome (criterion->parameters, evaluation->facts) == ANC_OUTCOME_MET ? from : ANC_DATE_NONE;
}

const AncCriterionKind anc_criterion_offer_term = {
  .name = "offer_term",
  .keys = keys,
  .unit = ANC_UNIT_NONE,
  .parameters_size = sizeof (Parameters),
  .read = read_parameters,
  .evaluate = evaluate,
  .find_met = find_met,
};
