/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-value.h"

#include <string.h>

/**
 * anc_value_clear:
 *
 * Makes it a value that was not recorded.
 */
void
anc_value_clear (AncValue *self)
{
  if (self->type == ANC_VALUE_TEXT)
    g_ref_string_release (self->text);

  memset (self, 0, sizeof *self);
}

/**
 * anc_value_copy:
 * @self: the value to replace
 * @other: the value to take; may be @self
 */
void
anc_value_copy (AncValue *self,
                const AncValue *other)
{
  AncValue copy = *other;

  if (copy.type == ANC_VALUE_TEXT)
    g_ref_string_acquire (copy.text);

  anc_value_clear (self);
  *self = copy;
}

void
anc_value_set_integer (AncValue *self,
                       gint64 integer)
{
  anc_value_clear (self);
  self->type = ANC_VALUE_INTEGER;
  self->integer = integer;
}

/**
 * anc_value_set_text:
 * @self: the value
 * @text: (array length=length): UTF-8 text; may be the value's own
 * @length: its bytes, or -1 up to its NUL
 */
void
anc_value_set_text (AncValue *self,
                    const char *text,
                    gssize length)
{
  char *copy = length < 0 ? g_ref_string_new (text) : g_ref_string_new_len (text, length);

  anc_value_clear (self);
  self->type = ANC_VALUE_TEXT;
  self->text = copy;
}

gboolean
anc_value_equal (const AncValue *self,
                 const AncValue *other)
{
  if (self->type != other->type)
    return FALSE;

  switch (self->type)
    {
    case ANC_VALUE_INTEGER:
      return self->integer == other->integer;
    case ANC_VALUE_TEXT:
      return self->text == other->text || strcmp (self->text, other->text) == 0;
    case ANC_VALUE_NONE:
    default:
      return TRUE;
    }
}
