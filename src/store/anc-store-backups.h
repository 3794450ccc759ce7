/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-store.h"

/**
 * AncBackup:
 * @path: the file, a store like the one it was made of
 * @time: when it was made, µs UTC
 * @size: bytes
 */
typedef struct
{
  char *path;
  gint64 time;
  gint64 size;
} AncBackup;

GPtrArray *anc_backups_list (const char *store_path);

void anc_store_back_up_async (AncStore *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
char *anc_store_back_up_finish (AncStore *self,
                                GAsyncResult *result,
                                GError **error);

void anc_store_restore_backup_async (const char *path,
                                     const char *backup_path,
                                     const char *passphrase,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
char *anc_store_restore_backup_finish (GAsyncResult *result,
                                       GError **error);
