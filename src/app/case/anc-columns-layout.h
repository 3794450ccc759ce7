/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#define ANC_TYPE_COLUMNS_LAYOUT (anc_columns_layout_get_type ())
G_DECLARE_FINAL_TYPE (AncColumnsLayout, anc_columns_layout, ANC, COLUMNS_LAYOUT, GtkLayoutManager)

/**
 * AncColumnsLayout:
 *
 * Puts two children side by side, three parts to two, where there is room for both, else one under the
 * other. What room is enough follows from how little the children can do with.
 */
GtkLayoutManager *anc_columns_layout_new (void);
