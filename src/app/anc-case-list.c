/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-list.h"

#include "anc-case-index.h"
#include "anc-store-search.h"

#include <string.h>

#define PAGE 50            /* rows read at a time to be shown */
#define MAX_ITEMS 1000     /* rows kept when nobody looks at them */
#define MAX_HITS 400       /* finds of one search, several of which may be in one case */
#define REFILTER_DELAY 150 /* ms: a burst of changes is looked at once */

/**
 * AncCaseList.shown:
 *
 * What the filter, or the search, leaves of all cases: keys, in the order of the model.
 */
struct _AncCaseList
{
  GObject parent_instance;

  AncOffice *office;
  AncOutcomeIndex *outcomes;
  GCancellable *cancellable;

  AncCaseIndex *index;
  gboolean is_loaded;

  GArray *shown; /* of gint64 */
  int state;
  int outcome;
  guint refilter_id;

  char *words;  /* (nullable): what is looked for */
  GArray *hits; /* (nullable): of gint64, what was found */
  GCancellable *searching;

  GHashTable *items; /* from key to AncCaseItem */
  GHashTable *pages; /* those asked for and not yet there */
};

enum
{
  SIGNAL_LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void anc_case_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AncCaseList, anc_case_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, anc_case_list_model_init))

/* ---- Items ----------------------------------------------------------------------------------- */

static void
give_outcome (AncCaseList *self,
              AncCaseItem *item)
{
  AncOutcome outcome;
  AncDate earliest;

  if (anc_outcome_index_look_up (self->outcomes, anc_case_item_get_key (item), &outcome, &earliest))
    anc_case_item_set_outcome (item, outcome, earliest);
}

/* Lets go of rows that nobody holds, once there are many of them. */
static void
trim_items (AncCaseList *self)
{
  GHashTableIter iter;
  gpointer item;

  if (g_hash_table_size (self->items) <= MAX_ITEMS)
    return;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    if (G_OBJECT (item)->ref_count == 1)
      g_hash_table_iter_remove (&iter);
}

static AncCaseItem *
find_or_add_item (AncCaseList *self,
                  gint64 key)
{
  AncCaseItem *item = g_hash_table_lookup (self->items, &key);

  if (item == NULL)
    {
      trim_items (self);
      item = anc_case_item_new (key);
      give_outcome (self, item);
      g_hash_table_insert (self->items, g_memdup2 (&key, sizeof key), item);
    }

  return item;
}

static void
fill_item (AncCaseList *self,
           const AncCaseEntry *entry)
{
  anc_case_item_set_head (find_or_add_item (self, entry->key), entry->reference, entry->family_name, entry->given_names, entry->state);
}

static void
page_read_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AncCaseList *self = g_task_get_source_object (task);
  g_autoptr (GPtrArray) entries = anc_store_list_cases_finish (ANC_STORE (source), result, NULL);

  g_hash_table_remove (self->pages, g_task_get_task_data (task));
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    fill_item (self, g_ptr_array_index (entries, i));
  g_task_return_boolean (task, TRUE);
}

static void
want_row (AncCaseList *self,
          gint64 key)
{
  guint position;
  gpointer page;
  GTask *task;

  if (!anc_case_index_find (self->index, key, &position))
    return;

  page = GUINT_TO_POINTER (position / PAGE);
  if (!g_hash_table_add (self->pages, page))
    return;

  task = g_task_new (self, self->cancellable, NULL, NULL);
  g_task_set_source_tag (task, want_row);
  g_task_set_task_data (task, page, NULL);
  anc_store_list_cases_async (anc_office_get_store (self->office), ANC_CASE_ORDER_NAME, GPOINTER_TO_UINT (page) * PAGE, PAGE, self->cancellable, page_read_cb, task);
}

/* ---- What is shown --------------------------------------------------------------------------- */

static gboolean
has_state (AncCaseList *self,
           const char *state)
{
  if (self->state == ANC_CASE_LIST_ANY_STATE)
    return TRUE;
  if (self->state == ANC_CASE_LIST_NOT_ARCHIVED)
    return g_strcmp0 (state, "archived") != 0;

  return g_strcmp0 (state, anc_case_state_names[self->state]) == 0;
}

static gboolean
has_outcome (AncCaseList *self,
             gint64 key)
{
  AncOutcome outcome;
  AncDate earliest;

  if (self->outcome == ANC_CASE_LIST_ANY_OUTCOME)
    return TRUE;

  return anc_outcome_index_look_up (self->outcomes, key, &outcome, &earliest) && (int) outcome == self->outcome;
}

static GArray *
choose_shown (AncCaseList *self)
{
  const guint count = self->hits != NULL ? self->hits->len : anc_case_index_get_n_cases (self->index);
  GArray *shown = g_array_sized_new (FALSE, FALSE, sizeof (gint64), count);

  for (guint i = 0; i < count; i++)
    {
      const gint64 key = self->hits != NULL ? g_array_index (self->hits, gint64, i) : anc_case_index_get_key (self->index, i);
      const char *state = NULL;
      guint position = i;

      if (self->hits == NULL || anc_case_index_find (self->index, key, &position))
        state = anc_case_index_get_state (self->index, position);

      /* Who is looked for by name is found, whatever became of the case. */
      if ((has_state (self, state) || (self->hits != NULL && self->state == ANC_CASE_LIST_NOT_ARCHIVED))
          && has_outcome (self, key))
        g_array_append_val (shown, key);
    }

  return shown;
}

/* Tells of the rows between what is the same at the beginning and at the end. */
static void
show (AncCaseList *self)
{
  g_autoptr (GArray) before = self->shown;
  GArray *after = choose_shown (self);
  const guint common = MIN (before->len, after->len);
  guint start = 0;
  guint end = 0;

  while (start < common && g_array_index (before, gint64, start) == g_array_index (after, gint64, start))
    start++;
  while (end < common - start
         && g_array_index (before, gint64, before->len - end - 1) == g_array_index (after, gint64, after->len - end - 1))
    end++;

  self->shown = after;
  if (before->len - end - start > 0 || after->len - end - start > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, before->len - end - start, after->len - end - start);
}

static gboolean
refilter_cb (gpointer user_data)
{
  AncCaseList *self = user_data;

  self->refilter_id = 0;
  show (self);

  return G_SOURCE_REMOVE;
}

static void
outcome_changed_cb (AncOutcomeIndex *outcomes,
                    gint64 key,
                    AncCaseList *self)
{
  AncCaseItem *item = g_hash_table_lookup (self->items, &key);

  if (item != NULL)
    give_outcome (self, item);
  if (self->outcome != ANC_CASE_LIST_ANY_OUTCOME && self->refilter_id == 0)
    self->refilter_id = g_timeout_add (REFILTER_DELAY, refilter_cb, self);
}

/* ---- Changes --------------------------------------------------------------------------------- */

static void
entry_read_cb (AncCaseIndex *index,
               const AncCaseEntry *entry,
               gboolean is_first,
               AncCaseList *self)
{
  if (is_first || g_hash_table_contains (self->items, &entry->key))
    fill_item (self, entry);
}

static void
index_changed_cb (AncCaseIndex *index,
                  gboolean is_complete,
                  AncCaseList *self)
{
  show (self);
  if (!self->is_loaded || is_complete) /* while something is searched, more cases need not be more rows */
    {
      self->is_loaded = TRUE;
      g_signal_emit (self, signals[SIGNAL_LOADED], 0);
    }

  for (guint i = 0; is_complete && i < anc_case_index_get_n_cases (index); i++)
    anc_outcome_index_want_later (self->outcomes, anc_case_index_get_key (index, i));
}

static void
case_changed_cb (AncOffice *office,
                 gint64 key,
                 AncCaseList *self)
{
  AncCaseItem *item = g_hash_table_lookup (self->items, &key);
  AncCase *live = anc_office_peek_case (office, key);
  AncRecord *head = live != NULL ? anc_case_get_head (live) : NULL;
  guint position;

  /* Most edits change nothing that the list shows or is ordered by. */
  if (item != NULL && head != NULL && anc_case_index_find (self->index, key, &position))
    {
      g_autofree char *name = g_strdup (anc_case_item_get_name (item));
      g_autofree char *state = g_strdup (anc_case_item_get_state (item));

      anc_case_item_set_head (item, anc_record_get_text (head, "reference"), anc_record_get_text (head, "family_name"), anc_record_get_text (head, "given_names"), anc_record_get_text (head, "state"));
      if (g_strcmp0 (name, anc_case_item_get_name (item)) == 0 && g_strcmp0 (state, anc_case_item_get_state (item)) == 0)
        return;
    }

  anc_case_index_read_soon (self->index);
}

static void
case_removed_cb (AncOffice *office,
                 gint64 key,
                 AncCaseList *self)
{
  if (self->hits != NULL)
    for (guint i = 0; i < self->hits->len; i++)
      if (g_array_index (self->hits, gint64, i) == key)
        {
          g_array_remove_index (self->hits, i);
          break;
        }
  anc_case_index_read_soon (self->index);
  show (self);
}

/* ---- Search ---------------------------------------------------------------------------------- */

static void
take_hits (AncCaseList *self,
           GPtrArray *found)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < found->len; i++)
    {
      const AncSearchHit *hit = g_ptr_array_index (found, i);
      AncCaseItem *item;

      if (!g_hash_table_add (seen, (gpointer) &hit->case_key))
        continue;

      g_array_append_val (self->hits, hit->case_key);
      item = find_or_add_item (self, hit->case_key);
      if (!anc_case_item_is_loaded (item))
        anc_case_item_set_head (item, hit->reference, hit->family_name, hit->given_names, NULL);
      anc_case_item_set_excerpt (item, hit->table != ANC_TABLE_CASES ? hit->excerpt : NULL);
    }
}

static void
searched_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (AncCaseList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = anc_store_search_finish (ANC_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->words == NULL)
    return;

  if (found == NULL)
    found = g_ptr_array_new ();
  take_hits (self, found);
  show (self);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

static void
end_search (AncCaseList *self)
{
  GHashTableIter iter;
  gpointer item;

  g_clear_pointer (&self->hits, g_array_unref);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    anc_case_item_set_excerpt (item, NULL);
  show (self);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

/* ---- GListModel ------------------------------------------------------------------------------ */

static GType
anc_case_list_get_item_type (GListModel *model)
{
  return ANC_TYPE_CASE_ITEM;
}

static guint
anc_case_list_get_n_items (GListModel *model)
{
  return ANC_CASE_LIST (model)->shown->len;
}

static gpointer
anc_case_list_get_item (GListModel *model,
                        guint position)
{
  AncCaseList *self = ANC_CASE_LIST (model);
  AncCaseItem *item;
  gint64 key;

  if (position >= self->shown->len)
    return NULL;

  key = g_array_index (self->shown, gint64, position);
  item = find_or_add_item (self, key);
  if (!anc_case_item_is_loaded (item) || anc_case_item_get_state (item) == NULL)
    want_row (self, key);

  return g_object_ref (item);
}

static void
anc_case_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = anc_case_list_get_item_type;
  interface->get_n_items = anc_case_list_get_n_items;
  interface->get_item = anc_case_list_get_item;
}

/* ---- Object ---------------------------------------------------------------------------------- */

static void
anc_case_list_dispose (GObject *object)
{
  AncCaseList *self = ANC_CASE_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->searching);
  g_clear_handle_id (&self->refilter_id, g_source_remove);
  if (self->index != NULL)
    g_signal_handlers_disconnect_by_data (self->index, self);
  g_clear_object (&self->outcomes);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (anc_case_list_parent_class)->dispose (object);
}

static void
anc_case_list_finalize (GObject *object)
{
  AncCaseList *self = ANC_CASE_LIST (object);

  g_hash_table_unref (self->items);
  g_hash_table_unref (self->pages);
  g_clear_object (&self->index);
  g_clear_pointer (&self->hits, g_array_unref);
  g_array_unref (self->shown);
  g_free (self->words);
  g_object_unref (self->cancellable);
  g_clear_object (&self->searching);

  G_OBJECT_CLASS (anc_case_list_parent_class)->finalize (object);
}

static void
anc_case_list_class_init (AncCaseListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = anc_case_list_dispose;
  object_class->finalize = anc_case_list_finalize;

  signals[SIGNAL_LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
anc_case_list_init (AncCaseList *self)
{
  self->cancellable = g_cancellable_new ();
  self->shown = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->pages = g_hash_table_new (NULL, NULL);
  self->state = ANC_CASE_LIST_NOT_ARCHIVED;
  self->outcome = ANC_CASE_LIST_ANY_OUTCOME;
}

/* ---- Public ---------------------------------------------------------------------------------- */

AncCaseList *
anc_case_list_new (AncOffice *office,
                   AncOutcomeIndex *outcomes)
{
  AncCaseList *self;

  g_return_val_if_fail (ANC_IS_OFFICE (office), NULL);
  g_return_val_if_fail (ANC_IS_OUTCOME_INDEX (outcomes), NULL);

  self = g_object_new (ANC_TYPE_CASE_LIST, NULL);
  self->office = g_object_ref (office);
  self->outcomes = g_object_ref (outcomes);
  self->index = anc_case_index_new (office);
  g_signal_connect (self->index, "read", G_CALLBACK (entry_read_cb), self);
  g_signal_connect (self->index, "changed", G_CALLBACK (index_changed_cb), self);
  g_signal_connect_object (office, "case-changed", G_CALLBACK (case_changed_cb), self, 0);
  g_signal_connect_object (office, "case-removed", G_CALLBACK (case_removed_cb), self, 0);
  g_signal_connect_object (outcomes, "changed", G_CALLBACK (outcome_changed_cb), self, 0);

  return self;
}

/**
 * anc_case_list_set_words:
 * @self: the list
 * @words: (nullable): what to look for in names, references, employers and documents; %NULL or blank for
 *   all cases
 */
void
anc_case_list_set_words (AncCaseList *self,
                         const char *words)
{
  g_autofree char *stripped = NULL;

  g_return_if_fail (ANC_IS_CASE_LIST (self));

  stripped = words != NULL ? g_strstrip (g_strdup (words)) : g_strdup ("");
  if (g_strcmp0 (stripped, self->words != NULL ? self->words : "") == 0)
    return;

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_pointer (&self->words, g_free);
  if (stripped[0] == '\0')
    {
      end_search (self);
      return;
    }

  self->words = g_steal_pointer (&stripped);
  self->searching = g_cancellable_new ();
  anc_store_search_async (anc_office_get_store (self->office), self->words, 0, MAX_HITS, self->searching, searched_cb, g_object_ref (self));
}

/**
 * anc_case_list_set_filter:
 * @self: the list
 * @state: an index in anc_case_state_names, %ANC_CASE_LIST_NOT_ARCHIVED or %ANC_CASE_LIST_ANY_STATE
 * @outcome: an #AncOutcome or %ANC_CASE_LIST_ANY_OUTCOME
 */
void
anc_case_list_set_filter (AncCaseList *self,
                          int state,
                          int outcome)
{
  g_return_if_fail (ANC_IS_CASE_LIST (self));

  if (self->state == state && self->outcome == outcome)
    return;

  self->state = state;
  self->outcome = outcome;
  show (self);
}

/**
 * anc_case_list_get_n_cases:
 * @self: the list
 *
 * Returns: how many cases the office has, shown or not, as far as they were counted yet
 */
guint
anc_case_list_get_n_cases (AncCaseList *self)
{
  g_return_val_if_fail (ANC_IS_CASE_LIST (self), 0);

  return anc_case_index_get_n_cases (self->index);
}

gboolean
anc_case_list_is_loaded (AncCaseList *self)
{
  g_return_val_if_fail (ANC_IS_CASE_LIST (self), FALSE);

  return self->is_loaded;
}

/**
 * anc_case_list_find:
 * @self: the list
 * @case_key: a case
 * @position: (out): where it is shown
 *
 * Returns: whether it is shown
 */
gboolean
anc_case_list_find (AncCaseList *self,
                    gint64 case_key,
                    guint *position)
{
  g_return_val_if_fail (ANC_IS_CASE_LIST (self), FALSE);

  for (guint i = 0; i < self->shown->len; i++)
    if (g_array_index (self->shown, gint64, i) == case_key)
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

/* As anc_case_index_dup_next_reference() does. */
char *
anc_case_list_dup_next_reference (AncCaseList *self)
{
  g_return_val_if_fail (ANC_IS_CASE_LIST (self), NULL);

  return anc_case_index_dup_next_reference (self->index);
}
