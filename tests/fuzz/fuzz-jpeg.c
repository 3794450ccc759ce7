/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A photograph, drawn smaller. The first six bytes say where, the rest is the JPEG: how far from the
 * left and from the top, how large in parts of what it is, and how large what is drawn in. */

#include "anc-jpeg.h"

#include <string.h>

#define N_PLACE 6

/* So many parts are the whole: a little more can be asked for, and is refused. */
#define WHOLE 250

/* What is larger only takes longer. */
#define MAX_PIXELS (1024 * 1024)

/* Bytes after each row that are nobody's, and what is in all of them before. */
#define MARGIN 12
#define UNTOUCHED 0x5a

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

/* What a document would say of its picture: what the first frame says, wherever it stands. */
static gboolean
describe (AncJpeg *jpeg)
{
  for (gsize i = 0; i + 9 < jpeg->length; i++)
    if (jpeg->data[i] == 0xff && jpeg->data[i + 1] >= 0xc0 && jpeg->data[i + 1] <= 0xc2)
      {
        const guchar *frame = jpeg->data + i;

        jpeg->height = frame[5] << 8 | frame[6];
        jpeg->width = frame[7] << 8 | frame[8];
        jpeg->n_components = frame[9] == 3 ? 3 : 1;
        return jpeg->width > 0 && jpeg->height > 0 && (gint64) jpeg->width * jpeg->height <= MAX_PIXELS;
      }

  return FALSE;
}

/* Nothing is written outside of the place, and nothing left out within where all was drawn. */
static void
check (const AncPixels *pixels,
       const AncJpegPlace *place,
       gboolean is_whole)
{
  for (int y = 0; y < pixels->height; y++)
    for (int x = 0; x < (int) pixels->stride / 4; x++)
      {
        const guchar *pixel = pixels->data + (gsize) y * pixels->stride + (gsize) x * 4;
        const gboolean is_within = x < pixels->width && x >= place->x && x < place->x + place->width && y >= place->y && y < place->y + place->height;

        if (!is_within)
          g_assert_true (pixel[0] == UNTOUCHED && pixel[1] == UNTOUCHED && pixel[2] == UNTOUCHED && pixel[3] == UNTOUCHED);
        else if (is_whole)
          g_assert_cmpint (pixel[3], ==, 0xff);
      }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  AncJpeg jpeg = { .data = data + N_PLACE, .length = size - N_PLACE };
  g_autofree guchar *memory = NULL;
  AncJpegPlace place;
  AncPixels pixels;

  if (size <= N_PLACE || !describe (&jpeg))
    return 0;

  place = (AncJpegPlace){ (gint8) data[0], (gint8) data[1], jpeg.width * data[2] / WHOLE, jpeg.height * data[3] / WHOLE };
  pixels = (AncPixels){ NULL, 1 + data[4], 1 + data[5], (1 + data[4]) * 4 + MARGIN };
  memory = g_malloc (pixels.stride * (gsize) pixels.height);
  memset (memory, UNTOUCHED, pixels.stride * (gsize) pixels.height);
  pixels.data = memory;
  check (&pixels, &place, anc_jpeg_shrink (&jpeg, &place, &pixels));

  return 0;
}
