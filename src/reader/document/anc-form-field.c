/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-form-field.h"

/**
 * anc_form_field_type_get_name:
 * @type: a type of field
 *
 * Returns: (transfer none): what reports call it
 */
const char *
anc_form_field_type_get_name (AncFormFieldType type)
{
  static const char *const names[] = {
    [ANC_FORM_FIELD_TEXT] = "text",
    [ANC_FORM_FIELD_CHECK] = "check",
    [ANC_FORM_FIELD_RADIO] = "radio",
    [ANC_FORM_FIELD_CHOICE] = "choice",
    [ANC_FORM_FIELD_SIGNATURE] = "signature",
  };

  g_return_val_if_fail ((guint) type < G_N_ELEMENTS (names), NULL);

  return names[type];
}

void
anc_form_field_free (AncFormField *self)
{
  g_free (self->name);
  g_free (self->value);
  g_free (self->state);
  g_free (self);
}
