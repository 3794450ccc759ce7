/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-bundle-plan.h"
#include "anc-bundle-report.h"
#include "anc-filing-error.h"

#include <gio/gio.h>

/**
 * AncDocumentOpener:
 * @document: as the plan names it
 * @user_data: what was given with the function
 * @error: why it could not be opened; the file is then made without it, and says so
 *
 * Opens a document of a plan, in a thread of its own.
 *
 * Returns: (transfer full) (nullable): the bytes of the document
 */
typedef GInputStream *(*AncDocumentOpener) (const char *document,
                                            gpointer user_data,
                                            GCancellable *cancellable,
                                            GError **error);

/**
 * AncBundleProgress:
 * @done: how far it is, from 0 to 1
 *
 * Called in the main context that the writing was started from.
 */
typedef void (*AncBundleProgress) (double done,
                                   gpointer user_data);

/**
 * AncBundleRequest:
 * @plan: what to write
 * @path: where to
 * @opener: opens the documents
 * @progress: (nullable): told how far it is
 *
 * What anc_bundle_write_async() is asked to do.
 */
typedef struct
{
  AncBundlePlan *plan;
  const char *path;
  AncDocumentOpener opener;
  gpointer opener_data;
  AncBundleProgress progress;
  gpointer progress_data;
} AncBundleRequest;

void anc_bundle_write_async (const AncBundleRequest *request,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
AncBundleReport *anc_bundle_write_finish (GAsyncResult *result,
                                          GError **error);
