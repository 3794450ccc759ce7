/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-criterion.h"

#include "anc-case-schema.h"
#include "anc-evaluation.h"

/* Removal measures: section 5, `measures`. */

typedef struct
{
  guint kinds; /* a bit for each AncMeasureKind */
  guint years;
} Parameters;

static const char *const keys[] = { "kinds", "years", NULL };

static void
read_parameters (AncRegimeReader *reader,
                 const AncJson *json,
                 AncCriterion *criterion)
{
  Parameters *parameters = criterion->parameters;

  parameters->kinds = anc_regime_reader_read_words (json, "kinds", anc_measure_kind_names);
  anc_regime_reader_read_count (json, "years", 1, &parameters->years);
}

/* The first day on which a measure no longer counts, or ANC_DATE_NONE if it never does. */
static AncDate
get_end (const Parameters *parameters,
         const AncMeasure *measure)
{
  AncDate by_years, by_ban;

  if ((parameters->kinds & 1u << measure->kind) == 0 || measure->executed)
    return ANC_DATE_NONE;

  by_years = anc_date_add_months (measure->notified, (int) parameters->years * 12, ANC_ROUNDING_UP);
  by_ban = anc_date_add_months (measure->notified, (int) measure->irtf_months, ANC_ROUNDING_UP);

  return MAX (by_years, by_ban);
}

static void
evaluate (const AncCriterion *criterion,
          AncEvaluation *evaluation,
          AncFinding *finding)
{
  const AncCaseFacts *facts = evaluation->facts;
  guint n_active = 0;
  guint n_answered = 0;

  if (!facts->has_measures)
    {
      finding->outcome = ANC_OUTCOME_UNKNOWN;
      return;
    }

  for (guint i = 0; i < facts->n_measures; i++)
    {
      AncDate end = get_end (criterion->parameters, &facts->measures[i]);

      if (end == ANC_DATE_NONE || evaluation->on >= end)
        continue;
      n_active++;
      n_answered += facts->measures[i].has_new_facts;
      if (finding->due == ANC_DATE_NONE || end > finding->due)
        finding->due = end;
    }

  if (n_active == 0)
    finding->outcome = ANC_OUTCOME_MET;
  else
    finding->outcome = n_answered == n_active ? ANC_OUTCOME_ARGUABLE : ANC_OUTCOME_NOT_MET;
}

static AncDate
find_met (const AncCriterion *criterion,
          AncEvaluation *evaluation,
          AncDate from)
{
  const AncCaseFacts *facts = evaluation->facts;
  AncDate met = from;

  if (!facts->has_measures)
    return ANC_DATE_NONE;

  for (guint i = 0; i < facts->n_measures; i++)
    {
      AncDate end = get_end (criterion->parameters, &facts->measures[i]);

      if (end != ANC_DATE_NONE)
        met = MAX (met, end);
    }

  return met <= evaluation->horizon ? met : ANC_DATE_NONE;
}

const AncCriterionKind anc_criterion_measures = {
  .name = "measures",
  .keys = keys,
  .unit = ANC_UNIT_NONE,
  .parameters_size = sizeof (Parameters),
  .read = read_parameters,
  .evaluate = evaluate,
  .find_met = find_met,
};
