/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-exhibit-words.h"

#include "anc-proofs.h"
#include "anc-record-summary.h"
#include "anc-record-words.h"
#include "anc-words.h"

#include <glib/gi18n.h>

/**
 * anc_exhibit_words_kind:
 * @desk: the desk of the case
 * @kind: (nullable): the word a document has for what it is
 *
 * Returns: (transfer full): what people call it
 */
char *
anc_exhibit_words_kind (AncDesk *desk,
                        const char *kind)
{
  const AncExhibitKind *known = kind != NULL ? anc_exhibit_rules_find_kind (anc_desk_get_exhibit_rules (desk), kind) : NULL;

  if (known != NULL)
    return g_strdup (known->title.in[anc_words_get_language ()]);
  if (kind == NULL || *kind == '\0' || g_str_equal (kind, "other"))
    return g_strdup (_ ("Document"));

  return g_strdelimit (g_strdup (kind), "_", ' ');
}

AncGrade
anc_exhibit_words_get_grade (AncDesk *desk,
                             const char *kind)
{
  const AncExhibitKind *known = kind != NULL ? anc_exhibit_rules_find_kind (anc_desk_get_exhibit_rules (desk), kind) : NULL;

  return known != NULL ? known->grade : ANC_GRADE_NONE;
}

/* The month it is of, else its day; (nullable). */
char *
anc_exhibit_words_when (AncRecord *document)
{
  const AncMonth month = (AncMonth) anc_record_get_integer (document, "month", ANC_MONTH_NONE);
  const AncDate date = (AncDate) anc_record_get_integer (document, "date", ANC_DATE_NONE);

  if (month != ANC_MONTH_NONE)
    return anc_words_months (&month, 1);

  return date != ANC_DATE_NONE ? anc_words_date (date) : NULL;
}

static void
fill_grade (AncGrade grade,
            AncExhibitCells *cells)
{
  static const struct
  {
    const char *words;
    AncOutcome outcome;
  } grades[] = {
    [ANC_GRADE_LIMITED] = { NC_ ("proof", "limited"), ANC_OUTCOME_ARGUABLE },
    [ANC_GRADE_REAL] = { NC_ ("proof", "real value"), ANC_OUTCOME_TO_PROVE },
    [ANC_GRADE_CERTAIN] = { NC_ ("proof", "certain"), ANC_OUTCOME_MET },
  };

  if (grade == ANC_GRADE_NONE)
    return;

  cells->badge = g_strdup (g_dpgettext2 (NULL, "proof", grades[grade].words));
  cells->outcome = grades[grade].outcome;
}

/**
 * anc_exhibit_words_document:
 * @desk: the desk of the case
 * @document: one of its documents
 * @cells: (out): what its row says
 */
void
anc_exhibit_words_document (AncDesk *desk,
                            AncRecord *document,
                            AncExhibitCells *cells)
{
  const char *kind = anc_record_get_text (document, "kind");
  const char *title = anc_record_get_text (document, "title");
  const gint64 n_pages = anc_record_get_integer (document, "pages", 0);
  const guint n_claims = anc_proof_count_claims (anc_desk_get_case (desk), document);
  g_autofree char *kind_words = anc_exhibit_words_kind (desk, kind);
  g_autofree char *when = anc_exhibit_words_when (document);

  *cells = (AncExhibitCells){
    .icon = anc_proof_has_file (document) ? "x-office-document-symbolic" : "list-remove-symbolic",
    .title = title != NULL && *title != '\0' ? g_strdup (title) : g_strdup (kind_words),
    .detail = when != NULL ? g_strdup_printf ("%s · %s", when, kind_words) : g_strdup (kind_words),
  };
  if (n_pages > 0)
    /* Translators: of a document, in a narrow column: how many pages it has. */
    cells->first = g_strdup_printf (ngettext ("%u p.", "%u pp.", (gulong) n_pages), (guint) n_pages);
  if (n_claims > 0)
    /* Translators: of a document, in a narrow column: how many fields of the case it proves. */
    cells->second = g_strdup_printf (ngettext ("%u proof", "%u proofs", n_claims), n_claims);
  fill_grade (anc_exhibit_words_get_grade (desk, kind), cells);
}

/**
 * anc_exhibit_words_claim_field:
 * @claim: a record
 * @column: one of its columns
 *
 * Returns: (transfer full): what it says there: `Hours paid: 151.67 h`
 */
char *
anc_exhibit_words_claim_field (AncRecord *claim,
                               guint column)
{
  const AncTable *table = anc_record_get_table (claim);
  g_autofree char *value = anc_words_value (table, &table->columns[column], anc_record_get_value (claim, column));

  return anc_words_labelled (anc_words_column (table, &table->columns[column]), value != NULL ? value : _ ("not recorded"));
}

/**
 * anc_exhibit_words_claim:
 * @a_case: a case
 * @claim: one of its records
 * @column: one of its columns, or %ANC_COLUMN_NONE for all of it
 *
 * Returns: (transfer full): what to call it among others: `March 2025 · Hours paid: 151.67 h`
 */
char *
anc_exhibit_words_claim (AncCase *a_case,
                         AncRecord *claim,
                         guint column)
{
  g_autofree char *name = anc_record_summarise (a_case, claim, NULL);
  g_autofree char *field = NULL;

  if (column == ANC_COLUMN_NONE)
    return g_strdup_printf ("%s · %s", anc_words_record_kind (anc_record_get_table (claim)->id), name);

  field = anc_exhibit_words_claim_field (claim, column);
  return g_strdup_printf ("%s · %s", name, field);
}
