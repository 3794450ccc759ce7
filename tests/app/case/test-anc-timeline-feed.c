/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-feed.h"

#include "anc-case-edits.h"
#include "anc-cases-fixture.h"
#include "anc-timeline-lane.h"

#define CASE "'entry_date':'2019-01-15','stays':[{'status':'student','start':'2019-01-15','end':'2020-08-31'}],"       \
             "'employers':[{'id':'e1','name':'Phare','kind':'company'},{'id':'e2','name':'Mirage','kind':'company'}]," \
             "'jobs':[{'id':'j1','employer':'e1','start':'2026-01-10','end':'2026-04-30','contract':'fixed_term'},"    \
             "{'id':'j2','employer':'e2','start':'2026-10-01','contract':'permanent'}],"                               \
             "'payslips':[{'job':'j1','month':'2026-02','hours':151.67},{'job':'j1','month':'2026-07'}]"

static AncRules *rules;

typedef struct
{
  AncCase *a_case;
  AncDesk *desk;
  AncTimelineFeed *feed;
} Fixture;

static AncDate
date (const char *text)
{
  AncDate value;

  g_assert_true (anc_date_parse (text, &value));
  return value;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (AncCaseRows) rows = anc_cases_fixture_case (rules, CASE);

  fixture->a_case = anc_case_new_from_rows (rows);
  fixture->desk = anc_desk_new (fixture->a_case, rules, date ("2026-11-21"));
  fixture->feed = anc_timeline_feed_new (fixture->desk);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->feed);
  g_assert_finalize_object (fixture->desk);
  g_assert_finalize_object (fixture->a_case);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* `p` a payslip, `d` declared, in capitals where something is wrong with it. */
static void
describe_months (GString *text,
                 GListModel *months)
{
  for (guint i = 0; months != NULL && i < g_list_model_get_n_items (months); i++)
    {
      g_autoptr (AncTimelineMonth) month = g_list_model_get_item (months, i);
      const char letter = anc_timeline_month_get_evidence (month) == ANC_EVIDENCE_PAYSLIP ? 'p' : 'd';

      g_string_append_c (text, anc_timeline_month_get_contradiction (month) != NULL ? g_ascii_toupper (letter) : letter);
    }
}

static char *
describe (Fixture *fixture)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GListModel *lanes = anc_timeline_feed_get_lanes (fixture->feed);

  for (guint i = 0; i < g_list_model_get_n_items (lanes); i++)
    {
      g_autoptr (AncTimelineLane) lane = g_list_model_get_item (lanes, i);
      GListModel *items = anc_timeline_lane_get_items (lane);

      g_string_append_printf (text, "%s:", anc_timeline_lane_get_title (lane));
      for (guint j = 0; j < g_list_model_get_n_items (items); j++)
        {
          g_autoptr (AncTimelineItem) item = g_list_model_get_item (items, j);
          char start[ANC_DATE_BUFFER_SIZE], end[ANC_DATE_BUFFER_SIZE];
          const gboolean goes_on = anc_timeline_item_get_end (item) == ANC_DATE_NONE;

          g_string_append_printf (text,
                                  " %s %s/%s ",
                                  anc_timeline_item_get_title (item),
                                  anc_date_format (anc_timeline_item_get_start (item), start),
                                  goes_on ? "" : anc_date_format (anc_timeline_item_get_end (item), end));
          describe_months (text, anc_timeline_item_get_months (item));
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_shows (Fixture *fixture,
              const char *expected)
{
  g_autofree char *shown = NULL;

  settle ();
  shown = describe (fixture);
  g_assert_cmpstr (shown, ==, expected);
}

#define STAYS "Stays: In France 2019-01-15/  Student permit 2019-01-15/2020-08-31 \n"

/* The payslip of July stands outside the job: it has a month of its own, and a reproach. */
static void
test_shows_the_case (Fixture *fixture,
                     gconstpointer data)
{
  assert_shows (fixture,
                STAYS "Phare: Job 2026-01-10/2026-04-30 dpddP\n"
                      "Mirage: Job 2026-10-01/ dd\n");
}

static void
test_follows_edits (Fixture *fixture,
                    gconstpointer data)
{
  AncRecord *job = anc_record_list_get (anc_case_get_list (fixture->a_case, ANC_TABLE_JOBS), 0);
  GListModel *lanes = anc_timeline_feed_get_lanes (fixture->feed);
  g_autoptr (AncTimelineLane) lane = g_list_model_get_item (lanes, 1);
  g_autoptr (AncTimelineItem) item = g_list_model_get_item (anc_timeline_lane_get_items (lane), 0);
  g_autoptr (AncTimelineLane) lane_after = NULL;
  g_autoptr (AncTimelineItem) item_after = NULL;

  anc_case_edit_set_span (fixture->a_case, job, date ("2026-01-10"), date ("2026-07-31"));
  assert_shows (fixture,
                STAYS "Phare: Job 2026-01-10/2026-07-31 dpddddp\n"
                      "Mirage: Job 2026-10-01/ dd\n");

  /* The models stay, so that the timeline keeps its selection and focus. */
  lane_after = g_list_model_get_item (lanes, 1);
  item_after = g_list_model_get_item (anc_timeline_lane_get_items (lane_after), 0);
  g_assert_true (lane == lane_after && item == item_after);
}

static void
test_adds_and_removes (Fixture *fixture,
                       gconstpointer data)
{
  AncRecordList *employers = anc_case_get_list (fixture->a_case, ANC_TABLE_EMPLOYERS);

  anc_case_edit_add_span (fixture->a_case, ANC_TABLE_ABSENCES, date ("2023-07-01"), date ("2023-07-20"));
  anc_case_edit_add_job (fixture->a_case, NULL, date ("2026-09-01"), date ("2026-09-30"));
  assert_shows (fixture,
                STAYS "Absences from France: Absence 2023-07-01/2023-07-20 \n"
                      "Phare: Job 2026-01-10/2026-04-30 dpddP\n"
                      "Mirage: Job 2026-10-01/ dd\n"
                      "Employer not recorded: Job 2026-09-01/2026-09-30 d\n");

  anc_case_edit_delete (fixture->a_case, anc_record_list_get (employers, 0));
  anc_case_edit_delete (fixture->a_case, anc_record_list_get (anc_case_get_list (fixture->a_case, ANC_TABLE_ABSENCES), 0));
  assert_shows (fixture,
                STAYS "Mirage: Job 2026-10-01/ dd\n"
                      "Employer not recorded: Job 2026-09-01/2026-09-30 d\n");
}

/* People type in any order: what cannot be drawn yet must not stop the rest. */
static void
test_survives_bad_dates (Fixture *fixture,
                         gconstpointer data)
{
  AncRecordList *jobs = anc_case_get_list (fixture->a_case, ANC_TABLE_JOBS);

  anc_case_edit_set_span (fixture->a_case, anc_record_list_get (jobs, 0), date ("2026-05-01"), date ("2026-01-01"));
  anc_case_edit_set_span (fixture->a_case, anc_record_list_get (jobs, 1), ANC_DATE_NONE, ANC_DATE_NONE);
  assert_shows (fixture,
                STAYS "Phare: Job 2026-05-01/2026-05-01 PdP\n"
                      "Mirage:\n");

  anc_case_edit_set_span (fixture->a_case, anc_record_list_get (jobs, 1), date ("2030-01-01"), ANC_DATE_NONE);
  assert_shows (fixture,
                STAYS "Phare: Job 2026-05-01/2026-05-01 PdP\n"
                      "Mirage: Job 2030-01-01/ d\n");
}

static void
test_filing_date (Fixture *fixture,
                  gconstpointer data)
{
  AncTimelineCount *count = anc_timeline_feed_get_count (fixture->feed);
  const AncDate before = anc_timeline_count_get_totals (count)->window_end;

  g_assert_nonnull (count);
  g_assert_cmpstr (anc_timeline_count_get_totals (count)->title, !=, "");
  anc_evaluator_set_filing_date (anc_desk_get_evaluator (fixture->desk), date ("2027-01-05"));
  assert_shows (fixture,
                STAYS "Phare: Job 2026-01-10/2026-04-30 dpddP\n"
                      "Mirage: Job 2026-10-01/ dddd\n");
  g_assert_cmpint (anc_timeline_count_get_totals (count)->window_end - before, ==, date ("2027-01-05") - date ("2026-11-21"));

  anc_evaluator_set_filing_date (anc_desk_get_evaluator (fixture->desk), date ("1950-01-01")); /* no regime then */
  settle ();
  g_assert_null (anc_timeline_feed_get_count (fixture->feed));
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  rules = anc_cases_fixture_load ();

  g_test_add ("/app/timeline-feed/shows-the-case", Fixture, NULL, set_up, test_shows_the_case, tear_down);
  g_test_add ("/app/timeline-feed/follows-edits", Fixture, NULL, set_up, test_follows_edits, tear_down);
  g_test_add ("/app/timeline-feed/adds-and-removes", Fixture, NULL, set_up, test_adds_and_removes, tear_down);
  g_test_add ("/app/timeline-feed/survives-bad-dates", Fixture, NULL, set_up, test_survives_bad_dates, tear_down);
  g_test_add ("/app/timeline-feed/filing-date", Fixture, NULL, set_up, test_filing_date, tear_down);

  status = g_test_run ();
  anc_rules_unref (rules);
  return status;
}
