/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-report-text.h"

#include "anc-advice.h"
#include "anc-criterion.h"
#include "anc-verdict-words.h"
#include "anc-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define MARGIN 2
#define STEP 2

/* One regime being written. */
typedef struct
{
  AncPage *page;
  AncLanguage language;
  const AncVerdict *verdict;
  const AncRules *rules;
  const AncCaseFacts *facts;
} Report;

/* ---- Criteria ------------------------------------------------------------------------------ */

static void
append_part (GString *line,
             const char *part)
{
  if (part != NULL)
    g_string_append_printf (line, " · %s", part);
}

static void
add_criterion (const Report *report,
               const AncCriterion *criterion,
               guint indent)
{
  const AncFinding *finding = &report->verdict->findings[criterion->index];
  g_autofree char *mark = g_strdup_printf ("%s %s", anc_page_get_icon (finding->outcome), anc_words_outcome (finding->outcome));
  g_autofree char *coloured = anc_page_colour (report->page, finding->outcome, mark);
  g_autofree char *measure = anc_words_measure (criterion, finding);
  g_autofree char *earliest = NULL;
  g_autoptr (GString) line = g_string_new (coloured);

  g_string_append_printf (line, "  %s", criterion->title.in[report->language]);
  append_part (line, measure);
  append_part (line, anc_words_force (criterion->force));
  append_part (line, criterion->source->article);
  if (finding->rounding)
    append_part (line, _ ("the day falls at the end of a month: two readings"));
  if (finding->outcome != ANC_OUTCOME_MET && finding->earliest != ANC_DATE_NONE)
    {
      g_autofree char *date = anc_words_date (finding->earliest);

      earliest = g_strdup_printf (_ ("from %s"), date);
      append_part (line, earliest);
    }
  anc_page_add (report->page, indent, indent + STEP, ANC_STYLE_PLAIN, line->str);
}

static void
add_node (const Report *report,
          const AncNode *node,
          guint indent)
{
  if (node->type == ANC_NODE_CRITERION)
    {
      add_criterion (report, node->criterion, indent);
      return;
    }

  if (indent > 2 * MARGIN || node->type == ANC_NODE_ANY)
    {
      AncOutcome outcome = report->verdict->node_outcomes[node->index];
      g_autofree char *icon = anc_page_colour (report->page, outcome, anc_page_get_icon (outcome));
      const char *title = node->title.in[report->language];
      g_autofree char *line = g_strdup_printf ("%s %s%s%s",
                                               icon,
                                               title != NULL ? title : "",
                                               title != NULL ? " – " : "",
                                               node->type == ANC_NODE_ALL ? _ ("all of these:") : _ ("one of these:"));

      anc_page_add (report->page, indent, indent + STEP, ANC_STYLE_PLAIN, line);
      indent += STEP;
    }
  for (guint i = 0; i < node->n_children; i++)
    add_node (report, node->children[i], indent);
}

static void
add_heading (const Report *report,
             const char *text)
{
  anc_page_add (report->page, MARGIN, MARGIN, ANC_STYLE_DIM, text);
}

static void
add_criteria (const Report *report)
{
  const AncRegime *regime = report->verdict->regime;

  add_heading (report, _ ("Criteria"));
  add_node (report, regime->require, 2 * MARGIN);

  if (regime->criteria->len == regime->n_required)
    return;
  add_heading (report, _ ("Weighed by the prefect, never decisive alone"));
  for (guint i = regime->n_required; i < regime->criteria->len; i++)
    add_criterion (report, g_ptr_array_index (regime->criteria, i), 2 * MARGIN);
}

/* ---- Months -------------------------------------------------------------------------------- */

/* The months of the criterion that decides, or %NULL where the regime has none. */
static const AncFinding *
find_deciding_work (const AncVerdict *verdict)
{
  const AncCriterion *work = anc_verdict_find_work (verdict);

  return work != NULL ? &verdict->findings[work->index] : NULL;
}

static const char *
get_month_mark (const AncFinding *finding,
                AncMonth month)
{
  static const char *const marks[] = {
    [ANC_MONTH_EMPTY] = "·",
    [ANC_MONTH_DECLARED] = "□",
    [ANC_MONTH_ARGUABLE] = "▒",
    [ANC_MONTH_COUNTED] = "■",
  };

  if (month < finding->first_month || month >= finding->first_month + (AncMonth) finding->n_months)
    return " ";

  return marks[finding->months[month - finding->first_month]];
}

/* A row of twelve marks for each year that the window touches. */
static void
add_calendar (const Report *report)
{
  const AncFinding *work = find_deciding_work (report->verdict);
  int year;

  if (work == NULL || work->n_months == 0)
    return;

  add_heading (report, _ ("Months: ■ counted  ▒ arguable  □ declared, no payslip  · nothing"));
  /* Translators: the initials of the twelve months. */
  anc_page_add (report->page, 2 * MARGIN + 5, 0, ANC_STYLE_DIM, _ ("J F M A M J J A S O N D"));
  for (year = anc_month_get_year (work->first_month);
       anc_month_new (year, 1) < work->first_month + (AncMonth) work->n_months;
       year++)
    {
      g_autoptr (GString) row = g_string_new (NULL);

      g_string_append_printf (row, "%*s%d", 2 * MARGIN, "", year);
      for (int month = 1; month <= 12; month++)
        g_string_append_printf (row, " %s", get_month_mark (work, anc_month_new (year, month)));
      g_strchomp (row->str);
      g_string_append_printf (report->page->text, "%s\n", row->str);
    }
}

/* ---- What to do ---------------------------------------------------------------------------- */

static void
add_steps (const Report *report)
{
  g_autoptr (GPtrArray) steps = anc_verdict_advise (report->verdict, report->rules, report->facts);

  if (steps->len == 0)
    return;

  add_heading (report, _ ("What to do"));
  for (guint i = 0; i < steps->len; i++)
    {
      g_autofree char *sentence = anc_words_step (g_ptr_array_index (steps, i), report->facts, report->language);
      g_autofree char *line = g_strdup_printf ("%u. %s", i + 1, sentence);

      anc_page_add (report->page, 2 * MARGIN, 2 * MARGIN + 3, ANC_STYLE_PLAIN, line);
    }
}

/* ---- Notes --------------------------------------------------------------------------------- */

static void
add_note (const Report *report,
          const AncNote *note)
{
  g_autofree char *line = g_strdup_printf ("– %s", note->text.in[report->language]);

  anc_page_add (report->page, 2 * MARGIN, 3 * MARGIN, ANC_STYLE_PLAIN, line);
}

static void
add_notes (const Report *report)
{
  const GArray *effects = report->verdict->regime->effects;

  if (report->verdict->n_cautions > 0)
    add_heading (report, _ ("Cautions"));
  for (guint i = 0; i < report->verdict->n_cautions; i++)
    add_note (report, report->verdict->cautions[i]);

  if (effects->len > 0)
    add_heading (report, _ ("What follows"));
  for (guint i = 0; i < effects->len; i++)
    add_note (report, &g_array_index (effects, AncNote, i));
}

/* ---- Regimes ------------------------------------------------------------------------------- */

static void
add_regime (const Report *report)
{
  const AncVerdict *verdict = report->verdict;
  g_autofree char *mark = g_strdup_printf ("%s %s", anc_page_get_icon (verdict->outcome), anc_words_outcome (verdict->outcome));
  g_autofree char *coloured = anc_page_colour (report->page, verdict->outcome, mark);
  g_autofree char *title = g_strdup_printf ("%s – %s", coloured, verdict->regime->title.in[report->language]);
  g_autofree char *summary = anc_words_verdict (verdict);
  g_autofree char *grants = anc_words_grants (verdict, report->language);

  anc_page_add (report->page, 0, MARGIN, ANC_STYLE_BOLD, title);
  anc_page_add (report->page, MARGIN, MARGIN, ANC_STYLE_DIM, verdict->regime->id);
  if (*summary != '\0')
    anc_page_add (report->page, MARGIN, MARGIN, ANC_STYLE_PLAIN, summary);
  if (grants != NULL)
    anc_page_add (report->page, MARGIN, MARGIN, ANC_STYLE_PLAIN, grants);
  add_calendar (report);
  add_steps (report);
  add_criteria (report);
  add_notes (report);
  anc_page_add_blank (report->page);
}

static void
add_silent_regime (const Report *report)
{
  const AncVerdict *verdict = report->verdict;
  g_autofree char *line = g_strdup_printf ("– %s (%s)",
                                           verdict->regime->title.in[report->language],
                                           anc_words_reason (verdict->reason));

  anc_page_add (report->page, MARGIN, 2 * MARGIN, ANC_STYLE_DIM, line);
}

static void
add_head (AncPage *page,
          const AncCaseFacts *facts,
          AncDate on)
{
  g_autofree char *date = anc_words_date (on);
  g_autofree char *filing = g_strdup_printf (_ ("filing on %s"), date);
  g_autofree char *person = g_strdup_printf ("%s · %s %s", facts->reference, facts->given_names, facts->family_name);
  g_autofree char *clean = anc_words_clean (person);
  g_autofree char *line = g_strdup_printf ("%s · %s", clean, filing);

  anc_page_add (page, 0, 0, ANC_STYLE_BOLD, line);
  anc_page_add_blank (page);
}

static gboolean
is_wanted (const AncVerdict *verdict,
           char **only)
{
  return only == NULL || g_strv_contains ((const char *const *) only, verdict->regime->id);
}

/**
 * anc_report_append_text:
 * @assessment: the answers to a case
 * @facts: the case
 * @only: (nullable) (array zero-terminated=1): the regimes to report; all when %NULL
 * @language: the language of the law's texts
 * @page: takes the report: a block for each regime that applies, best first, then the others by name
 */
void
anc_report_append_text (const AncAssessment *assessment,
                        const AncCaseFacts *facts,
                        char **only,
                        AncLanguage language,
                        AncPage *page)
{
  g_autofree AncVerdict **sorted = anc_assessment_sort (assessment);
  gboolean has_silent = FALSE;

  add_head (page, facts, assessment->on);
  for (guint i = 0; i < assessment->n_verdicts; i++)
    {
      const Report report = { page, language, sorted[i], assessment->rules, facts };

      if (is_wanted (sorted[i], only) && sorted[i]->reason == ANC_REASON_NONE)
        add_regime (&report);
    }

  for (guint i = 0; i < assessment->n_verdicts; i++)
    {
      const Report report = { page, language, sorted[i], assessment->rules, facts };

      if (!is_wanted (sorted[i], only) || sorted[i]->reason == ANC_REASON_NONE)
        continue;
      if (!has_silent)
        anc_page_add (page, 0, 0, ANC_STYLE_DIM, _ ("Does not apply"));
      has_silent = TRUE;
      add_silent_regime (&report);
    }
  if (has_silent)
    anc_page_add_blank (page);
}

/**
 * anc_report_append_findings:
 * @review: a case
 * @with_doubts: whether also what is only doubtful
 * @page: takes what is wrong with the case and what the rules were not told because of it
 */
void
anc_report_append_findings (const AncCaseReview *review,
                            gboolean with_doubts,
                            AncPage *page)
{
  gboolean has_title = FALSE;

  for (guint i = 0; i < anc_case_review_get_count (review); i++)
    {
      const AncCaseFinding *finding = anc_case_review_get (review, i);
      g_autofree char *sentence = anc_problem_format (&finding->problem, anc_words_translate);
      g_autofree char *line = NULL;
      g_autofree char *clean = NULL;

      if (finding->kind == ANC_CASE_FINDING_DOUBTFUL && !with_doubts)
        continue;
      if (!has_title)
        anc_page_add (page, 0, 0, ANC_STYLE_BOLD, _ ("To look at in the case"));
      has_title = TRUE;

      line = g_strdup_printf ("%s: %s%s",
                              finding->problem.path,
                              sentence,
                              finding->left_out != ANC_LEFT_OUT_NOTHING ? _ (" [left out]") : "");
      clean = anc_words_clean (line);
      anc_page_add (page, MARGIN, 2 * MARGIN, ANC_STYLE_PLAIN, clean);
    }
  if (has_title)
    anc_page_add_blank (page);
}
