/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-edits.h"
#include "anc-cases-fixture.h"

#define EMPLOYERS "'employers':[{'id':'e1','name':'Phare','kind':'company'},{'id':'e2','name':'Mirage','kind':'agency'}]"
#define JOBS "'jobs':[{'id':'j1','employer':'e1','start':'2025-01-10','end':'2025-06-30','contract':'permanent'," \
             "'occupation':{'label':'Cuisinier'},'weekly_hours':35},"                                             \
             "{'id':'j2','employer':'e2','start':'2025-03-01','contract':'agency'}]"
#define PAYSLIPS "'payslips':[{'job':'j1','month':'2025-01'},{'job':'j1','month':'2025-03'},{'job':'j1','month':'2025-04'}," \
                 "{'job':'j1','month':'2025-05'},{'job':'j2','month':'2025-04'}]"
#define OTHERS "'offers':[{'id':'o1','employer':'e1','contract':'permanent'}]," \
               "'stays':[{'status':'student','start':'2020-01-01','end':'2024-12-31'}],'facts':{'polygamy':false}"

static AncRules *rules;

typedef struct
{
  AncCase *a_case;
  AncChangeSet *changes; /* of the last edit */
  guint n_edits;
} Fixture;

static void
committed_cb (AncCase *a_case,
              AncChangeSet *changes,
              gpointer user_data)
{
  Fixture *fixture = user_data;

  g_clear_pointer (&fixture->changes, anc_change_set_unref);
  fixture->changes = anc_change_set_ref (changes);
  fixture->n_edits++;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (AncCaseRows) rows = anc_cases_fixture_case (rules, EMPLOYERS "," JOBS "," PAYSLIPS "," OTHERS);

  fixture->a_case = anc_case_new_from_rows (rows);
  g_signal_connect (fixture->a_case, "committed", G_CALLBACK (committed_cb), fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_pointer (&fixture->changes, anc_change_set_unref);
  g_assert_finalize_object (fixture->a_case);
}

static AncRecord *
get (Fixture *fixture,
     AncTableId table,
     guint index)
{
  return anc_record_list_get (anc_case_get_list (fixture->a_case, table), index);
}

static guint
count (Fixture *fixture,
       AncTableId table)
{
  return anc_record_list_get_count (anc_case_get_list (fixture->a_case, table));
}

static AncDate
date (const char *text)
{
  AncDate value;

  g_assert_true (anc_date_parse (text, &value));
  return value;
}

static void
assert_span (AncRecord *record,
             const char *start,
             const char *end)
{
  g_assert_cmpint (anc_record_get_integer (record, "start", ANC_DATE_NONE), ==, date (start));
  g_assert_cmpint (anc_record_get_integer (record, "end", ANC_DATE_NONE), ==, end != NULL ? date (end) : ANC_DATE_NONE);
}

/* ---- One gesture, one edit, and back ------------------------------------------------------- */

static void
do_set_span (Fixture *fixture)
{
  anc_case_edit_set_span (fixture->a_case, get (fixture, ANC_TABLE_JOBS, 0), date ("2024-12-01"), ANC_DATE_NONE);
  assert_span (get (fixture, ANC_TABLE_JOBS, 0), "2024-12-01", NULL);
}

static void
do_split (Fixture *fixture)
{
  AncRecord *second = anc_case_edit_split (fixture->a_case, get (fixture, ANC_TABLE_JOBS, 0), date ("2025-04-01"));
  AncRecord *payslip;

  g_assert_true (second == get (fixture, ANC_TABLE_JOBS, 1));
  assert_span (get (fixture, ANC_TABLE_JOBS, 0), "2025-01-10", "2025-03-31");
  assert_span (second, "2025-04-01", "2025-06-30");
  g_assert_cmpstr (anc_record_get_text (second, "id"), ==, "j3");
  g_assert_cmpstr (anc_record_get_text (second, "occupation_label"), ==, "Cuisinier");
  payslip = get (fixture, ANC_TABLE_PAYSLIPS, 1);
  g_assert_cmpstr (anc_record_get_text (payslip, "job"), ==, "j1");
  payslip = get (fixture, ANC_TABLE_PAYSLIPS, 2);
  g_assert_cmpstr (anc_record_get_text (payslip, "job"), ==, "j3");
}

/* The month that the cut falls into stays with the first part. */
static void
do_split_within_month (Fixture *fixture)
{
  anc_case_edit_split (fixture->a_case, get (fixture, ANC_TABLE_JOBS, 0), date ("2025-04-15"));
  g_assert_cmpstr (anc_record_get_text (get (fixture, ANC_TABLE_PAYSLIPS, 2), "job"), ==, "j1");
  g_assert_cmpstr (anc_record_get_text (get (fixture, ANC_TABLE_PAYSLIPS, 3), "job"), ==, "j3");
}

static void
do_split_stay (Fixture *fixture)
{
  anc_case_edit_split (fixture->a_case, get (fixture, ANC_TABLE_STAYS, 0), date ("2022-05-03"));
  assert_span (get (fixture, ANC_TABLE_STAYS, 0), "2020-01-01", "2022-05-02");
  assert_span (get (fixture, ANC_TABLE_STAYS, 1), "2022-05-03", "2024-12-31");
  g_assert_cmpstr (anc_record_get_text (get (fixture, ANC_TABLE_STAYS, 1), "status"), ==, "student");
}

static void
do_duplicate (Fixture *fixture)
{
  anc_case_edit_duplicate (fixture->a_case, get (fixture, ANC_TABLE_JOBS, 0), date ("2025-07-01"), date ("2025-12-31"));
  assert_span (get (fixture, ANC_TABLE_JOBS, 1), "2025-07-01", "2025-12-31");
  g_assert_cmpuint (count (fixture, ANC_TABLE_PAYSLIPS), ==, 5);
}

static void
do_add_job (Fixture *fixture)
{
  AncRecord *job = anc_case_edit_add_job (fixture->a_case, get (fixture, ANC_TABLE_EMPLOYERS, 0), date ("2026-01-01"), ANC_DATE_NONE);

  assert_span (job, "2026-01-01", NULL);
  g_assert_cmpstr (anc_record_get_text (job, "employer"), ==, "e1");
  g_assert_cmpstr (anc_record_get_text (job, "contract"), ==, "permanent"); /* as the job before */
  g_assert_cmpstr (anc_record_get_text (job, "id"), ==, "j3");
}

static void
do_add_job_without_employer (Fixture *fixture)
{
  AncRecord *job = anc_case_edit_add_job (fixture->a_case, NULL, date ("2026-01-01"), date ("2026-02-01"));

  g_assert_null (anc_record_get_text (job, "employer"));
  g_assert_null (anc_record_get_text (job, "contract"));
}

static void
do_add_payslip (Fixture *fixture)
{
  AncRecord *payslip = anc_case_edit_add_payslip (fixture->a_case, get (fixture, ANC_TABLE_JOBS, 1), anc_month_new (2025, 6));

  g_assert_cmpstr (anc_record_get_text (payslip, "job"), ==, "j2");
  g_assert_cmpint (anc_record_get_integer (payslip, "month", 0), ==, anc_month_new (2025, 6));
}

static void
do_add_absence (Fixture *fixture)
{
  assert_span (anc_case_edit_add_span (fixture->a_case, ANC_TABLE_ABSENCES, date ("2023-07-01"), date ("2023-07-20")),
               "2023-07-01",
               "2023-07-20");
}

static void
do_add_event (Fixture *fixture)
{
  AncRecord *event = anc_case_edit_add_event (fixture->a_case, date ("2026-11-21"));

  g_assert_cmpint (anc_record_get_integer (event, "date", 0), ==, date ("2026-11-21"));
}

static void
do_delete_employer (Fixture *fixture)
{
  AncRecord *employer = get (fixture, ANC_TABLE_EMPLOYERS, 0);
  g_autoptr (GPtrArray) dependents = anc_case_list_dependents (fixture->a_case, employer);

  g_assert_cmpuint (dependents->len, ==, 6); /* a job, an offer, four payslips */
  anc_case_edit_delete (fixture->a_case, employer);
  g_assert_cmpuint (count (fixture, ANC_TABLE_EMPLOYERS), ==, 1);
  g_assert_cmpuint (count (fixture, ANC_TABLE_JOBS), ==, 1);
  g_assert_cmpuint (count (fixture, ANC_TABLE_OFFERS), ==, 0);
  g_assert_cmpuint (count (fixture, ANC_TABLE_PAYSLIPS), ==, 1);
}

static void
do_delete_job (Fixture *fixture)
{
  anc_case_edit_delete (fixture->a_case, get (fixture, ANC_TABLE_JOBS, 0));
  g_assert_cmpuint (count (fixture, ANC_TABLE_EMPLOYERS), ==, 2);
  g_assert_cmpuint (count (fixture, ANC_TABLE_PAYSLIPS), ==, 1);
}

static void
do_change_fact (Fixture *fixture)
{
  anc_case_edit_set_fact (fixture->a_case, "polygamy", "true");
  g_assert_cmpstr (anc_record_get_text (anc_case_find_fact (fixture->a_case, "polygamy"), "value"), ==, "true");
}

static void
do_add_fact (Fixture *fixture)
{
  anc_case_edit_set_fact (fixture->a_case, "french_proof", "true");
  g_assert_nonnull (anc_case_find_fact (fixture->a_case, "french_proof"));
}

static void
do_forget_fact (Fixture *fixture)
{
  anc_case_edit_set_fact (fixture->a_case, "polygamy", NULL);
  g_assert_null (anc_case_find_fact (fixture->a_case, "polygamy"));
}

static const struct
{
  const char *name;
  void (*make) (Fixture *fixture);
} edits[] = {
  { "set-span", do_set_span },
  { "split", do_split },
  { "split-within-month", do_split_within_month },
  { "split-stay", do_split_stay },
  { "duplicate", do_duplicate },
  { "add-job", do_add_job },
  { "add-job-without-employer", do_add_job_without_employer },
  { "add-payslip", do_add_payslip },
  { "add-absence", do_add_absence },
  { "add-event", do_add_event },
  { "delete-employer", do_delete_employer },
  { "delete-job", do_delete_job },
  { "change-fact", do_change_fact },
  { "add-fact", do_add_fact },
  { "forget-fact", do_forget_fact },
};

/* Does, undoes and redoes, and compares the whole case each time. */
static void
test_edit (Fixture *fixture,
           gconstpointer data)
{
  void (*make) (Fixture * fixture) = edits[GPOINTER_TO_UINT (data)].make;
  g_autoptr (AncCaseRows) before = anc_case_dup_rows (fixture->a_case);
  g_autoptr (AncCaseRows) after = NULL;
  g_autoptr (AncCaseRows) undone = NULL;
  g_autoptr (AncCaseRows) redone = NULL;
  g_autoptr (AncChangeSet) inverse = NULL;

  make (fixture);
  g_assert_cmpuint (fixture->n_edits, ==, 1);
  after = anc_case_dup_rows (fixture->a_case);
  g_assert_false (anc_case_rows_equal (before, after));

  inverse = anc_change_set_new_inverse (fixture->changes);
  anc_case_apply (fixture->a_case, inverse);
  undone = anc_case_dup_rows (fixture->a_case);
  g_assert_true (anc_case_rows_equal (before, undone));

  anc_case_apply (fixture->a_case, fixture->changes);
  redone = anc_case_dup_rows (fixture->a_case);
  g_assert_true (anc_case_rows_equal (after, redone));
}

/* An answer given twice is no edit. */
static void
test_same_fact (Fixture *fixture,
                gconstpointer data)
{
  anc_case_edit_set_fact (fixture->a_case, "polygamy", "false");
  anc_case_edit_set_fact (fixture->a_case, "french_proof", NULL);
  g_assert_cmpuint (fixture->n_edits, ==, 0);
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  rules = anc_cases_fixture_load ();

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path = g_strconcat ("/app/case-edits/", edits[i].name, NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_edit, tear_down);
    }
  g_test_add ("/app/case-edits/same-fact-is-no-edit", Fixture, NULL, set_up, test_same_fact, tear_down);

  status = g_test_run ();
  anc_rules_unref (rules);
  return status;
}
