/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-bundle-check-private.h"

#include "anc-archive.h"
#include "anc-binder-protocol.h"
#include "anc-bundle-words.h"
#include "anc-filing-error.h"
#include "anc-navigation.h"
#include "anc-progress.h"

#include <archive.h>
#include <archive_entry.h>

/*
 * Reads a file again and compares it with what was to be made. qpdf wrote it; Poppler reads it, with one precaution:
 * what the documents themselves show is taken out first. What is left, our own pages and the stamps, is all there is to
 * check, is fast to read, and holds nothing that anyone could have prepared against Poppler.
 */

gboolean
anc_check_fail (GError **error,
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

static gboolean
write_again (qpdf_data pdf)
{
  if ((qpdf_init_write_memory (pdf) & QPDF_ERRORS) != 0)
    return FALSE;

  qpdf_set_stream_data_mode (pdf, qpdf_s_preserve);
  qpdf_set_object_stream_mode (pdf, qpdf_o_disable); /* to be read at once: packing would be for nothing */
  qpdf_set_static_ID (pdf, QPDF_TRUE);

  return (qpdf_write (pdf) & QPDF_ERRORS) == 0;
}

/**
 * anc_check_read_again:
 * @pdf: a document
 *
 * Returns: (transfer full): the same, written and read by Poppler, or %NULL
 */
PopplerDocument *
anc_check_read_again (qpdf_data pdf,
                      GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (!write_again (pdf))
    {
      anc_check_fail (error, "the file cannot be read again");
      return NULL;
    }

  bytes = g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
  return poppler_document_new_from_bytes (bytes, NULL, error);
}

/* The file without the content of its documents, read by Poppler; after its pages, the sheets of stamps. */
static PopplerDocument *
open_cleared (qpdf_data pdf,
              guint n_front,
              guint n_pages,
              GError **error)
{
  if (qpdf_get_num_pages (pdf) != (int) n_pages)
    {
      anc_check_fail (error, "the file has %d pages and not %u", qpdf_get_num_pages (pdf), n_pages);
      return NULL;
    }

  return anc_check_add_stamp_sheets (pdf, n_front, n_pages, error) ? anc_check_read_again (pdf, error) : NULL;
}

static qpdf_data
open_file (const AncSpan *file,
           GError **error)
{
  qpdf_data pdf;

  if (anc_pdf_open (file, NULL, &pdf) == ANC_PART_BOUND)
    return pdf;

  anc_check_fail (error, "the file cannot be opened again");
  if (pdf != NULL)
    qpdf_cleanup (&pdf);

  return NULL;
}

/* ---- Texts, labels, bookmarks -------------------------------------------------------------- */

/* Poppler marks what runs from right to left. */
static gboolean
is_direction_mark (gunichar c)
{
  return c >= 0x202a && c <= 0x202e;
}

static char *
get_page_text (PopplerPage *page)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!is_direction_mark (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));

  return g_strstrip (g_string_free (g_steal_pointer (&plain), FALSE));
}

/**
 * anc_check_dup_page_text:
 * @index: of a page, from 0
 *
 * Returns: (transfer full): its text, empty where there is no such page
 */
char *
anc_check_dup_page_text (PopplerDocument *document,
                         guint index)
{
  g_autoptr (AncReadPage) page = poppler_document_get_page (document, (int) index);

  return page != NULL ? get_page_text (page) : g_strdup ("");
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
      g_autoptr (AncReadPage) page = poppler_document_get_page (document, (int) i);
      g_autofree char *label = page != NULL ? poppler_page_get_label (page) : NULL;
      g_autofree char *expected = anc_navigation_dup_label (plan, report, i);

      if (g_strcmp0 (label, expected) != 0)
        return anc_check_fail (error, "the label of page %u is not what it should be", i + 1);
    }

  return TRUE;
}

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

  return is_right || anc_check_fail (error, "bookmark %u is not what it should be", index + 1);
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
      g_autoptr (AncReadOutline) child = poppler_index_iter_get_child (iter);

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
  g_autoptr (AncReadOutline) iter = poppler_index_iter_new (document);
  guint n = 0;

  if (!check_bookmarks (iter, bookmarks, 0, &n, error))
    return FALSE;

  return n == bookmarks->len || anc_check_fail (error, "there are %u bookmarks and not %u", n, bookmarks->len);
}

/* ---- Files --------------------------------------------------------------------------------- */

static gboolean
check_title (PopplerDocument *document,
             const char *expected,
             GError **error)
{
  g_autofree char *title = poppler_document_get_title (document);

  return g_strcmp0 (title, expected) == 0 || anc_check_fail (error, "the title is not what it should be");
}

static gboolean
check_file (const AncBundlePlan *plan,
            const AncBundleReport *report,
            const AncSpan *file,
            GError **error)
{
  const guint n_front = anc_bundle_report_count_front (report);
  const guint n_pages = n_front + anc_bundle_report_count_pages (report, 0, report->parts->len);
  g_autoptr (GPtrArray) lines = anc_check_list_stamps (plan, report, 0, plan->exhibits->len, n_front, n_pages);
  qpdf_data pdf = open_file (file, error); /* never taken apart, which takes longer than the rest of this program's life */
  g_autoptr (AncReadDocument) document = pdf != NULL ? open_cleared (pdf, n_front, n_pages, error) : NULL;

  anc_progress_tell_done (ANC_BINDER_DONE / 2);

  return document != NULL && check_title (document, plan->title, error) && check_labels (document, plan, report, n_pages, error)
         && check_outline (document, plan, report, error) && anc_check_stamps (document, n_pages, n_front, lines, error)
         && anc_check_list (document, pdf, n_front - report->front[ANC_FRONT_LIST], plan, report, error);
}

/* A file of the archive: @title, and the stamps of its pages. */
static gboolean
check_volume (const AncSpan *file,
              const char *title,
              guint n_front,
              const GPtrArray *lines,
              GError **error)
{
  qpdf_data pdf = open_file (file, error);
  g_autoptr (AncReadDocument) document = pdf != NULL ? open_cleared (pdf, n_front, n_front + lines->len, error) : NULL;

  if (pdf != NULL)
    qpdf_cleanup (&pdf);

  return document != NULL && check_title (document, title, error) && anc_check_stamps (document, n_front + lines->len, n_front, lines, error);
}

static gboolean
check_exhibit (const AncBundlePlan *plan,
               const AncBundleReport *report,
               guint index,
               const AncSpan *file,
               GError **error)
{
  const AncBundleExhibit *exhibit = anc_bundle_plan_get_exhibit (plan, index);
  const guint n_pages = anc_bundle_report_count_pages (report, exhibit->first_part, exhibit->n_parts);
  g_autofree char *title = anc_bundle_words_bookmark (plan->language, exhibit->number, exhibit->title);
  g_autoptr (GPtrArray) lines = anc_check_list_stamps (plan, report, index, 1, 0, n_pages);

  return check_volume (file, title, 0, lines, error);
}

/* Each file of the archive has the name, the pages and the stamps it should have; the list is the last. */
static gboolean
check_entries (struct archive *archive,
               const AncBundlePlan *plan,
               const AncBundleReport *report,
               GError **error)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  for (guint i = 0; i <= plan->exhibits->len; i++)
    {
      const gboolean is_list = i == plan->exhibits->len;
      g_autofree char *name = anc_archive_dup_name (plan, is_list ? G_MAXUINT : i);
      g_autofree guchar *data = NULL;
      struct archive_entry *entry;
      AncSpan span;

      if (archive_read_next_header (archive, &entry) != ARCHIVE_OK || g_strcmp0 (archive_entry_pathname (entry), name) != 0)
        return anc_check_fail (error, "file %u of the archive is not what it should be", i + 1);
      span.length = (gsize) archive_entry_size (entry);
      data = g_malloc (span.length + 1);
      span.data = data;
      if (archive_read_data (archive, data, span.length) != (la_ssize_t) span.length)
        return anc_check_fail (error, "file %u of the archive cannot be read again", i + 1);
      if (!(is_list ? check_volume (&span, plan->title, anc_bundle_report_count_front (report), none, error)
                    : check_exhibit (plan, report, i, &span, error)))
        return FALSE;
      anc_progress_tell_done (ANC_BINDER_DONE * (i + 1) / (plan->exhibits->len + 1));
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
    is_right = anc_check_fail (error, "the archive cannot be opened again");
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
  anc_progress_tell_done (1);

  return plan->form == ANC_BUNDLE_ARCHIVE ? check_archive (plan, report, file, error) : check_file (plan, report, file, error);
}
