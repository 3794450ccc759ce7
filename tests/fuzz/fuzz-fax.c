/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page in black and white, drawn smaller: where, how wide and high it is said to be, then the picture. */

#include "anc-fax.h"
#include "anc-shrink-check.h"

#define N_SIZE 4

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  const guint8 *said = data + ANC_SHRINK_CHECK_N_PLACE;
  AncShrinkPlace place;
  AncPixels pixels;
  AncPacked fax;

  if (size <= ANC_SHRINK_CHECK_N_PLACE + N_SIZE)
    return 0;

  fax = (AncPacked){
    .data = said + N_SIZE,
    .length = size - ANC_SHRINK_CHECK_N_PLACE - N_SIZE,
    .width = said[0] << 8 | said[1],
    .height = (said[2] & 0x7f) << 8 | said[3],
  };
  if (fax.width == 0 || fax.height == 0 || (gint64) fax.width * fax.height > ANC_SHRINK_CHECK_MAX_PIXELS)
    return 0;

  pixels = anc_shrink_check_begin (data, fax.width, fax.height, &place);
  anc_shrink_check_end (&pixels, &place, anc_fax_shrink (&fax, said[2] >> 7, &place, &pixels));

  return 0;
}
