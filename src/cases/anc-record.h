/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-row.h"

#include <glib-object.h>

#define ANC_TYPE_RECORD (anc_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (AncRecord, anc_record, ANC, RECORD, GObject)

/**
 * AncRecord:
 *
 * One record as people edit it. There is a class for each table, registered from its declaration, with
 * one property per column (`family-name`), so that a window can bind them: texts and choices are strings,
 * amounts, keys and times 64-bit integers, booleans booleans, the others integers. A number not recorded
 * is the …_NONE of its type, or -1; a text set to "" through its property is one not recorded.
 *
 * A record belongs to an #AncCase, and what is set in it becomes part of the case's edit; one that was
 * taken out of its case still tells what it held and can no longer be set. Owned by one thread; its row
 * may be handed to others.
 */
struct _AncRecordClass
{
  GObjectClass parent_class;

  const AncTable *table;
};

/* What an integer property holds where nothing was recorded, except dates, months and amounts. */
#define ANC_RECORD_NONE (-1)

GType anc_record_get_type_for_table (AncTableId table);

const AncTable *anc_record_get_table (AncRecord *self);
AncRow *anc_record_get_row (AncRecord *self);
gint64 anc_record_get_key (AncRecord *self);

const AncValue *anc_record_get_value (AncRecord *self,
                                      guint column);
void anc_record_set_value (AncRecord *self,
                           guint column,
                           const AncValue *value);

const char *anc_record_get_text (AncRecord *self,
                                 const char *column);
void anc_record_set_text (AncRecord *self,
                          const char *column,
                          const char *text);
gint64 anc_record_get_integer (AncRecord *self,
                               const char *column,
                               gint64 none);
void anc_record_set_integer (AncRecord *self,
                             const char *column,
                             gint64 integer);
void anc_record_unset (AncRecord *self,
                       const char *column);
