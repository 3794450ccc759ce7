/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-criterion.h"

#include "anc-evaluation.h"

/* Work promised by an agency: section 5, `agency_commitment`. */

typedef struct
{
  guint months;
  guint over_months;
} Parameters;

static const char *const keys[] = { "months", "over_months", NULL };

static void
read_parameters (AncRegimeReader *reader,
                 const AncJson *json,
                 AncCriterion *criterion)
{
  Parameters *parameters = criterion->parameters;

  anc_regime_reader_read_count (json, "months", 1, &parameters->months);
  anc_regime_reader_read_count (json, "over_months", 1, &parameters->over_months);
}

static gboolean
is_agency_offer (const AncCaseFacts *facts,
                 const AncOffer *offer)
{
  return offer->contract == ANC_CONTRACT_AGENCY
         || facts->employers[offer->employer].kind == ANC_EMPLOYER_AGENCY;
}

static guint
count_months (const Parameters *parameters,
              const AncCaseFacts *facts)
{
  guint n = 0;

  for (guint i = 0; i < facts->n_offers; i++)
    {
      const AncOffer *offer = &facts->offers[i];

      if (is_agency_offer (facts, offer) && offer->has_commitment
          && offer->commitment_over_months <= parameters->over_months)
        n += offer->commitment_months;
    }

  return n;
}

static void
evaluate (const AncCriterion *criterion,
          AncEvaluation *evaluation,
          AncFinding *finding)
{
  const Parameters *parameters = criterion->parameters;
  guint months;

  finding->required = (AncAmount) parameters->months * ANC_AMOUNT_UNIT;
  if (!evaluation->facts->has_offers)
    {
      finding->outcome = ANC_OUTCOME_UNKNOWN;
      return;
    }

  months = count_months (parameters, evaluation->facts);
  finding->measured = (AncAmount) months * ANC_AMOUNT_UNIT;
  finding->outcome = months >= parameters->months ? ANC_OUTCOME_MET : ANC_OUTCOME_NOT_MET;
}

static AncDate
find_met (const AncCriterion *criterion,
          AncEvaluation *evaluation,
          AncDate from)
{
  const Parameters *parameters = criterion->parameters;

  return evaluation->facts->has_offers && count_months (parameters, evaluation->facts) >= parameters->months
             ? from
             : ANC_DATE_NONE;
}

const AncCriterionKind anc_criterion_agency_commitment = {
  .name = "agency_commitment",
  .keys = keys,
  .unit = ANC_UNIT_MONTHS,
  .parameters_size = sizeof (Parameters),
  .read = read_parameters,
  .evaluate = evaluate,
  .find_met = find_met,
};
