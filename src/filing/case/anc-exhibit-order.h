/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-exhibit-rules.h"

#include "anc-case-rows.h"

/**
 * AncExhibit:
 * @title: what it is
 * @group: (nullable): the heading it stands under
 * @date: (nullable): its date or period, in words
 * @documents: (element-type AncRow): rows of `documents`, in their order
 *
 * One exhibit to be filed.
 */
typedef struct
{
  guint number;
  char *title;
  char *group;
  char *date;
  GPtrArray *documents;
} AncExhibit;

/**
 * AncExhibitOrder:
 * @rows: the case
 * @exhibits: (element-type AncExhibit): in the order in which they are filed, by rising number
 * @missing: (element-type AncExhibitItem): required items that no document of the case answers
 *
 * The documents of a case as exhibits.
 */
typedef struct
{
  AncCaseRows *rows;
  GPtrArray *exhibits;
  GPtrArray *missing;
} AncExhibitOrder;

/**
 * AncExhibitOrdering:
 * @rules: the kinds of documents
 * @list: (nullable): the list to follow; %NULL to keep the order of the case, which people made by hand
 * @language: of the words made here
 * @sent: (nullable): the ids of documents that were filed before, which keep their numbers
 * @first_number: the first number to give
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
} AncExhibitOrdering;

AncExhibitOrder *anc_exhibit_order_new (AncCaseRows *rows,
                                        const AncExhibitOrdering *ordering);
void anc_exhibit_order_free (AncExhibitOrder *self);

guint anc_exhibit_order_find_number (const AncExhibitOrder *self,
                                     const char *document);
AncMonth anc_exhibit_get_month (const AncRow *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncExhibitOrder, anc_exhibit_order_free)
