/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-view-private.h"

/* Selecting with the keyboard: the end of the selection goes from word to word, or from line to line, in reading
 * order and from page to page; without the shift key the word it comes to is the whole selection. */

/* The first word on screen. */
static gboolean
find_start (AncPageView *self,
            AncWordPlace *start)
{
  const double top = anc_page_view_get_scroll (self, GTK_ORIENTATION_VERTICAL);
  guint first, last;

  if (!anc_page_view_find_visible (self, &first, &last))
    return FALSE;

  for (start->page = first; start->page <= last; start->page++)
    {
      AncPageWords *words = anc_page_view_get_words (self, start->page);

      for (start->word = 0; words != NULL && start->word < anc_page_words_get_count (words); start->word++)
        if (anc_page_layout_get_place (self->layout, start->page, anc_page_words_get_rect (words, start->word)).y0 >= top)
          return TRUE;
    }

  return FALSE;
}

/* To the next page that has words, or the one before. FALSE where there is none, or its words are yet to come. */
static gboolean
cross_page (AncPageView *self,
            AncWordPlace *place,
            gboolean forward)
{
  guint page = place->page;

  while (forward ? page + 1 < anc_page_layout_get_n_pages (self->layout) : page > 0)
    {
      AncPageWords *words;

      page = forward ? page + 1 : page - 1;
      words = anc_page_view_get_words (self, page);
      if (words == NULL)
        {
          anc_page_view_ask_for_words (self, page);
          return FALSE;
        }
      if (anc_page_words_get_count (words) > 0)
        {
          *place = (AncWordPlace){ page, forward ? 0 : anc_page_words_get_count (words) - 1 };
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
step (AncPageView *self,
      AncWordPlace *place,
      gboolean forward)
{
  AncPageWords *words = anc_page_view_get_words (self, place->page);

  if (words == NULL)
    return FALSE;
  if (forward ? place->word + 1 >= anc_page_words_get_count (words) : place->word == 0)
    return cross_page (self, place, forward);

  place->word += forward ? 1 : -1u;
  return TRUE;
}

/* To the line after, or before, as near as it gets to where the word stands across the page. */
static gboolean
step_line (AncPageView *self,
           AncWordPlace *place,
           gboolean forward)
{
  AncPageWords *words = anc_page_view_get_words (self, place->page);
  guint first = place->word, last = place->word;
  AncWordPlace edge;
  double x;

  if (words == NULL || place->word >= anc_page_words_get_count (words))
    return FALSE;

  x = anc_page_words_get_rect (words, place->word).x0;
  anc_page_words_extend_to_line (words, &first, &last);
  edge = (AncWordPlace){ place->page, forward ? last : first };
  if (!step (self, &edge, forward))
    return FALSE;

  *place = edge;
  place->word = anc_page_words_find_in_line (anc_page_view_get_words (self, place->page), place->word, x);
  return TRUE;
}

static void
show_cursor (AncPageView *self)
{
  AncPageWords *words = anc_page_view_get_words (self, self->cursor.page);
  AncPagePlace place = { .page = self->cursor.page };

  if (words == NULL || self->cursor.word >= anc_page_words_get_count (words))
    return;

  place.rect = anc_page_words_get_rect (words, self->cursor.word);
  anc_page_view_scroll_to_place (self, &place);
}

/**
 * anc_page_view_move_selection:
 * @self: a view
 * @by_line: whether to go from line to line instead of from word to word
 * @steps: 1 forward, -1 back
 * @extends: whether what was selected before stays so
 *
 * Moves the end of the selection; where nothing is selected, the first word on screen is.
 */
void
anc_page_view_move_selection (AncPageView *self,
                              gboolean by_line,
                              int steps,
                              gboolean extends)
{
  AncWordPlace place = self->cursor;
  gboolean moved;

  if (self->layout == NULL)
    return;

  if (!self->has_selection || place.word == G_MAXUINT)
    {
      moved = find_start (self, &place);
      extends = FALSE;
    }
  else
    moved = by_line ? step_line (self, &place, steps > 0) : step (self, &place, steps > 0);
  if (!moved)
    return;

  self->selects_lines = FALSE;
  self->cursor = place;
  if (!extends)
    self->anchor = place;
  anc_page_view_set_has_selection (self, TRUE);
  show_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
