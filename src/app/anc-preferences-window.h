/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-office.h"

#include <adwaita.h>

#define ANC_TYPE_PREFERENCES_WINDOW (anc_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (AncPreferencesWindow, anc_preferences_window, ANC, PREFERENCES_WINDOW, AdwWindow)

/**
 * AncPreferencesWindow:
 *
 * What one can choose: the style, the name in the journal, when the office locks, its passphrase.
 */
AncPreferencesWindow *anc_preferences_window_new (GtkWindow *parent,
                                                  GSettings *settings,
                                                  AncOffice *office);
