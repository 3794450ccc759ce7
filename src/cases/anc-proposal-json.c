/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-proposal-json.h"

#include "anc-amount.h"
#include "anc-case-json.h"

static void
add_points (AncJsonWriter *writer,
            const char *key,
            double points)
{
  AncAmount amount;

  if (anc_amount_from_double (points, &amount))
    anc_json_writer_add_amount (writer, key, amount, 0, 2);
  else
    anc_json_writer_add_null (writer, key);
}

static void
add_place (AncJsonWriter *writer,
           const AncProposalPlace *place)
{
  anc_json_writer_add_int (writer, "page", place->page);
  anc_json_writer_open_array (writer, "rect");
  add_points (writer, NULL, place->rect.x0);
  add_points (writer, NULL, place->rect.y0);
  add_points (writer, NULL, place->rect.x1);
  add_points (writer, NULL, place->rect.y1);
  anc_json_writer_close_array (writer);
  anc_json_writer_add_string (writer, "text", place->text);
}

static void
add_field (AncJsonWriter *writer,
           AncProposalField *field)
{
  const AncProposalFieldId id = anc_proposal_field_get_id (field);
  const AncProposalPlace *place = anc_proposal_field_get_place (field);
  g_autofree char *literal = anc_case_json_dup_literal (anc_proposal_field_id_get_column (id), anc_proposal_field_get_value (field));

  anc_json_writer_open_object (writer, anc_proposal_field_id_get_name (id));
  anc_json_writer_add_json (writer, "value", literal);
  if (place->page > 0)
    add_place (writer, place);
  add_points (writer, "confidence", place->confidence);
  anc_json_writer_add_boolean (writer, "corrected", anc_proposal_field_is_corrected (field));
  anc_json_writer_close_object (writer);
}

static void
add_issues (AncJsonWriter *writer,
            AncProposal *self)
{
  guint n_issues;
  const AncProposalIssue *issues = anc_proposal_get_issues (self, &n_issues);

  anc_json_writer_open_array (writer, "issues");
  for (guint i = 0; i < n_issues; i++)
    {
      anc_json_writer_open_object (writer, NULL);
      anc_json_writer_add_string (writer, "kind", anc_proposal_issue_kind_get_name (issues[i].kind));
      anc_json_writer_add_boolean (writer, "conflict", anc_proposal_issue_kind_is_conflict (issues[i].kind));
      anc_json_writer_add_string (writer, "field", anc_proposal_field_id_get_name (issues[i].field));
      anc_json_writer_close_object (writer);
    }
  anc_json_writer_close_array (writer);
}

static void
add_date (AncJsonWriter *writer,
          const char *key,
          AncDate date)
{
  if (date != ANC_DATE_NONE)
    anc_json_writer_add_date (writer, key, date);
}

static void
add_steps (AncJsonWriter *writer,
           AncProposal *self)
{
  guint n_steps;
  const AncProposalStep *steps = anc_proposal_get_steps (self, &n_steps);

  anc_json_writer_open_array (writer, "steps");
  for (guint i = 0; i < n_steps; i++)
    {
      anc_json_writer_open_object (writer, NULL);
      anc_json_writer_add_string (writer, "action", anc_proposal_action_get_name (steps[i].action));
      add_date (writer, "start", steps[i].start);
      add_date (writer, "end", steps[i].end);
      anc_json_writer_close_object (writer);
    }
  anc_json_writer_close_array (writer);
}

/**
 * anc_proposal_write_json:
 * @self: a proposal
 * @key: (nullable): the member it becomes; %NULL in an array
 * @document_id: (nullable): the id of its document
 * @writer: takes an object: `document`, `slip`, `state`, `kind`, `problem`, `acceptable`, `fields` (those of its
 *   kind, by name: value, page, rect in points, text, confidence, corrected), `issues` and `steps`
 */
void
anc_proposal_write_json (AncProposal *self,
                         const char *key,
                         const char *document_id,
                         AncJsonWriter *writer)
{
  GListModel *fields = anc_proposal_get_fields (self);

  anc_json_writer_open_object (writer, key);
  anc_json_writer_add_string (writer, "document", document_id);
  anc_json_writer_add_int (writer, "slip", anc_proposal_get_slip (self));
  anc_json_writer_add_string (writer, "state", anc_proposal_state_get_name (anc_proposal_get_state (self)));
  anc_json_writer_add_string (writer, "kind", anc_proposal_get_kind (self));
  anc_json_writer_add_string (writer, "problem", anc_proposal_get_problem (self));
  anc_json_writer_add_boolean (writer, "acceptable", anc_proposal_is_acceptable (self));
  anc_json_writer_open_object (writer, "fields");
  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr (AncProposalField) field = g_list_model_get_item (fields, i);

      add_field (writer, field);
    }
  anc_json_writer_close_object (writer);
  add_issues (writer, self);
  add_steps (writer, self);
  anc_json_writer_close_object (writer);
}
