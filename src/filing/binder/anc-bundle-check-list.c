/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-bundle-check-private.h"

#include "anc-bundle-words.h"
#include "anc-front.h"
#include "anc-navigation.h"
#include "anc-sheet.h"

#include <string.h>

/* ---- Rows ---------------------------------------------------------------------------------- */

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
static GArray *
find_rows (qpdf_data pdf,
           guint first_page,
           guint n_pages)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  for (guint i = first_page; i < first_page + n_pages; i++)
    {
      qpdf_oh links = qpdf_oh_get_key (pdf, qpdf_get_page_n (pdf, i), "/Annots");
      int n_links = qpdf_oh_is_array (pdf, links) ? qpdf_oh_get_array_n_items (pdf, links) : 0;

      for (int j = 0; j < n_links; j++)
        {
          qpdf_oh link = qpdf_oh_get_array_item (pdf, links, j);
          qpdf_oh destination = qpdf_oh_get_key_if_dict (pdf, link, "/Dest");
          int target = qpdf_oh_is_array (pdf, destination) ? qpdf_find_page_by_oh (pdf, qpdf_oh_get_array_item (pdf, destination, 0)) : -1;
          Row found = { .target = target >= 0 ? (guint) target : G_MAXUINT, .page = i };

          anc_pdf_get_box (pdf, link, "/Rect", &found.box);
          g_array_append_val (rows, found);
        }
    }

  return rows;
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

/* ---- Columns ------------------------------------------------------------------------------- */

/* The list as it is read: quickly from its pages, or, once a row could not be made out so, from pages that show one
 * column of one row each. */
typedef struct
{
  qpdf_data pdf;
  GArray *rows; /* of Row */
  PopplerDocument *document;
  PopplerDocument *columns; /* NULL until needed */
  guint first_column;       /* the page of the first row's first */
} List;

static gboolean
open_columns (List *self,
              GError **error)
{
  if (self->columns != NULL)
    return TRUE;

  self->first_column = (guint) qpdf_get_num_pages (self->pdf);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      add_columns (self->pdf, qpdf_get_page_n (self->pdf, row->page), &row->box);
    }
  self->columns = anc_check_read_again (self->pdf, error);

  return self->columns != NULL;
}

/* ---- Rows of the list ---------------------------------------------------------------------- */

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
  g_autoptr (AncReadPage) page = NULL;

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

/* Slower, and sure: each column on a page of its own. */
static gboolean
check_columns (List *self,
               guint index,
               const Saying *saying,
               GError **error)
{
  g_autofree char *number = NULL;
  g_autofree char *words = NULL;
  g_autofree char *pages = NULL;
  guint first;

  if (!open_columns (self, error))
    return FALSE;

  first = self->first_column + N_COLUMNS * index;
  number = anc_check_dup_page_text (self->columns, first);
  words = anc_check_dup_page_text (self->columns, first + 1);
  pages = anc_check_dup_page_text (self->columns, first + 2);

  return (strcmp (number, saying->number) == 0 && strcmp (pages, saying->pages) == 0 && has_letters (words, saying->words))
         || anc_check_fail (error, "the row of %s in the list is not what it should be", saying->number);
}

/* Takes a row, and the one that was to be made: an exhibit, or a part of one. */
static gboolean
check_row (List *self,
           guint index,
           ListPage *page,
           const AncBundlePlan *plan,
           const AncBundleReport *report,
           guint exhibit,
           guint part,
           GError **error)
{
  const Row *row = &g_array_index (self->rows, Row, index);
  g_autofree char *text = NULL;
  gboolean is_right;
  Saying saying;

  saying_init (&saying, plan, report, exhibit, part);
  is_right = row->target == anc_navigation_find_page (plan, report, exhibit, part)
             || anc_check_fail (error, "the row of %s in the list leads elsewhere", saying.number);
  if (is_right)
    {
      list_page_load (page, self->document, row->page);
      text = list_page_dup_row (page, &row->box);
      is_right = is_said (&saying, text) || check_columns (self, index, &saying, error);
    }
  saying_clear (&saying);

  return is_right;
}

static gboolean
check_rows (List *self,
            ListPage *page,
            const AncBundlePlan *plan,
            const AncBundleReport *report,
            GError **error)
{
  guint n = 0;

  for (guint i = 0; i < plan->exhibits->len; i++)
    {
      const AncBundleExhibit *exhibit = anc_bundle_plan_get_exhibit (plan, i);
      const guint n_rows = exhibit->n_parts > 1 ? exhibit->n_parts + 1 : 1;

      for (guint j = 0; j < n_rows; j++, n++)
        {
          if (n == self->rows->len)
            return anc_check_fail (error, "the list ends before exhibit %u", exhibit->number);
          if (!check_row (self, n, page, plan, report, i, j > 0 ? j - 1 : G_MAXUINT, error))
            return FALSE;
        }
    }

  return n == self->rows->len || anc_check_fail (error, "the list has rows too many");
}

/**
 * anc_check_list:
 * @document: the file, read by Poppler
 * @pdf: the same, read by qpdf; pages may be added to it
 * @first_page: of the list, from 0
 *
 * Returns: whether each exhibit and each part has its row, in order, which says and leads where it is
 */
gboolean
anc_check_list (PopplerDocument *document,
                qpdf_data pdf,
                guint first_page,
                const AncBundlePlan *plan,
                const AncBundleReport *report,
                GError **error)
{
  List self = { .pdf = pdf, .rows = find_rows (pdf, first_page, report->front[ANC_FRONT_LIST]), .document = document };
  ListPage page = { 0 };
  gboolean is_right = check_rows (&self, &page, plan, report, error);

  list_page_clear (&page);
  g_clear_object (&self.columns);
  g_array_unref (self.rows);

  return is_right;
}
