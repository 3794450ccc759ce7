/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"

#include <adwaita.h>

#define ANC_TYPE_FACT_ROW (anc_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (AncFactRow, anc_fact_row, ANC, FACT_ROW, AdwActionRow)

/**
 * AncFactRow:
 *
 * One named fact of a case: yes, no or not recorded; or a number, a date, a text.
 */
GtkWidget *anc_fact_row_new (AncDesk *desk,
                             const AncFactDefinition *fact);

const char *anc_fact_row_get_name (AncFactRow *self);
void anc_fact_row_focus (AncFactRow *self);
