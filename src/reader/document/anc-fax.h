/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-shrink.h"

/**
 * AncFax:
 * @data: a picture in black and white, packed as Group 4 of ITU-T T.6 has it
 * @length: its bytes
 * @width: how many pixels a row has
 * @height: how many rows there are
 * @is_inverted: whether what it calls black is seen white
 *
 * A page as a copier scans it.
 */
typedef struct
{
  const guchar *data;
  gsize length;
  int width;
  int height;
  gboolean is_inverted;
} AncFax;

gboolean anc_fax_shrink (const AncFax *self,
                         const AncShrinkPlace *place,
                         const AncPixels *pixels);
