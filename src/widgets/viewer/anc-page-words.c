/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-words.h"

#include <math.h>

typedef struct
{
  AncRect rect;
  const char *text;
} Word;

struct _AncPageWords
{
  gatomicrefcount ref_count;
  GArray *words;
  GStringChunk *texts;
  gboolean may_say_more;
};

G_DEFINE_BOXED_TYPE (AncPageWords, anc_page_words, anc_page_words_ref, anc_page_words_unref)

AncPageWords *
anc_page_words_new (void)
{
  AncPageWords *self = g_new0 (AncPageWords, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  self->texts = g_string_chunk_new (1024);

  return self;
}

AncPageWords *
anc_page_words_ref (AncPageWords *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
anc_page_words_unref (AncPageWords *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->words);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * anc_page_words_add:
 * @self: words that nobody else has yet
 * @rect: where the next word stands
 * @text: the word
 */
void
anc_page_words_add (AncPageWords *self,
                    AncRect rect,
                    const char *text)
{
  Word word = { rect, g_string_chunk_insert (self->texts, text) };

  g_array_append_val (self->words, word);
}

/**
 * anc_page_words_set_may_say_more:
 * @self: words that nobody else has yet
 *
 * Says that these are the words that the document holds, and that more may stand in the picture of the page.
 */
void
anc_page_words_set_may_say_more (AncPageWords *self)
{
  self->may_say_more = TRUE;
}

gboolean
anc_page_words_may_say_more (const AncPageWords *self)
{
  return self->may_say_more;
}

guint
anc_page_words_get_count (const AncPageWords *self)
{
  return self->words->len;
}

static const Word *
get_word (const AncPageWords *self,
          guint index)
{
  return &g_array_index (self->words, Word, index);
}

AncRect
anc_page_words_get_rect (const AncPageWords *self,
                         guint word)
{
  return get_word (self, word)->rect;
}

const char *
anc_page_words_get_text (const AncPageWords *self,
                         guint word)
{
  return get_word (self, word)->text;
}

/* Whether a word goes on the line of the one before it. */
static gboolean
continues_line (const AncPageWords *self,
                guint word)
{
  const AncRect *before, *here;

  if (word == 0)
    return FALSE;

  before = &get_word (self, word - 1)->rect;
  here = &get_word (self, word)->rect;
  return here->x0 >= before->x0 && anc_rect_overlap_y (*before, *here) > 0.5;
}

static double
get_distance (AncRect rect,
              double x,
              double y)
{
  double across = MAX (MAX (rect.x0 - x, x - rect.x1), 0);
  double down = MAX (MAX (rect.y0 - y, y - rect.y1), 0);

  return hypot (across, down);
}

/**
 * anc_page_words_find:
 * @self: words
 * @x: in points
 * @y: in points
 * @word: (out): the word there, or the nearest
 *
 * Returns: whether the page has words
 */
gboolean
anc_page_words_find (const AncPageWords *self,
                     double x,
                     double y,
                     guint *word)
{
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < self->words->len; i++)
    {
      double distance = get_distance (get_word (self, i)->rect, x, y);

      if (distance < nearest)
        {
          nearest = distance;
          *word = i;
        }
    }

  return self->words->len > 0;
}

/**
 * anc_page_words_extend_to_line:
 * @self: words
 * @first: (inout): a word; becomes the first of its line
 * @last: (inout): a word; becomes the last of its line
 */
void
anc_page_words_extend_to_line (const AncPageWords *self,
                               guint *first,
                               guint *last)
{
  while (continues_line (self, *first))
    (*first)--;
  while (*last + 1 < self->words->len && continues_line (self, *last + 1))
    (*last)++;
}

/**
 * anc_page_words_find_in_line:
 * @self: words
 * @word: one of them
 * @x: in points
 *
 * Returns: the word of the same line that is nearest to a place across the page
 */
guint
anc_page_words_find_in_line (const AncPageWords *self,
                             guint word,
                             double x)
{
  double nearest = G_MAXDOUBLE;
  guint first = word, last = word, found = word;

  anc_page_words_extend_to_line (self, &first, &last);
  for (guint i = first; i <= last; i++)
    {
      const AncRect *rect = &get_word (self, i)->rect;
      double distance = get_distance (*rect, x, rect->y0);

      if (distance < nearest)
        {
          nearest = distance;
          found = i;
        }
    }

  return found;
}

/**
 * anc_page_words_list_places:
 * @self: words
 * @first: the first word
 * @last: the last word, included
 *
 * Returns: (transfer full) (element-type AncRect): the places they take, one a line
 */
GArray *
anc_page_words_list_places (const AncPageWords *self,
                            guint first,
                            guint last)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (AncRect));

  for (guint i = first; i <= last && i < self->words->len; i++)
    {
      AncRect *line = places->len > 0 ? &g_array_index (places, AncRect, places->len - 1) : NULL;

      if (line != NULL && i > first && continues_line (self, i))
        *line = anc_rect_union (*line, get_word (self, i)->rect);
      else
        g_array_append_val (places, get_word (self, i)->rect);
    }

  return places;
}

/**
 * anc_page_words_join:
 * @self: words
 * @first: the first word
 * @last: the last word, included
 *
 * Returns: (transfer full): their text, with line ends where the page has them
 */
char *
anc_page_words_join (const AncPageWords *self,
                     guint first,
                     guint last)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = first; i <= last && i < self->words->len; i++)
    {
      if (i > first)
        g_string_append_c (text, continues_line (self, i) ? ' ' : '\n');
      g_string_append (text, get_word (self, i)->text);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
