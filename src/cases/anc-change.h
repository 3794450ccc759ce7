/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-row.h"

#include <glib-object.h>

/**
 * AncChange:
 * @before: (nullable): the record before; %NULL where the change inserts it
 * @after: (nullable): the record after; %NULL where the change deletes it
 *
 * What became of one record. A move changes its position alone.
 */
typedef struct
{
  AncRow *before;
  AncRow *after;
} AncChange;

/**
 * AncChangeOperation:
 *
 * The kinds of changes.
 */
typedef enum
{
  ANC_CHANGE_INSERT,
  ANC_CHANGE_UPDATE,
  ANC_CHANGE_DELETE,
} AncChangeOperation;

AncChangeOperation anc_change_get_operation (const AncChange *self);
const AncRow *anc_change_get_row (const AncChange *self);

#define ANC_TYPE_CHANGE_SET (anc_change_set_get_type ())

/**
 * AncChangeSet:
 *
 * What one edit did to the records of one case, each named at most once: changes of the same record are
 * merged as they are added, so a typing burst is one change and an insertion taken back is none.
 * The head of a case comes first where it is inserted and last where it is deleted. It is filled by
 * whoever makes it, then never changes and is shared, also between threads.
 */
typedef struct _AncChangeSet AncChangeSet;

GType anc_change_set_get_type (void);

AncChangeSet *anc_change_set_new (gint64 case_key,
                                  const char *label);
AncChangeSet *anc_change_set_new_inverse (const AncChangeSet *self);
AncChangeSet *anc_change_set_ref (AncChangeSet *self);
void anc_change_set_unref (AncChangeSet *self);

gint64 anc_change_set_get_case_key (const AncChangeSet *self);
const char *anc_change_set_get_label (const AncChangeSet *self);
guint anc_change_set_get_count (const AncChangeSet *self);
const AncChange *anc_change_set_get (const AncChangeSet *self,
                                     guint index);
const AncChange *anc_change_set_find (const AncChangeSet *self,
                                      gint64 key);

void anc_change_set_add (AncChangeSet *self,
                         AncRow *before,
                         AncRow *after);
void anc_change_set_merge (AncChangeSet *self,
                           const AncChangeSet *next);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncChangeSet, anc_change_set_unref)
