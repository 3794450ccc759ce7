/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-layout.h"
#include "anc-slip.h"

/**
 * AncStatementField:
 *
 * What is read from a paper that is no payslip.
 */
typedef enum
{
  ANC_STATEMENT_EMPLOYER,
  ANC_STATEMENT_SIRET,
  ANC_STATEMENT_EMPLOYEE,
  ANC_STATEMENT_JOB,
  ANC_STATEMENT_CONTRACT,
  ANC_STATEMENT_START,
  ANC_STATEMENT_END,
  ANC_STATEMENT_WEEKLY_HOURS,
  ANC_STATEMENT_MONTHLY_HOURS,
  ANC_STATEMENT_GROSS_MONTHLY,
  ANC_STATEMENT_SIGNED_ON,
  ANC_N_STATEMENT_FIELDS,
} AncStatementField;

/**
 * AncStatement:
 * @values: (nullable): each field as reports write it: a text; `permanent`, `fixed_term`, `seasonal`,
 *   `household` or `agency`; a day as `2026-04-01`; an amount as `1612.35`; %NULL where the paper does not say
 * @siret_valid: whether the check digit of the SIRET fits
 * @places: where each was read
 *
 * What a paper about somebody's work says.
 */
typedef struct
{
  char *values[ANC_N_STATEMENT_FIELDS];
  gboolean siret_valid;
  AncPlace places[ANC_N_STATEMENT_FIELDS];
} AncStatement;

AncStatement *anc_statement_new (void);
void anc_statement_free (AncStatement *self);

void anc_statement_set (AncStatement *self,
                        AncStatementField field,
                        const char *value,
                        const AncPlace *place);
const char *anc_statement_field_get_name (AncStatementField field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncStatement, anc_statement_free)
