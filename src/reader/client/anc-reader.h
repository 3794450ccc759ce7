/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-reader-document.h"

/**
 * AncReader:
 *
 * Opens documents without ever parsing one: a confined helper does, one for each document, and
 * whatever becomes of it is an error of that document. May be used from any thread; what is asked
 * is answered in the main context that was the default of the thread that asked.
 */
#define ANC_TYPE_READER (anc_reader_get_type ())
G_DECLARE_FINAL_TYPE (AncReader, anc_reader, ANC, READER, GObject)

AncReader *anc_reader_new (void);
void anc_reader_prepare (AncReader *self);

AncReaderDocument *anc_reader_open (AncReader *self,
                                    int fd,
                                    const char *password,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void anc_reader_open_async (AncReader *self,
                            int fd,
                            const char *password,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
void anc_reader_open_behind_async (AncReader *self,
                                   int fd,
                                   const char *password,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
AncReaderDocument *anc_reader_open_finish (AncReader *self,
                                           GAsyncResult *result,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

void anc_reader_read_async (AncReader *self,
                            int fd,
                            const char *password,
                            AncReaderOcr ocr,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
char *anc_reader_read_finish (AncReader *self,
                              GAsyncResult *result,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
