/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-evaluator.h"

#include "anc-case-edits.h"
#include "anc-cases-fixture.h"
#include "anc-desk.h"

#define CASE "'entry_date':'2019-01-01','employers':[{'id':'e1','name':'Phare','kind':'company','department':'75'}]," \
             "'jobs':[{'id':'j1','employer':'e1','start':'2024-11-01','end':'2025-06-30','contract':'permanent'}]"

static AncRules *rules;

typedef struct
{
  AncCase *a_case;
  AncEvaluator *evaluator;
  guint n_changes;
} Fixture;

static AncDate
date (const char *text)
{
  AncDate value;

  g_assert_true (anc_date_parse (text, &value));
  return value;
}

static void
changed_cb (AncEvaluator *evaluator,
            Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (AncCaseRows) rows = anc_cases_fixture_case (rules, CASE);

  fixture->a_case = anc_case_new_from_rows (rows);
  fixture->evaluator = anc_evaluator_new (fixture->a_case, rules, date ("2026-11-21"));
  g_signal_connect (fixture->evaluator, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->evaluator);
  g_assert_finalize_object (fixture->a_case);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* The months that the best regime counts, of whatever worth. */
static guint
count_months (AncEvaluator *evaluator)
{
  const AncAssessment *assessment = anc_evaluator_get_assessment (evaluator);
  guint most = 0;

  for (guint i = 0; i < assessment->n_verdicts; i++)
    for (guint j = 0; assessment->verdicts[i]->reason == ANC_REASON_NONE && j < assessment->verdicts[i]->regime->criteria->len; j++)
      {
        const AncFinding *finding = &assessment->verdicts[i]->findings[j];

        most = MAX (most, anc_finding_count_months (finding, ANC_MONTH_DECLARED));
      }

  return most;
}

static void
test_follows_edits (Fixture *fixture,
                    gconstpointer data)
{
  AncRecord *job = anc_record_list_get (anc_case_get_list (fixture->a_case, ANC_TABLE_JOBS), 0);
  const guint before = count_months (fixture->evaluator);

  anc_case_edit_set_span (fixture->a_case, job, date ("2024-11-01"), date ("2025-09-30"));
  g_assert_cmpuint (count_months (fixture->evaluator), ==, before + 3); /* at once, whoever asks */
  anc_case_edit_set_span (fixture->a_case, job, date ("2024-11-01"), date ("2025-10-31"));
  g_assert_cmpuint (count_months (fixture->evaluator), ==, before + 4);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  settle ();
  g_assert_cmpuint (fixture->n_changes, ==, 1); /* told once, before the next frame */
  settle ();
  g_assert_cmpuint (fixture->n_changes, ==, 1);
}

static void
test_follows_typing (Fixture *fixture,
                     gconstpointer data)
{
  AncRecord *job = anc_record_list_get (anc_case_get_list (fixture->a_case, ANC_TABLE_JOBS), 0);
  const guint before = count_months (fixture->evaluator);

  anc_record_set_integer (job, "end", date ("2025-07-31")); /* a burst that is still open */
  g_assert_true (anc_case_is_editing (fixture->a_case));
  g_assert_cmpuint (count_months (fixture->evaluator), ==, before + 1);
  settle ();
  g_assert_cmpuint (fixture->n_changes, ==, 1);
}

static void
test_follows_date (Fixture *fixture,
                   gconstpointer data)
{
  const AncDate dates[] = { date ("2026-11-22"), date ("2010-11-15"), date ("1990-01-01"), date ("2199-12-31") };
  AncCaseReview *review = anc_evaluator_get_review (fixture->evaluator);

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      anc_evaluator_set_filing_date (fixture->evaluator, dates[i]);
      g_assert_cmpint (anc_evaluator_get_assessment (fixture->evaluator)->on, ==, dates[i]);
      g_assert_true (anc_evaluator_get_review (fixture->evaluator) == review); /* the case is the same */
    }
  settle ();
  g_assert_cmpuint (fixture->n_changes, ==, 1);

  anc_evaluator_set_filing_date (fixture->evaluator, dates[3]);
  settle ();
  g_assert_cmpuint (fixture->n_changes, ==, 1);
}

/* Bad input does not stop the rest: what is wrong is left out and told. */
static void
test_tells_what_is_left_out (Fixture *fixture,
                             gconstpointer data)
{
  AncRecord *job = anc_record_list_get (anc_case_get_list (fixture->a_case, ANC_TABLE_JOBS), 0);
  const guint end = anc_table_find_column (anc_record_get_table (job), "end");
  const AncCaseFinding *finding;

  anc_case_edit_set_span (fixture->a_case, job, date ("2025-11-01"), date ("2025-06-30"));
  finding = anc_case_review_find (anc_evaluator_get_review (fixture->evaluator), anc_record_get_key (job), end);
  g_assert_nonnull (finding);
  g_assert_cmpint (finding->left_out, !=, ANC_LEFT_OUT_NOTHING);
  g_assert_nonnull (anc_evaluator_get_assessment (fixture->evaluator));
}

static void
test_chosen_criterion (Fixture *fixture,
                       gconstpointer data)
{
  g_autoptr (AncDesk) desk = anc_desk_new (fixture->a_case, rules, date ("2026-11-21"));
  const AncCriterion *best, *chosen;
  const AncVerdict *verdict = anc_desk_get_chosen (desk, &best);

  g_assert_nonnull (verdict);
  g_assert_nonnull (best);

  anc_desk_choose (desk, "aes-l435-1-2025", "no-such-criterion");
  anc_desk_get_chosen (desk, &chosen);
  g_assert_true (chosen == best);

  anc_desk_choose (desk, "aes-2010", "work"); /* expired on this date: the best one again */
  anc_desk_get_chosen (desk, &chosen);
  g_assert_true (chosen == best);
}

static void
test_drafts (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (AncDesk) desk = anc_desk_new (fixture->a_case, rules, date ("2026-11-21"));

  g_assert_false (anc_desk_has_draft (desk, 12));
  anc_desk_set_draft (desk, 12, "start", "31/02/2025");
  g_assert_cmpstr (anc_desk_get_draft (desk, 12, "start"), ==, "31/02/2025");
  g_assert_null (anc_desk_get_draft (desk, 12, "end"));
  g_assert_true (anc_desk_has_draft (desk, 12));
  g_assert_false (anc_desk_has_draft (desk, 1));
  anc_desk_set_draft (desk, 12, "start", NULL);
  g_assert_false (anc_desk_has_draft (desk, 12));
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  rules = anc_cases_fixture_load ();

  g_test_add ("/app/evaluator/follows-edits", Fixture, NULL, set_up, test_follows_edits, tear_down);
  g_test_add ("/app/evaluator/follows-typing", Fixture, NULL, set_up, test_follows_typing, tear_down);
  g_test_add ("/app/evaluator/follows-date", Fixture, NULL, set_up, test_follows_date, tear_down);
  g_test_add ("/app/evaluator/tells-what-is-left-out", Fixture, NULL, set_up, test_tells_what_is_left_out, tear_down);
  g_test_add ("/app/desk/chosen-criterion", Fixture, NULL, set_up, test_chosen_criterion, tear_down);
  g_test_add ("/app/desk/drafts", Fixture, NULL, set_up, test_drafts, tear_down);

  status = g_test_run ();
  anc_rules_unref (rules);
  return status;
}
