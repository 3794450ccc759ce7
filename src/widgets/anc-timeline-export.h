/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-timeline.h"

/**
 * AncSheetFormat:
 * @ANC_SHEET_SVG: one picture of everything
 * @ANC_SHEET_PNG: the same, in pixels
 * @ANC_SHEET_PDF: A4 pages, across, as many as the lanes need
 *
 * How a timeline leaves the screen: all of it, in the colours of paper.
 */
typedef enum
{
  ANC_SHEET_SVG,
  ANC_SHEET_PNG,
  ANC_SHEET_PDF,
} AncSheetFormat;

GBytes *anc_timeline_export (AncTimeline *self,
                             AncSheetFormat format);
void anc_timeline_copy (AncTimeline *self);
GtkPrintOperation *anc_timeline_create_print_operation (AncTimeline *self);
