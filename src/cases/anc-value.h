/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * AncValueType:
 * @ANC_VALUE_NONE: not recorded
 * @ANC_VALUE_INTEGER: an #AncDate, #AncMonth or #AncAmount, a count, a boolean (0 or 1), a key, a time
 * @ANC_VALUE_TEXT: UTF-8 text; a choice by its word, so that files stay readable
 *
 * What a column of a row holds.
 */
typedef enum
{
  ANC_VALUE_NONE,
  ANC_VALUE_INTEGER,
  ANC_VALUE_TEXT,
} AncValueType;

/**
 * AncValue:
 *
 * One value of a row. All zeros is a value that was not recorded. Its text is shared between copies.
 */
typedef struct
{
  AncValueType type;
  union
  {
    gint64 integer;
    char *text; /* a GRefString */
  };
} AncValue;

void anc_value_clear (AncValue *self);
void anc_value_copy (AncValue *self,
                     const AncValue *other);
void anc_value_set_integer (AncValue *self,
                            gint64 integer);
void anc_value_set_text (AncValue *self,
                         const char *text,
                         gssize length);

gboolean anc_value_equal (const AncValue *self,
                          const AncValue *other);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AncValue, anc_value_clear)
