/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-image-pdf.h"

/**
 * AncImage:
 * @bits: of each channel
 * @turn: how it has to be turned to stand upright, from 0 (not): the EXIF orientation less one
 * @dpi_x: points an inch, or 0
 * @dpi_y: the same from top to bottom
 * @must_decode: whether its data cannot stand in a PDF file as they are
 * @dictionary: colour space, filter and what belongs to them
 * @chunks: of #AncSpan, the data
 *
 * An image as a PDF file holds it.
 */
typedef struct
{
  guint width;
  guint height;
  guint bits;
  guint n_channels;
  guint turn;
  double dpi_x;
  double dpi_y;
  gboolean must_decode;
  GString *dictionary;
  GArray *chunks;
} AncImage;

AncPartState anc_image_read_jpeg (AncImage *self,
                                  const AncSpan *file);
AncPartState anc_image_read_png (AncImage *self,
                                 const AncSpan *file);
