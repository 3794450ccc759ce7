/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-scan.h"

#include <math.h>

/* Pixels per inch at which pages are read: letters of 8 points are then tall enough, and more than
 * the upper bound only takes time. */
#define MIN_RESOLUTION 200.0
#define MAX_RESOLUTION 300.0

/* Larger pages are read more coarsely, in pixels. */
#define MAX_SCAN_PIXELS 20e6

/* Angles below are left as they are, in degrees. */
#define MIN_ANGLE 0.1
#define MIN_ANGLE_CONFIDENCE 3.0

/* How far, in degrees, and how finely a tilt is looked for, on an image reduced by these factors. */
#define SWEEP_RANGE 9.0
#define SWEEP_STEP 1.0
#define SEARCH_STEP 0.02
#define SWEEP_REDUCTION 4
#define SEARCH_REDUCTION 2

/* Where paper ends and ink begins, once the page is evenly lit. */
#define INK_THRESHOLD 160

/* How paper is told from ink where the light differs, on tiles of so many pixels. */
#define TILE_SIZE 16
#define TILE_THRESHOLD 80
#define TILE_MIN_COUNT 60
#define TILE_SMOOTHING 2
#define PAPER_VALUE 248

/* What is darker than the one is black, what is lighter than the other is paper with its grain. */
#define INK_VALUE 20
#define WHITE_VALUE 235

/* Grey letters are made darker, or they would be taken for paper. */
#define DARKENING 0.5f

/* Rules are often drawn in grey: how light one is at most, where a black one ends and where a grey one begins. */
#define RULE_THRESHOLD 215
#define BLACK_RULE 175
#define GREY_RULE 140

/* What is not larger than a speck and has nothing so near is dust, in pixels. */
#define SPECK_SIZE 3
#define SPECK_DISTANCE 21

/* The dots of a leader: how large, in pixels, and how far apart, in points. */
#define DOT_SIZE 7
#define LEADER_GAP 5

/* What is taken for a line of text that was not read: gaps between its letters, its sides and how much
 * paper is left around it, in points. */
#define UNREAD_GAP 6
#define UNREAD_MIN_WIDTH 2
#define UNREAD_MIN_HEIGHT 4
#define UNREAD_MAX_HEIGHT 26
#define UNREAD_MARGIN 1.5

/* A straight line this long, in points, is no part of a letter. */
#define RULE_LENGTH 18

/* Bands of colour with white letters: how dark they are, how they are told from letters on a page of a quarter of
 * the resolution (white letters are filled; what is smaller than a line of text goes), and which part of one
 * is dark. */
#define BAND_THRESHOLD 128
#define BAND_REDUCTION 4
#define BAND_SEQUENCE "c7.7 + o11.11"
#define BAND_DARKNESS 0.55

/* Letters of a line are joined by this, lines are not: 2.4 to 3.6 points, in pixels of half the resolution. */
#define JOIN_ALONG "c5.1"
#define JOIN_UPRIGHT "c1.5"

/* Leptonica's measure of which side is up is trusted from here on. */
#define MIN_UP_CONFIDENCE 4.0f

static void
replace (PIX **pix,
         PIX *made)
{
  if (made == NULL)
    return;

  pixDestroy (pix);
  *pix = made;
}

/* Turns what cairo drew into shades of grey. */
static PIX *
copy_grey (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  const guchar *pixels = cairo_image_surface_get_data (surface);
  PIX *pix = pixCreateNoInit (width, height, 8);

  if (pix == NULL)
    return NULL;

  for (int y = 0; y < height; y++)
    {
      const guint32 *from = (const guint32 *) (const void *) (pixels + (gsize) y * stride);
      l_uint32 *to = pixGetData (pix) + (gsize) y * pixGetWpl (pix);

      for (int x = 0; x < width; x++)
        {
          guint32 red = from[x] >> 16 & 0xff, green = from[x] >> 8 & 0xff, blue = from[x] & 0xff;

          SET_DATA_BYTE (to, x, (red * 77 + green * 150 + blue * 29) >> 8);
        }
    }

  return pix;
}

/* How many pieces of ink there are once those that are near each other in one direction are joined. */
static l_int32
count_pieces (PIX *ink,
              const char *closing)
{
  PIX *closed = pixMorphSequence (ink, closing, 0);
  l_int32 count = 0;

  if (closed != NULL)
    pixCountConnComp (closed, 8, &count);
  pixDestroy (&closed);

  return count;
}

/* Whether lines run from top to bottom: then letters are nearer to what is above and below them than to what is beside
 * them, and joining them that way leaves fewer pieces. Holds for noise and tilted pages, and for tables whose columns
 * repeat what they say. Long rules of tables are left out. */
static gboolean
lies_on_its_side (PIX *ink)
{
  PIX *small = pixReduceRankBinary2 (ink, 1, NULL);
  PIX *rules = small != NULL ? pixMorphSequence (small, "o60.1", 0) : NULL;
  PIX *uprights = small != NULL ? pixMorphSequence (small, "o1.60", 0) : NULL;
  gboolean lies = FALSE;

  if (rules != NULL && uprights != NULL)
    {
      pixSubtract (small, small, rules);
      pixSubtract (small, small, uprights);
      lies = count_pieces (small, JOIN_UPRIGHT) < count_pieces (small, JOIN_ALONG);
    }
  pixDestroy (&rules);
  pixDestroy (&uprights);
  pixDestroy (&small);

  return lies;
}

static void
straighten (AncScan *self,
            PIX *ink)
{
  l_float32 angle = 0, confidence = 0;

  if (pixFindSkewSweepAndSearch (ink,
                                 &angle,
                                 &confidence,
                                 SWEEP_REDUCTION,
                                 SEARCH_REDUCTION,
                                 SWEEP_RANGE,
                                 SWEEP_STEP,
                                 SEARCH_STEP)
          != 0
      || confidence < MIN_ANGLE_CONFIDENCE || fabsf (angle) < MIN_ANGLE)
    return;

  self->angle = angle;
  replace (&self->pix, pixRotate (self->pix, (l_float32) (angle * G_PI / 180), L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
}

static PIX *
find_ink (PIX *grey)
{
  return pixThresholdToBinary (grey, INK_THRESHOLD);
}

/* Finds out how the page lies, turns it upright by quarters and straightens it. */
static void
turn_upright (AncScan *self,
              double width,
              double height)
{
  PIX *ink = find_ink (self->pix);
  l_float32 up = 0;
  int turn = 0;

  if (ink != NULL && lies_on_its_side (ink))
    {
      turn = 90;
      replace (&self->pix, pixRotateOrth (self->pix, 1));
      replace (&ink, pixRotateOrth (ink, 1));
    }
  if (ink != NULL)
    straighten (self, ink);
  pixDestroy (&ink);

  ink = find_ink (self->pix);
  if (ink != NULL && pixUpDownDetect (ink, &up, 0, 0, 0) == 0 && up < -MIN_UP_CONFIDENCE)
    {
      turn += 180;
      replace (&self->pix, pixRotateOrth (self->pix, 2));
    }
  pixDestroy (&ink);

  self->sure = fabsf (up) >= MIN_UP_CONFIDENCE;
  anc_turn_init (&self->turn, width, height, turn, self->angle);
}

/* Takes off what is no band but bold letters close to each other. */
static void
keep_bands (PIX *bands,
            PIX *dark)
{
  PIXA *pieces = NULL;
  BOXA *boxes = pixConnComp (bands, &pieces, 8);

  for (l_int32 i = 0; boxes != NULL && i < boxaGetCount (boxes); i++)
    {
      BOX *box = boxaGetBox (boxes, i, L_CLONE);
      PIX *piece = pixaGetPix (pieces, i, L_CLONE);
      PIX *inside = pixClipRectangle (dark, box, NULL);
      l_int32 all = 0, filled = 0, x, y, width, height;

      boxGetGeometry (box, &x, &y, &width, &height);
      pixCountPixels (piece, &all, NULL);
      if (inside != NULL && pixAnd (inside, inside, piece) != NULL)
        pixCountPixels (inside, &filled, NULL);
      if (filled < BAND_DARKNESS * all)
        pixRasterop (bands, x, y, width, height, PIX_DST & PIX_NOT (PIX_SRC), piece, 0, 0);
      pixDestroy (&inside);
      pixDestroy (&piece);
      boxDestroy (&box);
    }
  boxaDestroy (&boxes);
  pixaDestroy (&pieces);
}

/* Makes white letters on dark bands dark ones on light: what is dark is taken for a picture, and nothing in it read. */
static void
invert_bands (AncScan *self)
{
  PIX *dark = pixThresholdToBinary (self->pix, BAND_THRESHOLD);
  PIX *small = dark != NULL ? pixReduceRankBinaryCascade (dark, 3, 3, 0, 0) : NULL;
  PIX *bands = small != NULL ? pixMorphSequence (small, BAND_SEQUENCE, 0) : NULL;
  PIX *mask = NULL;

  if (bands != NULL)
    {
      keep_bands (bands, small);
      mask = pixExpandReplicate (bands, BAND_REDUCTION);
    }
  for (l_int32 y = 0; mask != NULL && y < MIN (pixGetHeight (mask), pixGetHeight (self->pix)); y++)
    {
      l_uint32 *line = pixGetData (self->pix) + (gsize) y * (gsize) pixGetWpl (self->pix);
      const l_uint32 *bits = pixGetData (mask) + (gsize) y * (gsize) pixGetWpl (mask);

      for (l_int32 x = 0; x < MIN (pixGetWidth (mask), pixGetWidth (self->pix)); x++)
        if (GET_DATA_BIT (bits, x))
          SET_DATA_BYTE (line, x, 255 - GET_DATA_BYTE (line, x));
    }
  pixDestroy (&mask);
  pixDestroy (&bands);
  pixDestroy (&small);
  pixDestroy (&dark);
}

/* Evens out shadows and grey paper: paper becomes nearly white all over the page. */
static void
light_evenly (AncScan *self)
{
  replace (&self->pix,
           pixBackgroundNorm (self->pix,
                              NULL,
                              NULL,
                              TILE_SIZE,
                              TILE_SIZE,
                              TILE_THRESHOLD,
                              TILE_MIN_COUNT,
                              PAPER_VALUE,
                              TILE_SMOOTHING,
                              TILE_SMOOTHING));
  pixGammaTRC (self->pix, self->pix, DARKENING, INK_VALUE, WHITE_VALUE);
}

/* Adds to @rules what is a straight line in @ink, level or upright, and a little around it. */
static void
add_rules (PIX *rules,
           PIX *ink,
           int length)
{
  g_autofree char *level = g_strdup_printf ("o%d.1 + d3.3", length);
  g_autofree char *upright = g_strdup_printf ("o1.%d + d3.3", length);
  PIX *lines = pixMorphSequence (ink, level, 0);
  PIX *others = pixMorphSequence (ink, upright, 0);

  if (lines != NULL && others != NULL)
    {
      pixOr (rules, rules, lines);
      pixOr (rules, rules, others);
    }
  pixDestroy (&others);
  pixDestroy (&lines);
}

/* Paints the rules of tables white: they are read as letters, or hide those beside them. A rule is black or grey all
 * along; bold letters, whose edges run together, are black with grey between. */
static void
remove_rules (AncScan *self)
{
  int length = (int) (RULE_LENGTH * self->scale);
  PIX *rules = pixCreate (pixGetWidth (self->pix), pixGetHeight (self->pix), 1);
  PIX *black = pixThresholdToBinary (self->pix, BLACK_RULE);
  PIX *grey = pixThresholdToBinary (self->pix, RULE_THRESHOLD);
  PIX *darker = pixThresholdToBinary (self->pix, GREY_RULE);

  if (rules != NULL && black != NULL && grey != NULL && darker != NULL)
    {
      pixSubtract (grey, grey, darker);
      add_rules (rules, black, length);
      add_rules (rules, grey, length);
      pixSetMasked (self->pix, rules, 0xff);
    }
  pixDestroy (&darker);
  pixDestroy (&grey);
  pixDestroy (&black);
  pixDestroy (&rules);
}

/* Paints rows of dots white, which lead from a label to its number and are read as anything. */
static void
remove_leaders (AncScan *self,
                PIX *faint)
{
  int gap = (int) (LEADER_GAP * self->scale), length = (int) (RULE_LENGTH * self->scale);
  g_autofree char *sequence = g_strdup_printf ("d1.5 + c%d.1 + o%d.1 + d5.5", gap, length);
  PIX *dots = pixSelectBySize (faint, DOT_SIZE, DOT_SIZE, 8, L_SELECT_IF_BOTH, L_SELECT_IF_LT, NULL);
  PIX *rows = dots != NULL ? pixMorphSequence (dots, sequence, 0) : NULL;

  if (rows != NULL)
    {
      pixAnd (rows, rows, dots);
      pixDilateBrick (rows, rows, 3, 3);
      pixSetMasked (self->pix, rows, 0xff);
    }
  pixDestroy (&rows);
  pixDestroy (&dots);
}

/* Paints specks white that stand alone: dust, which would be read as full stops. */
static void
remove_dust (AncScan *self)
{
  PIX *ink = find_ink (self->pix);
  PIX *faint = pixThresholdToBinary (self->pix, RULE_THRESHOLD);
  PIX *letters = faint != NULL
                     ? pixSelectBySize (faint, SPECK_SIZE, SPECK_SIZE, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GT, NULL)
                     : NULL;
  PIX *near = letters != NULL ? pixDilateBrick (NULL, letters, SPECK_DISTANCE, SPECK_DISTANCE) : NULL;

  if (ink != NULL && near != NULL)
    {
      remove_leaders (self, faint);
      pixSubtract (ink, ink, near);
      pixDilateBrick (ink, ink, 3, 3);
      pixSetMasked (self->pix, ink, 0xff);
    }
  pixDestroy (&near);
  pixDestroy (&letters);
  pixDestroy (&faint);
  pixDestroy (&ink);
}

/**
 * anc_scan_init:
 * @self: a scan, on the caller's stack
 * @document: a document
 * @page: a page of it, from 0
 * @error: an error of %ANC_DOCUMENT_ERROR
 *
 * Returns: whether the page could be drawn
 */
gboolean
anc_scan_init (AncScan *self,
               AncDocument *document,
               guint page,
               GError **error)
{
  double resolution = CLAMP (anc_document_get_page_resolution (document, page), MIN_RESOLUTION, MAX_RESOLUTION);
  double width, height;
  cairo_surface_t *surface;

  *self = (AncScan){ 0 };
  anc_document_get_page_size (document, page, &width, &height);
  self->scale = MIN (resolution / 72, sqrt (MAX_SCAN_PIXELS / (width * height)));

  surface = anc_document_render (document, page, NULL, self->scale, error);
  if (surface == NULL)
    return FALSE;
  self->pix = copy_grey (surface);
  cairo_surface_destroy (surface);
  if (self->pix == NULL)
    {
      g_set_error_literal (error, ANC_DOCUMENT_ERROR, ANC_DOCUMENT_ERROR_TOO_LARGE, "The page does not fit into memory");
      return FALSE;
    }

  invert_bands (self);
  light_evenly (self);
  turn_upright (self, width, height);
  remove_rules (self);
  remove_dust (self);
  return TRUE;
}

/**
 * anc_scan_turn_over:
 * @self: a scan
 *
 * Puts the page upside down: what was taken for up was not.
 */
void
anc_scan_turn_over (AncScan *self)
{
  replace (&self->pix, pixRotateOrth (self->pix, 2));
  anc_turn_init (&self->turn, self->turn.width, self->turn.height, (self->turn.turn + 180) % 360, self->angle);
}

/**
 * anc_scan_turn_back:
 * @self: a scan
 *
 * Turns the page back by a quarter: what was taken for rows were columns.
 */
void
anc_scan_turn_back (AncScan *self)
{
  replace (&self->pix, pixRotateOrth (self->pix, 3));
  anc_turn_init (&self->turn, self->turn.width, self->turn.height, (self->turn.turn + 270) % 360, self->angle);
}

/**
 * anc_scan_find_unread:
 * @self: a scan
 * @text: what was read of it
 *
 * Returns: (transfer full) (nullable): boxes, in pixels, around what looks like lines of text and was not read
 */
BOXA *
anc_scan_find_unread (const AncScan *self,
                      const AncPageText *text)
{
  g_autofree char *sequence = g_strdup_printf ("c%d.%d", (int) (UNREAD_GAP * self->scale), (int) self->scale);
  int margin = (int) (UNREAD_MARGIN * self->scale);
  PIX *ink = find_ink (self->pix);
  PIX *joined;
  BOXA *all, *lines;

  if (ink == NULL)
    return NULL;

  for (guint i = 0; i < anc_page_text_get_n_words (text); i++)
    {
      AncRect box = anc_page_text_get_word (text, i)->box;
      BOX *read = boxCreate ((l_int32) (box.x0 * self->scale) - margin,
                             (l_int32) (box.y0 * self->scale) - margin,
                             (l_int32) (anc_rect_width (box) * self->scale) + 2 * margin,
                             (l_int32) (anc_rect_height (box) * self->scale) + 2 * margin);

      pixClearInRect (ink, read);
      boxDestroy (&read);
    }

  joined = pixMorphSequence (ink, sequence, 0);
  all = joined != NULL ? pixConnCompBB (joined, 8) : NULL;
  lines = boxaCreate (16);
  for (l_int32 i = 0; all != NULL && i < boxaGetCount (all); i++)
    {
      l_int32 x, y, width, height;

      boxaGetBoxGeometry (all, i, &x, &y, &width, &height);
      if (width >= UNREAD_MIN_WIDTH * self->scale && height >= UNREAD_MIN_HEIGHT * self->scale
          && height <= UNREAD_MAX_HEIGHT * self->scale)
        boxaAddBox (lines,
                    boxCreate (MAX (0, x - margin), MAX (0, y - margin), width + 2 * margin, height + 2 * margin),
                    L_INSERT);
    }
  boxaDestroy (&all);
  pixDestroy (&joined);
  pixDestroy (&ink);

  return lines;
}

void
anc_scan_clear (AncScan *self)
{
  pixDestroy (&self->pix);
}
