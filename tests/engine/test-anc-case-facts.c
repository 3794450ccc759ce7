/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-fixture.h"

#include <string.h>

#define HEAD "{'format':'ancrage-case','version':1,'reference':'r','person':{'family_name':'F','given_names':'G'}"
#define EMPLOYERS ",'employers':[{'id':'e','name':'E','kind':'company'}]"
#define JOBS EMPLOYERS ",'jobs':[{'id':'j','employer':'e','start':'2024-01-15','end':'2024-03-10','contract':'permanent'}]"

static void
test_refused (void)
{
  static const struct
  {
    const char *json;
    const char *problems;
  } rows[] = {
    { "[]", ": must be an object\n" },
    { "{}", "format: is missing\nversion: is missing\nreference: is missing\nperson: is missing\n" },
    { "{'format':'other','version':2,'reference':'','person':{'family_name':1,'given_names':'G'}}",
      "format: “other” is not one of: ancrage-case\nperson.family_name: must be text\nversion: this program reads version 1 only\nreference: must not be empty\n" },
    { HEAD ",'unknown':1}", "unknown: unknown key\n" },
    { HEAD ",'entry_date':'2024-02-30'}", "entry_date: 2024-02-30 is not a date\n" },
    { HEAD ",'entry_date':null}", "entry_date: must be text\n" },
    { HEAD ",'entry_date':'2200-01-01'}", "entry_date: 2200-01-01 is not a date\n" },
    { HEAD EMPLOYERS ",'jobs':[{'id':'j','employer':'e','start':'2024-01-01','end':'2023-12-31','contract':'permanent'}]}",
      "jobs[0].end: 2023-12-31 is before the start, 2024-01-01\n" },
    { HEAD EMPLOYERS ",'jobs':[{'id':'j','employer':'x','start':'2024-01-01','contract':'permanent'}]}", "jobs[0].employer: there is no “x” in employers\n" },
    { HEAD EMPLOYERS ",'jobs':[{'id':'j','employer':'e','start':'2024-01-01','contract':'permanent','weekly_hours':'35'}]}",
      "jobs[0].weekly_hours: must be a number, written without quotes\n" },
    { HEAD EMPLOYERS ",'jobs':[{'id':'j','employer':'e','start':'2024-01-01','contract':'permanent','weekly_hours':-1}]}", "jobs[0].weekly_hours: must not be negative\n" },
    { HEAD EMPLOYERS ",'jobs':[{'id':'j','employer':'e','start':'2024-01-01','contract':'permanent','monthly_gross':1e300}]}", "jobs[0].monthly_gross: the number is too large\n" },
    { HEAD EMPLOYERS ",'jobs':[{'id':'j','employer':'e','start':'1990-01-01','end':'2190-01-01','contract':'permanent'}]}",
      "jobs[0].end: the job would last more than a hundred years\n" },
    { HEAD ",'employers':[{'id':'e','name':'E','kind':'company'},{'id':'e','name':'F','kind':'company'}]}", "employers[1].id: the id “e” stands twice in this list\n" },
    { HEAD ",'employers':[{'id':'','name':'E','kind':'firm','department':'99'}]}",
      "employers[0].id: must not be empty\nemployers[0].kind: “firm” is not one of: company, household, agency\n"
      "employers[0].department: “99” is not a department (01 to 95, 2A, 2B, 971 to 976)\n" },
    { HEAD JOBS ",'payslips':[{'job':'j','month':'2024-04'}]}", "payslips[0].month: the job “j” has no day in 2024-04\n" },
    { HEAD JOBS ",'payslips':[{'job':'j','month':'2023-12'}]}", "payslips[0].month: the job “j” has no day in 2023-12\n" },
    { HEAD JOBS ",'payslips':[{'job':'j','month':'2024-02'},{'job':'j','month':'2024-02'}]}", "payslips[1]: a second payslip of 2024-02 for the job “j” without a document\n" },
    { HEAD JOBS ",'documents':[{'id':'d','title':'T','kind':'payslip'}],'payslips':[{'job':'j','month':'2024-02','document':'d'},{'job':'j','month':'2024-02','document':'d'}]}",
      "payslips[1]: a second payslip of 2024-02 for the job “j” with the same document\n" },
    { HEAD JOBS ",'payslips':[{'job':'j','month':'2024-13','document':'x','hours':-1}]}",
      "payslips[0].month: 2024-13 is not a month\npayslips[0].document: there is no “x” in documents\npayslips[0].hours: must not be negative\n" },
    { HEAD ",'documents':[{'id':'d','title':'T','kind':'Pay Slip','sha256':'12'}]}",
      "documents[0].kind: “Pay Slip” is not a lower_case word\ndocuments[0].sha256: “12” is not 64 hexadecimal digits\n" },
    { HEAD ",'facts':{'unheard_of':true,'yes':'true','count':'3','day':'2024-02-30'}}",
      "facts.unheard_of: there is no such fact in the catalogue\nfacts.yes: must be true or false\n"
      "facts.count: must be a number, written without quotes\nfacts.day: 2024-02-30 is not a date\n" },
    { "{'format':'ancrage-case','version':1,'reference':'r','person':{'family_name':'F','given_names':'G','nationality':'France','sex':'H'}}",
      "person.nationality: “France” is not a country code of three capital letters\nperson.sex: “H” is not one of: F, M, X\n" },
    { HEAD EMPLOYERS ",'offers':[{'id':'o','employer':'e','contract':'permanent','duration_months':1.5,'commitment':{'months':12}}]}",
      "offers[0].duration_months: must be a whole number\noffers[0].commitment.over_months: is missing\n" },
    { HEAD EMPLOYERS ",'jobs':[{'id':'j','employer':'e','start':'2024-01-01','contract':'permanent','occupation':{'label':'L','rome':'G16','fap':'S1Z4','rome_old':'1321'}}]}",
      "jobs[0].occupation.rome: “G16” is not a ROME code such as A1234\njobs[0].occupation.fap: “S1Z4” is not a FAP code such as A0Z40\n"
      "jobs[0].occupation.rome_old: “1321” is not an old ROME code of five digits\n" },
    { HEAD ",'stays':{}}", "stays: must be a list\n" },
    { HEAD ",'stays':[3]}", "stays[0]: must be an object\n" },
    { HEAD ",'measures':[{'kind':'oqtf','notified':'2024-01-01','executed':'no'}]}", "measures[0].executed: must be true or false\n" },
  };
  g_autoptr (AncRules) rules = anc_fixture_load (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *problems = anc_fixture_list_case_problems (rules, rows[i].json);

      g_assert_cmpstr (problems, ==, rows[i].problems);
    }
}

static void
test_unreadable (void)
{
  static const struct
  {
    const char *json;
    const char *problems;
  } rows[] = {
    { "", ": line 1, column 1: the text breaks off here; it was cut short\n" },
    { "{'format':\n'ancr", ": line 2, column 5: the text breaks off here; it was cut short\n" },
    { "{'a':1,'a':2}", ": line 1, column 10: the key “a” stands twice in one object\n" },
    { "{'a':'\xe9'}", ": line 1, column 6: the text is not UTF-8\n" },
    { "{} {}", ": line 1, column 4: nothing may follow the end of the object\n" },
    { "{'a':1e999}", ": line 1, column 10: the number is too large\n" },
  };
  g_autoptr (AncRules) rules = anc_fixture_load (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *problems = anc_fixture_list_case_problems (rules, rows[i].json);

      g_assert_cmpstr (problems, ==, rows[i].problems);
    }
}

static void
test_nested_too_deeply (void)
{
  const gsize n = 10 * 1024 * 1024;
  g_autofree char *text = g_malloc (n + 1);
  g_autoptr (AncRules) rules = anc_fixture_load (NULL);
  g_autofree char *problems = NULL;

  memset (text, '[', n);
  text[n] = '\0';
  problems = anc_fixture_list_case_problems (rules, text);
  g_assert_nonnull (strstr (problems, "nested too deeply"));
}

static void
test_values (void)
{
  g_autoptr (AncRules) rules = anc_fixture_load (NULL);
  g_autoptr (AncCaseFacts) facts = anc_fixture_case (rules,
                                                     "'entry_date':'2020-02-01','stays':[{'status':'student','start':'2020-02-01'}],'absences':[],"
                                                     "'employers':[{'id':'e','name':'E','kind':'agency','department':'31'}],"
                                                     "'jobs':[{'id':'j','employer':'e','start':'2024-01-15','contract':'agency','department':'75',"
                                                     "'occupation':{'label':'L','fap':'A0Z20'}},{'id':'k','employer':'e','start':'2024-01-15','contract':'agency'}],"
                                                     "'payslips':[{'job':'k','month':'2024-03','hours':10},{'job':'j','month':'2024-02','hours':1},"
                                                     "{'job':'k','month':'2024-03','hours':5,'gross':7,'document':'d'},{'job':'k','month':'2024-02','gross':9}],"
                                                     "'documents':[{'id':'d','title':'T','kind':'payslip'},{'id':'f','title':'T','kind':'bill','date':'2024-05-06'}],"
                                                     "'facts':{'yes':true,'count':2.5,'day':'2024-01-01','word':'w'}");

  g_assert_cmpint (facts->entry_date, ==, anc_fixture_date ("2020-02-01"));
  g_assert_true (facts->has_stays && facts->has_absences && facts->has_jobs);
  g_assert_false (facts->has_offers || facts->has_measures);
  g_assert_cmpint (facts->stays[0].end, ==, ANC_DATE_NONE);
  g_assert_cmpuint (facts->jobs[0].department, ==, 75);
  g_assert_cmpuint (facts->jobs[1].department, ==, 31); /* its employer's */
  g_assert_cmpstr (facts->jobs[0].label, ==, "L");
  g_assert_null (facts->jobs[1].label);
  g_assert_cmpuint (facts->jobs[1].first_payslip, ==, 1);
  g_assert_cmpuint (facts->jobs[1].n_payslips, ==, 3);
  g_assert_cmpint (facts->jobs[1].last_hours, ==, 15 * ANC_AMOUNT_UNIT);
  g_assert_cmpint (facts->jobs[1].last_gross, ==, 7 * ANC_AMOUNT_UNIT);
  g_assert_cmpint (facts->jobs[0].last_gross, ==, ANC_AMOUNT_NONE);
  g_assert_cmpuint (facts->n_document_dates, ==, 1);
  g_assert_cmpuint (facts->n_facts, ==, 4);
  g_assert_cmpint (anc_case_facts_find_fact (facts, "count")->number, ==, 2500000);
  g_assert_null (anc_case_facts_find_fact (facts, "other"));
}

static void
test_accepted (void)
{
  static const char *const rows[] = {
    HEAD "}",
    HEAD ",'employers':[],'jobs':[],'payslips':[],'offers':[],'measures':[],'facts':{},'documents':[],'events':[],'notes':'two\\nlines'}",
    HEAD JOBS ",'payslips':[{'job':'j','month':'2024-01'},{'job':'j','month':'2024-03','hours':0,'gross':0,'net':0}]}",
    "{'format':'ancrage-case','version':1,'reference':'بلا ورق','person':{'family_name':'مثال','given_names':'','nationality':'XKX'}}",
    HEAD ",'stays':[{'status':'permit','start':'2024-01-01','end':'2024-01-01'}]}",
    HEAD EMPLOYERS ",'jobs':[{'id':'j','employer':'e','start':'1950-01-01','contract':'permanent'}]}",
  };
  g_autoptr (AncRules) rules = anc_fixture_load (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *problems = anc_fixture_list_case_problems (rules, rows[i]);

      g_assert_cmpstr (problems, ==, "");
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/engine/case-facts/refused", test_refused);
  g_test_add_func ("/engine/case-facts/unreadable", test_unreadable);
  g_test_add_func ("/engine/case-facts/nested-too-deeply", test_nested_too_deeply);
  g_test_add_func ("/engine/case-facts/values", test_values);
  g_test_add_func ("/engine/case-facts/accepted", test_accepted);

  return g_test_run ();
}
