/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-table.h"

#include "anc-problems.h"

/* Values as people type and read them in a field of a form. */

/* The buffer that holds a written number, date or month. */
#define ANC_ENTRY_BUFFER_SIZE 32

gboolean anc_entry_parse (const AncColumn *column,
                          const char *text,
                          AncValue *value,
                          const char **problem);
const char *anc_entry_format_number (const AncColumn *column,
                                     gint64 number,
                                     char buffer[ANC_ENTRY_BUFFER_SIZE]);
char *anc_entry_format (const AncColumn *column,
                        const AncValue *value);
