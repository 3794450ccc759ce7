/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-word-visitor.h"

#include <string.h>

#include "anc-fold.h"

/* Every name is shorter; what is longer is noise that would bloat an index, and is cut. */
#define MAX_WORD_BYTES 64

typedef struct
{
  const char *text;
  AncWordFunc visit;
  gpointer user_data;
} Visit;

/* Most words are plain letters and digits, for which folding is lowering them. */
static gboolean
fold_plain_word (const char *word,
                 gsize length,
                 char folded[MAX_WORD_BYTES])
{
  if (length > MAX_WORD_BYTES)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if ((guchar) word[i] >= 0x80)
        return FALSE;
      folded[i] = g_ascii_tolower (word[i]);
    }

  return TRUE;
}

/* Folding may split a word in several ("½" holds a stroke) or leave nothing of it; each part stands for
 * the whole. */
static int
visit_word (const Visit *self,
            const char *start,
            const char *end)
{
  const gsize first = (gsize) (start - self->text);
  const gsize after = (gsize) (end - self->text);
  char plain[MAX_WORD_BYTES];
  g_autofree char *folded = NULL;
  int result = 0;

  if (fold_plain_word (start, after - first, plain))
    return self->visit (plain, after - first, first, after, self->user_data);

  folded = anc_fold (start, end - start);
  for (const char *part = folded; result == 0 && *part != '\0';)
    {
      gsize length = strcspn (part, " ");
      gsize kept = length;

      while (kept > MAX_WORD_BYTES || (kept < length && ((guchar) part[kept] & 0xc0) == 0x80))
        kept--; /* between two characters */
      result = self->visit (part, kept, first, after, self->user_data);
      part += length;
      part += strspn (part, " ");
    }

  return result;
}

/**
 * anc_word_visitor_run:
 * @text: (array length=length): a text; bytes that are not UTF-8 stand between words
 * @visit: (scope call): what to call for each word
 *
 * Cuts a text into words as the office searches them: at all that is neither letter, mark nor digit.
 *
 * Returns: 0, or what @visit returned to stop
 */
int
anc_word_visitor_run (const char *text,
                      gsize length,
                      AncWordFunc visit,
                      gpointer user_data)
{
  const Visit self = { text, visit, user_data };
  const char *end = text + length;
  const char *word = NULL;
  int result = 0;

  for (const char *p = text; p < end && result == 0;)
    {
      const gunichar c = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char_validated (p, end - p);
      const gboolean is_valid = c < 0x80000000;
      const gboolean is_in_word = is_valid && (g_unichar_isalnum (c) || g_unichar_ismark (c));

      if (is_in_word && word == NULL)
        word = p;
      else if (!is_in_word && word != NULL)
        {
          result = visit_word (&self, word, p);
          word = NULL;
        }
      p += is_valid ? g_unichar_to_utf8 (c, NULL) : 1;
    }

  return word != NULL && result == 0 ? visit_word (&self, word, end) : result;
}
