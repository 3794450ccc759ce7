/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-jpeg.h"

#include <setjmp.h>
#include <stdio.h>

#include <jpeglib.h>

#define CHANNELS 4

typedef struct
{
  struct jpeg_decompress_struct jpeg;
  struct jpeg_error_mgr errors;
  jmp_buf failed;

  AncShrink *shrink;
  guchar *row;
} Unpacking;

static void
error_cb (j_common_ptr jpeg)
{
  longjmp (((Unpacking *) jpeg->client_data)->failed, 1);
}

static void
message_cb (j_common_ptr jpeg)
{
}

/* Reads the picture at the least size that is enough, which its way of packing makes cheap. FALSE where that is not what
 * was expected. */
static gboolean
begin (Unpacking *self,
       const AncPacked *packed,
       int n_components,
       const AncShrinkPlace *place)
{
  struct jpeg_decompress_struct *jpeg = &self->jpeg;

  jpeg_mem_src (jpeg, packed->data, packed->length);
  if (jpeg_read_header (jpeg, TRUE) != JPEG_HEADER_OK
      || (int) jpeg->image_width != packed->width || (int) jpeg->image_height != packed->height
      || jpeg->num_components != n_components)
    return FALSE;

  jpeg->scale_num = 1;
  for (jpeg->scale_denom = 8; jpeg->scale_denom > 1; jpeg->scale_denom /= 2)
    if (packed->width / (int) jpeg->scale_denom >= place->width && packed->height / (int) jpeg->scale_denom >= place->height)
      break;
  jpeg->out_color_space = G_BYTE_ORDER == G_LITTLE_ENDIAN ? JCS_EXT_BGRX : JCS_EXT_XRGB;

  return jpeg_start_decompress (jpeg) && jpeg->output_components == CHANNELS;
}

static void
shrink_rows (Unpacking *self,
             const AncShrinkPlace *place,
             const AncPixels *pixels)
{
  self->row = g_malloc ((gsize) self->jpeg.output_width * CHANNELS);
  self->shrink = anc_shrink_new (ANC_SHRINK_COLOURS, (int) self->jpeg.output_width, (int) self->jpeg.output_height, place, pixels);

  do
    jpeg_read_scanlines (&self->jpeg, &self->row, 1);
  while (anc_shrink_add_row (self->shrink, self->row));
}

/**
 * anc_jpeg_shrink:
 * @packed: a whole JPEG
 * @n_components: 1 where it must be in shades of grey, 3 in colours
 * @place: where it is to be drawn, nowhere larger than it is
 * @pixels: what is drawn in; what lies beyond @place stays as it is
 *
 * Draws a JPEG made smaller. One that is damaged, or is not what was expected, is left to whoever knows how to make
 * the best of it.
 *
 * Returns: whether all of it was drawn; if not, some may have been
 */
gboolean
anc_jpeg_shrink (const AncPacked *packed,
                 int n_components,
                 const AncShrinkPlace *place,
                 const AncPixels *pixels)
{
  Unpacking *unpacking;
  volatile gboolean is_whole = FALSE;

  g_return_val_if_fail (packed != NULL && place != NULL && pixels != NULL, FALSE);

  if (!anc_shrink_is_possible (packed, place))
    return FALSE;

  unpacking = g_new0 (Unpacking, 1);
  unpacking->jpeg.err = jpeg_std_error (&unpacking->errors);
  unpacking->jpeg.client_data = unpacking;
  unpacking->errors.error_exit = error_cb;
  unpacking->errors.output_message = message_cb;
  if (setjmp (unpacking->failed) == 0)
    {
      jpeg_create_decompress (&unpacking->jpeg);
      if (begin (unpacking, packed, n_components, place))
        {
          shrink_rows (unpacking, place, pixels);
          is_whole = unpacking->errors.num_warnings == 0;
        }
    }

  jpeg_destroy_decompress (&unpacking->jpeg);
  anc_shrink_free (unpacking->shrink);
  g_free (unpacking->row);
  g_free (unpacking);

  return is_whole;
}
