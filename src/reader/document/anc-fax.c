/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-fax.h"

#include <string.h>
#include <tiffio.h>

/*
 * libtiff unpacks what stands in a TIFF file: one is made around the picture, of a head, a directory and the bytes.
 */

#define N_ENTRIES 10
#define HEAD_SIZE 8
#define DIRECTORY_SIZE (2 + N_ENTRIES * 12 + 4)

/* What libtiff reads. */
typedef struct
{
  guint8 head[HEAD_SIZE + DIRECTORY_SIZE];
  const guchar *data; /* what follows the head */
  gsize length;
  gsize at;
  gboolean is_damaged;
} File;

/* ---- The file ------------------------------------------------------------------------------ */

static tmsize_t
read_cb (thandle_t handle,
         void *buffer,
         tmsize_t size)
{
  File *self = handle;
  const gsize end = sizeof self->head + self->length;
  const gsize n = MIN ((gsize) size, end - MIN (self->at, end));
  guchar *out = buffer;

  for (gsize done = 0; done < n;)
    {
      const gboolean in_head = self->at < sizeof self->head;
      const gsize n_here = in_head ? MIN (n - done, sizeof self->head - self->at) : n - done;

      memcpy (out + done, in_head ? self->head + self->at : self->data + (self->at - sizeof self->head), n_here);
      self->at += n_here;
      done += n_here;
    }

  return (tmsize_t) n;
}

static tmsize_t
write_cb (thandle_t handle,
          void *buffer,
          tmsize_t size)
{
  return -1;
}

static toff_t
seek_cb (thandle_t handle,
         toff_t offset,
         int whence)
{
  File *self = handle;

  if (whence == SEEK_SET)
    self->at = offset;
  else if (whence == SEEK_CUR)
    self->at += offset;
  else
    self->at = sizeof self->head + self->length + offset;

  return self->at;
}

static int
close_cb (thandle_t handle)
{
  return 0;
}

static toff_t
size_cb (thandle_t handle)
{
  const File *self = handle;

  return sizeof self->head + self->length;
}

/* Of a picture with a mistake in it libtiff makes what it can; it is left to whoever drew it before. */
static int
complain_cb (TIFF *tiff,
             void *user_data,
             const char *module,
             const char *format,
             va_list arguments)
{
  File *self = user_data;

  self->is_damaged = TRUE;
  return 1;
}

static guint8 *
put_number (guint8 *at,
            guint32 number,
            gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    at[i] = (guint8) (number >> (8 * i));

  return at + n_bytes;
}

/* TIFF 6.0, section 2: a number of up to 16 bits stands where one of 32 does. */
static void
write_head (File *self,
            const AncPacked *fax)
{
  const struct
  {
    guint32 tag;
    guint32 value;
  } entries[N_ENTRIES] = {
    { TIFFTAG_IMAGEWIDTH, (guint32) fax->width },
    { TIFFTAG_IMAGELENGTH, (guint32) fax->height },
    { TIFFTAG_BITSPERSAMPLE, 1 },
    { TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4 },
    { TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE },
    { TIFFTAG_FILLORDER, FILLORDER_MSB2LSB },
    { TIFFTAG_STRIPOFFSETS, sizeof self->head },
    { TIFFTAG_SAMPLESPERPIXEL, 1 },
    { TIFFTAG_ROWSPERSTRIP, (guint32) fax->height },
    { TIFFTAG_STRIPBYTECOUNTS, (guint32) fax->length },
  };
  guint8 *at = self->head;

  memcpy (at, "II*", 4);
  at = put_number (at + 4, HEAD_SIZE, 4);
  at = put_number (at, N_ENTRIES, 2);
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      at = put_number (at, entries[i].tag, 2);
      at = put_number (at, TIFF_LONG, 2);
      at = put_number (at, 1, 4);
      at = put_number (at, entries[i].value, 4);
    }
  put_number (at, 0, 4);
}

static TIFF *
open_file (File *file)
{
  TIFFOpenOptions *options = TIFFOpenOptionsAlloc ();
  TIFF *tiff;

  TIFFOpenOptionsSetErrorHandlerExtR (options, complain_cb, file);
  TIFFOpenOptionsSetWarningHandlerExtR (options, complain_cb, file);
  tiff = TIFFClientOpenExt ("fax", "rm", file, read_cb, write_cb, seek_cb, close_cb, size_cb, NULL, NULL, options);
  TIFFOpenOptionsFree (options);

  return tiff;
}

/* ---- The picture --------------------------------------------------------------------------- */

/* What the eight pixels of a byte are in shades of grey. */
static void
fill_shades (guint64 shades[256],
             gboolean is_inverted)
{
  for (guint byte = 0; byte < 256; byte++)
    {
      guint8 greys[8];

      for (guint i = 0; i < 8; i++)
        greys[i] = ((byte >> (7 - i) & 1) == 1) == is_inverted ? 0xff : 0;
      memcpy (&shades[byte], greys, sizeof greys);
    }
}

static gboolean
shrink_rows (const AncPacked *packed,
             gboolean is_inverted,
             TIFF *tiff,
             AncShrink *shrink)
{
  const gsize n_bytes = ((gsize) packed->width + 7) / 8;
  g_autofree guint8 *bits = g_malloc (n_bytes);
  g_autofree guint64 *row = g_new (guint64, n_bytes);
  guint64 shades[256];
  gboolean goes_on = TRUE;

  if (TIFFScanlineSize (tiff) != (tmsize_t) n_bytes)
    return FALSE;

  fill_shades (shades, is_inverted);
  for (int y = 0; goes_on; y++)
    {
      if (TIFFReadScanline (tiff, bits, (guint32) y, 0) != 1)
        return FALSE;
      for (gsize i = 0; i < n_bytes; i++)
        row[i] = shades[bits[i]];
      goes_on = anc_shrink_add_row (shrink, (const guchar *) row);
    }

  return TRUE;
}

/**
 * anc_fax_shrink:
 * @packed: a picture in black and white, packed as Group 4 (ITU-T T.6)
 * @is_inverted: whether what it calls black is seen white
 * @place: where it is to be drawn, nowhere larger than it is
 * @pixels: what is drawn in; what lies beyond @place stays as it is
 *
 * Draws a page as a copier scans it made smaller, in shades of grey. One that is damaged is left to whoever knows how
 * to make the best of it.
 *
 * Returns: whether all of it was drawn; if not, some may have been
 */
gboolean
anc_fax_shrink (const AncPacked *packed,
                gboolean is_inverted,
                const AncShrinkPlace *place,
                const AncPixels *pixels)
{
  g_autoptr (AncShrink) shrink = NULL;
  File file = { 0 };
  gboolean is_whole;
  TIFF *tiff;

  g_return_val_if_fail (packed != NULL && place != NULL && pixels != NULL, FALSE);

  if (!anc_shrink_is_possible (packed, place) || packed->length > G_MAXINT32)
    return FALSE;

  file.data = packed->data;
  file.length = packed->length;
  write_head (&file, packed);
  tiff = open_file (&file);
  if (tiff == NULL)
    return FALSE;

  shrink = anc_shrink_new (ANC_SHRINK_GREYS, packed->width, packed->height, place, pixels);
  is_whole = shrink_rows (packed, is_inverted, tiff, shrink) && !file.is_damaged;
  TIFFClose (tiff);

  return is_whole;
}
