/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-advice.h"

#include "anc-criterion.h"

typedef struct
{
  const AncVerdict *verdict;
  const AncRules *rules;
  const AncCaseFacts *facts;
  GPtrArray *steps;
} Advice;

static void
free_step (gpointer data)
{
  AncStep *step = data;

  g_array_unref (step->months);
  g_array_unref (step->years);
  g_free (step);
}

/* The step of this kind about the same thing: criteria that want the same are served at once. */
static AncStep *
get_step (Advice *advice,
          AncStepKind kind,
          const AncCriterion *criterion,
          const AncFactDefinition *fact,
          const AncJob *job)
{
  AncStep *step;

  for (guint i = 0; i < advice->steps->len; i++)
    {
      step = g_ptr_array_index (advice->steps, i);
      if (step->kind == kind && step->fact == fact && step->job == job)
        return step;
    }

  step = g_new0 (AncStep, 1);
  step->kind = kind;
  step->criterion = criterion;
  step->fact = fact;
  step->job = job;
  step->months = g_array_new (FALSE, FALSE, sizeof (AncMonth));
  step->years = g_array_new (FALSE, FALSE, sizeof (int));
  step->date = ANC_DATE_NONE;
  g_ptr_array_add (advice->steps, step);

  return step;
}

static void
add_month (AncStep *step,
           AncMonth month)
{
  guint place = 0;

  while (place < step->months->len && g_array_index (step->months, AncMonth, place) < month)
    place++;
  if (place == step->months->len || g_array_index (step->months, AncMonth, place) != month)
    g_array_insert_val (step->months, place, month);
}

static gboolean
has_payslip (const AncCaseFacts *facts,
             const AncJob *job,
             AncMonth month)
{
  for (guint i = 0; i < job->n_payslips; i++)
    if (facts->payslips[job->first_payslip + i].month == month)
      return TRUE;

  return FALSE;
}

/* Months that are only declared: the payslips of the jobs that cover them. */
static void
advise_payslips (Advice *advice,
                 const AncCriterion *criterion,
                 const AncFinding *finding,
                 AncMonth month,
                 guint missing)
{
  AncDate first = MAX (anc_month_get_first_day (month), finding->window_start);
  AncDate last = MIN (anc_month_get_last_day (month), finding->window_end);

  for (guint i = 0; i < advice->facts->n_jobs; i++)
    {
      const AncJob *job = &advice->facts->jobs[i];
      AncStep *step;

      if (job->start > last || (job->end != ANC_DATE_NONE && job->end < first)
          || has_payslip (advice->facts, job, month)
          || !anc_criterion_accepts_job (criterion, advice->facts, job))
        continue;
      step = get_step (advice, ANC_STEP_FIND_PAYSLIPS, criterion, NULL, job);
      step->missing = MAX (step->missing, missing);
      add_month (step, month);
    }
}

static void
advise_months (Advice *advice,
               const AncCriterion *criterion,
               const AncFinding *finding)
{
  guint required = (guint) (finding->required / ANC_AMOUNT_UNIT);
  guint counted = anc_finding_count_months (finding, ANC_MONTH_COUNTED);

  for (guint i = 0; i < finding->n_months; i++)
    {
      AncMonth month = finding->first_month + (AncMonth) i;

      if (finding->months[i] == ANC_MONTH_ARGUABLE)
        {
          AncStep *step = get_step (advice, ANC_STEP_ARGUE_MONTHS, criterion, NULL, NULL);

          step->missing = MAX (step->missing, required - counted);
          add_month (step, month);
        }
      else if (finding->months[i] == ANC_MONTH_DECLARED)
        advise_payslips (advice, criterion, finding, month, required - counted);
    }
}

static void
advise_unknown (Advice *advice,
                const AncCriterion *criterion)
{
  static const struct
  {
    const AncCriterionKind *kind;
    AncStepKind step;
  } recordings[] = {
    { &anc_criterion_age, ANC_STEP_RECORD_BIRTH_DATE },
    { &anc_criterion_presence, ANC_STEP_RECORD_ENTRY_DATE },
    { &anc_criterion_measures, ANC_STEP_RECORD_MEASURES },
    { &anc_criterion_work_months, ANC_STEP_RECORD_JOBS },
    { &anc_criterion_contract_held, ANC_STEP_RECORD_JOBS },
    { &anc_criterion_current_job, ANC_STEP_RECORD_JOBS },
    { &anc_criterion_offers_wage, ANC_STEP_RECORD_OFFERS },
    { &anc_criterion_offers_hours, ANC_STEP_RECORD_OFFERS },
    { &anc_criterion_offer_term, ANC_STEP_RECORD_OFFERS },
    { &anc_criterion_offer_occupation, ANC_STEP_RECORD_OFFERS },
    { &anc_criterion_agency_commitment, ANC_STEP_RECORD_OFFERS },
  };
  const char *fact = anc_criterion_get_fact (criterion);

  if (fact != NULL)
    {
      const AncFactCatalogue *catalogue = anc_rules_get_fact_catalogue (advice->rules);

      get_step (advice, ANC_STEP_RECORD_FACT, criterion, anc_fact_catalogue_find (catalogue, fact), NULL);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (recordings); i++)
    if (recordings[i].kind == criterion->kind)
      get_step (advice, recordings[i].step, criterion, NULL, NULL);
}

static void
advise_criterion (Advice *advice,
                  const AncCriterion *criterion)
{
  const AncFinding *finding = &advice->verdict->findings[criterion->index];

  if (finding->outcome == ANC_OUTCOME_UNKNOWN)
    advise_unknown (advice, criterion);
  else if (criterion->kind == &anc_criterion_work_months)
    advise_months (advice, criterion, finding);

  for (guint i = 0; i < finding->n_unproven_years; i++)
    {
      AncStep *step = get_step (advice, ANC_STEP_PROVE_YEARS, criterion, NULL, NULL);
      int year = finding->unproven_years[i];

      g_array_append_val (step->years, year);
    }
}

/* Of the branches of an `any`, only the best is worth working on, the first among equals. */
static const AncNode *
find_best_child (const AncVerdict *verdict,
                 const AncNode *node)
{
  const AncNode *best = node->children[0];

  for (guint i = 1; i < node->n_children; i++)
    if (verdict->node_outcomes[node->children[i]->index] > verdict->node_outcomes[best->index])
      best = node->children[i];

  return best;
}

static void
advise_node (Advice *advice,
             const AncNode *node)
{
  const AncOutcome *outcomes = advice->verdict->node_outcomes;

  if (outcomes[node->index] == ANC_OUTCOME_MET)
    return;

  switch (node->type)
    {
    case ANC_NODE_CRITERION:
      advise_criterion (advice, node->criterion);
      break;
    case ANC_NODE_ALL:
      for (guint i = 0; i < node->n_children; i++)
        advise_node (advice, node->children[i]);
      break;
    case ANC_NODE_ANY:
    default:
      advise_node (advice, find_best_child (advice->verdict, node));
      break;
    }
}

static void
find_work (const AncVerdict *verdict,
           const AncNode *node,
           const AncCriterion **worst)
{
  if (node->type == ANC_NODE_ANY)
    {
      find_work (verdict, find_best_child (verdict, node), worst);
      return;
    }

  for (guint i = 0; i < node->n_children; i++)
    find_work (verdict, node->children[i], worst);

  if (node->type == ANC_NODE_CRITERION && node->criterion->kind == &anc_criterion_work_months
      && (*worst == NULL
          || verdict->findings[node->criterion->index].outcome < verdict->findings[(*worst)->index].outcome))
    *worst = node->criterion;
}

/**
 * anc_verdict_find_work:
 * @verdict: a verdict of a regime that applies
 *
 * Returns: (nullable): the criterion on months of work that decides: the worst one, of the best
 *   branch where there are several
 */
const AncCriterion *
anc_verdict_find_work (const AncVerdict *verdict)
{
  const AncCriterion *worst = NULL;

  find_work (verdict, verdict->regime->require, &worst);

  return worst;
}

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const AncStep *one = *(const AncStep *const *) a;
  const AncStep *other = *(const AncStep *const *) b;

  return (int) one->kind - (int) other->kind;
}

/**
 * anc_verdict_advise:
 * @verdict: a verdict
 * @rules: the rules it was made with
 * @facts: the case it was made for
 *
 * Says what to do so that the regime comes to be met: what to record, which payslips to find, which
 * months to settle, until when to wait. Of alternative branches, only the best one is followed.
 *
 * Returns: (transfer full) (element-type AncStep): the steps, in the order in which to take them;
 *   none where the regime does not apply or is met
 */
GPtrArray *
anc_verdict_advise (const AncVerdict *verdict,
                    const AncRules *rules,
                    const AncCaseFacts *facts)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (free_step);
  Advice advice = { verdict, rules, facts, steps };

  if (verdict->reason != ANC_REASON_NONE || verdict->outcome == ANC_OUTCOME_MET)
    return steps;

  if (verdict->regime->nationalities.restricts && facts->nationality == ANC_NATIONALITY_NONE)
    get_step (&advice, ANC_STEP_RECORD_NATIONALITY, NULL, NULL, NULL);
  advise_node (&advice, verdict->regime->require);
  if (verdict->earliest_in_force)
    get_step (&advice, ANC_STEP_WAIT, NULL, NULL, NULL)->date = verdict->earliest;
  g_ptr_array_sort (steps, compare_steps);

  return steps;
}
