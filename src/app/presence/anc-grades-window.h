/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-exhibit-library.h"

#include <adwaita.h>

#define ANC_TYPE_GRADES_WINDOW (anc_grades_window_get_type ())
G_DECLARE_FINAL_TYPE (AncGradesWindow, anc_grades_window, ANC, GRADES_WINDOW, AdwPreferencesWindow)

/**
 * AncGradesWindow:
 *
 * What each kind of document is worth to an office as a proof of presence, with who says what: sources disagree, and offices
 * follow one or another.
 */
AncGradesWindow *anc_grades_window_new (GtkWindow *parent,
                                        AncExhibitLibrary *library);
