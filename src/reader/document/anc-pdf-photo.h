/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-jpeg.h"
#include "anc-pdf-objects.h"
#include "anc-rect.h"

/**
 * AncPdfPhoto:
 * @jpeg: the picture
 * @place: where it stands on its page, in points from the upper left corner
 *
 * A page that is one photograph, as scanners make them.
 */
typedef struct
{
  AncJpeg jpeg;
  AncRect place;
} AncPdfPhoto;

AncPdfPhoto *anc_pdf_photo_find (AncPdfObjects *objects,
                                 guint page,
                                 double width,
                                 double height);
void anc_pdf_photo_free (AncPdfPhoto *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncPdfPhoto, anc_pdf_photo_free)
