/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-bundle.h"
#include "anc-bundle-entry.h"

#include "anc-case.h"

#include <gio/gio.h>

#define ANC_TYPE_BUNDLE_LIST_MODEL (anc_bundle_list_model_get_type ())
G_DECLARE_FINAL_TYPE (AncBundleListModel, anc_bundle_list_model, ANC, BUNDLE_LIST_MODEL, GObject)

/**
 * AncBundleListModel:
 *
 * The exhibits of a live case as they are to be filed: a #GListModel of #AncBundleEntry, which follows the case, and through
 * which people change it. What stays as it was is not told as changed.
 *
 * Signal: `changed ()`: something of the order is another, be it what is missing, left out or was filed before.
 * Owned by the main thread.
 */
AncBundleListModel *anc_bundle_list_model_new (AncCase *a_case,
                                               AncExhibitRules *rules);

void anc_bundle_list_model_set_rules (AncBundleListModel *self,
                                      AncExhibitRules *rules);
void anc_bundle_list_model_set_options (AncBundleListModel *self,
                                        const AncBundleOptions *options);

AncCase *anc_bundle_list_model_get_case (AncBundleListModel *self);
AncExhibitRules *anc_bundle_list_model_get_rules (AncBundleListModel *self);
const AncBundleOptions *anc_bundle_list_model_get_options (AncBundleListModel *self);
const AncExhibitOrder *anc_bundle_list_model_get_order (AncBundleListModel *self);
gboolean anc_bundle_list_model_find (AncBundleListModel *self,
                                     gint64 key,
                                     guint *place);

void anc_bundle_list_model_move (AncBundleListModel *self,
                                 gint64 key,
                                 guint to);
void anc_bundle_list_model_group_with_previous (AncBundleListModel *self,
                                                gint64 key);
void anc_bundle_list_model_ungroup (AncBundleListModel *self,
                                    gint64 key);
gboolean anc_bundle_list_model_can_order (AncBundleListModel *self,
                                          gint64 key);
void anc_bundle_list_model_move_document (AncBundleListModel *self,
                                          gint64 key,
                                          guint to);
void anc_bundle_list_model_set_title (AncBundleListModel *self,
                                      gint64 key,
                                      const char *title);
void anc_bundle_list_model_leave_out (AncBundleListModel *self,
                                      gint64 key);
