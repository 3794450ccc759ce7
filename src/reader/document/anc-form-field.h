/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-rect.h"

/**
 * AncFormFieldType:
 *
 * What a person does in a field of a form. A push button is none of these and is not listed.
 */
typedef enum
{
  ANC_FORM_FIELD_TEXT,
  ANC_FORM_FIELD_CHECK,
  ANC_FORM_FIELD_RADIO,
  ANC_FORM_FIELD_CHOICE,
  ANC_FORM_FIELD_SIGNATURE,
} AncFormFieldType;

/**
 * AncFormField:
 * @id: what the PDF library calls it, to fill it
 * @name: (not nullable): its full name; the buttons of one radio group share it
 * @type: what is done in it
 * @value: (nullable): the text or the choice (lines are parted by `\n`); `true` or `false` for a
 *   check or radio button; %NULL for a signature and for a text that was never entered
 * @state: (nullable): for a check or radio button, the name of the state it has when pressed, where
 *   the document tells it
 * @page: its page, from 0
 * @rect: where it stands on the page as it is shown
 * @read_only: whether the form forbids to change it
 */
typedef struct
{
  int id;
  char *name;
  AncFormFieldType type;
  char *value;
  char *state;
  guint page;
  AncRect rect;
  gboolean read_only;
} AncFormField;

const char *anc_form_field_type_get_name (AncFormFieldType type);
void anc_form_field_free (AncFormField *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncFormField, anc_form_field_free)
