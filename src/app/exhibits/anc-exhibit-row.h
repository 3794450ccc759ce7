/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"
#include "anc-outcome.h"

#include <adwaita.h>

#define ANC_TYPE_EXHIBIT_ROW (anc_exhibit_row_get_type ())
G_DECLARE_FINAL_TYPE (AncExhibitRow, anc_exhibit_row, ANC, EXHIBIT_ROW, GtkWidget)

/**
 * AncExhibitCells:
 * @icon: (nullable): what kind of thing it is
 * @title: what it is
 * @detail: what else tells it from others
 * @first: a short text or number
 * @second: the same
 * @badge: (nullable): how it stands, in words
 * @outcome: the colour and the icon of @badge
 *
 * What stands in one row, cell by cell.
 */
typedef struct
{
  const char *icon;
  char *title;
  char *detail;
  char *first;
  char *second;
  char *badge;
  AncOutcome outcome;
} AncExhibitCells;

void anc_exhibit_cells_clear (AncExhibitCells *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AncExhibitCells, anc_exhibit_cells_clear)

/**
 * AncExhibitRow:
 *
 * One row of the list of exhibits: a heading, or cells that stand under each other from row to row. The
 * names of rows are what a screen reader says of them.
 */
GtkWidget *anc_exhibit_row_new (void);

void anc_exhibit_row_set_heading (AncExhibitRow *self,
                                  const char *heading);
void anc_exhibit_row_set_cells (AncExhibitRow *self,
                                const AncExhibitCells *cells);
