/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-report-json.h"

#include "anc-report-store.h"

#include "anc-criterion.h"

#include "anc-json-writer.h"

/* The form is that of section 8 of the engine's contract. */

static const char *const reason_names[] = { NULL, "not_yet_in_force", "expired", "nationality" };

static const char *
get_outcome_name (AncOutcome outcome)
{
  return anc_outcome_names[outcome];
}

static void
add_tree (AncJsonWriter *writer,
          const char *key,
          const AncNode *node,
          const AncVerdict *verdict,
          AncLanguage language)
{
  if (node->type == ANC_NODE_CRITERION)
    {
      anc_json_writer_add_string (writer, key, node->criterion->id);
      return;
    }

  anc_json_writer_open_object (writer, key);
  if (node->id != NULL)
    anc_json_writer_add_string (writer, "id", node->id);
  if (node->title.in[language] != NULL)
    anc_json_writer_add_string (writer, "title", node->title.in[language]);
  anc_json_writer_open_array (writer, node->type == ANC_NODE_ALL ? "all" : "any");
  for (guint i = 0; i < node->n_children; i++)
    add_tree (writer, NULL, node->children[i], verdict, language);
  anc_json_writer_close_array (writer);
  anc_json_writer_add_string (writer, "outcome", get_outcome_name (verdict->node_outcomes[node->index]));
  anc_json_writer_close_object (writer);
}

/* Money has two decimals; months, years and hours have those they need. */
static void
add_measure (AncJsonWriter *writer,
             const char *key,
             AncAmount amount,
             AncUnit unit)
{
  if (amount == ANC_AMOUNT_NONE)
    anc_json_writer_add_null (writer, key);
  else if (unit == ANC_UNIT_EUROS)
    anc_json_writer_add_amount (writer, key, amount, 2, 2);
  else
    anc_json_writer_add_amount (writer, key, amount, 0, 6);
}

static void
add_months_of (AncJsonWriter *writer,
               const char *key,
               const AncFinding *finding,
               AncMonthState state)
{
  anc_json_writer_open_array (writer, key);
  for (guint i = 0; i < finding->n_months; i++)
    if (finding->months[i] == state)
      anc_json_writer_add_month (writer, NULL, finding->first_month + (AncMonth) i);
  anc_json_writer_close_array (writer);
}

static void
add_months (AncJsonWriter *writer,
            const AncFinding *finding)
{
  anc_json_writer_open_object (writer, "months");
  add_months_of (writer, "counted", finding, ANC_MONTH_COUNTED);
  add_months_of (writer, "arguable", finding, ANC_MONTH_ARGUABLE);
  add_months_of (writer, "declared", finding, ANC_MONTH_DECLARED);
  anc_json_writer_close_object (writer);
}

static void
add_criterion (AncJsonWriter *writer,
               const AncCriterion *criterion,
               const AncFinding *finding)
{
  anc_json_writer_open_object (writer, NULL);
  anc_json_writer_add_string (writer, "id", criterion->id);
  anc_json_writer_add_string (writer, "kind", criterion->kind->name);
  anc_json_writer_add_string (writer, "outcome", get_outcome_name (finding->outcome));
  anc_json_writer_add_string (writer, "force", anc_force_names[criterion->force]);
  anc_json_writer_add_string (writer, "source", criterion->source->key);
  add_measure (writer, "measured", finding->measured, criterion->kind->unit);
  add_measure (writer, "required", finding->required, criterion->kind->unit);
  anc_json_writer_add_boolean (writer, "rounding", finding->rounding);
  anc_json_writer_add_date (writer, "earliest", finding->earliest);
  if (criterion->kind == &anc_criterion_presence || criterion->kind == &anc_criterion_measures)
    anc_json_writer_add_date (writer, "due", finding->due);
  if (criterion->max_years > 0)
    {
      anc_json_writer_open_array (writer, "unproven_years");
      for (guint i = 0; i < finding->n_unproven_years; i++)
        anc_json_writer_add_int (writer, NULL, finding->unproven_years[i]);
      anc_json_writer_close_array (writer);
    }
  if (finding->window_start != ANC_DATE_NONE)
    {
      anc_json_writer_open_object (writer, "window");
      anc_json_writer_add_date (writer, "start", finding->window_start);
      anc_json_writer_add_date (writer, "end", finding->window_end);
      anc_json_writer_close_object (writer);
    }
  if (criterion->max_months > 0)
    add_months (writer, finding);
  anc_json_writer_close_object (writer);
}

static void
add_criteria (AncJsonWriter *writer,
              const char *key,
              const AncVerdict *verdict,
              guint first,
              guint end)
{
  anc_json_writer_open_array (writer, key);
  for (guint i = first; i < end; i++)
    add_criterion (writer, g_ptr_array_index (verdict->regime->criteria, i), &verdict->findings[i]);
  anc_json_writer_close_array (writer);
}

static void
add_earliest (AncJsonWriter *writer,
              const AncVerdict *verdict)
{
  if (verdict->earliest == ANC_DATE_NONE)
    {
      anc_json_writer_add_null (writer, "earliest");
      return;
    }

  anc_json_writer_open_object (writer, "earliest");
  anc_json_writer_add_date (writer, "date", verdict->earliest);
  anc_json_writer_add_boolean (writer, "in_force", verdict->earliest_in_force);
  anc_json_writer_close_object (writer);
}

static void
add_notes (AncJsonWriter *writer,
           const AncVerdict *verdict,
           AncLanguage language)
{
  const GArray *effects = verdict->regime->effects;

  anc_json_writer_open_array (writer, "cautions");
  for (guint i = 0; i < verdict->n_cautions; i++)
    anc_json_writer_add_string (writer, NULL, verdict->cautions[i]->text.in[language]);
  anc_json_writer_close_array (writer);

  anc_json_writer_open_array (writer, "effects");
  for (guint i = 0; i < effects->len; i++)
    anc_json_writer_add_string (writer, NULL, g_array_index (effects, AncNote, i).text.in[language]);
  anc_json_writer_close_array (writer);
}

/* A regime that does not apply has no outcome, and nothing that would follow from one. */
static void
add_silence (AncJsonWriter *writer)
{
  static const char *const nulls[] = { "outcome", "by_force", "earliest", "grants" };
  static const char *const lists[] = { "cautions", "effects" };

  for (guint i = 0; i < G_N_ELEMENTS (nulls); i++)
    anc_json_writer_add_null (writer, nulls[i]);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      anc_json_writer_open_array (writer, lists[i]);
      anc_json_writer_close_array (writer);
    }
  anc_json_writer_add_null (writer, "tree");
  anc_json_writer_open_array (writer, "criteria");
  anc_json_writer_close_array (writer);
  anc_json_writer_open_array (writer, "weigh");
  anc_json_writer_close_array (writer);
}

static void
add_answer (AncJsonWriter *writer,
            const AncVerdict *verdict,
            AncLanguage language)
{
  anc_json_writer_add_string (writer, "outcome", get_outcome_name (verdict->outcome));
  anc_json_writer_open_object (writer, "by_force");
  for (guint i = 0; i < ANC_N_FORCES; i++)
    anc_json_writer_add_string (writer, anc_force_names[i], get_outcome_name (verdict->by_force[i]));
  anc_json_writer_close_object (writer);
  add_earliest (writer, verdict);
  anc_json_writer_add_string (writer, "grants", verdict->grants != NULL ? verdict->grants->in[language] : NULL);
  add_notes (writer, verdict, language);
  add_tree (writer, "tree", verdict->regime->require, verdict, language);
  add_criteria (writer, "criteria", verdict, 0, verdict->regime->n_required);
  add_criteria (writer, "weigh", verdict, verdict->regime->n_required, verdict->regime->criteria->len);
}

static void
add_verdict (AncJsonWriter *writer,
             const AncVerdict *verdict,
             AncLanguage language)
{
  anc_json_writer_open_object (writer, NULL);
  anc_json_writer_add_string (writer, "id", verdict->regime->id);
  anc_json_writer_add_string (writer, "title", verdict->regime->title.in[language]);
  anc_json_writer_add_boolean (writer, "applies", verdict->reason == ANC_REASON_NONE);
  anc_json_writer_add_string (writer, "reason", reason_names[verdict->reason]);
  if (verdict->reason == ANC_REASON_NONE)
    add_answer (writer, verdict, language);
  else
    add_silence (writer);
  anc_json_writer_close_object (writer);
}

/**
 * anc_report_append_json:
 * @assessment: the answers to a case
 * @facts: the case
 * @review: (nullable): of a case of the store, what was left out of @facts
 * @only: (nullable) (array zero-terminated=1): the regimes to report; all when %NULL
 * @language: the language of the texts
 * @text: takes one line of JSON, with its end
 */
void
anc_report_append_json (const AncAssessment *assessment,
                        const AncCaseFacts *facts,
                        const AncCaseReview *review,
                        char **only,
                        AncLanguage language,
                        GString *text)
{
  AncJsonWriter writer;

  anc_json_writer_init (&writer, text);
  anc_json_writer_open_object (&writer, NULL);
  anc_json_writer_add_string (&writer, "reference", facts->reference);
  anc_json_writer_add_date (&writer, "on", assessment->on);
  anc_json_writer_open_array (&writer, "regimes");
  for (guint i = 0; i < assessment->n_verdicts; i++)
    if (only == NULL || g_strv_contains ((const char *const *) only, assessment->verdicts[i]->regime->id))
      add_verdict (&writer, assessment->verdicts[i], language);
  anc_json_writer_close_array (&writer);
  if (review != NULL)
    anc_report_add_findings (&writer, "findings", review, FALSE);
  anc_json_writer_close_object (&writer);
  g_string_append_c (text, '\n');
}
