/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-pdf.h"

/* The names under which a bound page holds what it was, its notes and fields, and its stamp. */
#define ANC_NAME_PAGE "/AncPage"
#define ANC_NAME_NOTE "/AncNote"
#define ANC_NAME_STAMP "/AncStamp"

/* What the content of a bound page begins and ends with. */
#define ANC_DRAW_PAGE "q " ANC_NAME_PAGE " Do Q\n"
#define ANC_DRAW_STAMP "q " ANC_NAME_STAMP " Do Q\n"

/**
 * AncPageWrapper:
 *
 * Makes pages of a document fit to be bound: what a page shows becomes one form object, drawn by a new
 * page of the same size. Whatever its content leaves behind (a matrix, a clip, a missing Q) ends with it, and the
 * stamp stands where it should. Data are not decoded. Notes and form fields are drawn as they look; links,
 * actions and scripts stay behind.
 */
typedef struct
{
  qpdf_data pdf;
  GHashTable *forms; /* the content streams made forms: from their object number to what they were made with */
  gboolean has_lost; /* whether some content could not be read */
} AncPageWrapper;

void anc_page_wrapper_init (AncPageWrapper *self,
                            qpdf_data pdf);
void anc_page_wrapper_clear (AncPageWrapper *self);

qpdf_oh anc_page_wrapper_wrap (AncPageWrapper *self,
                               qpdf_oh page,
                               GString *content);
qpdf_oh anc_page_wrapper_get_form (AncPageWrapper *self,
                                   qpdf_oh page,
                                   const AncBox *box);

void anc_page_get_box (qpdf_data pdf,
                       qpdf_oh page,
                       AncBox *media,
                       AncBox *visible);
guint anc_page_get_turn (qpdf_data pdf,
                         qpdf_oh page);
