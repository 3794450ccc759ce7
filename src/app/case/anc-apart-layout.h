/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#define ANC_TYPE_APART_LAYOUT (anc_apart_layout_get_type ())
G_DECLARE_FINAL_TYPE (AncApartLayout, anc_apart_layout, ANC, APART_LAYOUT, GtkLayoutManager)

GtkLayoutManager *anc_apart_layout_new (int width,
                                        int height) G_GNUC_WARN_UNUSED_RESULT;
