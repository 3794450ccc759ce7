/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-evaluator.h"

/* After the edits of one dispatch, before GTK lays out and draws the next frame (from 110 on). */
#define PRIORITY (G_PRIORITY_HIGH_IDLE + 5)

struct _AncEvaluator
{
  GObject parent_instance;

  AncCase *a_case;
  AncRules *rules;
  AncDate filing_date;
  char **proofs;             /* the kinds of documents that prove presence; NULL for all */
  AncCaseReview *review;     /* NULL: the case was edited since */
  AncAssessment *assessment; /* NULL: that, or the date was moved */
  guint source;
};

G_DEFINE_FINAL_TYPE (AncEvaluator, anc_evaluator, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FILING_DATE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint changed_signal;

static gboolean
tell_cb (gpointer user_data)
{
  AncEvaluator *self = user_data;

  self->source = 0;
  g_signal_emit (self, changed_signal, 0);
  return G_SOURCE_REMOVE;
}

static void
queue_tell (AncEvaluator *self)
{
  g_clear_pointer (&self->assessment, anc_assessment_free);
  if (self->source == 0)
    self->source = g_idle_add_full (PRIORITY, tell_cb, self, NULL);
}

static void
case_changed_cb (AncCase *a_case,
                 AncEvaluator *self)
{
  g_clear_pointer (&self->review, anc_case_review_unref);
  queue_tell (self);
}

static void
anc_evaluator_get_property (GObject *object,
                            guint id,
                            GValue *value,
                            GParamSpec *pspec)
{
  AncEvaluator *self = ANC_EVALUATOR (object);

  switch (id)
    {
    case PROP_FILING_DATE:
      g_value_set_int (value, self->filing_date);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
anc_evaluator_set_property (GObject *object,
                            guint id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_FILING_DATE:
      anc_evaluator_set_filing_date (ANC_EVALUATOR (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
anc_evaluator_dispose (GObject *object)
{
  AncEvaluator *self = ANC_EVALUATOR (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->a_case);

  G_OBJECT_CLASS (anc_evaluator_parent_class)->dispose (object);
}

static void
anc_evaluator_finalize (GObject *object)
{
  AncEvaluator *self = ANC_EVALUATOR (object);

  g_clear_pointer (&self->assessment, anc_assessment_free);
  g_clear_pointer (&self->review, anc_case_review_unref);
  anc_rules_unref (self->rules);
  g_strfreev (self->proofs);

  G_OBJECT_CLASS (anc_evaluator_parent_class)->finalize (object);
}

static void
anc_evaluator_class_init (AncEvaluatorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = anc_evaluator_get_property;
  object_class->set_property = anc_evaluator_set_property;
  object_class->dispose = anc_evaluator_dispose;
  object_class->finalize = anc_evaluator_finalize;

  props[PROP_FILING_DATE] = g_param_spec_int ("filing-date", NULL, NULL, ANC_DATE_MIN, ANC_DATE_MAX, 0, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * AncEvaluator::changed:
   *
   * There is another answer, about other facts or another date.
   */
  changed_signal = g_signal_new ("changed", ANC_TYPE_EVALUATOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
anc_evaluator_init (AncEvaluator *self)
{
}

/**
 * anc_evaluator_new:
 * @a_case: the case to follow
 * @rules: the law
 * @filing_date: the date to start with
 *
 * Returns: (transfer full): the evaluator
 */
AncEvaluator *
anc_evaluator_new (AncCase *a_case,
                   AncRules *rules,
                   AncDate filing_date)
{
  AncEvaluator *self;

  g_return_val_if_fail (ANC_IS_CASE (a_case), NULL);
  g_return_val_if_fail (rules != NULL, NULL);

  self = g_object_new (ANC_TYPE_EVALUATOR, NULL);
  self->a_case = g_object_ref (a_case);
  self->rules = anc_rules_ref (rules);
  self->filing_date = filing_date;
  g_signal_connect_object (a_case, "changed", G_CALLBACK (case_changed_cb), self, 0);

  return self;
}

AncDate
anc_evaluator_get_filing_date (AncEvaluator *self)
{
  g_return_val_if_fail (ANC_IS_EVALUATOR (self), ANC_DATE_NONE);

  return self->filing_date;
}

void
anc_evaluator_set_filing_date (AncEvaluator *self,
                               AncDate filing_date)
{
  g_return_if_fail (ANC_IS_EVALUATOR (self));
  g_return_if_fail (filing_date >= ANC_DATE_MIN && filing_date <= ANC_DATE_MAX);

  if (self->filing_date == filing_date)
    return;

  self->filing_date = filing_date;
  queue_tell (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILING_DATE]);
}

/**
 * anc_evaluator_set_proofs:
 * @proofs: (nullable): as of anc_case_review_new()
 */
void
anc_evaluator_set_proofs (AncEvaluator *self,
                          const char *const *proofs)
{
  g_return_if_fail (ANC_IS_EVALUATOR (self));

  if (self->proofs == NULL ? proofs == NULL : proofs != NULL && g_strv_equal ((const char *const *) self->proofs, proofs))
    return;

  g_strfreev (self->proofs);
  self->proofs = g_strdupv ((char **) proofs);
  case_changed_cb (self->a_case, self);
}

/**
 * anc_evaluator_get_review:
 *
 * Returns: (transfer none): the facts the engine is told, and what stands beside the fields; valid until
 *   the case is edited, unless one takes a reference
 */
AncCaseReview *
anc_evaluator_get_review (AncEvaluator *self)
{
  g_return_val_if_fail (ANC_IS_EVALUATOR (self), NULL);

  if (self->review == NULL)
    {
      g_autoptr (AncCaseRows) rows = anc_case_dup_rows (self->a_case);

      self->review = anc_case_review_new (rows,
                                          ANC_CASE_REVIEW_ALL,
                                          anc_rules_get_territory (self->rules),
                                          anc_rules_get_fact_catalogue (self->rules),
                                          (const char *const *) self->proofs);
    }

  return self->review;
}

/**
 * anc_evaluator_get_assessment:
 *
 * Returns: (transfer none): the answer of all regimes; valid until the case is edited or the date moved
 */
const AncAssessment *
anc_evaluator_get_assessment (AncEvaluator *self)
{
  g_return_val_if_fail (ANC_IS_EVALUATOR (self), NULL);

  if (self->assessment == NULL)
    self->assessment = anc_rules_evaluate (self->rules,
                                           anc_case_review_get_facts (anc_evaluator_get_review (self)),
                                           self->filing_date);

  return self->assessment;
}
