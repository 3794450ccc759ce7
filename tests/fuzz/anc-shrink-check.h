/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-shrink.h"

#include <string.h>

/* How many bytes say where a picture is drawn smaller: how far from the left and from the top, how large in parts of what
 * it is, and how large what is drawn in. */
#define ANC_SHRINK_CHECK_N_PLACE 6

/* So many parts are the whole: a little more can be asked for, and is refused. */
#define ANC_SHRINK_CHECK_WHOLE 250

/* What is larger only takes longer. */
#define ANC_SHRINK_CHECK_MAX_PIXELS (1024 * 1024)

/* Bytes after each row that are nobody's, and what is in all of them before. */
#define ANC_SHRINK_CHECK_MARGIN 12
#define ANC_SHRINK_CHECK_UNTOUCHED 0x5a

/* Memory to draw in. */
static inline AncPixels
anc_shrink_check_begin (const guint8 *data,
                        int width,
                        int height,
                        AncShrinkPlace *place)
{
  AncPixels pixels = { NULL, 1 + data[4], 1 + data[5], (1 + data[4]) * 4 + ANC_SHRINK_CHECK_MARGIN };
  const gsize size = pixels.stride * (gsize) pixels.height;

  *place = (AncShrinkPlace){ (gint8) data[0], (gint8) data[1], width * data[2] / ANC_SHRINK_CHECK_WHOLE, height * data[3] / ANC_SHRINK_CHECK_WHOLE };
  pixels.data = g_malloc (size);
  memset (pixels.data, ANC_SHRINK_CHECK_UNTOUCHED, size);

  return pixels;
}

/* Nothing is written outside of the place, and nothing left out within where all was drawn. */
static inline void
anc_shrink_check_end (AncPixels *pixels,
                      const AncShrinkPlace *place,
                      gboolean is_whole)
{
  for (int y = 0; y < pixels->height; y++)
    for (int x = 0; x < (int) pixels->stride / 4; x++)
      {
        const guchar *pixel = pixels->data + (gsize) y * pixels->stride + (gsize) x * 4;
        const gboolean is_within = x < pixels->width && x >= place->x && x < place->x + place->width && y >= place->y && y < place->y + place->height;

        for (guint i = 0; !is_within && i < 4; i++)
          g_assert_cmpint (pixel[i], ==, ANC_SHRINK_CHECK_UNTOUCHED);
        if (is_within && is_whole)
          g_assert_cmpint (pixel[3], ==, 0xff);
      }
  g_free (pixels->data);
}
