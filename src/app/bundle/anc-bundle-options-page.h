/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-bundle.h"

#include <adwaita.h>

#define ANC_TYPE_BUNDLE_OPTIONS_PAGE (anc_bundle_options_page_get_type ())
G_DECLARE_FINAL_TYPE (AncBundleOptionsPage, anc_bundle_options_page, ANC, BUNDLE_OPTIONS_PAGE, AdwBin)

/**
 * AncBundleOptionsPage:
 *
 * How a numbered file is to look, as it was asked for last. Signal: `changed ()`: the order of its exhibits may be another.
 */
GtkWidget *anc_bundle_options_page_new (GSettings *settings);

void anc_bundle_options_page_read (AncBundleOptionsPage *self,
                                   AncBundleOptions *options);
