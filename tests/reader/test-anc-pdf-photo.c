/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-document.h"
#include "anc-pdf-contents.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <lcms2.h>
#include <tiffio.h>

/* The photograph, and the page it fills, in points. */
#define WIDTH 640
#define HEIGHT 840
#define PAGE_WIDTH 320.0
#define PAGE_HEIGHT 420.0

#define WHOLE "q 320 0 0 420 0 0 cm /Im1 Do Q"
#define JPEG "/BitsPerComponent 8 /Filter /DCTDecode "
#define PLAIN JPEG "/ColorSpace /DeviceRGB"
/* By how much of 255 a picture may differ from what Poppler draws, in the mean and anywhere. */
#define MEAN 1
#define MOST 4

/* And where what makes up one pixel is no whole number of others, which cairo weighs otherwise. */
#define UNEVEN_MOST 10

#define FAX(parameters) "/BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /CCITTFaxDecode /DecodeParms << /Columns 640 " parameters " >>"

/* Of 60 digits. */
#define NINES "999999999999999999999999999999999999999999999999999999999999"
#define HUGE NINES " 0 0 " NINES " 0 0 cm "

/* ---- What pages are drawn by --------------------------------------------------------------- */

static void
test_contents (void)
{
  static const struct
  {
    const char *contents;
    gboolean is_picture;
  } cases[] = {
    { "q 595 0 0 842 0 0 cm /Im1 Do Q", TRUE },
    { "q 0.5 0 0 0.5 0 0 cm q 1190 0 0 1684 0 0 cm /Im1 Do Q Q", TRUE }, /* one scale in another */
    { "% scanned\nq 595 0 0 842 0 0 cm/Im1 Do\nQ", TRUE },
    { "q 595 0 0 842 0 0 cm /Im1 Do Q BT 3 Tr /F1 9 Tf (lu (bien)\\)) Tj ET", TRUE }, /* what a scanner read */
    { "/P << /MCID 0 >> BDC q 595 0 0 842 0 0 cm /Im1 Do Q EMC", TRUE },
    { "q 595 0 0 842 0 0 cm /Im1 Do Q BT /F1 9 Tf (vu) Tj ET", FALSE },
    { "BT 3 Tr ET q BT 0 Tr (vu) Tj ET Q q 595 0 0 842 0 0 cm /Im1 Do Q", FALSE },
    { "BT q 3 Tr Q (vu) Tj ET q 595 0 0 842 0 0 cm /Im1 Do Q", FALSE }, /* the mode ends with its state */
    { "q 595 0 0 842 0 0 cm /Im1 Do Q 0 0 9 9 re f", FALSE },           /* drawn over */
    { "0 0 9 9 re W n q 595 0 0 842 0 0 cm /Im1 Do Q", FALSE },         /* cut */
    { "/GS0 gs q 595 0 0 842 0 0 cm /Im1 Do Q", FALSE },                /* transparent, perhaps */
    { "/OC /L1 BDC q 595 0 0 842 0 0 cm /Im1 Do Q EMC", FALSE },        /* hidden, perhaps */
    { "q 0 842 -595 0 595 0 cm /Im1 Do Q", FALSE },                     /* on its side */
    { "q 595 0 0 -842 0 842 cm /Im1 Do Q", FALSE },                     /* upside down */
    { "q 595 0 0 842 0 cm /Im1 Do Q", FALSE },
    { "q 9 0 0 9 0 0 cm /Im1 Do Q q 9 0 0 9 9 9 cm /Im2 Do Q", FALSE }, /* two */
    { "q 595 0 0 842 0 0 cm BI /W 1 /H 1 ID x EI Q", FALSE },
    { "q 595 0 0 842 0 0 cm /Im#31 Do Q", FALSE },
    { "q 595 0 0 842 0 0 cm /Im1 Do Q Q", FALSE },
    { "q 595 0 0 842 0 0 cm /Im1 Do Q (", FALSE },
    { "q 595 0 0 842 0 0 cm /Im1 Do Q <41", FALSE },
    { "q 595 0 0 842 0 0 cm /Im1 Do Q \\", FALSE },
    { "q 595 0 0 842 0 0 cm Do Q", FALSE },
    { "", FALSE },
    { "/P << /A (>) /B <</C [true null]>> >> BDC q 595 0 0 842 0 0 cm /Im1 Do Q EMC", TRUE },
    /* what only looks as if it hid text */
    { "/P << /A (> 3 Tr %)\n>> BDC BT (vu) Tj ET q 595 0 0 842 0 0 cm /Im1 Do Q EMC", FALSE }, /* in a string */
    { "[ 3 Tr ] BT (vu) Tj ET q 595 0 0 842 0 0 cm /Im1 Do Q", FALSE },                        /* in an array */
    { "[ << ] >> q 595 0 0 842 0 0 cm /Im1 Do Q", FALSE },
    { "q 595 0 0 842 0 0 cm /Im1 Do Q [", FALSE },
    { "BT 3.5 Tr (vu) Tj ET q 595 0 0 842 0 0 cm /Im1 Do Q", FALSE }, /* no mode at all */
    { "BT 3. Tr (vu) Tj ET q 595 0 0 842 0 0 cm /Im1 Do Q", FALSE },
    { "BT 3 /X Tr (vu) Tj ET q 595 0 0 842 0 0 cm /Im1 Do Q", FALSE },
    { "BT 300000000000000000000 Tr ET q 595 0 0 842 0 0 cm /Im1 Do Q", FALSE },
    { "/P /OC /L1 BDC q 595 0 0 842 0 0 cm /Im1 Do Q EMC", FALSE }, /* the last two count */
    { "q 595 0 0 842 0 0 cm /Im1 /Im2 Do Q", FALSE },
    { "q 595 0 0 842 0 (x) 0 cm /Im1 Do Q", FALSE },
    { "q " HUGE HUGE HUGE HUGE HUGE HUGE "/Im1 Do Q", FALSE }, /* beyond any number */
    { "q 595 0 0 842 0 0 cm /Im1 Do Q (\\", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = NULL;
      gboolean in_black;
      double place[4];

      g_test_message ("%s", cases[i].contents);
      g_assert_cmpint (anc_pdf_contents_find_picture (cases[i].contents, strlen (cases[i].contents), &name, place, &in_black), ==, cases[i].is_picture);
      g_assert_cmpstr (name, ==, cases[i].is_picture ? "Im1" : NULL);
      if (!cases[i].is_picture)
        continue;
      g_assert_cmpfloat (place[0], ==, 0);
      g_assert_cmpfloat (place[1], ==, 0);
      g_assert_cmpfloat (place[2], ==, 595);
      g_assert_cmpfloat (place[3], ==, 842);
    }
}

/* ---- Documents ----------------------------------------------------------------------------- */

/* Shades that change slowly and grain that does not, red to the right, green downwards. */
static GBytes *
create_jpeg (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);
  struct jpeg_compress_struct jpeg = { 0 };
  struct jpeg_error_mgr errors;
  guchar row[WIDTH * 3], *rows = row, *data = NULL;
  unsigned long length = 0;

  jpeg.err = jpeg_std_error (&errors);
  jpeg_create_compress (&jpeg);
  jpeg_mem_dest (&jpeg, &data, &length);
  jpeg.image_width = WIDTH;
  jpeg.image_height = HEIGHT;
  jpeg.input_components = 3;
  jpeg.in_color_space = JCS_RGB;
  jpeg_set_defaults (&jpeg);
  jpeg_set_quality (&jpeg, 85, TRUE);
  jpeg_start_compress (&jpeg, TRUE);
  for (int y = 0; y < HEIGHT; y++)
    {
      for (int x = 0; x < WIDTH; x++)
        {
          const int grain = g_rand_int_range (random, -8, 9);

          row[3 * x] = (guchar) (24 + x * 200 / WIDTH + grain);
          row[3 * x + 1] = (guchar) (24 + y * 200 / HEIGHT + grain);
          row[3 * x + 2] = (guchar) (120 + grain);
        }
      jpeg_write_scanlines (&jpeg, &rows, 1);
    }
  jpeg_finish_compress (&jpeg);
  jpeg_destroy_compress (&jpeg);

  return g_bytes_new_with_free_func (data, length, free, data);
}

typedef struct
{
  GByteArray *bytes;
  toff_t at;
} Memory;

static tmsize_t
read_memory_cb (thandle_t handle,
                void *buffer,
                tmsize_t size)
{
  return 0;
}

static tmsize_t
write_memory_cb (thandle_t handle,
                 void *buffer,
                 tmsize_t size)
{
  Memory *memory = handle;

  if (memory->at + (toff_t) size > memory->bytes->len)
    g_byte_array_set_size (memory->bytes, (guint) (memory->at + (toff_t) size));
  memcpy (memory->bytes->data + memory->at, buffer, (gsize) size);
  memory->at += (toff_t) size;

  return size;
}

static toff_t
seek_memory_cb (thandle_t handle,
                toff_t offset,
                int whence)
{
  Memory *memory = handle;

  memory->at = offset + (whence == SEEK_CUR ? memory->at : whence == SEEK_END ? memory->bytes->len
                                                                              : 0);
  return memory->at;
}

static toff_t
tell_size_cb (thandle_t handle)
{
  return ((Memory *) handle)->bytes->len;
}

static int
close_memory_cb (thandle_t handle)
{
  return 0;
}

/* Lines as of text, black on white, and dirt: as a copier packs them. */
static GBytes *
create_fax (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);
  g_autoptr (GByteArray) file = g_byte_array_new ();
  Memory memory = { file, 0 };
  TIFF *tiff = TIFFClientOpen ("fax", "w", &memory, read_memory_cb, write_memory_cb, seek_memory_cb, close_memory_cb, tell_size_cb, NULL, NULL);
  guint32 end;

  TIFFSetField (tiff, TIFFTAG_IMAGEWIDTH, WIDTH);
  TIFFSetField (tiff, TIFFTAG_IMAGELENGTH, HEIGHT);
  TIFFSetField (tiff, TIFFTAG_BITSPERSAMPLE, 1);
  TIFFSetField (tiff, TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4);
  TIFFSetField (tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
  TIFFSetField (tiff, TIFFTAG_ROWSPERSTRIP, HEIGHT);
  for (guint32 y = 0; y < HEIGHT; y++)
    {
      guint8 row[WIDTH / 8];

      for (guint i = 0; i < sizeof row; i++)
        row[i] = (guint8) (y % 24 < 12 && i > 8 && i < 40 + y % 31 ? g_rand_int (random) | g_rand_int (random) : 0);
      row[g_rand_int_range (random, 0, sizeof row)] |= 0x10;
      g_assert_cmpint (TIFFWriteScanline (tiff, row, y, 0), ==, 1);
    }
  TIFFClose (tiff);

  /* Between the head and the directory, of which the head tells where it is. */
  memcpy (&end, file->data + 4, sizeof end);
  return g_bytes_new (file->data + 8, end - 8);
}

static void
add_object (GByteArray *pdf,
            GArray *offsets,
            const char *entries,
            GBytes *stream)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_array_append_val (offsets, pdf->len);
  g_string_append_printf (text, "%u 0 obj\n<< %s", offsets->len, entries);
  if (stream != NULL)
    g_string_append_printf (text, " /Length %zu >>\nstream\n", g_bytes_get_size (stream));
  else
    g_string_append (text, " >>");
  g_byte_array_append (pdf, (const guint8 *) text->str, (guint) text->len);
  if (stream != NULL)
    {
      g_byte_array_append (pdf, g_bytes_get_data (stream, NULL), (guint) g_bytes_get_size (stream));
      g_byte_array_append (pdf, (const guint8 *) "\nendstream", 10);
    }
  g_byte_array_append (pdf, (const guint8 *) "\nendobj\n", 8);
}

/* What object 6 of a page is: a profile that its picture may have. */
static GBytes *profile;
static const char *profile_entries = "";

/* A page that shows a photograph; @page and @picture are what their dictionaries say besides. */
static AncDocument *
open_page (const char *contents,
           const char *page,
           const char *picture,
           GBytes *packed)
{
  g_autoptr (GByteArray) pdf = g_byte_array_new ();
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GBytes) stream = g_bytes_new_static (contents, strlen (contents));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) end = g_string_new (NULL);
  g_autofree char *page_entries = g_strdup_printf ("/Type /Page /Parent 2 0 R /MediaBox [0 0 %g %g] /Contents 4 0 R /Resources << /XObject << /Im1 5 0 R >> /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> %s", PAGE_WIDTH, PAGE_HEIGHT, page);
  g_autofree char *picture_entries = g_strdup_printf ("/Type /XObject /Subtype /Image /Width %d /Height %d %s", WIDTH, HEIGHT, picture);
  AncDocument *document;
  guint start;

  g_byte_array_append (pdf, (const guint8 *) "%PDF-1.7\n", 9);
  add_object (pdf, offsets, "/Type /Catalog /Pages 2 0 R", NULL);
  add_object (pdf, offsets, "/Type /Pages /Count 1 /Kids [3 0 R]", NULL);
  add_object (pdf, offsets, page_entries, NULL);
  add_object (pdf, offsets, "", stream);
  add_object (pdf, offsets, picture_entries, packed);
  add_object (pdf, offsets, profile_entries, profile);
  start = pdf->len;
  g_string_append_printf (end, "xref\n0 %u\n0000000000 65535 f \n", offsets->len + 1);
  for (guint i = 0; i < offsets->len; i++)
    g_string_append_printf (end, "%010u 00000 n \n", g_array_index (offsets, guint, i));
  g_string_append_printf (end, "trailer\n<< /Size %u /Root 1 0 R >>\nstartxref\n%u\n%%%%EOF\n", offsets->len + 1, start);
  g_byte_array_append (pdf, (const guint8 *) end->str, (guint) end->len);

  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&pdf));
  document = anc_document_open (bytes, NULL, &error);
  g_assert_no_error (error);

  return document;
}

/* ---- Drawing ------------------------------------------------------------------------------- */

/* (nullable): the part of the page as the photograph alone is drawn. */
static cairo_surface_t *
draw_photo (AncDocument *document,
            AncRect region,
            double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (anc_rect_width (region) * scale), (int) (anc_rect_height (region) * scale));
  const AncPixels pixels = {
    cairo_image_surface_get_data (surface),
    cairo_image_surface_get_width (surface),
    cairo_image_surface_get_height (surface),
    (gsize) cairo_image_surface_get_stride (surface),
  };

  if (anc_document_draw_photo (document, 0, &region, scale, &pixels))
    {
      cairo_surface_mark_dirty (surface);
      return surface;
    }

  cairo_surface_destroy (surface);
  return NULL;
}

static const guchar *
get_pixel (cairo_surface_t *surface,
           int x,
           int y)
{
  return cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x;
}

/* By how much the colours of two pictures differ in the mean, and at most. */
static void
assert_alike (cairo_surface_t *one,
              cairo_surface_t *other,
              double mean,
              int most)
{
  const int width = cairo_image_surface_get_width (one), height = cairo_image_surface_get_height (one);
  double sum = 0;
  int largest = 0;

  g_assert_cmpint (cairo_image_surface_get_width (other), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (other), ==, height);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      for (int channel = 0; channel < 3; channel++)
        {
          const int differs = abs (get_pixel (one, x, y)[channel] - get_pixel (other, x, y)[channel]);

          sum += differs;
          largest = MAX (largest, differs);
        }
  g_assert_cmpfloat (sum / (3.0 * width * height), <=, mean);
  g_assert_cmpint (largest, <=, most);
}

/* As Poppler draws it, at any size that is not larger than the photograph. */
static void
test_alike (void)
{
  static const double scales[] = { 2, 1.75, 1.5, 1, 0.5, 0.25, 0.1 };
  g_autoptr (GBytes) jpeg = create_jpeg ();
  g_autoptr (AncDocument) document = open_page (WHOLE, "", PLAIN, jpeg);
  const AncRect whole = { 0, 0, PAGE_WIDTH, PAGE_HEIGHT };

  g_assert_cmpuint (g_bytes_get_size (jpeg), >, 24 * 1024);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      cairo_surface_t *photo = draw_photo (document, whole, scales[i]);
      cairo_surface_t *page = anc_document_render (document, 0, NULL, scales[i], NULL);

      g_test_message ("at %g", scales[i]);
      g_assert_nonnull (photo);
      assert_alike (photo, page, scales[i] == 2 ? 0 : MEAN, scales[i] == 2 ? 0 : MOST);
      g_assert_cmpint (get_pixel (photo, 0, 0)[3], ==, 0xff);
      cairo_surface_destroy (photo);
      cairo_surface_destroy (page);
    }
}

/* In black and white too, whichever of both is which. */
static void
test_fax (void)
{
  static const struct
  {
    const char *picture;
    gboolean is_inverted;
  } cases[] = {
    { FAX ("/K -1"), FALSE },
    { FAX ("/K -1 /Rows 840 /BlackIs1 false /EndOfBlock false"), FALSE },
    { FAX ("/K -1 /BlackIs1 true"), TRUE },
    { FAX ("/K -1") " /Decode [1 0]", TRUE },
    { FAX ("/K -1 /BlackIs1 true") " /Decode [1 0]", FALSE },
    { "/BitsPerComponent 1 /ColorSpace /DeviceGray /Filter [/CCITTFaxDecode] /DecodeParms [<< /K -4 /Columns 640 >>]", FALSE },
  };
  static const double scales[] = { 2, 1.3, 1, 0.25 };
  g_autoptr (GBytes) fax = create_fax ();
  const AncRect whole = { 0, 0, PAGE_WIDTH, PAGE_HEIGHT };

  g_assert_cmpuint (g_bytes_get_size (fax), >, 10 * 1024);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < G_N_ELEMENTS (scales); j++)
      {
        g_autoptr (AncDocument) document = open_page (WHOLE, "", cases[i].picture, fax);
        cairo_surface_t *photo = draw_photo (document, whole, scales[j]);
        cairo_surface_t *page = anc_document_render (document, 0, NULL, scales[j], NULL);

        g_test_message ("%s at %g", cases[i].picture, scales[j]);
        g_assert_nonnull (photo);
        assert_alike (photo, page, scales[j] == 2 ? 0 : MEAN, scales[j] == 2 ? 0 : MOST);
        g_assert_cmpint (get_pixel (photo, 0, 0)[3], ==, 0xff);
        g_assert_cmpint (get_pixel (photo, cairo_image_surface_get_width (photo) - 1, 0)[0], ==, cases[i].is_inverted ? 0 : 0xff);
        cairo_surface_destroy (photo);
        cairo_surface_destroy (page);
      }
}

static GBytes *
save_profile (cmsHPROFILE made)
{
  cmsUInt32Number length = 0;
  g_autofree guint8 *data = NULL;

  cmsSaveProfileToMem (made, NULL, &length);
  data = g_malloc (length);
  g_assert_true (cmsSaveProfileToMem (made, data, &length));
  cmsCloseProfile (made);

  return g_bytes_new (data, length);
}

/* Red, green and blue as of a screen, but for how light they are. */
static cmsHPROFILE
create_profile (double gamma)
{
  const cmsCIExyY white = { 0.3127, 0.3290, 1 };
  const cmsCIExyYTRIPLE primaries = { { 0.64, 0.33, 1 }, { 0.30, 0.60, 1 }, { 0.15, 0.06, 1 } };
  cmsToneCurve *curve = cmsBuildGamma (NULL, gamma);
  cmsToneCurve *const curves[] = { curve, curve, curve };
  cmsHPROFILE made = cmsCreateRGBProfile (&white, &primaries, curves);

  cmsFreeToneCurve (curve);
  return made;
}

/* Colours with a profile are those they are without where it is that of a screen; others Poppler turns into these. */
static void
test_profiles (void)
{
  static const char with_profile[] = JPEG "/ColorSpace [/ICCBased 6 0 R]";
  const AncRect whole = { 0, 0, PAGE_WIDTH, PAGE_HEIGHT };
  g_autoptr (GBytes) jpeg = create_jpeg ();
  g_autoptr (GBytes) screen = save_profile (cmsCreate_sRGBProfile ());
  g_autoptr (GBytes) dark = save_profile (create_profile (1.8));
  g_autoptr (GBytes) lab = save_profile (cmsCreateLab4Profile (NULL));
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (screen, 0, g_bytes_get_size (screen) / 2);
  const struct
  {
    GBytes *profile;
    const char *entries;
    gboolean is_screen;
  } cases[] = {
    { screen, "/N 3", TRUE },
    { screen, "/N 3 /Alternate /DeviceRGB", TRUE },
    { screen, "/N 1", FALSE },
    { screen, "/N 3 /Range [0 1 0 1 0 1]", FALSE },
    { screen, "", FALSE },
    { dark, "/N 3", FALSE },
    { lab, "/N 3", FALSE },
    { half, "/N 3", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AncDocument) document = NULL;
      cairo_surface_t *photo, *page;

      profile = cases[i].profile;
      profile_entries = cases[i].entries;
      document = open_page (WHOLE, "", with_profile, jpeg);
      photo = draw_photo (document, whole, 1);
      g_test_message ("%u: %s", i, cases[i].entries);
      g_assert_cmpint (photo != NULL, ==, cases[i].is_screen);
      if (photo == NULL)
        continue;
      page = anc_document_render (document, 0, NULL, 1, NULL);
      assert_alike (photo, page, MEAN + 1, MOST);
      cairo_surface_destroy (photo);
      cairo_surface_destroy (page);
    }
  profile = NULL;
  profile_entries = "";
}

/* A stencil is as black as what is drawn through it. */
static void
test_stencil (void)
{
  static const struct
  {
    const char *contents;
    gboolean is_black;
  } cases[] = {
    { WHOLE, TRUE },
    { "0 g " WHOLE, TRUE },
    { "q 0 0 0 rg 320 0 0 420 0 0 cm /Im1 Do Q", TRUE },
    { "q 1 0 0 rg Q " WHOLE, TRUE },
    { "1 0 0 rg " WHOLE, FALSE },
    { "0.2 g " WHOLE, FALSE },
    { "0 0 0 1 k " WHOLE, FALSE },
    { "/Black g " WHOLE, FALSE },
    { "q 0.5 g q 0 g Q 320 0 0 420 0 0 cm /Im1 Do Q", FALSE },
  };
  static const char *const pictures[] = {
    "/ImageMask true /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 640 >>",
    "/ImageMask true /BitsPerComponent 1 /Decode [1 0] /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 640 /BlackIs1 true >>",
  };
  g_autoptr (GBytes) fax = create_fax ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < G_N_ELEMENTS (pictures); j++)
      {
        g_autoptr (AncDocument) document = open_page (cases[i].contents, "", pictures[j], fax);
        cairo_surface_t *photo = draw_photo (document, (AncRect){ 0, 0, PAGE_WIDTH, PAGE_HEIGHT }, 1);
        cairo_surface_t *page = anc_document_render (document, 0, NULL, 1, NULL);

        g_test_message ("%s: %s", cases[i].contents, pictures[j]);
        g_assert_cmpint (photo != NULL, ==, cases[i].is_black);
        if (photo != NULL)
          assert_alike (photo, page, MEAN, MOST);
        g_clear_pointer (&photo, cairo_surface_destroy);
        cairo_surface_destroy (page);
      }
}

/* What is not told so that it is sure, or is damaged, is left to Poppler. */
static void
test_other_faxes (void)
{
  static const char *const pictures[] = {
    FAX ("/K 0"),
    FAX ("/K 4"),
    FAX (""),
    FAX ("/K -1 /EncodedByteAlign true"),
    FAX ("/K -1 /Rows 800"),
    FAX ("/K -1 /BlackIs1 1"),
    FAX ("/K -1 /Unheard /Of"),
    FAX ("/K -1") " /Decode [0 0.5]",
    FAX ("/K -1") " /Decode [0 1 0 1]",
    "/BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 632 >>",
    "/BitsPerComponent 1 /ImageMask true /ColorSpace /DeviceGray /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 640 >>",
    "/BitsPerComponent 1 /ImageMask 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 640 >>",
    "/BitsPerComponent 1 /ColorSpace [/Indexed /DeviceRGB 1 <ff000000ff00>] /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 640 >>",
    "/BitsPerComponent 1 /ColorSpace /DeviceGray /Filter [/ASCIIHexDecode /CCITTFaxDecode] /DecodeParms [null << /K -1 /Columns 640 >>]",
  };
  g_autoptr (GBytes) fax = create_fax ();
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (fax, 0, g_bytes_get_size (fax) / 2);
  g_autofree guint8 *wrong = g_memdup2 (g_bytes_get_data (fax, NULL), g_bytes_get_size (fax));
  const AncRect whole = { 0, 0, PAGE_WIDTH, PAGE_HEIGHT };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autoptr (AncDocument) document = open_page (WHOLE, "", pictures[i], fax);

      g_test_message ("%s", pictures[i]);
      g_assert_null (draw_photo (document, whole, 1));
    }

  for (gsize i = 2000; i < 2040; i++)
    wrong[i] = (guint8) ~wrong[i];
  {
    g_autoptr (GBytes) bytes = g_bytes_new_static (wrong, g_bytes_get_size (fax));
    g_autoptr (AncDocument) cut = open_page (WHOLE, "", FAX ("/K -1"), half);
    g_autoptr (AncDocument) damaged = open_page (WHOLE, "", FAX ("/K -1"), bytes);

    g_assert_null (draw_photo (cut, whole, 1));
    g_assert_null (draw_photo (damaged, whole, 1));
  }
}

/* Parts of a page are the whole, cut. */
static void
test_parts (void)
{
  g_autoptr (GBytes) jpeg = create_jpeg ();
  g_autoptr (AncDocument) document = open_page (WHOLE, "", PLAIN, jpeg);
  cairo_surface_t *whole = draw_photo (document, (AncRect){ 0, 0, PAGE_WIDTH, PAGE_HEIGHT }, 1.5);
  cairo_surface_t *part = draw_photo (document, (AncRect){ 100, 200, 220, 380 }, 1.5);

  g_assert_nonnull (whole);
  g_assert_nonnull (part);
  for (int y = 0; y < 270; y++)
    g_assert_cmpmem (get_pixel (part, 0, y), 180 * 4, get_pixel (whole, 150, 300 + y), 180 * 4);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (part);
}

/* Of a page that is turned too, with paper around. */
static void
test_turned (void)
{
  static const char *const turns[] = { "/Rotate 90", "/Rotate 180", "/Rotate -90", "/Rotate 270", "/Rotate 720" };
  static const double scales[] = { 1.9, 1, 0.5 };
  g_autoptr (GBytes) jpeg = create_jpeg ();

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    for (guint j = 0; j < G_N_ELEMENTS (scales); j++)
      {
        g_autoptr (AncDocument) document = open_page ("q 300 0 0 380 10 30 cm /Im1 Do Q", turns[i], PLAIN, jpeg);
        cairo_surface_t *page = anc_document_render (document, 0, NULL, scales[j], NULL);
        cairo_surface_t *part = anc_document_render (document, 0, &(AncRect){ 100, 50, 220, 280 }, scales[j], NULL);
        cairo_surface_t *photo, *cut;
        double width, height;

        anc_document_get_page_size (document, 0, &width, &height);
        photo = draw_photo (document, (AncRect){ 0, 0, width, height }, scales[j]);
        cut = draw_photo (document, (AncRect){ 100, 50, 220, 280 }, scales[j]);
        g_test_message ("%s at %g", turns[i], scales[j]);
        g_assert_nonnull (photo);
        g_assert_nonnull (cut);
        assert_alike (photo, page, MEAN, UNEVEN_MOST);
        assert_alike (cut, part, MEAN, UNEVEN_MOST);
        for (int y = 0; y < cairo_image_surface_get_height (cut); y++)
          g_assert_cmpmem (get_pixel (cut, 0, y), (gsize) cairo_image_surface_get_width (cut) * 4, get_pixel (photo, (int) round (100 * scales[j]), (int) round (50 * scales[j]) + y), (gsize) cairo_image_surface_get_width (cut) * 4);
        cairo_surface_destroy (photo);
        cairo_surface_destroy (page);
        cairo_surface_destroy (cut);
        cairo_surface_destroy (part);
      }
}

/* Around a photograph there is paper. */
static void
test_margin (void)
{
  g_autoptr (GBytes) jpeg = create_jpeg ();
  g_autoptr (AncDocument) document = open_page ("q 160 0 0 210 80 105 cm /Im1 Do Q", "", PLAIN, jpeg);
  cairo_surface_t *photo = draw_photo (document, (AncRect){ 0, 0, PAGE_WIDTH, PAGE_HEIGHT }, 1);
  cairo_surface_t *page = anc_document_render (document, 0, NULL, 1, NULL);

  g_assert_nonnull (photo);
  assert_alike (photo, page, MEAN, MOST);
  g_assert_cmpint (get_pixel (photo, 79, 200)[2], ==, 0xff);
  g_assert_cmpint (get_pixel (photo, 80, 200)[2], <, 0x40);
  cairo_surface_destroy (photo);
  cairo_surface_destroy (page);
}

/* Whatever is not surely one photograph is drawn as any page is. */
static void
test_others (void)
{
  static const struct
  {
    const char *contents;
    const char *page;
    const char *picture;
  } cases[] = {
    { WHOLE, "/Rotate 45", PLAIN },
    { WHOLE, "/Rotate /Left", PLAIN },
    { WHOLE, "/UserUnit 2", PLAIN },
    { WHOLE, "/Annots [<< /Type /Annot /Subtype /Square /Rect [9 9 99 99] /C [1 0 0] >>]", PLAIN },
    { WHOLE, "", PLAIN " /Decode [1 0 1 0 1 0]" },
    { WHOLE, "", PLAIN " /Mask [0 9 0 9 0 9]" },
    { WHOLE, "", PLAIN " /OC << /Type /OCG /Name (x) >>" },
    { WHOLE, "", PLAIN " /DecodeParms << /ColorTransform 0 >>" },
    { WHOLE, "", JPEG "/ColorSpace /DeviceGray" }, /* of a JPEG with colours */
    { WHOLE, "", JPEG "/ColorSpace [/CalRGB << /WhitePoint [1 1 1] >>]" },
    { WHOLE " 0 0 90 90 re f", "", PLAIN },
    { "q 320 0 0 420 0 0 cm /Im2 Do Q", "", PLAIN },
  };
  g_autoptr (GBytes) jpeg = create_jpeg ();
  g_autoptr (GBytes) damaged = g_bytes_new_from_bytes (jpeg, 0, g_bytes_get_size (jpeg) / 2);
  g_autoptr (AncDocument) plain = open_page (WHOLE, "", PLAIN, jpeg);
  g_autoptr (AncDocument) broken = open_page (WHOLE, "", PLAIN, damaged);
  cairo_surface_t *photo;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AncDocument) document = open_page (cases[i].contents, cases[i].page, cases[i].picture, jpeg);

      g_test_message ("%s, %s, %s", cases[i].contents, cases[i].page, cases[i].picture);
      g_assert_null (draw_photo (document, (AncRect){ 0, 0, 90, 90 }, 1));
    }
  photo = draw_photo (plain, (AncRect){ 0, 0, 90, 90 }, 2);
  g_assert_nonnull (photo);
  cairo_surface_destroy (photo);
  g_assert_null (draw_photo (plain, (AncRect){ 0, 0, 90, 90 }, 2.1)); /* larger than it is */
  g_assert_null (draw_photo (broken, (AncRect){ 0, 0, PAGE_WIDTH, PAGE_HEIGHT }, 1));
}

/* The documents that others change and try are photographs: or nobody would try that. */
static void
test_documents (void)
{
  static const char *const names[] = { "photo.pdf", "fax.pdf" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("ANC_DOCUMENTS"), names[i], NULL);
      g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
      g_autoptr (GBytes) bytes = g_mapped_file_get_bytes (file);
      g_autoptr (AncDocument) document = anc_document_open (bytes, NULL, NULL);
      cairo_surface_t *photo = draw_photo (document, (AncRect){ 0, 0, 90, 90 }, 1);

      g_assert_nonnull (photo);
      cairo_surface_destroy (photo);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/reader/pdf-photo/contents", test_contents);
  g_test_add_func ("/reader/pdf-photo/alike", test_alike);
  g_test_add_func ("/reader/pdf-photo/profiles", test_profiles);
  g_test_add_func ("/reader/pdf-photo/fax", test_fax);
  g_test_add_func ("/reader/pdf-photo/stencil", test_stencil);
  g_test_add_func ("/reader/pdf-photo/other-faxes", test_other_faxes);
  g_test_add_func ("/reader/pdf-photo/parts", test_parts);
  g_test_add_func ("/reader/pdf-photo/turned", test_turned);
  g_test_add_func ("/reader/pdf-photo/margin", test_margin);
  g_test_add_func ("/reader/pdf-photo/others", test_others);
  g_test_add_func ("/reader/pdf-photo/documents", test_documents);

  return g_test_run ();
}
