/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-page-source.h"
#include "anc-second-reader.h"

#define ANC_TYPE_READER_PAGES (anc_reader_pages_get_type ())
G_DECLARE_FINAL_TYPE (AncReaderPages, anc_reader_pages, ANC, READER_PAGES, GObject)

/**
 * AncReaderPages:
 *
 * A document of the confined reader as the viewer wants it: an #AncPageSource.
 */
AncReaderPages *anc_reader_pages_new (AncReaderDocument *document,
                                      AncSecondReader *second,
                                      AncReaderInfo *info,
                                      GPtrArray *pages);

AncReaderDocument *anc_reader_pages_get_document (AncReaderPages *self);
const AncReaderInfo *anc_reader_pages_get_info (AncReaderPages *self);
