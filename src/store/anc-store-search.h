/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-store.h"

/**
 * AncSearchHit:
 * @case_key: the case
 * @reference: (nullable): its reference
 * @family_name: (nullable): the person's
 * @given_names: (nullable): the person's
 * @table: the table of the record found
 * @key: its key
 * @page: for a page of a document, its number from 1; else 0
 * @excerpt: words of the record or page around what was found
 * @marks: (element-type guint): first byte and byte after the last of each word found in @excerpt, in turn
 *
 * One thing found.
 */
typedef struct
{
  gint64 case_key;
  char *reference;
  char *family_name;
  char *given_names;
  AncTableId table;
  gint64 key;
  guint page;
  char *excerpt;
  GArray *marks;
} AncSearchHit;

void anc_search_hit_free (AncSearchHit *self);

void anc_store_search_async (AncStore *self,
                             const char *words,
                             gint64 case_key,
                             guint count,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GPtrArray *anc_store_search_finish (AncStore *self,
                                    GAsyncResult *result,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncSearchHit, anc_search_hit_free)
