/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-change.h"
#include "anc-record-list.h"
#include "anc-record.h"

#define ANC_TYPE_CASE (anc_case_get_type ())
G_DECLARE_FINAL_TYPE (AncCase, anc_case, ANC, CASE, GObject)

AncCase *anc_case_new (const char *reference);
AncCase *anc_case_new_from_rows (GPtrArray *rows);

gint64 anc_case_get_key (AncCase *self);
AncRecord *anc_case_get_head (AncCase *self);
AncRecordList *anc_case_get_list (AncCase *self,
                                  AncTableId table);
AncRecord *anc_case_find (AncCase *self,
                          AncTableId table,
                          gint64 key);
GPtrArray *anc_case_dup_rows (AncCase *self);

void anc_case_begin (AncCase *self,
                     const char *label);
AncChangeSet *anc_case_commit (AncCase *self);
void anc_case_cancel (AncCase *self);
gboolean anc_case_is_editing (AncCase *self);

AncRecord *anc_case_insert (AncCase *self,
                            AncTableId table,
                            guint position);
void anc_case_remove (AncCase *self,
                      AncRecord *record);
void anc_case_move (AncCase *self,
                    AncRecord *record,
                    guint position);

void anc_case_apply (AncCase *self,
                     const AncChangeSet *changes);
AncChangeSet *anc_case_dup_creation (AncCase *self,
                                     const char *label);
