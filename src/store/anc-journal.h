/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-change.h"
#include "anc-database.h"
#include "anc-store-journal.h"

/* The journal, as the thread that has the connection sees it. */

AncTransactionKind anc_transaction_kind_from_name (const char *name);

gboolean anc_journal_write (AncDatabase *database,
                            AncTransactionKind kind,
                            gint64 reverts,
                            const AncChangeSet *changes,
                            const char *author,
                            gint64 now,
                            GError **error);

gint64 anc_journal_find_undo (AncDatabase *database,
                              gint64 case_key,
                              GError **error);
gint64 anc_journal_find_redo (AncDatabase *database,
                              gint64 case_key,
                              GError **error);

AncChangeSet *anc_journal_load_changes (AncDatabase *database,
                                        gint64 entry,
                                        GError **error);
AncCaseRows *anc_journal_load_case_at (AncDatabase *database,
                                       gint64 case_key,
                                       gint64 time,
                                       GError **error);
GPtrArray *anc_journal_list (AncDatabase *database,
                             gint64 case_key,
                             gint64 before,
                             guint count,
                             GError **error);
GPtrArray *anc_journal_list_history (AncDatabase *database,
                                     gint64 case_key,
                                     gint64 key,
                                     GError **error);

gboolean anc_journal_has_end (AncDatabase *database,
                              gboolean *has_end,
                              GError **error);
gboolean anc_journal_check (AncDatabase *database,
                            GPtrArray *problems,
                            GError **error);
gboolean anc_journal_purge (AncDatabase *database,
                            gint64 case_key,
                            const char *author,
                            gint64 now,
                            GError **error);
