/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-proposal-private.h"

#include "anc-amount.h"
#include "anc-case-json.h"
#include "anc-citation.h"
#include "anc-references.h"

#include <glib/gi18n.h>

/* Accepting: what a proposal says goes into its case, each value with the place it was read at. */

typedef struct
{
  AncProposal *proposal;
  AncCase *edited;
  AncRecord *document;
  const char *accepted_by;
  gint64 accepted_at;
} Writing;

/* ---- Values ------------------------------------------------------------------------------------ */

static AncAmount
get_points (double points)
{
  AncAmount amount;

  return anc_amount_from_double (points, &amount) ? amount : ANC_AMOUNT_NONE;
}

/* Says where the field @id, which stands in a column of @record now, was read. */
static void
cite (Writing *self,
      AncRecord *record,
      AncProposalFieldId id,
      const char *column)
{
  AncProposalField *field = self->proposal->fields[id];
  const AncProposalPlace *place = anc_proposal_field_get_place (field);
  const AncCitationPlace citation = {
    .document = anc_record_get_text (self->document, "id"),
    .page = place->page,
    .x = get_points (place->rect.x0),
    .y = get_points (place->rect.y0),
    .width = get_points (anc_rect_width (place->rect)),
    .height = get_points (anc_rect_height (place->rect)),
    .text_read = place->text,
    .confidence = get_points (place->confidence),
    .accepted_by = self->accepted_by,
    .accepted_at = self->accepted_at,
    .is_corrected = anc_proposal_field_is_corrected (field),
  };

  if (place->page > 0)
    anc_citation_add (self->edited, record, anc_table_find_column (anc_record_get_table (record), column), &citation);
}

/* Writes a field into a column of a record, with its proof. What the paper does not say changes nothing. */
static void
put (Writing *self,
     AncRecord *record,
     AncProposalFieldId id,
     const char *column)
{
  const guint index = anc_table_find_column (anc_record_get_table (record), column);

  if (!anc_proposal_field_is_recorded (self->proposal->fields[id]))
    return;

  anc_record_set_value (record, index, anc_proposal_field_get_value (self->proposal->fields[id]));
  cite (self, record, id, column);
}

/* Proves what a record says, where the paper says the same, and fills in what it does not say. */
static void
prove (Writing *self,
       AncRecord *record,
       AncProposalFieldId id,
       const char *column)
{
  const guint index = anc_table_find_column (anc_record_get_table (record), column);
  const AncValue *recorded = anc_record_get_value (record, index);
  const AncValue *value = anc_proposal_field_get_value (self->proposal->fields[id]);

  if (recorded->type == ANC_VALUE_NONE)
    put (self, record, id, column);
  else if (anc_value_equal (recorded, value))
    cite (self, record, id, column);
}

static void
set_new_id (Writing *self,
            AncRecord *record)
{
  g_autoptr (AncCaseRows) rows = anc_case_dup_rows (self->edited);
  g_autofree char *id = anc_references_make_id (rows, anc_record_get_table (record)->id);

  anc_record_set_text (record, "id", id);
}

/* ---- Records ----------------------------------------------------------------------------------- */

static AncRecord *
create_employer (Writing *self)
{
  AncRecord *employer = anc_case_insert (self->edited, ANC_TABLE_EMPLOYERS, G_MAXUINT);

  set_new_id (self, employer);
  anc_record_set_text (employer, "kind", self->proposal->payslip_kind != NULL ? self->proposal->payslip_kind : "company");
  put (self, employer, ANC_PROPOSAL_EMPLOYER, "name");
  if (self->proposal->siret != NULL)
    put (self, employer, ANC_PROPOSAL_SIRET, "siret");

  return employer;
}

static void
set_days (AncRecord *job,
          const AncProposalStep *step)
{
  if (anc_record_get_integer (job, "start", ANC_DATE_NONE) != step->start && step->start != ANC_DATE_MIN)
    anc_record_set_integer (job, "start", step->start);
  if (step->end == ANC_DATE_NONE)
    return;
  if (anc_record_get_integer (job, "end", ANC_DATE_NONE) != step->end)
    anc_record_set_integer (job, "end", step->end);
}

static AncRecord *
write_job (Writing *self,
           const AncProposalStep *step,
           AncRecord *employer)
{
  AncRecord *job = step->record != 0 ? anc_case_find (self->edited, step->record)
                                     : anc_case_insert (self->edited, ANC_TABLE_JOBS, G_MAXUINT);

  if (step->action == ANC_PROPOSAL_CREATE_JOB)
    {
      set_new_id (self, job);
      anc_record_set_text (job, "employer", anc_record_get_text (employer, "id"));
    }
  if (step->action != ANC_PROPOSAL_USE_JOB)
    set_days (job, step);
  if (!anc_proposal_is_payslip (self->proposal))
    {
      prove (self, job, ANC_PROPOSAL_START, "start");
      prove (self, job, ANC_PROPOSAL_END, "end");
      prove (self, job, ANC_PROPOSAL_WEEKLY_HOURS, "weekly_hours");
      prove (self, job, ANC_PROPOSAL_MONTHLY_GROSS, "monthly_gross");
    }
  if (step->action == ANC_PROPOSAL_CREATE_JOB || !anc_proposal_is_payslip (self->proposal))
    {
      prove (self, job, ANC_PROPOSAL_CONTRACT, "contract");
      prove (self, job, ANC_PROPOSAL_OCCUPATION, "occupation_label");
    }

  return job;
}

static void
write_payslip (Writing *self,
               const AncProposalStep *step,
               AncRecord *job)
{
  AncRecord *payslip = step->action == ANC_PROPOSAL_PROVE_PAYSLIP
                           ? anc_case_find (self->edited, step->record)
                           : anc_case_insert (self->edited, ANC_TABLE_PAYSLIPS, G_MAXUINT);

  if (step->action == ANC_PROPOSAL_WRITE_PAYSLIP)
    anc_record_set_text (payslip, "job", anc_record_get_text (job, "id"));
  anc_record_set_text (payslip, "document", anc_record_get_text (self->document, "id"));
  put (self, payslip, ANC_PROPOSAL_MONTH, "month");
  put (self, payslip, ANC_PROPOSAL_HOURS, "hours");
  put (self, payslip, ANC_PROPOSAL_GROSS, "gross");
  put (self, payslip, ANC_PROPOSAL_NET, "net");
}

/* What is proved of a field is so of its new value too. */
static void
renew_proofs (Writing *self,
              AncRecord *record,
              const char *column)
{
  AncRecordList *citations = anc_case_get_list (self->edited, ANC_TABLE_CITATIONS);
  const guint index = anc_table_find_column (anc_record_get_table (record), column);
  g_autofree char *literal = anc_case_json_dup_literal (&anc_record_get_table (record)->columns[index], anc_record_get_value (record, index));

  for (guint i = 0; i < anc_record_list_get_count (citations); i++)
    {
      AncRecord *citation = anc_record_list_get (citations, i);

      if (anc_record_get_integer (citation, "claim_key", 0) == anc_record_get_key (record)
          && g_strcmp0 (anc_record_get_text (citation, "claim_column"), column) == 0)
        anc_record_set_text (citation, "claim_value", literal);
    }
}

/* Adds an amount to that of another slip of the same document, which both then prove. */
static void
add_amount (Writing *self,
            AncRecord *payslip,
            AncProposalFieldId id,
            const char *column)
{
  const gint64 amount = anc_proposal_get_integer (self->proposal, id, ANC_AMOUNT_NONE);
  const gint64 recorded = anc_record_get_integer (payslip, column, 0);

  if (amount == ANC_AMOUNT_NONE)
    return;

  anc_record_set_integer (payslip, column, anc_amount_add (recorded, amount));
  renew_proofs (self, payslip, column);
  cite (self, payslip, id, column);
}

static void
add_to_payslip (Writing *self,
                const AncProposalStep *step)
{
  AncRecord *payslip = anc_case_find (self->edited, step->record);

  cite (self, payslip, ANC_PROPOSAL_MONTH, "month");
  add_amount (self, payslip, ANC_PROPOSAL_HOURS, "hours");
  add_amount (self, payslip, ANC_PROPOSAL_GROSS, "gross");
  add_amount (self, payslip, ANC_PROPOSAL_NET, "net");
}

/* The month is the document's where it holds but one. */
static void
sort_document (Writing *self)
{
  AncProposal *proposal = self->proposal;
  const gint64 month = anc_proposal_get_integer (proposal, ANC_PROPOSAL_MONTH, ANC_MONTH_NONE);
  const gint64 date = anc_proposal_get_integer (proposal, ANC_PROPOSAL_DATE, ANC_DATE_NONE);

  anc_record_set_text (self->document, "kind", anc_proposal_get_kind (proposal));
  if (anc_proposal_is_payslip (proposal) && month != ANC_MONTH_NONE && proposal->n_slips == 1)
    anc_record_set_integer (self->document, "month", month);
  if (!anc_proposal_is_payslip (proposal) && date != ANC_DATE_NONE)
    anc_record_set_integer (self->document, "date", date);
  if (proposal->n_pages > 0)
    anc_record_set_integer (self->document, "pages", proposal->n_pages);
}

/**
 * anc_proposal_write:
 * @self: a proposal that is acceptable, judged against the case as it is
 * @edited: the case, in an edit
 * @accepted_by: (nullable): who accepts it
 * @accepted_at: µs UTC, or -1
 *
 * Takes its steps.
 */
void
anc_proposal_write (AncProposal *self,
                    AncCase *edited,
                    const char *accepted_by,
                    gint64 accepted_at)
{
  Writing writing = { self, edited, anc_case_find (edited, self->document_key), accepted_by, accepted_at };
  AncRecord *employer = self->judgement.employer != 0 ? anc_case_find (edited, self->judgement.employer) : NULL;
  AncRecord *job = NULL;

  for (guint i = 0; i < self->judgement.steps->len; i++)
    {
      const AncProposalStep *step = &g_array_index (self->judgement.steps, AncProposalStep, i);

      switch (step->action)
        {
        case ANC_PROPOSAL_CREATE_EMPLOYER:
          employer = create_employer (&writing);
          break;
        case ANC_PROPOSAL_USE_JOB:
        case ANC_PROPOSAL_EXTEND_JOB:
        case ANC_PROPOSAL_CREATE_JOB:
          job = write_job (&writing, step, employer);
          break;
        case ANC_PROPOSAL_WRITE_PAYSLIP:
        case ANC_PROPOSAL_PROVE_PAYSLIP:
          write_payslip (&writing, step, job);
          break;
        case ANC_PROPOSAL_ADD_TO_PAYSLIP:
          add_to_payslip (&writing, step);
          break;
        case ANC_PROPOSAL_SORT_DOCUMENT:
        default:
          sort_document (&writing);
        }
    }
}
