/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-item.h"
#include "anc-outcome-index.h"

#include <gio/gio.h>

#define ANC_TYPE_CASE_LIST (anc_case_list_get_type ())
G_DECLARE_FINAL_TYPE (AncCaseList, anc_case_list, ANC, CASE_LIST, GObject)

/* Which states a list shows, beside one of anc_case_state_names by its index. */
#define ANC_CASE_LIST_NOT_ARCHIVED (-1)
#define ANC_CASE_LIST_ANY_STATE (-2)

/* Which outcomes a list shows, beside one #AncOutcome. */
#define ANC_CASE_LIST_ANY_OUTCOME (-1)

/**
 * AncCaseList:
 *
 * The cases of an office, by name: a #GListModel of #AncCaseItem. It holds the key and state of each case
 * and reads the rows themselves by pages, as they are looked at. With words to look for it holds what the
 * store's search finds, the best first. Signal `loaded ()`: the first rows, or what was looked for, are
 * there. Owned by the main thread.
 */
AncCaseList *anc_case_list_new (AncOffice *office,
                                AncOutcomeIndex *outcomes);

void anc_case_list_set_words (AncCaseList *self,
                              const char *words);
void anc_case_list_set_filter (AncCaseList *self,
                               int state,
                               int outcome);

guint anc_case_list_get_n_cases (AncCaseList *self);
gboolean anc_case_list_is_loaded (AncCaseList *self);
gboolean anc_case_list_find (AncCaseList *self,
                             gint64 case_key,
                             guint *position);
char *anc_case_list_dup_next_reference (AncCaseList *self);
