/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-tokenizer.h"

#include <sqlite3.h>
#include <string.h>

#include "anc-fold.h"

/* Words of this many letters hold every name; longer ones are noise that would bloat the index. */
#define MAX_WORD_BYTES 64

typedef int (*AddToken) (void *context,
                         int flags,
                         const char *token,
                         int length,
                         int start,
                         int end);

/* Most words are plain letters and digits, for which folding is lowering them. */
static gsize
fold_plain_word (const char *word,
                 gsize length,
                 char folded[MAX_WORD_BYTES])
{
  for (gsize i = 0; i < length; i++)
    {
      if ((guchar) word[i] >= 0x80)
        return 0;
      folded[i] = g_ascii_tolower (word[i]);
    }

  return length;
}

/* Folding may split a word in two ("½" holds a stroke) or leave nothing; all parts stand in its place. */
static int
add_word (const char *text,
          const char *start,
          const char *end,
          void *context,
          AddToken add_token)
{
  char plain[MAX_WORD_BYTES];
  const gsize length = (gsize) (end - start);
  g_autofree char *folded = NULL;
  int code = SQLITE_OK;

  if (length <= MAX_WORD_BYTES)
    {
      gsize plain_length = fold_plain_word (start, length, plain);

      if (plain_length > 0)
        return add_token (context, 0, plain, (int) plain_length, (int) (start - text), (int) (end - text));
    }

  folded = anc_fold (start, (gssize) length);
  for (char *part = folded; code == SQLITE_OK && *part != '\0';)
    {
      gsize part_length = strcspn (part, " ");
      gsize kept = MIN (part_length, MAX_WORD_BYTES);

      code = add_token (context, 0, part, (int) kept, (int) (start - text), (int) (end - text));
      part += part_length;
      while (*part == ' ')
        part++;
    }

  return code;
}

static gboolean
is_in_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static int
tokenize (Fts5Tokenizer *tokenizer,
          void *context,
          int flags,
          const char *text,
          int length,
          AddToken add_token)
{
  const char *end = text + length;
  const char *word = NULL;
  int code = SQLITE_OK;

  for (const char *p = text; p < end && code == SQLITE_OK;)
    {
      gunichar c = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char_validated (p, end - p);
      const char *next = c >= 0x80000000 ? p + 1 : p + g_unichar_to_utf8 (c, NULL); /* or not UTF-8 */

      if (c < 0x80000000 && is_in_word (c))
        {
          if (word == NULL)
            word = p;
        }
      else if (word != NULL)
        {
          code = add_word (text, word, p, context, add_token);
          word = NULL;
        }
      p = next;
    }
  if (word != NULL && code == SQLITE_OK)
    code = add_word (text, word, end, context, add_token);

  return code;
}

static int
create_tokenizer (void *data,
                  const char **arguments,
                  int n_arguments,
                  Fts5Tokenizer **tokenizer)
{
  static int no_state;

  *tokenizer = (Fts5Tokenizer *) (gpointer) &no_state;
  return SQLITE_OK;
}

static void
delete_tokenizer (Fts5Tokenizer *tokenizer)
{
}

/* ---- Ranking --------------------------------------------------------------------------------- */

/* How much a hit counts by the column it is in: names and titles before running text. */
static const double column_weights[] = { 4, 1 };

/* Scores a row by itself: where each word stands, how near the beginning, in how short a text. Unlike
 * bm25() it does not read every other row with the word, which as one types would be most of them. */
static void
score_row (const Fts5ExtensionApi *api,
           Fts5Context *row,
           sqlite3_context *result,
           int n_values,
           sqlite3_value **values)
{
  double best[64] = { 0 };
  double score = 0;
  int n_phrases = MIN (api->xPhraseCount (row), (int) G_N_ELEMENTS (best));
  int n_hits = 0;
  int code = api->xInstCount (row, &n_hits);

  for (int i = 0; i < MIN (n_hits, 200) && code == SQLITE_OK; i++)
    {
      int phrase, column, offset;
      int n_words = 1;
      double weight;

      code = api->xInst (row, i, &phrase, &column, &offset);
      if (code == SQLITE_OK)
        code = api->xColumnSize (row, column, &n_words);
      if (code != SQLITE_OK || phrase >= n_phrases)
        continue;

      weight = column_weights[MIN (column, (int) G_N_ELEMENTS (column_weights) - 1)];
      weight *= (offset == 0 ? 1.5 : 1) / (1 + MIN (n_words, 400) / 40.0);
      best[phrase] = MAX (best[phrase], weight);
    }
  for (int i = 0; i < n_phrases; i++)
    score += best[i];

  if (code != SQLITE_OK)
    sqlite3_result_error_code (result, code);
  else
    sqlite3_result_double (result, score);
}

/* ---- Registration ---------------------------------------------------------------------------- */

static fts5_api *
get_api (sqlite3 *handle)
{
  sqlite3_stmt *statement = NULL;
  fts5_api *api = NULL;

  if (sqlite3_prepare_v2 (handle, "SELECT fts5 (?)", -1, &statement, NULL) == SQLITE_OK)
    {
      sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (statement);
    }
  sqlite3_finalize (statement);

  return api;
}

/**
 * anc_tokenizer_register:
 * @handle: a connection
 *
 * Teaches the connection's search index how the office reads words: the tokenizer `ancrage` cuts a text
 * at what is neither letter nor digit and folds each word as anc_fold() does, keeping its place in the
 * text so that excerpts show what was written; `anc_score` ranks hits, higher is better.
 */
gboolean
anc_tokenizer_register (sqlite3 *handle)
{
  static fts5_tokenizer tokenizer = { create_tokenizer, delete_tokenizer, tokenize };
  fts5_api *api = get_api (handle);

  return api != NULL
         && api->xCreateTokenizer (api, "ancrage", NULL, &tokenizer, NULL) == SQLITE_OK
         && api->xCreateFunction (api, "anc_score", NULL, score_row, NULL) == SQLITE_OK;
}
