/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-layout.h"

/**
 * AncKind:
 *
 * What a document is. Households and agencies are kinds of payslips.
 */
typedef enum
{
  ANC_KIND_OTHER,
  ANC_KIND_PAYSLIP,
  ANC_KIND_HOUSEHOLD,
  ANC_KIND_AGENCY,
  ANC_KIND_WORK_AUTHORISATION_REQUEST,
  ANC_KIND_EMPLOYER_CERTIFICATE,
  ANC_KIND_WORK_CERTIFICATE,
  ANC_KIND_EMPLOYMENT_CONTRACT,
  ANC_KIND_TAX_NOTICE,
  ANC_N_KINDS,
} AncKind;

/**
 * AncKindTable:
 *
 * The phrases that tell kinds of documents, as `data/reading/kinds.csv` lists them.
 */
typedef struct _AncKindTable AncKindTable;

AncKindTable *anc_kind_table_new_shipped (void);
void anc_kind_table_free (AncKindTable *self);

void anc_kind_table_rate (const AncKindTable *self,
                          const AncLayout *layout,
                          double scores[ANC_N_KINDS]);
const char *anc_kind_get_name (AncKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncKindTable, anc_kind_table_free)
