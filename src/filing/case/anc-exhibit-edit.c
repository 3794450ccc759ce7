/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-exhibit-edit.h"

#include <glib/gi18n.h>

/* ---- Helpers ------------------------------------------------------------------------------- */

/* NULL where the document went meanwhile. */
static AncRecord *
find_record (AncCase *a_case,
             const AncExhibit *exhibit,
             guint index)
{
  return anc_case_find (a_case, ((const AncRow *) g_ptr_array_index (exhibit->documents, index))->key);
}

static void
set_text (AncCase *a_case,
          const AncExhibit *exhibit,
          const char *column,
          const char *text)
{
  for (guint i = 0; i < exhibit->documents->len; i++)
    {
      AncRecord *record = find_record (a_case, exhibit, i);

      if (record != NULL && g_strcmp0 (anc_record_get_text (record, column), text) != 0)
        anc_record_set_text (record, column, text);
    }
}

/* ---- Order --------------------------------------------------------------------------------- */

/* Which of some places stand in rising order already, as many as can be: the others are to be moved. */
static gboolean *
find_rising (const guint *places,
             guint n)
{
  gboolean *stays = g_new0 (gboolean, n);
  g_autofree guint *ends = g_new (guint, n); /* by length, the least place a rising run of it ends with */
  g_autofree guint *lengths = g_new (guint, n);
  guint longest = 0;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0, high = longest;

      while (low < high)
        {
          const guint middle = (low + high) / 2;

          if (ends[middle] < places[i])
            low = middle + 1;
          else
            high = middle;
        }
      ends[low] = places[i];
      lengths[i] = low + 1;
      longest = MAX (longest, low + 1);
    }
  for (guint i = n, bound = G_MAXUINT; i > 0; i--)
    if (lengths[i - 1] == longest && places[i - 1] < bound)
      {
        stays[i - 1] = TRUE;
        bound = places[i - 1];
        longest--;
      }

  return stays;
}

static guint
get_place (AncRecordList *list,
           AncRecord *record)
{
  guint place = 0;

  anc_record_list_find (list, record, &place);
  return place;
}

/* Puts documents into an order, moving as few as it takes. */
static void
arrange (AncCase *a_case,
         const GPtrArray *records)
{
  AncRecordList *list = anc_case_get_list (a_case, ANC_TABLE_DOCUMENTS);
  g_autofree guint *places = g_new (guint, records->len);
  g_autofree gboolean *stays = NULL;

  for (guint i = 0; i < records->len; i++)
    places[i] = get_place (list, g_ptr_array_index (records, i));
  stays = find_rising (places, records->len);
  for (guint i = 0; i < records->len; i++)
    {
      AncRecord *record = g_ptr_array_index (records, i);
      guint before, from;

      if (stays[i])
        continue;
      from = get_place (list, record);
      before = i > 0 ? get_place (list, g_ptr_array_index (records, i - 1)) + 1 : 0;
      anc_case_move (a_case, record, from < before ? before - 1 : before);
    }
}

static void
add_records (AncCase *a_case,
             const AncExhibit *exhibit,
             GPtrArray *records)
{
  for (guint i = 0; i < exhibit->documents->len; i++)
    {
      AncRecord *record = find_record (a_case, exhibit, i);

      if (record != NULL)
        g_ptr_array_add (records, record);
    }
}

static void
choose_order (AncCase *a_case,
              const char *list)
{
  AncRecord *head = anc_case_get_head (a_case);

  if (g_strcmp0 (anc_record_get_text (head, "exhibit_order"), list) != 0)
    anc_record_set_text (head, "exhibit_order", list);
}

/**
 * anc_exhibit_edit_choose_order:
 * @list: (nullable): the id of a list; %ANC_EXHIBIT_ORDER_BY_HAND for the order of the documents in the case; %NULL for the
 *   list of the regime the file is for
 */
void
anc_exhibit_edit_choose_order (AncCase *a_case,
                               const char *list)
{
  g_return_if_fail (ANC_IS_CASE (a_case));

  anc_case_begin (a_case, N_ ("Order the exhibits"));
  choose_order (a_case, list);
  anc_case_end (a_case);
}

static void
arrange_by_hand (AncCase *a_case,
                 const GPtrArray *records,
                 const char *label)
{
  anc_case_begin (a_case, label);
  choose_order (a_case, ANC_EXHIBIT_ORDER_BY_HAND);
  arrange (a_case, records);
  anc_case_end (a_case);
}

/**
 * anc_exhibit_edit_arrange:
 * @order: its exhibits
 *
 * Keeps the order they have, by whatever list, as one made by hand.
 */
void
anc_exhibit_edit_arrange (AncCase *a_case,
                          const AncExhibitOrder *order)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  g_return_if_fail (ANC_IS_CASE (a_case));

  for (guint i = 0; i < order->exhibits->len; i++)
    add_records (a_case, g_ptr_array_index (order->exhibits, i), records);
  arrange_by_hand (a_case, records, N_ ("Order the exhibits"));
}

/**
 * anc_exhibit_edit_move:
 * @order: its exhibits
 * @from: the exhibit to be moved
 * @to: the place it is to have among them
 *
 * From then on the order is one made by hand, whatever list was followed: all else stays where the list had it.
 */
void
anc_exhibit_edit_move (AncCase *a_case,
                       const AncExhibitOrder *order,
                       guint from,
                       guint to)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  const guint n = order->exhibits->len;

  g_return_if_fail (ANC_IS_CASE (a_case));
  g_return_if_fail (from < n && to < n);

  if (from == to)
    return;

  for (guint i = 0; i < n; i++)
    {
      const guint place = i == to ? from : i + (i >= from && i < to ? 1 : 0) - (i <= from && i > to ? 1 : 0);

      add_records (a_case, g_ptr_array_index (order->exhibits, place), records);
    }
  arrange_by_hand (a_case, records, N_ ("Move an exhibit"));
}

/* ---- Groups -------------------------------------------------------------------------------- */

/**
 * anc_exhibit_edit_group:
 * @exhibits: (array length=n_exhibits): in their order
 *
 * Makes one exhibit of several; it has the title of the first that people gave one.
 */
void
anc_exhibit_edit_group (AncCase *a_case,
                        const AncExhibit *const *exhibits,
                        guint n_exhibits)
{
  g_autofree char *mark = NULL;

  g_return_if_fail (ANC_IS_CASE (a_case));

  if (n_exhibits < 2)
    return;

  mark = g_strdup_printf ("%" G_GINT64_FORMAT, ((const AncRow *) g_ptr_array_index (exhibits[0]->documents, 0))->key);
  anc_case_begin (a_case, N_ ("Group exhibits"));
  for (guint i = 0; i < n_exhibits; i++)
    set_text (a_case, exhibits[i], "exhibit", mark);
  anc_case_end (a_case);
}

/**
 * anc_exhibit_edit_ungroup:
 *
 * Makes an exhibit of each document of one.
 */
void
anc_exhibit_edit_ungroup (AncCase *a_case,
                          const AncExhibit *exhibit)
{
  g_return_if_fail (ANC_IS_CASE (a_case));

  anc_case_begin (a_case, N_ ("Take an exhibit apart"));
  set_text (a_case, exhibit, "exhibit_title", NULL);
  for (guint i = 0; i < exhibit->documents->len; i++)
    {
      AncRecord *record = find_record (a_case, exhibit, i);
      g_autofree char *mark = record != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, anc_record_get_key (record)) : NULL;

      if (record != NULL)
        anc_record_set_text (record, "exhibit", mark);
    }
  anc_case_end (a_case);
}

static void
put_before (AncCase *a_case,
            AncRecord *record,
            AncRecord *next)
{
  AncRecordList *list = anc_case_get_list (a_case, ANC_TABLE_DOCUMENTS);
  const guint from = get_place (list, record);
  const guint before = get_place (list, next);

  anc_case_move (a_case, record, from < before ? before - 1 : before);
}

/**
 * anc_exhibit_edit_move_document:
 * @exhibit: one whose documents do not stand by month
 * @from: the document to be moved
 * @to: the place it is to have among the documents of the exhibit
 *
 * They stand as the case has them. Where the first of them is, the exhibit is: nothing is put behind where that was.
 */
void
anc_exhibit_edit_move_document (AncCase *a_case,
                                const AncExhibit *exhibit,
                                guint from,
                                guint to)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  g_return_if_fail (ANC_IS_CASE (a_case));
  g_return_if_fail (from < exhibit->documents->len && to < exhibit->documents->len);

  add_records (a_case, exhibit, records);
  if (from == to || records->len != exhibit->documents->len)
    return;

  anc_case_begin (a_case, N_ ("Order the documents of an exhibit"));
  if (to < from)
    put_before (a_case, g_ptr_array_index (records, from), g_ptr_array_index (records, to));
  for (guint i = from + 1; i <= to; i++)
    put_before (a_case, g_ptr_array_index (records, i), g_ptr_array_index (records, from));
  anc_case_end (a_case);
}

/* ---- Each ---------------------------------------------------------------------------------- */

/**
 * anc_exhibit_edit_set_title:
 * @title: (nullable): what it is to be called; %NULL or empty for what it is called by itself
 */
void
anc_exhibit_edit_set_title (AncCase *a_case,
                            const AncExhibit *exhibit,
                            const char *title)
{
  g_return_if_fail (ANC_IS_CASE (a_case));

  anc_case_begin (a_case, N_ ("Title an exhibit"));
  set_text (a_case, exhibit, "exhibit_title", title != NULL && *title != '\0' ? title : NULL);
  anc_case_end (a_case);
}

/**
 * anc_exhibit_edit_leave_out:
 *
 * Its documents stay in the case, and out of its numbered file.
 */
void
anc_exhibit_edit_leave_out (AncCase *a_case,
                            const AncExhibit *exhibit)
{
  g_return_if_fail (ANC_IS_CASE (a_case));

  anc_case_begin (a_case, N_ ("Leave an exhibit out"));
  for (guint i = 0; i < exhibit->documents->len; i++)
    {
      AncRecord *record = find_record (a_case, exhibit, i);

      if (record != NULL)
        anc_record_set_integer (record, "left_out", TRUE);
    }
  anc_case_end (a_case);
}

/**
 * anc_exhibit_edit_take_in:
 * @document: a document that was left out
 */
void
anc_exhibit_edit_take_in (AncCase *a_case,
                          const AncRow *document)
{
  AncRecord *record;

  g_return_if_fail (ANC_IS_CASE (a_case));

  record = anc_case_find (a_case, document->key);
  if (record == NULL)
    return;

  anc_case_begin (a_case, N_ ("Take a document in again"));
  anc_record_unset (record, "left_out");
  anc_case_end (a_case);
}

/**
 * anc_exhibit_edit_set_filed:
 * @order: its exhibits
 * @are_filed: whether they were filed under the numbers they have, or were not
 *
 * What was filed keeps its number; the next file goes on from there.
 */
void
anc_exhibit_edit_set_filed (AncCase *a_case,
                            const AncExhibitOrder *order,
                            gboolean are_filed)
{
  const GPtrArray *exhibits = are_filed ? order->exhibits : order->filed;

  g_return_if_fail (ANC_IS_CASE (a_case));

  anc_case_begin (a_case, are_filed ? N_ ("Keep the numbers of the exhibits") : N_ ("Number all exhibits anew"));
  for (guint i = 0; i < exhibits->len; i++)
    {
      const AncExhibit *exhibit = g_ptr_array_index (exhibits, i);

      for (guint j = 0; j < exhibit->documents->len; j++)
        {
          AncRecord *record = find_record (a_case, exhibit, j);

          if (record == NULL)
            continue;
          if (are_filed)
            anc_record_set_integer (record, "exhibit_number", exhibit->number);
          else
            anc_record_unset (record, "exhibit_number");
        }
    }
  anc_case_end (a_case);
}
