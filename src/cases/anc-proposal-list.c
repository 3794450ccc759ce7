/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-proposal-list.h"

#include "anc-proposal-case.h"

#include <glib/gi18n.h>
#include <string.h>

struct _AncProposalList
{
  GObject parent_instance;

  AncCase *a_case;
  gulong changed_handler;
  GHashTable *documents; /* from the key of a document to a GPtrArray of its AncProposal, by slip */
  GHashTable *decisions; /* from "document slip" to the decision that waits for its reading */
  GPtrArray *shown;      /* of AncProposal: those whose documents the case has, in their order */
  guint counts[ANC_N_PROPOSAL_STATES];
  guint n_frozen;
  gboolean is_stale;
  gboolean is_judging;
};

enum
{
  PROP_0,
  PROP_N_SURE,
  PROP_N_DOUBTFUL,
  PROP_N_OPEN,
  PROP_N_WAITING,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static guint decided_signal;

/* ---- List model -------------------------------------------------------------------------------- */

static GType
anc_proposal_list_get_item_type (GListModel *model)
{
  return ANC_TYPE_PROPOSAL;
}

static guint
anc_proposal_list_get_n_items (GListModel *model)
{
  return ANC_PROPOSAL_LIST (model)->shown->len;
}

static gpointer
anc_proposal_list_get_item (GListModel *model,
                            guint index)
{
  AncProposalList *self = ANC_PROPOSAL_LIST (model);

  return index < self->shown->len ? g_object_ref (g_ptr_array_index (self->shown, index)) : NULL;
}

static void
anc_proposal_list_init_model (GListModelInterface *iface)
{
  iface->get_item_type = anc_proposal_list_get_item_type;
  iface->get_n_items = anc_proposal_list_get_n_items;
  iface->get_item = anc_proposal_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AncProposalList, anc_proposal_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, anc_proposal_list_init_model))

/* ---- Order ------------------------------------------------------------------------------------- */

/* The proposals of the documents the case has, in the order of both. */
static GPtrArray *
list_shown (AncProposalList *self)
{
  AncRecordList *documents = anc_case_get_list (self->a_case, ANC_TABLE_DOCUMENTS);
  GPtrArray *shown = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < anc_record_list_get_count (documents); i++)
    {
      const gint64 key = anc_record_get_key (anc_record_list_get (documents, i));
      GPtrArray *proposals = g_hash_table_lookup (self->documents, &key);

      for (guint j = 0; proposals != NULL && j < proposals->len; j++)
        g_ptr_array_add (shown, g_object_ref (g_ptr_array_index (proposals, j)));
    }

  return shown;
}

/* Puts @shown in the place of what is shown, telling no more than what differs. */
static void
show (AncProposalList *self,
      GPtrArray *shown)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->shown);
  const guint shorter = MIN (before->len, shown->len);
  guint head = 0, tail = 0;

  while (head < shorter && g_ptr_array_index (before, head) == g_ptr_array_index (shown, head))
    head++;
  while (tail < shorter - head
         && g_ptr_array_index (before, before->len - 1 - tail) == g_ptr_array_index (shown, shown->len - 1 - tail))
    tail++;

  self->shown = shown;
  if (before->len > head + tail || shown->len > head + tail)
    g_list_model_items_changed (G_LIST_MODEL (self), head, before->len - head - tail, shown->len - head - tail);
}

/* ---- Judging ----------------------------------------------------------------------------------- */

static guint
count_doubtful (const guint *counts)
{
  return counts[ANC_PROPOSAL_STATE_DOUBTFUL] + counts[ANC_PROPOSAL_STATE_CONFLICT];
}

static void
count (AncProposalList *self)
{
  guint before[ANC_N_PROPOSAL_STATES];

  memcpy (before, self->counts, sizeof before);
  memset (self->counts, 0, sizeof self->counts);
  for (guint i = 0; i < self->shown->len; i++)
    self->counts[anc_proposal_get_state (g_ptr_array_index (self->shown, i))]++;

  if (before[ANC_PROPOSAL_STATE_SURE] != self->counts[ANC_PROPOSAL_STATE_SURE])
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_SURE]);
  if (count_doubtful (before) != count_doubtful (self->counts))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_DOUBTFUL]);
  if (before[ANC_PROPOSAL_STATE_SURE] + count_doubtful (before)
      != self->counts[ANC_PROPOSAL_STATE_SURE] + count_doubtful (self->counts))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_OPEN]);
  if (before[ANC_PROPOSAL_STATE_WAITING] != self->counts[ANC_PROPOSAL_STATE_WAITING])
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_WAITING]);
}

static AncProposalCase *
look_at_case (AncProposalList *self,
              GPtrArray *proposals)
{
  g_autoptr (AncCaseRows) rows = anc_case_dup_rows (self->a_case);

  return anc_proposal_case_new (rows, proposals);
}

/* Judges all of them against the case as it is. */
static void
judge (AncProposalList *self)
{
  g_autoptr (AncProposalCase) seen = NULL;
  g_autoptr (GPtrArray) shown = NULL;

  self->is_stale = TRUE;
  if (self->n_frozen > 0 || self->is_judging)
    return;

  self->is_judging = TRUE; /* whoever hears of a judgement may do something about it */
  while (self->is_stale)
    {
      self->is_stale = FALSE;
      g_clear_pointer (&seen, anc_proposal_case_free);
      shown = list_shown (self);
      seen = look_at_case (self, shown);
      for (guint i = 0; i < shown->len; i++)
        anc_proposal_judge (g_ptr_array_index (shown, i), seen);
      show (self, g_steal_pointer (&shown));
      count (self);
    }
  self->is_judging = FALSE;
}

static void
case_changed_cb (AncCase *a_case,
                 gpointer user_data)
{
  judge (user_data);
}

static char *
make_decision_id (gint64 document_key,
                  guint slip)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %u", document_key, slip);
}

static void
touched_cb (AncProposal *proposal,
            gpointer user_data)
{
  AncProposalList *self = user_data;
  char *decision = anc_proposal_dup_decision (proposal);

  g_hash_table_replace (self->decisions, make_decision_id (proposal->document_key, proposal->slip), decision);
  g_signal_emit (self, decided_signal, 0, proposal);
  judge (self);
}

/* ---- Object ------------------------------------------------------------------------------------ */

static void
anc_proposal_list_get_property (GObject *object,
                                guint id,
                                GValue *value,
                                GParamSpec *pspec)
{
  AncProposalList *self = ANC_PROPOSAL_LIST (object);

  switch (id)
    {
    case PROP_N_SURE:
      g_value_set_uint (value, self->counts[ANC_PROPOSAL_STATE_SURE]);
      break;
    case PROP_N_DOUBTFUL:
      g_value_set_uint (value, count_doubtful (self->counts));
      break;
    case PROP_N_OPEN:
      g_value_set_uint (value, self->counts[ANC_PROPOSAL_STATE_SURE] + count_doubtful (self->counts));
      break;
    case PROP_N_WAITING:
      g_value_set_uint (value, self->counts[ANC_PROPOSAL_STATE_WAITING]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
anc_proposal_list_dispose (GObject *object)
{
  AncProposalList *self = ANC_PROPOSAL_LIST (object);

  if (self->a_case != NULL)
    g_clear_signal_handler (&self->changed_handler, self->a_case);
  g_clear_object (&self->a_case);

  G_OBJECT_CLASS (anc_proposal_list_parent_class)->dispose (object);
}

static void
anc_proposal_list_finalize (GObject *object)
{
  AncProposalList *self = ANC_PROPOSAL_LIST (object);

  g_hash_table_unref (self->documents);
  g_hash_table_unref (self->decisions);
  g_ptr_array_unref (self->shown);

  G_OBJECT_CLASS (anc_proposal_list_parent_class)->finalize (object);
}

static void
anc_proposal_list_class_init (AncProposalListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = anc_proposal_list_get_property;
  object_class->dispose = anc_proposal_list_dispose;
  object_class->finalize = anc_proposal_list_finalize;

  props[PROP_N_SURE] = g_param_spec_uint ("n-sure", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_DOUBTFUL] = g_param_spec_uint ("n-doubtful", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_OPEN] = g_param_spec_uint ("n-open", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_WAITING] = g_param_spec_uint ("n-waiting", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  decided_signal = g_signal_new ("decided", ANC_TYPE_PROPOSAL_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, ANC_TYPE_PROPOSAL);
}

static void
anc_proposal_list_init (AncProposalList *self)
{
  self->documents = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->decisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Returns: (transfer full): the proposals of a case, none as yet */
AncProposalList *
anc_proposal_list_new (AncCase *a_case)
{
  AncProposalList *self = g_object_new (ANC_TYPE_PROPOSAL_LIST, NULL);

  g_return_val_if_fail (ANC_IS_CASE (a_case), self);

  self->a_case = g_object_ref (a_case);
  self->changed_handler = g_signal_connect (a_case, "changed", G_CALLBACK (case_changed_cb), self);

  return self;
}

AncCase *
anc_proposal_list_get_case (AncProposalList *self)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL_LIST (self), NULL);

  return self->a_case;
}

guint
anc_proposal_list_get_count (AncProposalList *self)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL_LIST (self), 0);

  return self->shown->len;
}

/* Returns: (transfer none): one of them */
AncProposal *
anc_proposal_list_get (AncProposalList *self,
                       guint index)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL_LIST (self), NULL);
  g_return_val_if_fail (index < self->shown->len, NULL);

  return g_ptr_array_index (self->shown, index);
}

guint
anc_proposal_list_count_state (AncProposalList *self,
                               AncProposalState state)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL_LIST (self), 0);
  g_return_val_if_fail (state < ANC_N_PROPOSAL_STATES, 0);

  return self->counts[state];
}

/* ---- Readings ---------------------------------------------------------------------------------- */

/* Puts proposals in the place of those of a document; @proposals: (transfer full). */
static void
take_proposals (AncProposalList *self,
                gint64 document_key,
                GPtrArray *proposals)
{
  for (guint i = 0; i < proposals->len; i++)
    {
      AncProposal *proposal = g_ptr_array_index (proposals, i);
      g_autofree char *id = make_decision_id (document_key, proposal->slip);

      anc_proposal_take_decision (proposal, g_hash_table_lookup (self->decisions, id));
      g_signal_connect_object (proposal, "touched", G_CALLBACK (touched_cb), self, 0);
    }

  g_hash_table_replace (self->documents, g_memdup2 (&document_key, sizeof document_key), proposals);
  judge (self);
}

static void
take_nothing_read (AncProposalList *self,
                   gint64 document_key,
                   const char *problem)
{
  GPtrArray *proposals = g_ptr_array_new_with_free_func (g_object_unref);
  AncProposal *proposal = anc_proposal_new (document_key, 0);

  proposal->problem = g_strdup (problem);
  proposal->is_waiting = problem == NULL;
  anc_proposal_finish_fields (proposal);
  g_ptr_array_add (proposals, proposal);
  take_proposals (self, document_key, proposals);
}

/* Whether there is anything of a document already, be it that it waits. */
gboolean
anc_proposal_list_has_document (AncProposalList *self,
                                gint64 document_key)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL_LIST (self), FALSE);

  return g_hash_table_contains (self->documents, &document_key);
}

/* Says that a document will be read. */
void
anc_proposal_list_set_waiting (AncProposalList *self,
                               gint64 document_key)
{
  g_return_if_fail (ANC_IS_PROPOSAL_LIST (self));

  take_nothing_read (self, document_key, NULL);
}

/* Says that a document could not be read; @code is one of anc_proposal_get_problem(). */
void
anc_proposal_list_set_unreadable (AncProposalList *self,
                                  gint64 document_key,
                                  const char *code)
{
  g_return_if_fail (ANC_IS_PROPOSAL_LIST (self));
  g_return_if_fail (code != NULL);

  take_nothing_read (self, document_key, code);
}

/**
 * anc_proposal_list_set_reading:
 * @document_key: the key of a document, which the case may get only later
 * @json: what a reader says of it
 *
 * Makes its proposals, in the place of those it had.
 *
 * Returns: whether @json is a reading; else it is as if the document could not be read
 */
gboolean
anc_proposal_list_set_reading (AncProposalList *self,
                               gint64 document_key,
                               const char *json)
{
  GPtrArray *proposals;

  g_return_val_if_fail (ANC_IS_PROPOSAL_LIST (self), FALSE);
  g_return_val_if_fail (json != NULL, FALSE);

  proposals = anc_proposal_parse_reading (document_key, json);
  if (proposals == NULL)
    take_nothing_read (self, document_key, "crashed");
  else
    take_proposals (self, document_key, proposals);

  return proposals != NULL;
}

/* Puts off judging until as many anc_proposal_list_thaw(): for many readings at once. */
void
anc_proposal_list_freeze (AncProposalList *self)
{
  g_return_if_fail (ANC_IS_PROPOSAL_LIST (self));

  self->n_frozen++;
}

void
anc_proposal_list_thaw (AncProposalList *self)
{
  g_return_if_fail (ANC_IS_PROPOSAL_LIST (self));
  g_return_if_fail (self->n_frozen > 0);

  if (--self->n_frozen == 0 && self->is_stale)
    judge (self);
}

/* ---- Decisions --------------------------------------------------------------------------------- */

/**
 * anc_proposal_list_set_decision:
 * @document_key: the key of a document, be it read already or not
 * @slip: which of its slips
 * @decision: what anc_proposal_list_dup_decision() returned once
 *
 * Makes of a proposal what a person made of it in an earlier session.
 */
void
anc_proposal_list_set_decision (AncProposalList *self,
                                gint64 document_key,
                                guint slip,
                                const char *decision)
{
  g_return_if_fail (ANC_IS_PROPOSAL_LIST (self));
  g_return_if_fail (decision != NULL);

  g_hash_table_replace (self->decisions, make_decision_id (document_key, slip), g_strdup (decision));
}

/* Whether anything of a document was set aside. */
gboolean
anc_proposal_list_has_set_aside (AncProposalList *self,
                                 gint64 document_key)
{
  const GPtrArray *proposals;

  g_return_val_if_fail (ANC_IS_PROPOSAL_LIST (self), FALSE);

  proposals = g_hash_table_lookup (self->documents, &document_key);
  for (guint i = 0; proposals != NULL && i < proposals->len; i++)
    if (anc_proposal_get_state (g_ptr_array_index (proposals, i)) == ANC_PROPOSAL_STATE_SET_ASIDE)
      return TRUE;

  return FALSE;
}

/* Takes back that anything of a document was set aside. */
void
anc_proposal_list_take_up (AncProposalList *self,
                           gint64 document_key)
{
  const GPtrArray *proposals;

  g_return_if_fail (ANC_IS_PROPOSAL_LIST (self));

  anc_proposal_list_freeze (self);
  proposals = g_hash_table_lookup (self->documents, &document_key);
  for (guint i = 0; proposals != NULL && i < proposals->len; i++)
    anc_proposal_set_aside (g_ptr_array_index (proposals, i), FALSE);
  anc_proposal_list_thaw (self);
}

/* Returns: (transfer full) (nullable): what a person made of it, to be kept; %NULL for nothing */
char *
anc_proposal_list_dup_decision (AncProposalList *self,
                                AncProposal *proposal)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL_LIST (self), NULL);
  g_return_val_if_fail (ANC_IS_PROPOSAL (proposal), NULL);

  return anc_proposal_dup_decision (proposal);
}

/* ---- Accepting --------------------------------------------------------------------------------- */

/* Judges one alone, so that it is accepted as the case is by now. */
static void
judge_alone (AncProposalList *self,
             AncProposal *proposal)
{
  g_autoptr (AncProposalCase) seen = look_at_case (self, self->shown);

  anc_proposal_judge (proposal, seen);
}

/**
 * anc_proposal_list_accept:
 * @proposal: one of them, which is acceptable
 * @accepted_by: (nullable): who accepts it
 * @accepted_at: when, in µs UTC; -1 where that is not told
 *
 * Writes it into the case, with all it needs, in one edit.
 *
 * Returns: (transfer full) (nullable): what was done; %NULL for nothing, or within another edit
 */
AncChangeSet *
anc_proposal_list_accept (AncProposalList *self,
                          AncProposal *proposal,
                          const char *accepted_by,
                          gint64 accepted_at)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL_LIST (self), NULL);
  g_return_val_if_fail (ANC_IS_PROPOSAL (proposal), NULL);

  judge_alone (self, proposal);
  if (!anc_proposal_is_acceptable (proposal) || anc_case_find (self->a_case, proposal->document_key) == NULL)
    return NULL;

  anc_case_begin (self->a_case, anc_proposal_is_payslip (proposal) ? N_ ("Accept a payslip") : N_ ("Sort a document"));
  anc_proposal_write (proposal, self->a_case, accepted_by, accepted_at);
  return anc_case_commit (self->a_case);
}

/* Whether accepting it can be told by no other that was accepted since it was judged: the only one of its month
 * in this round. */
static gboolean
is_alone (GHashTable *months,
          AncProposal *proposal)
{
  const gint64 month = anc_proposal_get_integer (proposal, ANC_PROPOSAL_MONTH, ANC_MONTH_NONE);

  return anc_proposal_is_payslip (proposal) && g_hash_table_add (months, GINT_TO_POINTER ((int) month));
}

/**
 * anc_proposal_list_accept_sure:
 * @accepted_by: (nullable): who accepts them
 * @accepted_at: when, in µs UTC; -1 where that is not told
 *
 * Accepts all that are sure, in their order and in one edit. What another of them makes doubtful stays.
 *
 * Returns: how many
 */
guint
anc_proposal_list_accept_sure (AncProposalList *self,
                               const char *accepted_by,
                               gint64 accepted_at)
{
  g_autoptr (GPtrArray) proposals = NULL;
  g_autoptr (GHashTable) months = g_hash_table_new (NULL, NULL);
  AncChangeSet *changes;
  guint n_accepted = 0;

  g_return_val_if_fail (ANC_IS_PROPOSAL_LIST (self), 0);

  proposals = g_ptr_array_ref (self->shown); /* another array is shown, should the order change */
  anc_proposal_list_freeze (self);
  anc_case_begin (self->a_case, N_ ("Accept all sure payslips and papers"));
  for (guint i = 0; i < proposals->len; i++)
    {
      AncProposal *proposal = g_ptr_array_index (proposals, i);

      if (anc_proposal_get_state (proposal) != ANC_PROPOSAL_STATE_SURE)
        continue;
      if (!is_alone (months, proposal))
        judge_alone (self, proposal);
      if (anc_proposal_get_state (proposal) != ANC_PROPOSAL_STATE_SURE)
        continue;
      anc_proposal_write (proposal, self->a_case, accepted_by, accepted_at);
      n_accepted++;
    }
  changes = anc_case_commit (self->a_case);
  g_clear_pointer (&changes, anc_change_set_unref);
  anc_proposal_list_thaw (self);

  return n_accepted;
}
