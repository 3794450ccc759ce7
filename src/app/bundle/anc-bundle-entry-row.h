/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-bundle-list-model.h"

#include <adwaita.h>

#define ANC_TYPE_BUNDLE_ENTRY_ROW (anc_bundle_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (AncBundleEntryRow, anc_bundle_entry_row, ANC, BUNDLE_ENTRY_ROW, AdwActionRow)

/**
 * AncBundleEntryRow:
 *
 * One exhibit in the list of those to be filed: dragged to its place, moved by Alt+Up and Alt+Down, titled by F2, grouped with
 * the one above by Ctrl+G and taken apart by Ctrl+Shift+G, left out by Delete; all of it in its menu too.
 */
GtkWidget *anc_bundle_entry_row_new (AncBundleListModel *model,
                                     AncBundleEntry *entry);

gint64 anc_bundle_entry_row_get_key (AncBundleEntryRow *self);
