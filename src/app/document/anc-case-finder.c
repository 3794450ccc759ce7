/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-finder.h"

#include "anc-store-search.h"

/* So many finds of one search are looked at, several of which may be of one case. */
#define MAX_HITS 60

typedef enum
{
  CLUE_TYPED,
  CLUE_PERSON,
  CLUE_SIRET,
  CLUE_EMPLOYER,
} Clue;

/* One thing to look for. */
typedef struct
{
  Clue clue;
  char *words;
  char *read; /* for a person: the whole name of which the words are a part */
} Question;

/* One look through the office. */
typedef struct
{
  AncStore *store;
  GPtrArray *questions; /* of Question, those not asked yet; the last comes next */
  Question *asked;
  GPtrArray *found; /* of AncFoundCase */
} Finding;

void
anc_found_case_free (AncFoundCase *self)
{
  g_free (self->reference);
  g_free (self->family_name);
  g_free (self->given_names);
  g_free (self);
}

static void
free_question (gpointer data)
{
  Question *question = data;

  g_free (question->words);
  g_free (question->read);
  g_free (question);
}

static void
free_finding (gpointer data)
{
  Finding *finding = data;

  g_object_unref (finding->store);
  g_ptr_array_unref (finding->questions);
  g_clear_pointer (&finding->asked, free_question);
  g_clear_pointer (&finding->found, g_ptr_array_unref);
  g_free (finding);
}

/* ---- What was found ------------------------------------------------------------------------ */

static AncFoundCase *
get_found (Finding *finding,
           const AncSearchHit *hit)
{
  AncFoundCase *found;

  for (guint i = 0; i < finding->found->len; i++)
    {
      found = g_ptr_array_index (finding->found, i);
      if (found->key == hit->case_key)
        return found;
    }

  found = g_new0 (AncFoundCase, 1);
  found->key = hit->case_key;
  found->reference = g_strdup (hit->reference);
  found->family_name = g_strdup (hit->family_name);
  found->given_names = g_strdup (hit->given_names);
  g_ptr_array_add (finding->found, found);

  return found;
}

/* What is looked for may also stand where it means something else: the text of another's document, a note. */
static void
take_hit (Finding *finding,
          const AncSearchHit *hit)
{
  AncNameMatch match;

  switch (finding->asked->clue)
    {
    case CLUE_PERSON:
      match = anc_case_match_name (finding->asked->read, hit->family_name, hit->given_names);
      if (match != ANC_NAME_MATCH_NONE)
        {
          AncFoundCase *found = get_found (finding, hit);

          found->name = MAX (found->name, match);
        }
      break;
    case CLUE_SIRET:
      if (hit->table == ANC_TABLE_EMPLOYERS)
        get_found (finding, hit)->has_siret = TRUE;
      break;
    case CLUE_EMPLOYER:
      if (hit->table == ANC_TABLE_EMPLOYERS)
        get_found (finding, hit)->has_employer = TRUE;
      break;
    case CLUE_TYPED:
    default:
      get_found (finding, hit);
      break;
    }
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const AncFoundCase *one = *(AncFoundCase *const *) a;
  const AncFoundCase *other = *(AncFoundCase *const *) b;
  const guint score = anc_case_match_get_score (one->name, one->has_siret, one->has_employer);
  const guint other_score = anc_case_match_get_score (other->name, other->has_siret, other->has_employer);

  if (score != other_score)
    return score > other_score ? -1 : 1;

  return g_strcmp0 (one->family_name, other->family_name);
}

/* ---- Asking -------------------------------------------------------------------------------- */

static void ask_next (GTask *task);

static void
answered_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  GTask *task = user_data;
  Finding *finding = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) hits = anc_store_search_finish (ANC_STORE (source), result, &error);

  if (hits == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  for (guint i = 0; i < hits->len; i++)
    take_hit (finding, g_ptr_array_index (hits, i));
  g_clear_pointer (&finding->asked, free_question);
  ask_next (task);
}

static void
ask_next (GTask *task)
{
  Finding *finding = g_task_get_task_data (task);

  if (finding->questions->len == 0)
    {
      g_ptr_array_sort (finding->found, compare_found);
      g_task_return_pointer (task, g_steal_pointer (&finding->found), (GDestroyNotify) g_ptr_array_unref);
      g_object_unref (task);
      return;
    }

  finding->asked = g_ptr_array_steal_index (finding->questions, finding->questions->len - 1);
  anc_store_search_async (finding->store, finding->asked->words, 0, MAX_HITS, g_task_get_cancellable (task), answered_cb, task);
}

static void
add_question (Finding *finding,
              Clue clue,
              const char *words,
              const char *read)
{
  Question *question = g_new0 (Question, 1);

  question->clue = clue;
  question->words = g_strdup (words);
  question->read = g_strdup (read);
  g_ptr_array_add (finding->questions, question);
}

static GTask *
create_task (AncStore *store,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Finding *finding = g_new0 (Finding, 1);

  finding->store = g_object_ref (store);
  finding->questions = g_ptr_array_new_with_free_func (free_question);
  finding->found = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_found_case_free);
  g_task_set_task_data (task, finding, free_finding);

  return task;
}

/**
 * anc_case_finder_find_async:
 * @store: an office
 * @clues: what of a document tells whose it is
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks through the office for the cases a document may belong to.
 */
void
anc_case_finder_find_async (AncStore *store,
                            const AncCaseClues *clues,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = create_task (store, cancellable, callback, user_data);
  Finding *finding = g_task_get_task_data (task);

  g_task_set_source_tag (task, anc_case_finder_find_async);
  for (guint i = 0; i < clues->employers->len; i++)
    add_question (finding, CLUE_EMPLOYER, g_ptr_array_index (clues->employers, i), NULL);
  for (guint i = 0; i < clues->sirets->len; i++)
    add_question (finding, CLUE_SIRET, g_ptr_array_index (clues->sirets, i), NULL);
  for (guint i = 0; i < clues->people->len; i++)
    {
      g_auto (GStrv) names = anc_case_match_split_name (g_ptr_array_index (clues->people, i));

      for (guint j = 0; names[j] != NULL; j++)
        add_question (finding, CLUE_PERSON, names[j], g_ptr_array_index (clues->people, i));
    }
  ask_next (task);
}

/**
 * anc_case_finder_search_async:
 * @store: an office
 * @words: what somebody typed
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks through the office for the cases that hold these words.
 */
void
anc_case_finder_search_async (AncStore *store,
                              const char *words,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = create_task (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, anc_case_finder_search_async);
  add_question (g_task_get_task_data (task), CLUE_TYPED, words, NULL);
  ask_next (task);
}

/**
 * anc_case_finder_finish:
 * @result: what the callback was given
 * @error: an #AncStoreError
 *
 * Returns: (transfer full) (element-type AncFoundCase): the cases, the likeliest first
 */
GPtrArray *
anc_case_finder_finish (GAsyncResult *result,
                        GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
