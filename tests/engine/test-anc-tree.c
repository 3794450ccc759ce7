/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-fixture.h"

#include "anc-advice.h"
#include "anc-criterion.h"

#define FACT(id, fact, force) "{'id':'" id "','kind':'fact','title':{'fr':'t','en':'t'},'source':'s','force':'" force "','fact':'" fact "','is':true}"
#define COUNT(id, limit, force, more) "{'id':'" id "','kind':'fact','title':{'fr':'t','en':'t'},'source':'s','force':'" force "','fact':'count','at_most':" limit more "}"
#define AGE(id, years) "{'id':'" id "','kind':'presence','title':{'fr':'t','en':'t'},'source':'s','force':'statute','years':" years "}"

static AncVerdict *
evaluate (const AncRules *rules,
          const char *facts_json,
          const char *on)
{
  g_autoptr (AncCaseFacts) facts = anc_fixture_case (rules, facts_json);

  return anc_regime_evaluate (anc_rules_find_regime (rules, "r"), (AncRules *) rules, facts, anc_fixture_date (on));
}

static void
test_all_and_any (void)
{
  static const struct
  {
    const char *tree;
    const char *facts;
    const char *outcome;
  } rows[] = {
    { "{'all':[" FACT ("a", "yes", "statute") "," COUNT ("b", "5", "statute", "") "]}", "'facts':{'yes':true,'count':5}", "met" },
    { "{'all':[" FACT ("a", "yes", "statute") "," COUNT ("b", "5", "statute", "") "]}", "'facts':{'yes':true,'count':6}", "not_met" },
    { "{'all':[" FACT ("a", "yes", "statute") "," COUNT ("b", "5", "statute", "") "]}", "'facts':{'yes':true}", "unknown" },
    { "{'all':[" FACT ("a", "yes", "statute") "," COUNT ("b", "5", "statute", "") "]}", "'facts':{'count':6}", "not_met" },
    { "{'any':[" FACT ("a", "yes", "statute") "," COUNT ("b", "5", "statute", "") "]}", "'facts':{'yes':true,'count':6}", "met" },
    { "{'any':[" FACT ("a", "yes", "statute") "," COUNT ("b", "5", "statute", "") "]}", "'facts':{'count':6}", "unknown" },
    { "{'any':[" FACT ("a", "yes", "statute") "," COUNT ("b", "5", "statute", "") "]}", "'facts':{'yes':false,'count':6}", "not_met" },
    { "{'any':[{'all':[" FACT ("a", "yes", "statute") "," COUNT ("b", "5", "statute", "") "]}," COUNT ("c", "9", "statute", "") "]}", "'facts':{'yes':false,'count':9}", "met" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AncRules) rules = anc_fixture_load_tree (rows[i].tree, NULL);
      g_autoptr (AncVerdict) verdict = evaluate (rules, rows[i].facts, "2024-06-01");

      g_assert_cmpstr (anc_outcome_names[verdict->outcome], ==, rows[i].outcome);
    }
}

static void
test_by_force (void)
{
  g_autoptr (AncRules) rules = anc_fixture_load_tree ("{'all':[" FACT ("a", "yes", "statute") ",{'any':[" COUNT ("b", "5", "circular", "") "," COUNT ("c", "9", "practice", "") "]}]}", NULL);
  g_autoptr (AncVerdict) verdict = evaluate (rules, "'facts':{'yes':true,'count':7}", "2024-06-01");

  g_assert_cmpint (verdict->by_force[ANC_FORCE_AGREEMENT], ==, ANC_OUTCOME_MET); /* nothing is left */
  g_assert_cmpint (verdict->by_force[ANC_FORCE_STATUTE], ==, ANC_OUTCOME_MET);
  g_assert_cmpint (verdict->by_force[ANC_FORCE_REGULATION], ==, ANC_OUTCOME_MET);
  g_assert_cmpint (verdict->by_force[ANC_FORCE_CIRCULAR], ==, ANC_OUTCOME_NOT_MET); /* the weaker branch is left out */
  g_assert_cmpint (verdict->by_force[ANC_FORCE_PRACTICE], ==, ANC_OUTCOME_MET);
}

static void
test_grants (void)
{
#define GRANT(name) ",'grants':{'fr':'" name "','en':'" name "'}"
#define CHOICE "{'any':[" COUNT ("b", "5", "statute", GRANT ("short")) "," COUNT ("c", "9", "statute", GRANT ("long")) "," COUNT ("d", "20", "statute", "") "]}"
  static const struct
  {
    const char *facts;
    const char *grants;
  } rows[] = {
    { "'facts':{'count':3}", "short" },
    { "'facts':{'count':7}", "long" },
    { "'facts':{'count':15}", "short" }, /* of those that carry one, the first among equals */
    { "", "short" },
  };
  g_autoptr (AncRules) rules = anc_fixture_load_tree (CHOICE, "'grants':{'fr':'card','en':'card'},");
  g_autoptr (AncRules) plain = anc_fixture_load_tree (COUNT ("b", "5", "statute", ""), "'grants':{'fr':'card','en':'card'},");
  g_autoptr (AncVerdict) verdict = evaluate (plain, "", "2024-06-01");

  g_assert_cmpstr (verdict->grants->in[ANC_LANGUAGE_EN], ==, "card");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AncVerdict) choice = evaluate (rules, rows[i].facts, "2024-06-01");

      g_assert_cmpstr (choice->grants->in[ANC_LANGUAGE_EN], ==, rows[i].grants);
    }
}

static void
test_applies (void)
{
  static const struct
  {
    const char *restriction;
    const char *nationality;
    const char *on;
    AncReason reason;
  } rows[] = {
    { "", "TUN", "2019-12-31", ANC_REASON_NOT_YET_IN_FORCE },
    { "", "TUN", "2020-01-01", ANC_REASON_NONE },
    { "", "TUN", "2024-12-31", ANC_REASON_NONE },
    { "", "TUN", "2025-01-01", ANC_REASON_EXPIRED },
    { "'nationalities':{'only':['TUN']},", "TUN", "2022-01-01", ANC_REASON_NONE },
    { "'nationalities':{'only':['TUN']},", "MLI", "2022-01-01", ANC_REASON_NATIONALITY },
    { "'nationalities':{'except':['@here','DZA']},", "FRA", "2022-01-01", ANC_REASON_NATIONALITY },
    { "'nationalities':{'except':['@here','DZA']},", "DZA", "2022-01-01", ANC_REASON_NATIONALITY },
    { "'nationalities':{'except':['@here','DZA']},", "MLI", "2022-01-01", ANC_REASON_NONE },
    { "'nationalities':{'only':['TUN']},", "MLI", "2019-01-01", ANC_REASON_NOT_YET_IN_FORCE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *regime = g_strdup_printf ("{'format':'ancrage-regime','version':1,'id':'r','title':{'fr':'t','en':'t'},"
                                                 "'in_force':{'from':'2020-01-01','until':'2024-12-31'},%s"
                                                 "'sources':{'s':{'title':{'fr':'t','en':'t'}}},'examples':[],'require':" FACT ("a", "yes", "statute") "}",
                                                 rows[i].restriction);
      g_autoptr (AncRules) rules = anc_fixture_load (regime);
      g_autoptr (AncCaseFacts) recorded = anc_fixture_case (rules, "'facts':{'yes':true}");
      AncCaseFacts facts = *recorded;
      g_autoptr (AncVerdict) verdict = NULL;

      facts.nationality = anc_nationality_parse (rows[i].nationality);
      verdict = anc_regime_evaluate (anc_rules_find_regime (rules, "r"), rules, &facts, anc_fixture_date (rows[i].on));
      g_assert_cmpint (verdict->reason, ==, rows[i].reason);
    }
}

static void
test_nationality_not_recorded (void)
{
  g_autoptr (AncRules) rules = anc_fixture_load_tree (FACT ("a", "yes", "statute"), "'nationalities':{'only':['TUN']},");
  g_autoptr (AncVerdict) met = evaluate (rules, "'facts':{'yes':true}", "2024-06-01");
  g_autoptr (AncVerdict) not_met = evaluate (rules, "'facts':{'yes':false}", "2024-06-01");

  g_assert_cmpint (met->reason, ==, ANC_REASON_NONE);
  g_assert_cmpint (met->outcome, ==, ANC_OUTCOME_UNKNOWN);
  g_assert_cmpint (met->by_force[ANC_FORCE_PRACTICE], ==, ANC_OUTCOME_UNKNOWN);
  g_assert_cmpint (met->findings[0].outcome, ==, ANC_OUTCOME_MET);
  g_assert_cmpint (met->earliest, ==, ANC_DATE_NONE);
  g_assert_cmpint (not_met->outcome, ==, ANC_OUTCOME_NOT_MET);
}

static void
test_cautions (void)
{
#define CAUTIONS "'cautions':[{'text':{'fr':'all','en':'all'},'source':'s'},"              \
                 "{'text':{'fr':'late','en':'late'},'source':'s','from':'2024-06-01'},"    \
                 "{'text':{'fr':'early','en':'early'},'source':'s','until':'2024-05-31'}," \
                 "{'text':{'fr':'people','en':'people'},'source':'s','nationalities':{'only':['TUN']}}],"
  static const struct
  {
    const char *nationality;
    const char *on;
    const char *shown;
  } rows[] = {
    { "MLI", "2024-05-31", "all early" },
    { "MLI", "2024-06-01", "all late" },
    { "TUN", "2024-06-01", "all late people" },
    { NULL, "2024-06-01", "all late people" },
  };
  g_autoptr (AncRules) rules = anc_fixture_load_tree (FACT ("a", "yes", "statute"), CAUTIONS);
  g_autoptr (AncCaseFacts) recorded = anc_fixture_case (rules, "");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AncCaseFacts facts = *recorded;
      g_autoptr (AncVerdict) verdict = NULL;
      g_autoptr (GString) shown = g_string_new (NULL);

      facts.nationality = rows[i].nationality != NULL ? anc_nationality_parse (rows[i].nationality) : ANC_NATIONALITY_NONE;
      verdict = anc_regime_evaluate (anc_rules_find_regime (rules, "r"), rules, &facts, anc_fixture_date (rows[i].on));
      for (guint j = 0; j < verdict->n_cautions; j++)
        g_string_append_printf (shown, "%s%s", j > 0 ? " " : "", verdict->cautions[j]->text.in[ANC_LANGUAGE_EN]);
      g_assert_cmpstr (shown->str, ==, rows[i].shown);
    }
}

/* The whole tree on one date: each branch in turn moves the date on until all agree. */
static void
test_earliest (void)
{
#define OQTF(id, years) "{'id':'" id "','kind':'measures','title':{'fr':'t','en':'t'},'source':'s','force':'statute','kinds':['oqtf'],'years':" years "}"
#define YOUNG "{'id':'y','kind':'age','title':{'fr':'t','en':'t'},'source':'s','force':'statute','max':30}"
#define FACTS "'entry_date':'2022-03-10','measures':[{'kind':'oqtf','notified':'2024-01-15','executed':false}]"
  static const struct
  {
    const char *tree;
    const char *earliest;
    gboolean in_force;
  } rows[] = {
    { "{'all':[" AGE ("a", "3") "," OQTF ("b", "1") "]}", "2025-03-10", TRUE },
    { "{'all':[" AGE ("a", "3") "," OQTF ("b", "3") "]}", "2027-01-15", FALSE },
    { "{'any':[" AGE ("a", "3") "," OQTF ("b", "3") "]}", "2025-03-10", TRUE },
    { "{'any':[" AGE ("a", "9") "," FACT ("f", "yes", "statute") "]}", "2031-03-10", FALSE },
    { "{'all':[{'any':[" AGE ("a", "3") "," AGE ("b", "9") "]},{'any':[" OQTF ("c", "3") "," FACT ("f", "yes", "statute") "]}]}", "2027-01-15", FALSE },
    { "{'all':[" AGE ("a", "3") "," FACT ("f", "yes", "statute") "]}", NULL, FALSE },
    { "{'all':[" AGE ("a", "3") "," YOUNG "]}", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *regime = g_strdup_printf ("{'format':'ancrage-regime','version':1,'id':'r','title':{'fr':'t','en':'t'},"
                                                 "'in_force':{'from':'2020-01-01','until':'2026-12-31'},"
                                                 "'sources':{'s':{'title':{'fr':'t','en':'t'}}},'examples':[],'require':%s}",
                                                 rows[i].tree);
      g_autoptr (AncRules) rules = anc_fixture_load (regime);
      g_autoptr (AncVerdict) verdict = evaluate (rules, FACTS, "2024-06-01");
      char text[ANC_DATE_BUFFER_SIZE];

      g_assert_cmpstr (verdict->earliest != ANC_DATE_NONE ? anc_date_format (verdict->earliest, text) : NULL, ==, rows[i].earliest);
      g_assert_cmpint (verdict->earliest_in_force, ==, rows[i].in_force);
    }
}

static void
test_weighed (void)
{
  g_autoptr (AncRules) rules = anc_fixture_load_tree (FACT ("a", "yes", "statute"), "'weigh':[" COUNT ("w", "5", "circular", "") "],");
  g_autoptr (AncVerdict) verdict = evaluate (rules, "'facts':{'yes':true,'count':6}", "2024-06-01");

  g_assert_cmpuint (verdict->regime->n_required, ==, 1);
  g_assert_cmpuint (verdict->regime->criteria->len, ==, 2);
  g_assert_cmpint (verdict->outcome, ==, ANC_OUTCOME_MET);
  g_assert_cmpint (verdict->findings[1].outcome, ==, ANC_OUTCOME_NOT_MET);
}

static void
test_advice (void)
{
#define WORK(id, min) "{'id':'" id "','kind':'work_months','title':{'fr':'t','en':'t'},'source':'s','force':'statute','min':" min ",'window_months':6}"
#define WORKED "'employers':[{'id':'e','name':'E','kind':'company'}],'jobs':[{'id':'j','employer':'e','start':'2024-01-01','contract':'permanent'}]," \
               "'payslips':[{'job':'j','month':'2024-02'},{'job':'j','month':'2024-05'}]"
  g_autoptr (AncRules) rules = anc_fixture_load_tree ("{'all':[" WORK ("a", "4") "," WORK ("b", "3") "," FACT ("f", "yes", "statute") ",{'any':[" AGE ("p", "3") "," COUNT ("c", "5", "statute", "") "]}]}", NULL);
  g_autoptr (AncCaseFacts) facts = anc_fixture_case (rules, WORKED ",'facts':{'count':5}");
  g_autoptr (AncVerdict) verdict = anc_regime_evaluate (anc_rules_find_regime (rules, "r"), rules, facts, anc_fixture_date ("2024-07-01"));
  g_autoptr (GPtrArray) steps = anc_verdict_advise (verdict, rules, facts);
  const AncStep *record, *find;

  g_assert_cmpuint (steps->len, ==, 2); /* the branch that is met asks for nothing */
  record = g_ptr_array_index (steps, 0);
  find = g_ptr_array_index (steps, 1);
  g_assert_cmpint (record->kind, ==, ANC_STEP_RECORD_FACT);
  g_assert_cmpstr (record->fact->id, ==, "yes");
  g_assert_cmpint (find->kind, ==, ANC_STEP_FIND_PAYSLIPS);
  g_assert_cmpuint (find->missing, ==, 2); /* the criterion that asks for most */
  g_assert_cmpuint (find->months->len, ==, 4);
  g_assert_cmpint (g_array_index (find->months, AncMonth, 0), ==, anc_month_new (2024, 1));
  g_assert_cmpint (g_array_index (find->months, AncMonth, 3), ==, anc_month_new (2024, 6));
  g_assert_cmpstr (anc_verdict_find_work (verdict)->id, ==, "a");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/engine/tree/all-and-any", test_all_and_any);
  g_test_add_func ("/engine/tree/by-force", test_by_force);
  g_test_add_func ("/engine/tree/grants", test_grants);
  g_test_add_func ("/engine/tree/applies", test_applies);
  g_test_add_func ("/engine/tree/nationality-not-recorded", test_nationality_not_recorded);
  g_test_add_func ("/engine/tree/cautions", test_cautions);
  g_test_add_func ("/engine/tree/earliest", test_earliest);
  g_test_add_func ("/engine/tree/weighed", test_weighed);
  g_test_add_func ("/engine/tree/advice", test_advice);

  return g_test_run ();
}
