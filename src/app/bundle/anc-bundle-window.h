/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"
#include "anc-office.h"

#include <adwaita.h>

#define ANC_TYPE_BUNDLE_WINDOW (anc_bundle_window_get_type ())
G_DECLARE_FINAL_TYPE (AncBundleWindow, anc_bundle_window, ANC, BUNDLE_WINDOW, AdwWindow)

/**
 * AncBundleWindow:
 *
 * Where someone orders the exhibits of a case and makes its numbered file. What is ordered, grouped, titled and left out is
 * kept with the case at once, and can be undone; how the file is to look is remembered for the next case.
 */
AncBundleWindow *anc_bundle_window_new (AncOffice *office,
                                        AncDesk *desk,
                                        GSettings *settings);
