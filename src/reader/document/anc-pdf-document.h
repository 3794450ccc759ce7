/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-document.h"

#include <poppler.h>

/* Poppler of the baseline has no g_autoptr for these, a later one has: ours is for our names of them. */
typedef PopplerDocument AncPopplerDocument;
typedef PopplerPage AncPopplerPage;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncPopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncPopplerPage, g_object_unref)

/**
 * AncPdfDocument:
 *
 * A PDF, through Poppler.
 */
#define ANC_TYPE_PDF_DOCUMENT (anc_pdf_document_get_type ())
G_DECLARE_FINAL_TYPE (AncPdfDocument, anc_pdf_document, ANC, PDF_DOCUMENT, AncDocument)

AncDocument *anc_pdf_document_new (GBytes *bytes,
                                   const char *password,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

PopplerDocument *anc_pdf_document_get_poppler (AncPdfDocument *self);
