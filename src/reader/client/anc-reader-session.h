/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-reader-launcher.h"
#include "anc-reader-protocol.h"

#include <gio/gio.h>

/**
 * AncReaderSession:
 *
 * One document and the helper that has it open. The helper is started when it is first needed, and
 * again after it died; the document is then opened anew. A document that kills its helpers one after
 * the other is given up. Belongs to one thread.
 */
typedef struct _AncReaderSession AncReaderSession;

/**
 * AncReaderProgress:
 * @done: pages done
 * @total: pages there are to do, at least @done
 *
 * Is called in the thread of the session.
 */
typedef void (*AncReaderProgress) (guint done,
                                   guint total,
                                   gpointer user_data);

AncReaderSession *anc_reader_session_new (AncReaderLauncher *launcher,
                                          int document,
                                          const char *password,
                                          int niceness,
                                          GCancellable *closing);
void anc_reader_session_free (AncReaderSession *self);

GVariant *anc_reader_session_open (AncReaderSession *self,
                                   GCancellable *cancellable,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
GVariant *anc_reader_session_call (AncReaderSession *self,
                                   AncReaderCall call,
                                   GVariant *body,
                                   int *fd,
                                   GCancellable *cancellable,
                                   AncReaderProgress progress,
                                   gpointer user_data,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncReaderSession, anc_reader_session_free)
