/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-table.h"

#include "anc-problems.h"

/* Values as people type and read them in a field of a form. */

gboolean anc_entry_parse (const AncColumn *column,
                          const char *text,
                          AncValue *value,
                          const char **problem);
char *anc_entry_format (const AncColumn *column,
                        const AncValue *value);
