/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-facts.h"
#include "anc-occupations.h"
#include "anc-territory.h"
#include "anc-wages.h"

#include "anc-date.h"

typedef struct _AncMonthTable AncMonthTable;

/**
 * AncEvaluation:
 * @on: the filing date
 * @horizon: the last filing date at which the earliest date is looked for
 * @tables: the months worked out so far, for every criterion that wants them
 *
 * One case on one filing date while the regimes are gone through. It lives on the stack of the
 * thread that evaluates: nothing in it is shared.
 */
typedef struct _AncEvaluation AncEvaluation;

struct _AncEvaluation
{
  const AncOccupations *occupations;
  const AncTerritory *territory;
  const AncWages *wages;
  const AncCaseFacts *facts;
  AncDate on;
  AncDate horizon;
  AncMonthTable *tables;
};

void anc_evaluation_init (AncEvaluation *self,
                          const AncOccupations *occupations,
                          const AncTerritory *territory,
                          const AncWages *wages,
                          const AncCaseFacts *facts,
                          AncDate on);
void anc_evaluation_clear (AncEvaluation *self);
