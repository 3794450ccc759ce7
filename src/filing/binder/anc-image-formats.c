/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-image-pdf-private.h"

#include <libexif/exif-data.h>
#include <string.h>
#include <zlib.h>

#define MAX_SIDE 65535

static guint
read_16 (const guchar *data)
{
  return (guint) data[0] << 8 | data[1];
}

static guint
read_32 (const guchar *data)
{
  return read_16 (data) << 16 | read_16 (data + 2);
}

/* ---- JPEG (ITU-T T.81, annex B) ------------------------------------------------------------ */

#define SOI 0xd8
#define EOI 0xd9
#define SOS 0xda
#define APP0 0xe0
#define APP1 0xe1
#define APP14 0xee

/* Frames that PDF's DCTDecode reads: baseline, extended, progressive; all with Huffman codes. */
static gboolean
is_frame (guchar marker)
{
  return marker >= 0xc0 && marker <= 0xc2;
}

static void
read_density (AncImage *self,
              const guchar *data,
              guint length)
{
  double unit;

  if (length < 12 || memcmp (data, "JFIF", 5) != 0)
    return;

  unit = data[7] == 1 ? 1 : data[7] == 2 ? 2.54
                                         : 0;
  self->dpi_x = read_16 (data + 8) * unit;
  self->dpi_y = read_16 (data + 10) * unit;
}

static void
read_turn (AncImage *self,
           const guchar *data,
           guint length)
{
  ExifData *exif;
  ExifEntry *entry;

  if (length < 8 || memcmp (data, "Exif\0", 6) != 0)
    return;

  exif = exif_data_new_from_data (data, length);
  entry = exif != NULL ? exif_content_get_entry (exif->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION) : NULL;
  if (entry != NULL && entry->format == EXIF_FORMAT_SHORT && entry->components == 1)
    {
      ExifShort turn = exif_get_short (entry->data, exif_data_get_byte_order (exif));

      if (turn >= 1 && turn <= 8)
        self->turn = turn - 1u;
    }
  if (exif != NULL)
    exif_data_unref (exif);
}

static gboolean
read_frame (AncImage *self,
            const guchar *data,
            guint length)
{
  if (length < 6)
    return FALSE;

  self->bits = data[0];
  self->height = read_16 (data + 1);
  self->width = read_16 (data + 3);
  self->n_channels = data[5];

  return self->bits == 8 && self->width > 0 && self->height > 0;
}

/* The last bytes may be of the camera's own. */
static gboolean
has_end (const AncSpan *file)
{
  const guchar *p = file->data + file->length - 1;

  while (p > file->data && (p = memrchr (file->data, EOI, (gsize) (p - file->data) + 1)) != NULL && p > file->data)
    {
      if (p[-1] == 0xff)
        return TRUE;
      p--;
    }

  return FALSE;
}

/**
 * anc_image_read_jpeg:
 *
 * Finds out what a PDF file has to say about a JPEG file, whose data are the file itself.
 *
 * Returns: %ANC_PART_BOUND, %ANC_PART_REPAIRED where its end is missing, or %ANC_PART_DAMAGED
 */
AncPartState
anc_image_read_jpeg (AncImage *self,
                     const AncSpan *file)
{
  static const char *const spaces[] = { NULL, "/DeviceGray", NULL, "/DeviceRGB", "/DeviceCMYK" };
  const guchar *data = file->data;
  gboolean has_frame = FALSE, is_adobe = FALSE, has_scan = FALSE;
  gsize i = 2;

  while (i + 4 <= file->length && !has_scan)
    {
      guchar marker = data[i + 1];
      guint length = read_16 (data + i + 2);

      if (data[i] != 0xff || marker == SOI || marker == EOI || length < 2 || i + 2 + length > file->length)
        break;
      if (marker == 0xff) /* filling */
        {
          i++;
          continue;
        }
      if (marker == APP0)
        read_density (self, data + i + 4, length - 2);
      else if (marker == APP1)
        read_turn (self, data + i + 4, length - 2);
      else if (marker == APP14)
        is_adobe = length >= 14 && memcmp (data + i + 4, "Adobe", 5) == 0;
      else if (is_frame (marker))
        has_frame = read_frame (self, data + i + 4, length - 2);
      has_scan = marker == SOS;
      i += 2 + length;
    }
  if (!has_frame || !has_scan || self->n_channels >= G_N_ELEMENTS (spaces) || spaces[self->n_channels] == NULL)
    return ANC_PART_DAMAGED;

  g_string_printf (self->dictionary, "/ColorSpace %s /Filter /DCTDecode", spaces[self->n_channels]);
  if (self->n_channels == 4 && is_adobe) /* Adobe's programs write inks the other way round */
    g_string_append (self->dictionary, " /Decode [ 1 0 1 0 1 0 1 0 ]");
  g_array_append_val (self->chunks, *file);

  return has_end (file) ? ANC_PART_BOUND : ANC_PART_REPAIRED;
}

/* ---- PNG (ISO/IEC 15948) ------------------------------------------------------------------- */

#define GREY 0
#define RGB 2
#define PALETTE 3
#define GREY_ALPHA 4
#define RGB_ALPHA 6

static gboolean
read_header (AncImage *self,
             const guchar *data,
             gsize length,
             guint *type)
{
  static const guint n_channels[] = { 1, 0, 3, 1, 2, 0, 4 };

  if (length < 13)
    return FALSE;

  self->width = read_32 (data);
  self->height = read_32 (data + 4);
  self->bits = data[8];
  *type = data[9];
  if (*type >= G_N_ELEMENTS (n_channels) || n_channels[*type] == 0 || self->width == 0 || self->height == 0
      || self->width > MAX_SIDE || self->height > MAX_SIDE
      || (self->bits != 1 && self->bits != 2 && self->bits != 4 && self->bits != 8 && self->bits != 16))
    return FALSE;

  self->n_channels = n_channels[*type];
  self->must_decode = data[12] != 0 || *type == GREY_ALPHA || *type == RGB_ALPHA;

  return TRUE;
}

static void
write_palette (AncImage *self,
               const guchar *data,
               gsize length)
{
  g_string_append_printf (self->dictionary, "/ColorSpace [ /Indexed /DeviceRGB %" G_GSIZE_FORMAT " <", length / 3 - 1);
  for (gsize i = 0; i < length / 3 * 3; i++)
    g_string_append_printf (self->dictionary, "%02x", data[i]);
  g_string_append (self->dictionary, "> ]");
}

/* Whether the data unpack to all rows of the image; takes the time, and not the memory, of unpacking. */
static gboolean
is_whole (const AncImage *self)
{
  const guint64 row = 1 + ((guint64) self->width * self->n_channels * self->bits + 7) / 8;
  guchar buffer[16384];
  z_stream stream = { 0 };
  guint64 total = 0;
  int status = Z_OK;

  if (inflateInit (&stream) != Z_OK)
    return FALSE;
  for (guint i = 0; i < self->chunks->len && status == Z_OK; i++)
    {
      const AncSpan *chunk = &g_array_index (self->chunks, AncSpan, i);

      stream.next_in = (guchar *) chunk->data;
      stream.avail_in = (guint) chunk->length;
      do
        {
          stream.next_out = buffer;
          stream.avail_out = sizeof buffer;
          status = inflate (&stream, Z_NO_FLUSH);
          total += sizeof buffer - stream.avail_out;
        }
      while (status == Z_OK && (stream.avail_in > 0 || stream.avail_out == 0) && total <= row * self->height);
      if (status == Z_BUF_ERROR)
        status = Z_OK;
    }
  inflateEnd (&stream);

  return total >= row * self->height;
}

/**
 * anc_image_read_png:
 *
 * Finds out what a PDF file has to say about a PNG file, whose data it can mostly hold as they are:
 * both compress rows in the same way.
 *
 * Returns: %ANC_PART_BOUND or %ANC_PART_DAMAGED
 */
AncPartState
anc_image_read_png (AncImage *self,
                    const AncSpan *file)
{
  const guchar *palette = NULL;
  gsize palette_length = 0;
  guint type = G_MAXUINT;
  gsize i = 8;

  while (i + 12 <= file->length)
    {
      const guchar *data = file->data + i + 8;
      const char *name = (const char *) file->data + i + 4;
      gsize length = read_32 (file->data + i);

      if (length > file->length - i - 12)
        break;
      if (memcmp (name, "IHDR", 4) == 0 && !read_header (self, data, length, &type))
        return ANC_PART_DAMAGED;
      if (memcmp (name, "PLTE", 4) == 0 && length >= 3 && length <= 768)
        {
          palette = data;
          palette_length = length;
        }
      else if (memcmp (name, "tRNS", 4) == 0)
        self->must_decode = TRUE;
      else if (memcmp (name, "pHYs", 4) == 0 && length >= 9 && data[8] == 1) /* points a metre */
        {
          self->dpi_x = read_32 (data) * 0.0254;
          self->dpi_y = read_32 (data + 4) * 0.0254;
        }
      else if (memcmp (name, "IDAT", 4) == 0)
        {
          AncSpan chunk = { data, length };

          g_array_append_val (self->chunks, chunk);
        }
      else if (memcmp (name, "IEND", 4) == 0)
        break;
      i += length + 12;
    }
  if (type == G_MAXUINT || (type == PALETTE && palette == NULL))
    return ANC_PART_DAMAGED;
  if (self->must_decode)
    return ANC_PART_BOUND;

  if (type == PALETTE)
    write_palette (self, palette, palette_length);
  else
    g_string_append (self->dictionary, type == GREY ? "/ColorSpace /DeviceGray" : "/ColorSpace /DeviceRGB");
  g_string_append_printf (self->dictionary,
                          " /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors %u /BitsPerComponent %u /Columns %u >>",
                          self->n_channels,
                          self->bits,
                          self->width);

  return is_whole (self) ? ANC_PART_BOUND : ANC_PART_DAMAGED;
}
