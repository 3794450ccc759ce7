/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-reader-error.h"

/**
 * AncReaderLauncher:
 *
 * The program that starts helpers, itself started when the first is needed, and again should it have
 * died. Any thread may use it. When the last reference goes, so do the program and its helpers.
 */
typedef struct _AncReaderLauncher AncReaderLauncher;

AncReaderLauncher *anc_reader_launcher_new (const char *program,
                                            gboolean obeys_self_test);
AncReaderLauncher *anc_reader_launcher_ref (AncReaderLauncher *self);
void anc_reader_launcher_unref (AncReaderLauncher *self);

void anc_reader_launcher_prepare (AncReaderLauncher *self);
int anc_reader_launcher_start (AncReaderLauncher *self,
                               int *socket_fd,
                               GError **error);
int anc_reader_launcher_bury (AncReaderLauncher *self,
                              int pid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncReaderLauncher, anc_reader_launcher_unref)
