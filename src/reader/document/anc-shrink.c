/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-shrink.h"

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

struct _AncShrink
{
  AncShrinkKind kind;
  Axis across;
  Axis down;
  AncShrinkPlace place;
  AncPixels pixels;
  gsize n_numbers; /* of a row of the picture */
  int from;        /* rows that came */
  int y;           /* rows drawn */

  float *sums;   /* of rows */
  Whole *means;  /* of a row that is drawn */
  Mix *mixes;    /* by the pixel drawn */
  float *shares; /* of all mixes */
  int n_shares;  /* of each */
};

/* Where a pixel of the picture begins. */
static guint
get_edge (const Axis *axis,
          int at)
{
  return (guint) ((guint64) at * (guint64) axis->n_to * UNIT / (guint64) axis->n_from);
}

/* What each pixel of a row is made of; all of as many, so that no loop ends otherwise than the last one. */
static void
mix_row (AncShrink *self)
{
  const Axis *axis = &self->across;

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

/**
 * anc_shrink_is_possible:
 * @packed: a picture
 * @place: where it is to be drawn
 *
 * Returns: whether there is something to be drawn, and it is nowhere larger than the picture
 */
gboolean
anc_shrink_is_possible (const AncPacked *packed,
                        const AncShrinkPlace *place)
{
  return packed->length > 0 && place->width > 0 && place->width <= packed->width && place->height > 0 && place->height <= packed->height;
}

/**
 * anc_shrink_new:
 * @kind: what rows are made of
 * @width: how many pixels a row has
 * @height: how many rows there are
 * @place: where the picture is to be drawn, nowhere larger than it is
 * @pixels: what is drawn in, which must stay; what lies beyond @place stays as it is
 *
 * Returns: (transfer full): the drawing of a picture that is made smaller; give it its rows
 */
AncShrink *
anc_shrink_new (AncShrinkKind kind,
                int width,
                int height,
                const AncShrinkPlace *place,
                const AncPixels *pixels)
{
  AncShrink *self;

  g_return_val_if_fail (place->width > 0 && place->width <= width && place->height > 0 && place->height <= height, NULL);

  self = g_new0 (AncShrink, 1);
  self->kind = kind;
  self->across = (Axis){ width, place->width };
  self->down = (Axis){ height, place->height };
  self->place = *place;
  self->pixels = *pixels;
  self->n_numbers = (gsize) width * (kind == ANC_SHRINK_COLOURS ? CHANNELS : 1);
  self->sums = g_aligned_alloc0 (self->n_numbers, sizeof (float), sizeof (Pixel));
  self->means = g_new (Whole, place->width);
  mix_row (self);

  return self;
}

void
anc_shrink_free (AncShrink *self)
{
  if (self == NULL)
    return;

  g_aligned_free (self->sums);
  g_free (self->means);
  g_free (self->mixes);
  g_free (self->shares);
  g_free (self);
}

/* The next five do nearly all of the work, in loops that a compiler can take several steps of at once. */
static void
add_row (float *restrict sums,
         const guchar *restrict row,
         gsize n_numbers,
         float share)
{
  for (gsize i = 0; i < n_numbers; i++)
    sums[i] += row[i] * share;
}

static void
set_row (float *restrict sums,
         const guchar *restrict row,
         gsize n_numbers,
         float share)
{
  for (gsize i = 0; i < n_numbers; i++)
    sums[i] = row[i] * share;
}

static void
mix_colours (Whole *restrict out,
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

static void
mix_greys (Whole *restrict out,
           const Mix *mixes,
           int n_pixels,
           const float *restrict sums,
           int n_shares)
{
  for (int x = 0; x < n_pixels; x++)
    {
      const float *in = sums + mixes[x].first;
      const float *shares = mixes[x].shares;
      float mean = 0.5f;
      gint32 grey;

      for (int i = 0; i < n_shares; i++)
        mean += in[i] * shares[i];
      grey = (gint32) mean;
      out[x] = (Whole){ grey, grey, grey, grey };
    }
}

static void
pack_row (guchar *restrict out,
          const gint32 *restrict numbers,
          int n_numbers)
{
  for (int i = 0; i < n_numbers; i++)
    out[i] = (guchar) numbers[i];
}

/* Opaque, whatever the fourth byte of a grey is. */
static void
make_opaque (guchar *out,
             int n_pixels)
{
  for (int i = 0; i < n_pixels; i++)
    out[i * CHANNELS + (G_BYTE_ORDER == G_LITTLE_ENDIAN ? 3 : 0)] = 0xff;
}

static void
write_row (const AncShrink *self)
{
  const AncPixels *pixels = &self->pixels;
  const int from = MAX (0, -self->place.x), to = MIN (self->place.width, pixels->width - self->place.x);
  const int y = self->place.y + self->y;
  guchar *out;

  if (y < 0 || y >= pixels->height || from >= to)
    return;

  out = pixels->data + (gsize) y * pixels->stride + (gsize) (self->place.x + from) * CHANNELS;
  if (self->kind == ANC_SHRINK_COLOURS)
    mix_colours (self->means, self->mixes + from, to - from, (const Pixel *) self->sums, self->n_shares);
  else
    mix_greys (self->means, self->mixes + from, to - from, self->sums, self->n_shares);
  pack_row (out, (const gint32 *) self->means, (to - from) * CHANNELS);
  if (self->kind == ANC_SHRINK_GREYS)
    make_opaque (out, to - from);
}

/**
 * anc_shrink_add_row:
 * @self: a drawing that goes on
 * @row: the next row of the picture
 *
 * Returns: whether more rows are wanted; what lies below all that is drawn in is not
 */
gboolean
anc_shrink_add_row (AncShrink *self,
                    const guchar *row)
{
  const guint edge = (guint) (self->y + 1) * UNIT;
  const guint top = get_edge (&self->down, self->from), bottom = get_edge (&self->down, self->from + 1);

  g_return_val_if_fail (self->from < self->down.n_from, FALSE);

  self->from++;
  add_row (self->sums, row, self->n_numbers, (float) (MIN (bottom, edge) - top) / UNIT);
  if (bottom >= edge)
    {
      write_row (self);
      self->y++;
      set_row (self->sums, row, self->n_numbers, (float) (bottom - edge) / UNIT);
    }

  return self->from < self->down.n_from && self->y < MIN (self->place.height, self->pixels.height - self->place.y);
}
