/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-form-field.h"

#include <poppler.h>

/**
 * AncPdfForm:
 *
 * The form of a PDF: what Poppler tells of its fields, and what only its objects tell: the names of
 * the states of its buttons and how its pages are turned.
 */
typedef struct _AncPdfForm AncPdfForm;

AncPdfForm *anc_pdf_form_new (GBytes *bytes,
                              const char *password);
void anc_pdf_form_free (AncPdfForm *self);

GPtrArray *anc_pdf_form_list_fields (AncPdfForm *self,
                                     PopplerPage *page,
                                     guint number,
                                     double width,
                                     double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncPdfForm, anc_pdf_form_free)
