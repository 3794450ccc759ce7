/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-reader-worker.h"
#include "anc-reader.h"

/* For the tests: a reader whose helpers do as they are told, and what to tell them. */
AncReader *anc_reader_new_for_self_test (const char *program);
void anc_reader_document_self_test_async (AncReaderDocument *self,
                                          const char *attempt,
                                          const char *argument,
                                          int priority,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
int anc_reader_document_self_test_finish (AncReaderDocument *self,
                                          GAsyncResult *result,
                                          GError **error);

AncReaderDocument *anc_reader_document_new (AncReaderWorker *worker);
void anc_reader_document_set_opened (AncReaderDocument *self,
                                     const char *form,
                                     guint n_pages);
const char *anc_reader_ocr_get_name (AncReaderOcr ocr);
