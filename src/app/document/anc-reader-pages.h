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
void anc_reader_pages_open_async (AncReader *reader,
                                  int fd,
                                  const char *password,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
AncReaderPages *anc_reader_pages_open_finish (GAsyncResult *result,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

AncReaderDocument *anc_reader_pages_get_document (AncReaderPages *self);
const AncReaderInfo *anc_reader_pages_get_info (AncReaderPages *self);
