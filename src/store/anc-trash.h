/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-database.h"
#include "anc-store-trash.h"

/* What was deleted, as the thread that has the connection sees it. */

GPtrArray *anc_trash_list (AncDatabase *database,
                           GError **error);
AncChangeSet *anc_trash_restore (AncDatabase *database,
                                 gint64 case_key,
                                 gint64 document_key,
                                 const char *author,
                                 gint64 now,
                                 GError **error);
gboolean anc_trash_empty (AncDatabase *database,
                          gint64 until,
                          const char *author,
                          gint64 now,
                          guint *n_cases,
                          guint *n_files,
                          GError **error);
