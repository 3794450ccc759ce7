/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-fixture.h"

#include "anc-criterion.h"

static void
test_fact (void)
{
  static const AncRow rows[] = {
    { "'fact':'yes','is':true", "", "2024-06-01", "unknown", NULL, "no facts at all" },
    { "'fact':'yes','is':true", "'facts':{}", "2024-06-01", "unknown", NULL, "not recorded" },
    { "'fact':'yes','is':true", "'facts':{'yes':true}", "2024-06-01", "met", NULL, "as asked" },
    { "'fact':'yes','is':true", "'facts':{'yes':false}", "2024-06-01", "not_met", NULL, "the contrary" },
    { "'fact':'yes','is':false", "'facts':{'yes':false}", "2024-06-01", "met", NULL, "no, as asked" },
    { "'fact':'count','at_most':18", "'facts':{'count':18}", "2024-06-01", "met", NULL, "at most" },
    { "'fact':'count','at_most':18", "'facts':{'count':18.01}", "2024-06-01", "not_met", NULL, "more" },
    { "'fact':'count','at_least':18", "'facts':{'count':18}", "2024-06-01", "met", NULL, "at least" },
    { "'fact':'count','at_least':18", "'facts':{'count':17.99}", "2024-06-01", "not_met", NULL, "less" },
    { "'fact':'count','is':18", "'facts':{'count':18.0}", "2024-06-01", "met", NULL, "the same number" },
    { "'fact':'day','at_least':'2020-01-02'", "'facts':{'day':'2020-01-02'}", "2024-06-01", "met", NULL, "that day" },
    { "'fact':'day','at_least':'2020-01-02'", "'facts':{'day':'2020-01-01'}", "2024-06-01", "not_met", NULL, "the day before" },
    { "'fact':'day','at_most':'2020-01-02'", "'facts':{'day':'2020-01-03'}", "2024-06-01", "not_met", NULL, "the day after" },
    { "'fact':'word','is':'a'", "'facts':{'word':'a'}", "2024-06-01", "met", NULL, "the same word" },
    { "'fact':'word','is':'a'", "'facts':{'word':'A'}", "2024-06-01", "not_met", NULL, "another" },
  };

  anc_fixture_check_rows ("fact", rows, G_N_ELEMENTS (rows));
}

static void
test_measures (void)
{
#define OQTF "'kinds':['oqtf'],'years':3"
#define MEASURE(kind, notified, more) "'measures':[{'kind':'" kind "','notified':'" notified "','executed':false" more "}]"
  static const AncRow rows[] = {
    { OQTF, "", "2024-06-01", "unknown", NULL, "never recorded" },
    { OQTF, "'measures':[]", "2024-06-01", "met", NULL, "none" },
    { OQTF, MEASURE ("oqtf", "2021-06-01", ""), "2024-06-01", "met", NULL, "three years to the day" },
    { OQTF, MEASURE ("oqtf", "2021-06-02", ""), "2024-06-01", "not_met", NULL, "a day less" },
    { OQTF, MEASURE ("oqtf", "2021-06-02", ",'new_facts':'x'"), "2024-06-01", "arguable", NULL, "with new facts" },
    { OQTF, MEASURE ("oqtf", "2021-06-02", ",'new_facts':''"), "2024-06-01", "not_met", NULL, "with empty ones" },
    { OQTF, MEASURE ("oqtf", "2021-06-01", ",'irtf_months':37"), "2024-06-01", "not_met", NULL, "a longer ban" },
    { OQTF, MEASURE ("oqtf", "2021-05-01", ",'irtf_months':37"), "2024-06-01", "met", NULL, "that has ended" },
    { OQTF, MEASURE ("oqtf", "2021-06-02", ",'irtf_months':12"), "2024-06-01", "not_met", NULL, "a shorter ban changes nothing" },
    { OQTF, "'measures':[{'kind':'oqtf','notified':'2024-01-01','executed':true}]", "2024-06-01", "met", NULL, "executed" },
    { OQTF, MEASURE ("expulsion", "2024-01-01", ""), "2024-06-01", "met", NULL, "another kind" },
    { "'kinds':['oqtf','expulsion'],'years':3", MEASURE ("expulsion", "2024-01-01", ""), "2024-06-01", "not_met", NULL, "a kind asked for" },
    { OQTF, "'measures':[{'kind':'oqtf','notified':'2023-01-01','executed':false,'new_facts':'x'},{'kind':'oqtf','notified':'2024-01-01','executed':false}]", "2024-06-01", "not_met", NULL, "one of two without new facts" },
    { "'kinds':['oqtf'],'years':1", MEASURE ("oqtf", "2024-02-29", ""), "2025-02-28", "not_met", NULL, "a year after a leap day: the last reading" },
    { "'kinds':['oqtf'],'years':1", MEASURE ("oqtf", "2024-02-29", ""), "2025-03-01", "met", NULL, "and the day after" },
  };

  anc_fixture_check_rows ("measures", rows, G_N_ELEMENTS (rows));
}

#define JOBS(jobs) "'employers':[{'id':'e','name':'E','kind':'company','department':'75'}],'jobs':[" jobs "]"
#define JOB(start, more) "{'id':'j','employer':'e','start':'" start "'" more "}"

static void
test_contract_held (void)
{
#define HELD "'contracts':['agency'],'window_months':24"
  static const AncRow rows[] = {
    { HELD, "", "2024-06-01", "unknown", NULL, "jobs never recorded" },
    { HELD, JOBS (""), "2024-06-01", "not_met", NULL, "none" },
    { HELD, JOBS (JOB ("2020-01-01", ",'contract':'agency','end':'2022-06-01'")), "2024-06-01", "met", NULL, "the first day of the window" },
    { HELD, JOBS (JOB ("2020-01-01", ",'contract':'agency','end':'2022-05-31'")), "2024-06-01", "not_met", NULL, "the day before" },
    { HELD, JOBS (JOB ("2024-05-31", ",'contract':'agency'")), "2024-06-01", "met", NULL, "the last day" },
    { HELD, JOBS (JOB ("2024-06-01", ",'contract':'agency'")), "2024-06-01", "not_met", NULL, "the filing day is outside" },
    { HELD, JOBS (JOB ("2020-01-01", ",'contract':'permanent'")), "2024-06-01", "not_met", NULL, "another contract" },
  };

  anc_fixture_check_rows ("contract_held", rows, G_N_ELEMENTS (rows));
}

static void
test_current_job (void)
{
#define LISTED "'only':{'occupations':['whole']}"
#define NOW(codes) JOBS (JOB ("2024-01-01", ",'contract':'permanent','occupation':{'label':'L'" codes "}"))
  static const AncRow rows[] = {
    { "", "", "2024-06-01", "unknown", NULL, "jobs never recorded" },
    { "", JOBS (""), "2024-06-01", "not_met", NULL, "none" },
    { "", JOBS (JOB ("2024-06-01", ",'contract':'permanent'")), "2024-06-01", "met", NULL, "begins that day" },
    { "", JOBS (JOB ("2024-06-02", ",'contract':'permanent'")), "2024-06-01", "not_met", NULL, "begins the day after" },
    { "", JOBS (JOB ("2024-01-01", ",'contract':'permanent','end':'2024-06-01'")), "2024-06-01", "met", NULL, "ends that day" },
    { "", JOBS (JOB ("2024-01-01", ",'contract':'permanent','end':'2024-05-31'")), "2024-06-01", "not_met", NULL, "ended the day before" },
    { "'only':{'not_contracts':['self_employed']}", JOBS (JOB ("2024-01-01", ",'contract':'self_employed'")), "2024-06-01", "not_met", NULL, "a contract set aside" },
    { LISTED, NOW (",'fap':'A0Z20'"), "2024-06-01", "met", NULL, "on the list" },
    { LISTED, NOW (",'fap':'A0Z90'"), "2024-06-01", "not_met", NULL, "off it" },
    { LISTED, NOW (""), "2024-06-01", "arguable", NULL, "no code" },
    { LISTED, NOW (",'fap':'A0Z10'"), "2025-05-21", "met", NULL, "the last day of the old list" },
    { LISTED, NOW (",'fap':'A0Z10'"), "2025-05-22", "not_met", NULL, "the first day of the new one" },
  };

  anc_fixture_check_rows ("current_job", rows, G_N_ELEMENTS (rows));
}

static void
test_age (void)
{
#define BORN(date) "'birth_date':'" date "'"
  static const struct
  {
    const char *criterion;
    const char *birth;
    const char *on;
    const char *outcome;
    const char *measured;
    const char *why;
  } rows[] = {
    { "'min':18", NULL, "2024-06-01", "unknown", NULL, "birth never recorded" },
    { "'min':18", "2006-06-01", "2024-06-01", "met", "18", "on the birthday" },
    { "'min':18", "2006-06-02", "2024-06-01", "not_met", "17", "the day before it" },
    { "'max':20", "2003-06-02", "2024-06-01", "met", "20", "the last day of that age" },
    { "'max':20", "2003-06-01", "2024-06-01", "not_met", "21", "the next birthday" },
    { "'min':18", "2004-02-29", "2022-02-28", "not_met", "17", "born on a leap day, common year: not yet" },
    { "'min':18", "2004-02-29", "2022-03-01", "met", "18", "on 1 March" },
    { "'min':20", "2004-02-29", "2024-02-29", "met", "20", "on the day itself in a leap year" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *tree = g_strdup_printf ("{'id':'c','title':{'fr':'t','en':'t'},'source':'s','force':'statute','kind':'age',%s}", rows[i].criterion);
      g_autoptr (AncRules) rules = anc_fixture_load_tree (tree, NULL);
      g_autoptr (AncCaseFacts) recorded = anc_fixture_case (rules, "");
      AncCaseFacts facts = *recorded;
      g_autoptr (AncVerdict) verdict = NULL;
      char measured[ANC_AMOUNT_BUFFER_SIZE];

      facts.birth_date = rows[i].birth != NULL ? anc_fixture_date (rows[i].birth) : ANC_DATE_NONE;
      verdict = anc_regime_evaluate (anc_rules_find_regime (rules, "r"), rules, &facts, anc_fixture_date (rows[i].on));
      g_test_message ("%s", rows[i].why);
      g_assert_cmpstr (anc_outcome_names[verdict->outcome], ==, rows[i].outcome);
      if (rows[i].measured != NULL)
        g_assert_cmpstr (anc_amount_format (verdict->findings[0].measured, 0, 6, measured), ==, rows[i].measured);
    }
}

static void
test_earliest (void)
{
  static const struct
  {
    const char *kind;
    const char *facts;
    const char *on;
    const char *earliest;
    const char *why;
  } rows[] = {
    { "'measures','kinds':['oqtf'],'years':3", MEASURE ("oqtf", "2022-03-10", ""), "2024-06-01", "2025-03-10", "a measure lapses" },
    { "'measures','kinds':['oqtf'],'years':3", MEASURE ("oqtf", "2022-03-10", ",'irtf_months':240"), "2024-06-01", NULL, "a ban beyond the horizon" },
    { "'contract_held','contracts':['agency'],'window_months':1", JOBS (JOB ("2024-08-01", ",'contract':'agency','end':'2024-08-03'")), "2024-06-01", "2024-08-02", "the day after a job to come begins" },
    { "'contract_held','contracts':['agency'],'window_months':1", JOBS (JOB ("2020-08-01", ",'contract':'agency','end':'2020-08-03'")), "2024-06-01", NULL, "never again" },
    { "'current_job'", JOBS (JOB ("2024-08-01", ",'contract':'permanent'")), "2024-06-01", "2024-08-01", "a job to come" },
    { "'current_job','only':{'occupations':['whole']}", JOBS (JOB ("2020-08-01", ",'contract':'permanent','occupation':{'label':'L','fap':'A0Z30'}")), "2024-06-01", "2025-05-22", "the list changes" },
    { "'offer_occupation','lists':['whole']", "'employers':[{'id':'e','name':'E','kind':'company'}],'offers':[{'id':'o','employer':'e','contract':'permanent','occupation':{'label':'L','fap':'A0Z30'}}]", "2024-06-01", "2025-05-22", "the list changes for an offer too" },
    { "'fact','fact':'yes','is':true", "'facts':{'yes':false}", "2024-06-01", NULL, "a fact does not change by itself" },
    { "'offers_wage'", "'employers':[{'id':'e','name':'E','kind':'company'}],'offers':[{'id':'o','employer':'e','contract':'permanent','monthly_gross':500}]", "2019-06-01", NULL, "no wage is ever low enough" },
    { "'offers_wage'", "'employers':[{'id':'e','name':'E','kind':'company'}],'offers':[{'id':'o','employer':'e','contract':'permanent','monthly_gross':1000}]", "2019-06-01", "2020-01-01", "the first day with a known wage" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *tree = g_strdup_printf ("{'id':'c','title':{'fr':'t','en':'t'},'source':'s','force':'statute','kind':%s}", rows[i].kind);
      g_autoptr (AncRules) rules = anc_fixture_load_tree (tree, NULL);
      g_autoptr (AncCaseFacts) facts = anc_fixture_case (rules, rows[i].facts);
      g_autoptr (AncVerdict) verdict = anc_regime_evaluate (anc_rules_find_regime (rules, "r"), rules, facts, anc_fixture_date (rows[i].on));
      char text[ANC_DATE_BUFFER_SIZE];

      g_test_message ("%s", rows[i].why);
      g_assert_cmpstr (verdict->earliest != ANC_DATE_NONE ? anc_date_format (verdict->earliest, text) : NULL, ==, rows[i].earliest);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/engine/criteria/fact", test_fact);
  g_test_add_func ("/engine/criteria/measures", test_measures);
  g_test_add_func ("/engine/criteria/contract-held", test_contract_held);
  g_test_add_func ("/engine/criteria/current-job", test_current_job);
  g_test_add_func ("/engine/criteria/age", test_age);
  g_test_add_func ("/engine/criteria/earliest", test_earliest);

  return g_test_run ();
}
