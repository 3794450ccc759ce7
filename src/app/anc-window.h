/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-application.h"

#define ANC_TYPE_WINDOW (anc_window_get_type ())
G_DECLARE_FINAL_TYPE (AncWindow, anc_window, ANC, WINDOW, AdwApplicationWindow)

/**
 * AncWindow:
 *
 * The one window: at the left the places and the list of cases, at the right the open case.
 */
AncWindow *anc_window_new (AncApplication *application);
