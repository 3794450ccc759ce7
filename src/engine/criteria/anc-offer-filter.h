/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-facts.h"
#include "anc-regime-reader.h"

/**
 * AncOfferFilter:
 * @contracts: a bit for each #AncContract that passes
 * @employer_kinds: a bit for each #AncEmployerKind that passes
 *
 * Which offers a criterion looks at.
 */
typedef struct
{
  guint contracts;
  guint employer_kinds;
} AncOfferFilter;

/**
 * AncOfferSum:
 * @n_offers: how many offers pass
 * @total: what they promise together, of what is recorded
 * @is_complete: whether it is recorded for all of them
 */
typedef struct
{
  guint n_offers;
  AncAmount total;
  gboolean is_complete;
} AncOfferSum;

void anc_offer_filter_read (AncOfferFilter *self,
                            const AncJson *criterion);
gboolean anc_offer_filter_accepts (const AncOfferFilter *self,
                                   const AncCaseFacts *facts,
                                   const AncOffer *offer);
void anc_offer_filter_sum (const AncOfferFilter *self,
                           const AncCaseFacts *facts,
                           gsize amount_offset,
                           AncOfferSum *sum);
