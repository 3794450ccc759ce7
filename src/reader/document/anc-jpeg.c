/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-jpeg.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

/*
 * Each pixel drawn is the mean of those it stands for. Rows are added up as they are unpacked, so that the picture is
 * nowhere in memory as a whole; pixels of a row when all that makes up one is there. A pixel of the picture is never
 * larger than one that is drawn: it goes to one, or to two that share it.
 */

/* A pixel drawn is that wide in the scale in which edges are told. */
#define UNIT 256

#define CHANNELS 4

/* A pixel, and the numbers of one that are worked on together. */
typedef float Pixel __attribute__ ((vector_size (CHANNELS * sizeof (float))));
typedef gint32 Whole __attribute__ ((vector_size (CHANNELS * sizeof (gint32))));

/* Along one of both axes. */
typedef struct
{
  int n_from; /* pixels of the picture */
  int n_to;   /* pixels drawn */
} Axis;

typedef struct
{
  int first;     /* of the picture, that the pixel is made of */
  float *shares; /* of those from there on, 1 together */
} Mix;

typedef struct
{
  struct jpeg_decompress_struct jpeg;
  struct jpeg_error_mgr errors;
  jmp_buf failed;

  guchar *row;
  Pixel *sums;   /* of rows */
  Whole *means;  /* of a row that is drawn */
  Mix *mixes;    /* by the pixel drawn */
  float *shares; /* of all mixes */
  int n_shares;  /* of each */
} Shrinking;

static void
error_cb (j_common_ptr jpeg)
{
  longjmp (((Shrinking *) jpeg->client_data)->failed, 1);
}

static void
message_cb (j_common_ptr jpeg)
{
}

/* Where a pixel of the picture begins. */
static guint
get_edge (const Axis *axis,
          int at)
{
  return (guint) ((guint64) at * (guint64) axis->n_to * UNIT / (guint64) axis->n_from);
}

/* What each pixel of a row is made of; all of as many, so that no loop ends otherwise than the last one. */
static void
mix_row (Shrinking *self,
         const Axis *axis)
{
  self->n_shares = MIN (axis->n_from, axis->n_from / axis->n_to + 2);
  self->mixes = g_new (Mix, axis->n_to);
  self->shares = g_new0 (float, (gsize) axis->n_to *(gsize) self->n_shares);

  for (int to = 0, from = 0; to < axis->n_to; to++)
    {
      Mix *mix = &self->mixes[to];
      const guint begin = (guint) to * UNIT, end = begin + UNIT;

      while (get_edge (axis, from + 1) <= begin)
        from++;
      mix->first = MIN (from, axis->n_from - self->n_shares);
      mix->shares = self->shares + (gsize) to * (gsize) self->n_shares;
      for (int i = from; i < axis->n_from && get_edge (axis, i) < end; i++)
        mix->shares[i - mix->first] = (float) (MIN (get_edge (axis, i + 1), end) - MAX (get_edge (axis, i), begin)) / UNIT;
    }
}

/* The next four do nearly all of the work. They stand alone, for a compiler mends little in what setjmp() may return to. */
G_NO_INLINE static void
add_row (float *restrict sums,
         const guchar *restrict row,
         gsize n_numbers,
         float share)
{
  for (gsize i = 0; i < n_numbers; i++)
    sums[i] += row[i] * share;
}

G_NO_INLINE static void
set_row (float *restrict sums,
         const guchar *restrict row,
         gsize n_numbers,
         float share)
{
  for (gsize i = 0; i < n_numbers; i++)
    sums[i] = row[i] * share;
}

G_NO_INLINE static void
mix_pixels (Whole *restrict out,
            const Mix *mixes,
            int n_pixels,
            const Pixel *restrict sums,
            int n_shares)
{
  for (int x = 0; x < n_pixels; x++)
    {
      const Pixel *in = sums + mixes[x].first;
      const float *shares = mixes[x].shares;
      Pixel mean = { 0.5f, 0.5f, 0.5f, 0.5f };

      for (int i = 0; i < n_shares; i++)
        mean += in[i] * shares[i];
      out[x] = __builtin_convertvector(mean, Whole);
    }
}

G_NO_INLINE static void
pack_row (guchar *restrict out,
          const gint32 *restrict numbers,
          int n_numbers)
{
  for (int i = 0; i < n_numbers; i++)
    out[i] = (guchar) numbers[i];
}

static void
write_row (const Shrinking *self,
           const AncJpegPlace *place,
           int y,
           const AncPixels *pixels)
{
  const int from = MAX (0, -place->x), to = MIN (place->width, pixels->width - place->x);
  guchar *out;

  if (place->y + y < 0 || place->y + y >= pixels->height || from >= to)
    return;

  out = pixels->data + (gsize) (place->y + y) * pixels->stride + (gsize) (place->x + from) * CHANNELS;
  mix_pixels (self->means, self->mixes + from, to - from, self->sums, self->n_shares);
  pack_row (out, (const gint32 *) self->means, (to - from) * CHANNELS);
}

/* Reads the picture at the least size that is enough, which its way of packing makes cheap. FALSE where that is not what
 * was expected. */
static gboolean
begin (Shrinking *self,
       const AncJpeg *source,
       const AncJpegPlace *place)
{
  struct jpeg_decompress_struct *jpeg = &self->jpeg;

  jpeg_mem_src (jpeg, source->data, source->length);
  if (jpeg_read_header (jpeg, TRUE) != JPEG_HEADER_OK
      || (int) jpeg->image_width != source->width || (int) jpeg->image_height != source->height
      || jpeg->num_components != source->n_components)
    return FALSE;

  jpeg->scale_num = 1;
  for (jpeg->scale_denom = 8; jpeg->scale_denom > 1; jpeg->scale_denom /= 2)
    if (source->width / (int) jpeg->scale_denom >= place->width && source->height / (int) jpeg->scale_denom >= place->height)
      break;
  jpeg->out_color_space = G_BYTE_ORDER == G_LITTLE_ENDIAN ? JCS_EXT_BGRX : JCS_EXT_XRGB;

  return jpeg_start_decompress (jpeg) && jpeg->output_components == CHANNELS;
}

static void
shrink (Shrinking *self,
        const AncJpegPlace *place,
        const AncPixels *pixels)
{
  const Axis across = { (int) self->jpeg.output_width, place->width };
  const Axis down = { (int) self->jpeg.output_height, place->height };
  const gsize n_numbers = (gsize) across.n_from * CHANNELS;
  const int end = MIN (place->height, pixels->height - place->y);
  int y = 0;

  self->row = g_malloc (n_numbers);
  self->sums = g_new0 (Pixel, across.n_from);
  self->means = g_new (Whole, place->width);
  mix_row (self, &across);

  for (int from = 0; from < down.n_from && y < end; from++)
    {
      const guint top = get_edge (&down, from), bottom = get_edge (&down, from + 1), edge = (guint) (y + 1) * UNIT;
      const float share = (float) (MIN (bottom, edge) - top) / UNIT;
      const float rest = (float) (MAX (bottom, edge) - edge) / UNIT;

      jpeg_read_scanlines (&self->jpeg, &self->row, 1);
      add_row ((float *) self->sums, self->row, n_numbers, share);
      if (bottom < edge)
        continue;

      write_row (self, place, y++, pixels);
      set_row ((float *) self->sums, self->row, n_numbers, rest);
    }
}

/**
 * anc_jpeg_shrink:
 * @self: a JPEG
 * @place: where it is to be drawn, nowhere larger than it is
 * @pixels: what is drawn in; what lies beyond @place stays as it is
 *
 * Draws a JPEG made smaller. One that is damaged, or is not what was expected, is left to whoever knows how to make
 * the best of it.
 *
 * Returns: whether all of it was drawn; if not, some may have been
 */
gboolean
anc_jpeg_shrink (const AncJpeg *self,
                 const AncJpegPlace *place,
                 const AncPixels *pixels)
{
  Shrinking *shrinking;
  volatile gboolean is_whole = FALSE;

  g_return_val_if_fail (self != NULL && place != NULL && pixels != NULL, FALSE);

  if (place->width < 1 || place->height < 1 || place->width > self->width || place->height > self->height)
    return FALSE;

  shrinking = g_new0 (Shrinking, 1);
  shrinking->jpeg.err = jpeg_std_error (&shrinking->errors);
  shrinking->jpeg.client_data = shrinking;
  shrinking->errors.error_exit = error_cb;
  shrinking->errors.output_message = message_cb;
  if (setjmp (shrinking->failed) == 0)
    {
      jpeg_create_decompress (&shrinking->jpeg);
      if (begin (shrinking, self, place))
        {
          shrink (shrinking, place, pixels);
          is_whole = shrinking->errors.num_warnings == 0;
        }
    }

  jpeg_destroy_decompress (&shrinking->jpeg);
  g_free (shrinking->row);
  g_free (shrinking->sums);
  g_free (shrinking->means);
  g_free (shrinking->mixes);
  g_free (shrinking->shares);
  g_free (shrinking);

  return is_whole;
}
