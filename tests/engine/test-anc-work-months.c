/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-fixture.h"

#include "anc-criterion.h"

#define EMPLOYERS "'employers':[{'id':'e','name':'E','kind':'company','department':'75'}," \
                  "{'id':'h','name':'H','kind':'household','department':'75'}]"
#define JOB(more) "{'id':'j','employer':'e','start':'2020-01-01','contract':'permanent'" more "}"
#define SLIP(month, more) "{'job':'j','month':'" month "'" more "}"
#define THREE SLIP ("2024-01", "") "," SLIP ("2024-02", "") "," SLIP ("2024-03", "")
#define WORK(jobs, payslips) EMPLOYERS ",'jobs':[" jobs "],'payslips':[" payslips "]"
#define IN_SIX "'min':3,'window_months':6"

static void
check (const AncRow *rows,
       guint n_rows)
{
  anc_fixture_check_rows ("work_months", rows, n_rows);
}

static void
test_window (void)
{
  static const AncRow rows[] = {
    { IN_SIX, EMPLOYERS, "2024-07-01", "unknown", NULL, "jobs never recorded" },
    { IN_SIX, EMPLOYERS ",'jobs':[]", "2024-07-01", "not_met", "0", "no job at all" },
    { IN_SIX, WORK (JOB (",'end':'2024-03-31'"), THREE), "2024-07-01", "met", "3", "the six months before, the oldest just inside" },
    { IN_SIX, WORK (JOB (",'end':'2024-03-31'"), THREE), "2024-07-02", "arguable", "2", "a day later the oldest month is cut" },
    { IN_SIX, WORK (JOB (",'end':'2024-03-31'"), THREE), "2024-08-01", "not_met", "2", "a month later it is out" },
    { IN_SIX, WORK (JOB (",'end':'2024-03-31'"), THREE), "2024-04-01", "met", "3", "the newest just inside" },
    { IN_SIX, WORK (JOB (",'end':'2024-03-31'"), THREE), "2024-03-31", "arguable", "2", "the newest cut by the filing day" },
    { IN_SIX, WORK ("{'id':'j','employer':'e','start':'2024-01-01','end':'2024-03-31','contract':'permanent'}", THREE), "2024-03-01", "not_met", "2", "the newest after the filing day" },
    { IN_SIX, WORK (JOB (""), THREE), "2024-03-01", "to_prove", "2", "an older month declared" },
    { "'min':1,'window_months':6", WORK (JOB (",'end':'2024-02-29'"), SLIP ("2024-02", "")), "2024-08-31", "arguable", "0", "six months before 31 August: the last day of February" },
    { "'min':1,'window_months':6", WORK (JOB (",'end':'2024-02-28'"), ""), "2024-08-31", "not_met", "0", "a job that ended the day before that" },
    { "'min':1,'window_months':6", WORK (JOB (",'end':'2024-02-29'"), ""), "2024-08-31", "to_prove", "0", "a job that ended on it" },
    { "'min':1,'window_months':6", WORK (JOB (",'end':'2024-02-29'"), ""), "2024-08-30", "to_prove", "0", "30 August: from 29 February too" },
    { "'min':1,'window_months':1", WORK ("{'id':'j','employer':'e','start':'2024-03-15','contract':'permanent'}", ""), "2024-03-15", "not_met", "0", "a job that starts on the filing day" },
    { "'min':1,'window_months':1", WORK ("{'id':'j','employer':'e','start':'2024-03-14','contract':'permanent'}", ""), "2024-03-15", "to_prove", "0", "a job that starts the day before" },
  };

  check (rows, G_N_ELEMENTS (rows));
}

static void
test_counts (void)
{
  static const AncRow rows[] = {
    { IN_SIX, WORK (JOB (",'end':'2024-03-31'"), SLIP ("2024-01", "") "," SLIP ("2024-02", "")), "2024-07-01", "to_prove", "2", "two and one declared" },
    { IN_SIX, WORK (JOB (",'end':'2024-02-29'"), SLIP ("2024-01", "") "," SLIP ("2024-02", "")), "2024-07-01", "not_met", "2", "two and nothing else" },
    { "'min':1,'window_months':6",
      WORK (JOB ("") ",{'id':'k','employer':'h','start':'2020-01-01','contract':'household'}",
            SLIP ("2024-02", "") ",{'job':'k','month':'2024-02'}"),
      "2024-07-01",
      "met",
      "1",
      "two employers in a month are one month" },
    { "'min':2,'window_months':6",
      WORK (JOB (",'end':'2024-02-29'") ",{'id':'k','employer':'h','start':'2024-02-01','end':'2024-02-29','contract':'household'}",
            SLIP ("2024-02", "") ",{'job':'k','month':'2024-02'}"),
      "2024-08-01",
      "not_met",
      "1",
      "overlaps add hours and never months" },
  };

  check (rows, G_N_ELEMENTS (rows));
}

static void
test_threshold (void)
{
#define HALF "'min':1,'window_months':6,'threshold':{'hours':75.83,'smic_ratio':0.5}"
#define ONE(more) WORK (JOB (",'end':'2024-02-29'"), SLIP ("2024-02", more))
  static const AncRow rows[] = {
    { HALF, ONE (",'hours':75.83"), "2024-07-01", "met", "1", "hours just reached" },
    { HALF, ONE (",'hours':75.82"), "2024-07-01", "arguable", "0", "hours just missed" },
    { HALF, ONE (",'gross':500"), "2024-07-01", "met", "1", "half the minimum wage just reached" },
    { HALF, ONE (",'gross':499.99"), "2024-07-01", "arguable", "0", "just missed" },
    { HALF, ONE (",'hours':10,'gross':500"), "2024-07-01", "met", "1", "either suffices" },
    { HALF, ONE (""), "2024-07-01", "arguable", "0", "no figure: cannot be computed" },
    { "'min':1,'window_months':6,'threshold':{'hours':75.83}", ONE (",'gross':5000"), "2024-07-01", "arguable", "0", "only hours asked" },
    { "'min':1,'window_months':6,'threshold':{'smic_ratio':0.5}", ONE (",'hours':500"), "2024-07-01", "arguable", "0", "only pay asked" },
    { HALF, WORK (JOB (",'end':'2024-02-29'"), SLIP ("2024-02", ",'hours':37.915,'document':'d'") "," SLIP ("2024-02", ",'hours':37.915")) ",'documents':[{'id':'d','title':'D','kind':'payslip'}]", "2024-07-01", "met", "1", "two payslips of one job add up" },
    { HALF,
      WORK (JOB (",'end':'2024-02-29'") ",{'id':'k','employer':'h','start':'2024-02-01','end':'2024-02-29','contract':'household'}",
            SLIP ("2024-02", ",'hours':40") ",{'job':'k','month':'2024-02','hours':35.83}"),
      "2024-07-01",
      "met",
      "1",
      "two jobs add up" },
    { "'min':1,'window_months':6,'threshold':{'hours':75.83},'only':{'not_contracts':['household']}",
      WORK (JOB (",'end':'2024-02-29'") ",{'id':'k','employer':'h','start':'2024-02-01','end':'2024-02-29','contract':'household'}",
            SLIP ("2024-02", ",'hours':40") ",{'job':'k','month':'2024-02','hours':35.83}"),
      "2024-07-01",
      "arguable",
      "0",
      "a job that does not pass adds nothing" },
    { HALF, WORK (JOB (""), SLIP ("2025-06", ",'gross':500.5")), "2025-07-01", "arguable", "0", "the wage of the first day of the month: 1,001.01" },
    { HALF, WORK (JOB (""), SLIP ("2025-06", ",'gross':500.51")), "2025-07-01", "met", "1", "half of 1,001.01 is 500.505" },
    { HALF, WORK (JOB (""), SLIP ("2025-05", ",'gross':500")), "2025-07-01", "met", "1", "the month before the change" },
    { "'min':1,'window_months':6,'threshold':{'smic_ratio':0.5}",
      WORK ("{'id':'j','employer':'e','start':'2019-01-01','contract':'permanent'}", SLIP ("2019-12", ",'gross':5000")),
      "2020-06-01",
      "arguable",
      "0",
      "before the first wage known" },
  };

  check (rows, G_N_ELEMENTS (rows));
}

static void
test_only (void){
#define ONE_OF(only, contract, employer) \
  { "'min':1,'window_months':6,'only':{" only "}", EMPLOYERS ",'jobs':[{'id':'j','employer':'" employer "','start':'2024-02-01','end':'2024-02-29','contract':'" contract "'}],'payslips':[" SLIP ("2024-02", "") "]", "2024-07-01",
  static const AncRow rows[] = {
      ONE_OF ("'contracts':['permanent']", "permanent", "e") "met",
      "1",
      "the contract asked for" },
  ONE_OF ("'contracts':['permanent']", "fixed_term", "e") "not_met",
  "0",
  "another contract"
},
    ONE_OF ("'not_contracts':['self_employed']", "self_employed", "e") "not_met", "0", "a contract set aside"
}
,
    ONE_OF ("'not_contracts':['self_employed']", "seasonal", "e") "met", "1", "any other"
}
,
    ONE_OF ("'employer_kinds':['household']", "household", "h") "met", "1", "the kind of employer asked for"
}
,
    ONE_OF ("'employer_kinds':['household']", "household", "e") "not_met", "0", "another kind"
}
,
}
;

check (rows, G_N_ELEMENTS (rows));
}

#define LISTED(list, date) "'min':1,'window_months':6,'list_date':'" date "','only':{'occupations':['" list "']}"
#define WITH(codes, month) WORK (JOB (",'occupation':{'label':'L'" codes "}"), SLIP (month, ""))

static void
test_lists (void)
{
  static const AncRow rows[] = {
    { LISTED ("whole", "filing"), WITH (",'fap':'A0Z20'", "2025-04"), "2025-07-01", "met", "1", "on the list" },
    { LISTED ("whole", "filing"), WITH (",'fap':'A0Z90'", "2025-04"), "2025-07-01", "not_met", "0", "off a complete list" },
    { LISTED ("whole", "filing"), WITH (",'fap':'A0Z10'", "2025-04"), "2025-07-01", "not_met", "0", "off since, at filing" },
    { LISTED ("whole", "month"), WITH (",'fap':'A0Z10'", "2025-04"), "2025-07-01", "met", "1", "on in the month" },
    { LISTED ("whole", "both"), WITH (",'fap':'A0Z10'", "2025-04"), "2025-07-01", "arguable", "0", "on one date's list only" },
    { LISTED ("whole", "both"), WITH (",'fap':'A0Z30'", "2025-04"), "2025-07-01", "arguable", "0", "the other way round" },
    { LISTED ("whole", "both"), WITH (",'fap':'A0Z20'", "2025-04"), "2025-07-01", "met", "1", "on both" },
    { LISTED ("whole", "both"), WITH (",'fap':'A0Z90'", "2025-04"), "2025-07-01", "not_met", "0", "on neither" },
    { LISTED ("whole", "month"), WORK (JOB (",'end':'2025-05-31','occupation':{'label':'L','fap':'A0Z30'}"), SLIP ("2025-05", "")), "2025-07-01", "not_met", "0", "the list of the first of May, before the change" },
    { LISTED ("whole", "month"), WITH (",'fap':'A0Z30'", "2025-06"), "2025-07-01", "met", "1", "the list of the first of June" },
    { LISTED ("whole", "month"), WITH (",'fap':'A0Z10'", "2025-05"), "2025-07-01", "met", "1", "May was read on its first day" },
    { LISTED ("whole", "filing"), WITH (",'fap':'A0Z10'", "2025-04"), "2025-05-21", "met", "1", "filing on the last day of the old list" },
    { LISTED ("whole", "filing"), WITH (",'fap':'A0Z10'", "2025-04"), "2025-05-22", "not_met", "0", "and on the first of the new one" },
    { LISTED ("part", "filing"), WITH (",'fap':'A0Z90'", "2025-04"), "2025-07-01", "arguable", "0", "an incomplete list never says no by silence" },
    { LISTED ("whole", "filing"), WITH ("", "2025-04"), "2025-07-01", "arguable", "0", "no code" },
    { LISTED ("whole", "filing"), WORK (JOB (""), SLIP ("2025-04", "")), "2025-07-01", "arguable", "0", "no occupation" },
    { LISTED ("part", "filing"), WORK (JOB (",'occupation':{'label':'L','fap':'A0Z90'}"), ""), "2025-07-01", "to_prove", "0", "undecided and declared" },
    { "'min':1,'window_months':6,'only':{'occupations':['whole']}", WITH (",'fap':'A0Z10'", "2025-04"), "2025-07-01", "not_met", "0", "the filing date unless said otherwise" },
    { "'min':1,'window_months':6,'only':{'occupations':['whole','part']}", WITH (",'fap':'A0Z90'", "2025-04"), "2025-07-01", "arguable", "0", "off one, undecided for the other" },
    { "'min':1,'window_months':6,'only':{'occupations':['part','whole']}", WITH (",'fap':'A0Z20'", "2025-04"), "2025-07-01", "met", "1", "on any of several" },
  };

  check (rows, G_N_ELEMENTS (rows));
}

static void
test_excluded_stays (void)
{
#define FEBRUARY "{'id':'j','employer':'e','start':'2024-02-01','end':'2024-02-29','contract':'permanent'}"
#define UNDER(stays) WORK (FEBRUARY, SLIP ("2024-02", "")) ",'stays':[" stays "]"
#define EXCLUDING "'min':1,'window_months':6,'exclude_stays':['student','seasonal']"
  static const AncRow rows[] = {
    { EXCLUDING, UNDER ("{'status':'student','start':'2024-02-01','end':'2024-02-29'}"), "2024-07-01", "not_met", "0", "the whole month" },
    { EXCLUDING, UNDER ("{'status':'student','start':'2024-02-01','end':'2024-02-28'}"), "2024-07-01", "arguable", "0", "all but a day" },
    { EXCLUDING, UNDER ("{'status':'student','start':'2024-02-29','end':'2024-02-29'}"), "2024-07-01", "arguable", "0", "one day" },
    { EXCLUDING, UNDER ("{'status':'student','start':'2024-03-01','end':'2024-03-31'}"), "2024-07-01", "met", "1", "another month" },
    { EXCLUDING, UNDER ("{'status':'student','start':'2024-01-01'}"), "2024-07-01", "not_met", "0", "a stay that goes on" },
    { EXCLUDING, UNDER ("{'status':'permit','start':'2024-01-01'}"), "2024-07-01", "met", "1", "a status that is not excluded" },
    { EXCLUDING, UNDER ("{'status':'student','start':'2024-01-01','end':'2024-02-14'},{'status':'seasonal','start':'2024-02-15','end':'2024-03-31'}"), "2024-07-01", "not_met", "0", "two stays fill the month together" },
    { EXCLUDING, UNDER ("{'status':'student','start':'2024-01-01','end':'2024-02-14'},{'status':'seasonal','start':'2024-02-16','end':'2024-03-31'}"), "2024-07-01", "arguable", "0", "and leave a day between them" },
    { EXCLUDING, WORK (FEBRUARY, "") ",'stays':[{'status':'student','start':'2024-02-10','end':'2024-02-12'}]", "2024-07-01", "to_prove", "0", "declared stays declared" },
    { EXCLUDING, WORK (JOB (",'end':'2024-02-29'"), SLIP ("2024-02", "")), "2024-07-01", "met", "1", "stays never recorded take nothing away" },
  };

  check (rows, G_N_ELEMENTS (rows));
}

static void
test_months_listed (void)
{
  g_autoptr (AncRules) rules = anc_fixture_load_tree ("{'id':'c','title':{'fr':'t','en':'t'},'source':'s','force':'statute',"
                                                      "'kind':'work_months','min':1,'window_months':3,'threshold':{'hours':75.83}}",
                                                      NULL);
  g_autoptr (AncCaseFacts) facts = anc_fixture_case (rules, WORK (JOB (""), SLIP ("2024-02", ",'hours':10") "," SLIP ("2024-03", ",'hours':100")));
  g_autoptr (AncVerdict) verdict = anc_regime_evaluate (anc_rules_find_regime (rules, "r"), rules, facts, anc_fixture_date ("2024-04-20"));
  static const AncMonthState expected[] = { ANC_MONTH_DECLARED, ANC_MONTH_ARGUABLE, ANC_MONTH_COUNTED, ANC_MONTH_DECLARED };
  const AncFinding *finding = &verdict->findings[0];

  g_assert_cmpint (finding->window_start, ==, anc_fixture_date ("2024-01-20"));
  g_assert_cmpint (finding->window_end, ==, anc_fixture_date ("2024-04-19"));
  g_assert_cmpint (finding->first_month, ==, anc_month_new (2024, 1));
  g_assert_cmpuint (finding->n_months, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (finding->months[i], ==, expected[i]);
}

static void
test_earliest (void)
{
#define FIRST(criterion, facts, on, date, why) \
  {                                            \
    criterion, facts, on, date, NULL, why      \
  }
  static const AncRow rows[] = {
    FIRST ("'min':3,'window_months':6", WORK (JOB (""), SLIP ("2024-05", "") "," SLIP ("2024-06", "")), "2024-07-10", "2024-08-01", "the month of the filing date will be paid"),
    FIRST ("'min':3,'window_months':6", WORK (JOB (",'end':'2024-07-31'"), SLIP ("2024-05", "") "," SLIP ("2024-06", "")), "2024-07-10", NULL, "a job that ends is not supposed to be paid"),
    FIRST ("'min':2,'window_months':6", WORK (JOB (",'end':'2024-06-30'"), SLIP ("2024-05", "") "," SLIP ("2024-06", "")), "2024-07-10", "2024-07-10", "met at once"),
    FIRST ("'min':6,'window_months':6", WORK (JOB (""), ""), "2024-07-10", "2025-01-01", "all months to come"),
    FIRST ("'min':1,'window_months':6,'threshold':{'hours':75.83}", WORK (JOB (",'weekly_hours':17.5"), ""), "2024-07-10", "2024-08-01", "17.5 hours a week are 75.83 a month"),
    FIRST ("'min':1,'window_months':6,'threshold':{'hours':75.83}", WORK (JOB (",'weekly_hours':17.499"), ""), "2024-07-10", NULL, "a little less is not"),
    FIRST ("'min':1,'window_months':6,'threshold':{'smic_ratio':0.5}", WORK (JOB (",'monthly_gross':500"), ""), "2024-07-10", "2024-08-01", "pay agreed"),
    FIRST ("'min':1,'window_months':1,'threshold':{'smic_ratio':0.5}", WORK (JOB (",'monthly_gross':500"), ""), "2025-06-10", NULL, "pay that the rise of June 2025 overtakes"),
    FIRST ("'min':1,'window_months':6,'threshold':{'hours':75.83}", WORK (JOB (",'weekly_hours':35"), SLIP ("2024-03", ",'hours':60")), "2024-07-10", NULL, "the last month known is what goes on"),
    FIRST ("'min':1,'window_months':6,'threshold':{'hours':75.83}", WORK (JOB (""), SLIP ("2024-03", ",'hours':40,'document':'d'") "," SLIP ("2024-03", ",'hours':40")) ",'documents':[{'id':'d','title':'D','kind':'payslip'}]", "2024-07-10", "2024-07-10", "its payslips are summed"),
    FIRST ("'min':1,'window_months':6,'only':{'occupations':['whole']}", WORK (JOB (",'end':'2025-06-30','occupation':{'label':'L','fap':'A0Z30'}"), SLIP ("2025-03", "")), "2025-04-10", "2025-05-22", "the list changes in between"),
    FIRST ("'min':1,'window_months':6", EMPLOYERS ",'jobs':[]", "2024-07-10", NULL, "no job"),
    FIRST ("'min':1,'window_months':6", WORK ("{'id':'j','employer':'e','start':'2030-01-15','contract':'permanent'}", ""), "2024-07-10", "2030-02-01", "a job to come"),
    FIRST ("'min':1,'window_months':6", WORK ("{'id':'j','employer':'e','start':'2034-07-15','contract':'permanent'}", ""), "2024-07-10", NULL, "too far ahead"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *tree = g_strdup_printf ("{'id':'c','title':{'fr':'t','en':'t'},'source':'s','force':'statute','kind':'work_months',%s}", rows[i].criterion);
      g_autoptr (AncRules) rules = anc_fixture_load_tree (tree, NULL);
      g_autoptr (AncCaseFacts) facts = anc_fixture_case (rules, rows[i].facts);
      g_autoptr (AncVerdict) verdict = anc_regime_evaluate (anc_rules_find_regime (rules, "r"), rules, facts, anc_fixture_date (rows[i].on));
      char text[ANC_DATE_BUFFER_SIZE];

      g_test_message ("%s", rows[i].why);
      g_assert_cmpstr (verdict->earliest != ANC_DATE_NONE ? anc_date_format (verdict->earliest, text) : NULL, ==, rows[i].outcome);
      g_assert_cmpint (verdict->findings[0].earliest, ==, verdict->earliest);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/engine/work-months/window", test_window);
  g_test_add_func ("/engine/work-months/counts", test_counts);
  g_test_add_func ("/engine/work-months/threshold", test_threshold);
  g_test_add_func ("/engine/work-months/only", test_only);
  g_test_add_func ("/engine/work-months/lists", test_lists);
  g_test_add_func ("/engine/work-months/excluded-stays", test_excluded_stays);
  g_test_add_func ("/engine/work-months/months-listed", test_months_listed);
  g_test_add_func ("/engine/work-months/earliest", test_earliest);

  return g_test_run ();
}
