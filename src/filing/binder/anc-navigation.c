/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-navigation.h"

#include "anc-bundle-words.h"
#include "anc-sheet.h"

/* ---- Where things are ---------------------------------------------------------------------- */

/**
 * anc_navigation_find_page:
 * @exhibit: an index into the exhibits of the plan
 * @part: which of its parts, or %G_MAXUINT for the first
 *
 * Returns: the page it starts on, from 0, in a file that holds all exhibits
 */
guint
anc_navigation_find_page (const AncBundlePlan *plan,
                          const AncBundleReport *report,
                          guint exhibit,
                          guint part)
{
  const guint first_part = anc_bundle_plan_get_exhibit (plan, exhibit)->first_part;

  return anc_bundle_report_count_front (report)
         + anc_bundle_report_count_pages (report, 0, first_part + (part != G_MAXUINT ? part : 0));
}

static void
clear_bookmark (gpointer data)
{
  g_free (((AncBookmark *) data)->title);
}

static void
add_bookmark (GArray *bookmarks,
              char *title,
              guint page,
              guint level)
{
  AncBookmark bookmark = { title, page, level, FALSE };

  g_array_append_val (bookmarks, bookmark);
}

static void
add_front (const AncBundlePlan *plan,
           const AncBundleReport *report,
           GArray *bookmarks)
{
  static const AncWord words[] = {
    [ANC_FRONT_COVER] = ANC_WORD_COVER,
    [ANC_FRONT_MEMO] = ANC_WORD_MEMO,
    [ANC_FRONT_CHRONOLOGY] = ANC_WORD_CHRONOLOGY,
    [ANC_FRONT_PRESENCE] = ANC_WORD_PRESENCE,
    [ANC_FRONT_LIST] = ANC_WORD_LIST,
  };
  guint page = 0;

  for (guint i = 0; i < ANC_N_FRONT_SECTIONS; i++)
    {
      if (report->front[i] > 0)
        add_bookmark (bookmarks, g_strdup (anc_bundle_word (plan->language, words[i])), page, 0);
      page += report->front[i];
    }
}

/**
 * anc_navigation_list_bookmarks:
 *
 * Returns: (transfer full): #AncBookmark, of a file that holds all exhibits
 */
GArray *
anc_navigation_list_bookmarks (const AncBundlePlan *plan,
                               const AncBundleReport *report)
{
  GArray *bookmarks = g_array_new (FALSE, FALSE, sizeof (AncBookmark));
  const char *group = NULL;

  g_array_set_clear_func (bookmarks, clear_bookmark);
  add_front (plan, report, bookmarks);
  for (guint i = 0; i < plan->exhibits->len; i++)
    {
      const AncBundleExhibit *exhibit = anc_bundle_plan_get_exhibit (plan, i);
      guint level = exhibit->group != NULL ? 1 : 0;
      guint page = anc_navigation_find_page (plan, report, i, G_MAXUINT);

      if (exhibit->group != NULL && g_strcmp0 (exhibit->group, group) != 0)
        {
          add_bookmark (bookmarks, g_strdup (exhibit->group), page, 0);
          g_array_index (bookmarks, AncBookmark, bookmarks->len - 1).is_open = TRUE;
        }
      group = exhibit->group;
      add_bookmark (bookmarks, anc_bundle_words_bookmark (plan->language, exhibit->number, exhibit->title), page, level);
      for (guint j = 0; exhibit->n_parts > 1 && j < exhibit->n_parts; j++)
        add_bookmark (bookmarks,
                      g_strdup_printf ("%u.%u – %s", exhibit->number, j + 1, anc_bundle_plan_get_part (plan, exhibit, j)->title),
                      anc_navigation_find_page (plan, report, i, j),
                      level + 1);
    }

  return bookmarks;
}

static char *
format_roman (guint number)
{
  static const struct
  {
    guint value;
    const char *digits;
  } steps[] = {
    { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" }, { 90, "xc" }, { 50, "l" }, { 40, "xl" }, { 10, "x" }, { 9, "ix" }, { 5, "v" }, { 4, "iv" }, { 1, "i" }
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (; number >= steps[i].value; number -= steps[i].value)
      g_string_append (text, steps[i].digits);

  return g_string_free (text, FALSE);
}

/**
 * anc_navigation_dup_label:
 * @page: from 0
 *
 * Returns: (transfer full): what a reader should call the page: "iv" before the exhibits, then "12-3"
 */
char *
anc_navigation_dup_label (const AncBundlePlan *plan,
                          const AncBundleReport *report,
                          guint page)
{
  guint n_front = anc_bundle_report_count_front (report);

  if (page < n_front)
    return format_roman (page + 1);

  page -= n_front;
  for (guint i = 0; i < plan->exhibits->len; i++)
    {
      const AncBundleExhibit *exhibit = anc_bundle_plan_get_exhibit (plan, i);
      guint n_pages = anc_bundle_report_count_pages (report, exhibit->first_part, exhibit->n_parts);

      if (page < n_pages)
        return g_strdup_printf ("%u-%u", exhibit->number, page + 1);
      page -= n_pages;
    }

  return NULL;
}

/* ---- Writing ------------------------------------------------------------------------------- */

static qpdf_oh
create_destination (qpdf_data pdf,
                    guint page)
{
  qpdf_oh destination = qpdf_oh_new_array (pdf);

  qpdf_oh_append_item (pdf, destination, qpdf_get_page_n (pdf, page));
  qpdf_oh_append_item (pdf, destination, qpdf_oh_new_name (pdf, "/Fit"));

  return destination;
}

/* A bookmark on the way into the file. */
typedef struct
{
  qpdf_oh object;
  qpdf_oh last_child;
  gboolean is_open;
  gint64 n_shown; /* of those below it, were it open */
} Open;

static void
close_level (qpdf_data pdf,
             GArray *path)
{
  Open closed = g_array_index (path, Open, path->len - 1);
  Open *parent;

  if (closed.last_child != 0)
    {
      anc_pdf_set (pdf, closed.object, "/Last", closed.last_child);
      anc_pdf_set (pdf, closed.object, "/Count", qpdf_oh_new_integer (pdf, closed.is_open ? closed.n_shown : -closed.n_shown));
    }
  g_array_set_size (path, path->len - 1);
  if (path->len == 0)
    return;

  parent = &g_array_index (path, Open, path->len - 1);
  parent->n_shown += 1 + (closed.is_open ? closed.n_shown : 0);
}

/**
 * anc_navigation_set_bookmarks:
 * @bookmarks: of #AncBookmark, at least one
 *
 * Writes the bookmarks of a file.
 */
void
anc_navigation_set_bookmarks (qpdf_data pdf,
                              const GArray *bookmarks)
{
  qpdf_oh root = qpdf_make_indirect_object (pdf, anc_pdf_parse (pdf, "<< /Type /Outlines >>"));
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (Open));
  Open top = { root, 0, TRUE, 0 };

  g_array_append_val (path, top);
  for (guint i = 0; i < bookmarks->len; i++)
    {
      const AncBookmark *bookmark = &g_array_index (bookmarks, AncBookmark, i);
      Open opened = { qpdf_make_indirect_object (pdf, qpdf_oh_new_dictionary (pdf)), 0, bookmark->is_open, 0 };
      Open *parent;

      while (path->len > bookmark->level + 1)
        close_level (pdf, path);
      parent = &g_array_index (path, Open, path->len - 1);
      anc_pdf_set_text (pdf, opened.object, "/Title", bookmark->title);
      anc_pdf_set (pdf, opened.object, "/Parent", parent->object);
      anc_pdf_set (pdf, opened.object, "/Dest", create_destination (pdf, bookmark->page));
      if (parent->last_child == 0)
        anc_pdf_set (pdf, parent->object, "/First", opened.object);
      else
        {
          anc_pdf_set (pdf, opened.object, "/Prev", parent->last_child);
          anc_pdf_set (pdf, parent->last_child, "/Next", opened.object);
        }
      parent->last_child = opened.object;
      g_array_append_val (path, opened);
    }
  while (path->len > 0)
    close_level (pdf, path);

  anc_pdf_set (pdf, qpdf_get_root (pdf), "/Outlines", root);
  anc_pdf_set (pdf, qpdf_get_root (pdf), "/PageMode", qpdf_oh_new_name (pdf, "/UseOutlines"));
}

/**
 * anc_navigation_set_labels:
 *
 * Writes what a reader calls the pages, see anc_navigation_dup_label().
 */
void
anc_navigation_set_labels (qpdf_data pdf,
                           const AncBundlePlan *plan,
                           const AncBundleReport *report)
{
  g_autoptr (GString) text = g_string_new ("<< /Nums [ 0 << /S /r >>");

  for (guint i = 0; i < plan->exhibits->len; i++)
    g_string_append_printf (text,
                            " %u << /S /D /P (%u-) >>",
                            anc_navigation_find_page (plan, report, i, G_MAXUINT),
                            anc_bundle_plan_get_exhibit (plan, i)->number);
  g_string_append (text, " ] >>");
  anc_pdf_set (pdf, qpdf_get_root (pdf), "/PageLabels", anc_pdf_parse (pdf, "%s", text->str));
}

/**
 * anc_navigation_add_links:
 * @links: of #AncFrontLink
 *
 * Makes the rows of the list lead to the pages they name.
 */
void
anc_navigation_add_links (qpdf_data pdf,
                          const AncBundlePlan *plan,
                          const AncBundleReport *report,
                          const GArray *links)
{
  char buffers[4][G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < links->len; i++)
    {
      const AncFrontLink *link = &g_array_index (links, AncFrontLink, i);
      qpdf_oh page = qpdf_get_page_n (pdf, link->page);
      qpdf_oh note = anc_pdf_parse (pdf,
                                    "<< /Type /Annot /Subtype /Link /F 4 /Border [ 0 0 0 ] /Rect [ %s %s %s %s ] >>",
                                    anc_pdf_format (link->x0, buffers[0]),
                                    anc_pdf_format (ANC_SHEET_HEIGHT - link->y1, buffers[1]),
                                    anc_pdf_format (link->x1, buffers[2]),
                                    anc_pdf_format (ANC_SHEET_HEIGHT - link->y0, buffers[3]));

      anc_pdf_set (pdf, note, "/Dest", create_destination (pdf, anc_navigation_find_page (plan, report, link->exhibit, link->part)));
      if (!qpdf_oh_has_key (pdf, page, "/Annots"))
        anc_pdf_set (pdf, page, "/Annots", qpdf_oh_new_array (pdf));
      qpdf_oh_append_item (pdf, qpdf_oh_get_key (pdf, page, "/Annots"), qpdf_make_indirect_object (pdf, note));
    }
}
