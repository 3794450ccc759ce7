/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-reader-session.h"

/**
 * AncReaderWorker:
 *
 * The thread that owns the session of one document and works through what is asked of it, the most
 * urgent first, and of equals the eldest.
 */
typedef struct _AncReaderWorker AncReaderWorker;

/**
 * AncReaderDecode:
 * @body: (nullable): the answer
 * @fd: (inout): the descriptor that came with it, or -1; set to -1 if taken
 * @n_pages: the pages of the document
 *
 * Checks an answer and turns it into what the caller gets.
 *
 * Returns: (transfer full): the result, or %NULL with #ANC_READER_ERROR_PROTOCOL
 */
typedef gpointer (*AncReaderDecode) (GVariant *body,
                                     int *fd,
                                     guint n_pages,
                                     GError **error);

/**
 * AncReaderResult:
 * @decode: makes the result
 * @free: frees one that nobody takes
 *
 * What comes of a request.
 */
typedef struct
{
  AncReaderDecode decode;
  GDestroyNotify free;
} AncReaderResult;

AncReaderWorker *anc_reader_worker_new (AncReaderLauncher *launcher,
                                        int document,
                                        const char *password,
                                        int niceness);
void anc_reader_worker_close (AncReaderWorker *self);

void anc_reader_worker_push (AncReaderWorker *self,
                             GTask *task,
                             AncReaderCall call,
                             GVariant *body,
                             int fd,
                             const AncReaderResult *result);
