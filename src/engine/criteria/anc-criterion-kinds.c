/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-criterion.h"

#include <string.h>

/* Every kind of criterion there is: a new one is a file beside this one and a line here. */
static const AncCriterionKind *const kinds[] = {
  &anc_criterion_age,
  &anc_criterion_agency_commitment,
  &anc_criterion_contract_held,
  &anc_criterion_current_job,
  &anc_criterion_fact,
  &anc_criterion_measures,
  &anc_criterion_offer_occupation,
  &anc_criterion_offer_term,
  &anc_criterion_offers_hours,
  &anc_criterion_offers_wage,
  &anc_criterion_presence,
  &anc_criterion_work_months,
};

/**
 * anc_criterion_kind_find:
 *
 * Returns: (nullable): the kind of this name
 */
const AncCriterionKind *
anc_criterion_kind_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i]->name, name) == 0)
      return kinds[i];

  return NULL;
}

void
anc_criterion_free (AncCriterion *self)
{
  if (self->kind->clear != NULL)
    self->kind->clear (self->parameters);
  g_free (self->parameters);
  g_free (self);
}
