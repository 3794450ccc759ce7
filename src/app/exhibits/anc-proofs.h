/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case.h"
#include "anc-page-view.h"

/* What proves a record of an open case, and where. */

/**
 * AncProof:
 * @citation: the record that says so
 * @document: the document
 * @has_place: whether it tells a page
 * @place: where on it; an empty rectangle where only the page is known
 * @is_corrected: whether someone changed the value since it was read there
 */
typedef struct
{
  AncRecord *citation;
  AncRecord *document;
  gboolean has_place;
  AncPagePlace place;
  gboolean is_corrected;
} AncProof;

gboolean anc_proof_find (AncCase *a_case,
                         AncRecord *claim,
                         guint column,
                         AncProof *proof);
gboolean anc_proof_find_best (AncCase *a_case,
                              AncRecord *claim,
                              AncProof *proof);
gboolean anc_proof_read (AncCase *a_case,
                         AncRecord *citation,
                         AncProof *proof);
guint anc_proof_count_claims (AncCase *a_case,
                              AncRecord *document);
gboolean anc_proof_has_file (AncRecord *document);
