/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-bundle-check-private.h"

#include "anc-bundle-words.h"
#include "anc-page-wrapper.h"

#include <stdlib.h>
#include <string.h>

/* ---- Stamps on their pages ----------------------------------------------------------------- */

/* The stamps of this many pages are read from one. */
#define STAMPS_PER_SHEET 40

/* Points between two of them: more than the highest. */
#define STAMP_PITCH 100

/* Rounding of what is written, in points. */
#define TOLERANCE 0.1

/* Whether a content draws the page as it was, and the stamp last. */
static gboolean
draws_page_and_stamp (qpdf_data pdf,
                      qpdf_oh content)
{
  unsigned char *data = NULL;
  size_t length = 0;
  g_autofree char *text = NULL;

  if (!qpdf_oh_is_stream (pdf, content)
      || (qpdf_oh_get_stream_data (pdf, content, qpdf_dl_generalized, NULL, &data, &length) & QPDF_ERRORS) != 0)
    return FALSE;
  text = g_strndup ((const char *) data, length);
  free (data);

  return g_str_has_prefix (text, ANC_DRAW_PAGE) && g_str_has_suffix (text, "\n" ANC_DRAW_STAMP);
}

/* Pages share contents: one that was found right is remembered. */
static gboolean
has_right_content (qpdf_data pdf,
                   qpdf_oh page,
                   GHashTable *right_contents)
{
  qpdf_oh content = qpdf_oh_get_key (pdf, page, "/Contents");
  gpointer number = GINT_TO_POINTER (qpdf_oh_get_object_id (pdf, content));

  if (g_hash_table_contains (right_contents, number))
    return TRUE;

  return draws_page_and_stamp (pdf, content) && g_hash_table_add (right_contents, number);
}

/* Whether the stamp lies on what is seen of the page. */
static gboolean
is_on_page (qpdf_data pdf,
            qpdf_oh page,
            qpdf_oh stamp)
{
  qpdf_oh dictionary = qpdf_oh_get_dict (pdf, stamp);
  AncBox media, visible, box;
  double m[6];

  if (!anc_pdf_get_box (pdf, dictionary, "/BBox", &box)
      || !anc_pdf_get_numbers (pdf, qpdf_oh_get_key (pdf, dictionary, "/Matrix"), m, G_N_ELEMENTS (m)))
    return FALSE;

  anc_page_get_box (pdf, page, &media, &visible);
  for (guint i = 0; i < 4; i++)
    {
      const double x = m[0] * (i % 2 == 0 ? box.x0 : box.x1) + m[2] * (i < 2 ? box.y0 : box.y1) + m[4];
      const double y = m[1] * (i % 2 == 0 ? box.x0 : box.x1) + m[3] * (i < 2 ? box.y0 : box.y1) + m[5];

      if (x < visible.x0 - TOLERANCE || x > visible.x1 + TOLERANCE || y < visible.y0 - TOLERANCE || y > visible.y1 + TOLERANCE)
        return FALSE;
    }

  return TRUE;
}

/* Takes all content off a page, and returns its stamp; 0 where a page has none, or nothing beside it. */
static qpdf_oh
take_stamp (qpdf_data pdf,
            guint index,
            GHashTable *right_contents)
{
  qpdf_oh page = qpdf_get_page_n (pdf, index);
  qpdf_oh objects = qpdf_oh_get_key_if_dict (pdf, qpdf_oh_get_key_if_dict (pdf, page, "/Resources"), "/XObject");
  qpdf_oh stamp = qpdf_oh_get_key_if_dict (pdf, objects, ANC_NAME_STAMP);

  if (!qpdf_oh_is_stream (pdf, qpdf_oh_get_key_if_dict (pdf, objects, ANC_NAME_PAGE)) || !qpdf_oh_is_stream (pdf, stamp)
      || !has_right_content (pdf, page, right_contents) || !is_on_page (pdf, page, stamp))
    return 0;

  qpdf_oh_remove_key (pdf, page, "/Contents");
  qpdf_oh_remove_key (pdf, page, "/Resources");
  qpdf_oh_remove_key (pdf, page, "/Group");
  qpdf_oh_remove_key (pdf, qpdf_oh_get_dict (pdf, stamp), "/Matrix");

  return stamp;
}

/* Gives the letters of a stamp to its sheet where they are those of its first stamp, so that Poppler loads them once. A
 * form without resources of its own takes those of its page. */
static void
share_letters (qpdf_data pdf,
               qpdf_oh sheet_resources,
               qpdf_oh stamp,
               int *letters)
{
  static const char *const kinds[] = { "/Font", "/ExtGState" };
  qpdf_oh own = qpdf_oh_get_key (pdf, stamp, "/Resources");
  const int number = qpdf_oh_get_object_id (pdf, own);

  if (*letters == 0)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      anc_pdf_set (pdf, sheet_resources, kinds[i], qpdf_oh_get_key_if_dict (pdf, own, kinds[i]));
  if (*letters == 0)
    *letters = number;
  if (number != 0 && number == *letters)
    qpdf_oh_remove_key (pdf, stamp, "/Resources");
}

/* Moves the stamps of some pages to a page of their own, one below the other. */
static gboolean
add_stamp_sheet (qpdf_data pdf,
                 guint first,
                 guint n,
                 GHashTable *right_contents,
                 GError **error)
{
  qpdf_oh sheet = anc_pdf_parse (pdf, "<< /Type /Page /MediaBox [ 0 0 1000 %u ] /Resources << /XObject << >> >> >>", n * STAMP_PITCH);
  qpdf_oh resources = qpdf_oh_get_key (pdf, sheet, "/Resources");
  qpdf_oh objects = qpdf_oh_get_key (pdf, resources, "/XObject");
  g_autoptr (GString) content = g_string_new (NULL);
  int letters = 0; /* the number of their object */

  for (guint i = 0; i < n; i++)
    {
      qpdf_oh stamp = take_stamp (pdf, first + i, right_contents);
      g_autofree char *name = g_strdup_printf ("/S%u", i);

      if (stamp == 0)
        return anc_check_fail (error, "page %u is without its content, or its stamp is not on it", first + i + 1);
      share_letters (pdf, resources, qpdf_oh_get_dict (pdf, stamp), &letters);
      anc_pdf_set (pdf, objects, name, stamp);
      g_string_append_printf (content, "q 1 0 0 1 10 %u cm %s Do Q\n", (n - 1 - i) * STAMP_PITCH + 10, name);
    }
  anc_pdf_set (pdf, sheet, "/Contents", anc_pdf_new_stream (pdf, content->str, content->len));
  qpdf_add_page (pdf, pdf, qpdf_make_indirect_object (pdf, sheet), QPDF_FALSE);
  qpdf_oh_release_all (pdf);

  return TRUE;
}

/**
 * anc_check_add_stamp_sheets:
 * @n_front: how many pages stand before those with stamps
 * @n_pages: of the file
 *
 * Takes the content of documents off the pages, and moves their stamps to sheets after the last page.
 *
 * Returns: whether every page had its content, and its stamp on it
 */
gboolean
anc_check_add_stamp_sheets (qpdf_data pdf,
                            guint n_front,
                            guint n_pages,
                            GError **error)
{
  g_autoptr (GHashTable) right_contents = g_hash_table_new (NULL, NULL);

  for (guint i = n_front; i < n_pages; i += STAMPS_PER_SHEET)
    if (!add_stamp_sheet (pdf, i, MIN (STAMPS_PER_SHEET, n_pages - i), right_contents, error))
      return FALSE;

  return TRUE;
}

/* ---- What they say ------------------------------------------------------------------------- */

guint
anc_check_count_stamp_sheets (guint n_stamps)
{
  return (n_stamps + STAMPS_PER_SHEET - 1) / STAMPS_PER_SHEET;
}

/* What the stamps of the pages of an exhibit should say. */
static void
list_stamps (GPtrArray *lines,
             const AncBundlePlan *plan,
             const AncBundleReport *report,
             const AncBundleExhibit *exhibit,
             guint n_front,
             guint n_pages_of_file)
{
  const gboolean has_folio = plan->stamp.has_folio && plan->form == ANC_BUNDLE_ONE_FILE;
  const guint n_pages = anc_bundle_report_count_pages (report, exhibit->first_part, exhibit->n_parts);
  guint part = 0, last_of_part = anc_bundle_report_count_pages (report, exhibit->first_part, 1);

  for (guint page = 1; page <= n_pages; page++)
    {
      g_autofree char *stamp = NULL;
      g_autofree char *folio = has_folio ? anc_bundle_words_folio (plan->language, n_front + lines->len + 1, n_pages_of_file) : NULL;

      for (; page > last_of_part; part++)
        last_of_part += anc_bundle_report_count_pages (report, exhibit->first_part + part + 1, 1);
      stamp = anc_bundle_words_stamp (plan->language, exhibit->number, exhibit->n_parts > 1 ? part + 1 : 0, page, n_pages);
      g_ptr_array_add (lines, has_folio ? g_strconcat (stamp, "\n", folio, NULL) : g_steal_pointer (&stamp));
    }
}

/**
 * anc_check_list_stamps:
 *
 * Returns: (element-type utf8) (transfer full): what the stamps of some exhibits should say
 */
GPtrArray *
anc_check_list_stamps (const AncBundlePlan *plan,
                       const AncBundleReport *report,
                       guint first_exhibit,
                       guint n_exhibits,
                       guint n_front,
                       guint n_pages_of_file)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = first_exhibit; i < first_exhibit + n_exhibits; i++)
    list_stamps (lines, plan, report, anc_bundle_plan_get_exhibit (plan, i), n_front, n_pages_of_file);

  return lines;
}

/**
 * anc_check_stamps:
 * @first_sheet: the page of the first sheet, from 0
 * @lines: what the stamps should say
 *
 * Returns: whether they do
 */
gboolean
anc_check_stamps (PopplerDocument *document,
                  guint first_sheet,
                  guint n_front,
                  const GPtrArray *lines,
                  GError **error)
{
  for (guint i = 0; i < lines->len; i += STAMPS_PER_SHEET)
    {
      g_autofree char *text = anc_check_dup_page_text (document, first_sheet + i / STAMPS_PER_SHEET);
      const char *p = text;

      for (guint j = i; j < MIN (i + STAMPS_PER_SHEET, lines->len); j++)
        {
          const char *expected = g_ptr_array_index (lines, j);

          if (!g_str_has_prefix (p, expected))
            return anc_check_fail (error, "the stamp of page %u is not what it should be", n_front + j + 1);
          p += strlen (expected);
          p += strspn (p, " \n\f");
        }
      if (*p != '\0')
        return anc_check_fail (error, "there is a stamp too many");
    }

  return TRUE;
}
