/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-search.h"

#include <string.h>

#include "anc-word-visitor.h"

/* ---- What is searched, beside the records ----------------------------------------------------- */

/* What should be searched of each record of a case, by key: the head, a line break, the body. */
static GHashTable *
collect_case (const AncCaseRows *rows)
{
  GHashTable *texts = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  for (guint i = 0; i < ANC_N_TABLES; i++)
    for (guint j = 0; j < anc_case_rows_get_count (rows, i); j++)
      {
        const AncRow *row = anc_case_rows_get (rows, i, j);
        g_autoptr (GString) head = g_string_new (NULL);
        g_autoptr (GString) body = g_string_new (NULL);

        if (anc_search_collect (row, head, body) && head->len + body->len > 0)
          g_hash_table_insert (texts, (gpointer) &row->key, g_strconcat (head->str, "\n", body->str, NULL));
      }

  return texts;
}

/**
 * anc_search_check_case:
 * @database: a connection, in a transaction, to a store whose index is complete
 * @rows: one of its cases
 * @problems: (element-type utf8): where to add what is wrong
 *
 * Compares what is searched of a case with its records.
 */
gboolean
anc_search_check_case (AncDatabase *database,
                       const AncCaseRows *rows,
                       GPtrArray *problems,
                       GError **error)
{
  const gint64 case_key = anc_case_rows_get_head (rows)->key;
  g_autoptr (GHashTable) texts = collect_case (rows);
  g_autoptr (AncStatement) statement = NULL;
  gboolean is_same = TRUE;
  AncStep step;

  statement = anc_database_prepare (database, "SELECT key, head || char (10) || body FROM search_entries WHERE case_key = ?1", error);
  if (statement == NULL)
    return FALSE;

  anc_statement_bind_integer (statement, 1, case_key);
  while ((step = anc_statement_step (statement, error)) == ANC_STEP_ROW)
    {
      const gint64 key = anc_statement_get_integer (statement, 0);

      is_same = is_same && g_strcmp0 (g_hash_table_lookup (texts, &key), anc_statement_get_text (statement, 1)) == 0;
      g_hash_table_remove (texts, &key);
    }
  if (step == ANC_STEP_ERROR)
    return FALSE;

  if (!is_same || g_hash_table_size (texts) > 0)
    g_ptr_array_add (problems, g_strdup_printf ("case %" G_GINT64_FORMAT " is searched for what it does not say", case_key));
  return TRUE;
}

/* ---- The index, beside what is searched ------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *vocabulary; /* one row for each word of each text in the index */
  const char *texts;      /* what it was made of: number, text, text */
} Index;

static const Index indexes[] = {
  { "search_records", "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab (main, search_records, instance)", "SELECT id, head, body FROM search_entries" },
  { "search_pages", "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab (main, search_pages, instance)", "SELECT id, text, '' FROM page_texts" },
};

/* One word of one text, in a sum that does not depend on their order. */
static guint64
hash_word (gint64 id,
           const char *word,
           gsize length)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037) ^ (guint64) id;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) word[i]) * G_GUINT64_CONSTANT (1099511628211);

  return hash * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
}

typedef struct
{
  GHashTable *words; /* of the text at hand */
  gint64 id;
  guint64 sum;
} Words;

static int
add_word (const char *word,
          gsize length,
          gsize start,
          gsize end,
          gpointer data)
{
  Words *self = data;

  if (g_hash_table_add (self->words, g_strndup (word, length)))
    self->sum += hash_word (self->id, word, length);
  return 0;
}

static gboolean
sum_texts (AncDatabase *database,
           const char *sql,
           guint64 *sum,
           GError **error)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Words reading = { .words = words };
  g_autoptr (AncStatement) statement = anc_database_prepare (database, sql, error);
  AncStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = anc_statement_step (statement, error)) == ANC_STEP_ROW)
    {
      reading.id = anc_statement_get_integer (statement, 0);
      for (int i = 1; i <= 2; i++)
        {
          const char *text = anc_statement_get_text (statement, i);

          if (text != NULL)
            anc_word_visitor_run (text, strlen (text), add_word, &reading);
        }
      g_hash_table_remove_all (words);
    }
  *sum = reading.sum;

  return step == ANC_STEP_DONE;
}

static gboolean
sum_vocabulary (AncDatabase *database,
                guint64 *sum,
                GError **error)
{
  g_autoptr (AncStatement) statement = anc_database_prepare (database, "SELECT doc, term FROM temp.vocabulary", error);
  AncStep step;

  *sum = 0;
  if (statement == NULL)
    return FALSE;

  while ((step = anc_statement_step (statement, error)) == ANC_STEP_ROW)
    {
      const char *word = anc_statement_get_text (statement, 1);

      if (word != NULL)
        *sum += hash_word (anc_statement_get_integer (statement, 0), word, strlen (word));
    }

  return step == ANC_STEP_DONE;
}

/* Without writing: the words the index has, and those it should have. */
static gboolean
compare_words (AncDatabase *database,
               const Index *index,
               gboolean *is_same,
               GError **error)
{
  guint64 has = 0;
  guint64 should_have = 0;
  gboolean done;

  if (!anc_database_run (database, index->vocabulary, error))
    return FALSE;
  done = sum_vocabulary (database, &has, error) && sum_texts (database, index->texts, &should_have, error);
  *is_same = has == should_have;

  return anc_database_run (database, "DROP TABLE temp.vocabulary", done ? error : NULL) && done;
}

/* As the library itself does it: also the beginnings of words that the index lists. */
static gboolean
compare_all (AncDatabase *database,
             const Index *index,
             gboolean *is_same,
             GError **error)
{
  g_autofree char *sql = g_strdup_printf ("INSERT INTO %s (%s, rank) VALUES ('integrity-check', 1)", index->name, index->name);
  g_autoptr (GError) local_error = NULL;

  *is_same = anc_database_run (database, sql, &local_error);
  if (*is_same || g_error_matches (local_error, ANC_STORE_ERROR, ANC_STORE_ERROR_DAMAGED))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * anc_search_check:
 * @database: a connection
 * @may_write: whether it can write, which comparing also the beginnings of words needs
 * @problems: (element-type utf8): where to add what is wrong
 *
 * Compares the index with what it was made of.
 */
gboolean
anc_search_check (AncDatabase *database,
                  gboolean may_write,
                  GPtrArray *problems,
                  GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    {
      gboolean is_same;

      if (!(may_write ? compare_all : compare_words) (database, &indexes[i], &is_same, error))
        return FALSE;
      if (!is_same)
        g_ptr_array_add (problems, g_strdup_printf ("the search index %s is not what it was made of", indexes[i].name));
    }

  return TRUE;
}
