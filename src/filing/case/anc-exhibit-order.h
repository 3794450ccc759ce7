/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-exhibit-rules.h"

#include "anc-case-rows.h"

/* What a case records for the order of its exhibits where people made it themselves, rather than a list. */
#define ANC_EXHIBIT_ORDER_BY_HAND "hand"

/**
 * AncExhibit:
 * @number: under which it is filed, or was
 * @title: what it is
 * @group: (nullable): the heading it stands under
 * @date: (nullable): its date or period, in words
 * @documents: (element-type AncRow): rows of `documents`, in their order; at least one
 * @is_filed: whether it was filed before
 *
 * One exhibit.
 */
typedef struct
{
  guint number;
  char *title;
  char *group;
  char *date;
  GPtrArray *documents;
  gboolean is_filed;
} AncExhibit;

/**
 * AncExhibitOrder:
 * @rows: the case
 * @exhibits: (element-type AncExhibit): in the order in which they are filed, by rising number
 * @filed: (element-type AncExhibit): what was filed before and is not filed again, by rising number
 * @left_out: (element-type AncRow): rows of `documents` that are not to be filed
 * @missing: (element-type AncExhibitItem): required items that no document of the case answers
 *
 * The documents of a case as exhibits.
 */
typedef struct
{
  AncCaseRows *rows;
  GPtrArray *exhibits;
  GPtrArray *filed;
  GPtrArray *left_out;
  GPtrArray *missing;
} AncExhibitOrder;

/**
 * AncExhibitOrdering:
 * @rules: the kinds of documents
 * @list: (nullable): the list to follow; %NULL to keep the order of the case, which people made by hand
 * @language: of the words made here
 * @sent: (nullable): the ids of documents that were filed before by a plan the case knows nothing of; they are in no exhibit
 * @first_number: the least number to give; what follows an exhibit filed before has a higher one than it
 * @again: whether to file once more what the case says was filed, under its numbers
 *
 * How to order.
 */
typedef struct
{
  const AncExhibitRules *rules;
  const AncExhibitList *list;
  AncLanguage language;
  GHashTable *sent;
  guint first_number;
  gboolean again;
} AncExhibitOrdering;

AncExhibitOrder *anc_exhibit_order_new (AncCaseRows *rows,
                                        const AncExhibitOrdering *ordering);
void anc_exhibit_order_free (AncExhibitOrder *self);

guint anc_exhibit_order_find_number (const AncExhibitOrder *self,
                                     const char *document);
gboolean anc_exhibit_order_is_by_hand (const AncCaseRows *rows);
AncMonth anc_exhibit_get_month (const AncRow *document);
gboolean anc_exhibit_is_payslip (const AncRow *document);
gboolean anc_exhibit_is_ordered_by_month (const AncExhibit *exhibit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncExhibitOrder, anc_exhibit_order_free)
