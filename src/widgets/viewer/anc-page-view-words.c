/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-view-private.h"

/* The words of so many pages around those on screen are kept. */
#define WORDS_KEPT 32

/* A question about one page; it keeps the view until it is answered. */
typedef struct
{
  AncPageView *view;
  guint page;
  gboolean is_second; /* asked once more after it failed */
} Question;

/* ---- Asking -------------------------------------------------------------------------------- */

static void
free_question (Question *question)
{
  g_object_unref (question->view);
  g_free (question);
}

static void ask_for_words (AncPageView *self,
                           guint page,
                           gboolean is_second);

static void
take_words (AncPageView *self,
            guint page,
            AncPageWords *words)
{
  g_hash_table_insert (self->words, GUINT_TO_POINTER (page), anc_page_words_ref (words));
  anc_page_view_queue_telling (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The reader may have died of something else: it is asked a second time. */
static void
got_words_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  Question *question = user_data;
  AncPageView *self = question->view;
  g_autoptr (GError) error = NULL;
  g_autoptr (AncPageWords) words = anc_page_source_get_words_finish (ANC_PAGE_SOURCE (object), result, &error);

  if (words != NULL && self->source == ANC_PAGE_SOURCE (object))
    {
      take_words (self, question->page, words);
      anc_page_view_read_next (self);
    }
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && !question->is_second && self->source == ANC_PAGE_SOURCE (object))
    ask_for_words (self, question->page, TRUE);
  free_question (question);
}

static void
got_links_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  Question *question = user_data;
  AncPageView *self = question->view;
  g_autoptr (GPtrArray) links = anc_page_source_list_finish (ANC_PAGE_SOURCE (object), result, NULL);

  if (links != NULL && self->source == ANC_PAGE_SOURCE (object))
    anc_page_view_set_links (self, question->page, g_steal_pointer (&links));
  free_question (question);
}

static Question *
create_question (AncPageView *self,
                 guint page,
                 gboolean is_second)
{
  Question *question = g_new0 (Question, 1);

  question->view = g_object_ref (self);
  question->page = page;
  question->is_second = is_second;

  return question;
}

static void
ask_for_words (AncPageView *self,
               guint page,
               gboolean is_second)
{
  anc_page_source_get_words_async (self->source, page, FALSE, self->cancellable, got_words_cb, create_question (self, page, is_second));
}

/* Whether the ends of the selection stand among the words of a page: one who selected everything has no such ends. */
static gboolean
selection_ends_on (AncPageView *self,
                   guint page)
{
  return self->has_selection && self->cursor.word != G_MAXUINT && (self->anchor.page == page || self->cursor.page == page);
}

/* A page that cannot be read keeps the words it has. */
static void
read_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  Question *question = user_data;
  AncPageView *self = question->view;
  g_autoptr (AncPageWords) words = anc_page_source_get_words_finish (ANC_PAGE_SOURCE (object), result, NULL);

  if (self->source == ANC_PAGE_SOURCE (object))
    {
      self->is_reading = FALSE;
      if (words != NULL)
        {
          if (selection_ends_on (self, question->page))
            anc_page_view_clear_selection (self);
          take_words (self, question->page, words);
        }
      anc_page_view_read_next (self);
    }
  free_question (question);
}

/* Whether the words of a page are there, and its picture may say more. */
gboolean
anc_page_view_is_to_be_read (AncPageView *self,
                             guint page)
{
  AncPageWords *words = anc_page_view_get_words (self, page);

  return words != NULL && anc_page_words_may_say_more (words) && !g_hash_table_contains (self->read_of, GUINT_TO_POINTER (page));
}

/**
 * anc_page_view_read_next:
 * @self: a view
 *
 * Reads the pages on screen from their pictures where the document does not hold their words: one after the other,
 * and only once everything on screen is drawn.
 */
void
anc_page_view_read_next (AncPageView *self)
{
  guint first, last;

  if (self->is_reading || self->rest_id != 0 || self->read_id != 0 || self->requests->len > 0 || self->source == NULL
      || !anc_page_view_find_visible (self, &first, &last))
    return;

  for (guint page = first; page <= last; page++)
    if (anc_page_view_is_to_be_read (self, page))
      {
        self->is_reading = TRUE;
        g_hash_table_add (self->read_of, GUINT_TO_POINTER (page));
        anc_page_source_get_words_async (self->source, page, TRUE, self->cancellable, read_cb, create_question (self, page, FALSE));
        return;
      }
}

/* Asks for the words and links of a page, once. */
void
anc_page_view_ask_for_words (AncPageView *self,
                             guint page)
{
  if (self->source == NULL || !g_hash_table_add (self->asked_of, GUINT_TO_POINTER (page)))
    return;

  ask_for_words (self, page, FALSE);
  anc_page_source_list_links_async (self->source, page, self->cancellable, got_links_cb, create_question (self, page, FALSE));
}

/**
 * anc_page_view_get_words:
 * @self: a view
 * @page: a page
 *
 * Returns: (transfer none) (nullable): its words, once they are there
 */
AncPageWords *
anc_page_view_get_words (AncPageView *self,
                         guint page)
{
  return g_hash_table_lookup (self->words, GUINT_TO_POINTER (page));
}

void
anc_page_view_forget_words (AncPageView *self)
{
  anc_page_view_clear_selection (self);
  g_hash_table_remove_all (self->words);
  g_hash_table_remove_all (self->links);
  g_hash_table_remove_all (self->asked_of);
  g_hash_table_remove_all (self->read_of);
  self->is_reading = FALSE;
}

/* Whether a page is out of reach of what is read now. */
typedef struct
{
  guint first;
  guint last;
} Reach;

static gboolean
is_far (gpointer page,
        gpointer value,
        gpointer user_data)
{
  const Reach *reach = user_data;

  return GPOINTER_TO_UINT (page) + WORDS_KEPT < reach->first || GPOINTER_TO_UINT (page) > reach->last + WORDS_KEPT;
}

/**
 * anc_page_view_forget_far_words:
 * @self: a view
 * @first: the first page on screen
 * @last: the last one
 *
 * Drops the words and links of pages far away, which are asked for again when somebody comes back.
 */
void
anc_page_view_forget_far_words (AncPageView *self,
                                guint first,
                                guint last)
{
  Reach reach = { first, last };

  g_hash_table_foreach_remove (self->words, is_far, &reach);
  g_hash_table_foreach_remove (self->links, is_far, &reach);
  g_hash_table_foreach_remove (self->asked_of, is_far, &reach);
  g_hash_table_foreach_remove (self->read_of, is_far, &reach);
}

/* ---- The selection ------------------------------------------------------------------------- */

static int
compare_places (const AncWordPlace *one,
                const AncWordPlace *other)
{
  if (one->page != other->page)
    return one->page < other->page ? -1 : 1;

  return one->word < other->word ? -1 : one->word > other->word;
}

static gboolean
find_word (AncPageView *self,
           double x,
           double y,
           AncWordPlace *place)
{
  double page_x, page_y;
  AncPageWords *words;

  place->page = anc_page_layout_locate (self->layout, x, y, &page_x, &page_y);
  words = anc_page_view_get_words (self, place->page);

  return words != NULL && anc_page_words_find (words, page_x, page_y, &place->word);
}

/**
 * anc_page_view_select:
 * @self: a view
 * @from_x: where the selection starts, in the content
 * @from_y: the same
 * @to_x: where it ends
 * @to_y: the same
 *
 * Selects from one word to another in reading order, so that it follows the columns of a page.
 */
void
anc_page_view_select (AncPageView *self,
                      double from_x,
                      double from_y,
                      double to_x,
                      double to_y)
{
  AncWordPlace from, to;

  if (self->layout == NULL || !find_word (self, from_x, from_y, &from) || !find_word (self, to_x, to_y, &to))
    return;

  self->anchor = from;
  self->cursor = to;
  anc_page_view_set_has_selection (self, TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
anc_page_view_clear_selection (AncPageView *self)
{
  self->selects_lines = FALSE;
  anc_page_view_set_has_selection (self, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The first and the last word that are selected. */
void
anc_page_view_get_ends (AncPageView *self,
                        AncWordPlace *from,
                        AncWordPlace *to)
{
  gboolean forward = compare_places (&self->anchor, &self->cursor) <= 0;

  *from = forward ? self->anchor : self->cursor;
  *to = forward ? self->cursor : self->anchor;
}

/* The words of a page between two ends; FALSE for none. */
gboolean
anc_page_view_clip_to_page (const AncPageWords *words,
                            guint page,
                            const AncWordPlace *from,
                            const AncWordPlace *to,
                            guint *first,
                            guint *last)
{
  guint n_words = anc_page_words_get_count (words);

  if (n_words == 0 || page < from->page || page > to->page)
    return FALSE;

  *first = page == from->page ? MIN (from->word, n_words - 1) : 0;
  *last = page == to->page ? MIN (to->word, n_words - 1) : n_words - 1;
  return TRUE;
}

/**
 * anc_page_view_get_selected:
 * @self: a view
 * @page: a page whose words are there
 * @first: (out): the first selected word
 * @last: (out): the last one
 *
 * Returns: whether words of the page are selected
 */
gboolean
anc_page_view_get_selected (AncPageView *self,
                            guint page,
                            guint *first,
                            guint *last)
{
  AncPageWords *words = anc_page_view_get_words (self, page);
  AncWordPlace from, to;

  if (!self->has_selection || words == NULL)
    return FALSE;

  anc_page_view_get_ends (self, &from, &to);
  if (!anc_page_view_clip_to_page (words, page, &from, &to, first, last))
    return FALSE;

  if (self->selects_lines)
    anc_page_words_extend_to_line (words, first, last);
  return TRUE;
}

/**
 * anc_page_view_select_all:
 * @self: a view
 *
 * Selects all words of all pages, be they known yet or not.
 */
void
anc_page_view_select_all (AncPageView *self)
{
  g_return_if_fail (ANC_IS_PAGE_VIEW (self));

  if (self->layout == NULL || anc_page_layout_get_n_pages (self->layout) == 0)
    return;

  self->anchor = (AncWordPlace){ 0, 0 };
  self->cursor = (AncWordPlace){ anc_page_layout_get_n_pages (self->layout) - 1, G_MAXUINT };
  anc_page_view_set_has_selection (self, TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
