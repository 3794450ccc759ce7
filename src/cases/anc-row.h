/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-table.h"

/**
 * AncRow:
 * @key: a random positive number, which stays the record's through undo, packages and offices
 * @case_key: the key of the case; for the head of a case, its own
 * @position: its place in its list: rows stand by position, then key, with gaps between; 0 for a head
 * @values: by column
 *
 * One record as plain values. Whoever makes a row fills it; from then on it never changes and is shared,
 * also between threads.
 */
typedef struct
{
  const AncTable *table;
  gint64 key;
  gint64 case_key;
  gint64 position;
  AncValue values[];
} AncRow;

/* The room between two positions, so that a move or an insertion changes one record alone. */
#define ANC_ROW_GAP (G_GINT64_CONSTANT (1) << 32)

gint64 anc_row_make_key (void);

AncRow *anc_row_new (AncTableId table,
                     gint64 case_key,
                     gint64 key,
                     gint64 position);
AncRow *anc_row_copy (const AncRow *self);
AncRow *anc_row_ref (AncRow *self);
void anc_row_unref (AncRow *self);

gboolean anc_row_equal (const AncRow *self,
                        const AncRow *other);
int anc_row_compare_place (const AncRow *self,
                           const AncRow *other);

const AncValue *anc_row_get (const AncRow *self,
                             const char *column);
const char *anc_row_get_text (const AncRow *self,
                              const char *column);
gint64 anc_row_get_integer (const AncRow *self,
                            const char *column,
                            gint64 none);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncRow, anc_row_unref)
