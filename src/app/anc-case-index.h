/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-office.h"

#define ANC_TYPE_CASE_INDEX (anc_case_index_get_type ())
G_DECLARE_FINAL_TYPE (AncCaseIndex, anc_case_index, ANC, CASE_INDEX, GObject)

/**
 * AncCaseIndex:
 *
 * All cases of an office, by name, as the store orders them: the key and the state of each, so that the
 * index of one is where the store's pages have it. It reads them again when told that they changed, and
 * keeps what it has until it knows better. Owned by the main thread.
 *
 * Signals:
 * - `read (AncCaseEntry *entry, gboolean is_first)`: while reading; @is_first: it belongs to what fills a
 *   window at the very beginning
 * - `changed (gboolean is_complete)`: there is another order; @is_complete: of all cases, not of those
 *   that fill a window alone
 */
AncCaseIndex *anc_case_index_new (AncOffice *office);

guint anc_case_index_get_n_cases (AncCaseIndex *self);
gint64 anc_case_index_get_key (AncCaseIndex *self,
                               guint position);
gboolean anc_case_index_find (AncCaseIndex *self,
                              gint64 case_key,
                              guint *position);
const char *anc_case_index_get_state (AncCaseIndex *self,
                                      guint position);
char *anc_case_index_dup_next_reference (AncCaseIndex *self);

void anc_case_index_read_soon (AncCaseIndex *self);
