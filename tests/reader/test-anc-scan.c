/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-scan.h"

#include <math.h>

/* How a page lies is told from its picture alone, whatever it says; what it is read from is dark on light. */

#define WIDTH 595.0
#define HEIGHT 842.0

/* Where a dark band with white strokes lies, bold dark strokes below it, and where neither has one. */
#define BAND_Y 46
#define TITLE_Y 598
#define STROKE_X 101
#define BAND_X 300

/* Where a black and a grey rule lie, and bold letters with some grey between. */
#define RULE_Y 650
#define GREY_RULE_Y 680
#define LETTERS_Y 710

/* ---- A page that lies some way ------------------------------------------------------------- */

#define SHEET_TYPE (sheet_get_type ())
G_DECLARE_FINAL_TYPE (Sheet, sheet, SHEET, SHEET, AncDocument)

struct _Sheet
{
  AncDocument parent_instance;

  gboolean repeats; /* whether all rows say the same */
  guint quarters;   /* turned clockwise */
  double tilt;      /* then, in degrees clockwise */
  guint n_specks;
  gboolean band;
  gboolean rules;
};

G_DEFINE_FINAL_TYPE (Sheet, sheet, ANC_TYPE_DOCUMENT)

static guint
sheet_get_n_pages (AncDocument *document)
{
  return 1;
}

static void
sheet_get_page_size (AncDocument *document,
                     guint page,
                     double *width,
                     double *height)
{
  const gboolean is_upright = SHEET_SHEET (document)->quarters % 2 == 0;

  *width = is_upright ? WIDTH : HEIGHT;
  *height = is_upright ? HEIGHT : WIDTH;
}

static void
draw_cell (cairo_t *cr,
           double x,
           double y,
           const char *text)
{
  cairo_move_to (cr, x, y);
  cairo_show_text (cr, text);
}

/* A table, as payslips are. */
static void
draw_rows (cairo_t *cr,
           gboolean repeats)
{
  static const char *const names[] = { "Salaire de base", "Heures majorées", "Absence", "Prime", "Maladie", "Retraite", "CSG" };

  for (guint row = 0; row < 28; row++)
    {
      const double y = 120 + 16 * row;
      g_autofree char *base = g_strdup_printf ("%u,%02u", repeats ? 151 : 7 + row * row, repeats ? 67 : row * 37 % 100);
      g_autofree char *amount = g_strdup_printf ("%u,%02u", repeats ? 1865 : 12 + row * 61, repeats ? 54 : row * 53 % 100);

      draw_cell (cr, 60, y, repeats ? "Salaire" : names[row % G_N_ELEMENTS (names)]);
      draw_cell (cr, 250, y, base);
      draw_cell (cr, 350, y, amount);
      draw_cell (cr, 450, y, amount);
    }
}

static void
draw_specks (cairo_t *cr,
             double width,
             double height,
             guint count)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (435);

  for (guint i = 0; i < count; i++)
    {
      cairo_rectangle (cr, g_rand_double_range (random, 0, width), g_rand_double_range (random, 0, height), 0.6, 0.6);
      cairo_fill (cr);
    }
}

static void
draw_band (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 0.25, 0.25, 0.25);
  cairo_rectangle (cr, 0, BAND_Y - 16, WIDTH, 32);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, STROKE_X - 1, BAND_Y - 6, 2, 12);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < 20; i++)
    cairo_rectangle (cr, STROKE_X - 2 + 8 * i, TITLE_Y - 8, 4, 16);
  cairo_fill (cr);
}

static void
draw_rules (cairo_t *cr)
{
  cairo_rectangle (cr, 60, RULE_Y - 0.5, 400, 1);
  for (guint i = 0; i < 20; i++)
    cairo_rectangle (cr, STROKE_X - 2 + 5 * i, LETTERS_Y - 4, 4, 8);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.8, 0.8, 0.8);
  cairo_rectangle (cr, 60, GREY_RULE_Y - 0.5, 400, 1);
  for (guint i = 0; i < 20; i++)
    cairo_rectangle (cr, STROKE_X + 2 + 5 * i, LETTERS_Y - 4, 1, 8);
  cairo_fill (cr);
}

static gboolean
sheet_draw_page (AncDocument *document,
                 guint page,
                 cairo_t *cr,
                 GError **error)
{
  Sheet *self = SHEET_SHEET (document);
  double width, height;

  sheet_get_page_size (document, page, &width, &height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_specks (cr, width, height, self->n_specks);
  cairo_translate (cr, width / 2, height / 2);
  cairo_rotate (cr, self->quarters * G_PI_2 + self->tilt * G_PI / 180);
  cairo_translate (cr, -WIDTH / 2, -HEIGHT / 2);
  cairo_select_font_face (cr, "Noto Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, 9);
  draw_rows (cr, self->repeats);
  if (self->band)
    draw_band (cr);
  if (self->rules)
    draw_rules (cr);

  return TRUE;
}

static void
sheet_class_init (SheetClass *klass)
{
  AncDocumentClass *document_class = ANC_DOCUMENT_CLASS (klass);

  document_class->get_n_pages = sheet_get_n_pages;
  document_class->get_page_size = sheet_get_page_size;
  document_class->draw_page = sheet_draw_page;
}

static void
sheet_init (Sheet *self)
{
}

/* ---- Tests --------------------------------------------------------------------------------- */

/* A page may still be taken for upside down, which its words tell later; but not for one on its side. */
static void
check (gboolean repeats,
       double tilt,
       guint n_specks)
{
  for (guint quarters = 0; quarters < 4; quarters++)
    {
      g_autoptr (Sheet) sheet = g_object_new (SHEET_TYPE, NULL);
      g_auto (AncScan) scan = { 0 };
      g_autoptr (GError) error = NULL;

      sheet->repeats = repeats;
      sheet->quarters = quarters;
      sheet->tilt = tilt;
      sheet->n_specks = n_specks;
      anc_scan_init (&scan, ANC_DOCUMENT (sheet), 0, &error);
      g_assert_no_error (error);
      g_assert_cmpint ((scan.turn.turn / 90 + (int) quarters) % 2, ==, 0);
      g_assert_cmpint (pixGetHeight (scan.pix), >, pixGetWidth (scan.pix));
    }
}

static void
test_clean (void)
{
  check (FALSE, 0, 0);
}

static void
test_rows_that_repeat (void)
{
  check (TRUE, 0, 0);
}

static void
test_tilted (void)
{
  check (FALSE, 6, 0);
  check (TRUE, -6, 0);
}

static void
test_dusty (void)
{
  check (FALSE, -4, 4000);
  check (TRUE, 4, 4000);
}

/* How light a scan is at a place of the page, which may have been put upside down. */
static l_uint32
get_light (const AncScan *scan,
           double x,
           double y)
{
  l_uint32 light = 0;

  pixGetPixel (scan->pix,
               (int) ((scan->turn.turn == 180 ? WIDTH - x : x) * scan->scale),
               (int) ((scan->turn.turn == 180 ? HEIGHT - y : y) * scan->scale),
               &light);
  return light;
}

/* White letters on a dark band are read as dark ones on light; black ones, be they bold, stay as they are. */
static void
test_bands (void)
{
  g_autoptr (Sheet) sheet = g_object_new (SHEET_TYPE, NULL);
  g_auto (AncScan) scan = { 0 };
  g_autoptr (GError) error = NULL;

  sheet->band = TRUE;
  anc_scan_init (&scan, ANC_DOCUMENT (sheet), 0, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (get_light (&scan, BAND_X, BAND_Y), >, 200);
  g_assert_cmpuint (get_light (&scan, STROKE_X, BAND_Y), <, 100);
  g_assert_cmpuint (get_light (&scan, BAND_X, TITLE_Y), >, 200);
  g_assert_cmpuint (get_light (&scan, STROKE_X, TITLE_Y), <, 100);
}

/* Rules go, be they black or grey; bold letters that nearly touch are none. */
static void
test_rules (void)
{
  g_autoptr (Sheet) sheet = g_object_new (SHEET_TYPE, NULL);
  g_auto (AncScan) scan = { 0 };
  g_autoptr (GError) error = NULL;

  sheet->rules = TRUE;
  anc_scan_init (&scan, ANC_DOCUMENT (sheet), 0, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (get_light (&scan, BAND_X, RULE_Y), >, 200);
  g_assert_cmpuint (get_light (&scan, BAND_X, GREY_RULE_Y), >, 230);
  g_assert_cmpuint (get_light (&scan, STROKE_X, LETTERS_Y), <, 100);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/scan/clean", test_clean);
  g_test_add_func ("/reader/scan/rows-that-repeat", test_rows_that_repeat);
  g_test_add_func ("/reader/scan/tilted", test_tilted);
  g_test_add_func ("/reader/scan/dusty", test_dusty);
  g_test_add_func ("/reader/scan/bands", test_bands);
  g_test_add_func ("/reader/scan/rules", test_rules);

  return g_test_run ();
}
