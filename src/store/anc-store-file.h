/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-database.h"

/* A store's file as a whole: made, copied, put in the place of another. */

gboolean anc_store_file_create (const char *path,
                                const AncKey *key,
                                gint32 application_id,
                                gint64 now,
                                GError **error);
AncKey *anc_store_file_make_key (const char *path,
                                 const char *passphrase,
                                 gboolean *is_encrypted,
                                 GError **error);
gboolean anc_store_file_copy (AncDatabase *database,
                              const AncKey *key,
                              const char *path,
                              const AncKey *new_key,
                              GCancellable *cancellable,
                              GError **error);
gboolean anc_store_file_verify (const char *path,
                                const AncKey *key,
                                gint32 application_id,
                                GCancellable *cancellable,
                                GError **error);
void anc_store_file_remove_draft (const char *path);
