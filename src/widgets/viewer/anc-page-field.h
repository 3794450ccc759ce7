/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-rect.h"

#include <glib.h>

/**
 * AncPageFieldType:
 * @ANC_PAGE_FIELD_TEXT: a line or several of text
 * @ANC_PAGE_FIELD_CHECK: a box to tick
 * @ANC_PAGE_FIELD_RADIO: one of several buttons that share a name
 * @ANC_PAGE_FIELD_CHOICE: one of a list
 * @ANC_PAGE_FIELD_SIGNATURE: a place to sign, which is only shown
 *
 * What can be filled in.
 */
typedef enum
{
  ANC_PAGE_FIELD_TEXT,
  ANC_PAGE_FIELD_CHECK,
  ANC_PAGE_FIELD_RADIO,
  ANC_PAGE_FIELD_CHOICE,
  ANC_PAGE_FIELD_SIGNATURE,
} AncPageFieldType;

/**
 * AncPageField:
 * @name: several fields may share it: the buttons of a radio group, or a text that stands twice
 * @value: a text; what was chosen; `true` or `false` for a button
 * @page: where it stands
 * @rect: its place there, in points
 * @max_length: how many characters it takes; -1 where the form does not say
 * @choices: (array zero-terminated=1): what may be chosen; for a radio button, the name of its being pressed
 *
 * One field of a form.
 */
typedef struct
{
  char *name;
  AncPageFieldType type;
  char *value;
  guint page;
  AncRect rect;
  gboolean is_read_only;
  int max_length;
  char **choices;
} AncPageField;

void anc_page_field_free (AncPageField *self);
