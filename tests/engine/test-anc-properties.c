/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-fixture.h"

#include "anc-criterion.h"
#include "anc-law.h"

#include <string.h>

/* What must hold for every case, tried on many made by chance from a fixed seed. */

#define N_CASES 400
#define N_MONTHS 60

typedef struct
{
  GRand *rand;
  AncRules *rules;
  GPtrArray *payslips; /* of char *, JSON objects */
  GPtrArray *missing;  /* of char *, payslips that could still be found */
  char *rest;          /* the other members of the case */
} Maker;

static const char *const occupations[] = { "S1Z40", "T2A60", "S2Z61", "F4Z20" };

static char *
make_payslip (Maker *maker,
              guint job,
              AncMonth month)
{
  char text[ANC_DATE_BUFFER_SIZE];

  return g_strdup_printf ("{'job':'j%u','month':'%s','hours':%d,'gross':%d}",
                          job,
                          anc_month_format (month, text),
                          g_rand_int_range (maker->rand, 20, 160),
                          g_rand_int_range (maker->rand, 300, 2500));
}

static void
make_job (Maker *maker,
          GString *jobs,
          guint index)
{
  AncMonth first = anc_month_new (2022, 1) + g_rand_int_range (maker->rand, 0, 40);
  AncMonth last = MIN (first + g_rand_int_range (maker->rand, 1, N_MONTHS), anc_month_new (2026, 10));
  gboolean is_open = g_rand_boolean (maker->rand);
  char start[ANC_DATE_BUFFER_SIZE], end[ANC_DATE_BUFFER_SIZE];

  last = MAX (first, last);
  g_string_append_printf (jobs,
                          "%s{'id':'j%u','employer':'e','start':'%s',%s%s%s'contract':'%s','occupation':{'label':'L','fap':'%s'}}",
                          index > 0 ? "," : "",
                          index,
                          anc_date_format (anc_month_get_first_day (first) + g_rand_int_range (maker->rand, 0, 20), start),
                          is_open ? "" : "'end':'",
                          is_open ? "" : anc_date_format (anc_month_get_last_day (last), end),
                          is_open ? "" : "',",
                          g_rand_boolean (maker->rand) ? "permanent" : "fixed_term",
                          occupations[g_rand_int_range (maker->rand, 0, G_N_ELEMENTS (occupations))]);

  for (AncMonth month = first; month <= last; month++)
    g_ptr_array_add (g_rand_int_range (maker->rand, 0, 3) > 0 ? maker->payslips : maker->missing,
                     make_payslip (maker, index, month));
}

static void
make_case (Maker *maker)
{
  g_autoptr (GString) jobs = g_string_new (NULL);
  const guint n_jobs = (guint) g_rand_int_range (maker->rand, 1, 4);
  char entry[ANC_DATE_BUFFER_SIZE];

  g_ptr_array_set_size (maker->payslips, 0);
  g_ptr_array_set_size (maker->missing, 0);
  for (guint i = 0; i < n_jobs; i++)
    make_job (maker, jobs, i);

  g_free (maker->rest);
  maker->rest = g_strdup_printf ("'entry_date':'%s','stays':[],'absences':[],'measures':[],"
                                 "'employers':[{'id':'e','name':'E','kind':'company','department':'75'}],'jobs':[%s],"
                                 "'offers':[{'id':'o','employer':'e','contract':'permanent','monthly_gross':%d}],"
                                 "'facts':{'public_order_threat':false,'polygamy':false,'criminal_record_b2':false,'republican_contract':true}",
                                 anc_date_format (anc_date_new (g_rand_int_range (maker->rand, 2016, 2025), 3, 14), entry),
                                 jobs->str,
                                 g_rand_int_range (maker->rand, 1700, 2000));
}

/* The case, with the first payslips that could still be found among those that were. */
static AncCaseFacts *
build (Maker *maker,
       guint n_found)
{
  g_autoptr (GString) text = g_string_new (maker->rest);

  g_string_append (text, ",'payslips':[");
  for (guint i = 0; i < maker->payslips->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", (char *) g_ptr_array_index (maker->payslips, i));
  for (guint i = 0; i < n_found; i++)
    g_string_append_printf (text, "%s%s", i + maker->payslips->len > 0 ? "," : "", (char *) g_ptr_array_index (maker->missing, i));
  g_string_append_c (text, ']');

  return anc_fixture_case (maker->rules, text->str);
}

static void
begin (Maker *maker)
{
  g_autoptr (AncRulesBuilder) builder = anc_rules_builder_new ();

  anc_law_add_shipped (builder);
  maker->rand = g_rand_new_with_seed (20261121);
  maker->rules = anc_rules_builder_end (builder);
  maker->payslips = g_ptr_array_new_with_free_func (g_free);
  maker->missing = g_ptr_array_new_with_free_func (g_free);
  maker->rest = NULL;
}

static void
end (Maker *maker)
{
  g_rand_free (maker->rand);
  anc_rules_unref (maker->rules);
  g_ptr_array_unref (maker->payslips);
  g_ptr_array_unref (maker->missing);
  g_free (maker->rest);
}

static AncDate
make_date (Maker *maker)
{
  return anc_date_new (2025, 1, 1) + g_rand_int_range (maker->rand, 0, 720);
}

static void
test_proof_never_worsens (void)
{
  Maker maker;
  guint n_better = 0;

  begin (&maker);
  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr (AncAssessment) before = NULL;
      AncDate on;

      make_case (&maker);
      on = make_date (&maker);
      for (guint n = 0; n <= MIN (maker.missing->len, 5); n++)
        {
          g_autoptr (AncCaseFacts) facts = build (&maker, n);
          g_autoptr (AncAssessment) after = anc_rules_evaluate (maker.rules, facts, on);

          for (guint j = 0; before != NULL && j < after->n_verdicts; j++)
            {
              const AncVerdict *one = before->verdicts[j];
              const AncVerdict *other = after->verdicts[j];

              g_assert_cmpint (other->outcome, >=, one->outcome);
              for (guint k = 0; one->reason == ANC_REASON_NONE && k < one->regime->criteria->len; k++)
                {
                  g_assert_cmpint (other->findings[k].outcome, >=, one->findings[k].outcome);
                  n_better += other->findings[k].outcome > one->findings[k].outcome;
                }
            }
          g_clear_pointer (&before, anc_assessment_free);
          before = g_steal_pointer (&after);
        }
    }
  g_assert_cmpuint (n_better, >, 0); /* or nothing was tried */
  end (&maker);
}

/* A day later a window loses or cuts a month at one end and completes one at the other. */
static void
test_one_day_moves_the_edges (void)
{
  Maker maker;
  guint n_moved = 0;

  begin (&maker);
  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr (AncCaseFacts) facts = NULL;
      AncDate on;

      make_case (&maker);
      facts = build (&maker, 0);
      on = make_date (&maker);
      for (AncDate date = on; date < on + 40; date++)
        {
          g_autoptr (AncAssessment) today = anc_rules_evaluate (maker.rules, facts, date);
          g_autoptr (AncAssessment) tomorrow = anc_rules_evaluate (maker.rules, facts, date + 1);

          for (guint j = 0; j < today->n_verdicts; j++)
            {
              const AncVerdict *one = today->verdicts[j];
              const AncVerdict *other = tomorrow->verdicts[j];

              /* Where a list of occupations changes, every month may. */
              for (guint k = 0; one->reason == ANC_REASON_NONE && other->reason == ANC_REASON_NONE
                                && date + 1 != anc_date_new (2025, 5, 22) && k < one->regime->criteria->len;
                   k++)
                {
                  const AncCriterion *criterion = g_ptr_array_index (one->regime->criteria, k);
                  AncAmount moved = other->findings[k].measured - one->findings[k].measured;

                  if (criterion->kind != &anc_criterion_work_months)
                    continue;
                  g_assert_cmpint (ABS (moved), <=, ANC_AMOUNT_UNIT);
                  n_moved += moved != 0;
                }
            }
        }
    }
  g_assert_cmpuint (n_moved, >, 0);
  end (&maker);
}

/* Supposes what section 7 of the contract supposes, by adding the payslips to the case. */
static AncCaseFacts *
build_future (Maker *maker,
              const AncCaseFacts *facts,
              AncDate on,
              AncDate until)
{
  const guint n_before = maker->payslips->len;
  AncCaseFacts *future;

  for (guint i = 0; i < facts->n_jobs; i++)
    {
      const AncJob *job = &facts->jobs[i];
      AncMonth first = MAX (anc_date_get_month (on), anc_date_get_month (job->start));

      for (AncMonth month = first; job->end == ANC_DATE_NONE && month <= anc_date_get_month (until); month++)
        {
          gboolean is_paid = FALSE;
          char text[ANC_DATE_BUFFER_SIZE];

          for (guint j = 0; j < job->n_payslips; j++)
            is_paid |= facts->payslips[job->first_payslip + j].month == month;
          if (is_paid)
            continue;
          if (job->n_payslips > 0)
            g_ptr_array_add (maker->payslips,
                             g_strdup_printf ("{'job':'%s','month':'%s','hours':%d,'gross':%d}",
                                              job->id,
                                              anc_month_format (month, text),
                                              (int) (job->last_hours / ANC_AMOUNT_UNIT),
                                              (int) (job->last_gross / ANC_AMOUNT_UNIT)));
          else
            g_ptr_array_add (maker->payslips, g_strdup_printf ("{'job':'%s','month':'%s'}", job->id, anc_month_format (month, text)));
        }
    }
  future = build (maker, 0);
  g_ptr_array_set_size (maker->payslips, (int) n_before);

  return future;
}

static void
test_met_at_the_earliest_date (void)
{
  Maker maker;
  guint n_later = 0;

  begin (&maker);
  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr (AncCaseFacts) facts = NULL;
      g_autoptr (AncAssessment) today = NULL;
      AncDate on;

      make_case (&maker);
      facts = build (&maker, 0);
      on = make_date (&maker);
      today = anc_rules_evaluate (maker.rules, facts, on);
      for (guint j = 0; j < today->n_verdicts; j++)
        for (guint k = 0; today->verdicts[j]->reason == ANC_REASON_NONE && k < today->verdicts[j]->regime->criteria->len; k++)
          {
            const AncVerdict *verdict = today->verdicts[j];
            AncDate earliest = verdict->findings[k].earliest;
            g_autoptr (AncCaseFacts) future = NULL;
            g_autoptr (AncVerdict) then = NULL;
            g_autoptr (AncVerdict) before = NULL;

            /* A payslip supposed for this month may already be the proof that this year lacks. */
            if (((const AncCriterion *) g_ptr_array_index (verdict->regime->criteria, k))->max_years == 0)
              g_assert_true ((verdict->findings[k].outcome == ANC_OUTCOME_MET) == (earliest == on));
            if (earliest == ANC_DATE_NONE || earliest == on)
              continue;

            n_later++;
            future = build_future (&maker, facts, on, earliest);
            then = anc_regime_evaluate (verdict->regime, maker.rules, future, earliest);
            before = anc_regime_evaluate (verdict->regime, maker.rules, future, earliest - 1);
            if (then->reason == ANC_REASON_NONE)
              g_assert_cmpint (then->findings[k].outcome, ==, ANC_OUTCOME_MET);
            if (before->reason == ANC_REASON_NONE)
              g_assert_cmpint (before->findings[k].outcome, !=, ANC_OUTCOME_MET);
          }
    }
  g_assert_cmpuint (n_later, >, 100);
  end (&maker);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/engine/properties/proof-never-worsens", test_proof_never_worsens);
  g_test_add_func ("/engine/properties/one-day-moves-the-edges", test_one_day_moves_the_edges);
  g_test_add_func ("/engine/properties/met-at-the-earliest-date", test_met_at_the_earliest_date);

  return g_test_run ();
}
