/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-bundle-check.h"

#include "anc-archive.h"
#include "anc-bundle-words.h"
#include "anc-filing-error.h"
#include "anc-navigation.h"
#include "anc-page-wrapper.h"

#include <archive.h>
#include <archive_entry.h>
#include <poppler.h>
#include <string.h>

/*
 * Reads a file again and compares it with what was to be made. qpdf wrote it; Poppler reads it, with one precaution:
 * what the documents themselves show is taken out first. What is left, our own pages and the stamps, is all there is to
 * check, is fast to read, and holds nothing that anyone could have prepared against Poppler.
 */

/* Later versions of Poppler clean up after its own names themselves. */
typedef PopplerDocument ReadDocument;
typedef PopplerPage ReadPage;
typedef PopplerIndexIter ReadOutline;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadPage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadOutline, poppler_index_iter_free)

static gboolean
fail (GError **error,
      const char *format,
      ...) G_GNUC_PRINTF (2, 3);

static gboolean
fail (GError **error,
      const char *format,
      ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, ANC_FILING_ERROR, ANC_FILING_ERROR_CHECK, reason);

  return FALSE;
}

/* ---- Without the documents ----------------------------------------------------------------- */

/* Takes the document's own content off a page. Returns whether there was some, and a stamp beside it. */
static gboolean
clear_page (qpdf_data pdf,
            guint index)
{
  qpdf_oh page = qpdf_get_page_n (pdf, index);
  qpdf_oh objects = qpdf_oh_get_key_if_dict (pdf, qpdf_oh_get_key_if_dict (pdf, page, "/Resources"), "/XObject");
  qpdf_oh empty = anc_pdf_new_stream (pdf, "", 0);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  gboolean has_page, has_stamp;

  if (!qpdf_oh_is_dictionary (pdf, objects))
    return FALSE;

  has_page = qpdf_oh_is_stream (pdf, qpdf_oh_get_key (pdf, objects, ANC_NAME_PAGE));
  has_stamp = qpdf_oh_is_stream (pdf, qpdf_oh_get_key (pdf, objects, ANC_NAME_STAMP));
  anc_pdf_set (pdf, qpdf_oh_get_dict (pdf, empty), "/Type", qpdf_oh_new_name (pdf, "/XObject"));
  anc_pdf_set (pdf, qpdf_oh_get_dict (pdf, empty), "/Subtype", qpdf_oh_new_name (pdf, "/Form"));
  anc_pdf_set (pdf, qpdf_oh_get_dict (pdf, empty), "/BBox", anc_pdf_parse (pdf, "[ 0 0 1 1 ]"));
  qpdf_oh_begin_dict_key_iter (pdf, objects);
  while (qpdf_oh_dict_more_keys (pdf))
    g_ptr_array_add (keys, g_strdup (qpdf_oh_dict_next_key (pdf)));
  for (guint i = 0; i < keys->len; i++)
    if (strcmp (g_ptr_array_index (keys, i), ANC_NAME_STAMP) != 0)
      anc_pdf_set (pdf, objects, g_ptr_array_index (keys, i), empty);
  qpdf_oh_remove_key (pdf, page, "/Group");
  qpdf_oh_release_all (pdf);

  return has_page && has_stamp;
}

/* Adds one page for each row of the list that leads somewhere, showing nothing but that row, and notes
 * where it leads: Poppler leaves out the letters that stand beside a page. */
static void
add_rows (qpdf_data pdf,
          guint first_page,
          guint n_pages,
          GArray *targets)
{
  for (guint i = first_page; i < first_page + n_pages; i++)
    {
      qpdf_oh page = qpdf_get_page_n (pdf, i);
      qpdf_oh links = qpdf_oh_get_key (pdf, page, "/Annots");
      int n_links = qpdf_oh_is_array (pdf, links) ? qpdf_oh_get_array_n_items (pdf, links) : 0;

      for (int j = 0; j < n_links; j++)
        {
          qpdf_oh link = qpdf_oh_get_array_item (pdf, links, j);
          qpdf_oh destination = qpdf_oh_get_key_if_dict (pdf, link, "/Dest");
          qpdf_oh row = anc_pdf_parse (pdf, "<< /Type /Page >>");
          int target = qpdf_oh_is_array (pdf, destination) ? qpdf_find_page_by_oh (pdf, qpdf_oh_get_array_item (pdf, destination, 0)) : -1;
          guint found = target >= 0 ? (guint) target : G_MAXUINT;

          anc_pdf_set (pdf, row, "/MediaBox", qpdf_oh_get_key (pdf, link, "/Rect"));
          anc_pdf_set (pdf, row, "/Resources", qpdf_oh_get_key (pdf, page, "/Resources"));
          anc_pdf_set (pdf, row, "/Contents", qpdf_oh_get_key (pdf, page, "/Contents"));
          qpdf_add_page (pdf, pdf, qpdf_make_indirect_object (pdf, row), QPDF_FALSE);
          g_array_append_val (targets, found);
        }
    }
}

/* The file without the content of its documents, read by Poppler; after its pages, those of the rows of the list. */
static PopplerDocument *
open_cleared (const AncSpan *file,
              guint n_front,
              guint n_list,
              guint n_pages,
              GArray *targets,
              GError **error)
{
  PopplerDocument *document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gboolean is_right = TRUE;
  qpdf_data pdf;

  if (anc_pdf_open (file, NULL, &pdf) != ANC_PART_BOUND)
    {
      fail (error, "the file cannot be opened again");
      return NULL;
    }

  if (qpdf_get_num_pages (pdf) != (int) n_pages)
    is_right = fail (error, "the file has %d pages and not %u", qpdf_get_num_pages (pdf), n_pages);
  for (guint i = n_front; i < n_pages && is_right; i++)
    if (!clear_page (pdf, i))
      is_right = fail (error, "page %u is without its content or its stamp", i + 1);
  if (is_right && targets != NULL)
    add_rows (pdf, n_front - n_list, n_list, targets);
  if (is_right && ((qpdf_init_write_memory (pdf) & QPDF_ERRORS) != 0 || (qpdf_write (pdf) & QPDF_ERRORS) != 0))
    is_right = fail (error, "the file cannot be read again");
  if (is_right)
    {
      bytes = g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
      document = poppler_document_new_from_bytes (bytes, NULL, error);
    }
  qpdf_cleanup (&pdf);

  return document;
}

/* ---- Texts --------------------------------------------------------------------------------- */

static int
compare_letters (gconstpointer a,
                 gconstpointer b)
{
  gunichar first = *(const gunichar *) a, second = *(const gunichar *) b;

  return first < second ? -1 : first > second;
}

/* The letters of a text without its spaces, sorted: scripts that run from right to left come out of a
 * page in another order than they went in. */
static GArray *
sort_letters (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (gunichar));

  for (const char *p = plain; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_array_append_val (letters, c);
    }
  g_array_sort (letters, compare_letters);

  return letters;
}

static gboolean
has_same_letters (const char *text,
                  const char *other)
{
  g_autoptr (GArray) first = sort_letters (text);
  g_autoptr (GArray) second = sort_letters (other);

  return first->len == second->len
         && (first->len == 0 || memcmp (first->data, second->data, first->len * sizeof (gunichar)) == 0);
}

static gboolean
has_word (const char *text,
          const char *word)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\t\f", -1);

  return g_strv_contains ((const char *const *) words, word);
}

static char *
get_page_text (PopplerPage *page)
{
  char *text = poppler_page_get_text (page);

  return text != NULL ? g_strstrip (text) : g_strdup ("");
}

/* ---- Pages --------------------------------------------------------------------------------- */

static gboolean
check_stamp (PopplerDocument *document,
             const AncBundlePlan *plan,
             guint page_index,
             const char *stamp,
             const char *folio,
             GError **error)
{
  g_autoptr (ReadPage) page = poppler_document_get_page (document, (int) page_index);
  g_autofree char *expected = g_strdup_printf ("%s%s%s", stamp, folio != NULL ? "\n" : "", folio != NULL ? folio : "");
  g_autofree char *text = page != NULL ? get_page_text (page) : NULL;

  if (text == NULL || strcmp (text, expected) != 0)
    return fail (error, "the stamp of page %u is not what it should be", page_index + 1);

  return TRUE;
}

static gboolean
check_stamps (PopplerDocument *document,
              const AncBundlePlan *plan,
              const AncBundleReport *report,
              guint exhibit_index,
              guint first_page,
              guint n_pages_of_file,
              GError **error)
{
  const AncBundleExhibit *exhibit = anc_bundle_plan_get_exhibit (plan, exhibit_index);
  const guint n_pages = anc_bundle_report_count_pages (report, exhibit->first_part, exhibit->n_parts);

  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *stamp = anc_bundle_words_stamp (plan->language, exhibit->number, i + 1, n_pages);
      g_autofree char *folio = plan->stamp.has_folio && plan->form == ANC_BUNDLE_ONE_FILE
                                   ? anc_bundle_words_folio (plan->language, first_page + i + 1, n_pages_of_file)
                                   : NULL;

      if (!check_stamp (document, plan, first_page + i, stamp, folio, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_labels (PopplerDocument *document,
              const AncBundlePlan *plan,
              const AncBundleReport *report,
              guint n_pages,
              GError **error)
{
  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (ReadPage) page = poppler_document_get_page (document, (int) i);
      g_autofree char *label = page != NULL ? poppler_page_get_label (page) : NULL;
      g_autofree char *expected = anc_navigation_dup_label (plan, report, i);

      if (g_strcmp0 (label, expected) != 0)
        return fail (error, "the label of page %u is not what it should be", i + 1);
    }

  return TRUE;
}

/* ---- Bookmarks ----------------------------------------------------------------------------- */

static gboolean
check_bookmark (PopplerIndexIter *iter,
                const GArray *bookmarks,
                guint index,
                guint level,
                GError **error)
{
  const AncBookmark *bookmark = index < bookmarks->len ? &g_array_index (bookmarks, AncBookmark, index) : NULL;
  PopplerAction *action = poppler_index_iter_get_action (iter);
  gboolean is_right = bookmark != NULL && action != NULL && bookmark->level == level && action->type == POPPLER_ACTION_GOTO_DEST
                      && g_strcmp0 (action->any.title, bookmark->title) == 0
                      && action->goto_dest.dest->page_num == (int) bookmark->page + 1;

  if (action != NULL)
    poppler_action_free (action);

  return is_right || fail (error, "bookmark %u is not what it should be", index + 1);
}

static gboolean
check_bookmarks (PopplerIndexIter *iter,
                 const GArray *bookmarks,
                 guint level,
                 guint *index,
                 GError **error)
{
  if (iter == NULL)
    return TRUE;

  do
    {
      g_autoptr (ReadOutline) child = poppler_index_iter_get_child (iter);

      if (!check_bookmark (iter, bookmarks, (*index)++, level, error) || !check_bookmarks (child, bookmarks, level + 1, index, error))
        return FALSE;
    }
  while (poppler_index_iter_next (iter));

  return TRUE;
}

static gboolean
check_outline (PopplerDocument *document,
               const AncBundlePlan *plan,
               const AncBundleReport *report,
               GError **error)
{
  g_autoptr (GArray) bookmarks = anc_navigation_list_bookmarks (plan, report);
  g_autoptr (ReadOutline) iter = poppler_index_iter_new (document);
  guint n = 0;

  if (!check_bookmarks (iter, bookmarks, 0, &n, error))
    return FALSE;

  return n == bookmarks->len || fail (error, "there are %u bookmarks and not %u", n, bookmarks->len);
}

/* ---- List ---------------------------------------------------------------------------------- */

/* A row of the list as it should be: its number, its words, its pages, and where it leads. */
static gboolean
check_row (PopplerDocument *document,
           guint row_page,
           guint target,
           const AncBundlePlan *plan,
           const AncBundleReport *report,
           guint exhibit_index,
           guint part,
           GError **error)
{
  const AncBundleExhibit *exhibit = anc_bundle_plan_get_exhibit (plan, exhibit_index);
  const gboolean is_part = part != G_MAXUINT;
  const guint first = anc_navigation_find_page (plan, report, exhibit_index, part);
  const guint n_pages = anc_bundle_report_count_pages (report, exhibit->first_part + (is_part ? part : 0), is_part ? 1 : exhibit->n_parts);
  const AncPartReport *part_report = &g_array_index (report->parts, AncPartReport, exhibit->first_part);
  g_autoptr (ReadPage) page = poppler_document_get_page (document, (int) row_page);
  g_autofree char *text = page != NULL ? get_page_text (page) : g_strdup ("");
  g_autofree char *number = is_part ? g_strdup_printf ("%u.%u", exhibit->number, part + 1) : g_strdup_printf ("%u", exhibit->number);
  g_autofree char *pages = anc_bundle_words_pages (first + 1, n_pages);
  g_autofree char *expected = g_strconcat (number,
                                           is_part ? anc_bundle_plan_get_part (plan, exhibit, part)->title : exhibit->title,
                                           !is_part && exhibit->date != NULL ? exhibit->date : "",
                                           !is_part && exhibit->n_parts == 1 ? anc_bundle_words_part_state (plan->language, part_report->state)
                                                                             : "",
                                           pages,
                                           NULL);

  if (target != first)
    return fail (error, "the row of %s in the list leads elsewhere", number);
  /* A title too long for its row was cut. */
  if (!has_word (text, number) || !has_word (text, pages) || (strstr (text, "…") == NULL && !has_same_letters (text, expected)))
    return fail (error, "the row of %s in the list is not what it should be", number);

  return TRUE;
}

static gboolean
check_list (PopplerDocument *document,
            const GArray *targets,
            guint n_pages,
            const AncBundlePlan *plan,
            const AncBundleReport *report,
            GError **error)
{
  guint row = 0;

  for (guint i = 0; i < plan->exhibits->len; i++)
    {
      const AncBundleExhibit *exhibit = anc_bundle_plan_get_exhibit (plan, i);
      const guint n_rows = exhibit->n_parts > 1 ? exhibit->n_parts + 1 : 1;

      for (guint j = 0; j < n_rows; j++, row++)
        {
          if (row == targets->len)
            return fail (error, "the list ends before exhibit %u", exhibit->number);
          if (!check_row (document, n_pages + row, g_array_index (targets, guint, row), plan, report, i, j > 0 ? j - 1 : G_MAXUINT, error))
            return FALSE;
        }
    }

  return row == targets->len || fail (error, "the list has rows too many");
}

/* ---- Files --------------------------------------------------------------------------------- */

static gboolean
check_title (PopplerDocument *document,
             const char *expected,
             GError **error)
{
  g_autofree char *title = poppler_document_get_title (document);

  return g_strcmp0 (title, expected) == 0 || fail (error, "the title is not what it should be");
}

static gboolean
check_file (const AncBundlePlan *plan,
            const AncBundleReport *report,
            const AncSpan *file,
            GError **error)
{
  const guint n_front = anc_bundle_report_count_front (report);
  const guint n_pages = n_front + anc_bundle_report_count_pages (report, 0, report->parts->len);
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (ReadDocument) document = open_cleared (file, n_front, report->front[ANC_FRONT_LIST], n_pages, targets, error);

  if (document == NULL || !check_title (document, plan->title, error) || !check_labels (document, plan, report, n_pages, error)
      || !check_outline (document, plan, report, error) || !check_list (document, targets, n_pages, plan, report, error))
    return FALSE;

  for (guint i = 0; i < plan->exhibits->len; i++)
    if (!check_stamps (document, plan, report, i, anc_navigation_find_page (plan, report, i, G_MAXUINT), n_pages, error))
      return FALSE;

  return TRUE;
}

static gboolean
check_volume (const AncBundlePlan *plan,
              const AncBundleReport *report,
              guint index,
              const AncSpan *file,
              GError **error)
{
  const AncBundleExhibit *exhibit = anc_bundle_plan_get_exhibit (plan, index);
  const guint n_pages = anc_bundle_report_count_pages (report, exhibit->first_part, exhibit->n_parts);
  g_autofree char *title = anc_bundle_words_bookmark (plan->language, exhibit->number, exhibit->title);
  g_autoptr (ReadDocument) document = open_cleared (file, 0, 0, n_pages, NULL, error);

  return document != NULL && check_title (document, title, error) && check_stamps (document, plan, report, index, 0, n_pages, error);
}

/* Each file of the archive has the name, the pages and the stamps it should have; the list is the last. */
static gboolean
check_entries (struct archive *archive,
               const AncBundlePlan *plan,
               const AncBundleReport *report,
               GError **error)
{
  for (guint i = 0; i <= plan->exhibits->len; i++)
    {
      const gboolean is_list = i == plan->exhibits->len;
      g_autofree char *name = anc_archive_dup_name (plan, is_list ? G_MAXUINT : i);
      g_autofree guchar *data = NULL;
      struct archive_entry *entry;
      AncSpan span;

      if (archive_read_next_header (archive, &entry) != ARCHIVE_OK || g_strcmp0 (archive_entry_pathname (entry), name) != 0)
        return fail (error, "file %u of the archive is not what it should be", i + 1);
      span.length = (gsize) archive_entry_size (entry);
      data = g_malloc (span.length + 1);
      span.data = data;
      if (archive_read_data (archive, data, span.length) != (la_ssize_t) span.length)
        return fail (error, "file %u of the archive cannot be read again", i + 1);
      if (is_list)
        {
          g_autoptr (ReadDocument) list = open_cleared (&span,
                                                           anc_bundle_report_count_front (report),
                                                           0,
                                                           anc_bundle_report_count_front (report),
                                                           NULL,
                                                           error);

          if (list == NULL || !check_title (list, plan->title, error))
            return FALSE;
        }
      else if (!check_volume (plan, report, i, &span, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_archive (const AncBundlePlan *plan,
               const AncBundleReport *report,
               const AncSpan *file,
               GError **error)
{
  struct archive *archive = archive_read_new ();
  gboolean is_right;

  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, file->data, file->length) != ARCHIVE_OK)
    is_right = fail (error, "the archive cannot be opened again");
  else
    is_right = check_entries (archive, plan, report, error);
  archive_read_free (archive);

  return is_right;
}

/**
 * anc_bundle_check:
 * @file: what was written
 * @error: %ANC_FILING_ERROR_CHECK
 *
 * Reads a numbered file again.
 *
 * Returns: whether every row of its list, every bookmark, label and stamp says what is there
 */
gboolean
anc_bundle_check (const AncBundlePlan *plan,
                  const AncBundleReport *report,
                  const AncSpan *file,
                  GError **error)
{
  return plan->form == ANC_BUNDLE_ARCHIVE ? check_archive (plan, report, file, error) : check_file (plan, report, file, error);
}
