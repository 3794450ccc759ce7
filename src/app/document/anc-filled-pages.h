/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-reader-pages.h"

/* A document as its form is filled in, to look at and to print: a copy in memory, that is gone with its pages. */
void anc_filled_pages_new_async (AncReader *reader,
                                 AncReaderDocument *document,
                                 const char *password,
                                 GHashTable *values,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
AncReaderPages *anc_filled_pages_new_finish (GAsyncResult *result,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean anc_filled_finish (AncReaderDocument *document,
                            GAsyncResult *result,
                            GError **error);
