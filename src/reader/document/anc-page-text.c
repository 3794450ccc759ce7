/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-text.h"

struct _AncPageText
{
  double width;
  double height;
  GArray *words; /* of AncWord; the texts lie in the chunk */
  GStringChunk *texts;
  gboolean from_ocr;
  int turn;
  double skew;
};

G_DEFINE_BOXED_TYPE (AncPageText, anc_page_text, anc_page_text_ref, anc_page_text_unref)

static void
anc_page_text_clear (gpointer data)
{
  AncPageText *self = data;

  g_array_unref (self->words);
  g_string_chunk_free (self->texts);
}

/**
 * anc_page_text_new:
 * @width: width of the page once it is upright, in points
 * @height: its height
 *
 * Returns: (transfer full): a page without words
 */
AncPageText *
anc_page_text_new (double width,
                   double height)
{
  AncPageText *self = g_rc_box_new0 (AncPageText);

  self->width = width;
  self->height = height;
  self->words = g_array_new (FALSE, FALSE, sizeof (AncWord));
  self->texts = g_string_chunk_new (4096);
  return self;
}

AncPageText *
anc_page_text_ref (AncPageText *self)
{
  return g_rc_box_acquire (self);
}

void
anc_page_text_unref (AncPageText *self)
{
  g_rc_box_release_full (self, anc_page_text_clear);
}

/**
 * anc_page_text_add:
 * @self: a page that is being filled
 * @word: the next word in reading order; copied
 */
void
anc_page_text_add (AncPageText *self,
                   const AncWord *word)
{
  AncWord copy = *word;

  copy.text = g_string_chunk_insert (self->texts, word->text);
  g_array_append_val (self->words, copy);
}

/**
 * anc_page_text_set_origin:
 * @self: a page that is being filled
 * @from_ocr: whether the words were read from an image
 * @turn: by how much the page as shown was turned to be upright, in degrees clockwise: 0, 90, 180, 270
 * @skew: by how much it was then straightened, in degrees clockwise
 */
void
anc_page_text_set_origin (AncPageText *self,
                          gboolean from_ocr,
                          int turn,
                          double skew)
{
  self->from_ocr = from_ocr;
  self->turn = turn;
  self->skew = skew;
}

guint
anc_page_text_get_n_words (const AncPageText *self)
{
  return self->words->len;
}

const AncWord *
anc_page_text_get_word (const AncPageText *self,
                        guint index)
{
  g_return_val_if_fail (index < self->words->len, NULL);

  return &g_array_index (self->words, AncWord, index);
}

/**
 * anc_page_text_get_width:
 *
 * Returns: the width of the page once it is upright, in points: what the boxes of its words lie in
 */
double
anc_page_text_get_width (const AncPageText *self)
{
  return self->width;
}

double
anc_page_text_get_height (const AncPageText *self)
{
  return self->height;
}

gboolean
anc_page_text_is_from_ocr (const AncPageText *self)
{
  return self->from_ocr;
}

int
anc_page_text_get_turn (const AncPageText *self)
{
  return self->turn;
}

double
anc_page_text_get_skew (const AncPageText *self)
{
  return self->skew;
}

/**
 * anc_page_text_dup_plain:
 *
 * Returns: (transfer full): the words, parted by spaces, and by line ends where the next word
 *   stands on another line
 */
char *
anc_page_text_dup_plain (const AncPageText *self)
{
  GString *plain = g_string_new (NULL);
  const AncWord *last = NULL;

  for (guint i = 0; i < self->words->len; i++)
    {
      const AncWord *word = &g_array_index (self->words, AncWord, i);

      if (last != NULL)
        g_string_append_c (plain,
                           anc_rect_overlap_y (last->box, word->box) < 0.5 || word->box.x0 < last->box.x0
                               ? '\n'
                               : ' ');
      g_string_append (plain, word->text);
      last = word;
    }

  return g_string_free (plain, FALSE);
}
