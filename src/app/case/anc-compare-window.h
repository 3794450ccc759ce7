/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"

#include <adwaita.h>

#define ANC_TYPE_COMPARE_WINDOW (anc_compare_window_get_type ())
G_DECLARE_FINAL_TYPE (AncCompareWindow, anc_compare_window, ANC, COMPARE_WINDOW, AdwWindow)

/**
 * AncCompareWindow:
 *
 * The answers of all regimes to one case on two filing dates, side by side: each regime that applies on
 * one of them, and under it the criteria that are not the same on both.
 */
AncCompareWindow *anc_compare_window_new (AncDesk *desk);
