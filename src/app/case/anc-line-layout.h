/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#define ANC_TYPE_LINE_LAYOUT (anc_line_layout_get_type ())
G_DECLARE_FINAL_TYPE (AncLineLayout, anc_line_layout, ANC, LINE_LAYOUT, GtkLayoutManager)

GtkLayoutManager *anc_line_layout_new (int spacing) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *anc_line_layout_create_text (const char *text) G_GNUC_WARN_UNUSED_RESULT;
