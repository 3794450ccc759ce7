/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-criterion.h"

#include "anc-evaluation.h"

#include <string.h>

/* A fact someone recorded: section 5, `fact`. */

typedef enum
{
  TEST_IS,
  TEST_AT_LEAST,
  TEST_AT_MOST,
} Test;

typedef struct
{
  Test test;
  AncFact expected; /* its name and type are those of the catalogue */
} Parameters;

static const char *const keys[] = { "fact", "is?", "at_least?", "at_most?", NULL };

static const char *const tests[] = { "is", "at_least", "at_most" };

static void
read_value (AncRegimeReader *reader,
            const AncJson *json,
            AncFact *expected)
{
  const char *text;

  switch (expected->type)
    {
    case ANC_FACT_BOOLEAN:
      anc_json_read_boolean (json, &expected->is_true);
      break;
    case ANC_FACT_NUMBER:
      anc_json_read_amount (json, &expected->number);
      break;
    case ANC_FACT_TEXT:
      text = anc_json_read_string (json);
      if (text != NULL)
        expected->text = g_string_chunk_insert_const (reader->strings, text);
      break;
    case ANC_FACT_DATE:
    default:
      anc_json_read_date (json, &expected->date);
      break;
    }
}

static void
read_test (AncRegimeReader *reader,
           const AncJson *json,
           Parameters *parameters)
{
  guint n_tests = 0;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      AncJson value = anc_json_member (json, tests[i]);

      if (!anc_json_is_present (&value))
        continue;
      n_tests++;
      parameters->test = i;
      if (i != TEST_IS && parameters->expected.type != ANC_FACT_NUMBER && parameters->expected.type != ANC_FACT_DATE)
        anc_json_complain (&value, ANC_PROBLEM ("only numbers and dates can be compared"), NULL);
      else
        read_value (reader, &value, &parameters->expected);
    }

  if (n_tests != 1)
    anc_json_complain (json, ANC_PROBLEM ("needs exactly one of is, at_least and at_most"), NULL);
}

static void
read_parameters (AncRegimeReader *reader,
                 const AncJson *json,
                 AncCriterion *criterion)
{
  Parameters *parameters = criterion->parameters;
  AncJson fact = anc_json_member (json, "fact");
  const char *name = anc_json_is_present (&fact) ? anc_json_read_string (&fact) : NULL;
  const AncFactDefinition *definition;

  if (name == NULL)
    return;

  definition = anc_fact_catalogue_find (reader->catalogue, name);
  if (definition == NULL)
    {
      anc_json_complain (&fact, ANC_PROBLEM ("there is no fact “%s” in the catalogue"), name, NULL);
      return;
    }

  parameters->expected.name = definition->id;
  parameters->expected.type = definition->type;
  read_test (reader, json, parameters);
}

static int
compare (const AncFact *fact,
         const AncFact *expected)
{
  switch (expected->type)
    {
    case ANC_FACT_BOOLEAN:
      return fact->is_true - expected->is_true;
    case ANC_FACT_NUMBER:
      return (fact->number > expected->number) - (fact->number < expected->number);
    case ANC_FACT_TEXT:
      return strcmp (fact->text, expected->text);
    case ANC_FACT_DATE:
    default:
      return (fact->date > expected->date) - (fact->date < expected->date);
    }
}

static AncOutcome
get_outcome (const Parameters *parameters,
             const AncCaseFacts *facts)
{
  const AncFact *fact = anc_case_facts_find_fact (facts, parameters->expected.name);
  gboolean holds;
  int order;

  if (fact == NULL)
    return ANC_OUTCOME_UNKNOWN;

  order = compare (fact, &parameters->expected);
  if (parameters->test == TEST_IS)
    holds = order == 0;
  else
    holds = parameters->test == TEST_AT_LEAST ? order >= 0 : order <= 0;

  return holds ? ANC_OUTCOME_MET : ANC_OUTCOME_NOT_MET;
}

static void
evaluate (const AncCriterion *criterion,
          AncEvaluation *evaluation,
          AncFinding *finding)
{
  finding->outcome = get_outcome (criterion->parameters, evaluation->facts);
}

static AncDate
find_met (const AncCriterion *criterion,
          AncEvaluation *evaluation,
          AncDate from)
{
  return get_outcome (criterion->parameters, evaluation->facts) == ANC_OUTCOME_MET ? from : ANC_DATE_NONE;
}

/**
 * anc_criterion_get_fact:
 * @self: a criterion
 *
 * Returns: (nullable): the name of the fact it asks for, if it asks for one
 */
const char *
anc_criterion_get_fact (const AncCriterion *self)
{
  return self->kind == &anc_criterion_fact ? ((const Parameters *) self->parameters)->expected.name
                                           : NULL;
}

const AncCriterionKind anc_criterion_fact = {
  .name = "fact",
  .keys = keys,
  .unit = ANC_UNIT_NONE,
  .parameters_size = sizeof (Parameters),
  .read = read_parameters,
  .evaluate = evaluate,
  .find_met = find_met,
};
