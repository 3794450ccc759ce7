/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-outcome.h"

/**
 * AncStyle:
 *
 * How a piece of text stands out on a terminal.
 */
typedef enum
{
  ANC_STYLE_PLAIN,
  ANC_STYLE_BOLD,
  ANC_STYLE_DIM,
} AncStyle;

/**
 * AncPage:
 * @text: what was written so far
 * @width: columns
 * @has_colour: whether the terminal shows colours
 *
 * Text laid out for a terminal: wrapped at its width, in colour where it has them.
 */
typedef struct
{
  GString *text;
  guint width;
  gboolean has_colour;
} AncPage;

void anc_page_add (AncPage *self,
                   guint indent,
                   guint hanging_indent,
                   AncStyle style,
                   const char *text);
void anc_page_add_blank (AncPage *self);
char *anc_page_colour (const AncPage *self,
                       AncOutcome outcome,
                       const char *text);
const char *anc_page_get_icon (AncOutcome outcome);
guint anc_page_measure (const char *text);
