/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-cases-fixture.h"
#include "anc-references.h"

#define CASE "'employers':[{'id':'e1','name':'A','kind':'company'},{'id':'e2','name':'B','kind':'company'}]," \
             "'jobs':[{'id':'j2','employer':'e1','start':'2025-01-01','contract':'permanent'},"               \
             "{'id':'x','employer':'e2','start':'2025-01-01','contract':'permanent'}],"                       \
             "'payslips':[{'job':'j2','month':'2025-05'},{'job':'x','month':'2025-05'}],"                     \
             "'offers':[{'id':'e1','employer':'e1','contract':'permanent'}]"

static AncRules *rules;

static void
test_make_id (void)
{
  g_autoptr (AncCaseRows) rows = anc_cases_fixture_case (rules, CASE);
  g_autofree char *employer = anc_references_make_id (rows, ANC_TABLE_EMPLOYERS);
  g_autofree char *job = anc_references_make_id (rows, ANC_TABLE_JOBS);
  g_autofree char *document = anc_references_make_id (rows, ANC_TABLE_DOCUMENTS);

  g_assert_cmpstr (employer, ==, "e3");
  g_assert_cmpstr (job, ==, "j3");
  g_assert_cmpstr (document, ==, "d1");
}

static void
test_rename (void)
{
  g_autoptr (AncCaseRows) before = anc_cases_fixture_case (rules, CASE);
  g_autoptr (AncCase) edited = anc_case_new_from_rows (before);
  AncRecord *employer = anc_record_list_get (anc_case_get_list (edited, ANC_TABLE_EMPLOYERS), 0);
  AncRecord *job = anc_record_list_get (anc_case_get_list (edited, ANC_TABLE_JOBS), 0);
  AncRecord *other_job = anc_record_list_get (anc_case_get_list (edited, ANC_TABLE_JOBS), 1);
  AncRecord *offer = anc_record_list_get (anc_case_get_list (edited, ANC_TABLE_OFFERS), 0);
  g_autoptr (GPtrArray) referring = anc_references_list (before, anc_record_get_row (employer));

  g_assert_cmpuint (referring->len, ==, 2);
  anc_references_rename (edited, employer, "boss");
  g_assert_cmpstr (anc_record_get_text (employer, "id"), ==, "boss");
  g_assert_cmpstr (anc_record_get_text (job, "employer"), ==, "boss");
  g_assert_cmpstr (anc_record_get_text (other_job, "employer"), ==, "e2");
  g_assert_cmpstr (anc_record_get_text (offer, "employer"), ==, "boss");
  g_assert_cmpstr (anc_record_get_text (offer, "id"), ==, "e1"); /* an id of another list is another's */
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  rules = anc_cases_fixture_load ();
  g_test_add_func ("/cases/references/make-id", test_make_id);
  g_test_add_func ("/cases/references/rename", test_rename);
  status = g_test_run ();
  anc_rules_unref (rules);

  return status;
}
