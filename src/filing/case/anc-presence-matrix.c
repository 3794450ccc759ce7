/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-presence-matrix.h"

#include "anc-exhibit-order.h"

/* More years than anyone has lived. */
#define MAX_YEARS 130

static void
clear_half (gpointer data)
{
  g_array_unref (((AncPresenceHalf *) data)->proofs);
}

static guint
get_half (AncMonth month)
{
  return (guint) (2 * anc_month_get_year (month) + (anc_month_get_number (month) > 6 ? 1 : 0));
}

static gboolean
find_proof (const AncExhibitRules *rules,
            const AncRow *document,
            AncPresenceProof *proof,
            AncMonth *month)
{
  const AncExhibitKind *kind = anc_exhibit_rules_find_kind (rules, anc_row_get_text (document, "kind"));

  *month = anc_exhibit_get_month (document);
  if (kind == NULL || kind->grade == ANC_GRADE_NONE || *month == ANC_MONTH_NONE)
    return FALSE;

  *proof = (AncPresenceProof){ kind->grade, kind, document };

  return TRUE;
}

/* The first month that has to be proven: the entry recorded, or else of the first proof. */
static AncMonth
find_start (const AncCaseRows *rows,
            const AncExhibitRules *rules)
{
  const gint64 entry = anc_row_get_integer (anc_case_rows_get_head (rows), "entry_date", ANC_DATE_NONE);
  AncMonth start = ANC_MONTH_NONE;

  if (entry != ANC_DATE_NONE)
    return anc_date_get_month ((AncDate) entry);

  for (guint i = 0; i < anc_case_rows_get_count (rows, ANC_TABLE_DOCUMENTS); i++)
    {
      AncPresenceProof proof;
      AncMonth month;

      if (find_proof (rules, anc_case_rows_get (rows, ANC_TABLE_DOCUMENTS, i), &proof, &month)
          && (start == ANC_MONTH_NONE || month < start))
        start = month;
    }

  return start;
}

static int
compare_proofs (gconstpointer a,
                gconstpointer b)
{
  const AncPresenceProof *first = a, *second = b;
  const AncMonth first_month = anc_exhibit_get_month (first->document);
  const AncMonth second_month = anc_exhibit_get_month (second->document);

  if (first->grade != second->grade)
    return first->grade > second->grade ? -1 : 1;
  if (first_month != second_month)
    return first_month < second_month ? -1 : 1;

  return anc_row_compare_place (first->document, second->document);
}

static void
add_proofs (AncPresenceMatrix *self,
            const AncExhibitRules *rules,
            AncMonth start,
            AncMonth end)
{
  for (guint i = 0; i < anc_case_rows_get_count (self->rows, ANC_TABLE_DOCUMENTS); i++)
    {
      AncPresenceHalf *half;
      AncPresenceProof proof;
      AncMonth month;

      if (!find_proof (rules, anc_case_rows_get (self->rows, ANC_TABLE_DOCUMENTS, i), &proof, &month) || month < start || month > end)
        continue;
      half = &g_array_index (self->halves, AncPresenceHalf, get_half (month) - 2 * (guint) self->first_year);
      half->grade = MAX (half->grade, proof.grade);
      g_array_append_val (half->proofs, proof);
    }
}

/**
 * anc_presence_matrix_new:
 * @rows: a case
 * @rules: what documents are worth
 * @on: the last day
 *
 * Looks, from the entry recorded or the first proof up to a day, for what proves presence in each half of each year. A
 * document proves the half its month or date lies in.
 *
 * Returns: (transfer full): the matrix; without any year where nothing is known
 */
AncPresenceMatrix *
anc_presence_matrix_new (AncCaseRows *rows,
                         const AncExhibitRules *rules,
                         AncDate on)
{
  AncPresenceMatrix *self = g_new0 (AncPresenceMatrix, 1);
  const AncMonth end = anc_date_get_month (on);
  AncMonth start = find_start (rows, rules);

  self->rows = anc_case_rows_ref (rows);
  self->halves = g_array_new (FALSE, TRUE, sizeof (AncPresenceHalf));
  g_array_set_clear_func (self->halves, clear_half);
  if (start == ANC_MONTH_NONE || start > end)
    return self;

  start = MAX (start, end - 12 * MAX_YEARS);
  self->first_year = anc_month_get_year (start);
  for (guint i = 2 * (guint) self->first_year; i <= 2 * (guint) anc_month_get_year (end) + 1; i++)
    {
      AncPresenceHalf half = {
        .proofs = g_array_new (FALSE, FALSE, sizeof (AncPresenceProof)),
        .is_outside = i < get_half (start) || i > get_half (end),
      };

      g_array_append_val (self->halves, half);
    }
  add_proofs (self, rules, start, end);
  for (guint i = 0; i < self->halves->len; i++)
    g_array_sort (g_array_index (self->halves, AncPresenceHalf, i).proofs, compare_proofs);

  return self;
}

void
anc_presence_matrix_free (AncPresenceMatrix *self)
{
  g_array_unref (self->halves);
  anc_case_rows_unref (self->rows);
  g_free (self);
}

guint
anc_presence_matrix_get_n_years (const AncPresenceMatrix *self)
{
  return self->halves->len / 2;
}

/**
 * anc_presence_matrix_get:
 * @year: from 0, for @first_year
 * @half: 0 or 1
 *
 * Returns: what proves it
 */
const AncPresenceHalf *
anc_presence_matrix_get (const AncPresenceMatrix *self,
                         guint year,
                         guint half)
{
  g_return_val_if_fail (2 * year + half < self->halves->len && half < 2, NULL);

  return &g_array_index (self->halves, AncPresenceHalf, 2 * year + half);
}
