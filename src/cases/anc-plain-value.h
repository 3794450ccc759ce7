/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-table.h"

/* Values as programs write and read them: the same in every language. What people type is read by
 * anc_typed_value_read(). */

/* The buffer that holds a written number, date or month. */
#define ANC_PLAIN_VALUE_BUFFER_SIZE 32

gboolean anc_plain_value_read (const AncColumn *column,
                               const char *text,
                               AncValue *value);
const char *anc_plain_value_write_number (const AncColumn *column,
                                          gint64 number,
                                          char buffer[ANC_PLAIN_VALUE_BUFFER_SIZE]);
char *anc_plain_value_write (const AncColumn *column,
                             const AncValue *value);
