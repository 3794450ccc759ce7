/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-offer-filter.h"

#include "anc-case-schema.h"

#define EVERYTHING G_MAXUINT

static guint
read_mask (const AncJson *criterion,
           const char *key,
           const char *const *words)
{
  return json_object_get (criterion->value, key) != NULL ? anc_regime_reader_read_words (criterion, key, words)
                                                         : EVERYTHING;
}

/**
 * anc_offer_filter_read:
 * @self: the filter
 * @criterion: a criterion that may have `contracts` and `employer_kinds`
 */
void
anc_offer_filter_read (AncOfferFilter *self,
                       const AncJson *criterion)
{
  self->contracts = read_mask (criterion, "contracts", anc_contract_names);
  self->employer_kinds = read_mask (criterion, "employer_kinds", anc_employer_kind_names);
}

gboolean
anc_offer_filter_accepts (const AncOfferFilter *self,
                          const AncCaseFacts *facts,
                          const AncOffer *offer)
{
  return (self->contracts & 1u << offer->contract) != 0
         && (self->employer_kinds & 1u << facts->employers[offer->employer].kind) != 0;
}

/**
 * anc_offer_filter_sum:
 * @self: the filter
 * @facts: a case
 * @amount_offset: where in an #AncOffer the amount stands
 * @sum: (out): what the offers that pass promise
 */
void
anc_offer_filter_sum (const AncOfferFilter *self,
                      const AncCaseFacts *facts,
                      gsize amount_offset,
                      AncOfferSum *sum)
{
  *sum = (AncOfferSum){ 0, 0, TRUE };

  for (guint i = 0; i < facts->n_offers; i++)
    {
      const AncOffer *offer = &facts->offers[i];
      AncAmount amount = G_STRUCT_MEMBER (AncAmount, offer, amount_offset);

      if (!anc_offer_filter_accepts (self, facts, offer))
        continue;
      sum->n_offers++;
      if (amount == ANC_AMOUNT_NONE)
        sum->is_complete = FALSE;
      else
        sum->total = anc_amount_add (sum->total, amount);
    }
}
