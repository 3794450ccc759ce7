/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-rules.h"

/**
 * AncListEntry:
 * @line: its line in the text, from 1
 * @text: what stands there
 * @family: (nullable): the family it was matched to; for an entry that was not, the nearest one
 */
typedef struct
{
  guint line;
  char *text;
  const AncFamily *family;
} AncListEntry;

/**
 * AncListText:
 * @matched: of #AncListEntry: one for each family found, in the order of the text
 * @unmatched: of #AncListEntry
 * @n_elsewhere: how many lines stand under the name of another region
 *
 * What the text of a list of occupations says of one region.
 */
typedef struct
{
  GPtrArray *matched;
  GPtrArray *unmatched;
  guint n_elsewhere;
} AncListText;

AncListText *anc_list_text_new (const char *text,
                                gsize length,
                                const AncRules *rules,
                                AncRegion region);
void anc_list_text_free (AncListText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncListText, anc_list_text_free)
