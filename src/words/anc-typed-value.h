/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-table.h"

#include "anc-date.h"

gboolean anc_typed_value_is_long (const AncColumn *column);
gboolean anc_typed_value_read (const AncColumn *column,
                               const char *text,
                               AncDate today,
                               AncValue *value,
                               char **note,
                               char **problem);
char *anc_typed_value_write (const AncColumn *column,
                             const AncValue *value);
