/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"

#include <adwaita.h>

#define ANC_TYPE_RECORD_GROUP (anc_record_group_get_type ())
G_DECLARE_FINAL_TYPE (AncRecordGroup, anc_record_group, ANC, RECORD_GROUP, AdwPreferencesGroup)

/**
 * AncRecordGroup:
 *
 * One list of a case as rows that open forms, with a button that adds to it. Where the law tells a list
 * nobody looked into from one that is known to be empty, an empty list asks which it is.
 */
GtkWidget *anc_record_group_new (AncDesk *desk,
                                 AncTableId table,
                                 AncRecord *parent);

AncTableId anc_record_group_get_table (AncRecordGroup *self);
void anc_record_group_focus (AncRecordGroup *self);
