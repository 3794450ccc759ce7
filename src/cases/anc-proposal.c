/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-proposal-private.h"

#include "anc-plain-value.h"
#include "anc-fold.h"
#include "anc-siret.h"

G_DEFINE_FINAL_TYPE (AncProposal, anc_proposal, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_STATE,
  PROP_KIND,
  PROP_PROBLEM,
  PROP_ACCEPTABLE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

enum
{
  SIGNAL_JUDGED,
  SIGNAL_TOUCHED, /* for its list: a person did something to it */
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is read from each sort of document, in the order in which people look at it. */
static const AncProposalFieldId payslip_fields[] = {
  ANC_PROPOSAL_KIND,
  ANC_PROPOSAL_MONTH,
  ANC_PROPOSAL_PERSON,
  ANC_PROPOSAL_EMPLOYER,
  ANC_PROPOSAL_SIRET,
  ANC_PROPOSAL_OCCUPATION,
  ANC_PROPOSAL_CONTRACT,
  ANC_PROPOSAL_HOURS,
  ANC_PROPOSAL_GROSS,
  ANC_PROPOSAL_NET,
};

static const AncProposalFieldId job_fields[] = {
  ANC_PROPOSAL_KIND,
  ANC_PROPOSAL_DATE,
  ANC_PROPOSAL_PERSON,
  ANC_PROPOSAL_EMPLOYER,
  ANC_PROPOSAL_SIRET,
  ANC_PROPOSAL_OCCUPATION,
  ANC_PROPOSAL_CONTRACT,
  ANC_PROPOSAL_START,
  ANC_PROPOSAL_END,
  ANC_PROPOSAL_WEEKLY_HOURS,
  ANC_PROPOSAL_MONTHLY_GROSS,
};

static const AncProposalFieldId paper_fields[] = {
  ANC_PROPOSAL_KIND,
  ANC_PROPOSAL_DATE,
  ANC_PROPOSAL_PERSON,
};

/* ---- Object ------------------------------------------------------------------------------------ */

static void
anc_proposal_get_property (GObject *object,
                           guint id,
                           GValue *value,
                           GParamSpec *pspec)
{
  AncProposal *self = ANC_PROPOSAL (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_int (value, (int) self->judgement.state);
      break;
    case PROP_KIND:
      g_value_set_string (value, anc_proposal_get_kind (self));
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    case PROP_ACCEPTABLE:
      g_value_set_boolean (value, self->judgement.is_acceptable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
anc_proposal_finalize (GObject *object)
{
  AncProposal *self = ANC_PROPOSAL (object);

  for (AncProposalFieldId i = 0; i < ANC_N_PROPOSAL_FIELDS; i++)
    g_clear_object (&self->fields[i]);
  g_clear_object (&self->shown);
  g_free (self->problem);
  g_free (self->payslip_kind);
  g_free (self->employer_folded);
  g_free (self->siret);
  g_free (self->matched_family);
  g_free (self->matched_given);
  anc_proposal_judgement_clear (&self->judgement);

  G_OBJECT_CLASS (anc_proposal_parent_class)->finalize (object);
}

static void
anc_proposal_class_init (AncProposalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = anc_proposal_get_property;
  object_class->finalize = anc_proposal_finalize;

  props[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, 0, ANC_N_PROPOSAL_STATES - 1, 0, flags);
  props[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  props[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  props[PROP_ACCEPTABLE] = g_param_spec_boolean ("acceptable", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_JUDGED] = g_signal_new ("judged", ANC_TYPE_PROPOSAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TOUCHED] = g_signal_new ("touched", ANC_TYPE_PROPOSAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
anc_proposal_init (AncProposal *self)
{
  self->period_start = ANC_DATE_NONE;
  self->period_end = ANC_DATE_NONE;
  self->shown = g_list_store_new (ANC_TYPE_PROPOSAL_FIELD);
  anc_proposal_judgement_init (&self->judgement);
}

/**
 * anc_proposal_new:
 * @document_key: the key of a document of the case
 * @slip: which of its slips, from 0
 *
 * Returns: (transfer full): a proposal without fields; anc_proposal_take_field() gives it those that were
 *   read, anc_proposal_finish_fields() the others
 */
AncProposal *
anc_proposal_new (gint64 document_key,
                  guint slip)
{
  AncProposal *self = g_object_new (ANC_TYPE_PROPOSAL, NULL);

  self->document_key = document_key;
  self->slip = slip;
  self->n_slips = 1;

  return self;
}

/* Takes a field; @field: (transfer full). */
void
anc_proposal_take_field (AncProposal *self,
                         AncProposalField *field)
{
  AncProposalField **place = &self->fields[anc_proposal_field_get_id (field)];

  g_assert (*place == NULL);

  *place = field;
}

/* ---- Fields ------------------------------------------------------------------------------------ */

static void
list_ids (AncProposal *self,
          const AncProposalFieldId **ids,
          guint *n_ids)
{
  const char *kind = anc_proposal_get_kind (self);

  *ids = paper_fields;
  *n_ids = G_N_ELEMENTS (paper_fields);
  if (g_strcmp0 (kind, ANC_PROPOSAL_PAYSLIP) == 0)
    {
      *ids = payslip_fields;
      *n_ids = G_N_ELEMENTS (payslip_fields);
    }
  else if (anc_proposal_kind_is_about_job (kind))
    {
      *ids = job_fields;
      *n_ids = G_N_ELEMENTS (job_fields);
    }
}

/* Shows the fields that the kind of the document has, in their order. */
static void
show_fields (AncProposal *self)
{
  const guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  const AncProposalFieldId *ids;
  gpointer fields[ANC_N_PROPOSAL_FIELDS];
  guint n_ids;

  list_ids (self, &ids, &n_ids);
  for (guint i = 0; i < n_ids; i++)
    fields[i] = self->fields[ids[i]];
  g_list_store_splice (self->shown, 0, n_shown, fields, n_ids);
}

/* Keeps what employers are compared by. */
static void
note_employer (AncProposal *self)
{
  const char *name = anc_proposal_get_text (self, ANC_PROPOSAL_EMPLOYER);
  const char *siret = anc_proposal_get_text (self, ANC_PROPOSAL_SIRET);

  g_free (self->employer_folded);
  g_free (self->siret);
  self->employer_folded = name != NULL ? anc_fold (name, -1) : NULL;
  self->siret = siret != NULL && anc_siret_check (siret) ? anc_siret_normalize (siret) : NULL;
}

/* Finds whether it is about a person; for the same one as the last time it is known. */
void
anc_proposal_match_person (AncProposal *self,
                           const char *family_name,
                           const char *given_names)
{
  if (self->is_matched && g_strcmp0 (self->matched_family, family_name) == 0 && g_strcmp0 (self->matched_given, given_names) == 0)
    return;

  g_free (self->matched_family);
  g_free (self->matched_given);
  self->matched_family = g_strdup (family_name);
  self->matched_given = g_strdup (given_names);
  self->is_matched = TRUE;
  self->person = anc_name_match (family_name, given_names, anc_proposal_get_text (self, ANC_PROPOSAL_PERSON));
}

/* Makes the fields that were not read, so that people can fill them in. */
void
anc_proposal_finish_fields (AncProposal *self)
{
  for (AncProposalFieldId i = 0; i < ANC_N_PROPOSAL_FIELDS; i++)
    if (self->fields[i] == NULL)
      self->fields[i] = anc_proposal_field_new (i, NULL, NULL);

  note_employer (self);
  show_fields (self);
}

/* Returns: (transfer none): the fields its kind has, which changes with the kind */
GListModel *
anc_proposal_get_fields (AncProposal *self)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL (self), NULL);

  return G_LIST_MODEL (self->shown);
}

/* Returns: (transfer none): one field, be it shown or not */
AncProposalField *
anc_proposal_get_field (AncProposal *self,
                        AncProposalFieldId id)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL (self), NULL);
  g_return_val_if_fail (id < ANC_N_PROPOSAL_FIELDS, NULL);

  return self->fields[id];
}

/* Returns: (transfer none) (nullable): a text; %NULL where there is none */
const char *
anc_proposal_get_text (AncProposal *self,
                       AncProposalFieldId id)
{
  const AncValue *value;

  g_return_val_if_fail (ANC_IS_PROPOSAL (self), NULL);

  value = anc_proposal_field_get_value (self->fields[id]);
  return value->type == ANC_VALUE_TEXT ? value->text : NULL;
}

/* Returns: a date, month or amount; @none where there is none */
gint64
anc_proposal_get_integer (AncProposal *self,
                          AncProposalFieldId id,
                          gint64 none)
{
  const AncValue *value;

  g_return_val_if_fail (ANC_IS_PROPOSAL (self), none);

  value = anc_proposal_field_get_value (self->fields[id]);
  return value->type == ANC_VALUE_INTEGER ? value->integer : none;
}

/* ---- What it is -------------------------------------------------------------------------------- */

gint64
anc_proposal_get_document_key (AncProposal *self)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL (self), 0);

  return self->document_key;
}

/* Returns: which slip of its document it is, from 0; 0 for a document that holds none */
guint
anc_proposal_get_slip (AncProposal *self)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL (self), 0);

  return self->slip;
}

AncProposalState
anc_proposal_get_state (AncProposal *self)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL (self), 0);

  return self->judgement.state;
}

/* Returns: (nullable): the kind of document, as records of documents name it; %NULL where nobody said */
const char *
anc_proposal_get_kind (AncProposal *self)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL (self), NULL);

  return anc_proposal_get_text (self, ANC_PROPOSAL_KIND);
}

/* Returns: (nullable): why the document could not be read: `password`, `damaged`, `not_a_document`,
 * `too_large`, `timeout`, `crashed`, `cancelled` or `unavailable` */
const char *
anc_proposal_get_problem (AncProposal *self)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL (self), NULL);

  return self->problem;
}

gboolean
anc_proposal_is_payslip (AncProposal *self)
{
  return g_strcmp0 (anc_proposal_get_kind (self), ANC_PROPOSAL_PAYSLIP) == 0;
}

/* Whether someone still has to say yes or no to it. */
gboolean
anc_proposal_is_open (AncProposal *self)
{
  const AncProposalState state = anc_proposal_get_state (self);

  return state == ANC_PROPOSAL_STATE_SURE || state == ANC_PROPOSAL_STATE_DOUBTFUL || state == ANC_PROPOSAL_STATE_CONFLICT;
}

/* Whether it is neither accepted nor set aside, as far as the case last seen goes. */
gboolean
anc_proposal_wants_answer (AncProposal *self)
{
  return !self->is_accepted && !self->is_aside && !self->is_waiting && self->problem == NULL;
}

/* Returns: the page it begins on, from 1; 0 where that is not known */
guint
anc_proposal_get_first_page (AncProposal *self)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL (self), 0);

  return self->first_page;
}

/* ---- Judgement --------------------------------------------------------------------------------- */

void
anc_proposal_judgement_init (AncProposalJudgement *self)
{
  *self = (AncProposalJudgement){ .state = ANC_PROPOSAL_STATE_WAITING };
  self->issues = g_array_new (FALSE, TRUE, sizeof (AncProposalIssue));
  self->steps = g_array_new (FALSE, TRUE, sizeof (AncProposalStep));
  self->choices = g_array_new (FALSE, TRUE, sizeof (AncProposalStep));
}

void
anc_proposal_judgement_clear (AncProposalJudgement *self)
{
  g_clear_pointer (&self->issues, g_array_unref);
  g_clear_pointer (&self->steps, g_array_unref);
  g_clear_pointer (&self->choices, g_array_unref);
}

static gboolean
issues_equal (GArray *first,
              GArray *second)
{
  gboolean equal = first->len == second->len;

  for (guint i = 0; equal && i < first->len; i++)
    {
      const AncProposalIssue *a = &g_array_index (first, AncProposalIssue, i);
      const AncProposalIssue *b = &g_array_index (second, AncProposalIssue, i);

      equal = a->kind == b->kind && a->field == b->field && a->record == b->record && a->theirs.hours == b->theirs.hours
              && a->theirs.gross == b->theirs.gross && a->theirs.net == b->theirs.net;
    }

  return equal;
}

static gboolean
steps_equal (GArray *first,
             GArray *second)
{
  gboolean equal = first->len == second->len;

  for (guint i = 0; equal && i < first->len; i++)
    {
      const AncProposalStep *a = &g_array_index (first, AncProposalStep, i);
      const AncProposalStep *b = &g_array_index (second, AncProposalStep, i);

      equal = a->action == b->action && a->record == b->record && a->start == b->start && a->end == b->end;
    }

  return equal;
}

/* Replaces the judgement and tells of it, where it is another one. */
void
anc_proposal_take_judgement (AncProposal *self,
                             AncProposalJudgement *judgement)
{
  AncProposalJudgement before = self->judgement;
  const gboolean is_same = before.state == judgement->state && before.choice == judgement->choice
                           && before.employer == judgement->employer && before.is_acceptable == judgement->is_acceptable
                           && issues_equal (before.issues, judgement->issues) && steps_equal (before.steps, judgement->steps)
                           && steps_equal (before.choices, judgement->choices);

  self->judgement = *judgement;
  if (!is_same)
    {
      if (before.state != judgement->state)
        g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
      if (before.is_acceptable != judgement->is_acceptable)
        g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACCEPTABLE]);
      g_signal_emit (self, signals[SIGNAL_JUDGED], 0);
    }
  anc_proposal_judgement_clear (&before);
}

/* Returns: (transfer none) (array length=n_issues): why it is not sure, doubts and conflicts together */
const AncProposalIssue *
anc_proposal_get_issues (AncProposal *self,
                         guint *n_issues)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL (self), NULL);

  *n_issues = self->judgement.issues->len;
  return (const AncProposalIssue *) (gpointer) self->judgement.issues->data;
}

/* Returns: (transfer none) (array length=n_steps): what accepting it would do, in that order */
const AncProposalStep *
anc_proposal_get_steps (AncProposal *self,
                        guint *n_steps)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL (self), NULL);

  *n_steps = self->judgement.steps->len;
  return (const AncProposalStep *) (gpointer) self->judgement.steps->data;
}

/* Whether it holds enough to be accepted, whatever its doubts and conflicts. */
gboolean
anc_proposal_is_acceptable (AncProposal *self)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL (self), FALSE);

  return self->judgement.is_acceptable;
}

/**
 * anc_proposal_get_job_choices:
 * @n_choices: (out): how many; 0 where no job is concerned
 *
 * Returns: (transfer none) (array length=n_choices): the ways to give it a job: to use one, to extend one,
 *   to create one
 */
const AncProposalStep *
anc_proposal_get_job_choices (AncProposal *self,
                              guint *n_choices)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL (self), NULL);

  *n_choices = self->judgement.choices->len;
  return (const AncProposalStep *) (gpointer) self->judgement.choices->data;
}

/* Returns: the choice that accepting follows */
guint
anc_proposal_get_job_choice (AncProposal *self)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL (self), 0);

  return self->judgement.choice;
}

/* ---- What a person does ------------------------------------------------------------------------ */

/* Takes one of anc_proposal_get_job_choices(). */
void
anc_proposal_choose_job (AncProposal *self,
                         guint index)
{
  g_return_if_fail (ANC_IS_PROPOSAL (self));
  g_return_if_fail (index < self->judgement.choices->len);

  self->chosen = g_array_index (self->judgement.choices, AncProposalStep, index);
  self->has_chosen = TRUE;
  g_signal_emit (self, signals[SIGNAL_TOUCHED], 0);
}

/**
 * anc_proposal_correct:
 * @value: what it is
 *
 * Takes the word of a person for a field. Where it was read somewhere, that place remains its proof.
 */
void
anc_proposal_correct (AncProposal *self,
                      AncProposalFieldId id,
                      const AncValue *value)
{
  g_return_if_fail (ANC_IS_PROPOSAL (self));
  g_return_if_fail (id < ANC_N_PROPOSAL_FIELDS);
  g_return_if_fail (value->type == ANC_VALUE_NONE || value->type == anc_proposal_field_id_get_column (id)->type);

  if (!anc_proposal_field_set_value (self->fields[id], value))
    return;

  note_employer (self);
  self->is_matched = self->is_matched && id != ANC_PROPOSAL_PERSON;
  if (id == ANC_PROPOSAL_KIND)
    {
      show_fields (self);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KIND]);
    }
  g_signal_emit (self, signals[SIGNAL_TOUCHED], 0);
}

/**
 * anc_proposal_correct_text:
 * @text: what the field should have held, as anc_plain_value_read() reads it
 *
 * Returns: whether @text is something the field can hold; else nothing changed
 */
gboolean
anc_proposal_correct_text (AncProposal *self,
                           AncProposalFieldId id,
                           const char *text)
{
  g_auto (AncValue) value = { 0 };

  g_return_val_if_fail (ANC_IS_PROPOSAL (self), FALSE);
  g_return_val_if_fail (id < ANC_N_PROPOSAL_FIELDS, FALSE);

  if (!anc_plain_value_read (anc_proposal_field_id_get_column (id), text, &value))
    return FALSE;

  anc_proposal_correct (self, id, &value);
  return TRUE;
}

/* Says no to it, or takes that back. */
void
anc_proposal_set_aside (AncProposal *self,
                        gboolean is_aside)
{
  g_return_if_fail (ANC_IS_PROPOSAL (self));

  if (self->is_aside == !!is_aside)
    return;

  self->is_aside = is_aside;
  g_signal_emit (self, signals[SIGNAL_TOUCHED], 0);
}
