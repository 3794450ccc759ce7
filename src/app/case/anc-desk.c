/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-desk.h"

#include "anc-advice.h"
#include "anc-case-edits.h"
#include "anc-criterion.h"

struct _AncDesk
{
  GObject parent_instance;

  AncCase *a_case;
  AncRules *rules;
  AncDate today;
  AncEvaluator *evaluator;
  AncCountries *countries;
  AncExhibitRules *exhibit_rules; /* (nullable): until asked for */
  GHashTable *drafts;             /* from `key/column` to text */
  char *regime;                   /* chosen by the person; NULL: the best that applies */
  char *criterion;
};

G_DEFINE_FINAL_TYPE (AncDesk, anc_desk, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_DELETED,
  SIGNAL_EDIT,
  SIGNAL_SHOW,
  SIGNAL_SHOW_DATES,
  SIGNAL_SHOW_DOCUMENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
anc_desk_dispose (GObject *object)
{
  AncDesk *self = ANC_DESK (object);

  g_clear_object (&self->evaluator);
  g_clear_object (&self->a_case);

  G_OBJECT_CLASS (anc_desk_parent_class)->dispose (object);
}

static void
anc_desk_finalize (GObject *object)
{
  AncDesk *self = ANC_DESK (object);

  anc_rules_unref (self->rules);
  anc_countries_free (self->countries);
  g_clear_pointer (&self->exhibit_rules, anc_exhibit_rules_unref);
  g_hash_table_unref (self->drafts);
  g_free (self->regime);
  g_free (self->criterion);

  G_OBJECT_CLASS (anc_desk_parent_class)->finalize (object);
}

static void
anc_desk_class_init (AncDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = anc_desk_dispose;
  object_class->finalize = anc_desk_finalize;

  /**
   * AncDesk::chosen:
   *
   * The timeline is to explain another criterion.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", ANC_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AncDesk::deleted:
   * @kind: the table of what was deleted, an #AncTableId
   * @n_dependents: how many other records went with it
   */
  signals[SIGNAL_DELETED] = g_signal_new ("deleted", ANC_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  /**
   * AncDesk::edit:
   * @record: whose form is to be opened
   */
  signals[SIGNAL_EDIT] = g_signal_new ("edit", ANC_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, ANC_TYPE_RECORD);

  /**
   * AncDesk::show:
   * @page: the page to show
   * @field: (nullable): what on it is to take the focus: a column of the head of the case, the name of a
   *   list, or that of a fact
   */
  signals[SIGNAL_SHOW] = g_signal_new ("show", ANC_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  /**
   * AncDesk::show-dates:
   * @start: the first day the timeline is to show
   * @end: the last
   */
  signals[SIGNAL_SHOW_DATES] = g_signal_new ("show-dates", ANC_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  /**
   * AncDesk::show-document:
   * @document: one of the documents of the case
   * @place: (nullable): the #AncPagePlace on it that is to be shown
   */
  signals[SIGNAL_SHOW_DOCUMENT] = g_signal_new ("show-document", ANC_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, ANC_TYPE_RECORD, G_TYPE_POINTER);
}

static void
anc_desk_init (AncDesk *self)
{
  self->countries = anc_countries_new (NULL);
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * anc_desk_new:
 * @a_case: the open case
 * @rules: the law
 * @today: where the filing date starts
 *
 * Returns: (transfer full): the desk
 */
AncDesk *
anc_desk_new (AncCase *a_case,
              AncRules *rules,
              AncDate today)
{
  AncDesk *self;

  g_return_val_if_fail (ANC_IS_CASE (a_case), NULL);
  g_return_val_if_fail (rules != NULL, NULL);

  self = g_object_new (ANC_TYPE_DESK, NULL);
  self->a_case = g_object_ref (a_case);
  self->rules = anc_rules_ref (rules);
  self->today = today;
  self->evaluator = anc_evaluator_new (a_case, rules, today);

  return self;
}

AncCase *
anc_desk_get_case (AncDesk *self)
{
  g_return_val_if_fail (ANC_IS_DESK (self), NULL);

  return self->a_case;
}

AncRules *
anc_desk_get_rules (AncDesk *self)
{
  g_return_val_if_fail (ANC_IS_DESK (self), NULL);

  return self->rules;
}

AncDate
anc_desk_get_today (AncDesk *self)
{
  g_return_val_if_fail (ANC_IS_DESK (self), ANC_DATE_NONE);

  return self->today;
}

AncEvaluator *
anc_desk_get_evaluator (AncDesk *self)
{
  g_return_val_if_fail (ANC_IS_DESK (self), NULL);

  return self->evaluator;
}

AncCountries *
anc_desk_get_countries (AncDesk *self)
{
  g_return_val_if_fail (ANC_IS_DESK (self), NULL);

  return self->countries;
}

/**
 * anc_desk_set_exhibit_rules:
 * @rules: what the office knows of kinds of documents
 */
void
anc_desk_set_exhibit_rules (AncDesk *self,
                            AncExhibitRules *rules)
{
  g_return_if_fail (ANC_IS_DESK (self));

  anc_exhibit_rules_ref (rules);
  g_clear_pointer (&self->exhibit_rules, anc_exhibit_rules_unref);
  self->exhibit_rules = rules;
}

/**
 * anc_desk_get_exhibit_rules:
 *
 * Returns: (transfer none): what is known of kinds of documents: what ships, until the office says more
 */
const AncExhibitRules *
anc_desk_get_exhibit_rules (AncDesk *self)
{
  g_return_val_if_fail (ANC_IS_DESK (self), NULL);

  if (self->exhibit_rules == NULL)
    {
      g_autoptr (AncProblems) problems = anc_problems_new ();

      self->exhibit_rules = anc_exhibit_rules_new ();
      anc_exhibit_rules_add_shipped (self->exhibit_rules, problems);
    }

  return self->exhibit_rules;
}

/* ---- Drafts -------------------------------------------------------------------------------- */

/**
 * anc_desk_get_draft:
 * @key: of a record
 * @column: one of its columns
 *
 * Returns: (nullable): what was typed there last and could not be understood
 */
const char *
anc_desk_get_draft (AncDesk *self,
                    gint64 key,
                    const char *column)
{
  g_autofree char *place = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", key, column);

  g_return_val_if_fail (ANC_IS_DESK (self), NULL);

  return g_hash_table_lookup (self->drafts, place);
}

/**
 * anc_desk_set_draft:
 * @text: (nullable): what was typed; %NULL where it was understood
 */
void
anc_desk_set_draft (AncDesk *self,
                    gint64 key,
                    const char *column,
                    const char *text)
{
  g_autofree char *place = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", key, column);

  g_return_if_fail (ANC_IS_DESK (self));

  if (text != NULL)
    g_hash_table_replace (self->drafts, g_steal_pointer (&place), g_strdup (text));
  else
    g_hash_table_remove (self->drafts, place);
}

/**
 * anc_desk_has_draft:
 *
 * Returns: whether some field of the record holds what could not be understood
 */
gboolean
anc_desk_has_draft (AncDesk *self,
                    gint64 key)
{
  g_autofree char *prefix = g_strdup_printf ("%" G_GINT64_FORMAT "/", key);
  GHashTableIter iter;
  gpointer place;

  g_return_val_if_fail (ANC_IS_DESK (self), FALSE);

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, &place, NULL))
    if (g_str_has_prefix (place, prefix))
      return TRUE;

  return FALSE;
}

/* ---- The criterion the timeline explains --------------------------------------------------- */

static const AncVerdict *
find_verdict (const AncAssessment *assessment,
              const char *regime)
{
  for (guint i = 0; i < assessment->n_verdicts; i++)
    if (g_strcmp0 (assessment->verdicts[i]->regime->id, regime) == 0)
      return assessment->verdicts[i];

  return NULL;
}

/* The best regime that applies and counts months. */
static const AncVerdict *
find_best (const AncAssessment *assessment)
{
  g_autofree AncVerdict **sorted = anc_assessment_sort (assessment);

  for (guint i = 0; i < assessment->n_verdicts; i++)
    if (sorted[i]->reason == ANC_REASON_NONE && anc_verdict_find_work (sorted[i]) != NULL)
      return sorted[i];

  return NULL;
}

/**
 * anc_desk_get_chosen:
 * @criterion: (out): the criterion whose months the timeline shows; %NULL where there is none
 *
 * Returns: (transfer none) (nullable): the verdict it belongs to: of the regime the person chose while
 *   that applies, else of the best one that applies; valid as long as the assessment
 */
const AncVerdict *
anc_desk_get_chosen (AncDesk *self,
                     const AncCriterion **criterion)
{
  const AncAssessment *assessment;
  const AncVerdict *verdict;

  g_return_val_if_fail (ANC_IS_DESK (self), NULL);

  *criterion = NULL;
  assessment = anc_evaluator_get_assessment (self->evaluator);
  verdict = self->regime != NULL ? find_verdict (assessment, self->regime) : NULL;
  if (verdict != NULL && verdict->reason == ANC_REASON_NONE)
    *criterion = anc_regime_find_criterion (verdict->regime, self->criterion);
  if (*criterion != NULL)
    return verdict;

  verdict = find_best (assessment);
  if (verdict != NULL)
    *criterion = anc_verdict_find_work (verdict);
  return verdict;
}

/**
 * anc_desk_choose:
 * @regime: (nullable): the id of a regime; %NULL for the best that applies
 * @criterion: (nullable): the id of one of its criteria
 */
void
anc_desk_choose (AncDesk *self,
                 const char *regime,
                 const char *criterion)
{
  g_return_if_fail (ANC_IS_DESK (self));

  g_free (self->regime);
  g_free (self->criterion);
  self->regime = g_strdup (regime);
  self->criterion = g_strdup (criterion);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

/* ---- What one page asks of another --------------------------------------------------------- */

void
anc_desk_edit (AncDesk *self,
               AncRecord *record)
{
  g_return_if_fail (ANC_IS_DESK (self));
  g_return_if_fail (ANC_IS_RECORD (record));

  g_signal_emit (self, signals[SIGNAL_EDIT], 0, record);
}

void
anc_desk_show (AncDesk *self,
               const char *page,
               const char *field)
{
  g_return_if_fail (ANC_IS_DESK (self));

  g_signal_emit (self, signals[SIGNAL_SHOW], 0, page, field);
}

void
anc_desk_show_dates (AncDesk *self,
                     AncDate start,
                     AncDate end)
{
  g_return_if_fail (ANC_IS_DESK (self));

  g_signal_emit (self, signals[SIGNAL_SHOW_DATES], 0, start, end);
}

void
anc_desk_show_document (AncDesk *self,
                        AncRecord *document,
                        const AncPagePlace *place)
{
  g_return_if_fail (ANC_IS_DESK (self));
  g_return_if_fail (ANC_IS_RECORD (document));

  g_signal_emit (self, signals[SIGNAL_SHOW_DOCUMENT], 0, document, place);
}

/**
 * anc_desk_delete:
 * @record: a record of one of the lists
 *
 * Deletes it with what hangs on it, and tells so.
 */
void
anc_desk_delete (AncDesk *self,
                 AncRecord *record)
{
  g_autoptr (GPtrArray) dependents = NULL;
  AncTableId table;

  g_return_if_fail (ANC_IS_DESK (self));
  g_return_if_fail (ANC_IS_RECORD (record));

  table = anc_record_get_table (record)->id;
  dependents = anc_case_list_dependents (self->a_case, record);
  anc_case_edit_delete (self->a_case, record);
  g_signal_emit (self, signals[SIGNAL_DELETED], 0, (guint) table, dependents->len);
}
