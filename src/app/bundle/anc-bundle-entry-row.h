/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-bundle-list-model.h"

#include <gtk/gtk.h>

#define ANC_TYPE_BUNDLE_ENTRY_ROW (anc_bundle_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (AncBundleEntryRow, anc_bundle_entry_row, ANC, BUNDLE_ENTRY_ROW, GtkListBoxRow)

/**
 * AncBundleEntryRow:
 *
 * One exhibit in the list of those to be filed: dragged to its place, moved by Alt+Up and Alt+Down, titled by F2, grouped with
 * the one above by Ctrl+G and taken apart by Ctrl+Shift+G, left out by Delete; Ctrl+D orders its documents; all
 * of it in its menu too. Whoever only hears
 * the list has it at once; what is to be seen is made when it is shown.
 */
GtkWidget *anc_bundle_entry_row_new (AncBundleListModel *model,
                                     AncBundleEntry *entry);

AncBundleEntry *anc_bundle_entry_row_get_entry (AncBundleEntryRow *self);
void anc_bundle_entry_row_set_entry (AncBundleEntryRow *self,
                                     AncBundleEntry *entry);
void anc_bundle_entry_row_show (AncBundleEntryRow *self);

void anc_bundle_entry_row_put_here (AncBundleEntryRow *self,
                                    AncBundleEntry *entry);
