/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-image-document.h"

#include <string.h>

/* What `quarters` shows: black, dark grey, light grey, white, each a quarter of 24 by 16 pixels. */
enum
{
  BLACK,
  DARK,
  LIGHT,
  WHITE,
};

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("ANC_FIXTURES"), "reader", "images", name, NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

static AncDocument *
open_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  AncDocument *document = anc_document_open (bytes, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static guint
get_level (cairo_surface_t *surface,
           int x,
           int y)
{
  const guchar *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (const void *) row)[x] & 0xff;
}

/* Which of the four quarters a level of grey is. */
static int
tell (guint level)
{
  return level < 48 ? BLACK : level < 136 ? DARK
                          : level < 216   ? LIGHT
                                          : WHITE;
}

static void
assert_quarters (GBytes *bytes,
                 int width,
                 int height,
                 const int expected[4])
{
  g_autoptr (AncDocument) document = open_bytes (bytes);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = anc_document_render (document, 0, NULL, 1, &error);

  g_assert_no_error (error);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, height);
  for (int i = 0; i < 4; i++)
    g_assert_cmpint (tell (get_level (surface, (1 + 2 * (i % 2)) * width / 4, (1 + 2 * (i / 2)) * height / 4)), ==, expected[i]);
  cairo_surface_destroy (surface);
}

static void
test_png (void)
{
  static const int upright[4] = { BLACK, DARK, LIGHT, WHITE };
  g_autoptr (GBytes) bytes = load ("quarters.png");

  assert_quarters (bytes, 48, 32, upright);
}

/* The same JPEG with EXIF that says how it was held. */
static GBytes *
turn (GBytes *bytes,
      guchar orientation,
      gboolean big_endian)
{
  guchar little[] = "\xff\xe1\0\x22"
                    "Exif\0\0"
                    "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0?\0\0\0\0\0\0\0";
  guchar big[] = "\xff\xe1\0\x22"
                 "Exif\0\0"
                 "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0?\0\0\0\0\0\0";
  const gsize exif = 36;
  GByteArray *turned = g_byte_array_new ();
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  little[28] = orientation;
  big[29] = orientation;
  g_byte_array_append (turned, data, 2);
  g_byte_array_append (turned, big_endian ? big : little, exif);
  g_byte_array_append (turned, data + 2, (guint) length - 2);
  return g_byte_array_free_to_bytes (turned);
}

/* What an image means by its orientation: where the first row and column of the pixels are on the picture. */
static const struct
{
  guchar orientation;
  int expected[4];
} orientations[] = {
  { 1, { BLACK, DARK, LIGHT, WHITE } },
  { 2, { DARK, BLACK, WHITE, LIGHT } }, /* mirrored */
  { 3, { WHITE, LIGHT, DARK, BLACK } }, /* on its head */
  { 4, { LIGHT, WHITE, BLACK, DARK } }, /* mirrored, on its head */
  { 5, { BLACK, LIGHT, DARK, WHITE } }, /* rows are columns */
  { 6, { LIGHT, BLACK, WHITE, DARK } }, /* to be turned clockwise */
  { 7, { WHITE, DARK, LIGHT, BLACK } }, /* rows are columns, from the other corner */
  { 8, { DARK, WHITE, BLACK, LIGHT } }, /* to be turned the other way */
  { 9, { BLACK, DARK, LIGHT, WHITE } }, /* no orientation */
};

static void
test_orientations (void)
{
  g_autoptr (GBytes) bytes = load ("quarters.jpeg");

  for (guint i = 0; i < 2 * G_N_ELEMENTS (orientations); i++)
    {
      guchar orientation = orientations[i / 2].orientation;
      gboolean lies = orientation >= 5 && orientation <= 8;
      g_autoptr (GBytes) turned = turn (bytes, orientation, i % 2 == 1);

      g_test_message ("%u, %s first", orientation, i % 2 == 1 ? "high byte" : "low byte");
      assert_quarters (turned, lies ? 32 : 48, lies ? 48 : 32, orientations[i / 2].expected);
    }
}

static void
append_short (GByteArray *bytes,
              guint16 number)
{
  guint16 little = GUINT16_TO_LE (number);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

static void
append_long (GByteArray *bytes,
             guint32 number)
{
  guint32 little = GUINT32_TO_LE (number);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

/* The quarters as a grey TIFF of 48 by 32 pixels, one a point, that says how it was held. */
static GBytes *
create_tiff (guint16 orientation)
{
  static const guint8 levels[] = { 0, 90, 180, 255 };
  enum
  {
    SHORT = 3,
    LONG = 4,
    RATIONAL = 5,
    WIDTH = 48,
    HEIGHT = 32,
    PIXELS = 8, /* where they begin */
    RESOLUTION = PIXELS + WIDTH * HEIGHT,
    DIRECTORY = RESOLUTION + 8,
  };
  const guint32 tags[][3] = {
    { 256, SHORT, WIDTH },
    { 257, SHORT, HEIGHT },
    { 258, SHORT, 8 },
    { 259, SHORT, 1 },
    { 262, SHORT, 1 },
    { 273, LONG, PIXELS },
    { 274, SHORT, orientation },
    { 277, SHORT, 1 },
    { 278, SHORT, HEIGHT },
    { 279, LONG, WIDTH * HEIGHT },
    { 282, RATIONAL, RESOLUTION },
    { 283, RATIONAL, RESOLUTION },
    { 296, SHORT, 2 },
  };
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) "II*\0", 4);
  append_long (bytes, DIRECTORY);
  for (guint i = 0; i < WIDTH * HEIGHT; i++)
    g_byte_array_append (bytes, &levels[(i % WIDTH >= WIDTH / 2) + 2 * (i / WIDTH >= HEIGHT / 2)], 1);
  append_long (bytes, 72);
  append_long (bytes, 1);
  append_short (bytes, G_N_ELEMENTS (tags));
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      append_short (bytes, (guint16) tags[i][0]);
      append_short (bytes, (guint16) tags[i][1]);
      append_long (bytes, 1);
      append_long (bytes, tags[i][2]);
    }
  append_long (bytes, 0);

  return g_byte_array_free_to_bytes (bytes);
}

static void
test_tiff_orientations (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (orientations); i++)
    {
      gboolean lies = orientations[i].orientation >= 5 && orientations[i].orientation <= 8;
      g_autoptr (GBytes) bytes = create_tiff (orientations[i].orientation);

      g_test_message ("%u", orientations[i].orientation);
      assert_quarters (bytes, lies ? 32 : 48, lies ? 48 : 32, orientations[i].expected);
    }
}

static void
test_pages (void)
{
  g_autoptr (GBytes) bytes = load ("three.tiff");
  g_autoptr (AncDocument) document = open_bytes (bytes);

  g_assert_cmpuint (anc_document_get_n_pages (document), ==, 3);
  /* Back and forth: a page that was drawn is kept. */
  for (guint i = 0; i < 6; i++)
    {
      guint page = i < 3 ? i : 5 - i;
      g_autoptr (GError) error = NULL;
      cairo_surface_t *surface = anc_document_render (document, page, NULL, 1, &error);

      g_assert_no_error (error);
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 80 + 10 * (int) page);
      g_assert_cmpuint (get_level (surface, 40, 35), ==, 60 + 50 * page);
      cairo_surface_destroy (surface);
    }
}

static GBytes *
cut (GBytes *bytes,
     guint percent)
{
  return g_bytes_new_from_bytes (bytes, 0, g_bytes_get_size (bytes) * percent / 100);
}

/* Whatever is left, drawing it gives a picture or an error, never both nor neither. */
static gboolean
can_draw (GBytes *bytes,
          cairo_surface_t **surface)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AncDocument) document = anc_document_open (bytes, NULL, &error);

  *surface = document != NULL ? anc_document_render (document, 0, NULL, 1, &error) : NULL;
  g_assert_true ((*surface == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_true (error->domain == ANC_DOCUMENT_ERROR
                   && (error->code == ANC_DOCUMENT_ERROR_DAMAGED || error->code == ANC_DOCUMENT_ERROR_NOT_A_DOCUMENT));

  return *surface != NULL;
}

/* What is there of a JPEG is shown. */
static void
test_cut_jpeg (void)
{
  g_autoptr (GBytes) bytes = load ("lines.jpeg");
  g_autoptr (AncDocument) whole = open_bytes (bytes);
  g_autoptr (GBytes) half = cut (bytes, 60);
  g_autoptr (AncDocument) left = open_bytes (half);
  cairo_surface_t *expected = anc_document_render (whole, 0, NULL, 1, NULL), *surface;

  g_assert_false (anc_image_document_is_cut (ANC_IMAGE_DOCUMENT (whole)));
  g_assert_true (anc_image_document_is_cut (ANC_IMAGE_DOCUMENT (left)));
  surface = anc_document_render (left, 0, NULL, 1, NULL);
  g_assert_nonnull (surface);
  for (int y = 0; y < 60; y++)
    for (int x = 0; x < 160; x++)
      g_assert_cmpuint (get_level (surface, x, y), ==, get_level (expected, x, y));
  cairo_surface_destroy (surface);
  cairo_surface_destroy (expected);
}

static void
test_cut_anywhere (void)
{
  static const char *const names[] = { "lines.jpeg", "lines.png", "three.tiff", "quarters.jpeg" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) bytes = load (names[i]);
      cairo_surface_t *surface;

      for (guint percent = 1; percent < 100; percent += 2)
        {
          g_autoptr (GBytes) left = cut (bytes, percent);

          if (can_draw (left, &surface))
            cairo_surface_destroy (surface);
        }
      g_assert_true (can_draw (bytes, &surface));
      cairo_surface_destroy (surface);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/image-document/png", test_png);
  g_test_add_func ("/reader/image-document/orientations", test_orientations);
  g_test_add_func ("/reader/image-document/tiff-orientations", test_tiff_orientations);
  g_test_add_func ("/reader/image-document/pages", test_pages);
  g_test_add_func ("/reader/image-document/cut-jpeg", test_cut_jpeg);
  g_test_add_func ("/reader/image-document/cut-anywhere", test_cut_anywhere);
  return g_test_run ();
}
