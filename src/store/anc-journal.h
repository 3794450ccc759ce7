/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-change.h"
#include "anc-database.h"
#include "anc-store-journal.h"

/* The journal, as the thread that has the connection sees it. */

/* Rows have the number of their entry times 2^20, plus that of the change, see anc-schema.c. In SQL, where shifts
 * are done after sums and before comparisons: the head of an entry e is the row e << 20; its changes come after
 * e << 20 and before e + 1 << 20. An entry beyond this has no number. */
#define ANC_JOURNAL_MAX_ENTRY (G_MAXINT64 >> 20)

/* For SQL: the last entry. */
#define ANC_JOURNAL_LAST "(SELECT max (id) >> 20 FROM journal)"

/* For SQL: the last entry that is listed by case; the last of a case up to a given one, or 0. */
#define ANC_JOURNAL_LISTED "max (0, coalesce ((SELECT cast (value AS INTEGER) FROM settings WHERE name = 'listed'), 0))"
#define ANC_JOURNAL_LAST_OF(case_key, until)                                                                          \
  "max (coalesce ((SELECT max (e.entry) FROM case_entries AS e WHERE e.case_key = " case_key                          \
  " AND e.entry <= " until "), 0), coalesce ((SELECT max (w.id) >> 20 FROM journal AS w WHERE w.case_key = " case_key \
  " AND w.id >= (1 + " ANC_JOURNAL_LISTED ") << 20 AND w.id <= (" until " << 20)), 0))"

/* For SQL: the entries from a given one down to the first, found from head to head. */
#define ANC_JOURNAL_DOWN_FROM(entry)                                                     \
  "WITH RECURSIVE down (entry) AS (SELECT " entry " UNION ALL"                           \
  " SELECT (SELECT max (id) >> 20 FROM journal WHERE id < (down.entry << 20)) FROM down" \
  " WHERE down.entry > 0) "

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

gboolean anc_journal_list_by_case (AncDatabase *database,
                                   GError **error);
gboolean anc_journal_check_by_case (AncDatabase *database,
                                    GPtrArray *problems,
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
