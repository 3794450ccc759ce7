/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-review.h"
#include "anc-case.h"
#include "anc-cases-fixture.h"

#include <string.h>
#include <time.h>

#define EMPLOYER "'employers':[{'id':'e1','name':'A','kind':'company'}]"
#define JOB "{'id':'j1','employer':'e1','start':'2025-01-01','end':'2025-06-30','contract':'permanent'}"

static AncRules *rules;

/* ---- Descriptions ---------------------------------------------------------------------------- */

static AncCaseReview *
review (AncCaseRows *rows)
{
  return anc_case_review_new (rows, ANC_CASE_REVIEW_ALL, anc_rules_get_territory (rules), anc_rules_get_fact_catalogue (rules), NULL);
}

/* `x` refused, `?` doubtful; what is left out: `-` nothing, `f` field, `r` record, `l` list. */
static char *
describe_findings (const AncCaseReview *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < anc_case_review_get_count (self); i++)
    {
      const AncCaseFinding *finding = anc_case_review_get (self, i);
      g_autofree char *sentence = anc_problem_format (&finding->problem, NULL);

      g_string_append_printf (text, "%c%c %s: %s\n", "x?"[finding->kind], "-frl"[finding->left_out], finding -> problem.path, sentence);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_jobs (GString *text,
             const AncCaseFacts *facts)
{
  for (guint i = 0; i < facts->n_jobs; i++)
    {
      const AncJob *job = &facts->jobs[i];

      g_string_append_printf (text, " job %s of %s %d %d %d %d [%u %u %u]", job->id, facts->employers[job->employer].id, job->start, job->end, job->contract, job->department, (guint) job->occupation.codes[0], (guint) job->occupation.codes[1], (guint) job->occupation.codes[2]);
      for (guint j = job->first_payslip; j < job->first_payslip + job->n_payslips; j++)
        g_string_append_printf (text, " %d:%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, facts->payslips[j].month, facts->payslips[j].hours, facts->payslips[j].gross);
    }
}

static char *
describe_facts (const AncCaseFacts *facts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s %s %s %d %d %d has %d%d%d%d%d", facts->reference, facts->family_name, facts->given_names, facts->birth_date, facts->nationality, facts->entry_date, facts->has_stays, facts->has_absences, facts->has_jobs, facts->has_offers, facts->has_measures);
  for (guint i = 0; i < facts->n_stays; i++)
    g_string_append_printf (text, " stay %d %d %d", facts->stays[i].status, facts->stays[i].start, facts->stays[i].end);
  for (guint i = 0; i < facts->n_absences; i++)
    g_string_append_printf (text, " absence %d %d", facts->absences[i].start, facts->absences[i].end);
  append_jobs (text, facts);
  for (guint i = 0; i < facts->n_offers; i++)
    g_string_append_printf (text, " offer %s %d %d %u %u", facts->offers[i].id, facts->offers[i].contract, facts->offers[i].is_permanent, facts->offers[i].duration_months, facts->offers[i].commitment_months);
  for (guint i = 0; i < facts->n_measures; i++)
    g_string_append_printf (text, " measure %d %d %u %d", facts->measures[i].kind, facts->measures[i].notified, facts->measures[i].irtf_months, facts->measures[i].executed);
  for (guint i = 0; i < facts->n_facts; i++)
    g_string_append_printf (text, " fact %s %d %" G_GINT64_FORMAT, facts->facts[i].name, facts->facts[i].is_true, facts->facts[i].number);
  for (guint i = 0; i < facts->n_document_dates; i++)
    g_string_append_printf (text, " dated %d", facts->document_dates[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The engine's own reading of a case that it takes. */
static char *
describe_strict (const char *json)
{
  g_autoptr (AncProblems) problems = anc_problems_new ();
  g_autoptr (AncCaseFacts) facts = anc_case_facts_new_from_text (json, strlen (json), anc_rules_get_territory (rules), anc_rules_get_fact_catalogue (rules), problems);

  if (facts == NULL)
    g_test_message ("%s", anc_cases_fixture_list_problems (problems));
  g_assert_nonnull (facts);
  return describe_facts (facts);
}

/* ---- What is refused ------------------------------------------------------------------------- */

static void
test_left_out (void)
{
  const struct
  {
    const char *members;
    const char *findings;
    const char *told; /* members of a case that the format takes */
    const char *why;
  } rows[] = {
    { EMPLOYER ",'jobs':[" JOB "],'payslips':[{'job':'j1','month':'2025-07'},{'job':'j1','month':'2025-06'}]",
      "xr payslips[0].month: the job “j1” has no day in 2025-07\n",
      EMPLOYER ",'jobs':[" JOB "],'payslips':[{'job':'j1','month':'2025-06'}]",
      "a payslip outside its job" },
    { EMPLOYER ",'jobs':[" JOB "],'payslips':[{'job':'j1','month':'2025-05','gross':5},{'job':'j1','month':'2025-05','gross':6}]",
      "xr payslips[1]: a second payslip of 2025-05 for the job “j1” without a document\n",
      EMPLOYER ",'jobs':[" JOB "],'payslips':[{'job':'j1','month':'2025-05','gross':5}]",
      "the same payslip twice" },
    { EMPLOYER ",'jobs':[" JOB ",{'id':'j2','employer':'e9','start':'2025-01-01','contract':'permanent'}],"
               "'payslips':[{'job':'j2','month':'2025-05'},{'job':'j1','month':'2025-05'}]",
      "xr jobs[1].employer: there is no “e9” in employers\n"
      "xr payslips[0].job: “j2” of jobs is left out, and this goes with it\n",
      EMPLOYER ",'jobs':[" JOB "],'payslips':[{'job':'j1','month':'2025-05'}]",
      "a job with no employer, and its payslips with it" },
    { EMPLOYER ",'jobs':[{'id':'j1','employer':'e1','start':'2025-02-01','end':'2025-01-01','contract':'permanent'}]",
      "xr jobs[0].end: 2025-01-01 is before the start, 2025-02-01\n",
      EMPLOYER,
      "of no job left it is not said that there is none" },
    { EMPLOYER ",'jobs':[{'id':'j1','employer':'e1','start':'2025-02-01','contract':'permanent','department':'99',"
               "'occupation':{'label':'x','rome':'zz','fap':'S1Z40'}}]",
      "xf jobs[0].occupation.rome: “zz” is not a ROME code such as A1234\n"
      "xf jobs[0].department: “99” is not a department (01 to 95, 2A, 2B, 971 to 976)\n",
      EMPLOYER ",'jobs':[{'id':'j1','employer':'e1','start':'2025-02-01','contract':'permanent','occupation':{'label':'x','fap':'S1Z40'}}]",
      "codes can be left out alone" },
    { EMPLOYER ",'jobs':[{'id':'j1','employer':'e1','start':'2025-02-01','contract':'permanent','occupation':{'rome':'G1602'}}]",
      "xf jobs[0].occupation.label: is missing\n",
      EMPLOYER ",'jobs':[{'id':'j1','employer':'e1','start':'2025-02-01','contract':'permanent'}]",
      "an occupation without a label" },
    { EMPLOYER ",'offers':[{'id':'o1','employer':'e1','contract':'agency','duration_months':20000},"
               "{'id':'o2','employer':'e1','contract':'agency','commitment':{'months':3}}]",
      "xr offers[0].duration_months: the number is too large\n"
      "xf offers[1].commitment.over_months: is missing\n",
      EMPLOYER ",'offers':[{'id':'o2','employer':'e1','contract':'agency'}]",
      "an offer without its duration would be permanent; a commitment goes alone" },
    { "'employers':[{'id':'e1','name':'A','kind':'company'},{'id':'e1','name':'B','kind':'household'}],'jobs':[" JOB "]",
      "xr employers[1].id: the id “e1” stands twice in this list\n",
      EMPLOYER ",'jobs':[" JOB "]",
      "of two of one id the first" },
    { "'measures':[{'kind':'oqtf','executed':false},{'kind':'oqtf','notified':'2020-01-01','executed':true}],'notes':'n'",
      "xr measures[0].notified: is missing\n"
      "xl measures: one of them is left out, so all are: the others alone would say too little\n",
      "'notes':'n'",
      "a measure left out must not become: no measure" },
    { "'entry_date':'2020-01-01','absences':[{'start':'2021-01-01'},{'start':'2022-01-01','end':'2022-02-01'}]",
      "xr absences[0].end: is missing\n"
      "xl absences: one of them is left out, so the length of residence is not known\n",
      "'absences':[{'start':'2022-01-01','end':'2022-02-01'}]",
      "an absence left out must not lengthen the residence" },
    { "'facts':{'union_backed':7,'talent_years':2,'unheard_of':true}",
      "xr facts.union_backed: must be true or false\n"
      "xr facts.unheard_of: there is no such fact in the catalogue\n",
      "'facts':{'talent_years':2}",
      "facts" },
    { "'documents':[{'id':'d1','title':'t','kind':'Bad Kind'}],"
      "'events':[{'date':'2025-01-01','kind':'k','document':'d1'}]," EMPLOYER
      ",'jobs':[" JOB "],'payslips':[{'job':'j1','month':'2025-05','document':'d1'},{'job':'j1','month':'2025-05'}]",
      "xr documents[0].kind: “Bad Kind” is not a lower_case word\n"
      "xf payslips[0].document: “d1” of documents is left out, and this goes with it\n"
      "xf events[0].document: “d1” of documents is left out, and this goes with it\n"
      "xr payslips[1]: a second payslip of 2025-05 for the job “j1” without a document\n",
      "'events':[{'date':'2025-01-01','kind':'k'}]," EMPLOYER ",'jobs':[" JOB "],'payslips':[{'job':'j1','month':'2025-05'}]",
      "one thing after the other" },
    { "{'format':'ancrage-case','version':1,'reference':'','person':{'nationality':'zz','birth_date':'1990-01-01'}}",
      "xf person.nationality: “zz” is not a country code of three capital letters\n"
      "x- person.family_name: is missing\n"
      "x- person.given_names: is missing\n"
      "x- reference: must not be empty\n",
      "{'format':'ancrage-case','version':1,'reference':'?','person':{'family_name':'','given_names':'','birth_date':'1990-01-01'}}",
      "a case of which little is known" },
    { "{'format':'ancrage-case','version':1}",
      "x- person.family_name: is missing\n"
      "x- person.given_names: is missing\n"
      "x- reference: is missing\n",
      "{'format':'ancrage-case','version':1,'reference':'?','person':{'family_name':'','given_names':''}}",
      "a case of which nothing is known" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AncCaseRows) given = anc_cases_fixture_case (rules, rows[i].members);
      g_autoptr (AncCaseReview) self = review (given);
      g_autofree char *findings = describe_findings (self);
      g_autofree char *told = describe_facts (anc_case_review_get_facts (self));
      g_autofree char *expected_json = anc_cases_fixture_json (rows[i].told);
      g_autofree char *expected = describe_strict (expected_json);

      g_test_message ("%s", rows[i].why);
      g_assert_cmpstr (findings, ==, rows[i].findings);
      g_assert_cmpstr (told, ==, expected);
    }
}

static void
test_nothing_is_left_out_of_what_is_right (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 200; i++)
    {
      json_t *generated = anc_cases_fixture_generate (rand);
      char *text = json_dumps (generated, 0);
      g_autoptr (AncCaseRows) rows = anc_cases_fixture_import (rules, text, ANC_CASE_JSON_STRICT, NULL);
      g_autoptr (AncCaseReview) self = review (rows);
      g_autofree char *told = describe_facts (anc_case_review_get_facts (self));
      g_autofree char *expected = describe_strict (text);

      g_assert_cmpstr (told, ==, expected);
      for (guint j = 0; j < anc_case_review_get_count (self); j++)
        g_assert_cmpint (anc_case_review_get (self, j)->kind, ==, ANC_CASE_FINDING_DOUBTFUL);
      free (text);
      json_decref (generated);
    }
}

/* ---- Whatever people type -------------------------------------------------------------------- */

static void
fill_at_random (AncRecord *record,
                GRand *rand)
{
  static const char *const words[] = { "", "e1", "e2", "j1", "75", "99", "oqtf", "permanent", "company", "MLI", "true", "union_backed", "{", "x" };
  static const gint64 numbers[] = { 0, 1, -1, 20000, 20100, 24300, 24301, 900000, ANC_AMOUNT_UNIT, ANC_AMOUNT_MAX, G_MAXINT32 };
  const AncTable *table = anc_record_get_table (record);

  for (guint i = 0; i < table->n_columns; i++)
    {
      g_auto (AncValue) value = { 0 };

      if (table->columns[i].is_mark || g_rand_int_range (rand, 0, 3) == 0)
        continue;
      if (table->columns[i].type == ANC_VALUE_TEXT)
        anc_value_set_text (&value, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))], -1);
      else
        anc_value_set_integer (&value, numbers[g_rand_int_range (rand, 0, G_N_ELEMENTS (numbers))]);
      anc_record_set_value (record, i, &value);
    }
}

static void
test_there_are_always_facts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  guint n_findings = 0;

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (AncCase) edited = anc_case_new ("r");
      g_autoptr (AncCaseRows) rows = NULL;
      g_autoptr (AncCaseReview) self = NULL;

      fill_at_random (anc_case_get_head (edited), rand);
      for (guint j = 0; j < 40; j++)
        fill_at_random (anc_case_insert (edited, (AncTableId) g_rand_int_range (rand, 1, ANC_N_TABLES), G_MAXUINT), rand);
      rows = anc_case_dup_rows (edited);
      self = review (rows);
      g_assert_nonnull (anc_case_review_get_facts (self));
      n_findings += anc_case_review_get_count (self);
    }
  g_assert_cmpuint (n_findings, >, 1000);
}

/* ---- What is doubtful ------------------------------------------------------------------------ */

static void
test_doubts (void)
{
  const struct
  {
    const char *members;
    const char *findings;
    const char *why;
  } rows[] = {
    { "'employers':[{'id':'e1','name':'A','kind':'company','siret':'73282932000075'}]",
      "?- employers[0].siret: its check digit does not agree: one digit is wrong, or two are exchanged\n",
      "a digit wrong" },
    { "'employers':[{'id':'e1','name':'A','kind':'company','siret':'732 829 320'}]",
      "?- employers[0].siret: a SIRET has 14 digits\n",
      "the company's number alone" },
    { "'employers':[{'id':'e1','name':'A','kind':'company','siret':'732 829 320 00074'}]", "", "a right one" },
    { EMPLOYER ",'jobs':[" JOB "],'payslips':[{'job':'j1','month':'2025-05','hours':227.5}]", "", "just one and a half times" },
    { EMPLOYER ",'jobs':[" JOB "],'payslips':[{'job':'j1','month':'2025-05','hours':227.51}]",
      "?- payslips[0].hours: more than one and a half times full time\n",
      "more than that" },
    { EMPLOYER ",'jobs':[{'id':'j1','employer':'e1','start':'2025-01-01','contract':'permanent'},"
               "{'id':'j2','employer':'e1','start':'2025-01-01','contract':'permanent'}],"
               "'payslips':[{'job':'j1','month':'2025-05','hours':151.67},{'job':'j1','month':'2025-06','hours':151.67},{'job':'j2','month':'2025-05','hours':100}]",
      "?- payslips[2].hours: with the other payslips of 2025-05 this makes 251.67 hours: more than one and a half times full time\n",
      "several together" },
    { EMPLOYER ",'jobs':[{'id':'j1','employer':'e1','start':'2025-01-01','contract':'permanent','weekly_hours':52.5},"
               "{'id':'j2','employer':'e1','start':'2025-01-01','contract':'permanent','weekly_hours':52.6}]",
      "?- jobs[1].weekly_hours: more than one and a half times full time\n",
      "hours a week" },
    { EMPLOYER ",'jobs':[" JOB "],'payslips':[{'job':'j1','month':'2025-05','gross':1000,'net':1000},{'job':'j1','month':'2025-06','gross':1000,'net':1000.01},"
               "{'job':'j1','month':'2025-04','net':5}]",
      "?- payslips[1].net: more than the gross pay\n",
      "net above gross" },
    { "{'format':'ancrage-case','version':1,'reference':'r','person':{'family_name':'A','given_names':'B','birth_date':'2001-02-03'},"
      "'entry_date':'2001-02-02','stays':[{'status':'student','start':'2001-02-03'}]}",
      "?- entry_date: before the birth of the person, 2001-02-03\n",
      "before birth" },
    { "'stays':[{'status':'student','start':'2020-01-01','end':'2021-01-01'},{'status':'permit','start':'2021-01-01','end':'2022-01-01'},"
      "{'status':'student','start':'2021-12-31'}]",
      "?- stays[2].start: the stay that began on 2021-01-01 goes on beyond this day\n",
      "stays may share one day" },
    { "'documents':[{'id':'d1','title':'One','kind':'k','sha256':'00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff'},"
      "{'id':'d2','title':'Two','kind':'k','sha256':'00112233445566778899AABBCCDDEEFF00112233445566778899aabbccddeeff'}]",
      "?- documents[1].sha256: the same file as “One”\n",
      "the same file twice" },
    { EMPLOYER ",'documents':[{'id':'d1','title':'t','kind':'payslip','month':'2025-04'}],'jobs':[" JOB "],"
               "'payslips':[{'job':'j1','month':'2025-05','document':'d1'}]",
      "?- payslips[0].month: its document is of 2025-04\n",
      "a payslip of another month than its document" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AncCaseRows) given = anc_cases_fixture_case (rules, rows[i].members);
      g_autoptr (AncCaseReview) self = review (given);
      g_autofree char *findings = describe_findings (self);

      g_test_message ("%s", rows[i].why);
      g_assert_cmpstr (findings, ==, rows[i].findings);
    }
}

static void
test_stands_beside_its_field (void)
{
  g_autoptr (AncCaseRows) rows = anc_cases_fixture_case (rules, EMPLOYER ",'jobs':[" JOB ",{'id':'j2','employer':'e1','contract':'permanent','start':'2025-02-01','department':'99'}]");
  g_autoptr (AncCaseReview) self = review (rows);
  const AncRow *job = anc_case_rows_get (rows, ANC_TABLE_JOBS, 1);
  const AncCaseFinding *finding = anc_case_review_find (self, job->key, anc_table_find_column (job->table, "department"));

  g_assert_nonnull (finding);
  g_assert_true (finding->row == job);
  g_assert_null (anc_case_review_find (self, job->key, anc_table_find_column (job->table, "start")));
  g_assert_null (anc_case_review_find (self, anc_case_rows_get (rows, ANC_TABLE_JOBS, 0)->key, finding->column));
}

/* ---- Speed ----------------------------------------------------------------------------------- */

#define N_JOBS 8
#define N_MONTHS 60
#define N_EDITS 300

static AncRecord *
add_with_id (AncCase *edited,
             AncTableId table,
             const char *id)
{
  AncRecord *record = anc_case_insert (edited, table, G_MAXUINT);

  anc_record_set_text (record, "id", id);
  return record;
}

static void
add_payslip (AncCase *edited,
             const char *job,
             guint month)
{
  g_autofree char *id = g_strdup_printf ("d-%s-%u", job, month);
  AncRecord *document = add_with_id (edited, ANC_TABLE_DOCUMENTS, id);
  AncRecord *payslip = anc_case_insert (edited, ANC_TABLE_PAYSLIPS, G_MAXUINT);

  anc_record_set_text (document, "title", id);
  anc_record_set_text (document, "kind", "payslip");
  anc_record_set_text (payslip, "job", job);
  anc_record_set_integer (payslip, "month", anc_month_new (2021, 1) + (AncMonth) month);
  anc_record_set_integer (payslip, "hours", 20 * ANC_AMOUNT_UNIT);
  anc_record_set_integer (payslip, "gross", 250 * ANC_AMOUNT_UNIT);
  anc_record_set_text (payslip, "document", id);
}

static AncCase *
make_large_case (void)
{
  g_autoptr (AncCaseRows) rows = anc_cases_fixture_case (rules, EMPLOYER);
  AncCase *edited = anc_case_new_from_rows (rows);

  anc_case_begin (edited, "Many payslips");
  for (guint i = 0; i < N_JOBS; i++)
    {
      g_autofree char *id = g_strdup_printf ("j%u", i);
      AncRecord *job = add_with_id (edited, ANC_TABLE_JOBS, id);

      anc_record_set_text (job, "employer", "e1");
      anc_record_set_text (job, "contract", "permanent");
      anc_record_set_integer (job, "start", anc_date_new (2021, 1, 1));
      for (guint j = 0; j < N_MONTHS; j++)
        add_payslip (edited, id, j);
    }
  anc_case_end (edited);

  return edited;
}

/* Run with -m perf: what it costs to have the facts and findings again after one edit of a large case. */
static void
test_rebuild (void)
{
  g_autoptr (AncCase) edited = make_large_case ();
  AncRecord *payslip = anc_record_list_get (anc_case_get_list (edited, ANC_TABLE_PAYSLIPS), 77);
  const clock_t start = clock ();
  double milliseconds;

  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr (AncCaseRows) rows = NULL;
      g_autoptr (AncCaseReview) self = NULL;

      anc_record_set_integer (payslip, "gross", (250 + i) * ANC_AMOUNT_UNIT);
      rows = anc_case_dup_rows (edited);
      self = review (rows);
      g_assert_cmpuint (anc_case_review_get_count (self), ==, 0);
      g_assert_cmpuint (anc_case_review_get_facts (self)->n_payslips, ==, N_JOBS * N_MONTHS);
    }

  milliseconds = (double) (clock () - start) * 1000 / CLOCKS_PER_SEC / N_EDITS;
  g_test_minimized_result (milliseconds, "facts and findings after one edit of %d payslips: %.2f ms of one core", N_JOBS * N_MONTHS, milliseconds);
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  rules = anc_cases_fixture_load ();
  g_test_add_func ("/cases/case-review/left-out", test_left_out);
  g_test_add_func ("/cases/case-review/nothing-is-left-out-of-what-is-right", test_nothing_is_left_out_of_what_is_right);
  g_test_add_func ("/cases/case-review/there-are-always-facts", test_there_are_always_facts);
  g_test_add_func ("/cases/case-review/doubts", test_doubts);
  g_test_add_func ("/cases/case-review/stands-beside-its-field", test_stands_beside_its_field);
  if (g_test_perf ())
    g_test_add_func ("/cases/case-review/rebuild", test_rebuild);
  status = g_test_run ();
  anc_rules_unref (rules);

  return status;
}
