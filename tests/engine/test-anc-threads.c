/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-fixture.h"

#include "anc-law.h"

#include <string.h>

#define N_THREADS 4
#define N_ROUNDS 300

typedef struct
{
  AncRules *rules;
  AncCaseFacts *facts;
  const char *expected;
} Shared;

/* Everything a verdict says that a race could disturb, as text. */
static char *
describe (const AncAssessment *assessment)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < assessment->n_verdicts; i++)
    {
      const AncVerdict *verdict = assessment->verdicts[i];

      g_string_append_printf (text, "%s %d %d %d\n", verdict->regime->id, verdict->reason, verdict->outcome, verdict->earliest);
      for (guint j = 0; verdict->reason == ANC_REASON_NONE && j < verdict->regime->criteria->len; j++)
        {
          const AncFinding *finding = &verdict->findings[j];

          g_string_append_printf (text, " %d %" G_GINT64_FORMAT " %d", finding->outcome, finding->measured, finding->earliest);
          for (guint k = 0; k < finding->n_months; k++)
            g_string_append_c (text, (char) ('0' + finding->months[k]));
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gpointer
evaluate_in_thread (gpointer data)
{
  const Shared *shared = data;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (AncAssessment) assessment = anc_rules_evaluate (shared->rules, shared->facts, anc_fixture_date ("2026-11-21"));
      g_autofree char *text = describe (assessment);

      g_assert_cmpstr (text, ==, shared->expected);
    }

  return NULL;
}

/* One rule set and one case, read by several threads without a lock, give one answer. */
static void
test_one_answer (void)
{
  g_autoptr (AncRulesBuilder) builder = anc_rules_builder_new ();
  g_autoptr (AncRules) rules = NULL;
  g_autoptr (AncCaseFacts) facts = NULL;
  g_autoptr (AncAssessment) assessment = NULL;
  g_autofree char *expected = NULL;
  GThread *threads[N_THREADS];
  Shared shared;

  anc_law_add_shipped (builder);
  rules = anc_rules_builder_end (builder);
  facts = anc_fixture_case (rules,
                            "'entry_date':'2019-05-02','stays':[{'status':'student','start':'2019-05-02','end':'2021-08-31'}],"
                            "'absences':[{'start':'2022-08-01','end':'2022-08-20'}],'measures':[],"
                            "'employers':[{'id':'e','name':'E','kind':'company','department':'75'}],"
                            "'jobs':[{'id':'j','employer':'e','start':'2025-02-01','contract':'permanent','weekly_hours':35,"
                            "'occupation':{'label':'L','rome':'G1602'}}],"
                            "'payslips':[{'job':'j','month':'2025-03','hours':151.67},{'job':'j','month':'2026-03','hours':70,'gross':950}]");
  assessment = anc_rules_evaluate (rules, facts, anc_fixture_date ("2026-11-21"));
  expected = describe (assessment);
  shared = (Shared){ rules, facts, expected };

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("evaluate", evaluate_in_thread, &shared);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/engine/threads/one-answer", test_one_answer);

  return g_test_run ();
}
