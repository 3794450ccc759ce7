/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-fixture.h"

#include <string.h>

#define OPEN "{'format':'ancrage-regime','version':1,'id':'r','title':{'fr':'t','en':'t'},'in_force':{'from':'2020-01-01'}," \
             "'sources':{'s':{'title':'Loi'}},'examples':[]"
#define REQUIRE(criterion) OPEN ",'require':" criterion "}"
#define CRITERION(more) "{'id':'a','title':{'fr':'t','en':'t'},'source':'s','force':'statute'," more "}"
#define FACT CRITERION ("'kind':'fact','fact':'yes','is':true")

static void
test_refused (void)
{
  static const struct
  {
    const char *regime;
    const char *problems;
  } rows[] = {
    { "[]", ": must be an object\n" },
    { OPEN "}", "require: is missing\n" },
    { OPEN ",'require':" FACT ",'extra':1}", "extra: unknown key\n" },
    { "{'format':'x','version':1,'id':'','title':{'fr':'t'},'in_force':{'until':'2020-01-01'},'sources':{},'examples':[],'require':" FACT "}",
      "format: “x” is not one of: ancrage-regime\nid: must not be empty\ntitle.en: is missing\nin_force.from: is missing\nrequire.source: there is no source “s” in sources\n" },
    { "{'format':'ancrage-regime','version':1,'id':'r','title':'t','in_force':{'from':'2020-02-30'},'sources':{'s':{'titel':'x'}},'examples':{},'require':" FACT "}",
      "title: must be an object\nin_force.from: 2020-02-30 is not a date\nsources.s.titel: unknown key\nsources.s.title: is missing\nexamples: must be a list\n" },
    { REQUIRE (CRITERION ("'kind':'magic'")), "require.kind: there is no kind of criterion “magic”\n" },
    { REQUIRE ("{'id':'a'}"), "require.kind: is missing\n" },
    { REQUIRE ("'x'"), "require: must be an object\n" },
    { REQUIRE ("{'all':[]}"), "require.all: must not be empty\n" },
    { REQUIRE ("{'all':{}}"), "require.all: must be a list\n" },
    { REQUIRE ("{'all':[" FACT "],'any':[" FACT "]}"), "require.any: unknown key\n" },
    { REQUIRE ("{'any':[" FACT "," FACT "]}"), "require.any[1].id: the id “a” stands twice in this regime\n" },
    { REQUIRE ("{'all':[" FACT "],'id':'a'}"), "require.all[0].id: the id “a” stands twice in this regime\n" },
    { REQUIRE ("{'all':[" FACT "],'grants':{'fr':'t','en':'t'}}"), "require.grants: unknown key\n" },
    { REQUIRE ("{'id':'a','kind':'fact','title':{'fr':'t','en':'t'},'fact':'yes','is':true,'force':'law'}"),
      "require.source: is missing\nrequire.force: “law” is not one of: agreement, statute, regulation, circular, practice\n" },
    { REQUIRE (CRITERION ("'kind':'fact','fact':'yes'")), "require: needs exactly one of is, at_least and at_most\n" },
    { REQUIRE (CRITERION ("'kind':'fact','fact':'yes','is':1")), "require.is: must be true or false\n" },
    { REQUIRE (CRITERION ("'kind':'fact','fact':'yes','at_least':true")), "require.at_least: only numbers and dates can be compared\n" },
    { REQUIRE (CRITERION ("'kind':'fact','fact':'nothing','is':true")), "require.fact: there is no fact “nothing” in the catalogue\n" },
    { REQUIRE (CRITERION ("'kind':'work_months','min':0,'window_months':24")), "require.min: must be at least 1\n" },
    { REQUIRE (CRITERION ("'kind':'work_months','min':'12'")), "require.window_months: is missing\nrequire.min: must be a whole number, written without quotes\n" },
    { REQUIRE (CRITERION ("'kind':'work_months','min':12,'window_months':24,'only':{'occupations':['nowhere']}")), "require.only.occupations[0]: there is no occupation list “nowhere”\n" },
    { REQUIRE (CRITERION ("'kind':'work_months','min':12,'window_months':24,'only':{'contracts':['cdi']},'list_date':'then','threshold':{}")),
      "require.threshold: needs hours, smic_ratio or both\n"
      "require.only.contracts[0]: “cdi” is not one of: permanent, fixed_term, agency, seasonal, household, apprenticeship, self_employed\n"
      "require.list_date: “then” is not one of: filing, month, both\n" },
    { REQUIRE (CRITERION ("'kind':'offer_occupation','lists':[]")), "require.lists: must not be empty\n" },
    { REQUIRE (CRITERION ("'kind':'offer_term'")), "require: needs min_months, max_months or both\n" },
    { REQUIRE (CRITERION ("'kind':'age'")), "require: needs min, max or both\n" },
    { OPEN ",'require':" FACT ",'nationalities':{'only':['TUN'],'except':['MLI']}}", "nationalities: needs either only or except\n" },
    { OPEN ",'require':" FACT ",'nationalities':{'only':['@nobody','Tun']}}",
      "nationalities.only[0]: there is no group “nobody” in nationality-groups.json\nnationalities.only[1]: “Tun” is not a country code of three capital letters\n" },
    { OPEN ",'require':" FACT ",'cautions':[{'text':{'fr':'t','en':''},'source':'s','from':'2021-01-01','until':'2020-01-01'}],'effects':[{'text':'t','source':'z'}]}",
      "cautions[0].text.en: must not be empty\ncautions[0]: the end is before the start\neffects[0].source: there is no source “z” in sources\n" },
    { "{'format':'ancrage-regime','version':1,'id':'r','title':{'fr':'t','en':'t'},'in_force':{'from':'2020-01-01'},'sources':{'s':{'title':'Loi'}},'require':" FACT ","
      "'examples':[{'name':'n','on':'2020-01-01','case':{'format':'ancrage-case','version':1,'reference':'r','person':{'family_name':'F','given_names':'G'},'entry_date':'x'},"
      "'expect':{'criteria':{'b':{'outcome':'fine'}}}}]}",
      "examples[0].case.entry_date: x is not a date\nexamples[0].expect: needs outcome or applies\nexamples[0].expect.criteria.b: there is no criterion “b”\n"
      "examples[0].expect.criteria.b.outcome: “fine” is not one of: not_met, unknown, to_prove, arguable, met\n" },
    { "{'format':'ancrage-regime','version':1,'id':'r','title':{'fr':'t','en':'t'},'in_force':{'from':'2020-01-01'},'sources':{'s':{'title':'Loi'}},"
      "'require':{'title':{'fr':'t','en':'t'},'source':'s','force':'statute','kind':'fact','fact':'yes','is':true},"
      "'examples':[{'name':'n','on':'2020-01-01','case':{'format':'ancrage-case','version':1,'reference':'r','person':{'family_name':'F','given_names':'G'}},"
      "'expect':{'outcome':'met','criteria':{'b':{'outcome':'met'}}}}]}",
      "require.id: is missing\nexamples[0].expect.criteria.b: there is no criterion “b”\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *problems = anc_fixture_list_problems (rows[i].regime);

      g_assert_cmpstr (problems, ==, rows[i].problems);
    }
}

static void
test_deep_tree (void)
{
  g_autoptr (GString) tree = g_string_new (NULL);
  g_autofree char *regime = NULL;
  g_autofree char *problems = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append (tree, "{'all':[");
  g_string_append (tree, FACT);
  for (guint i = 0; i < 500; i++)
    g_string_append (tree, "]}");
  regime = g_strconcat (OPEN ",'require':", tree->str, "}", NULL);
  problems = anc_fixture_list_problems (regime);
  g_assert_true (g_str_has_suffix (problems, ": nested too deeply\n"));
}

static void
test_lines (void)
{
  static const char text[] = "{\n"
                             "  \"a\": [1,\n"
                             "    2, { \"b\":\n"
                             "      \"x, ] }\", \"c\\\"\": 3,\n"
                             "      \"d\": true } ],\n"
                             "  \"e\": 1\n"
                             "}\n";
  g_autoptr (AncProblems) problems = anc_problems_new ();
  const AncJsonSource source = { text, sizeof text - 1, problems };
  json_t *value = anc_json_parse (text, sizeof text - 1, problems);
  AncJson root = anc_json_root (&source, value);
  AncJson a = anc_json_member (&root, "a");
  AncJson first = anc_json_element (&a, 0);
  AncJson object = anc_json_element (&a, 2);
  AncJson b = anc_json_member (&object, "b");
  AncJson d = anc_json_member (&object, "d");
  AncJson missing = anc_json_member (&object, "missing");
  AncJson e = anc_json_member (&root, "e");
  const AncJson *const places[] = { &root, &a, &first, &object, &b, &d, &missing, &e };
  static const guint lines[] = { 1, 2, 2, 3, 4, 5, 3, 6 };
  static const char *const paths[] = { "", "a", "a[0]", "a[2]", "a[2].b", "a[2].d", "a[2].missing", "e" };

  g_assert_nonnull (value);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      anc_json_complain (places[i], ANC_PROBLEM ("is missing"), NULL);
      g_assert_cmpuint (anc_problems_get (problems, i)->line, ==, lines[i]);
      g_assert_cmpstr (anc_problems_get (problems, i)->path, ==, paths[i]);
    }
  json_decref (value);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/engine/regime-reader/refused", test_refused);
  g_test_add_func ("/engine/regime-reader/deep-tree", test_deep_tree);
  g_test_add_func ("/engine/regime-reader/lines", test_lines);

  return g_test_run ();
}
