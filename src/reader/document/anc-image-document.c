/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-image-document.h"

#include "anc-tiff.h"

#include <leptonica/allheaders.h>
#include <libexif/exif-data.h>
#include <string.h>

/* No scanner makes longer files. */
#define MAX_PAGES 2000

/* A resolution outside of this is a default of some program and says nothing, in pixels per inch. */
#define MIN_RESOLUTION 60
#define MAX_RESOLUTION 2400

/* The longer side of a page whose resolution is not known, and the longest one that is believed: A4, A2. */
#define ASSUMED_SIDE 842.0
#define MAX_SIDE 1700.0

/* The markers of a JPEG that begin its pixels and end it. */
#define JPEG_SCAN 0xda
#define JPEG_END 0xd9

typedef enum
{
  FORMAT_NONE,
  FORMAT_JPEG,
  FORMAT_PNG,
  FORMAT_TIFF,
} Format;

typedef struct
{
  int width; /* pixels, as shown */
  int height;
  double resolution; /* pixels per inch */
} ImagePage;

struct _AncImageDocument
{
  AncDocument parent_instance;

  GBytes *bytes;
  Format format;
  int orientation;          /* of EXIF, 1 to 8; 1 for a TIFF, which is decoded upright */
  GArray *pages;            /* of ImagePage */
  cairo_surface_t *surface; /* the page that was drawn last, RGB24; NULL if none was */
  guint surface_page;
};

G_DEFINE_FINAL_TYPE (AncImageDocument, anc_image_document, ANC_TYPE_DOCUMENT)

static Format
recognize (GBytes *bytes)
{
  static const struct
  {
    Format format;
    gsize length;
    const char *start;
  } starts[] = {
    { FORMAT_JPEG, 3, "\xff\xd8\xff" },
    { FORMAT_PNG, 8, "\x89PNG\r\n\x1a\n" },
    { FORMAT_TIFF, 4, "II*\0" },
    { FORMAT_TIFF, 4, "MM\0*" },
  };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (guint i = 0; data != NULL && i < G_N_ELEMENTS (starts); i++)
    if (length >= starts[i].length && memcmp (data, starts[i].start, starts[i].length) == 0)
      return starts[i].format;

  return FORMAT_NONE;
}

static int
read_orientation (const guchar *data,
                  gsize length)
{
  ExifData *exif = exif_data_new_from_data (data, (unsigned int) length);
  ExifEntry *entry;
  int orientation = 1;

  if (exif == NULL)
    return 1;

  entry = exif_content_get_entry (exif->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);
  if (entry != NULL && entry->format == EXIF_FORMAT_SHORT && entry->size >= 2)
    orientation = exif_get_short (entry->data, exif_data_get_byte_order (exif));
  exif_data_unref (exif);

  return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

static gboolean
add_page (AncImageDocument *self,
          int width,
          int height,
          int resolution,
          int orientation,
          GError **error)
{
  ImagePage page = { .width = width, .height = height, .resolution = resolution };
  int longer = MAX (width, height);

  if (width < 1 || height < 1)
    {
      g_set_error_literal (error, ANC_DOCUMENT_ERROR, ANC_DOCUMENT_ERROR_DAMAGED, "The image is damaged");
      return FALSE;
    }
  if ((double) width * height > ANC_DOCUMENT_MAX_PIXELS || longer > G_MAXINT16)
    {
      g_set_error_literal (error, ANC_DOCUMENT_ERROR, ANC_DOCUMENT_ERROR_TOO_LARGE, "The image is too large");
      return FALSE;
    }

  if (orientation >= 5)
    {
      page.width = height;
      page.height = width;
    }
  if (resolution < MIN_RESOLUTION || resolution > MAX_RESOLUTION || longer * 72.0 / resolution > MAX_SIDE)
    page.resolution = MAX (longer * 72.0 / ASSUMED_SIDE, 1);

  g_array_append_val (self->pages, page);
  return TRUE;
}

/* The pixels per inch that a JPEG or PNG says it has; 0 where it says nothing. */
static int
read_resolution (Format format,
                 const guchar *data,
                 gsize length)
{
  l_int32 x = 0, y = 0;

  if (format == FORMAT_JPEG)
    readResolutionMemJpeg (data, length, &x, &y);
  else
    {
      FILE *stream = fmemopen ((void *) data, length, "rb");

      if (stream != NULL)
        {
          fgetPngResolution (stream, &x, &y);
          fclose (stream);
        }
    }

  return x;
}

static gboolean
read_headers (AncImageDocument *self,
              GError **error)
{
  gsize length;
  const guchar *data = g_bytes_get_data (self->bytes, &length);
  l_int32 format, width = 0, height = 0, bits, samples, colormap, resolution;

  if (self->format != FORMAT_TIFF)
    {
      if (pixReadHeaderMem (data, length, &format, &width, &height, &bits, &samples, &colormap) != 0)
        width = height = 0;
      return add_page (self, width, height, read_resolution (self->format, data, length), self->orientation, error);
    }

  for (l_int32 page = 0; page < MAX_PAGES; page++)
    {
      if (readHeaderMemTiff (data, length, page, &width, &height, &bits, &samples, &resolution, &colormap, &format) != 0)
        break;
      if (!add_page (self, width, height, resolution, anc_tiff_get_orientation (self->bytes, (guint) page), error))
        return FALSE;
    }

  return self->pages->len > 0 || add_page (self, 0, 0, 0, 1, error);
}

static PIX *
decode (AncImageDocument *self,
        guint page)
{
  gsize length;
  const guchar *data = g_bytes_get_data (self->bytes, &length);

  switch (self->format)
    {
    case FORMAT_JPEG:
      return pixReadMemJpeg (data, length, 0, 1, NULL, L_JPEG_CONTINUE_WITH_BAD_DATA);
    case FORMAT_PNG:
      return pixReadMemPng (data, length);
    case FORMAT_TIFF:
      return pixReadMemTiff (data, length, (l_int32) page);
    default:
      g_assert_not_reached ();
    }
}

/* Replaces an image by what was made of it; @made is NULL where that failed. */
static void
replace (PIX **pix,
         PIX *made)
{
  pixDestroy (pix);
  *pix = made;
}

static void
turn_upright (PIX **pix,
              int orientation)
{
  if (orientation == 2 || orientation == 5 || orientation == 7 || orientation == 4)
    replace (pix, pixFlipLR (NULL, *pix));
  if (*pix != NULL && (orientation == 3 || orientation == 4))
    replace (pix, pixRotateOrth (*pix, 2));
  if (*pix != NULL && (orientation == 6 || orientation == 7))
    replace (pix, pixRotateOrth (*pix, 1));
  if (*pix != NULL && (orientation == 8 || orientation == 5))
    replace (pix, pixRotateOrth (*pix, 3));
}

/* Copies pixels of 32 bits, red first, to cairo's. */
static cairo_surface_t *
copy_to_surface (PIX *pix)
{
  int width = pixGetWidth (pix), height = pixGetHeight (pix);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  guchar *pixels = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  if (pixels == NULL)
    {
      cairo_surface_destroy (surface);
      return NULL;
    }

  for (int y = 0; y < height; y++)
    {
      const l_uint32 *from = pixGetData (pix) + (gsize) y * pixGetWpl (pix);
      guint32 *to = (guint32 *) (void *) (pixels + (gsize) y * stride);

      for (int x = 0; x < width; x++)
        to[x] = from[x] >> 8;
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

static cairo_surface_t *
load_page (AncImageDocument *self,
           guint page,
           GError **error)
{
  PIX *pix;

  if (self->surface != NULL && self->surface_page == page)
    return self->surface;

  g_clear_pointer (&self->surface, cairo_surface_destroy);
  pix = decode (self, page);
  if (pix != NULL && pixGetDepth (pix) == 32 && pixGetSpp (pix) == 4)
    replace (&pix, pixRemoveAlpha (pix));
  if (pix != NULL)
    replace (&pix, pixConvertTo32 (pix));
  if (pix != NULL)
    turn_upright (&pix, self->orientation);
  if (pix != NULL)
    self->surface = copy_to_surface (pix);
  pixDestroy (&pix);

  if (self->surface == NULL)
    g_set_error (error, ANC_DOCUMENT_ERROR, ANC_DOCUMENT_ERROR_DAMAGED, "Page %u cannot be read", page + 1);
  self->surface_page = page;
  return self->surface;
}

static guint
anc_image_document_get_n_pages (AncDocument *document)
{
  return ANC_IMAGE_DOCUMENT (document)->pages->len;
}

static void
anc_image_document_get_page_size (AncDocument *document,
                                  guint page,
                                  double *width,
                                  double *height)
{
  const ImagePage *found = &g_array_index (ANC_IMAGE_DOCUMENT (document)->pages, ImagePage, page);

  *width = found->width * 72.0 / found->resolution;
  *height = found->height * 72.0 / found->resolution;
}

static double
anc_image_document_get_page_resolution (AncDocument *document,
                                        guint page)
{
  return g_array_index (ANC_IMAGE_DOCUMENT (document)->pages, ImagePage, page).resolution;
}

static gboolean
anc_image_document_draw_page (AncDocument *document,
                              guint page,
                              cairo_t *cr,
                              GError **error)
{
  AncImageDocument *self = ANC_IMAGE_DOCUMENT (document);
  cairo_surface_t *surface = load_page (self, page, error);
  double scale = 72.0 / g_array_index (self->pages, ImagePage, page).resolution;

  if (surface == NULL)
    return FALSE;

  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_restore (cr);
  return TRUE;
}

static void
anc_image_document_finalize (GObject *object)
{
  AncImageDocument *self = ANC_IMAGE_DOCUMENT (object);

  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->pages, g_array_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (anc_image_document_parent_class)->finalize (object);
}

static void
anc_image_document_class_init (AncImageDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  AncDocumentClass *document_class = ANC_DOCUMENT_CLASS (klass);

  object_class->finalize = anc_image_document_finalize;

  document_class->get_n_pages = anc_image_document_get_n_pages;
  document_class->get_page_size = anc_image_document_get_page_size;
  document_class->get_page_resolution = anc_image_document_get_page_resolution;
  document_class->draw_page = anc_image_document_draw_page;

  setMsgSeverity (L_SEVERITY_NONE); /* what is wrong with an image is told by our errors */
}

static void
anc_image_document_init (AncImageDocument *self)
{
  self->orientation = 1;
  self->pages = g_array_new (FALSE, FALSE, sizeof (ImagePage));
}

/**
 * anc_image_document_knows:
 *
 * Returns: whether @bytes begin as a JPEG, PNG or TIFF does
 */
gboolean
anc_image_document_knows (GBytes *bytes)
{
  g_return_val_if_fail (bytes != NULL, FALSE);

  return recognize (bytes) != FORMAT_NONE;
}

/**
 * anc_image_document_new:
 * @bytes: an image that anc_image_document_knows() knows
 * @error: an error of %ANC_DOCUMENT_ERROR
 *
 * Returns: (transfer full): the document, or %NULL; only the headers have been read
 */
AncDocument *
anc_image_document_new (GBytes *bytes,
                        GError **error)
{
  g_autoptr (AncImageDocument) self = NULL;
  gsize length;
  const guchar *data;

  g_return_val_if_fail (bytes != NULL && anc_image_document_knows (bytes), NULL);

  self = g_object_new (ANC_TYPE_IMAGE_DOCUMENT, NULL);
  self->bytes = g_bytes_ref (bytes);
  self->format = recognize (bytes);
  data = g_bytes_get_data (bytes, &length);
  if (self->format == FORMAT_JPEG)
    self->orientation = read_orientation (data, length);

  if (!read_headers (self, error))
    return NULL;

  return ANC_DOCUMENT (g_steal_pointer (&self));
}

/* Where a marker of a JPEG last stands; -1 where it does not. In compressed data no marker can. */
static gssize
find_last_marker (const guchar *data,
                  gsize length,
                  guchar marker)
{
  for (gsize i = length; i >= 2; i--)
    if (data[i - 2] == 0xff && data[i - 1] == marker)
      return (gssize) i - 2;

  return -1;
}

/**
 * anc_image_document_is_cut:
 * @self: an image
 *
 * The end of a picture gets lost where a telephone or a mail program stops early. What is left of a JPEG is shown,
 * the rest in grey; of what else is cut, only whole pages are.
 *
 * Returns: whether the file is a JPEG without its end
 */
gboolean
anc_image_document_is_cut (AncImageDocument *self)
{
  gsize length;
  const guchar *data;

  g_return_val_if_fail (ANC_IS_IMAGE_DOCUMENT (self), FALSE);

  data = g_bytes_get_data (self->bytes, &length);
  return self->format == FORMAT_JPEG
         && find_last_marker (data, length, JPEG_END) < find_last_marker (data, length, JPEG_SCAN);
}
