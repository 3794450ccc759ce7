/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-evaluate.h"

#include "anc-exhibit-session.h"

#include <stdio.h>

/* What is printed at a time. */
#define CHUNK_SIZE (64 * 1024)

typedef struct
{
  const AncEvaluateJob *job;
  const char *const *proofs; /* the kinds of documents that prove presence, to this office */
  GString *output;
} Evaluation;

static void
print (GString *output)
{
  fwrite (output->str, 1, output->len, stdout);
  g_string_truncate (output, 0);
}

/* There is an answer for every case: what the format refuses of it is left out and listed beside. */
static void
evaluate (const Evaluation *evaluation,
          const AncCaseRows *rows)
{
  const AncRules *rules = evaluation->job->rules;
  g_autoptr (AncCaseReview) review = anc_case_review_new (rows,
                                                          ANC_CASE_REVIEW_FACTS,
                                                          anc_rules_get_territory (rules),
                                                          anc_rules_get_fact_catalogue (rules),
                                                          evaluation->proofs);

  anc_evaluate_append (evaluation->job, anc_case_review_get_facts (review), review, evaluation->output);
  if (evaluation->output->len > CHUNK_SIZE)
    print (evaluation->output);
}

static gboolean
visit_cb (AncCaseRows *rows,
          gpointer user_data)
{
  evaluate (user_data, rows);
  return !ferror (stdout);
}

static int
evaluate_all (const Evaluation *evaluation,
              AncSession *session)
{
  g_auto (AncWait) wait = { NULL };
  g_autoptr (GError) error = NULL;

  anc_store_visit_cases_async (session->store, visit_cb, (gpointer) evaluation, session->cancellable, anc_wait_cb, &wait);
  return anc_store_visit_cases_finish (session->store, anc_wait_for (&wait), &error)
             ? ANC_EXIT_OK
             : anc_session_fail (session, session->path, error);
}

static int
evaluate_some (const Evaluation *evaluation,
               AncSession *session,
               char **references)
{
  int worst = ANC_EXIT_OK;

  for (; *references != NULL && worst < ANC_EXIT_USAGE; references++)
    {
      g_autoptr (AncCaseRows) rows = NULL;
      int status = ANC_EXIT_OK;

      rows = anc_session_load_case (session, *references, &status);
      if (rows != NULL)
        evaluate (evaluation, rows);
      worst = anc_cli_get_worse (worst, rows != NULL ? ANC_EXIT_OK : status);
    }

  return worst;
}

/**
 * anc_evaluate_store:
 * @job: how to evaluate
 * @session: a session with its store open
 * @references: (nullable): the cases; %NULL for all
 *
 * Returns: the exit status
 */
int
anc_evaluate_store (const AncEvaluateJob *job,
                    AncSession *session,
                    char **references)
{
  g_autoptr (GString) output = g_string_sized_new (CHUNK_SIZE);
  g_auto (GStrv) proofs = NULL;
  int status = ANC_EXIT_OK;

  proofs = anc_session_load_proofs (session, &status);
  if (proofs != NULL)
    {
      const Evaluation evaluation = { job, (const char *const *) proofs, output };

      status = references != NULL ? evaluate_some (&evaluation, session, references) : evaluate_all (&evaluation, session);
      print (output);
    }

  return status;
}
