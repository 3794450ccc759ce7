/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-match.h"
#include "anc-store.h"

/**
 * AncFoundCase:
 * @key: a case
 * @reference: (nullable): its reference
 * @family_name: (nullable): the person's
 * @given_names: (nullable): the person's
 * @name: how far the document names the person
 * @has_siret: whether an employer of the case has a number the document names
 * @has_employer: whether an employer of the case has a name the document names
 *
 * A case that a document may belong to.
 */
typedef struct
{
  gint64 key;
  char *reference;
  char *family_name;
  char *given_names;
  AncNameMatch name;
  gboolean has_siret;
  gboolean has_employer;
} AncFoundCase;

void anc_found_case_free (AncFoundCase *self);

void anc_case_finder_find_async (AncStore *store,
                                 const AncCaseClues *clues,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
void anc_case_finder_search_async (AncStore *store,
                                   const char *words,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *anc_case_finder_finish (GAsyncResult *result,
                                   GError **error);
