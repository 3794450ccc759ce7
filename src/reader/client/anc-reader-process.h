/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-reader-error.h"

/**
 * AncReaderProcess:
 *
 * One running helper. It dies with the thread that started it; that thread alone may use it.
 */
typedef struct _AncReaderProcess AncReaderProcess;

AncReaderProcess *anc_reader_process_start (const char *program,
                                            gboolean obeys_self_test,
                                            int *socket_fd,
                                            GError **error);
AncReaderError anc_reader_process_stop (AncReaderProcess *self);
