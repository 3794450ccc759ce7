/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-record.h"

#include <gio/gio.h>

#define ANC_TYPE_RECORD_LIST (anc_record_list_get_type ())
G_DECLARE_FINAL_TYPE (AncRecordList, anc_record_list, ANC, RECORD_LIST, GObject)

/**
 * AncRecordList:
 *
 * The records of one table of a case, in their order: a #GListModel of #AncRecord, which the case alone
 * changes. Owned by one thread.
 */
const AncTable *anc_record_list_get_table (AncRecordList *self);
guint anc_record_list_get_count (AncRecordList *self);
AncRecord *anc_record_list_get (AncRecordList *self,
                                guint index);
gboolean anc_record_list_find (AncRecordList *self,
                               AncRecord *record,
                               guint *index);
