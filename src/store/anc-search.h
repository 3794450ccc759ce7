/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-database.h"
#include "anc-store-search.h"

/* The search index, as the thread that has the connection sees it. */

gboolean anc_search_count_waiting (AncDatabase *database,
                                   gint64 *n_entries,
                                   GError **error);
gboolean anc_search_catch_up (AncDatabase *database,
                              guint max_entries,
                              gboolean *is_complete,
                              GError **error);
GPtrArray *anc_search_run (AncDatabase *database,
                           const char *words,
                           gint64 case_key,
                           guint count,
                           GError **error);
AncTableId anc_search_get_table (gint64 entry);
gboolean anc_search_collect (const AncRow *row,
                             GString *head,
                             GString *body);
gboolean anc_search_check_case (AncDatabase *database,
                                const AncCaseRows *rows,
                                GPtrArray *problems,
                                GError **error);
gboolean anc_search_check (AncDatabase *database,
                           gboolean may_write,
                           GPtrArray *problems,
                           GError **error);
