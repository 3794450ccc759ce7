/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-proposal-private.h"

#include "anc-amount.h"

#include <jansson.h>
#include <string.h>

/* From what a reader says of a document to proposals that nobody has judged yet. A reading comes from
 * outside: whatever does not make sense in it is as if it were not there. */

/* What a confidence must be at most for a value that no page was named for. */
#define CONFIDENCE_OF_NOTHING 0.0

/* Weeks of a year by its months. */
#define WEEKS_PER_MONTH (52.0 / 12.0)

/* A member of a slip or statement and the field it is. */
typedef struct
{
  const char *member;
  AncProposalFieldId id;
} Member;

static const Member slip_members[] = {
  { "period", ANC_PROPOSAL_MONTH },
  { "employer", ANC_PROPOSAL_EMPLOYER },
  { "siret", ANC_PROPOSAL_SIRET },
  { "employee", ANC_PROPOSAL_PERSON },
  { "job", ANC_PROPOSAL_OCCUPATION },
  { "hours", ANC_PROPOSAL_HOURS },
  { "gross", ANC_PROPOSAL_GROSS },
  { "net", ANC_PROPOSAL_NET },
};

static const Member statement_members[] = {
  { "employer", ANC_PROPOSAL_EMPLOYER },
  { "siret", ANC_PROPOSAL_SIRET },
  { "employee", ANC_PROPOSAL_PERSON },
  { "job", ANC_PROPOSAL_OCCUPATION },
  { "contract", ANC_PROPOSAL_CONTRACT },
  { "start", ANC_PROPOSAL_START },
  { "end", ANC_PROPOSAL_END },
  { "weekly_hours", ANC_PROPOSAL_WEEKLY_HOURS },
  { "gross_monthly", ANC_PROPOSAL_MONTHLY_GROSS },
  { "signed_on", ANC_PROPOSAL_DATE },
};

/* ---- Values ------------------------------------------------------------------------------------ */

static gboolean
set_number (const AncColumn *column,
            json_t *json,
            AncValue *value)
{
  const char *text = json_string_value (json);
  AncAmount amount;
  AncMonth month;
  AncDate date;

  if (column->field->type == ANC_FIELD_MONTH && text != NULL && anc_month_parse (text, &month))
    anc_value_set_integer (value, month);
  else if (column->field->type == ANC_FIELD_DATE && text != NULL && anc_date_parse (text, &date))
    anc_value_set_integer (value, date);
  else if (column->field->type == ANC_FIELD_AMOUNT && json_is_number (json)
           && anc_amount_from_double (json_number_value (json), &amount) && amount >= 0 && amount <= ANC_AMOUNT_MAX)
    anc_value_set_integer (value, amount);

  return value->type != ANC_VALUE_NONE;
}

static gboolean
set_value (AncProposalFieldId id,
           json_t *json,
           AncValue *value)
{
  const AncColumn *column = anc_proposal_field_id_get_column (id);
  const char *text = json_string_value (json);

  if (column->type == ANC_VALUE_INTEGER)
    return set_number (column, json, value);
  if (text == NULL || *text == '\0')
    return FALSE;
  if (column->field->type == ANC_FIELD_CHOICE && !g_strv_contains (column->field->choices, text))
    return FALSE;

  anc_value_set_text (value, text, -1);
  return TRUE;
}

static double
get_number (json_t *json)
{
  return json_is_number (json) ? json_number_value (json) : 0;
}

/* Where a value was read; the text belongs to @json. */
static AncProposalPlace
get_place (json_t *fields,
           const char *member)
{
  json_t *json = json_object_get (fields, member);
  json_t *rect = json_object_get (json, "rect");
  const json_int_t page = json_integer_value (json_object_get (json, "page"));
  AncProposalPlace place = { .confidence = CONFIDENCE_OF_NOTHING };

  if (page < 1 || page > G_MAXINT)
    return place;

  place.page = (guint) page;
  place.rect = (AncRect){
    get_number (json_array_get (rect, 0)),
    get_number (json_array_get (rect, 1)),
    get_number (json_array_get (rect, 2)),
    get_number (json_array_get (rect, 3)),
  };
  place.text = (char *) json_string_value (json_object_get (json, "text"));
  place.confidence = get_number (json_object_get (json, "confidence"));

  return place;
}

static void
take_members (AncProposal *proposal,
              json_t *json,
              const Member *members,
              guint n_members)
{
  json_t *fields = json_object_get (json, "fields");

  for (guint i = 0; i < n_members; i++)
    {
      const AncProposalPlace place = get_place (fields, members[i].member);
      g_auto (AncValue) value = { 0 };

      if (set_value (members[i].id, json_object_get (json, members[i].member), &value))
        anc_proposal_take_field (proposal, anc_proposal_field_new (members[i].id, &value, &place));
    }
}

static void
take_text (AncProposal *proposal,
           AncProposalFieldId id,
           const char *text,
           double confidence)
{
  const AncProposalPlace place = { .confidence = confidence };
  g_auto (AncValue) value = { 0 };

  anc_value_set_text (&value, text, -1);
  anc_proposal_take_field (proposal, anc_proposal_field_new (id, &value, &place));
}

static AncDate
get_date (json_t *json)
{
  const char *text = json_string_value (json);
  AncDate date;

  return text != NULL && anc_date_parse (text, &date) ? date : ANC_DATE_NONE;
}

/* ---- Slips ------------------------------------------------------------------------------------- */

/* A slip seldom names its contract. That of an agency or a household is told by its form; of a company's,
 * the most common is put forward, so unsurely that a person has to look wherever it would be written. */
static void
take_contract (AncProposal *proposal)
{
  if (g_strcmp0 (proposal->payslip_kind, "household") == 0)
    take_text (proposal, ANC_PROPOSAL_CONTRACT, "household", 1);
  else if (g_strcmp0 (proposal->payslip_kind, "agency") == 0)
    take_text (proposal, ANC_PROPOSAL_CONTRACT, "agency", 1);
  else
    take_text (proposal, ANC_PROPOSAL_CONTRACT, "permanent", CONFIDENCE_OF_NOTHING);
}

static AncProposal *
parse_slip (gint64 document_key,
            guint index,
            json_t *reading,
            json_t *slip)
{
  AncProposal *proposal = anc_proposal_new (document_key, index);
  const json_int_t page = json_integer_value (json_array_get (json_object_get (slip, "pages"), 0));

  proposal->n_slips = (guint) json_array_size (json_object_get (reading, "slips"));
  proposal->payslip_kind = g_strdup (json_string_value (json_object_get (reading, "payslip_kind")));
  proposal->period_start = get_date (json_object_get (slip, "period_start"));
  proposal->period_end = get_date (json_object_get (slip, "period_end"));
  proposal->first_page = page > 0 && page <= G_MAXINT ? (guint) page : 0;
  take_text (proposal, ANC_PROPOSAL_KIND, ANC_PROPOSAL_PAYSLIP, 1);
  take_contract (proposal);
  take_members (proposal, slip, slip_members, G_N_ELEMENTS (slip_members));

  return proposal;
}

/* ---- Papers ------------------------------------------------------------------------------------ */

/* Papers that tell hours by the month: as hours a week, to the hundredth. */
static void
take_monthly_hours (AncProposal *proposal,
                    json_t *statement)
{
  const AncProposalPlace place = get_place (json_object_get (statement, "fields"), "monthly_hours");
  json_t *json = json_object_get (statement, "monthly_hours");
  g_auto (AncValue) value = { 0 };
  AncAmount amount;

  if (proposal->fields[ANC_PROPOSAL_WEEKLY_HOURS] != NULL || !json_is_number (json)
      || !anc_amount_from_double (json_number_value (json) / WEEKS_PER_MONTH, &amount))
    return;

  amount = (amount + ANC_AMOUNT_UNIT / 200) / (ANC_AMOUNT_UNIT / 100) * (ANC_AMOUNT_UNIT / 100);
  anc_value_set_integer (&value, amount);
  anc_proposal_take_field (proposal, anc_proposal_field_new (ANC_PROPOSAL_WEEKLY_HOURS, &value, &place));
}

/* The kind as documents of a case name it; %NULL where the reader does not know. */
static const char *
get_kind (json_t *reading)
{
  const char *kind = json_string_value (json_object_get (reading, "document"));
  json_t *contract = json_object_get (json_object_get (reading, "statement"), "contract");

  if (g_strcmp0 (kind, "other") == 0 || g_strcmp0 (kind, ANC_PROPOSAL_PAYSLIP) == 0)
    return NULL;
  if (g_strcmp0 (kind, "employment_contract") == 0 && g_strcmp0 (json_string_value (contract), "agency") == 0)
    return "mission_contract";

  return kind;
}

static AncProposal *
parse_paper (gint64 document_key,
             json_t *reading)
{
  AncProposal *proposal = anc_proposal_new (document_key, 0);
  json_t *statement = json_object_get (reading, "statement");
  const char *kind = get_kind (reading);

  proposal->first_page = 1;
  if (kind != NULL)
    take_text (proposal, ANC_PROPOSAL_KIND, kind, 1);
  if (json_is_object (statement))
    {
      take_members (proposal, statement, statement_members, G_N_ELEMENTS (statement_members));
      take_monthly_hours (proposal, statement);
    }

  return proposal;
}

/* ---- Public ------------------------------------------------------------------------------------ */

/**
 * anc_proposal_parse_reading:
 * @document_key: the key of the document
 * @json: what a reader says of it
 *
 * Returns: (transfer full) (element-type AncProposal) (nullable): a proposal for each slip, or one for the
 *   paper; %NULL where this is no reading
 */
GPtrArray *
anc_proposal_parse_reading (gint64 document_key,
                            const char *json)
{
  json_t *reading = json_loads (json, JSON_REJECT_DUPLICATES, NULL);
  json_t *slips = json_object_get (reading, "slips");
  const json_int_t n_pages = json_integer_value (json_object_get (reading, "pages"));
  GPtrArray *proposals;
  json_t *slip;
  gsize index;

  if (!json_is_object (reading) || !json_is_string (json_object_get (reading, "document")))
    {
      json_decref (reading);
      return NULL;
    }

  proposals = g_ptr_array_new_with_free_func (g_object_unref);
  json_array_foreach (slips, index, slip)
    g_ptr_array_add (proposals, parse_slip (document_key, (guint) index, reading, slip));
  if (proposals->len == 0)
    g_ptr_array_add (proposals, parse_paper (document_key, reading));

  for (guint i = 0; i < proposals->len; i++)
    {
      AncProposal *proposal = g_ptr_array_index (proposals, i);

      proposal->n_pages = n_pages > 0 && n_pages <= G_MAXINT ? (guint) n_pages : 0;
      anc_proposal_finish_fields (proposal);
    }
  json_decref (reading);

  return proposals;
}
