/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-store-backups.h"
#include "anc-store-documents.h"
#include "anc-store-journal.h"
#include "anc-store-packages.h"
#include "anc-store-search.h"
#include "anc-store-settings.h"
#include "anc-store-trash.h"
#include "anc-store.h"

/* The store's calls as a test reads best: each waits, in the main loop, for its answer. Those without an
 * @error must succeed. */

char *anc_fixture_make_folder (void);
void anc_fixture_remove_folder (char *folder);

AncStore *anc_fixture_create (const char *path,
                              const char *passphrase,
                              GError **error);
AncStore *anc_fixture_open (const char *path,
                            const char *passphrase,
                            AncStoreFlags flags,
                            GError **error);
gboolean anc_fixture_try_close (AncStore *store,
                                GError **error);
void anc_fixture_close (AncStore *store);
AncStore *anc_fixture_open_or_create (const char *path,
                                      const char *passphrase);
void anc_fixture_drop (AncStore *store);
void anc_fixture_check (AncStore *store);
char **anc_fixture_list_problems (AncStore *store,
                                  GError **error);
AncStoreInfo *anc_fixture_get_info (AncStore *store,
                                    GError **error);
gboolean anc_fixture_change_passphrase (AncStore *store,
                                        const char *passphrase,
                                        GError **error);

char *anc_fixture_get_setting (AncStore *store,
                               const char *name,
                               GError **error);
gboolean anc_fixture_set_setting (AncStore *store,
                                  const char *name,
                                  const char *text,
                                  GError **error);

gboolean anc_fixture_commit (AncStore *store,
                             AncChangeSet *changes,
                             GError **error);
void anc_fixture_edit (AncStore *store,
                       AncChangeSet *changes);
AncCaseRows *anc_fixture_load (AncStore *store,
                               gint64 case_key,
                               GError **error);
AncCaseRows *anc_fixture_load_at (AncStore *store,
                                  gint64 case_key,
                                  gint64 time,
                                  GError **error);
GPtrArray *anc_fixture_list (AncStore *store,
                             AncCaseOrder order,
                             guint start,
                             guint count,
                             GError **error);
AncChangeSet *anc_fixture_undo (AncStore *store,
                                gint64 case_key,
                                GError **error);
AncChangeSet *anc_fixture_undo_edit (AncStore *store,
                                     gint64 case_key,
                                     GError **error);
AncChangeSet *anc_fixture_redo (AncStore *store,
                                gint64 case_key,
                                GError **error);
GPtrArray *anc_fixture_list_transactions (AncStore *store,
                                          gint64 case_key,
                                          GError **error);
GPtrArray *anc_fixture_list_history (AncStore *store,
                                     gint64 case_key,
                                     gint64 key,
                                     GError **error);

AncStoredFile *anc_fixture_add_file (AncStore *store,
                                     GInputStream *stream,
                                     GCancellable *cancellable,
                                     GError **error);
AncStoredFile *anc_fixture_add_bytes (AncStore *store,
                                      gconstpointer bytes,
                                      gsize length,
                                      GError **error);
GBytes *anc_fixture_read_file (AncStore *store,
                               const char *sha256,
                               GError **error);
GInputStream *anc_fixture_open_file (AncStore *store,
                                     const char *sha256,
                                     GError **error);
gboolean anc_fixture_set_text (AncStore *store,
                               const char *sha256,
                               const char *const *pages,
                               GError **error);
char **anc_fixture_get_text (AncStore *store,
                             const char *sha256,
                             GError **error);
GPtrArray *anc_fixture_search (AncStore *store,
                               const char *words,
                               gint64 case_key,
                               GError **error);

gboolean anc_fixture_delete (AncStore *store,
                             gint64 case_key,
                             GError **error);
GPtrArray *anc_fixture_list_trash (AncStore *store);
AncChangeSet *anc_fixture_restore (AncStore *store,
                                   gint64 case_key,
                                   gint64 document_key,
                                   GError **error);
gboolean anc_fixture_empty_trash (AncStore *store,
                                  guint days,
                                  guint *n_cases,
                                  guint *n_files,
                                  GError **error);
char *anc_fixture_back_up (AncStore *store,
                           GError **error);
char *anc_fixture_restore_backup (const char *path,
                                  const char *backup_path,
                                  const char *passphrase,
                                  GError **error);
gboolean anc_fixture_write_package (AncStore *store,
                                    gint64 case_key,
                                    const char *path,
                                    const char *passphrase,
                                    GError **error);
AncPackage *anc_fixture_read_package (AncStore *store,
                                      const char *path,
                                      const char *passphrase,
                                      GError **error);
gboolean anc_fixture_take_package (AncStore *store,
                                   AncPackage *package,
                                   AncChangeSet *chosen,
                                   GError **error);
