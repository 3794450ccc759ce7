/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-bundle-check.h"

#include "anc-archive.h"
#include "anc-bundle-words.h"
#include "anc-filing-error.h"
#include "anc-navigation.h"
#include "anc-page-wrapper.h"
#include "anc-sheet.h"

#include <archive.h>
#include <archive_entry.h>
#include <poppler.h>
#include <stdlib.h>
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
        return fail (error, "page %u is without its content, or its stamp is not on it", first + i + 1);
      share_resources (pdf, resources, qpdf_oh_get_dict (pdf, stamp));
      anc_pdf_set (pdf, objects, name, stamp);
      g_string_append_printf (content, "q 1 0 0 1 10 %u cm %s Do Q\n", (n - 1 - i) * STAMP_PITCH + 10, name);
    }
  anc_pdf_set (pdf, sheet, "/Contents", anc_pdf_new_stream (pdf, content->str, content->len));
  qpdf_add_page (pdf, pdf, qpdf_make_indirect_object (pdf, sheet), QPDF_FALSE);
  qpdf_oh_release_all (pdf);

  return TRUE;
}

static gboolean
add_stamp_sheets (qpdf_data pdf,
                  guint n_front,
                  guint n_pages,
                  GError **error)
{
  for (guint i = n_front; i < n_pages; i += STAMPS_PER_SHEET)
    if (!add_stamp_sheet (pdf, i, MIN (STAMPS_PER_SHEET, n_pages - i), error))
      return FALSE;

  return TRUE;
}

/* ---- Without the documents ----------------------------------------------------------------- */

/* A row of the list as it was found. */
typedef struct
{
  guint target; /* the page it leads to, or G_MAXUINT */
  guint page;   /* that it stands on */
  AncBox box;
} Row;

/* The columns of the list, from left to right: number, what it is, pages. */
#define N_COLUMNS 3

static const double column_edges[N_COLUMNS + 1] = { 0, ANC_LIST_TITLE_X - 4, ANC_LIST_PAGES_X - 4, ANC_SHEET_WIDTH };

/* Adds one page for each column of a row of the list, showing nothing but that: Poppler leaves out the letters that stand
 * beside a page. */
static void
add_columns (qpdf_data pdf,
             qpdf_oh page,
             const AncBox *box)
{
  char buffers[4][G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      qpdf_oh column = anc_pdf_parse (pdf,
                                      "<< /Type /Page /MediaBox [ %s %s %s %s ] >>",
                                      anc_pdf_format (column_edges[i], buffers[0]),
                                      anc_pdf_format (box->y0, buffers[1]),
                                      anc_pdf_format (column_edges[i + 1], buffers[2]),
                                      anc_pdf_format (box->y1, buffers[3]));

      anc_pdf_set (pdf, column, "/Resources", qpdf_oh_get_key (pdf, page, "/Resources"));
      anc_pdf_set (pdf, column, "/Contents", qpdf_oh_get_key (pdf, page, "/Contents"));
      qpdf_add_page (pdf, pdf, qpdf_make_indirect_object (pdf, column), QPDF_FALSE);
    }
}

/* Finds the rows of the list, by what leads from them to the pages they name. */
static void
add_rows (qpdf_data pdf,
          guint first_page,
          guint n_pages,
          GArray *rows)
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
          int target = qpdf_oh_is_array (pdf, destination) ? qpdf_find_page_by_oh (pdf, qpdf_oh_get_array_item (pdf, destination, 0)) : -1;
          Row found = { .target = target >= 0 ? (guint) target : G_MAXUINT, .page = i };

          anc_pdf_get_box (pdf, link, "/Rect", &found.box);
          add_columns (pdf, page, &found.box);
          g_array_append_val (rows, found);
        }
    }
}

static gboolean
write_again (qpdf_data pdf)
{
  if ((qpdf_init_write_memory (pdf) & QPDF_ERRORS) != 0)
    return FALSE;

  qpdf_set_stream_data_mode (pdf, qpdf_s_preserve);
  qpdf_set_static_ID (pdf, QPDF_TRUE);

  return (qpdf_write (pdf) & QPDF_ERRORS) == 0;
}

/* The file without the content of its documents, read by Poppler; after its pages, the sheets of stamps, then the
 * columns of the rows of the list. */
static PopplerDocument *
open_cleared (const AncSpan *file,
              guint n_front,
              guint n_list,
              guint n_pages,
              GArray *rows,
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
  if (is_right)
    is_right = add_stamp_sheets (pdf, n_front, n_pages, error);
  if (is_right && rows != NULL)
    add_rows (pdf, n_front - n_list, n_list, rows);
  if (is_right && !write_again (pdf))
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

/* ---- Pages --------------------------------------------------------------------------------- */

static guint
count_sheets (guint n_stamps)
{
  return (n_stamps + STAMPS_PER_SHEET - 1) / STAMPS_PER_SHEET;
}

/* What the stamps of some exhibits should say, line by line. */
static GPtrArray *
list_stamp_lines (const AncBundlePlan *plan,
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

/* Reads the sheets of stamps, which start at a page. */
static gboolean
check_stamps (PopplerDocument *document,
              guint first_sheet,
              guint n_front,
              const GPtrArray *lines,
              GError **error)
{
  for (guint i = 0; i < lines->len; i += STAMPS_PER_SHEET)
    {
      g_autoptr (ReadPage) page = poppler_document_get_page (document, (int) (first_sheet + i / STAMPS_PER_SHEET));
      g_autofree char *text = page != NULL ? get_page_text (page) : g_strdup ("");
      const char *p = text;

      for (guint j = i; j < MIN (i + STAMPS_PER_SHEET, lines->len); j++)
        {
          const char *expected = g_ptr_array_index (lines, j);

          if (!g_str_has_prefix (p, expected))
            return fail (error, "the stamp of page %u is not what it should be", n_front + j + 1);
          p += strlen (expected);
          p += strspn (p, " \n\f");
        }
      if (*p != '\0')
        return fail (error, "there is a stamp too many");
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

/* The text of a page of the list, and where each letter of it stands. */
typedef struct
{
  guint index;
  double height;
  char *text;
  PopplerRectangle *places;
  guint n_places;
} ListPage;

static void
list_page_clear (ListPage *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->places, g_free);
  self->n_places = 0;
}

static void
list_page_load (ListPage *self,
                PopplerDocument *document,
                guint index)
{
  g_autoptr (ReadPage) page = NULL;

  if (self->text != NULL && self->index == index)
    return;

  list_page_clear (self);
  page = poppler_document_get_page (document, (int) index);
  self->index = index;
  self->text = page != NULL ? poppler_page_get_text (page) : NULL;
  if (self->text == NULL)
    self->text = g_strdup ("");
  else if (poppler_page_get_text_layout (page, &self->places, &self->n_places))
    poppler_page_get_size (page, NULL, &self->height);
  else
    self->n_places = 0;
}

/* Points between what stands in two columns, and not in two words. */
#define COLUMN_GAP 6

/* The letters whose middle lies inside a row. Where some of the page run from right to left, Poppler gives a text
 * and places that do not go together. */
static char *
list_page_dup_row (const ListPage *self,
                   const AncBox *row)
{
  g_autoptr (GString) inside = g_string_new (NULL);
  double last_x = 0;
  guint i = 0;

  for (const char *p = self->text; *p != '\0' && i < self->n_places; p = g_utf8_next_char (p), i++)
    {
      const PopplerRectangle *place = &self->places[i];
      const double y = self->height - (place->y1 + place->y2) / 2;

      if (y < row->y0 || y > row->y1)
        continue;
      if (place->x1 > last_x + COLUMN_GAP)
        g_string_append_c (inside, ' ');
      last_x = place->x2;
      g_string_append_unichar (inside, g_utf8_get_char (p));
    }

  return g_string_free (g_steal_pointer (&inside), FALSE);
}

static char *
dup_page_text (PopplerDocument *document,
               guint index)
{
  g_autoptr (ReadPage) page = poppler_document_get_page (document, (int) index);

  return page != NULL ? get_page_text (page) : g_strdup ("");
}

/* What a row of the list should say. */
typedef struct
{
  char *number;
  char *words;
  char *pages;
} Saying;

static void
saying_init (Saying *self,
             const AncBundlePlan *plan,
             const AncBundleReport *report,
             guint exhibit_index,
             guint part)
{
  const AncBundleExhibit *exhibit = anc_bundle_plan_get_exhibit (plan, exhibit_index);
  const AncPartReport *only = &g_array_index (report->parts, AncPartReport, exhibit->first_part);
  const guint first = anc_navigation_find_page (plan, report, exhibit_index, part) + 1;

  if (part != G_MAXUINT)
    {
      self->number = g_strdup_printf ("%u.%u", exhibit->number, part + 1);
      self->words = g_strdup (anc_bundle_plan_get_part (plan, exhibit, part)->title);
      self->pages = anc_bundle_words_pages (first, anc_bundle_report_count_pages (report, exhibit->first_part + part, 1));
      return;
    }

  self->number = g_strdup_printf ("%u", exhibit->number);
  self->words = g_strconcat (exhibit->title,
                             exhibit->date != NULL ? exhibit->date : "",
                             exhibit->n_parts == 1 ? anc_bundle_words_part_state (plan->language, only->state) : "",
                             NULL);
  self->pages = anc_bundle_words_pages (first, anc_bundle_report_count_pages (report, exhibit->first_part, exhibit->n_parts));
}

static void
saying_clear (Saying *self)
{
  g_free (self->number);
  g_free (self->words);
  g_free (self->pages);
}

/* A title too long for its row was cut. */
static gboolean
has_letters (const char *text,
             const char *letters)
{
  return strstr (text, "…") != NULL || has_same_letters (text, letters);
}

static gboolean
is_said (const Saying *saying,
         const char *text)
{
  g_autofree char *letters = g_strconcat (saying->number, saying->words, saying->pages, NULL);

  return has_word (text, saying->number) && has_word (text, saying->pages) && has_letters (text, letters);
}

static gboolean
check_row (PopplerDocument *document,
           ListPage *page,
           const Row *row,
           guint first_column,
           const Saying *saying,
           GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *number = NULL;
  g_autofree char *words = NULL;
  g_autofree char *pages = NULL;

  list_page_load (page, document, row->page);
  text = list_page_dup_row (page, &row->box);
  if (is_said (saying, text))
    return TRUE;

  /* Slower, and sure: each column on a page of its own. */
  number = dup_page_text (document, first_column);
  words = dup_page_text (document, first_column + 1);
  pages = dup_page_text (document, first_column + 2);

  return (strcmp (number, saying->number) == 0 && strcmp (pages, saying->pages) == 0 && has_letters (words, saying->words))
         || fail (error, "the row of %s in the list is not what it should be", saying->number);
}

/* Takes a row, and the one that was to be made. */
static gboolean
check_exhibit_row (PopplerDocument *document,
                   ListPage *page,
                   const Row *row,
                   guint first_column,
                   const AncBundlePlan *plan,
                   const AncBundleReport *report,
                   guint exhibit,
                   guint part,
                   GError **error)
{
  Saying saying;
  gboolean is_right;

  saying_init (&saying, plan, report, exhibit, part);
  is_right = row->target == anc_navigation_find_page (plan, report, exhibit, part)
             || fail (error, "the row of %s in the list leads elsewhere", saying.number);
  is_right = is_right && check_row (document, page, row, first_column, &saying, error);
  saying_clear (&saying);

  return is_right;
}

static gboolean
check_list (PopplerDocument *document,
            const GArray *rows,
            guint first_row_page,
            const AncBundlePlan *plan,
            const AncBundleReport *report,
            GError **error)
{
  ListPage page = { 0 };
  gboolean is_right = TRUE;
  guint n = 0;

  for (guint i = 0; i < plan->exhibits->len && is_right; i++)
    {
      const AncBundleExhibit *exhibit = anc_bundle_plan_get_exhibit (plan, i);
      const guint n_rows = exhibit->n_parts > 1 ? exhibit->n_parts + 1 : 1;

      for (guint j = 0; j < n_rows && is_right; j++, n++)
        is_right = n < rows->len
                       ? check_exhibit_row (document,
                                            &page,
                                            &g_array_index (rows, Row, n),
                                            first_row_page + N_COLUMNS * n,
                                            plan,
                                            report,
                                            i,
                                            j > 0 ? j - 1 : G_MAXUINT,
                                            error)
                       : fail (error, "the list ends before exhibit %u", exhibit->number);
    }
  list_page_clear (&page);

  return is_right && (n == rows->len || fail (error, "the list has rows too many"));
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
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (ReadDocument) document = open_cleared (file, n_front, report->front[ANC_FRONT_LIST], n_pages, rows, error);

  g_autoptr (GPtrArray) lines = list_stamp_lines (plan, report, 0, plan->exhibits->len, n_front, n_pages);

  return document != NULL && check_title (document, plan->title, error) && check_labels (document, plan, report, n_pages, error)
         && check_outline (document, plan, report, error) && check_stamps (document, n_pages, n_front, lines, error)
         && check_list (document, rows, n_pages + count_sheets (n_pages - n_front), plan, report, error);
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
  g_autoptr (GPtrArray) lines = list_stamp_lines (plan, report, index, 1, 0, n_pages);

  return document != NULL && check_title (document, title, error) && check_stamps (document, n_pages, 0, lines, error);
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
