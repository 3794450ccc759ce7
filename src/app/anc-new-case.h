/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-office.h"

#include <adwaita.h>

#define ANC_TYPE_NEW_CASE (anc_new_case_get_type ())
G_DECLARE_FINAL_TYPE (AncNewCase, anc_new_case, ANC, NEW_CASE, AdwWindow)

/**
 * AncNewCase:
 *
 * Asks for the reference of a new case and, if it is known, the name. Signal `created (AncCase *)`.
 */
AncNewCase *anc_new_case_new (GtkWindow *parent,
                              AncOffice *office,
                              const char *reference);
