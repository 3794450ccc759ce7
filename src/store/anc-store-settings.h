/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-store.h"

/* What an office decides for all its cases and all who work with it, as texts by name. They are no part of the journal. */

void anc_store_get_setting_async (AncStore *self,
                                  const char *name,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
char *anc_store_get_setting_finish (AncStore *self,
                                    GAsyncResult *result,
                                    GError **error);

void anc_store_set_setting_async (AncStore *self,
                                  const char *name,
                                  const char *text,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean anc_store_set_setting_finish (AncStore *self,
                                       GAsyncResult *result,
                                       GError **error);
