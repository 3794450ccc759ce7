/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-exhibit-order.h"

#include "anc-bundle-words.h"

#include <string.h>

#define PAYSLIP "payslip"

/* The work of one ordering. */
typedef struct
{
  const AncExhibitOrdering *ordering;
  AncExhibitOrder *order;
  GHashTable *taken; /* rows that are in an exhibit, or were filed before */
} Work;

static void
exhibit_free (gpointer data)
{
  AncExhibit *exhibit = data;

  g_free (exhibit->title);
  g_free (exhibit->group);
  g_free (exhibit->date);
  g_ptr_array_unref (exhibit->documents);
  g_free (exhibit);
}

/* ---- Looking at records -------------------------------------------------------------------- */

static const AncRow *
find_by_id (const AncCaseRows *rows,
            AncTableId table,
            const char *column,
            const char *id)
{
  for (guint i = 0; id != NULL && i < anc_case_rows_get_count (rows, table); i++)
    {
      const AncRow *row = anc_case_rows_get (rows, table, i);

      if (g_strcmp0 (anc_row_get_text (row, column), id) == 0)
        return row;
    }

  return NULL;
}

/* Whose payslip a document is; NULL where no payslip of the case names it. */
static const AncRow *
find_employer (const AncCaseRows *rows,
               const AncRow *document)
{
  const AncRow *payslip = find_by_id (rows, ANC_TABLE_PAYSLIPS, "document", anc_row_get_text (document, "id"));
  const AncRow *job = payslip != NULL ? find_by_id (rows, ANC_TABLE_JOBS, "id", anc_row_get_text (payslip, "job")) : NULL;

  return job != NULL ? find_by_id (rows, ANC_TABLE_EMPLOYERS, "id", anc_row_get_text (job, "employer")) : NULL;
}

/**
 * anc_exhibit_get_month:
 * @document: a row of `documents`
 *
 * Returns: the month it is about, or of its date, or %ANC_MONTH_NONE
 */
AncMonth
anc_exhibit_get_month (const AncRow *document)
{
  gint64 month = anc_row_get_integer (document, "month", ANC_MONTH_NONE);
  gint64 date = anc_row_get_integer (document, "date", ANC_DATE_NONE);

  if (month != ANC_MONTH_NONE)
    return (AncMonth) month;

  return date != ANC_DATE_NONE ? anc_date_get_month ((AncDate) date) : ANC_MONTH_NONE;
}

static gboolean
is_payslip (const AncRow *document)
{
  return g_strcmp0 (anc_row_get_text (document, "kind"), PAYSLIP) == 0;
}

/* By day, those without a date last; then as the case has them. */
static int
compare_documents (gconstpointer a,
                   gconstpointer b)
{
  const AncRow *first = *(const AncRow *const *) a, *second = *(const AncRow *const *) b;
  const AncMonth first_month = anc_exhibit_get_month (first), second_month = anc_exhibit_get_month (second);
  const gint64 first_day = anc_row_get_integer (first, "date", G_MAXINT32);
  const gint64 second_day = anc_row_get_integer (second, "date", G_MAXINT32);

  if ((first_month == ANC_MONTH_NONE) != (second_month == ANC_MONTH_NONE))
    return first_month == ANC_MONTH_NONE ? 1 : -1;
  if (first_month != second_month)
    return first_month < second_month ? -1 : 1;
  if (first_day != second_day)
    return first_day < second_day ? -1 : 1;

  return anc_row_compare_place (first, second);
}

/* ---- Words --------------------------------------------------------------------------------- */

static char *
describe_date (const Work *work,
               const AncRow *document)
{
  const gint64 date = anc_row_get_integer (document, "date", ANC_DATE_NONE);
  const AncMonth month = anc_exhibit_get_month (document);

  if (date != ANC_DATE_NONE)
    return anc_bundle_words_date (work->ordering->language, (AncDate) date);

  return month != ANC_MONTH_NONE ? anc_bundle_words_month (work->ordering->language, month) : NULL;
}

static char *
describe_months (const Work *work,
                 const GPtrArray *documents)
{
  const AncMonth first = anc_exhibit_get_month (g_ptr_array_index (documents, 0));
  AncMonth last = first;
  g_autofree char *first_text = NULL;
  g_autofree char *last_text = NULL;

  for (guint i = 0; i < documents->len; i++)
    last = MAX (last, anc_exhibit_get_month (g_ptr_array_index (documents, i)));
  if (first == ANC_MONTH_NONE)
    return NULL;

  first_text = anc_bundle_words_month (work->ordering->language, first);
  if (last == first)
    return g_steal_pointer (&first_text);
  last_text = anc_bundle_words_month (work->ordering->language, last);

  return g_strdup_printf (work->ordering->language == ANC_LANGUAGE_FR ? "de %s à %s" : "%s to %s", first_text, last_text);
}

static const char *
get_title (const Work *work,
           const AncRow *document)
{
  const char *title = anc_row_get_text (document, "title");
  const AncExhibitKind *kind = anc_exhibit_rules_find_kind (work->ordering->rules, anc_row_get_text (document, "kind"));

  if (title != NULL && *title != '\0')
    return title;

  return kind != NULL ? kind->title.in[work->ordering->language] : anc_bundle_word (work->ordering->language, ANC_WORD_EXHIBIT);
}

/* ---- Exhibits ------------------------------------------------------------------------------ */

static void
add_exhibit (Work *work,
             GPtrArray *documents,
             const char *title,
             char *date,
             const char *group)
{
  AncExhibit *exhibit = g_new0 (AncExhibit, 1);

  exhibit->number = work->ordering->first_number + work->order->exhibits->len;
  exhibit->title = g_strdup (title);
  exhibit->group = g_strdup (group);
  exhibit->date = date;
  exhibit->documents = documents;
  for (guint i = 0; i < documents->len; i++)
    g_hash_table_add (work->taken, g_ptr_array_index (documents, i));
  g_ptr_array_add (work->order->exhibits, exhibit);
}

static void
add_alone (Work *work,
           const AncRow *document,
           const char *group)
{
  GPtrArray *documents = g_ptr_array_new ();

  g_ptr_array_add (documents, (gpointer) document);
  add_exhibit (work, documents, get_title (work, document), describe_date (work, document), group);
}

/* The payslips of one employer as one exhibit. */
static void
add_payslips (Work *work,
              const GPtrArray *candidates,
              const AncRow *employer,
              const char *group)
{
  GPtrArray *documents = g_ptr_array_new ();
  const char *name = anc_row_get_text (employer, "name");
  g_autofree char *title = NULL;

  for (guint i = 0; i < candidates->len; i++)
    {
      const AncRow *document = g_ptr_array_index (candidates, i);

      if (is_payslip (document) && find_employer (work->order->rows, document) == employer)
        g_ptr_array_add (documents, (gpointer) document);
    }
  g_ptr_array_sort (documents, compare_documents);

  title = g_strdup_printf (work->ordering->language == ANC_LANGUAGE_FR ? "Bulletins de paie, %s" : "Payslips, %s",
                           name != NULL ? name : "–");
  if (documents->len == 1)
    {
      add_alone (work, g_ptr_array_index (documents, 0), group);
      g_ptr_array_unref (documents);
    }
  else
    add_exhibit (work, documents, title, describe_months (work, documents), group);
}

/* Adds documents in their order; the payslips of an employer together where the first of them stands. */
static void
add_documents (Work *work,
               const GPtrArray *candidates,
               gboolean by_employer,
               const char *group)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const AncRow *document = g_ptr_array_index (candidates, i);
      const AncRow *employer = by_employer && is_payslip (document) ? find_employer (work->order->rows, document) : NULL;

      if (g_hash_table_contains (work->taken, document))
        continue;
      if (employer != NULL)
        add_payslips (work, candidates, employer, group);
      else
        add_alone (work, document, group);
    }
}

/* The documents that nothing has taken, of some kinds or of any. */
static GPtrArray *
list_free (const Work *work,
           const char *const *kinds)
{
  const AncCaseRows *rows = work->order->rows;
  GPtrArray *documents = g_ptr_array_new ();

  for (guint i = 0; i < anc_case_rows_get_count (rows, ANC_TABLE_DOCUMENTS); i++)
    {
      const AncRow *document = anc_case_rows_get (rows, ANC_TABLE_DOCUMENTS, i);
      const char *kind = anc_row_get_text (document, "kind");

      if (!g_hash_table_contains (work->taken, document) && (kinds == NULL || (kind != NULL && g_strv_contains (kinds, kind))))
        g_ptr_array_add (documents, (gpointer) document);
    }

  return documents;
}

static gboolean
is_answered (const AncCaseRows *rows,
             const AncExhibitItem *item)
{
  for (guint i = 0; i < anc_case_rows_get_count (rows, ANC_TABLE_DOCUMENTS); i++)
    {
      const char *kind = anc_row_get_text (anc_case_rows_get (rows, ANC_TABLE_DOCUMENTS, i), "kind");

      if (kind != NULL && g_strv_contains (item->kinds, kind))
        return TRUE;
    }

  return FALSE;
}

static void
follow_list (Work *work,
             const AncExhibitList *list)
{
  for (guint i = 0; i < list->items->len; i++)
    {
      AncExhibitItem *item = &g_array_index (list->items, AncExhibitItem, i);
      g_autoptr (GPtrArray) documents = list_free (work, item->kinds);

      g_ptr_array_sort (documents, compare_documents);
      add_documents (work, documents, item->by_employer, item->group.in[work->ordering->language]);
      if (item->is_required && !is_answered (work->order->rows, item))
        g_ptr_array_add (work->order->missing, item);
    }
}

static void
leave_out_sent (Work *work)
{
  const AncCaseRows *rows = work->order->rows;

  for (guint i = 0; work->ordering->sent != NULL && i < anc_case_rows_get_count (rows, ANC_TABLE_DOCUMENTS); i++)
    {
      const AncRow *document = anc_case_rows_get (rows, ANC_TABLE_DOCUMENTS, i);
      const char *id = anc_row_get_text (document, "id");

      if (id != NULL && g_hash_table_contains (work->ordering->sent, id))
        g_hash_table_add (work->taken, (gpointer) document);
    }
}

/**
 * anc_exhibit_order_new:
 * @rows: a case
 * @ordering: how
 *
 * Makes exhibits of the documents of a case that were not filed before. By a list, documents follow its items, by
 * date within each; those it does not ask for come last. By hand, they stay as the case has them. The payslips of one
 * employer are one exhibit.
 *
 * Returns: (transfer full): the exhibits, and what the list asks for in vain
 */
AncExhibitOrder *
anc_exhibit_order_new (AncCaseRows *rows,
                       const AncExhibitOrdering *ordering)
{
  AncExhibitOrder *self = g_new0 (AncExhibitOrder, 1);
  Work work = { ordering, self, g_hash_table_new (NULL, NULL) };
  g_autoptr (GPtrArray) rest = NULL;

  g_return_val_if_fail (ordering->first_number > 0, NULL);

  self->rows = anc_case_rows_ref (rows);
  self->exhibits = g_ptr_array_new_with_free_func (exhibit_free);
  self->missing = g_ptr_array_new ();

  leave_out_sent (&work);
  if (ordering->list != NULL)
    follow_list (&work, ordering->list);
  rest = list_free (&work, NULL);
  if (ordering->list != NULL)
    g_ptr_array_sort (rest, compare_documents);
  add_documents (&work, rest, TRUE, ordering->list != NULL ? anc_bundle_word (ordering->language, ANC_WORD_OTHERS) : NULL);
  g_hash_table_unref (work.taken);

  return self;
}

void
anc_exhibit_order_free (AncExhibitOrder *self)
{
  g_ptr_array_unref (self->exhibits);
  g_ptr_array_unref (self->missing);
  anc_case_rows_unref (self->rows);
  g_free (self);
}

/**
 * anc_exhibit_order_find_number:
 * @document: (nullable): the id of a document
 *
 * Returns: the number of the exhibit it is in, or 0
 */
guint
anc_exhibit_order_find_number (const AncExhibitOrder *self,
                               const char *document)
{
  for (guint i = 0; document != NULL && i < self->exhibits->len; i++)
    {
      const AncExhibit *exhibit = g_ptr_array_index (self->exhibits, i);

      for (guint j = 0; j < exhibit->documents->len; j++)
        if (g_strcmp0 (anc_row_get_text (g_ptr_array_index (exhibit->documents, j), "id"), document) == 0)
          return exhibit->number;
    }

  return 0;
}
