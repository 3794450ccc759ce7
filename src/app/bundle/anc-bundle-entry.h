/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-exhibit-order.h"

#include <glib-object.h>

#define ANC_TYPE_BUNDLE_ENTRY (anc_bundle_entry_get_type ())
G_DECLARE_FINAL_TYPE (AncBundleEntry, anc_bundle_entry, ANC, BUNDLE_ENTRY, GObject)

/**
 * AncBundleEntry:
 *
 * One exhibit as a list shows it. It never changes: what changed is another entry.
 */
AncBundleEntry *anc_bundle_entry_new (const AncExhibit *exhibit);

gint64 anc_bundle_entry_get_key (AncBundleEntry *self);
guint anc_bundle_entry_get_number (AncBundleEntry *self);
const char *anc_bundle_entry_get_title (AncBundleEntry *self);
const char *anc_bundle_entry_get_subtitle (AncBundleEntry *self);
guint anc_bundle_entry_get_n_documents (AncBundleEntry *self);
gboolean anc_bundle_entry_is_filed (AncBundleEntry *self);

gboolean anc_bundle_entry_equal (AncBundleEntry *self,
                                 AncBundleEntry *other);
