/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-database.h"
#include "anc-store-readings.h"

/* What came in and what was read of it, as the thread that has the connection sees it. All that writes does
 * so in a transaction. */

gboolean anc_readings_add_arrival (AncDatabase *database,
                                   gint64 case_key,
                                   gint64 file,
                                   const char *name,
                                   gint64 now,
                                   GError **error);
gboolean anc_readings_ask (AncDatabase *database,
                           gint64 file,
                           gint64 now,
                           GError **error);
gboolean anc_readings_set (AncDatabase *database,
                           gint64 file,
                           gint64 now,
                           const char *reader,
                           const char *problem,
                           const char *content,
                           GError **error);
gboolean anc_readings_set_decision (AncDatabase *database,
                                    gint64 case_key,
                                    gint64 document_key,
                                    guint slip,
                                    const char *content,
                                    GError **error);
gboolean anc_readings_remove_file (AncDatabase *database,
                                   gint64 file,
                                   GError **error);
gboolean anc_readings_remove_case (AncDatabase *database,
                                   gint64 case_key,
                                   GError **error);

AncStoredReading *anc_readings_get (AncDatabase *database,
                                    const char *sha256,
                                    GError **error);
GPtrArray *anc_readings_list_waiting (AncDatabase *database,
                                      GError **error);
AncCaseReadings *anc_readings_load_case (AncDatabase *database,
                                         gint64 case_key,
                                         GError **error);
