/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-cases-fixture.h"

#include "anc-law.h"

#include <string.h>

#define CASE_HEAD "{'format':'ancrage-case','version':1,'reference':'r'," \
                  "'person':{'family_name':'Exemple','given_names':'Camille'}"

/* The law that ships with the program. */
AncRules *
anc_cases_fixture_load (void)
{
  g_autoptr (AncRulesBuilder) builder = anc_rules_builder_new ();

  anc_law_add_shipped (builder);
  return anc_rules_builder_end (builder);
}

/**
 * anc_cases_fixture_json:
 * @members: more members of a case, single quotes for double ones; from `{` a whole case
 *
 * Returns: (transfer full): the case
 */
char *
anc_cases_fixture_json (const char *members)
{
  char *text = *members == '{' ? g_strdup (members)
                               : g_strconcat (CASE_HEAD, *members != '\0' ? "," : "", members, "}", NULL);

  return g_strdelimit (text, "'", '"');
}

char *
anc_cases_fixture_list_problems (const AncProblems *problems)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < anc_problems_get_count (problems); i++)
    {
      const AncProblem *problem = anc_problems_get (problems, i);
      g_autofree char *reason = anc_problem_format (problem, NULL);

      g_string_append_printf (text, "%s: %s\n", problem->path, reason);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

AncCaseRows *
anc_cases_fixture_import (const AncRules *rules,
                          const char *text,
                          AncCaseJsonMode mode,
                          char **problems)
{
  g_autoptr (AncProblems) all = anc_problems_new ();
  AncCaseRows *rows = anc_case_json_import (text,
                                            strlen (text),
                                            mode,
                                            anc_rules_get_territory (rules),
                                            anc_rules_get_fact_catalogue (rules),
                                            all);

  if (problems != NULL)
    *problems = anc_cases_fixture_list_problems (all);

  return rows;
}

/* A case of these members, taken leniently. */
AncCaseRows *
anc_cases_fixture_case (const AncRules *rules,
                        const char *members)
{
  g_autofree char *json = anc_cases_fixture_json (members);
  AncCaseRows *rows = anc_cases_fixture_import (rules, json, ANC_CASE_JSON_LENIENT, NULL);

  g_assert_nonnull (rows);
  return rows;
}

/* ---- Any case the format allows -------------------------------------------------------------- */

#define MAX_RECORDS 5

static char *
make_id (const AncRecordType *type,
         guint index)
{
  return g_strdup_printf ("%c%u", *type->key, index + 1);
}

static json_t *
generate_text (GRand *rand)
{
  static const char *const texts[] = { "", "Fictif", "été œuvre", "a \"b\" \\ c\nd", "日本", "  two  ", "/" };

  return json_string (texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
}

static json_t *
generate_value (GRand *rand,
                const AncField *field,
                const AncRecordType *type,
                guint index)
{
  g_autofree char *id = NULL;
  char buffer[ANC_DATE_BUFFER_SIZE];
  guint n_choices = 0;

  switch (field->type)
    {
    case ANC_FIELD_ID:
      id = make_id (type, index);
      return json_string (id);
    case ANC_FIELD_REFERENCE: /* every list has records; a payslip's month and number keep it from being twice */
      id = make_id (field->record, (guint) g_rand_int_range (rand, 0, MAX_RECORDS));
      return json_string (id);
    case ANC_FIELD_IDENTIFIER:
      return json_string ("some_kind");
    case ANC_FIELD_DATE: /* starts lie before ends */
      return json_string (anc_date_format (strcmp (field->key, "start") == 0 ? g_rand_int_range (rand, 10000, 11000)
                                                                             : g_rand_int_range (rand, 20000, 21000),
                                           buffer));
    case ANC_FIELD_MONTH: /* within any job, each record in its own */
      return json_string (anc_month_format (anc_month_new (2010, 1) + (AncMonth) index, buffer));
    case ANC_FIELD_AMOUNT:
      return g_rand_boolean (rand) ? json_integer (g_rand_int_range (rand, 0, 3000))
                                   : json_real (g_rand_int_range (rand, 0, 3000) + 0.25);
    case ANC_FIELD_COUNT:
      return json_integer (strcmp (field->key, "version") == 0 ? 1 : g_rand_int_range (rand, 0, 100));
    case ANC_FIELD_BOOLEAN:
      return json_boolean (g_rand_boolean (rand));
    case ANC_FIELD_CHOICE:
      while (field->choices[n_choices] != NULL)
        n_choices++;
      return json_string (field->choices[g_rand_int_range (rand, 0, (int) n_choices)]);
    case ANC_FIELD_NATIONALITY:
      return json_string ("MLI");
    case ANC_FIELD_DEPARTMENT:
      return json_string (g_rand_boolean (rand) ? "2A" : "974");
    case ANC_FIELD_FAP:
      return json_string ("S1Z40");
    case ANC_FIELD_ROME:
      return json_string ("G1602");
    case ANC_FIELD_ROME_OLD:
      return json_string ("13212");
    case ANC_FIELD_SHA256:
      return json_string ("00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFF");
    default:
      return strcmp (field->key, "reference") == 0 ? json_string ("2026-001") : generate_text (rand);
    }
}

static json_t *
generate_record (GRand *rand,
                 const AncRecordType *type,
                 guint index)
{
  json_t *object = json_object ();

  for (const AncField *field = type->fields; field->key != NULL; field++)
    {
      json_t *value;

      /* A job without an end has a day in every month; one list is there so that others can refer to it. */
      if (!field->required && (g_rand_boolean (rand) || strcmp (field->key, "end") == 0) && field->type != ANC_FIELD_LIST)
        continue;

      if (field->type == ANC_FIELD_RECORD)
        value = generate_record (rand, field->record, 0);
      else if (field->type == ANC_FIELD_FACTS)
        value = g_rand_boolean (rand) ? json_object () : json_pack ("{s:b,s:f}", "union_backed", 1, "talent_years", 1.5);
      else if (field->type == ANC_FIELD_LIST)
        {
          const gboolean is_optional = strcmp (field->key, "employers") != 0 && strcmp (field->key, "jobs") != 0
                                       && strcmp (field->key, "documents") != 0;

          if (is_optional && g_rand_int_range (rand, 0, 4) == 0)
            continue;
          value = json_array ();
          if (!is_optional || g_rand_boolean (rand))
            for (guint i = 0; i < MAX_RECORDS; i++)
              json_array_append_new (value, generate_record (rand, field->record, i));
        }
      else
        value = generate_value (rand, field, type, index);
      json_object_set_new (object, field->key, value);
    }

  return object;
}

/**
 * anc_cases_fixture_generate:
 *
 * Returns: (transfer full): a case the format allows, made from its declaration, keys in its order; every
 *   number in it is written the same by anyone
 */
json_t *
anc_cases_fixture_generate (GRand *rand)
{
  return generate_record (rand, &anc_case_schema, 0);
}
