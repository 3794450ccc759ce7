/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-application.h"

#define ANC_TYPE_WINDOW (anc_window_get_type ())
G_DECLARE_FINAL_TYPE (AncWindow, anc_window, ANC, WINDOW, AdwApplicationWindow)

/**
 * AncWindow:
 *
 * The one window. It shows the questions of the first start, the way into an office, or an open office: at
 * the left its places and cases, at the right the open case. Signal `office-opened ()`: there is one now.
 */
AncWindow *anc_window_new (AncApplication *application);

AncOffice *anc_window_get_office (AncWindow *self);
void anc_window_show_case (AncWindow *self,
                           gint64 case_key);

void anc_window_start (AncWindow *self);
void anc_window_present (AncWindow *self);
void anc_window_open (AncWindow *self,
                      GFile *file);
