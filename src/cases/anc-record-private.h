/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-record.h"

/**
 * AncRecordEdit:
 * @owner: the case
 * @record: one of its records
 * @row: (transfer full): what it is to become
 *
 * Makes a change that was asked of a record.
 */
typedef void (*AncRecordEdit) (gpointer owner,
                               AncRecord *record,
                               AncRow *row);

AncRecord *anc_record_new (AncRow *row);
void anc_record_set_owner (AncRecord *self,
                           gpointer owner,
                           AncRecordEdit edit);
void anc_record_set_row (AncRecord *self,
                         AncRow *row);
