/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-evaluation.h"

#include "anc-month-table.h"

/* How far ahead the earliest date is looked for. */
#define HORIZON_MONTHS (10 * 12)

void
anc_evaluation_init (AncEvaluation *self,
                     const AncOccupations *occupations,
                     const AncTerritory *territory,
                     const AncWages *wages,
                     const AncCaseFacts *facts,
                     AncDate on)
{
  self->occupations = occupations;
  self->territory = territory;
  self->wages = wages;
  self->facts = facts;
  self->on = on;
  self->horizon = anc_date_add_months (on, HORIZON_MONTHS, ANC_ROUNDING_DOWN);
  self->tables = NULL;
}

void
anc_evaluation_clear (AncEvaluation *self)
{
  anc_month_table_free_all (self->tables);
  self->tables = NULL;
}
