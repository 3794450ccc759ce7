/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-database.h"
#include "anc-table.h"

/* The version of the format, in the file's user_version. Whatever changes the schema raises it and adds a
 * step to anc-migrations.c. */
#define ANC_SCHEMA_VERSION 5

/* What the file's application_id says that it is. */
#define ANC_SCHEMA_STORE_ID 0x416e6353   /* "AncS" */
#define ANC_SCHEMA_PACKAGE_ID 0x416e6350 /* "AncP" */

gboolean anc_schema_create (AncDatabase *database,
                            gint32 application_id,
                            GError **error);
gboolean anc_schema_check_identity (AncDatabase *database,
                                    gint32 application_id,
                                    gint64 *version,
                                    GError **error);
gboolean anc_schema_check (AncDatabase *database,
                           GError **error);

gboolean anc_schema_rebuild_tables (AncDatabase *database,
                                    GError **error);
gboolean anc_schema_add_reading_tables (AncDatabase *database,
                                        GError **error);
gboolean anc_schema_join_journal (AncDatabase *database,
                                  GError **error);
gboolean anc_schema_quicken_journal (AncDatabase *database,
                                     GError **error);
gboolean anc_schema_fill_in (AncDatabase *database,
                             GError **error);
char *anc_schema_build (void);
