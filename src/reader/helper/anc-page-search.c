/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-search.h"

#include "anc-fold.h"

#include <string.h>

/* Words shown on each side of a match. */
#define N_WORDS_AROUND 5

/* The page as one folded line, and where in it each word stands. */
typedef struct
{
  const AncPageText *text;
  GString *folded;
  GArray *starts; /* of gsize: where the word begins; a word of signs alone, where the next does */
} Haystack;

static void
free_match (gpointer data)
{
  AncPageMatch *match = data;

  g_array_unref (match->places);
  g_free (match->around);
  g_free (match);
}

static void
fill_haystack (Haystack *haystack)
{
  for (guint i = 0; i < anc_page_text_get_n_words (haystack->text); i++)
    {
      g_autofree char *word = anc_fold (anc_page_text_get_word (haystack->text, i)->text, -1);

      gsize start = haystack->folded->len > 0 ? haystack->folded->len + 1 : 0;

      g_array_append_val (haystack->starts, start);
      if (*word != '\0' && haystack->folded->len > 0)
        g_string_append_c (haystack->folded, ' ');
      g_string_append (haystack->folded, word);
    }
}

static gsize
get_start (const Haystack *haystack,
           guint word)
{
  return word < haystack->starts->len ? g_array_index (haystack->starts, gsize, word) : haystack->folded->len + 1;
}

/* The word in which the folded byte stands. */
static guint
find_word (const Haystack *haystack,
           gsize offset)
{
  guint low = 0, high = haystack->starts->len;

  while (low + 1 < high)
    {
      guint middle = (low + high) / 2;

      if (get_start (haystack, middle) <= offset)
        low = middle;
      else
        high = middle;
    }

  return low;
}

/* The part of a word that stands between two folded bytes, as if its letters were equally wide. */
static AncRect
cut_word (const Haystack *haystack,
          guint index,
          gsize start,
          gsize end)
{
  AncRect rect = anc_page_text_get_word (haystack->text, index)->rect;
  gsize word_start = get_start (haystack, index);
  gsize word_end = get_start (haystack, index + 1) - 1;
  double width = anc_rect_width (rect);
  double length = (double) (word_end - word_start);

  if (word_end <= word_start || width < anc_rect_height (rect)) /* it may run upwards */
    return rect;
  if (end < word_end)
    rect.x1 = rect.x0 + width * (double) (end - word_start) / length;
  if (start > word_start)
    rect.x0 += width * (double) (start - word_start) / length;

  return rect;
}

/* Adds to the line it continues, or begins another. */
static void
add_place (GArray *places,
           AncRect rect)
{
  AncRect *last = places->len > 0 ? &g_array_index (places, AncRect, places->len - 1) : NULL;

  if (last != NULL && anc_rect_overlap_y (*last, rect) > 0.5 && rect.x0 >= last->x0)
    *last = anc_rect_union (*last, rect);
  else
    g_array_append_val (places, rect);
}

static AncPageMatch *
create_match (const Haystack *haystack,
              gsize start,
              gsize end)
{
  AncPageMatch *match = g_new0 (AncPageMatch, 1);
  g_autoptr (GString) around = g_string_new (NULL);
  guint first = find_word (haystack, start);
  guint last = find_word (haystack, end - 1);
  guint n_words = anc_page_text_get_n_words (haystack->text);

  match->places = g_array_new (FALSE, FALSE, sizeof (AncRect));
  for (guint i = first; i <= last; i++)
    add_place (match->places, cut_word (haystack, i, start, end));

  for (guint i = first - MIN (first, N_WORDS_AROUND); i < n_words && i <= last + N_WORDS_AROUND; i++)
    g_string_append_printf (around,
                            "%s%s",
                            around->len > 0 ? " " : "",
                            anc_page_text_get_word (haystack->text, i)->text);
  match->around = g_string_free (g_steal_pointer (&around), FALSE);

  return match;
}

/**
 * anc_page_search:
 * @text: a page
 * @needle: what to look for
 *
 * Looks for the words whatever their case, accents, ligatures and punctuation, over the ends of
 * lines too; the needle may begin or end within a word.
 *
 * Returns: (transfer full) (element-type AncPageMatch): where they stand, in reading order
 */
GPtrArray *
anc_page_search (const AncPageText *text,
                 const char *needle)
{
  GPtrArray *matches = g_ptr_array_new_with_free_func (free_match);
  g_autofree char *folded = anc_fold (needle, -1);
  gsize length = strlen (folded);
  Haystack haystack = { text, g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (gsize)) };

  fill_haystack (&haystack);
  if (length > 0)
    for (const char *found = strstr (haystack.folded->str, folded); found != NULL;
         found = strstr (found + length, folded))
      {
        gsize start = (gsize) (found - haystack.folded->str);

        g_ptr_array_add (matches, create_match (&haystack, start, start + length));
      }

  g_string_free (haystack.folded, TRUE);
  g_array_unref (haystack.starts);

  return matches;
}
