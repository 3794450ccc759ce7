/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-store.h"

/* The bytes of documents. A row of the table `documents` names them by their SHA-256 (64 hexadecimal
 * digits, lower case); the same bytes are kept once, whatever cases they belong to. */

/**
 * AncFilePlace:
 * @case_key: a case
 * @reference: (nullable): its reference
 * @document_key: the key of the row of `documents` in it
 * @title: (nullable): that document's title
 *
 * Where the bytes of a file are used.
 */
typedef struct
{
  gint64 case_key;
  char *reference;
  gint64 document_key;
  char *title;
} AncFilePlace;

/**
 * AncStoredFile:
 * @sha256: what a document's row names it by
 * @size: bytes
 * @is_new: whether the store did not hold these bytes before
 * @places: (element-type AncFilePlace): where they already are
 */
typedef struct
{
  char *sha256;
  gint64 size;
  gboolean is_new;
  GPtrArray *places;
} AncStoredFile;

void anc_stored_file_free (AncStoredFile *self);

void anc_store_add_file_async (AncStore *self,
                               GInputStream *stream,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
AncStoredFile *anc_store_add_file_finish (AncStore *self,
                                          GAsyncResult *result,
                                          GError **error);

void anc_store_open_file_async (AncStore *self,
                                const char *sha256,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GInputStream *anc_store_open_file_finish (AncStore *self,
                                          GAsyncResult *result,
                                          GError **error);

void anc_store_find_file_async (AncStore *self,
                                const char *sha256,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
AncStoredFile *anc_store_find_file_finish (AncStore *self,
                                           GAsyncResult *result,
                                           GError **error);

void anc_store_set_text_async (AncStore *self,
                               const char *sha256,
                               const char *const *pages,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean anc_store_set_text_finish (AncStore *self,
                                    GAsyncResult *result,
                                    GError **error);

void anc_store_get_text_async (AncStore *self,
                               const char *sha256,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
char **anc_store_get_text_finish (AncStore *self,
                                  GAsyncResult *result,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncStoredFile, anc_stored_file_free)
