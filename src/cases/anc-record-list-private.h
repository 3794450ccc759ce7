/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-record-list.h"

AncRecordList *anc_record_list_new (AncTableId table);

void anc_record_list_append_all (AncRecordList *self,
                                 GPtrArray *records);
void anc_record_list_add (AncRecordList *self,
                          AncRecord *record);
void anc_record_list_remove (AncRecordList *self,
                             AncRecord *record);
void anc_record_list_move (AncRecordList *self,
                           AncRecord *record,
                           AncRow *row);
