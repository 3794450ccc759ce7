/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * AncPacked:
 * @data: a picture as it is packed
 * @length: its bytes
 * @width: how many pixels a row must have
 * @height: how many rows there must be
 */
typedef struct
{
  const guchar *data;
  gsize length;
  int width;
  int height;
} AncPacked;

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
 * AncShrinkPlace:
 * @x: where the left edge of a picture comes to stand, in pixels of what is drawn in, perhaps beyond it
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
} AncShrinkPlace;

/**
 * AncShrinkKind:
 * @ANC_SHRINK_COLOURS: four bytes a pixel, in the order of CAIRO_FORMAT_ARGB32
 * @ANC_SHRINK_GREYS: one byte a pixel
 *
 * What the rows of a picture are made of.
 */
typedef enum
{
  ANC_SHRINK_COLOURS,
  ANC_SHRINK_GREYS,
} AncShrinkKind;

/**
 * AncShrink:
 *
 * A picture that is made smaller row by row.
 */
typedef struct _AncShrink AncShrink;

gboolean anc_shrink_is_possible (const AncPacked *packed,
                                 const AncShrinkPlace *place);

AncShrink *anc_shrink_new (AncShrinkKind kind,
                           int width,
                           int height,
                           const AncShrinkPlace *place,
                           const AncPixels *pixels) G_GNUC_WARN_UNUSED_RESULT;
void anc_shrink_free (AncShrink *self);

gboolean anc_shrink_add_row (AncShrink *self,
                             const guchar *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncShrink, anc_shrink_free)
