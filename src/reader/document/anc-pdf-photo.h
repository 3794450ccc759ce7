/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-pdf-objects.h"
#include "anc-rect.h"
#include "anc-shrink.h"

/**
 * AncPdfPhoto:
 * @packed: the picture; its bytes are the photograph's own
 * @is_fax: whether it is a Group 4 fax; else it is a JPEG
 * @is_inverted: whether what the fax calls black is seen white
 * @n_components: of the JPEG: 1 in shades of grey, 3 in colours
 * @place: where it stands on its page before that is turned, in points from the upper left corner
 * @turn: degrees clockwise by which the page is then turned: 0, 90, 180 or 270
 * @width: how wide the page is as it is shown, in points
 * @height: and how high
 *
 * A page that is one photograph, as scanners make them.
 */
typedef struct
{
  AncPacked packed;
  gboolean is_fax;
  gboolean is_inverted;
  int n_components;
  AncRect place;
  int turn;
  double width;
  double height;
} AncPdfPhoto;

AncPdfPhoto *anc_pdf_photo_find (AncPdfObjects *objects,
                                 guint page,
                                 double width,
                                 double height);
void anc_pdf_photo_free (AncPdfPhoto *self);

gboolean anc_pdf_photo_draw (const AncPdfPhoto *self,
                             const AncRect *region,
                             double scale,
                             const AncPixels *pixels);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncPdfPhoto, anc_pdf_photo_free)
