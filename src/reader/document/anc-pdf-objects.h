/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * AncPdfObjects:
 *
 * The objects of a PDF, through qpdf: what Poppler's library does not tell.
 */
typedef struct _AncPdfObjects AncPdfObjects;

AncPdfObjects *anc_pdf_objects_new (GBytes *bytes,
                                    const char *password);
AncPdfObjects *anc_pdf_objects_new_sound (GBytes *bytes);
void anc_pdf_objects_free (AncPdfObjects *self);

int anc_pdf_objects_get_rotation (AncPdfObjects *self,
                                  guint page);
gboolean anc_pdf_objects_fields_have_end (AncPdfObjects *self,
                                          guint page);
char *anc_pdf_objects_dup_state (AncPdfObjects *self,
                                 guint page,
                                 double x,
                                 double y);
char *anc_pdf_objects_dup_choice (AncPdfObjects *self,
                                  guint page,
                                  double x,
                                  double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncPdfObjects, anc_pdf_objects_free)
