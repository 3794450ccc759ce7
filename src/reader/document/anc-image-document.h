/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-document.h"

/**
 * AncImageDocument:
 *
 * A JPEG, PNG or TIFF: each image of it is a page, as large as its resolution says.
 */
#define ANC_TYPE_IMAGE_DOCUMENT (anc_image_document_get_type ())
G_DECLARE_FINAL_TYPE (AncImageDocument, anc_image_document, ANC, IMAGE_DOCUMENT, AncDocument)

gboolean anc_image_document_knows (GBytes *bytes);
AncDocument *anc_image_document_new (GBytes *bytes,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean anc_image_document_is_cut (AncImageDocument *self);
