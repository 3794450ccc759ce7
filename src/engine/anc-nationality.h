/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * AncNationality:
 *
 * An ISO 3166-1 alpha-3 code, its letters packed; 0 when not recorded.
 */
typedef guint32 AncNationality;

#define ANC_NATIONALITY_NONE ((AncNationality) 0)
#define ANC_NATIONALITY_BUFFER_SIZE 4

AncNationality anc_nationality_parse (const char *text);
const char *anc_nationality_format (AncNationality nationality,
                                    char buffer[ANC_NATIONALITY_BUFFER_SIZE]);
