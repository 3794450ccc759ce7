/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-image-pdf.h"

#include "anc-image-pdf-private.h"

#include <allheaders.h>
#include <string.h>

/* Points. An image is shown at its own size, and at most at the size of a sheet. */
#define SHORT_SIDE 595.276
#define LONG_SIDE 841.890

/* Where an image does not say how fine it is, or says what cannot be. */
#define USUAL_DPI 150
#define MIN_DPI 50
#define MAX_DPI 2400

/* Decoding takes four bytes for each pixel; what is handed on as it is takes none. */
#define MAX_DECODED_PIXELS (100 * 1000 * 1000)
#define MAX_PIXELS (400 * 1000 * 1000)

#define MAX_TIFF_PAGES 2000

/* ---- The file ------------------------------------------------------------------------------ */

/* A PDF file of one image a page. Objects: 1 the catalogue, 2 the pages, then three for each page. */
typedef struct
{
  AncScratch *scratch;
  GArray *offsets; /* of goffset, by object, the first for object 3 */
} Writer;

static void
begin_object (Writer *self)
{
  goffset offset = anc_scratch_tell (self->scratch);

  g_array_append_val (self->offsets, offset);
  anc_scratch_printf (self->scratch, "%u 0 obj\n", self->offsets->len + 2);
}

static void
begin_file (Writer *self,
            AncScratch *scratch)
{
  self->scratch = scratch;
  self->offsets = g_array_new (FALSE, FALSE, sizeof (goffset));
  anc_scratch_printf (scratch, "%%PDF-1.5\n");
}

static void
end_file (Writer *self)
{
  const guint n_pages = self->offsets->len / 3;
  goffset catalogue, pages, table;

  pages = anc_scratch_tell (self->scratch);
  anc_scratch_printf (self->scratch, "2 0 obj\n<< /Type /Pages /Count %u /Kids [", n_pages);
  for (guint i = 0; i < n_pages; i++)
    anc_scratch_printf (self->scratch, " %u 0 R", 3 * i + 5);
  anc_scratch_printf (self->scratch, " ] >>\nendobj\n");
  catalogue = anc_scratch_tell (self->scratch);
  anc_scratch_printf (self->scratch, "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");

  table = anc_scratch_tell (self->scratch);
  anc_scratch_printf (self->scratch, "xref\n0 %u\n0000000000 65535 f \n", self->offsets->len + 3);
  anc_scratch_printf (self->scratch, "%010" G_GOFFSET_FORMAT " 00000 n \n%010" G_GOFFSET_FORMAT " 00000 n \n", catalogue, pages);
  for (guint i = 0; i < self->offsets->len; i++)
    anc_scratch_printf (self->scratch, "%010" G_GOFFSET_FORMAT " 00000 n \n", g_array_index (self->offsets, goffset, i));
  anc_scratch_printf (self->scratch,
                      "trailer\n<< /Size %u /Root 1 0 R >>\nstartxref\n%" G_GOFFSET_FORMAT "\n%%%%EOF\n",
                      self->offsets->len + 3,
                      table);
  g_array_unref (self->offsets);
}

/* A number as PDF writes it, whatever the locale. */
static const char *
format_number (double value,
               char buffer[G_ASCII_DTOSTR_BUF_SIZE])
{
  return g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.4f", value);
}

/* Where the unit square of an image goes, for each of the eight ways a camera may have been held
 * (EXIF 2.3, tag 0x0112), in a box of width 1 and height 1 seen upright. */
static const int turns[8][6] = {
  { 1, 0, 0, 1, 0, 0 },
  { -1, 0, 0, 1, 1, 0 },
  { -1, 0, 0, -1, 1, 1 },
  { 1, 0, 0, -1, 0, 1 },
  { 0, -1, -1, 0, 1, 1 },
  { 0, -1, 1, 0, 0, 1 },
  { 0, 1, 1, 0, 0, 0 },
  { 0, 1, -1, 0, 1, 0 },
};

static void
write_page (Writer *self,
            const AncImage *image)
{
  const gboolean lies = image->turn >= 4;
  const int *turn = turns[image->turn];
  const double dpi_x = image->dpi_x >= MIN_DPI && image->dpi_x <= MAX_DPI ? image->dpi_x : USUAL_DPI;
  const double dpi_y = image->dpi_y >= MIN_DPI && image->dpi_y <= MAX_DPI ? image->dpi_y : USUAL_DPI;
  double width = (lies ? image->height * 72 / dpi_y : image->width * 72 / dpi_x);
  double height = (lies ? image->width * 72 / dpi_x : image->height * 72 / dpi_y);
  const double page_width = width > height ? LONG_SIDE : SHORT_SIDE;
  const double page_height = width > height ? SHORT_SIDE : LONG_SIDE;
  const double scale = MIN (1, MIN (page_width / width, page_height / height));
  g_autoptr (GString) content = g_string_new ("q");
  char numbers[2][G_ASCII_DTOSTR_BUF_SIZE];

  width *= scale;
  height *= scale;
  for (guint i = 0; i < 6; i++)
    {
      double value = turn[i] * (i % 2 == 0 ? width : height);

      if (i >= 4)
        value += i == 4 ? (page_width - width) / 2 : (page_height - height) / 2;
      g_string_append_printf (content, " %s", format_number (value, numbers[0]));
    }
  g_string_append (content, " cm /I Do Q\n");

  begin_object (self);
  anc_scratch_printf (self->scratch, "<< /Length %" G_GSIZE_FORMAT " >>\nstream\n%sendstream\nendobj\n", content->len, content->str);
  begin_object (self);
  anc_scratch_printf (self->scratch,
                      "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 %s %s ] /Contents %u 0 R"
                      " /Resources << /XObject << /I %u 0 R >> >> >>\nendobj\n",
                      format_number (page_width, numbers[0]),
                      format_number (page_height, numbers[1]),
                      self->offsets->len + 1,
                      self->offsets->len);
}

static void
write_image (Writer *self,
             const AncImage *image)
{
  gsize length = 0;

  for (guint i = 0; i < image->chunks->len; i++)
    length += g_array_index (image->chunks, AncSpan, i).length;

  begin_object (self);
  anc_scratch_printf (self->scratch,
                      "<< /Type /XObject /Subtype /Image /Width %u /Height %u /BitsPerComponent %u %s /Length %" G_GSIZE_FORMAT
                      " >>\nstream\n",
                      image->width,
                      image->height,
                      image->bits,
                      image->dictionary->str,
                      length);
  for (guint i = 0; i < image->chunks->len; i++)
    {
      const AncSpan *chunk = &g_array_index (image->chunks, AncSpan, i);

      anc_scratch_write (self->scratch, chunk->data, chunk->length);
    }
  anc_scratch_printf (self->scratch, "\nendstream\nendobj\n");
  write_page (self, image);
}

/* ---- Images -------------------------------------------------------------------------------- */

static void
image_clear (AncImage *self)
{
  g_array_unref (self->chunks);
  g_string_free (self->dictionary, TRUE);
}

static void
image_init (AncImage *self)
{
  *self = (AncImage){
    .chunks = g_array_new (FALSE, FALSE, sizeof (AncSpan)),
    .dictionary = g_string_new (NULL),
  };
}

static gboolean
has_magic (const AncSpan *span,
           const char *magic,
           gsize length)
{
  return span->length > length && memcmp (span->data, magic, length) == 0;
}

static gboolean
is_jpeg (const AncSpan *image)
{
  return has_magic (image, "\xff\xd8\xff", 3);
}

static gboolean
is_png (const AncSpan *image)
{
  return has_magic (image, "\x89PNG\r\n\x1a\n", 8);
}

static gboolean
is_tiff (const AncSpan *image)
{
  return has_magic (image, "II*\0", 4) || has_magic (image, "MM\0*", 4);
}

static gboolean
is_too_large (const AncImage *image,
              guint64 max_pixels)
{
  return (guint64) image->width * image->height > max_pixels;
}

/* Decoded pixels go in as a PNG image goes in: without loss. */
static AncPartState
add_pixels (Writer *writer,
            PIX *pix)
{
  PIX *opaque = pixRemoveAlpha (pix);
  l_uint8 *png = NULL;
  size_t length = 0;
  AncImage image;
  AncPartState state = ANC_PART_DAMAGED;

  image_init (&image);
  if (opaque != NULL && pixWriteMemPng (&png, &length, opaque, 0) == 0)
    {
      AncSpan span = { png, length };

      state = anc_image_read_png (&image, &span);
      if (image.dpi_x == 0)
        image.dpi_x = pixGetXRes (pix), image.dpi_y = pixGetYRes (pix);
      if (state == ANC_PART_BOUND)
        write_image (writer, &image);
    }
  lept_free (png);
  pixDestroy (&opaque);
  image_clear (&image);

  return state;
}

static AncPartState
add_jpeg (Writer *writer,
          const AncSpan *span,
          gboolean *is_archival)
{
  AncPartState state;
  AncImage image;

  image_init (&image);
  state = anc_image_read_jpeg (&image, span);
  if (state <= ANC_PART_REPAIRED && is_too_large (&image, MAX_PIXELS))
    state = ANC_PART_TOO_LARGE;
  if (state <= ANC_PART_REPAIRED)
    write_image (writer, &image);
  *is_archival = image.n_channels != 4; /* there is no profile for inks in the file */
  image_clear (&image);

  return state;
}

static AncPartState
add_png (Writer *writer,
         const AncSpan *span)
{
  AncPartState state;
  AncImage image;

  image_init (&image);
  state = anc_image_read_png (&image, span);
  if (state == ANC_PART_BOUND && is_too_large (&image, image.must_decode ? MAX_DECODED_PIXELS : MAX_PIXELS))
    state = ANC_PART_TOO_LARGE;
  else if (state == ANC_PART_BOUND && image.must_decode)
    {
      PIX *pix = pixReadMemPng (span->data, span->length);

      state = pix != NULL ? add_pixels (writer, pix) : ANC_PART_DAMAGED;
      pixDestroy (&pix);
    }
  else if (state == ANC_PART_BOUND)
    write_image (writer, &image);
  image_clear (&image);

  return state;
}

static AncPartState
add_tiff (Writer *writer,
          const AncSpan *span)
{
  size_t offset = 0;
  guint n_pages = 0;
  AncPartState state = ANC_PART_BOUND;

  do
    {
      l_int32 width, height, bits, samples, resolution, has_palette, format;
      PIX *pix = NULL;

      if (readHeaderMemTiff (span->data, span->length, (l_int32) n_pages, &width, &height, &bits, &samples, &resolution, &has_palette, &format) != 0)
        state = ANC_PART_DAMAGED;
      else if ((guint64) width * (guint64) height > MAX_DECODED_PIXELS || n_pages == MAX_TIFF_PAGES)
        state = ANC_PART_TOO_LARGE;
      else if ((pix = pixReadMemFromMultipageTiff (span->data, span->length, &offset)) == NULL)
        state = ANC_PART_DAMAGED;
      else
        state = add_pixels (writer, pix);
      pixDestroy (&pix);
      if (state == ANC_PART_BOUND)
        n_pages++;
    }
  while (state == ANC_PART_BOUND && offset != 0);

  return state != ANC_PART_BOUND && n_pages > 0 ? ANC_PART_REPAIRED : state;
}

gboolean
anc_image_is_known (const AncSpan *image)
{
  return is_jpeg (image) || is_png (image) || is_tiff (image);
}

/**
 * anc_image_to_pdf:
 * @image: a JPEG, PNG or TIFF file
 * @scratch: takes the PDF file
 * @pdf: (out): the PDF file, of one page for each image in the file
 * @is_archival: (out): whether all its colours have a meaning in PDF/A-2
 *
 * Makes pages of an image. JPEG data go in as they are, and PNG data too unless they are interlaced or
 * let something shine through; the others are decoded and compressed again without loss.
 *
 * Returns: %ANC_PART_BOUND, %ANC_PART_REPAIRED, or why there is nothing
 */
AncPartState
anc_image_to_pdf (const AncSpan *image,
                  AncScratch *scratch,
                  AncSpan *pdf,
                  gboolean *is_archival)
{
  Writer writer;
  AncPartState state;

  *is_archival = TRUE;
  begin_file (&writer, scratch);
  if (is_jpeg (image))
    state = add_jpeg (&writer, image, is_archival);
  else if (is_png (image))
    state = add_png (&writer, image);
  else
    state = add_tiff (&writer, image);
  end_file (&writer);
  if (!anc_scratch_end (scratch, pdf))
    return ANC_PART_DAMAGED;

  return state;
}
