/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-review-private.h"

#include "anc-case-json.h"
#include "anc-citation.h"

#include "anc-amount.h"
#include "anc-date.h"
#include "anc-fold.h"
#include "anc-siret.h"

#include <string.h>

/* Full time is 35 hours a week (Code du travail, art. L3121-27, in force since 2016-08-10); half as much
   again is seldom true, and often a slip of the pen. */
#define DOUBTFUL_WEEKLY_HOURS (105 * ANC_AMOUNT_UNIT / 2)

typedef struct
{
  AncCaseReview *review;
  const AncCaseRows *rows;
  GHashTable *documents; /* from id to AncRow */
} Doubts;

static void tell (const Doubts *doubts,
                  const AncRow *row,
                  const char *column,
                  const char *template,
                  ...) G_GNUC_NULL_TERMINATED;

static void
tell (const Doubts *doubts,
      const AncRow *row,
      const char *column,
      const char *template,
      ...)
{
  const guint index = column != NULL ? anc_table_find_column (row->table, column) : ANC_COLUMN_NONE;
  g_autofree char *path = anc_case_rows_dup_path (doubts->rows, row, index);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  AncCaseFinding finding = {
    .kind = ANC_CASE_FINDING_DOUBTFUL,
    .row = (AncRow *) row,
    .column = index,
    .problem = { .path = path, .template = template },
  };
  va_list arguments;
  char *argument;

  va_start (arguments, template);
  do
    g_ptr_array_add (texts, argument = va_arg (arguments, char *));
  while (argument != NULL);
  va_end (arguments);

  finding.problem.arguments = (char **) texts->pdata;
  anc_case_review_add (doubts->review, &finding);
}

/* A date beyond all that can be recorded, which came from elsewhere, is refused; here it is none. */
static AncDate
get_date (const AncRow *row,
          const char *column)
{
  const gint64 date = anc_row_get_integer (row, column, ANC_DATE_NONE);

  return date >= ANC_DATE_MIN && date <= ANC_DATE_MAX ? (AncDate) date : ANC_DATE_NONE;
}

static AncMonth
get_month (const AncRow *row,
           const char *column)
{
  const gint64 month = anc_row_get_integer (row, column, ANC_MONTH_NONE);

  return month >= anc_date_get_month (ANC_DATE_MIN) && month <= anc_date_get_month (ANC_DATE_MAX)
             ? (AncMonth) month
             : ANC_MONTH_NONE;
}

static AncAmount
get_amount (const AncRow *row,
            const char *column)
{
  return anc_row_get_integer (row, column, ANC_AMOUNT_NONE);
}

/* ---- Employers ------------------------------------------------------------------------------- */

static void
look_at_employers (const Doubts *doubts)
{
  for (guint i = 0; i < anc_case_rows_get_count (doubts->rows, ANC_TABLE_EMPLOYERS); i++)
    {
      const AncRow *employer = anc_case_rows_get (doubts->rows, ANC_TABLE_EMPLOYERS, i);
      const char *siret = anc_row_get_text (employer, "siret");

      if (siret == NULL || *siret == '\0')
        continue;
      if (!anc_siret_is_complete (siret))
        tell (doubts, employer, "siret", ANC_PROBLEM ("a SIRET has 14 digits"), NULL);
      else if (!anc_siret_check (siret))
        tell (doubts, employer, "siret", ANC_PROBLEM ("its check digit does not agree: one digit is wrong, or two are exchanged"), NULL);
    }
}

/* ---- Hours and pay --------------------------------------------------------------------------- */

static void
look_at_weekly_hours (const Doubts *doubts,
                      AncTableId table)
{
  for (guint i = 0; i < anc_case_rows_get_count (doubts->rows, table); i++)
    {
      const AncRow *row = anc_case_rows_get (doubts->rows, table, i);

      if (get_amount (row, "weekly_hours") > DOUBTFUL_WEEKLY_HOURS)
        tell (doubts, row, "weekly_hours", ANC_PROBLEM ("more than one and a half times full time"), NULL);
    }
}

/* The hours of each month, of all payslips together, are told of beside the one that makes them too many. */
static void
look_at_hours (const Doubts *doubts)
{
  const AncAmount limit = anc_amount_per_month (DOUBTFUL_WEEKLY_HOURS);
  g_autoptr (GHashTable) sums = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  char month_text[ANC_DATE_BUFFER_SIZE];
  char sum_text[ANC_AMOUNT_BUFFER_SIZE];

  for (guint i = 0; i < anc_case_rows_get_count (doubts->rows, ANC_TABLE_PAYSLIPS); i++)
    {
      const AncRow *payslip = anc_case_rows_get (doubts->rows, ANC_TABLE_PAYSLIPS, i);
      const AncMonth month = get_month (payslip, "month");
      const AncAmount hours = get_amount (payslip, "hours");
      AncAmount *sum = g_hash_table_lookup (sums, GINT_TO_POINTER (month));

      if (hours == ANC_AMOUNT_NONE || month == ANC_MONTH_NONE)
        continue;
      if (sum == NULL)
        {
          sum = g_new0 (AncAmount, 1);
          g_hash_table_insert (sums, GINT_TO_POINTER (month), sum);
        }

      if (hours > limit)
        tell (doubts, payslip, "hours", ANC_PROBLEM ("more than one and a half times full time"), NULL);
      else if (*sum <= limit && anc_amount_add (*sum, hours) > limit)
        tell (doubts,
              payslip,
              "hours",
              ANC_PROBLEM ("with the other payslips of %s this makes %s hours: more than one and a half times full time"),
              anc_month_format (month, month_text),
              anc_amount_format (anc_amount_add (*sum, hours), 0, 2, sum_text),
              NULL);
      *sum = anc_amount_add (*sum, hours);
    }
}

static void
look_at_pay (const Doubts *doubts)
{
  for (guint i = 0; i < anc_case_rows_get_count (doubts->rows, ANC_TABLE_PAYSLIPS); i++)
    {
      const AncRow *payslip = anc_case_rows_get (doubts->rows, ANC_TABLE_PAYSLIPS, i);
      const AncAmount gross = get_amount (payslip, "gross");

      if (gross != ANC_AMOUNT_NONE && get_amount (payslip, "net") > gross)
        tell (doubts, payslip, "net", ANC_PROBLEM ("more than the gross pay"), NULL);
    }
}

/* ---- A life in its order --------------------------------------------------------------------- */

static void
look_at_dates (const Doubts *doubts)
{
  static const struct
  {
    AncTableId table;
    const char *column;
  } dates[] = {
    { ANC_TABLE_CASES, "entry_date" },
    { ANC_TABLE_STAYS, "start" },
    { ANC_TABLE_ABSENCES, "start" },
    { ANC_TABLE_JOBS, "start" },
    { ANC_TABLE_MEASURES, "notified" },
  };
  const AncDate birth = get_date (anc_case_rows_get_head (doubts->rows), "birth_date");
  char text[ANC_DATE_BUFFER_SIZE];

  if (birth == ANC_DATE_NONE)
    return;

  anc_date_format (birth, text);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    for (guint j = 0; j < anc_case_rows_get_count (doubts->rows, dates[i].table); j++)
      {
        const AncRow *row = anc_case_rows_get (doubts->rows, dates[i].table, j);
        const AncDate date = get_date (row, dates[i].column);

        if (date != ANC_DATE_NONE && date < birth)
          tell (doubts, row, dates[i].column, ANC_PROBLEM ("before the birth of the person, %s"), text, NULL);
      }
}

/* One stay may end on the day the next begins. */
static void
look_at_stays (const Doubts *doubts)
{
  const guint n = anc_case_rows_get_count (doubts->rows, ANC_TABLE_STAYS);
  char text[ANC_DATE_BUFFER_SIZE];

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        const AncRow *stay = anc_case_rows_get (doubts->rows, ANC_TABLE_STAYS, i);
        const AncRow *other = anc_case_rows_get (doubts->rows, ANC_TABLE_STAYS, j);
        const AncDate start = get_date (stay, "start");
        const AncDate other_start = get_date (other, "start");
        const AncDate other_end = get_date (other, "end");

        if (i == j || start == ANC_DATE_NONE || other_start == ANC_DATE_NONE)
          continue;
        if ((other_start < start || (other_start == start && j < i))
            && (other_end == ANC_DATE_NONE || other_end > start))
          {
            tell (doubts, stay, "start", ANC_PROBLEM ("the stay that began on %s goes on beyond this day"), anc_date_format (other_start, text), NULL);
            break;
          }
      }
}

/* ---- Documents ------------------------------------------------------------------------------- */

static const AncRow *
find_document (const Doubts *doubts,
               const char *id)
{
  return id != NULL ? g_hash_table_lookup (doubts->documents, id) : NULL;
}

static void
collect_documents (const Doubts *doubts)
{
  for (guint i = anc_case_rows_get_count (doubts->rows, ANC_TABLE_DOCUMENTS); i > 0; i--)
    {
      const AncRow *document = anc_case_rows_get (doubts->rows, ANC_TABLE_DOCUMENTS, i - 1);
      const char *id = anc_row_get_text (document, "id");

      if (id != NULL) /* of two of one id the first */
        g_hash_table_insert (doubts->documents, (char *) id, (gpointer) document);
    }
}

static void
look_at_documents (const Doubts *doubts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < anc_case_rows_get_count (doubts->rows, ANC_TABLE_DOCUMENTS); i++)
    {
      const AncRow *document = anc_case_rows_get (doubts->rows, ANC_TABLE_DOCUMENTS, i);
      const char *sha256 = anc_row_get_text (document, "sha256");
      g_autofree char *lower = sha256 != NULL ? g_ascii_strdown (sha256, -1) : NULL;
      const AncRow *first = lower != NULL ? g_hash_table_lookup (seen, lower) : NULL;

      if (first != NULL)
        tell (doubts, document, "sha256", ANC_PROBLEM ("the same file as “%s”"), anc_row_get_text (first, "title") ?: "", NULL);
      else if (lower != NULL)
        g_hash_table_insert (seen, g_steal_pointer (&lower), (gpointer) document);
    }
}

static void
look_at_payslip_documents (const Doubts *doubts)
{
  char text[ANC_DATE_BUFFER_SIZE];

  for (guint i = 0; i < anc_case_rows_get_count (doubts->rows, ANC_TABLE_PAYSLIPS); i++)
    {
      const AncRow *payslip = anc_case_rows_get (doubts->rows, ANC_TABLE_PAYSLIPS, i);
      const AncRow *document = find_document (doubts, anc_row_get_text (payslip, "document"));
      const AncMonth month = get_month (payslip, "month");
      const AncMonth document_month = document != NULL ? get_month (document, "month") : ANC_MONTH_NONE;

      if (month != ANC_MONTH_NONE && document_month != ANC_MONTH_NONE && month != document_month)
        tell (doubts, payslip, "month", ANC_PROBLEM ("its document is of %s"), anc_month_format (document_month, text), NULL);
    }
}

/* ---- Citations ------------------------------------------------------------------------------- */

static gboolean
holds_words (const char *text,
             const char *words)
{
  g_autofree char *folded_text = anc_fold (text, -1);
  g_autofree char *folded_words = anc_fold (words, -1);
  g_auto (GStrv) in_text = g_strsplit (folded_text, " ", -1);
  g_auto (GStrv) wanted = g_strsplit (folded_words, " ", -1);

  for (char **word = wanted; *word != NULL; word++)
    if (!g_strv_contains ((const char *const *) in_text, *word))
      return FALSE;

  return TRUE;
}

static gboolean
is_name (const AncRow *claim,
         guint column)
{
  return claim->table->id == ANC_TABLE_CASES
         && (column == anc_table_find_column (claim->table, "family_name")
             || column == anc_table_find_column (claim->table, "given_names"));
}

/* Whether the claim still is what was accepted, and a name what the page says. */
static void
look_at_claim (const Doubts *doubts,
               const AncRow *citation,
               const AncRow *claim,
               guint column)
{
  const AncColumn *its_column = &claim->table->columns[column];
  const AncValue *value = &claim->values[column];
  const char *accepted = anc_row_get_text (citation, "claim_value");
  const char *read = anc_row_get_text (citation, "text_read");
  g_autofree char *now = anc_case_json_dup_literal (its_column, value);

  if (accepted != NULL && strcmp (accepted, now) != 0)
    tell (doubts, claim, its_column->name, ANC_PROBLEM ("its proof was accepted for another value: %s"), accepted, NULL);
  if (is_name (claim, column) && value->type == ANC_VALUE_TEXT && read != NULL && !holds_words (read, value->text))
    tell (doubts, claim, its_column->name, ANC_PROBLEM ("a document has another name: “%s”"), read, NULL);
}

static void
look_at_page (const Doubts *doubts,
              const AncRow *citation)
{
  const char *id = anc_row_get_text (citation, "document");
  const AncRow *document = find_document (doubts, id);
  const gint64 page = anc_row_get_integer (citation, "page", 1);
  const gint64 n_pages = document != NULL ? anc_row_get_integer (document, "pages", G_MAXINT64) : G_MAXINT64;

  if (document == NULL)
    tell (doubts, citation, "document", ANC_PROBLEM ("there is no “%s” in %s"), id != NULL ? id : "", "documents", NULL);
  else if (page < 1 || page > n_pages)
    tell (doubts, citation, "page", ANC_PROBLEM ("the document has no such page"), NULL);
}

static void
look_at_citations (const Doubts *doubts)
{
  for (guint i = 0; i < anc_case_rows_get_count (doubts->rows, ANC_TABLE_CITATIONS); i++)
    {
      const AncRow *citation = anc_case_rows_get (doubts->rows, ANC_TABLE_CITATIONS, i);
      guint column;
      const AncRow *claim = anc_citation_find_claim (doubts->rows, citation, &column);

      look_at_page (doubts, citation);
      if (claim == NULL)
        tell (doubts, citation, "claim_key", ANC_PROBLEM ("what it proves is no longer there"), NULL);
      else
        look_at_claim (doubts, citation, claim, column);
    }
}

/* ---- Facts ----------------------------------------------------------------------------------- */

static void
look_at_facts (const Doubts *doubts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < anc_case_rows_get_count (doubts->rows, ANC_TABLE_FACTS); i++)
    {
      const AncRow *fact = anc_case_rows_get (doubts->rows, ANC_TABLE_FACTS, i);
      const char *name = anc_row_get_text (fact, "name");

      if (name == NULL || anc_row_get_text (fact, "value") == NULL)
        tell (doubts, fact, name == NULL ? "name" : "value", ANC_PROBLEM ("is missing"), NULL);
      else if (!g_hash_table_add (seen, (char *) name))
        tell (doubts, fact, "name", ANC_PROBLEM ("recorded twice; the first counts"), NULL);
    }
}

/**
 * anc_case_review_look_for_doubts:
 * @self: a review that is being made
 * @rows: the case
 *
 * Adds what the records say against each other, though the case format allows it.
 */
void
anc_case_review_look_for_doubts (AncCaseReview *self,
                                 const AncCaseRows *rows)
{
  g_autoptr (GHashTable) documents = g_hash_table_new (g_str_hash, g_str_equal);
  const Doubts doubts = { self, rows, documents };

  collect_documents (&doubts);
  look_at_dates (&doubts);
  look_at_stays (&doubts);
  look_at_employers (&doubts);
  look_at_weekly_hours (&doubts, ANC_TABLE_JOBS);
  look_at_weekly_hours (&doubts, ANC_TABLE_OFFERS);
  look_at_hours (&doubts);
  look_at_pay (&doubts);
  look_at_documents (&doubts);
  look_at_payslip_documents (&doubts);
  look_at_citations (&doubts);
  look_at_facts (&doubts);
}
