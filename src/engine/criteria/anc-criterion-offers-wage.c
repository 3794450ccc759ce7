/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-criterion.h"

#include "anc-evaluation.h"
#include "anc-offer-filter.h"

/* Pay promised, all offers together: section 5, `offers_wage`. */

typedef struct
{
  AncOfferFilter filter;
  AncAmount smic_ratio;
} Parameters;

static const char *const keys[] = { "smic_ratio?", "employer_kinds?", "contracts?", NULL };

static void
read_parameters (AncRegimeReader *reader,
                 const AncJson *json,
                 AncCriterion *criterion)
{
  Parameters *parameters = criterion->parameters;

  anc_offer_filter_read (&parameters->filter, json);
  parameters->smic_ratio = ANC_AMOUNT_UNIT;
  anc_regime_reader_read_amount (json, "smic_ratio", 100 * ANC_AMOUNT_UNIT, &parameters->smic_ratio);
}

static AncAmount
get_required (const Parameters *parameters,
              const AncEvaluation *evaluation,
              AncDate date)
{
  AncAmount smic = anc_wages_get_monthly (evaluation->wages, date);

  return smic != ANC_AMOUNT_NONE ? anc_amount_multiply (smic, parameters->smic_ratio) : ANC_AMOUNT_NONE;
}

/* Whether every offer that passes names the minimum of its collective agreement and reaches it. */
static gboolean
reach_collective_minimum (const Parameters *parameters,
                          const AncCaseFacts *facts)
{
  for (guint i = 0; i < facts->n_offers; i++)
    {
      const AncOffer *offer = &facts->offers[i];

      if (anc_offer_filter_accepts (&parameters->filter, facts, offer)
          && (offer->collective_minimum == ANC_AMOUNT_NONE || offer->monthly_gross == ANC_AMOUNT_NONE
              || offer->monthly_gross < offer->collective_minimum))
        return FALSE;
    }

  return TRUE;
}

static AncOutcome
get_outcome (const Parameters *parameters,
             const AncEvaluation *evaluation,
             AncDate date,
             AncOfferSum *sum)
{
  const AncCaseFacts *facts = evaluation->facts;
  AncAmount required = get_required (parameters, evaluation, date);

  if (!facts->has_offers)
    return ANC_OUTCOME_UNKNOWN;

  anc_offer_filter_sum (&parameters->filter, facts, G_STRUCT_OFFSET (AncOffer, monthly_gross), sum);
  if (sum->n_offers == 0)
    return ANC_OUTCOME_NOT_MET;
  if ((required != ANC_AMOUNT_NONE && sum->total >= required) || reach_collective_minimum (parameters, facts))
    return ANC_OUTCOME_MET;

  return required != ANC_AMOUNT_NONE && sum->is_complete ? ANC_OUTCOME_NOT_MET : ANC_OUTCOME_UNKNOWN;
}

static void
evaluate (const AncCriterion *criterion,
          AncEvaluation *evaluation,
          AncFinding *finding)
{
  const Parameters *parameters = criterion->parameters;
  AncOfferSum sum = { 0, ANC_AMOUNT_NONE, FALSE };

  finding->outcome = get_outcome (parameters, evaluation, evaluation->on, &sum);
  finding->measured = sum.total;
  finding->required = get_required (parameters, evaluation, evaluation->on);
}

/* What is asked changes with the minimum wage alone. */
static AncDate
find_met (const AncCriterion *criterion,
          AncEvaluation *evaluation,
          AncDate from)
{
  AncOfferSum sum;

  if (get_outcome (criterion->parameters, evaluation, from, &sum) == ANC_OUTCOME_MET)
    return from;

  for (guint i = 0; i < anc_wages_get_count (evaluation->wages); i++)
    {
      AncDate date = anc_wages_get (evaluation->wages, i)->from;

      if (date > from && date <= evaluation->horizon
          && get_outcome (criterion->parameters, evaluation, date, &sum) == ANC_OUTCOME_MET)
        return date;
    }

  return ANC_DATE_NONE;
}

const AncCriterionKind anc_criterion_offers_wage = {
  .name = "offers_wage",
  .keys = keys,
  .unit = ANC_UNIT_EUROS,
  .parameters_size = sizeof (Parameters),
  .read = read_parameters,
  .evaluate = evaluate,
  .find_met = find_met,
};
