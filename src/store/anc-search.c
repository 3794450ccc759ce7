/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-search.h"

#include <string.h>

#include "anc-files.h"
#include "anc-word-visitor.h"

/* What is looked at of one index before ranking. Whoever finds this much goes on typing. */
#define MAX_CANDIDATES 400
#define MAX_PAGES 100 /* which are long */

/* The beginnings of words that the index lists by themselves go up to this many letters. A longer one has to be
 * gathered from all words that begin with it, which for a frequent word takes long. */
#define INDEXED_LETTERS 4

#define MAX_WORDS 16
#define EXCERPT_WORDS 24 /* about two lines */
#define EXCERPT_BEFORE 6

/* ---- The question ---------------------------------------------------------------------------- */

typedef struct
{
  GPtrArray *words; /* folded; each is the beginning of a word to find */
  char *joined;     /* (nullable): where all are numbers, these as one: a SIRET typed in groups */
} Question;

static void
question_clear (Question *self)
{
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_pointer (&self->joined, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, question_clear)

static int
add_word (const char *word,
          gsize length,
          gsize start,
          gsize end,
          gpointer data)
{
  Question *self = data;

  g_ptr_array_add (self->words, g_strndup (word, length));
  return self->words->len >= MAX_WORDS;
}

static void
question_init (Question *self,
               const char *text)
{
  gboolean are_numbers = TRUE;

  self->words = g_ptr_array_new_with_free_func (g_free);
  anc_word_visitor_run (text, strlen (text), add_word, self);

  for (guint i = 0; i < self->words->len && are_numbers; i++)
    {
      const char *word = g_ptr_array_index (self->words, i);

      are_numbers = strspn (word, "0123456789") == strlen (word);
    }
  if (are_numbers && self->words->len > 1)
    {
      g_ptr_array_add (self->words, NULL);
      self->joined = g_strjoinv ("", (char **) self->words->pdata);
      g_ptr_array_remove_index (self->words, self->words->len - 1);
    }
}

static void
append_word (GString *match,
             const char *word,
             glong max_letters)
{
  const glong n_letters = MIN (g_utf8_strlen (word, -1), max_letters);

  g_string_append_printf (match, "\"%.*s\" *", (int) (g_utf8_offset_to_pointer (word, n_letters) - word), word);
}

/* What to ask the index for: words that begin with these, of which only so many letters count. Folded words
 * hold letters and digits only, so they can stand between quotes. */
static char *
question_to_match (const Question *self,
                   glong max_letters)
{
  GString *match = g_string_new (self->joined != NULL ? "(" : "");

  for (guint i = 0; i < self->words->len; i++)
    {
      if (i > 0)
        g_string_append (match, " AND ");
      append_word (match, g_ptr_array_index (self->words, i), max_letters);
    }
  if (self->joined != NULL)
    {
      g_string_append (match, ") OR ");
      append_word (match, self->joined, max_letters);
    }

  return g_string_free (match, FALSE);
}

/* ---- Reading a text -------------------------------------------------------------------------- */

typedef struct
{
  gsize start;
  gsize end;
} Span;

typedef struct
{
  const Question *question;
  double weight;
  double best[MAX_WORDS + 1]; /* by word of the question, then the joined number */
  GArray *spans;              /* of Span: every word of the text, while wanted */
  GArray *found;              /* of guint: the index in @spans of those found */
  guint n_words;
} Reading;

/* A whole word counts more than its beginning, one near the start of the text more than one far in. */
static void
reading_try (Reading *self,
             guint index,
             const char *wanted,
             const char *word,
             gsize length,
             gboolean *is_found)
{
  const gsize wanted_length = strlen (wanted);
  double score;

  if (wanted_length > length || memcmp (wanted, word, wanted_length) != 0)
    return;

  score = self->weight * (wanted_length == length ? 1.5 : 1) / (1 + MIN (self->n_words, 400) / 40.0);
  self->best[index] = MAX (self->best[index], score);
  *is_found = TRUE;
}

static int
read_word (const char *word,
           gsize length,
           gsize start,
           gsize end,
           gpointer data)
{
  Reading *self = data;
  const Span span = { start, end };
  gboolean is_found = FALSE;

  for (guint i = 0; i < self->question->words->len; i++)
    reading_try (self, i, g_ptr_array_index (self->question->words, i), word, length, &is_found);
  if (self->question->joined != NULL)
    reading_try (self, MAX_WORDS, self->question->joined, word, length, &is_found);

  self->n_words++;
  if (self->spans != NULL)
    {
      if (is_found)
        g_array_append_val (self->found, self->spans->len);
      g_array_append_val (self->spans, span);
    }

  return 0;
}

static void
reading_read (Reading *self,
              const char *text,
              double weight)
{
  self->weight = weight;
  self->n_words = 0;
  anc_word_visitor_run (text, strlen (text), read_word, self);
}

/* Returns: the score; 0 where a word of the question is missing */
static double
reading_get_score (const Reading *self)
{
  double score = 0;

  if (self->best[MAX_WORDS] > 0)
    return 2 * self->best[MAX_WORDS];

  for (guint i = 0; i < self->question->words->len; i++)
    {
      if (self->best[i] <= 0)
        return 0;
      score += self->best[i];
    }

  return score;
}

/* ---- Excerpts -------------------------------------------------------------------------------- */

static void
make_excerpt (AncSearchHit *hit,
              const Question *question,
              const char *text)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  Reading reading = { .question = question, .spans = spans, .found = found };
  const Span *words;
  guint first = 0;
  guint last;
  gsize start;
  gsize end;
  gsize shift;

  reading_read (&reading, text, 1);
  words = (const Span *) (gpointer) spans->data;
  if (found->len > 0 && g_array_index (found, guint, 0) > EXCERPT_BEFORE)
    first = g_array_index (found, guint, 0) - EXCERPT_BEFORE;
  last = MIN (first + EXCERPT_WORDS, spans->len);

  start = first > 0 ? words[first].start : 0;
  end = last < spans->len ? words[last - 1].end : strlen (text);
  shift = first > 0 ? strlen ("…") : 0;
  hit->excerpt = g_strdup_printf ("%s%.*s%s", first > 0 ? "…" : "", (int) (end - start), text + start, last < spans->len ? "…" : "");
  g_strdelimit (hit->excerpt, "\r\n\t\f\v", ' ');

  for (guint i = 0; i < found->len; i++)
    {
      const guint index = g_array_index (found, guint, i);
      const guint marks[] = { (guint) (words[index].start - start + shift), (guint) (words[index].end - start + shift) };

      if (index >= first && index < last)
        g_array_append_vals (hit->marks, marks, G_N_ELEMENTS (marks));
    }
}

/* ---- Candidates ------------------------------------------------------------------------------ */

typedef struct
{
  double score;
  guint order; /* in which it was found */
  AncSearchHit *hit;
  char *text;
} Candidate;

static void
candidate_clear (gpointer data)
{
  Candidate *self = data;

  anc_search_hit_free (self->hit);
  g_free (self->text);
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  if (one->score != other->score)
    return one->score > other->score ? -1 : 1;

  return one->order < other->order ? -1 : 1;
}

void
anc_search_hit_free (AncSearchHit *self)
{
  if (self == NULL)
    return;

  g_free (self->reference);
  g_free (self->family_name);
  g_free (self->given_names);
  g_free (self->excerpt);
  g_clear_pointer (&self->marks, g_array_unref);
  g_free (self);
}

static void
add_candidate (GArray *candidates,
               const Question *question,
               AncTableId table,
               gint64 case_key,
               gint64 key,
               guint page,
               const char *head,
               const char *body)
{
  Reading reading = { .question = question };
  Candidate candidate = { .order = candidates->len };

  reading_read (&reading, head, table == ANC_TABLE_CASES ? 6 : 4);
  reading_read (&reading, body, 1);
  candidate.score = reading_get_score (&reading);
  if (candidate.score <= 0)
    return;

  candidate.text = *head != '\0' && *body != '\0' ? g_strconcat (head, " · ", body, NULL)
                                                  : g_strconcat (head, body, NULL);
  candidate.hit = g_new0 (AncSearchHit, 1);
  candidate.hit->case_key = case_key;
  candidate.hit->key = key;
  candidate.hit->table = table;
  candidate.hit->page = page;
  candidate.hit->marks = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (candidates, candidate);
}

static const char *
get_text (AncStatement *statement,
          int column)
{
  const char *text = anc_statement_get_text (statement, column);

  return text != NULL ? text : "";
}

static gboolean
seek_records (AncDatabase *database,
              const Question *question,
              const char *match,
              gint64 case_key,
              GArray *candidates,
              guint *n_seen,
              GError **error)
{
  g_autoptr (AncStatement) statement = NULL;
  AncStep step;

  /* One case is read through: that is less than seeking it among all. */
  statement = anc_database_prepare (database,
                                    case_key != 0
                                        ? "SELECT id, case_key, key, head, body FROM search_entries WHERE case_key = ?1 ORDER BY id"
                                        : "SELECT e.id, e.case_key, e.key, e.head, e.body FROM"
                                          " (SELECT rowid FROM search_records WHERE search_records MATCH ?1 LIMIT ?2) AS f"
                                          " CROSS JOIN search_entries AS e ON e.id = f.rowid",
                                    error);
  if (statement == NULL)
    return FALSE;

  if (case_key != 0)
    anc_statement_bind_integer (statement, 1, case_key);
  else
    {
      anc_statement_bind_text (statement, 1, match);
      anc_statement_bind_integer (statement, 2, MAX_CANDIDATES);
    }
  for (*n_seen = 0; (step = anc_statement_step (statement, error)) == ANC_STEP_ROW; (*n_seen)++)
    add_candidate (candidates,
                   question,
                   anc_search_get_table (anc_statement_get_integer (statement, 0)),
                   anc_statement_get_integer (statement, 1),
                   anc_statement_get_integer (statement, 2),
                   0,
                   get_text (statement, 3),
                   get_text (statement, 4));

  return step == ANC_STEP_DONE;
}

/* A page is found in every case that has its document. */
static gboolean
seek_pages (AncDatabase *database,
            const Question *question,
            const char *match,
            gint64 case_key,
            GArray *candidates,
            guint *n_seen,
            GError **error)
{
  g_autoptr (AncStatement) statement = NULL;
  AncStep step;

  statement = anc_database_prepare (database,
                                    case_key != 0
                                        ? "SELECT p.id, d.case_key, d.key, p.text FROM documents AS d CROSS JOIN files AS f ON f.sha256 = d.sha256"
                                          " CROSS JOIN page_texts AS p ON p.id > f.id << 20 AND p.id < (f.id + 1) << 20 WHERE d.case_key = ?1"
                                        : "SELECT p.id, d.case_key, d.key, p.text FROM"
                                          " (SELECT rowid FROM search_pages WHERE search_pages MATCH ?1 LIMIT ?2) AS s"
                                          " CROSS JOIN page_texts AS p ON p.id = s.rowid CROSS JOIN files AS f ON f.id = p.id >> 20"
                                          " CROSS JOIN documents AS d ON d.sha256 = f.sha256",
                                    error);
  if (statement == NULL)
    return FALSE;

  if (case_key != 0)
    anc_statement_bind_integer (statement, 1, case_key);
  else
    {
      anc_statement_bind_text (statement, 1, match);
      anc_statement_bind_integer (statement, 2, MAX_PAGES);
    }
  for (*n_seen = 0; (step = anc_statement_step (statement, error)) == ANC_STEP_ROW; (*n_seen)++)
    add_candidate (candidates,
                   question,
                   ANC_TABLE_DOCUMENTS,
                   anc_statement_get_integer (statement, 1),
                   anc_statement_get_integer (statement, 2),
                   (guint) (anc_statement_get_integer (statement, 0) & ((1 << ANC_FILES_NUMBER_BITS) - 1)),
                   "",
                   get_text (statement, 3));

  return step == ANC_STEP_DONE;
}

typedef gboolean (*Seek) (AncDatabase *database,
                          const Question *question,
                          const char *match,
                          gint64 case_key,
                          GArray *candidates,
                          guint *n_seen,
                          GError **error);

/* Asks by the first letters of each word, which is quick and finds too much; what was found is looked at anyway.
 * Only where so much was found that the right ones may not be among it, asks again by all letters. */
static gboolean
seek_twice (Seek seek,
            AncDatabase *database,
            const Question *question,
            gint64 case_key,
            guint max_seen,
            guint count,
            GArray *candidates,
            GError **error)
{
  g_autofree char *first_letters = question_to_match (question, INDEXED_LETTERS);
  g_autofree char *all_letters = question_to_match (question, G_MAXLONG);
  const guint n_before = candidates->len;
  guint n_seen;

  if (!seek (database, question, first_letters, case_key, candidates, &n_seen, error))
    return FALSE;
  if (case_key != 0 || n_seen < max_seen || candidates->len - n_before >= count || strcmp (first_letters, all_letters) == 0)
    return TRUE;

  g_array_set_size (candidates, n_before);
  return seek (database, question, all_letters, case_key, candidates, &n_seen, error);
}

static gboolean
complete_hit (AncDatabase *database,
              AncSearchHit *hit,
              GError **error)
{
  g_autoptr (AncStatement) statement = NULL;
  AncStep step;

  statement = anc_database_prepare (database, "SELECT reference, family_name, given_names FROM cases WHERE key = ?1", error);
  if (statement == NULL)
    return FALSE;

  anc_statement_bind_integer (statement, 1, hit->case_key);
  step = anc_statement_step (statement, error);
  if (step == ANC_STEP_ROW)
    {
      hit->reference = g_strdup (anc_statement_get_text (statement, 0));
      hit->family_name = g_strdup (anc_statement_get_text (statement, 1));
      hit->given_names = g_strdup (anc_statement_get_text (statement, 2));
    }

  return step != ANC_STEP_ERROR;
}

/**
 * anc_search_run:
 * @database: a connection, in a transaction
 * @words: what the person typed
 * @case_key: the case to search, or 0 for all
 * @count: how many hits at most
 *
 * Finds the records and pages that hold, for each word typed, a word beginning with it.
 *
 * Returns: (transfer full) (element-type AncSearchHit) (nullable): the hits, the best first
 */
GPtrArray *
anc_search_run (AncDatabase *database,
                const char *words,
                gint64 case_key,
                guint count,
                GError **error)
{
  g_auto (Question) question = { NULL, NULL };
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_search_hit_free);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  g_array_set_clear_func (candidates, candidate_clear);
  question_init (&question, words);
  if (question.words->len == 0)
    return g_steal_pointer (&hits);

  if (!seek_twice (seek_records, database, &question, case_key, MAX_CANDIDATES, count, candidates, error)
      || !seek_twice (seek_pages, database, &question, case_key, MAX_PAGES, count, candidates, error))
    return NULL;

  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < MIN (candidates->len, count); i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (!complete_hit (database, candidate->hit, error))
        return NULL;
      make_excerpt (candidate->hit, &question, candidate->text);
      g_ptr_array_add (hits, g_steal_pointer (&candidate->hit));
    }

  return g_steal_pointer (&hits);
}
