/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-regime.h"

#include "anc-criterion.h"

static void
free_node (AncNode *node)
{
  if (node == NULL)
    return;

  for (guint i = 0; i < node->n_children; i++)
    free_node (node->children[i]);
  g_free (node->children);
  g_free (node);
}

void
anc_regime_free (AncRegime *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->nationalities.codes, g_array_unref);
  g_ptr_array_unref (self->sources);
  free_node (self->require);
  g_ptr_array_unref (self->criteria);
  g_array_unref (self->cautions);
  g_array_unref (self->effects);
  g_array_unref (self->examples);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * anc_nationality_rule_concerns:
 * @self: a rule
 * @nationality: a person's; not %ANC_NATIONALITY_NONE
 *
 * Returns: whether it concerns them
 */
gboolean
anc_nationality_rule_concerns (const AncNationalityRule *self,
                               AncNationality nationality)
{
  if (!self->restricts)
    return TRUE;

  for (guint i = 0; i < self->codes->len; i++)
    if (g_array_index (self->codes, AncNationality, i) == nationality)
      return self->only;

  return !self->only;
}

gboolean
anc_regime_is_in_force (const AncRegime *self,
                        AncDate date)
{
  return date >= self->from && (self->until == ANC_DATE_NONE || date <= self->until);
}

/**
 * anc_regime_get_reason:
 * @self: a regime
 * @nationality: the person's; one that was not recorded is not held against them
 * @date: the filing date
 *
 * Returns: why the regime does not apply, or %ANC_REASON_NONE if it does
 */
AncReason
anc_regime_get_reason (const AncRegime *self,
                       AncNationality nationality,
                       AncDate date)
{
  if (date < self->from)
    return ANC_REASON_NOT_YET_IN_FORCE;
  if (self->until != ANC_DATE_NONE && date > self->until)
    return ANC_REASON_EXPIRED;
  if (nationality != ANC_NATIONALITY_NONE && !anc_nationality_rule_concerns (&self->nationalities, nationality))
    return ANC_REASON_NATIONALITY;

  return ANC_REASON_NONE;
}

/**
 * anc_regime_find_criterion:
 *
 * Returns: (nullable): the criterion of this name
 */
const AncCriterion *
anc_regime_find_criterion (const AncRegime *self,
                           const char *id)
{
  for (guint i = 0; i < self->criteria->len; i++)
    {
      const AncCriterion *criterion = g_ptr_array_index (self->criteria, i);

      if (g_strcmp0 (criterion->id, id) == 0) /* a regime that is still being read may lack one */
        return criterion;
    }

  return NULL;
}

/**
 * anc_note_concerns:
 * @self: a caution or an effect
 * @nationality: the person's; one that was not recorded may be any
 * @date: the filing date
 *
 * Returns: whether it is to be shown
 */
gboolean
anc_note_concerns (const AncNote *self,
                   AncNationality nationality,
                   AncDate date)
{
  return (self->from == ANC_DATE_NONE || date >= self->from)
         && (self->until == ANC_DATE_NONE || date <= self->until)
         && (nationality == ANC_NATIONALITY_NONE || anc_nationality_rule_concerns (&self->nationalities, nationality));
}
