/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-reader-document.h"

void anc_document_save_async (AncReaderDocument *document,
                              int fd,
                              GHashTable *values,
                              GFile *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean anc_document_save_finish (GAsyncResult *result,
                                   GError **error);
