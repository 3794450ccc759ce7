/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-document-text.h"

#include "anc-common-words.h"

/* A page with fewer words than this may hold its text as an image; a scan with fewer, surely. */
#define FEW_WORDS 6
#define FEW_WORDS_ON_SCAN 25

/* A text layer is broken when fewer of its characters than this are letters, digits or usual signs. */
#define MIN_USUAL 0.85

/* Of the words of a page at least this part are those of every French paper. */
#define MIN_COMMON 0.02

static gboolean
is_usual (gunichar c)
{
  return (c >= 0x20 && c < 0x7f) || (c >= 0xa1 && c < 0x180) || c == 0x20ac || (c >= 0x2010 && c <= 0x2026);
}

/* Whether the letters of a text are those that a paper has; those of a broken font are others. */
static gboolean
is_readable (const AncPageText *text)
{
  guint usual = 0, characters = 0;

  for (guint i = 0; i < anc_page_text_get_n_words (text); i++)
    for (const char *p = anc_page_text_get_word (text, i)->text; *p != '\0'; p = g_utf8_next_char (p))
      {
        usual += is_usual (g_utf8_get_char (p));
        characters++;
      }

  return usual >= MIN_USUAL * characters;
}

/**
 * anc_document_text_is_good:
 * @text: the text layer of a page
 * @is_scan: whether an image fills the page
 *
 * A text layer may be missing, be a stamp on a scan, or be made of letters that mean others than they show.
 *
 * Returns: whether the layer is what a person would read on the page
 */
gboolean
anc_document_text_is_good (const AncPageText *text,
                           gboolean is_scan)
{
  return anc_page_text_get_n_words (text) >= (is_scan ? FEW_WORDS_ON_SCAN : FEW_WORDS) && is_readable (text)
         && anc_common_words_measure (text) >= MIN_COMMON;
}

/* Whether a page is a scan costs the decoding of its image: that is looked at only where it matters. */
static gboolean
is_scan (AncDocument *document,
         guint page)
{
  return anc_document_get_page_resolution (document, page) > 0;
}

/**
 * anc_document_picture_may_say_more:
 * @document: a document
 * @page: a page of it, from 0
 * @text: the text layer of the page
 *
 * A form, a letter in another language or a page of three words are told by their layer, be it that it is not good.
 *
 * Returns: whether the page has words, or others, that only its picture tells
 */
gboolean
anc_document_picture_may_say_more (AncDocument *document,
                                   guint page,
                                   const AncPageText *text)
{
  if (anc_page_text_get_n_words (text) == 0 || !is_readable (text))
    return TRUE;
  if (anc_page_text_get_n_words (text) >= FEW_WORDS_ON_SCAN && anc_document_text_is_good (text, FALSE))
    return FALSE;

  return is_scan (document, page);
}

/* Nothing to see where something is told: a page of few words, all of them there. */
static gboolean
says_as_much (const AncPageText *layer,
              const AncPageText *seen)
{
  const guint n_told = anc_page_text_get_n_words (layer);
  const guint n_seen = anc_page_text_get_n_words (seen);

  if (n_told < FEW_WORDS)
    return n_told > 0 && n_seen <= n_told && is_readable (layer);

  return n_seen < n_told && anc_document_text_is_good (layer, FALSE);
}

/**
 * anc_document_read_text:
 * @document: a document
 * @page: a page of it, from 0
 * @policy: where to read from
 * @ocr: (inout): what reads pages from how they look; made when it is needed and %NULL
 * @error: an error of %ANC_DOCUMENT_ERROR
 *
 * Returns: (transfer full): the words of the page
 */
AncPageText *
anc_document_read_text (AncDocument *document,
                        guint page,
                        AncOcrPolicy policy,
                        AncOcr **ocr,
                        GError **error)
{
  g_autoptr (AncPageText) layer = NULL;
  g_autoptr (AncPageText) seen = NULL;

  g_return_val_if_fail (ANC_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (ocr != NULL, NULL);

  if (policy != ANC_OCR_ALWAYS)
    {
      layer = anc_document_read_text_layer (document, page);
      if (policy == ANC_OCR_NEVER
          || (anc_document_text_is_good (layer, FALSE)
              && (anc_page_text_get_n_words (layer) >= FEW_WORDS_ON_SCAN || !is_scan (document, page))))
        return g_steal_pointer (&layer);
    }

  if (*ocr == NULL)
    *ocr = anc_ocr_new (error);
  if (*ocr == NULL)
    return NULL;

  seen = anc_ocr_read_page (*ocr, document, page, ANC_OCR_LAYOUT_PAGE, error);
  if (seen == NULL)
    return NULL;
  if (layer != NULL && says_as_much (layer, seen))
    return g_steal_pointer (&layer);

  return g_steal_pointer (&seen);
}
