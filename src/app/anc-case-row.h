/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-item.h"

#include <adwaita.h>

#define ANC_TYPE_CASE_ROW (anc_case_row_get_type ())
G_DECLARE_FINAL_TYPE (AncCaseRow, anc_case_row, ANC, CASE_ROW, AdwBin)

/**
 * AncCaseRow:
 *
 * One row of the list of cases: name, reference or what a search found, the best outcome and from when.
 */
GtkWidget *anc_case_row_new (void);

void anc_case_row_set_item (AncCaseRow *self,
                            AncCaseItem *item);
