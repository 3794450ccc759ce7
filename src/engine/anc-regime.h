/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-facts.h"
#include "anc-nationality.h"
#include "anc-outcome.h"
#include "anc-text.h"

typedef struct _AncCriterion AncCriterion;
typedef struct _AncNode AncNode;
typedef struct _AncRegime AncRegime;

/**
 * AncSource:
 *
 * A text a rule rests on; what was not given is %NULL.
 */
typedef struct
{
  const char *key;
  AncText title;
  const char *article;
  const char *date;
  const char *url;
} AncSource;

/**
 * AncNationalityRule:
 * @restricts: whether it says anything
 * @only: whether @codes are those it concerns; if not, those it does not
 * @codes: of #AncNationality
 */
typedef struct
{
  gboolean restricts;
  gboolean only;
  GArray *codes;
} AncNationalityRule;

/**
 * AncNote:
 * @source: (nullable): the text it rests on
 * @from: the first filing date it concerns, or %ANC_DATE_NONE
 * @until: the last, or %ANC_DATE_NONE
 *
 * A caution or an effect of a regime.
 */
typedef struct
{
  AncText text;
  const AncSource *source;
  AncNationalityRule nationalities;
  AncDate from;
  AncDate until;
} AncNote;

typedef enum
{
  ANC_NODE_CRITERION,
  ANC_NODE_ALL,
  ANC_NODE_ANY,
} AncNodeType;

/**
 * AncNode:
 * @id: (nullable): its name, of a criterion the criterion's
 * @grants: what is delivered when this branch holds, if it says so
 * @criterion: (nullable): for a leaf
 * @children: (array length=n_children): for the others, at least one
 * @index: its place among the nodes of the regime
 */
struct _AncNode
{
  AncNodeType type;
  const char *id;
  AncText title;
  AncText grants;
  const AncCriterion *criterion;
  AncNode **children;
  guint n_children;
  guint index;
};

/**
 * AncExpectation:
 * @criterion: what is expected of it
 * @has_outcome: whether @outcome is given
 * @measured: what is expected to be measured, or %ANC_AMOUNT_NONE
 */
typedef struct
{
  const AncCriterion *criterion;
  gboolean has_outcome;
  AncOutcome outcome;
  AncAmount measured;
} AncExpectation;

/**
 * AncExample:
 * @applies: whether the regime is expected to apply
 * @has_outcome: whether @outcome is given
 * @expectations: of #AncExpectation
 */
typedef struct
{
  AncText name;
  AncDate on;
  AncCaseFacts *facts;
  gboolean applies;
  gboolean has_outcome;
  AncOutcome outcome;
  GArray *expectations;
} AncExample;

/**
 * AncRegime:
 * @until: the last filing date, or %ANC_DATE_NONE
 * @criteria: (element-type AncCriterion): those of the tree, in its order, then those of @weigh
 * @n_required: how many of them stand in the tree
 * @n_nodes: how many nodes the tree has
 *
 * One dated set of rules. Immutable once read.
 */
struct _AncRegime
{
  const char *id;
  AncText title;
  AncDate from;
  AncDate until;
  AncNationalityRule nationalities;
  AncText grants;
  GPtrArray *sources; /* of AncSource */
  AncNode *require;
  GPtrArray *criteria;
  guint n_required;
  guint n_nodes;
  GArray *cautions; /* of AncNote */
  GArray *effects;  /* of AncNote */
  GArray *examples; /* of AncExample */
  GStringChunk *strings;
};

/**
 * AncReason:
 *
 * Why a regime does not apply to a case on a filing date.
 */
typedef enum
{
  ANC_REASON_NONE,
  ANC_REASON_NOT_YET_IN_FORCE,
  ANC_REASON_EXPIRED,
  ANC_REASON_NATIONALITY,
} AncReason;

void anc_regime_free (AncRegime *self);

gboolean anc_regime_is_in_force (const AncRegime *self,
                                 AncDate date);
AncReason anc_regime_get_reason (const AncRegime *self,
                                 AncNationality nationality,
                                 AncDate date);
const AncCriterion *anc_regime_find_criterion (const AncRegime *self,
                                               const char *id);

gboolean anc_nationality_rule_concerns (const AncNationalityRule *self,
                                        AncNationality nationality);
gboolean anc_note_concerns (const AncNote *self,
                            AncNationality nationality,
                            AncDate date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncRegime, anc_regime_free)
