/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-test-wait.h"

/* Real pointer and keyboard events, by way of the X server. */

void anc_input_move (GtkWidget *widget,
                     double x,
                     double y);
void anc_input_press (guint button);
void anc_input_release (guint button);
void anc_input_key (guint keyval,
                    GdkModifierType modifiers);
void anc_input_hold (guint keyval,
                     gboolean down);

void anc_input_settle (GtkWidget *widget);
