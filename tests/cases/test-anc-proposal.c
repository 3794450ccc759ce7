/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-proposal-fixture.h"

#include "anc-citation.h"

/* ---- What a reading becomes ------------------------------------------------------------------- */

static void
test_values (void)
{
  g_autoptr (AncProposalList) list = anc_fixture_new_pile ();
  AncProposal *proposal = anc_fixture_add_slip (list, &(AncFixtureSlip){ .month = "2026-03" });
  AncProposalField *hours = anc_proposal_get_field (proposal, ANC_PROPOSAL_HOURS);
  g_autofree char *text = anc_proposal_field_dup_text (hours);

  g_assert_cmpstr (anc_proposal_get_kind (proposal), ==, "payslip");
  g_assert_cmpstr (text, ==, "151.67");
  g_assert_cmpstr (anc_proposal_field_get_place (hours)->text, ==, "151,67");
  g_assert_cmpuint (anc_proposal_field_get_place (hours)->page, ==, 1);
  g_assert_cmpfloat (anc_proposal_field_get_place (hours)->rect.x0, ==, 105);
  g_assert_cmpuint (g_list_model_get_n_items (anc_proposal_get_fields (proposal)), ==, 10);
}

/* Whatever does not make sense in a reading is as if it were not there. */
static void
test_nonsense (void)
{
  static const char *const readings[] = {
    "", "[]", "{}", "{\"document\": 7}", "{\"document\": \"payslip\", \"document\": \"payslip\"}"
  };
  g_autoptr (AncProposalList) list = anc_fixture_new_pile ();
  const gint64 key = anc_fixture_add_document (list);
  AncProposal *proposal;

  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_assert_false (anc_proposal_list_set_reading (list, key, readings[i]));
      g_assert_cmpuint (anc_proposal_list_get_count (list), ==, 1);
      g_assert_cmpstr (anc_proposal_get_problem (anc_proposal_list_get (list, 0)), ==, "crashed");
    }

  g_assert_true (anc_proposal_list_set_reading (
      list, key, "{\"document\": \"payslip\", \"slips\": [{\"period\": \"2026-13\", \"hours\": -3, \"gross\": \"x\", \"fields\": {\"net\": 4}}]}"));
  proposal = anc_proposal_list_get (list, 0);
  anc_fixture_assert_issues (proposal, "missing:person missing:employer missing:month missing:hours missing:gross");
  g_assert_false (anc_proposal_is_acceptable (proposal));
}

/* ---- Judged against the case ------------------------------------------------------------------- */

typedef struct
{
  const char *why;
  AncFixtureSlip slip;
  const char *issues;
  const char *steps;
} Judgement;

static const Judgement judgements[] = {
  { "as the case has it", { .month = "2026-03" }, "", "use_job write_payslip sort_document" },
  { "the name in capitals, without accents, the other way round", { .month = "2026-03", .person = "M. FICTIF Zoe" }, "", "use_job write_payslip sort_document" },
  { "an initial", { .month = "2026-03", .person = "Z. Fictif" }, "", "use_job write_payslip sort_document" },
  { "another name of the same person", { .month = "2026-03", .person = "CHIMERE Zoé" }, "", "use_job write_payslip sort_document" },
  { "only a family name", { .month = "2026-03", .person = "FICTIF" }, "person_partly:person", "use_job write_payslip sort_document" },
  { "a relative", { .month = "2026-03", .person = "FICTIF Marius" }, "other_person:person", "use_job write_payslip sort_document" },
  { "a stranger", { .month = "2026-03", .person = "Zoé NÉANT" }, "other_person:person", "use_job write_payslip sort_document" },
  { "the SIRET alone names the employer", { .month = "2026-03", .employer = "" }, "", "use_job write_payslip sort_document" },
  { "another establishment of the company", { .month = "2026-03", .siret = "00000123000028" }, "", "use_job write_payslip sort_document" },
  { "the name alone names the employer", { .month = "2026-03", .siret = "" }, "", "use_job write_payslip sort_document" },
  { "a SIRET that fails its check digit", { .month = "2026-03", .siret = "00000123000011" }, "siret_check:siret", "use_job write_payslip sort_document" },
  { "another company of the same name",
    { .month = "2026-03", .siret = "00000987800018" },
    "unknown_employer:employer unsure:contract",
    "create_employer create_job write_payslip sort_document" },
  { "hours read badly", { .month = "2026-03", .hours_confidence = 0.6 }, "unsure:hours", "use_job write_payslip sort_document" },
  { "just sure enough", { .month = "2026-03", .hours_confidence = 0.9 }, "", "use_job write_payslip sort_document" },
  { "the month after the job", { .month = "2027-01" }, "outside_job:month", "extend_job write_payslip sort_document" },
  { "the month before the job", { .month = "2025-12" }, "outside_job:month", "extend_job write_payslip sort_document" },
  { "years after the job",
    { .month = "2029-01" },
    "outside_job:month unsure:contract",
    "create_job write_payslip sort_document" },
  { "a month proved with the same figures", { .month = "2026-01" }, "month_proved:month", "use_job write_payslip sort_document" },
  { "a month proved with other figures", { .month = "2026-01", .gross = 1900 }, "figures_differ:month", "use_job write_payslip sort_document" },
  { "a month typed without a document", { .month = "2026-02" }, "", "use_job prove_payslip sort_document" },
  { "a month typed with other figures", { .month = "2026-02", .gross = 1900 }, "figures_differ:month", "use_job prove_payslip sort_document" },
};

static void
test_judgements (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (judgements); i++)
    {
      const Judgement *judgement = &judgements[i];
      g_autoptr (AncProposalList) list = anc_fixture_new_pile ();
      AncProposal *proposal = anc_fixture_add_slip (list, &judgement->slip);

      g_test_message ("%s", judgement->why);
      anc_fixture_assert_issues (proposal, judgement->issues);
      anc_fixture_assert_steps (proposal, judgement->steps);
      g_assert_true (anc_proposal_is_acceptable (proposal));
    }
}

/* Two of one month in the pile: the second is one too many, and neither is sure where they differ. */
static void
test_twins (void)
{
  g_autoptr (AncProposalList) list = anc_fixture_new_pile ();
  AncProposal *first = anc_fixture_add_slip (list, &(AncFixtureSlip){ .month = "2026-03" });
  AncProposal *second = anc_fixture_add_slip (list, &(AncFixtureSlip){ .month = "2026-03" });
  AncProposal *third = anc_fixture_add_slip (list, &(AncFixtureSlip){ .month = "2026-04", .gross = 1700 });
  AncProposal *fourth = anc_fixture_add_slip (list, &(AncFixtureSlip){ .month = "2026-04" });

  anc_fixture_assert_issues (first, "");
  anc_fixture_assert_issues (second, "twin:month");
  anc_fixture_assert_issues (third, "twin_differs:month");
  anc_fixture_assert_issues (fourth, "twin_differs:month");

  /* Setting one aside settles the other. */
  anc_proposal_set_aside (third, TRUE);
  g_assert_cmpint (anc_proposal_get_state (third), ==, ANC_PROPOSAL_STATE_SET_ASIDE);
  anc_fixture_assert_issues (fourth, "");
  g_assert_false (anc_proposal_list_has_set_aside (list, anc_proposal_get_document_key (fourth)));
  g_assert_true (anc_proposal_list_has_set_aside (list, anc_proposal_get_document_key (third)));

  /* Taken up again, it stands as before. */
  anc_proposal_list_take_up (list, anc_proposal_get_document_key (third));
  g_assert_false (anc_proposal_list_has_set_aside (list, anc_proposal_get_document_key (third)));
  anc_fixture_assert_issues (third, "twin_differs:month");
  anc_fixture_assert_issues (fourth, "twin_differs:month");
  anc_proposal_set_aside (third, TRUE);

  g_assert_cmpuint (anc_proposal_list_accept_sure (list, "moi", 0), ==, 2);
  anc_fixture_assert_issues (second, "month_proved:month");
}

/* The slips of two weeks of a month are two proofs of it. */
static void
test_weeks (void)
{
  g_autoptr (AncProposalList) list = anc_fixture_new_pile ();
  AncProposal *first = anc_fixture_add_slip (list, &(AncFixtureSlip){ .month = "2026-03", .start = "2026-03-02", .end = "2026-03-08" });
  AncProposal *second = anc_fixture_add_slip (list, &(AncFixtureSlip){ .month = "2026-03", .start = "2026-03-09", .end = "2026-03-15" });

  anc_fixture_assert_issues (first, "");
  anc_fixture_assert_issues (second, "");
  g_assert_cmpuint (anc_proposal_list_accept_sure (list, NULL, -1), ==, 2);
}

static gboolean
is_corrected (const AncCaseRows *rows,
              const AncRow *citation)
{
  guint column;

  return anc_citation_is_corrected (citation, anc_citation_find_claim (rows, citation, &column));
}

/* In one document they add up to one payslip: a case has but one of a job, month and document. */
static void
test_weeks_in_one_document (void)
{
  g_autoptr (AncProposalList) list = anc_fixture_new_pile ();
  const AncFixtureSlip slips[] = {
    { .month = "2026-03", .start = "2026-03-02", .end = "2026-03-08", .gross = 400 },
    { .month = "2026-03", .start = "2026-03-09", .end = "2026-03-15", .gross = 500, .top = 400 },
  };
  g_autoptr (AncCaseRows) rows = NULL;
  const AncRow *payslip;

  anc_fixture_add_slips (list, slips, G_N_ELEMENTS (slips));
  g_assert_cmpuint (anc_proposal_list_accept_sure (list, NULL, -1), ==, 2);
  g_assert_cmpuint (anc_proposal_list_count_state (list, ANC_PROPOSAL_STATE_ACCEPTED), ==, 2);

  rows = anc_case_dup_rows (anc_proposal_list_get_case (list));
  g_assert_cmpuint (anc_case_rows_get_count (rows, ANC_TABLE_PAYSLIPS), ==, 3);
  payslip = anc_case_rows_get (rows, ANC_TABLE_PAYSLIPS, 2);
  g_assert_cmpint (anc_row_get_integer (payslip, "gross", 0), ==, 900 * ANC_AMOUNT_UNIT);
  g_assert_cmpint (anc_row_get_integer (payslip, "hours", 0), ==, 303340000);
  for (guint i = 0; i < anc_case_rows_get_count (rows, ANC_TABLE_CITATIONS); i++)
    g_assert_false (is_corrected (rows, anc_case_rows_get (rows, ANC_TABLE_CITATIONS, i)));
}

/* ---- Accepting --------------------------------------------------------------------------------- */

static void
accept (AncProposalList *list,
        AncProposal *proposal)
{
  g_autoptr (AncChangeSet) changes = anc_proposal_list_accept (list, proposal, "moi", 1000);

  g_assert_nonnull (changes);
}

static const AncRow *
get_last (const AncCaseRows *rows,
          AncTableId table)
{
  return anc_case_rows_get (rows, table, anc_case_rows_get_count (rows, table) - 1);
}

static void
test_payslip_and_proofs (void)
{
  g_autoptr (AncProposalList) list = anc_fixture_new_pile ();
  AncProposal *proposal = anc_fixture_add_slip (list, &(AncFixtureSlip){ .month = "2026-03" });
  g_autoptr (AncCaseRows) rows = NULL;
  g_autoptr (GPtrArray) proofs = NULL;
  const AncRow *payslip, *document, *citation;

  accept (list, proposal);
  g_assert_cmpint (anc_proposal_get_state (proposal), ==, ANC_PROPOSAL_STATE_ACCEPTED);

  rows = anc_case_dup_rows (anc_proposal_list_get_case (list));
  payslip = get_last (rows, ANC_TABLE_PAYSLIPS);
  document = get_last (rows, ANC_TABLE_DOCUMENTS);
  g_assert_cmpstr (anc_row_get_text (payslip, "job"), ==, "j1");
  g_assert_cmpint (anc_row_get_integer (payslip, "month", 0), ==, anc_month_new (2026, 3));
  g_assert_cmpint (anc_row_get_integer (payslip, "gross", 0), ==, 1823 * ANC_AMOUNT_UNIT);
  g_assert_cmpstr (anc_row_get_text (payslip, "document"), ==, anc_row_get_text (document, "id"));
  g_assert_cmpstr (anc_row_get_text (document, "kind"), ==, "payslip");
  g_assert_cmpint (anc_row_get_integer (document, "month", 0), ==, anc_month_new (2026, 3));
  g_assert_cmpint (anc_row_get_integer (document, "pages", 0), ==, 2);

  proofs = anc_citation_list_of_claim (rows, payslip->key, anc_table_find_column (payslip->table, "hours"));
  g_assert_cmpuint (proofs->len, ==, 1);
  citation = g_ptr_array_index (proofs, 0);
  g_assert_cmpstr (anc_row_get_text (citation, "text_read"), ==, "151,67");
  g_assert_cmpint (anc_row_get_integer (citation, "x", 0), ==, 105 * ANC_AMOUNT_UNIT);
  g_assert_cmpint (anc_row_get_integer (citation, "width", 0), ==, 40 * ANC_AMOUNT_UNIT);
  g_assert_cmpstr (anc_row_get_text (citation, "accepted_by"), ==, "moi");
  g_assert_false (is_corrected (rows, citation));
}

static void
test_corrected (void)
{
  g_autoptr (AncProposalList) list = anc_fixture_new_pile ();
  AncProposal *proposal = anc_fixture_add_slip (list, &(AncFixtureSlip){ .month = "2026-03", .hours_confidence = 0.4 });
  AncProposalField *hours = anc_proposal_get_field (proposal, ANC_PROPOSAL_HOURS);
  g_autoptr (AncCaseRows) rows = NULL;
  g_autoptr (GPtrArray) proofs = NULL;
  const AncRow *payslip;

  g_assert_false (anc_proposal_correct_text (proposal, ANC_PROPOSAL_HOURS, "beaucoup"));
  anc_fixture_assert_issues (proposal, "unsure:hours");
  g_assert_true (anc_proposal_correct_text (proposal, ANC_PROPOSAL_HOURS, "120.5"));
  anc_fixture_assert_issues (proposal, "");
  g_assert_true (anc_proposal_field_is_corrected (hours));

  accept (list, proposal);
  rows = anc_case_dup_rows (anc_proposal_list_get_case (list));
  payslip = get_last (rows, ANC_TABLE_PAYSLIPS);
  g_assert_cmpint (anc_row_get_integer (payslip, "hours", 0), ==, 120500000);
  proofs = anc_citation_list_of_claim (rows, payslip->key, anc_table_find_column (payslip->table, "hours"));
  g_assert_cmpuint (proofs->len, ==, 1);
  g_assert_true (is_corrected (rows, g_ptr_array_index (proofs, 0)));
  g_assert_cmpstr (anc_row_get_text (g_ptr_array_index (proofs, 0), "text_read"), ==, "151,67");
}

/* To say what was read is to confirm it, which is no correction. */
static void
test_confirmed (void)
{
  g_autoptr (AncProposalList) list = anc_fixture_new_pile ();
  AncProposal *proposal = anc_fixture_add_slip (list, &(AncFixtureSlip){ .month = "2026-03", .hours_confidence = 0.4 });

  g_assert_true (anc_proposal_correct_text (proposal, ANC_PROPOSAL_HOURS, "151.67"));
  anc_fixture_assert_issues (proposal, "");
  g_assert_false (anc_proposal_field_is_corrected (anc_proposal_get_field (proposal, ANC_PROPOSAL_HOURS)));
}

/* The first slip of an employer nobody knows makes one, with a job for all months in a row of the pile; the
 * others are sure from then on. */
static void
test_unknown_employer (void)
{
  static const char *const months[] = { "2024-05", "2024-06", "2024-07", "2024-11" };
  g_autoptr (AncProposalList) list = anc_fixture_new_pile ();
  AncProposal *slips[G_N_ELEMENTS (months)];
  g_autoptr (AncCaseRows) rows = NULL;
  const AncRow *employer, *job;

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    slips[i] = anc_fixture_add_slip (list, &(AncFixtureSlip){ .month = months[i], .employer = "Songes SARL", .siret = "00000987800018" });
  anc_fixture_assert_issues (slips[1], "unknown_employer:employer unsure:contract");

  accept (list, slips[1]);
  rows = anc_case_dup_rows (anc_proposal_list_get_case (list));
  employer = get_last (rows, ANC_TABLE_EMPLOYERS);
  job = get_last (rows, ANC_TABLE_JOBS);
  g_assert_cmpstr (anc_row_get_text (employer, "name"), ==, "Songes SARL");
  g_assert_cmpstr (anc_row_get_text (employer, "siret"), ==, "00000987800018");
  g_assert_cmpstr (anc_row_get_text (employer, "kind"), ==, "company");
  g_assert_cmpstr (anc_row_get_text (job, "employer"), ==, anc_row_get_text (employer, "id"));
  g_assert_cmpint (anc_row_get_integer (job, "start", 0), ==, anc_date_new (2024, 5, 1));
  g_assert_cmpint (anc_row_get_integer (job, "end", 0), ==, anc_date_new (2024, 7, 31));

  anc_fixture_assert_issues (slips[0], "");
  anc_fixture_assert_issues (slips[2], "");
  anc_fixture_assert_issues (slips[3], "outside_job:month unsure:contract");
}

/* A person may choose another job than the one put forward. */
static void
test_choose_job (void)
{
  g_autoptr (AncProposalList) list = anc_fixture_new_pile ();
  AncProposal *proposal = anc_fixture_add_slip (list, &(AncFixtureSlip){ .month = "2027-01" });
  g_autoptr (AncCaseRows) rows = NULL;
  const AncProposalStep *choices;
  guint n_choices;

  choices = anc_proposal_get_job_choices (proposal, &n_choices);
  g_assert_cmpuint (n_choices, ==, 2);
  g_assert_cmpint (choices[anc_proposal_get_job_choice (proposal)].action, ==, ANC_PROPOSAL_EXTEND_JOB);
  g_assert_cmpint (choices[0].end, ==, anc_date_new (2027, 1, 31));
  g_assert_cmpint (choices[1].action, ==, ANC_PROPOSAL_CREATE_JOB);
  g_assert_cmpint (choices[1].start, ==, anc_date_new (2027, 1, 1));

  anc_proposal_choose_job (proposal, 1);
  anc_fixture_assert_steps (proposal, "create_job write_payslip sort_document");
  accept (list, proposal);
  rows = anc_case_dup_rows (anc_proposal_list_get_case (list));
  g_assert_cmpuint (anc_case_rows_get_count (rows, ANC_TABLE_JOBS), ==, 2);
  g_assert_cmpint (anc_row_get_integer (anc_case_rows_get (rows, ANC_TABLE_JOBS, 0), "end", 0), ==, anc_date_new (2026, 12, 31));
}

/* ---- Several in one document ------------------------------------------------------------------- */

static void
test_split (void)
{
  g_autoptr (AncProposalList) list = anc_fixture_new_pile ();
  const AncFixtureSlip slips[] = {
    { .month = "2026-03" },
    { .month = "2026-04", .top = 300 },
    { .month = "2026-04", .person = "Ulysse NÉANT", .top = 600 },
  };
  g_autoptr (AncCaseRows) rows = NULL;

  anc_fixture_add_slips (list, slips, G_N_ELEMENTS (slips));
  g_assert_cmpuint (anc_proposal_list_get_count (list), ==, 3);
  anc_fixture_assert_issues (anc_proposal_list_get (list, 2), "other_person:person");

  accept (list, anc_proposal_list_get (list, 1));
  g_assert_cmpint (anc_proposal_get_state (anc_proposal_list_get (list, 0)), ==, ANC_PROPOSAL_STATE_SURE);
  g_assert_cmpint (anc_proposal_get_state (anc_proposal_list_get (list, 1)), ==, ANC_PROPOSAL_STATE_ACCEPTED);
  g_assert_cmpint (anc_proposal_get_state (anc_proposal_list_get (list, 2)), ==, ANC_PROPOSAL_STATE_CONFLICT);

  /* The document is of no one month. */
  rows = anc_case_dup_rows (anc_proposal_list_get_case (list));
  g_assert_cmpint (anc_row_get_integer (get_last (rows, ANC_TABLE_DOCUMENTS), "month", -1), ==, -1);
}

/* ---- Papers ------------------------------------------------------------------------------------ */

static void
test_contract (void)
{
  g_autoptr (AncProposalList) list = anc_fixture_new_pile ();
  const gint64 key = anc_fixture_add_document (list);
  g_autoptr (AncCaseRows) rows = NULL;
  AncProposal *proposal;
  const AncRow *job, *document;

  anc_proposal_list_set_reading (
      list,
      key,
      "{\"document\": \"employment_contract\", \"pages\": 3, \"slips\": [], \"statement\": {"
      "\"employer\": \"Songes SARL\", \"siret\": \"00000987800018\", \"employee\": \"Zoé FICTIF\", \"job\": \"Plongeuse\","
      "\"contract\": \"fixed_term\", \"start\": \"2025-02-03\", \"end\": \"2025-08-02\", \"weekly_hours\": null,"
      "\"monthly_hours\": 151.67, \"gross_monthly\": 1823.03, \"signed_on\": \"2025-01-28\", \"fields\": {"
      "\"employer\": {\"page\": 1, \"rect\": [10, 10, 60, 20], \"text\": \"Songes SARL\", \"confidence\": 0.95},"
      "\"siret\": {\"page\": 1, \"rect\": [10, 20, 60, 30], \"text\": \"00000987800018\", \"confidence\": 0.95},"
      "\"employee\": {\"page\": 1, \"rect\": [10, 30, 60, 40], \"text\": \"Zoé FICTIF\", \"confidence\": 0.95},"
      "\"job\": {\"page\": 1, \"rect\": [10, 40, 60, 50], \"text\": \"Plongeuse\", \"confidence\": 0.95},"
      "\"contract\": {\"page\": 1, \"rect\": [10, 50, 60, 60], \"text\": \"CDD\", \"confidence\": 0.95},"
      "\"start\": {\"page\": 1, \"rect\": [10, 60, 60, 70], \"text\": \"3 février 2025\", \"confidence\": 0.95},"
      "\"end\": {\"page\": 1, \"rect\": [10, 70, 60, 80], \"text\": \"2 août 2025\", \"confidence\": 0.95},"
      "\"monthly_hours\": {\"page\": 2, \"rect\": [10, 70, 60, 80], \"text\": \"151,67\", \"confidence\": 0.95},"
      "\"gross_monthly\": {\"page\": 2, \"rect\": [10, 80, 60, 90], \"text\": \"1 823,03\", \"confidence\": 0.95},"
      "\"signed_on\": {\"page\": 3, \"rect\": [10, 90, 60, 99], \"text\": \"28 janvier 2025\", \"confidence\": 0.95}}}}");
  proposal = anc_proposal_list_get (list, 0);
  anc_fixture_assert_issues (proposal, "unknown_employer:employer");
  anc_fixture_assert_steps (proposal, "create_employer create_job sort_document");

  accept (list, proposal);
  rows = anc_case_dup_rows (anc_proposal_list_get_case (list));
  job = get_last (rows, ANC_TABLE_JOBS);
  document = get_last (rows, ANC_TABLE_DOCUMENTS);
  g_assert_cmpstr (anc_row_get_text (job, "contract"), ==, "fixed_term");
  g_assert_cmpstr (anc_row_get_text (job, "occupation_label"), ==, "Plongeuse");
  g_assert_cmpint (anc_row_get_integer (job, "start", 0), ==, anc_date_new (2025, 2, 3));
  g_assert_cmpint (anc_row_get_integer (job, "end", 0), ==, anc_date_new (2025, 8, 2));
  g_assert_cmpint (anc_row_get_integer (job, "weekly_hours", 0), ==, 35 * ANC_AMOUNT_UNIT);
  g_assert_cmpstr (anc_row_get_text (document, "kind"), ==, "employment_contract");
  g_assert_cmpint (anc_row_get_integer (document, "date", 0), ==, anc_date_new (2025, 1, 28));
  g_assert_cmpint (anc_proposal_get_state (proposal), ==, ANC_PROPOSAL_STATE_ACCEPTED);
}

/* A paper the reader does not know is sorted by hand, and proves presence once it has a kind and a date. */
static void
test_paper_by_hand (void)
{
  g_autoptr (AncProposalList) list = anc_fixture_new_pile ();
  const gint64 key = anc_fixture_add_document (list);
  AncProposal *proposal;

  anc_proposal_list_set_reading (list, key, "{\"document\": \"other\", \"pages\": 1, \"slips\": [], \"statement\": null}");
  proposal = anc_proposal_list_get (list, 0);
  anc_fixture_assert_issues (proposal, "unknown_kind:kind");
  g_assert_false (anc_proposal_is_acceptable (proposal));
  g_assert_null (anc_proposal_list_accept (list, proposal, NULL, -1));

  g_assert_true (anc_proposal_correct_text (proposal, ANC_PROPOSAL_KIND, "energy"));
  anc_fixture_assert_issues (proposal, "missing:date");
  g_assert_true (anc_proposal_correct_text (proposal, ANC_PROPOSAL_DATE, "2025-05-12"));
  anc_fixture_assert_issues (proposal, "");
  accept (list, proposal);
  g_assert_cmpint (anc_proposal_get_state (proposal), ==, ANC_PROPOSAL_STATE_ACCEPTED);
}

static void
test_unreadable (void)
{
  g_autoptr (AncProposalList) list = anc_fixture_new_pile ();
  const gint64 key = anc_fixture_add_document (list);
  AncProposal *proposal;

  anc_proposal_list_set_waiting (list, key);
  g_assert_cmpint (anc_proposal_get_state (anc_proposal_list_get (list, 0)), ==, ANC_PROPOSAL_STATE_WAITING);
  anc_proposal_list_set_unreadable (list, key, "password");
  proposal = anc_proposal_list_get (list, 0);
  g_assert_cmpint (anc_proposal_get_state (proposal), ==, ANC_PROPOSAL_STATE_UNREADABLE);
  g_assert_cmpstr (anc_proposal_get_problem (proposal), ==, "password");
  g_assert_false (anc_proposal_is_acceptable (proposal));

  /* It can still be sorted by hand. */
  g_assert_true (anc_proposal_correct_text (proposal, ANC_PROPOSAL_KIND, "passport"));
  g_assert_true (anc_proposal_is_acceptable (proposal));
  accept (list, proposal);
  g_assert_cmpint (anc_proposal_get_state (proposal), ==, ANC_PROPOSAL_STATE_ACCEPTED);
}

/* ---- Decisions --------------------------------------------------------------------------------- */

static void
note_decision_cb (AncProposalList *list,
                  AncProposal *proposal,
                  gpointer user_data)
{
  char **decision = user_data;

  g_free (*decision);
  *decision = anc_proposal_list_dup_decision (list, proposal);
}

static void
test_decisions_are_kept (void)
{
  g_autoptr (AncProposalList) list = anc_fixture_new_pile ();
  const AncFixtureSlip slip = { .month = "2026-03" };
  AncProposal *proposal = anc_fixture_add_slip (list, &slip);
  g_autofree char *decision = NULL;
  g_autofree char *reading = anc_fixture_make_reading (&slip, 1);

  g_signal_connect (list, "decided", G_CALLBACK (note_decision_cb), &decision);
  anc_proposal_correct_text (proposal, ANC_PROPOSAL_GROSS, "1900");
  anc_proposal_set_aside (proposal, TRUE);
  g_assert_nonnull (decision);

  {
    g_autoptr (AncProposalList) next = anc_proposal_list_new (anc_proposal_list_get_case (list));

    anc_proposal_list_set_decision (next, anc_proposal_get_document_key (proposal), 0, decision);
    anc_proposal_list_set_reading (next, anc_proposal_get_document_key (proposal), reading);
    proposal = anc_proposal_list_get (next, 0);
    g_assert_cmpint (anc_proposal_get_state (proposal), ==, ANC_PROPOSAL_STATE_SET_ASIDE);
    g_assert_cmpint (anc_proposal_get_integer (proposal, ANC_PROPOSAL_GROSS, 0), ==, 1900 * ANC_AMOUNT_UNIT);
    anc_proposal_set_aside (proposal, FALSE);
    g_assert_cmpint (anc_proposal_get_state (proposal), ==, ANC_PROPOSAL_STATE_SURE);
  }
}

/* ---- Properties -------------------------------------------------------------------------------- */

/* Slips that have nothing to do with each other: of months of one job that none is known of. */
static void
add_independent (AncProposalList *list)
{
  static const char *const months[] = { "2026-03", "2026-04", "2026-05", "2026-06", "2026-07" };

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    anc_fixture_add_slip (list, &(AncFixtureSlip){ .month = months[i], .gross = 1800 + (int) i });
}

/* Accepting whatever it is and taking it back gives the case as it was, and the proposal with it. */
static void
test_accept_and_undo (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (judgements); i++)
    {
      g_autoptr (AncProposalList) list = anc_fixture_new_pile ();
      AncProposal *proposal = anc_fixture_add_slip (list, &judgements[i].slip);
      AncCase *a_case = anc_proposal_list_get_case (list);
      const AncProposalState state = anc_proposal_get_state (proposal);
      g_autoptr (AncCaseRows) before = anc_case_dup_rows (a_case);
      g_autoptr (AncChangeSet) changes = anc_proposal_list_accept (list, proposal, "moi", 1);
      g_autoptr (AncCaseRows) accepted = anc_case_dup_rows (a_case);
      g_autoptr (AncChangeSet) inverse = anc_change_set_new_inverse (changes);
      g_autoptr (AncCaseRows) after = NULL;

      g_test_message ("%s", judgements[i].why);
      g_assert_false (anc_case_rows_equal (before, accepted));
      g_assert_cmpint (anc_proposal_get_state (proposal), ==, ANC_PROPOSAL_STATE_ACCEPTED);
      anc_case_apply (a_case, inverse);
      after = anc_case_dup_rows (a_case);
      g_assert_true (anc_case_rows_equal (before, after));
      g_assert_cmpint (anc_proposal_get_state (proposal), ==, state);
      anc_fixture_assert_issues (proposal, judgements[i].issues);

      anc_case_apply (a_case, changes);
      g_assert_cmpint (anc_proposal_get_state (proposal), ==, ANC_PROPOSAL_STATE_ACCEPTED);
    }
}

/* In whatever order independent proposals are accepted, the case says the same in the end. */
static void
test_any_order (void)
{
  g_autofree char *expected = NULL;

  for (guint round = 0; round < 24; round++)
    {
      g_autoptr (AncProposalList) list = anc_fixture_new_pile ();
      g_autoptr (GPtrArray) left = g_ptr_array_new ();
      g_autofree char *told = NULL;

      add_independent (list);
      for (guint i = 0; i < anc_proposal_list_get_count (list); i++)
        g_ptr_array_add (left, anc_proposal_list_get (list, i));
      while (left->len > 0)
        accept (list, g_ptr_array_remove_index_fast (left, (guint) g_test_rand_int_range (0, (int) left->len)));

      told = anc_fixture_tell_payslips (list);
      if (expected == NULL)
        expected = g_steal_pointer (&told);
      else
        g_assert_cmpstr (told, ==, expected);
    }
}

static void
keep_cb (AncCase *a_case,
         AncChangeSet *changes,
         AncChangeSet **kept)
{
  g_clear_pointer (kept, anc_change_set_unref);
  *kept = anc_change_set_ref (changes);
}

/* All the sure ones at once are one step to take back. */
static void
test_all_sure (void)
{
  g_autoptr (AncProposalList) list = anc_fixture_new_pile ();
  AncCase *a_case = anc_proposal_list_get_case (list);
  g_autoptr (AncCaseRows) before = NULL;
  g_autoptr (AncCaseRows) after = NULL;
  g_autoptr (AncChangeSet) changes = NULL;
  g_autoptr (AncChangeSet) inverse = NULL;
  guint n_commits = 0;

  add_independent (list);
  anc_fixture_add_slip (list, &(AncFixtureSlip){ .month = "2026-08", .hours_confidence = 0.5 });
  before = anc_case_dup_rows (a_case);
  anc_fixture_count_commits (a_case, &n_commits);
  g_signal_connect (a_case, "committed", G_CALLBACK (keep_cb), &changes);
  g_assert_cmpuint (anc_proposal_list_count_state (list, ANC_PROPOSAL_STATE_SURE), ==, 5);
  g_assert_cmpuint (anc_proposal_list_accept_sure (list, "moi", 1), ==, 5);
  g_assert_cmpuint (n_commits, ==, 1);
  g_assert_cmpuint (anc_proposal_list_count_state (list, ANC_PROPOSAL_STATE_SURE), ==, 0);
  g_assert_cmpuint (anc_proposal_list_count_state (list, ANC_PROPOSAL_STATE_ACCEPTED), ==, 5);
  g_assert_cmpuint (anc_proposal_list_count_state (list, ANC_PROPOSAL_STATE_DOUBTFUL), ==, 1);

  inverse = anc_change_set_new_inverse (changes);
  anc_case_apply (a_case, inverse);
  after = anc_case_dup_rows (a_case);
  g_assert_true (anc_case_rows_equal (before, after));
  g_assert_cmpuint (anc_proposal_list_count_state (list, ANC_PROPOSAL_STATE_SURE), ==, 5);
}

/* A document withdrawn takes its proposals along, and brings them back. */
static void
test_withdrawn_document (void)
{
  g_autoptr (AncProposalList) list = anc_fixture_new_pile ();
  AncCase *a_case = anc_proposal_list_get_case (list);
  AncProposal *proposal = anc_fixture_add_slip (list, &(AncFixtureSlip){ .month = "2026-03" });
  AncRecord *document = anc_case_find (a_case, anc_proposal_get_document_key (proposal));
  g_autoptr (AncChangeSet) changes = NULL;
  g_autoptr (AncChangeSet) inverse = NULL;

  anc_case_begin (a_case, "Withdraw");
  anc_case_remove (a_case, document);
  changes = anc_case_commit (a_case);
  g_assert_cmpuint (anc_proposal_list_get_count (list), ==, 0);

  inverse = anc_change_set_new_inverse (changes);
  anc_case_apply (a_case, inverse);
  g_assert_cmpuint (anc_proposal_list_get_count (list), ==, 1);
  g_assert_true (anc_proposal_list_get (list, 0) == proposal);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/cases/proposal/values", test_values);
  g_test_add_func ("/cases/proposal/nonsense", test_nonsense);
  g_test_add_func ("/cases/proposal/judgements", test_judgements);
  g_test_add_func ("/cases/proposal/twins", test_twins);
  g_test_add_func ("/cases/proposal/weeks", test_weeks);
  g_test_add_func ("/cases/proposal/weeks-in-one-document", test_weeks_in_one_document);
  g_test_add_func ("/cases/proposal/payslip-and-proofs", test_payslip_and_proofs);
  g_test_add_func ("/cases/proposal/corrected", test_corrected);
  g_test_add_func ("/cases/proposal/confirmed", test_confirmed);
  g_test_add_func ("/cases/proposal/unknown-employer", test_unknown_employer);
  g_test_add_func ("/cases/proposal/choose-job", test_choose_job);
  g_test_add_func ("/cases/proposal/split", test_split);
  g_test_add_func ("/cases/proposal/contract", test_contract);
  g_test_add_func ("/cases/proposal/paper-by-hand", test_paper_by_hand);
  g_test_add_func ("/cases/proposal/unreadable", test_unreadable);
  g_test_add_func ("/cases/proposal/decisions-are-kept", test_decisions_are_kept);
  g_test_add_func ("/cases/proposal/accept-and-undo", test_accept_and_undo);
  g_test_add_func ("/cases/proposal/any-order", test_any_order);
  g_test_add_func ("/cases/proposal/all-sure", test_all_sure);
  g_test_add_func ("/cases/proposal/withdrawn-document", test_withdrawn_document);

  return g_test_run ();
}
