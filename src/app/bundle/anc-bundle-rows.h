/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-bundle-list-model.h"

#include <gtk/gtk.h>

#define ANC_TYPE_BUNDLE_ROWS (anc_bundle_rows_get_type ())
G_DECLARE_FINAL_TYPE (AncBundleRows, anc_bundle_rows, ANC, BUNDLE_ROWS, GObject)

/**
 * AncBundleRows:
 *
 * Keeps a row in a list for each exhibit of a model. Rows stay where they are and stand for another exhibit when the order
 * changes; only those in sight, or nearly, are shown. What is selected and has the focus follows its exhibit. An exhibit is
 * dropped where it is to stand; held near the edge of what scrolls, it makes it scroll.
 *
 * The list has to be inside a #GtkScrolledWindow. Owned by the main thread.
 */
AncBundleRows *anc_bundle_rows_new (GtkListBox *list,
                                    AncBundleListModel *model);
