/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-criterion.h"

#include "anc-evaluation.h"

/* Age in whole years: section 5, `age`. */

typedef struct
{
  gboolean has_min;
  guint min;
  gboolean has_max;
  guint max;
} Parameters;

static const char *const keys[] = { "min?", "max?", NULL };

static void
read_parameters (AncRegimeReader *reader,
                 const AncJson *json,
                 AncCriterion *criterion)
{
  Parameters *parameters = criterion->parameters;

  parameters->has_min = anc_regime_reader_read_count (json, "min", 0, &parameters->min);
  parameters->has_max = anc_regime_reader_read_count (json, "max", 0, &parameters->max);
  if (!parameters->has_min && !parameters->has_max)
    anc_json_complain (json, ANC_PROBLEM ("needs min, max or both"), NULL);
}

/* The day on which one reaches an age: of one born on 29 February, 1 March in a common year. */
static AncDate
get_birthday (AncDate birth,
              guint age)
{
  return anc_date_add_months (birth, (int) age * 12, ANC_ROUNDING_UP);
}

static guint
get_age (AncDate birth,
         AncDate on)
{
  int age = anc_date_get_year (on) - anc_date_get_year (birth);

  while (age > 0 && get_birthday (birth, (guint) age) > on)
    age--;

  return (guint) MAX (age, 0);
}

static void
evaluate (const AncCriterion *criterion,
          AncEvaluation *evaluation,
          AncFinding *finding)
{
  const Parameters *parameters = criterion->parameters;
  const AncDate birth = evaluation->facts->birth_date;
  guint age;

  finding->required = (AncAmount) (parameters->has_min ? parameters->min : parameters->max) * ANC_AMOUNT_UNIT;
  if (birth == ANC_DATE_NONE)
    {
      finding->outcome = ANC_OUTCOME_UNKNOWN;
      return;
    }

  age = get_age (birth, evaluation->on);
  finding->measured = (AncAmount) age * ANC_AMOUNT_UNIT;
  finding->outcome = birth <= evaluation->on
                             && (!parameters->has_min || age >= parameters->min)
                             && (!parameters->has_max || age <= parameters->max)
                         ? ANC_OUTCOME_MET
                         : ANC_OUTCOME_NOT_MET;
}

static AncDate
find_met (const AncCriterion *criterion,
          AncEvaluation *evaluation,
          AncDate from)
{
  const Parameters *parameters = criterion->parameters;
  const AncDate birth = evaluation->facts->birth_date;
  AncDate met;

  if (birth == ANC_DATE_NONE)
    return ANC_DATE_NONE;

  met = MAX (from, get_birthday (birth, parameters->has_min ? parameters->min : 0));
  if (met > evaluation->horizon
      || (parameters->has_max && met >= get_birthday (birth, parameters->max + 1)))
    return ANC_DATE_NONE;

  return met;
}

const AncCriterionKind anc_criterion_age = {
  .name = "age",
  .keys = keys,
  .unit = ANC_UNIT_YEARS,
  .parameters_size = sizeof (Parameters),
  .read = read_parameters,
  .evaluate = evaluate,
  .find_met = find_met,
};
