/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-layout-words.h"

/**
 * AncLayoutRow:
 * @words: (element-type AncLayoutWord): its words, from left to right
 * @em: the height of the font most of it is set in, in points
 *
 * A row of a page in the making.
 */
typedef struct
{
  GArray *words;
  double em;
} AncLayoutRow;

void anc_layout_join_letters (AncLayoutRow *row);
void anc_layout_join_numbers (AncLayoutRow *row,
                              gboolean from_ocr);
void anc_layout_join_cents (const GPtrArray *rows);
