/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-store.h"

/* A document of the store, as the confined reader takes it: a descriptor of memory that has no name. */

void anc_stored_document_open_async (AncStore *store,
                                     const char *sha256,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
int anc_stored_document_open_finish (GAsyncResult *result,
                                     GError **error);
