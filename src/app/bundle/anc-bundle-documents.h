/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-bundle-list-model.h"

#include <adwaita.h>

#define ANC_TYPE_BUNDLE_DOCUMENTS (anc_bundle_documents_get_type ())
G_DECLARE_FINAL_TYPE (AncBundleDocuments, anc_bundle_documents, ANC, BUNDLE_DOCUMENTS, AdwBin)

/**
 * AncBundleDocuments:
 *
 * The documents of an exhibit, in their order: each is moved by Alt+Up and Alt+Down, or by its buttons.
 */
GtkWidget *anc_bundle_documents_new (AncBundleListModel *model,
                                     gint64 key);
