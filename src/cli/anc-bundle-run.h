/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-bundle-writer.h"

/**
 * AncBundleRun:
 * @path: the file to write
 * @opener: opens the documents of the plan
 * @cancellable: cancelled by SIGINT
 *
 * A numbered file to be written by a command.
 */
typedef struct
{
  AncBundlePlan *plan;
  const char *path;
  AncDocumentOpener opener;
  gpointer opener_data;
  GCancellable *cancellable;
  gboolean as_json;
} AncBundleRun;

int anc_bundle_run (const AncBundleRun *self);
