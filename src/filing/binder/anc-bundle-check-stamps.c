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

/* What the last line of a page's content puts its stamp through. */
static gboolean
get_stamp_matrix (qpdf_data pdf,
                  qpdf_oh page,
                  double matrix[6])
{
  qpdf_oh contents = qpdf_oh_get_key (pdf, page, "/Contents");
  unsigned char *data = NULL;
  size_t length = 0;
  g_autofree char *text = NULL;
  const char *p;

  if (!qpdf_oh_is_stream (pdf, contents)
      || (qpdf_oh_get_stream_data (pdf, contents, qpdf_dl_generalized, NULL, &data, &length) & QPDF_ERRORS) != 0)
    return FALSE;
  text = g_strndup ((const char *) data, length);
  free (data);

  p = g_strrstr (text, "\nq ");
  if (!g_str_has_prefix (text, "q " ANC_NAME_PAGE " Do Q\n") || p == NULL)
    return FALSE;
  p += strlen ("\nq ");
  for (guint i = 0; i < 6; i++)
    matrix[i] = g_ascii_strtod (p, (char **) &p);

  return strcmp (p, " cm " ANC_NAME_STAMP " Do Q\n") == 0;
}

/* Whether the stamp lies on what is seen of the page. */
static gboolean
is_on_page (qpdf_data pdf,
            qpdf_oh page,
            qpdf_oh stamp)
{
  AncBox media, visible, box;
  double m[6];

  if (!anc_pdf_get_box (pdf, qpdf_oh_get_dict (pdf, stamp), "/BBox", &box) || !get_stamp_matrix (pdf, page, m))
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
            guint index)
{
  qpdf_oh page = qpdf_get_page_n (pdf, index);
  qpdf_oh objects = qpdf_oh_get_key_if_dict (pdf, qpdf_oh_get_key_if_dict (pdf, page, "/Resources"), "/XObject");
  qpdf_oh stamp = qpdf_oh_get_key_if_dict (pdf, objects, ANC_NAME_STAMP);

  if (!qpdf_oh_is_stream (pdf, qpdf_oh_get_key_if_dict (pdf, objects, ANC_NAME_PAGE)) || !qpdf_oh_is_stream (pdf, stamp)
      || !is_on_page (pdf, page, stamp))
    return 0;

  qpdf_oh_remove_key (pdf, page, "/Contents");
  qpdf_oh_remove_key (pdf, page, "/Resources");
  qpdf_oh_remove_key (pdf, page, "/Group");

  return stamp;
}

/* Letters that the stamps of a sheet have in common are given to the sheet, so that Poppler loads them once. A form without
 * resources of its own takes those of its page. */
static void
share_resources (qpdf_data pdf,
                 qpdf_oh sheet_resources,
                 qpdf_oh stamp)
{
  static const char *const kinds[] = { "/Font", "/ExtGState" };
  qpdf_oh own = qpdf_oh_get_key (pdf, stamp, "/Resources");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      qpdf_oh kind = qpdf_oh_get_key_if_dict (pdf, own, kinds[i]);
      g_autofree char *text = g_strdup (qpdf_oh_unparse (pdf, kind));

      if (!qpdf_oh_has_key (pdf, sheet_resources, kinds[i]))
        anc_pdf_set (pdf, sheet_resources, kinds[i], kind);
      else if (strcmp (qpdf_oh_unparse (pdf, qpdf_oh_get_key (pdf, sheet_resources, kinds[i])), text) != 0)
        return;
    }
  qpdf_oh_remove_key (pdf, stamp, "/Resources");
}

/* Moves the stamps of some pages to a page of their own, one below the other. */
static gboolean
add_stamp_sheet (qpdf_data pdf,
                 guint first,
                 guint n,
                 GError **error)
{
  qpdf_oh sheet = anc_pdf_parse (pdf, "<< /Type /Page /MediaBox [ 0 0 1000 %u ] /Resources << /XObject << >> >> >>", n * STAMP_PITCH);
  qpdf_oh resources = qpdf_oh_get_key (pdf, sheet, "/Resources");
  qpdf_oh objects = qpdf_oh_get_key (pdf, resources, "/XObject");
  g_autoptr (GString) content = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      qpdf_oh stamp = take_stamp (pdf, first + i);
      g_autofree char *name = g_strdup_printf ("/S%u", i);

      if (stamp == 0)
        return anc_check_fail (error, "page %u is without its content, or its stamp is not on it", first + i + 1);
      share_resources (pdf, resources, qpdf_oh_get_dict (pdf, stamp));
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
  for (guint i = n_front; i < n_pages; i += STAMPS_PER_SHEET)
    if (!add_stamp_sheet (pdf, i, MIN (STAMPS_PER_SHEET, n_pages - i), error))
      return FALSE;

  return TRUE;
}

/* ---- What they say ------------------------------------------------------------------------- */

guint
anc_check_count_stamp_sheets (guint n_stamps)
{
  return (n_stamps + STAMPS_PER_SHEET - 1) / STAMPS_PER_SHEET;
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
  const gboolean has_folio = plan->stamp.has_folio && plan->form == ANC_BUNDLE_ONE_FILE;
  guint page = n_front;

  for (guint i = first_exhibit; i < first_exhibit + n_exhibits; i++)
    {
      const AncBundleExhibit *exhibit = anc_bundle_plan_get_exhibit (plan, i);
      const guint n_pages = anc_bundle_report_count_pages (report, exhibit->first_part, exhibit->n_parts);

      for (guint j = 1; j <= n_pages; j++)
        {
          g_autofree char *stamp = anc_bundle_words_stamp (plan->language, exhibit->number, j, n_pages);
          g_autofree char *folio = has_folio ? anc_bundle_words_folio (plan->language, ++page, n_pages_of_file) : NULL;

          g_ptr_array_add (lines, has_folio ? g_strconcat (stamp, "\n", folio, NULL) : g_steal_pointer (&stamp));
        }
    }

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
