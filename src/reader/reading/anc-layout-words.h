/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-number.h"
#include "anc-page-text.h"

/**
 * AncLayoutWord:
 *
 * A token in the making; see #AncToken.
 */
typedef struct
{
  AncRect rect;
  AncRect box;
  char *text;
  double confidence;
  double size;
  gboolean bold;
  gboolean is_number;
  AncNumber number;
  gboolean colon;
  gboolean spaced; /* its letters stood apart */
  gboolean ruled;  /* a vertical rule or a leader stands before it */
} AncLayoutWord;

/**
 * AncLayoutWords:
 *
 * The words of a page gathered into rows, put together and taken apart so that each number is one
 * word and a label never sticks to its value.
 */
typedef struct _AncLayoutWords AncLayoutWords;

AncLayoutWords *anc_layout_words_new (const AncPageText *text);
void anc_layout_words_free (AncLayoutWords *self);

guint anc_layout_words_get_n_rows (const AncLayoutWords *self);
const GArray *anc_layout_words_get_row (const AncLayoutWords *self,
                                        guint index);
double anc_layout_words_get_em (const AncLayoutWords *self,
                                guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncLayoutWords, anc_layout_words_free)
