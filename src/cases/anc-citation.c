/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-citation.h"

#include "anc-case-json.h"

#include <glib/gi18n.h>

/* ---- Editing --------------------------------------------------------------------------------- */

static void
set_amount (AncRecord *record,
            const char *column,
            AncAmount amount)
{
  if (amount != ANC_AMOUNT_NONE)
    anc_record_set_integer (record, column, amount);
}

static void
set_place (AncRecord *citation,
           const AncCitationPlace *place)
{
  anc_record_set_text (citation, "document", place->document);
  if (place->page > 0)
    anc_record_set_integer (citation, "page", place->page);
  set_amount (citation, "x", place->x);
  set_amount (citation, "y", place->y);
  set_amount (citation, "width", place->width);
  set_amount (citation, "height", place->height);
  anc_record_set_text (citation, "text_read", place->text_read);
  set_amount (citation, "confidence", place->confidence);
  anc_record_set_text (citation, "accepted_by", place->accepted_by);
  if (place->accepted_at >= 0)
    anc_record_set_integer (citation, "accepted_at", place->accepted_at);
  if (place->is_corrected)
    anc_record_set_integer (citation, "corrected", TRUE);
}

/**
 * anc_citation_add:
 * @edited: a case
 * @claim: one of its records
 * @column: the field that is proven
 * @place: where, by whom
 *
 * Says that what the field holds now is proven there. A claim may have several citations.
 *
 * Returns: (transfer none): the citation
 */
AncRecord *
anc_citation_add (AncCase *edited,
                  AncRecord *claim,
                  guint column,
                  const AncCitationPlace *place)
{
  const AncTable *table = anc_record_get_table (claim);
  g_autofree char *literal = NULL;
  AncRecord *citation;
  AncChangeSet *changes;

  g_return_val_if_fail (ANC_IS_CASE (edited), NULL);
  g_return_val_if_fail (anc_case_find (edited, anc_record_get_key (claim)) == claim, NULL);
  g_return_val_if_fail (column < table->n_columns, NULL);
  g_return_val_if_fail (place->document != NULL, NULL);

  literal = anc_case_json_dup_literal (&table->columns[column], anc_record_get_value (claim, column));

  anc_case_begin (edited, N_ ("Add a proof"));
  citation = anc_case_insert (edited, ANC_TABLE_CITATIONS, G_MAXUINT);
  anc_record_set_text (citation, "claim_table", table->name);
  anc_record_set_integer (citation, "claim_key", anc_record_get_key (claim));
  anc_record_set_text (citation, "claim_column", table->columns[column].name);
  anc_record_set_text (citation, "claim_value", literal);
  set_place (citation, place);
  changes = anc_case_commit (edited);
  g_clear_pointer (&changes, anc_change_set_unref);

  return citation;
}

/* Removes the records of @table whose @column names @id, or clears the column where they stand without it. */
static void
forget (AncCase *edited,
        AncTableId table,
        const char *id)
{
  AncRecordList *list = anc_case_get_list (edited, table);

  for (guint i = anc_record_list_get_count (list); i > 0; i--)
    {
      AncRecord *record = anc_record_list_get (list, i - 1);

      if (g_strcmp0 (anc_record_get_text (record, "document"), id) != 0)
        continue;
      if (table == ANC_TABLE_CITATIONS)
        anc_case_remove (edited, record);
      else
        anc_record_unset (record, "document");
    }
}

/**
 * anc_citation_withdraw_document:
 * @edited: a case
 * @document: one of its documents
 *
 * Takes the document out of the case, with its citations and all mention of it. What they proved stays
 * recorded, without that proof; see anc_citation_list_lost().
 */
void
anc_citation_withdraw_document (AncCase *edited,
                                AncRecord *document)
{
  g_autofree char *id = NULL;
  AncChangeSet *changes;

  g_return_if_fail (ANC_IS_CASE (edited));
  g_return_if_fail (anc_case_find (edited, anc_record_get_key (document)) == document);
  g_return_if_fail (anc_record_get_table (document)->id == ANC_TABLE_DOCUMENTS);

  id = g_strdup (anc_record_get_text (document, "id"));

  anc_case_begin (edited, N_ ("Withdraw a document"));
  for (guint i = ANC_TABLE_CASES + 1; i < ANC_N_TABLES && id != NULL; i++)
    if (anc_table_find_column (anc_table_get (i), "document") != ANC_COLUMN_NONE)
      forget (edited, i, id);
  anc_case_remove (edited, document);
  changes = anc_case_commit (edited);
  g_clear_pointer (&changes, anc_change_set_unref);
}

/* ---- Reading --------------------------------------------------------------------------------- */

/**
 * anc_citation_find_claim:
 * @rows: a case
 * @citation: one of its citations
 * @column: (out): the field that is proven
 *
 * Returns: (transfer none) (nullable): the record of the claim; %NULL where it is no longer there
 */
const AncRow *
anc_citation_find_claim (const AncCaseRows *rows,
                         const AncRow *citation,
                         guint *column)
{
  const char *name = anc_row_get_text (citation, "claim_table");
  const char *field = anc_row_get_text (citation, "claim_column");
  const AncTable *table = name != NULL ? anc_table_find (name) : NULL;

  if (table == NULL || field == NULL)
    return NULL;

  *column = anc_table_find_column (table, field);
  return *column != ANC_COLUMN_NONE
             ? anc_case_rows_find (rows, table->id, anc_row_get_integer (citation, "claim_key", 0))
             : NULL;
}

/**
 * anc_citation_is_corrected:
 * @citation: a citation
 * @claim: (nullable): the record it proves a field of; %NULL where that is no longer there
 *
 * Returns: whether the case says something else than stands at the place: it was corrected when it was
 *   accepted, or changed since
 */
gboolean
anc_citation_is_corrected (const AncRow *citation,
                           const AncRow *claim)
{
  const char *accepted = anc_row_get_text (citation, "claim_value");
  const char *name = anc_row_get_text (citation, "claim_column");
  const guint column = claim != NULL && name != NULL ? anc_table_find_column (claim->table, name) : ANC_COLUMN_NONE;
  g_autofree char *now = NULL;

  if (anc_row_get_integer (citation, "corrected", FALSE))
    return TRUE;
  if (column == ANC_COLUMN_NONE || accepted == NULL)
    return FALSE;

  now = anc_case_json_dup_literal (&claim->table->columns[column], &claim->values[column]);
  return g_strcmp0 (accepted, now) != 0;
}

/**
 * anc_citation_list_of_claim:
 * @rows: a case
 * @key: the key of a record
 * @column: one of its columns
 *
 * Returns: (transfer container) (element-type AncRow): the citations that prove this field
 */
GPtrArray *
anc_citation_list_of_claim (const AncCaseRows *rows,
                            gint64 key,
                            guint column)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < anc_case_rows_get_count (rows, ANC_TABLE_CITATIONS); i++)
    {
      const AncRow *citation = anc_case_rows_get (rows, ANC_TABLE_CITATIONS, i);
      guint its_column;

      if (anc_row_get_integer (citation, "claim_key", 0) == key
          && anc_citation_find_claim (rows, citation, &its_column) != NULL && its_column == column)
        g_ptr_array_add (found, (gpointer) citation);
    }

  return found;
}

/**
 * anc_citation_list_of_document:
 * @rows: a case
 * @document: the id of a document
 *
 * Returns: (transfer container) (element-type AncRow): the citations into this document
 */
GPtrArray *
anc_citation_list_of_document (const AncCaseRows *rows,
                               const char *document)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < anc_case_rows_get_count (rows, ANC_TABLE_CITATIONS); i++)
    {
      const AncRow *citation = anc_case_rows_get (rows, ANC_TABLE_CITATIONS, i);

      if (g_strcmp0 (anc_row_get_text (citation, "document"), document) == 0)
        g_ptr_array_add (found, (gpointer) citation);
    }

  return found;
}

static gboolean
is_proven_elsewhere (const AncCaseRows *rows,
                     const AncRow *claim,
                     guint column,
                     const char *document)
{
  g_autoptr (GPtrArray) proofs = anc_citation_list_of_claim (rows, claim->key, column);

  for (guint i = 0; i < proofs->len; i++)
    if (g_strcmp0 (anc_row_get_text (g_ptr_array_index (proofs, i), "document"), document) != 0)
      return TRUE;

  return FALSE;
}

static void
add_claim (GArray *claims,
           const AncRow *row,
           guint column)
{
  const AncClaim claim = { (AncRow *) row, column };

  for (guint i = 0; i < claims->len; i++)
    if (g_array_index (claims, AncClaim, i).row == row && g_array_index (claims, AncClaim, i).column == column)
      return;

  g_array_append_val (claims, claim);
}

/**
 * anc_citation_list_lost:
 * @rows: a case
 * @document: the id of a document
 *
 * Finds what would be without proof if the document were withdrawn: fields cited from it and from no other,
 * and records that name it as theirs (a payslip, an offer, an event).
 *
 * Returns: (transfer container) (element-type AncClaim): each once; the rows are those of @rows
 */
GArray *
anc_citation_list_lost (const AncCaseRows *rows,
                        const char *document)
{
  GArray *lost = g_array_new (FALSE, FALSE, sizeof (AncClaim));
  g_autoptr (GPtrArray) citations = anc_citation_list_of_document (rows, document);

  for (guint i = ANC_TABLE_CASES + 1; i < ANC_TABLE_CITATIONS; i++)
    {
      if (anc_table_find_column (anc_table_get (i), "document") == ANC_COLUMN_NONE)
        continue;
      for (guint j = 0; j < anc_case_rows_get_count (rows, i); j++)
        if (g_strcmp0 (anc_row_get_text (anc_case_rows_get (rows, i, j), "document"), document) == 0)
          add_claim (lost, anc_case_rows_get (rows, i, j), ANC_COLUMN_NONE);
    }

  for (guint i = 0; i < citations->len; i++)
    {
      guint column;
      const AncRow *claim = anc_citation_find_claim (rows, g_ptr_array_index (citations, i), &column);

      if (claim != NULL && !is_proven_elsewhere (rows, claim, column, document))
        add_claim (lost, claim, column);
    }

  return lost;
}
