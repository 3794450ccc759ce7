/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-assessment.h"

/**
 * AncStepKind:
 * @ANC_STEP_RECORD_NATIONALITY: record the nationality
 * @ANC_STEP_RECORD_ENTRY_DATE: record when the present stay began
 * @ANC_STEP_RECORD_BIRTH_DATE: record the birth date
 * @ANC_STEP_RECORD_JOBS: record the jobs, or that there are none
 * @ANC_STEP_RECORD_OFFERS: record the offers, with pay and hours, or that there are none
 * @ANC_STEP_RECORD_MEASURES: record the removal measures, or that there are none
 * @ANC_STEP_RECORD_FACT: record a fact
 * @ANC_STEP_FIND_PAYSLIPS: find the payslips of months of a job that are only declared
 * @ANC_STEP_ARGUE_MONTHS: see why months are arguable, and settle it or argue it
 * @ANC_STEP_PROVE_YEARS: find proofs of presence for some years
 * @ANC_STEP_WAIT: wait until a date
 *
 * What someone can do next about a case.
 */
typedef enum
{
  ANC_STEP_RECORD_NATIONALITY,
  ANC_STEP_RECORD_ENTRY_DATE,
  ANC_STEP_RECORD_BIRTH_DATE,
  ANC_STEP_RECORD_JOBS,
  ANC_STEP_RECORD_OFFERS,
  ANC_STEP_RECORD_MEASURES,
  ANC_STEP_RECORD_FACT,
  ANC_STEP_FIND_PAYSLIPS,
  ANC_STEP_ARGUE_MONTHS,
  ANC_STEP_PROVE_YEARS,
  ANC_STEP_WAIT,
} AncStepKind;

/**
 * AncStep:
 * @criterion: (nullable): the first criterion that asks for it
 * @fact: (nullable): the fact to record
 * @job: (nullable): the job whose payslips are to be found
 * @missing: how many more months are needed
 * @months: of #AncMonth, in order
 * @years: of int
 * @date: the date to wait for
 */
typedef struct
{
  AncStepKind kind;
  const AncCriterion *criterion;
  const AncFactDefinition *fact;
  const AncJob *job;
  guint missing;
  GArray *months;
  GArray *years;
  AncDate date;
} AncStep;

const AncCriterion *anc_verdict_find_work (const AncVerdict *verdict);
GPtrArray *anc_verdict_advise (const AncVerdict *verdict,
                               const AncRules *rules,
                               const AncCaseFacts *facts);
