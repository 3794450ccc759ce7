/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-ocr.h"

#include "anc-common-words.h"
#include "anc-normal.h"
#include "anc-scan.h"

#include <string.h>
#include <tesseract/capi.h>

/* Words that were read worse than this, from 0 to 1, are dust and rules of tables. */
#define MIN_CONFIDENCE 0.1

/* A page that reads worse than this on the whole may stand on its head. */
#define POOR_PAGE 0.6

/* A word of so many letters is wider than high where it stands upright. */
#define MIN_LONG_WORD 4

/* So many of the words of a page are those of every French paper; of one on its head, next to none are. */
#define FRENCH_PAGE 0.2

/* Lines that are read one by one after the page. */
#define MAX_MISSED_LINES 60

struct _AncOcr
{
  TessBaseAPI *tesseract;
};

/**
 * anc_ocr_new:
 * @error: an error of %ANC_DOCUMENT_ERROR
 *
 * Returns: (transfer full): a reader of French pages, or %NULL where its data is not installed
 */
AncOcr *
anc_ocr_new (GError **error)
{
  AncOcr *self = g_new0 (AncOcr, 1);

  self->tesseract = TessBaseAPICreate ();
  if (TessBaseAPIInit3 (self->tesseract, NULL, "fra") != 0)
    {
      g_set_error_literal (error,
                           ANC_DOCUMENT_ERROR,
                           ANC_DOCUMENT_ERROR_DAMAGED,
                           "The data to read French pages is not installed");
      TessBaseAPIDelete (self->tesseract);
      g_free (self);
      return NULL;
    }
  TessBaseAPISetVariable (self->tesseract, "debug_file", "/dev/null");

  return self;
}

void
anc_ocr_free (AncOcr *self)
{
  TessBaseAPIEnd (self->tesseract);
  TessBaseAPIDelete (self->tesseract);
  g_free (self);
}

static TessPageSegMode
get_mode (AncOcrLayout layout)
{
  switch (layout)
    {
    case ANC_OCR_LAYOUT_BLOCK:
      return PSM_SINGLE_BLOCK;
    case ANC_OCR_LAYOUT_SPARSE:
      return PSM_SPARSE_TEXT;
    default:
      return PSM_AUTO;
    }
}

static void
add_word (AncPageText *text,
          const AncScan *scan,
          TessResultIterator *iterator,
          double *total)
{
  char *read = TessResultIteratorGetUTF8Text (iterator, RIL_WORD);
  g_autofree char *normal = read != NULL ? anc_normalize_word (read, -1) : NULL;
  int left, top, right, bottom;
  AncWord word = { 0 };

  TessDeleteText (read);
  word.confidence = TessResultIteratorConfidence (iterator, RIL_WORD) / 100.0;
  if (normal == NULL || *normal == '\0' || word.confidence < MIN_CONFIDENCE
      || !TessPageIteratorBoundingBox (TessResultIteratorGetPageIterator (iterator), RIL_WORD, &left, &top, &right, &bottom))
    return;

  word.text = normal;
  word.box = (AncRect){ left / scan->scale, top / scan->scale, right / scan->scale, bottom / scan->scale };
  word.rect = anc_turn_back (&scan->turn, word.box);
  word.size = anc_rect_height (word.box);
  anc_page_text_add (text, &word);
  *total += word.confidence;
}

static void
add_words (AncOcr *self,
           AncPageText *text,
           const AncScan *scan,
           double *total)
{
  TessResultIterator *iterator;

  if (TessBaseAPIRecognize (self->tesseract, NULL) != 0)
    return;

  iterator = TessBaseAPIGetIterator (self->tesseract);
  if (iterator == NULL)
    return;
  do
    add_word (text, scan, iterator, total);
  while (TessResultIteratorNext (iterator, RIL_WORD));
  TessResultIteratorDelete (iterator);
}

/* Reads the lines that the page as a whole was read without: boxes and short lines get lost there. */
static void
read_missed (AncOcr *self,
             AncPageText *text,
             const AncScan *scan,
             double *total)
{
  BOXA *lines = anc_scan_find_unread (scan, text);

  TessBaseAPISetPageSegMode (self->tesseract, PSM_SINGLE_LINE);
  for (l_int32 i = 0; lines != NULL && i < MIN (boxaGetCount (lines), MAX_MISSED_LINES); i++)
    {
      l_int32 x, y, width, height;

      boxaGetBoxGeometry (lines, i, &x, &y, &width, &height);
      TessBaseAPISetRectangle (self->tesseract, x, y, width, height);
      add_words (self, text, scan, total);
    }
  boxaDestroy (&lines);
}

static AncPageText *
read_scan (AncOcr *self,
           const AncScan *scan,
           AncOcrLayout layout,
           double *quality)
{
  AncPageText *text = anc_page_text_new (pixGetWidth (scan->pix) / scan->scale, pixGetHeight (scan->pix) / scan->scale);
  double total = 0;

  TessBaseAPISetPageSegMode (self->tesseract, get_mode (layout));
  TessBaseAPISetImage2 (self->tesseract, scan->pix);
  TessBaseAPISetSourceResolution (self->tesseract, (int) (scan->scale * 72 + 0.5));
  add_words (self, text, scan, &total);
  read_missed (self, text, scan, &total);
  TessBaseAPIClear (self->tesseract);

  *quality = total / MAX (1, anc_page_text_get_n_words (text));
  anc_page_text_set_origin (text, TRUE, scan->turn.turn, scan->angle);
  return text;
}

/* Whether most words run from top to bottom. Tesseract turns blocks of text by itself: their words are read, but
 * stand in no rows. */
static gboolean
stands_sideways (const AncPageText *text)
{
  guint n_words = 0, n_sideways = 0;

  for (guint i = 0; i < anc_page_text_get_n_words (text); i++)
    {
      const AncWord *word = anc_page_text_get_word (text, i);

      if (g_utf8_strlen (word->text, -1) < MIN_LONG_WORD)
        continue;
      n_words++;
      n_sideways += anc_rect_height (word->box) > word->box.x1 - word->box.x0;
    }

  return n_sideways > n_words / 2;
}

/**
 * anc_ocr_read_page:
 * @self: a reader
 * @document: a document
 * @page: a page of it, from 0
 * @layout: what the page is taken for
 * @error: an error of %ANC_DOCUMENT_ERROR
 *
 * Reads a page from how it looks, whichever way it lies.
 *
 * Returns: (transfer full): its words; none where there is nothing to read
 */
AncPageText *
anc_ocr_read_page (AncOcr *self,
                   AncDocument *document,
                   guint page,
                   AncOcrLayout layout,
                   GError **error)
{
  g_auto (AncScan) scan = { 0 };
  g_autoptr (AncPageText) text = NULL;
  g_autoptr (AncPageText) turned = NULL;
  double quality, turned_quality, share;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (ANC_IS_DOCUMENT (document), NULL);

  if (!anc_scan_init (&scan, document, page, error))
    return NULL;

  text = read_scan (self, &scan, layout, &quality);
  if (stands_sideways (text))
    {
      anc_scan_turn_back (&scan);
      anc_page_text_unref (text);
      text = read_scan (self, &scan, layout, &quality);
    }
  share = anc_common_words_measure (text);
  if (share >= FRENCH_PAGE && (scan.sure || quality >= POOR_PAGE))
    return g_steal_pointer (&text);

  anc_scan_turn_over (&scan);
  turned = read_scan (self, &scan, layout, &turned_quality);
  if (MAX (share, anc_common_words_measure (turned)) >= FRENCH_PAGE)
    return anc_common_words_measure (turned) > share ? g_steal_pointer (&turned) : g_steal_pointer (&text);

  return turned_quality > quality ? g_steal_pointer (&turned) : g_steal_pointer (&text);
}
