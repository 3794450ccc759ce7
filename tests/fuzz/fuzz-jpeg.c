/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A photograph, drawn smaller: where, then the JPEG. */

#include "anc-jpeg.h"
#include "anc-shrink-check.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

/* What a document would say of its picture: what the first frame says, wherever it stands. */
static gboolean
describe (AncPacked *jpeg,
          int *n_components)
{
  for (gsize i = 0; i + 9 < jpeg->length; i++)
    if (jpeg->data[i] == 0xff && jpeg->data[i + 1] >= 0xc0 && jpeg->data[i + 1] <= 0xc2)
      {
        const guchar *frame = jpeg->data + i;

        jpeg->height = frame[5] << 8 | frame[6];
        jpeg->width = frame[7] << 8 | frame[8];
        *n_components = frame[9] == 3 ? 3 : 1;
        return jpeg->width > 0 && jpeg->height > 0 && (gint64) jpeg->width * jpeg->height <= ANC_SHRINK_CHECK_MAX_PIXELS;
      }

  return FALSE;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  AncPacked jpeg = { .data = data + ANC_SHRINK_CHECK_N_PLACE, .length = size - ANC_SHRINK_CHECK_N_PLACE };
  AncShrinkPlace place;
  AncPixels pixels;
  int n_components;

  if (size <= ANC_SHRINK_CHECK_N_PLACE || !describe (&jpeg, &n_components))
    return 0;

  pixels = anc_shrink_check_begin (data, jpeg.width, jpeg.height, &place);
  anc_shrink_check_end (&pixels, &place, anc_jpeg_shrink (&jpeg, n_components, &place, &pixels));

  return 0;
}
