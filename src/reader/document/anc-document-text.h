/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-ocr.h"

/**
 * AncOcrPolicy:
 * @ANC_OCR_AUTO: read what the document itself holds, and a page without good text from how it looks
 * @ANC_OCR_NEVER: read only what the document itself holds
 * @ANC_OCR_ALWAYS: read every page from how it looks
 */
typedef enum
{
  ANC_OCR_AUTO,
  ANC_OCR_NEVER,
  ANC_OCR_ALWAYS,
} AncOcrPolicy;

AncPageText *anc_document_read_text (AncDocument *document,
                                     guint page,
                                     AncOcrPolicy policy,
                                     AncOcr **ocr,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean anc_document_picture_may_say_more (AncDocument *document,
                                            guint page,
                                            const AncPageText *text);
gboolean anc_document_text_is_good (const AncPageText *text,
                                    gboolean is_scan);
