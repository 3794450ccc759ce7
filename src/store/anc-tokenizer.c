/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-tokenizer.h"

#include <sqlite3.h>

#include "anc-word-visitor.h"

typedef int (*AddToken) (void *context,
                         int flags,
                         const char *token,
                         int length,
                         int start,
                         int end);

typedef struct
{
  void *context;
  AddToken add_token;
} Tokens;

static int
add_word (const char *word,
          gsize length,
          gsize start,
          gsize end,
          gpointer data)
{
  const Tokens *tokens = data;

  return tokens->add_token (tokens->context, 0, word, (int) length, (int) start, (int) end);
}

static int
tokenize (Fts5Tokenizer *tokenizer,
          void *context,
          int flags,
          const char *text,
          int length,
          AddToken add_token)
{
  Tokens tokens = { context, add_token };

  return anc_word_visitor_run (text, (gsize) length, add_word, &tokens);
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
 * Teaches the connection's search index to read words as the office does, as the tokenizer `ancrage`.
 */
gboolean
anc_tokenizer_register (sqlite3 *handle)
{
  static fts5_tokenizer tokenizer = { create_tokenizer, delete_tokenizer, tokenize };
  fts5_api *api = get_api (handle);

  return api != NULL && api->xCreateTokenizer (api, "ancrage", NULL, &tokenizer, NULL) == SQLITE_OK;
}
