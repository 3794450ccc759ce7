/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-proofs.h"

#include "anc-amount.h"
#include "anc-case-edits.h"
#include "anc-citation.h"

static double
get_points (AncRecord *citation,
            const char *column)
{
  return (double) anc_record_get_integer (citation, column, 0) / ANC_AMOUNT_UNIT;
}

/**
 * anc_proof_read:
 * @a_case: a case
 * @citation: one of its citations
 * @proof: (out): what it says; valid until the case changes
 *
 * Returns: whether its document is there
 */
gboolean
anc_proof_read (AncCase *a_case,
                AncRecord *citation,
                AncProof *proof)
{
  const gint64 page = anc_record_get_integer (citation, "page", 0);
  const double x = get_points (citation, "x");
  const double y = get_points (citation, "y");
  AncRecord *document = anc_case_find_by_id (a_case, ANC_TABLE_DOCUMENTS, anc_record_get_text (citation, "document"));
  AncRecord *claim = anc_case_find (a_case, anc_record_get_integer (citation, "claim_key", 0));

  if (document == NULL)
    return FALSE;

  *proof = (AncProof){
    .citation = citation,
    .document = document,
    .has_place = page > 0,
    .place = { (guint) MAX (page - 1, 0), { x, y, x + get_points (citation, "width"), y + get_points (citation, "height") } },
    .is_corrected = anc_citation_is_corrected (anc_record_get_row (citation), claim != NULL ? anc_record_get_row (claim) : NULL),
  };
  return TRUE;
}

static gboolean
find (AncCase *a_case,
      gint64 key,
      const char *column,
      AncProof *proof)
{
  AncRecordList *citations = anc_case_get_list (a_case, ANC_TABLE_CITATIONS);

  for (guint i = 0; i < anc_record_list_get_count (citations); i++)
    {
      AncRecord *citation = anc_record_list_get (citations, i);

      if (anc_record_get_integer (citation, "claim_key", 0) == key
          && (column == NULL || g_strcmp0 (anc_record_get_text (citation, "claim_column"), column) == 0)
          && anc_proof_read (a_case, citation, proof))
        return TRUE;
    }

  return FALSE;
}

/**
 * anc_proof_find:
 * @a_case: a case
 * @claim: one of its records
 * @column: one of its columns
 * @proof: (out): what proves this field
 *
 * Returns: whether something does
 */
gboolean
anc_proof_find (AncCase *a_case,
                AncRecord *claim,
                guint column,
                AncProof *proof)
{
  const AncTable *table = anc_record_get_table (claim);

  g_return_val_if_fail (column < table->n_columns, FALSE);

  return find (a_case, anc_record_get_key (claim), table->columns[column].name, proof);
}

/**
 * anc_proof_find_best:
 * @a_case: a case
 * @claim: one of its records
 * @proof: (out): what proves it: its hours if it has any, else whatever of it is proven, else the document
 *   it names, whose place is then not told
 *
 * Returns: whether something does
 */
gboolean
anc_proof_find_best (AncCase *a_case,
                     AncRecord *claim,
                     AncProof *proof)
{
  const gint64 key = anc_record_get_key (claim);
  AncRecord *document;

  if (find (a_case, key, "hours", proof) || find (a_case, key, NULL, proof))
    return TRUE;
  if (anc_table_find_column (anc_record_get_table (claim), "document") == ANC_COLUMN_NONE)
    return FALSE;

  document = anc_case_find_by_id (a_case, ANC_TABLE_DOCUMENTS, anc_record_get_text (claim, "document"));
  *proof = (AncProof){ .document = document };
  return document != NULL;
}

/**
 * anc_proof_count_claims:
 * @a_case: a case
 * @document: one of its documents
 *
 * Returns: how many fields of the case it proves
 */
guint
anc_proof_count_claims (AncCase *a_case,
                        AncRecord *document)
{
  AncRecordList *citations = anc_case_get_list (a_case, ANC_TABLE_CITATIONS);
  const char *id = anc_record_get_text (document, "id");
  guint n = 0;

  for (guint i = 0; id != NULL && i < anc_record_list_get_count (citations); i++)
    n += g_strcmp0 (anc_record_get_text (anc_record_list_get (citations, i), "document"), id) == 0;

  return n;
}

/* Whether the office holds the document itself, not only what is said of it. */
gboolean
anc_proof_has_file (AncRecord *document)
{
  return anc_record_get_text (document, "sha256") != NULL;
}
