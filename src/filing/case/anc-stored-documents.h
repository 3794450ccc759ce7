/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-store-documents.h"

/**
 * AncStoredDocuments:
 * @store: an open store
 * @rows: the case whose documents a plan names
 *
 * Where the documents of a drafted plan are. Both outlive the writing.
 */
typedef struct
{
  AncStore *store;
  AncCaseRows *rows;
} AncStoredDocuments;

GInputStream *anc_stored_documents_open (const char *document,
                                         gpointer user_data,
                                         GCancellable *cancellable,
                                         GError **error);
