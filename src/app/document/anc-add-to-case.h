/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-office.h"
#include "anc-reader.h"

#include <adwaita.h>

#define ANC_TYPE_ADD_TO_CASE (anc_add_to_case_get_type ())
G_DECLARE_FINAL_TYPE (AncAddToCase, anc_add_to_case, ANC, ADD_TO_CASE, AdwWindow)

/**
 * AncAddToCase:
 *
 * Asks to which case a document goes: it is read, and the cases of the person or the employer it names are
 * proposed, the likeliest first; another one is found by typing. Signal `added (gint64 case_key, char *name)`:
 * the document is in that case.
 */
AncAddToCase *anc_add_to_case_new (GtkWindow *parent,
                                   AncOffice *office,
                                   AncReader *reader,
                                   int fd,
                                   const char *title,
                                   const char *password);
