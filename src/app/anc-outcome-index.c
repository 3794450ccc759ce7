/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-outcome-index.h"

#include "anc-assessment.h"
#include "anc-case-review.h"

/* Cases that are read and evaluated at the same time: one in each of two threads keeps a processor free for
 * the window on the smallest machine there is. */
#define MAX_RUNNING 2

/* ms for which the cases that are not on screen wait at first: the window comes up before them. */
#define LATER_DELAY 1500

/**
 * Known:
 * @is_known: whether @outcome and @earliest were ever worked out
 * @is_fresh: whether they are those of the case as it is, on today's date
 * @is_waiting: whether it stands in a queue
 */
typedef struct
{
  gint64 key; /* first: the hash table's key points at it */
  AncDate earliest;
  guint8 outcome;
  guint8 is_known : 1;
  guint8 is_fresh : 1;
  guint8 is_waiting : 1;
} Known;

struct _AncOutcomeIndex
{
  GObject parent_instance;

  AncOffice *office;
  GHashTable *known; /* of Known, by key */
  GQueue first;      /* of Known: what is on screen, the latest asked for first */
  GQueue later;      /* of Known: the rest */
  guint n_running;
  guint delay_id; /* while the rest waits */
  GCancellable *cancellable;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AncOutcomeIndex, anc_outcome_index, G_TYPE_OBJECT)

static void run_queue (AncOutcomeIndex *self);

/* ---- One evaluation -------------------------------------------------------------------------- */

typedef struct
{
  AncCaseRows *rows;
  AncRules *rules;
  AncExhibitRules *exhibits;
  AncDate on;
  AncOutcome outcome;
  AncDate earliest;
} Evaluation;

static void
evaluation_free (Evaluation *self)
{
  anc_case_rows_unref (self->rows);
  anc_rules_unref (self->rules);
  anc_exhibit_rules_unref (self->exhibits);
  g_free (self);
}

static void
evaluate_in_thread (GTask *task,
                    gpointer source,
                    gpointer task_data,
                    GCancellable *cancellable)
{
  Evaluation *evaluation = task_data;
  g_auto (GStrv) proofs = anc_exhibit_rules_dup_proofs (evaluation->exhibits);
  g_autoptr (AncCaseReview) review = anc_case_review_new (evaluation->rows,
                                                          ANC_CASE_REVIEW_FACTS,
                                                          anc_rules_get_territory (evaluation->rules),
                                                          anc_rules_get_fact_catalogue (evaluation->rules),
                                                          (const char *const *) proofs);
  g_autoptr (AncAssessment) assessment = anc_rules_evaluate (evaluation->rules, anc_case_review_get_facts (review), evaluation->on);
  g_autofree AncVerdict **sorted = anc_assessment_sort (assessment);

  evaluation->outcome = ANC_OUTCOME_UNKNOWN;
  evaluation->earliest = ANC_DATE_NONE;
  if (assessment->n_verdicts > 0 && sorted[0]->reason == ANC_REASON_NONE)
    {
      evaluation->outcome = sorted[0]->outcome;
      evaluation->earliest = sorted[0]->earliest;
    }
  g_task_return_boolean (task, TRUE);
}

static void
finish_one (AncOutcomeIndex *self)
{
  self->n_running--;
  run_queue (self);
}

static void
evaluated_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  AncOutcomeIndex *self = ANC_OUTCOME_INDEX (source);
  const Evaluation *evaluation = g_task_get_task_data (G_TASK (result));
  const gint64 key = anc_case_rows_get_key (evaluation->rows);
  Known *known = g_hash_table_lookup (self->known, &key);

  if (g_task_propagate_boolean (G_TASK (result), NULL) && known != NULL)
    {
      known->outcome = evaluation->outcome;
      known->earliest = evaluation->earliest;
      known->is_known = TRUE;
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0, key);
    }
  finish_one (self);
}

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (AncOutcomeIndex) self = user_data;
  AncCaseRows *rows = anc_store_load_case_finish (ANC_STORE (source), result, NULL);
  g_autoptr (GTask) task = NULL;
  Evaluation *evaluation;

  /* A case that cannot be read says so when it is opened; here it stays without an outcome. */
  if (rows == NULL || self->office == NULL)
    {
      g_clear_pointer (&rows, anc_case_rows_unref);
      finish_one (self);
      return;
    }

  evaluation = g_new0 (Evaluation, 1);
  evaluation->rows = rows;
  evaluation->rules = anc_rules_ref (anc_office_get_rules (self->office));
  evaluation->exhibits = anc_exhibit_rules_ref (anc_exhibit_library_get_rules (anc_office_get_exhibits (self->office)));
  evaluation->on = anc_office_get_today (self->office);

  task = g_task_new (self, self->cancellable, evaluated_cb, NULL);
  g_task_set_source_tag (task, evaluated_cb);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_set_task_data (task, evaluation, (GDestroyNotify) evaluation_free);
  g_task_run_in_thread (task, evaluate_in_thread);
}

/* ---- The queues ------------------------------------------------------------------------------ */

static void
run_queue (AncOutcomeIndex *self)
{
  while (self->office != NULL && self->n_running < MAX_RUNNING)
    {
      Known *known = g_queue_pop_head (&self->first);

      if (known == NULL && self->delay_id == 0)
        known = g_queue_pop_head (&self->later);
      if (known == NULL)
        return;

      known->is_waiting = FALSE;
      known->is_fresh = TRUE; /* unless it changes again meanwhile */
      self->n_running++;
      anc_store_load_case_async (anc_office_get_store (self->office), known->key, self->cancellable, loaded_cb, g_object_ref (self));
    }
}

static gboolean
delay_cb (gpointer user_data)
{
  AncOutcomeIndex *self = user_data;

  self->delay_id = 0;
  run_queue (self);

  return G_SOURCE_REMOVE;
}

static Known *
find_or_add (AncOutcomeIndex *self,
             gint64 case_key)
{
  Known *known = g_hash_table_lookup (self->known, &case_key);

  if (known == NULL)
    {
      known = g_new0 (Known, 1);
      known->key = case_key;
      known->earliest = ANC_DATE_NONE;
      g_hash_table_insert (self->known, known, known);
    }

  return known;
}

static void
enqueue (AncOutcomeIndex *self,
         Known *known,
         gboolean is_first)
{
  if (known->is_fresh)
    return;

  if (known->is_waiting)
    {
      if (!is_first)
        return;
      if (!g_queue_remove (&self->first, known))
        g_queue_remove (&self->later, known);
    }
  known->is_waiting = TRUE;
  if (is_first)
    g_queue_push_head (&self->first, known);
  else
    g_queue_push_tail (&self->later, known);
  run_queue (self);
}

/* ---- What changes ---------------------------------------------------------------------------- */

static void
case_changed_cb (AncOffice *office,
                 gint64 case_key,
                 AncOutcomeIndex *self)
{
  Known *known = find_or_add (self, case_key);

  known->is_fresh = FALSE;
  enqueue (self, known, TRUE);
}

static void
case_removed_cb (AncOffice *office,
                 gint64 case_key,
                 AncOutcomeIndex *self)
{
  Known *known = g_hash_table_lookup (self->known, &case_key);

  if (known == NULL)
    return;

  if (known->is_waiting && !g_queue_remove (&self->first, known))
    g_queue_remove (&self->later, known);
  g_hash_table_remove (self->known, &case_key);
}

/* What is known of every case was said on another day, or of other proofs. */
static void
ask_again (AncOutcomeIndex *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->known);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Known *known = value;

      known->is_fresh = FALSE;
      enqueue (self, known, FALSE);
    }
}

/* ---- Object ---------------------------------------------------------------------------------- */

static void
anc_outcome_index_dispose (GObject *object)
{
  AncOutcomeIndex *self = ANC_OUTCOME_INDEX (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->delay_id, g_source_remove);
  g_queue_clear (&self->first);
  g_queue_clear (&self->later);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (anc_outcome_index_parent_class)->dispose (object);
}

static void
anc_outcome_index_finalize (GObject *object)
{
  AncOutcomeIndex *self = ANC_OUTCOME_INDEX (object);

  g_hash_table_unref (self->known);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (anc_outcome_index_parent_class)->finalize (object);
}

static void
anc_outcome_index_class_init (AncOutcomeIndexClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = anc_outcome_index_dispose;
  object_class->finalize = anc_outcome_index_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
anc_outcome_index_init (AncOutcomeIndex *self)
{
  self->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->cancellable = g_cancellable_new ();
  g_queue_init (&self->first);
  g_queue_init (&self->later);
}

AncOutcomeIndex *
anc_outcome_index_new (AncOffice *office)
{
  AncOutcomeIndex *self;

  g_return_val_if_fail (ANC_IS_OFFICE (office), NULL);

  self = g_object_new (ANC_TYPE_OUTCOME_INDEX, NULL);
  self->office = g_object_ref (office);
  self->delay_id = g_timeout_add (LATER_DELAY, delay_cb, self);
  g_signal_connect_object (office, "case-changed", G_CALLBACK (case_changed_cb), self, 0);
  g_signal_connect_object (office, "case-removed", G_CALLBACK (case_removed_cb), self, 0);
  g_signal_connect_object (office, "notify::today", G_CALLBACK (ask_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (anc_office_get_exhibits (office), "changed", G_CALLBACK (ask_again), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * anc_outcome_index_look_up:
 * @self: the index
 * @case_key: a case
 * @outcome: (out): its best outcome
 * @earliest: (out): from when it would be met, or %ANC_DATE_NONE
 *
 * Returns: whether it is known; what is known may be of the moment before
 */
gboolean
anc_outcome_index_look_up (AncOutcomeIndex *self,
                           gint64 case_key,
                           AncOutcome *outcome,
                           AncDate *earliest)
{
  const Known *known;

  g_return_val_if_fail (ANC_IS_OUTCOME_INDEX (self), FALSE);

  known = g_hash_table_lookup (self->known, &case_key);
  if (known == NULL || !known->is_known)
    return FALSE;

  *outcome = known->outcome;
  *earliest = known->earliest;

  return TRUE;
}

/**
 * anc_outcome_index_want:
 * @self: the index
 * @case_key: a case that is on screen
 *
 * Works it out before all others, if it is not known.
 */
void
anc_outcome_index_want (AncOutcomeIndex *self,
                        gint64 case_key)
{
  g_return_if_fail (ANC_IS_OUTCOME_INDEX (self));

  enqueue (self, find_or_add (self, case_key), TRUE);
}

void
anc_outcome_index_want_later (AncOutcomeIndex *self,
                              gint64 case_key)
{
  g_return_if_fail (ANC_IS_OUTCOME_INDEX (self));

  enqueue (self, find_or_add (self, case_key), FALSE);
}

/**
 * anc_outcome_index_get_n_waiting:
 * @self: the index
 *
 * Returns: how many cases are still to be worked out
 */
guint
anc_outcome_index_get_n_waiting (AncOutcomeIndex *self)
{
  g_return_val_if_fail (ANC_IS_OUTCOME_INDEX (self), 0);

  return g_queue_get_length (&self->first) + g_queue_get_length (&self->later) + self->n_running;
}
