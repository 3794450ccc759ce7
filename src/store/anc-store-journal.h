/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-store.h"

/**
 * AncTransactionKind:
 * @ANC_TRANSACTION_EDIT: someone changed the case
 * @ANC_TRANSACTION_UNDO: an edit, or a redo, was taken back
 * @ANC_TRANSACTION_REDO: an undo was taken back
 * @ANC_TRANSACTION_PURGE: a deleted case was removed for good, with all that was written of it
 */
typedef enum
{
  ANC_TRANSACTION_EDIT,
  ANC_TRANSACTION_UNDO,
  ANC_TRANSACTION_REDO,
  ANC_TRANSACTION_PURGE,
} AncTransactionKind;

/**
 * AncTransaction:
 * @id: its number in the journal, from 1
 * @time: µs UTC; never before that of the one before it, even where the clock went back
 * @case_key: the case it changed
 * @reference: (nullable): the case's reference as it is now; %NULL where the case is deleted
 * @reverts: for an undo or a redo, the transaction it took back; else 0
 * @author: who did it; empty where nobody said
 * @label: what was done, as a message id of the translations; empty once purged
 * @n_changes: how many records it changed
 *
 * One entry of the journal.
 */
typedef struct
{
  gint64 id;
  gint64 time;
  gint64 case_key;
  char *reference;
  AncTransactionKind kind;
  gint64 reverts;
  char *author;
  char *label;
  guint n_changes;
} AncTransaction;

/**
 * AncHistoryEntry:
 * @transaction: when, by whom and why
 * @before: (nullable): the record before; %NULL where it was inserted
 * @after: (nullable): the record after; %NULL where it was deleted
 */
typedef struct
{
  AncTransaction *transaction;
  AncRow *before;
  AncRow *after;
} AncHistoryEntry;

const char *anc_transaction_kind_to_name (AncTransactionKind kind);
void anc_transaction_free (AncTransaction *self);

void anc_store_undo_async (AncStore *self,
                           gint64 case_key,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
void anc_store_undo_edit_async (AncStore *self,
                                gint64 case_key,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
AncChangeSet *anc_store_undo_finish (AncStore *self,
                                     GAsyncResult *result,
                                     GError **error);

void anc_store_redo_async (AncStore *self,
                           gint64 case_key,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
AncChangeSet *anc_store_redo_finish (AncStore *self,
                                     GAsyncResult *result,
                                     GError **error);

void anc_store_list_transactions_async (AncStore *self,
                                        gint64 case_key,
                                        gint64 before,
                                        guint count,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
GPtrArray *anc_store_list_transactions_finish (AncStore *self,
                                               GAsyncResult *result,
                                               GError **error);

void anc_store_load_transaction_async (AncStore *self,
                                       gint64 id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
AncChangeSet *anc_store_load_transaction_finish (AncStore *self,
                                                 GAsyncResult *result,
                                                 GError **error);

void anc_store_list_history_async (AncStore *self,
                                   gint64 case_key,
                                   gint64 key,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *anc_store_list_history_finish (AncStore *self,
                                          GAsyncResult *result,
                                          GError **error);

void anc_store_load_case_at_async (AncStore *self,
                                   gint64 case_key,
                                   gint64 time,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
AncCaseRows *anc_store_load_case_at_finish (AncStore *self,
                                            GAsyncResult *result,
                                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncTransaction, anc_transaction_free)
