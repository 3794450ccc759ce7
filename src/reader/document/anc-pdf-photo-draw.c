/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-fax.h"
#include "anc-jpeg.h"
#include "anc-pdf-photo.h"

#include <math.h>
#include <string.h>

/* A photograph begins no further away from what is drawn of its page, in pixels. */
#define MAX_OFFSET 1e6

/* The same part of a page before it is turned. */
typedef struct
{
  double left; /* in pixels, from the corner of the page */
  double top;
  int width;
  int height;
} Part;

/* All is told from whole pixels of the page, so that parts of it are the whole, cut. */
static Part
turn_back (const AncPdfPhoto *self,
           const AncRect *region,
           double scale,
           const AncPixels *pixels)
{
  const double left = round (region->x0 * scale), top = round (region->y0 * scale);
  const double right = round (self->width * scale) - left - pixels->width;
  const double bottom = round (self->height * scale) - top - pixels->height;

  switch (self->turn)
    {
    case 90:
      return (Part){ top, right, pixels->height, pixels->width };
    case 180:
      return (Part){ right, bottom, pixels->width, pixels->height };
    case 270:
      return (Part){ bottom, left, pixels->height, pixels->width };
    default:
      return (Part){ left, top, pixels->width, pixels->height };
    }
}

/* Where a photograph comes to stand, on whole pixels. FALSE where it would be larger than it is. */
static gboolean
find_place (const AncPdfPhoto *self,
            const Part *part,
            double scale,
            AncShrinkPlace *place)
{
  const AncRect at = { round (self->place.x0 * scale), round (self->place.y0 * scale), round (self->place.x1 * scale), round (self->place.y1 * scale) };
  const double left = at.x0 - part->left;
  const double top = at.y0 - part->top;

  if (!(anc_rect_width (at) <= self->packed.width && anc_rect_height (at) <= self->packed.height
        && fabs (left) <= MAX_OFFSET && fabs (top) <= MAX_OFFSET))
    return FALSE;

  *place = (AncShrinkPlace){ (int) left, (int) top, (int) anc_rect_width (at), (int) anc_rect_height (at) };
  return TRUE;
}

/* Whether nothing of the paper is left to be seen around a photograph. */
static gboolean
covers (const AncShrinkPlace *place,
        const AncPixels *pixels)
{
  return place->x <= 0 && place->y <= 0
         && place->x + place->width >= pixels->width && place->y + place->height >= pixels->height;
}

static gboolean
draw_upright (const AncPdfPhoto *self,
              const AncShrinkPlace *place,
              const AncPixels *pixels)
{
  if (!covers (place, pixels))
    memset (pixels->data, 0xff, pixels->stride * (gsize) pixels->height);

  return self->is_fax ? anc_fax_shrink (&self->packed, self->is_inverted, place, pixels)
                      : anc_jpeg_shrink (&self->packed, self->n_components, place, pixels);
}

/* Copies pixels row by row: @first is the one that comes to stand in the corner, those beside and below it are so far on. */
static void
copy (const AncPixels *from,
      const AncPixels *to,
      gssize first,
      gssize across,
      gssize down)
{
  const guint32 *in = (const guint32 *) (gconstpointer) from->data + first;

  for (int y = 0; y < to->height; y++)
    {
      guint32 *out = (guint32 *) (gpointer) (to->data + (gsize) y * to->stride);

      for (int x = 0; x < to->width; x++)
        out[x] = in[y * down + x * across];
    }
}

static void
turn (const AncPixels *from,
      const AncPixels *to,
      int degrees)
{
  const gssize row = (gssize) from->stride / 4;
  const gssize last = from->width - 1, last_row = (from->height - 1) * row;

  if (degrees == 90)
    copy (from, to, last_row, -row, 1);
  else if (degrees == 180)
    copy (from, to, last_row + last, -1, -row);
  else
    copy (from, to, last, row, -1);
}

/**
 * anc_pdf_photo_draw:
 * @self: a photograph
 * @region: the part of its page to draw, in points
 * @scale: pixels a point
 * @pixels: what to draw in, as large as the region; rows begin at multiples of four bytes
 *
 * Draws a page that is a photograph, smaller than that is.
 *
 * Returns: whether it was drawn; if not, some of it may have been
 */
gboolean
anc_pdf_photo_draw (const AncPdfPhoto *self,
                    const AncRect *region,
                    double scale,
                    const AncPixels *pixels)
{
  g_autofree guchar *memory = NULL;
  AncShrinkPlace place;
  AncPixels upright;
  Part part;

  g_return_val_if_fail (self != NULL && region != NULL && scale > 0 && pixels != NULL, FALSE);

  part = turn_back (self, region, scale, pixels);
  if (!find_place (self, &part, scale, &place))
    return FALSE;
  if (self->turn == 0)
    return draw_upright (self, &place, pixels);

  memory = g_try_malloc_n ((gsize) part.width * (gsize) part.height, 4);
  upright = (AncPixels){ memory, part.width, part.height, (gsize) part.width * 4 };
  if (memory == NULL || !draw_upright (self, &place, &upright))
    return FALSE;

  turn (&upright, pixels, self->turn);
  return TRUE;
}
