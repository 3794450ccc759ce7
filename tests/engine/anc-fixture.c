/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-fixture.h"

#include "anc-criterion.h"
#include "anc-law.h"

#include <string.h>

#define CASE_HEAD "{'format':'ancrage-case','version':1,'reference':'r'," \
                  "'person':{'family_name':'Exemple','given_names':'Camille'}"

#define REGIME_HEAD "{'format':'ancrage-regime','version':1,'id':'r','title':{'fr':'t','en':'t'}," \
                    "'in_force':{'from':'2000-01-01'},'sources':{'s':{'title':{'fr':'t','en':'t'}}},'examples':[],"

#define CRITERION_HEAD "{'id':'c','title':{'fr':'t','en':'t'},'source':'s','force':'statute','kind':"

char *
anc_fixture_json (const char *text)
{
  return g_strdelimit (g_strdup (text), "'", '"');
}

static AncRulesBuilder *
begin (const char *regime)
{
  AncRulesBuilder *builder = anc_rules_builder_new ();
  g_autofree char *folder = g_build_filename (g_getenv ("ANC_FIXTURES"), "law", NULL);
  g_autoptr (GError) error = NULL;

  anc_law_add_folder (builder, folder, 0, &error);
  g_assert_no_error (error);
  if (regime != NULL)
    {
      char *json = anc_fixture_json (regime);
      g_autoptr (GBytes) bytes = g_bytes_new_take (json, strlen (json));

      g_assert_true (anc_rules_builder_add (builder, "regimes/r.json", "r.json", 1, bytes));
    }

  return builder;
}

static char *
list_problems (const AncProblems *problems)
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

static char *
list_builder_problems (const AncRulesBuilder *builder)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < anc_rules_builder_get_n_files (builder); i++)
    {
      g_autofree char *problems = list_problems (anc_rules_builder_get_file (builder, i)->problems);

      g_string_append (text, problems);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The law of the fixtures, and one regime or none over it; fails on any problem. */
AncRules *
anc_fixture_load (const char *regime)
{
  g_autoptr (AncRulesBuilder) builder = begin (regime);
  AncRules *rules = anc_rules_builder_end (builder);

  if (rules == NULL)
    {
      g_autofree char *problems = list_builder_problems (builder);

      g_error ("the law of the test is wrong: %s", problems);
    }

  return rules;
}

/* A regime `r` with this tree, and more members of it where there are. */
AncRules *
anc_fixture_load_tree (const char *tree,
                       const char *more)
{
  g_autofree char *regime = g_strconcat (REGIME_HEAD, more != NULL ? more : "", "'require':", tree, "}", NULL);

  return anc_fixture_load (regime);
}

/* What is wrong with a regime, one line each; fails where nothing is. */
char *
anc_fixture_list_problems (const char *regime)
{
  g_autoptr (AncRulesBuilder) builder = begin (regime);
  g_autoptr (AncRules) rules = anc_rules_builder_end (builder);

  g_assert_null (rules);
  return list_builder_problems (builder);
}

AncCaseFacts *
anc_fixture_case (const AncRules *rules,
                  const char *members)
{
  g_autofree char *text = g_strconcat (CASE_HEAD, *members != '\0' ? "," : "", members, "}", NULL);
  g_autofree char *json = anc_fixture_json (text);
  g_autoptr (AncProblems) problems = anc_problems_new ();
  AncCaseFacts *facts = anc_case_facts_new_from_text (json,
                                                      strlen (json),
                                                      anc_rules_get_territory (rules),
                                                      anc_rules_get_fact_catalogue (rules),
                                                      problems);

  if (facts == NULL)
    {
      g_autofree char *text_of_problems = list_problems (problems);

      g_error ("the case of the test is wrong: %s", text_of_problems);
    }

  return facts;
}

/* What is wrong with a case, one line each; empty where nothing is. */
char *
anc_fixture_list_case_problems (const AncRules *rules,
                                const char *json)
{
  g_autofree char *text = anc_fixture_json (json);
  g_autoptr (AncProblems) problems = anc_problems_new ();
  g_autoptr (AncCaseFacts) facts = anc_case_facts_new_from_text (text,
                                                                 strlen (text),
                                                                 anc_rules_get_territory (rules),
                                                                 anc_rules_get_fact_catalogue (rules),
                                                                 problems);

  g_assert_true ((facts == NULL) == (anc_problems_get_count (problems) > 0));
  return list_problems (problems);
}

AncDate
anc_fixture_date (const char *text)
{
  AncDate date;

  g_assert_true (anc_date_parse (text, &date));
  return date;
}

void
anc_fixture_check_rows (const char *kind,
                        const AncRow *rows,
                        guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      const AncRow *row = &rows[i];
      g_autofree char *tree = g_strdup_printf (CRITERION_HEAD "'%s'%s%s}", kind, *row->criterion != '\0' ? "," : "", row->criterion);
      g_autoptr (AncRules) rules = anc_fixture_load_tree (tree, NULL);
      g_autoptr (AncCaseFacts) facts = anc_fixture_case (rules, row->facts);
      g_autoptr (AncVerdict) verdict = anc_regime_evaluate (anc_rules_find_regime (rules, "r"), rules, facts, anc_fixture_date (row->on));
      char measured[ANC_AMOUNT_BUFFER_SIZE];

      g_test_message ("%s", row->why);
      g_assert_cmpstr (anc_outcome_names[verdict->outcome], ==, row->outcome);
      if (row->measured != NULL)
        g_assert_cmpstr (anc_amount_format (verdict->findings[0].measured, 0, 6, measured), ==, row->measured);
    }
}
