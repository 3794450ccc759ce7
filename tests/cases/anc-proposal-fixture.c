/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-proposal-fixture.h"

#include "anc-json-writer.h"
#include "anc-references.h"

#define SIRET "00000123000010"

static AncRecord *
insert (AncCase *a_case,
        AncTableId table,
        const char *id)
{
  AncRecord *record = anc_case_insert (a_case, table, G_MAXUINT);

  if (id != NULL)
    anc_record_set_text (record, "id", id);
  return record;
}

static void
add_payslip (AncCase *a_case,
             AncMonth month,
             const char *document)
{
  AncRecord *payslip = insert (a_case, ANC_TABLE_PAYSLIPS, NULL);

  anc_record_set_text (payslip, "job", "j1");
  anc_record_set_integer (payslip, "month", month);
  anc_record_set_integer (payslip, "gross", 1823 * ANC_AMOUNT_UNIT);
  if (document != NULL)
    anc_record_set_text (payslip, "document", document);
}

/**
 * anc_fixture_new_pile:
 *
 * Returns: (transfer full): the empty list of a case: one employer, one job in 2026, a payslip of January that has
 *   a document and one of February that has none
 */
AncProposalList *
anc_fixture_new_pile (void)
{
  g_autoptr (AncCase) a_case = anc_case_new ("2026-001");
  AncRecord *employer, *job, *document;

  anc_case_begin (a_case, "Make");
  anc_record_set_text (anc_case_get_head (a_case), "family_name", "Fictif alias Chimère");
  anc_record_set_text (anc_case_get_head (a_case), "given_names", "Zoé");
  employer = insert (a_case, ANC_TABLE_EMPLOYERS, "e1");
  anc_record_set_text (employer, "name", "L’Atelier Imaginaire");
  anc_record_set_text (employer, "kind", "company");
  anc_record_set_text (employer, "siret", SIRET);
  job = insert (a_case, ANC_TABLE_JOBS, "j1");
  anc_record_set_text (job, "employer", "e1");
  anc_record_set_text (job, "contract", "permanent");
  anc_record_set_integer (job, "start", anc_date_new (2026, 1, 1));
  anc_record_set_integer (job, "end", anc_date_new (2026, 12, 31));
  document = insert (a_case, ANC_TABLE_DOCUMENTS, "d1");
  anc_record_set_text (document, "title", "Janvier");
  anc_record_set_text (document, "kind", "payslip");
  add_payslip (a_case, anc_month_new (2026, 1), "d1");
  add_payslip (a_case, anc_month_new (2026, 2), NULL);
  anc_case_end (a_case);

  return anc_proposal_list_new (a_case);
}

/* Adds a document nobody has sorted. Returns: its key */
gint64
anc_fixture_add_document (AncProposalList *list)
{
  AncCase *a_case = anc_proposal_list_get_case (list);
  g_autoptr (AncCaseRows) rows = anc_case_dup_rows (a_case);
  g_autofree char *id = anc_references_make_id (rows, ANC_TABLE_DOCUMENTS);
  AncRecord *document;

  anc_case_begin (a_case, "Add");
  document = insert (a_case, ANC_TABLE_DOCUMENTS, id);
  anc_record_set_text (document, "title", "Numérisation");
  anc_record_set_text (document, "kind", ANC_PROPOSAL_UNSORTED);
  anc_case_end (a_case);

  return anc_record_get_key (document);
}

/* ---- Readings ---------------------------------------------------------------------------------- */

static void
add_place (AncJsonWriter *json,
           const char *name,
           const char *text,
           int top,
           int row,
           double confidence)
{
  AncAmount amount = 0;

  anc_amount_from_double (confidence, &amount);
  anc_json_writer_open_object (json, name);
  anc_json_writer_add_int (json, "page", 1);
  anc_json_writer_open_array (json, "rect");
  anc_json_writer_add_int (json, NULL, 100 + row);
  anc_json_writer_add_int (json, NULL, top + 10 * row);
  anc_json_writer_add_int (json, NULL, 140 + row);
  anc_json_writer_add_int (json, NULL, top + 10 * row + 8);
  anc_json_writer_close_array (json);
  anc_json_writer_add_string (json, "text", text);
  anc_json_writer_add_amount (json, "confidence", amount, 2, 2);
  anc_json_writer_close_object (json);
}

static const char *
get_text (const char *text,
          const char *usual)
{
  return text == NULL ? usual : (*text != '\0' ? text : NULL);
}

static void
add_slip (AncJsonWriter *json,
          const AncFixtureSlip *slip)
{
  const char *names[] = { "period", "employer", "siret", "employee", "job", "hours", "gross", "net" };
  const char *texts[] = {
    slip->month, get_text (slip->employer, "L'ATELIER IMAGINAIRE"), get_text (slip->siret, SIRET), get_text (slip->person, "Zoé FICTIF"), "Rêveuse", "151,67", "le brut", "le net"
  };

  anc_json_writer_open_object (json, NULL);
  for (guint i = 0; i < 5; i++)
    if (texts[i] != NULL)
      anc_json_writer_add_string (json, names[i], texts[i]);
  if (slip->start != NULL)
    anc_json_writer_add_string (json, "period_start", slip->start);
  if (slip->end != NULL)
    anc_json_writer_add_string (json, "period_end", slip->end);
  anc_json_writer_add_amount (json, "hours", 151670000, 2, 2);
  anc_json_writer_add_int (json, "gross", slip->gross != 0 ? slip->gross : 1823);
  anc_json_writer_add_int (json, "net", 1422);
  anc_json_writer_open_array (json, "pages");
  anc_json_writer_add_int (json, NULL, 1);
  anc_json_writer_add_int (json, NULL, 1);
  anc_json_writer_close_array (json);
  anc_json_writer_open_object (json, "fields");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (texts[i] != NULL)
      add_place (json, names[i], texts[i], slip->top, (int) i, i == 5 && slip->hours_confidence > 0 ? slip->hours_confidence : 0.97);
  anc_json_writer_close_object (json);
  anc_json_writer_close_object (json);
}

/* Returns: (transfer full): what a reader says of a document of these slips */
char *
anc_fixture_make_reading (const AncFixtureSlip *slips,
                          guint n_slips)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AncJsonWriter json;

  anc_json_writer_init (&json, text);
  anc_json_writer_open_object (&json, NULL);
  anc_json_writer_add_string (&json, "document", "payslip");
  anc_json_writer_add_string (&json, "payslip_kind", "company");
  anc_json_writer_add_int (&json, "pages", 2);
  anc_json_writer_open_array (&json, "slips");
  for (guint i = 0; i < n_slips; i++)
    add_slip (&json, &slips[i]);
  anc_json_writer_close_array (&json);
  anc_json_writer_add_null (&json, "statement");
  anc_json_writer_close_object (&json);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Adds a document that holds these slips. */
void
anc_fixture_add_slips (AncProposalList *list,
                       const AncFixtureSlip *slips,
                       guint n_slips)
{
  g_autofree char *reading = anc_fixture_make_reading (slips, n_slips);

  g_assert_true (anc_proposal_list_set_reading (list, anc_fixture_add_document (list), reading));
}

/* Adds a document that is one slip. Returns: (transfer none): its proposal */
AncProposal *
anc_fixture_add_slip (AncProposalList *list,
                      const AncFixtureSlip *slip)
{
  anc_fixture_add_slips (list, slip, 1);
  return anc_proposal_list_get (list, anc_proposal_list_get_count (list) - 1);
}

/* ---- Judgements -------------------------------------------------------------------------------- */

/* Compares why a proposal is not sure with `kind:field` words, and its state with what follows from them. */
void
anc_fixture_assert_issues (AncProposal *proposal,
                           const char *issues)
{
  g_autoptr (GString) told = g_string_new (NULL);
  AncProposalState state = ANC_PROPOSAL_STATE_SURE;
  guint n_issues;
  const AncProposalIssue *list = anc_proposal_get_issues (proposal, &n_issues);

  for (guint i = 0; i < n_issues; i++)
    {
      g_string_append_printf (told,
                              "%s%s:%s",
                              i > 0 ? " " : "",
                              anc_proposal_issue_kind_get_name (list[i].kind),
                              anc_proposal_field_id_get_name (list[i].field));
      state = MAX (state, anc_proposal_issue_kind_is_conflict (list[i].kind) ? ANC_PROPOSAL_STATE_CONFLICT : ANC_PROPOSAL_STATE_DOUBTFUL);
    }
  g_assert_cmpstr (told->str, ==, issues);
  g_assert_cmpint (anc_proposal_get_state (proposal), ==, state);
}

void
anc_fixture_assert_steps (AncProposal *proposal,
                          const char *steps)
{
  g_autoptr (GString) told = g_string_new (NULL);
  guint n_steps;
  const AncProposalStep *list = anc_proposal_get_steps (proposal, &n_steps);

  for (guint i = 0; i < n_steps; i++)
    g_string_append_printf (told, "%s%s", i > 0 ? " " : "", anc_proposal_action_get_name (list[i].action));
  g_assert_cmpstr (told->str, ==, steps);
}

static int
compare_lines (gconstpointer first,
               gconstpointer second)
{
  return g_strcmp0 (*(char *const *) first, *(char *const *) second);
}

/* Returns: (transfer full): the payslips of the case and how many proofs each has, in no order of the case's */
char *
anc_fixture_tell_payslips (AncProposalList *list)
{
  g_autoptr (AncCaseRows) rows = anc_case_dup_rows (anc_proposal_list_get_case (list));
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < anc_case_rows_get_count (rows, ANC_TABLE_PAYSLIPS); i++)
    {
      const AncRow *row = anc_case_rows_get (rows, ANC_TABLE_PAYSLIPS, i);
      guint n_proofs = 0;

      for (guint j = 0; j < anc_case_rows_get_count (rows, ANC_TABLE_CITATIONS); j++)
        n_proofs += anc_row_get_integer (anc_case_rows_get (rows, ANC_TABLE_CITATIONS, j), "claim_key", 0) == row->key ? 1 : 0;
      g_ptr_array_add (lines,
                       g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s %u",
                                        anc_row_get_text (row, "job"),
                                        anc_row_get_integer (row, "month", 0),
                                        anc_row_get_integer (row, "gross", 0),
                                        anc_row_get_text (row, "document"),
                                        n_proofs));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
committed_cb (AncCase *a_case,
              AncChangeSet *changes,
              gpointer user_data)
{
  ++*(guint *) user_data;
}

/* Counts, from now on, the edits of a case: the steps to take back. */
void
anc_fixture_count_commits (AncCase *a_case,
                           guint *n_commits)
{
  g_signal_connect (a_case, "committed", G_CALLBACK (committed_cb), n_commits);
}
