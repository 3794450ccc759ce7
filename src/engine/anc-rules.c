/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-rules-private.h"

#include <string.h>

AncRules *
anc_rules_ref (AncRules *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
anc_rules_unref (AncRules *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->regimes);
  g_ptr_array_unref (self->month_rules);
  g_hash_table_unref (self->groups);
  anc_territory_free (self->territory);
  anc_fact_catalogue_free (self->catalogue);
  anc_occupations_free (self->occupations);
  anc_wages_free (self->wages);
  g_free (self);
}

guint
anc_rules_get_n_regimes (const AncRules *self)
{
  return self->regimes->len;
}

/**
 * anc_rules_get_regime:
 * @self: the rules
 * @index: less than anc_rules_get_n_regimes(); regimes stand in the order of their ids
 *
 * Returns: (transfer none): the regime
 */
const AncRegime *
anc_rules_get_regime (const AncRules *self,
                      guint index)
{
  g_return_val_if_fail (index < self->regimes->len, NULL);

  return g_ptr_array_index (self->regimes, index);
}

/**
 * anc_rules_find_regime:
 *
 * Returns: (transfer none) (nullable): the regime of this id
 */
const AncRegime *
anc_rules_find_regime (const AncRules *self,
                       const char *id)
{
  for (guint i = 0; i < self->regimes->len; i++)
    {
      const AncRegime *regime = g_ptr_array_index (self->regimes, i);

      if (strcmp (regime->id, id) == 0)
        return regime;
    }

  return NULL;
}

const AncTerritory *
anc_rules_get_territory (const AncRules *self)
{
  return self->territory;
}

const AncFactCatalogue *
anc_rules_get_fact_catalogue (const AncRules *self)
{
  return self->catalogue;
}

const AncOccupations *
anc_rules_get_occupations (const AncRules *self)
{
  return self->occupations;
}

const AncWages *
anc_rules_get_wages (const AncRules *self)
{
  return self->wages;
}
