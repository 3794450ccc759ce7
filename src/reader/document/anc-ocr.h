/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-document.h"

/**
 * AncOcr:
 *
 * Reads the words of a page from how it looks, through Tesseract. Loading its data takes a while: make
 * one and keep it. It belongs to one thread and opens files (the data of its language) only in
 * anc_ocr_new().
 */
typedef struct _AncOcr AncOcr;

/**
 * AncOcrLayout:
 * @ANC_OCR_LAYOUT_PAGE: the page is taken apart into columns and tables first
 * @ANC_OCR_LAYOUT_BLOCK: the page is one block of lines, as in a printed table
 * @ANC_OCR_LAYOUT_SPARSE: words are looked for wherever they stand
 *
 * What one of them misses another often reads.
 */
typedef enum
{
  ANC_OCR_LAYOUT_PAGE,
  ANC_OCR_LAYOUT_BLOCK,
  ANC_OCR_LAYOUT_SPARSE,
} AncOcrLayout;

AncOcr *anc_ocr_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;
void anc_ocr_free (AncOcr *self);

AncPageText *anc_ocr_read_page (AncOcr *self,
                                AncDocument *document,
                                guint page,
                                AncOcrLayout layout,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncOcr, anc_ocr_free)
