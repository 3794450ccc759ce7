/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-edits.h"

#include <glib/gi18n.h>
#include <string.h>

/* ---- Helpers ------------------------------------------------------------------------------- */

static void
set_date (AncRecord *record,
          const char *column,
          AncDate date)
{
  if (date == ANC_DATE_NONE)
    anc_record_unset (record, column);
  else
    anc_record_set_integer (record, column, date);
}

static gboolean
has_column (AncRecord *record,
            const char *column)
{
  return anc_table_find_column (anc_record_get_table (record), column) != ANC_COLUMN_NONE;
}

/* The first of `j1`, `j2`… that no record of the list has. */
static char *
make_id (AncRecordList *list)
{
  const char letter = anc_record_list_get_table (list)->name[0];

  for (guint number = 1;; number++)
    {
      g_autofree char *id = g_strdup_printf ("%c%u", letter, number);
      gboolean taken = FALSE;

      for (guint i = 0; i < anc_record_list_get_count (list) && !taken; i++)
        taken = g_strcmp0 (anc_record_get_text (anc_record_list_get (list, i), "id"), id) == 0;
      if (!taken)
        return g_steal_pointer (&id);
    }
}

static AncRecord *
insert_at (AncCase *a_case,
           AncTableId table,
           guint index)
{
  AncRecordList *list = anc_case_get_list (a_case, table);
  const gboolean has_id = anc_table_find_column (anc_record_list_get_table (list), "id") != ANC_COLUMN_NONE;
  g_autofree char *id = has_id ? make_id (list) : NULL;
  AncRecord *record = anc_case_insert (a_case, table, index);

  if (id != NULL)
    anc_record_set_text (record, "id", id);
  return record;
}

static AncRecord *
insert_copy (AncCase *a_case,
             AncRecord *record)
{
  const AncTable *table = anc_record_get_table (record);
  AncRecordList *list = anc_case_get_list (a_case, table->id);
  AncRecord *copy;
  guint index;

  anc_record_list_find (list, record, &index);
  copy = insert_at (a_case, table->id, index + 1);
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].field->type != ANC_FIELD_ID)
      anc_record_set_value (copy, i, anc_record_get_value (record, i));

  return copy;
}

/* ---- Adding -------------------------------------------------------------------------------- */

/**
 * anc_case_edit_add:
 * @a_case: a case
 * @table: any of its lists
 *
 * Returns: (transfer none): a new record at the end of the list, with an id where it needs one
 */
AncRecord *
anc_case_edit_add (AncCase *a_case,
                   AncTableId table)
{
  AncRecord *record;

  anc_case_begin (a_case, N_ ("Add a record"));
  record = insert_at (a_case, table, G_MAXUINT);
  anc_case_end (a_case);

  return record;
}

/**
 * anc_case_edit_add_job:
 * @a_case: a case
 * @employer: (nullable): whose job it is
 * @start: its first day
 * @end: its last day, or %ANC_DATE_NONE
 *
 * Adds a job. Where the employer has one already, the new one takes over its contract, occupation and
 * hours, which is what it nearly always is.
 *
 * Returns: (transfer none): the job
 */
AncRecord *
anc_case_edit_add_job (AncCase *a_case,
                       AncRecord *employer,
                       AncDate start,
                       AncDate end)
{
  AncRecordList *jobs = anc_case_get_list (a_case, ANC_TABLE_JOBS);
  const char *id = employer != NULL ? anc_record_get_text (employer, "id") : NULL;
  AncRecord *model = NULL;
  AncRecord *job;

  for (guint i = 0; i < anc_record_list_get_count (jobs) && id != NULL; i++)
    if (g_strcmp0 (anc_record_get_text (anc_record_list_get (jobs, i), "employer"), id) == 0)
      model = anc_record_list_get (jobs, i);

  anc_case_begin (a_case, N_ ("Add a job"));
  job = model != NULL ? insert_copy (a_case, model) : insert_at (a_case, ANC_TABLE_JOBS, G_MAXUINT);
  anc_record_set_text (job, "employer", id);
  set_date (job, "start", start);
  set_date (job, "end", end);
  anc_case_end (a_case);

  return job;
}

/**
 * anc_case_edit_add_span:
 * @table: %ANC_TABLE_STAYS or %ANC_TABLE_ABSENCES
 *
 * Returns: (transfer none): a new stay or absence of these days
 */
AncRecord *
anc_case_edit_add_span (AncCase *a_case,
                        AncTableId table,
                        AncDate start,
                        AncDate end)
{
  AncRecord *record;

  anc_case_begin (a_case, table == ANC_TABLE_STAYS ? N_ ("Add a stay") : N_ ("Add an absence"));
  record = insert_at (a_case, table, G_MAXUINT);
  set_date (record, "start", start);
  set_date (record, "end", end);
  anc_case_end (a_case);

  return record;
}

/**
 * anc_case_edit_add_payslip:
 *
 * Returns: (transfer none): a new payslip of a job for a month
 */
AncRecord *
anc_case_edit_add_payslip (AncCase *a_case,
                           AncRecord *job,
                           AncMonth month)
{
  AncRecord *payslip;

  anc_case_begin (a_case, N_ ("Add a payslip"));
  payslip = insert_at (a_case, ANC_TABLE_PAYSLIPS, G_MAXUINT);
  anc_record_set_text (payslip, "job", anc_record_get_text (job, "id"));
  if (month != ANC_MONTH_NONE)
    anc_record_set_integer (payslip, "month", month);
  anc_case_end (a_case);

  return payslip;
}

/**
 * anc_case_edit_add_event:
 *
 * Returns: (transfer none): a new event of this day
 */
AncRecord *
anc_case_edit_add_event (AncCase *a_case,
                         AncDate date)
{
  AncRecord *event;

  anc_case_begin (a_case, N_ ("Add an event"));
  event = insert_at (a_case, ANC_TABLE_EVENTS, G_MAXUINT);
  set_date (event, "date", date);
  anc_case_end (a_case);

  return event;
}

/* ---- Changing ------------------------------------------------------------------------------ */

/**
 * anc_case_edit_set_span:
 * @record: a job, stay or absence
 *
 * Sets its first and last day as one edit.
 */
void
anc_case_edit_set_span (AncCase *a_case,
                        AncRecord *record,
                        AncDate start,
                        AncDate end)
{
  anc_case_begin (a_case, N_ ("Change the dates"));
  set_date (record, "start", start);
  set_date (record, "end", end);
  anc_case_end (a_case);
}

/* The payslips of whole months from the cut on go with the second part. */
static void
hand_payslips_on (AncCase *a_case,
                  AncRecord *from,
                  AncRecord *to,
                  AncDate date)
{
  AncRecordList *payslips = anc_case_get_list (a_case, ANC_TABLE_PAYSLIPS);
  const AncMonth first = anc_date_get_month (date - 1) + 1;

  for (guint i = 0; i < anc_record_list_get_count (payslips); i++)
    {
      AncRecord *payslip = anc_record_list_get (payslips, i);

      if (g_strcmp0 (anc_record_get_text (payslip, "job"), anc_record_get_text (from, "id")) == 0
          && anc_record_get_integer (payslip, "month", ANC_MONTH_NONE) >= first)
        anc_record_set_text (payslip, "job", anc_record_get_text (to, "id"));
    }
}

/**
 * anc_case_edit_split:
 * @record: a job, stay or absence
 * @date: the first day of the second part
 *
 * Cuts it in two. The payslips of the months that lie wholly in the second part go with it.
 *
 * Returns: (transfer none): the second part
 */
AncRecord *
anc_case_edit_split (AncCase *a_case,
                     AncRecord *record,
                     AncDate date)
{
  AncRecord *second;

  anc_case_begin (a_case, N_ ("Split in two"));
  second = insert_copy (a_case, record);
  set_date (second, "start", date);
  set_date (record, "end", date - 1);
  if (anc_record_get_table (record)->id == ANC_TABLE_JOBS)
    hand_payslips_on (a_case, record, second, date);
  anc_case_end (a_case);

  return second;
}

/**
 * anc_case_edit_duplicate:
 *
 * Returns: (transfer none): the same once more on other days, without payslips
 */
AncRecord *
anc_case_edit_duplicate (AncCase *a_case,
                         AncRecord *record,
                         AncDate start,
                         AncDate end)
{
  AncRecord *copy;

  anc_case_begin (a_case, N_ ("Duplicate"));
  copy = insert_copy (a_case, record);
  set_date (copy, "start", start);
  set_date (copy, "end", end);
  anc_case_end (a_case);

  return copy;
}

/* ---- Deleting ------------------------------------------------------------------------------ */

static void
collect_references (AncCase *a_case,
                    AncTableId table,
                    const char *column,
                    const char *id,
                    GPtrArray *records)
{
  AncRecordList *list = anc_case_get_list (a_case, table);

  for (guint i = 0; i < anc_record_list_get_count (list) && id != NULL; i++)
    if (g_strcmp0 (anc_record_get_text (anc_record_list_get (list, i), column), id) == 0)
      g_ptr_array_add (records, g_object_ref (anc_record_list_get (list, i)));
}

/**
 * anc_case_list_dependents:
 * @record: a record of one of the lists
 *
 * Returns: (transfer container) (element-type AncRecord): what means nothing without it: the jobs and
 *   offers of an employer, the payslips of a job
 */
GPtrArray *
anc_case_list_dependents (AncCase *a_case,
                          AncRecord *record)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  const AncTableId table = anc_record_get_table (record)->id;
  const char *id = has_column (record, "id") ? anc_record_get_text (record, "id") : NULL;

  if (table == ANC_TABLE_EMPLOYERS)
    {
      collect_references (a_case, ANC_TABLE_JOBS, "employer", id, records);
      collect_references (a_case, ANC_TABLE_OFFERS, "employer", id, records);
      for (guint i = 0, n = records->len; i < n; i++)
        if (anc_record_get_table (records->pdata[i])->id == ANC_TABLE_JOBS)
          collect_references (a_case, ANC_TABLE_PAYSLIPS, "job", anc_record_get_text (records->pdata[i], "id"), records);
    }
  else if (table == ANC_TABLE_JOBS)
    collect_references (a_case, ANC_TABLE_PAYSLIPS, "job", id, records);

  return g_steal_pointer (&records);
}

static void
remove_citations (AncCase *a_case,
                  AncRecord *record)
{
  AncRecordList *citations = anc_case_get_list (a_case, ANC_TABLE_CITATIONS);

  for (guint i = anc_record_list_get_count (citations); i-- > 0;)
    if (anc_record_get_integer (anc_record_list_get (citations, i), "claim_key", 0) == anc_record_get_key (record))
      anc_case_remove (a_case, anc_record_list_get (citations, i));
}

/**
 * anc_case_edit_delete:
 * @record: a record of one of the lists
 *
 * Deletes it with what means nothing without it.
 */
void
anc_case_edit_delete (AncCase *a_case,
                      AncRecord *record)
{
  g_autoptr (GPtrArray) dependents = anc_case_list_dependents (a_case, record);

  anc_case_begin (a_case, N_ ("Delete a record"));
  for (guint i = dependents->len; i-- > 0;)
    {
      remove_citations (a_case, dependents->pdata[i]);
      anc_case_remove (a_case, dependents->pdata[i]);
    }
  remove_citations (a_case, record);
  anc_case_remove (a_case, record);
  anc_case_end (a_case);
}

/* ---- Looking up ---------------------------------------------------------------------------- */

/**
 * anc_case_find_by_id:
 * @id: (nullable): what other records refer to it by
 *
 * Returns: (transfer none) (nullable): the first record of the list with this id
 */
AncRecord *
anc_case_find_by_id (AncCase *a_case,
                     AncTableId table,
                     const char *id)
{
  AncRecordList *list = anc_case_get_list (a_case, table);

  for (guint i = 0; i < anc_record_list_get_count (list) && id != NULL; i++)
    if (g_strcmp0 (anc_record_get_text (anc_record_list_get (list, i), "id"), id) == 0)
      return anc_record_list_get (list, i);

  return NULL;
}

AncRecord *
anc_case_find_fact (AncCase *a_case,
                    const char *name)
{
  AncRecordList *facts = anc_case_get_list (a_case, ANC_TABLE_FACTS);

  for (guint i = 0; i < anc_record_list_get_count (facts); i++)
    if (g_strcmp0 (anc_record_get_text (anc_record_list_get (facts, i), "name"), name) == 0)
      return anc_record_list_get (facts, i);

  return NULL;
}

/**
 * anc_case_edit_set_fact:
 * @name: the name of a fact
 * @literal: (nullable): its value as a JSON literal; %NULL for not recorded
 */
void
anc_case_edit_set_fact (AncCase *a_case,
                        const char *name,
                        const char *literal)
{
  AncRecord *fact = anc_case_find_fact (a_case, name);

  if (g_strcmp0 (fact != NULL ? anc_record_get_text (fact, "value") : NULL, literal) == 0)
    return;

  anc_case_begin (a_case, N_ ("Record a fact"));
  if (literal == NULL)
    anc_case_remove (a_case, fact);
  else
    {
      if (fact == NULL)
        {
          fact = anc_case_insert (a_case, ANC_TABLE_FACTS, G_MAXUINT);
          anc_record_set_text (fact, "name", name);
        }
      anc_record_set_text (fact, "value", literal);
    }
  anc_case_end (a_case);
}
