/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-statement.h"

/**
 * AncFormContent:
 *
 * What may stand in the field of a form.
 */
typedef enum
{
  ANC_FORM_TEXT,
  ANC_FORM_NAME,
  ANC_FORM_LAST_NAME,
  ANC_FORM_FIRST_NAME,
  ANC_FORM_DATE,
  ANC_FORM_HOURS,
  ANC_FORM_MONEY,
  ANC_N_FORM_CONTENTS,
} AncFormContent;

/**
 * AncFormLabel:
 * @field: what it announces
 * @content: what may stand there
 * @text: its words, folded
 * @goes_on: whether other words may follow it
 */
typedef struct
{
  AncStatementField field;
  AncFormContent content;
  char *text;
  gboolean goes_on;
} AncFormLabel;

GPtrArray *anc_form_labels_new_shipped (void);
