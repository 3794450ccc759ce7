/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-store.h"

/**
 * AncTrashItem:
 * @case_key: the case deleted, or the one the document was deleted from
 * @document_key: the document's key; 0 for a whole case
 * @title: (nullable): the person's name or the document's title
 * @reference: (nullable): the case's reference
 * @time: when it was deleted, µs UTC
 * @author: who did it
 */
typedef struct
{
  gint64 case_key;
  gint64 document_key;
  char *title;
  char *reference;
  gint64 time;
  char *author;
} AncTrashItem;

void anc_store_delete_case_async (AncStore *self,
                                  gint64 case_key,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean anc_store_delete_case_finish (AncStore *self,
                                       GAsyncResult *result,
                                       GError **error);

void anc_store_list_trash_async (AncStore *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GPtrArray *anc_store_list_trash_finish (AncStore *self,
                                        GAsyncResult *result,
                                        GError **error);

void anc_store_restore_trash_async (AncStore *self,
                                    gint64 case_key,
                                    gint64 document_key,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
AncChangeSet *anc_store_restore_trash_finish (AncStore *self,
                                              GAsyncResult *result,
                                              GError **error);

void anc_store_empty_trash_async (AncStore *self,
                                  guint days,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean anc_store_empty_trash_finish (AncStore *self,
                                       GAsyncResult *result,
                                       guint *n_cases,
                                       guint *n_files,
                                       GError **error);
