/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-trash.h"

#include <glib/gi18n.h>

#include "anc-files.h"
#include "anc-journal.h"
#include "anc-readings.h"
#include "anc-row-store.h"
#include "anc-search.h"

/* ---- Listing --------------------------------------------------------------------------------- */

static void
item_free (gpointer data)
{
  AncTrashItem *self = data;

  g_free (self->title);
  g_free (self->reference);
  g_free (self->author);
  g_free (self);
}

/* Returns: (transfer full) (element-type AncTrashItem) (nullable): what can be had back, the last first */
GPtrArray *
anc_trash_list (AncDatabase *database,
                GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (item_free);
  g_autoptr (AncStatement) statement = NULL;
  AncStep step;

  /* The image of what was deleted is that of the case's head, or of the document. */
  statement = anc_database_prepare (database,
                                    "SELECT t.case_key, t.key, iif (t.key = 0, concat_ws (' ', c.before ->> 'given_names', c.before ->> 'family_name'),"
                                    " c.before ->> 'title'), iif (t.key = 0, c.before ->> 'reference', h.reference), j.time, j.author"
                                    " FROM trash AS t JOIN journal AS j ON j.id = t.entry << 20"
                                    " LEFT JOIN journal AS c ON c.id > t.entry << 20 AND c.id < t.entry + 1 << 20"
                                    " AND c.key = iif (t.key = 0, t.case_key, t.key)"
                                    " LEFT JOIN cases AS h ON h.key = t.case_key ORDER BY t.entry DESC, t.key",
                                    error);
  if (statement == NULL)
    return NULL;

  while ((step = anc_statement_step (statement, error)) == ANC_STEP_ROW)
    {
      AncTrashItem *item = g_new0 (AncTrashItem, 1);

      item->case_key = anc_statement_get_integer (statement, 0);
      item->document_key = anc_statement_get_integer (statement, 1);
      item->title = g_strdup (anc_statement_get_text (statement, 2));
      item->reference = g_strdup (anc_statement_get_text (statement, 3));
      item->time = anc_statement_get_integer (statement, 4);
      item->author = g_strdup (anc_statement_get_text (statement, 5));
      g_ptr_array_add (items, item);
    }

  return step == ANC_STEP_DONE ? g_steal_pointer (&items) : NULL;
}

/* ---- Restoring ------------------------------------------------------------------------------- */

static gint64
find_entry (AncDatabase *database,
            gint64 case_key,
            gint64 key,
            GError **error)
{
  g_autoptr (AncStatement) statement = anc_database_prepare (database, "SELECT entry FROM trash WHERE case_key = ?1 AND key = ?2", error);
  AncStep step;

  if (statement == NULL)
    return 0;

  anc_statement_bind_integer (statement, 1, case_key);
  anc_statement_bind_integer (statement, 2, key);
  step = anc_statement_step (statement, error);
  if (step == ANC_STEP_DONE)
    g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND, "the trash does not hold this");

  return step == ANC_STEP_ROW ? anc_statement_get_integer (statement, 0) : 0;
}

static AncChangeSet *
restore_document (const AncChangeSet *deletion,
                  gint64 key)
{
  AncChangeSet *changes = anc_change_set_new (anc_change_set_get_case_key (deletion), N_ ("Restore a document"));

  for (guint i = 0; i < anc_change_set_get_count (deletion); i++)
    {
      const AncChange *change = anc_change_set_get (deletion, i);

      if (change->after == NULL && change->before->key == key)
        anc_change_set_add (changes, NULL, change->before);
    }

  return changes;
}

/**
 * anc_trash_restore:
 * @document_key: a document deleted from the case, or 0 for the case itself
 *
 * Returns: (transfer full) (nullable): what was done
 */
AncChangeSet *
anc_trash_restore (AncDatabase *database,
                   gint64 case_key,
                   gint64 document_key,
                   const char *author,
                   gint64 now,
                   GError **error)
{
  const gint64 entry = find_entry (database, case_key, document_key, error);
  g_autoptr (AncChangeSet) deletion = entry != 0 ? anc_journal_load_changes (database, entry, error) : NULL;
  g_autoptr (AncChangeSet) changes = NULL;
  gboolean done;

  if (deletion == NULL)
    return NULL;

  /* Nothing can have happened to a case since it was deleted; to one that a document is missing from, much. */
  if (document_key == 0)
    {
      changes = anc_change_set_new_inverse (deletion);
      done = anc_journal_write (database, ANC_TRANSACTION_UNDO, entry, changes, author, now, error);
    }
  else
    {
      changes = restore_document (deletion, document_key);
      done = anc_journal_write (database, ANC_TRANSACTION_EDIT, 0, changes, author, now, error);
    }

  return done ? g_steal_pointer (&changes) : NULL;
}

/* ---- Emptying -------------------------------------------------------------------------------- */

/* The keys of the cases deleted until a time. */
static GArray *
list_old_cases (AncDatabase *database,
                gint64 until,
                GError **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (AncStatement) statement = NULL;
  AncStep step;

  statement = anc_database_prepare (database,
                                    "SELECT t.case_key FROM trash AS t JOIN journal AS j ON j.id = t.entry << 20"
                                    " WHERE t.key = 0 AND j.time <= ?1",
                                    error);
  if (statement == NULL)
    return NULL;

  anc_statement_bind_integer (statement, 1, until);
  while ((step = anc_statement_step (statement, error)) == ANC_STEP_ROW)
    {
      const gint64 key = anc_statement_get_integer (statement, 0);

      g_array_append_val (keys, key);
    }

  return step == ANC_STEP_DONE ? g_steal_pointer (&keys) : NULL;
}

/* The files that no document is, no document still in the trash was, and that did not come in just now. */
static gboolean
find_old_file (AncDatabase *database,
               gint64 until,
               gint64 *file,
               GError **error)
{
  g_autoptr (AncStatement) statement = NULL;
  AncStep step;

  statement = anc_database_prepare (database,
                                    "SELECT f.id FROM files AS f WHERE f.sha256 IS NOT NULL AND f.added <= ?1"
                                    " AND NOT EXISTS (SELECT 1 FROM documents AS d WHERE d.sha256 = f.sha256)"
                                    " AND NOT EXISTS (SELECT 1 FROM arrivals AS a WHERE a.file = f.id)"
                                    " AND f.sha256 NOT IN (SELECT c.before ->> 'sha256' FROM trash AS t"
                                    " CROSS JOIN journal AS c ON c.id > t.entry << 20 AND c.id < t.entry + 1 << 20"
                                    " AND (t.key = 0 OR c.key = t.key)"
                                    " WHERE c.tbl = 'documents' AND c.before ->> 'sha256' IS NOT NULL) LIMIT 1",
                                    error);
  if (statement == NULL)
    return FALSE;

  anc_statement_bind_integer (statement, 1, until);
  step = anc_statement_step (statement, error);
  *file = step == ANC_STEP_ROW ? anc_statement_get_integer (statement, 0) : 0;

  return step != ANC_STEP_ERROR;
}

static gboolean
empty_files (AncDatabase *database,
             gint64 until,
             guint *n_files,
             GError **error)
{
  gint64 file;

  for (*n_files = 0; find_old_file (database, until, &file, error); (*n_files)++)
    {
      if (file == 0)
        return TRUE;
      if (!anc_database_begin (database, error))
        return FALSE;
      if (!anc_files_remove (database, file, error))
        {
          anc_database_roll_back (database);
          return FALSE;
        }
      if (!anc_database_commit (database, error))
        return FALSE;
    }

  return FALSE;
}

static gboolean
forget_documents (AncDatabase *database,
                  gint64 until,
                  GError **error)
{
  g_autoptr (AncStatement) statement = NULL;

  statement = anc_database_prepare (database,
                                    "DELETE FROM trash WHERE key <> 0"
                                    " AND (SELECT time FROM journal WHERE id = trash.entry << 20) <= ?1",
                                    error);
  if (statement == NULL)
    return FALSE;

  anc_statement_bind_integer (statement, 1, until);
  return anc_statement_run (statement, error);
}

/**
 * anc_trash_empty:
 * @database: the connection that writes
 * @until: what was deleted up to this time goes, µs UTC
 * @n_cases: (out): how many cases went
 * @n_files: (out): how many files went
 *
 * Removes for good, also from the journal, the search index and the log.
 */
gboolean
anc_trash_empty (AncDatabase *database,
                 gint64 until,
                 const char *author,
                 gint64 now,
                 guint *n_cases,
                 guint *n_files,
                 GError **error)
{
  g_autoptr (GArray) keys = list_old_cases (database, until, error);
  gboolean is_complete = FALSE;

  /* The index follows the journal, so it has to be there before the journal forgets. */
  while (keys != NULL && !is_complete)
    if (!anc_search_catch_up (database, 1000, &is_complete, error))
      return FALSE;
  if (keys == NULL)
    return FALSE;

  *n_cases = keys->len;
  for (guint i = 0; i < keys->len; i++)
    if (!anc_journal_purge (database, g_array_index (keys, gint64, i), author, now, error)
        || !anc_readings_remove_case (database, g_array_index (keys, gint64, i), error))
      return FALSE;

  if (!forget_documents (database, until, error) || !empty_files (database, until, n_files, error))
    return FALSE;

  /* The index keeps words of what it no longer holds until it is merged. */
  return *n_cases + *n_files == 0
         || (anc_database_run (database,
                               "INSERT INTO search_records (search_records) VALUES ('optimize');"
                               "INSERT INTO search_pages (search_pages) VALUES ('optimize')",
                               error)
             && anc_database_checkpoint (database, TRUE, error));
}
