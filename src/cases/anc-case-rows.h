/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-change.h"

#define ANC_TYPE_CASE_ROWS (anc_case_rows_get_type ())

/**
 * AncCaseRows:
 *
 * One case as it stood at one moment: its head and, table by table, the rows of its lists in their order.
 * It never changes and may be shared between threads; JSON, findings, facts and comparisons are made
 * from it.
 */
typedef struct _AncCaseRows AncCaseRows;

GType anc_case_rows_get_type (void);

AncCaseRows *anc_case_rows_new (GPtrArray *rows);
AncCaseRows *anc_case_rows_ref (AncCaseRows *self);
void anc_case_rows_unref (AncCaseRows *self);

gint64 anc_case_rows_get_key (const AncCaseRows *self);
const AncRow *anc_case_rows_get_head (const AncCaseRows *self);
guint anc_case_rows_get_count (const AncCaseRows *self,
                               AncTableId table);
const AncRow *anc_case_rows_get (const AncCaseRows *self,
                                 AncTableId table,
                                 guint index);

const AncRow *anc_case_rows_find (const AncCaseRows *self,
                                  AncTableId table,
                                  gint64 key);
char *anc_case_rows_dup_path (const AncCaseRows *self,
                              const AncRow *row,
                              guint column);

AncChangeSet *anc_case_rows_dup_creation (const AncCaseRows *self,
                                          const char *label);

gboolean anc_case_rows_equal (const AncCaseRows *self,
                              const AncCaseRows *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncCaseRows, anc_case_rows_unref)
