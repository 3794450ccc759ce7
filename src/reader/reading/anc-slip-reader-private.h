/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-kinds.h"
#include "anc-layout.h"
#include "anc-slip.h"

/**
 * AncSheets:
 * @pages: (array length=n_pages): the pages of one payslip, in their order
 * @kind: whose payslip it is: a firm's, a household's or an agency's
 *
 * What the readers of single fields share.
 */
typedef struct
{
  const AncLayout *const *pages;
  guint n_pages;
  AncKind kind;
} AncSheets;

/* Each fills in its fields of the slip, those it finds. The order is that of need: hours ask for the
 * gross pay, the employer for the SIRET, the employee for the employer. */
void anc_slip_read_period (const AncSheets *sheets,
                           AncSlip *slip);
void anc_slip_read_amounts (const AncSheets *sheets,
                            AncSlip *slip);
void anc_slip_read_hours (const AncSheets *sheets,
                          AncSlip *slip);
void anc_slip_read_siret (const AncSheets *sheets,
                          AncSlip *slip);
void anc_slip_read_employer (const AncSheets *sheets,
                             AncSlip *slip);
void anc_slip_read_employee (const AncSheets *sheets,
                             AncSlip *slip);
void anc_slip_read_job (const AncSheets *sheets,
                        AncSlip *slip);

void anc_slip_set_place (AncSlip *slip,
                         AncSlipField field,
                         const AncLayout *layout,
                         guint first,
                         guint last,
                         double confidence);
double anc_slip_weigh (const AncLayout *layout,
                       guint first,
                       guint last,
                       double confidence);
