/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-rows.h"

/**
 * AncComparisonKind:
 * @ANC_COMPARISON_SAME: both have the record, with the same values
 * @ANC_COMPARISON_NEW: only they have it
 * @ANC_COMPARISON_DIFFERENT: both have it, with different values
 * @ANC_COMPARISON_OURS: only we have it; taking what is theirs never deletes it
 *
 * How a record of ours and of theirs stand to each other.
 */
typedef enum
{
  ANC_COMPARISON_SAME,
  ANC_COMPARISON_NEW,
  ANC_COMPARISON_DIFFERENT,
  ANC_COMPARISON_OURS,
} AncComparisonKind;

/**
 * AncComparisonItem:
 * @ours: (nullable): the record as we have it
 * @theirs: (nullable): the record as they have it
 *
 * One record of two versions of a case. It is the same record where its key is; its place in its list is
 * not compared.
 */
typedef struct
{
  AncComparisonKind kind;
  AncRow *ours;
  AncRow *theirs;
} AncComparisonItem;

gboolean anc_comparison_item_differs (const AncComparisonItem *self,
                                      guint column);

/**
 * AncComparisonChoice:
 * @item: a record that is new or different
 * @column: for one that is different, a field that differs; for one that is new, %ANC_COLUMN_NONE
 *
 * Returns: whether to take what is theirs
 */
typedef gboolean (*AncComparisonChoice) (const AncComparisonItem *item,
                                         guint column,
                                         gpointer user_data);

#define ANC_TYPE_CASE_COMPARISON (anc_case_comparison_get_type ())

/**
 * AncCaseComparison:
 *
 * Two versions of one case, record by record: the head first, then table by table theirs in their order,
 * then what is ours alone. Immutable.
 */
typedef struct _AncCaseComparison AncCaseComparison;

GType anc_case_comparison_get_type (void);

AncCaseComparison *anc_case_comparison_new (AncCaseRows *ours,
                                            AncCaseRows *theirs);
AncCaseComparison *anc_case_comparison_ref (AncCaseComparison *self);
void anc_case_comparison_unref (AncCaseComparison *self);

guint anc_case_comparison_get_count (const AncCaseComparison *self);
const AncComparisonItem *anc_case_comparison_get (const AncCaseComparison *self,
                                                  guint index);
guint anc_case_comparison_count_kind (const AncCaseComparison *self,
                                      AncComparisonKind kind);
char *anc_case_comparison_dup_path (const AncCaseComparison *self,
                                    const AncComparisonItem *item,
                                    guint column);

AncChangeSet *anc_case_comparison_take (const AncCaseComparison *self,
                                        const char *label,
                                        AncComparisonChoice choice,
                                        gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncCaseComparison, anc_case_comparison_unref)
