/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-finding.h"
#include "anc-regime-reader.h"

typedef struct _AncCriterionKind AncCriterionKind;
typedef struct _AncEvaluation AncEvaluation;

/**
 * AncCriterion:
 * @source: the text it rests on
 * @parameters: what its kind read for it
 * @index: its place among the criteria of the regime
 * @max_months: how many months its finding may list
 * @max_years: how many years its finding may list
 *
 * One condition of a regime, or one element of appreciation. Immutable once read.
 */
struct _AncCriterion
{
  const char *id;
  AncText title;
  const AncCriterionKind *kind;
  const AncSource *source;
  AncForce force;
  gpointer parameters;
  guint index;
  guint max_months;
  guint max_years;
};

/**
 * AncCriterionKind:
 * @name: the word it has in regimes
 * @keys: (array zero-terminated=1): its parameters; one that ends with `?` may be absent
 * @unit: what it measures
 * @parameters_size: the bytes its parameters take
 * @read: reads them into @criterion, with problems where they are wrong
 * @clear: (nullable): frees what they hold
 * @evaluate: says where the case stands on the filing date of the evaluation
 * @find_met: gives the first filing date from @from to the horizon on which the criterion is met,
 *   as section 7 of the engine's contract supposes things go on, or %ANC_DATE_NONE
 *
 * A kind of criterion: what all criteria of one kind share.
 */
struct _AncCriterionKind
{
  const char *name;
  const char *const *keys;
  AncUnit unit;
  gsize parameters_size;
  void (*read) (AncRegimeReader *reader,
                const AncJson *json,
                AncCriterion *criterion);
  void (*clear) (gpointer parameters);
  void (*evaluate) (const AncCriterion *criterion,
                    AncEvaluation *evaluation,
                    AncFinding *finding);
  AncDate (*find_met) (const AncCriterion *criterion,
                       AncEvaluation *evaluation,
                       AncDate from);
};

extern const AncCriterionKind anc_criterion_age;
extern const AncCriterionKind anc_criterion_agency_commitment;
extern const AncCriterionKind anc_criterion_contract_held;
extern const AncCriterionKind anc_criterion_current_job;
extern const AncCriterionKind anc_criterion_fact;
extern const AncCriterionKind anc_criterion_measures;
extern const AncCriterionKind anc_criterion_offer_occupation;
extern const AncCriterionKind anc_criterion_offer_term;
extern const AncCriterionKind anc_criterion_offers_hours;
extern const AncCriterionKind anc_criterion_offers_wage;
extern const AncCriterionKind anc_criterion_presence;
extern const AncCriterionKind anc_criterion_work_months;

const AncCriterionKind *anc_criterion_kind_find (const char *name);
const char *anc_criterion_get_fact (const AncCriterion *self);
gboolean anc_criterion_accepts_job (const AncCriterion *self,
                                    const AncCaseFacts *facts,
                                    const AncJob *job);
void anc_criterion_free (AncCriterion *self);
