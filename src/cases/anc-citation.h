/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case.h"

#include "anc-amount.h"

/**
 * AncCitationPlace:
 * @document: the document's id
 * @page: from 1; 0 where none is told
 * @x: points from the left of the page, as the other three in millionths; %ANC_AMOUNT_NONE where none is told
 * @y: points from its top
 * @text_read: (nullable): what stands there
 * @confidence: from 0 to 1, or %ANC_AMOUNT_NONE
 * @accepted_by: (nullable): who accepted it
 * @accepted_at: when, in µs since 1970-01-01 UTC; -1 where that is not told
 * @is_corrected: whether whoever accepted it wrote something else than what was read there
 *
 * Where a claim was read, and who took it for true.
 */
typedef struct
{
  const char *document;
  guint page;
  AncAmount x;
  AncAmount y;
  AncAmount width;
  AncAmount height;
  const char *text_read;
  AncAmount confidence;
  const char *accepted_by;
  gint64 accepted_at;
  gboolean is_corrected;
} AncCitationPlace;

/**
 * AncClaim:
 * @row: the record
 * @column: its field; %ANC_COLUMN_NONE for the whole record, which a document was named for
 *
 * Something recorded that a document proves.
 */
typedef struct
{
  AncRow *row;
  guint column;
} AncClaim;

AncRecord *anc_citation_add (AncCase *edited,
                             AncRecord *claim,
                             guint column,
                             const AncCitationPlace *place);
void anc_citation_withdraw_document (AncCase *edited,
                                     AncRecord *document);

const AncRow *anc_citation_find_claim (const AncCaseRows *rows,
                                       const AncRow *citation,
                                       guint *column);
gboolean anc_citation_is_corrected (const AncRow *citation,
                                    const AncRow *claim);
GPtrArray *anc_citation_list_of_claim (const AncCaseRows *rows,
                                       gint64 key,
                                       guint column);
GPtrArray *anc_citation_list_of_document (const AncCaseRows *rows,
                                          const char *document);
GArray *anc_citation_list_lost (const AncCaseRows *rows,
                                const char *document);
