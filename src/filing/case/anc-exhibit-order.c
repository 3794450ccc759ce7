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
  GHashTable *taken; /* rows that are in an exhibit, or in none */
  GHashTable *marks; /* by row, what those have in common that are to be one exhibit */
} Work;

/* The first letter of a mark: whether people grouped documents, or they are payslips of one employer. */
#define MARK_HAND '='
#define MARK_EMPLOYER '@'

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

gboolean
anc_exhibit_is_payslip (const AncRow *document)
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
  AncMonth first = ANC_MONTH_NONE, last = ANC_MONTH_NONE;
  g_autofree char *first_text = NULL;
  g_autofree char *last_text = NULL;

  for (guint i = 0; i < documents->len; i++)
    {
      const AncMonth month = anc_exhibit_get_month (g_ptr_array_index (documents, i));

      if (month == ANC_MONTH_NONE)
        continue;
      first = first == ANC_MONTH_NONE ? month : MIN (first, month);
      last = last == ANC_MONTH_NONE ? month : MAX (last, month);
    }
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

/* Months first: payslips of one employer are read in the order of time. */
static gboolean
are_payslips (const GPtrArray *documents)
{
  for (guint i = 0; i < documents->len; i++)
    if (!anc_exhibit_is_payslip (g_ptr_array_index (documents, i)))
      return FALSE;

  return TRUE;
}

static char *
describe_exhibit (const Work *work,
                  const GPtrArray *documents)
{
  const AncRow *first = g_ptr_array_index (documents, 0);
  const AncRow *employer = documents->len > 1 && are_payslips (documents) ? find_employer (work->order->rows, first) : NULL;
  const char *name;

  for (guint i = 0; i < documents->len; i++)
    {
      const char *title = anc_row_get_text (g_ptr_array_index (documents, i), "exhibit_title");

      if (title != NULL && *title != '\0')
        return g_strdup (title);
    }
  if (employer == NULL)
    return g_strdup (get_title (work, first));

  name = anc_row_get_text (employer, "name");
  return g_strdup_printf (work->ordering->language == ANC_LANGUAGE_FR ? "Bulletins de paie, %s" : "Payslips, %s",
                          name != NULL ? name : "–");
}

/* Makes an exhibit of documents; numbers come later. */
static AncExhibit *
make_exhibit (Work *work,
              GPtrArray *documents,
              const char *group)
{
  AncExhibit *exhibit = g_new0 (AncExhibit, 1);

  if (are_payslips (documents))
    g_ptr_array_sort (documents, compare_documents);
  exhibit->title = describe_exhibit (work, documents);
  exhibit->group = g_strdup (group);
  exhibit->date = documents->len > 1 ? describe_months (work, documents) : describe_date (work, g_ptr_array_index (documents, 0));
  exhibit->documents = documents;
  for (guint i = 0; i < documents->len; i++)
    g_hash_table_add (work->taken, g_ptr_array_index (documents, i));

  return exhibit;
}

static void
mark_documents (Work *work)
{
  const AncCaseRows *rows = work->order->rows;

  for (guint i = 0; i < anc_case_rows_get_count (rows, ANC_TABLE_DOCUMENTS); i++)
    {
      const AncRow *document = anc_case_rows_get (rows, ANC_TABLE_DOCUMENTS, i);
      const char *exhibit = anc_row_get_text (document, "exhibit");
      const AncRow *employer = exhibit == NULL && anc_exhibit_is_payslip (document) ? find_employer (rows, document) : NULL;

      if (exhibit != NULL)
        g_hash_table_insert (work->marks, (gpointer) document, g_strdup_printf ("%c%s", MARK_HAND, exhibit));
      else if (employer != NULL)
        g_hash_table_insert (work->marks, (gpointer) document, g_strdup_printf ("%c%" G_GINT64_FORMAT, MARK_EMPLOYER, employer->key));
    }
}

/* Adds documents in their order; those of one exhibit together where the first of them stands, whether they are among
 * the candidates or not: what people grouped stays together. */
static void
add_documents (Work *work,
               const GPtrArray *candidates,
               gboolean by_employer,
               const char *group)
{
  g_autoptr (GPtrArray) free = list_free (work, NULL);

  for (guint i = 0; i < candidates->len; i++)
    {
      AncRow *document = g_ptr_array_index (candidates, i);
      const char *mark = g_hash_table_lookup (work->marks, document);
      GPtrArray *documents;

      if (g_hash_table_contains (work->taken, document))
        continue;
      documents = g_ptr_array_new ();
      if (mark == NULL || (*mark == MARK_EMPLOYER && !by_employer))
        g_ptr_array_add (documents, document);
      else
        for (guint j = 0; j < free->len; j++)
          if (!g_hash_table_contains (work->taken, g_ptr_array_index (free, j))
              && g_strcmp0 (g_hash_table_lookup (work->marks, g_ptr_array_index (free, j)), mark) == 0)
            g_ptr_array_add (documents, g_ptr_array_index (free, j));
      g_ptr_array_add (work->order->exhibits, make_exhibit (work, documents, group));
    }
}

static gboolean
is_left_out (const AncRow *document)
{
  return anc_row_get_integer (document, "left_out", FALSE) != FALSE;
}

static gboolean
is_answered (const AncCaseRows *rows,
             const AncExhibitItem *item)
{
  for (guint i = 0; i < anc_case_rows_get_count (rows, ANC_TABLE_DOCUMENTS); i++)
    {
      const AncRow *document = anc_case_rows_get (rows, ANC_TABLE_DOCUMENTS, i);
      const char *kind = anc_row_get_text (document, "kind");

      if (kind != NULL && !is_left_out (document) && g_strv_contains (item->kinds, kind))
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

/* What is not to be filed now, or not again. */
static void
leave_out (Work *work)
{
  const AncCaseRows *rows = work->order->rows;

  for (guint i = 0; i < anc_case_rows_get_count (rows, ANC_TABLE_DOCUMENTS); i++)
    {
      const AncRow *document = anc_case_rows_get (rows, ANC_TABLE_DOCUMENTS, i);
      const char *id = anc_row_get_text (document, "id");

      if (is_left_out (document))
        g_ptr_array_add (work->order->left_out, (gpointer) document);
      else if (id == NULL || work->ordering->sent == NULL || !g_hash_table_contains (work->ordering->sent, id))
        continue;
      g_hash_table_add (work->taken, (gpointer) document);
    }
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const AncExhibit *first = *(const AncExhibit *const *) a, *second = *(const AncExhibit *const *) b;

  return (first->number > second->number) - (first->number < second->number);
}

/* Documents that were filed under one number are that exhibit, whatever they would be now. */
static void
find_filed (Work *work)
{
  g_autoptr (GPtrArray) free = list_free (work, NULL);
  GPtrArray *filed = work->order->filed;

  for (guint i = 0; i < free->len; i++)
    {
      const gint64 number = anc_row_get_integer (g_ptr_array_index (free, i), "exhibit_number", 0);
      GPtrArray *documents;
      AncExhibit *exhibit;

      if (number <= 0 || number > ANC_BUNDLE_MAX_NUMBER || g_hash_table_contains (work->taken, g_ptr_array_index (free, i)))
        continue;
      documents = g_ptr_array_new ();
      for (guint j = i; j < free->len; j++)
        if (anc_row_get_integer (g_ptr_array_index (free, j), "exhibit_number", 0) == number)
          g_ptr_array_add (documents, g_ptr_array_index (free, j));
      exhibit = make_exhibit (work, documents, NULL);
      exhibit->number = (guint) number;
      exhibit->is_filed = TRUE;
      g_ptr_array_add (filed, exhibit);
    }
  g_ptr_array_sort (filed, compare_numbers);
}

static void
number_exhibits (Work *work)
{
  AncExhibitOrder *order = work->order;
  const guint last = order->filed->len > 0 ? ((AncExhibit *) g_ptr_array_index (order->filed, order->filed->len - 1))->number : 0;
  const guint first = MAX (work->ordering->first_number, last + 1);

  for (guint i = 0; i < order->exhibits->len; i++)
    ((AncExhibit *) g_ptr_array_index (order->exhibits, i))->number = first + i;
  if (!work->ordering->again)
    return;

  for (guint i = 0; i < order->filed->len; i++)
    g_ptr_array_insert (order->exhibits, (int) i, g_ptr_array_index (order->filed, i));
  g_ptr_array_set_free_func (order->filed, NULL);
  g_ptr_array_set_size (order->filed, 0);
  g_ptr_array_set_free_func (order->filed, exhibit_free);
}

/**
 * anc_exhibit_is_ordered_by_month:
 *
 * Returns: whether its documents stand by month, whatever the case has first: those that are payslips all do
 */
gboolean
anc_exhibit_is_ordered_by_month (const AncExhibit *exhibit)
{
  return are_payslips (exhibit->documents);
}

/**
 * anc_exhibit_order_is_by_hand:
 *
 * Returns: whether people ordered the documents of a case themselves
 */
gboolean
anc_exhibit_order_is_by_hand (const AncCaseRows *rows)
{
  return g_strcmp0 (anc_row_get_text (anc_case_rows_get_head (rows), "exhibit_order"), ANC_EXHIBIT_ORDER_BY_HAND) == 0;
}

/**
 * anc_exhibit_order_new:
 * @rows: a case
 * @ordering: how
 *
 * Makes exhibits of the documents of a case. By a list, documents follow its items, by date within each; those it does
 * not ask for come last. By hand, they stay as the case has them. Documents that people grouped are one exhibit, and so
 * are the payslips of one employer that nobody took apart; what was filed before keeps its number.
 *
 * Returns: (transfer full): the exhibits, and what the list asks for in vain
 */
AncExhibitOrder *
anc_exhibit_order_new (AncCaseRows *rows,
                       const AncExhibitOrdering *ordering)
{
  AncExhibitOrder *self = g_new0 (AncExhibitOrder, 1);
  Work work = { ordering, self, g_hash_table_new (NULL, NULL), g_hash_table_new_full (NULL, NULL, NULL, g_free) };
  g_autoptr (GPtrArray) rest = NULL;

  g_return_val_if_fail (ordering->first_number > 0, NULL);

  self->rows = anc_case_rows_ref (rows);
  self->exhibits = g_ptr_array_new_with_free_func (exhibit_free);
  self->filed = g_ptr_array_new_with_free_func (exhibit_free);
  self->left_out = g_ptr_array_new ();
  self->missing = g_ptr_array_new ();

  mark_documents (&work);
  leave_out (&work);
  find_filed (&work);
  if (ordering->list != NULL)
    follow_list (&work, ordering->list);
  rest = list_free (&work, NULL);
  if (ordering->list != NULL)
    g_ptr_array_sort (rest, compare_documents);
  add_documents (&work, rest, TRUE, ordering->list != NULL ? anc_bundle_word (ordering->language, ANC_WORD_OTHERS) : NULL);
  number_exhibits (&work);
  g_hash_table_unref (work.taken);
  g_hash_table_unref (work.marks);

  return self;
}

void
anc_exhibit_order_free (AncExhibitOrder *self)
{
  g_ptr_array_unref (self->exhibits);
  g_ptr_array_unref (self->filed);
  g_ptr_array_unref (self->left_out);
  g_ptr_array_unref (self->missing);
  anc_case_rows_unref (self->rows);
  g_free (self);
}

static guint
find_number (const GPtrArray *exhibits,
             const char *document)
{
  for (guint i = 0; i < exhibits->len; i++)
    {
      const AncExhibit *exhibit = g_ptr_array_index (exhibits, i);

      for (guint j = 0; j < exhibit->documents->len; j++)
        if (g_strcmp0 (anc_row_get_text (g_ptr_array_index (exhibit->documents, j), "id"), document) == 0)
          return exhibit->number;
    }

  return 0;
}

/**
 * anc_exhibit_order_find_number:
 * @document: (nullable): the id of a document
 *
 * Returns: the number of the exhibit it is or was filed in, or 0
 */
guint
anc_exhibit_order_find_number (const AncExhibitOrder *self,
                               const char *document)
{
  guint number = document != NULL ? find_number (self->exhibits, document) : 0;

  return number > 0 || document == NULL ? number : find_number (self->filed, document);
}
