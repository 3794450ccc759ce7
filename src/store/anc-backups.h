/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-database.h"
#include "anc-store-backups.h"

/* The folder of backups beside a store, as the thread that has the connection sees it. */

char *anc_backups_make (AncDatabase *database,
                        const char *store_path,
                        const AncKey *key,
                        gboolean is_asked_for,
                        gint64 now,
                        GCancellable *cancellable,
                        GError **error);
gboolean anc_backups_make_if_changed (AncDatabase *database,
                                      const char *store_path,
                                      const AncKey *key,
                                      gint64 now,
                                      GError **error);
gboolean anc_backups_make_if_due (AncDatabase *database,
                                  const char *store_path,
                                  const AncKey *key,
                                  gint64 now,
                                  GError **error);
void anc_backups_choose (GPtrArray *backups,
                         gboolean *keeps);
gboolean anc_backups_change_key (const char *store_path,
                                 const AncKey *key,
                                 const AncKey *new_key,
                                 GError **error);
