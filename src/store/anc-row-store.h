/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-rows.h"
#include "anc-change.h"
#include "anc-database.h"

/* Rows of the cases' tables, between the file and memory. */

gboolean anc_row_store_apply (AncDatabase *database,
                              const AncChange *change,
                              GError **error);

AncRow *anc_row_store_load (AncDatabase *database,
                            AncTableId table,
                            gint64 case_key,
                            gint64 key,
                            GError **error);
AncCaseRows *anc_row_store_load_case (AncDatabase *database,
                                      gint64 case_key,
                                      GError **error);
AncRow *anc_row_store_read_image (AncDatabase *database,
                                  const AncTable *table,
                                  gint64 case_key,
                                  gint64 key,
                                  const char *image,
                                  GError **error);

/* Reads all cases in the order of their keys, each table once from end to end. */
typedef struct _AncCaseCursor AncCaseCursor;

AncCaseCursor *anc_case_cursor_new (AncDatabase *database,
                                    GError **error);
AncCaseRows *anc_case_cursor_next (AncCaseCursor *self,
                                   GError **error);
void anc_case_cursor_free (AncCaseCursor *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncCaseCursor, anc_case_cursor_free)
