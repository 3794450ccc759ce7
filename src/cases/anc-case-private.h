/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case.h"

/**
 * AncCase.edit:
 *
 * The edit that is open, if any. @depth counts anc_case_begin() without their commit; at 0 the edit is a
 * typing burst in one field, @burst_key and @burst_column.
 */
struct _AncCase
{
  GObject parent_instance;

  AncRecord *head;
  AncRecordList *lists[ANC_N_TABLES]; /* without one for the head */
  GHashTable *records;                /* from key to AncRecord */

  AncChangeSet *edit;
  guint depth;
  gint64 burst_key;
  guint burst_column;
};

void anc_case_show_insert (AncCase *self,
                           AncRow *row);
void anc_case_show_update (AncCase *self,
                           AncRecord *record,
                           AncRow *row);
void anc_case_show_delete (AncCase *self,
                           AncRecord *record);
void anc_case_show_changes (AncCase *self,
                            const AncChangeSet *changes);

void anc_case_edit_record_cb (gpointer owner,
                              AncRecord *record,
                              AncRow *row);
void anc_case_settle_burst (AncCase *self);
void anc_case_tell_committed (AncCase *self,
                              AncChangeSet *changes);
void anc_case_tell_changed (AncCase *self);
