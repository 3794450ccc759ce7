/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-assessment.h"

#include "anc-criterion.h"
#include "anc-evaluation.h"
#include "anc-rules-private.h"

/* ---- The tree ------------------------------------------------------------------------------ */

static AncOutcome
combine (AncNodeType type,
         AncOutcome one,
         AncOutcome other)
{
  return type == ANC_NODE_ALL ? MIN (one, other) : MAX (one, other);
}

static AncOutcome
evaluate_node (const AncNode *node,
               AncVerdict *verdict)
{
  AncOutcome outcome;

  if (node->type == ANC_NODE_CRITERION)
    outcome = verdict->findings[node->criterion->index].outcome;
  else
    {
      outcome = evaluate_node (node->children[0], verdict);
      for (guint i = 1; i < node->n_children; i++)
        outcome = combine (node->type, outcome, evaluate_node (node->children[i], verdict));
    }

  verdict->node_outcomes[node->index] = outcome;
  return outcome;
}

/* The outcome of a node without its criteria weaker than @force; FALSE where nothing is left of it. */
static gboolean
evaluate_strong (const AncNode *node,
                 const AncVerdict *verdict,
                 AncForce force,
                 AncOutcome *outcome)
{
  gboolean is_left = FALSE;

  if (node->type == ANC_NODE_CRITERION)
    {
      *outcome = verdict->findings[node->criterion->index].outcome;
      return node->criterion->force <= force;
    }

  for (guint i = 0; i < node->n_children; i++)
    {
      AncOutcome child;

      if (!evaluate_strong (node->children[i], verdict, force, &child))
        continue;
      *outcome = is_left ? combine (node->type, *outcome, child) : child;
      is_left = TRUE;
    }

  return is_left;
}

/* What the best child of an `any` grants that says so, the first among equals. */
static void
find_grants (const AncNode *node,
             const AncVerdict *verdict,
             const AncNode **best)
{
  for (guint i = 0; i < node->n_children; i++)
    {
      const AncNode *child = node->children[i];

      if (child->grants.in[0] != NULL
          && (*best == NULL || verdict->node_outcomes[child->index] > verdict->node_outcomes[(*best)->index]))
        *best = child;
      find_grants (child, verdict, best);
    }
}

/* ---- The earliest date --------------------------------------------------------------------- */

static AncDate find_met (const AncNode *node,
                         AncEvaluation *evaluation,
                         AncDate from);

/* The first date from @from on which all children are met: each in turn moves it on until all agree. */
static AncDate
find_all_met (const AncNode *node,
              AncEvaluation *evaluation,
              AncDate from)
{
  guint n_agreed = 0;

  for (guint i = 0; n_agreed < node->n_children; i = (i + 1) % node->n_children)
    {
      AncDate met = find_met (node->children[i], evaluation, from);

      if (met == ANC_DATE_NONE)
        return ANC_DATE_NONE;
      n_agreed = met == from ? n_agreed + 1 : 1;
      from = met;
    }

  return from;
}

static AncDate
find_any_met (const AncNode *node,
              AncEvaluation *evaluation,
              AncDate from)
{
  AncDate first = ANC_DATE_NONE;

  for (guint i = 0; i < node->n_children && first != from; i++)
    {
      AncDate met = find_met (node->children[i], evaluation, from);

      if (met != ANC_DATE_NONE && (first == ANC_DATE_NONE || met < first))
        first = met;
    }

  return first;
}

static AncDate
find_met (const AncNode *node,
          AncEvaluation *evaluation,
          AncDate from)
{
  switch (node->type)
    {
    case ANC_NODE_ALL:
      return find_all_met (node, evaluation, from);
    case ANC_NODE_ANY:
      return find_any_met (node, evaluation, from);
    case ANC_NODE_CRITERION:
    default:
      return node->criterion->kind->find_met (node->criterion, evaluation, from);
    }
}

/* ---- One regime ---------------------------------------------------------------------------- */

static const AncFinding empty_finding = {
  .measured = ANC_AMOUNT_NONE,
  .required = ANC_AMOUNT_NONE,
  .earliest = ANC_DATE_NONE,
  .due = ANC_DATE_NONE,
  .window_start = ANC_DATE_NONE,
  .window_end = ANC_DATE_NONE,
};

/* Makes room for a verdict and all it points to in one block. */
static AncVerdict *
create_verdict (const AncRegime *regime)
{
  gsize findings_at, cautions_at, nodes_at, years_at, months_at;
  gsize n_years = 0;
  gsize n_months = 0;
  AncVerdict *verdict;
  char *block;

  for (guint i = 0; i < regime->criteria->len; i++)
    {
      const AncCriterion *criterion = g_ptr_array_index (regime->criteria, i);

      n_years += criterion->max_years;
      n_months += criterion->max_months;
    }

  /* From the widest members to the narrowest, so that each stands aligned. */
  findings_at = sizeof (AncVerdict);
  cautions_at = findings_at + regime->criteria->len * sizeof (AncFinding);
  nodes_at = cautions_at + regime->cautions->len * sizeof (AncNote *);
  years_at = nodes_at + regime->n_nodes * sizeof (AncOutcome);
  months_at = years_at + n_years * sizeof (gint16);
  block = g_malloc (months_at + n_months);

  verdict = (AncVerdict *) (void *) block;
  *verdict = (AncVerdict){ .regime = regime, .earliest = ANC_DATE_NONE };
  verdict->findings = (AncFinding *) (void *) (block + findings_at);
  verdict->cautions = (const AncNote **) (void *) (block + cautions_at);
  verdict->node_outcomes = (AncOutcome *) (void *) (block + nodes_at);
  for (guint i = 0; i < regime->criteria->len; i++)
    {
      const AncCriterion *criterion = g_ptr_array_index (regime->criteria, i);

      verdict->findings[i] = empty_finding;
      verdict->findings[i].unproven_years = (gint16 *) (void *) (block + years_at);
      verdict->findings[i].months = (guint8 *) block + months_at;
      years_at += criterion->max_years * sizeof (gint16);
      months_at += criterion->max_months;
    }

  return verdict;
}

static void
find_cautions (AncVerdict *verdict,
               const AncCaseFacts *facts,
               AncDate on)
{
  const GArray *cautions = verdict->regime->cautions;

  for (guint i = 0; i < cautions->len; i++)
    {
      const AncNote *caution = &g_array_index (cautions, AncNote, i);

      if (anc_note_concerns (caution, facts->nationality, on))
        verdict->cautions[verdict->n_cautions++] = caution;
    }
}

/* Where the nationality decides and was not recorded, nothing better than unknown can be said. */
static void
cap_outcomes (AncVerdict *verdict)
{
  verdict->outcome = MIN (verdict->outcome, ANC_OUTCOME_UNKNOWN);
  for (guint i = 0; i < ANC_N_FORCES; i++)
    verdict->by_force[i] = MIN (verdict->by_force[i], ANC_OUTCOME_UNKNOWN);
}

static void
evaluate_tree (AncVerdict *verdict,
               AncEvaluation *evaluation)
{
  const AncRegime *regime = verdict->regime;
  gboolean is_capped = regime->nationalities.restricts
                       && evaluation->facts->nationality == ANC_NATIONALITY_NONE;
  const AncNode *granting = NULL;

  verdict->outcome = evaluate_node (regime->require, verdict);
  for (AncForce force = 0; force < ANC_N_FORCES; force++)
    if (!evaluate_strong (regime->require, verdict, force, &verdict->by_force[force]))
      verdict->by_force[force] = ANC_OUTCOME_MET;

  find_grants (regime->require, verdict, &granting);
  if (granting != NULL)
    verdict->grants = &granting->grants;
  else if (regime->grants.in[0] != NULL)
    verdict->grants = &regime->grants;

  if (is_capped)
    {
      cap_outcomes (verdict);
      return;
    }

  verdict->earliest = find_met (regime->require, evaluation, evaluation->on);
  verdict->earliest_in_force = verdict->earliest != ANC_DATE_NONE
                               && anc_regime_is_in_force (regime, verdict->earliest);
}

static AncVerdict *
evaluate_regime (const AncRegime *regime,
                 AncEvaluation *evaluation)
{
  AncVerdict *verdict = create_verdict (regime);

  verdict->reason = anc_regime_get_reason (regime, evaluation->facts->nationality, evaluation->on);
  if (verdict->reason != ANC_REASON_NONE)
    return verdict;

  for (guint i = 0; i < regime->criteria->len; i++)
    {
      const AncCriterion *criterion = g_ptr_array_index (regime->criteria, i);

      criterion->kind->evaluate (criterion, evaluation, &verdict->findings[i]);
      verdict->findings[i].earliest = criterion->kind->find_met (criterion, evaluation, evaluation->on);
    }
  evaluate_tree (verdict, evaluation);
  find_cautions (verdict, evaluation->facts, evaluation->on);

  return verdict;
}

static void
begin_evaluation (AncEvaluation *evaluation,
                  const AncRules *rules,
                  const AncCaseFacts *facts,
                  AncDate on)
{
  anc_evaluation_init (evaluation, rules->occupations, rules->territory, rules->wages, facts, on);
}

/* ---- All regimes --------------------------------------------------------------------------- */

/**
 * anc_regime_evaluate:
 * @regime: one of the regimes of @rules
 * @rules: the rules
 * @facts: a case
 * @on: the filing date
 *
 * Returns: (transfer full): the answer of this regime alone; it must not outlive @rules
 */
AncVerdict *
anc_regime_evaluate (const AncRegime *regime,
                     AncRules *rules,
                     const AncCaseFacts *facts,
                     AncDate on)
{
  AncEvaluation evaluation;
  AncVerdict *verdict;

  begin_evaluation (&evaluation, rules, facts, on);
  verdict = evaluate_regime (regime, &evaluation);
  anc_evaluation_clear (&evaluation);

  return verdict;
}

void
anc_verdict_free (AncVerdict *self)
{
  g_free (self);
}

/**
 * anc_rules_evaluate:
 * @rules: the rules
 * @facts: a case
 * @on: the filing date
 *
 * Asks every regime where the case stands on that date. Reads nothing else: the same arguments give
 * the same answer. May be called from several threads at once with the same rules and facts.
 *
 * Returns: (transfer full): the answers
 */
AncAssessment *
anc_rules_evaluate (AncRules *rules,
                    const AncCaseFacts *facts,
                    AncDate on)
{
  AncAssessment *self = g_new0 (AncAssessment, 1);
  AncEvaluation evaluation;

  self->rules = anc_rules_ref (rules);
  self->on = on;
  self->n_verdicts = rules->regimes->len;
  self->verdicts = g_new (AncVerdict *, self->n_verdicts);

  begin_evaluation (&evaluation, rules, facts, on);
  for (guint i = 0; i < self->n_verdicts; i++)
    self->verdicts[i] = evaluate_regime (g_ptr_array_index (rules->regimes, i), &evaluation);
  anc_evaluation_clear (&evaluation);

  return self;
}

void
anc_assessment_free (AncAssessment *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_verdicts; i++)
    anc_verdict_free (self->verdicts[i]);
  g_free (self->verdicts);
  anc_rules_unref (self->rules);
  g_free (self);
}

/* Those that apply first, the best first; then those not yet in force, then the others. */
static int
compare_verdicts (gconstpointer a,
                  gconstpointer b,
                  gpointer user_data)
{
  const AncVerdict *one = *(const AncVerdict *const *) a;
  const AncVerdict *other = *(const AncVerdict *const *) b;

  if (one->reason != other->reason)
    return one->reason < other->reason ? -1 : 1;
  if (one->reason == ANC_REASON_NONE && one->outcome != other->outcome)
    return one->outcome > other->outcome ? -1 : 1;

  return 0;
}

/**
 * anc_assessment_sort:
 * @self: the answers
 *
 * Returns: (transfer container) (array): the verdicts as a person wants to read them: those that
 *   apply, best first, then the others; equals in the order of their ids
 */
AncVerdict **
anc_assessment_sort (const AncAssessment *self)
{
  AncVerdict **sorted = g_memdup2 (self->verdicts, self->n_verdicts * sizeof *sorted);

  g_qsort_with_data (sorted, (int) self->n_verdicts, sizeof *sorted, compare_verdicts, NULL);

  return sorted;
}
