/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-reader-pages.h"

/* A document with all that is to be known before it is shown. */
void anc_opened_pages_new_async (AncReader *reader,
                                 int fd,
                                 const char *password,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
AncReaderPages *anc_opened_pages_new_finish (GAsyncResult *result,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
