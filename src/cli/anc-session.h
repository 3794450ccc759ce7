/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-cli.h"
#include "anc-secret.h"
#include "anc-wait.h"

#include "anc-store.h"

/**
 * AncSession:
 * @path: the store
 * @passphrase: where its passphrase comes from
 * @as_json: whether to print JSON
 * @cancellable: cancelled by SIGINT
 * @store: (nullable): the store, once open
 *
 * One call of a command that works on a store.
 */
typedef struct
{
  char *path;
  AncSecretSource passphrase;
  gboolean as_json;
  GCancellable *cancellable;
  AncStore *store;
  guint interrupt_source;
} AncSession;

/**
 * AncStorePlace:
 * @ANC_STORE_ARGUMENT: the store is the first argument
 * @ANC_STORE_OPTION: the store is named by --store
 *
 * Where a command says which store it is about.
 */
typedef enum
{
  ANC_STORE_ARGUMENT,
  ANC_STORE_OPTION,
} AncStorePlace;

void anc_session_init (AncSession *self);
void anc_session_clear (AncSession *self);

gboolean anc_session_parse (AncSession *self,
                            AncStorePlace place,
                            const char *summary,
                            const char *parameters,
                            const GOptionEntry *entries,
                            int *argc,
                            char ***argv,
                            int *status);
gboolean anc_session_open (AncSession *self,
                           AncStoreFlags flags,
                           int *status);
int anc_session_close (AncSession *self,
                       int status);

int anc_session_fail (AncSession *self,
                      const char *about,
                      const GError *error);
gboolean anc_session_find_case (AncSession *self,
                                const char *reference,
                                gint64 *case_key,
                                int *status);
gboolean anc_session_find_case_or_deleted (AncSession *self,
                                           const char *reference,
                                           gint64 *case_key,
                                           int *status);
AncCaseRows *anc_session_load_case (AncSession *self,
                                    const char *reference,
                                    int *status);
gboolean anc_session_commit (AncSession *self,
                             const char *about,
                             AncChangeSet *changes,
                             int *status);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AncSession, anc_session_clear)
