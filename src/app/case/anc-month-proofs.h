/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"

#include <gtk/gtk.h>

void anc_month_proofs_show_payslip (AncDesk *desk,
                                    AncRecord *payslip);
void anc_month_proofs_present_month (AncDesk *desk,
                                     AncMonth month,
                                     GtkWindow *parent);
void anc_month_proofs_present (AncDesk *desk,
                               const AncRegime *regime,
                               const AncCriterion *criterion,
                               GtkWindow *parent);
