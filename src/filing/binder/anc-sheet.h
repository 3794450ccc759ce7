/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <pango/pango.h>

/* A4, and what is left free around the text, in points. */
#define ANC_SHEET_WIDTH 595.276
#define ANC_SHEET_HEIGHT 841.890
#define ANC_SHEET_MARGIN 62.0
#define ANC_SHEET_TOP 64.0
#define ANC_SHEET_BOTTOM 72.0
#define ANC_SHEET_TEXT_WIDTH (ANC_SHEET_WIDTH - 2 * ANC_SHEET_MARGIN)

/* How a piece of text looks. */
typedef enum
{
  ANC_FACE_TITLE,
  ANC_FACE_SUBTITLE,
  ANC_FACE_HEADING,
  ANC_FACE_SUBHEADING,
  ANC_FACE_TEXT,
  ANC_FACE_STRONG,
  ANC_FACE_LABEL,
  ANC_FACE_SMALL,
  ANC_FACE_SMALL_STRONG,
  ANC_FACE_TINY,
} AncFace;

#define ANC_N_FACES (ANC_FACE_TINY + 1)

/**
 * AncCell:
 * @text: (nullable): what it says
 * @x: of its left edge, points from the left of the page
 * @width: in points
 *
 * A piece of a row of a table.
 */
typedef struct
{
  const char *text;
  AncFace face;
  double x;
  double width;
  PangoAlignment alignment;
} AncCell;

/**
 * AncSheet:
 *
 * Pages of the program's own, filled from top to bottom. Distances are points, from the top left of
 * the page. Every page gets the same foot.
 */
typedef struct _AncSheet AncSheet;

/* What starts each page that a table goes on to. */
typedef void (*AncSheetHeader) (AncSheet *self,
                                gpointer user_data);

AncSheet *anc_sheet_new (cairo_surface_t *surface,
                         const char *foot);
void anc_sheet_free (AncSheet *self);

void anc_sheet_set_folio (AncSheet *self,
                          char *(*format) (guint page,
                                           gpointer user_data),
                          gpointer user_data);
void anc_sheet_set_header (AncSheet *self,
                           AncSheetHeader header,
                           gpointer user_data);

void anc_sheet_begin_page (AncSheet *self);
void anc_sheet_end (AncSheet *self);
guint anc_sheet_get_n_pages (const AncSheet *self);
cairo_t *anc_sheet_get_cairo (AncSheet *self);

double anc_sheet_get_y (const AncSheet *self);
void anc_sheet_set_y (AncSheet *self,
                      double y);
void anc_sheet_skip (AncSheet *self,
                     double height);
gboolean anc_sheet_need (AncSheet *self,
                         double height);

void anc_sheet_add_paragraph (AncSheet *self,
                              AncFace face,
                              const char *text,
                              double x,
                              double width);
double anc_sheet_add_row (AncSheet *self,
                          const AncCell *cells,
                          guint n_cells,
                          double padding);
double anc_sheet_draw (AncSheet *self,
                       const AncCell *cell,
                       double y);
void anc_sheet_add_rule (AncSheet *self,
                         double width,
                         double grey);

void anc_sheet_get_size (AncSheet *self,
                         AncFace face,
                         const char *text,
                         double *width,
                         double *height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncSheet, anc_sheet_free)
