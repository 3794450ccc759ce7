/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-key.h"
#include "anc-migrations.h"
#include "anc-store-lock.h"
#include "anc-store.h"
#include "anc-worker.h"

#define N_READERS 2

/**
 * AncStoreHooks:
 * @get_time: µs UTC
 * @migrations: the steps that bring an older store up
 *
 * What a test puts in the place of the world.
 */
typedef struct
{
  gint64 (*get_time) (void);
  const AncMigration *migrations;
} AncStoreHooks;

void anc_store_set_hooks (const AncStoreHooks *hooks);
gint64 anc_store_get_time (void);
const AncMigration *anc_store_get_migrations (void);

struct _AncStore
{
  GObject parent_instance;

  char *path;
  AncKey *key;       /* (nullable): changed by the writer alone, with the readers paused */
  gint is_encrypted; /* atomic: what the main thread sees of @key */
  gboolean is_read_only;
  AncDatabaseMode read_mode;
  AncStoreLock *hold; /* (nullable): none where it only reads */
  AncDatabase *first; /* (nullable): the connection the store was opened with, until the writer takes it */
  AncWorker *writer;  /* (nullable): none where it only reads, or once closed */
  AncWorker *readers; /* (nullable): none once closed */

  gint64 backup_due; /* when to look whether a backup is, µs UTC; of the thread the store is used in */

  GMutex backup_lock; /* held by the thread that makes a backup */

  GMutex lock; /* for what follows */
  GCond unused;
  guint n_users; /* threads that call the workers themselves */
  gboolean is_closed;
  char *author;
};

/* What has to end after a store. */
typedef struct
{
  AncWorker *writer;
  AncWorker *readers;
  AncStoreLock *lock;
} AncStoreRemains;

AncStoreRemains *anc_store_take_remains (AncStore *self);
void anc_store_remains_free (AncStoreRemains *self);

/**
 * AncStoreRequest:
 *
 * What a call is about; each uses what it needs.
 */
typedef struct
{
  gint64 case_key;
  gint64 key;
  gint64 number;
  guint start;
  guint count;
  char *text;
  char *secret; /* wiped */
  char **texts;
  gpointer data;
  GDestroyNotify free_data;
} AncStoreRequest;

AncStoreRequest *anc_store_request_new (void);
void anc_store_request_free (AncStoreRequest *self);

void anc_store_read (AncStore *self,
                     AncStoreRequest *request,
                     AncWork work,
                     gpointer tag,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data);
void anc_store_write (AncStore *self,
                      AncStoreRequest *request,
                      AncWork work,
                      gpointer tag,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
gpointer anc_store_finish (AncStore *self,
                           GAsyncResult *result,
                           gpointer tag,
                           GError **error);
gboolean anc_store_finish_boolean (AncStore *self,
                                   GAsyncResult *result,
                                   gpointer tag,
                                   GError **error);

gboolean anc_store_begin_use (AncStore *self,
                              GError **error);
void anc_store_end_use (AncStore *self);

gboolean anc_store_follow_journal (AncDatabase *database,
                                   GError **error);

void anc_store_back_up_if_due (AncStore *self);

void anc_store_return_boolean (GTask *task,
                               gboolean succeeded,
                               GError *error);
void anc_store_return_pointer (GTask *task,
                               gpointer result,
                               GDestroyNotify free_result,
                               GError *error);
