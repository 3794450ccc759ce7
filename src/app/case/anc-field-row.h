/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"

#include <adwaita.h>

#define ANC_TYPE_FIELD_ROW (anc_field_row_get_type ())
G_DECLARE_FINAL_TYPE (AncFieldRow, anc_field_row, ANC, FIELD_ROW, AdwActionRow)

/**
 * AncFieldRow:
 *
 * One field of a record in a form: its name, what it holds, and under the name what is wrong with it. What
 * is typed is set in the record while it is typed; what the field cannot hold stays where it was typed,
 * with the reason, and the record keeps what it had. Leaving the field ends the edit.
 */
GtkWidget *anc_field_row_new (AncDesk *desk,
                              AncRecord *record,
                              guint column,
                              GtkSizeGroup *editors);

const AncColumn *anc_field_row_get_column (AncFieldRow *self);
void anc_field_row_focus (AncFieldRow *self);
