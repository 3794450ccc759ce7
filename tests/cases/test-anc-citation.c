/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-review.h"
#include "anc-cases-fixture.h"
#include "anc-citation.h"

#include <string.h>

#define CASE "'employers':[{'id':'e1','name':'A','kind':'company'}],"                                    \
             "'jobs':[{'id':'j1','employer':'e1','start':'2025-01-01','contract':'permanent'}],"         \
             "'payslips':[{'job':'j1','month':'2025-05','hours':151.67,'gross':1801.8,'document':'d1'}," \
             "{'job':'j1','month':'2025-06','hours':151.67}],"                                           \
             "'documents':[{'id':'d1','title':'May','kind':'payslip','pages':2},{'id':'d2','title':'Attestation','kind':'attestation'}]"

static AncRules *rules;

static AncCase *
load (void)
{
  g_autoptr (AncCaseRows) rows = anc_cases_fixture_case (rules, CASE);

  return anc_case_new_from_rows (rows);
}

static AncRecord *
cite (AncCase *edited,
      AncRecord *claim,
      const char *column,
      const char *document,
      guint page,
      const char *text)
{
  const AncCitationPlace place = {
    .document = document,
    .page = page,
    .x = 72 * ANC_AMOUNT_UNIT,
    .y = 100 * ANC_AMOUNT_UNIT,
    .width = 40 * ANC_AMOUNT_UNIT,
    .height = 12 * ANC_AMOUNT_UNIT,
    .text_read = text,
    .confidence = ANC_AMOUNT_UNIT * 9 / 10,
    .accepted_by = "Camille Exemple",
    .accepted_at = 1000000,
  };

  return anc_citation_add (edited, claim, anc_table_find_column (anc_record_get_table (claim), column), &place);
}

static AncRecord *
get (AncCase *edited,
     AncTableId table,
     guint index)
{
  return anc_record_list_get (anc_case_get_list (edited, table), index);
}

static char *
describe_lost (AncCase *edited,
               const char *document)
{
  g_autoptr (AncCaseRows) rows = anc_case_dup_rows (edited);
  g_autoptr (GArray) lost = anc_citation_list_lost (rows, document);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lost->len; i++)
    {
      const AncClaim *claim = &g_array_index (lost, AncClaim, i);
      g_autofree char *path = anc_case_rows_dup_path (rows, claim->row, claim->column);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", path);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_findings (AncCase *edited)
{
  g_autoptr (AncCaseRows) rows = anc_case_dup_rows (edited);
  g_autoptr (AncCaseReview) review = anc_case_review_new (rows, ANC_CASE_REVIEW_ALL, anc_rules_get_territory (rules), anc_rules_get_fact_catalogue (rules), NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < anc_case_review_get_count (review); i++)
    {
      const AncCaseFinding *finding = anc_case_review_get (review, i);
      g_autofree char *sentence = anc_problem_format (&finding->problem, NULL);

      g_string_append_printf (text, "%s: %s\n", finding->problem.path, sentence);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- Tests ----------------------------------------------------------------------------------- */

static void
test_many_to_many (void)
{
  g_autoptr (AncCase) edited = load ();
  AncRecord *payslip = get (edited, ANC_TABLE_PAYSLIPS, 0);
  const guint gross = anc_table_find_column (anc_record_get_table (payslip), "gross");
  AncRecord *citation = cite (edited, payslip, "gross", "d1", 1, "1 801,80");
  g_autoptr (AncCaseRows) rows = NULL;
  g_autoptr (GPtrArray) of_claim = NULL;
  g_autoptr (GPtrArray) of_document = NULL;

  cite (edited, payslip, "gross", "d2", 1, "1801.80 €");
  cite (edited, payslip, "hours", "d1", 1, "151,67");
  rows = anc_case_dup_rows (edited);
  of_claim = anc_citation_list_of_claim (rows, anc_record_get_key (payslip), gross);
  of_document = anc_citation_list_of_document (rows, "d1");

  g_assert_cmpuint (of_claim->len, ==, 2);
  g_assert_cmpuint (of_document->len, ==, 2);
  g_assert_true (g_ptr_array_index (of_claim, 0) == anc_record_get_row (citation));
  g_assert_cmpstr (anc_record_get_text (citation, "claim_value"), ==, "1801.8");
  g_assert_cmpint (anc_record_get_integer (citation, "x", 0), ==, 72 * ANC_AMOUNT_UNIT);
  g_assert_cmpint (anc_record_get_integer (citation, "accepted_at", 0), ==, 1000000);
}

static void
test_lost (void)
{
  g_autoptr (AncCase) edited = load ();
  AncRecord *payslip = get (edited, ANC_TABLE_PAYSLIPS, 0);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  cite (edited, payslip, "gross", "d1", 1, "1 801,80");
  cite (edited, payslip, "gross", "d2", 1, "1801.80");
  cite (edited, payslip, "hours", "d1", 1, "151,67");
  cite (edited, payslip, "hours", "d1", 2, "151,67");
  cite (edited, anc_case_get_head (edited), "family_name", "d2", 1, "EXEMPLE Camille");

  first = describe_lost (edited, "d1");
  second = describe_lost (edited, "d2");
  g_assert_cmpstr (first, ==, "payslips[0] payslips[0].hours");
  g_assert_cmpstr (second, ==, "person.family_name");
}

static void
test_withdraw (void)
{
  g_autoptr (AncCase) edited = load ();
  g_autoptr (AncCaseRows) before = NULL;
  g_autoptr (AncCaseRows) after = NULL;
  g_autoptr (AncCaseRows) again = NULL;
  g_autoptr (AncChangeSet) changes = NULL;
  g_autoptr (AncChangeSet) inverse = NULL;
  g_autofree char *findings = NULL;
  AncRecord *payslip = get (edited, ANC_TABLE_PAYSLIPS, 0);

  cite (edited, payslip, "gross", "d1", 1, "1 801,80");
  cite (edited, payslip, "gross", "d2", 1, "1801.80");
  before = anc_case_dup_rows (edited);

  anc_case_begin (edited, "Withdraw");
  anc_citation_withdraw_document (edited, get (edited, ANC_TABLE_DOCUMENTS, 0));
  changes = anc_case_commit (edited);

  after = anc_case_dup_rows (edited);
  findings = describe_findings (edited);
  g_assert_cmpstr (findings, ==, "");
  g_assert_cmpuint (anc_case_rows_get_count (after, ANC_TABLE_DOCUMENTS), ==, 1);
  g_assert_cmpuint (anc_case_rows_get_count (after, ANC_TABLE_CITATIONS), ==, 1);
  g_assert_cmpint (anc_record_get_integer (payslip, "gross", 0), ==, 1801800000);
  g_assert_null (anc_record_get_text (payslip, "document"));

  inverse = anc_change_set_new_inverse (changes);
  anc_case_apply (edited, inverse);
  again = anc_case_dup_rows (edited);
  g_assert_true (anc_case_rows_equal (before, again));
}

/* A record takes its citations with it, and brings them back. */
static void
test_goes_with_its_record (void)
{
  g_autoptr (AncCase) edited = load ();
  AncRecord *payslip = get (edited, ANC_TABLE_PAYSLIPS, 0);
  AncRecordList *citations = anc_case_get_list (edited, ANC_TABLE_CITATIONS);
  g_autoptr (AncChangeSet) changes = NULL;
  g_autoptr (AncChangeSet) inverse = NULL;

  cite (edited, payslip, "gross", "d1", 1, "1 801,80");
  anc_case_begin (edited, "Remove");
  anc_case_remove (edited, payslip);
  changes = anc_case_commit (edited);
  g_assert_cmpuint (anc_record_list_get_count (citations), ==, 0);

  inverse = anc_change_set_new_inverse (changes);
  anc_case_apply (edited, inverse);
  g_assert_cmpuint (anc_record_list_get_count (citations), ==, 1);
}

static void
test_findings (void)
{
  const struct
  {
    const char *column, *document;
    guint page;
    const char *text;
    const char *new_name;
    const char *findings;
    const char *why;
  } rows[] = {
    { "family_name", "d1", 2, "M. EXEMPLE Camille", NULL, "", "the name among other words" },
    { "given_names", "d1", 1, "Exemple, CAMILLE", NULL, "", "in capitals" },
    { "family_name", "d1", 1, "Modèle Camille", NULL, "person.family_name: a document has another name: “Modèle Camille”\n", "another name" },
    { "family_name", "d1", 1, "EXEMPLE", "Modele", "person.family_name: its proof was accepted for another value: \"Exemple\"\n"
                                                   "person.family_name: a document has another name: “EXEMPLE”\n",
      "a name changed after it was proven" },
    { "birth_place", "d1", 1, "Dakar", NULL, "", "no name" },
    { "family_name", "d1", 3, "Exemple", NULL, "citations[0].page: the document has no such page\n", "a page too many" },
    { "family_name", "d9", 1, "Exemple", NULL, "citations[0].document: there is no “d9” in documents\n", "no such document" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AncCase) edited = load ();
      g_autofree char *findings = NULL;

      g_test_message ("%s", rows[i].why);
      cite (edited, anc_case_get_head (edited), rows[i].column, rows[i].document, rows[i].page, rows[i].text);
      if (rows[i].new_name != NULL)
        anc_record_set_text (anc_case_get_head (edited), "family_name", rows[i].new_name);
      findings = describe_findings (edited);
      g_assert_cmpstr (findings, ==, rows[i].findings);
    }
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  rules = anc_cases_fixture_load ();
  g_test_add_func ("/cases/citation/many-to-many", test_many_to_many);
  g_test_add_func ("/cases/citation/lost", test_lost);
  g_test_add_func ("/cases/citation/withdraw", test_withdraw);
  g_test_add_func ("/cases/citation/goes-with-its-record", test_goes_with_its_record);
  g_test_add_func ("/cases/citation/findings", test_findings);
  status = g_test_run ();
  anc_rules_unref (rules);

  return status;
}
