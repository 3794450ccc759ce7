/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-rows.h"
#include "anc-change.h"
#include "anc-store-error.h"

#include <gio/gio.h>

#define ANC_TYPE_STORE (anc_store_get_type ())
G_DECLARE_FINAL_TYPE (AncStore, anc_store, ANC, STORE, GObject)

/**
 * AncStore:
 *
 * One file that holds an office: its cases and their documents, the journal of all changes, the search
 * index. One program writes to it at a time; others on the same host may read. One thread writes,
 * others read beside it; every call is answered in the main context it was made from, and what an answer
 * acknowledges survives a power cut. The concerns stand in headers of their own: anc-store-journal.h,
 * anc-store-documents.h, anc-store-search.h, anc-store-trash.h, anc-store-backups.h, anc-store-packages.h.
 *
 * Unless said otherwise, calls fail with #AncStoreError, or %G_IO_ERROR_CANCELLED.
 */

/**
 * AncStoreFlags:
 * @ANC_STORE_READ_ONLY: only reads, also where the store is open elsewhere on this host
 */
typedef enum
{
  ANC_STORE_READ_ONLY = 1 << 0,
} AncStoreFlags;

void anc_store_create_async (const char *path,
                             const char *passphrase,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
AncStore *anc_store_create_finish (GAsyncResult *result,
                                   GError **error);

void anc_store_open_async (const char *path,
                           const char *passphrase,
                           AncStoreFlags flags,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
AncStore *anc_store_open_finish (GAsyncResult *result,
                                 GError **error);

void anc_store_close_async (AncStore *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean anc_store_close_finish (AncStore *self,
                                 GAsyncResult *result,
                                 GError **error);

const char *anc_store_get_path (AncStore *self);
gboolean anc_store_is_encrypted (AncStore *self);
gboolean anc_store_is_read_only (AncStore *self);
char *anc_store_dup_author (AncStore *self);
void anc_store_set_author (AncStore *self,
                           const char *author);

void anc_store_change_passphrase_async (AncStore *self,
                                        const char *passphrase,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean anc_store_change_passphrase_finish (AncStore *self,
                                             GAsyncResult *result,
                                             GError **error);

/**
 * AncStoreInfo:
 * @version: of the format
 * @size: bytes of the file, without its log
 * @n_cases: cases, without those in the trash
 * @n_documents: records of documents
 * @n_files: different files kept
 * @files_size: their bytes
 * @n_transactions: entries of the journal
 * @created: µs UTC
 * @changed: the last change, µs UTC; 0 for none
 */
typedef struct
{
  gint64 version;
  gint64 size;
  gint64 n_cases;
  gint64 n_documents;
  gint64 n_files;
  gint64 files_size;
  gint64 n_transactions;
  gint64 created;
  gint64 changed;
} AncStoreInfo;

void anc_store_get_info_async (AncStore *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
AncStoreInfo *anc_store_get_info_finish (AncStore *self,
                                         GAsyncResult *result,
                                         GError **error);

void anc_store_check_async (AncStore *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
char **anc_store_check_finish (AncStore *self,
                               GAsyncResult *result,
                               GError **error);

void anc_store_commit_async (AncStore *self,
                             AncChangeSet *changes,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean anc_store_commit_finish (AncStore *self,
                                  GAsyncResult *result,
                                  GError **error);

/**
 * AncCaseOrder:
 * @ANC_CASE_ORDER_NAME: by family name, then given names, as people look them up
 * @ANC_CASE_ORDER_CHANGED: the one changed last first
 */
typedef enum
{
  ANC_CASE_ORDER_NAME,
  ANC_CASE_ORDER_CHANGED,
} AncCaseOrder;

/**
 * AncCaseEntry:
 * @key: of the case
 * @reference: (nullable): the office's own number
 * @family_name: (nullable): of the person
 * @given_names: (nullable): of the person
 * @state: (nullable): a word of anc_case_state_names
 * @tags: (nullable): separated by commas
 * @changed: when the case was changed last, µs UTC
 *
 * A case as the list of cases shows it.
 */
typedef struct
{
  gint64 key;
  char *reference;
  char *family_name;
  char *given_names;
  char *state;
  char *tags;
  gint64 changed;
} AncCaseEntry;

void anc_store_list_cases_async (AncStore *self,
                                 AncCaseOrder order,
                                 guint start,
                                 guint count,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GPtrArray *anc_store_list_cases_finish (AncStore *self,
                                        GAsyncResult *result,
                                        GError **error);

void anc_store_find_cases_async (AncStore *self,
                                 const char *reference,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GPtrArray *anc_store_find_cases_finish (AncStore *self,
                                        GAsyncResult *result,
                                        GError **error);

void anc_store_load_case_async (AncStore *self,
                                gint64 case_key,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
AncCaseRows *anc_store_load_case_finish (AncStore *self,
                                         GAsyncResult *result,
                                         GError **error);

/**
 * AncCaseVisitor:
 * @rows: a case
 * @user_data: what was given with the function
 *
 * Called for one case after the other, in a thread of the store.
 *
 * Returns: whether to go on
 */
typedef gboolean (*AncCaseVisitor) (AncCaseRows *rows,
                                    gpointer user_data);

void anc_store_visit_cases_async (AncStore *self,
                                  AncCaseVisitor visitor,
                                  gpointer visitor_data,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean anc_store_visit_cases_finish (AncStore *self,
                                       GAsyncResult *result,
                                       GError **error);
