/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-shrink.h"

/**
 * AncJpeg:
 * @data: a whole JPEG
 * @length: its bytes
 * @width: how many pixels wide it must be
 * @height: and how high
 * @n_components: 1 for shades of grey, 3 for colours
 */
typedef struct
{
  const guchar *data;
  gsize length;
  int width;
  int height;
  int n_components;
} AncJpeg;

gboolean anc_jpeg_shrink (const AncJpeg *self,
                          const AncShrinkPlace *place,
                          const AncPixels *pixels);
