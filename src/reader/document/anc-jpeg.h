/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * AncPixels:
 * @data: the first row
 * @width: how many pixels a row has
 * @height: how many rows there are
 * @stride: bytes from one row to the next
 *
 * Memory to draw in, four bytes a pixel as in CAIRO_FORMAT_ARGB32.
 */
typedef struct
{
  guchar *data;
  int width;
  int height;
  gsize stride;
} AncPixels;

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

/**
 * AncJpegPlace:
 * @x: where its left edge comes to stand, in pixels of what is drawn in, perhaps beyond it
 * @y: and its upper edge
 * @width: how wide it is there
 * @height: and how high
 */
typedef struct
{
  int x;
  int y;
  int width;
  int height;
} AncJpegPlace;

gboolean anc_jpeg_shrink (const AncJpeg *self,
                          const AncJpegPlace *place,
                          const AncPixels *pixels);
