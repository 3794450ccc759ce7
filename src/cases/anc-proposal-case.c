/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-proposal-case.h"

#include "anc-amount.h"
#include "anc-fold.h"
#include "anc-siret.h"

#include <string.h>

/* ---- Making ------------------------------------------------------------------------------------ */

static void
clear_employer (gpointer data)
{
  AncSeenEmployer *employer = data;

  g_free (employer->name);
  g_free (employer->siret);
}

static void
clear_job (gpointer data)
{
  g_free (((AncSeenJob *) data)->occupation);
}

static char *
fold (const char *text)
{
  return text != NULL ? anc_fold (text, -1) : NULL;
}

static void
add_employers (AncProposalCase *self)
{
  for (guint i = 0; i < anc_case_rows_get_count (self->rows, ANC_TABLE_EMPLOYERS); i++)
    {
      const AncRow *row = anc_case_rows_get (self->rows, ANC_TABLE_EMPLOYERS, i);
      const char *siret = anc_row_get_text (row, "siret");
      const AncSeenEmployer employer = {
        .row = row,
        .id = anc_row_get_text (row, "id"),
        .name = fold (anc_row_get_text (row, "name")),
        .siret = siret != NULL && anc_siret_check (siret) ? anc_siret_normalize (siret) : NULL,
      };

      g_array_append_val (self->employers, employer);
    }
}

static gint64
find_employer_key (const AncProposalCase *self,
                   const char *id)
{
  for (guint i = 0; id != NULL && i < self->employers->len; i++)
    {
      const AncSeenEmployer *employer = &g_array_index (self->employers, AncSeenEmployer, i);

      if (g_strcmp0 (employer->id, id) == 0)
        return employer->row->key;
    }

  return 0;
}

static void
add_jobs (AncProposalCase *self)
{
  for (guint i = 0; i < anc_case_rows_get_count (self->rows, ANC_TABLE_JOBS); i++)
    {
      const AncRow *row = anc_case_rows_get (self->rows, ANC_TABLE_JOBS, i);
      const AncSeenJob job = {
        .row = row,
        .id = anc_row_get_text (row, "id"),
        .employer = find_employer_key (self, anc_row_get_text (row, "employer")),
        .start = (AncDate) anc_row_get_integer (row, "start", ANC_DATE_MIN),
        .end = (AncDate) anc_row_get_integer (row, "end", ANC_DATE_MAX),
        .occupation = fold (anc_row_get_text (row, "occupation_label")),
      };

      g_array_append_val (self->jobs, job);
    }
}

static guint
find_job (const AncProposalCase *self,
          const char *id)
{
  for (guint i = 0; id != NULL && i < self->jobs->len; i++)
    if (g_strcmp0 (g_array_index (self->jobs, AncSeenJob, i).id, id) == 0)
      return i;

  return G_MAXUINT;
}

static void
add_payslips (AncProposalCase *self)
{
  g_autoptr (GHashTable) documents = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < anc_case_rows_get_count (self->rows, ANC_TABLE_DOCUMENTS); i++)
    {
      const AncRow *row = anc_case_rows_get (self->rows, ANC_TABLE_DOCUMENTS, i);
      const char *id = anc_row_get_text (row, "id");

      if (id != NULL)
        g_hash_table_insert (documents, (gpointer) id, (gpointer) row);
    }

  for (guint i = 0; i < anc_case_rows_get_count (self->rows, ANC_TABLE_PAYSLIPS); i++)
    {
      const AncRow *row = anc_case_rows_get (self->rows, ANC_TABLE_PAYSLIPS, i);
      const char *id = anc_row_get_text (row, "document");
      const AncRow *document = id != NULL ? g_hash_table_lookup (documents, id) : NULL;
      const AncSeenPayslip payslip = {
        .row = row,
        .job = find_job (self, anc_row_get_text (row, "job")),
        .month = (AncMonth) anc_row_get_integer (row, "month", ANC_MONTH_NONE),
        .document = document != NULL ? document->key : 0,
      };

      g_array_append_val (self->payslips, payslip);
    }
}

/* ---- Employers --------------------------------------------------------------------------------- */

/* Whether two SIRETs can be of one company: its establishments share the first nine digits. */
static gboolean
may_be_one_company (const char *first,
                    const char *second)
{
  return first == NULL || second == NULL || strncmp (first, second, ANC_SIREN_LENGTH) == 0;
}

static gboolean
is_same_name (const char *first,
              const char *second)
{
  return first != NULL && *first != '\0' && g_strcmp0 (first, second) == 0;
}

/* Returns: (nullable): the employer of the case that a proposal names, by its SIRET or else by its name */
const AncSeenEmployer *
anc_proposal_case_find_employer (const AncProposalCase *self,
                                 AncProposal *proposal)
{
  for (guint i = 0; proposal->siret != NULL && i < self->employers->len; i++)
    {
      const AncSeenEmployer *employer = &g_array_index (self->employers, AncSeenEmployer, i);

      if (g_strcmp0 (employer->siret, proposal->siret) == 0)
        return employer;
    }

  for (guint i = 0; i < self->employers->len; i++)
    {
      const AncSeenEmployer *employer = &g_array_index (self->employers, AncSeenEmployer, i);

      if (is_same_name (employer->name, proposal->employer_folded) && may_be_one_company (employer->siret, proposal->siret))
        return employer;
    }

  return NULL;
}

/* Whether two proposals name one employer, whether or not the case has it. */
gboolean
anc_proposal_same_employer (AncProposal *first,
                            AncProposal *second)
{
  return (first->siret != NULL && g_strcmp0 (first->siret, second->siret) == 0)
         || (is_same_name (first->employer_folded, second->employer_folded) && may_be_one_company (first->siret, second->siret));
}

/* ---- Payslips ---------------------------------------------------------------------------------- */

AncProposalFigures
anc_proposal_case_get_figures (const AncSeenPayslip *payslip)
{
  return (AncProposalFigures){
    anc_row_get_integer (payslip->row, "hours", ANC_AMOUNT_NONE),
    anc_row_get_integer (payslip->row, "gross", ANC_AMOUNT_NONE),
    anc_row_get_integer (payslip->row, "net", ANC_AMOUNT_NONE),
  };
}

AncProposalFigures
anc_proposal_get_figures (AncProposal *proposal)
{
  return (AncProposalFigures){
    anc_proposal_get_integer (proposal, ANC_PROPOSAL_HOURS, ANC_AMOUNT_NONE),
    anc_proposal_get_integer (proposal, ANC_PROPOSAL_GROSS, ANC_AMOUNT_NONE),
    anc_proposal_get_integer (proposal, ANC_PROPOSAL_NET, ANC_AMOUNT_NONE),
  };
}

static gboolean
amounts_agree (gint64 first,
               gint64 second)
{
  return first == ANC_AMOUNT_NONE || second == ANC_AMOUNT_NONE || first == second;
}

/* Whether nothing that both say differs. */
gboolean
anc_proposal_figures_agree (const AncProposalFigures *first,
                            const AncProposalFigures *second)
{
  return amounts_agree (first->hours, second->hours) && amounts_agree (first->gross, second->gross)
         && amounts_agree (first->net, second->net);
}

/* Whether two slips may be of the same days: those of two weeks of a month are not. */
gboolean
anc_proposal_shares_days (AncProposal *first,
                          AncProposal *second)
{
  if (first->period_start == ANC_DATE_NONE || first->period_end == ANC_DATE_NONE || second->period_start == ANC_DATE_NONE
      || second->period_end == ANC_DATE_NONE)
    return TRUE;

  return first->period_start <= second->period_end && second->period_start <= first->period_end;
}

/* Returns: (nullable): the record of the proposal's document */
const AncRow *
anc_proposal_case_get_document (const AncProposalCase *self,
                                AncProposal *proposal)
{
  return anc_case_rows_find (self->rows, ANC_TABLE_DOCUMENTS, proposal->document_key);
}

static gboolean
is_length (const AncRow *citation,
           const char *column,
           double points)
{
  AncAmount amount;

  return anc_amount_from_double (points, &amount) && anc_row_get_integer (citation, column, ANC_AMOUNT_NONE) == amount;
}

/* Whether a citation of a payslip leads to where this slip was read. */
static gboolean
is_cited_here (AncProposal *proposal,
               const AncRow *citation)
{
  for (AncProposalFieldId i = 0; i < ANC_N_PROPOSAL_FIELDS; i++)
    {
      const AncProposalPlace *place = anc_proposal_field_get_place (proposal->fields[i]);

      if (place->page > 0 && anc_row_get_integer (citation, "page", 0) == place->page
          && is_length (citation, "x", place->rect.x0) && is_length (citation, "y", place->rect.y0))
        return TRUE;
    }

  return FALSE;
}

/* Whether a payslip of the case that names the proposal's document was made from this slip of it: a citation
 * of it leads there or, where it has none, it is of the month. */
static gboolean
is_made_from (const AncProposalCase *self,
              const AncSeenPayslip *payslip,
              AncProposal *proposal)
{
  const char *document = anc_row_get_text (payslip->row, "document");
  gboolean is_cited = FALSE;

  if (proposal->n_slips == 1)
    return TRUE;

  for (guint i = 0; i < anc_case_rows_get_count (self->rows, ANC_TABLE_CITATIONS); i++)
    {
      const AncRow *citation = anc_case_rows_get (self->rows, ANC_TABLE_CITATIONS, i);

      if (anc_row_get_integer (citation, "claim_key", 0) != payslip->row->key
          || g_strcmp0 (anc_row_get_text (citation, "document"), document) != 0)
        continue;
      if (is_cited_here (proposal, citation))
        return TRUE;
      is_cited = TRUE;
    }

  return !is_cited && payslip->month == anc_proposal_get_integer (proposal, ANC_PROPOSAL_MONTH, ANC_MONTH_NONE);
}

/* Returns: (nullable): the payslip of the case that this slip already became */
const AncSeenPayslip *
anc_proposal_case_find_accepted (const AncProposalCase *self,
                                 AncProposal *proposal)
{
  for (guint i = 0; i < self->payslips->len; i++)
    {
      const AncSeenPayslip *payslip = &g_array_index (self->payslips, AncSeenPayslip, i);

      if (payslip->document == proposal->document_key && is_made_from (self, payslip, proposal))
        return payslip;
    }

  return NULL;
}

/* ---- All of it --------------------------------------------------------------------------------- */

/* A paper was accepted when someone said what it is. */
static gboolean
is_sorted (const AncRow *document)
{
  const char *kind = document != NULL ? anc_row_get_text (document, "kind") : NULL;

  return kind != NULL && !g_str_equal (kind, ANC_PROPOSAL_UNSORTED);
}

static void
look_at (AncProposalCase *self,
         AncProposal *proposal)
{
  anc_proposal_match_person (proposal, self->family_name, self->given_names);
  proposal->is_accepted = !proposal->is_waiting
                          && (anc_proposal_is_payslip (proposal)
                                  ? anc_proposal_case_find_accepted (self, proposal) != NULL
                                  : is_sorted (anc_proposal_case_get_document (self, proposal)));
}

/**
 * anc_proposal_case_new:
 * @rows: a case
 * @proposals: (element-type AncProposal): its proposals, in their order; outlive it
 *
 * Returns: (transfer full): what the judge looks at
 */
AncProposalCase *
anc_proposal_case_new (AncCaseRows *rows,
                       GPtrArray *proposals)
{
  AncProposalCase *self = g_new0 (AncProposalCase, 1);

  self->rows = anc_case_rows_ref (rows);
  self->family_name = anc_row_get_text (anc_case_rows_get_head (rows), "family_name");
  self->given_names = anc_row_get_text (anc_case_rows_get_head (rows), "given_names");
  self->others = g_ptr_array_ref (proposals);
  self->employers = g_array_new (FALSE, TRUE, sizeof (AncSeenEmployer));
  self->jobs = g_array_new (FALSE, TRUE, sizeof (AncSeenJob));
  self->payslips = g_array_new (FALSE, TRUE, sizeof (AncSeenPayslip));
  g_array_set_clear_func (self->employers, clear_employer);
  g_array_set_clear_func (self->jobs, clear_job);
  add_employers (self);
  add_jobs (self);
  add_payslips (self);
  for (guint i = 0; i < proposals->len; i++)
    look_at (self, g_ptr_array_index (proposals, i));

  return self;
}

void
anc_proposal_case_free (AncProposalCase *self)
{
  g_array_unref (self->employers);
  g_array_unref (self->jobs);
  g_array_unref (self->payslips);
  g_ptr_array_unref (self->others);
  anc_case_rows_unref (self->rows);
  g_free (self);
}
