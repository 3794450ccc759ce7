/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-comparison.h"
#include "anc-store.h"

#define ANC_TYPE_PACKAGE (anc_package_get_type ())

/**
 * AncPackage:
 *
 * One case with its documents, read from the file in which another office sent it. Immutable.
 */
typedef struct _AncPackage AncPackage;

GType anc_package_get_type (void);
AncPackage *anc_package_ref (AncPackage *self);
void anc_package_unref (AncPackage *self);

AncCaseComparison *anc_package_get_comparison (AncPackage *self);

void anc_store_write_package_async (AncStore *self,
                                    gint64 case_key,
                                    const char *path,
                                    const char *passphrase,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean anc_store_write_package_finish (AncStore *self,
                                         GAsyncResult *result,
                                         GError **error);

void anc_store_read_package_async (AncStore *self,
                                   const char *path,
                                   const char *passphrase,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
AncPackage *anc_store_read_package_finish (AncStore *self,
                                           GAsyncResult *result,
                                           GError **error);

void anc_store_take_package_async (AncStore *self,
                                   AncPackage *package,
                                   AncChangeSet *chosen,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean anc_store_take_package_finish (AncStore *self,
                                        GAsyncResult *result,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncPackage, anc_package_unref)
