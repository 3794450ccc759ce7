/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-fax.h"
#include "anc-jpeg.h"
#include "anc-pdf-objects.h"
#include "anc-rect.h"

/**
 * AncPdfPhoto:
 * @data: the picture as it is packed
 * @width: how many pixels wide it is
 * @height: and how high
 * @is_fax: whether it is in black and white, and packed as such; else it is a JPEG
 * @jpeg: the picture
 * @fax: the picture
 * @place: where it stands on its page before that is turned, in points from the upper left corner
 * @turn: degrees clockwise by which the page is then turned: 0, 90, 180 or 270
 * @width_of_page: how wide the page is as it is shown, in points
 * @height_of_page: and how high
 *
 * A page that is one photograph, as scanners make them.
 */
typedef struct
{
  guchar *data;
  int width;
  int height;
  gboolean is_fax;
  union
  {
    AncJpeg jpeg;
    AncFax fax;
  };
  AncRect place;
  int turn;
  double width_of_page;
  double height_of_page;
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
