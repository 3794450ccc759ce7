/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-rows.h"
#include "anc-change.h"
#include "anc-record-list.h"

#define ANC_TYPE_CASE (anc_case_get_type ())
G_DECLARE_FINAL_TYPE (AncCase, anc_case, ANC, CASE, GObject)

/**
 * AncCase:
 *
 * One case as people edit it: its head, and a list of records for each table. What is set, inserted,
 * removed and moved between anc_case_begin() and anc_case_commit() is one edit, applied to the live
 * objects as it is made and told as one #AncChangeSet when it is committed. A field set outside of any
 * edit opens one of its own, which takes in all further settings of the same field (a typing burst) and
 * is committed by the next edit, the next field or anc_case_commit().
 *
 * Signals: `committed (AncChangeSet *)`, for the store to write; `changed ()`, after every edit and every
 * set applied, when all objects are right. Owned by one thread.
 */
AncCase *anc_case_new (const char *reference);
AncCase *anc_case_new_from_rows (AncCaseRows *rows);

gint64 anc_case_get_key (AncCase *self);
AncRecord *anc_case_get_head (AncCase *self);
AncRecordList *anc_case_get_list (AncCase *self,
                                  AncTableId table);
AncRecord *anc_case_find (AncCase *self,
                          gint64 key);
AncCaseRows *anc_case_dup_rows (AncCase *self);

void anc_case_begin (AncCase *self,
                     const char *label);
AncChangeSet *anc_case_commit (AncCase *self);
void anc_case_end (AncCase *self);
void anc_case_cancel (AncCase *self);
gboolean anc_case_is_editing (AncCase *self);

AncRecord *anc_case_insert (AncCase *self,
                            AncTableId table,
                            guint index);
void anc_case_remove (AncCase *self,
                      AncRecord *record);
void anc_case_move (AncCase *self,
                    AncRecord *record,
                    guint index);

void anc_case_apply (AncCase *self,
                     const AncChangeSet *changes);
