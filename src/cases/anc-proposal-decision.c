/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-proposal-private.h"

#include "anc-json-writer.h"

#include <jansson.h>

/* What a person made of a proposal before it is accepted, as it is kept: a JSON object, all of whose members
 * may be missing: `aside`, `job` (an action and the key of a job) and `fields` (texts, as people type them). */

static void
add_fields (AncProposal *self,
            AncJsonWriter *writer)
{
  anc_json_writer_open_object (writer, "fields");
  for (AncProposalFieldId i = 0; i < ANC_N_PROPOSAL_FIELDS; i++)
    if (anc_proposal_field_is_settled (self->fields[i]))
      {
        g_autofree char *text = anc_proposal_field_dup_text (self->fields[i]);

        anc_json_writer_add_string (writer, anc_proposal_field_id_get_name (i), text);
      }
  anc_json_writer_close_object (writer);
}

static gboolean
is_touched (AncProposal *self)
{
  gboolean is = self->is_aside || self->has_chosen;

  for (AncProposalFieldId i = 0; i < ANC_N_PROPOSAL_FIELDS; i++)
    is = is || anc_proposal_field_is_settled (self->fields[i]);

  return is;
}

/* Returns: (transfer full) (nullable): what a person made of it; %NULL where nobody touched it */
char *
anc_proposal_dup_decision (AncProposal *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AncJsonWriter writer;

  if (!is_touched (self))
    return NULL;

  anc_json_writer_init (&writer, text);
  anc_json_writer_open_object (&writer, NULL);
  anc_json_writer_add_boolean (&writer, "aside", self->is_aside);
  if (self->has_chosen)
    {
      anc_json_writer_open_object (&writer, "job");
      anc_json_writer_add_string (&writer, "action", anc_proposal_action_get_name (self->chosen.action));
      anc_json_writer_add_int (&writer, "key", self->chosen.record);
      anc_json_writer_close_object (&writer);
    }
  add_fields (self, &writer);
  anc_json_writer_close_object (&writer);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
take_job (AncProposal *self,
          json_t *job)
{
  const char *name = json_string_value (json_object_get (job, "action"));
  AncProposalAction action;

  for (action = ANC_PROPOSAL_USE_JOB; action <= ANC_PROPOSAL_CREATE_JOB; action++)
    if (g_strcmp0 (name, anc_proposal_action_get_name (action)) == 0)
      {
        self->has_chosen = TRUE;
        self->chosen = (AncProposalStep){ .action = action, .record = json_integer_value (json_object_get (job, "key")) };
      }
}

/**
 * anc_proposal_take_decision:
 * @decision: (nullable): what anc_proposal_dup_decision() returned for this proposal, or for another reading
 *   of the same slip
 *
 * Makes of it what a person made of it.
 *
 * Returns: whether @decision could be read
 */
gboolean
anc_proposal_take_decision (AncProposal *self,
                            const char *decision)
{
  json_t *json = decision != NULL ? json_loads (decision, JSON_REJECT_DUPLICATES, NULL) : NULL;
  const gboolean is_read = json_is_object (json);
  const char *name;
  json_t *text;

  json_object_foreach (json_object_get (json, "fields"), name, text)
    {
      const AncProposalFieldId id = anc_proposal_field_id_from_name (name);

      if (id < ANC_N_PROPOSAL_FIELDS && json_is_string (text))
        anc_proposal_correct_text (self, id, json_string_value (text));
    }
  take_job (self, json_object_get (json, "job"));
  anc_proposal_set_aside (self, json_is_true (json_object_get (json, "aside")));
  json_decref (json);

  return is_read;
}
