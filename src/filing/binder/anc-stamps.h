/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-page-wrapper.h"

#include "anc-bundle-plan.h"

#include <pango/pango.h>

/**
 * AncStamps:
 *
 * The stamps of a file, drawn as the pages of a small document, so that they share their letters.
 */
typedef struct
{
  const AncBundlePlan *plan;
  AncScratch *scratch;
  cairo_surface_t *surface;
  cairo_t *cr;
  PangoLayout *text;
  PangoLayout *folio;
  qpdf_data pdf;
  AncPageWrapper wrapper;
  guint n;
} AncStamps;

void anc_stamps_init (AncStamps *self,
                      const AncBundlePlan *plan,
                      AncScratch *scratch);
void anc_stamps_clear (AncStamps *self);

void anc_stamps_draw (AncStamps *self,
                      const char *text,
                      const char *folio);
gboolean anc_stamps_end (AncStamps *self);

void anc_stamps_apply (AncStamps *self,
                       guint index,
                       qpdf_data pdf,
                       qpdf_oh page,
                       GString *content);
